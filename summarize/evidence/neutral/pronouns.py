"""Whom "he" or "she" beside a quotation means: the only person whom the words before it name, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from summarize.document import SentenceRange
from summarize.evidence.neutral.names import Gender, Name, Names, PlacedWord
from summarize.gazetteer import given_name_gender
from summarize.languages.basics import Basics

_BACK = 3
"""Sentences before its own in which a pronoun's person is looked for; none of another paragraph than the one before."""
_DESCRIBING = 3
"""Words of an office before a name, its article among them."""
_QUOTED = re.compile(r"«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|\"[^\"]*\"?")
"""Words in quotation marks, up to the end where the marks are not closed."""
_MAX_COUNT = 400
"""Code points of a sentence that are read."""


class Pronouns:
    """The pronouns of one article's quotations."""

    def __init__(self, text: str, names: Names, basics: Basics, sentences: Sequence[SentenceRange]) -> None:
        self.text, self.names, self.basics, self.sentences = text, names, basics, sentences
        self._leads = (basics.articles | basics.prepositions | basics.particles) - basics.conjunctions
        """Words that lead to a noun."""
        self.speaking: set[str] = set(names.people)
        """Whole names of those who are known to be persons: they say something, or a model says so."""

    def gender(self, token: PlacedWord) -> Gender | None:
        """Of a pronoun for one person as the subject; None for any other word."""
        if token.lower in self.basics.he:
            return "m"
        return "f" if token.lower in self.basics.she else None

    def meant(self, token: PlacedWord, number: int, last: tuple[int, str] | None) -> str | None:
        """The whole name of the person meant, None if nobody or more than one may be."""
        gender = self.gender(token)
        return self.only(token.start, number, gender, last) if gender is not None else None

    def only(self, at: int, number: int, gender: Gender | None, last: tuple[int, str] | None) -> str | None:
        """The whole name of the only person of a gender, or of either, whom the nearest words before a place name; `number` and `last` as of `meant`."""
        paragraph = self.sentences[number][2]
        for index in range(number, max(-1, number - _BACK - 1), -1):
            start, end, of = self.sentences[index]
            if of < paragraph - 1:
                return None
            named = self._people(start, min(end, start + _MAX_COUNT, at))
            if last is not None and start <= last[0] < min(end, at):
                named.add(last[1])
            agreeing = {whole for whole in named if gender is None or self.names.gender_of(whole) in {None, gender}}
            if agreeing:
                whole = agreeing.pop()
                return whole if not agreeing and not self._is_other(whole, gender) else None
        return None

    def _is_other(self, whole: str, gender: Gender | None) -> bool:
        """True if the given name is one of the other gender: it tells against a person, and never for one, since names change it with the language."""
        of_name = given_name_gender(whole.split(maxsplit=1)[0])
        return gender is not None and self.names.gender_of(whole) is None and of_name in {"m", "f"} - {gender}

    def alone(self, at: int, number: int, last: tuple[int, str] | None) -> str | None:
        """The same of either gender, None where the words from the name on may tell of anybody else, by name or not: "met the minister"."""
        whole = self.only(at, number, None, last)
        if whole is None:
            return None
        start = self.sentences[max(0, number - _BACK)][0]
        tokens = self._unquoted_tokens(start, at)
        own = [i for i, token in enumerate(tokens) if token.lower == whole.rsplit(maxsplit=1)[-1].lower()]
        if last is not None and last[1] == whole:
            own += [i for i, token in enumerate(tokens) if token.start == last[0]]
        return whole if own and not self._tells_of_others(tokens, max(own)) else None

    def _tells_of_others(self, tokens: list[PlacedWord], at: int) -> bool:
        """True for a noun with an article or a preposition that is no day or place: behind the name at `at`, or before it in its sentence unless that describes it."""
        begin = bisect_right(self.sentences, tokens[at].start, key=lambda each: each[0]) - 1
        sentence = [token for token in tokens if self.sentences[begin][0] <= token.start]
        name = next((run for run in self.names.runs(sentence) if tokens[at] in run), [tokens[at]])
        before = sentence[: sentence.index(name[0])]
        if self._describes(before) or (
            before and before[0].lower in self.basics.articles and self.names.is_apposed(name)
        ):
            before = []
        return self._has_noun(before) or self._has_noun(tokens[at + 1 :])

    def _has_noun(self, tokens: list[PlacedWord]) -> bool:
        passing = self._leads | self.basics.negation | self.names.calendar
        for index, token in enumerate(tokens[1:], 1):
            if tokens[index - 1].lower not in self._leads or token.lower in passing:
                continue
            if not token.is_capital or not self.names.is_place(
                list(takewhile(lambda each: each.is_capital, tokens[index:]))
            ):
                return True
        return False

    def _unquoted_tokens(self, start: int, end: int) -> list[PlacedWord]:
        """The words of a stretch outside quotation marks."""
        quoted = [(start + found.start(), start + found.end()) for found in _QUOTED.finditer(self.text[start:end])]
        return [
            token
            for token in self.names.tokens(start, end)
            if not any(low <= token.start < high for low, high in quoted)
        ]

    def _people(self, start: int, end: int) -> set[str]:
        """The whole names of the persons that a stretch may name: one who speaks, has an office, opens it or stands in apposition, and others beside."""
        tokens = self.names.tokens(start, end)
        known = {self.names.whole_of(name): name for name in self.names.runs(tokens) if self.names.is_known(name)}
        found = {whole for whole, name in known.items() if self._is_person(name, whole, tokens)}
        found |= self._surname_first(tokens)
        # With a person in the sentence, another name in it may be a person's too.
        return found | {whole for whole, name in known.items() if found and not self.names.is_place(name)}

    def _surname_first(self, tokens: list[PlacedWord]) -> set[str]:
        """A surname with nothing but an article and capitals before it, where the article has its whole name: "the German Kolb"."""
        for token in tokens:
            if not (token.is_capital or token.lower in self.basics.articles):
                break
            if token.lower in self.names.whole:
                return {self.names.whole[token.lower]}
        return set()

    def _describes(self, before: list[PlacedWord]) -> bool:
        """True for an article that opens a sentence and a noun or two in small letters, as an office is in most languages: "The judge"."""
        return (
            not self.basics.noun_capitals
            and 1 < len(before) <= _DESCRIBING
            and before[0].lower in self.basics.articles
            and not any(token.is_capital for token in before[1:])
        )

    def _is_person(self, name: Name, whole: str, tokens: list[PlacedWord]) -> bool:
        if whole in self.speaking or whole.rsplit(maxsplit=1)[-1].lower() in self.names.genders:
            return True
        before = tokens[: tokens.index(name[0])]
        opens = all(token.is_capital for token in before) or self._describes(before)
        apposed = bool(before) and before[0].lower in self.basics.articles and self.names.is_apposed(name)
        return (opens or apposed) and len(whole.split()) > 1 and not self.names.is_place(name)
