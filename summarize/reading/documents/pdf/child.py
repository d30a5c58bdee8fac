"""PDF files to text: the part that runs in a process of its own, which the system ends if it takes too much.

It reads the source's name as a line of JSON and then the file from standard input, and writes one JSON object to standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from summarize.errors import ArticleError, ConfigurationError

MEGABYTES = 290
"""Address space, more than which is never resident."""
SECONDS = 10
"""Processor time."""


def main() -> None:
    """Read a file from standard input."""
    _limit_resources()
    name = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        told = json.dumps(_read_story(data, name))
    except MemoryError:
        told = json.dumps({"too much": True})
    sys.stdout.write(told)


def _read_story(data: bytes, name: str) -> dict[str, Any]:
    # Not before the bounds hold.
    from summarize.reading.documents.pdf.document import read_document  # noqa: PLC0415
    from summarize.reading.documents.pdf.story import story_of  # noqa: PLC0415

    try:
        return asdict(story_of(read_document(data, name), name))
    except ArticleError as error:
        return {"refused": str(error)}
    except ConfigurationError as error:
        return {"missing": str(error)}


def _limit_resources() -> None:
    """Have the system hold this process to its bounds, where the system can. The clock of the caller holds everywhere."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MEGABYTES * 2**20),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)  # noqa: PLW2901
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            # Some systems know a bound, and do not keep it.
            continue
