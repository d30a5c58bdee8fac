"""Which figures of a story still hold: an earlier one of the same voice, or of a day before, is no disagreement but a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from summarize.briefing import Figure
from summarize.languages.figures import figures
from summarize.stories.merging.figures import OF_THE_NEWS, ArticleFigure
from summarize.stories.merging.sources import Source
from summarize.stories.slots import in_utc
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_BEGINNING: Final = 300
"""Code points of an account in which it says what it is about."""
_DAY: Final = len("2026-03-10")
"""Code points of a date without an hour."""
_AT_ONCE: Final = timedelta(hours=4)
"""Accounts that are no further apart can contradict each other; of two that are, the later one knows more."""
_SAME_KIND: Final = 4.0
"""How many times another a figure may be and still be meant for the same."""
_SAME_TOLL: Final = 10.0
"""The same for counts that move as news comes in: nine dead and forty-one may be one toll; a battle's dead are not a war's."""


def current(group: Sequence[ArticleFigure], agree: Callable[[Figure, Figure], bool]) -> list[ArticleFigure]:
    """The figures of a group that none of the others supersedes, and those that say the same as one of these, in their order."""
    newest = [
        each
        for each in group
        if not any(_supersedes(other, each) and not agree(other.figure, each.figure) for other in group)
    ]
    return [each for each in group if any(each is one or agree(each.figure, one.figure) for one in newest)]


def may_differ(one: ArticleFigure, other: ArticleFigure) -> bool:
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


def _supersedes(one: ArticleFigure, other: ArticleFigure) -> bool:
    # An entry of a live blog is what was known at its hour.
    if other.source.slot == "live" and in_utc(one.figure.as_of) > in_utc(other.figure.as_of):
        return True
    is_settled = one.rank == 0 and one.figure.about not in figures("en").moving
    within_day = not is_settled and not _contradicts(one, other)
    if is_later(one.figure.as_of, other.figure.as_of, within_day=within_day):
        return True
    is_moved = _keeps_to_earlier(one.figure, other.figure) or _was_by_then(one.figure, other.figure)
    if not is_settled and is_moved and not _gives_another(one):
        return True
    return in_utc(one.figure.as_of) > in_utc(other.figure.as_of) and _is_of_one_voice(one, other)


def _contradicts(one: ArticleFigure, other: ArticleFigure) -> bool:
    """True if somebody has fewer of those of whom there are never fewer later on, in numbers without a bound, or if the other contests how many there are."""
    figure, earlier = one.figure, other.figure
    if figure.bound is not None or earlier.bound is not None or one.is_of_all or other.is_of_all:
        return False
    is_fewer = figure.about in _WORDS.rising and (figure.amount or 0.0) < (earlier.amount or 0.0)
    is_given = figure.attributed_to is not None
    is_lower = is_given and is_fewer and not _WORDS.counted_anew.search(figure.line.text)
    return is_lower or _is_contested(other.source) or _gives_another(one)


def _is_contested(source: Source) -> bool:
    """True if an account is about how many there are, which somebody contests."""
    return _WORDS.contested.search(f"{source.card.article.title or ''}. {source.text[:_BEGINNING]}") is not None


def _gives_another(one: ArticleFigure) -> bool:
    """True if whoever gives a toll is named, and its sentence says that another authority gives another: it is no later count of that."""
    return one.figure.attributed_to is not None and _WORDS.gives_another.search(one.figure.line.text) is not None


def _keeps_to_earlier(one: Figure, other: Figure) -> bool:
    """True if a toll that was called a lower bound before is kept to: "at least seven", and later eight; of one without a date, or of the same day without an hour, nobody knows when it was."""
    is_kept_to = other.bound == "least" and one.bound is None and (one.amount or 0.0) >= (other.amount or 0.0)
    return is_kept_to and _is_known_later(one.as_of, other.as_of)


def _is_known_later(one: str | None, other: str | None) -> bool:
    """True if one time of publication is after another, of the same day by the hours of both."""
    first, second = in_utc(one), in_utc(other)
    is_of_one_day = first[:_DAY] == second[:_DAY]
    return bool(second) and first > second and not (is_of_one_day and len(second) == _DAY)


def _was_by_then(one: Figure, other: Figure) -> bool:
    """True if the other is how many there were by an hour, and the first is as many or more without one: nineteen by dawn, and 23."""
    by_then = [_WORDS.by_then.search(each.line.text) is not None for each in (one, other)]
    return by_then == [False, True] and (one.amount or 0.0) >= (other.amount or 0.0) and other.about in _WORDS.rising


def _is_of_one_voice(one: ArticleFigure, other: ArticleFigure) -> bool:
    """True if one outlet, one agency or one authority gives both."""
    if one.source.voice == other.source.voice:
        return True
    mine, its = (content_words(each.figure.attributed_to or "") for each in (one, other))
    return bool(mine) and mine == its


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp).replace(tzinfo=None)
