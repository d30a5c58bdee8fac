"""Lines that a person writes: the article's own sentence, a cut of one, or an editor's words, which rules may refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from summarize.card import Headline, Statement, Support, Told
from summarize.checking.examining import refusals
from summarize.correcting.change import Change
from summarize.draft import DraftStatement
from summarize.evidence.syntax import Syntax
from summarize.grounding.credits import credit, map_participants
from summarize.grounding.index import Index, OwnWords
from summarize.grounding.news import MAX_VERBATIM
from summarize.grounding.own_words import MAX_HEADLINE, MAX_LENGTH, refused_form, support_of

_MAX_TRIED: Final = 2_000
"""Sentences that a line is laid over."""


def line(
    change: Change, old: Told | None, index: Index, syntax: Syntax | None, places: Mapping[int, int]
) -> Headline | Statement | str:
    """The line as it will stand on the card, or the reason why it does not hold."""
    if (missing := index.missing(change.sentences)) is not None:
        return f"there is no sentence {missing}"
    whole = " ".join(index.slice(index.findings.sentences[number - 1].span) for number in change.sentences)
    text = whole if change.text is None else " ".join(change.text.split())
    title = " ".join((index.article.title or "").split())
    if isinstance(old, Headline) and title and text == title:
        return Headline(text=text)
    backing = _find_backing(text, change, old, index)
    if isinstance(backing, str):
        return backing
    support, numbers = backing
    words = OwnWords(text, tuple(dict.fromkeys(numbers)))
    most = MAX_HEADLINE if isinstance(old, Headline) else MAX_LENGTH
    reason = refused_form(DraftStatement(sentences=words.sentences, text=text), index, at_most=most)
    if reason is None and support == "editor":
        reason = refusals([words], index.article, index.findings, syntax, translated=False).get(words)
    evidence = index.sentence_evidence(words.sentences)
    said_by = credit(evidence, index)
    if reason is None and change.field == "claims" and said_by is None:
        reason = "the article does not give it as anybody's word: it is news or background"
    if reason is not None:
        return reason
    values = {"text": text, "support": support, "attribution": said_by, "evidence": evidence}
    made = Headline(**values) if isinstance(old, Headline) else Statement(**values)
    return map_participants([made], places)[0]


def _find_backing(text: str, change: Change, old: Told | None, index: Index) -> tuple[Support, Sequence[int]] | str:
    """How a text is known to be the article's and the sentences that it rests on, or why neither is known."""
    support: Support = "editor"
    numbers = change.sentences or _behind(old, index)
    every = range(1, min(len(index.findings.sentences), _MAX_TRIED) + 1)
    for tried in filter(None, (change.sentences, *((number,) for number in every))):
        if (found := support_of(OwnWords(text, tried), index)) is not None:
            support, numbers = found
            break
    if support == "verbatim" and len(numbers) > MAX_VERBATIM:
        return f"it is more than {MAX_VERBATIM} sentences"
    if support == "editor" and not change.own_words:
        return "it is no sentence of the article and no cut of one: --own-words marks it as an editor's words"
    if not numbers:
        return "say which sentences it rests on: --resting-on N,N, by their numbers in `summarize evidence`"
    return support, numbers


def _behind(old: Told | None, index: Index) -> Sequence[int]:
    """Numbers of the sentences that a line rests on."""
    return [number for part in (old.evidence if old is not None else ()) if (number := index.standing_in(part.start))]
