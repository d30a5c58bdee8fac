"""What a number counts or measures, in words that the numbers of several articles are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarize.languages.figures import CountedRow, TollRow, figures
from summarize.languages.loader import any_of
from summarize.stories.merging.numbers import Number

_WORDS: Final = figures("en")
_BETWEEN: Final = 7
"""Words between a number and those that tell what it counts."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """A row of tolls, its expressions as they stand around a number."""

    about: str
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    both: bool
    total: bool

    @classmethod
    def of(cls, row: TollRow) -> _Toll:
        after = rf"(?P<between>(?:\s[\w’'-]+){{0,{0 if row.bare else _BETWEEN}}}?)\s(?:{row.after})\b"
        before = rf"\b(?:{row.before})\b(?:\s{any_of(_WORDS.steps)})*\s$"
        return cls(
            row.about,
            re.compile(after, re.IGNORECASE) if row.after else None,
            re.compile(before, re.IGNORECASE) if row.before else None,
            row.both,
            row.total,
        )

    def behind(self, before: str, after: str) -> int | None:
        """How far the row's words behind a number reach; None if they are not there."""
        match = self.after.match(after) if self.after else None
        if match is None or _WORDS.not_between.search(match["between"]):
            return None
        return match.end() if not self.both or self.is_before(before) else None

    def is_before(self, before: str) -> bool:
        """True if the row's words stand right before a number."""
        return self.before is not None and self.before.search(before) is not None


_TOLLS: Final = tuple(map(_Toll.of, _WORDS.toll))
_KINDS: Final = tuple(
    (row, re.compile(rf"(?P<between>(?:\s[a-z’'-]+){{0,2}}?)\s(?:{row.words})\b", re.IGNORECASE)) for row in _WORDS.kind
)
_MONEY = {row.about: row.words for row in _WORDS.sum}
_SHARES, _MEASURED = any_of(_WORDS.shares), any_of(_WORDS.measured)
_RESULTS = tuple(map(re.compile, _WORDS.results))
# Two countries, three letters: what is that few is no figure of the news.
_MIN_COUNT = 10


COMPARABLE = frozenset(
    {
        *(row.about for row in _TOLLS),
        *(f"{row.name} {about}" for row in _WORDS.kind for about in row.also),
        *_MONEY,
        *_WORDS.names.values(),
    }
)
"""Subjects that are the same thing wherever a story speaks of them."""


@dataclass(frozen=True, slots=True)
class NumberSubject:
    """What a number is of."""

    about: str
    unit: str | None
    rank: int
    """0 for what stories are told by (tolls, votes, sums, terms), 1 for measures and shares, 2 for counts of whatever noun."""
    is_total: bool = False
    """It is of all, whatever part of them the same account counts elsewhere."""


def subject_of(text: str, start: int, end: int, number: Number) -> NumberSubject | None:
    """What a number of the sentence `text[start:end]` is of, None if that is not plain."""
    before, after = text[start : number.start], text[number.end : end]
    if number.unit == "%":
        near = _nearest(before, after, {"": _SHARES})
        return NumberSubject(near[1].lower(), "%", 1) if near else None
    if number.unit is not None:
        near = _nearest(before, after, _MONEY)
        if (each := _WORDS.each.match(after)) is not None and (near or each[2] not in _WORDS.spans):
            return NumberSubject(
                f"{near[0] if near and each[2] in _WORDS.spans else 'price'} {each[1]} {each[2]}", number.unit, 1
            )
        return NumberSubject(near[0], number.unit, 0) if near else None
    if _WORDS.prison.match(after) or (_WORDS.years.match(after) and _WORDS.sentenced.search(before)):
        return NumberSubject(_WORDS.names["prison"], "years", 0)
    if _WORDS.magnitude_before.search(before) or _WORDS.magnitude_after.match(after):
        return NumberSubject(_WORDS.names["magnitude"], None, 0)
    if number.measure is not None:
        near = _nearest(before, after, {"": _MEASURED})
        return NumberSubject(near[1].lower(), number.measure, 1) if near else None
    of_all = _WORDS.whole_after.match(after)
    return _toll(before, after[of_all.end() :] if of_all else after) or (
        counted_noun(after) if number.amount >= _MIN_COUNT else None
    )


def votes_in(text: str, start: int, end: int) -> tuple[re.Match[str], re.Match[str] | None] | None:
    """The result of a vote in a sentence, as a match with `ayes` and `noes`; None if there is none."""
    sentence = text[start:end]
    if not _WORDS.vote.search(sentence):
        return None
    for pattern in _RESULTS:
        match = pattern.search(text, start, end)
        if match is not None:
            return match, None
    return None


def _toll(before: str, after: str) -> NumberSubject | None:
    # "Four passengers, not three, were hurt"
    after = _WORDS.not_so_many.sub(r"\g<counted>", after, count=1)
    after = _WORDS.inserted.sub(r"\g<counted>", after, count=1)
    # "Two gunmen shot dead a mayor" counts nobody who is dead.
    is_of_doers = _WORDS.doers.match(after) is not None
    rows = () if is_of_doers else _TOLLS
    reached = [(reach, row.about, row) for row in rows if (reach := row.behind(before, after)) is not None]
    row = (
        min(reached, key=lambda each: each[:2])[2]
        if reached
        else next((row for row in _TOLLS if not row.both and row.is_before(before)), None)
    )
    if row is None:
        return None
    about: str | None = row.about
    if about in _WORDS.people and (kind := kind_of_counted(after)) is not None:
        about = f"{kind.name} {about}" if about in kind.also else None
    return NumberSubject(about, None, 0, is_total=row.total) if about else None


def kind_of_counted(after: str) -> CountedRow | None:
    """What is counted that is nobody, by the words behind a number; None where people may be."""
    for row, pattern in _KINDS:
        match = pattern.match(after)
        if match is None or _WORDS.small & {*match["between"].split()} or _WORDS.who_behind.match(after, match.end()):
            continue
        return row
    return None


def counted_noun(after: str, *, is_one: bool = False) -> NumberSubject | None:
    """The noun that a number counts, in the plural, by the words behind the number; None if they are none."""
    match = (_WORDS.noun_of_one if is_one else _WORDS.noun).match(after)
    if match is None:
        return None
    noun = plural_of(match["noun"]) if is_one else match["noun"]
    return NumberSubject(noun, None, 2) if noun not in _WORDS.no_noun else None


def plural_of(noun: str) -> str:
    """A noun in the plural: "gunmen" as "men"."""
    one = max((one for one in _WORDS.plurals if noun.endswith(one)), key=len, default="")
    return f"{noun.removesuffix(one)}{_WORDS.plurals[one]}" if one else f"{noun}{_WORDS.plural}"


def _nearest(before: str, after: str, words: dict[str, str]) -> tuple[str, str] | None:
    """The kind and the word nearest to a number, within the sentence."""
    best: tuple[int, str, str] | None = None
    for kind, pattern in words.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", before, re.IGNORECASE):
            best = (
                min(best, (len(before) - match.end(), kind, match.group()))
                if best
                else (len(before) - match.end(), kind, match.group())
            )
        found = re.search(rf"\b(?:{pattern})\b", after, re.IGNORECASE)
        if found is not None:
            best = (
                min(best, (found.start() + 3, kind, found.group()))
                if best
                else (found.start() + 3, kind, found.group())
            )
    return (best[1], best[2]) if best and best[0] <= 70 else None
