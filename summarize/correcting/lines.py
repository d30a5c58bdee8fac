"""Lines that a person writes: the article's own sentence, a cut of one, or an editor's words, which rules may refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from summarize.card import Headline, Statement, Told
from summarize.checking.examining import refusals
from summarize.correcting.change import Change
from summarize.draft import DraftStatement
from summarize.evidence.syntax import Syntax
from summarize.grounding.credits import credit, placed
from summarize.grounding.index import Index, OwnWords
from summarize.grounding.own_words import MAX_HEADLINE, MAX_LENGTH, refused_form, support_of

_MAX_TRIED: Final = 2_000
"""Sentences that a line is laid over."""


def line(
    change: Change, old: Told, index: Index, syntax: Syntax | None, places: Mapping[int, int]
) -> Headline | Statement | str:
    """The line as it will stand on the card, or the reason why it does not hold.

    Args:
        change: what the person gives.
        old: the line before.
        index: the article.
        syntax: a loaded NLP model.
        places: by the number of a participant among the findings, its place in `who`.
    """
    text = " ".join((change.text or "").split())
    title = " ".join((index.article.title or "").split())
    if isinstance(old, Headline) and title and text == title:
        return Headline(text=text)
    support, numbers = "editor", change.sentences or _behind(old, index)
    for number in range(1, min(len(index.findings.sentences), _MAX_TRIED) + 1):
        if (found := support_of(OwnWords(text, (number,)), index)) is not None:
            support, numbers = found
            break
    if support == "editor" and not change.own_words:
        return "it is no sentence of the article and no cut of one: --own-words marks it as an editor's words"
    if not numbers:
        return "say which sentences it rests on: --resting-on N,N, by their numbers in `summarize evidence`"
    words = OwnWords(text, tuple(dict.fromkeys(numbers)))
    most = MAX_HEADLINE if isinstance(old, Headline) else MAX_LENGTH
    reason = refused_form(DraftStatement(sentences=words.sentences, text=text), index, at_most=most)
    if reason is None and support == "editor":
        reason = refusals([words], index.article, index.findings, syntax, translated=False).get(words)
    if reason is not None:
        return reason
    evidence = index.sentence_evidence(words.sentences)
    values = {"text": text, "support": support, "attribution": credit(evidence, index), "evidence": evidence}
    made = Headline(**values) if isinstance(old, Headline) else Statement(**values)
    return placed([made], places)[0]


def _behind(old: Told, index: Index) -> Sequence[int]:
    """Numbers of the sentences that a line rests on."""
    return [number for part in old.evidence if (number := index.standing_in(part.start))]
