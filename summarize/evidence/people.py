"""Who a pronoun or a description means: "she", "the minister", "the judge"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.heads import noun_ends
from summarize.evidence.names import Name
from summarize.evidence.vocabulary import (
    FEMALE_WORDS,
    MALE_WORDS,
    NAMES,
    ORGANISATION_NOUNS,
    PATTERNS,
    PEOPLE,
    PERSON_NOUNS,
)

Range = tuple[int, int]

_REACH = 12
"""A pronoun looks back over this many sentences; further back nobody would be meant."""
_MODIFIED: Final = (PERSON_NOUNS | ORGANISATION_NOUNS) - PATTERNS.not_modified
"""After a name these only say which campaign or spokesman is meant."""
_SMALL_WORDS_AHEAD: Final = re.compile(r"\s(?:[a-z-]+\s){0,2}[a-z-]+\b")


@dataclass(slots=True)
class _Seen:
    """Where a person was last spoken of."""

    sentence: int
    subject: bool
    possessive: bool
    times: int


@dataclass(slots=True)
class Discourse:
    """The people of an article in the order they are spoken of, outside quotations, and whom each "he" and "she" means.

    Pronouns are resolved from left to right; a resolved one counts as a mention, so that "she … she … she" stays with one person.
    """

    text: str
    entities: list[Entity]
    sentences: list[Range]
    quoted: list[Range]
    subjects: list[tuple[int, int]] = field(default_factory=list)
    """(position, entity index) of each mention that is the subject of its sentence, in order."""
    bodies: list[tuple[int, int]] = field(default_factory=list)
    """The same for organisations, groups and places."""
    _resolved: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        events: list[tuple[int, int, Name | None]] = []
        for index, entity in enumerate(self.entities):
            if entity.kind == "person":
                events.extend((name.start, index, name) for name in entity.names)
            else:
                for body in entity.names:
                    sentence = bisect_right(self.sentences, (body.start, 1 << 60)) - 1
                    if (
                        sentence >= 0
                        and self._opens(body, sentence)
                        and self.text[body.end : body.end + 2] not in {"'s", "’s"}
                    ):
                        self.bodies.append((body.start, index))
        self.bodies.sort()
        events.extend((match.start(), -1, None) for match in PATTERNS.discourse_pronoun.finditer(self.text))
        events.sort(key=lambda event: event[:2])
        seen: dict[int, _Seen] = {}
        starts = [start for start, _ in self.sentences]
        quoted_starts = [start for start, _ in self.quoted]
        for position, index, name in events:
            within = bisect_right(quoted_starts, position) - 1
            if within >= 0 and position < self.quoted[within][1]:
                continue
            sentence = bisect_right(starts, position) - 1
            if name is None:
                index = self._resolve(position, sentence, seen)  # noqa: PLW2901 - the pronoun's person
                if index < 0:
                    continue
                self._resolved[position] = index
                start, possessive = position, False
            else:
                start = name.title[0] if name.title else position
                possessive = self.text[name.end : name.end + 2] in {"'s", "’s"} or self.text[
                    name.end : name.end + 1
                ] in {"'", "’"}
                possessive = possessive or self._modifies(name)
            subject = not possessive and self._is_subject(start, sentence)
            before = seen.get(index)
            if before is not None and before.sentence == sentence and before.subject:
                subject, possessive = True, False
            seen.pop(index, None)
            seen[index] = _Seen(sentence, subject, possessive, (before.times if before else 0) + 1)
            if subject:
                self.subjects.append((position, index))

    def _modifies(self, name: Name) -> bool:
        """True for a name that only says which campaign or spokesman is meant: "the Fontaine campaign"."""
        ahead = _SMALL_WORDS_AHEAD.match(self.text, name.end)
        return ahead is not None and any(noun_ends(self.text, ahead.start() + 1, ahead.end(), 2, _MODIFIED))

    def _opens(self, name: Name, sentence: int) -> bool:
        """True for a body that its sentence begins with: "Kestrel said", "The terminal's operator, Ligne Bleue, said"."""
        lead = self.text[self.sentences[sentence][0] : name.start]
        return len(lead) <= 5 or (len(lead) <= 45 and lead.endswith(", ") and self.text[name.end : name.end + 1] == ",")

    def _is_subject(self, position: int, sentence: int) -> bool:
        """True for a mention that opens its sentence, or stands right beside a speech verb: “…,” said Mr Lee."""
        if sentence < 0:
            return False
        begin = self.sentences[sentence][0]
        lead = self.text[max(begin, position - 60) : position]
        if PATTERNS.beside_speech_verb.search(lead):
            return True
        within = bisect_right(self.quoted, (position, 0)) - 1
        if within >= 0 and self.quoted[within][1] > begin and position - self.quoted[within][1] <= 3:
            return True
        return position - begin < 60 and not PATTERNS.not_subject.search(lead) and lead.count(",") <= 1

    def _resolve(self, position: int, sentence: int, seen: dict[int, _Seen]) -> int:
        gender = PATTERNS.genders.get(self.text[position : position + 3].strip(" '’").lower(), "m")
        best, best_score = -1, float("-inf")
        for index in list(reversed(seen))[:10]:
            entity, last = self.entities[index], seen[index]
            distance = sentence - last.sentence
            if entity.gender not in {gender, None} or distance > _REACH:
                continue
            score = -1.1 * distance + (1.8 if last.subject else 0.0) - (1.0 if last.possessive else 0.0)
            score += 0.9 if entity.gender == gender else 0.5
            score += min(last.times, 6) * 0.1
            if score > best_score:
                best, best_score = index, score
        if (
            best >= 0
            and self.entities[best].gender is None
            and seen[best].subject
            and sentence - seen[best].sentence <= 1
        ):
            # Nothing else tells the gender; the next "he" or "she" keeps to it, if nobody else could have been meant.
            near = [
                i
                for i in seen
                if i != best and sentence - seen[i].sentence <= 2 and self.entities[i].gender in {gender, None}
            ]
            if not near:
                self.entities[best].gender = gender
        return best

    def pronoun(self, position: int) -> int | None:
        """The index of the person whom the "he" or "she" at `position` means, None if nobody fits."""
        return self._resolved.get(position)

    def body_before(self, position: int) -> int | None:
        """The index of the body or country that an "it" at `position` means: the last that a sentence began with, within three."""
        last = bisect_right(self.bodies, (position, -1)) - 1
        if last < 0:
            return None
        start, index = self.bodies[last]
        here = bisect_right(self.sentences, (position, 1 << 60))
        return index if here - bisect_right(self.sentences, (start, 1 << 60)) <= 3 else None

    def description(self, phrase: str, position: int) -> int | None:
        """The index of the person or body that "the minister" or "the MEA statement" means, None if nobody named."""
        if PATTERNS.the_aged.fullmatch(phrase):
            last = bisect_right(self.subjects, (position, -1)) - 1
            return self.subjects[last][1] if last >= 0 else None
        words = [word.lower().removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’-]+", phrase)]
        head = next(
            (
                word
                for word in reversed(_before_preposition(words))
                if word in PERSON_NOUNS or word in ORGANISATION_NOUNS
            ),
            None,
        )
        if head is None or head in PEOPLE.generic:
            return None
        if words[0] not in PATTERNS.determiners or PATTERNS.of_another.search(phrase):
            return None
        modifiers = [word for word in _before_preposition(words)[1:] if word != head]
        gender = "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
        fitting: list[tuple[int, int]] = []
        for index, entity in enumerate(self.entities):
            if entity.kind != "person" or (gender and entity.gender not in {gender, None}):
                continue
            before = [name.start for name in entity.names if name.start < position]
            if before and all(self._is_called(entity, word) for word in [head, *modifiers]):
                fitting.append((max(before), index))
        return max(fitting)[1] if fitting else None

    def _is_called(self, entity: Entity, head: str) -> bool:
        if entity.role and re.search(
            rf"\b{re.escape(head)}\b", self.text[entity.role[0] : entity.role[1]], re.IGNORECASE
        ):
            return True
        return any(
            name.title and re.search(rf"\b{re.escape(head)}\b", self.text[name.title[0] : name.title[1]], re.IGNORECASE)
            for name in entity.names
        )

    def body_in(self, phrase_start: int, phrase_end: int) -> int | None:
        """The body named in a description of a text of its: the MEA in "the MEA statement", the Kremlin in "a Kremlin statement"."""
        words = re.findall(r"[\w'’-]+", self.text[phrase_start:phrase_end].lower())
        if not words or words[-1] not in NAMES.texts:
            return None
        for index, entity in enumerate(self.entities):
            if entity.kind != "place" and any(
                phrase_start <= name.start and name.end <= phrase_end for name in entity.names
            ):
                return index
        return None


def _before_preposition(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word in PATTERNS.belongs_to:
            return words[:index]
    return words
