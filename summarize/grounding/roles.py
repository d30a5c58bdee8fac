"""Roles that an engine corrects: the words must stand where the article speaks of that very participant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.article import Span
from summarize.grounding.index import Index, whole
from summarize.grounding.shapes import no_description
from summarize.languages.grounding import grounding

_NEAR = 160
"""Characters between a mention and a role in the same sentence."""
_BESIDE = 1_500
"""Characters of a neighbouring sentence that are searched."""
_MAX_MENTIONS = 60
_OPENING = 12
"""Characters before a role that are looked at."""


def role_span(index: Index, role: str, name: str, mentions: Sequence[Span], participant: int | None) -> Span | str:
    """Where the article calls a participant so, or the reason why it does not.

    A role stands in a sentence that mentions the participant, or in one right beside it that names nobody else, and not where the
    findings read the role of another.
    """
    own = {word.casefold() for word in name.split()}
    if {word.casefold() for word in role.split()} <= own:
        return "it is no role"
    if (reason := no_description(role)) is not None:
        return reason
    pattern = whole(role, ignore_case=True)
    other: int | None = None
    for low, high in _windows(index, mentions[:_MAX_MENTIONS], participant):
        for match in pattern.finditer(index.text, low, high):
            span = Span(start=match.start(), end=match.end())
            if any(
                one.participant not in {None, participant} and one.span.covers(span)
                for one in index.mentions_over(span.start, span.end)
            ):
                return "it is somebody's name"
            owner = owner_of(index, span, participant)
            if owner is None:
                return span
            other = owner
    if other is not None:
        return f"the article calls {index.findings.participants[other - 1].name} so"
    return f"the article does not call {name} so"


def _windows(index: Index, mentions: Sequence[Span], participant: int | None) -> Iterator[tuple[int, int]]:
    """Where a role may stand: around each mention in its sentence, then the sentences beside that name nobody else."""
    beside: dict[int, None] = {}
    for span in mentions:
        number = index.standing_in(span.start)
        sentence = index.sentence(number)
        if sentence is None:
            continue
        yield max(sentence.span.start, span.start - _NEAR), min(sentence.span.end, span.end + _NEAR)
        beside.update(dict.fromkeys((number - 1, number + 1)))
    for number in beside:
        sentence = index.sentence(number)
        if sentence is not None and not _names_another(index, sentence.span, participant):
            yield sentence.span.start, min(sentence.span.end, sentence.span.start + _BESIDE)


def owner_of(index: Index, role: Span, participant: int | None) -> int | None:
    """Another participant whose role stands there, as the findings read it or as it hangs on the name; None if there is none."""
    owners = set(index.called_so(role.start, role.end))
    near = index.mentions_in(role.start - _NEAR, role.end + _NEAR)
    beside = {
        mention.participant
        for mention in near
        if mention.participant is not None and _hangs_on(index, role, mention.span)
    }
    if participant in owners or (participant in beside and not owners):
        return None
    return min(owners or beside, default=None)


def _hangs_on(index: Index, role: Span, name: Span) -> bool:
    """True for "prosecutor Maurel" and "Maurel, the prosecutor"."""
    gap = index.text[role.end : name.start] if role.end <= name.start else index.text[name.end : role.start]
    return grounding("en").apposed.fullmatch(gap) is not None


def whole_clause(index: Index, role: Span) -> Span:
    """A role that says what somebody does, with the word that makes it one: "who heads the branch"."""
    opening = grounding("en").opens_clause.search(index.text, max(0, role.start - _OPENING), role.start)
    return role if opening is None else Span(start=opening.start(), end=role.end)


def role_found(index: Index, participant: int) -> str | None:
    """What the article calls a participant, as the findings read it."""
    one = index.findings.participants[participant - 1]
    return one.role if one.role_span is None else index.slice(whole_clause(index, one.role_span))


def _names_another(index: Index, sentence: Span, participant: int | None) -> bool:
    return any(
        mention.participant is not None and mention.participant != participant
        for mention in index.mentions_in(sentence.start, sentence.end)
    )
