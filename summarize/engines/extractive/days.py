"""When: which of an article's dates is the day of the news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from summarize.article import Article, Span
from summarize.engines.extractive.cues import LANGUAGE, shows, stands_beside
from summarize.engines.extractive.days_aside import is_of_another, of_the_news, tells_who
from summarize.engines.extractive.last_days import (
    A_WEEK,
    DAY,
    LAST_DAYS,
    days_between,
    ends,
    is_ahead,
    is_bound,
    is_left_out,
    is_long_past,
    is_named,
    note_day,
    of_last_days,
    only_told,
    stands,
    week_before,
)
from summarize.engines.extractive.reader import EngineSentence
from summarize.expressions import expression
from summarize.findings import Findings, TimeExpression
from summarize.languages.grounding import grounding
from summarize.rules import reason_text


def main_time(
    article: Article, findings: Findings, times: list[TimeExpression], news: list[EngineSentence]
) -> TimeExpression | None:
    """The date of the news, None if it names none.

    The first day, or else the first date, that the sentences of the news name, not years long gone. A day on which something was only
    told gives way to the one right before it on which it happened or to the period that a figure is of, a day to come to one on which
    it was settled, one that is long past to one of the last week, and in an obituary all give way to the day of the death. The day of a
    plan that is called off is none.

    Args:
        article: the article.
        findings: what was found in it.
        times: its dates, outside quotations.
        news: the lines that carry the news, the lead first.
    """
    times = [one for one in times if not stands_beside("withdrawn", article.text, one.span)]
    first = _first_told(article, findings, times, news)
    told = only_told(article, findings, times, news, first) if first is not None else None
    if told is not None:
        return note_day(told, "it was told then, and what the news names further down is long past or to come")
    if first is not None and not is_long_past(article, first):
        return first
    if first is not None:
        recent = of_last_days(article, findings, times, A_WEEK, first)
        if recent is not None:
            return note_day(recent, "the day that the news tells first is long past")
        return (
            None
            if _is_month_of_before(article, first, [*news[:1], *(one.span for one in findings.sentences[:1])])
            else first
        )
    if any(_is_distinguishing(article, one) for one in times):
        return None  # the news is what was done with the thing that is meant
    recent = of_last_days(article, findings, times, LAST_DAYS, None)
    return None if recent is None else note_day(recent, "the sentences of the news name no date")


def _is_month_of_before(article: Article, first: TimeExpression, lead: Sequence[EngineSentence | Span]) -> bool:
    """True for a month of more than half a year ago that is named further down: "It was awarded the contract in October"."""
    if len(ends(first)) >= DAY or article.published is None or stands(first, lead):
        return False
    return days_between(f"{ends(first)}-28", article.published[:DAY]) > _HALF_A_YEAR


def _first_told(
    article: Article, findings: Findings, times: list[TimeExpression], news: list[EngineSentence]
) -> TimeExpression | None:
    """The first day or date of the news, as `main_time` has it."""
    days = [
        one for one in times if one.precision in {"day", "time"} and one.start is not None and _is_near(article, one)
    ]
    opening = [sentence.span for sentence in findings.sentences[:_OPENING]]
    lead = news[:1]
    text = article.text
    is_obituary = (bool(lead) and lead[0].shows("obituary")) or shows("obituary", article.title or "")
    if is_obituary or any(shows("obituary_aside", text[span.start : span.end]) for span in opening[:_NEXT]):
        told_of = (article.title or "") + "".join(text[span.start : span.end] for span in opening[:1])
        deaths = (time for time in days if stands_beside("death", text, time.span))
        died = next((time for time in deaths if not is_of_another(text, time, findings, told_of)), None)
        if died is not None:
            return note_day(died, "the day of the death, in an obituary")
    days = of_the_news(article, days, lead, opening)
    only_told = next((time for time in days if stands(time, lead) and not is_bound(article, time)), None)
    if only_told is not None:
        # What was told stands behind "on Wednesday that" in the same sentence.
        is_clause = stands_beside("telling_clause", text, only_told.span)
        within = lead if is_clause else opening[:_NEXT] if stands_beside("telling", text, only_told.span) else []
        done = next((time for time in days if stands(time, within) and _is_before(article, time, only_told)), None)
        if done is None and within and not is_clause:
            done = _period_of_figure(article, times, lead)
        if done is not None:
            return note_day(done, "on the lead's day it was only told")
    decided = _day_of_decision(article, days, opening)
    if decided is not None:
        return note_day(decided, "on it was settled or told what the lead says is to come or has been done")
    # "It came down on Tuesday" goes on with the lead, though it is no news by itself.
    after: list[EngineSentence | Span] = [
        *news,
        *(span for span in opening[1:2] if shows("points_back", text[span.start : span.end])),
    ]
    is_dated = any(stands(one, lead) and not is_bound(article, one) for one in times)
    is_done = bool(lead) and not is_dated and _is_done(lead[0])
    for candidates, lines, goes_on, why in (
        (days, lead, False, reason_text("the first day of the lead")),
        (days, lead, True, reason_text("since it what the lead tells goes on")),
        (days, after, False, reason_text("the first day of the sentences that carry the news")),
        (days, opening, False, reason_text("the first day of the opening")),
        (times, news, False, reason_text("the first date of the sentences that carry the news")),
    ):
        for time in candidates:
            if not stands(time, lines) or time.start is None or not _is_near(article, time):
                continue
            if is_done and not stands(time, opening[:1]) and is_ahead(article, time):
                continue  # "The board has backed the bid. … Shareholders vote on 14 January."
            if stands_beside("ongoing", text, time.span) if goes_on else not is_bound(article, time):
                nearer = _within(article, time, days, opening) or _since(article, time, days, opening)
                nearer = nearer or _found_later(article, time, days, opening)
                if nearer is None and _is_distinguishing(article, time):
                    return None  # the news is what was done with the thing that is meant
                return note_day(
                    nearer or time,
                    why if nearer is None else reason_text("what the text tells first is wider, or past"),
                )
    return None


def _within(
    article: Article, period: TimeExpression, days: Sequence[TimeExpression], opening: Sequence[Span]
) -> TimeExpression | None:
    """The day of a week right behind which it is told: "A scheme unveiled this week … They were told of it on Tuesday."."""
    first, last = (period.start or "")[:DAY], ends(period)
    if len(first) < DAY or len(last) < DAY or days_between(first, last) < _PERIOD:
        return None
    last = min(last, (article.published or last)[:DAY])
    place = next((number for number, span in enumerate(opening) if stands(period, [span])), None)
    beside = opening[place : place + 2] if place is not None else ()
    inside = (one for one in days if first <= (one.start or "")[:DAY] == ends(one) <= last)
    inside = (one for one in inside if stands(one, beside) and not is_left_out(article, one))
    return next((one for one in inside if _goes_on(article, one, opening)), None)


def _since(
    article: Article, past: TimeExpression, days: Sequence[TimeExpression], opening: Sequence[Span]
) -> TimeExpression | None:
    """The day of the last week that the opening names, where the one before it is long past or tells only which one is meant."""
    week = week_before(article)
    if week is None or len(ends(past)) < DAY or ends(past) > week[1]:
        return None
    # What the first sentence tells is the news, however long ago it was.
    is_old = days_between(ends(past), week[1]) > _LONG_PAST and not stands(past, opening[:1])
    is_relative = (past.start or "") < week[0] and stands_beside("relative", article.text, past.span)
    if not (is_old or is_relative or _is_distinguishing(article, past)):
        return None
    recent = (one for one in days if one is not past and max(week[0], ends(past)) <= ends(one) <= week[1])
    recent = (one for one in recent if not stands_beside("telling", article.text, one.span))
    recent = (one for one in recent if stands(one, opening) and not is_left_out(article, one))
    return next((one for one in recent if is_relative or _goes_on(article, one, opening)), None)


def _found_later(
    article: Article, past: TimeExpression, days: Sequence[TimeExpression], opening: Sequence[Span]
) -> TimeExpression | None:
    """The later day on which something was done, where the first sentence only tells by a day of whom it is: "A boy who got lost on Sunday has been found"."""
    if article.published is None or not (stands(past, opening[:1]) and tells_who(article.text, past)):
        return None
    later = (one for one in days if ends(past) < ends(one) <= article.published[:DAY] and stands(one, opening[1:]))
    later = (
        one for one in later if not (is_left_out(article, one) or stands_beside("telling", article.text, one.span))
    )
    return next((one for one in later if _takes_up(article, one, opening)), None)


def _takes_up(article: Article, time: TimeExpression, opening: Sequence[Span]) -> bool:
    """True if the sentence of a day names with a definite article what the first is of: "an officer said a dog had found the boy on Monday"."""
    text, definite = article.text, {word.casefold() for word in grounding(LANGUAGE).definite}
    known = {word.casefold() for word in _WORDS.findall(text[opening[0].start : opening[0].end])}
    words = next((_WORDS.findall(text[span.start : span.end]) for span in opening if stands(time, [span])), [])
    return any(word.casefold() in definite and other.casefold() in known for word, other in pairwise(words))


def _is_done(lead: EngineSentence) -> bool:
    """True if what the lead tells has happened."""
    return not lead.shows("future") and (lead.shows("accomplished") or lead.shows("event"))


def _is_distinguishing(article: Article, past: TimeExpression) -> bool:
    """True for a day before publication that only tells which thing is meant: "It widened a recall it issued last Friday"."""
    is_past = article.published is not None and ends(past) < article.published[:DAY]
    return is_past and stands_beside("distinguishes", article.text, past.span)


def _goes_on(article: Article, time: TimeExpression, opening: Sequence[Span]) -> bool:
    """True if the sentence of a day takes up what stands before it, and does not tell what had been before: else it may tell of another thing.

    "They were told of it on Tuesday", or "The plan was shown on Tuesday" where a plan was told of; "A man drowned on Tuesday" takes up nothing.
    """
    number = next(number for number, span in enumerate(opening) if stands(time, [span]))
    span, text = opening[number], article.text
    if not number:
        return True  # it stands beside the first, in one sentence
    sentence, before = text[span.start : span.end], text[opening[0].start : opening[number - 1].end]
    if stands_beside("earlier", text, time.span):
        return False
    first, *subject = [*_WORDS.findall(sentence)[:_SUBJECT], ""]
    known = {word.casefold() for word in _WORDS.findall(before)}
    is_known = first in grounding(LANGUAGE).definite and not known.isdisjoint(subject)
    return is_known or shows("anaphoric", sentence)


def _period_of_figure(
    article: Article, times: Sequence[TimeExpression], lead: Sequence[EngineSentence]
) -> TimeExpression | None:
    """The quarter or month in which the lead says that a figure rose or fell: a day on which that was only told is not its day."""
    return next(
        (
            time
            for time in times
            if stands(time, lead) and time.start and stands_beside("quantified", article.text, time.span)
        ),
        None,
    )


def _day_of_decision(
    article: Article, days: Sequence[TimeExpression], opening: Sequence[Span]
) -> TimeExpression | None:
    """The day on which it was decided or told what the lead says first is to come: "Buses will run from 4 May. The vote came on Monday."."""
    week = week_before(article)
    if week is None:
        return None
    earliest, published = week
    text = article.text
    is_accomplished = bool(opening) and shows("accomplished", text[opening[0].start : opening[0].end])
    recent = [time for time in days if earliest <= (time.start or "")[:DAY] and ends(time) <= published]
    in_lead = [time for time in days if stands(time, opening[:1]) and ends(time) >= earliest]
    if is_accomplished and not any(stands(time, opening[:1]) for time in days):
        return next(
            (time for time in recent if stands(time, opening) and stands_beside("settled", text, time.span)), None
        )
    if not in_lead or ends(in_lead[0]) <= published:
        return None
    # "Women due in the next six weeks are flown out after the ward closed today"; a day beside another may be of something else.
    is_period = is_accomplished or in_lead[0].end is not None
    beside = next(
        (
            time
            for time in recent
            if stands(time, opening[:1])
            and not is_bound(article, time)
            and (is_period or stands_beside("settled", article.text, time.span))
        ),
        None,
    )
    if beside is not None or any(ends(time) <= published for time in in_lead):
        return beside
    return next(
        (
            time
            for time in recent
            if stands(time, opening[1:_NEXT]) and stands_beside("settled", article.text, time.span)
        ),
        None,
    )


def _is_before(article: Article, time: TimeExpression, told: TimeExpression) -> bool:
    """True for a day right before the one on which it was told, on which something was done and not only said."""
    if time is told or time.start is None or told.start is None or time.start[:10] >= told.start[:10]:
        return False
    apart = date.fromisoformat(told.start[:10]) - date.fromisoformat(time.start[:10])
    is_told = stands_beside("telling", article.text, time.span) or is_named(article, time)
    is_aside = stands_beside("predates", article.text, time.span)
    return apart.days <= _SOON and not (is_told or is_aside or is_bound(article, time))


_WORDS = expression(r"[^\W\d_]+")
_SUBJECT = 4
"""Words at the start of a sentence among which its subject is: "The new plan was"."""
_NEXT = 3
"""Sentences in which the day is looked for of what the first only tells."""
_PERIOD = 5
"""Days after its first that a period ends at least."""
_HALF_A_YEAR = 180
_LONG_PAST = 60
"""Days before publication after which a day is hardly the news's where the opening names one of the last week."""
_SOON = 3
"""Days after which it is told at most."""
_OPENING = 6
"""Sentences in which the day of the news is looked for, if those that carry it name none."""


def _is_near(article: Article, time: TimeExpression) -> bool:
    if article.published is None or time.start is None:
        # Without a day of publication only a date in the news itself can be the news's.
        return time.precision in {"day", "time"} and time.span.start < len(article.text) / 4
    return abs(int(time.start[:4]) - int(article.published[:4])) <= 1 and time.precision != "year"
