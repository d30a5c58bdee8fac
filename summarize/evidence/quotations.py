"""Quotations with their speakers: marks, rules, the parse and the discourse brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from summarize.evidence.attribution import Attributor
from summarize.evidence.entities import Entity
from summarize.evidence.frame import Frame
from summarize.evidence.identifying import SourceResolver
from summarize.evidence.marks import Quoted, is_full_sentence
from summarize.evidence.people import Discourse
from summarize.evidence.phrases import Phrase, phrases
from summarize.evidence.saying import Found
from summarize.evidence.speaker_rules import speaker_rules
from summarize.evidence.speaking import Meant, Neighbours, Scene, Spoken, Taken
from summarize.evidence.syntax import Parse, ParsedAttribution
from summarize.evidence.vocabulary import PATTERNS
from summarize.languages.tails import found_before
from summarize.rules import Decision, RuleReason, all_decisions, reason_text

__all__ = ["Speakers", "Spoken"]

Range = tuple[int, int]

_NO_RUN: Final = Quoted([(0, 1)], [(0, 1)], 0, "")
_PLACE, _PERSON = "place", "person"
_JOINT_REACH: Final = 400
"""How far behind a quotation "they" are those who said it together, in code points."""
_NAME_REACH: Final = 60
"""How far before the end of a sentence its last name begins, in code points."""
_LED_REACH: Final = 250
"""How far before a quotation the person stands whom the sentence before it is about, in code points."""


class Speakers:
    """Finds the speaker of every quoted run of an article."""

    def __init__(self, text: str, entities: list[Entity], discourse: Discourse) -> None:
        self.text, self.entities, self.discourse = text, entities, discourse
        self.sources = SourceResolver(text, entities, discourse)
        self.naming, self.passed = self.sources.naming, self.sources.passed
        self.last_speaker: int | None = None
        self.last_joint: Spoken | None = None

    def attribute(self, paragraphs: list[tuple[Range, Frame, Parse | None]]) -> list[Spoken]:
        """Every quoted run of the framed `paragraphs`, in order, with its speaker where one can be told."""
        by_run: dict[int, Spoken] = {}
        above: list[Spoken] = []
        announced: Spoken | None = None
        asked: Meant | None = None
        headed: Meant | None = None
        stopped = 0
        for paragraph, frame, parse in paragraphs:
            here = self._by_own_words(paragraph, frame, parse, by_run)
            # What is left out of the content between two paragraphs may be the line that says who speaks next.
            is_next = not self.text[stopped : paragraph[0]].strip()
            around = Neighbours(
                above=above[-1] if above and is_next else None, colon=announced, answer=asked, headed=headed
            )
            stopped = paragraph[1]
            self._by_neighbours(paragraph, here, around)
            announced = self._announced_speaker(paragraph, frame, here)
            asked = self._person_asked(paragraph, here)
            headed = self._person_in_heading(paragraph)
            for entry in here:
                if entry.entity is not None and entry.is_speech:
                    self.last_speaker = entry.entity
            above = here
        return list(by_run.values())

    def _by_own_words(
        self, paragraph: Range, frame: Frame, parse: Parse | None, by_run: dict[int, Spoken]
    ) -> list[Spoken]:
        """The quotations of a paragraph, with the speakers that words of attribution of their own name."""
        here: list[Spoken] = []
        attributor = self._attributor(paragraph, frame) if frame.quotes else None
        for index, (_, _, run) in enumerate(frame.quotes):
            assert attributor is not None
            known = by_run.get(run.start)
            parsed = parse.attributions.get(run.start) if parse and known is None else None
            scene = Scene(self.text, attributor, index, parsed, parse is not None and bool(parse.tree.nodes))
            decision = speaker_rules().decide(scene)
            entry = known or by_run.setdefault(run.start, Spoken(run, scene=scene))
            here.append(entry)
            if decision is None:
                continue
            if known is None or entry.speaker is None:
                self._take(entry, scene.taken(decision.verdict), frame)
            elif (entry.inherited or entry.weak) and scene.is_named_behind:
                # Words of attribution right behind a run's end say more than the speaker that it took from the words before it.
                entry.inherited = entry.weak = False
                entry.scene = scene
                self._take(entry, scene.taken(decision.verdict), frame)
        return here

    def _by_neighbours(self, paragraph: Range, here: list[Spoken], around: Neighbours) -> None:
        """Ask again, with what stands around each quotation."""
        for position, entry in enumerate(here):
            scene = entry.scene
            assert scene is not None
            if entry.run.start < paragraph[0]:
                continue  # it goes on from a paragraph before
            opens = position == 0 and not self.text[paragraph[0] : entry.run.start].strip()
            later = here[position + 1] if position + 1 < len(here) else None
            is_next = later is not None and not self.text[entry.run.end : later.run.start].strip()
            before = here[position - 1] if position else None
            asked = self._asked_of(max(paragraph[0], before.run.end if before is not None else 0), entry.run.start)
            scene.neighbours = Neighbours(
                before=before,
                alternating=_turn(here[: position + 1]),
                passed=before is not None and self._is_passed(before, entry.run.start),
                later=later if is_next else None,
                above=around.above if opens else None,
                colon=around.colon if opens else None,
                answer=around.answer if opens else None,
                headed=around.headed if opens else None,
                led=None if position else self._subject_before(entry.run.start),
                asked=self._of_pronoun(asked) if asked is not None else None,
                is_asked=asked is not None,
            )
            if entry.speaker is not None and not entry.weak:
                continue
            decision = speaker_rules().decide(scene)
            if decision is not None:
                entry.weak = False
                self._take(entry, scene.taken(decision.verdict), scene.frame)

    def _person_in_heading(self, paragraph: Range) -> Meant | None:
        """Whom a line names who is asked next: "Keith Roe, 67, fishmonger"."""
        index = self.naming.by_start.get(paragraph[0])
        if (
            index is None
            or self.entities[index].kind != _PERSON
            or not PATTERNS.person_line.fullmatch(self.text, *paragraph)
        ):
            return None
        return self._as_meant(index)

    def _asked_of(self, start: int, end: int) -> Range | None:
        """The pronoun for somebody of whom a question asks that stands right before words: "he" of "How will he vote? “…”"."""
        question = found_before(PATTERNS.asks_about, self.text, start, end)
        return question.span("who") if question is not None else None

    def _of_pronoun(self, span: Range) -> Meant | None:
        """Whom a pronoun means that stands in running text; None where that is open."""
        index = self.sources.whom(self.text[slice(*span)].lower(), span[0])
        return Meant(span, index) if index is not None else None

    def _is_passed(self, before: Spoken, start: int) -> bool:
        """True if the sentence before a place tells how somebody takes it who is not the one who spoke the quotation before."""
        if before.entity is not None and self.passed.is_behind(before.entity, before.run.end, start):
            return True
        unnamed = self.discourse.strangers.subject_between(before.run.end, start)
        return unnamed is not None and PATTERNS.gives_view.match(self.text, unnamed[1], start) is not None

    def _person_asked(self, paragraph: Range, here: list[Spoken]) -> Meant | None:
        """Who answers in the next paragraph if this one is an interviewer's question: the last speaker, else the main person."""
        if any(entry.kind != "words" and is_full_sentence(self.text, entry.run) for entry in here) or not self.text[
            paragraph[0] : paragraph[1]
        ].endswith("?"):
            return None
        if self.last_speaker is not None and self.entities[self.last_speaker].kind == "person":
            return self._as_meant(self.last_speaker)
        people = [
            (len(entity.names), -entity.names[0].start, index)
            for index, entity in enumerate(self.entities)
            if entity.kind == "person"
        ]
        return self._as_meant(max(people)[2]) if people else None

    def _as_meant(self, index: int) -> Meant:
        name = self.entities[index].fullest
        return Meant((name.start, name.end), index)

    def _announced_speaker(self, paragraph: Range, frame: Frame, here: list[Spoken]) -> Spoken | None:
        """Who a paragraph that ends on a colon says will speak in the next."""
        if not self.text[paragraph[0] : paragraph[1]].endswith(":"):
            return None
        found = self._attributor(paragraph, frame).trailing()
        if found is None:
            return None
        entry = Spoken(here[-1].run if here else _NO_RUN)
        self._take(entry, found, frame)
        return entry

    def _attributor(self, paragraph: Range, frame: Frame) -> Attributor:
        # Frame positions of the names that stand outside the stand-ins.
        positions: list[tuple[int, int, int]] = []
        places: list[int] = []
        for piece_start, piece_end, source in frame.pieces():
            for start, end, title in self.naming.between(source, source + piece_end - piece_start):
                offset = piece_start - source
                positions.append((start + offset, end + offset, max(title, source) + offset))
                if self.entities[self.naming.by_start[start]].kind == _PLACE:
                    places.append(start + offset)
        low = bisect_left(self.discourse.sentences, (paragraph[0], 0))
        high = bisect_left(self.discourse.sentences, (paragraph[1], 0))
        sentences = [
            (frame.position(start), frame.position(end - 1) + 1) for start, end in self.discourse.sentences[low:high]
        ]
        return Attributor(frame, phrases(frame, positions, frozenset(places)), sentences)

    def _take(self, entry: Spoken, taken: Taken, frame: Frame) -> None:
        """Take the speaker from where a rule found it."""
        if isinstance(taken, ParsedAttribution):
            entry.direct, entry.is_speech, entry.cue = taken.direct, taken.is_speech, taken.cue
            entry.follows = taken.cue[0] >= entry.run.end
            self._name_speaker(entry, taken.speaker)
        elif isinstance(taken, Found):
            entry.direct, entry.is_speech, entry.follows = taken.direct, taken.is_speech, taken.follows
            entry.cue = frame.source_range(*taken.cue)
            self._name_speaker(entry, frame.source_range(taken.phrase.start, taken.phrase.end))
            self._name_others(entry, [frame.source_range(other.start, other.end) for other in taken.others])
            if taken.form == "label" and entry.speaker is not None and self.naming.fits_several(entry.speaker):
                entry.entity = None  # "BAKER: Where are you?", where the call is between two of that name
        elif isinstance(taken, Phrase):
            self._name_speaker(entry, frame.source_range(taken.start, taken.end))
            entry.weak = True
        elif isinstance(taken, Spoken):
            entry.speaker, entry.entity, entry.others, entry.cue = taken.speaker, taken.entity, taken.others, taken.cue
            entry.inherited = entry.is_speech = True
        else:
            entry.speaker, entry.entity = taken.words, taken.entity
            entry.inherited = entry.is_speech = True

    def _name_speaker(self, entry: Spoken, span: Range) -> None:
        """Set who the words at `span` mean."""
        entry.speaker, entry.entity = self.sources.identify_source(span)
        if entry.entity is None:
            self._name_author(entry, entry.speaker)
        if entry.cue is not None:
            tail = PATTERNS.cue_tail.match(self.text, entry.cue[1])
            if tail is not None:
                entry.cue = (entry.cue[0], tail.end())

    def _name_author(self, entry: Spoken, text: Range) -> None:
        """Where a text speaks that somebody wrote, it is he; nobody where the article does not name him beside it."""
        phrase = self.text[slice(*text)].lower()
        nouns = [word for word in phrase.replace(",", "").split() if word in PATTERNS.written_things]
        is_told = bool(nouns) and nouns[0] in self.naming.authors
        author = self.naming.authors[nouns[0]] if is_told else None
        if PATTERNS.part_of_text.fullmatch(phrase) is not None or (is_told and author is None):
            entry.speaker = (text[0], text[0])  # "The last line reads": somebody says it
        entry.entity = author

    def _name_others(self, entry: Spoken, spans: list[Range]) -> None:
        """Set who else speaks; "they" are those who last spoke together, if they did so just before."""
        if entry.entity is not None:
            named = [self.naming.named_in(span) for span in spans]
            entry.others = tuple(one for one in named if one is not None and one != entry.entity)
            if entry.others:
                self.last_joint = entry
        elif entry.speaker is not None and self.text[slice(*entry.speaker)].lower() in PATTERNS.plural_pronouns:
            joint = self.last_joint
            if joint is not None and entry.run.start - joint.run.end <= _JOINT_REACH:
                entry.entity, entry.others = joint.entity, joint.others
                self.last_joint = entry

    def reasons(self, entry: Spoken) -> Iterator[RuleReason]:
        """Why a quotation has its speaker, and why the pronoun that stands for the speaker means whom it means."""
        scene = entry.scene
        if scene is None:
            yield RuleReason("speaker", None, "", why=reason_text("it is part of somebody's name, which nobody says"))
            return
        decisions = [
            Decision(self._speaker_in_words(entry, scene, one.verdict), one.rule)
            for one in all_decisions(speaker_rules(), scene)
        ]
        first = decisions[0] if decisions else Decision("", "")
        table = f"languages/{speaker_rules().name}" if decisions else ""
        yield RuleReason("speaker", first.rule or None, first.verdict, tuple(decisions[1:]), table)
        if entry.speaker is not None:
            yield from self.discourse.reasons(entry.speaker[0])

    def _speaker_in_words(self, entry: Spoken, scene: Scene, verdict: str) -> str:
        """Whom a rule names as the speaker, with the words by which the article does: "Hanna Osei (“she”)"."""
        trial = Spoken(entry.run)
        self._take(trial, scene.taken(verdict), scene.frame)
        if trial.speaker is None:
            return ""
        words = " ".join(self.text[trial.speaker[0] : trial.speaker[1]].split())
        if trial.entity is None:
            return f"“{words}”"
        name = self.entities[trial.entity].name
        return name if name == words else f"{name} (“{words}”)"

    def _subject_before(self, start: int) -> Meant | None:
        """The person whom the sentence before a place is about, and the words for him: "He was blunt. “We lost.”"."""
        told = self._told_last(start)
        if told is not None:
            return told
        subjects = self.discourse.subjects
        last = bisect_left(subjects, (start, 0)) - 1
        if (
            last < 0
            or subjects[last][0] < start - _LED_REACH
            or self.discourse.strangers.subject_between(subjects[last][0], start)
        ):
            return None
        begin, index = subjects[last]
        if self.passed.is_past(index, start):
            return None
        pronoun = begin + len(self.text[begin:start].split(maxsplit=1)[0])
        end = next((name.end for name in self.entities[index].names if name.start == begin), pronoun)
        return None if "\n" in self.text[end:start] else Meant((begin, end), index)

    def _told_last(self, start: int) -> Meant | None:
        """The person whose name ends the sentence before a place, if that is what he said: "It leans, said its owner, Ann Lee. “Badly.”"."""
        end = len(self.text[:start].rstrip())
        for name in self.naming.between(max(0, end - _NAME_REACH), end):
            is_last = self.text[name[1] : end] == "." and self.entities[self.naming.by_start[name[0]]].kind == "person"
            if is_last and PATTERNS.said_by_last.search(self.text, max(0, name[0] - _LED_REACH), name[0]):
                return Meant(name[:2], self.naming.by_start[name[0]])
        return None


def _turn(runs: list[Spoken]) -> Spoken | None:
    """The quotation whose speaker speaks the last of some, where two ask and answer.

    Of “Did you sign it?” she asked. “I did,” he said. “Did you read it?” “No.” the third is hers and the fourth his.
    """
    if len(runs) < 3:
        return None
    first, before, run = runs[-3:]
    around = before.scene.neighbours if before.scene is not None else None
    if run.speaker is not None and not run.weak:
        return None
    if around is not None and around.alternating is not None:
        return first if before.run.last_mark == "?" != run.run.last_mark else None
    is_one = first.entity is not None and first.entity == before.entity
    return first if first.run.last_mark == run.run.last_mark == "?" != before.run.last_mark and not is_one else None
