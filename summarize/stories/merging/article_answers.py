"""The answers that one article has to a line of its story: its sentences, what the story tells of them, and the claims of its card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Line, Voice
from summarize.grounding.causes import is_other_cause
from summarize.grounding.replies import (
    Said,
    accuses,
    are_about_one,
    charges,
    charges_same,
    charges_who_is,
    clears,
    does,
    is_another_figure,
    is_charged,
    is_charged_by_trade,
    is_charger,
    is_plea,
    is_reply,
    names,
    suspected,
    tells_otherwise,
)
from summarize.stories.corrections import is_correction
from summarize.stories.merging.given import given_by
from summarize.stories.merging.sources import QUOTED, Source

_WITHIN: Final = 5
"""Sentences behind a line in which it is answered, with what is quoted between."""
_MARKS: Final = "".join(QUOTED)


class ArticleAnswers:
    """An article's sentences, with those that a story tells and those that are claims of its card, by their places."""

    def __init__(self, source: Source, told: Sequence[Line]) -> None:
        self.source = source
        self.spans = [(start, end) for start, end, _ in source.document.sentences]
        self._ends = [end for _, end in self.spans]
        self.lines = {self._place(line): (at, line) for at, line in enumerate(told) if line.article == source.number}
        claims = (source.line(each) for each in source.card.claims if not is_correction(each.text))
        self.claims = {self._place(line): line for line in claims}

    def _place(self, line: Line) -> int:
        """The place of the last sentence that a line is; a name in brackets has evidence of its own, behind it."""
        ends = (cite.end for cite in (line.evidence if line.support == "verbatim" else line.evidence[:1]))
        return bisect_left(self._ends, max(ends, default=0))

    def answers(self, line: Line) -> list[tuple[int | None, Line]]:
        """The answers to a line, each with its place among what is told, None for a claim."""
        place = self._place(line)
        said, found, last = [as_said(line)], list[tuple[int | None, Line]](), place
        spoken: list[tuple[int | None, Line]] = []
        is_charge, is_apart = accuses(said[0]), False
        for behind in range(place + 1, min(place + _WITHIN, len(self.spans))):
            is_quoted = bool(QUOTED & set(self.source.text[slice(*self.spans[behind])]))
            own = self._own_words(line, behind) if is_quoted and behind == place + 1 else None
            each = (None, own) if own is not None else self.lines.get(behind) or self._claim(behind, behind == last + 1)
            if each is not None and (own is not None or self._replies(said, each[1], behind, is_apart=is_apart)):
                found.append(each)
                said.append(as_said(each[1]))
                last = behind
            elif is_quoted and is_charge:
                spoken += [(None, words) for words in [self._answering_words(line, behind)] if words is not None]
            elif not is_quoted:
                is_apart = True
                if not is_charge:
                    break
        return [each for each in found if each[0] != 0] or spoken[:1]

    def kept_together(self, line: Line, *, is_lede: bool = False) -> list[tuple[int | None, Line]]:
        """The first claim of the card, however far on, that answers a line, as `answers` gives it.

        That is one that the card tells from the line on, or the denial of who stands in the line; to a lede, which may name nobody, also
        the first denial of what nothing near before it charges, or else the word of a lawyer for a client.
        """
        place, said = self._place(line), as_said(line)
        open_to_it = [
            (behind, claim, reply, it)
            for behind, claim in sorted(self.claims.items())
            for reply in [_last(claim)]
            for it in [as_said(reply)]
            if behind > place
            and self.lines.get(behind, (1, line))[0]
            and (_denies(it) or not accuses(it) or does("speaks_for", it.text))
            and not self._is_of_a_charge_between(line, it, behind)
        ]
        found = [
            (behind, reply)
            for behind, claim, reply, it in open_to_it
            if _is_told_from(line, claim, it) or self._answers_it(said, it, behind)
        ]
        if is_lede and not found and (said.source is not None or accuses(said)):
            free = [
                each
                for each in open_to_it
                if not is_charger(said.text, each[3].source or "")
                and not does("points", each[3].text)
                and self._charge(each[2]) is None
            ]
            found = [(behind, reply) for behind, _, reply, it in free if it.source != said.source and _answers_all(it)]
        first: list[tuple[int | None, Line]] = []
        first += [self.lines.get(behind) or (None, reply) for behind, reply in found[:1]]
        if not first and is_lede:
            first += [(None, each) for each in self._retorts(line)][:1]
        return first

    def _retorts(self, line: Line) -> Iterator[Line]:
        """The sentences behind a line in which somebody else answers it in words in quotation marks: “That's a lie,” or "dismissed the story as “crumbs”"."""
        ends = bisect_left(self._ends, line.evidence[0].end) + 1
        for start, end in self.spans[ends:]:
            cite = self.source.cite_range(start, end)
            text = " ".join(cite.text.split())
            for quote in self.source.card.quotes:
                if quote.speaker is None or not any(start <= part.start < end for part in quote.evidence):
                    continue
                it = Said(text, quote.speaker, "said")
                is_denial = does("answers", quote.text.strip(_MARKS)) or _answers_all(it)
                if is_denial and names(text, quote.speaker) and not is_charger(line.text, quote.speaker):
                    voice = Voice(source=quote.speaker, cue=quote.cue or "", kind="said", evidence=(cite,))
                    yield Line(text=text, support="verbatim", attribution=voice, evidence=(cite,))

    def _answers_it(self, said: Said, reply: Said, place: int) -> bool:
        """True if somebody at a place answers a charge, or denies what a line tells that names him, and no other charge near there is his."""
        if reply.source is None or is_charger(said.text, reply.source) or self._is_anothers(said.text, reply, place):
            return False
        if accuses(said) and is_charged_by_trade(said.text, reply):
            return True
        is_theirs = names(said.text, reply.source) or does("of_all", reply.text)
        if accuses(said) and is_reply(said, reply):
            # A lawyer may speak for a victim: what he says answers where it is not so, or of his client.
            is_told_so = does("negates", reply.text) or clears(reply)
            return is_theirs or _denies(reply) or (does("speaks_for", reply.text) and is_told_so)
        return is_theirs and said.source != reply.source and (_denies(reply) or clears(reply))

    def answered_by(self, line: Line) -> Line | None:
        """What a line answers that the story does not tell otherwise: a charge near before it, or right before it whose number it contests; None if nothing."""
        return self._charge(line) or self._figure(line)

    def _figure(self, line: Line) -> Line | None:
        """The sentence right before a line with the number for which it gives another, if the story does not tell it."""
        before = self._place(line) - 1
        if before < 0 or before in self.lines or not does("compares", line.text):
            return None
        start, end = self.spans[before]
        cite = self.source.cite_range(start, end)
        said = self.claims.get(before) or Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
        return said if not QUOTED & set(said.text) and is_another_figure(as_said(said), as_said(line)) else None

    def _charge(self, line: Line) -> Line | None:
        """The claim of the card, near before a line, that charges somebody and is answered by it; None if the line answers none."""
        place = self._place(line)
        for before in range(place - 1, max(-1, place - _WITHIN), -1):
            claim = self.claims.get(before)
            if claim is not None and before not in self.lines and accuses(as_said(claim)):
                return claim if any(each == line for _, each in self.answers(claim)) else None
        return None

    def _answering_words(self, charge: Line, place: int) -> Line | None:
        """The sentence at a place with what whom a line charges says in quotation marks, or who is said there to be of it; None if it names nobody such."""
        start, end = self.spans[place]
        cite = self.source.cite_range(start, end)
        for quote in self.source.card.quotes:
            is_here = any(start <= part.start < end for part in quote.evidence)
            if not is_here or quote.speaker is None or not names(cite.text, quote.speaker):
                continue
            is_denial = does("answers", quote.text.strip(_MARKS)) and not is_charger(charge.text, quote.speaker)
            is_theirs = charges_who_is(charge.text, quote.speaker, quote.speaker_role or "") or (
                is_denial and names(charge.text, quote.speaker)
            )
            if is_theirs or tells_otherwise(as_said(charge), Said(cite.text, quote.speaker, "said")):
                voice = Voice(source=quote.speaker, cue=quote.cue or "", kind="said", evidence=(cite,))
                return Line(text=" ".join(cite.text.split()), support="verbatim", attribution=voice, evidence=(cite,))
        return None

    def _replies(self, said: Sequence[Said], reply: Line, place: int, *, is_apart: bool) -> bool:
        """True if a line at a place answers one of those that were said; `is_apart` if something else stands between: then whoever is charged alone."""
        it = as_said(reply)
        if len(said) == 1 and is_other_cause(said[0], it) and self._is_right_behind(place):
            return True
        if is_apart and not (
            it.source is not None and (is_charged(said[0].text, it) or _clears_whom(said[0].text, it))
        ):
            return False
        return any(is_reply(one, it) for one in said) and not self._is_anothers(said[0].text, it, place)

    def _is_of_a_charge_between(self, line: Line, reply: Said, place: int) -> bool:
        """True for the answer of somebody whom the line does not name, and a charge between the two does, by name: it is told behind that."""
        source = reply.source or ""
        if not source or names(line.text, source):
            return False
        between = (self.source.text[slice(*span)] for span in self.spans[self._place(line) + 1 : place])
        return any(names(text, source) and accuses(Said(text)) and not is_charger(text, source) for text in between)

    def _is_right_behind(self, place: int) -> bool:
        """True if the sentence at a place goes on with the paragraph of the one before it."""
        return place > 0 and "\n" not in self.source.text[self.spans[place - 1][1] : self.spans[place][0]]

    def _is_anothers(self, charge: str, reply: Said, place: int) -> bool:
        """True for the answer of somebody whom another sentence shortly before charges, and this charge does not name."""
        source = reply.source or ""
        if not source or names(charge, source):
            return False
        before = [self.source.text[slice(*span)] for span in self.spans[max(0, place - _WITHIN) : place]]
        return any(charges(text, source) and accuses(Said(text)) for text in before)

    def denials(self, line: Line) -> list[tuple[int | None, Line]]:
        """The first denial by somebody whom a line names, as `answers` gives it; it may stand anywhere in the article."""
        said = as_said(line)
        told: list[tuple[int | None, Line]] = [
            *self.lines.values(),
            *((None, _last(one)) for one in self.claims.values()),
        ]
        for is_answer in (lambda it: it.kind == "denied", clears):
            for at, each in told:
                it = as_said(each)
                is_theirs = it.source is not None and (names(line.text, it.source) or is_charged(line.text, it))
                if it.source is not None and _is_given_by(line.text, it.source):
                    continue
                if at != 0 and is_theirs and is_answer(it) and each != line and is_reply(said, it):
                    return [(at, each)]
        return []

    def pleas(self, line: Line) -> list[tuple[int | None, Line]]:
        """The first denial of what a line charges somebody with whom it does not name, as `answers` gives it."""
        told: list[tuple[int | None, Line]] = [
            *self.lines.values(),
            *((None, _last(one)) for one in self.claims.values()),
        ]
        return [(at, each) for at, each in told if at != 0 and each != line and is_plea(line.text, as_said(each))][:1]

    def contradictions(self, headline: Line) -> list[Line]:
        """The first claim of the card by which somebody says that what is charged is not so; the headline may name nobody: "Boss lied"."""
        for place, line in self.claims.items():
            it, last = as_said(line), _last(line)
            denies = it.kind == "denied" or does("contradicts", last.text)
            is_open = does("points", last.text) and not self._is_of_what(headline, place)
            if it.source and denies and not accuses(it) and not is_open and not is_charger(headline.text, it.source):
                return [last]
        return []

    def _is_of_what(self, headline: Line, place: int) -> bool:
        """True if one of the sentences near before a place charges somebody with what a headline does, in one word of it at least."""
        before = (self.source.text[slice(*span)] for span in self.spans[max(0, place - _WITHIN) : place])
        return any(accuses(Said(text)) and are_about_one(headline.text, text) for text in before)

    def answers_to_same(self, line: Line) -> list[tuple[int | None, Line]]:
        """The answers to the first sentence of the article that charges whom a line charges, without any of its own."""
        for start, end in self.spans:
            text = " ".join(self.source.text[start:end].split())
            if text == line.text or not charges_same(line.text, text) or not accuses(Said(text)):
                continue
            again = Line(text=text, support="verbatim", evidence=(self.source.cite_range(start, end),))
            if found := [each for each in self.answers(again) if each[1] != line]:
                return found
        return []

    def _claim(self, place: int, is_behind: bool) -> tuple[None, Line] | None:
        """The claim at a place; of one with the sentence before it, which was just told, the rest."""
        line = self.claims.get(place)
        return (None, _last(line) if is_behind else line) if line is not None else None

    def _own_words(self, line: Line, place: int) -> Line | None:
        """The sentence with what somebody does say, behind the line that he declined to say something."""
        by = line.attribution
        if by is None or not does("declines", line.text):
            return None
        start, end = self.spans[place]
        quotes = (
            quote for quote in self.source.card.quotes if quote.speaker is not None and quote.speaker == by.source
        )
        if not any(start <= part.start < end for quote in quotes for part in quote.evidence):
            return None
        cite = self.source.cite_range(start, end)
        return Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))


def _denies(reply: Said) -> bool:
    """True for a denial; who refuses what somebody asked for denies nothing."""
    if does("refuses", reply.text):
        return False
    return reply.kind == "denied" or does("contradicts", reply.text)


def _answers_all(reply: Said) -> bool:
    """True for what answers whatever was said: a denial, what answers by its verb alone, or somebody's word for another; silence may be about something else."""
    speaks = does("speaks_for", reply.text) and clears(reply) and not does("silent", reply.text)
    return _denies(reply) or does("responds", reply.text) or speaks


def _is_told_from(line: Line, claim: Line, reply: Said) -> bool:
    """True if the card tells a claim that answers together with what stands before it, from a line on."""
    is_from_there = len(claim.evidence) > 1 and claim.evidence[0].start <= line.evidence[0].start
    return is_from_there and (_denies(reply) or clears(reply))


def _is_given_by(sentence: str, source: str) -> bool:
    """True if a sentence is what a source says, which charges it with nothing: "Kestrel said that files had been stolen"."""
    who = given_by(sentence)
    return who is not None and names(who, source) and not charges(sentence, source)


def _clears_whom(charge: str, reply: Said) -> bool:
    """True if somebody whom a charge names says that he never did it; who charges does not."""
    source = reply.source or ""
    return bool(source) and names(charge, source) and clears(reply) and not is_charger(charge, source)


def _last(line: Line) -> Line:
    """A claim of several sentences by its last, without what it points back to."""
    if line.support != "verbatim" or len(line.evidence) == 1:
        return line
    *_, last = line.evidence
    return line.model_copy(update={"text": " ".join(last.text.split()), "evidence": (last,)})


def is_charge(line: Line) -> bool:
    """True for a line that charges somebody with something."""
    return accuses(as_said(line))


def as_said(line: Line) -> Said:
    """A line as what somebody says, for what is asked of charges and answers."""
    return suspected(Said.of(line.text, line.attribution))
