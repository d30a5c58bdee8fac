"""Who speaks a quotation, by rule, from the words around it in its frame."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from summarize.evidence.frame import STAND_IN, Frame
from summarize.evidence.marks import Quoted
from summarize.evidence.phrases import Phrase
from summarize.evidence.subjects import Subjects
from summarize.evidence.vocabulary import (
    AUXILIARIES,
    INVERTING_VERBS,
    PATTERNS,
    RELAYING_VERBS,
    REPORTING_VERBS,
    SPEECH_VERBS,
    WEAK_VERBS,
)

_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_AFTER_DIRECT = re.compile(r"\s{0,2}[,—–-]?\s*")
_REACH = 700
"""How far from a quotation its words of attribution are looked for, in code points: no newspaper sentence is longer."""
_ROLE_GAP = re.compile(r"(?:[\w.'’&-]+\s?){1,7}")
_DASH = re.compile(r"\s?[—–―-]{1,2}\s?")
_OPEN_LEADS = (":", ",", "—", "–", *PATTERNS.open_leads)
_DIRECT_LEADS = (":", ",", *PATTERNS.direct_leads)
_ARTICLE = PATTERNS.definite


@dataclass(slots=True)
class Found:
    """A speaker found in a frame. Ranges are half-open frame positions."""

    phrase: Phrase
    cue: tuple[int, int]
    direct: bool
    """The quotation hangs directly on the verb: “…,” she said; she said: “…”."""
    is_speech: bool
    adjacent: bool = False
    """The speaker stands right before the verb: "what Delgado called"."""
    relayed: bool = False
    """One source passes on another's words, and `phrase` is the other."""
    follows: bool = False
    """The attribution stands after the quotation."""


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, start, end))


class Attributor:
    """Finds the speaker of each quotation of one frame.

    Args:
        frame: a paragraph with stand-ins.
        phrases: what could speak in it, in order.
        sentences: half-open frame ranges of its sentences, in order.
    """

    def __init__(self, frame: Frame, phrases: list[Phrase], sentences: list[tuple[int, int]]) -> None:
        self.frame, self.text, self.phrases, self.sentences = frame, frame.text, phrases, sentences
        self.phrase_starts = [phrase.start for phrase in phrases]
        self.subjects = Subjects(frame.text, phrases)
        self.sentence_starts = [start for start, _ in sentences]

    def _bounds(self, begin: int, stop: int, *, asks: bool = False) -> tuple[int, int]:
        """Where the sentence of a stand-in begins, and how far words of attribution can follow it."""
        low, high = 0, len(self.text)
        position = bisect_right(self.sentence_starts, begin) - 1
        if position >= 0 and begin < max(self.sentences[position][1], self.sentences[position][0] + 1):
            low, high = self.sentences[position][0], max(self.sentences[position][1], stop)
            # “Why?” Mr Lee asked: the mark inside ended the sentence, the attribution did not.
            if high - stop <= 1 and asks and position + 1 < len(self.sentences):
                following = self.sentences[position + 1]
                if self._is_attribution(following):
                    high = following[1]
        return max(low, begin - _REACH), min(high, stop + _REACH)

    def _is_attribution(self, sentence: tuple[int, int]) -> bool:
        words = [word.group() for word in _WORD.finditer(self.text, sentence[0], min(sentence[1], sentence[0] + 80))]
        return (
            len(words) <= 12
            and any(word in SPEECH_VERBS for word in words[:6])
            and STAND_IN not in self.text[sentence[0] : sentence[1]]
        )

    def find(self, index: int) -> Found | None:
        """The speaker of the frame's quotation number `index`, from its own sentence."""
        begin, stop, run = self.frame.quotes[index]
        previous_stop = self.frame.quotes[index - 1][1] if index else 0
        next_begin = self.frame.quotes[index + 1][0] if index + 1 < len(self.frame.quotes) else len(self.text)
        low, high = self._bounds(begin, stop, asks=run.asks)
        return (
            self._dash_after(stop, min(next_begin, stop + 90))
            or self._after(run, stop, min(high, next_begin))
            or self._colon_or_comma_before(low, begin, previous_stop)
            or self._according(low, begin, stop, min(high, next_begin), adjacent=True)
            or self._clause(low, begin)
            or self._according(low, begin, stop, min(high, next_begin), adjacent=False)
        )

    def subject_of_sentence(self, index: int) -> Phrase | None:
        """The phrase that the sentence of a quotation opens with: whose words they are where no verb says so."""
        begin, stop, _ = self.frame.quotes[index]
        low, _ = self._bounds(begin, stop)
        at = bisect_left(self.phrase_starts, low)
        first = self.phrases[at] if at < len(self.phrases) else None
        if first is None or first.end > begin or first.start - low > 30 or first.kind == "description":
            return None
        lead = self.text[low : first.start]
        return first if not lead.strip() or lead.rstrip().endswith(tuple(PATTERNS.closing_subject)) else None

    def trailing(self) -> Found | None:
        """Who speaks next where the paragraph ends on a colon: "Marsh continued:"."""
        if not self.text.rstrip().endswith(":"):
            return None
        low = self.sentences[-1][0] if self.sentences else 0
        return self._subject_left_of(low, low, len(self.text), direct=True)

    # “…,” said X        “…,” X, the minister, said
    def _after(self, run: Quoted, stop: int, high: int) -> Found | None:
        lead = _AFTER_DIRECT.match(self.text, stop)
        at = lead.end() if lead else stop
        if at >= high:
            return None
        words = _words(self.text, at, min(high, at + 260))
        if not words or words[0].start() - at > 1:
            return None
        first = 0
        while (
            first < len(words)
            and first < 2
            and (words[first].group() in AUXILIARIES or words[first].group().endswith(PATTERNS.adverb_ending))
        ):
            first += 1
        if first < len(words) and words[first].group() in INVERTING_VERBS:
            verb = words[first]
            subject = self._phrase_at(verb.end(), high, 2)
            if subject is not None:
                return Found(subject, (verb.start(), verb.end()), True, True, follows=True)
        subject = self._phrase_at(at - 1, high, 3)
        if subject is None:
            return None
        verb_match = self._verb_after(subject, high, open_quote=run.is_open)
        if verb_match is None:
            return None
        return Found(
            subject, (verb_match.start(), verb_match.end()), True, verb_match.group() in SPEECH_VERBS, follows=True
        )

    def _phrase_at(self, position: int, high: int, reach: int) -> Phrase | None:
        """The phrase that begins within `reach` code points of `position`, a leading article or lower-case role allowed."""
        at = bisect_left(self.phrase_starts, position)
        for phrase in self.phrases[at : at + 1]:
            if phrase.end > high:
                return None
            gap = self.text[position : phrase.start].strip(" ,")
            if not gap or len(gap) <= reach:
                return phrase
            # "said midfielder Carla Ruiz", "said former Colorado representative Ann Lee": a role between verb and name.
            if (
                phrase.kind == "name"
                and _ROLE_GAP.fullmatch(gap)
                and not any(
                    word.group().lower() in REPORTING_VERBS or word.group().lower() in PATTERNS.not_in_role
                    for word in _WORD.finditer(gap)
                )
            ):
                return phrase
            return None
        return None

    def _verb_after(self, subject: Phrase, high: int, *, open_quote: bool) -> re.Match[str] | None:
        """The reporting verb whose subject is `subject`, an apposition between commas skipped."""
        position = subject.end
        for _ in range(3):
            words = _words(self.text, position, min(high, position + 40))
            for word in words[:4]:
                between = self.text[position : word.start()]
                if word is words[0] and between == ", " and word.group() in SPEECH_VERBS:
                    return word  # the comma that closes an apposition: "its secretary, Manuel Prieto, said"
                if "," in between or "(" in between:
                    break
                lower = word.group()
                if lower in REPORTING_VERBS:
                    return word
                if open_quote and word is words[0] and lower.endswith(PATTERNS.past_ending) and lower.islower():
                    return word  # “…,” she sobbed: whatever the verb, it is how she said it
                if (
                    lower not in AUXILIARIES
                    and not lower.endswith(PATTERNS.adverb_ending)
                    and not (lower[0].isupper())
                    and lower not in PATTERNS.clings
                ):
                    break
            skipped = PATTERNS.apposition.match(self.text[position:high])
            if skipped is None:
                return None
            position += skipped.end() - 1
        return None

    # X said: “…”        X told reporters on Monday, “…”
    def _colon_or_comma_before(self, low: int, begin: int, previous_stop: int) -> Found | None:
        lead = self.text[low:begin].rstrip()
        if not lead.endswith(_OPEN_LEADS) and not PATTERNS.lead_verb.search(lead):
            return None
        floor = max(low, previous_stop)
        return self._subject_left_of(
            low,
            floor,
            begin,
            direct=lead.endswith(_DIRECT_LEADS),
        ) or (self._bare_label(low, begin) if lead.endswith(":") else None)

    def _bare_label(self, low: int, begin: int) -> Found | None:
        """An interview's or script's label: "Marsh: “…”"."""
        if low and self.text[low - 1] not in "\n ":
            return None
        lead = self.text[low:begin].rstrip(" :\n")
        at = bisect_left(self.phrase_starts, low)
        for phrase in self.phrases[at : at + 2]:
            if (
                phrase.kind != "pronoun"
                and phrase.start - low <= 1
                and phrase.end >= low + len(lead) - 1
                and phrase.end <= begin
            ):
                colon = self.text.rindex(":", low, begin)
                return Found(phrase, (colon, colon + 1), True, True)
        return None

    def _subject_left_of(
        self, low: int, floor: int, begin: int, *, direct: bool, stop: int | None = None
    ) -> Found | None:
        """The subject of the last reporting verb between `floor` and `begin`."""
        verbs = [word for word in _words(self.text, floor, begin) if word.group() in REPORTING_VERBS]
        if (
            len(verbs) > 1
            and verbs[-2].group() in RELAYING_VERBS
            and PATTERNS.as_saying.search(self.text, verbs[-2].end(), verbs[-1].start())
        ):
            verbs.pop()  # quoted Mr Lee as saying, cited her as having said
        for verb in reversed(verbs):
            if verb.group() in WEAK_VERBS and not (direct and begin - verb.end() <= 40):
                continue
            if verb.group() not in SPEECH_VERBS and PATTERNS.not_a_verb.search(
                self.text[max(0, verb.start() - 14) : verb.start()]
            ):
                continue  # "the report", "to call"
            if verb.group() in RELAYING_VERBS:
                # "TASS cited a Kremlin statement", "the paper quoted Mr Lee as saying": the words are the object's.
                relayed = self._object_pronoun(verb.end(), begin) or self._phrase_at(verb.end(), begin, 2)
                if relayed is not None:
                    return Found(relayed, (verb.start(), verb.end()), direct, True, relayed=True)
            if PATTERNS.passive.search(self.text, max(low, verb.start() - 24), verb.start()):
                agent = self._agent(verb.end(), begin, begin + 1 if stop is None else stop)
                if agent is not None:
                    return Found(agent, (verb.start(), verb.end()), False, verb.group() in SPEECH_VERBS, relayed=True)
                continue  # "was described as “…”": by whom, nobody says
            subject = self.subjects.of(low, verb.start())
            if subject is not None:
                adjacent = subject.kind != "description" and not self.text[subject.end : verb.start()].strip()
                return Found(
                    subject, (verb.start(), verb.end()), direct, verb.group() in SPEECH_VERBS, adjacent=adjacent
                )
            inverted = (
                self._phrase_at(verb.end(), begin, 2)
                if verb.group() in INVERTING_VERBS and verb.start() - floor <= 4
                else None
            )
            if inverted is not None:
                return Found(inverted, (verb.start(), verb.end()), direct, True)
        return None

    def _object_pronoun(self, position: int, begin: int) -> Phrase | None:
        match = PATTERNS.object_pronoun.match(self.text, position, begin)
        return Phrase(match.start(1), match.end(1), "pronoun") if match else None

    def _agent(self, verb_end: int, begin: int, stop: int) -> Phrase | None:
        """The phrase after "by", between a passive verb and the quotation or right after it."""
        for start, end in ((verb_end, begin), (stop, min(len(self.text), stop + 60))):
            match = PATTERNS.agent.search(self.text, start, end)
            if match is not None:
                return self._phrase_at(match.end(), len(self.text), 4)
        return None

    def _according(self, low: int, begin: int, stop: int, high: int, *, adjacent: bool) -> Found | None:
        for start, end in ((stop, high), (low, begin)):
            match = PATTERNS.according.search(self.text, start, end)
            if match is not None and (not adjacent or (start == stop and match.start() - stop <= 3)):
                phrase = self._phrase_at(
                    match.end() - len(_ARTICLE) if match.group().endswith(_ARTICLE) else match.end(), end, 4
                )
                if phrase is not None:
                    return Found(
                        phrase,
                        (match.start() + len(match.group()) - len(match.group().lstrip(" ,—")), match.end()),
                        start == stop and match.start() - stop <= 3,
                        True,
                        follows=start == stop,
                    )
        return None

    # The minister said the deal was a “surrender”
    def _clause(self, low: int, begin: int) -> Found | None:
        return self._subject_left_of(low, low, begin, direct=False)

    def _dash_after(self, stop: int, high: int) -> Found | None:
        match = _DASH.match(self.text[stop:high])
        if match is None:
            return None
        phrase = self._phrase_at(stop + match.end(), high, 0)
        if phrase is not None and phrase.kind == "name" and phrase.start - stop - match.end() <= 1:
            return Found(phrase, (stop, stop + match.end()), True, True, follows=True)
        return None
