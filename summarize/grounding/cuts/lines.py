"""What stays in a line that the program makes, by the rows of `lines.toml`: where a careful editor would not cut, though nothing false came of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec import Struct

from summarize.article import Span
from summarize.compiling import compiled
from summarize.languages.tables import table

_LANGUAGE = "en"
"""The one in whose articles parts that may go are found."""


class _Row(Struct, frozen=True):
    before: re.Pattern[str] | None
    part: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    time: bool | None
    claimed: bool


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(map(_row, table(f"{_LANGUAGE}/lines.toml")["stays"]))


def _row(row: dict[str, Any]) -> _Row:
    before, part, behind = (compiled(row[key]) if key in row else None for key in ("before", "part", "behind"))
    return _Row(before, part, behind, row.get("time"), row.get("claimed", False))


def stays(text: str, sentence: Span, part: Span, *, is_time: bool, is_claimed: bool) -> bool:
    """True for a part of a sentence that no line or headline is made without.

    Args:
        text: the article's text.
        sentence: half-open range into it.
        part: half-open range within the sentence.
        is_time: whether the part holds a time.
        is_claimed: whether it is of what somebody says.
    """
    before, words, behind = (
        text[sentence.start : part.start],
        text[part.start : part.end],
        text[part.end : sentence.end],
    )
    return any(
        (row.before is None or row.before.search(before) is not None)
        and (row.part is None or row.part.search(words) is not None)
        and (row.behind is None or row.behind.match(behind) is not None)
        and (row.time is None or row.time == is_time)
        and (is_claimed or not row.claimed)
        for row in _rows()
    )
