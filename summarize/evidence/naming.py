"""Whom the words that say who speaks mean: "its chair, Hilde Moens", "a spokesman for Ms Fontaine", "she"."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarize.evidence.entities import Entity
from summarize.evidence.vocabulary import FEMALE_WORDS, MALE_WORDS, PERSON_NOUNS

Range = tuple[int, int]

_UNNAMED = re.compile(
    r"\b(?P<who>(?:A|An|One|Another|a|an)\s(?:[\w’'-]+\s){0,4}(?:"
    + "|".join(sorted(PERSON_NOUNS))
    + r"))\b[^.!?\n]{0,60}?\b(?:said|told|added|says)\b"
)
_HEADED = re.compile(
    r"(?i)(?:an?|the|one|another|some|several|\w+['’]s)\s(?:[\w’'-]+\s){0,3}?(?:"
    + "|".join(sorted(PERSON_NOUNS | {"report", "statement", "letter", "study"}))
    + r")\s(?P<rest>(?:[a-z]+(?:ed|ing)|close|familiar|loyal|who|whose|representing|for|of|from|with|at)\s.*)"
)


class Naming:
    """Finds the entity, or the unnamed speaker, that a phrase of the text means. Ranges are half-open, in that text."""

    def __init__(self, text: str, entities: list[Entity]) -> None:
        self.text, self.entities = text, entities
        self.by_start = {name.start: index for index, entity in enumerate(entities) for name in entity.names}
        self.names = sorted(
            (name.start, name.end, name.title[0] if name.title else name.start)
            for entity in entities
            for name in entity.names
        )

    def between(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The names that lie in a range of the text, as (start, end, title start)."""
        low = bisect_left(self.names, (start, 0, 0))
        high = bisect_left(self.names, (end, 0, 0))
        return [name for name in self.names[low:high] if name[1] <= end]

    def described_before(self, pronoun: str, position: int) -> Range | None:
        """The unnamed speaker of the sentence before whom a pronoun takes up: "A council spokeswoman said … “…,” she said."."""
        floor = max(0, self.text.rfind("\n", 0, position), position - 600)
        found = list(_UNNAMED.finditer(self.text, floor, position))
        if not found:
            return None
        match = found[-1]
        if (
            re.match(r",\s(?:[a-z]+\s)?[A-Z]", self.text[match.end("who") : match.end("who") + 14])
            or self.text[match.start("who") - 2 : match.start("who")] == ", "
        ):
            return None  # "A fishmonger, Auntie Dede, said": named after all
        head = match["who"].split()[-1].lower()
        gender = "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
        wanted = {"he": "m", "him": "m", "she": "f", "her": "f"}.get(pronoun.lower())
        if (wanted and gender not in {wanted, None}) or (
            self.between(match.end("who"), position)
            and any(
                self.entities[self.by_start[name[0]]].kind == "person"
                for name in self.between(match.end("who"), position)
            )
        ):
            return None
        return match.span("who")

    def apposed_to(self, span: Range) -> int | None:
        """The entity named right after a description: "its chair, Hilde Moens"."""
        # "its secretary-general, Joseph Otieno", "the mayor of Valmora City, Bruno Castell"
        joint = re.compile(r"(?:-[a-z]+)*,\s").match(self.text, span[1])
        if joint is None or not re.search(r"\b[a-z]{3,}", self.text[span[0] : span[1]]):
            return None
        span = (span[0], joint.end() - 2)
        following = self.between(span[1] + 2, span[1] + 60)
        if not following or min(following[0][2], following[0][0]) > span[1] + 2:
            return None
        return (
            self.by_start[following[0][0]]
            if self.text[following[0][1] : following[0][1] + 1] in {",", ".", ":", ";", " "}
            else None
        )

    def named_in(self, span: Range) -> int | None:
        """The entity that a phrase names, unless it names somebody else's servant: "a spokesman for Ms Fontaine"."""
        inside = self.between(*span)
        if not inside:
            return None
        if self.text[span[0] : inside[-1][0]].rstrip().endswith(",") and len(inside) > 1:
            inside = inside[-1:]  # "the chair of the trust, Hilde Moens"
        elif self.text[span[0] : min(inside[0][2], inside[0][0])].endswith(", "):
            return self.by_start[inside[0][0]]
        head = _HEADED.match(self.text[span[0] : min(inside[0][2], inside[0][0])])
        if head is not None and head["rest"].strip():
            return None  # "a source close to Clark", "a report commissioned by Clark": a head of its own
        people = [name for name in inside if self.entities[self.by_start[name[0]]].kind == "person"]
        first = (
            people[0]
            if people and not re.search(r"\b(?:for|of|from|at|with|in)\s", self.text[span[0] : people[0][0]])
            else inside[0]
        )
        start, end, title = first
        lead = self.text[span[0] : min(start, max(title, span[0]))]
        tail = self.text[end : span[1]]
        if re.search(r"\b(?:for|of|from|at|with|in)\s(?:the\s|[A-Z][a-z]{1,3}\.?\s)?$", lead):
            return None
        if (
            tail.strip()
            and (re.match(r"['’]s?\s", tail) or re.match(r"\s[a-z]", tail))
            and not re.match(r"\s(?:of|from|for|at|in|with|and)\s", tail)
        ):
            # "the Fontaine spokesman", "Ms Fontaine's spokesman": the last name, if it ends the phrase.
            last = inside[-1]
            return self.by_start[last[0]] if last[1] >= span[1] else None
        return self.by_start[start]
