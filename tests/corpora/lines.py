"""What these commands have in common: their options, and a corpus with a JSON object a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def options_of(about: str | None, arguments: list[str] | None = None, *, rules: bool = False) -> argparse.Namespace:
    """The command line of a score: `corpus`, `errors`, and `rules` where the NLP model may be left out; `about` is its help."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what is missed, extra or wrong")
    if rules:
        parser.add_argument("--rules", action="store_true", help="without the NLP model")
    return parser.parse_args(arguments)


def rows_of(corpus: Path) -> Iterator[dict[str, Any]]:
    """The objects of a corpus, one a line."""
    with corpus.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
