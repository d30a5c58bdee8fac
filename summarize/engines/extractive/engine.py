"""The built-in engine."""

from __future__ import annotations

from bisect import bisect_right

from summarize.article import Article
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.base import Drafted
from summarize.engines.extractive.claims import claims
from summarize.engines.extractive.cues import LANGUAGE
from summarize.engines.extractive.days import main_time
from summarize.engines.extractive.headline import headline
from summarize.engines.extractive.prominence import participants, places
from summarize.engines.extractive.reader import Line, read
from summarize.engines.extractive.statements import background_lines, lead_lines
from summarize.findings import Findings
from summarize.grounding.cuts import shortened
from summarize.grounding.form import malformed
from summarize.languages.basics import basics


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
        reader = read(article, findings)
        news = lead_lines(reader)
        return Draft(
            headline=DraftStatement(sentences=(news[0].number,), text=headline(article, findings, news[0]))
            if news
            else None,
            title_is_headline=article.title is not None,
            what=tuple(_stated(article, findings, line) for line in news),
            who=tuple(DraftParticipant(participant=number) for number in participants(article, findings, news)),
            when=_times(article, findings, news),
            where=tuple(DraftPlace(place=number, main=main) for number, main in places(article, findings, news)),
            quotes=tuple(
                DraftQuote(quotation=quotation.number) for quotation in findings.quotations if quotation.kind != "words"
            ),
            claims=claims(findings),
            background=tuple(
                DraftStatement(sentences=(line.number,)) for line in background_lines(article, reader, findings, news)
            ),
        )


_LONGEST = 35
"""Words of a line of news; of a longer sentence a cut is taken where a safe one is as short."""


def _stated(article: Article, findings: Findings, line: Line) -> DraftStatement:
    """A sentence as a line of news: as it is, or its cut if it is long."""
    sentence = findings.sentences[line.number - 1]
    cut = (
        shortened(article.text, sentence, findings, _LONGEST)
        if line.words > _LONGEST and not line.is_question
        else None
    )
    is_sound = cut is not None and malformed(cut, [" ".join(line.text.split())]) is None
    return DraftStatement(sentences=(line.number,), text=cut if is_sound else None)


def _times(article: Article, findings: Findings, news: list[Line]) -> tuple[DraftTime, ...]:
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
