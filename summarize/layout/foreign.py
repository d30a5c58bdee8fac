"""Lines of publication and datelines in other languages than English, which is not known yet when a text is laid out."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import NamedTuple

from summarize.expressions import expression
from summarize.languages.calendars import foreign_months
from summarize.languages.loader import Table, Words, load

_YEAR = expression(r"\d{4}")
_WORD = expression(r"\d+|[^\W\d_](?:[’'-]?[^\W\d_])*")
_ORDINAL = expression(r"(?<=\d)(?:[º°ª]|e?r(?!\w))")
_PARTS = expression(r"[|•·]")
_NAMED = expression(r"^\s*(?:(?:[^\W\d_a-z][\w.'’-]*|[a-zà-ÿ]{1,3})\s?){1,5},\s")
"""An outlet or a place before its date: "Ostblick, 26. November 2026"."""
_MAX_WORDS = 16
_MINUTE = len("2026-03-12T14:05")


class StampWords(Table):
    """`stamps.toml`."""

    published: Words
    updated: Words
    beside: Words
    weekdays: Words
    by: Words


class ForeignStamp(NamedTuple):
    """A line that is a date with its label, in some language."""

    iso: str
    is_update: bool


@cache
def stamp_words() -> StampWords:
    """What stands beside the dates of publication in other languages."""
    return load(StampWords, "stamps.toml")


def foreign_stamp(line: str) -> ForeignStamp | None:
    """The date of a line that consists of a label or a month's name in another language, a date with its year, and perhaps a time.

    Of several dates the first that is no update.
    """
    if not _YEAR.search(line):
        return None
    found = [_stamp(part) or _stamp(_NAMED.sub("", part, count=1)) for part in _PARTS.split(line)]
    known = [stamp for stamp in found if stamp is not None]
    if len(known) < len(found):
        return None
    return next((stamp for stamp in known if not stamp.is_update), known[0])


def month_of(name: str) -> int | None:
    """The number of a month by its name or short form in another language than English; None if it is none, or two in two languages."""
    return foreign_months().get(name.lower().rstrip("."))


def _stamp(line: str) -> ForeignStamp | None:
    words, found = stamp_words(), _WORD.findall(_ORDINAL.sub("", line.lower()))
    if len(found) > _MAX_WORDS:
        return None
    labels = [word for word in found if word in words.published | words.updated]
    rest = [word for word in found if word not in labels and word not in words.beside | words.weekdays]
    is_told = bool(labels) or any(month_of(word) for word in rest[1:2])
    figures = [str(month_of(word) or word) if place == 1 else word for place, word in enumerate(rest)]
    if not is_told or not 3 <= len(figures) <= 5 or not all(word.isdecimal() for word in figures):
        return None
    day, month, year, *clock = map(int, figures)
    hour, minute = (*clock, 0, 0)[:2]
    try:
        moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - a line gives no zone
    except ValueError:
        return None
    iso = moment.isoformat()[:_MINUTE] if clock else moment.date().isoformat()
    return ForeignStamp(iso, is_update=bool(labels) and not set(labels) & words.published)
