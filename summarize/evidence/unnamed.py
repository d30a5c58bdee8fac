"""People whom an article only describes, where they act or suffer in the news: "a gunman", "two night workers", "a boy of 12".

Such a description opens with an article or a number, ends in a noun for people, and is the subject of its clause or what a verb of harm
or help is done to. Of those who only speak one is listed ("a resident said"), several are not, and whoever is named in the end is listed by name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from summarize.evidence.entities import UNNAMED, Entity
from summarize.evidence.names import Name
from summarize.evidence.people_nouns import Description, few, is_noun, is_people, is_verb, noun_end
from summarize.evidence.taking_part import described_people
from summarize.evidence.trees import Tree
from summarize.evidence.vocabulary import (
    FEMALE_WORDS,
    LANGUAGE,
    MALE_WORDS,
    PEOPLE,
    REPORTING_VERBS,
    SPEECH_VERBS,
)
from summarize.expressions import expression
from summarize.languages.needs import may_hold
from summarize.languages.people_patterns import body_patterns, role_patterns, unnamed_patterns

Range = tuple[int, int]

_P: Final = unnamed_patterns(LANGUAGE)
_ROLES: Final = role_patterns(LANGUAGE)
_BODIES: Final = body_patterns(LANGUAGE).nouns | body_patterns(LANGUAGE).firms
_SAYING: Final = SPEECH_VERBS | REPORTING_VERBS
_WORD: Final = expression(r"[\w’'-]+")
_NEXT: Final = expression(r"\s([\w’'-]+)")
_BACK: Final = expression(r"([\w’'-]+)\s$")
_REACH: Final = 40
"""How far around a description its clause is looked at, in code points."""
_TOP: Final = 3
"""Sentences behind the first that are the top of the news."""
_NAMED_WITHIN: Final = 5
"""Sentences in which a single unnamed one of the first may get a name."""
_MAX_COUNT: Final = 12
"""Descriptions of one article."""
_GROWN_UP: Final = 18
"""The age from which on people are named in court and by the police."""


def find_unnamed(
    text: str,
    sentences: Sequence[Range],
    quoted: Sequence[Range],
    entities: Sequence[Entity],
    trees: Sequence[Tree | None] = (),
) -> list[Entity]:
    """The unnamed participants of a text in text order, each with its description and where "the gunman" takes it up.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        quoted: ranges in quotation marks, in order; nobody described in them is listed.
        entities: who and what is named.
        trees: of each sentence the parse of its paragraph, where there is one.
    """
    people = [entity for entity in entities if entity.kind == "person"]
    roles = {word for one in people if one.role is not None for word in text[one.role[0] : one.role[1]].lower().split()}
    is_named = cache(lambda head: head in roles or _is_named(text, head))
    bodies = {name.start: name.end for entity in entities if entity.kind == "organisation" for name in entity.names}
    found: dict[str, Entity] = {}
    # A caption in brackets is no first sentence.
    lead = next(
        (
            number
            for number, (start, _) in enumerate(sentences)
            if text[start] != "[" and text.count("[", 0, start) <= text.count("]", 0, start)
        ),
        0,
    )
    work = _P.work.search(text) if may_hold(_P.work, text) else None
    for number, (start, end) in enumerate(sentences):
        if len(found) >= _MAX_COUNT or (number != lead and work is not None and work.start() < start):
            break  # whom a work is about takes no part in the news
        known = _P.opens_known.match(text, start, end)
        if known is not None and _is_known(text, known["head"], known.end(), (start, end), people):
            name = Name(start, known.end(), known.group(), UNNAMED)
            found.setdefault(known["head"], Entity(UNNAMED, [name]))
        aside = _told_in_aside(text, (start, end), roles)
        if aside is not None and not is_named(aside[0]):
            found.setdefault(aside[0], Entity(UNNAMED, [Name(start, aside[1], text[start : aside[1]], UNNAMED)]))
        again = _taken_up(text, (start, end))
        if again is not None and not is_named(again[0]):
            found.setdefault(again[0], Entity(UNNAMED, [Name(start, again[1], text[start : again[1]], UNNAMED)]))
        stamp = _P.stamp.match(text, start, end)
        is_lead, is_top = number == lead, number <= lead + _TOP
        tree = trees[number] if trees else None
        opens = stamp.end() if stamp else start
        # Where a parse tells more, the order of words tells of plurals only at the top.
        told = list(_descriptions(text, opens, end, is_lead=is_lead, is_top=is_top or tree is None))
        parsed = described_people(text, tree, (start, end), entities, number - lead) if tree else ()
        told += [one for one in parsed if all(one.end <= other.start or other.end <= one.start for other in told)]
        for one in sorted(told):
            within = bisect_right(quoted, (one.start, 1 << 60)) - 1
            if (within >= 0 and one.start < quoted[within][1]) or one.end <= bodies.get(one.start, 0):
                continue  # "Mothers of Tarnwick, a charity, gave tea": a name, and nobody described
            soon = sentences[number : number + (_NAMED_WITHIN if number == lead else 2)]
            ages = _told_ages(text, soon, _of_such_gender(one.head, people))
            if one.is_single and (_may_be_named(text, one, ages, roles) or is_named(one.head)):
                continue
            if one.is_single and one.start == opens and number == lead and _is_named_next(text, one, soon, people):
                continue
            if one.few and (len(ages) > 1 if one.head in PEOPLE.generic else len(ages) == one.few):
                continue  # "Two men have been charged. They are …"
            name = Name(one.start, one.end, text[one.start : one.end], UNNAMED)
            found.setdefault(one.head, Entity(UNNAMED, [name]))
    for match in _P.again.finditer(text, min(entity.names[0].end for entity in found.values())) if found else ():
        entity = found.get(match[1])
        if entity is not None and entity.names[0].end <= match.start():
            entity.names.append(Name(match.start(), match.end(), match.group(), UNNAMED))
    return sorted(found.values(), key=lambda entity: entity.names[0].start)


def _is_known(text: str, head: str, stop: int, sentence: Range, people: Sequence[Entity]) -> bool:
    """True for "The skipper" that opens a sentence and acts, where nobody named before it may be the skipper."""
    before = [person for person in people if person.names[0].start < sentence[0]]
    roles = [text[slice(*person.role)].lower().split() if person.role else None for person in people]
    is_other = all(role is None or head not in role for role in roles) and all(person.role for person in before)
    return head in _P.known and is_other and not _is_named(text, head) and _acts(text, stop, sentence[1])


def _told_in_aside(text: str, sentence: Range, roles: Collection[str]) -> tuple[str, int] | None:
    """The noun of "The cleaner, who now works in Riyadh," that opens a sentence, and where it ends: of whom nothing was told before."""
    opened = _P.opens_aside.match(text, *sentence)
    head = opened["head"] if opened is not None else ""
    is_new = is_people(head) and head not in PEOPLE.generic | _P.taken_up | _BODIES and head not in roles
    return (head, opened.end()) if opened is not None and is_new else None


def _taken_up(text: str, sentence: Range) -> tuple[str, int] | None:
    """The noun of "The bookkeeper" that opens a sentence and acts, and where it ends: of one whom the text told of before."""
    start, end = sentence
    article = _P.opens_again.match(text, start, end)
    stop = noun_end(text, article.end(), end, is_bare=False) if article is not None else None
    if article is None or stop is None:
        return None
    head = _WORD.findall(text[article.end() : stop])[-1]
    if head in PEOPLE.generic | _P.taken_up or head in PEOPLE.kin or not is_noun(head):
        return None
    is_told = _first_told(text).get(head, start) < start
    return (head, stop) if is_told and _acts(text, stop, end, may_speak=True) else None


@lru_cache(2)
def _first_told(text: str) -> Mapping[str, int]:
    """Where a text first tells of one that each noun is for, as of somebody new: "a bookkeeper"."""
    return {match["head"]: match.start() for match in reversed(list(_P.told_before.finditer(text)))}


def _of_such_gender(head: str, people: Sequence[Entity]) -> list[Entity]:
    """Those who may be meant by the noun, as far as gender tells it of grown-ups: by "woman" nobody known to be a man."""
    gender = None if head in _P.children else "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
    return [person for person in people if gender is None or person.gender in {gender, None}]


def _told_ages(text: str, sentences: Sequence[Range], people: Sequence[Entity]) -> list[int]:
    """The ages with which people are named soon after the first of these sentences: whom that describes gets a name then."""
    if len(sentences) < 2:
        return []
    start, end = sentences[1][0], sentences[-1][1]
    firsts = [person.names[0] for person in people if start <= person.names[0].start < end]
    told = [
        _P.aged_after.match(text, first.end) or _P.aged_before.search(text[max(0, first.start - _REACH) : first.start])
        for first in firsts
    ]
    return [int(found[1]) for found in told if found is not None]


def _may_be_named(text: str, one: Description, ages: Sequence[int], roles: Collection[str]) -> bool:
    """True if somebody who is named soon may be whom a sentence describes; "a boy of 12" is nobody of 40, where no pupil is named."""
    age = _P.age.search(text[one.start : one.end])
    is_child = age is not None and int(age["age"]) < _GROWN_UP and _P.children.isdisjoint(roles)
    return bool(ages) and not (is_child and min(ages) >= _GROWN_UP)


def _is_named_next(text: str, one: Description, sentences: Sequence[Range], people: Sequence[Entity]) -> bool:
    """True if the first sentence tells that one goes to law, and the next opens on the first person that the article names, in full, as on the same one.

    It must tell what is the claimant's own: whoever is accused, or a witness, is named there as well, and "the nurse" behind the name is another.
    """
    first = min(people, key=lambda person: person.names[0].start, default=None)
    if first is None or len(sentences) < 2 or not _P.goes_to_law.search(text, one.end, sentences[0][1]):
        return False
    name, (start, end) = first.names[0], sentences[1]
    role = text[slice(*first.role)].lower().split() if first.role else [one.head]
    words = set(_WORD.findall(text[one.start : sentences[0][1]].lower()))
    genders = {told for told, known in (("m", MALE_WORDS), ("f", FEMALE_WORDS)) if not words.isdisjoint(known)}
    is_fitting = " " in name.text and one.head in role and (not genders or first.gender in {None, *genders})
    opening = _P.named_next.fullmatch(text, start, name.start) if start <= name.start < end else None
    return (
        is_fitting
        and opening is not None
        and (opening["papers"] is not None or _P.who_sued.match(text, name.end, end) is not None)
        and _claims_it(text, one.head, name.end, end)
    )


def _claims_it(text: str, head: str, start: int, end: int) -> bool:
    """True if what stands between the two positions, behind a name, tells of one's own claim, and of no other of such a kind."""
    told = _P.own_claim.match(text, start, end)
    if told is None or any(match[1] == head for match in _P.again.finditer(text, start, end)):
        return False
    aside = told["aside"] or ""
    # "who worked as a nurse beside her" is another than the nurse.
    return all(
        other.group().endswith(" ") and head in _WORD.findall(aside[other.end() :])[:3]
        for other in _P.beside_other.finditer(aside)
    )


def _is_named(text: str, head: str) -> bool:
    """True if the article says who "the cashier" was."""
    return any(match[1] == head for match in _P.was.finditer(text))


def _descriptions(text: str, start: int, end: int, *, is_lead: bool, is_top: bool) -> Iterator[Description]:
    """Those in a sentence that act or suffer; the first sentence may open with a plural without a number: "Dock workers stopped"."""
    openers = [(match.start(), match.end()) for match in _P.opener.finditer(text, start, end)]
    if is_top and (not openers or openers[0][0] > start):
        openers.insert(0, (start, start))
    if is_lead:
        behind = (match.end() for match in _P.bare_opener.finditer(text, start, end))
        openers = sorted([*openers, *((at, at) for at in behind)])
    done = start
    for begin, after in openers:
        if begin < done:
            continue
        stop = noun_end(text, after, end, is_bare=begin == after)
        if stop is None:
            continue
        head = _WORD.findall(text[after:stop])[-1].lower()
        is_told = begin < after and (is_lead or (is_top and begin == start))
        if (text[after:stop].lower() in _P.bare and not is_told) or _P.things.search(text, after, stop):
            continue
        count = text[begin:after].strip().lower()
        is_single = count in _P.single
        tail = _P.tail.match(text, stop, end) or (_P.origin.match(text, stop, end) if is_single else None)
        whole = tail.end() if tail is not None else stop
        takes_part = _takes_part(text, begin, whole, (start, end), may_speak=is_single) or (
            is_lead and _is_told_of(text, begin, whole, start)
        )
        if _P.named_after.match(text, whole) is None and takes_part:
            yield Description(begin, whole, head, is_single, few(count))
            done = whole


def _takes_part(text: str, begin: int, stop: int, sentence: Range, *, may_speak: bool) -> bool:
    """True for the subject of a clause that tells a deed, and for those to whom something is done or by whom it is."""
    start, end = sentence
    before = _BACK.search(text[max(start, begin - _REACH) : begin])
    if before is not None and before[1].lower() in _P.between:
        before = _BACK.search(text[max(start, begin - _REACH) : begin - len(before.group())])
    lead = before[1].lower() if before is not None else ""
    if _P.somebodys_past.search(text[max(start, begin - _REACH) : begin]):
        return False
    if lead in _P.done_to or lead == _P.by:
        return lead != _P.by or _is_done_by(text, begin, start)
    is_subject = begin == start or lead in _P.clause or text[begin - 2 : begin - 1] in {";", ":", "—", "–"}
    is_subject = is_subject or (text[begin - 2 : begin] == ", " and _P.opener.match(text, begin, stop) is None)
    return is_subject and (
        _has_helper(text, stop, end) if lead in _P.joins else _acts(text, stop, end, may_speak=may_speak)
    )


def _is_told_of(text: str, begin: int, stop: int, start: int) -> bool:
    """True for those of whom more is told behind "who": "searching for four miners who went missing"."""
    before = _BACK.search(text[max(start, begin - _REACH) : begin])
    return _P.told_of.match(text, stop) is not None and (before is None or before[1].lower() not in _P.not_told_of)


def _is_done_by(text: str, begin: int, start: int) -> bool:
    """True for who does something to somebody: "chased by a butcher", not "founded by a priest"."""
    words = _WORD.findall(text[max(start, begin - _REACH) : begin])
    return len(words) > 1 and is_verb(words[-2].lower()) and words[-2].lower() not in _P.not_done_by


def _has_helper(text: str, stop: int, end: int) -> bool:
    if _P.no_deed.match(text, stop, end):
        return False
    following = _NEXT.match(text, stop, end)
    return following is not None and following[1].lower() in _P.helpers


def _acts(text: str, stop: int, end: int, *, may_speak: bool = False) -> bool:
    """True if a verb follows that is no verb of saying, unless it may be one, nor of what was not done."""
    if _P.no_deed.match(text, stop, end):
        return False
    aside = _P.long_aside.match(text, stop, end) or _P.aside.match(text, stop, end)
    position = aside.end() if aside is not None else stop
    following = _NEXT.match(text, position, end)
    while following is not None and (following[1].lower() in _P.adverbs or following[1].lower() in _P.relative):
        following = _NEXT.match(text, following.end(), end)
    if following is None or not is_verb(following[1].lower()):
        return False
    verb = following[1].lower()
    behind = _NEXT.match(text, following.end(), end)
    does = verb not in SPEECH_VERBS and behind is not None and behind[1].lower() in _ROLES.determiners
    return may_speak or verb not in _SAYING or does
