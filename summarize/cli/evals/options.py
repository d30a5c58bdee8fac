"""Options that several commands of `evals` take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarize.evaluation.gold.files import GoldFile

GOLD = "evals/gold"
RECORDINGS = "evals/recordings"
BASELINE = "evals/baseline.json"
CLAIMS = "evals/claims"

GoldOption = Annotated[str, typer.Option("--gold", metavar="FOLDER", help="Gold files, one for each article.")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME", help="Only gold files whose name begins so. Default: all.", show_default=False),
]


def gold_files(folder: str, names: Sequence[str] | None = None) -> list[GoldFile]:
    """The gold files of a folder, or those of it whose name begins with one of `names`.

    Raises:
        UsageError: there are none, or one is no gold file.
    """
    from pathlib import Path

    from summarize.errors import UsageError
    from summarize.evaluation.gold.files import gold_paths, read_gold

    paths: list[Path] = gold_paths(Path(folder))
    if names:
        chosen = [path for path in paths if path.stem.startswith(tuple(names))]
        for name in names:
            if not any(path.stem.startswith(name) for path in paths):
                raise UsageError(f"{folder} has no gold file whose name begins with {name}")
        paths = chosen
    return [read_gold(path) for path in paths]
