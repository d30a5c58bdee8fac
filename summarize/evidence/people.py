"""Who a pronoun or a description means: "she", "the minister", "the judge"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final

from msgspec import Struct, field

from summarize.evidence.called_people import CalledPeople
from summarize.evidence.described_people import DescribedPeople, DescribedPerson
from summarize.evidence.doubted import Doubted
from summarize.evidence.entities import Entity, is_dead
from summarize.evidence.heads import owns
from summarize.evidence.mention_contexts import AROUND, MentionContext
from summarize.evidence.names import Name
from summarize.evidence.pronouns import MAX_PEOPLE, Pronoun, Seen, antecedent_of, pronoun_rules
from summarize.evidence.strangers import Strangers
from summarize.evidence.turns import reaches
from summarize.evidence.vocabulary import PATTERNS, REPORTING_VERBS
from summarize.rules import Decision, RuleReason, all_decisions

Range = tuple[int, int]

_OFTEN = 3
"""Mentions from which on an article is about somebody."""
_PRONOUN: Final = 3
"""Code points of the longest pronoun."""


class Discourse(Struct, dict=True):
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
    dead: frozenset[int] = frozenset()
    """Entities of whom the article says that they died."""
    _asked: dict[int, Pronoun] = field(default_factory=dict)
    """Each pronoun by its place, as the rules were asked about it."""
    _resolved: dict[int, int] = field(default_factory=dict)
    _people: list[int] = field(default_factory=list)
    """Where people are named, with their titles, in order."""

    def __post_init__(self) -> None:
        self.context = MentionContext(self.text, self.sentences, self.quoted)
        events: list[tuple[int, int, Name | DescribedPerson | None]] = []
        longest: dict[int, tuple[int, int]] = {}  # "Tarn Police", and not "Tarn"
        for index, entity in enumerate(self.entities):
            if entity.kind == "person" and not self.context.is_place(entity):
                events.extend((name.start, index, name) for name in entity.names)
            elif entity.kind != "person":
                for body in entity.names:
                    sentence = bisect_right(self.sentences, (body.start, 1 << 60)) - 1
                    if (
                        sentence >= 0
                        and self.context.opens(body, sentence)
                        and self.text[body.end : body.end + 2] not in {"'s", "’s"}
                    ):
                        longest[body.start] = max(longest.get(body.start, (0, 0)), (body.end, index))
        self.bodies = sorted((start, index) for start, (_, index) in longest.items())
        named = sorted(
            (name.title[0] if name.title else name.start, name.end) for _, _, name in events if isinstance(name, Name)
        )
        self._people = [start for start, _ in named]
        described = list(DescribedPeople(self.text, self.sentences, self.quoted, named).found())
        self.doubted = Doubted(self.text, self.sentences, self.entities, described)
        events.extend((one.start, -1, one) for one in described if not one.is_beside)
        events.extend((match.start(), -1, None) for match in PATTERNS.discourse_pronoun.finditer(self.text))
        events.sort(key=lambda event: event[:2])
        # An obituary lets the one speak whom it is about: the one named most, and often.
        most = max((len(entity.names) for entity in self.entities if entity.kind == "person"), default=0)
        self.dead = frozenset(
            index
            for index, entity in enumerate(self.entities)
            if len(entity.names) < max(most, _OFTEN) and is_dead(self.text, entity)
        )
        self._read_events(events)

    @cached_property
    def called(self) -> CalledPeople:
        """The people by what the article calls them."""
        return CalledPeople(self.text, self.entities)

    @cached_property
    def strangers(self) -> Strangers:
        """Those who are only described."""
        return Strangers(self.text, self.sentences, self.entities)

    def _read_events(self, events: list[tuple[int, int, Name | DescribedPerson | None]]) -> None:
        """Go through names, descriptions and pronouns from left to right."""
        seen: dict[int, Seen] = {}
        starts = [start for start, _ in self.sentences]
        reach, floor = reaches(self.text, self.sentences), 0
        quoted_starts = [start for start, _ in self.quoted]
        subject_of = -1
        for position, named, event in events:
            within = bisect_right(quoted_starts, position) - 1
            if within >= 0 and position < self.quoted[within][1]:
                continue
            sentence = bisect_right(starts, position) - 1
            if sentence >= 0 and reach[sentence] > floor:
                floor = reach[sentence]
                for gone in [one.index for one in seen.values() if one.sentence < floor]:
                    del seen[gone]
            if isinstance(event, DescribedPerson):
                one = self._seen_by_description(event, sentence, seen)
            elif event is None:
                one = self._taken_up(position, sentence, seen, subject_of)
            else:
                one = self._seen_by_name(event, named, sentence, seen, subject_of)
            if one is None:
                continue
            seen.pop(one.index, None)
            seen[one.index] = one
            if one.subject:
                subject_of = sentence
                if not isinstance(event, DescribedPerson) and not self.strangers.is_one(one.index):
                    self.subjects.append((position, one.index))

    def _seen_by_description(self, one: DescribedPerson, sentence: int, seen: dict[int, Seen]) -> Seen | None:
        """Where somebody is described; None where that is somebody named, or may be anybody."""
        if self.description(self.text[one.start : one.end], one.start) is not None:
            return None
        number = self.strangers.meet(one, seen)
        return Seen(number, sentence, one.is_subject, possessive=False, is_new=False) if number is not None else None

    def _seen_by_name(self, name: Name, index: int, sentence: int, seen: dict[int, Seen], subject_of: int) -> Seen:
        """Where a person is named."""
        start = name.title[0] if name.title else name.start
        possessive = owns(self.text, name.end)
        subject = self._leads(start, name.end, sentence, seen, is_able=not possessive and subject_of != sentence)
        before = seen.get(index)
        if before is not None and before.sentence == sentence:
            subject, possessive = subject or before.subject, possessive and before.possessive
        is_new = before is None and " " in name.text and self._is_apposed(name.end)
        said_to = PATTERNS.to_another.match(self.text, name.end)
        to_another = PATTERNS.genders.get(said_to["whom"]) if said_to is not None else None
        set_against = PATTERNS.sets_against.match(self.text, name.end)
        question = PATTERNS.asks_another.match(self.text, name.end)
        speaks_first = PATTERNS.does_behind.match(self.text, name.end)
        return Seen(
            index,
            sentence,
            subject,
            possessive,
            is_new,
            speaks=self.context.speaks_quoted(start, name.end, sentence),
            asks=question is not None and question["put"] is not None,
            asked_for=question is not None,
            is_kin=PATTERNS.kin_before.search(self.text, max(0, start - AROUND), start) is not None,
            says=speaks_first is not None and speaks_first["deed"] in REPORTING_VERBS,
            to_another=to_another,
            set_against=PATTERNS.genders.get(set_against["whom"]) if set_against is not None else None,
            stands_by=PATTERNS.stands_by.match(self.text, name.end) is not None,
            tells=PATTERNS.tells_another.match(self.text, name.end) is not None,
        )

    def _is_apposed(self, end: int) -> bool:
        """True for a name that ends before a comma, unless that leads to the next name or a pronoun: "In a talk with Ida Roe, Ann Lee said"."""
        if self.text[end : end + 2] != ", ":
            return self.text[end : end + 1] == ","
        at = bisect_left(self._people, end + 2)
        is_name = at < len(self._people) and self._people[at] == end + 2
        return not is_name and PATTERNS.phrase_pronoun.match(self.text, end + 2) is None

    def _taken_up(self, position: int, sentence: int, seen: dict[int, Seen], subject_of: int) -> Seen | None:
        """Where a pronoun means somebody; None where it is open whom."""
        if self.context.attributes(position, sentence):
            self.strangers.leave_out(seen, sentence)
        people = list(islice(reversed(seen.values()), MAX_PEOPLE))
        asked = Pronoun(self.text, position, sentence, people, self.strangers.cast, self.dead)
        if asked.is_behind_marks:
            asked.people = self.strangers.may_speak(people)
        self._asked[position] = asked
        one = antecedent_of(asked)
        if one is None or self.strangers.is_beside(asked, one) or self.doubted.is_of_subject(asked):
            return None
        if self.doubted.is_open(asked, one):
            return None
        if one.sentence < sentence - 1 and self.doubted.is_of_somebody(asked):
            return None
        if self._adds_to_another(asked, one):
            return None
        self._resolved[position] = one.index
        if self.strangers.is_one(one.index):
            self.strangers.take_up(asked, one)
        self._learn(position, one.index, sentence, seen)
        subject = self._leads(position, None, sentence, seen, is_able=subject_of != sentence)
        is_here = one.sentence == sentence
        called = PATTERNS.genders.get(asked.words.lower())
        speaks = self.context.speaks_quoted(position, position + len(asked.words), sentence)
        return Seen(
            one.index,
            sentence,
            subject or (is_here and one.subject),
            possessive=False,
            is_new=False,
            called=called,
            speaks=speaks,
            asks=is_here and one.asks,
            asked_for=is_here and one.asked_for,
            set_against=one.set_against if is_here else None,
        )

    def _adds_to_another(self, asked: Pronoun, one: Seen) -> bool:
        """True of "he added" behind a quotation where nothing tells that he spoke that: "The cook said: “Yes.” Then he added"."""
        sentence = asked.sentence
        is_far = sentence > 0 and not asked.is_behind_marks and one.sentence < sentence - 1
        if not is_far or PATTERNS.adds.match(asked.after) is None:
            return False
        begin, end = self.sentences[sentence - 1]
        within = bisect_right(self.quoted, (end, 0)) - 1
        is_quoted = within >= 0 and self.quoted[within][1] > begin
        return is_quoted and "\n" not in self.text[end : asked.start]

    def is_answer(self, position: int) -> bool:
        """True for a pronoun right behind words with which somebody answers the words before."""
        asked = self._asked.get(position)
        return asked is not None and asked.is_behind_marks and asked.is_answering

    def _leads(self, start: int, end: int | None, sentence: int, seen: dict[int, Seen], *, is_able: bool) -> bool:
        """True for a mention that its sentence is about, or whose word it is; `end` is None for a pronoun."""
        if self.context.speaks(start, end, sentence) or self.context.attributes(start, sentence):
            self.strangers.leave_out(seen, sentence)
            return True
        return is_able and self.context.is_subject(start, start + _PRONOUN if end is None else end, sentence)

    def _learn(self, position: int, index: int, sentence: int, seen: dict[int, Seen]) -> None:
        """Where nothing else tells a person's gender, the next "he" or "she" keeps to it, if nobody else could have been meant."""
        entity, last = self.strangers.cast[index], seen[index]
        if entity.gender is not None or not last.subject or sentence - last.sentence > 1:
            return
        gender = PATTERNS.genders.get(self.text[position : position + 3].strip(" '’").lower(), "m")
        if not any(
            other.index != index
            and sentence - other.sentence <= 2
            and self.strangers.cast[other.index].gender in {gender, None}
            for other in seen.values()
        ):
            entity.gender = gender

    def pronoun(self, position: int) -> int | None:
        """The index of the person whom the "he" or "she" at `position` means, None if nobody fits."""
        index = self._resolved.get(position)
        return None if index is None or self.strangers.is_one(index) else index

    def reasons(self, position: int) -> Iterator[RuleReason]:
        """Why the pronoun at `position` means whom it means; nothing where none stands."""
        asked = self._asked.get(position)
        if asked is None:
            return
        named = [
            Decision(self.strangers.cast[asked.taken(one.verdict).index].name, one.rule)
            for one in all_decisions(pronoun_rules(), asked)
        ]
        first = named[0] if named else Decision("", "")
        table = f"languages/{pronoun_rules().name}" if named else ""
        yield RuleReason(f"“{asked.words}”", first.rule or None, first.verdict, tuple(named[1:]), table)

    def body_before(self, position: int) -> int | None:
        """The index of the body or country that an "it" at `position` means: the last that a sentence began with, within three."""
        last = bisect_right(self.bodies, (position, -1)) - 1
        if last < 0:
            return None
        start, index = self.bodies[last]
        if "\n" in self.text[start:position]:
            return None
        here = bisect_right(self.sentences, (position, 1 << 60))
        return index if here - bisect_right(self.sentences, (start, 1 << 60)) <= 3 else None

    def description(self, phrase: str, position: int) -> int | None:
        """The index of the person or body that "the minister" or "the MEA statement" means, None if nobody named."""
        if PATTERNS.the_aged.fullmatch(phrase):
            last = bisect_right(self.subjects, (position, -1)) - 1
            return self.subjects[last][1] if last >= 0 else None
        return self.called.meant(phrase, position)
