"""Plans that accounts of any story say are given up, by the day on which they were to be: each account is read once, whatever is in the diary."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from summarize.briefing import Moment
from summarize.daily.happened import deed_of, plan_of
from summarize.daily.named_days import CLAUSE, NamedDay, beside_days, names_of
from summarize.stories.merging.times import given_up_in
from summarize.text.content import content_words

_WEEK: Final = timedelta(days=7)
_DAYS_OF: Final = frozenset({"day", "time"})
_MIN_SHARED: Final = 3
"""Words that a date and an account of another story which gives it up have in common."""


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
        asked = {key for moment in moments if moment.precision in _DAYS_OF for key in names_of(moment)}
        self._plans: dict[NamedDay, list[_Plan]] = {}
        for then, text in accounts if asked else ():
            for day, before, after in beside_days(text, asked):
                if (off := given_up_in(before, after)) is not None:
                    clause = content_words(f"{before} {CLAUSE.split(after)[0]}")
                    self._plans.setdefault(day, []).append(_Plan(then, content_words(off), clause))

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
            for key in names_of(moment)
            for each in self._plans.get(key, ())
        )
