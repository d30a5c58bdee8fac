"""Bodies that an article only describes, where they act or speak: "the health ministry said", "The works council has agreed", "police raided".

Such a description is the subject of its clause and ends in a noun for bodies. What takes up a body that the article names is a mention of that,
and no participant of its own; so is what may take one up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summarize.evidence.entities import Entity
from summarize.evidence.names import Name
from summarize.evidence.taking_part import ActingDescription, parts
from summarize.evidence.trees import Tree
from summarize.evidence.vocabulary import (
    AUXILIARIES,
    LANGUAGE,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
    REPORTING_VERBS,
    ROLE_PATTERNS,
    SPEECH_VERBS,
)
from summarize.expressions import expression
from summarize.gazetteer import country_code, is_place, people_of
from summarize.languages.people_patterns import body_patterns
from summarize.languages.verbs import is_plain_verb

Range = tuple[int, int]

_P: Final = body_patterns(LANGUAGE)
_HEADS: Final = _P.nouns | _P.firms
_SAYING: Final = SPEECH_VERBS | REPORTING_VERBS
_WORD: Final = expression(r"[\w’'-]+")
_BACK: Final = expression(r"([\w’'-]+)\s$")
_GENITIVE: Final = expression(r"(?:['’]s?)$")
_MAX_MODIFIERS: Final = 5
_MAX_BEHIND: Final = 3
"""Words behind its noun that say which body it is."""
_REACH: Final = 40
_MAX_COUNT: Final = 12
"""Described bodies of one article."""
_ORGANISATION: Final = "organisation"


class _Body(NamedTuple):
    start: int
    end: int
    head: str
    modifiers: frozenset[str]
    """The words before its noun, in lower case and without the end of a possessive."""


class _Around(NamedTuple):
    """What stands beside a sentence, for a description that takes it up."""

    last: frozenset[int]
    """Where the subject of the sentence before may begin."""
    following: frozenset[int]
    """Where that of the sentence behind may."""
    taken_up: Sequence[Entity]
    """Whom a description in the sentence before takes up."""


def described_bodies(
    text: str,
    sentences: Sequence[Range],
    quoted: Sequence[Range],
    entities: Sequence[Entity],
    trees: Sequence[Tree | None] = (),
) -> list[Entity]:
    """The bodies that a text describes and names nowhere, in text order, each with where it acts or speaks.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        quoted: ranges in quotation marks, in order.
        entities: who and what is named.
        trees: of each sentence the parse of its paragraph, where there is one.
    """
    named = [entity for entity in entities if entity.kind in {_ORGANISATION, "group"}]
    first = min((entity.names[0].start for entity in named if entity.kind == _ORGANISATION), default=len(text))
    found: list[tuple[_Body, Entity]] = []
    taken_up: list[list[Entity]] = [[] for _ in sentences]
    """What is named and taken up by a description in each sentence."""
    openings = [
        frozenset[int](),
        *(frozenset(_openings(text, start, end)) for start, end in sentences),
        frozenset[int](),
    ]
    for number, (start, end) in enumerate(sentences):
        around = _Around(openings[number], openings[number + 2], taken_up[number - 1] if number else [])
        told = list(_bodies(text, start, end))
        tree = trees[number] if trees else None
        parsed = _bodies_by_parse(text, tree, start, end) if tree else ()
        told += [one for one in parsed if all(one.end <= other.start or other.end <= one.start for other in told)]
        for body in sorted(told, key=lambda one: one.start):
            within = bisect_right(quoted, (body.start, 1 << 60)) - 1
            if within >= 0 and body.start < quoted[within][1]:
                continue
            name = Name(body.start, body.end, text[body.start : body.end], _ORGANISATION)
            same = [entity for other, entity in found if _is_same(body, other)]
            if len(same) == 1:
                same[0].names.append(name)
            elif same or any(_is_open(body, other) for other, _ in found) or not _says_which(body, first):
                continue
            elif meant := [
                entity for entity in named if _is_kind_of(body, entity) or _may_be(body, text, entity, around)
            ]:
                taken_up[number] += meant
            elif len(found) < _MAX_COUNT:
                found.append((body, Entity(_ORGANISATION, [name])))
    return [entity for _, entity in found]


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Where the subject of a sentence begins if it opens on that: at its first word, or behind an article."""
    yield start
    word = _WORD.match(text, start, end)
    if word is not None and word.group().lower() in _P.articles:
        yield word.end() + 1


def _is_same(body: _Body, other: _Body) -> bool:
    """True for the same words, or fewer of them: "the works council", then "the council". "The rebel army" is no more the army than its enemy."""
    is_short = body.head not in _P.alone or bool(body.modifiers)
    return body.head == other.head and (
        body.modifiers == other.modifiers or (is_short and body.modifiers < other.modifiers)
    )


def _is_open(body: _Body, other: _Body) -> bool:
    """True for two of one noun of which the text leaves open whether they are the same: "the rebel army", then "the army"."""
    return body.head == other.head and (
        body.modifiers < other.modifiers or frozenset() < other.modifiers < body.modifiers
    )


def _says_which(body: _Body, first: int) -> bool:
    """True for a description that says by itself which body is meant; where a body was named before (`first`), no firm's does."""
    says_which = bool(body.modifiers - _P.vague)
    if body.head in _P.firms:
        return says_which and body.start <= first
    return says_which or body.head in _P.alone


def _may_be(body: _Body, text: str, entity: Entity, around: _Around) -> bool:
    """True for a named body that the description may mean: of the same noun, by name or role, with such initials, or of no other kind beside it."""
    own = {(people_of(word.title()) or word).lower() for word in body.modifiers - _P.plain}
    for name in {one.text for one in entity.names}:
        words = {_GENITIVE.sub("", word) for word in _WORD.findall(name)}
        words |= {country for word in words if (country := country_code(word) or people_of(word))}
        words = {word.lower() for word in words}
        if body.head in words and (not own or own & words or len(words) == 1):
            return True
        if (name.isupper() and _is_initials(name, body)) or not words.isdisjoint(_P.called.get(body.head, "").split()):
            return True
    # "Ofgem has fined it. The energy regulator said": behind the description a name of one word alone.
    is_short = " " not in entity.name and body.head in _P.official
    is_beside = entity in around.taken_up or any(
        name.start in around.last or (is_short and name.start in around.following) for name in entity.names
    )
    if (
        entity.kind == _ORGANISATION
        and body.head in _P.takes_up
        and is_beside
        and _is_of_such_kind(body.head, entity.name)
    ):
        return True
    role = text[slice(*entity.role)].lower().split() if entity.role else []
    return body.head in role


def _is_kind_of(body: _Body, entity: Entity) -> bool:
    """True for a name with the noun for what it names behind it: "GMB union"; not for "the BBC board"."""
    return body.head in _P.by_its_kind and any(
        name.start == body.start and name.end + 1 + len(body.head) == body.end for name in entity.names
    )


def _is_of_such_kind(head: str, name: str) -> bool:
    """True for a name that says nothing of its kind, or that it is of this: "Ofgem" and "the European Commission" of a regulator, "Hull Hospital" not."""
    kinds = {word.lower() for word in _WORD.findall(name)} & (ORGANISATION_WORDS - _P.no_kind)
    return (
        (not kinds and not is_place(name))
        or head in kinds
        or (head in _P.official and not kinds.isdisjoint(_P.official))
    )


def _is_initials(name: str, body: _Body) -> bool:
    """True for initials that hold those of the description's words: "IEC" for "the electoral commission"."""
    letters = name.lower()
    return body.head[0] in letters and any(word[0] in letters for word in body.modifiers or {body.head})


def _bodies(text: str, start: int, end: int) -> Iterator[_Body]:
    """Those in a sentence that are the subject of a verb that tells a deed or says something."""
    held = _WORD.findall(text, start, end)
    if _HEADS.isdisjoint(held) and _P.bare.isdisjoint(map(str.lower, held[:1])):
        return
    for word in _WORD.finditer(text, start, end):
        low = word.group()
        if low not in _HEADS and not (word.start() == start and low.lower() in _P.bare):
            continue
        stop = _subject_end(text, word.end(), end)
        if stop is None:
            continue
        begin = _begin(text, word.start(), start)
        if begin is not None:
            before = _WORD.findall(text[begin : word.start()])
            behind = [each for each in _WORD.findall(text[word.end() : stop]) if each not in ROLE_PATTERNS.ends_group]
            words = frozenset(_GENITIVE.sub("", each).lower() for each in (*before, *behind))
            body = _Body(begin, stop, low.lower(), words)
            if _is_body(body, text, end):
                yield body


def _bodies_by_parse(text: str, tree: Tree, start: int, end: int) -> Iterator[_Body]:
    """Those in a sentence that take part by its parse: "The hospital closed its ward", "arrested by the anti-graft agency"."""
    for part in parts(tree, start, end):
        if part.head.low not in _HEADS or not (part.is_definite or part.head.low in _P.bare):
            continue
        before = _WORD.findall(text[part.start : part.head.start])
        begin = part.start
        if before and before[0].lower() == _P.definite:
            begin = text.index(before.pop(0), begin) + len(_P.definite) + 1
        words = frozenset(_GENITIVE.sub("", each).lower() for each in before)
        body = _Body(begin, part.end, part.head.low, words)
        if not _is_doubtful(body) and _is_deed(part, tree, text, end):
            yield body


def _is_deed(part: ActingDescription, tree: Tree, text: str, end: int) -> bool:
    """True for what a body does, or what is done to one: of a noun that names things as well only what a body alone does."""
    if part.verb.low in AUXILIARIES and tree.child(part.verb.index, "dobj") is None:
        return False  # "the works council is to blame"
    is_sure = part.head.low in _P.alone | _P.sure or part.head.low not in _P.things_too
    return is_sure or _does_what_bodies_do(text, part.end, end)


def _is_body(body: _Body, text: str, end: int) -> bool:
    """True unless the noun with its words may be a person's or a thing's: "lift operator", "circuit board", of which nothing tells what only a body does."""
    if _is_doubtful(body):
        return False
    return (
        body.head in _P.alone | _P.sure or body.head not in _P.things_too or _does_what_bodies_do(text, body.end, end)
    )


def _is_doubtful(body: _Body) -> bool:
    """True for a noun with words by which it is none, or without those that it needs to be one: "toy company", "lift operator"."""
    needed = _P.doubtful.get(body.head)
    return not body.modifiers.isdisjoint(_P.no_body) or (
        needed is not None and body.modifiers.isdisjoint(_GENITIVE.sub("", word) for word in needed.split())
    )


def _does_what_bodies_do(text: str, position: int, end: int) -> bool:
    between = _P.between.match(text, position, end)
    at = between.end() - 1 if between is not None else position
    while (helper := _P.helped.match(text, at, end)) is not None:
        at = helper.end()
    return _P.only_bodies.match(text, at, end) is not None


def _subject_end(text: str, noun_end: int, end: int) -> int | None:
    """Where the description ends behind its noun, if its verb follows: "union of railway workers claimed"; None if none does."""
    if _acts(text, noun_end, end):
        return noun_end
    opener = _P.of_what.match(text, noun_end, end)
    position = opener.end() if opener is not None else end
    for _ in range(_MAX_BEHIND):
        word = _WORD.match(text, position, end)
        if word is None or word.group().lower() in ROLE_PATTERNS.ends_group:
            return None
        if _acts(text, word.end(), end):
            return word.end()
        position = word.end() + 1
    return None


def is_description(name: str) -> bool:
    """True for a name in the words by which a body is only described: "Police", "Israeli army", "regional court in Lublin"."""
    words = name.split()
    heads = [word in _HEADS or (number == 0 and word.lower() in _P.bare) for number, word in enumerate(words)]
    return True in heads and all(map(_may_modify, words[: heads.index(True)]))


def _acts(text: str, position: int, end: int) -> bool:
    """True if a verb that tells a deed follows, with what may stand between it and its subject."""
    between = _P.between.match(text, position, end)
    if _P.doing.match(text, between.end() - 1 if between is not None else position, end):
        return True
    verb = _WORD.match(text, between.end(), end) if between is not None else None
    if verb is None or _P.passive.match(text, verb.end(), end):
        return False
    low = verb.group()
    if low in _P.no_deeds:
        return False
    return low in _P.deeds or low in _SAYING or low.endswith(_P.past_ending) or is_plain_verb(low)


def _begin(text: str, noun: int, start: int) -> int | None:
    """Where the description of a subject begins behind its article; None if it opens otherwise, or is governed by another word."""
    position, is_open = noun, text[noun:].split(maxsplit=1)[0].lower() in _P.bare
    for count in range(_MAX_MODIFIERS + 1):
        word = _BACK.search(text, max(start, position - _REACH), position)
        if word is None:
            return noun if is_open and count == 0 and _opens_clause(text[start:noun]) else None
        before, low = text[start : word.start()][-_REACH:], word[1].lower()
        if low in _P.articles:
            return None if (count == 0 and low != _P.definite) or _P.governed.search(before) else position
        if not _may_modify(word[1]) and not (count > 0 and _joins(text, word.start(), noun)):
            return noun if is_open and count == 0 and _opens_clause(text[start:noun]) else None
        position = word.start()
    return None


def _joins(text: str, position: int, noun: int) -> bool:
    """True for what stands at `position` and joins two nouns of one body: "the energy and mines ministry", not "the mayor and health ministry"."""
    first = _BACK.search(text, max(0, position - _REACH), position)
    return (
        text.startswith(f"{_P.joins} ", position)
        and text[noun:].split(maxsplit=1)[0] in _P.joined
        and first is not None
        and first[1] not in PERSON_NOUNS
    )


def _opens_clause(before: str) -> bool:
    """True for what stands in front of a noun without an article that is the subject of its clause: nothing, a comma, a conjunction."""
    return not before or _P.opens_clause.search(before) is not None


def _may_modify(word: str) -> bool:
    if word[0].isupper():
        return bool(people_of(word))
    return word in _P.plain or (
        word not in ROLE_PATTERNS.ends_group and word not in _SAYING and not is_plain_verb(word)
    )
