"""Who says a quotation, by the verbs of saying of a language's basics: a name of two parts or more right beside it, or a pronoun for one.

One word alone, such as a surname, is a speaker only where the article has the whole name. A pronoun whose person is not certain, and
names behind a preposition, leave the speaker open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarize.document import Passage
from summarize.evidence.marks import Quoted
from summarize.evidence.neutral.names import Names, Token
from summarize.evidence.neutral.subjects import Last, Said, Subjects
from summarize.languages.basics import Basics

_LEAD_IN = re.compile(r"[\s,，–—-]*")
_COMMA = re.compile(r"\s?[,，]\s")
_STOP = re.compile(r"[.!?:;…\n\"“”„«»]")
_BETWEEN = re.compile(r"[^.!?…:\n]{0,160}[.!?…]\s?$")
_GOES_ON_BEHIND = re.compile(r"\s?[,，–—-]\s?[^\W\d_]|\s[^\W\d_A-ZÀ-ÖØ-Þ]")
"""A comma, a dash or a small letter: the sentence goes on behind a quotation."""
_JOINED = re.compile(r"-\w")
"""A word that marks stand in: German „Talpost“-Interview."""
_COLON_OPENS = re.compile(r"\s?:\s?[\"“”„«‘‚‹]")
_MAX_NAME = 5
_MAX_AFTER = 170
_VERB_WITHIN = 4
"""A verb of saying behind a quotation is among so many words."""
_NAMED_WITHIN = 6
"""A verb of naming is among so many words before what it names."""
_MAX_LEAD = 300
_MAX_DESCRIPTION = 5
_SHORT = 2
_SPEECH_WORDS = 5
"""Fewer words in marks are no speech for a verb that is not one of saying."""
_FULL_ENDS = "\n。！？।”」.؟"
_CLOSERS = ("\n", "” ", "“ ", "» ")
_COLONS = (":", "：")


class Speakers:
    """The speakers of one article's quotations.

    Args:
        text: the article's text.
        names: its names.
        basics: the language's words.
        sentences: the article's sentences, in text order.
    """

    def __init__(self, text: str, names: Names, basics: Basics, sentences: Sequence[Passage]) -> None:
        self.text, self.names, self.basics, self.sentences = text, names, basics, sentences
        self.subjects = Subjects(text, names, basics, sentences)
        self.starts = self.subjects.starts
        self._after = 0
        """Where the quotation before ends: its words are not those that lead to the next."""
        self._over: Quoted | None = None
        """The name in marks right before the quotation, of whom its words are told."""

    def of(self, run: Quoted, before: Quoted | None, said_before: Said | None) -> Said | None:
        """The speaker of a quotation, None if nobody is told."""
        self._over = before if before is not None and self._tells(before) and self._is_told_to(before) else None
        if self._over is None:
            self._after = before.end if before is not None else 0
        if before is not None and before.paragraph != run.paragraph:
            before = said_before = None
        if _JOINED.match(self.text, run.end) or self._is_told_to(run):
            return None
        if self.basics.ahead is not None:
            return self._framed(run) or self._going_on(run, before, said_before)
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

    def _tells(self, run: Quoted) -> bool:
        """True if words in marks end on the colon of a quotation: "told the “Valley Post”: “…”"."""
        return _COLON_OPENS.match(self.text, run.end) is not None

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

    def _framed(self, run: Quoted) -> Said | None:
        """Whom the words beside a quotation name, in a script without capitals: the whole description, for nothing parts a name from it."""
        found, offset = None, 0
        if self.basics.behind is not None and run.last_mark not in "。！？":
            found = self.basics.behind.match(self.text, run.end)
        if found is None and self.basics.ahead is not None:
            limit = max(0, run.start - _MAX_LEAD)
            offset = max(limit, 1 + max(self.text.rfind(mark, limit, run.start) for mark in _FULL_ENDS))
            found = self.basics.ahead.search(self.text[offset : run.start])
        if found is None or any(found["name"].startswith(word) for word in self.basics.pronouns):
            return None
        name, cue = ((low + offset, high + offset) for low, high in (found.span("name"), found.span("cue")))
        return Said(name, " ".join(found["name"].split()), cue, is_name=False)

    def _behind(self, run: Quoted, last: Last) -> Said | None:
        """Whom a verb right behind a quotation names."""
        start = _LEAD_IN.match(self.text, run.end)
        assert start is not None
        limit = start.end() + _MAX_AFTER
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
            return self._inverted(run, tokens, last)
        if stop and _COLON_OPENS.match(self.text, stop.start()) and self._lead(run)[1]:
            return None  # "the editor of the “Post”, Anna Berg, said: “…”"
        if self.basics.verb_last and not any(token.is_capital for token in tokens):
            return self._ahead(run, None, None, last, tokens[verb])
        if verb + 1 < len(tokens) and tokens[verb + 1].lower in self.basics.inverted:
            verb += 1  # "so describes it the mayor"
        return self._beside(run, tokens, verb, last)

    def _inset(self, run: Quoted, last: Last) -> Said | None:
        """Whom the words of attribution name that stood among those of a quotation."""
        if run.inset is None:
            return None
        tokens = self.names.tokens(*run.inset)
        verb = next((i for i, token in enumerate(tokens[:_VERB_WITHIN]) if token.lower in self.basics.verbs), None)
        return self._beside(run, tokens, verb, last) if verb is not None else None

    def _beside(self, run: Quoted, tokens: list[Token], verb: int, last: Last) -> Said | None:
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
                else self.subjects.dropped(tokens[verb], run.start, last)
            )
        )

    def _pronoun(self, before: list[Token]) -> list[Token]:
        """The pronoun for one person among the few words before a verb: French "a-t-il fait savoir"."""
        return [token for token in before if self.subjects.pronouns.gender(token) is not None][-1:]

    def _inverted(self, run: Quoted, tokens: list[Token], last: Last) -> Said | None:
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

    def _ahead(
        self, run: Quoted, before_run: Quoted | None, said_before: Said | None, last: Last, cue: Token | None = None
    ) -> Said | None:
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
            return Said(said_before.name, said_before.whole, (verb.start, verb.end), said_before.is_name)
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

    def _labelled(self, run: Quoted) -> Said | None:
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
        return self.subjects.said(names[-1], Token(own[-1].end, own[-1].end + 1, ":"))

    def _according(self, run: Quoted) -> Said | None:
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

    def _bracketed(self, run: Quoted) -> Said | None:
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
        return self.subjects.said(names[-1], Token(run.start - 1, run.start, "("))

    def _before_colon(self, run: Quoted, last: Last) -> Said | None:
        """The only person in a sentence that ends in the colon before a quotation, whatever its verb."""
        lead, tokens = self._lead(run)
        if not lead.rstrip().endswith(_COLONS):
            return None
        at = run.start - len(lead) + len(lead.rstrip()) - 1
        colon = Token(at, at + 1, ":")
        names = [name for name in self.names.runs(tokens) if self.names.is_known(name)]
        pronouns = [token for token in tokens if token.lower in self.basics.pronouns]
        if pronouns:
            only = not names and tokens.index(pronouns[0]) <= _MAX_DESCRIPTION
            return self.subjects.by_pronoun(pronouns[:1], colon, last) if only else None
        return self.subjects.said(names[0], colon) if len({name[-1].lower for name in names}) == 1 else None

    def _reported(self, run: Quoted, last: Last) -> Said | None:
        """Whose speech the sentence before reports, where the quotation is a sentence of its own behind it."""
        number = bisect_right(self.starts, run.start) - 1
        if number < 1 or _GOES_ON_BEHIND.match(self.text, run.end) or run.last_mark not in ".!?…":
            return None
        start, end, paragraph = self.sentences[number - 1]
        if paragraph != self.sentences[number][2] or self.text[self.starts[number] : run.start].strip():
            return None
        tokens = self.names.tokens(start, min(end, start + _MAX_LEAD))
        verb = next(
            (i for i, token in enumerate(tokens) if token.lower in self.basics.verbs and not token.is_capital), None
        )
        if verb is None:
            return None
        said = self.subjects.of(tokens, verb, tokens[verb], last)
        return said if said is not None and said.is_name and said.whole else None

    def _named(self, run: Quoted, last: Last) -> Said | None:
        """Whose word for a thing stands in marks: "the mayor called it a “mess”"."""
        lead, tokens = self._lead(run)
        after = self.names.tokens(run.end, run.end + _MAX_AFTER)
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

    def _lead(self, run: Quoted) -> tuple[str, list[Token]]:
        """The sentence up to a quotation, and its words."""
        over = self._over
        begin = self._sentence_start(over.start if over else run.start)
        return self.text[begin : run.start], self.names.tokens(begin, over.start if over else run.start)

    def _sentence_start(self, end: int) -> int:
        """Where the sentence before `end` begins, or what follows a quotation in it, or a bounded way back if it is longer."""
        limit = max(0, end - _MAX_LEAD)
        number = bisect_right(self.starts, end) - 1
        closed = 1 + max(self.text.rfind(mark, limit, end) for mark in _CLOSERS)
        return max(limit, closed, self._after, self.starts[number] if number >= 0 else 0)

    def _parted_by_comma(self, end: int, token: Token) -> bool:
        return "," in self.text[end : token.start]

    def _going_on(self, run: Quoted, before: Quoted | None, said: Said | None) -> Said | None:
        """Who says the quotation before goes on, if nothing but the end of the sentence stands between the two."""
        if before is None or said is None:
            return None
        if _GOES_ON_BEHIND.match(self.text, run.end) and not self._is_said_by_pronoun(run):
            return None  # somebody may be named there, by a verb that is not listed
        between = self.text[before.end : run.start]
        return said if _BETWEEN.fullmatch(between) and said.name[0] >= before.end else None

    def _is_said_by_pronoun(self, run: Quoted) -> bool:
        """True for a verb of saying behind a quotation that nobody's name goes with: "…, she added"."""
        stop = _STOP.search(self.text, run.end, run.end + _MAX_AFTER)
        tokens = self.names.tokens(run.end, stop.start() if stop else run.end + _MAX_AFTER)
        verb = next((token.lower for token in tokens[:_VERB_WITHIN] if token.lower in self.basics.verbs), None)
        return verb is not None and verb not in self.basics.answers and not any(token.is_capital for token in tokens)
