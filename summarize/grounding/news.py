"""What happened and what came before it: statements by sentence number, verbatim, or in an engine's own words and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from summarize.article import Evidence
from summarize.card import Statement
from summarize.draft import Draft, DraftStatement
from summarize.grounding.index import Index
from summarize.grounding.rejections import Rejections

Field = Literal["what", "background"]
MAX_NEWS: Final = 3
MAX_BACKGROUND: Final = 5
_MAX_COUNT: Final[dict[Field, int]] = {"what": MAX_NEWS, "background": MAX_BACKGROUND}
_MAX_LENGTH: Final = 400
"""Characters of a statement in an engine's own words."""
_MAX_CHECKED: Final = 20
"""Statements of one field that are checked word by word."""
MAX_CITED: Final = 12
"""Sentences that a statement in an engine's own words may rest on."""
_MAX_VERBATIM: Final = 5
"""Sentences that a statement without words of its own may be."""


@dataclass(slots=True)
class Stated:
    """The statements of one field, and the numbers of the sentences they rest on."""

    statements: list[Statement] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


def stated(name: Field, draft: Draft, index: Index, rejections: Rejections, taken: Iterable[int] = ()) -> Stated:
    """The statements of a draft that hold.

    Args:
        name: the field of the card.
        draft: the draft.
        index: the article.
        rejections: takes what is refused.
        taken: numbers of sentences that stand on the card already; a statement that is only such sentences adds nothing.
    """
    held = Stated()
    seen: set[tuple[tuple[int, ...], str]] = set()
    used = set(taken)
    checked = 0
    for one in draft.what if name == "what" else draft.background:
        numbers = tuple(dict.fromkeys(one.sentences))
        key = (numbers, " ".join((one.text or "").split()))
        if key in seen or (one.text is None and numbers and used.issuperset(numbers)):
            continue
        seen.add(key)
        checked += one.text is not None
        reason = _out_of_bounds(one, numbers, index)
        if reason is None and len(held.statements) >= _MAX_COUNT[name]:
            reason = f"a card has no more than {_MAX_COUNT[name]} of them"
        if reason is None and checked > _MAX_CHECKED:
            reason = "there are too many statements to check"
        statement = reason or _statement(one, numbers, index, translated=draft.translated)
        if isinstance(statement, str):
            number = missing_sentence(numbers, index) or next(iter(numbers), 0)
            rejections.add(name, one.text or f"sentence {number}", statement)
            continue
        held.statements.append(statement.statement)
        held.sentences.update(statement.sentences)
        if name == "background":
            used.update(numbers)
    return held


def missing_sentence(numbers: Sequence[int], index: Index) -> int | None:
    """The first number that is no sentence's, None if there is none."""
    return next((number for number in numbers if index.sentence(number) is None), None)


def _out_of_bounds(draft: DraftStatement, numbers: Sequence[int], index: Index) -> str | None:
    missing = missing_sentence(numbers, index)
    if missing is not None:
        return f"there is no sentence {missing}"
    if not numbers:
        return "it rests on no sentence of the article"
    most = _MAX_VERBATIM if draft.text is None else MAX_CITED
    if len(numbers) > most:
        return f"it rests on more than {most} sentences"
    if draft.text is not None and len(draft.text) > _MAX_LENGTH:
        return f"it is longer than {_MAX_LENGTH} characters"
    return None


@dataclass(frozen=True, slots=True)
class _Held:
    """A statement, and the numbers of the sentences that bear it out."""

    statement: Statement
    sentences: tuple[int, ...]


def _statement(draft: DraftStatement, numbers: tuple[int, ...], index: Index, *, translated: bool) -> _Held | str:
    """The statement, or the reason why it does not hold."""
    if draft.text is None:
        evidence = _evidence(numbers, index)
        text = " ".join(" ".join(part.text.split()) for part in evidence)
        return _Held(Statement(text=text, support="verbatim", evidence=evidence), numbers)
    from summarize.grounding.statements.check import check  # noqa: PLC0415 - most cards need none

    support, reason = check(draft.text, index.basis(numbers), translated=translated)
    if support is None:
        return reason
    # What is cited beside the point is no evidence: the fewest sentences that bear the text out as well.
    for number in reversed(numbers) if not translated else ():
        rest = tuple(other for other in numbers if other != number)
        if rest and check(draft.text, index.basis(rest))[0] == support:
            numbers = rest
    return _Held(
        Statement(text=" ".join(draft.text.split()), support=support, evidence=_evidence(numbers, index)), numbers
    )


def _evidence(numbers: Sequence[int], index: Index) -> tuple[Evidence, ...]:
    return tuple(index.evidence(index.findings.sentences[number - 1].span) for number in numbers)
