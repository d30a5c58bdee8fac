"""Whose word a sentence is in which no word of saying tells it: who puts a figure at something, owns to something, pleads, or is silent."""

from __future__ import annotations

import re
from typing import Final

from summarize.article import Span
from summarize.card import SaidBy
from summarize.findings import AttributionKind, Sentence
from summarize.grounding.index import Index
from summarize.grounding.replies import does, responds
from summarize.grounding.shapes import is_pronoun
from summarize.languages.grounding import grounding

_WORDS: Final = grounding("en")
_BODIES: Final = frozenset({"person", "organisation", "group"})


def whose_word(sentence: Sentence, index: Index) -> SaidBy | None:
    """Whose word a sentence without an attribution is, by how it opens; None if it is the article's own, or it is open who."""
    span = sentence.span
    text = index.slice(span)
    found = _WORDS.gives_figure.match(index.text, span.start, span.end)
    if found is not None and does("compares", text):
        return _make_attribution(found, None, "said", index)
    found = _WORDS.owns.match(index.text, span.start, span.end)
    if found is None or not responds(text):
        return None
    who = _who(sentence, Span.of(*found.span("speaker")), index)
    if who is None and is_pronoun(found["speaker"]):
        return None
    return _make_attribution(found, who, "denied" if does("contradicts", text) else "said", index)


def whose_silence(sentence: Sentence, index: Index) -> SaidBy | None:
    """Who is silent in a sentence that tells of nothing else, where it names him or its pronoun surely means him; else None."""
    span = sentence.span
    found = _WORDS.keeps_silent.match(index.text, span.start, span.end)
    if found is None or not does("silent", index.slice(span)):
        return None
    who = _who(sentence, Span.of(*found.span("speaker")), index)
    return _make_attribution(found, who, "planned", index) if who is not None else None


def _who(sentence: Sentence, speaker: Span, index: Index) -> int | None:
    """The one participant whom the words that open a sentence name or, as a pronoun, surely mean."""
    if is_pronoun(index.slice(speaker)):
        return sentence.opens_on if sentence.opening is not None and sentence.opening.start == speaker.start else None
    named = {one.participant for one in index.mentions_in(speaker.start, speaker.end) if one.kind in _BODIES}
    people = {one.participant for one in index.mentions_in(speaker.start, speaker.end) if one.kind == "person"}
    found = people or named
    return next(iter(found)) if len(found) == 1 else None


def _make_attribution(found: re.Match[str], who: int | None, kind: AttributionKind, index: Index) -> SaidBy:
    """Whose word it is, of a participant, or of whom the words tell that open the sentence."""
    parts = (index.evidence(Span.of(*found.span(name))) for name in ("speaker", "told"))
    speaker, told = (" ".join(found[name].split()) for name in ("speaker", "told"))
    source = index.findings.participants[who - 1].name if who is not None else speaker
    return SaidBy(source=source, participant=who, cue=told, kind=kind, evidence=tuple(parts))
