"""Whom “she” means where nobody named does: "A council spokeswoman said … “…,” she said."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarize.evidence.heads import noun_ends
from summarize.evidence.naming import Naming
from summarize.evidence.told_of import Teller, is_somebody, teller
from summarize.evidence.vocabulary import FEMALE_WORDS, MALE_WORDS, PATTERNS, PERSON_NOUNS
from summarize.expressions import expression
from summarize.languages.tails import found_before

Range = tuple[int, int]

_REACH: Final = 200
_ABOVE: Final = 400
"""How far above a paragraph that opens with a quotation its speaker is looked for, in code points."""
_NEAR: Final = 200
"""How far before a pronoun somebody stands whom it means, in code points."""
_OPENING: Final = tuple('“"«„‘')
_BESIDE: Final = 4
_CLOSING: Final = tuple("”\"’'»")
_BODY_REACH: Final = 300
_NAME_IN_APPOSITION: Final = expression(r",\s(?:[a-z]+\s)?[A-Z]")
_FIRST_WORD: Final = expression(r"(?:[.!?][”\"’]?)?\s*(\w+)\b")
_WORD: Final = expression(r"[^\W\d_]+")
_GENITIVES: Final = frozenset("'’")
_STOP: Final = expression(r"[.!?][”\"’]?\s")


class Described:
    """Finds who is only described and yet meant by a pronoun. Ranges are half-open, in the text of a `Naming`."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.text = naming, naming.text

    def before(self, pronoun: str, position: int) -> Range | None:
        """The unnamed speaker of the sentence before whom a pronoun takes up: "A council spokeswoman said … “…,” she said."."""
        floor = max(0, self.text.rfind("\n", 0, position), position - 600)
        anothers = self._anothers_before(floor, position)
        if anothers is not None and self._is_of_two(pronoun, anothers, position):
            anothers = (position, position + len(pronoun))
        source = found_before(PATTERNS.source_before, self.text, max(floor, position - _NEAR), position)
        if source is not None and (source["by"] is None or source["head"] in PERSON_NOUNS):
            is_open = source["by"] is not None and self._is_named_beside(pronoun, position)
            anothers = (position, position + len(pronoun)) if is_open else source.span("who")
        if anothers is None and (named := self._teller_before(pronoun, floor, position)) is not None:
            return named
        found = [anothers] if anothers is not None else list(self._unnamed_speakers(floor, position))
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
        return None if self.naming.is_person_between(end, position) else (start, end)

    def owned_before(self, pronoun: str, position: int) -> Range | None:
        """The description with which the last sentence opens, of what is somebody's or something's and takes what is told so or so: "The union's leader was blunt. “…,” he said."."""
        found = self.naming.opening_before(position)
        is_told_whose = found is not None and not _GENITIVES.isdisjoint(self.text[slice(*found)])  # not "Its leader"
        if found is None or not is_told_whose or not self.naming.is_owned(found) or not self._may_mean(pronoun, found):
            return None
        return found if PATTERNS.takes_it.match(self.text, found[1] + 1) else None

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
            return self.before(pronoun, opens.start(1))
        told = PATTERNS.opens_unnamed.match(self.text, last, above)
        wanted = FEMALE_WORDS if PATTERNS.genders.get(pronoun.lower()) == "f" else MALE_WORDS
        if told is None or told["head"] not in wanted or told["deeds"] in PATTERNS.no_act:
            return None
        if self.naming.is_person_between(told.end("who"), position):
            return None
        is_open = self._is_named_beside(pronoun, last)
        return (position, position + len(pronoun)) if is_open else told.span("who")

    def _teller_before(self, pronoun: str, floor: int, position: int) -> Range | None:
        """Somebody unnamed who says something in a sentence before, since when nobody is named; the name he goes by, where it is said."""
        stop = position
        for start in reversed([floor, *(match.end() for match in _STOP.finditer(self.text, floor, position))]):
            begin = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
            told = None if self.naming.is_quoted(begin) else teller(self.text, begin, stop)
            if told is not None:
                return self._told_by(told, pronoun, floor, position)
            if self.naming.is_person_between(begin, stop):
                return None
            stop = start
        return None

    def _told_by(self, told: Teller, pronoun: str, floor: int, position: int) -> Range | None:
        """Who somebody is who says something and has no name, where a pronoun takes that up; the pronoun where somebody named may be meant as well."""
        named = told.name if told.name is not None and self.naming.is_person_between(*told.name) else None
        if told.is_definite and named is None and not told.is_unnamed:
            return None
        if not self._may_mean(pronoun, told.who) or self.naming.is_person_between(told.said, position):
            return None
        # "Jay Moss denies it. The victim's father said that he …": either may go on.
        is_open = not (named or told.is_unnamed) and self.naming.is_person_between(floor, told.who[0])
        return (position, position + len(pronoun)) if is_open else named or told.who

    def _opens_with_a_name(self, floor: int, position: int) -> bool:
        """True if the sentence that a place lies in names a person before it."""
        stops = [match.end() for match in _STOP.finditer(self.text, floor, position)]
        return self.naming.is_person_between(stops[-1] if stops else floor, position)

    def _may_mean(self, pronoun: str, described: Range) -> bool:
        """False where a pronoun is of another gender than whom a description is of, by its noun or by what its sentence calls nobody else."""
        if not self._may_be(pronoun, self.text[slice(*described)].split()[-1].lower()):
            return False
        stop = _STOP.search(self.text, described[1])
        end = stop.start() if stop is not None else len(self.text)
        begin = max(self.text.rfind("\n", 0, described[0]), 0)
        begin = max((one.end() for one in _STOP.finditer(self.text, begin, described[0])), default=begin)
        if self.naming.is_person_between(begin, end):
            return True
        called = {
            PATTERNS.genders.get(word.group().lower())
            for word in _WORD.finditer(self.text, described[1], end)
            if not self.naming.is_quoted(word.start())
        } - {None}
        return not called or PATTERNS.genders.get(pronoun.lower()) in {*called, None}

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
            and not self.naming.is_quoted(match.start("who"))
        ]
        return found[-1].span("who") if found else None

    def _leads(self, told: re.Match[str], floor: int, position: int) -> bool:
        """True if a paragraph opens with how somebody takes the news, and names nobody up to a place: "A butcher was less pleased"."""
        if "deeds" not in told.re.groupindex or self.naming.is_person_between(floor, position):
            return False
        is_first = not self.text[floor : told.start("who")].strip() or self.text[told.start()] == "\n"
        return is_first and PATTERNS.takes_it.match(self.text, told.start("deeds")) is not None

    def _told_of_before(self, floor: int, position: int) -> list[re.Match[str]]:
        """Somebody unnamed who is the subject of the last sentence before words or a pronoun: "A nurse was shot, police said. “…,” she said."."""
        one, of_several = (
            [
                match
                for match in pattern.finditer(self.text, floor, position)
                if not self.naming.is_quoted(match.start("who"))
            ]
            for pattern in (PATTERNS.opens_unnamed, PATTERNS.opens_one_of)
        )
        found = [match for match in one if match["person"] or is_somebody(match["head"])]
        found += [
            match
            for match in of_several
            if not self.naming.between(*match.span())
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

    def _is_of_two(self, pronoun: str, anothers: Range, position: int) -> bool:
        """True where a sentence behind one about somebody's relative may be about either: "Ann Lee left. Her deputy resigned. She called it “fair”"."""
        is_later = _STOP.search(self.text, anothers[1], position) is not None
        return is_later and not self._is_behind_marks(position) and self._is_named_beside(pronoun, anothers[0])

    def _is_behind_marks(self, position: int) -> bool:
        """True for a pronoun right behind words in marks."""
        return self.text[max(0, position - _BESIDE) : position].rstrip()[-1:] in _CLOSING

    def _is_still_there(self, start: int, end: int) -> bool:
        """True if running text says "him" or "her" of somebody spoken of before."""
        found = PATTERNS.still_there.finditer(self.text, start, end)
        return any(not self.naming.is_quoted(match.start()) for match in found)

    def _is_another(self, pronoun: str, start: int, end: int) -> bool:
        """True if the rest of a sentence tells of somebody else without a name, whom a pronoun may mean as well."""
        stop = _STOP.search(self.text, start, end)
        return any(
            any(is_somebody(word) and self._may_be(pronoun, word) for word in match["words"].split())
            for match in PATTERNS.somebody_else.finditer(self.text, start, stop.start() if stop else end)
            if not self.naming.is_quoted(match.start())
        )

    def _are_people_before(self, position: int) -> bool:
        """True if people are told of shortly before, of whom "one of them" is one."""
        near = PATTERNS.several.finditer(self.text, max(0, position - _NEAR), position)
        return any(is_somebody(match["heads"].lower()) for match in near)

    def _is_somebody_named_since(self, start: int, end: int) -> bool:
        """True if a later sentence than the one at `start` names a person, who is then spoken of."""
        stop = _STOP.search(self.text, start, end)
        return stop is not None and self.naming.is_person_between(stop.end(), end)

    def _is_named_beside(self, pronoun: str, position: int) -> bool:
        """True if somebody whom the pronoun may mean is named shortly before."""
        wanted = PATTERNS.genders.get(pronoun.lower())
        near = (
            self.naming.entities[self.naming.by_start[name[0]]]
            for name in self.naming.between(position - _BODY_REACH, position)
        )
        return any(one.kind == "person" and (not wanted or one.gender in {wanted, None}) for one in near)

    def _unnamed_speakers(self, start: int, end: int) -> Iterator[Range]:
        """Descriptions of somebody unnamed who speaks, in order: "A council spokeswoman" of "A council spokeswoman said"."""
        position = start
        while (opener := PATTERNS.unnamed_opener.search(self.text, position, end)) is not None:
            position = opener.end() - 1
            if self.naming.is_quoted(opener.start()):
                continue
            reach = min(end, opener.end() + _REACH)
            # The furthest noun first: "a council spokeswoman", not "a council".
            for stop in reversed(list(noun_ends(self.text, opener.end(), reach, 4, PERSON_NOUNS))):
                verb = PATTERNS.unnamed_verb.match(self.text, stop, end)
                if verb is not None:
                    yield opener.start(), stop
                    position = verb.end()
                    break
