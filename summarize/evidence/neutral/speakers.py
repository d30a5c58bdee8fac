"""Who says a quotation, by the verbs of saying of a language's basics: a name of two parts or more right beside it, or a pronoun for one.

One word alone, such as a surname, is a speaker only where the article has the whole name. A pronoun whose person is not certain, and
names behind a preposition, leave the speaker open.
"""

from __future__ import annotations

import re

from summarize.evidence.marks import Quoted
from summarize.evidence.neutral.leads import COLON_OPENS, GOES_ON_BEHIND, MAX_AFTER, MAX_LEAD, Leads
from summarize.evidence.neutral.names import PlacedWord
from summarize.evidence.neutral.subjects import FoundSpeaker, Last

_LEAD_IN = re.compile(r"[\s,，–—-]*")
_COMMA = re.compile(r"\s?[,，]\s")
_STOP = re.compile(r"[.!?:;…\n\"“”„«»]")
_BETWEEN = re.compile(r"[^.!?…:\n]{0,160}[.!?…]\s?$")
_JOINED = re.compile(r"-\w")
"""A word that marks stand in: German „Talpost“-Interview."""
_VERB_WITHIN = 4
"""A verb of saying behind a quotation is among so many words."""
_SHORT = 2
_SPEECH_WORDS = 5
"""Fewer words in marks are no speech for a verb that is not one of saying."""
_FULL_ENDS = "\n。！？।”」.؟"


class NeutralSpeakers(Leads):
    """The speakers of one article's quotations."""

    def of(self, run: Quoted, before: Quoted | None, said_before: FoundSpeaker | None) -> FoundSpeaker | None:
        """The speaker of a quotation, None if nobody is told."""
        self._over = before if before is not None and self._tells(before) and self._is_told_to(before) else None
        if self._over is None:
            self._after = before.end if before is not None else 0
        if before is not None and before.paragraph != run.paragraph:
            before = said_before = None
        if _JOINED.match(self.text, run.end) or self._is_told_to(run):
            return None
        if self.basics.ahead is not None:
            return self._speaker_in_frame(run) or self._going_on(run, before, said_before)
        last = (
            (said_before.name[0], said_before.whole)
            if said_before and said_before.is_name and said_before.whole
            else None
        )
        said = (
            self._inset(run, last)
            or self._bracketed(run)
            or self._behind(run, last)
            or self._labelled(run)
            or self._ahead(run, before, said_before, last)
            or self._before_colon(run, last)
            or self._according(run)
            or self._going_on(run, before, said_before)
            or self._reported(run, last)
            or self._named(run, last)
        )
        if said is not None and said.is_name and said.whole:
            self.subjects.pronouns.speaking.add(said.whole)
        return said

    def _speaker_in_frame(self, run: Quoted) -> FoundSpeaker | None:
        """Whom the words beside a quotation name, in a script without capitals: the whole description, for nothing parts a name from it."""
        found, offset = None, 0
        if self.basics.behind is not None and run.last_mark not in "。！？":
            found = self.basics.behind.match(self.text, run.end)
        if found is None and self.basics.ahead is not None:
            limit = max(0, run.start - MAX_LEAD)
            offset = max(limit, 1 + max(self.text.rfind(mark, limit, run.start) for mark in _FULL_ENDS))
            found = self.basics.ahead.search(self.text[offset : run.start])
        if found is None or any(found["name"].startswith(word) for word in self.basics.pronouns):
            return None
        name, cue = ((low + offset, high + offset) for low, high in (found.span("name"), found.span("cue")))
        return FoundSpeaker(name, " ".join(found["name"].split()), cue, is_name=False)

    def _behind(self, run: Quoted, last: Last) -> FoundSpeaker | None:
        """Whom a verb right behind a quotation names."""
        start = _LEAD_IN.match(self.text, run.end)
        assert start is not None
        limit = start.end() + MAX_AFTER
        stop = _STOP.search(self.text, start.end(), limit)
        tokens = self.names.tokens(start.end(), stop.start() if stop else limit)
        if (
            tokens
            and tokens[0].is_capital
            and run.last_mark in ".!?…"
            and not self._parted_by_comma(run.end, tokens[0])
        ):
            return None  # the next sentence
        verb = next((i for i, token in enumerate(tokens[:_VERB_WITHIN]) if token.lower in self.basics.verbs), None)
        if verb is None:
            return self._speaker_by_inversion(run, tokens, last)
        if stop and COLON_OPENS.match(self.text, stop.start()) and self._lead(run)[1]:
            return None  # "the editor of the “Post”, Anna Berg, said: “…”"
        if self.basics.verb_last and not any(token.is_capital for token in tokens):
            return self._ahead(run, None, None, last, tokens[verb])
        if verb + 1 < len(tokens) and tokens[verb + 1].lower in self.basics.inverted:
            verb += 1  # "so describes it the mayor"
        return self._beside(run, tokens, verb, last)

    def _inset(self, run: Quoted, last: Last) -> FoundSpeaker | None:
        """Whom the words of attribution name that stood among those of a quotation."""
        if run.inset is None:
            return None
        tokens = self.names.tokens(*run.inset)
        verb = next((i for i, token in enumerate(tokens[:_VERB_WITHIN]) if token.lower in self.basics.verbs), None)
        return self._beside(run, tokens, verb, last) if verb is not None else None

    def _beside(self, run: Quoted, tokens: list[PlacedWord], verb: int, last: Last) -> FoundSpeaker | None:
        """Whom the verb of saying at `verb` of the words behind a quotation, or inside it, names."""
        before, after = tokens[:verb], self.subjects.without_between(tokens[verb + 1 :])
        return (
            self.subjects.impersonal(after, tokens[verb])
            or self.subjects.by_pronoun(after[:1], tokens[verb], last)
            or self.subjects.said(self.subjects.name(before, beside=False), tokens[verb])
            or self.subjects.said(
                self.subjects.name(after, beside=True) or self.subjects.description(after), tokens[verb]
            )
            or self.subjects.by_pronoun(self._pronoun(before), tokens[verb], last)
            or self.subjects.organ(tokens[verb])
            or (
                None
                if any(token.is_capital for token in before)
                else self.subjects.dropped_subject(tokens[verb], run.start, last)
            )
        )

    def _pronoun(self, before: list[PlacedWord]) -> list[PlacedWord]:
        """The pronoun for one person among the few words before a verb: French "a-t-il fait savoir"."""
        return [token for token in before if self.subjects.pronouns.gender(token) is not None][-1:]

    def _speaker_by_inversion(self, run: Quoted, tokens: list[PlacedWord], last: Last) -> FoundSpeaker | None:
        """Whom a verb names that is none of saying, where word order alone makes what follows it the subject."""
        if len(tokens) < _SHORT or tokens[0].lower not in self.basics.inverted or not _COMMA.match(self.text, run.end):
            return None
        if sum(len(self.text[start:end].split()) for start, end in run.parts) < _SPEECH_WORDS:
            return None
        after = self.subjects.without_between(tokens[1:])
        if not after:
            return None
        name = self.subjects.name(after, beside=True) if after[0].is_capital else self.subjects.description(after)
        return self.subjects.by_pronoun(after[:1], tokens[0], last) or self.subjects.said(name, tokens[0])

    def _parted_by_comma(self, end: int, token: PlacedWord) -> bool:
        return "," in self.text[end : token.start]

    def _going_on(self, run: Quoted, before: Quoted | None, said: FoundSpeaker | None) -> FoundSpeaker | None:
        """Who says the quotation before goes on, if nothing but the end of the sentence stands between the two."""
        if before is None or said is None:
            return None
        if GOES_ON_BEHIND.match(self.text, run.end) and not self._is_said_by_pronoun(run):
            return None  # somebody may be named there, by a verb that is not listed
        between = self.text[before.end : run.start]
        return said if _BETWEEN.fullmatch(between) and said.name[0] >= before.end else None

    def _is_said_by_pronoun(self, run: Quoted) -> bool:
        """True for a verb of saying behind a quotation that nobody's name goes with: "…, she added"."""
        stop = _STOP.search(self.text, run.end, run.end + MAX_AFTER)
        tokens = self.names.tokens(run.end, stop.start() if stop else run.end + MAX_AFTER)
        verb = next((token.lower for token in tokens[:_VERB_WITHIN] if token.lower in self.basics.verbs), None)
        return verb is not None and verb not in self.basics.answers and not any(token.is_capital for token in tokens)
