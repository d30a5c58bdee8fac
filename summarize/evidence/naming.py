"""Whom the words that say who speaks mean: "its chair, Hilde Moens", "a spokesman for Ms Fontaine", "she"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.heads import head_end, noun_ends
from summarize.evidence.told_of import SOMEBODY, Teller, teller
from summarize.evidence.vocabulary import (
    FEMALE_WORDS,
    MALE_WORDS,
    ORGANISATION_NOUNS,
    PATTERNS,
    PERSON_NOUNS,
    ROLE_PATTERNS,
)
from summarize.expressions import expression

Range = tuple[int, int]

_REACH: Final = 200
_ABOVE: Final = 400
"""How far above a paragraph that opens with a quotation its speaker is looked for, in code points."""
_NEAR: Final = 200
"""How far before a pronoun somebody stands whom it means, in code points."""
_OPENING: Final = tuple('“"«„‘')
_BODY_REACH: Final = 300
_HEAD_REACH: Final = 60
_BODIES: Final = ORGANISATION_NOUNS | PATTERNS.speaking_things
_HEADED_NOUNS: Final = PERSON_NOUNS | PATTERNS.headed_texts
_NAME_IN_APPOSITION: Final = expression(r",\s(?:[a-z]+\s)?[A-Z]")
_LOWER_WORD: Final = expression(r"\b[a-z]{3,}")
_FIRST_WORD: Final = expression(r"(?:[.!?][”\"’]?)?\s*(\w+)\b")
_GENITIVES: Final = frozenset("'’")
_STOP: Final = expression(r"[.!?][”\"’]?\s")
_POSSESSIVE: Final = expression(r"['’]s?\s|\s[a-z]")


class Naming:
    """Finds the entity, or the unnamed speaker, that a phrase of the text means. Ranges are half-open, in that text."""

    def __init__(self, text: str, entities: list[Entity], quoted: list[Range]) -> None:
        self.text, self.entities, self.quoted = text, entities, quoted
        self.by_start = {name.start: index for index, entity in enumerate(entities) for name in entity.names}
        self.firsts = sorted(one.names[0].start for one in entities if one.kind == "person")
        """Where each person is first named."""
        self.names = sorted(
            (name.start, name.end, name.title[0] if name.title else name.start)
            for entity in entities
            for name in entity.names
        )

    def whose_name(self, span: Range) -> int | None:
        """The entity of which a range is a name."""
        return self.by_start[span[0]] if any(name[:2] == span for name in self.between(*span)) else None

    def one_is_named(self, position: int) -> bool:
        """True if one person and no more is named before a place of the text."""
        return bisect_left(self.firsts, position) == 1

    def between(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The names that lie in a range of the text, as (start, end, title start)."""
        low = bisect_left(self.names, (start, 0, 0))
        high = bisect_left(self.names, (end, 0, 0))
        return [name for name in self.names[low:high] if name[1] <= end]

    def is_quoted(self, position: int) -> bool:
        """True for a place inside somebody's quoted words: whom those describe is not thereby who speaks."""
        within = bisect_right(self.quoted, (position, len(self.text))) - 1
        return within >= 0 and position < self.quoted[within][1]

    def described_before(self, pronoun: str, position: int) -> Range | None:
        """The unnamed speaker of the sentence before whom a pronoun takes up: "A council spokeswoman said … “…,” she said."."""
        floor = max(0, self.text.rfind("\n", 0, position), position - 600)
        anothers = self._anothers_before(floor, position)
        source = PATTERNS.source_before.search(self.text, max(floor, position - _NEAR), position)
        if source is not None and source["head"] in PERSON_NOUNS:
            is_open = self._is_named_beside(pronoun, position)
            anothers = (position, position + len(pronoun)) if is_open else source.span("who")
        if anothers is None and (named := self._teller_before(pronoun, floor, position)) is not None:
            return named
        found = [anothers] if anothers is not None else list(self._unnamed(floor, position))
        is_led = False
        if not found:
            told = [one for one in self._told_of_before(floor, position) if self._may_mean(pronoun, one.span("who"))]
            if told and (
                self._is_another(pronoun, told[0].end(), position) or self._is_named_beside(pronoun, position)
            ):
                # Whoever is told of, or whoever else is: it stays open where nothing says which.
                leads = self._leads(told[0], floor, position)
                return told[0].span("who") if leads else (position, position + len(pronoun))
            found = [one.span("who") for one in told]
            is_led = True
        if not found:
            return self._described_above(pronoun, floor, position)
        start, end = found[-1]
        if _NAME_IN_APPOSITION.match(self.text[end : end + 14]) or (
            anothers is None
            and self.text[start - 2 : start] == ", "
            and (
                not (is_led or PATTERNS.never_apposed.match(self.text, start)) or self._opens_with_a_name(floor, start)
            )
        ):
            return None  # "A fishmonger, Auntie Dede, said": named after all
        if not self._may_mean(pronoun, (start, end)):
            return None
        return None if self.is_person_between(end, position) else (start, end)

    def _described_above(self, pronoun: str, floor: int, position: int) -> Range | None:
        """The man or woman of whom the last sentence above words tells that open their paragraph, or whom it takes up; open where a name may be meant as well."""
        if self.text[floor:position].lstrip()[:1] not in _OPENING:
            return None
        above = len(self.text[:floor].rstrip())
        begin = max(self.text.rfind("\n", 0, above), above - _ABOVE, 0)
        last = max((match.start() for match in _STOP.finditer(self.text, begin, above)), default=begin)
        if PATTERNS.tells_of_death.search(self.text, last, above):
            return None
        opens = _FIRST_WORD.match(self.text, last, above)
        if opens is not None and opens[1].lower() == pronoun.lower():
            # "A spokesman said … He asked … ⏎ “…,” he said."
            return self.described_before(pronoun, opens.start(1))
        told = PATTERNS.opens_unnamed.match(self.text, last, above)
        wanted = FEMALE_WORDS if PATTERNS.genders.get(pronoun.lower()) == "f" else MALE_WORDS
        if told is None or told["head"] not in wanted or told["deeds"] in PATTERNS.no_act:
            return None
        if self.is_person_between(told.end("who"), position):
            return None
        is_open = self._is_named_beside(pronoun, last)
        return (position, position + len(pronoun)) if is_open else told.span("who")

    def _teller_before(self, pronoun: str, floor: int, position: int) -> Range | None:
        """Somebody unnamed who says something in a sentence before, since when nobody is named; the name he goes by, where it is said."""
        stop = position
        for start in reversed([floor, *(match.end() for match in _STOP.finditer(self.text, floor, position))]):
            begin = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
            told = None if self.is_quoted(begin) else teller(self.text, begin, stop)
            if told is not None:
                return self._told_by(told, pronoun, floor, position)
            if self.is_person_between(begin, stop):
                return None
            stop = start
        return None

    def _told_by(self, told: Teller, pronoun: str, floor: int, position: int) -> Range | None:
        """Who somebody is who says something and has no name, where a pronoun takes that up; the pronoun where somebody named may be meant as well."""
        named = told.name if told.name is not None and self.is_person_between(*told.name) else None
        if told.is_definite and named is None and not told.is_unnamed:
            return None
        if not self._may_mean(pronoun, told.who) or self.is_person_between(told.said, position):
            return None
        # "Jay Moss denies it. The victim's father said that he …": either may go on.
        is_open = not (named or told.is_unnamed) and self.is_person_between(floor, told.who[0])
        return (position, position + len(pronoun)) if is_open else named or told.who

    def is_person_between(self, start: int, end: int) -> bool:
        return any(self.entities[self.by_start[name[0]]].kind == "person" for name in self.between(start, end))

    def _opens_with_a_name(self, floor: int, position: int) -> bool:
        """True if the sentence that a place lies in names a person before it."""
        stops = [match.end() for match in _STOP.finditer(self.text, floor, position)]
        return self.is_person_between(stops[-1] if stops else floor, position)

    def _may_mean(self, pronoun: str, described: Range) -> bool:
        """False where a pronoun is of another gender than whom a description is of."""
        return self._may_be(pronoun, self.text[slice(*described)].split()[-1].lower())

    @staticmethod
    def _may_be(pronoun: str, head: str) -> bool:
        """False where a pronoun is of another gender than a noun for somebody."""
        gender = "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
        return PATTERNS.genders.get(pronoun.lower(), gender) in {gender, None} or gender is None

    def _anothers_before(self, floor: int, position: int) -> Range | None:
        """Somebody's relative or colleague with whom this sentence opens, or the one before; also of the paragraph before words that open theirs."""
        if self.text[floor:position].lstrip()[:1] in _OPENING:
            above = len(self.text[:floor].rstrip())
            floor = max(self.text.rfind("\n", 0, above), floor - _ABOVE, 0)
        found = [
            match
            for match in PATTERNS.anothers.finditer(self.text, floor, position)
            if match["head"] in PERSON_NOUNS
            and match.end() >= position - _NEAR
            and not self.is_quoted(match.start("who"))
        ]
        return found[-1].span("who") if found else None

    def _leads(self, told: re.Match[str], floor: int, position: int) -> bool:
        """True if a paragraph opens with how somebody takes the news, and names nobody up to a place: "A butcher was less pleased"."""
        if "deeds" not in told.re.groupindex or self.is_person_between(floor, position):
            return False
        is_first = not self.text[floor : told.start("who")].strip() or self.text[told.start()] == "\n"
        return is_first and PATTERNS.takes_it.match(self.text, told.start("deeds")) is not None

    def _told_of_before(self, floor: int, position: int) -> list[re.Match[str]]:
        """Somebody unnamed who is the subject of the last sentence before words or a pronoun: "A nurse was shot, police said. “…,” she said."."""
        one, of_several = (
            [match for match in pattern.finditer(self.text, floor, position) if not self.is_quoted(match.start("who"))]
            for pattern in (PATTERNS.opens_unnamed, PATTERNS.opens_one_of)
        )
        found = [match for match in one if match["person"] or is_somebody(match["head"])]
        found += [
            match
            for match in of_several
            if not self.between(*match.span())
            and (is_somebody(match["heads"]) if match["heads"] else self._are_people_before(match.start()))
        ]
        last = max(found, key=lambda match: match.end(), default=None)
        if (
            last is None
            or last.end() < position - _NEAR
            or PATTERNS.tells_of_death.search(self.text, last.start("who"), position) is not None
            or self._is_still_there(last.end(), position)
            or self._is_somebody_named_since(last.end(), position)
        ):
            return []
        return [last]

    def _is_still_there(self, start: int, end: int) -> bool:
        """True if running text says "him" or "her" of somebody spoken of before."""
        found = PATTERNS.still_there.finditer(self.text, start, end)
        return any(not self.is_quoted(match.start()) for match in found)

    def _is_another(self, pronoun: str, start: int, end: int) -> bool:
        """True if the rest of a sentence tells of somebody else without a name, whom a pronoun may mean as well."""
        stop = _STOP.search(self.text, start, end)
        return any(
            any(is_somebody(word) and self._may_be(pronoun, word) for word in match["words"].split())
            for match in PATTERNS.somebody_else.finditer(self.text, start, stop.start() if stop else end)
            if not self.is_quoted(match.start())
        )

    def _are_people_before(self, position: int) -> bool:
        """True if people are told of shortly before, of whom "one of them" is one."""
        near = PATTERNS.several.finditer(self.text, max(0, position - _NEAR), position)
        return any(is_somebody(match["heads"].lower()) for match in near)

    def _is_somebody_named_since(self, start: int, end: int) -> bool:
        """True if a later sentence than the one at `start` names a person, who is then spoken of."""
        stop = _STOP.search(self.text, start, end)
        return stop is not None and self.is_person_between(stop.end(), end)

    def _is_named_beside(self, pronoun: str, position: int) -> bool:
        """True if somebody whom the pronoun may mean is named shortly before."""
        wanted = PATTERNS.genders.get(pronoun.lower())
        near = (self.entities[self.by_start[name[0]]] for name in self.between(position - _BODY_REACH, position))
        return any(one.kind == "person" and (not wanted or one.gender in {wanted, None}) for one in near)

    def known_before(self, position: int) -> Range | None:
        """The description with which the last sentence opens before the one at a place, of somebody who may be named: "The priest does not. “…,” he said."."""
        found = self._opening_before(position)
        return None if found is None or self.is_person_between(found[1], position) else found

    def owned_before(self, pronoun: str, position: int) -> Range | None:
        """The same of what is somebody's or something's, and takes what is told so or so: "The union's leader was blunt. “…,” he said."."""
        found = self._opening_before(position)
        is_told_whose = found is not None and not _GENITIVES.isdisjoint(self.text[slice(*found)])  # not "Its leader"
        if found is None or not is_told_whose or not self.is_owned(found) or not self._may_mean(pronoun, found):
            return None
        return found if PATTERNS.takes_it.match(self.text, found[1] + 1) else None

    def _opening_before(self, position: int) -> Range | None:
        floor = max(0, self.text.rfind("\n", 0, position), position - _NEAR)
        found = [
            match
            for match in PATTERNS.opens_known.finditer(self.text, floor, position)
            if match["head"] in PERSON_NOUNS and not self.is_quoted(match.start("who"))
        ]
        return found[-1].span("who") if found else None

    def is_owned(self, described: Range) -> bool:
        """True for a description of what is something's: "The union's leader", "Its chairman"."""
        return PATTERNS.owned_somebody.match(self.text, described[0]) is not None

    def body_described_before(self, position: int) -> Range | None:
        """The body or text that the last sentence but this one opens with, for "it": "The transport company said it was relieved"."""
        floor = max(0, self.text.rfind("\n", 0, position), position - _BODY_REACH)
        openers = list(PATTERNS.opens_described.finditer(self.text, floor, position))
        for opener in reversed(openers):
            if self.is_quoted(opener.start("who")):
                continue
            end = head_end(self.text, opener.end(), min(position, opener.end() + _HEAD_REACH), _BODIES, PATTERNS.aged)
            if end is not None and PATTERNS.function.search(self.text[opener.end() : end]) is None:
                return opener.start("who"), end
        return None

    def apposed_to(self, span: Range) -> int | None:
        """The entity named right after a description: "its chair, Hilde Moens"."""
        # "its secretary-general, Joseph Otieno", "the mayor of Valmora City, Bruno Castell"
        joint = PATTERNS.also_called.match(self.text, span[1])
        if joint is None or not _LOWER_WORD.search(self.text[span[0] : span[1]]):
            return None
        span = (span[0], joint.end() - 2)
        following = self.between(span[1] + 2, span[1] + 60)
        if not following or not self._is_apposed(span[1] + 2, min(following[0][2], following[0][0])):
            return None
        return (
            self.by_start[following[0][0]]
            if self.text[following[0][1] : following[0][1] + 1] in {",", ".", ":", ";", " "}
            else None
        )

    def _is_apposed(self, start: int, end: int) -> bool:
        """True if a name at `end` is what the comma before `start` leads to, a second description allowed: ", the campanologist Peter Lyle"."""
        if end <= start:
            return True
        described = PATTERNS.second_role.fullmatch(self.text, start, end)
        return described is not None and (is_somebody(described["noun"]))

    def whole(self, span: Range) -> Range:
        """A range with the rest of the name that it ends: "Allied Workers Union" of "Bankers and Allied Workers Union"."""
        at = bisect_left(self.names, (span[0], 0, 0)) - 1
        is_part = at >= 0 and span[0] < self.names[at][1] and span[1] <= self.names[at][1]
        return (self.names[at][0], span[1]) if is_part else span

    def named_in(self, span: Range) -> int | None:
        """The entity that a phrase names, unless it names somebody else's servant: "a spokesman for Ms Fontaine"."""
        inside = self.between(*span)
        if not inside:
            return None
        is_apposed = self.text[span[0] : inside[-1][0]].rstrip().endswith(",") and len(inside) > 1
        if is_apposed:
            inside = inside[-1:]  # "the chair of the trust, Hilde Moens"
            is_named = self.entities[self.by_start[inside[0][0]]].kind == "person"
        else:
            is_named = self.text[span[0] : min(inside[0][2], inside[0][0])].endswith(", ")
        if is_named:
            return self.by_start[inside[0][0]]
        if _has_own_head(self.text[span[0] : min(inside[0][2], inside[0][0])]):
            return None  # "a source close to Clark", "a report commissioned by Clark": a head of its own
        people = [name for name in inside if self.entities[self.by_start[name[0]]].kind == "person"]
        first = (
            people[0] if people and not PATTERNS.belongs_before.search(self.text[span[0] : people[0][0]]) else inside[0]
        )
        start, end, title = first
        lead = self.text[span[0] : min(start, max(title, span[0]))]
        tail = self.text[end : span[1]]
        if PATTERNS.belongs_right_before.search(lead):
            return None
        if tail.strip() and _POSSESSIVE.match(tail) and not PATTERNS.reads_on.match(tail):
            # "the Fontaine spokesman", "Ms Fontaine's spokesman": the last name, if it ends the phrase.
            last = inside[-1]
            return self.by_start[last[0]] if last[1] >= span[1] else None
        return self.by_start[start]

    def _unnamed(self, start: int, end: int) -> Iterator[Range]:
        """Descriptions of somebody unnamed who speaks, in order: "A council spokeswoman" of "A council spokeswoman said"."""
        position = start
        while (opener := PATTERNS.unnamed_opener.search(self.text, position, end)) is not None:
            position = opener.end() - 1
            if self.is_quoted(opener.start()):
                continue
            reach = min(end, opener.end() + _REACH)
            # The furthest noun first: "a council spokeswoman", not "a council".
            for stop in reversed(list(noun_ends(self.text, opener.end(), reach, 4, PERSON_NOUNS))):
                verb = PATTERNS.unnamed_verb.match(self.text, stop, end)
                if verb is not None:
                    yield opener.start(), stop
                    position = verb.end()
                    break


def is_somebody(noun: str) -> bool:
    """True for a noun for people, listed or made from a deed as trades are."""
    return noun in SOMEBODY or ROLE_PATTERNS.trade.fullmatch(noun) is not None


def _has_own_head(phrase: str) -> bool:
    """True for "a source close to " and "a report commissioned by ": what is named behind is not who speaks."""
    opener = PATTERNS.headed_opener.match(phrase)
    if opener is None:
        return False
    return any(
        (rest := PATTERNS.headed_rest.match(phrase, stop)) is not None and rest["rest"].strip()
        for stop in noun_ends(phrase.lower(), opener.end(), len(phrase), 3, _HEADED_NOUNS)
    )
