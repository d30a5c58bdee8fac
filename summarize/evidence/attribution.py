"""Words of attribution beside a quotation, by the forms that news prose has for them. Which of them counts, `speaking` decides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.frame import STAND_IN, Frame
from summarize.evidence.marks import Quoted
from summarize.evidence.paragraph_marks import PAIRED_OPEN, STRAIGHT
from summarize.evidence.phrases import Phrase
from summarize.evidence.saying import OPENS_WITHIN, Found, Saying, described, words_in
from summarize.evidence.vocabulary import (
    AUXILIARIES,
    INVERTING_VERBS,
    NAME_PATTERNS,
    NAMES,
    PATTERNS,
    PLACE_WORDS,
    REPORTING_VERBS,
    SPEECH_VERBS,
)
from summarize.expressions import expression
from summarize.languages.tails import found_before
from summarize.languages.verbs import is_past

_AFTER_DIRECT: Final = expression(r"\s{0,2}[,—–-]?\s*")
_REACH: Final = 700
"""How far from a quotation its words of attribution are looked for, in code points: no newspaper sentence is longer."""
_BEHIND: Final = 260
"""The same for a verb behind it, and for a name behind a dash."""
_DASH_REACH: Final = 90
_DASH: Final = expression(r"\s?[—–―-]{1,2}\s?")
_OPEN_LEADS: Final = (":", ",", "—", "–", *PATTERNS.open_leads)
_DIRECT_LEADS: Final = (":", ",", *PATTERNS.direct_leads)
_ARTICLE: Final = PATTERNS.definite
_NOBODYS: Final = PLACE_WORDS | NAMES.thing | NAME_PATTERNS.feasts
"""What a name ends on that is a place's, a thing's or a day's: "Tarnwick Park", "Mother's Day"."""


class AttributionRoom(Struct, frozen=True):
    """Where the words of attribution of one quotation can stand. Half-open positions of its frame."""

    run: Quoted
    low: int
    """Where its sentence begins."""
    begin: int
    stop: int
    high: int
    """How far words behind it can belong to it."""
    previous_stop: int
    next_begin: int


class Attributor:
    """Finds what could be words of attribution of the quotations of one frame.

    Args:
        frame: a paragraph with stand-ins.
        phrases: what could speak in it, in order.
        sentences: half-open frame ranges of its sentences, in order.
    """

    def __init__(self, frame: Frame, phrases: list[Phrase], sentences: list[tuple[int, int]]) -> None:
        self.frame, self.text, self.phrases, self.sentences = frame, frame.text, phrases, sentences
        self.phrase_starts = [phrase.start for phrase in phrases]
        self.saying = Saying(frame.text, phrases)
        self.sentence_starts = [start for start, _ in sentences]

    def room(self, index: int) -> AttributionRoom:
        """Where the words of attribution of the frame's quotation number `index` can stand."""
        begin, stop, run = self.frame.quotes[index]
        previous_stop = self.frame.quotes[index - 1][1] if index else 0
        next_begin = self.frame.quotes[index + 1][0] if index + 1 < len(self.frame.quotes) else len(self.text)
        low, high = self._bounds(begin, stop, asks=run.asks)
        return AttributionRoom(run, low, begin, stop, min(high, next_begin), previous_stop, next_begin)

    def _bounds(self, begin: int, stop: int, *, asks: bool) -> tuple[int, int]:
        low, high = 0, len(self.text)
        position = bisect_right(self.sentence_starts, begin) - 1
        if position >= 0 and begin < max(self.sentences[position][1], self.sentences[position][0] + 1):
            low, high = self.sentences[position][0], max(self.sentences[position][1], stop)
            # “Why?” Mr Lee asked: the mark inside ended the sentence, the attribution did not.
            announced = self.text[low:begin].rstrip().endswith(":")
            if high - stop <= 1 and asks and not announced and position + 1 < len(self.sentences):
                following = self.sentences[position + 1]
                if self._is_attribution(following):
                    high = following[1]
        return max(low, begin - _REACH), min(high, stop + _REACH)

    def _is_attribution(self, sentence: tuple[int, int]) -> bool:
        words = [word.group() for word in words_in(self.text, sentence[0], min(sentence[1], sentence[0] + 80))]
        return (
            len(words) <= 12
            and any(word in SPEECH_VERBS for word in words[:6])
            and STAND_IN not in self.text[sentence[0] : sentence[1]]
        )

    def behind_dash(self, room: AttributionRoom) -> Found | None:
        """“…” — Hanna Osei."""
        high = min(room.next_begin, room.stop + _DASH_REACH)
        match = _DASH.match(self.text[room.stop : high])
        if match is None:
            return None
        begin = room.stop + match.end()
        phrase = self.saying.phrase_at(begin, high, 0)
        if phrase is None or phrase.kind != "name" or phrase.start - begin > 1:
            return None
        return Found(phrase, (room.stop, begin), "dash", direct=True, is_speech=True, follows=True)

    def behind(self, room: AttributionRoom) -> Found | None:
        """“…,” said Hanna Osei; “…,” Hanna Osei, the treasurer, said."""
        lead = _AFTER_DIRECT.match(self.text, room.stop)
        at = lead.end() if lead else room.stop
        if at >= room.high:
            return None
        words = words_in(self.text, at, min(room.high, at + _BEHIND))
        if not words or words[0].start() - at > 1:
            return None
        return self._verb_first(room, words) or self._name_first(room, at)

    def _verb_first(self, room: AttributionRoom, words: list[re.Match[str]]) -> Found | None:
        first = 0
        while first < min(len(words) - 1, 2) and (
            words[first].group() in AUXILIARIES or words[first].group().endswith(PATTERNS.adverb_ending)
        ):
            first += 1
        verb = words[first]
        if verb.group() in INVERTING_VERBS:
            subject, form = self.saying.phrase_at(verb.end(), room.high, 2), "verb-name"
            subject = subject or described(PATTERNS.described_after_verb, self.text, verb.end(), room.high)
        elif room.run.is_open and is_past(verb.group()):
            particle = PATTERNS.particle.match(self.text, verb.end())
            subject = self.saying.phrase_at(particle.end() if particle else verb.end(), room.high, 0)
            form = "past-name"
        else:
            return None
        if subject is None:
            return None
        others = self.saying.joint(subject, verb.start(), room.stop)
        return Found(subject, verb.span(), form, direct=True, is_speech=True, follows=True, others=others)

    def _answers(self, between: str) -> bool:
        """True for what shows that whoever stands behind it answers: “a farce”, but Tom Roe said; “a farce”, a charge the board denied."""
        return between in PATTERNS.joins_verbs or PATTERNS.taken_up_as.fullmatch(between) is not None

    def _name_first(self, room: AttributionRoom, at: int) -> Found | None:
        subject = self.saying.phrase_at(at - 1, room.high, 3)
        if subject is not None and self._answers(self.text[at : subject.start].strip()):
            return None
        if subject is None or subject.start > at + 1:
            subject = described(PATTERNS.described_behind, self.text, at - 1, room.high) or subject
        if subject is None:
            return None
        subject, others = self.saying.last_of_list(subject, at)
        passive = PATTERNS.spoken_to.match(self.text, subject.end, room.high)
        if passive is not None:
            agent = self.saying.agent(passive.end(), room.high)
            return (
                Found(agent, passive.span(), "name-verb", direct=True, is_speech=True, follows=True) if agent else None
            )
        verb = self.saying.verb_after(subject, room.high)
        if verb is not None:
            is_speech = verb.group() in SPEECH_VERBS
            return Found(
                subject, verb.span(), "name-verb", direct=True, is_speech=is_speech, follows=True, others=others
            )
        past = PATTERNS.next_word.match(self.text, subject.end, room.high)
        if past is None or not room.run.is_open or not is_past(past["word"]):
            return None
        # “…,” she sobbed: whatever the verb, it is how she said it
        return Found(subject, past.span("word"), "name-past", direct=True, is_speech=True, follows=True)

    def before(self, room: AttributionRoom) -> Found | None:
        """Hanna Osei said: “…”; Hanna Osei told reporters on Monday, “…”."""
        lead = self.text[room.low : room.begin].rstrip()
        passed_on = PATTERNS.message_from.search(lead)
        if passed_on is not None:
            start, end = (room.low + place for place in passed_on.span("who"))
            phrase = self.saying.phrase_at(start, end, 0) or Phrase(start, end, "description")
            return Found(
                phrase, (room.low + passed_on.start(), start), "message", direct=True, is_speech=True, relayed=True
            )
        if not lead.endswith(_OPEN_LEADS) and not PATTERNS.lead_verb.search(lead):
            return None
        floor = max(room.low, room.previous_stop)
        return self.saying.subject_left_of(room.low, floor, room.begin, direct=lead.endswith(_DIRECT_LEADS))

    def label(self, room: AttributionRoom) -> Found | None:
        """An interview's or script's label: "Marsh: “…”"."""
        lead = self.text[room.low : room.begin].rstrip()
        if not lead.endswith(":") or (room.low and self.text[room.low - 1] not in "\n "):
            return None
        lead = lead.rstrip(" :\n")
        at = bisect_left(self.phrase_starts, room.low)
        for phrase in self.phrases[at : at + 2]:
            if (
                phrase.kind != "pronoun"
                and phrase.start - room.low <= 1
                and phrase.end >= room.low + len(lead) - 1
                and phrase.end <= room.begin
            ):
                colon = self.text.rindex(":", room.low, room.begin)
                return Found(phrase, (colon, colon + 1), "label", direct=True, is_speech=True)
        # A script in marks: "WALLACE: …
        low = room.low + (self.text[room.low : room.low + 1] in PAIRED_OPEN | STRAIGHT)
        written = PATTERNS.label.fullmatch(self.text, low, room.begin)
        if written is not None and self.text[: room.low].strip() == "":
            return Found(
                Phrase(*written.span("who"), "label"), written.span("colon"), "label", direct=True, is_speech=True
            )
        return None

    def begun(self, room: AttributionRoom) -> Found | None:
        """A text that begins or ends so: "The message begins “…”"."""
        low = max(room.low, room.previous_stop)
        begins = found_before(PATTERNS.text_begins, self.text, low, room.begin)
        if begins is None:
            return None
        who = Phrase(*begins.span("who"), "description")
        return Found(who, begins.span("told"), "text", direct=True, is_speech=True)

    def topic(self, room: AttributionRoom) -> Found | None:
        """Whose answer or view a sentence says that words behind its colon are: "His deputy, Mary Chebet, was blunter: “…”", "Her reason: “…”"."""
        lead = self._led_up(room)
        if lead is None:
            return None
        low, colon = lead
        cue = (colon, colon + 1)
        whose = PATTERNS.whose_words.match(self.text, low, colon)
        if whose is not None:
            return Found(Phrase(*whose.span("who"), "pronoun"), cue, "topic", direct=True, is_speech=True)
        subject = self.saying.subject_from(low, colon)
        if subject is None:
            return None
        # What else belongs to somebody does not speak for him ("Mr Lee's plan was simple"), nor is whatever he saw or held his.
        is_owner = self.text[subject.end : subject.end + 1] in {"'", "’"}
        pattern = PATTERNS.owns_words.match if is_owner else PATTERNS.gives_view.fullmatch
        if pattern(self.text, subject.end, colon) is None:
            return None
        return Found(subject, cue, "topic", direct=True, is_speech=True)

    def is_others(self, room: AttributionRoom) -> bool:
        """True where a sentence that leads up to words with a colon tells that they are written somewhere, or another's: "She held up a sign: “…”"."""
        lead = self._led_up(room)
        return lead is not None and (
            PATTERNS.others_words.search(self.text, *lead) is not None or self._is_of_another(*lead)
        )

    def _is_of_another(self, low: int, colon: int) -> bool:
        """True if the sentence is about somebody of its own, so that it does not go on in the words of who spoke before."""
        subject = self.saying.subject_from(low, colon)
        if subject is None:
            named = PATTERNS.opens_on_a_name.match(self.text, low, colon) if "," not in self.text[low:colon] else None
            return named is not None and not (named["last"].lower() in _NOBODYS or gazetteer.is_place(named["name"]))
        return subject.kind != "pronoun" and self.text[subject.end : subject.end + 1] not in "'’"

    def _led_up(self, room: AttributionRoom) -> tuple[int, int] | None:
        """Where the clause begins that leads up to a quotation with a colon, and where the colon stands."""
        low = max(room.low, room.previous_stop, self.text.rfind(";", room.low, room.begin) + 1)
        lead = self.text[low : room.begin].rstrip()
        if not lead.endswith(":"):
            return None
        return low + len(lead) - len(lead.lstrip(" ,.\n")), low + len(lead) - 1

    def according(self, room: AttributionRoom) -> Found | None:
        """“…,” according to Hanna Osei: right behind the quotation, or anywhere in its sentence."""
        for start, end in ((room.stop, room.high), (room.low, room.begin)):
            match = PATTERNS.according.search(self.text, start, end)
            if match is None:
                continue
            is_beside = start == room.stop and match.start() - room.stop <= 3
            named = match.end() - len(_ARTICLE) if match.group().endswith(_ARTICLE) else match.end()
            phrase = self.saying.phrase_at(named, end, 4)
            if phrase is not None:
                opens = match.start() + len(match.group()) - len(match.group().lstrip(" ,—"))
                cue = (opens, match.end())
                return Found(phrase, cue, "according", direct=is_beside, is_speech=True, follows=start == room.stop)
        return None

    def clause(self, room: AttributionRoom) -> Found | None:
        """The minister said the deal was a “surrender”."""
        return self.saying.subject_left_of(room.low, room.low, room.begin, direct=False)

    def nominal(self, room: AttributionRoom) -> Found | None:
        """Whose claim it is, whoever takes that up: "The paper checked Ann Lee's claim that there were “thousands”"."""
        begin = max(room.low, room.previous_stop)
        by = PATTERNS.claim_by.search(self.text, begin, room.begin)
        whose = by or self._answered(room) or PATTERNS.whose_claim.search(self.text, begin, room.begin)
        if whose is None:
            return None
        told_from = whose.end("who") if by is not None else whose.end("word")
        if any(word.group() in REPORTING_VERBS for word in words_in(self.text, told_from, room.begin)):
            return None
        start, end = whose.span("who")
        named = self.saying.phrase_at(start, end, 0) if by is not None else None
        phrase = named or Phrase(start, end, "pronoun")
        return Found(phrase, whose.span("word"), "nominal", direct=False, is_speech=True)

    def _answered(self, room: AttributionRoom) -> re.Match[str] | None:
        return PATTERNS.answered_claim.fullmatch(self.text, room.low, room.begin)

    def is_answered(self, room: AttributionRoom) -> bool:
        """True for another's words that whoever speaks behind them answers: "Told of Ann Lee's pledge to “sink it”, Tom Roe said"; "her" words only if he answers."""
        found = self._answered(room)
        if found is None:
            return False
        gender, behind = PATTERNS.genders.get(found["who"].lower()), self.behind(room)
        if gender is None or behind is None:
            return gender is None
        answers = self.text[behind.phrase.start : behind.phrase.end].lower()
        return PATTERNS.genders.get(answers, gender) != gender

    def fronted(self, room: AttributionRoom) -> Found | None:
        """Who is the subject behind a clause that has none: "After saying it was “so swollen,” she was taken to hospital"."""
        told = PATTERNS.fronted_saying.match(self.text, room.low, room.begin)
        if told is None or told["word"].lower() not in SPEECH_VERBS or room.run.last_mark != ",":
            return None
        subject = self.saying.phrase_at(room.stop, room.high, 2)
        if subject is None or subject.kind == "description" or subject.start > room.stop + 2:
            return None
        return Found(subject, told.span("word"), "fronted", direct=False, is_speech=True)

    def opener(self, room: AttributionRoom) -> Phrase | None:
        """The phrase that the sentence of a quotation opens with: whose words they are where no verb says so."""
        at = bisect_left(self.phrase_starts, room.low)
        first = self.phrases[at] if at < len(self.phrases) else None
        if (
            first is None
            or first.end > room.begin
            or first.start - room.low > OPENS_WITHIN
            or first.kind == "description"
        ):
            return None
        lead = self.text[room.low : first.start]
        return first if not lead.strip() or lead.rstrip().endswith(tuple(PATTERNS.closing_subject)) else None

    def trailing(self) -> Found | None:
        """Who speaks next where the paragraph ends on a colon: "Marsh continued:"."""
        if not self.text.rstrip().endswith(":"):
            return None
        low = self.sentences[-1][0] if self.sentences else 0
        return self.saying.subject_left_of(low, low, len(self.text), direct=True)
