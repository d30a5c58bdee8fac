"""The built-in engine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from typing import Final

from summarize.article import Article
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.base import Drafted
from summarize.engines.extractive.cues import LANGUAGE
from summarize.engines.extractive.days import main_time
from summarize.engines.extractive.places import places
from summarize.engines.extractive.prominence import participants
from summarize.engines.extractive.reader import EngineSentence, read_for_drafting
from summarize.engines.extractive.statements import background_lines, background_sentences, lead_lines
from summarize.expressions import expression
from summarize.findings import CLAIMING, Attribution, AttributionKind, Findings
from summarize.grounding.cuts import headline_from, shorten_sentence
from summarize.grounding.form import why_malformed
from summarize.grounding.index import Index
from summarize.grounding.replies import denies
from summarize.grounding.together import Together
from summarize.languages.basics import basics
from summarize.languages.words import sentences


class ExtractiveEngine:
    """Chooses and orders the article's own sentences, names, dates and quotations. Needs no key, no network, no model."""

    name = "extractive"
    waits = False
    judge = None
    """It writes no words of its own."""

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft in which every text is the article's own."""
        return Drafted(self.choose(article, findings))

    async def aclose(self) -> None:
        """Nothing is open."""

    def choose(self, article: Article, findings: Findings) -> Draft:
        """The draft itself."""
        reader = read_for_drafting(article, findings)
        together = Together(Index(article, findings))
        news = lead_lines(reader, together.cannot_stand)
        told = {line.number for line in news}
        refuted = {
            number: together.completed_by(number) for number in told if told.isdisjoint(together.completed_by(number))
        }
        what = tuple(_as_statement(article, findings, line, refuted.get(line.number, ())) for line in news)
        whole = {number for one in what if one.text is None for number in one.sentences}
        return Draft(
            headline=DraftStatement(sentences=(news[0].number,), text=headline(article, findings, news[0]))
            if news
            else None,
            title_is_headline=article.title is not None,
            what=what,
            who=tuple(DraftParticipant(participant=number) for number in participants(article, findings, news)),
            when=_times(article, findings, news),
            where=tuple(DraftPlace(place=number, main=main) for number, main in places(article, findings, news)),
            quotes=tuple(
                DraftQuote(quotation=quotation.number) for quotation in findings.quotations if quotation.kind != "words"
            ),
            claims=claims(article, findings, whole),
            background=tuple(
                DraftStatement(sentences=numbers)
                for numbers in background_sentences(background_lines(article, reader, findings, news), news, together)
            ),
        )


_MAX_LENGTH = 35
"""Words of a line of news; of a longer sentence a cut is taken where a safe one is as short."""


def _as_statement(
    article: Article, findings: Findings, line: EngineSentence, refuting: tuple[int, ...]
) -> DraftStatement:
    """A sentence as a line of news: as it is, with what refutes it behind it, or its cut if it is long."""
    if refuting:
        return DraftStatement(sentences=(line.number, *refuting))
    sentence = findings.sentences[line.number - 1]
    cut = (
        shorten_sentence(article.text, sentence, findings, _MAX_LENGTH)
        if line.words > _MAX_LENGTH and not line.is_question
        else None
    )
    is_sound = cut is not None and why_malformed(cut, [" ".join(line.text.split())]) is None
    return DraftStatement(sentences=(line.number,), text=cut if is_sound else None)


def _times(article: Article, findings: Findings, news: list[EngineSentence]) -> tuple[DraftTime, ...]:
    """Every date outside quotations, one of them the main one."""
    starts = [sentence.span.start for sentence in findings.sentences]
    outside = [time for time in findings.times if not time.quoted]
    # Which date is the day of the news is told by words of a language: since, until, by.
    knows = findings.pack == LANGUAGE or basics(article.language) is not None
    main = main_time(article, findings, outside, news) if knows else None
    return tuple(
        DraftTime(time=time.number, main=time is main, sentence=bisect_right(starts, time.span.start) or None)
        for time in outside
    )


_MAX_COUNT: Final = 4
_WEIGHTS: Final[Mapping[AttributionKind, int]] = {"denied": 4, "alleged": 4, "expected": 2, "planned": 2}
"""What is disputed is worth more than what is merely said, whoever says it, and so is what is still to come; every other kind counts 1."""
_OF_A_PARTICIPANT: Final = 2


def claims(article: Article, findings: Findings, told: Collection[int]) -> tuple[int, ...]:
    """Numbers of the attributions without quotation marks that weigh most, in the article's order.

    Those of the sentences `told`, which stand whole in the news, are none; grounding leaves out those that stand there otherwise.
    """
    starts = [sentence.span.start for sentence in findings.sentences]
    # What is denied in passing is as much disputed: "which Kestrel denied".
    denied = {bisect_right(starts, one.cue_span.start) for one in findings.attributions if _is_denial(one)}

    def weight(one: Attribution) -> int:
        number = bisect_right(starts, one.cue_span.start)
        text = article.text[slice(*_range_of(findings, number))] if findings.pack == LANGUAGE and number else ""
        is_denied = number in denied or denies(text)
        kind: AttributionKind = "denied" if is_denied else one.kind
        return _WEIGHTS.get(kind, 1) + (_OF_A_PARTICIPANT if one.participant is not None else 0)

    open_to_all = [
        one
        for one in findings.attributions
        if one.form != "direct"
        and one.kind in CLAIMING
        and one.source is not None
        and one.within is None
        and not one.negated
        and bisect_right(starts, one.cue_span.start) not in told
    ]
    heaviest = sorted(open_to_all, key=lambda one: (-weight(one), one.number))[:_MAX_COUNT]
    return tuple(sorted(one.number for one in heaviest))


def _range_of(findings: Findings, number: int) -> tuple[int, int]:
    span = findings.sentences[number - 1].span
    return span.start, span.end


def _is_denial(one: Attribution) -> bool:
    return one.kind == "denied" and one.form != "direct" and one.source is not None and not one.negated


_WORDS: Final = 14
"""Words that a headline should not have more of, where a safe cut is as short."""
_INITIALS = expression(r"(?:[^\W\d_]\.)+")


def headline(article: Article, findings: Findings, lead: EngineSentence) -> str:
    """The headline that the built-in engine makes of the lead: words of it in order, none added; all of them if nothing may go.

    A lead in another language than English is taken as it is.
    """
    whole = " ".join(lead.text.split())
    # Of a question only the whole stands.
    cut = (
        None if lead.is_question else headline_from(article.text, findings.sentences[lead.number - 1], findings, _WORDS)
    )
    text = cut if cut is not None and why_malformed(cut, [whole]) is None else whole
    return _without_stop(text) if findings.pack == LANGUAGE else lead.text


def _without_stop(text: str) -> str:
    """A headline has no full stop, but "5 a.m." and "the U.S." keep theirs; a lead of signs alone is left as it is."""
    last = text.rpartition(" ")[2]
    is_short_form = last.lower().strip(".") in sentences(LANGUAGE).abbreviations or _INITIALS.fullmatch(last)
    if is_short_form or not any(map(str.isalnum, text)):
        return text
    return text.rstrip(" .,;:")
