"""Whom one sentence describes and the next names: "A carer who stole £48,000 has been jailed. Karen Lofthouse, 46, used …".

News often tells what somebody is before it says who. The role is taken only where nobody else can be meant: the sentence names nobody
and describes one person, and the next opens on the first person that the article names. Ranges are half-open code-point ranges.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from summarize.evidence.entities import Entity
from summarize.evidence.names import Name
from summarize.evidence.noun_groups import BODY_ROLES, is_noun
from summarize.evidence.people_nouns import is_people
from summarize.evidence.vocabulary import FEMALE_WORDS, LANGUAGE, MALE_WORDS, PATTERNS, PEOPLE
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns, unnamed_patterns
from summarize.languages.verbs import is_plain_verb

Range = tuple[int, int]

_PATTERNS: Final = role_patterns(LANGUAGE)
_WORD: Final = expression(r"[\w’'-]+")
_TOP: Final = 8
"""Sentences at the top of an article in which somebody is described before he is named."""
_MIN_COUNT: Final = 2
"""Words of a full name."""
_MAX_WORDS: Final = 6
"""Words of a description up to its noun."""


def told_first(text: str, sentences: Sequence[Range], people: Sequence[Entity]) -> tuple[Entity, Range] | None:
    """The first person that a text names and the description of him in the sentence before; None where that is open.

    Args:
        text: the article's text.
        sentences: the ranges of its sentences, in order.
        people: who is named, with the roles that stand beside their names.
    """
    first = min(people, key=lambda person: person.names[0].start, default=None)
    if first is None or first.role is not None:
        return None
    name = first.names[0]
    at = bisect_right(sentences, (name.start, 1 << 60)) - 1
    begins = name.title[0] if name.title else name.start
    is_whole = len(name.text.split()) >= _MIN_COUNT and 0 < at <= _TOP and sentences[at][0] == begins
    then = _PATTERNS.named_then.match(text, name.end, sentences[at][1]) if is_whole else None
    # "A gunman killed six people. Tom Oak hid": what the next one does tells nothing, only his age, his home or a "who" shows who he is.
    if then is None or then["deed"]:
        return None
    role = _described_in(text, sentences[at - 1], first, (name, sentences[at]))
    return (first, role) if role is not None else None


def several_told_first(
    text: str, sentences: Sequence[Range], people: Sequence[Entity]
) -> Iterator[tuple[Entity, Range]]:
    """People who are named as so many as a sentence counted before, with what it calls them.

    "Two taxi owners appeared in court. Ann Lee and Bo Roe belong", "Two fishermen were killed. The dead were identified as Ann Lee (38) and Bo Roe".
    """
    by_start = {
        (name.title[0] if name.title else name.start): (name, person) for person in people for name in person.names[:1]
    }
    for at, (start, end) in enumerate(sentences[:_TOP]):
        counted = _PATTERNS.several_first.match(text, start, end)
        if counted is None or not _is_plural(counted["noun"]):
            continue
        number = _PATTERNS.counts_of_several.split().index(counted["count"]) + 2
        is_of_dead = _PATTERNS.several_died.search(text, start, end) is not None
        for place, (then, stop) in enumerate(sentences[at + 1 : at + 1 + _TOP]):
            dead = _PATTERNS.dead_named.match(text, then, stop) if is_of_dead else None
            if dead is None and place:
                continue
            listed = list(_listed(text, dead.end() if dead is not None else then, by_start))
            is_all = len(listed) == number and _PATTERNS.several_then.match(text, listed[-1][0].end) is not None
            if is_all or (dead is not None and 1 < len(listed) <= number):
                yield from ((person, counted.span("role")) for _, person in listed if person.role is None)
                return


def _is_plural(noun: str) -> bool:
    """True for a noun that says what several are, and not only that they are people."""
    one = noun.removesuffix(_PATTERNS.plural_ending)
    return (is_people(noun, is_bare=True) or (one != noun and is_noun(one))) and PEOPLE.generic.isdisjoint((noun, one))


def _listed(text: str, position: int, by_start: Mapping[int, tuple[Name, Entity]]) -> Iterator[tuple[Name, Entity]]:
    """The people of a list of names that begins at a place."""
    while position in by_start:
        name, person = by_start[position]
        yield name, person
        gap = _PATTERNS.between_several.match(text, name.end)
        position = gap.end() if gap is not None else -1


def body_told_first(text: str, sentences: Sequence[Range], bodies: Sequence[Entity]) -> tuple[Entity, Range] | None:
    """The first body that a text names and what the sentence before calls it; None where that is open.

    "A Dunedin supermarket has been fined. Harbour Foods Limited was sentenced".
    """
    first = min(bodies, key=lambda body: body.names[0].start, default=None)
    if first is None or first.role is not None:
        return None
    name = first.names[0]
    at = bisect_right(sentences, (name.start, 1 << 60)) - 1
    if len(name.text.split()) < _MIN_COUNT or not 0 < at <= _TOP or sentences[at][0] != name.start:
        return None
    start, end = sentences[at - 1]
    told = _PATTERNS.body_first.match(text, start, end)
    is_told = told is not None and told["noun"] in BODY_ROLES and _PATTERNS.verbal.search(told["role"]) is None
    if told is None or not is_told or _PATTERNS.body_then.match(text, name.end, sentences[at][1]) is None:
        return None
    return first, told.span("role")


def _described_in(text: str, sentence: Range, person: Entity, then: tuple[Name, Range]) -> Range | None:
    """The one description in a sentence that is of the person whom the next names; None if there is none, or another may be meant."""
    told = list(_descriptions(text, sentence))
    if (
        not told
        or unnamed_patterns(LANGUAGE).work.search(text, *sentence)
        or not _fits(text, told[0].start, sentence[1], person)
    ):
        return None
    name, (_, end) = then
    first = told[0]
    # Beside another, the sentence has to be about him alone: "A motorist who killed a nurse has been jailed. Ann Lee, 34, died".
    is_alone = first.is_done_to or (first.opens and _PATTERNS.told_first_alone.match(text, first.stop) is not None)
    if not is_alone or (len(told) > 1 and _PATTERNS.suffers_then.match(text, name.end, end)):
        return None
    behind = {match.group().lower() for match in _WORD.finditer(text, name.end, end)}
    if first.noun in behind or first.noun in PEOPLE.generic:
        return None  # "A carer was jailed. Ann Lee, 80, trusted the carer."; "A man" says nothing
    return first.start, first.stop


class _Told(Struct, frozen=True):
    """Somebody described, in a half-open range without the article."""

    start: int
    stop: int
    noun: str
    opens: bool
    """The sentence begins with him."""
    is_done_to: bool
    """A verb before tells that he was sentenced, or the like."""


def _descriptions(text: str, sentence: Range) -> Iterator[_Told]:
    """The people whom a sentence describes one by one, in order."""
    position, end = sentence
    while (opener := _PATTERNS.told_first.search(text, position, end)) is not None:
        position = opener.end()
        noun = _noun(text, position, end)
        if noun is None or _PATTERNS.told_first_of_another.search(text, sentence[0], opener.start()) is not None:
            continue
        more = _PATTERNS.told_first_of.match(text, noun[1], end)
        stop = more.end() if more is not None else noun[1]
        is_done_to = _PATTERNS.told_first_done_to.search(text, sentence[0], opener.start()) is not None
        yield _Told(opener.end(), stop, text[slice(*noun)], opener.start() == sentence[0], is_done_to)
        position = stop


def _noun(text: str, start: int, end: int) -> Range | None:
    """The noun for one person at the end of the group that begins at `start`: "carer" of "former carer who", none of "driver shortage"."""
    position = start
    for _ in range(_MAX_WORDS):
        word = _WORD.match(text, position, end)
        if word is None or word.group() in _PATTERNS.ends_group or is_plain_verb(word.group()):
            return None
        if word.group().islower() and is_noun(word.group()) and _ends_there(text, word.end(), end):
            return None if word.group().endswith(_PATTERNS.plural_ending) else word.span()
        if text[word.end() : word.end() + 1] != " ":
            return None
        position = word.end() + 1
    return None


def _ends_there(text: str, stop: int, end: int) -> bool:
    """True if no other noun follows: a mark, a verb, a small word."""
    following = _WORD.match(text, stop + 1, end) if text[stop : stop + 1] == " " else None
    if following is None:
        return text[stop : stop + 1] not in {"’", "'"}
    word = following.group()
    is_verb = word in _PATTERNS.told_first_verbs or word.endswith(_PATTERNS.past_ending) or is_plain_verb(word)
    return is_verb or word in _PATTERNS.ends_group


def _fits(text: str, start: int, end: int, person: Entity) -> bool:
    """True unless the words that tell of somebody are of another gender than the person's."""
    words = {word.group().lower() for word in _WORD.finditer(text, start, end)}
    told = {PATTERNS.genders.get(word) for word in words} - {None}
    told |= {gender for gender, known in (("m", MALE_WORDS), ("f", FEMALE_WORDS)) if not words.isdisjoint(known)}
    return not told or person.gender is None or person.gender in told
