"""The subject of a verb, from the phrases before it: appositions, shared verbs and chains of "of" seen through."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from summarize.evidence.frame import STAND_IN
from summarize.evidence.phrases import Phrase
from summarize.evidence.vocabulary import AUXILIARIES, NAMES, PATTERNS, PERSON_NOUNS, SPEECH_VERBS
from summarize.expressions import expression
from summarize.languages.tails import found_before

_WORD = expression(r"[A-Za-z][\w'’-]*")
_LEAD = 16
_OWNED_REACH = 80
_OWNED_WORDS = 2
"""Words of somebody who is another's: of three, one may be a verb."""


class Subjects:
    """Finds the subject of a verb in one frame. Positions are frame positions; `phrases` are what could speak, in order."""

    def __init__(self, text: str, phrases: list[Phrase]) -> None:
        self.text, self.phrases = text, phrases
        self.phrase_starts = [phrase.start for phrase in phrases]

    def of(self, floor: int, verb: int) -> Phrase | None:
        """The phrase that is the subject of the verb at `verb`."""
        floor = max(floor, self.text.rfind(";", floor, verb) + 1)
        low, high = bisect_left(self.phrase_starts, floor), bisect_left(self.phrase_starts, verb)
        candidates = self._able([phrase for phrase in self.phrases[low:high] if phrase.end <= verb])
        if not candidates:
            return None
        last = candidates[-1]
        gap = self.text[last.end : verb]
        gap_words = [word.group() for word in _WORD.finditer(gap)]
        is_named = last.kind == "name" and not last.is_place
        # "the contract, which says", "a report by Ieuan Roe, who warned"
        is_relative = PATTERNS.relative.fullmatch(gap) is not None or (
            is_named and PATTERNS.relative_who.fullmatch(gap) is not None
        )
        is_plain = is_relative or (
            all(
                word in AUXILIARIES or word.endswith(PATTERNS.adverb_ending) or word in PATTERNS.clings
                for word in gap_words
            )
            and "," not in gap
            and STAND_IN not in gap
        )
        form = self.text[verb : verb + 16].split(maxsplit=1)[0].rstrip(",:")
        is_issued = form.endswith(PATTERNS.participle_ending) and len(candidates) > 1 and self._is_text(last)
        if is_plain and not is_issued and not (gap_words and gap_words[0] in PATTERNS.joins_verbs):
            head = self._head_of_chain(candidates)
            if is_relative or head is not last or not self.is_governed(last, floor):
                return head
            # "A grower who saw it pass over his house said": what a preposition governs is no subject.
            return next((phrase for phrase in candidates if not self.is_governed(phrase, floor)), head)
        if form.endswith(PATTERNS.participle_ending) or PATTERNS.shares_subject.search(gap):
            return self._shared_subject(candidates, floor, verb)
        if "," in gap or "(" in gap or gap_words:
            aside = PATTERNS.aside_of_who.search(self.text, floor, verb)
            before = [phrase for phrase in candidates if aside and phrase.end <= aside.start()]
            return self._behind_apposition(before or candidates, floor, verb)
        return last

    def _shared_subject(self, candidates: list[Phrase], floor: int, verb: int) -> Phrase:
        """Whose verb it is besides another: "Lee met the union and said" shares the subject of the sentence, or of what it says is told: "the court heard that he ran and said"."""
        told_of = self._told_of(candidates, floor, verb)
        if told_of is not None:
            return told_of
        opens = [match.end() for match in PATTERNS.opens_content.finditer(self.text, floor, candidates[-1].start + 1)]
        within = [phrase for phrase in candidates if opens and phrase.start >= opens[-1]]
        shared = within if within and within[0].start == opens[-1] else candidates
        return next((phrase for phrase in shared if not self.is_governed(phrase, floor)), shared[0])

    def _told_of(self, candidates: list[Phrase], floor: int, verb: int) -> Phrase | None:
        """Whom another tells of, where the verb at `verb` is his and not the teller's: "Roe" of "Lee says Roe looked up at him and said"."""
        for phrase in reversed(candidates[1:]):
            outer = found_before(PATTERNS.opens_told, self.text, floor, phrase.start)
            if outer is None:
                continue
            is_other_tense = outer["now"] is not None and PATTERNS.told_then.match(self.text, verb) is not None
            takes_back = PATTERNS.takes_back.search(self.text, phrase.end, verb) is not None
            return phrase if is_other_tense or takes_back else None
        return None

    def of_another(self, floor: int, verb: int) -> Phrase | None:
        """Somebody who is another's, or of a clause of its own, and right before the verb at `verb`: "spokesman" of "Northgate Rail, whose spokesman had called it"."""
        heard = PATTERNS.heard_subject.search(self.text, max(floor, verb - _OWNED_REACH), verb)
        if heard is not None:
            return Phrase(*heard.span("who"), "description")
        owned = PATTERNS.owned_subject.search(self.text, max(floor, verb - _OWNED_REACH), verb)
        if owned is None:
            return None
        words = list(_WORD.finditer(self.text, *owned.span("who")))
        if words and words[-1].group() in PATTERNS.determiners:
            # "whose lawyer said the claim was": no verb stands behind an article.
            words = list(takewhile(lambda word: word.group() not in SPEECH_VERBS, words))
        while words and (words[-1].group() in AUXILIARIES or words[-1].group().endswith(PATTERNS.adverb_ending)):
            words.pop()
        # "whose elder brother" is somebody; in "whose dog was killed", "whose son sued doctors" the verb is not his.
        is_somebody = 0 < len(words) <= _OWNED_WORDS and words[-1].group() in PERSON_NOUNS
        if not is_somebody or words[0].group() in SPEECH_VERBS or words[0].group() in AUXILIARIES:
            return None
        return Phrase(words[0].start(), words[-1].end(), "description")

    def _behind_apposition(self, candidates: list[Phrase], floor: int, verb: int) -> Phrase:
        """Across an apposition, or a verb phrase shared by "and": the first phrase of the clause that can carry it.

        What a preposition governs is no subject: "In a Facebook post, Denise, his mother, thanked them".
        """
        clause_starts = [floor, *(match.end() for match in PATTERNS.clause.finditer(self.text, floor, verb))]
        free = [phrase for phrase in candidates if not self.is_governed(phrase, floor)] or candidates
        for start in reversed(clause_starts):
            here = [phrase for phrase in free if start <= phrase.start <= start + 60]
            if here and (here[0].start - start <= 3 or start == floor or self._only_lead_in(start, here[0].start)):
                return here[0]
        return next((phrase for phrase in free if phrase.kind != "description"), free[0])

    def _able(self, candidates: list[Phrase]) -> list[Phrase]:
        """Those that can be subjects: a place behind a preposition or a comma only says where somebody is from, unless nobody else is there."""
        kept: list[Phrase] = []
        was_place = -1
        for phrase in candidates:
            lead = self.text[max(0, phrase.start - _LEAD) : phrase.start]
            is_part = phrase.kind == "name" and was_place >= 0 and self.text[was_place : phrase.start] == ", "
            is_town = phrase.is_place or PATTERNS.state_behind.match(self.text, phrase.end) is not None
            if is_part or (is_town and PATTERNS.places_before.search(lead)):
                was_place = phrase.end
            else:
                kept.append(phrase)
        return kept or candidates

    def _is_text(self, phrase: Phrase) -> bool:
        """True for "a statement", "her letter": what somebody says something in."""
        words = self.text[phrase.start : phrase.end].lower().split()
        return phrase.kind == "description" and words[0] in PATTERNS.containing and words[-1] in NAMES.texts

    def is_governed(self, phrase: Phrase, floor: int) -> bool:
        """True if a preposition before the phrase makes it no subject."""
        return PATTERNS.governed.search(self.text[max(floor, phrase.start - _LEAD) : phrase.start]) is not None

    def _only_lead_in(self, start: int, position: int) -> bool:
        return self.text[start:position].rstrip().endswith(",") or position - start <= 24

    def _head_of_chain(self, candidates: list[Phrase]) -> Phrase:
        """From the last phrase left to the one that governs it: "Priya Raman of the Green Party"."""
        head = candidates[-1]
        for phrase in reversed(candidates[:-1]):
            gap = self.text[phrase.end : head.start]
            if phrase.kind == "description" and PATTERNS.close_to.fullmatch(gap):
                head = Phrase(
                    phrase.start, head.end, "description"
                )  # "a source close to Clark", "a lawyer representing Clark"
                continue
            if PATTERNS.chained.fullmatch(gap) or PATTERNS.chained_apposition.fullmatch(gap):
                head = phrase
                continue
            break
        return head
