"""What happened and what came before it: the article's sentences, cuts of them, or an engine's own words where they were judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct, field

from summarize.card import Statement
from summarize.draft import Draft, DraftStatement
from summarize.grounding.brackets import bracketed
from summarize.grounding.credits import credit
from summarize.grounding.index import Index
from summarize.grounding.own_words import as_own_words, backing_of, only_asks
from summarize.grounding.rejections import Rejections

Field = Literal["what", "background"]
MAX_NEWS: Final = 3
MAX_BACKGROUND: Final = 5
_MAX_COUNT: Final[dict[Field, int]] = {"what": MAX_NEWS, "background": MAX_BACKGROUND}
_MAX_CHECKED: Final = 20
"""Statements of one field that are looked at word by word."""
MAX_VERBATIM: Final = 5
"""Sentences that a statement without words of its own may be."""


class Stated(Struct):
    """The statements of one field, and the numbers of the sentences they rest on."""

    statements: list[Statement] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


def stated(name: Field, draft: Draft, index: Index, rejections: Rejections, *, taken: Iterable[int] = ()) -> Stated:
    """The statements of a draft that hold."""
    held = Stated()
    seen: set[tuple[tuple[int, ...], str]] = set()
    used = set(taken)
    checked = 0
    for one in draft.what if name == "what" else draft.background:
        words = as_own_words(one, index)
        key = (words.sentences, words.text)
        if key in seen or (one.text is None and words.sentences and used.issuperset(words.sentences)):
            continue
        seen.add(key)
        checked += one.text is not None
        if len(held.statements) >= _MAX_COUNT[name]:
            told: _Held | str = f"a card has no more than {_MAX_COUNT[name]} of them"
        elif checked > _MAX_CHECKED:
            told = "there are too many statements to check"
        else:
            told = _statement(one, index)
            if name == "what" and not isinstance(told, str):
                told = _named(told, index)
        if isinstance(told, str):
            number = index.missing(one.sentences) or next(iter(one.sentences), 0)
            rejections.add(name, one.text or f"sentence {number}", told)
            continue
        held.statements.append(told.statement)
        held.sentences.update(told.sentences)
        if name == "background":
            used.update(told.sentences)
    return held


class _Held(Struct, frozen=True):
    """A statement, and the numbers of the sentences that bear it out."""

    statement: Statement
    sentences: tuple[int, ...]


def _named(held: _Held, index: Index) -> _Held:
    """A line of news that opens on "He" or "The company", with the name meant in brackets."""
    statement = held.statement
    sentence = index.findings.sentences[held.sentences[0] - 1]
    is_own = statement.support not in {"proved", "judged"} and len(held.sentences) == 1
    if not is_own or sentence.opening is None or sentence.opens_on is None:
        return held
    named = bracketed(statement.text, sentence.opening, sentence.opens_on, index)
    if named is None:
        return held
    text, evidence = named[0], (*statement.evidence, named[1])
    return _Held(
        Statement(text=text, support="cut", attribution=statement.attribution, evidence=evidence), held.sentences
    )


def _statement(one: DraftStatement, index: Index) -> _Held | str:
    """The statement, or the reason why it does not hold."""
    if one.text is None:
        return _verbatim(one, index)
    held = backing_of(one, index)
    if isinstance(held, str):
        return held
    if only_asks(held.sentences, index):
        return "it is a question, which tells nothing"
    return _Held(
        Statement(text=held.text, support=held.support, attribution=held.attribution, evidence=held.evidence),
        held.sentences,
    )


def _verbatim(one: DraftStatement, index: Index) -> _Held | str:
    numbers = tuple(dict.fromkeys(one.sentences))
    missing = index.missing(numbers)
    if missing is not None:
        return f"there is no sentence {missing}"
    if not numbers:
        return "it rests on no sentence of the article"
    if len(numbers) > MAX_VERBATIM:
        return f"it rests on more than {MAX_VERBATIM} sentences"
    evidence = index.sentence_evidence(numbers)
    text = " ".join(" ".join(part.text.split()) for part in evidence)
    return _Held(
        Statement(text=text, support="verbatim", attribution=credit(evidence, index), evidence=evidence), numbers
    )
