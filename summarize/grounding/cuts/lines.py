"""What stays in a line that the program makes, by the rows of `lines.toml`: where a careful editor would not cut, though nothing false came of it.

A part that neither brackets, dashes nor commas set off goes only if a row `goes` names it: where and how something happened is often its whole
point, and no rule knows when. No part goes that a row `stays` names. Rows `closes` tell where the comma at the end of a part that went is needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec import Struct

from summarize.article import Span
from summarize.compiling import compile_expression
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
def _rows(kind: str) -> tuple[_Row, ...]:
    return tuple(map(_row, table(f"{_LANGUAGE}/lines.toml")[kind]))


def _row(row: dict[str, Any]) -> _Row:
    before, part, behind = (
        compile_expression(row[key]) if key in row else None for key in ("before", "part", "behind")
    )
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
    return any(
        (row.time is None or row.time == is_time)
        and (is_claimed or not row.claimed)
        and _is_told(row, text, sentence, part)
        for row in _rows("stays")
    )


def goes(text: str, sentence: Span, part: Span) -> bool:
    """True for a part that no mark parts from the rest of its sentence, and that a line may be made without. The arguments are those of `stays`."""
    return any(_is_told(row, text, sentence, part) for row in _rows("goes"))


def is_closing(text: str, sentence: Span, gone: Span) -> bool:
    """True if the comma at the end of what went stays: it also ends what stands before it, or parts it from who says so."""
    return any(_is_told(row, text, sentence, gone) for row in _rows("closes"))


def _is_told(row: _Row, text: str, sentence: Span, part: Span) -> bool:
    return (
        (row.before is None or row.before.search(text[sentence.start : part.start]) is not None)
        and (row.part is None or row.part.search(text[part.start : part.end]) is not None)
        and (row.behind is None or row.behind.match(text[part.end : sentence.end]) is not None)
    )
