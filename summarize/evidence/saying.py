"""Who says something by the verb of saying beside it, and which phrase stands at a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from msgspec import Struct

from summarize.evidence.asides import aside_of_told
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
from summarize.expressions import expression

_WORD: Final = expression(r"[A-Za-z][\w'’-]*")
_ROLE_GAP: Final = expression(r"[\w.'’&-]+(?:\s[\w.'’&-]+){0,6}\s?")
_WEAK_REACH: Final = 40
"""How far a verb that often means something else may stand from a quotation that hangs on it."""
_PASSIVE_REACH: Final = 24
_AGENT_REACH: Final = 60
_NOT_A_VERB_REACH: Final = 14
_MAX_LIST: Final = 3
"""So many names behind the first can speak together with it."""
OPENS_WITHIN: Final = 30
"""Code points of a sentence before the name that it opens with: "In the end, ", "Then "."""


class Found(Struct):
    """A speaker found in a frame. Ranges are half-open frame positions."""

    phrase: Phrase
    cue: tuple[int, int]
    form: str
    """How it is written, as the rules call it: `verb-name`, `name-verb`, `label`, `clause` …"""
    direct: bool
    """The quotation hangs directly on the verb: “…,” she said; she said: “…”."""
    is_speech: bool
    adjacent: bool = False
    """The speaker stands right before the verb: "what Delgado called"."""
    relayed: bool = False
    """One source passes on another's words, and `phrase` is the other."""
    follows: bool = False
    """The attribution stands after the quotation."""
    others: tuple[Phrase, ...] = ()
    """Those who say it together with `phrase`."""


def words_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of a range of a text, in order."""
    return list(_WORD.finditer(text, start, end))


def described(pattern: re.Pattern[str], text: str, start: int, end: int) -> Phrase | None:
    """Somebody who is described by whatever noun: "the buyer"."""
    found = pattern.match(text, start, end)
    return Phrase(*found.span("who"), "description") if found is not None else None


class Saying:
    """Finds who says something in one frame. Positions are frame positions; `phrases` are what could speak, in order."""

    def __init__(self, text: str, phrases: list[Phrase]) -> None:
        self.text, self.phrases = text, phrases
        self.phrase_starts = [phrase.start for phrase in phrases]
        self.subjects = Subjects(text, phrases)

    def phrase_at(self, position: int, high: int, reach: int) -> Phrase | None:
        """The phrase that begins within `reach` code points of `position`, a leading article or lower-case role allowed."""
        at = bisect_left(self.phrase_starts, position)
        phrase = self.phrases[at] if at < len(self.phrases) else None
        described = PATTERNS.any_described.match(self.text, position, high)
        if described is not None and (phrase is None or phrase.start >= described.end("who")):
            return Phrase(*described.span("who"), "description")  # "a beekeeper": whatever the noun
        if phrase is None or phrase.end > high:
            return None
        gap = self.text[position : phrase.start].strip(" ,")
        if gap.lower() in PATTERNS.phrase_prepositions:
            return None  # "said in Karachi"
        if not gap or len(gap) <= reach:
            return phrase
        # "said midfielder Carla Ruiz", "said former Colorado representative Ann Lee": a role between verb and name.
        is_role = (
            phrase.kind == "name"
            and _ROLE_GAP.fullmatch(gap)
            and not any(
                word.group().lower() in REPORTING_VERBS or word.group().lower() in PATTERNS.not_in_role
                for word in _WORD.finditer(gap)
            )
        )
        return phrase if is_role else None

    def joint(self, phrase: Phrase, verb: int, low: int) -> tuple[Phrase, ...]:
        """The other names of a list that a speaker stands in: "Ewa Kowalczyk and Rohan Desai said", "said Kowalczyk and Desai"."""
        if phrase.kind != "name" or phrase.is_place:
            return ()
        at = bisect_left(self.phrase_starts, phrase.start)
        if phrase.start > verb:
            following = self.phrases[at + 1 : at + 2]
            is_pair = [
                other
                for other in following
                if PATTERNS.and_between.fullmatch(self.text[phrase.end : other.start])
                and PATTERNS.ends_list.match(self.text, other.end)
            ]
            return tuple(other for other in is_pair if other.kind == "name")
        first = at
        while first and PATTERNS.list_between.fullmatch(
            self.text[self.phrases[first - 1].end : self.phrases[first].start]
        ):
            first -= 1
        others = self.phrases[first:at]
        last = others[-1] if others else None
        opens = last is not None and not PATTERNS.clause_word.search(self.text[low : others[0].start])
        if last is None or not opens or not PATTERNS.and_between.fullmatch(self.text[last.end : phrase.start]):
            return ()
        return tuple(others) if all(other.kind == "name" and not other.is_place for other in others) else ()

    def last_of_list(self, subject: Phrase, at: int) -> tuple[Phrase, tuple[Phrase, ...]]:
        """The name that the verb stands behind, and those before it: “…,” Ewa Kowalczyk and Rohan Desai said."""
        first = bisect_left(self.phrase_starts, subject.start)
        for last in reversed(self.phrases[first + 1 : first + 1 + _MAX_LIST]):
            others = self.joint(last, last.end, at)
            if others and others[0].start == subject.start:
                return last, others
        return subject, ()

    def verb_after(self, subject: Phrase, high: int) -> re.Match[str] | None:
        """The reporting verb whose subject is `subject`, an apposition between commas skipped."""
        position = subject.end
        for _ in range(3):
            words = words_in(self.text, position, min(high, position + 40))
            for word in words[:4]:
                between = self.text[position : word.start()]
                if word is words[0] and between == ", " and word.group() in SPEECH_VERBS:
                    return word  # the comma that closes an apposition: "its secretary, Manuel Prieto, said"
                if "," in between or "(" in between:
                    break
                lower = word.group()
                if lower in REPORTING_VERBS:
                    return word
                if (
                    lower not in AUXILIARIES
                    and not lower.endswith(PATTERNS.adverb_ending)
                    and not lower[0].isupper()
                    and lower not in PATTERNS.clings
                ):
                    break
            skipped = PATTERNS.apposition.match(self.text[position:high])
            if skipped is None:
                return None
            position += skipped.end() - 1
        return None

    def subject_from(self, low: int, colon: int) -> Phrase | None:
        """Whom a clause is about that begins at `low`."""
        written = PATTERNS.written_by.match(self.text, low, colon)
        low = written.end() if written is not None else low
        at = bisect_left(self.phrase_starts, low)
        subject = self.phrases[at] if at < len(self.phrases) else None
        if subject is None or subject.end >= colon or subject.start - low > OPENS_WITHIN:
            return None
        opening = self.text[low : subject.start].rstrip()
        return subject if not opening or opening.endswith(tuple(PATTERNS.closing_subject)) else None

    def subject_left_of(self, low: int, floor: int, begin: int, *, direct: bool) -> Found | None:
        """Who says what stands at `begin`, by the last verb of saying between `floor` and it; the sentence begins at `low`."""
        aside = aside_of_told(self.text, self.phrases, low, begin)
        for verb in reversed(self._verbs(floor, begin)):
            if aside is not None and aside[0] <= verb.start() < aside[1]:
                continue
            if not self._counts(verb, begin, direct=direct):
                continue
            is_passive = PATTERNS.passive.search(self.text, max(low, verb.start() - _PASSIVE_REACH), verb.start())
            if verb.group() in RELAYING_VERBS and PATTERNS.agent.match(self.text, verb.end()) is not None:
                # "The king was quoted by Reuters as saying", "police quoted by Reuters said"
                found = self._active(verb, low, floor, begin, direct=direct) if is_passive else None
                if found is not None:
                    return found
                continue
            if verb.group() in RELAYING_VERBS:
                relayed = self._relayed_speaker(verb, begin, direct=direct)
                if relayed is not None:
                    return relayed
            if is_passive:
                agent = self.agent(verb.end(), begin)
                if agent is not None:
                    is_speech = verb.group() in SPEECH_VERBS
                    return Found(agent, verb.span(), "clause", direct=False, is_speech=is_speech, relayed=True)
                continue  # "was described as “…”": by whom, nobody says
            found = self._active(verb, low, floor, begin, direct=direct)
            if found is not None:
                return found
        return None

    def _verbs(self, floor: int, begin: int) -> list[re.Match[str]]:
        verbs = [word for word in words_in(self.text, floor, begin) if word.group() in REPORTING_VERBS]
        if (
            len(verbs) > 1
            and verbs[-2].group() in RELAYING_VERBS
            and PATTERNS.as_saying.search(self.text, verbs[-2].end(), verbs[-1].start())
        ):
            verbs.pop()  # quoted Mr Lee as saying, cited her as having said
        return verbs

    def _counts(self, verb: re.Match[str], begin: int, *, direct: bool) -> bool:
        """False for a word that is no verb here ("the report", "to call"), or seldom one of saying."""
        if verb.group() in WEAK_VERBS and not (direct and begin - verb.end() <= _WEAK_REACH):
            return False
        lead = self.text[max(0, verb.start() - _NOT_A_VERB_REACH) : verb.start()]
        if self.text[max(0, begin - 2) : begin].rstrip().endswith(":") and self._shows(verb, lead, begin):
            return False
        return verb.group() in SPEECH_VERBS or PATTERNS.not_a_verb.search(lead) is None

    def _shows(self, verb: re.Match[str], lead: str, begin: int) -> bool:
        """True before a colon for a noun that looks like a verb, and for a verb by which somebody sees or holds what others wrote."""
        if verb.group() in PATTERNS.speaking_nouns and PATTERNS.noun_before.search(lead):
            return True
        return verb.group() in WEAK_VERBS and PATTERNS.shows_others.match(self.text, verb.start(), begin) is not None

    def _relayed_speaker(self, verb: re.Match[str], begin: int, *, direct: bool) -> Found | None:
        """Whose words are passed on: "TASS cited a Kremlin statement", "the paper quoted Mr Lee as saying"."""
        pronoun = PATTERNS.object_pronoun.match(self.text, verb.end(), begin)
        if pronoun is not None:
            phrase: Phrase | None = Phrase(pronoun.start(1), pronoun.end(1), "pronoun")
        else:
            phrase = self.phrase_at(verb.end(), begin, 2)
        if phrase is None:
            return None
        return Found(phrase, verb.span(), "relay", direct=direct, is_speech=True, relayed=True)

    def agent(self, verb_end: int, begin: int) -> Phrase | None:
        """The phrase after "by", between a passive verb and the quotation or right after it."""
        for start, end in ((verb_end, begin), (begin + 1, min(len(self.text), begin + 1 + _AGENT_REACH))):
            match = PATTERNS.agent.search(self.text, start, end)
            if match is not None:
                return self.phrase_at(match.end(), len(self.text), 4)
        return None

    def _active(self, verb: re.Match[str], low: int, floor: int, begin: int, *, direct: bool) -> Found | None:
        subject = self.subjects.of_another(low, verb.start()) or self.subjects.of(low, verb.start())
        if subject is None or (subject.kind == "description" and self.subjects.is_governed(subject, low)):
            described = PATTERNS.described_subject.match(self.text, max(low, floor), verb.start())
            if described is not None:
                subject = Phrase(*described.span("who"), "description")
        if subject is not None:
            gap = self.text[subject.end : verb.start()]
            adjacent = (
                (subject.kind != "description" and not gap.strip())
                or PATTERNS.relative.fullmatch(gap) is not None
                or self._is_of_then(gap, verb.end())
            )
            is_speech = verb.group() in SPEECH_VERBS
            others = self.joint(subject, verb.start(), low)
            return Found(
                subject, verb.span(), "clause", direct=direct, is_speech=is_speech, adjacent=adjacent, others=others
            )
        if verb.group() in INVERTING_VERBS and verb.start() - floor <= 4:
            inverted = self.phrase_at(verb.end(), begin, 2)
            if inverted is not None:
                return Found(inverted, verb.span(), "clause", direct=direct, is_speech=True)
        return None

    def _is_of_then(self, gap: str, verb_end: int) -> bool:
        """True between a name and its verb in what a report tells of some year: "a report by Ieuan Roe, who warned in 2019 that"."""
        return PATTERNS.relative_who.fullmatch(gap) is not None and (
            PATTERNS.in_a_year.match(self.text, verb_end) is not None
        )
