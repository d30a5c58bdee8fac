"""Dates of earlier days' stories of which a later account says that nothing happens then any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from summarize.briefing import Moment
from summarize.languages.stories import changes
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_WORDS: Final = changes("en")
_MONTH, _WEEKDAY = month_pattern("en"), weekday_pattern("en")
_DAY = re.compile(rf"\b(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}|(?P<weekday>{_WEEKDAY}))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?]\s|\n")
_REACH: Final = 250
"""Code points around a day that are read."""
_WEEK: Final = timedelta(days=7)


def is_taken_back(moment: Moment, texts: Iterable[str], day: str, *, is_alone: bool) -> bool:
    """True for a date that was ahead, if one of the texts says that what was to be then is not: "until 15 May, not Friday".

    Args:
        moment: the date, in the words in which it was told; a weekday is only asked for within a week.
        texts: today's accounts of the same story.
        day: today, as ISO date.
        is_alone: it was all that the story had ahead on its day; of others, what is given up must have a word of it.
    """
    found = _DAY.search(moment.words)
    if found is None or moment.what is None:
        return False
    if found["weekday"] and date.fromisoformat(moment.start[:10]) - date.fromisoformat(day) >= _WEEK:
        return False
    plan = content_words(moment.what.text.replace(moment.words, " "))
    return any(
        (_WORDS.not_that_day.search(before) or _WORDS.is_called_off.search(after))
        and ((is_alone and not found["weekday"]) or plan & content_words(before))
        for text in texts
        for before, after in _beside(found[0], text)
    )


def _beside(words: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a day in its sentences."""
    for match in _exactly(words).finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        yield _CLAUSE.split(before)[-1], text[match.end() : match.end() + _REACH]


@lru_cache(256)
def _exactly(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(words)}\b")
