"""The built-in engine."""

from __future__ import annotations

import re
from bisect import bisect_right

from summarize.article import Article
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.base import Drafted
from summarize.engines.extractive.headline import cut
from summarize.engines.extractive.prominence import participants, places
from summarize.engines.extractive.reader import Line, read
from summarize.engines.extractive.statements import background_lines, lead_lines
from summarize.findings import Findings, TimeExpression


class ExtractiveEngine:
    """Chooses and orders the article's own sentences, names, dates and quotations. Needs no key, no network, no model."""

    name = "extractive"

    def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft in which every text is the article's own."""
        reader = read(article, findings)
        news = lead_lines(reader)
        return Drafted(
            Draft(
                headline=DraftStatement(sentences=(news[0].number,), text=cut(news[0].text)) if news else None,
                title_is_headline=article.title is not None,
                what=tuple(DraftStatement(sentences=(line.number,)) for line in news),
                who=tuple(DraftParticipant(participant=number) for number in participants(article, findings, news)),
                when=_times(article, findings, news),
                where=tuple(DraftPlace(place=number, main=main) for number, main in places(article, findings, news)),
                quotes=tuple(
                    DraftQuote(quotation=quotation.number)
                    for quotation in findings.quotations
                    if quotation.kind != "words"
                ),
                background=tuple(
                    DraftStatement(sentences=(line.number,))
                    for line in background_lines(article, reader, findings, news)
                ),
            )
        )


def _times(article: Article, findings: Findings, news: list[Line]) -> tuple[DraftTime, ...]:
    """Every date outside quotations, one of them the main one."""
    starts = [sentence.span.start for sentence in findings.sentences]
    outside = [time for time in findings.times if not time.quoted]
    main = _main_time(article, outside, news)
    return tuple(
        DraftTime(time=time.number, main=time is main, sentence=bisect_right(starts, time.span.start) or None)
        for time in outside
    )


def _main_time(article: Article, times: list[TimeExpression], news: list[Line]) -> TimeExpression | None:
    """The date of the news: the first day, or else the first date, that the sentences of the news name, not years long gone."""
    for line in news:
        here = [
            time
            for time in times
            if line.start <= time.span.start < line.end
            and time.start is not None
            and not _BOUND.search(article.text[max(0, time.span.start - 12) : time.span.start])
        ]
        near = [time for time in here if _is_near(article, time)]
        days = [time for time in near if time.precision in {"day", "time"}]
        if days or near:
            return (days or near)[0]
    return None


_BOUND = re.compile(r"(?i)\b(?:since|until|till|by|born(?:\son)?|before)\s(?:the\s)?$")


def _is_near(article: Article, time: TimeExpression) -> bool:
    if article.published is None or time.start is None:
        # Without a day of publication only a date in the news itself can be the news's.
        return time.precision in {"day", "time"} and time.span.start < len(article.text) / 4
    return abs(int(time.start[:4]) - int(article.published[:4])) <= 1 and time.precision != "year"
