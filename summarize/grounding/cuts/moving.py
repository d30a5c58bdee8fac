"""A claim that is a cut of a sentence but for the place of who says it: in front for at the end, or with another "that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.article import Span
from summarize.findings import Attribution, Sentence
from summarize.grounding.cuts.aligning import Cut, as_cut
from summarize.grounding.cuts.words import CutWord, words_of
from summarize.languages.tables import kept_words, table

_MOVABLE: Final = frozenset({"said", "found", "alleged", "believed", "expected"})
"""Kinds of attributions that may stand before or behind what is said: "he denied", behind it, would say that it is so."""
_CHANGING: Final = frozenset({"denial", "absence", "doubt", "contrast", "restriction"})
"""Kinds of kept words that no attribution that moves may hold."""


def moved_from(claim: str, text: str, sentence: Sentence, attributions: Sequence[Attribution]) -> Cut | None:
    """The claim as a cut of a sentence whose source and verb may stand on the other side of what is said.

    Returns:
        None if it is no such cut. The ranges that are kept are in the order of the sentence.
    """
    there = words_of(text, sentence.span.start, sentence.span.end)
    said = words_of(claim)
    for order in (there, *_orders(there, text, sentence, attributions)):
        for words in (said, _without_that(said, attributions)):
            cut = as_cut(words, order, text, sentence)
            if isinstance(cut, Cut):
                return cut
    return None


def _orders(
    there: Sequence[CutWord], text: str, sentence: Sentence, attributions: Sequence[Attribution]
) -> Iterator[list[CutWord]]:
    """The sentence's words with each attribution that frames the whole of it on its other side."""
    for one in attributions:
        if not sentence.span.covers(one.cue_span) or one.kind not in _MOVABLE or one.negated or one.source is None:
            continue
        content = Span.of(one.content[0].start, one.content[-1].end)
        inside = [word for word in there if content.start <= word.start < content.end]
        lead = [word for word in there if not content.start <= word.start < content.end]
        if not inside or not lead or lead[0].start < content.start <= lead[-1].start:
            continue
        if not any(
            row.stand_in(text, lead[0].start, lead[-1].end) for row in kept_words("en") if row.kind in _CHANGING
        ):
            yield [*inside, *lead] if lead[0].start < content.start else [*lead, *inside]


def _without_that(said: Sequence[CutWord], attributions: Sequence[Attribution]) -> list[CutWord]:
    """A claim without the words that open what is said behind a verb of saying, where the sentence may have none."""
    cues = {word.form for one in attributions for word in words_of(one.cue)}
    opening = str(table("en/removable.toml")["words"]["opening"]).split()
    return [
        word for index, word in enumerate(said) if not (index and word.form in opening and said[index - 1].form in cues)
    ]
