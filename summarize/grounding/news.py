"""What happened and what came before it: the article's sentences, cuts of them, or an engine's own words where they were judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, Literal

from msgspec import Struct, field

from summarize.card import Statement
from summarize.draft import Draft, DraftStatement
from summarize.grounding.brackets import with_opening_named
from summarize.grounding.credits import credit
from summarize.grounding.index import Index
from summarize.grounding.own_words import as_own_words, backing_of
from summarize.grounding.rejections import Rejections
from summarize.grounding.replies import does

Field = Literal["what", "background"]
MAX_NEWS: Final = 3
OPENING: Final = 6
"""Sentences at an article's start in which its news, and the date and the place of it, may stand."""
_OPENING_SHARE: Final = 0.4
"""The same of a long article, as a share of its sentences."""
MAX_BACKGROUND: Final = 5
_MAX_COUNT: Final[dict[Field, int]] = {"what": MAX_NEWS, "background": MAX_BACKGROUND}
_MAX_CHECKED: Final = 20
"""Statements of one field that are looked at word by word."""
MAX_VERBATIM: Final = 5
"""Sentences that a statement without words of its own may be."""


class Held(Struct, frozen=True):
    """A statement, and the numbers of the sentences that bear it out."""

    statement: Statement
    sentences: tuple[int, ...]


class Stated(Struct):
    """The statements of one field that hold, in the card's order."""

    held: list[Held] = field(default_factory=list)

    @property
    def statements(self) -> list[Statement]:
        """Without the numbers of their sentences."""
        return [one.statement for one in self.held]

    @property
    def sentences(self) -> set[int]:
        """The numbers of the sentences that they rest on."""
        return {number for one in self.held for number in one.sentences}


def news(draft: Draft, otherwise: Draft | None, index: Index, rejections: Rejections) -> Stated:
    """The news of a card: the draft's that holds, and the built-in engine's where there is room for it.

    A draft that tells the lead nowhere is no account of the news: the built-in engine's stands first then, the lead before all, and the draft's
    has what room is left.

    Args:
        draft: the draft.
        otherwise: the built-in engine's, the lead first. A sentence that it takes as well is not contested.
        index: the article.
        rejections: takes what is refused.
    """
    drafted = accept_statements("what", draft, index, rejections)
    if otherwise is None:
        return drafted
    others = accept_statements("what", otherwise, index, Rejections())
    near: list[Held] = []
    for one in drafted.held:
        reason = no_news(one.sentences, others.sentences, index)
        if reason is None:
            near.append(one)
        else:
            rejections.add("what", one.statement.text, reason)
    told = Stated(near)
    if not others.held or not told.sentences.isdisjoint(others.held[0].sentences):
        rest = [one for one in others.held if not told.sentences.issuperset(one.sentences)]
        return Stated([*told.held, *rest[: max(0, len(others.held) - len(told.held))]])
    rest = [one for one in told.held if not others.sentences.issuperset(one.sentences)]
    room = MAX_NEWS - len(others.held)
    for one in rest[room:]:
        rejections.add("what", one.statement.text, "the news is told without its lead, which takes the room")
    return Stated([*others.held, *rest[:room]])


def no_news(sentences: Collection[int], agreed: Collection[int], index: Index) -> str | None:
    """Why some sentences cannot be the news, None if they can: further down than the opening stands more often what was before.

    Args:
        sentences: their numbers.
        agreed: numbers of sentences that are the news in any case.
        index: the article.
    """
    is_near = min(sentences) <= max(OPENING, _OPENING_SHARE * len(index.findings.sentences))
    return None if is_near or not set(agreed).isdisjoint(sentences) else "it stands too far down to be the news"


def accept_statements(
    name: Field, draft: Draft, index: Index, rejections: Rejections, *, taken: Iterable[int] = ()
) -> Stated:
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
        if len(held.held) >= _MAX_COUNT[name]:
            told: Held | str = f"a card has no more than {_MAX_COUNT[name]} of them"
        elif checked > _MAX_CHECKED:
            told = "there are too many statements to check"
        else:
            told = _statement(one, index)
            if not isinstance(told, str):
                told = _with_opening_named(told, index)
        if isinstance(told, str):
            number = index.missing(one.sentences) or next(iter(one.sentences), 0)
            rejections.add(name, one.text or f"sentence {number}", told)
            continue
        held.held.append(told)
        if name == "background":
            used.update(told.sentences)
    return held


def _with_opening_named(held: Held, index: Index) -> Held:
    """A statement that opens on "He" or "The company", with the name meant in brackets."""
    statement = held.statement
    is_own = statement.support not in {"proved", "judged"} and len(held.sentences) == 1
    sentence = index.findings.sentences[held.sentences[0] - 1]
    named = with_opening_named(statement.text, sentence, index) if is_own else None
    if named is None:
        return held
    text, evidence = named[0], (*statement.evidence, named[1])
    return Held(
        Statement(text=text, support="cut", attribution=statement.attribution, evidence=evidence), held.sentences
    )


def _statement(one: DraftStatement, index: Index) -> Held | str:
    """The statement, or the reason why it does not hold."""
    if one.text is None:
        return _verbatim(one, index)
    held = backing_of(one, index)
    if isinstance(held, str):
        return held
    return Held(
        Statement(text=held.text, support=held.support, attribution=held.attribution, evidence=held.evidence),
        held.sentences,
    )


def _verbatim(one: DraftStatement, index: Index) -> Held | str:
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
    # Who is silent behind what another says takes nothing from whose word that is.
    said = [part for part in evidence[1:] if not does("silent", part.text)]
    return Held(
        Statement(text=text, support="verbatim", attribution=credit([*evidence[:1], *said], index), evidence=evidence),
        numbers,
    )
