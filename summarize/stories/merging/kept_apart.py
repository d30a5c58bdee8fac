"""Sums that somebody keeps to, beside what another gives for the same: "Audit Wales kept to its estimate of £281 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.languages.figures import figures
from summarize.stories.merging.agreeing import figure_with_bound, may_be_same
from summarize.stories.merging.given import attributed_to
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import subject_of
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_SENTENCES: Final = 20
_FARTHEST: Final = 2.0
"""How many times another a sum may be and still be meant for the same."""


def kept_apart(sources: Sequence[Source], agreed: Sequence[Figure]) -> Iterator[Disagreement]:
    """Of sums that are said to be kept to, those against which another who is named gives another sum of the only kind that the story tells in its currency.

    Args:
        sources: the accounts.
        agreed: the figures that no account contradicts, by the kinds of things that they are of.
    """
    sums = [each for each in agreed if each.unit is not None and each.about in _WORDS.kept and each.attributed_to]
    told: set[str] = set()
    for source in sources:
        if not source.document.is_english:
            continue
        for kept in _kept(source):
            of_unit = [each for each in sums if each.unit == kept.unit]
            others = [each for each in of_unit if _contests(kept, each)]
            if not others or len({each.about for each in of_unit}) > 1 or others[0].about in told:
                continue
            figure = kept.model_copy(update={"about": others[0].about})
            told.add(figure.about)
            yield Disagreement(about=figure.about, kind="figure", sides=(_side(others), _side([figure])))


def _kept(source: Source) -> Iterator[Figure]:
    """The sums of an account that somebody who is named keeps to."""
    for start, end, _ in islice(source.document.sentences, _SENTENCES):
        text = " ".join(source.text[start:end].split())
        if _WORDS.keeps_to.search(text) is None:
            continue
        found = [each for each in numbers_in(source.text, start, end) if each.unit not in {None, "%"}]
        who = attributed_to(text)
        if len(found) != 1 or found[0].bound is not None or who is None or not any(map(str.isupper, who)):
            continue
        number = found[0]
        subject = subject_of(source.text, start, end, number)
        if subject is not None and subject.about not in _WORDS.kept:
            continue
        line = Line(text=text, support="verbatim", evidence=(source.cite_range(start, end),))
        yield Figure(
            about="sum", value=source.text[number.start : number.end], amount=number.amount, unit=number.unit, bound=None, attributed_to=who,
            as_of=source.stamp(start), line=line, evidence=(source.cite_range(number.start, number.end),),
        )  # fmt: skip


def _contests(kept: Figure, other: Figure) -> bool:
    """True for another sum, by somebody of whom the one who keeps to his has no word."""
    low, high = sorted((kept.amount or 0.0, other.amount or 0.0))
    is_anothers = not content_words(kept.attributed_to or "") & content_words(other.attributed_to or "")
    return is_anothers and low > 0 and high <= _FARTHEST * low and not may_be_same(kept, other)


def _side(sides: Sequence[Figure]) -> Side:
    return Side(value=figure_with_bound(sides[0]), figures=tuple(sides), lines=tuple(each.line for each in sides))
