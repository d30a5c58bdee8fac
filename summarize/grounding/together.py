"""Which sentences of an article stand on its card together: a charge with its answers, and what points back with what it points to."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from summarize.card import SaidBy
from summarize.findings import CLAIMING, Attribution, Sentence
from summarize.grounding.brackets import with_opening_named
from summarize.grounding.credits import said_by
from summarize.grounding.index import Index
from summarize.grounding.owned import whose_silence, whose_word
from summarize.grounding.replies import (
    LANGUAGE,
    Said,
    accuses,
    charges,
    clears,
    does,
    is_charged,
    is_charger,
    is_of_another_count,
    is_reply,
    is_silence,
    refutes,
)
from summarize.grounding.shapes import is_pronoun
from summarize.languages.grounding import grounding
from summarize.languages.words import names

_WORDS: Final = grounding("en")
_NOUNS: Final = names("en").organisation_nouns
_NEAR: Final = 5
"""Sentences behind another in which it is answered, with what is quoted between."""
_MIN_COUNT: Final = 4
"""Words of the shortest sentence that is told with the one behind it."""
_STOPS: Final = (".", "!")
_MARKS: Final = "\"'”’)"
_PARAGRAPHS: Final = 1
"""Paragraphs on from a sentence in which it is answered."""


class Together:
    """The sentences of an article, by their numbers, and what each has to do with those around it."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._is_read = index.findings.pack == LANGUAGE
        self._words_of: dict[int, SaidBy | None] = {}
        self._replies: dict[int, list[int]] = {}
        """Of each sentence that was asked about, since each is held against several others."""

    @cached_property
    def _words(self) -> dict[int, Attribution]:
        """Of each sentence whose word it is, without quotation marks; a denial before what else is said in it."""
        found: dict[int, Attribution] = {}
        for one in self.index.findings.attributions:
            is_open = one.form != "direct" and one.kind in CLAIMING and not one.negated and one.within is None
            number = self.index.standing_in(one.cue_span.start) if is_open else 0
            if one.source is None and (not number or not self._opens_on(one, number)):
                continue
            if number and (number not in found or one.kind == "denied"):
                found[number] = one
        return found

    def _opens_on(self, one: Attribution, number: int) -> bool:
        """True if a sentence opens on the pronoun that stands for a source."""
        span, sentence = one.source_span, self.index.findings.sentences[number - 1]
        return span is not None and span.start == sentence.span.start and is_pronoun(self.index.slice(span))

    def word(self, number: int) -> SaidBy | None:
        """Whose word a sentence is; None if it is the article's own, or is quoted."""
        if number not in self._words_of:
            self._words_of[number] = self._word(number)
        return self._words_of[number]

    def _word(self, number: int) -> SaidBy | None:
        one = self._words.get(number)
        if one is not None:
            return said_by(one, self.index)
        if not self._is_read:
            return None
        sentence = self.index.findings.sentences[number - 1]
        return whose_word(sentence, self.index) or self._silence(number, sentence)

    def _silence(self, number: int, sentence: Sentence) -> SaidBy | None:
        """Who is silent in a sentence that is not told with the one right before it, where he is whom a charge near before it charges."""
        by = whose_silence(sentence, self.index)
        if (
            by is None
            or by.source is None
            or is_silence(self._said_sentence(number - 1), self.index.slice(sentence.span))
        ):
            return None
        before = (self._said_sentence(one) for one in range(max(1, number - _NEAR), number))
        is_charged = any(accuses(one) and charges(one.text, by.source) for one in before)
        return by if is_charged else None

    def _said_sentence(self, number: int) -> Said:
        return Said.of(self.index.slice(self.index.findings.sentences[number - 1].span), self.word(number))

    def is_quoted(self, number: int) -> bool:
        """True for a sentence that is mostly a quotation: it stands among the quotations."""
        span = self.index.findings.sentences[number - 1].span
        parts = [part for part, one in self.index.quotations_over(span.start, span.end) if one.kind != "words"]
        quoted = sum(min(span.end, part.end) - max(span.start, part.start) for part in parts)
        return 2 * quoted > span.end - span.start

    def replies(self, number: int) -> list[int]:
        """The answers to a sentence, right behind it with no more than quotations between; to a charge, also those of whom it charges a little further on."""
        if number not in self._replies:
            self._replies[number] = self._found_replies(number)
        return self._replies[number]

    def _found_replies(self, number: int) -> list[int]:
        sentences = self.index.findings.sentences
        found: list[int] = []
        if not self._is_read:
            return found
        said = self._said_sentence(number)
        paragraph = sentences[number - 1].paragraph
        last = number
        for place in range(number + 1, min(number + _NEAR, len(sentences)) + 1):
            if sentences[place - 1].paragraph > paragraph + _PARAGRAPHS:
                break
            if self.is_quoted(place):
                paragraph = sentences[place - 1].paragraph
                last += last == place - 1
                continue
            reply = self._said_sentence(place)
            if self._answers(said, number, reply, place, last):
                found.append(place)
                last = place
            elif not accuses(said):
                break
            paragraph = sentences[place - 1].paragraph
        return found

    def _answers(self, said: Said, number: int, reply: Said, place: int, last: int) -> bool:
        """True if a sentence at a place answers one that was said, behind the `last` answer to it, and no other charge against who says it."""
        if not is_reply(said, reply):
            return False
        if reply.source is None or is_charged(said.text, reply):
            return reply.source is not None or place == last + 1
        if self._charge_of(reply, place) not in {0, number}:
            return False
        # "The restaurant denies the claim" says itself that it answers a charge: the last one, though a witness speaks in between.
        is_of_charge = does("points_at_charge", reply.text) or does("of_all", reply.text)
        names_charge = is_of_charge and max(self.charges_before(place), default=0) == number
        return place == last + 1 or not accuses(said) or names_charge

    def _charge_of(self, reply: Said, place: int) -> int:
        """The number of the last sentence near before a place that charges who answers there; 0 if none does."""
        if reply.source is None:
            return 0
        for number in range(place - 1, max(0, place - 1 - _NEAR), -1):
            before = self._said_sentence(number)
            if accuses(before) and before.source != reply.source and charges(before.text, reply.source):
                return number
        return 0

    def answers(self, number: int) -> list[int]:
        """The answers to a sentence; of a charge that has none right behind it, the first denial of somebody named in it, wherever it stands, or of "it"; else what whom it charges says next."""
        near = self.replies(number)
        if near or not self._is_read or not accuses(self._said_sentence(number)):
            return near
        span = self.index.findings.sentences[number - 1].span
        charged = {one.participant for one in self.index.mentions_in(span.start, span.end)} - {None}
        for place, one in sorted(self._words.items()):
            is_theirs = one.participant in charged or (one.source is None and number < place <= number + _NEAR)
            is_denial = place != number and one.kind == "denied" and is_theirs and not self.is_quoted(place)
            if is_denial and not is_of_another_count(self._said_sentence(number), self._said_sentence(place)):
                return [place]
        return self._further_on(number, charged)

    def _further_on(self, number: int, named: AbstractSet[int | None]) -> list[int]:
        """The first sentence behind a charge in which somebody whom it names owns to something, or else what whom it charges says."""
        said, said_later = self._said_sentence(number), list[int]()
        is_suit = does("sues", said.text)
        for place in range(number + 1, len(self.index.findings.sentences) + 1):
            by = self.word(place)
            if by is None or by.source is None or self.is_quoted(place) or accuses(self._said_sentence(place)):
                continue
            reply = self._said_sentence(place)
            is_theirs = is_charged(said.text, reply) or (is_suit and does("fights", reply.text))
            if (is_theirs or by.participant in named) and is_reply(said, reply) and clears(reply):
                return [place]
            if is_theirs and is_reply(said, reply):
                said_later.append(place)
        return said_later[:1]

    def answered_by(self, number: int) -> int:
        """The number of the charge near before a sentence that it answers; 0 if it answers none."""
        for place in range(number - 1, max(0, number - 1 - _NEAR), -1):
            if accuses(self._said_sentence(place)) and number in self.replies(place) and not self.is_quoted(place):
                return place
        return 0

    def completed_by(self, number: int) -> tuple[int, ...]:
        """The number of the sentence right behind one that refutes it, or tells that somebody is silent, where that is nobody's word: "She was found to have lied."."""
        behind = number + 1
        if self._goes_on_silent(behind):
            return (behind,)
        if behind not in self.replies(number) or self.word(behind) is not None:
            return ()
        said, reply = self._said_sentence(number), self._said_sentence(behind)
        return (behind,) if refutes(said, reply) or is_silence(said, reply.text) else ()

    def _goes_on_silent(self, number: int) -> bool:
        """True for "It did not reply to messages" right behind the answer of whom a charge charges, who can be told by that alone."""
        sentence, before = self.index.sentence(number), self.word(number - 1)
        if not self._is_read or sentence is None or before is None or before.source is None or self.word(number):
            return False
        text = self.index.slice(sentence.span)
        charge = self.answered_by(number - 1)
        is_theirs = sentence.opens_on in {None, before.participant} and is_pronoun(text.partition(" ")[0])
        return (
            is_theirs
            and bool(charge)
            and charges(self._said_sentence(charge).text, before.source)
            and does("silent", text)
        )

    def is_refuted_by_nobody(self, number: int) -> bool:
        """True for what is said not to be so in a sentence of which the article does not say whose it is, as in an interview."""
        behind = self.index.sentence(number + 1)
        return (
            self._is_read
            and behind is not None
            and self.word(number + 1) is None
            and does("answers", self.index.slice(behind.span))
        )

    def cannot_stand(self, number: int, before: Collection[int], news: Collection[int]) -> bool:
        """True for a sentence that points away, for one that is said not to be so by nobody, and for silence alone. Arguments as for `points_away`."""
        return self.is_refuted_by_nobody(number) or self._stands_alone_badly(number, before, news)

    def _stands_alone_badly(self, number: int, before: Collection[int], news: Collection[int]) -> bool:
        return self.points_away(number, before, news) or (self._is_read and self._is_silence_alone(number, before))

    def points_away(self, number: int, before: Collection[int], news: Collection[int]) -> bool:
        """True for a sentence that points to what does not stand right before it.

        Args:
            number: the sentence's.
            before: the numbers of the sentences of the item before it.
            news: those of what the reader was told first.
        """
        sentence = self.index.findings.sentences[number - 1]
        text = self.index.slice(sentence.span)
        if self._is_read and self._lacks_its_charge(number, {*before, *news}):
            return True
        if not self._is_read or number - 1 in before or with_opening_named(text, sentence, self.index) is not None:
            return False
        if does("points_at_body", text) or self._is_one_of_two(text):
            return self.index.names(number - 1, "place")
        if does("points_at_charge", text) and not any(
            accuses(self._said_sentence(one)) for one in (*before, *news) if one < number
        ):
            return True
        return does("points", text) or (
            does("points_at_person", text) and not self.index.is_same_person(sentence.span.start, before or news)
        )

    def can_open(self, number: int) -> bool:
        """True for a sentence that can stand in front of the one that answers it: it points to nothing before it, quotes nobody and does not ask."""
        span = self.index.findings.sentences[number - 1].span
        quoted = (one for _, one in self.index.quotations_over(span.start, span.end) if one.kind != "words")
        return next(quoted, None) is None and self._is_whole(number) and not self.points_away(number, (), ())

    def _lacks_its_charge(self, number: int, told: AbstractSet[int]) -> bool:
        """True for a denial by "he" or "it" that would stand behind the sentence before, and without what is charged a little earlier.

        "Tom Ash is accused of robbing a baker. The baker ran. He denies robbery."
        """
        text, said = self.index.slice(self.index.findings.sentences[number - 1].span), self.word(number)
        is_denial = does("contradicts", text) or (said is not None and said.kind == "denied")
        if number - 1 not in told or not is_denial or not is_pronoun(text.partition(" ")[0]):
            return False
        charges = self.charges_before(number)
        return bool(charges) and charges.isdisjoint(told)

    def _is_silence_alone(self, number: int, before: Collection[int]) -> bool:
        """True if a sentence tells only that somebody does not answer what the sentence before says, which does not stand before it."""
        word = self.word(number)
        is_bare = word is None or word.kind == "planned"
        is_silent = is_bare and does("silent", self.index.slice(self.index.findings.sentences[number - 1].span))
        return is_silent and number - 1 not in before and number > 1 and number in self.replies(number - 1)

    def charges_before(self, number: int) -> frozenset[int]:
        """The numbers of the sentences near before another that charge somebody, or tell right before it what who charged says."""
        found = {one for one in range(max(1, number - _NEAR), number) if accuses(self._said_sentence(one))}
        by = self.word(number - 1) if number > 1 else None
        if (
            by is not None
            and by.source is not None
            and any(is_charger(self._said_sentence(one).text, by.source) for one in found)
        ):
            found.add(number - 1)
        return frozenset(found)

    def _is_one_of_two(self, text: str) -> bool:
        """True if a sentence opens on "The union" in an article that names two of them."""
        first, noun, *_ = (*text.split(maxsplit=2), "", "")
        if first not in _WORDS.definite or noun not in _NOUNS:
            return False
        bodies = (one for one in self.index.findings.participants if one.kind == "organisation")
        return sum(noun in one.name.casefold().split() for one in bodies) > 1

    def with_what_it_points_to(
        self, number: int, before: Collection[int], news: Collection[int], back: int
    ) -> tuple[int, ...]:
        """A sentence, with those right before it that it points back to, where it cannot stand without; empty if it cannot stand with them either.

        Arguments as for `points_away`; `back` is how many sentences before it are told with it at most.
        """
        if not self._stands_alone_badly(number, before, news):
            return (number,)
        at_person = does("points_at_person", self.index.slice(self.index.findings.sentences[number - 1].span))
        for first in range(number - 1, max(0, number - 1 - back), -1):
            if not self._is_whole(first) or (first == number - 1 and self.answers_another(number)):
                return ()
            if not self.points_away(first, (), ()) and (self.index.names(first, "place") or not self.is_quoted(first)):
                is_named = not at_person or any(self.index.names(one, "person") for one in range(first, number))
                return tuple(range(first, number + 1)) if is_named else ()
        return ()

    def answers_another(self, number: int) -> bool:
        """True for an answer to a charge, or a denial of "it", right behind a sentence that charges nobody, or says nothing: a witness' word, or "The judge listened"."""
        text, before = self.index.slice(self.index.findings.sentences[number - 1].span), self._said_sentence(number - 1)
        if not self._is_read or accuses(before) or not self.charges_before(number):
            return False
        is_bare = before.source is None and not self.is_quoted(number - 1)
        names_charge = does("points_at_charge", text) or does("fights", text)
        return names_charge or (is_bare and does("contradicts", text) and does("points", text))

    def _is_whole(self, number: int) -> bool:
        """True for a whole sentence that does not ask."""
        text = self.index.slice(self.index.findings.sentences[number - 1].span)
        return len(text.split()) >= _MIN_COUNT and text.rstrip(_MARKS).endswith(_STOPS)
