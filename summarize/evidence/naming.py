"""Whom the words that say who speaks mean: "its chair, Hilde Moens", "a spokesman for Ms Fontaine", "she"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.heads import head_end, noun_ends
from summarize.evidence.names import Name
from summarize.evidence.noun_groups import is_noun
from summarize.evidence.told_of import is_somebody
from summarize.evidence.vocabulary import ORGANISATION_NOUNS, PATTERNS, PERSON_NOUNS
from summarize.expressions import expression
from summarize.languages.tails import found_before

Range = tuple[int, int]

_NEAR: Final = 200
"""How far before a pronoun somebody stands whom it means, in code points."""
_BODY_REACH: Final = 300
_HEAD_REACH: Final = 60
_SOURCE_REACH: Final = 20
"""How far before a source the words that open on it begin, in code points."""
_BODIES: Final = ORGANISATION_NOUNS | PATTERNS.speaking_things
_HEADED_NOUNS: Final = PERSON_NOUNS | PATTERNS.headed_texts
_LOWER_WORD: Final = expression(r"\b[a-z]{3,}")
_COMPOUND: Final = expression(r"-[a-z]+\s")
"""Behind a name that only tells where somebody is from: "Leeds-based"."""
_POSSESSIVE: Final = expression(r"['’]s?\s|\s[a-z]")


class Naming:
    """Finds the entity, or the unnamed speaker, that a phrase of the text means. Ranges are half-open, in that text."""

    def __init__(self, text: str, entities: list[Entity], quoted: list[Range]) -> None:
        self.text, self.entities, self.quoted = text, entities, quoted
        named = _outermost((name, index) for index, entity in enumerate(entities) for name in entity.names)
        self.by_start = {name.start: index for name, index in named}
        self.firsts = sorted(one.names[0].start for one in entities if one.kind == "person")
        """Where each person is first named."""
        self.names = [(name.start, name.end, name.title[0] if name.title else name.start) for name, _ in named]

    def whose_name(self, span: Range) -> int | None:
        """The entity of which a range is a name."""
        return self.by_start[span[0]] if any(name[:2] == span for name in self.between(*span)) else None

    def fits_several(self, span: Range) -> bool:
        """True for one name, in capitals or not, that is the last name of several people."""
        return self._surnames[self.text[slice(*span)].casefold()] > 1

    @cached_property
    def _surnames(self) -> Counter[str]:
        return Counter(one.name.casefold().split()[-1] for one in self.entities if one.kind == "person")

    def one_is_named(self, position: int) -> bool:
        """True if one person and no more is named before a place of the text."""
        return bisect_left(self.firsts, position) == 1

    def between(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The names that lie in a range of the text, as (start, end, title start)."""
        low = bisect_left(self.names, (start, 0, 0))
        high = bisect_left(self.names, (end, 0, 0))
        return [name for name in self.names[low:high] if name[1] <= end]

    def inside(self, span: Range) -> set[int]:
        """The entities named in a range of the text."""
        return {self.by_start[name[0]] for name in self.between(*span)}

    def is_quoted(self, position: int) -> bool:
        """True for a place inside somebody's quoted words: whom those describe is not thereby who speaks."""
        within = bisect_right(self.quoted, (position, len(self.text))) - 1
        return within >= 0 and position < self.quoted[within][1]

    def is_person_between(self, start: int, end: int) -> bool:
        return any(self.entities[self.by_start[name[0]]].kind == "person" for name in self.between(start, end))

    def known_before(self, position: int) -> Range | None:
        """The description with which the last sentence opens before the one at a place, of somebody who may be named: "The priest does not. “…,” he said."."""
        found = self.opening_before(position)
        return None if found is None or self.is_person_between(found[1], position) else found

    def opening_before(self, position: int) -> Range | None:
        """The description with which the last sentence opens before the one at a place, whoever is named since."""
        floor = max(0, self.text.rfind("\n", 0, position), position - _NEAR)
        found = [
            match
            for match in PATTERNS.opens_known.finditer(self.text, floor, position)
            if match["head"].lower() in PERSON_NOUNS and not self.is_quoted(match.start("who"))
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
        named = self.between(*span)
        if named and named[-1][1] == span[1] and self.text[span[0] : min(named[-1][2], named[-1][0])].endswith(", "):
            return None  # "A builder, Anna Fry, accused Dean Cole": its own name stands behind it already
        span = (span[0], joint.end() - 2)
        following = self.between(span[1] + 2, span[1] + 60)
        if not following or not self._is_apposed(span[1] + 2, min(following[0][2], following[0][0])):
            return None
        behind = self.text[following[0][1] : following[0][1] + 1]
        is_source = PATTERNS.opens_on_source.search(self.text, max(0, span[0] - _SOURCE_REACH), span[0]) is not None
        return self.by_start[following[0][0]] if behind in ({*",.:;"} if is_source else {*",.:; "}) else None

    def _is_apposed(self, start: int, end: int) -> bool:
        """True if a name at `end` is what the comma before `start` leads to, a second description allowed: ", the campanologist Peter Lyle"."""
        if end <= start:
            return True
        described = PATTERNS.second_role.fullmatch(self.text, start, end)
        return described is not None and (is_somebody(described["noun"]))

    @cached_property
    def authors(self) -> Mapping[str, int | None]:
        """The nouns for texts that the article says somebody wrote ("wrote that report"), with him if his name stands beside it."""
        found: dict[str, int | None] = {}
        for match in PATTERNS.wrote_text.finditer(self.text):
            if self.is_quoted(match.start()):
                continue
            start, end = match.span()
            if match["behind"] is not None:
                near = [name for name in self.between(start - _HEAD_REACH, end) if name[1] == start]
            elif match["ahead"] is not None:
                near = [name for name in self.between(end, end + _HEAD_REACH) if name[2] == end]
            else:
                near = []
            people = [one for one in (self.by_start[name[0]] for name in near) if self.entities[one].kind == "person"]
            found[match["text"]] = people[0] if people else found.get(match["text"])
        return found

    def whole(self, span: Range) -> Range:
        """A range with the rest of the name that it ends or begins: "Allied Workers Union" of "Bankers and Allied Workers Union"."""
        at = bisect_left(self.names, (span[0], 0, 0)) - 1
        if at >= 0 and span[0] < self.names[at][1] and span[1] <= self.names[at][1]:
            span = self.names[at][0], span[1]
        last = bisect_left(self.names, (span[1], 0, 0)) - 1
        span = (span[0], max(span[1], self.names[last][1])) if last >= 0 else span
        return self._whose(span) or span

    def _whose(self, span: Range) -> Range | None:
        """A range that ends on a name, from whoever is described by it: "The mother of missing boy Ann Lee" of "Ann Lee"."""
        name = next((one for one in self.between(*span) if one[1] == span[1]), None)
        if name is None:
            return None
        found = found_before(PATTERNS.owned_lead, self.text, max(0, name[0] - _NEAR), name[0])
        if found is None or found["head"] not in PERSON_NOUNS or found.start("who") >= span[0]:
            return None
        is_full = " " in self.text[name[0] : name[1]] and self.entities[self.by_start[name[0]]].kind == "person"
        is_of = is_noun(found["noun"]) or (not is_full and found["noun"] in ORGANISATION_NOUNS)
        return (found.start("who"), span[1]) if is_of else None

    def named_in(self, span: Range) -> int | None:
        """The entity that a phrase names, unless it names somebody else's servant: "a spokesman for Ms Fontaine"."""
        inside = [name for name in self.between(*span) if _COMPOUND.match(self.text, name[1], span[1]) is None]
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


def _outermost(names: Iterable[tuple[Name, int]]) -> list[tuple[Name, int]]:
    """Names in order, without those that are part of a longer one: no "Tarn" in "Tarn City Council", which speaks."""
    kept: list[tuple[Name, int]] = []
    for name, index in sorted(names, key=lambda each: (each[0].start, -each[0].end)):
        if not kept or name.end > kept[-1][0].end:
            kept.append((name, index))
    return kept


def _has_own_head(phrase: str) -> bool:
    """True for "a source close to " and "a report commissioned by ": what is named behind is not who speaks."""
    opener = PATTERNS.headed_opener.match(phrase)
    if opener is None:
        return False
    return any(
        (rest := PATTERNS.headed_rest.match(phrase, stop)) is not None and rest["rest"].strip()
        for stop in noun_ends(phrase.lower(), opener.end(), len(phrase), 3, _HEADED_NOUNS)
    )
