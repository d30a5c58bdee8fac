"""When: which dates only tell who or what is meant, and are not the day of the news."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.article import Article, Span
from summarize.engines.extractive.cues import shows, stands_beside
from summarize.engines.extractive.last_days import ends, is_ahead, is_bound, is_named, note_day, stands, week_before
from summarize.engines.extractive.reader import EngineSentence
from summarize.findings import Findings, TimeExpression


def of_the_news(
    article: Article, days: Sequence[TimeExpression], lead: Sequence[EngineSentence], opening: Sequence[Span]
) -> list[TimeExpression]:
    """The days but those of the lead or the first sentence that only tell who or what is meant.

    "The hotel, which was sold on 3 April, burnt down on Sunday"; but "The decision, which was published on Thursday" is of the lead's news. "Families
    who lost their homes on Friday were given flats on Wednesday", "Talks to avert Friday's strike collapsed on Tuesday": where its main clause tells of a later one of the
    last days. "The tanker that blew up on Sunday was inspected on Wednesday" tells of one before.
    """
    text, week = article.text, week_before(article)
    first = [one for one in days if stands(one, [*lead, *opening[:1]])]
    aside = [one for one in first if stands(one, opening[:1]) and stands_beside("predates", text, one.span)]
    charged = [one for one in first if stands_beside("imputed", text, one.span)]
    named = [one for one in first if is_named(article, one) or tells_who(text, one) or one in charged]
    others = [one for one in first if week and one not in named + aside and week[0] <= ends(one) <= week[1]]
    others = [one for one in others if not is_bound(article, one)]
    told = [one for one in others if stands_beside("telling", text, one.span)]
    for one in named:
        # "With Thursday's vote two days away, the state said on Monday that" it had enough: what is ahead is not when it said so.
        is_to_come = is_ahead(article, one) and stands_beside("told_first", text, one.span)
        # "A man was charged over last week's fire, prosecutors said on Monday": nothing is nearer to when he was.
        against = others if is_to_come or one in charged else [other for other in others if other not in told]
        if week and any(_gives_way(text, one, other, week[1]) or one in charged for other in against):
            aside.append(one)
    aside += [one for one in days if one not in aside and _is_told_aside(article, one, days, opening)]
    for one in aside:
        note_day(one, "it tells which one or who is meant", is_it=False)
    return [one for one in days if one not in aside]


def _is_told_aside(
    article: Article, one: TimeExpression, days: Sequence[TimeExpression], opening: Sequence[Span]
) -> bool:
    """True for a day on which a thing was first told of, where its sentence goes on to when it was: "The leak, first reported on Sunday, happened on 12 May"."""
    if article.published is None or not stands_beside("told_aside", article.text, one.span):
        return False
    beside = [span for span in opening if stands(one, [span])]
    behind = (other for other in days if other.span.start > one.span.end and stands(other, beside))
    return any(ends(other) <= ends(one) for other in behind)


def is_of_another(text: str, time: TimeExpression, findings: Findings, told_of: str) -> bool:
    """True for a day before which its sentence names somebody, and nobody of the title or the opening: "The critic Hans Ott died on Thursday"."""
    start = next((span.start for one in findings.sentences if stands(time, [span := one.span])), time.span.start)
    days = {word for one in findings.times for word in text[one.span.start : one.span.end].split()}
    names = [word for word in text[start : time.span.start].split()[1:] if word[:1].isupper() and word not in days]
    return bool(names) and not any(name.strip(",.’'") in told_of for name in names)


def tells_who(text: str, time: TimeExpression) -> bool:
    """True for a day by which its clause says who or which one is meant: "the man arrested on Friday"."""
    return stands_beside("identifies", text, time.span) or stands_beside("told_first", text, time.span)


def _gives_way(text: str, named: TimeExpression, other: TimeExpression, published: str) -> bool:
    """True for a day that tells who or what is meant if the other is later, or it is itself to come, and the other stands behind it in the main clause."""
    between = text[named.span.end : other.span.start]
    if not between or not (ends(named) < ends(other) or ends(named) > published):
        return False
    if stands_beside("told_first", text, named.span):
        between = between.partition(",")[2]
    return not shows("clausal", between)
