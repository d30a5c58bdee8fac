"""What answers the lines of a story: the denial of a charge, another's figure, the words behind "declined to say". A line and its answers are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarize.briefing import Line, Voice
from summarize.evidence.attributions.lexicon import lexicon
from summarize.grounding.replies import (
    Said,
    accuses,
    charges,
    charges_same,
    charges_who_is,
    clears,
    does,
    is_another_figure,
    is_charged,
    is_charger,
    is_plea,
    is_reply,
    names,
    suspected,
    tells_otherwise,
)
from summarize.stories.corrections import is_correction
from summarize.stories.merging.likeness import adds_nothing
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.silences import silences_of
from summarize.stories.merging.sources import QUOTED, Source
from summarize.text.content import content_words

_WITHIN: Final = 5
"""Sentences behind a line in which it is answered, with what is quoted between."""
_MAX_FACTS: Final = 6
_SAME: Final = 0.6
"""Share of an answer's words of content, from which another that has them is the same."""
_MIN_COUNT: Final = 5
_MOSTLY: Final = 0.7
"""Share of its words of content, five at least, that a longer sentence has which says as much as it."""
_WORD: Final = re.compile(r"n't\b|[^\W\d_]+?(?=n't\b)|[^\W\d_]+")


def with_answers(told: Sequence[Line], accounts: Sequence[Source]) -> Iterator[tuple[Line, list[Line]]]:
    """What accounts tell, each line with the answers that its article has right behind it, with no more than quotations between.

    An answer is a line itself, or a claim of the card, or what is quoted of somebody who declined to say something. One to what the story
    does not tell is left out. A charge without one takes the first denial of somebody named in it, further on or in another account.
    """
    articles = {source.number: _Article(source, told) for source in accounts}
    taken: set[int] = set()
    for at, line in enumerate(told):
        if at in taken:
            continue
        article = articles.get(line.article)
        first = (article.answered_by(line) if at and article is not None else None) or line
        found = article.answers(first) if article is not None else []
        if not found and accuses(_as_said(line)):
            found = _answers_elsewhere(line, articles.values())
        found = [each for each in found if each[0] is None or each[0] not in taken]
        taken.update(place for place, _ in found if place is not None)
        yield first, [answer for _, answer in found]


def answers_to(headline: Line, told: Sequence[Line], accounts: Sequence[Source]) -> list[Line]:
    """The answers to a headline that charges somebody; none if it charges nobody."""
    if not accuses(_as_said(headline)):
        return []
    articles = [_Article(source, told) for source in accounts]
    found = _answers_elsewhere(headline, articles)
    own = (each for each in articles if each.source.number == headline.article)
    return [answer for _, answer in found] or next(filter(None, (each.contradictions(headline) for each in own)), [])


def past_of(said: Sequence[Line], units: Iterable[tuple[Line, list[Line]]], most: int) -> tuple[Line, ...]:
    """The background of a story, each line with its answers, as long as both fit.

    Args:
        said: what the story tells before.
        units: the lines, with their answers.
        most: how many lines.
    """
    kept: list[Line] = []
    for line, its in units:
        if not adds_nothing(line.text, [each.text for each in (*said, *kept)]):
            unit = [line, *(each for each in its if not _is_said(each, [*said, *kept]))]
            kept += unit if len(kept) + len(unit) <= most else []
    return tuple(kept)


def _answers_elsewhere(line: Line, articles: Iterable[_Article]) -> list[tuple[int | None, Line]]:
    """The first denial of somebody whom a charge names, in its article or another, or of who is charged where it names nobody; else what answers the same charge where it is told again, or that he was silent."""
    own = sorted(articles, key=lambda each: each.source.number != line.article)
    for answers in (_Article.denials, _Article.pleas, _Article.answers_to_same):
        if found := next(filter(None, (answers(each, line) for each in own)), []):
            return found
    return [(None, each) for each in silences_of(line, [each.source for each in own])]


def facts_of(
    said: Sequence[Line], answers: Sequence[Line], further: Sequence[tuple[Line, list[Line]]]
) -> tuple[Line, ...]:
    """The facts of a story: the answers to its lede, then the lines that add something, each with its answers, none without.

    Args:
        said: what the story tells before them.
        answers: those to the lede.
        further: the other lines, with their answers.
    """
    kept, texts = list(answers[:_MAX_FACTS]), [line.text for line in (*said, *answers)]
    replied = list(answers)
    for at, (line, its) in enumerate(further):
        if not its and any(_says_as_well(later, line) for later, _ in further[at + 1 :]):
            continue
        is_new = not adds_nothing(line.text, texts)
        unit = [*([line] if is_new else []), *(each for each in its if not _is_said(each, replied))]
        if len(kept) + len(unit) <= _MAX_FACTS:
            kept += unit
            texts += [each.text for each in unit]
            replied += its
    return tuple(kept)


def with_challenges(facts: Sequence[Line], replies: Sequence[Line], challenges: Sequence[Line]) -> tuple[Line, ...]:
    """The facts of a story with what the defence puts to those whom it quotes, behind the answers to its lede; the last give way."""
    first = [each for each in facts if each in replies]
    new = [each for each in challenges if not any(_is_said(each, [fact]) for fact in facts)]
    return (*first, *new, *(each for each in facts if each not in first))[: max(len(facts), _MAX_FACTS)]


def _says_as_well(later: Line, line: Line) -> bool:
    """True if a longer sentence of another article says all that a sentence says which is nobody's word; neither is a quotation, and both deny as much."""
    if line.attribution is not None or line.article == later.article or QUOTED & {*line.text, *later.text}:
        return False
    mine, its = content_words(line.text), content_words(later.text)
    is_fuller = (
        _MIN_COUNT <= len(mine) < len(its)
        and _amounts(line.text) <= _amounts(later.text)
        and len(mine & its) >= _MOSTLY * len(mine)
    )
    return is_fuller and _denials(line.text) == _denials(later.text)


def _amounts(text: str) -> set[float]:
    return {number.amount for number in numbers_in(text, 0, len(text))}


def _denials(text: str) -> int:
    words = lexicon("en")
    denying = words.negations | words.denying | words.no | words.nobody
    return sum(word in denying for word in _WORD.findall(text.casefold().replace("’", "'")))


def _is_said(answer: Line, others: Sequence[Line]) -> bool:
    """True if an answer is one of the others in other words: of those of one source, its name says nothing."""
    by = answer.attribution
    mine = content_words(answer.text) - content_words((by and by.source) or "")
    return any(len(mine & content_words(other.text)) >= _SAME * len(mine) for other in others)


class _Article:
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
        said, found, last = [_as_said(line)], list[tuple[int | None, Line]](), place
        spoken: list[tuple[int | None, Line]] = []
        is_charge, is_apart = accuses(said[0]), False
        for behind in range(place + 1, min(place + _WITHIN, len(self.spans))):
            is_quoted = bool(QUOTED & set(self.source.text[slice(*self.spans[behind])]))
            own = self._own_words(line, behind) if is_quoted and behind == place + 1 else None
            each = (None, own) if own is not None else self.lines.get(behind) or self._claim(behind, behind == last + 1)
            if each is not None and (own is not None or self._replies(said, each[1], behind, is_apart=is_apart)):
                found.append(each)
                said.append(_as_said(each[1]))
                last = behind
            elif is_quoted and is_charge:
                spoken += [(None, words) for words in [self._answering_words(line, behind)] if words is not None]
            elif not is_quoted:
                is_apart = True
                if not is_charge:
                    break
        return [each for each in found if each[0] != 0] or spoken[:1]

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
        return said if not QUOTED & set(said.text) and is_another_figure(_as_said(said), _as_said(line)) else None

    def _charge(self, line: Line) -> Line | None:
        """The claim of the card, near before a line, that charges somebody and is answered by it; None if the line answers none."""
        place = self._place(line)
        for before in range(place - 1, max(-1, place - _WITHIN), -1):
            claim = self.claims.get(before)
            if claim is not None and before not in self.lines and accuses(_as_said(claim)):
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
            is_theirs = charges_who_is(charge.text, quote.speaker, quote.speaker_role or "")
            if is_theirs or tells_otherwise(_as_said(charge), Said(cite.text, quote.speaker, "said")):
                voice = Voice(source=quote.speaker, cue=quote.cue or "", kind="said", evidence=(cite,))
                return Line(text=" ".join(cite.text.split()), support="verbatim", attribution=voice, evidence=(cite,))
        return None

    def _replies(self, said: Sequence[Said], reply: Line, place: int, *, is_apart: bool) -> bool:
        """True if a line at a place answers one of those that were said; `is_apart` if something else stands between: then whoever is charged alone."""
        it = _as_said(reply)
        if is_apart and not (
            it.source is not None and (is_charged(said[0].text, it) or _clears_whom(said[0].text, it))
        ):
            return False
        return any(is_reply(one, it) for one in said) and not self._is_anothers(said[0].text, it, place)

    def _is_anothers(self, charge: str, reply: Said, place: int) -> bool:
        """True for the answer of somebody whom another sentence shortly before charges, and this charge does not name."""
        source = reply.source or ""
        if not source or names(charge, source):
            return False
        before = [self.source.text[slice(*span)] for span in self.spans[max(0, place - _WITHIN) : place]]
        return any(charges(text, source) and accuses(Said(text)) for text in before)

    def denials(self, line: Line) -> list[tuple[int | None, Line]]:
        """The first denial by somebody whom a line names, as `answers` gives it; it may stand anywhere in the article."""
        said = _as_said(line)
        told: list[tuple[int | None, Line]] = [
            *self.lines.values(),
            *((None, _last(one)) for one in self.claims.values()),
        ]
        for is_answer in (lambda it: it.kind == "denied", clears):
            for at, each in told:
                it = _as_said(each)
                is_theirs = it.source is not None and (names(line.text, it.source) or is_charged(line.text, it))
                if at != 0 and is_theirs and is_answer(it) and each != line and is_reply(said, it):
                    return [(at, each)]
        return []

    def pleas(self, line: Line) -> list[tuple[int | None, Line]]:
        """The first denial of what a line charges somebody with whom it does not name, as `answers` gives it."""
        told: list[tuple[int | None, Line]] = [
            *self.lines.values(),
            *((None, _last(one)) for one in self.claims.values()),
        ]
        return [(at, each) for at, each in told if at != 0 and each != line and is_plea(line.text, _as_said(each))][:1]

    def contradictions(self, headline: Line) -> list[Line]:
        """The first claim of the card by which somebody says that what is charged is not so; the headline may name nobody: "Boss lied"."""
        for line in self.claims.values():
            it, last = _as_said(line), _last(line)
            denies = it.kind == "denied" or does("contradicts", last.text)
            if it.source and denies and not accuses(it) and not is_charger(headline.text, it.source):
                return [last]
        return []

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
    return accuses(_as_said(line))


def _as_said(line: Line) -> Said:
    return suspected(Said.of(line.text, line.attribution))
