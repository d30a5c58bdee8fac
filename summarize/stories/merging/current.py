"""Figures of one thing that were given at about the same time: what a newer account supersedes is no other opinion, but an earlier state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from summarize.briefing import Figure
from summarize.languages.stories import figures
from summarize.stories.merging.figures import OF_THE_NEWS, Found
from summarize.stories.merging.likeness import content_words
from summarize.stories.slots import in_utc

_AT_ONCE: Final = timedelta(hours=4)
"""Accounts that are no further apart can contradict each other; of two that are, the later one knows more."""
_SAME_KIND: Final = 4.0
"""How many times another a figure may be and still be meant for the same."""
_SAME_TOLL: Final = 10.0
"""The same for counts that move as news comes in: nine dead and forty-one may be one toll; a battle's dead are not a war's."""


def current(group: Sequence[Found], agree: Callable[[Figure, Figure], bool]) -> list[Found]:
    """The figures of a group that none of the others supersedes, and those that say the same as one of these, in their order."""
    newest = [
        each
        for each in group
        if not any(_supersedes(other, each) and not agree(other.figure, each.figure) for other in group)
    ]
    return [each for each in group if any(each is one or agree(each.figure, one.figure) for one in newest)]


def may_differ(one: Found, other: Found) -> bool:
    """False for figures that are so far apart that they are of two things; counts that move as news comes in may be of one, where both are leads."""
    low, high = sorted((one.figure.amount or 0.0, other.figure.amount or 0.0))
    about = one.figure.about
    moves = about == other.figure.about and about in figures("en").moving and max(one.place, other.place) < OF_THE_NEWS
    return low > 0 and high <= (_SAME_TOLL if moves else _SAME_KIND) * low


def is_later(one: str | None, other: str | None, *, within_day: bool = True) -> bool:
    """True if an account of one time of publication is so much later than another that it knows more.

    That is one of another day or, for what changes within a day, one of hours on.
    """
    first, second = in_utc(one), in_utc(other)
    if not first or not second or first <= second:
        return False
    if first[:10] != second[:10]:
        return True
    return within_day and len(first) > 10 < len(second) and _moment(first) - _moment(second) > _AT_ONCE


def _supersedes(one: Found, other: Found) -> bool:
    is_settled = one.rank == 0 and one.figure.about not in figures("en").moving
    if is_later(one.figure.as_of, other.figure.as_of, within_day=not is_settled):
        return True
    return in_utc(one.figure.as_of) > in_utc(other.figure.as_of) and _is_of_one_voice(one, other)


def _is_of_one_voice(one: Found, other: Found) -> bool:
    """True if one outlet, one agency or one authority gives both."""
    if one.source.voice == other.source.voice:
        return True
    mine, its = (content_words(each.figure.attributed_to or "") for each in (one, other))
    return bool(mine) and mine == its


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp).replace(tzinfo=None)
