"""Who takes part: participants by number, by a name that the findings missed, and those that must not be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from summarize.article import Span
from summarize.card import Who
from summarize.draft import DraftParticipant
from summarize.findings import Participant
from summarize.gazetteer import is_place
from summarize.grounding.index import Index
from summarize.grounding.missed import MAX_SEARCHED, everywhere, looked_up
from summarize.grounding.rejections import Rejections
from summarize.grounding.roles import role_span, whole_clause

MAX_EVIDENCE = 50
"""Mentions of one participant or place kept as evidence; `mentions` still counts them all."""

_ENUMERATED = 4
"""Participants from which on the plain order of their numbers is no coincidence."""


class NamedParticipant(Struct, frozen=True):
    """A participant on the card, with its number in the findings; None if they missed it."""

    who: Who
    number: int | None


def accept_participants(
    drafts: Sequence[DraftParticipant], index: Index, rejections: Rejections
) -> list[NamedParticipant]:
    """The participants of a draft that hold, in its order, each once."""
    found: dict[int | str, NamedParticipant] = {}
    searched = 0
    for draft in drafts:
        number = draft.participant
        if number is None:
            searched += 1
            if searched > MAX_SEARCHED:
                rejections.add("who", draft.name or "a participant", "too many names to look up")
                continue
            missed = _find_missed_participant(draft, index, rejections)
            if missed is None or missed in found:
                continue
            if isinstance(missed, NamedParticipant):
                found.setdefault(missed.who.name, missed)
                continue
            number = missed
        if not 1 <= number <= len(index.findings.participants):
            rejections.add("who", draft.name or f"participant {number}", f"there is no participant {number}")
        elif number not in found:
            found[number] = NamedParticipant(
                _known_participant(index.findings.participants[number - 1], draft.role, index, rejections), number
            )
    return list(found.values())


def merge_participants(
    drafted: list[NamedParticipant],
    otherwise: Sequence[DraftParticipant],
    needed: Iterable[int],
    index: Index,
    rejections: Rejections,
) -> list[NamedParticipant]:
    """The draft's participants, in its order, then those of `otherwise` that it left out.

    Args:
        drafted: the draft's. One that the findings list takes part if `otherwise` says so too, if it is needed, or if it is a person of
            whom the article says what they are, unless the draft lists all that were found, and has chosen none.
        otherwise: the built-in engine's.
        needed: numbers of those who speak on the card or are named in its news.
        index: the article.
        rejections: takes those named in passing.
    """
    others = accept_participants(otherwise, index, Rejections())
    taking_part = {one.number for one in others}.union(needed)
    held: list[NamedParticipant] = []
    is_choice = not lists_all(drafted, index)
    for one in drafted:
        is_known = one.who.kind == "person" and one.who.role and is_choice
        if one.number is None or one.number in taking_part or is_known:
            held.append(one)
        else:
            rejections.add("who", one.who.name, "it is named in passing: neither in the news nor for what it says")
    if not held:
        return others
    if is_enumeration([one.number for one in drafted]):
        # The list as it was given says nothing of who matters more.
        rank = {one.number: place for place, one in enumerate(others)}
        held.sort(key=lambda one: rank.get(one.number, len(rank)))
    have = {one.number for one in held}
    return [*held, *(one for one in others if one.number not in have)]


def lists_all(drafted: Sequence[NamedParticipant], index: Index) -> bool:
    """True if a draft lists every participant that was found, four or more: it has chosen none."""
    listed = {one.number for one in drafted}
    return len(listed) >= _ENUMERATED and listed.issuperset(one.number for one in index.findings.participants)


def is_enumeration(numbers: Sequence[int | None]) -> bool:
    """True for 1, 2, 3, 4 and so on."""
    return len(numbers) >= _ENUMERATED and list(numbers) == list(range(1, len(numbers) + 1))


def _known_participant(participant: Participant, role: str | None, index: Index, rejections: Rejections) -> Who:
    spans = [participant.name_span]
    spans.extend(index.spans[number] for number in participant.mentions if index.spans[number] != participant.name_span)
    held, span = participant.role, participant.role_span
    if " ".join((role or "").split()) != participant.role:
        corrected = _role(role, participant.name, spans, index, rejections, number=participant.number)
        if corrected is not None:
            held, span = index.slice(corrected), corrected
    if span is not None:
        if (clause := whole_clause(index, span)) != span:
            held, span = index.slice(clause), clause
        spans.append(span)
    return Who(
        name=participant.name,
        role=held,
        kind=participant.kind,
        mentions=len(participant.mentions),
        evidence=tuple(index.evidence(one) for one in spans[:MAX_EVIDENCE]),
    )


def _role(  # noqa: PLR0913 - a claim, whom it is about, and what it is held against
    role: str | None, name: str, spans: list[Span], index: Index, rejections: Rejections, *, number: int | None = None
) -> Span | None:
    """Where the role stands that a draft gives somebody; None if it gives none, or if it was refused."""
    claimed = " ".join((role or "").split())
    if not claimed:
        return None
    corrected = role_span(index, claimed, name, spans, number)
    if isinstance(corrected, Span):
        return corrected
    rejections.add("who.role", f"{name}: {claimed}", corrected)
    return None


def _find_missed_participant(
    draft: DraftParticipant, index: Index, rejections: Rejections
) -> NamedParticipant | int | None:
    """A participant whom the findings missed, or the number of the known one that the words name; None if refused."""
    name = (draft.name or "").strip()
    there = looked_up(name, index.sentence(draft.sentence), index, rejections, "who")
    if there is None:
        return None
    mentions = (mention for span in there for mention in index.mentions_over(span.start, span.end))
    met = next((one for one in mentions if one.participant is not None or one.place is not None), None)
    if met is not None and met.participant is not None:
        return met.participant
    spoken = [span for span in there if not index.is_quoted(span.start, span.end)]
    reason = next(_no_participant(name, spoken, index, is_known_place=met is not None), None)
    if reason is not None:
        rejections.add("who", name, reason)
        return None
    # Somebody else's longer name that holds these words is no mention.
    spans = [
        span for span in everywhere(index, name) if not any(True for _ in index.mentions_over(span.start, span.end))
    ]
    evidence = [spoken[0], *(span for span in spans if span != spoken[0])]
    role = _role(draft.role, name, evidence, index, rejections)
    if role is not None:
        evidence.insert(1, role)
    return NamedParticipant(
        Who(
            name=" ".join(name.split()),
            role=None if role is None else index.slice(role),
            kind=draft.kind or "person",
            mentions=max(1, len(spans)),
            evidence=tuple(index.evidence(span) for span in evidence[:MAX_EVIDENCE]),
        ),
        None,
    )


def _no_participant(name: str, spoken: Sequence[Span], index: Index, *, is_known_place: bool) -> Iterator[str]:
    """Why a name that the findings missed is nobody's; `spoken` are its places outside quotations."""
    if is_known_place:
        yield "it is a place"
    if not spoken:
        yield "it stands in somebody's words alone"
    if is_place(name):
        yield "it is a place"
    if any(index.times_over(span.start, span.end) for span in spoken):
        yield "it is a date"
