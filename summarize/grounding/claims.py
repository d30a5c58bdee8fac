"""The claims of a card: who says, alleges, denies or expects what, without quotation marks, beside what stands on it already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from summarize.article import Evidence
from summarize.card import SaidBy, Statement
from summarize.draft import Draft
from summarize.findings import Attribution
from summarize.grounding.brackets import opened_of
from summarize.grounding.corrected import correction_claim
from summarize.grounding.credits import said_by
from summarize.grounding.index import Index
from summarize.grounding.news import Held
from summarize.grounding.rejections import Rejections
from summarize.grounding.together import Together

MAX_CLAIMS: Final = 6
_BACK: Final = 2
"""Sentences before a claim that are told with it, where it points back to them."""

_MAX_APART: Final = 4
"""Sentences from a charge on to the answer by somebody whom the article leaves open."""


def claims(
    draft: Draft,
    otherwise: Draft | None,
    told: Sequence[Held],
    index: Index,
    rejections: Rejections,
) -> list[Statement]:
    """What answers the rest of the card, then the claims of a draft and the built-in engine's, each with its answers, as far as there is room.

    Each is the whole sentence in which the article reports it, so that nobody reads what is claimed without who claims it. A claim and what
    answers it stand there together or not at all. Last comes what the article says that it got wrong.

    Args:
        draft: the draft.
        otherwise: the built-in engine's.
        told: the news and the background.
        index: the article.
        rejections: takes what is refused.
    """
    own, numbers = correction_claim(index) or (None, ())
    taken = _told_whole([one.statement for one in told], index)
    news = {number for one in told for number in one.sentences}
    if numbers and taken.issuperset(numbers):
        own = None
    chosen = _Chosen({*taken, *numbers}, index, MAX_CLAIMS - (own is not None))
    for number in sorted(news):
        chosen.answer(number)
    for number in sorted(news):
        chosen.charge(number)
    theirs = otherwise.claims if otherwise is not None else ()
    for place, number in enumerate((*draft.claims, *theirs)):
        if len(chosen.held) == chosen.most:
            break
        found = index.findings.attributions[number - 1 : number] if number > 0 else ()
        reason = f"there is no attribution {number}" if not found else _why_refused(found[0]) or chosen.take(found[0])
        if reason is not None and place < len(draft.claims):
            rejections.add("claims", f"attribution {number}", reason)
    stated = chosen.statements(news)
    for number in draft.claims:
        found = index.findings.attributions[number - 1 : number] if number > 0 else ()
        if found and index.standing_in(found[0].cue_span.start) in chosen.left_out:
            rejections.add("claims", f"attribution {number}", "it points back to what does not stand before it")
    return [*stated, *([own] if own is not None else [])]


def _told_whole(statements: Iterable[Statement], index: Index) -> set[int]:
    """Numbers of the sentences that stand on the card, whole or cut: of what is told in other words, a denial may not be told."""
    parts = [part for one in statements if one.support != "judged" for part in one.evidence]
    # A name that stands in brackets has evidence of its own, which is no sentence.
    return {
        number
        for part in parts
        if (number := index.standing_in(part.start)) and part.end >= index.findings.sentences[number - 1].span.end
    }


def _why_refused(one: Attribution) -> str | None:
    if one.form == "direct":
        return "it stands in quotation marks"
    return "the article does not say who says it" if one.source is None else None


class _Chosen:
    """The claims of a card as they are chosen: the attributions by the numbers of their sentences."""

    def __init__(self, taken: Collection[int], index: Index, most: int) -> None:
        self.taken, self.index, self.most, self.together = taken, index, most, Together(index)
        self.held: dict[int, SaidBy] = {}
        self.answers: dict[int, int] = {}
        """By the number of an answer, that of what it answers."""
        self.behind: set[int] = set()
        """Answers to what the sentence right before tells as the article's own word, which is not on the card otherwise."""
        self.left_out: set[int] = set()
        """What points to a sentence that cannot stand before it."""

    def answer(self, number: int) -> None:
        """Take what answers a sentence that stands on the card, while there is room."""
        for reply in self.together.answers(number):
            said = self.together.word(reply)
            if said is not None and self._is_free(reply) and len(self.held) < self.most:
                self.held[reply] = said
                self.answers[reply] = number
                self.answer(reply)

    def charge(self, number: int) -> None:
        """Take the charge that a sentence answers which stands on the card, with its answers, if there is room for all."""
        charge = self.together.answered_by(number)
        if not charge or not self._is_free(charge) or (word := self.together.word(charge)) is None:
            return
        replies = [reply for reply in self.together.answers(charge) if self._is_free(reply)]
        if len(self.held) + 1 + len(replies) <= self.most:
            self.held[charge] = word
            self.answer(charge)

    def take(self, one: Attribution) -> str | None:
        """Take the sentence of an attribution with its answers, if there is room for all; or the reason why it cannot be a claim.

        An answer is taken with the charge that it answers.
        """
        number = self.index.standing_in(one.cue_span.start)
        if not number or not self._is_free(number) or self.together.is_quoted(number):
            return None
        if self.together.is_refuted_by_nobody(number):
            return "the article does not say who answers it"
        charge = self.together.answered_by(number)
        word = self.together.word(charge) if charge and self._is_free(charge) else None
        if charge and charge == number - 1 and charge not in self.taken and self.together.word(charge) is None:
            self.behind.add(number)
        first, said = (charge, word) if charge and word is not None else (number, said_by(one, self.index))
        replies = [reply for reply in self.together.answers(first) if self._is_free(reply)]
        if len(self.held) + 1 + len(replies) <= self.most:
            self.held[first] = said
            self.answer(first)
        return None

    def _is_free(self, number: int) -> bool:
        return number not in self.taken and number not in self.held

    def statements(self, news: Collection[int]) -> list[Statement]:
        """The claims in the article's order, without what is `left_out`. `news` is what the reader was told first."""
        told: list[Statement] = []
        before: tuple[int, ...] = ()
        for number, said in sorted(self.held.items()):
            numbers, named = self._with_what_it_points_to(number, said, before, news)
            if not numbers:
                self.left_out.add(number)
                continue
            refuting = [one for one in self.together.completed_by(number) if self._is_free(one)]
            if refuting:
                numbers, named = (*numbers, *refuting), None
            evidence = self.index.sentence_evidence(numbers)
            if named is not None:
                told.append(Statement(text=named[0], support="cut", attribution=said, evidence=(*evidence, named[1])))
            else:
                text = " ".join(self.index.slice(self.index.findings.sentences[place - 1].span) for place in numbers)
                told.append(Statement(text=text, support="verbatim", attribution=said, evidence=evidence))
            before = numbers
        return told

    def _with_what_it_points_to(
        self, number: int, said: SaidBy, before: tuple[int, ...], news: Collection[int]
    ) -> tuple[tuple[int, ...], tuple[str, Evidence] | None]:
        """The sentences of a claim, none if it cannot stand, and its text with a name in brackets if it opens on a pronoun.

        Where it points back otherwise, the sentence before stands in front of it; where the article leaves open who answers a charge, all from the
        charge on.
        """
        sentence = self.index.findings.sentences[number - 1]
        whole = self.index.slice(sentence.span)
        named = opened_of(whole, said, sentence, self.index)
        if named is not None:
            return (number,), named
        if number in self.behind and number - 1 not in before and self.together.can_open(number - 1):
            return (number - 1, number), None
        numbers = self.together.with_what_it_points_to(number, before, news, _BACK)
        charge = self._charge_of(number, said)
        if charge is None or (numbers and said.source is not None):
            return numbers, None
        return self._from_the_charge(number, said, charge, before, news), None

    def _charge_of(self, number: int, said: SaidBy) -> int | None:
        """The number of the sentence whose charge a claim answers, None if it answers none."""
        charge = self.answers.get(number)
        charges = self.together.charges_before(number) if said.source is None and said.kind == "denied" else ()
        if charges and charge not in charges:
            return max(charges)  # what stands right before it may be about a victim
        if charge == number - 1 and self.together.answers_another(number):
            return max(self.together.charges_before(number))
        return charge

    def _from_the_charge(
        self, number: int, said: SaidBy, charge: int, before: tuple[int, ...], news: Collection[int]
    ) -> tuple[int, ...]:
        """The sentences from a charge up to the claim that answers it, the claim alone where the charge is told, none if it cannot stand."""
        if number - 1 in before:
            return (number,)
        if charge in news and any(of == charge and one < number for one, of in self.answers.items()):
            return ()  # the charge is told already, and so is an answer: not again from there on
        if 0 < number - charge <= _MAX_APART:
            return tuple(range(charge, number + 1))
        return (number,) if said.source is not None else ()
