"""Who speaks a quotation: of all that its words of attribution and its neighbours suggest, what the rules of `speakers.toml` take first."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from summarize.evidence.asides import aside_of_told
from summarize.evidence.attribution import AttributionRoom, Attributor
from summarize.evidence.charging import accuser, charging_text
from summarize.evidence.frame import Frame
from summarize.evidence.marks import Quoted, is_full_sentence
from summarize.evidence.misparsed import is_body_of, is_cited, is_somewhere, is_text, is_within
from summarize.evidence.phrases import Phrase
from summarize.evidence.saying import Found
from summarize.evidence.syntax import ParsedAttribution
from summarize.evidence.vocabulary import PATTERNS, REPORTING_VERBS
from summarize.rules.kept import kept

Range = tuple[int, int]

_ENOUGH: Final = 200
"""Code points of a quotation, and of what stands before and behind it, that rules read."""
_MAX_COUNTED: Final = 4
OWN: Final = frozenset(
    {"dash", "behind", "announced", "label", "according", "nominal", "clause", "fronted", "topic", "opener", "begun"}
)
"""Verdicts that take the speaker from a quotation's own words of attribution."""
_TOLD: Final = frozenset({"behind", "announced", "clause"})
"""Those of a verb and its subject, which may stand in what somebody else says."""


class Spoken(Struct):
    """A quoted run with what is known of its speaker. Ranges are half-open, in the article's text."""

    run: Quoted
    speaker: Range | None = None
    """The words that say who speaks."""
    entity: int | None = None
    others: tuple[int, ...] = ()
    """The entities who say it together with that one."""
    cue: Range | None = None
    direct: bool = False
    is_speech: bool = False
    follows: bool = False
    inherited: bool = False
    weak: bool = False
    """Only the sentence's subject: no reporting verb was found."""
    kind: str = "words"
    scene: Scene | None = None
    """What the rules were asked about, to explain their answer."""

    @property
    def is_told(self) -> bool:
        """Somebody is said to speak it, here or where it goes on from."""
        return self.speaker is not None and not self.weak and (self.is_speech or self.inherited)


class Meant(Struct, frozen=True):
    """Somebody whom the words around a quotation are about: the words for him, and the entity."""

    words: Range
    entity: int


class Neighbours(Struct):
    """What stands around a quotation that has no words of attribution of its own."""

    before: Spoken | None = None
    """The quotation before it in its paragraph."""
    later: Spoken | None = None
    """The one behind it, with nothing in between."""
    above: Spoken | None = None
    """The last one of the paragraph before, where this one opens its own."""
    colon: Spoken | None = None
    """Whose word the paragraph before announces with a colon, where this one opens its own."""
    answer: Meant | None = None
    """Who answers, where the paragraph before is a question and this one opens its own."""
    headed: Meant | None = None
    """Whom the line above names who is asked next, where it opens its paragraph: "Keith Roe, 67, fishmonger"."""
    alternating: Spoken | None = None
    """The quotation before the last of whose speaker it is the turn: a question behind an answer is the asker's, what follows it the answerer's."""
    passed: bool = False
    """The sentence before it is about somebody else than who spoke the quotation before."""
    led: Meant | None = None
    """Whom the sentence before it is about, where it is the first of its paragraph."""
    asked: Meant | None = None
    """Whom the sentence before it asks about: "How will he vote? “…”"."""
    is_asked: bool = False
    """That sentence asks about somebody, whoever it is."""


Taken = Found | ParsedAttribution | Phrase | Spoken | Meant
"""Where a speaker is taken from."""


class Scene(Struct, dict=True):
    """A quotation in its paragraph, as rules ask about it. Positions are those of the frame."""

    text: str
    attributor: Attributor
    index: int
    parsed: ParsedAttribution | None = None
    """Who speaks by the parse; None without one, or where it shows nobody."""
    is_parsed: bool = False
    """The parse was asked."""
    neighbours: Neighbours | None = None
    """None as long as only its own words of attribution are asked for."""

    @property
    def frame(self) -> Frame:
        """The paragraph with stand-ins."""
        return self.attributor.frame

    @kept
    def room(self) -> AttributionRoom:
        """Where its words of attribution can stand."""
        return self.attributor.room(self.index)

    @property
    def words(self) -> str:
        """Its words, as far as rules look."""
        start, end = self.room.run.parts[0]
        return self.text[start : min(end, start + _ENOUGH)]

    @property
    def before(self) -> str:
        """What its paragraph says before it, other quotations as stand-ins."""
        return self.frame.text[max(0, self.room.begin - _ENOUGH) : self.room.begin]

    @property
    def after(self) -> str:
        """What its paragraph says behind it."""
        return self.frame.text[self.room.stop : self.room.stop + _ENOUGH]

    def taken(self, verdict: str) -> Taken:
        """What a rule's verdict names: words of attribution by the name they have here, or a neighbour."""
        taken: Taken | None = getattr(self if verdict in OWN else self.around, verdict)
        assert taken is not None  # the rule asked for it
        return (self._charge(taken) if verdict in _TOLD else None) or taken

    @property
    def around(self) -> Neighbours:
        """What stands around it, nothing as long as only its own words of attribution are asked for."""
        return self.neighbours or Neighbours()

    @kept
    def dash(self) -> Found | None:
        """A name behind a dash."""
        return self.attributor.behind_dash(self.room)

    @kept
    def behind(self) -> Found | None:
        """A name and a verb right behind it, in any order."""
        return self.attributor.behind(self.room)

    @kept
    def announced(self) -> Found | None:
        """A name and a verb before its colon or comma."""
        return self.attributor.before(self.room)

    @kept
    def label(self) -> Found | None:
        """A label before it."""
        return self.attributor.label(self.room)

    @kept
    def nominal(self) -> Found | None:
        """Whose claim it is, by a noun."""
        return self.attributor.nominal(self.room)

    @property
    def is_pronouns(self) -> bool:
        """The claim is "his" or "hers": whose that is, its sentence alone may not tell."""
        found = self.nominal
        return found is not None and self.frame.text[found.phrase.start : found.phrase.end].lower() in PATTERNS.genders

    @kept
    def fronted(self) -> Found | None:
        """The subject behind a clause that has none."""
        return self.attributor.fronted(self.room)

    @kept
    def according(self) -> Found | None:
        """A source that its sentence names by "according to"."""
        return self.attributor.according(self.room)

    def _charge(self, found: Taken) -> Found | None:
        """Who charges whoever says it by a rule, where the words stand in the charge: "According to the indictment, he boasted of “a pension”"."""
        if not isinstance(found, Found | ParsedAttribution) or (isinstance(found, Found) and found.relayed):
            return None
        # "According to prosecutors, Dahl": what stands before a name may be read as its role.
        start = (
            max(found.phrase.name_start, found.phrase.start)
            if isinstance(found, Found)
            else self.frame.position(found.speaker[0])
        )
        return charging_text(self.frame.text, self.room, start) or accuser(self.attributor.saying, self.room, start)

    @kept
    def clause(self) -> Found | ParsedAttribution | None:
        """The subject of the clause that it stands in; of what somebody says that another did, whoever says so: "Ann Lee said the council had promised “half a pier”"."""
        found = self._clause()
        return found and (self._teller_of(found) or found)

    def _teller_of(self, inner: Found | ParsedAttribution) -> Found | None:
        """Who tells what somebody described did in these words, unless the words are told as said by that one: "Ann Lee said the judge called her “a liar”"."""
        if isinstance(inner, Found):
            if inner.relayed or inner.phrase.kind != "description":
                return None
            start, cue = inner.phrase.start, inner.cue
        else:
            start = self.frame.position(inner.speaker[0])
            cue = (self.frame.position(inner.cue[0]), self.frame.position(inner.cue[1]))
        verb = self.frame.text[slice(*cue)].strip(" ,").lower()
        if verb in PATTERNS.in_own_words or not PATTERNS.known_somebody.match(self.frame.text, start):
            return None
        low = self.room.low
        if not start < cue[0] or PATTERNS.opens_told.search(self.frame.text[low:start]) is None:
            return None
        teller = self.attributor.saying.subject_left_of(low, low, start, direct=False)
        return teller if teller is not None and teller.phrase.kind == "name" else None

    def _clause(self) -> Found | ParsedAttribution | None:
        """The subject of that clause: by the order of words where that leaves no doubt, else by the parse if there is one."""
        found = self.attributor.clause(self.room)
        is_sure = found is not None and (found.relayed or found.adjacent or self._is_parsed_aside())
        if not is_sure and self.parsed is None and self.is_parsed:
            return None  # a verb somewhere before it, on which it does not hang by the parse: right hardly more often than wrong
        if (
            is_sure
            or self.parsed is None
            or is_cited(self.text, self.parsed, self.room.run.end)
            or is_somewhere(self.text, self.parsed.speaker)
        ):
            return found
        speaker = self.parsed.speaker
        if found is not None and (
            is_text(self.text, speaker)
            or is_body_of(self.text, self.frame, found, speaker)
            or is_within(self.frame, found, speaker)
            or (found.is_speech and not self.parsed.is_speech)
        ):
            return found
        return self.parsed

    def _is_parsed_aside(self) -> bool:
        """True if the parse takes a verb for that of the quotation by which an aside tells of somebody else."""
        aside = aside_of_told(self.frame.text, self.attributor.phrases, self.room.low, self.room.begin)
        if aside is None or self.parsed is None:
            return False
        return aside[0] <= self.frame.position(self.parsed.cue[0]) < aside[1]

    @kept
    def is_nearer(self) -> bool:
        """True if the parse has a subject nearer to its verb than who is announced, which a word joins to that: "Lee pleaded and the panel agreed, noting"."""
        found, parsed = self.announced, self.parsed
        if found is None or parsed is None or not found.direct or found.phrase.end >= found.cue[0]:
            return False
        speaker, cue = self.frame.position(parsed.speaker[0]), self.frame.position(parsed.cue[0])
        if cue != found.cue[0] or not found.phrase.end < speaker < cue:
            return False
        between = self.frame.text[found.phrase.end : speaker]
        is_told = any(word in REPORTING_VERBS for word in between.split())
        return PATTERNS.joined_before.search(between) is not None and not is_told

    @kept
    def opener(self) -> Phrase | None:
        """The name that its sentence opens with."""
        return self.attributor.opener(self.room)

    @kept
    def topic(self) -> Found | None:
        """Whose answer or view a sentence says that it is, with a colon."""
        return self.attributor.topic(self.room)

    @kept
    def is_others(self) -> bool:
        """A sentence that leads up to it with a colon tells that it is written somewhere, or another's."""
        return self.attributor.is_others(self.room)

    @kept
    def begun(self) -> Found | None:
        """A text that begins or ends so: "The message begins “…”"."""
        return self.attributor.begun(self.room)

    @property
    def is_named_behind(self) -> bool:
        """Words of attribution that hang on it directly stand behind it."""
        according = self.according
        return self.behind is not None or self.dash is not None or (according is not None and according.direct)

    @kept
    def sentence_words(self) -> int:
        """How many words it has if it reads as a sentence of its own, four at most; 0 if it does not."""
        run = self.room.run
        return next((n for n in range(_MAX_COUNTED, 0, -1) if is_full_sentence(self.text, run, n)), 0)
