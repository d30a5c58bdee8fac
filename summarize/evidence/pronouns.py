"""Whom a "he" or "she" means: of the people spoken of before it, by the rules of `pronouns.toml`; nobody where two fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from summarize.evidence.entities import UNNAMED, Entity
from summarize.evidence.vocabulary import LANGUAGE, PATTERNS
from summarize.expressions import expression
from summarize.rules import Fact, Ladder, read_ladder
from summarize.rules.kept import kept

_WORD: Final = expression(r"[^\W\d_]+")
_CLAUSE: Final = expression(r"[^.!?;“”\"\n]*")
"""What stands behind a pronoun up to the end of its sentence or a quotation."""
_REACH: Final = 12
"""A pronoun looks back over this many sentences; further back nobody would be meant."""
_FAR: Final = 3
"""Sentences back in which who was last spoken of is still meant: of those farther off half are somebody else."""
_PEOPLE: Final = frozenset({"person", UNNAMED})
MAX_PEOPLE: Final = 10
"""So many people, the last spoken of, can be meant."""
_AROUND: Final = 60


class Seen(Struct):
    """Where a person was last spoken of."""

    index: int
    """Index of the entity."""
    sentence: int
    subject: bool
    possessive: bool
    is_new: bool
    """Named in full for the first time, with an apposition: "Ida Roe, chair of the board"."""
    called: str | None = None
    """The gender of the pronoun by which it is: nobody is "he" in one sentence and "she" in the next."""
    speaks: bool = False
    """By quoted words of his, with which his sentence begins or ends."""
    asks: bool = False
    """With a question to somebody else: "Ida Roe asked Ann Lee whether it leans"."""
    asked_for: bool = False
    """The same, or with a request."""
    is_kin: bool = False
    """As his or her relative whom the sentence is about: "carried her daughter, Ida Roe"."""
    set_against: str | None = None
    """The gender of a "him" or "her" to whom the same clause says that somebody does something: "Jan Kral gave her a chair", who is not she."""
    stands_by: bool = False
    """As one who only watches, comes or waits."""
    tells: bool = False
    """What somebody named beside hears: "Ida Roe told Ann Lee that it leans", after whom either may speak."""
    says: bool = False
    """Something, or what he makes of something: "Ida Roe called it a farce", whom somebody else answers."""
    to_another: str | None = None
    """The gender of a "him" or "her" to whom something is said there: "When Ida Roe told her that …, she replied"."""


class Pronoun(Struct, dict=True):
    """A pronoun with the people whom it could mean, as rules ask about it. `people` are in order, who was last spoken of comes first."""

    text: str
    start: int
    sentence: int
    people: list[Seen]
    entities: list[Entity]
    dead: frozenset[int]
    """Entities of whom the article says that they died."""

    @property
    def words(self) -> str:
        """The pronoun."""
        word = _WORD.match(self.text, self.start)
        assert word is not None  # a pronoun stands there
        return word.group()

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.text[max(0, self.start - _AROUND) : self.start]

    @property
    def after(self) -> str:
        """What stands behind it."""
        return self.text[self.start + len(self.words) : self.start + _AROUND]

    @property
    def gender(self) -> str:
        """Its gender: "m" or "f"."""
        return PATTERNS.genders[self.words.lower()]

    @kept
    def fitting(self) -> list[Seen]:
        """Those of its gender, or of an unknown one, who are near enough and, if others are, alive."""
        near = [
            seen
            for seen in self.people
            if self.entities[seen.index].gender in {self.gender, None}
            and seen.called in {self.gender, None}
            and self.sentence - seen.sentence <= _REACH
            and not (self.is_answering and seen.to_another == self.gender and seen.sentence == self.sentence)
            and not (self.is_behind_marks and self.is_answering and seen.speaks and self.back(seen) == 1)
            and not self._is_set_against(seen)
        ]
        near = [seen for seen in near if not self._asks(seen, near)]
        if self.is_answering:
            near = self._without_answered(near)
        near = self._without_answered(self._without_other_gender(near))
        living = [seen for seen in near if seen.index not in self.dead]
        is_last = bool(living) and living[0].sentence < near[0].sentence >= self.sentence - 1
        if is_last and near[0].index in self.dead and not self.is_behind_marks:
            if PATTERNS.habit.match(self.after) is not None:
                return near[:1]
            return []  # "That was Joy Roe, who died in March. She liked to say": she, or whoever was spoken of before
        return living or near

    def _asks(self, seen: Seen, near: list[Seen]) -> bool:
        """True for whoever asks another, whom the words before it answer."""
        is_question = seen.asks or (seen.asked_for and self.is_answering)
        if not is_question or not self.is_behind_marks or self.back(seen) != 1:
            return False
        return any(other.sentence == seen.sentence and other.index != seen.index for other in near)

    def _is_set_against(self, seen: Seen) -> bool:
        """True for somebody of unknown gender, or only described, where a clause has a "her" as another: "Jan Kral gave her a chair". Of "asked her why she", for whoever asks."""
        entity = self.entities[seen.index]
        if seen.set_against == self.gender:
            is_answered = self._is_reply and self.back(seen) == 1
            return entity.gender is None or is_answered or (seen.asked_for and self.back(seen) == 0)
        is_beside = entity.kind == UNNAMED and not seen.subject
        return is_beside and any(
            other.sentence == seen.sentence and other.set_against == self.gender for other in self.people
        )

    @property
    def _is_reply(self) -> bool:
        """It answers or denies what the sentence before says, where no quotation stands between."""
        is_denial = PATTERNS.denies_behind.match(self.after) is not None
        return (is_denial or self.is_answering) and not self.is_behind_marks

    def _without_answered(self, near: list[Seen]) -> list[Seen]:
        """People without who just spoke, whom a reply answers; nobody where he is of its gender, for he may go on.

        "Ida Roe called it a farce. She replied that …": who replies is another, if another can be meant.
        """
        spoken = [seen for seen in near if seen.says and self.back(seen) == 1] if self._is_reply else []
        others = [seen for seen in near if seen not in spoken]
        if not spoken or not others:
            return near
        return others if all(self._is_unknown(seen) for seen in spoken) else []

    def _without_other_gender(self, near: list[Seen]) -> list[Seen]:
        """People without the one of unknown gender who must be the "he" beside a "she"; nobody where two of them may be the one and the other."""
        stop = _CLAUSE.match(self.text, self.start + len(self.words))
        rest = _WORD.findall(stop.group()) if stop is not None else []
        if all(PATTERNS.genders.get(word.lower(), self.gender) == self.gender for word in rest):
            return near
        close = [seen for seen in self.people if self.back(seen) <= _FAR]
        if any((seen.called or self.entities[seen.index].gender) not in {self.gender, None} for seen in close):
            return near
        unknown = [seen for seen in near if seen in close and self._is_unknown(seen)]
        if len(unknown) == 1 and len(near) > 1:
            return [seen for seen in near if seen not in unknown]
        return near if len(unknown) < 2 else []

    def _is_unknown(self, seen: Seen) -> bool:
        """True if neither a name nor a pronoun tells somebody's gender."""
        return seen.called is None and self.entities[seen.index].gender is None

    @property
    def is_told(self) -> bool:
        """True behind a quotation where the sentence before says that one told another of its gender something: either may speak."""
        if not self.is_behind_marks or self.is_answering:
            return False
        tells = [seen for seen in self.fitting if seen.tells and self.back(seen) == 1]
        return any(
            other.sentence == one.sentence
            and other.index != one.index
            and not other.possessive
            and self.entities[other.index].gender == self.gender
            for one in tells
            for other in self.fitting
        )

    def back(self, seen: Seen) -> int:
        """How many sentences before it somebody was last spoken of."""
        return self.sentence - seen.sentence

    def nearest(self, holds: Callable[[Seen], bool], at_most: int) -> list[Seen]:
        """Of the fitting people of whom something holds, those of the nearest sentence, at most so many sentences back."""
        found = [seen for seen in self.fitting if self.back(seen) <= at_most and holds(seen)]
        return [seen for seen in found if seen.sentence == found[0].sentence] if found else []

    def taken(self, verdict: str) -> Seen:
        """The one person of the list that a rule's verdict names."""
        held: list[Seen] = getattr(self, verdict)
        return held[0]

    @kept
    def introduced(self) -> list[Seen]:
        """Who was named for the first time in the sentence before, and not as a relative of the one it is about."""
        new = [seen for seen in self.fitting if seen.is_new and self.back(seen) == 1 and not seen.possessive]
        is_about_another = any(seen.subject and not seen.is_new and self.back(seen) == 1 for seen in self.fitting)
        return [seen for seen in new if not (seen.is_kin and is_about_another)]

    @property
    def is_answering(self) -> bool:
        """It answers what somebody else said."""
        answers = PATTERNS.answers.match(self.after)
        return answers is not None and PATTERNS.answers_question.match(self.after, answers.end()) is None

    @property
    def is_open(self) -> bool:
        """True behind a quotation, where somebody of unknown gender was just introduced and the subject is of the pronoun's: either may speak.

        Of a bystander, "The doctor, Ama Roe, arrived", so are the subjects farther back.
        """
        genders = {self.entities[seen.index].gender for seen in self.introduced}
        reach = _FAR if any(seen.stands_by for seen in self.introduced) else 1
        return (
            genders == {None}
            and self.is_behind_marks
            and any(
                seen.subject and self.back(seen) <= reach and self.entities[seen.index].gender == self.gender
                for seen in self.fitting
            )
        )

    @property
    def is_behind_marks(self) -> bool:
        """It stands right behind a quotation."""
        return self.before.rstrip()[-1:] in tuple("”\"’'»")

    @kept
    def beside(self) -> list[Seen]:
        """Who stands before it in its own sentence, where that is about somebody of the other gender: "He married Ida Roe in 1964; she wrote"."""
        here = [seen for seen in self.people if self.back(seen) == 0]
        others = {seen.called or self.entities[seen.index].gender for seen in here if seen.subject}
        if not others or not others.isdisjoint({None, self.gender}):
            return []
        return [seen for seen in self.fitting if self.back(seen) == 0 and not seen.possessive]

    @kept
    def subjects(self) -> list[Seen]:
        """The subject of this sentence or the one before."""
        return self.nearest(lambda seen: seen.subject, 1)

    @kept
    def mentioned(self) -> list[Seen]:
        """Who stands in this sentence, or in the one before and not as somebody's owner alone."""
        return self.nearest(lambda seen: not seen.possessive or self.back(seen) == 0, 1)

    @property
    def _reach(self) -> int:
        """Sentences back in which the last spoken of is meant: farther where the whole article has one person whom it can mean."""
        fit = [one for one in self.entities if one.kind in _PEOPLE and one.gender in {self.gender, None}]
        return _REACH if len(fit) == 1 else _FAR

    @kept
    def earlier(self) -> list[Seen]:
        """The last subject."""
        return self.nearest(lambda seen: seen.subject, self._reach)

    @property
    def is_rivalled(self) -> bool:
        """True if since the sentence of the last subject somebody else was spoken of whom it may mean: the longer ago, the less likely is it the subject."""
        return any(self.back(seen) < self.back(self.earlier[0]) for seen in self.fitting) if self.earlier else False

    @kept
    def last(self) -> list[Seen]:
        """Who stands in the last sentence that names anybody."""
        return self.nearest(lambda _: True, self._reach)


_FACTS: Final[Mapping[str, Callable[[Pronoun], Fact]]] = {
    "introduced": lambda pronoun: len(pronoun.introduced),
    "beside": lambda pronoun: len(pronoun.beside),
    "subjects": lambda pronoun: len(pronoun.subjects),
    "mentioned": lambda pronoun: len(pronoun.mentioned),
    "earlier": lambda pronoun: len(pronoun.earlier),
    "last": lambda pronoun: len(pronoun.last),
    "rivalled": lambda pronoun: pronoun.is_rivalled,
    "behind_marks": lambda pronoun: pronoun.is_behind_marks,
}


@cache
def pronoun_rules(language: str = LANGUAGE) -> Ladder[Pronoun]:
    """The rules of a language."""
    return read_ladder(f"{language}/pronouns.toml", _FACTS, verdicts=frozenset(_FACTS))


def antecedent_of(pronoun: Pronoun) -> Seen | None:
    """The one whom a pronoun means, None where nobody fits or two do."""
    decision = None if pronoun.is_open or pronoun.is_told else pronoun_rules().decide(pronoun)
    return pronoun.taken(decision.verdict) if decision is not None else None
