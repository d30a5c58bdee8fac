"""Days of the week and months that are what somebody is called: "a resident, who gave his name only as Sunday"."""

from __future__ import annotations

from functools import lru_cache

from summarize.expressions import expression
from summarize.text.dates import vocabulary as v

_GIVEN = expression(v.GIVEN_AS_A_NAME)
_BEHIND_A_QUOTATION = expression(v.BEHIND_A_QUOTATION)
_BEFORE_A_DAY = expression(v.BEFORE_A_DAY)
_REACH = 12
"""Characters before a word in which a preposition stands that makes a day of it."""


@lru_cache(2)  # each date of an article asks
def _named(text: str) -> tuple[frozenset[str], frozenset[int]]:
    """The words that an article says are somebody's name, and where such a word stands as who said a quotation."""
    given = frozenset(found["name"] for found in _GIVEN.finditer(text))
    return given, frozenset(found.start("name") for found in _BEHIND_A_QUOTATION.finditer(text))


def is_somebody(text: str, start: int, end: int) -> bool:
    """True for a word that would be a date and is a person: "Sunday" where somebody "gave his name as Sunday", and not "on Sunday"."""
    names, speakers = _named(text)
    if start in speakers:
        return True
    given = [found.start("name") for found in _GIVEN.finditer(text)] if text[start:end] in names else []
    return bool(given) and (start in given or not _BEFORE_A_DAY.search(text, max(0, start - _REACH), start))
