"""Times, lengths of time, counts and shares that two accounts give differently in clauses that otherwise say the same, each in somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.layout.corrections import is_correction_title
from summarize.stories.corrections import is_correction
from summarize.stories.merging.aspects import are_of_two_hours, aspects_in
from summarize.stories.merging.figures import is_background, is_later, is_part
from summarize.stories.merging.likeness import content_words
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.shares import shares_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import COMPARABLE, Subject, counted, subject_of
from summarize.stories.merging.whose import Witness, are_one
from summarize.stories.slots import in_utc
from summarize.text.months import month_pattern, weekday_pattern
from summarize.text.quantities import Quantity
from summarize.text.tokens import Token
from summarize.text.units import is_time

_WORDS: Final = figures("en")
_BOUND: Final = re.compile(rf"[,;:()“”—–]|\b{any_of(_WORDS.clauses)}\b", re.IGNORECASE)
_HARD: Final = re.compile(r"[,;:()“”—–]")
_CAPITAL: Final = re.compile(r"(?<!^)\b[A-Z]\w+")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)
_INSTANTS: Final = tuple((row.about, re.compile(rf"(?i)\b(?:{row.words})\b")) for row in _WORDS.instant)
_SENTENCES: Final = 20
_SHARED, _SHARE = 2, 0.6
"""Words of content that two clauses share beside the figure: so many, and so much of the shorter."""
_APART, _ROUGHLY = 5, 30
"""Minutes that two clocks may differ by, and the same where one is called about so late."""
_POINTS: Final = 10
"""Points that a share in words may differ from another by."""
_FARTHEST: Final = 4.0
_NOON: Final = 12
_MARK: Final = re.compile('[“”"«»„]')
_TIMES: Final = ("time", "duration")
_SHARE_OF: Final = "share: "
_MEASURE: Final = "measure: "


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


class _Given(NamedTuple):
    """A figure where it stands: half-open code-point range."""

    about: str
    """"time", "duration" with its unit, or what is counted, or of what it is a share."""
    amount: float
    start: int
    end: int
    unit: str | None = None
    slack: int = 0


def framed_apart(sources: Sequence[Source], witness: Witness, known: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """What two accounts give differently in the same words; of one thing, one disagreement, and none of what is `known`."""
    figures = [figure for each in known for side in each.sides for figure in side.figures]
    shown = {(cite.article, cite.start) for figure in figures for cite in figure.evidence}
    found = [each for source in sources for each in _of(source) if (source.number, each.place[0]) not in shown]
    told = {each.about for each in known}
    for place, one in enumerate(found):
        for other in found[:place]:
            if one.about in told or not _differ(one, other):
                continue
            pair = sorted((one, other), key=lambda each: in_utc(each.source.card.article.published), reverse=True)
            who = [witness(each.source, *each.sentence) for each in pair]
            if all(who) and not are_one(str(who[0]), pair[0].source, str(who[1]), pair[1].source):
                told.add(one.about)
                yield Disagreement(
                    about=one.about.partition(" in ")[0],
                    kind="figure",
                    sides=tuple(_side(each, str(by)) for each, by in zip(pair, who, strict=True)),
                )


def _differ(one: Framed, other: Framed) -> bool:
    """True if two figures are of one thing at one time, as their clauses say, and not the same."""
    if one.about != other.about or one.source.voice == other.source.voice or one.aspects != other.aspects:
        return False
    first, second = (each.source.card.article.published for each in (one, other))
    if is_later(first, second, within_day=False) or is_later(second, first, within_day=False):
        return False
    is_timed = one.about.startswith(_TIMES)
    if not _are_alike(one, other) or (not is_timed and are_of_two_hours(_said(one), _said(other))):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    low, high = sorted((one.amount, other.amount))
    if slack := max(one.slack, other.slack, _APART if one.about == "time" else 0):
        return high - low > slack
    return 0 < low < high <= _FARTHEST * low


def _said(each: Framed) -> str:
    (start, end), text = each.sentence, each.source.document.text
    return f"{text[start : each.place[0]]}#{text[each.place[1] : end]}"


def _both_tell(name: str, one: Framed, other: Framed) -> bool:
    return all(name in each.source.text.casefold() for each in (one, other))


def _are_alike(one: Framed, other: Framed) -> bool:
    """True if two clauses say the same of their figure: most of the shorter one's words, all of a share's, or the same moment in other words."""
    if one.about == "time" and (one.instants or other.instants):
        return bool(one.instants & other.instants)
    if one.about.startswith(_TIMES) and one.instants & other.instants:
        return True
    if one.of != other.of or (one.days and other.days and not one.days & other.days):
        return False
    if one.slack and one.about.startswith(_SHARE_OF):
        # A place that both accounts name tells them apart no more than in which town it is.
        extra = {each for framed in (one, other) for each in framed.names if not _both_tell(each, one, other)}
        return not extra and one.frame - content_words(" ".join(one.names)) == other.frame - content_words(
            " ".join(other.names)
        )
    shared, shorter = len(one.frame & other.frame), min(len(one.frame), len(other.frame))
    if one.is_all and other.is_all:
        # What stands in the one alone is whom the other says it of elsewhere: "one meeting, the minister said", and with the minister.
        rest = one.frame ^ other.frame
        return 0 < shared == shorter and rest <= content_words(one.source.text) & content_words(other.source.text)
    return shared >= max(_SHARED, _SHARE * shorter) or bool(one.unit and 0 < shorter == shared)


def _of(source: Source) -> Iterator[Framed]:
    if not source.document.is_english or is_correction_title(source.card.article.title):
        return
    year = (source.card.article.published or "")[:4]
    for place, sentence in enumerate(source.document.sentences):
        if place == _SENTENCES:
            return
        start, end, _ = sentence
        text = source.document.text[start:end]
        if is_background(text, year) or is_correction(text) or _WORDS.earlier.search(text):
            continue
        sequence = source.document.tokens(sentence)
        for quantity in source.document.quantities(sentence):
            timed = _timed(source.document.text, sequence, quantity)
            if timed is not None and not _is_spoken(source.document.text, start, end, timed.start):
                yield _framed(source, (start, end), timed)
        for each in _counts(source.document.text, start, end):
            if not _is_spoken(source.document.text, start, end, each.start):
                yield _framed(source, (start, end), each)


def _is_spoken(text: str, start: int, end: int, at: int) -> bool:
    """True inside quotation marks, or in a sentence that begins or ends inside some: what somebody remembers in words of his own is his alone."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    return len(marks) % 2 == 1 or sum(mark < at for mark in marks) % 2 == 1


def _timed(text: str, sequence: Sequence[Token], quantity: Quantity) -> _Given | None:
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
        yield _Given(f"{_SHARE_OF}{share.noun}", share.percent, share.start, share.end, "%", _POINTS)
    for number in numbers_in(text, start, end):
        if number.bound is not None or number.unit not in {None, "%"}:
            continue
        subject = subject_of(text, start, end, number)
        if subject is not None and subject.about in COMPARABLE:
            continue  # told by its kind wherever it stands: see `figures`
        if number.unit is None and number.measure is None:
            subject = counted(text[number.end : end], is_one=number.amount == 1)
        elif number.measure is not None:
            subject = Subject(f"{_MEASURE}{number.measure}", None, 2)
        if subject is not None and not is_part(text, start, end, number, subject):
            last = max(number.end, number.measured) if number.measure else number.end
            yield _Given(subject.about, number.amount, number.start, last, number.unit)


def _framed(source: Source, sentence: tuple[int, int], what: _Given) -> Framed:
    text = source.document.text
    # "It broke out shortly after 2 a.m.": that word opens no clause.
    about = _WORDS.clock_about.search(text[sentence[0] : what.start])
    until = sentence[0] + about.start() if about is not None else what.start
    first = max((each.end() for each in _BOUND.finditer(text, sentence[0], until)), default=sentence[0])
    bound = _BOUND.search(text, what.end, sentence[1])
    last = bound.start() if bound is not None else sentence[1]
    if what.about.startswith(_SHARE_OF) and (spite := _WORDS.in_spite.search(text, what.end, last)) is not None:
        last = spite.start()
    days = frozenset(_DAYS.findall(text[first:last]))
    clause = _DAYS.sub(" ", f"{text[first : what.start]} {text[what.end : last]}")
    # "The flight ended after 92 seconds": that word is no other clause of a length of time.
    whole = _HARD.split(text[sentence[0] : what.start])[-1] if what.about.startswith(_TIMES[1]) else clause
    instants = frozenset(name for name, words in _INSTANTS if words.search(clause) or words.search(whole))
    names = frozenset(word.casefold() for word in _CAPITAL.findall(clause.strip()))
    place = (what.start, what.end)
    aspects = aspects_in(f"{text[sentence[0] : what.start]}#{text[what.end : sentence[1]]}", what.about)
    is_all = not what.about.startswith(_TIMES) and _WORDS.there_before.search(text, first, what.start) is not None
    return Framed(
        source, what.about, what.amount, what.unit, place, content_words(clause), names, instants, sentence, aspects, is_all,
        days, _of_what(text, sentence, (first, last), what), what.slack,
    )  # fmt: skip


def _of_what(text: str, sentence: tuple[int, int], clause: tuple[int, int], what: _Given) -> tuple[str, ...]:
    """What is measured, over or until which time; of a share, what its sentence opens on; and "and" of what is counted with something else."""
    if what.about.startswith(_TIMES):
        return ()
    first, last = clause
    joined = _WORDS.joined.match(text, last, sentence[1])
    parts = ["and"] if joined is not None else []
    if what.about.startswith(_MEASURE):
        match = _WORDS.measure_of.match(text, what.end, last)
        parts.append(match["what"] if match is not None else "")
    elif not (what.about.startswith(_SHARE_OF) and what.slack):
        return tuple(parts)
    elif not _WORDS.share_opens.search(text[sentence[0] : first].strip()):
        parts += sorted(content_words(text[sentence[0] : first]))
    periods = (match.group().split()[-1].lower() for match in _WORDS.period.finditer(text, first, last))
    return (*parts, *sorted(periods))


def _side(each: Framed, by: str) -> Side:
    source, (start, end) = each.source, each.sentence
    text = " ".join(source.text[start:end].split())
    line = Line(text=text, support="verbatim", evidence=(source.cited(start, end),))
    value = source.text[slice(*each.place)]
    if each.about.startswith(_TIMES):
        return Side(value=value, lines=(line,))
    figure = Figure(
        about=each.about, value=value, amount=each.amount, unit=each.unit, attributed_to=by, as_of=source.card.article.published,
        line=line, evidence=(source.cited(*each.place),),
    )  # fmt: skip
    return Side(value=value, figures=(figure,), lines=(line,))
