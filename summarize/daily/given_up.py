"""Plans that accounts of any story say are given up, by the day on which they were to be: each account is read once, whatever is in the diary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from summarize.briefing import Moment
from summarize.daily.happened import deed_of, plan_of
from summarize.languages.calendars import calendar_names
from summarize.stories.merging.times import given_up_in
from summarize.text.content import content_words

_CLAUSE: Final = re.compile(r"[.!?]\s|\n")
_REACH: Final = 250
"""Code points around a day that are read."""
_WEEK: Final = timedelta(days=7)
_DAYS_OF: Final = frozenset({"day", "time"})
_MIN_SHARED: Final = 3
"""Words that a date and an account of another story which gives it up have in common."""
_Day = tuple[str, int] | str
"""A month with its day, or a weekday: by three letters of the name."""


class _Plan(NamedTuple):
    then: str
    """The day of the account, as ISO date."""
    deed: frozenset[str]
    """The words for what is not done."""
    words: frozenset[str]
    """Those of its clause."""


class GivenUpPlans:
    """What some accounts say is not on its day any more."""

    def __init__(self, moments: Iterable[Moment], accounts: Iterable[tuple[str, str]]) -> None:
        """Read accounts, each the day on which it was told and its text, for the days of these dates."""
        asked = {key for moment in moments if moment.precision in _DAYS_OF for key in _keys_of(moment)}
        self._plans: dict[_Day, list[_Plan]] = {}
        for then, text in accounts if asked else ():
            for match in _any_day().finditer(text):
                if (key := _key_of(match)) in asked and (plan := _plan_at(match, text, then)) is not None:
                    self._plans.setdefault(key, []).append(plan)

    def hold(self, moment: Moment, told_on: str) -> bool:
        """True for a date that an account which was told later gives up: it must tell of the very plan, by what is to be done and by what else names it.

        Args:
            moment: the date.
            told_on: the day on which it was told, as ISO date; of today's dates, which are empty, nothing is given up.
        """
        if moment.what is None or moment.precision not in _DAYS_OF or not told_on:
            return False
        told = moment.what.text.replace(moment.words, " ")
        plan, does = content_words(told), content_words(deed_of(plan_of(told)))
        on = date.fromisoformat(moment.start[:10])
        return any(
            told_on < each.then
            and (isinstance(key, tuple) or timedelta(0) <= on - date.fromisoformat(each.then) < _WEEK)
            and does & each.deed
            and len(plan & each.words) >= _MIN_SHARED
            for key in _keys_of(moment)
            for each in self._plans.get(key, ())
        )


def _plan_at(match: re.Match[str], text: str, then: str) -> _Plan | None:
    """What is given up on the day that stands there; None where nothing is."""
    before = _CLAUSE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    after = text[match.end() : match.end() + _REACH]
    off = given_up_in(before, after)
    if off is None:
        return None
    return _Plan(then, content_words(off), content_words(f"{before} {_CLAUSE.split(after)[0]}"))


def _keys_of(moment: Moment) -> tuple[_Day, _Day]:
    on, names = date.fromisoformat(moment.start[:10]), calendar_names("en")
    month, weekday = names.month_rows[on.month - 1][0], names.weekday_rows[on.weekday()][0]
    return (month[:3].lower(), on.day), weekday[:3].lower()


def _key_of(match: re.Match[str]) -> _Day:
    if match["weekday"]:
        return match["weekday"][:3].lower()
    return (match["month"] or match["first"])[:3].lower(), int(match["day"] or match["number"])


@cache
def _any_day() -> re.Pattern[str]:
    """A day as it may be written: "Oct 22", "22 October", "the 22nd of October", "Thursday"."""
    names = calendar_names("en")
    month, weekday = (
        "|".join(sorted({re.escape(name) for row in rows for name in row}, key=len, reverse=True))
        for rows in (names.month_rows, names.weekday_rows)
    )
    number = r"\d{1,2})(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:(?P<day>{number} (?:of )?(?P<month>{month})\.?|(?P<first>{month})\.? (?P<number>{number}(?!\d)|(?P<weekday>{weekday}))(?!\w)",
        re.IGNORECASE,
    )
