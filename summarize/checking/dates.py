"""Dates that a statement names: they stand in its evidence, or are the resolved value of a time expression there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from summarize.findings import TimeExpression
from summarize.languages.calendars import calendar_names
from summarize.languages.grounding import grounding
from summarize.text.tokens import Token, tokens

_WORDS: Final = grounding("en")
_SHIFTS: Final = {word: int(step) for word, step in _WORDS.shifts.items()}
_MONTHS: Final = calendar_names("en").months
# Full names only: "the Sun reported" names no day.
_WEEKDAYS: Final = {row[0]: day for day, row in enumerate(calendar_names("en").weekday_rows)}
_BEGINNINGS: Final = frozenset((*_MONTHS, *_WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Named:
    """What a text says of one date: any of its parts. `at` and `until` are indices of its tokens, half-open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    at: int = 0
    until: int = 0

    def fits(self, other: Named) -> bool:
        """True if every part that this one says is the other's."""
        return all(
            mine is None or mine == theirs
            for mine, theirs in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
                (self.weekday, other.weekday),
            )
        )


def _number(token: Token, low: int, high: int) -> int | None:
    return (
        int(token.text)
        if token.is_number and token.text.isdecimal() and len(token.text) <= 4 and low <= int(token.text) <= high
        else None
    )


def _year(sequence: Sequence[Token], index: int) -> int | None:
    return _number(sequence[index], 1000, 2199) if index < len(sequence) else None


def _day(sequence: Sequence[Token], index: int) -> tuple[int | None, int]:
    if index >= len(sequence):
        return None, index
    day = _number(sequence[index], 1, 31)
    after = index + 1
    if (
        day is not None
        and after < len(sequence)
        and sequence[after].lower in _WORDS.endings
        and sequence[after].start == sequence[index].end
    ):
        after += 1
    return day, after


def _is_month(sequence: Sequence[Token], index: int) -> bool:
    token = sequence[index]
    if token.lower not in _MONTHS or not token.text[0].isupper():
        return False
    if token.lower not in _WORDS.month_or_name:
        return True
    before = sequence[index - 1] if index else None
    after = sequence[index + 1] if index + 1 < len(sequence) else None
    return bool(
        (before and (before.is_number or before.lower in _WORDS.before_month or before.lower in _WORDS.endings))
        or (after and after.is_number)
    )


def named_dates(sequence: Sequence[Token]) -> list[Named]:
    """The dates that a text names in English, in order; a bare year is a figure and not among them."""
    found: list[Named] = []
    index = 0
    while index < len(sequence):
        token = sequence[index]
        named = _read_date_at(sequence, index) if token.is_number or token.lower in _BEGINNINGS else None
        if named is None:
            index += 1
        else:
            found.append(named)
            index = named.until
    return found


def _read_date_at(sequence: Sequence[Token], at: int) -> Named | None:
    token = sequence[at]
    if token.is_number:
        return _from_number(sequence, at)
    if not token.is_word:
        return None
    if token.lower in _WEEKDAYS and token.text[0].isupper():
        return Named(weekday=_WEEKDAYS[token.lower], at=at, until=at + 1)
    if not _is_month(sequence, at):
        return None
    month = _MONTHS[token.lower]
    index = at + 1
    if index < len(sequence) and sequence[index].text == ".":
        index += 1
    day, after = _day(sequence, index)
    if day is not None:
        comma = after + 1 if after < len(sequence) and sequence[after].text == "," else after
        year = _year(sequence, comma)
        return Named(year=year, month=month, day=day, at=at, until=comma + 1 if year else after)
    year = _year(sequence, index)
    return Named(year=year, month=month, at=at, until=index + 1 if year else at + 1)


def _from_number(sequence: Sequence[Token], at: int) -> Named | None:
    day, after = _day(sequence, at)
    if after < len(sequence) and sequence[after].lower == "of":
        after += 1
    if day is not None and after < len(sequence) and _is_month(sequence, after):
        index = after + 1
        if index < len(sequence) and sequence[index].text == ",":
            index += 1
        year = _year(sequence, index)
        return Named(
            year=year, month=_MONTHS[sequence[after].lower], day=day, at=at, until=index + 1 if year else after + 1
        )
    # 2026-01-09
    if at + 4 < len(sequence) and _year(sequence, at) and sequence[at + 1].text == "-" == sequence[at + 3].text:
        month, last = _number(sequence[at + 2], 1, 12), _number(sequence[at + 4], 1, 31)
        if month and last:
            return Named(year=int(sequence[at].text), month=month, day=last, at=at, until=at + 5)
    return None


def resolved_dates(times: Iterable[TimeExpression]) -> list[Named]:
    """The resolved first and last day, month or year of time expressions."""
    found: list[Named] = []
    for time in times:
        for value in (time.start, time.end):
            parts = (value or "").partition("T")[0].split("-")
            if not all(part.isdecimal() for part in parts) or not parts[0]:
                continue
            year, month, day = (*(int(part) for part in parts), *(None, None, None))[:3]
            found.append(Named(year=year, month=month, day=day, weekday=_weekday(year, month, day)))
    return found


def _weekday(year: int | None, month: int | None, day: int | None) -> int | None:
    try:
        return date(year, month, day).weekday() if year and month and day else None
    except ValueError:
        return None


@dataclass(frozen=True)
class EvidenceDates:
    """What the evidence of a claim says of dates: each thing read when it is asked for.

    Args:
        evidence: the sentences that a claim rests on.
        times: the time expressions in them: a claim may give the day that they are resolved to.
        published_on: the article's ISO date, which "last year" is counted from.
    """

    evidence: str
    times: Sequence[TimeExpression]
    published_on: str | None

    @cached_property
    def dates(self) -> Sequence[Named]:
        """Those it names, and the values they are resolved to."""
        return [*named_dates(self._tokens), *resolved_dates(self.times)]

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Its words, in lower case."""
        return frozenset(token.lower for token in self._tokens)

    @cached_property
    def phrase(self) -> str:
        """It whole, in lower case, with single spaces."""
        return " ".join(self.evidence.lower().split())

    @cached_property
    def published(self) -> date | None:
        """The article's date."""
        try:
            return date.fromisoformat((self.published_on or "")[:10])
        except ValueError:
            return None

    @cached_property
    def _tokens(self) -> Sequence[Token]:
        return tokens(" ".join(self.evidence.split()))


def date_not_in(claim: str, evidence: str, times: Iterable[TimeExpression], published: str | None) -> str | None:
    """As `date_not_held`, of a claim in English and the sentences it rests on; the other arguments are those of `EvidenceDates`."""
    return date_not_held(tokens(" ".join(claim.split())), EvidenceDates(evidence, list(times), published))


def date_not_held(said: Sequence[Token], held: EvidenceDates) -> str | None:
    """The first of the dates that a claim names which its evidence does not give, as it is written; None if there is none.

    Args:
        said: the tokens of the claim, of its text with single spaces.
        held: what its evidence says of dates.
    """
    for one in named_dates(said):
        if not any(one.fits(other) for other in held.dates):
            return " ".join(token.text for token in said[one.at : one.until]).replace(" ,", ",")
    for token, following in zip(said, (*said[1:], None), strict=True):
        if token.lower in _WORDS.relative_days and token.lower not in held.lowers:
            return token.text
        if following is not None and token.lower in _SHIFTS and following.lower in _WORDS.periods:
            words = f"{token.lower} {following.lower}"
            if words not in held.phrase and not _is_then(token.lower, following.lower, held):
                return words
    return None


def _is_then(shift: str, unit: str, held: EvidenceDates) -> bool:
    """True if the evidence resolves a date in the year, month or week that lies `shift` from the publication date's."""
    published = held.published
    if published is None:
        return False
    step = _SHIFTS[shift]
    for one in held.dates:
        if unit == "year" and one.year == published.year + step:
            return True
        if (
            unit == "month"
            and one.year
            and one.month
            and (one.year - published.year) * 12 + one.month - published.month == step
        ):
            return True
        if unit == "week" and one.year and one.month and one.day and _weekday(one.year, one.month, one.day) is not None:
            there = date(one.year, one.month, one.day)
            monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
            if monday <= there < monday + timedelta(weeks=1):
                return True
    return False
