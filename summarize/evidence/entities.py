"""From names to who is meant: the mentions of one person, body or place gathered under its fullest name."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from summarize import gazetteer
from summarize.evidence.names import Name
from summarize.evidence.short_forms import acts_on, body_key, match_body, stated_acronyms
from summarize.evidence.vocabulary import FEMALE_WORDS, HONORIFICS, MALE_WORDS, NAME_PATTERNS, PATTERNS, PERSON_NOUNS
from summarize.expressions import expression
from summarize.rules import RuleReason, notebook, reason_text

_LETTERS = expression(r"[A-Za-z]+")
UNNAMED: Final = "unnamed"
"""The kind of those whom an article only describes."""
_MAX_NAMESAKES = 40
"""So many people who share a name are told apart; an article that names more of them is a list."""
_BESIDE = 40
"""Code points before a name in which a noun says whether it is a man's."""
_DESCRIBED = 80
"""Code points around a full name in which it is said what a person is."""
_NEAR_DEATH = 60
"""Code points beside a name in which it is said that somebody died."""
_FULL = 2
"""Words of a given name and a surname."""
_MAX_SHORT_FORM = 8
"""Words of the longest beginning or end of a name that is looked for as its short form."""


class Entity(Struct):
    """One person, organisation, group or place. `names` are its mentions in text order."""

    kind: str
    names: list[Name] = field(default_factory=list)
    gender: str | None = None
    role: tuple[int, int] | None = None
    _fullest: Name | None = None
    _counted: int = 0

    @property
    def fullest(self) -> Name:
        """The mention that names it most fully; the first of equals, and of an unnamed one's. Kept, for it is asked for at every mention.

        A word before somebody's given name adds nothing where he is named without it: "Crooked Ann Lee" is Ann Clinton.
        """
        if self.kind == UNNAMED:
            return self.names[0]
        if self._fullest is None or self._counted != len(self.names):
            self._fullest = max(self.names, key=self._how_full)
            self._counted = len(self.names)
        return self._fullest

    def _how_full(self, name: Name) -> tuple[int, bool, bool, int, int]:
        words = name.text.split()
        is_called = (
            self.kind == "person"
            and len(words) > _FULL
            and gazetteer.given_name_gender(words[0]) is None
            and gazetteer.given_name_gender(words[1]) is not None
        )
        return len(words) - is_called, not is_called, not name.text.isupper(), len(name.text), -name.start

    @property
    def name(self) -> str:
        """The fullest form in the article, white space collapsed; a place that stands only in a dateline's capitals gets small ones."""
        name = " ".join(self.fullest.text.split())
        return name.title() if self.kind == "place" and name.isupper() and len(name) > 3 and "." not in name else name


def gather(text: str, names: list[Name]) -> list[Entity]:
    """The entities that `names` mention, in order of first mention."""
    people = _people(text, [name for name in names if name.kind == "person"])
    bodies = _bodies(text, [name for name in names if name.kind in {"organisation", "group"}])
    places = _places([name for name in names if name.kind == "place"])
    return sorted([*people, *bodies, *places], key=lambda entity: entity.names[0].start)


def _key(name: str) -> list[str]:
    words = gazetteer.fold(name).replace(".", "").lower().split()
    return [word for word in words if word not in HONORIFICS] or words


def _compatible(first: list[str], second: list[str]) -> bool:
    """True if two full names with one surname can be one person's: Donald Trump, Donald J Trump, D Trump; not James Ian Marsh and Ian Donald Marsh."""
    a, b = first[:-1], second[:-1]
    if not a or not b:
        return True
    if len(a) > 1 and len(b) > 1:
        return a[0].startswith(b[0]) if len(b[0]) == 1 else b[0].startswith(a[0]) if len(a[0]) == 1 else a[0] == b[0]
    return any(
        x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)) for x in a[:1] for y in b
    ) or any(x == y for x in a for y in b[:1])


def _people(text: str, names: list[Name]) -> list[Entity]:
    people: list[Entity] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    keys: list[list[str]] = []
    singles: list[Name] = []
    for name in names:
        key = _key(name.text)
        if len(key) == 1:
            singles.append(name)
            continue
        surnames = by_word.get(key[-1], [])[:_MAX_NAMESAKES]
        match = next((i for i in surnames if keys[i][-1] == key[-1] and _compatible(keys[i], key)), None)
        if match is None:
            first = by_word.get(key[0], [])[:_MAX_NAMESAKES]
            match = next((i for i in first if set(keys[i]) <= set(key) or set(key) <= set(keys[i])), None)
        if match is None:
            match = len(people)
            people.append(Entity("person"))
            keys.append(key)
            for word in key:
                by_word[word].append(match)
        elif len(key) > len(keys[match]):
            for word in set(key) - set(keys[match]):
                by_word[word].append(match)
            keys[match] = key
        people[match].names.append(name)
    for entity in people:
        entity.gender = gender_of(text, entity)
    in_full = [sum(" " in name.text for name in entity.names) for entity in people]
    for name in singles:
        _assign_single(text, name, people, keys, by_word, in_full)
    for entity in people:
        entity.names.sort(key=lambda name: name.start)
        entity.gender = entity.gender or gender_of(text, entity)
    return people


def _assign_single(  # noqa: PLR0913, PLR0917 - what is known of the people so far
    text: str,
    name: Name,
    people: list[Entity],
    keys: list[list[str]],
    by_word: defaultdict[str, list[int]],
    in_full: list[int],
) -> None:
    """Give a name of one word to the person whom it means.

    `in_full` counts how often each is named by more than one.
    """
    word = _key(name.text)[-1]
    candidates = by_word.get(word, [])[:_MAX_NAMESAKES]
    surnames = [i for i in candidates if keys[i][-1] == word]
    pool = [
        i
        for i in surnames or candidates
        if not _holds_another_office(text, name, people[i]) and not _is_of_other_sex(text, name, people[i])
    ]
    if len(pool) > 1:
        # Two people share the name: an honorific decides, or the office that one of them has.
        gender = _title_gender(text, name)
        pool = [i for i in pool if gender is None or people[i].gender in {gender, None}] or pool
        office = _office(text, name)
        pool = [i for i in pool if office and any(_office(text, each) == office for each in people[i].names)] or pool
        # The one whom the article is about takes the bare surname; a relative of that name is given in full.
        pool = [max(pool, key=lambda i: (in_full[i], -people[i].names[0].start))]
    if pool:
        which = reason_text("the surname") if surnames else reason_text("part of the name")
        of = (
            reason_text(f", who is named in full most often of {len(candidates)} with it")
            if len(candidates) > 1
            else ""
        )
        _note_joined([name], people[pool[0]], which + of)
        people[pool[0]].names.append(name)
        return
    by_word[word].append(len(people))
    keys.append([word])
    in_full.append(0)
    people.append(Entity("person", [name], gender=_title_gender(text, name)))


def _note_joined(names: list[Name], entity: Entity, why: str) -> None:
    """Note, while somebody asks, why shorter names are mentions of somebody or something."""
    notes = notebook()
    if notes is not None:
        for name in names:
            notes.write(name.start, name.end, RuleReason(f"“{name.text}” joined to", None, entity.name, why=why))


def _office(text: str, name: Name) -> str:
    """The last word of the title before a name, in small letters; empty without one."""
    return text[name.title[0] : name.title[1]].lower().split()[-1].rstrip(".") if name.title else ""


def _is_of_other_sex(text: str, name: Name, person: Entity) -> bool:
    """True for a title of the other sex than somebody's: "Lady Moss" is not Sir Ian Moss."""
    gender = _title_gender(text, name) if name.title else None
    return gender is not None and person.gender not in {gender, None}


def _holds_another_office(text: str, name: Name, person: Entity) -> bool:
    """True if a title before a name is an office, and the person of that surname is introduced as something else: "Mayor Lee" beside "Peter Lee, an engineer"."""
    office = _office(text, name)
    if not office or office in HONORIFICS or any(each.title for each in person.names):
        return False
    full = person.fullest
    introduced = NAME_PATTERNS.introduced_after.match(text, full.end, full.end + _DESCRIBED)
    if introduced is None or NAME_PATTERNS.past_role.search(introduced["role"]):
        return False
    words = introduced["role"].lower().split()
    # Without an article what stands behind a comma may be anything: "Peter Lee, speaking to nurses and an engineer".
    if PERSON_NOUNS.isdisjoint(words if introduced["article"] else words[:2]):
        return False
    # "Peter Lee, an engineer, met Mayor Lee": the office of the name asked about is not thereby the engineer's.
    own = re.compile(rf"(?i)\b{re.escape(office)}\b(?!\s{re.escape(name.text)})")
    found = own.search(text, max(0, full.start - _DESCRIBED), full.end + 2 * _DESCRIBED)
    is_another = found is None or found.start() >= full.end + _DESCRIBED
    return is_another and not _offices_change(text)


@lru_cache(1)
def _offices_change(text: str) -> bool:
    """True for an article in which somebody comes to an office: what a person was there tells nothing of the office held now."""
    return NAME_PATTERNS.office_gained.search(text) is not None


def _title_gender(text: str, name: Name) -> str | None:
    before = text[name.title[0] : name.title[1]] if name.title else text[max(0, name.start - 12) : name.start]
    for word in reversed(_LETTERS.findall(before)):
        if word.lower() in MALE_WORDS:
            return "m"
        if word.lower() in FEMALE_WORDS:
            return "f"
    return None


def gender_of(text: str, entity: Entity) -> str | None:
    """`m` or `f` by a person's title, relation or given name; None if none tells."""
    for name in entity.names:
        found = _title_gender(text, name) if name.title or name.start else None
        if found and name.title:
            return found
        before = NAME_PATTERNS.relation.search(text[max(0, name.start - 24) : name.start])
        if before:
            return "m" if before[1].lower() in MALE_WORDS else "f"
    words = entity.name.split()
    # The last word is the surname, be it "Scott" or "Cyril"; the one before it may be a middle name.
    for word in words[: min(2, len(words) - 1)]:
        listed = {gazetteer.given_name_gender(part) for part in word.split("-")} & {"m", "f"}
        if listed:
            return listed.pop() if len(listed) == 1 else None
    return _told_gender(text, entity)


def _told_gender(text: str, entity: Entity) -> str | None:
    """`m` or `f` by the noun right before a full name, or what is his or hers beside it: "the actress Dana Whitlock", "Dana Whitlock and her manager"."""
    told: set[str] = set()
    for name in entity.names:
        noun = NAME_PATTERNS.noun_beside.search(text, max(0, name.start - _BESIDE), name.start)
        if noun is not None and " " in name.text:
            word = noun["noun"].lower()
            told.update({"m"} if word in MALE_WORDS else {"f"} if word in FEMALE_WORDS else ())
        own = NAME_PATTERNS.own_beside.match(text, name.end)
        if own is not None and NAME_PATTERNS.own_lead.search(text, max(0, name.start - _BESIDE), name.start):
            told.add("m" if own["own"] in MALE_WORDS else "f")
    return told.pop() if len(told) == 1 else None


def is_dead(text: str, entity: Entity) -> bool:
    """True for a person of whom the article says that he or she died."""
    return entity.kind == "person" and any(
        PATTERNS.died_behind.match(text, name.end, name.end + _NEAR_DEATH)
        or PATTERNS.died_before.search(
            text[max(0, name.start - _NEAR_DEATH) : name.title[0] if name.title else name.start]
        )
        for name in entity.names
    )


def _bodies(text: str, names: list[Name]) -> list[Entity]:
    entities: list[Entity] = []
    firsts: list[int] = []
    keys: list[tuple[str, ...]] = []
    index: dict[tuple[str, ...], int] = {}
    by_part: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    # Fuller names first, so that short forms find them wherever they stand.
    ordered = sorted({body_key(name.text) for name in names}, key=lambda key: (-len(key), key))
    members: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        members[body_key(name.text)].append(name)
    acronyms = stated_acronyms(text, names)
    for key in ordered:
        match = match_body(key, index, by_part, acronyms, keys)
        if match is not None and key not in index and members[key][0].start < firsts[match]:
            match = None  # a short form comes after the full one: "Arsenal" first is no short form of "Royal Arsenal"
        if match is not None and match in by_part.get(key, ()) and key not in index:
            match = None if acts_on(text, members[key], members[keys[match]]) else match
        if match is not None:
            _note_joined(
                members[key], entities[match], "the same name, its acronym, or the beginning or end of no other"
            )
        else:
            match = len(entities)
            firsts.append(members[key][0].start)
            keys.append(key)
            entities.append(Entity(members[key][0].kind or "organisation"))
            content = [word for word in key if word not in NAME_PATTERNS.small]
            initials = "".join(word[0] for word in content)
            if len(initials) >= 2:
                index.setdefault((initials,), match)
        index.setdefault(key, match)
        for length in range(1, min(len(key), _MAX_SHORT_FORM + 1)):
            by_part[key[:length]].add(match)
            by_part[key[-length:]].add(match)
        entities[match].names.extend(members[key])
        firsts[match] = min(firsts[match], members[key][0].start)
    for entity in entities:
        entity.names.sort(key=lambda name: name.start)
    return entities


def _places(names: list[Name]) -> list[Entity]:
    entities: dict[str, Entity] = {}
    for name in names:
        folded = gazetteer.fold(name.text).lower()
        first, space, rest = folded.partition(" ")
        if space and first in NAME_PATTERNS.the:
            folded = rest
        key = NAME_PATTERNS.same.get(folded, folded)
        entities.setdefault(key, Entity("place")).names.append(name)
    return list(entities.values())
