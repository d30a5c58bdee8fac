"""Quotations with their speakers: marks, rules, the parse and the discourse brought together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from summarize.evidence.attribution import Attributor, Found
from summarize.evidence.entities import Entity
from summarize.evidence.frame import Frame
from summarize.evidence.marks import Quoted
from summarize.evidence.naming import Naming
from summarize.evidence.people import Discourse
from summarize.evidence.phrases import phrases
from summarize.evidence.syntax import Attribution, Parse
from summarize.evidence.vocabulary import PATTERNS

Range = tuple[int, int]


@dataclass(slots=True)
class Spoken:
    """A quoted run with what is known of its speaker. Ranges are half-open, in the article's text."""

    run: Quoted
    speaker: Range | None = None
    """The words that say who speaks."""
    entity: int | None = None
    cue: Range | None = None
    direct: bool = False
    is_speech: bool = False
    follows: bool = False
    inherited: bool = False
    weak: bool = False
    """Only the sentence's subject: no reporting verb was found."""
    kind: str = "words"


_ENOUGH = 200
_NO_RUN = Quoted([(0, 1)], [(0, 1)], 0, "")


class Speakers:
    """Finds the speaker of every quoted run of an article."""

    def __init__(self, text: str, entities: list[Entity], discourse: Discourse) -> None:
        self.text, self.entities, self.discourse = text, entities, discourse
        self.naming = Naming(text, entities)
        self.last_speaker: int | None = None

    def attribute(self, paragraphs: list[tuple[Range, Frame, Parse | None]]) -> list[Spoken]:
        """Every quoted run of the framed `paragraphs`, in order, with its speaker where one can be told."""
        spoken: list[Spoken] = []
        by_run: dict[int, Spoken] = {}
        previous: list[Spoken] = []
        announced: Spoken | None = None
        asked: int | None = None
        for paragraph, frame, parse in paragraphs:
            here: list[Spoken] = []
            attributor: Attributor | None = None
            for index, (_, _, run) in enumerate(frame.quotes):
                if run.start in by_run:
                    # The run goes on from an earlier paragraph; an attribution at its end names its speaker.
                    entry = by_run[run.start]
                    attributor = attributor or self._attributor(paragraph, frame)
                    if entry.speaker is None:
                        self._attribute_one(entry, attributor, index, frame, None)
                    elif entry.inherited or entry.weak:
                        self._attribute_end(entry, attributor, index, frame)
                    here.append(entry)
                    continue
                attributor = attributor or self._attributor(paragraph, frame)
                entry = Spoken(run)
                by_run[run.start] = entry
                self._attribute_one(entry, attributor, index, frame, parse)
                if (
                    announced is not None
                    and index == 0
                    and (entry.speaker is None or entry.weak)
                    and run.start - paragraph[0] <= 2
                ):
                    entry.speaker, entry.entity, entry.cue = announced.speaker, announced.entity, announced.cue
                    entry.direct = entry.is_speech = True
                    entry.weak = False
                here.append(entry)
                spoken.append(entry)
            announced = self._announced(paragraph, frame, here)
            self._inherit(paragraph, here, previous, asked)
            asked = self._asked(paragraph, here)
            if here and here[-1].entity is not None and here[-1].is_speech:
                self.last_speaker = here[-1].entity
            previous = here
        return spoken

    def _asked(self, paragraph: Range, here: list[Spoken]) -> int | None:
        """Who answers in the next paragraph if this one is an interviewer's question: the last speaker, else the main person."""
        if any(entry.kind != "words" and is_full_sentence(self.text, entry.run) for entry in here) or not self.text[
            paragraph[0] : paragraph[1]
        ].endswith("?"):
            return None
        if self.last_speaker is not None:
            return self.last_speaker
        people = [
            (len(entity.names), -entity.names[0].start, index)
            for index, entity in enumerate(self.entities)
            if entity.kind == "person"
        ]
        return max(people)[2] if people else None

    def _announced(self, paragraph: Range, frame: Frame, here: list[Spoken]) -> Spoken | None:
        """Who a paragraph that ends on a colon says will speak in the next."""
        if not self.text[paragraph[0] : paragraph[1]].endswith(":"):
            return None
        found = self._attributor(paragraph, frame).trailing()
        if found is None:
            return None
        entry = Spoken(here[-1].run if here else _NO_RUN)
        self._take_rule(entry, found, frame)
        return entry

    def _attributor(self, paragraph: Range, frame: Frame) -> Attributor:
        # Frame positions of the names that stand outside the stand-ins.
        positions: list[tuple[int, int, int]] = []
        for piece_start, piece_end, source in frame.pieces():
            for start, end, title in self.naming.between(source, source + piece_end - piece_start):
                offset = piece_start - source
                positions.append((start + offset, end + offset, max(title, source) + offset))
        low = bisect_left(self.discourse.sentences, (paragraph[0], 0))
        high = bisect_left(self.discourse.sentences, (paragraph[1], 0))
        sentences = [
            (frame.position(start), frame.position(end - 1) + 1) for start, end in self.discourse.sentences[low:high]
        ]
        return Attributor(frame, phrases(frame, positions), sentences)

    def _attribute_one(
        self, entry: Spoken, attributor: Attributor, index: int, frame: Frame, parse: Parse | None
    ) -> None:
        found = attributor.find(index)
        parsed = parse.attributions.get(entry.run.start) if parse else None
        # A direct attribution is a fixed form, which the rules read better; the parse is better at clauses.
        if found is not None and (parsed is None or found.direct or found.relayed or found.adjacent):
            self._take_rule(entry, found, frame)
        elif parsed is not None:
            self._take_parse(entry, parsed)
        else:
            subject = attributor.subject_of_sentence(index)
            if subject is not None:
                entry.weak = True
                self._name_speaker(entry, frame.source_range(subject.start, subject.end))
        if entry.entity is not None and entry.is_speech:
            self.last_speaker = entry.entity

    def _attribute_end(self, entry: Spoken, attributor: Attributor, index: int, frame: Frame) -> None:
        """Words of attribution right behind a run's end say more than the speaker that it took from the words before it."""
        found = attributor.find(index)
        if found is not None and found.direct and found.follows:
            entry.inherited = entry.weak = False
            self._take_rule(entry, found, frame)

    def _take_rule(self, entry: Spoken, found: Found, frame: Frame) -> None:
        start, end = frame.source_range(found.phrase.start, found.phrase.end)
        entry.cue = frame.source_range(*found.cue)
        entry.direct, entry.is_speech, entry.follows = found.direct, found.is_speech, found.follows
        self._name_speaker(entry, (start, end))

    def _take_parse(self, entry: Spoken, parsed: Attribution) -> None:
        entry.cue, entry.direct, entry.is_speech = parsed.cue, parsed.direct, parsed.is_speech
        entry.follows = parsed.cue[0] >= entry.run.end
        self._name_speaker(entry, parsed.speaker)

    def _name_speaker(self, entry: Spoken, span: Range) -> None:
        """Set who the words at `span` mean."""
        entry.speaker, entry.entity = self.identified(span)
        if entry.cue is not None:
            tail = PATTERNS.cue_tail.match(self.text, entry.cue[1])
            if tail is not None:
                entry.cue = (entry.cue[0], tail.end())

    def identified(self, span: Range) -> tuple[Range, int | None]:
        """The words that say who a source is, which may be others than those at `span`, and the index of the entity that they mean."""
        while (span[1] > span[0] + 1 and self.text[span[1] - 1] in ",;:") or (
            self.text[span[1] - 1] == "." and self.text[span[1] - 2 : span[1] - 1].islower()
        ):
            span = (span[0], span[1] - 1)
        phrase = self.text[span[0] : span[1]]
        if phrase.lower() in PATTERNS.person_pronouns:
            described = self.naming.described_before(phrase, span[0])
            if described is not None:
                return described, None
            return span, self.discourse.pronoun(span[0])
        if phrase.lower() in PATTERNS.other_pronouns:
            described = (
                self.naming.described_before(phrase, span[0]) if phrase.lower() in PATTERNS.plural_pronouns else None
            )
            if described is not None:
                return described, None
            return span, self.discourse.body_before(span[0]) if phrase.lower() in PATTERNS.thing_pronouns else None
        entity = self.naming.apposed_to(span)
        if entity is None:
            entity = self.naming.named_in(span)
        if entity is None:
            entity = self.discourse.body_in(*span)
        if entity is None:
            entity = self.discourse.description(phrase, span[0])
        return span, entity

    def _inherit(self, paragraph: Range, here: list[Spoken], previous: list[Spoken], asked: int | None) -> None:
        """Give a quotation without words of attribution the speaker of the running quotation it belongs to."""
        for position, entry in enumerate(here):
            if (entry.speaker is not None and not entry.weak) or not is_full_sentence(
                self.text, entry.run, 4 if position == 0 else 2
            ):
                continue
            earlier = here[position - 1] if position else None
            if earlier is None and asked is not None and self.text[paragraph[0] : entry.run.start].strip() == "":
                entry.entity, entry.inherited, entry.is_speech, entry.weak = asked, True, True, False
                name = self.entities[asked].fullest
                entry.speaker = (name.start, name.end)
                continue
            if (
                earlier is None
                and previous
                and self.text[paragraph[0] : entry.run.start].strip() == ""
                and self._ends_paragraph(previous[-1])
            ):
                earlier = previous[-1]
            if earlier is None:
                self._from_last_sentence(entry)
                continue
            if earlier.speaker is not None and not earlier.weak and (earlier.is_speech or earlier.inherited):
                entry.speaker, entry.entity, entry.cue = earlier.speaker, earlier.entity, earlier.cue
                entry.inherited, entry.is_speech, entry.weak = True, True, False
        for position, entry in enumerate(here[:-1]):
            if (entry.speaker is None or entry.weak) and is_full_sentence(self.text, entry.run):
                later = here[position + 1]
                between = self.text[entry.run.end : later.run.start].strip()
                if later.speaker is not None and later.is_speech and not between:
                    entry.speaker, entry.entity, entry.cue = later.speaker, later.entity, later.cue
                    entry.inherited, entry.is_speech, entry.weak = True, True, False

    def _ends_paragraph(self, entry: Spoken) -> bool:
        return entry.speaker is not None and not entry.weak and (entry.is_speech or entry.inherited)

    def _from_last_sentence(self, entry: Spoken) -> None:
        """The person whom the sentence before it is about: "He was blunt. “We lost.”"."""
        lead = self.text[max(0, entry.run.start - 400) : entry.run.start]
        if "\n\n" in lead[-3:]:
            return
        subjects = self.discourse.subjects
        last = bisect_left(subjects, (entry.run.start, 0)) - 1
        if last >= 0 and subjects[last][0] >= entry.run.start - 250:
            start, index = subjects[last]
            name_end = next((name.end for name in self.entities[index].names if name.start == start), start + 2)
            if "\n" not in self.text[name_end : entry.run.start]:
                entry.speaker, entry.entity = (start, name_end), index
                entry.inherited = entry.is_speech = True
                entry.weak = False


def is_full_sentence(text: str, run: Quoted, at_least: int = 4) -> bool:
    """True if a quoted run reads as speech of its own: `at_least` words, opening on a capital and closing on a stop."""
    first_start, first_end = run.parts[0]
    last_start, last_end = run.parts[-1]
    # Only the ends are read: a run may go on over a thousand paragraphs, and each of them asks.
    words = 0
    for start, end in run.parts[:at_least]:
        words += len(text[start : min(end, start + _ENOUGH)].split())
    opening = text[first_start : min(first_end, first_start + _ENOUGH)].lstrip("…[. ‘'\"“")[:1]
    closing = text[max(last_start, last_end - _ENOUGH) : last_end].rstrip("'’\"”)] ")[-1:]
    closed = closing in tuple(".,!?…—-–") or text[run.end : run.end + 1] in tuple(".,!?")
    return words >= at_least and (opening.isupper() or opening.isdigit()) and closed
