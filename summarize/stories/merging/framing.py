"""Times, lengths of time, counts, measures and shares of accounts, each with the clause that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.layout.corrections import is_correction_title
from summarize.stories.merging.aspects import aspects_in
from summarize.stories.merging.deeds import CountedDeed, deed_of, is_verb
from summarize.stories.merging.figures import is_aside, is_part
from summarize.stories.merging.numbers import Number, is_bound, numbers_in
from summarize.stories.merging.shares import shares_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import COMPARABLE, NumberSubject, counted_noun, subject_of
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern
from summarize.text.quantities import Quantity
from summarize.text.tokens import Token
from summarize.text.units import is_time

_WORDS: Final = figures("en")
_BOUND: Final = re.compile(rf"[,;:()“”—–]|\b{any_of(_WORDS.clauses)}\b", re.IGNORECASE)
_HARD: Final = re.compile(r"[,;:()“”—–]")
_CAPITAL: Final = re.compile(r"(?<!^)\b[A-Z]\w+")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)
_INSTANTS: Final = tuple((row, re.compile(rf"(?i)\b(?:{row.words})\b")) for row in _WORDS.instant)
_SENTENCES: Final = 20
_ROUGHLY: Final = 30
"""Minutes that a clock may differ by that is called about so late."""
_POINTS: Final = 10
"""Points that a share in words may differ from another by."""
_NOON: Final = 12
_MARK: Final = re.compile('[“”"«»„]')
TIMES: Final = ("time", "duration")
SHARE_OF: Final = "share: "
_MEASURE: Final = "measure: "
JOINED: Final = "&"
"""Stands in `Framed.of` where what is counted is joined to something else."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure with the clause that it stands in."""

    source: Source
    about: str
    """What kind of figure: "time", "duration" with its unit, or what is counted."""
    amount: float
    unit: str | None
    """"%" of a share, which its own name frames: "turnout was 51%"."""
    place: tuple[int, int]
    frame: frozenset[str]
    names: frozenset[str]
    instants: frozenset[str]
    """The moments of an event that it has words for."""
    sentence: tuple[int, int]
    aspects: frozenset[str]
    """What is said of it besides: of some customers, by another clock."""
    is_all: bool = False
    """It is how many there were: "there were three meetings"."""
    days: frozenset[str] = frozenset()
    """The days and months of its clause."""
    of: tuple[str, ...] = ()
    """What is measured, and whatever else has to be the same of a share, a measure or a count."""
    slack: int = 0
    """By how much it may differ and be the same: minutes of a time that is called about so late, points of a share in words."""
    deed: CountedDeed | None = None
    """What is done to what is counted or measured."""
    is_alone: bool = False
    """Its account has no other figure of the kind."""
    is_loose: bool = False
    """It is called about so much, stands in a quotation, or is told by its kind as well: what is done has to be the same."""


class _Given(NamedTuple):
    """A figure where it stands: half-open code-point range."""

    about: str
    """"time", "duration" with its unit, or what is counted, or of what it is a share."""
    amount: float
    start: int
    end: int
    unit: str | None = None
    slack: int = 0
    between: str = ""
    """Behind a number, what stands in front of the noun."""
    until: int = 0
    """Where the noun ends."""
    is_loose: bool = False


def framed_figures(sources: Sequence[Source]) -> Iterator[Framed]:
    """The figures of accounts, each with whether it is the only one of its kind there."""
    for source in sources:
        found = list(_of(source))
        amounts: dict[str, set[float]] = {}
        for each in found:
            amounts.setdefault(each.about, set()).add(each.amount)
        yield from (replace(each, is_alone=len(amounts[each.about]) == 1) for each in found)


def _of(source: Source) -> Iterator[Framed]:
    if not source.document.is_english or is_correction_title(source.card.article.title):
        return
    year = (source.card.article.published or "")[:4]
    for place, sentence in enumerate(source.document.sentences):
        if place == _SENTENCES:
            return
        start, end, _ = sentence
        if is_aside(source.document.text[start:end], place, year):
            continue
        sequence = source.document.tokens(sentence)
        for quantity in source.document.quantities(sentence):
            timed = _time_or_duration(source.document.text, sequence, quantity)
            if timed is not None and not _is_spoken(source.document.text, start, end, timed.start):
                yield _frame_figure(source, (start, end), timed)
        for each in _counts(source.document.text, start, end):
            framed = _frame_figure(source, (start, end), each)
            is_spoken = _is_spoken(source.document.text, start, end, each.start)
            if not is_spoken or framed.deed is not None:
                yield replace(framed, is_loose=each.is_loose or is_spoken)


def _is_spoken(text: str, start: int, end: int, at: int) -> bool:
    """True inside quotation marks, or in a sentence that begins or ends inside some: what somebody remembers in words of his own is his alone."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    return len(marks) % 2 == 1 or sum(mark < at for mark in marks) % 2 == 1


def _time_or_duration(text: str, sequence: Sequence[Token], quantity: Quantity) -> _Given | None:
    """A time of day whose half is known, in minutes, or a length of time."""
    start, end = sequence[quantity.at].start, sequence[max(quantity.until, quantity.after) - 1].end
    if quantity.clock is not None:
        hour, minute = quantity.clock
        before = text[sequence[0].start : start]
        if _WORDS.clock_bound.search(before) or not (quantity.is_halved or hour > _NOON):
            return None
        slack = _ROUGHLY if _WORDS.clock_about.search(before) else 0
        return _Given("time", hour * 60.0 + minute, start, end, slack=slack)
    if is_time(quantity.unit) and not quantity.is_ordinal and len(quantity.values) == 1:
        return _Given(f"duration in {quantity.unit}", float(next(iter(quantity.values))), start, end)
    return None


def _counts(text: str, start: int, end: int) -> Iterator[_Given]:
    """Counts of a noun, measures, and shares, that stand without a bound, and are no part of another."""
    for share in shares_in(text, start, end):
        if _WORDS.share_narrowed.match(text, share.end, end):
            continue
        yield _Given(f"{SHARE_OF}{share.noun}", share.percent, share.start, share.end, "%", _POINTS, until=share.end)
    for number in numbers_in(text, start, end):
        if is_bound(text[start : number.start]) or number.unit not in {None, "%"}:
            continue
        kind = subject_of(text, start, end, number)
        is_kind = kind is not None and kind.about in COMPARABLE
        if kind is not None and is_kind and (kind.about in _WORDS.people or number.unit is not None):
            continue  # told by its kind wherever it stands: see `figures`
        subject = kind if number.unit is not None else _subject_of_number(text, start, end, number)
        if subject is None or is_part(text, start, end, number, subject):
            continue
        last = max(number.end, number.measured) if number.measure else number.end
        noun = _WORDS.noun.match(text, last, end) if number.measure is None else None
        is_behind = noun is not None and noun["noun"] == subject.about
        between, until = (noun["between"], noun.end()) if noun is not None and is_behind else ("", last)
        is_loose = is_kind or number.bound is not None
        yield _Given(subject.about, number.amount, number.start, last, number.unit, 0, between, until, is_loose)


def _subject_of_number(text: str, start: int, end: int, number: Number) -> NumberSubject | None:
    """What a number counts or is a measure of."""
    if match := _WORDS.number_of.search(text, start, number.start):
        return NumberSubject(match["noun"], None, 2)
    if number.measure is not None:
        return NumberSubject(f"{_MEASURE}{number.measure}", None, 2)
    return counted_noun(text[number.end : end], is_one=number.amount == 1)


def _frame_figure(source: Source, sentence: tuple[int, int], what: _Given) -> Framed:
    text = source.document.text
    # "It broke out shortly after 2 a.m.": that word opens no clause.
    about = _WORDS.clock_about.search(text[sentence[0] : what.start])
    until = sentence[0] + about.start() if about is not None else what.start
    first = max((each.end() for each in _BOUND.finditer(text, sentence[0], until)), default=sentence[0])
    bound = _BOUND.search(text, what.end, sentence[1])
    last = bound.start() if bound is not None else sentence[1]
    if what.about.startswith(SHARE_OF) and (spite := _WORDS.in_spite.search(text, what.end, last)) is not None:
        last = spite.start()
    days = frozenset(_DAYS.findall(text[first:last]))
    clause = _DAYS.sub(" ", f"{text[first : what.start]} {text[what.end : last]}")
    # "The flight ended after 92 seconds": that word is no other clause of a length of time.
    is_length = what.about.startswith(TIMES[1])
    whole = _HARD.split(text[sentence[0] : what.start])[-1] if is_length else clause
    rows = (each for each in _INSTANTS if each[0].is_length == is_length)
    instants = frozenset(row.about for row, words in rows if words.search(clause) or words.search(whole))
    names = frozenset(word.casefold() for word in _CAPITAL.findall(clause.strip()))
    place = (what.start, what.end)
    aspects = aspects_in(f"{text[sentence[0] : what.start]}#{text[what.end : sentence[1]]}", what.about)
    is_all = not what.about.startswith(TIMES) and _WORDS.there_before.search(text, first, what.start) is not None
    return Framed(
        source, what.about, what.amount, what.unit, place, content_words(clause), names, instants, sentence, aspects, is_all,
        days, _of_what(text, sentence, (first, last), what), what.slack,
        _deed(source, sentence, (first, last), what),
    )  # fmt: skip


def _deed(source: Source, sentence: tuple[int, int], clause: tuple[int, int], what: _Given) -> CountedDeed | None:
    """What is done to what is counted or measured; None for any other figure."""
    if not what.until:
        return None
    text = source.document.text
    before, after = (_DAYS.sub(" ", part) for part in (text[clause[0] : what.start], text[what.until : clause[1]]))
    first = next(iter(source.document.sentences))
    return deed_of(before, what.between, after, is_lead=first.start == sentence[0])


def _of_what(text: str, sentence: tuple[int, int], clause: tuple[int, int], what: _Given) -> tuple[str, ...]:
    """What is measured, over or until which time; of a share, what its sentence opens on; and "and" of what is counted with something else."""
    if what.about.startswith(TIMES):
        return ()
    first, last = clause
    joined = _WORDS.joined.match(text, last, sentence[1])
    parts = [JOINED] if joined is not None else []
    if what.about.startswith(_MEASURE):
        match = _WORDS.measure_of.match(text, what.end, last)
        parts.append(match["what"] if match is not None and not is_verb(match["what"]) else "")
    elif not (what.about.startswith(SHARE_OF) and what.slack):
        return tuple(parts)
    elif not _WORDS.share_opens.search(text[sentence[0] : first].strip()):
        parts += sorted(content_words(text[sentence[0] : first]))
    periods = (match.group().split()[-1].lower() for match in _WORDS.period.finditer(text, first, last))
    return (*parts, *sorted(periods))
