"""The cast of an article: who and what it names, with their roles, gathered from its names and numbered as findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct

from summarize.article import Span
from summarize.evidence.entities import Entity, gather
from summarize.evidence.marks import Quoted
from summarize.evidence.names import Name, find_names
from summarize.evidence.noun_groups import body_role
from summarize.evidence.place_names import dateline_places, is_placed, names_of_title, towns_of_bodies, towns_of_title
from summarize.evidence.roles import relation_of, role_of, said_to_be, told_behind
from summarize.evidence.told_first import body_told_first, several_told_first, told_first
from summarize.evidence.vocabulary import NAME_PATTERNS, ROLE_PATTERNS
from summarize.expressions import expression
from summarize.findings import Mention, Participant, ParticipantKind, Place
from summarize.layout import Layout
from summarize.rules import RuleReason, notebook, reason_text

Range = tuple[int, int]
_KINDS: dict[str, ParticipantKind] = {"person": "person", "group": "group", "unnamed": "unnamed"}
"""The kinds of entities as the findings give them; all others are organisations."""
_WORD = expression(r"[^\W\d_][\w'’-]*")
_LETTERED = 2
"""Words of a full name before its letters."""
_MAX_QUOTED_NAME = 8
"""Words of the longest title of a work in marks, whose capitals prove nothing."""


def cast_of(
    text: str, layout: Layout, sentences: list[Range], labels: dict[Range, str], runs: Sequence[Quoted]
) -> list[Entity]:
    """Everybody and everything named in a text, in order of first mention; people with their roles."""
    skip = [
        outer
        for run in runs
        for outer in run.outer
        if len(text[outer[0] : outer[1]].split()) <= _MAX_QUOTED_NAME and _is_capitalised(text, run)
    ]
    dateline = dateline_places(text, layout)
    titled = names_of_title(text, layout)
    placed = frozenset(name.text for name in titled if is_placed(text, name))
    names = [*dateline, *find_names(text, sentences, labels, skip, placed)]
    names += _note_names(towns_of_bodies(text, names), "the town that a body is called by")
    names += _note_names(towns_of_title(text, titled, placed, names), "the title names it as a place")
    names += _note_names(_bodies_of_places(text, names), "a place, and what of it is meant")
    filed_from = {name.text.casefold() for name in dateline}
    for name in names:
        if name.text.casefold() in filed_from:
            name.kind = "place"
            _note_names([name], "the article was filed from there, by its dateline")
    entities = gather(text, names)
    of_people = [name for entity in entities if entity.kind == "person" for name in entity.names]
    person_ends = sorted(name.end for name in of_people)
    person_starts = sorted(name.title[0] if name.title else name.start for name in of_people)
    bodies = {name.start: name.end for entity in entities if entity.kind == "organisation" for name in entity.names}
    for entity in entities:
        if entity.kind != "place":
            entity.role = _role(text, entity, sentences, person_ends, person_starts)
    people = [entity for entity in entities if entity.kind == "person"]
    alone = {id(person) for person in people if person.role}
    _share_roles(text, people)
    shared = {id(person) for person in people if person.role} - alone
    before = told_first(text, sentences, people)
    if before is not None:
        before[0].role = before[1]
    for person, role in several_told_first(text, sentences, people):
        person.role = role
    told_body = body_told_first(text, sentences, [entity for entity in entities if entity.kind == "organisation"])
    if told_body is not None:
        told_body[0].role = told_body[1]
    for person in people:
        person.role = person.role or _said_to_be(text, person, sentences) or _body_of(text, person, bodies)
        person.role = person.role or _relation(text, person, person_ends) or _letters(person)
        _note_role(text, person, _why_role(person, alone, shared))
    return entities


def _why_role(person: Entity, alone: Collection[int], shared: Collection[int]) -> str:
    """What gave somebody a role, by the steps that each gave some people one."""
    if id(person) in alone:
        return reason_text("the words beside its fullest name, or else its first mention with a role")
    if id(person) in shared:
        return reason_text("a role in the plural before several people")
    return (
        reason_text("the body named behind the full name, or whose relation the words before it call him")
        if person.role
        else reason_text("no words beside any mention are one")
    )


def _note_names(names: list[Name], why: str) -> list[Name]:
    """The names, with a note of each of why it is of its kind."""
    notes = notebook()
    if notes is not None:
        for name in names:
            notes.write(name.start, name.end, RuleReason("kind", None, name.kind or "", why=why))
    return names


def _note_role(text: str, entity: Entity, why: str) -> None:
    """Note at each mention of somebody which role is listed."""
    notes = notebook()
    if notes is not None:
        role = text[entity.role[0] : entity.role[1]] if entity.role else "none"
        for name in entity.names:
            notes.write(name.start, name.end, RuleReason(f"role of {entity.name}", None, role, why=why))


def _body_of(text: str, entity: Entity, bodies: Mapping[int, int]) -> Range | None:
    """The body that somebody is said to be of right behind the full name: "of Corner Street Research"."""
    for name in entity.names:
        if " " not in name.text:
            continue
        named = ROLE_PATTERNS.of_body.match(text, name.end)
        if named is not None and named.end() in bodies:
            return named.start("role"), bodies[named.end()]
        described = ROLE_PATTERNS.of_described_body.match(text, name.end)
        if described is not None:
            return described.span("role")
    return None


def _share_roles(text: str, people: Sequence[Entity]) -> None:
    """Give a role in the plural to each of the people behind it: "leaders Balbir Rosha and Jaswant Dhaliwal"."""
    by_start = {
        (name.title[0] if name.title else name.start): (name, entity) for entity in people for name in entity.names
    }
    for start in sorted(by_start):
        name, entity = by_start[start]
        role = entity.role
        if (
            role is None
            or not 0 <= (start if start >= role[1] else name.start) - role[1] <= len(", ")
            or not ROLE_PATTERNS.shared_role.search(ROLE_PATTERNS.behind_head.split(text[slice(*role)], maxsplit=1)[0])
        ):
            continue
        while (gap := ROLE_PATTERNS.shared_between.match(text, name.end)) is not None and gap.end() in by_start:
            name, entity = by_start[gap.end()]
            if " " not in name.text:
                break
            entity.role = entity.role or role


def _bodies_of_places(text: str, names: Sequence[Name]) -> list[Name]:
    """The bodies that are called by a place and what they are: "Punjab police", "Malawi's electoral commission"."""
    found = (
        (
            name,
            (NAME_PATTERNS.body_of_place if name.kind in {"place", "group"} else NAME_PATTERNS.body_by_itself).match(
                text, name.end
            ),
        )
        for name in names
        if name.kind != "organisation"
    )
    bodies: list[Name] = []
    for name, match in found:
        if match is None:
            continue
        if name.kind == "person" and not name.hard:
            name.kind = "place"  # "Nelson Mandela Bay municipality"
        bodies.append(Name(name.start, match.end(), text[name.start : match.end()], "organisation", hard=True))
    return bodies


def _relation(text: str, person: Entity, person_ends: list[int]) -> Range | None:
    """What somebody whom nothing else describes is to somebody else: "her son"."""
    for name in person.names[:12]:
        position = bisect_left(person_ends, name.start) - 1
        found = relation_of(text, name, person_ends[position] if position >= 0 else 0)
        if found is not None:
            return found
    return None


def _letters(person: Entity) -> Range | None:
    """The letters at the end of a full name that say what somebody is: "KC" of "Ann Lee KC"."""
    last = person.fullest.text.rsplit(maxsplit=1)[-1]
    is_office = last in ROLE_PATTERNS.office_letters and len(person.fullest.text.split()) > _LETTERED
    return (person.fullest.end - len(last), person.fullest.end) if is_office else None


def _said_to_be(text: str, person: Entity, sentences: list[Range]) -> Range | None:
    """What a sentence that opens on somebody's full name says he is."""
    for name in person.names[:12]:
        index = bisect_right(sentences, (name.start, 1 << 60)) - 1
        found = said_to_be(text, name, sentences[index]) if " " in name.text and index >= 0 else None
        if found is not None:
            return found
    return None


def described_as(text: str, person: Entity, sentences: list[Range]) -> Range | None:
    """What a text says beside the description of somebody whom it does not name: "The whistleblower, a former teller, won"."""
    for name in person.names[:12]:
        index = bisect_right(sentences, (name.start, 1 << 60)) - 1
        found = told_behind(text, name, sentences[index]) if index >= 0 else None
        if found is not None:
            return found
    return None


def _role(
    text: str, entity: Entity, sentences: list[Range], person_ends: list[int], person_starts: list[int]
) -> Range | None:
    best: Range | None = None
    for name in entity.names[:12]:
        index = bisect_right(sentences, (name.start, 1 << 60)) - 1
        if index < 0 or sentences[index][1] < name.end:
            continue
        position = bisect_left(person_ends, name.start) - 1
        if entity.kind == "person":
            following = bisect_left(person_starts, name.end)
            ceiling = person_starts[following] if following < len(person_starts) else None
            role = role_of(text, name, sentences[index], person_ends[position] if position >= 0 else 0, ceiling)
        else:
            role = body_role(text, name, sentences[index])
        if role is not None:
            # The role beside the fullest form, and of those the first, is how the article introduces the person.
            if name is entity.fullest or " " in name.text:
                return role
            best = best or role
    return best


def _is_capitalised(text: str, run: Quoted) -> bool:
    words = _WORD.findall(text[run.parts[0][0] : run.parts[0][1]])
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


class Numbered(Struct, frozen=True):
    """The cast as findings."""

    mentions: tuple[Mention, ...]
    """In text order."""
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    numbers: dict[int, int]
    """Number of the participant by the index of the entity."""


def number_cast(text: str, entities: Sequence[Entity], country: Callable[[Entity], str | None]) -> Numbered:
    """Mentions, participants and places, numbered in text order."""
    order = sorted(
        (name.start, index, position)
        for index, entity in enumerate(entities)
        for position, name in enumerate(entity.names)
    )
    mentions: list[Mention] = []
    of_entity: dict[int, list[int]] = {}
    participants: dict[int, int] = {}
    places: dict[int, int] = {}
    for start, index, position in order:
        entity = entities[index]
        is_place = entity.kind == "place"
        numbers = places if is_place else participants
        number = numbers.setdefault(index, len(numbers) + 1)
        mentions.append(
            Mention.of(
                len(mentions) + 1,
                Span.of(start, entity.names[position].end),
                "place" if is_place else _KINDS.get(entity.kind, "organisation"),
                None if is_place else number,
                number if is_place else None,
            )
        )
        of_entity.setdefault(index, []).append(len(mentions))
    return Numbered(
        tuple(mentions),
        tuple(_participant(text, entities[index], number, of_entity[index]) for index, number in participants.items()),
        tuple(
            Place(
                number=number,
                name=entities[index].name,
                name_span=_named_at(entities[index]),
                country=country(entities[index]),
                mentions=tuple(of_entity[index]),
            )
            for index, number in places.items()
        ),
        participants,
    )


def _participant(text: str, entity: Entity, number: int, mentions: list[int]) -> Participant:
    role = entity.role
    return Participant(
        number=number,
        name=entity.name,
        kind=_KINDS.get(entity.kind, "organisation"),
        name_span=_named_at(entity),
        role=" ".join(text[role[0] : role[1]].split()) if role else None,
        role_span=Span.of(role[0], role[1]) if role else None,
        mentions=tuple(mentions),
    )


def _named_at(entity: Entity) -> Span:
    return Span.of(entity.fullest.start, entity.fullest.end)
