"""Quotations: their words stand where the label says, inside their marks, labelled once; and no words in marks are left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.evaluation.gold.labels import Gold, GoldQuote, Words
from summarize.evaluation.gold.places import Ground
from summarize.evaluation.gold.problem import Problem, shown, words_problem
from summarize.evaluation.gold.rules.names import speaker_problems


@dataclass(frozen=True, slots=True)
class _Placed:
    """Labelled words, and where they stand."""

    start: int
    end: int
    label: str
    said: bool

    def holds(self, other: _Placed) -> bool:
        return self.start <= other.start and other.end <= self.end


def quotation_problems(gold: Gold, ground: Ground) -> Iterator[Problem]:
    """What is wrong with `quotes` and `not_quotes`."""
    placed: list[_Placed] = []
    for number, quote in enumerate(gold.quotes or ()):
        label = f"quotes[{number}]"
        for position, words in enumerate(quote.parts):
            yield from words_problem(ground, f"{label}.parts[{position}]", words, in_marks=True)
        parts = _parts(label, quote, ground)
        placed += parts
        for earlier, later in pairwise(parts):
            if later.start < earlier.start:
                yield Problem(later.label, f"it stands before {earlier.label}: parts come in the order of the article")
        yield from speaker_problems(label, quote, ground.text)
    for number, words in enumerate(gold.not_quotes or ()):
        yield from words_problem(ground, f"not_quotes[{number}]", words, in_marks=True)
        placed += _place(f"not_quotes[{number}]", words, ground, said=False)
    for one in placed:
        yield from _edges(one, ground)
    yield from _overlaps(placed)
    if gold.quotes is not None and gold.not_quotes is not None:
        for (start, _), left in ground.uncovered([(one.start, one.end) for one in placed]):
            yield Problem(
                "quotes", f"{shown(left)} at {start} is in quotation marks, but neither in quotes nor in not_quotes"
            )


def _place(label: str, words: Words, ground: Ground, *, said: bool) -> list[_Placed]:
    at = ground.place(words.text, words.at, in_marks=True)
    return [] if at is None else [_Placed(at, at + len(words.text), label, said)]


def _parts(label: str, quote: GoldQuote, ground: Ground) -> list[_Placed]:
    return [
        one
        for position, words in enumerate(quote.parts)
        for one in _place(f"{label}.parts[{position}]", words, ground, said=True)
    ]


def _edges(one: _Placed, ground: Ground) -> Iterator[Problem]:
    """Marks that are labelled with the words, and words outside the marks."""
    for run in ground.runs:
        for (start, end), (outer_start, outer_end) in zip(run.parts, run.outer, strict=True):
            if one.end <= outer_start or outer_end <= one.start or (start <= one.start and one.end <= end):
                continue
            if outer_start <= one.start and one.end <= outer_end:
                yield Problem(one.label, "the quotation marks do not belong to the words")
            else:
                yield Problem(
                    one.label, "it goes on outside the quotation marks: what stands outside is no part of the words"
                )


def _overlaps(placed: Sequence[_Placed]) -> Iterator[Problem]:
    ordered = sorted(placed, key=lambda one: (one.start, -one.end, not one.said))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.start >= one.end:
                break
            if one.holds(other) and other.holds(one):
                how = "twice" if one.said == other.said else "both as said and as said by nobody"
                yield Problem(other.label, f"these words are labelled {how}: see {one.label}")
            elif not (
                one.said and not other.said and one.holds(other)
            ):  # a title or term inside somebody's words may be
                yield Problem(other.label, f"it overlaps {one.label}")
