"""The subject of a verb of saying: a name, a description or a pronoun beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.document import SentenceRange
from summarize.evidence.neutral.names import Name, Names, PlacedWord
from summarize.evidence.neutral.pronouns import Pronouns
from summarize.gazetteer import given_name_gender
from summarize.languages.basics import Basics

Range = tuple[int, int]
Last = tuple[int, str] | None
"""Who says the quotation before, and where the words stand that say so."""

_ORGAN = re.compile(r"\s(?:[^\W\d_]{2,5}\s)?[„“«\"»]([^\W\d_][^„“”«»\"\n]{1,40})[“”»\"«]")
"""The name of a newspaper in marks behind the verb, with or without its article."""
_MAX_COUNT = 400
"""Code points of a sentence that are read."""
_VERB_WITHIN = 4
_MAX_DESCRIPTION = 5
_SHORT = 2


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Who says a quotation: the words beside it that say so, whom they mean, and the verb; half-open code-point ranges."""

    name: Range
    whole: str | None
    """The fullest form of the name; None for a pronoun whose person is not known."""
    cue: Range
    is_name: bool = True
    """False for a description: "the mayor"."""
    is_word: bool = False
    """The words in marks are somebody's word for a thing: "called it a “mess”"."""


class NeutralSubjects:
    """The subjects of one article's verbs of saying.

    Args:
        text: the article's text.
        names: its names.
        basics: the language's words.
        sentences: the article's sentences, in text order.
    """

    def __init__(self, text: str, names: Names, basics: Basics, sentences: Sequence[SentenceRange]) -> None:
        self.text, self.basics, self.names, self.sentences = text, basics, names, sentences
        self.starts = [start for start, _, _ in sentences]
        self.pronouns = Pronouns(text, names, basics, sentences)

    def of(self, tokens: list[PlacedWord], place: int, verb: PlacedWord, last: Last) -> FoundSpeaker | None:
        """The subject of the verb at `place` of a sentence's words."""
        before, after = tokens[:place], self.without_between(tokens[place + 1 :])
        if before and before[-1].lower in self.basics.conjunctions:
            # "welcomed it and called …": the subject is that of the verb before, and opens the sentence.
            return self._of_the_verb_before(before, verb, last)
        for beside in (after, before[-1:]):
            if beside and beside[0].lower in self.basics.pronouns and not self._determines(beside):
                return self.by_pronoun(beside[:1], verb, last)
        return self.said(
            self._adjacent(before)
            or self.name(after, beside=True)
            or self.name(before, beside=False, last=True)
            or self._opening(before)
            or self.description(after)
            or self._right_before(before, verb),
            verb,
        )

    def _right_before(self, before: list[PlacedWord], verb: PlacedWord) -> Name | None:
        """An article with its noun right before the verb or its auxiliary, behind other parts of the sentence: "in the corridors a deputy says"."""
        own = self._without_auxiliary(before)
        if len(own) <= _SHORT or own[-_SHORT - 1].lower in self.basics.prepositions | self.basics.particles:
            return None
        return self.description(own[-_SHORT:]) if "," not in self.text[own[-1].end : verb.start] else None

    def _of_the_verb_before(self, before: list[PlacedWord], verb: PlacedWord, last: Last) -> FoundSpeaker | None:
        """The subject that opens a sentence, stands beside its first verb of saying, or is its only known name."""
        opening = self.name(before[:_VERB_WITHIN], beside=False) or self.description(before[:_MAX_DESCRIPTION])
        said = self.by_pronoun(before[:1], verb, last) or self.said(opening, verb)
        if said is not None:
            return said
        first = next((i for i, token in enumerate(before) if token.lower in self.basics.verbs), None)
        if first is not None:
            return self.of(before[:-1], first, verb, last)
        names = [name for name in self.names.runs(before) if self.names.is_known(name)]
        return self.said(names[0], verb) if len({name[-1].lower for name in names}) == 1 else None

    def named(self, tokens: list[PlacedWord], place: int, last: Last) -> FoundSpeaker | None:
        """The subject of a verb of naming or saying, behind which its object stands: "the committee honoured the mayor's “…”"."""
        tokens = self.up_to_clause(tokens, place)
        verb, after = tokens[place], self.without_between(tokens[place + 1 :])
        before = tokens[:place]
        stands_behind = bool(after) and (self.names.is_name_word(after[0]) or after[0].lower in self.basics.pronouns)
        name = self._adjacent(before) if before else None
        subject = name or self._opening(before)
        if subject is not None and (name is not None or not stands_behind):
            return self.said(subject, verb)
        if subject is not None and after[0].is_capital:
            return None  # "the judge asked Paul Kern": either may be the subject
        return self.of(tokens, place, verb, last)

    def up_to_clause(self, tokens: list[PlacedWord], place: int) -> list[PlacedWord]:
        """Some words up to the "that" behind the verb at `place`: whoever is named behind it is spoken of."""
        return tokens[
            : next((i for i, token in enumerate(tokens) if i > place and token.lower in self.basics.that), len(tokens))
        ]

    def document(self, before: list[PlacedWord], after: list[PlacedWord], verb: PlacedWord) -> FoundSpeaker | None:
        """What is quoted from, where no verb says who wrote it: "in the letter it says", "the text was"."""
        for tokens in (before, after):
            for index, token in enumerate(tokens[:-1]):
                if token.lower in self.basics.within:
                    behind = tokens[index + 1 :]
                    return self._as_description(
                        self._noun(behind) or (behind[:1] if behind[0].is_capital else None), verb
                    )
        return self._as_description(self.description(before), verb)

    def _as_description(self, words: Name | None, verb: PlacedWord) -> FoundSpeaker | None:
        said = self.said(words, verb)
        return replace(said, is_name=False) if said is not None else None

    def _determines(self, tokens: list[PlacedWord]) -> bool:
        """True for a pronoun that stands before its noun: "these figures"."""
        return (
            self.basics.noun_capitals
            and len(tokens) > 1
            and tokens[1].is_capital
            and self.pronouns.gender(tokens[0]) is None
        )

    def _adjacent(self, before: list[PlacedWord]) -> Name | None:
        """A known name that ends right before the verb or its auxiliary: what follows it is the object."""
        own = self._without_auxiliary(before)
        names = self.names.runs(own)
        if not names or names[-1][-1] is not own[-1] or not self.names.is_known(names[-1]):
            return None
        return names[-1]

    def _without_auxiliary(self, before: list[PlacedWord]) -> list[PlacedWord]:
        return before[:-1] if len(before) > 1 and before[-1].lower in self.basics.past.whole else before

    def impersonal(self, after: list[PlacedWord], verb: PlacedWord) -> FoundSpeaker | None:
        """The person behind a preposition, where the verb's subject is no person: "hieß es von Anna Möller"."""
        if (
            len(after) < _SHORT
            or after[0].lower not in self.basics.pronouns
            or after[1].lower not in self.basics.sources
        ):
            return None
        name = next((each for each in self.names.runs(after[2:]) if self.names.is_known(each)), None)
        return self.said(name, verb)

    def without_between(self, tokens: list[PlacedWord]) -> list[PlacedWord]:
        """Some words behind a verb, from where its subject may begin: behind adverbs, and a day with the word before it."""
        start = next((i for i, token in enumerate(tokens) if token.lower not in self.basics.between), len(tokens))
        day = next(
            (i for i, token in enumerate(tokens[start : start + _SHORT]) if token.lower in self.names.calendar), None
        )
        is_day = day is not None and not any(token.is_capital for token in tokens[start : start + day])
        return tokens[start + day + 1 :] if is_day and day is not None else tokens[start:]

    def by_pronoun(self, tokens: list[PlacedWord], cue: PlacedWord, last: Last) -> FoundSpeaker | None:
        """The person whom a pronoun means, with the pronoun's place; a name of None if that is not certain."""
        if not tokens or self.pronouns.gender(tokens[0]) is None:
            return None
        token = tokens[0]
        number = max(0, bisect_right(self.starts, token.start) - 1)
        return FoundSpeaker((token.start, token.end), self.pronouns.meant(token, number, last), (cue.start, cue.end))

    def dropped_subject(self, verb: PlacedWord, start: int, last: Last) -> FoundSpeaker | None:
        """Whom a verb means that needs no pronoun, where a language drops it: the only person of the words before, or nobody."""
        if not self.basics.drops_pronouns or verb.lower in self.basics.answers:
            return None
        number = max(0, bisect_right(self.starts, verb.start) - 1)
        whole = self.pronouns.alone(start, number, last) or self._speaker_of_report(start, number)
        return FoundSpeaker((verb.start, verb.end), whole, (verb.start, verb.end)) if whole is not None else None

    def _speaker_of_report(self, start: int, number: int) -> str | None:
        """Who says what the sentence before a quotation reports, in its paragraph: whatever else it names is what is said.

        Args:
            start: where the quotation begins.
            number: the sentence that it stands in, from 0.
        """
        begin = self.starts[number]
        if number == 0 or self.text[begin:start].strip() or self.sentences[number - 1][2] != self.sentences[number][2]:
            return None
        tokens = self.names.tokens(self.starts[number - 1], min(begin, self.starts[number - 1] + _MAX_COUNT))
        place = next((i for i, token in enumerate(tokens) if token.lower in self.basics.verbs), None)
        if place is None or any(token.lower in self.basics.that for token in tokens[:place]):
            return None
        said = self.of(tokens, place, tokens[place], None)
        if said is None or not said.is_name or said.name[0] > tokens[place].start:
            return None
        known = [name for name in self.names.runs(tokens) if self.names.is_known(name)]
        others = any(self.names.whole_of(name) != said.whole and not self.names.is_place(name) for name in known)
        return None if others else said.whole

    def organ(self, verb: PlacedWord) -> FoundSpeaker | None:
        """A newspaper named in marks behind the verb."""
        found = _ORGAN.match(self.text, verb.end)
        if found is None or not found[1][0].isupper():
            return None
        return FoundSpeaker(found.span(1), " ".join(found[1].split()), (verb.start, verb.end), is_name=False)

    def name(self, tokens: list[PlacedWord], *, beside: bool, last: bool = False) -> Name | None:
        """The first or last name among some words; `beside`: the words follow the verb, so one word right behind it is a name."""
        if beside and tokens and tokens[0].lower in self.basics.pronouns:
            return None
        names = self.names.runs(tokens)
        known = [name for name in names if self.names.is_known(name)]
        if known:
            return known[-1 if last else 0]
        return names[0] if beside and names and names[0][0] is tokens[0] and len(tokens[0].word) > _SHORT else None

    def _opening(self, tokens: list[PlacedWord]) -> Name | None:
        """What stands before the verb from the beginning of the sentence: one word, or an article with its noun."""
        if len(tokens) == 1 and self.names.is_name_word(tokens[0]) and not self.names.is_office(tokens[0]):
            return tokens
        return self.description(tokens) if 1 < len(tokens) <= _MAX_DESCRIPTION else None

    def description(self, tokens: list[PlacedWord]) -> Name | None:
        """An article right behind the verb, with its noun: the words for "the spokesman". One that no subject has makes none."""
        return self._noun(tokens) if tokens and tokens[0].lower not in self.basics.oblique else None

    def _noun(self, tokens: list[PlacedWord]) -> Name | None:
        """An article with its noun; an office alone in a language without articles before nouns."""
        if tokens and not tokens[0].is_capital and tokens[0].lower in self.basics.roles:
            return tokens[:1]
        if not tokens or tokens[0].lower not in self.basics.articles:
            return None
        for index, token in enumerate(tokens[1:_MAX_DESCRIPTION], 1):
            if not self.basics.noun_capitals or token.is_capital:
                return tokens[: index + 1]
        return None

    def may_be_told_by(self, name: Name, words: list[PlacedWord]) -> bool:
        """True for words of one person, whom a name behind them may tell: a noun with an article, an adjective, or "of" before a place or a noun without one."""
        basics = self.basics
        article = words[0].lower if words and words[0].lower in basics.articles else ""
        noun = words[bool(article) :]
        if (
            not noun
            or noun[0].is_capital
            or (article in basics.she_articles and given_name_gender(name[0].word) == "m")
        ):
            return False
        behind = noun[1:]
        if len(behind) < _SHORT:
            return not behind or (bool(article) and behind[0].word.isalpha() and not behind[0].is_capital)
        if behind[1].is_capital:
            return behind[0].lower in basics.of | basics.particles and self.names.is_place(behind[1:])
        return behind[0].lower in basics.of and behind[1].lower not in basics.articles and len(behind) == _SHORT

    def said(self, name: Name | None, cue: PlacedWord) -> FoundSpeaker | None:
        if name is None:
            return None
        is_name = name[0].is_capital and name[0].lower not in self.basics.articles and self.names.is_proper(name)
        return FoundSpeaker((name[0].start, name[-1].end), self.names.whole_of(name), (cue.start, cue.end), is_name)
