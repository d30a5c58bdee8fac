"""Whom the words before a quotation name: a verb of saying in its sentence, a label, a source, the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarize.document import SentenceRange
from summarize.evidence.marks import Quoted
from summarize.evidence.neutral.names import Names, PlacedWord
from summarize.evidence.neutral.subjects import FoundSpeaker, Last, NeutralSubjects
from summarize.languages.basics import Basics

GOES_ON_BEHIND = re.compile(r"\s?[,，–—-]\s?[^\W\d_]|\s[^\W\d_A-ZÀ-ÖØ-Þ]")
"""A comma, a dash or a small letter: the sentence goes on behind a quotation."""
COLON_OPENS = re.compile(r"\s?:\s?[\"“”„«‘‚‹]")
_MAX_NAME = 5
MAX_AFTER = 170
_NAMED_WITHIN = 6
"""A verb of naming is among so many words before what it names."""
MAX_LEAD = 300
_MAX_DESCRIPTION = 5
_SHORT = 2
_CLOSERS = ("\n", "” ", "“ ", "» ")
_COLONS = (":", "：")


class Leads:
    """What leads to one article's quotations, and whom it names.

    Args:
        text: the article's text.
        names: its names.
        basics: the language's words.
        sentences: the article's sentences, in text order.
    """

    def __init__(self, text: str, names: Names, basics: Basics, sentences: Sequence[SentenceRange]) -> None:
        """Take the article's text, names and sentences."""
        self.text, self.names, self.basics, self.sentences = text, names, basics, sentences
        self.subjects = NeutralSubjects(text, names, basics, sentences)
        self.starts = self.subjects.starts
        self._after = 0
        """Where the quotation before ends: its words are not those that lead to the next."""
        self._over: Quoted | None = None
        """The name in marks right before the quotation, of whom its words are told."""

    def _tells(self, run: Quoted) -> bool:
        """True if words in marks end on the colon of a quotation: "told the “Valley Post”: “…”"."""
        return COLON_OPENS.match(self.text, run.end) is not None

    def _is_told_to(self, run: Quoted) -> bool:
        """True for the name in marks of whom something is told, a paper as a rule: "told the “Valley Post”", not "called it a “Mess”"."""
        words = [word for start, end in run.parts for word in self.text[start:end].split()]
        if not 0 < len(words) <= _MAX_NAME or not words[0][0].isupper() or run.last_mark in ".!?…":
            return False
        lead, tokens = self._lead(run)
        verb = max((i for i, token in enumerate(tokens) if token.lower in self.basics.verbs), default=None)
        if verb is None or tokens[verb].lower in self.basics.naming or lead.rstrip()[-1:] in {*_COLONS, ","}:
            return False
        between = self.text[tokens[verb].end : run.start]
        opening = self.basics.that | self.basics.subordinators
        if "," in between or any(token.lower in opening for token in tokens[verb + 1 :]):
            return False
        beside = [token.lower for token in tokens[verb + 1 :]]
        articled = bool(beside) and beside[-1] in self.basics.articles
        before = (beside[:-1] if articled else beside)[-1:]
        if self._tells(run) or (before and before[0] in self.basics.told):
            return True
        # A dative: „sagte der „Talpost““.
        return articled and self.basics.noun_capitals and not (before and before[0] in self.basics.prepositions)

    def _ahead(
        self,
        run: Quoted,
        before_run: Quoted | None,
        said_before: FoundSpeaker | None,
        last: Last,
        cue: PlacedWord | None = None,
    ) -> FoundSpeaker | None:
        """Whom a verb of saying names in the sentence up to a quotation."""
        begin = self._sentence_start(run.start)
        lead, tokens = self._lead(run)
        verbs = [i for i, token in enumerate(tokens) if token.lower in self.basics.verbs]
        if tokens and tokens[0].lower in self.basics.according:  # "according to the accused, …" has a noun
            verbs = [i for i in verbs if i == 0 or tokens[i - 1].lower not in self.basics.articles]
        opens_clause = bool(tokens) and tokens[-1].lower in self.basics.that
        if cue is None and (not verbs or not (opens_clause or lead.rstrip().endswith((*_COLONS, ",")))):
            return None
        place = verbs[-1] if verbs else len(tokens)
        verb = cue or tokens[place]
        if opens_clause:
            tokens = tokens[:-1]
        if (
            said_before is not None
            and before_run is not None
            and before_run.end >= begin - 1
            and not any(token.is_capital or token.lower in self.basics.pronouns for token in tokens)
        ):
            return FoundSpeaker(said_before.name, said_before.whole, (verb.start, verb.end), said_before.is_name)
        if verb.lower in self.basics.written:
            return self.subjects.document(tokens[:place], tokens[place + 1 :], verb)
        said = self.subjects.of(self.subjects.up_to_clause(tokens, place), place, verb, last)
        is_relative = place > 0 and tokens[place - 1].lower in self.basics.that
        if (
            said is None and len(verbs) > 1 and place == len(tokens) - 1 and not is_relative
        ):  # "the mayor said it so: …"
            said = self.subjects.of(tokens[:place], verbs[-2], tokens[verbs[-2]], last)
        # "the ministry says that “…”": few words in marks are its words for a thing.
        return replace(said, is_word=True) if said is not None and opens_clause and not said.is_name else said

    def _labelled(self, run: Quoted) -> FoundSpeaker | None:
        """Whose name stands right before the colon of a quotation, in a clause without a verb of saying: "…, and Anna Miller: “…”"."""
        lead, tokens = self._lead(run)
        clause = lead.rstrip()
        if not clause.endswith(_COLONS):
            return None
        comma = run.start - len(lead) + clause.rfind(",")
        own = [token for token in tokens if token.start > comma] if "," in clause else []
        names = self.names.runs(own)
        is_label = bool(names) and names[-1][-1] is own[-1] and self.names.is_known(names[-1])
        if not is_label or any(token.lower in self.basics.verbs for token in own):
            return None
        return self.subjects.said(names[-1], PlacedWord(own[-1].end, own[-1].end + 1, ":"))

    def _according(self, run: Quoted) -> FoundSpeaker | None:
        """The only person whom the words up to the first comma name, where the sentence opens with "according to"; or the name behind it.

        That is "according to the mayor, Ana Ruiz, “…”": what only describes somebody is told by the name between commas. Where the description
        has a second person in it, as in "the widow of the mayor, Paul Lenoir", the name may be that one's, and the description stays.
        """
        lead, tokens = self._lead(run)
        if not tokens or tokens[0].lower not in self.basics.according:
            return None
        comma = lead.find(",")
        apposed = [name for name in self.names.runs(tokens) if len(name) > 1 and self.names.is_apposed(name)]
        if len(apposed) == 1 and self.text[apposed[0][-1].end : run.start].strip() == ",":
            description = [each for each in tokens[1:] if each.end < apposed[0][0].start]
            if self.subjects.may_be_told_by(apposed[0], description):
                return self.subjects.said(apposed[0], tokens[0])
        end = run.start - len(lead) + comma if comma >= 0 else run.start
        names = [
            name for name in self.names.runs([each for each in tokens if each.start < end]) if self.names.is_known(name)
        ]
        if not names:
            noun = self.subjects.said(self.subjects.description(tokens[1:]), tokens[0])
            return replace(noun, is_word=True) if noun is not None else None
        return self.subjects.said(names[0], tokens[0]) if len(names) == 1 else None

    def _bracketed(self, run: Quoted) -> FoundSpeaker | None:
        """Whose name stands right before a quotation in brackets: "Anna Miller (“…”)"."""
        if (
            run.start < _SHORT
            or self.text[run.start - 2 : run.start] != " ("
            or self.text[run.end : run.end + 1] != ")"
        ):
            return None
        names = self.names.runs(self._lead(run)[1])
        if not names or names[-1][-1].end != run.start - 2 or not self.names.is_known(names[-1]):
            return None
        return self.subjects.said(names[-1], PlacedWord(run.start - 1, run.start, "("))

    def _before_colon(self, run: Quoted, last: Last) -> FoundSpeaker | None:
        """The only person in a sentence that ends in the colon before a quotation, whatever its verb."""
        lead, tokens = self._lead(run)
        if not lead.rstrip().endswith(_COLONS):
            return None
        at = run.start - len(lead) + len(lead.rstrip()) - 1
        colon = PlacedWord(at, at + 1, ":")
        names = [name for name in self.names.runs(tokens) if self.names.is_known(name)]
        pronouns = [token for token in tokens if token.lower in self.basics.pronouns]
        if pronouns:
            only = not names and tokens.index(pronouns[0]) <= _MAX_DESCRIPTION
            return self.subjects.by_pronoun(pronouns[:1], colon, last) if only else None
        return self.subjects.said(names[0], colon) if len({name[-1].lower for name in names}) == 1 else None

    def _reported(self, run: Quoted, last: Last) -> FoundSpeaker | None:
        """Whose speech the sentence before reports, where the quotation is a sentence of its own behind it."""
        number = bisect_right(self.starts, run.start) - 1
        if number < 1 or GOES_ON_BEHIND.match(self.text, run.end) or run.last_mark not in ".!?…":
            return None
        start, end, paragraph = self.sentences[number - 1]
        if paragraph != self.sentences[number][2] or self.text[self.starts[number] : run.start].strip():
            return None
        tokens = self.names.tokens(start, min(end, start + MAX_LEAD))
        verb = next(
            (i for i, token in enumerate(tokens) if token.lower in self.basics.verbs and not token.is_capital), None
        )
        if verb is None:
            return None
        said = self.subjects.of(tokens, verb, tokens[verb], last)
        return said if said is not None and said.is_name and said.whole else None

    def _named(self, run: Quoted, last: Last) -> FoundSpeaker | None:
        """Whose word for a thing stands in marks: "the mayor called it a “mess”"."""
        lead, tokens = self._lead(run)
        after = self.names.tokens(run.end, run.end + MAX_AFTER)
        behind = next((i for i, token in enumerate(after[:_SHORT]) if token.lower in self.basics.naming), None)
        parting = self.text[run.end : after[0].start].strip() if after else "."
        if behind is not None and (not parting or (behind and parting == ",")) and not after[0].is_capital:
            said = self.subjects.of(after[behind:], 0, after[behind], last)
        else:
            naming = self.basics.naming | self.basics.verbs
            place = max((i for i, token in enumerate(tokens) if token.lower in naming), default=None)
            if place is None or lead.rstrip()[-1:] in {*_COLONS, ","}:
                return None
            if tokens[-1].lower not in self.basics.naming_ends and len(tokens) - place > _NAMED_WITHIN:
                return None
            said = self.subjects.named(tokens, place, last)
        return replace(said, is_word=True) if said is not None else None

    def _lead(self, run: Quoted) -> tuple[str, list[PlacedWord]]:
        """The sentence up to a quotation, and its words."""
        over = self._over
        begin = self._sentence_start(over.start if over else run.start)
        return self.text[begin : run.start], self.names.tokens(begin, over.start if over else run.start)

    def _sentence_start(self, end: int) -> int:
        """Where the sentence before `end` begins, or what follows a quotation in it, or a bounded way back if it is longer."""
        limit = max(0, end - MAX_LEAD)
        number = bisect_right(self.starts, end) - 1
        closed = 1 + max(self.text.rfind(mark, limit, end) for mark in _CLOSERS)
        return max(limit, closed, self._after, self.starts[number] if number >= 0 else 0)
