"""Those whom a text only describes, as it is read from left to right: who each of them is again, and whether a pronoun surely means one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from summarize.evidence.described_people import DESCRIBED, DescribedPerson
from summarize.evidence.entities import UNNAMED, Entity
from summarize.evidence.names import Name
from summarize.evidence.pronouns import Pronoun, Seen
from summarize.evidence.vocabulary import PATTERNS, SPEECH_VERBS
from summarize.expressions import expression

Range = tuple[int, int]

_WORD: Final = expression(r"[\w'’-]+")


class Strangers:
    """Somebody who is only described has a number, as an entity has its index: the numbers begin behind the entities.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        entities: whom it names.
    """

    def __init__(self, text: str, sentences: Sequence[Range], entities: Sequence[Entity]) -> None:
        self.text, self.sentences, self.first = text, sentences, len(entities)
        self.cast = [*entities]
        """The entities, and behind them those who are only described."""
        self.mentions: list[tuple[int, str | None]] = []
        """(position, gender) of each description, in order."""
        self._subjects: list[Range] = []
        self._last: list[DescribedPerson] = []
        self._by_noun: dict[str, int] = {}
        self._beside: set[str] = set()
        """Nouns for those of whom a text spoke as known beside the subject of a sentence: they are nobody named."""
        self._meant: dict[int, tuple[Range, bool]] = {}
        self._taken_up: set[int] = set()
        self._suffering: set[int] = set()
        self._doubted: set[int] = set()

    def is_one(self, index: int) -> bool:
        """True for the number of somebody who is only described."""
        return index >= self.first

    def meet(self, one: DescribedPerson, seen: Mapping[int, Seen]) -> int | None:
        """The number of whom a description is of; None where it may be of the one person who was spoken of, or of anybody."""
        number = self._by_noun.get(one.noun) if not one.is_new else None
        if number is None:
            is_new = one.noun in DESCRIBED.others or len(seen) != 1 or one.noun in self._beside
            if one.is_known and not (one.is_subject and is_new):
                if not one.is_subject:
                    self._beside.add(one.noun)
                return None  # "told the judge"; "Ann Lee left. The plumber wept"
            number = self._by_noun[one.noun] = len(self.cast)
            self._last.append(one)
            self.cast.append(Entity(UNNAMED, [], one.gender))
        self._last[number - self.first] = one
        self.cast[number].names.append(Name(one.start, one.end, self.text[one.start : one.end]))
        self._doubted.discard(number)
        (self._suffering.add if one.is_suffering else self._suffering.discard)(number)
        if one.is_subject:
            self._subjects.append((one.start, one.end))
        self.mentions.append((one.start, self.cast[number].gender))
        return number

    def may_speak(self, people: Sequence[Seen]) -> list[Seen]:
        """Those of some people who may say words; of a stranger of whom only what was done to him is told nothing says that he does."""
        return [one for one in people if one.index not in self._suffering or one.index in self._taken_up]

    def leave_out(self, seen: dict[int, Seen], sentence: int) -> None:
        """Forget who is only described in a sentence: he stands in somebody else's words."""
        for index in [one.index for one in seen.values() if self.is_one(one.index) and one.sentence == sentence]:
            del seen[index]

    def take_up(self, asked: Pronoun, one: Seen) -> None:
        """Keep that a pronoun means one of them, and whether that is sure."""
        if self._is_sure(asked, one):
            last = self._last[one.index - self.first]
            self._meant[asked.start] = ((last.start, last.end), self._is_topic(one.index))
            self._taken_up.add(one.index)
        else:
            self._doubted.add(one.index)

    def meant(self, position: int) -> Range | None:
        """The description of whom the "he" or "she" at a place surely means."""
        found = self._meant.get(position)
        return found[0] if found is not None else None

    def is_topic(self, position: int) -> bool:
        """True if he whom the "he" or "she" at a place surely means had been told of more than once."""
        return position in self._meant and self._meant[position][1]

    def subject_between(self, start: int, end: int) -> Range | None:
        """The description of the last one whom a sentence between two places is about."""
        at = bisect_left(self._subjects, (end, end)) - 1
        return self._subjects[at] if at >= 0 and self._subjects[at][0] > start else None

    def is_beside(self, asked: Pronoun, one: Seen) -> bool:
        """True behind a quotation where the sentence before tells of somebody new besides whom the pronoun seems to mean: "Ann Lee met a nurse. “I ran,” she said"."""
        if not asked.is_behind_marks or self.is_one(one.index):
            return False
        beside = [
            self._last[other.index - self.first]
            for other in asked.fitting
            if self.is_one(other.index) and other.sentence == one.sentence and asked.back(other) <= 1
        ]
        begin = self.sentences[one.sentence][0]
        # "Ann Lee said that a nurse …": in her words, and so not beside her.
        return any(
            other.is_new and SPEECH_VERBS.isdisjoint(_WORD.findall(self.text[begin : other.start])) for other in beside
        )

    def _is_sure(self, asked: Pronoun, one: Seen) -> bool:
        """True if the sentence before a pronoun is about somebody who is only described, and tells of nobody else whom it may mean.

        Behind words he has been told of more than once, or else nobody who is named may be meant at all.
        """
        last = self._last[one.index - self.first]
        if not last.is_sure or one.index in self._doubted or not one.subject or asked.back(one) > 1:
            return False
        others = [other for other in asked.fitting if other.index != one.index]
        is_dead = PATTERNS.tells_of_death.search(self.text, *self.sentences[one.sentence]) is not None
        if is_dead or any(other.sentence >= one.sentence for other in others):
            return False
        return self._is_topic(one.index) or not asked.is_behind_marks or not others

    def _is_topic(self, number: int) -> bool:
        return len(self.cast[number].names) > 1 or number in self._taken_up
