"""Counts, sums, shares, measures and lengths of time of an account, each with the deeds that its clause tells: "got away" or "are loose"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from summarize.grounding.shapes import is_pronoun
from summarize.languages.figured_deeds import DeedRow, figured_deeds
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.layout.corrections import is_correction_title
from summarize.stories.merging.actors import actor_of
from summarize.stories.merging.aspects import aspects_in
from summarize.stories.merging.figures import OF_THE_NEWS, is_aside, is_background, is_part
from summarize.stories.merging.numbers import Number, is_bound, numbers_in
from summarize.stories.merging.shares import shares_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import NumberSubject, subject_of
from summarize.text.bounds import Bound
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern
from summarize.text.units import is_time

_WORDS: Final = figures("en")
_TABLE: Final = figured_deeds("en")
_DEEDS: Final = tuple((row, re.compile(rf"(?i)\b(?:{row.words})\b")) for row in _TABLE.deed)
_THINGS: Final = {row.id: re.compile(rf"(?i)\b(?:{row.things})\b") for row in _TABLE.deed if row.things}
_END: Final = re.compile(rf"[,;:()“”—–]|\b{any_of(_WORDS.clauses)}\b", re.IGNORECASE)
_COMMA: Final = re.compile("[,;:]")
_NAME: Final = re.compile(r"(?<!^)\b[A-Z]\w+")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)
_SENTENCES: Final = 20
_INSERTED: Final = 80
"""Code points of what may stand between commas, behind a number and before what is done."""
_COUNT: Final = 2
"""The rank of a count of whatever noun."""
_HERE: Final = "#"


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure with what is said to be done in its clause."""

    source: Source
    kind: str
    """Of the kinds of rows: "count", "money", "share", "measure", "duration"."""
    amount: float
    unit: str
    """A currency, "%", a symbol of a measure or of a length of time; nothing of a count."""
    bound: Bound | None
    noun: str
    """What is counted, where that stands behind the number."""
    place: tuple[int, int]
    sentence: tuple[int, int]
    deeds: frozenset[str]
    aspects: frozenset[str]
    names: frozenset[str]
    """The names of its clause, in small letters."""
    between: frozenset[str]
    """The words of content between a number and its noun."""
    said: frozenset[str]
    """The words of content of its clause, but for those for a deed; none where the clause opens on a pronoun."""
    whole: frozenset[str]
    """The words of content of its clause without the number and the noun, and none that has a digit."""
    around: frozenset[str]
    """The same of its sentence."""
    days: frozenset[str]
    """The days of the week and months of its clause, in small letters."""
    actor: str | None
    """Who does what its sentence tells, where it opens on a name."""
    narrowed: frozenset[str]
    """The words of content for what is measured, behind a measure: "600 hectares of olive trees"."""
    is_part: bool
    is_toll: bool
    """It is of people, and told by its kind wherever it stands: see `figures`."""
    is_own: bool
    """Whoever gives the count did it: "he said that he had received 300 letters"."""


class _Read(NamedTuple):
    """A figure where it stands: half-open code-point range, with its noun or unit."""

    kind: str
    amount: float
    unit: str
    start: int
    end: int
    bound: Bound | None = None
    noun: str = ""
    is_part: bool = False
    between: str = ""
    is_toll: bool = False


def figures_of_account(source: Source) -> Iterator[Figured]:
    """The figures of an account, in order; none of one in another language, nor of what corrects another."""
    if not source.document.is_english or is_correction_title(source.card.article.title):
        return
    text, year = source.document.text, (source.card.article.published or "")[:4]
    for place, sentence in enumerate(islice(source.document.sentences, _SENTENCES)):
        start, end, _ = sentence
        # Of another time is what a figure's own clause says is: "Mr Lee, who founded the bank in 1988, said that 14 men had gone".
        if is_aside(text[start:end], 0, year):
            continue
        for read in (*_lengths_of_time(source, sentence), *_numbers(text, start, end)):
            said = clause_of(text, (start, end), (read.start, read.end))
            opening = text[start : read.start].partition(",")[0]
            if place < OF_THE_NEWS or not is_background(f"{opening} {' '.join(said)}", year):
                yield _with_deeds(source, (start, end), read)


def deeds_in(clause: str, kind: str) -> frozenset[str]:
    """The names of the deeds of a kind that a clause tells, of which `#` stands for the figure or the date."""
    return frozenset(row.id for row, pattern in _DEEDS if kind in row.kind and pattern.search(clause))


def clause_of(text: str, sentence: tuple[int, int], place: tuple[int, int]) -> tuple[str, str]:
    """The words of the clause of a figure before and behind it; what is put between commas behind it is left out."""
    before, behind = text[sentence[0] : place[0]], text[place[1] : sentence[1]]
    first = max((match.end() for match in _END.finditer(before)), default=0)
    end = _END.search(behind)
    if end is None:
        return before[first:], behind
    rest = behind[end.end() :]
    close = rest.find(",") if end.group() == "," else -1
    if not 0 <= close < _INSERTED or not _TABLE.goes_on.match(rest, close + 1):
        return before[first:], behind[: end.start()]
    after = rest[close + 1 :]
    last = _END.search(after)
    return before[first:], f"{behind[: end.start()]}{after[: last.start()] if last is not None else after}"


def _lengths_of_time(source: Source, sentence: tuple[int, int, int]) -> Iterator[_Read]:
    start, end, _ = sentence
    text, sequence = source.document.text, source.document.tokens(sentence)  # type: ignore[arg-type]
    for quantity in source.document.quantities(sentence):  # type: ignore[arg-type]
        if quantity.clock is not None or not is_time(quantity.unit) or quantity.is_ordinal or len(quantity.values) > 1:
            continue
        first, last = sequence[quantity.at].start, sequence[max(quantity.until, quantity.after) - 1].end
        if is_bound(text[start:first]) or _TABLE.no_length.match(text, last, end):
            continue
        if _TABLE.before_length.match(text, last, end) and not _TABLE.for_length.search(text[start:first]):
            continue
        yield _Read("duration", float(next(iter(quantity.values))), str(quantity.unit), first, last)


def _numbers(text: str, start: int, end: int) -> Iterator[_Read]:
    shares = list(shares_in(text, start, end))
    for share in shares:
        yield _Read("share", share.percent, "%", share.start, share.end, noun=share.noun)
    for number in numbers_in(text, start, end):
        if any(share.start <= number.start < share.end for share in shares):
            continue
        each = _of_number(text, start, end, number)
        # "15.02" may be an hour; and hours are no count.
        if each.kind != "count" or (each.amount.is_integer() and each.noun not in _WORDS.no_noun):
            yield each


def _of_number(text: str, start: int, end: int, number: Number) -> _Read:
    if number.unit == "%":
        return _Read("share", number.amount, "%", number.start, number.end, number.bound)
    if number.unit is not None:
        return _Read("money", number.amount, number.unit, number.start, number.end, number.bound)
    if number.measure is not None:
        return _Read("measure", number.amount, number.measure, number.start, number.measured, number.bound)
    match = _WORDS.noun.match(text, number.end, end)
    noun, between, until = (match["noun"], match["between"], match.end()) if match is not None else ("", "", number.end)
    subject = subject_of(text, start, end, number) or NumberSubject(noun, None, _COUNT)
    # "371 passengers and 41 crew": neither is all of them.
    is_summed = _WORDS.summed_after.match(text, number.end, end) or _WORDS.summed_before.search(
        text[start : number.start]
    )
    some = bool(is_summed) or is_part(text, start, end, number, subject)
    is_toll = subject.about in _WORDS.people
    return _Read("count", number.amount, "", number.start, until, number.bound, noun, some, between, is_toll)


def _with_deeds(source: Source, sentence: tuple[int, int], read: _Read) -> Figured:
    before, behind = clause_of(source.document.text, sentence, (read.start, read.end))
    clause = f"{before}{_HERE}{behind}"
    found = [(row, pattern) for row, pattern in _DEEDS if read.kind in row.kind and _tells(row, pattern, clause)]
    deeds = frozenset(
        row.id for row, _ in found if not (row.of_things and read.kind == "count" and is_people(read.noun))
    )
    opening = source.document.text[sentence[0] : read.start]
    # "Had not turned up", "would fetch": words of a deed say nothing besides; what it is of may be told behind its clause: "since 2023".
    further = _COMMA.split(source.document.text[read.end : sentence[1]])[0]
    bare, whole = (f"{opening}{_HERE} {read.noun}{rest}" for rest in (behind, further))
    for _, pattern in found:
        bare, whole = pattern.sub(" ", bare), pattern.sub(" ", whole)
    at = _TABLE.opens_at.match(opening)
    named = f"{at.group() if at is not None else ''} {_DAYS.sub(' ', clause).strip()}".strip()
    return Figured(
        source, read.kind, read.amount, read.unit, read.bound, read.noun, (read.start, read.end), sentence, deeds,
        aspects_in(bare, read.kind) | aspects_in(whole, read.kind),
        frozenset(name.casefold() for name in _NAME.findall(named)),
        content_words(read.between), _words_of_clause(before, behind, [pattern for _, pattern in found]),
        _words_beside(f"{before} {behind}", read), _words_beside(f"{opening} {source.document.text[read.end : sentence[1]]}", read),
        frozenset(day.casefold() for day in _DAYS.findall(clause)), actor_of(source, *sentence), _measured_thing(read, behind),
        read.is_part or _is_joined(source.document.text, read, sentence[1]), read.is_toll, _is_own(read, before, (row for row, _ in found)),
    )  # fmt: skip


def _tells(row: DeedRow, pattern: re.Pattern[str], clause: str) -> bool:
    things = _THINGS.get(row.id)
    return bool(pattern.search(clause) or (things is not None and things.search(clause)))


def _words_of_clause(before: str, behind: str, patterns: Sequence[re.Pattern[str]]) -> frozenset[str]:
    opening = (before.split() or behind.split() or [""])[0].casefold()
    # "Its frame is worth" is of the frame.
    if is_pronoun(opening) and opening not in _WORDS.definite:
        return frozenset()
    clause = _DAYS.sub(" ", f"{before} {behind}")
    for pattern in patterns:
        clause = pattern.sub(" ", clause)
    return content_words(clause)


def _words_beside(text: str, read: _Read) -> frozenset[str]:
    """The words of content beside a figure, but for days and what it counts."""
    words = content_words(_DAYS.sub(" ", text)) - content_words(read.noun)
    return frozenset(word for word in words if not any(map(str.isdigit, word)))


def _measured_thing(read: _Read, behind: str) -> frozenset[str]:
    match = _WORDS.measure_of.match(behind) if read.kind == "measure" else None
    return content_words(match["what"]) if match is not None else frozenset()


def _is_joined(text: str, read: _Read, end: int) -> bool:
    """True for a count of what one of two things was done to: "63 stalls had burned or were wet"."""
    last = _END.search(text, read.end, end)
    return read.kind == "count" and last is not None and last.group() == _WORDS.either


def _is_own(read: _Read, before: str, rows: Iterator[DeedRow]) -> bool:
    """True for a count of what whoever gives it did, and does not only know of."""
    return read.kind == "count" and _WORDS.own_deed.search(before) is not None and not any(row.is_known for row in rows)


def is_people(noun: str) -> bool:
    """True for a noun for people, and where a number stands without one, which may count some."""
    return not noun or noun in _TABLE.people or _WORDS.who_behind.fullmatch(f" {noun}") is not None
