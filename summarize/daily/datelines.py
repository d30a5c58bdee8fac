"""The year of a dateline that gives none: that of the days which the user has briefed, where the day lies in them in one way."""

from __future__ import annotations

from datetime import date, timedelta

from summarize.article import Article
from summarize.layout import lay_out
from summarize.stories.composing import Edition


def dated_in_days_of(article: Article, edition: Edition) -> Article:
    """An article as published on the day of its dateline, which has a month and no year, where one of the edition's days is that day.

    Its own date counts before, and a year that its text gives its dateline. Outside of the days that are briefed it has no date still: nobody said
    which year is meant.
    """
    dateline = None if article.published else lay_out(article.text, article.title).dateline
    day = dateline.date if dateline is not None else None
    if day is None or day.year is not None or day.month is None or day.day is None:
        return article
    first, last = date.fromisoformat(edition.since), date.fromisoformat(edition.date)
    days = (first + timedelta(days=since) for since in range((last - first).days + 1))
    found = [each for each in days if (each.month, each.day) == (day.month, day.day)]
    if len(found) != 1:
        return article
    return article.model_copy(update={"published": found[0].isoformat(), "published_from": "dateline"})
