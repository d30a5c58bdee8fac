"""The order of a day's stories, by stated criteria."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from summarize.briefing import APART, BriefedArticle, Criterion, Story
from summarize.languages.stories import grouping

CRITERIA = (
    Criterion(
        name="watched",
        meaning="names what the user watches for: 1 in headline, lede or people, and then before all others; half of that further down",
        weight=4.0,
    ),
    Criterion(
        name="sources", meaning="independent sources, on a scale of doublings: one 0, the most of the day 1", weight=3.0
    ),
    Criterion(
        name="prominence",
        meaning="how much is written of it, copies aside, on a scale of doublings from 100 words to the most of the day",
        weight=1.5,
    ),
    Criterion(
        name="recency",
        meaning="how late its latest article is: 1 at the end of the day, half of that 24 hours before",
        weight=1.0,
    ),
)
_MIN_WORDS = 100


def order_stories(
    stories: Sequence[Story], articles: Mapping[int, BriefedArticle], watch: Sequence[str], day: str, zone: str
) -> tuple[Story, ...]:
    """The stories in order, the news first, numbered, with what each criterion gives them."""
    most_sources = max((story.coverage.independent for story in stories), default=1)
    words = {story.key: _words(story, articles) for story in stories}
    most_words = max(words.values(), default=1)
    scored: list[Story] = []
    for story in stories:
        values = {
            "watched": _watched_score(story, articles, watch),
            "sources": _doublings(story.coverage.independent, 1, most_sources),
            "prominence": _doublings(words[story.key], _MIN_WORDS, most_words),
            "recency": _recency(story, articles, day, zone),
        }
        scored.append(story.model_copy(update={"scores": {name: round(value, 3) for name, value in values.items()}}))
    scored.sort(key=lambda story: (story.slot in APART, story.scores["watched"] < 1, -total(story), story.articles))
    return tuple(story.model_copy(update={"number": number}) for number, story in enumerate(scored, 1))


def total(story: Story) -> float:
    """The weighted sum of a story's scores."""
    return sum(criterion.weight * story.scores.get(criterion.name, 0.0) for criterion in CRITERIA)


def watched_for(story: Story, articles: Mapping[int, BriefedArticle], watch: Sequence[str]) -> tuple[str, ...]:
    """The names and topics of the list that a story names anywhere."""
    return tuple(term for term in watch if names(term, _everything(story, articles)))


def _watched_score(story: Story, articles: Mapping[int, BriefedArticle], watch: Sequence[str]) -> float:
    if not watch:
        return 0.0
    head = "\n".join(
        (story.headline.text, story.lede.text, *(party.name for party in story.people), *_titles(story, articles))
    )
    if any(names(term, head) for term in watch):
        return 1.0
    return 0.5 if watched_for(story, articles, watch) else 0.0


def _titles(story: Story, articles: Mapping[int, BriefedArticle]) -> list[str]:
    return [title for number in story.articles if (title := articles[number].title)]


def _everything(story: Story, articles: Mapping[int, BriefedArticle]) -> str:
    return "\n".join(articles[number].text for number in story.articles)


def _words(story: Story, articles: Mapping[int, BriefedArticle]) -> int:
    own = (articles[number] for number in story.articles if articles[number].copy_of is None)
    return sum(len(article.text.split()) for article in own)


def _doublings(value: float, least: float, most: float) -> float:
    """Where a value lies between two others on a scale of doublings: 0 to 1."""
    if value <= least or most <= least:
        return 0.0
    return min(1.0, math.log2(value / least) / math.log2(most / least))


def _recency(story: Story, articles: Mapping[int, BriefedArticle], day: str, zone: str) -> float:
    end = datetime.combine(date.fromisoformat(day) + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
    stamps = [moment for number in story.articles if (moment := moment_of(articles[number].published, zone))]
    if not stamps:
        return 0.0
    hours = max(0.0, (end - max(stamps)).total_seconds() / 3600)
    return math.pow(0.5, hours / 24)


def moment_of(published: str | None, zone: str) -> datetime | None:
    """When an article was published, in a zone; one that gives a day alone at its noon; None if that is not known."""
    if published is None:
        return None
    try:
        moment = datetime.fromisoformat(published if len(published) > 10 else f"{published}T12:00:00")
    except ValueError:
        return None
    return moment.replace(tzinfo=ZoneInfo(zone)) if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone))


_QUOTED = re.compile(r"^[\"“'‘](.+)[\"”'’]$")
_MIN_LENGTH = 3
"""Letters of the shortest stem that forms are made of."""


def names(term: str, text: str) -> bool:
    """True if a text names a term, whatever the case and the spaces between its words.

    A word of small letters stands for all its forms ("mining" for "mine" and "miners"); one with a capital is a name, and stands for itself and
    its genitive and plural; a term in quotation marks stands for exactly its words.
    """
    pattern = _pattern(term)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str] | None:
    term = " ".join(term.split())
    quoted = _QUOTED.match(term)
    parts = [re.escape(word) for word in quoted[1].split()] if quoted else [_forms(word) for word in term.split()]
    if not parts:
        return None
    phrase = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)


def _forms(word: str) -> str:
    """An expression for a word and its forms."""
    if not word.isalpha() or not word.islower():
        return rf"{re.escape(word)}(?:['’]s|s)?"
    for ending, others in grouping("en").forms.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _MIN_LENGTH:
            return rf"{re.escape(stem)}(?:{others})(?:['’]s)?"
    return rf"{re.escape(word)}(?:{grouping('en').bare})?(?:['’]s)?"
