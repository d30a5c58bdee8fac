"""What one account itself gives in two ways: a number and another's for the same right behind it, and two hours of one moment that two people quarrel over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Final

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.layout.corrections import is_correction_title
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.framing import TIMES, Framed, framed_figures
from summarize.stories.merging.given import standing_alone
from summarize.stories.merging.numbers import Number, numbers_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import subject_of
from summarize.stories.merging.whose import Witness, are_one
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_SENTENCES: Final = 20
_BEGINNING: Final = 300
"""Code points of an account in which it says what it is about."""
_BACK: Final = 3
"""Sentences that the one in which a figure was told may stand before another that speaks of "the figure"."""
_FARTHEST: Final = 4.0
"""How many times another a figure may be and still be meant for the same."""
_NEAR: Final = 1.03
_MINUTES: Final = 5
"""Minutes that two clocks may differ by."""
_WHO: Final = re.compile(r"(?:[a-z]+\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+)*")
_DOES: Final = re.compile(rf"\s{any_of(_WORDS.joins)}$", re.IGNORECASE)
_STOP: Final = "."
_ENDS: Final = frozenset(",.;")
_BESIDE: Final = 400
"""Code points between two sentences that tell of one moment."""


def told_otherwise(
    sources: Sequence[Source], witness: Witness, known: Sequence[Disagreement]
) -> Iterator[Disagreement]:
    """What accounts give in two ways themselves, each in somebody's name; nothing of sentences that are `known` to differ."""
    shown = {
        (line.evidence[0].article, line.evidence[0].start)
        for each in known
        for side in each.sides
        for line in side.lines
    }
    abouts = {each.about for each in known}
    for source in sources:
        if (
            source.copy_of is not None
            or not source.document.is_english
            or is_correction_title(source.card.article.title)
        ):
            continue
        for each in (*_counts(source, witness), *_hours(source, witness)):
            cites = [(side.lines[0].evidence[0].article, side.lines[0].evidence[0].start) for side in each.sides]
            if shown.isdisjoint(cites) and each.about not in abouts:
                abouts.add(each.about)
                yield each


def _counts(source: Source, witness: Witness) -> Iterator[Disagreement]:
    text, year = source.document.text, (source.card.article.published or "")[:4]
    sentences = list(islice(source.document.sentences, _SENTENCES))
    for place, second in enumerate(sentences):
        other, match = _other_count(text, second.start, second.end)
        if other is None or match is None or is_background(text[second.start : second.end], year):
            continue
        # "The figure" is the last one told, "it" whatever the sentence before is about.
        before = sentences[max(0, place - (_BACK if match.groupdict().get("named") else 1)) : place]
        first = next((each for each in reversed(before) if any(numbers_in(text, each.start, each.end))), None)
        if first is None:
            continue
        of_unit = [each for each in numbers_in(text, first.start, first.end) if each.unit == other.unit]
        if len(of_unit) != 1 or not _may_be_of_one(of_unit[0], other):
            continue
        subject = subject_of(text, first.start, first.end, of_unit[0])
        told = match.groupdict()
        about = told.get("about") or (subject.about if subject is not None else "")
        what = told.get("what") or ""
        if what and not content_words(what) & content_words(text[first.start : first.end]):
            continue
        disputer = _WORDS.disputer.match(text[second.start : second.end])
        who = [
            witness(source, first.start, first.end),
            standing_alone(disputer["who"], text[second.start : second.end])
            if disputer is not None
            else witness(source, second.start, second.end),
        ]
        if all(who) and not are_one(str(who[0]), source, str(who[1]), source):
            sides = (
                _figure(source, (first.start, first.end), of_unit[0], about, _named(str(who[0]))),
                _figure(source, (second.start, second.end), other, about, _named(str(who[1]))),
            )
            yield Disagreement(about=about or "figure", kind="figure", sides=sides)


def _named(who: str) -> str:
    """Who gives something, without what he does besides: "the Guild is asking for more and"."""
    found = _WHO.match(who) if _DOES.search(who) else None
    return standing_alone(found.group() if found is not None else who, "")


def _other_count(text: str, start: int, end: int) -> tuple[Number | None, re.Match[str] | None]:
    """The number of a sentence that is said to be somebody's own count of what was told before, with the words in front of it."""
    for number in numbers_in(text, start, end):
        before = text[start : number.start]
        match = _WORDS.other_count.search(before)
        if match is None and text[number.end : number.end + 1] in _ENDS:
            match = _WORDS.other_count_of_it.search(before)
        if match is None and text[number.end : end].strip() == _STOP:
            match = _WORDS.other_count_alone.search(before)
        if match is not None and number.bound is None:
            return number, match
    return None, None


def _may_be_of_one(one: Number, other: Number) -> bool:
    low, high = sorted((one.amount, other.amount))
    return one.bound is None and 0 < low * _NEAR < high <= _FARTHEST * low and one.measure == other.measure


def _figure(source: Source, sentence: tuple[int, int], number: Number, about: str, by: str) -> Side:
    line = _line(source, sentence)
    value = source.text[number.start : number.end]
    figure = Figure(
        about=about or "figure", value=value, amount=number.amount, unit=number.unit, attributed_to=by, as_of=source.stamp(number.start),
        line=line, evidence=(source.cite_range(number.start, number.end),),
    )  # fmt: skip
    return Side(value=value, figures=(figure,), lines=(line,))


def _hours(source: Source, witness: Witness) -> Iterator[Disagreement]:
    """Two hours of one moment, where the account says at its beginning that two disagree, and has no third of it."""
    opening = f"{source.card.article.title or ''}. {source.text[:_BEGINNING]}"
    if _WORDS.quarrels.search(opening) is None:
        return
    timed = [each for each in framed_figures([source]) if each.about == TIMES[0] and each.instants]
    for one, other in combinations(timed, 2):
        instants = one.instants & other.instants
        if not instants or len([each for each in timed if each.instants & instants]) > len((one, other)):
            continue
        is_near = one.sentence != other.sentence and other.sentence[0] - one.sentence[1] <= _BESIDE
        if not is_near or abs(one.amount - other.amount) <= max(one.slack, other.slack, _MINUTES):
            continue
        who = [witness(source, *each.sentence) for each in (one, other)]
        if all(who) and not are_one(str(who[0]), source, str(who[1]), source):
            yield Disagreement(about=TIMES[0], kind="figure", sides=(_hour(one), _hour(other)))


def _hour(each: Framed) -> Side:
    return Side(value=each.source.text[slice(*each.place)], lines=(_line(each.source, each.sentence),))


def _line(source: Source, sentence: tuple[int, int]) -> Line:
    cite = source.cite_range(*sentence)
    return Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
