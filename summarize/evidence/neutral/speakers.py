"""Who says a quotation, by the verbs of saying of a language's basics: right beside it, and a name of two parts or more.

One word alone, such as a surname, is a speaker only where the article has the whole name. Pronouns, offices without a name and names
behind a preposition leave the speaker open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.evidence.marks import Quoted
from summarize.languages.basics import Basics
from summarize.languages.cldr import month_names, weekday_names

Range = tuple[int, int]

_TOKEN = re.compile(r"[^\W\d_][\w.’'-]*[\w’']|[^\W\d_]")
_LEAD_IN = re.compile(r"[\s,，–—-]*")
_STOP = re.compile(r"[.!?:;…\n\"“”„«»]")
_BETWEEN = re.compile(r"[^.!?…:\n]{0,160}[.!?…]\s?$")
_GOES_ON_BEHIND = re.compile(r"\s?[,，–—-]\s?[^\W\d_]|\s[^\W\d_A-ZÀ-ÖØ-Þ]")
"""A comma, a dash or a small letter: the sentence goes on behind a quotation."""
_MAX_AFTER = 170
_VERB_WITHIN = 4
"""A verb of saying behind a quotation is among so many words."""
_MAX_NAME = 5
_MAX_LEAD = 300
_MAX_DESCRIPTION = 5
_SHORT = 2
_TWO = 2
_FULL_ENDS = "\n。！？।”」.؟"
_SENTENCE_ENDS = ("\n", ". ", "! ", "? ", "” ", "“ ", "» ")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation: the name as the text has it beside it, its fullest form, and the verb; half-open code-point ranges."""

    name: Range
    whole: str
    cue: Range
    is_name: bool = True
    """False for a description: "the mayor"."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str

    @property
    def lower(self) -> str:
        return self.word.lower()

    @property
    def is_capital(self) -> bool:
        return self.word[0].isupper()


class Speakers:
    """The speakers of one article's quotations."""

    def __init__(self, text: str, language: str, basics: Basics) -> None:
        """Read the names that stand in full anywhere in the text."""
        self.text, self.basics = text, basics
        self.calendar = frozenset(weekday_names(language)) | frozenset(month_names(language))
        self.behind_office: set[int] = set()
        """Where names begin that stand right behind an office or a title: "Minister Schily"."""
        self.whole = self._whole_names()

    def of(self, run: Quoted, before: Quoted | None, said_before: Said | None) -> Said | None:
        """The speaker of a quotation, None if it stays open.

        Args:
            run: the quotation.
            before: the one before it in its paragraph.
            said_before: who says that.
        """
        if self.basics.ahead is not None:
            return self._framed(run) or self._going_on(run, before, said_before)
        return (
            self._behind(run) or self._ahead(run) or self._before_colon(run) or self._going_on(run, before, said_before)
        )

    def _framed(self, run: Quoted) -> Said | None:
        """Whom the words beside a quotation name, in a script without capitals: the whole description, for nothing parts a name from it."""
        found, offset = None, 0
        if self.basics.behind is not None and run.last_mark not in "。！？":
            found = self.basics.behind.match(self.text, run.end)
        if found is None and self.basics.ahead is not None:
            offset = self._sentence_start(run.start, _FULL_ENDS)
            found = self.basics.ahead.search(self.text[offset : run.start])
        if found is None or any(found["name"].startswith(word) for word in self.basics.pronouns):
            return None
        name, cue = ((low + offset, high + offset) for low, high in (found.span("name"), found.span("cue")))
        return Said(name, " ".join(found["name"].split()), cue, is_name=False)

    def _behind(self, run: Quoted) -> Said | None:
        start = _LEAD_IN.match(self.text, run.end)
        assert start is not None
        limit = start.end() + _MAX_AFTER
        stop = _STOP.search(self.text, start.end(), limit)
        tokens = self._tokens(start.end(), stop.start() if stop else limit)
        if (
            tokens
            and tokens[0].is_capital
            and run.last_mark in ".!?…"
            and not self._parted_by_comma(run.end, tokens[0])
        ):
            return None  # the next sentence
        verb = next((i for i, token in enumerate(tokens[:_VERB_WITHIN]) if token.lower in self.basics.verbs), None)
        if verb is None:
            return None
        if self.basics.verb_last and not any(token.is_capital for token in tokens):
            return self._ahead(run, tokens[verb])
        before, after = tokens[:verb], tokens[verb + 1 :]
        name = self._name(before, beside=False) or self._name(after, beside=True) or self._description(after)
        return self._said(name, tokens[verb])

    def _ahead(self, run: Quoted, cue: _Token | None = None) -> Said | None:
        lead, tokens = self._lead(run)
        verbs = [i for i, token in enumerate(tokens) if token.lower in self.basics.verbs]
        if cue is None and (not verbs or not lead.rstrip().endswith((":", "：", ","))):
            return None
        place = verbs[-1] if verbs else len(tokens)
        before, after = tokens[:place], tokens[place + 1 :]
        if (before and before[-1].lower in self.basics.pronouns) or (after and after[0].lower in self.basics.pronouns):
            return None
        name = (
            self._name(after, beside=True)
            or self._name(before, beside=False, last=True)
            or self._subject(before)
            or self._description(after)
        )
        return self._said(name, cue or tokens[place])

    def _before_colon(self, run: Quoted) -> Said | None:
        """The only person in a sentence that ends in the colon before a quotation, whatever its verb."""
        lead, tokens = self._lead(run)
        if not lead.rstrip().endswith((":", "：")) or any(token.lower in self.basics.pronouns for token in tokens):
            return None
        names = [name for name in self._names(tokens) if self._is_known(name)]
        if len({name[-1].lower for name in names}) != 1:
            return None
        colon = run.start - len(lead) + len(lead.rstrip()) - 1
        return self._said(names[0], _Token(colon, colon + 1, ":"))

    def _lead(self, run: Quoted) -> tuple[str, list[_Token]]:
        """The sentence up to a quotation, and its words."""
        begin = self._sentence_start(run.start, _SENTENCE_ENDS)
        return self.text[begin : run.start], self._tokens(begin, run.start)

    def _sentence_start(self, end: int, marks: Sequence[str]) -> int:
        """Where the sentence before `end` begins, or a bounded way back if it is longer."""
        limit = max(0, end - _MAX_LEAD)
        return max(limit, 1 + max(self.text.rfind(mark, limit, end) for mark in marks))

    def _parted_by_comma(self, end: int, token: _Token) -> bool:
        return "," in self.text[end : token.start]

    def _going_on(self, run: Quoted, before: Quoted | None, said: Said | None) -> Said | None:
        """Who says the quotation before goes on, if nothing but the end of the sentence stands between the two."""
        if before is None or said is None or before.paragraph != run.paragraph:
            return None
        if _GOES_ON_BEHIND.match(self.text, run.end) and not self._is_said_by_pronoun(run):
            return None  # somebody may be named there, by a verb that is not listed
        between = self.text[before.end : run.start]
        return said if _BETWEEN.fullmatch(between) and said.name[0] >= before.end else None

    def _is_said_by_pronoun(self, run: Quoted) -> bool:
        """True for a verb of saying behind a quotation that nobody's name goes with: "…, she added"."""
        stop = _STOP.search(self.text, run.end, run.end + _MAX_AFTER)
        tokens = self._tokens(run.end, stop.start() if stop else run.end + _MAX_AFTER)
        said = any(token.lower in self.basics.verbs for token in tokens[:_VERB_WITHIN])
        return said and not any(token.is_capital for token in tokens)

    def _tokens(self, start: int, end: int) -> list[_Token]:
        return [_Token(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(self.text, start, end)]

    def _name(self, tokens: list[_Token], *, beside: bool, last: bool = False) -> list[_Token] | None:
        """The first or last name among some words; `beside`: the words follow the verb, so one word right behind it is a name."""
        if beside and tokens and tokens[0].lower in self.basics.pronouns:
            return None
        names = self._names(tokens)
        known = [name for name in names if self._is_known(name)]
        if known:
            return known[-1 if last else 0]
        return names[0] if beside and names and names[0][0] is tokens[0] and len(tokens[0].word) > _SHORT else None

    def _is_known(self, name: list[_Token]) -> bool:
        return len(name) > 1 or name[-1].lower in self.whole or name[0].start in self.behind_office

    def _subject(self, tokens: list[_Token]) -> list[_Token] | None:
        """What stands before the verb from the beginning of the sentence: one word, or an article with its noun."""
        if len(tokens) == 1 and self._is_name_word(tokens[0]) and not self._is_office(tokens[0]):
            return tokens
        return self._description(tokens) if 1 < len(tokens) <= _MAX_DESCRIPTION else None

    def _description(self, tokens: list[_Token]) -> list[_Token] | None:
        """An article right behind the verb, with its noun: the words for "the spokesman"."""
        if not tokens or tokens[0].lower not in self.basics.articles:
            return None
        for index, token in enumerate(tokens[1:_MAX_DESCRIPTION], 1):
            if not self.basics.noun_capitals or token.is_capital:
                return tokens[: index + 1]
        return None

    def _names(self, tokens: list[_Token]) -> list[list[_Token]]:
        """Runs of capitalised words that may be names of persons: without titles and offices, not behind a preposition or an article."""
        runs: list[list[_Token]] = []
        run: list[_Token] = []
        before = ""
        for index, token in enumerate(tokens):
            if run and self._joins(run, token, tokens[index + 1] if index + 1 < len(tokens) else None):
                run.append(token)
                continue
            self._close(runs, run, before)
            run = [token] if self._is_name_word(token) else []
            before = tokens[index - 1].lower if index and not self._parted(tokens[index - 1], token) else ""
        self._close(runs, run, before)
        return runs

    def _is_name_word(self, token: _Token) -> bool:
        if not token.is_capital:
            return False
        opens = self.basics.function_words | self.basics.prepositions | self.basics.articles | self.basics.pronouns
        return token.lower not in opens and token.lower not in self.calendar

    def _parted(self, left: _Token, right: _Token) -> bool:
        return bool(self.text[left.end : right.start].strip())

    def _joins(self, run: list[_Token], token: _Token, following: _Token | None) -> bool:
        if self._parted(run[-1], token):
            return False
        if token.is_capital:
            return True
        if following is None or not (
            following.is_capital or following.lower in self.basics.inner_particles | self.basics.particles
        ):
            return False
        if token.lower in self.basics.inner_particles:
            return run[-1].lower in self.basics.particles
        # "Ursula von der Leyen", but "John Sifton von Human Rights Watch".
        return token.lower in self.basics.particles and (
            not self.basics.noun_capitals or sum(each.is_capital for each in run) == 1
        )

    def _close(self, runs: list[list[_Token]], run: list[_Token], before: str) -> None:
        kept = run
        while kept and (kept[0].lower in self.basics.titles or self._is_office(kept[0]) or not kept[0].is_capital):
            kept = kept[1:]
        plain = len(kept) == len(run)
        if kept and not plain:
            self.behind_office.add(kept[0].start)
        if not kept or len(kept) > _MAX_NAME or (plain and before in self.basics.prepositions | self.basics.articles):
            return
        if self.basics.noun_capitals and len(kept) > _TWO and all(each.is_capital for each in kept):
            kept = kept[-_TWO:]  # a noun of office that no list knows stands before the name
        runs.append(kept)

    def _is_office(self, token: _Token) -> bool:
        return token.lower in self.basics.roles or token.lower in self.basics.verbs

    def _said(self, name: list[_Token] | None, cue: _Token) -> Said | None:
        if name is None:
            return None
        start, end = name[0].start, name[-1].end
        written = " ".join(self.text[start:end].split())
        is_name = name[0].is_capital
        whole = written if len(name) > 1 else self.whole.get(name[-1].lower, written)
        return Said((start, end), whole, (cue.start, cue.end), is_name)

    def _whole_names(self) -> dict[str, str]:
        """The whole name for each surname: the last word of two capitalised words or more; a surname of two people has none."""
        found: dict[str, set[str]] = {}
        for name in self._names(self._tokens(0, len(self.text))):
            if len(name) > 1:
                written = " ".join(self.text[name[0].start : name[-1].end].split())
                found.setdefault(name[-1].lower, set()).add(written)
        return {
            last: min(names, key=len) for last, names in found.items() if len({name.split()[0] for name in names}) == 1
        }
