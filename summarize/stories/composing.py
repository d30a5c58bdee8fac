"""A day's stories to its briefing: which are told in full, top lines, dates ahead, the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from summarize.article import Article
from summarize.briefing import (
    APART,
    Ahead,
    BriefedArticle,
    Briefing,
    Change,
    Cite,
    Length,
    Made,
    Moment,
    Skipped,
    Story,
    Top,
)
from summarize.briefing.briefing import cites_of
from summarize.card import Card
from summarize.evidence.document import document_of
from summarize.stories.diary import is_same_event
from summarize.stories.indexing import index_of
from summarize.stories.ordering import CRITERIA
from summarize.stories.slots import slot_of

TOP: Mapping[Length, int] = {"short": 3, "standard": 5, "long": 8, "all": 8}
_MAX_AHEAD: Final = 200
_WITH_DATES: Final = frozenset({"sport", "obituary"})
"""Kinds told apart whose dates are in the diary: a match, a funeral."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a briefing is of."""

    date: str
    zone: str
    since: str
    length: Length = "standard"
    watch: tuple[str, ...] = ()
    title: str = "Daily briefing"
    owners: Mapping[str, str] = field(default_factory=dict)
    """Of outlets, by name or address, their owner: those of one owner are one source."""


def as_briefed_article(
    number: int, card: Card, *, copy_of: int | None = None, agency: str | None = None
) -> BriefedArticle:
    """A card's article, by the number that the briefing gives it."""
    article = card.article
    return BriefedArticle(
        number=number, id=article.id, source=article.source, url=article.url, title=article.title, publisher=article.publisher,
        authors=article.authors, published=article.published, is_year_briefed=_is_year_briefed(article), modified=article.modified, language=article.language,
        paywalled=article.paywalled, from_feed=article.is_from_feed, slot=slot_of(article), copy_of=copy_of, agency=agency, text=article.text,
        declined=card.provenance.declined,
    )  # fmt: skip


def _is_year_briefed(article: Article) -> bool:
    """True for an article that is dated by its dateline, of which nothing in its text says the year."""
    if article.published_from != "dateline":
        return False
    layout = document_of(article).layout
    day = layout.dateline.date if layout.dateline is not None else None
    return layout.dateline_published is None and day is not None and day.year is None


def compose(  # noqa: PLR0913 - all that a briefing is of
    edition: Edition,
    stories: Sequence[Story],
    articles: Sequence[BriefedArticle],
    skipped: Sequence[Skipped],
    made: Made,
    *,
    previous: str | None = None,
    quiet: Sequence[Story] = (),
    coming: Sequence[tuple[str, Moment]] = (),
) -> Briefing:
    """The briefing."""
    full = sum(story.slot not in APART for story in stories)
    return Briefing(
        title=edition.title,
        date=edition.date,
        zone=edition.zone,
        since=edition.since,
        length=edition.length,
        previous=previous,
        articles=tuple(articles),
        skipped=tuple(skipped),
        top=tuple(Top(story=story.number, line=story.headline) for story in stories[:full][: TOP[edition.length]]),
        stories=tuple(stories),
        full=full,
        quiet=tuple(quiet),
        ahead=_ahead(stories, coming, edition.date),
        index=index_of(stories[:full], articles),
        criteria=CRITERIA,
        watch=edition.watch,
        warnings=tuple(_warnings(articles)),
        made=made,
    )


def renumbered_story(story: Story, numbers: Mapping[int, int]) -> Story:
    """A story whose citations refer to articles by other numbers."""
    changed = {
        name: _renumber_cites(getattr(story, name), numbers)
        for name in type(story).model_fields
        if name not in {"articles", "reasons"}
    }
    return story.model_copy(
        update={
            **changed,
            "articles": tuple(numbers[number] for number in story.articles if number in numbers),
            "reasons": (),
        }
    )


def renumbered_change(change: Change, numbers: Mapping[int, int]) -> Change:
    """A change whose citations refer to articles by other numbers."""
    changed = _renumber_cites(change, numbers)
    assert isinstance(changed, Change)
    return changed


def renumbered_moment(moment: Moment, numbers: Mapping[int, int]) -> Moment:
    """A date whose citations refer to articles by other numbers."""
    changed = _renumber_cites(moment, numbers)
    assert isinstance(changed, Moment)
    return changed


def _renumber_cites(value: object, numbers: Mapping[int, int]) -> object:
    if isinstance(value, Cite):
        return value.model_copy(update={"article": numbers[value.article]})
    if isinstance(value, tuple):
        return tuple(_renumber_cites(each, numbers) for each in value)
    fields = getattr(type(value), "model_fields", None)
    if fields is None or next(cites_of(value), None) is None:
        return value
    return value.model_copy(update={name: _renumber_cites(getattr(value, name), numbers) for name in fields})  # type: ignore[attr-defined] # a model


def _ahead(stories: Sequence[Story], coming: Sequence[tuple[str, Moment]], day: str) -> tuple[Ahead, ...]:
    """The diary: today's dates first. What is forecast, closed or advised is none of it."""
    told = [story for story in stories if story.slot not in APART or story.slot in _WITH_DATES]
    # A correction, and an opinion, are told without their number.
    numbers = {story.key: story.number for story in told}
    found = [
        Ahead(story=story.number, moment=moment)
        for story in told
        for moment in story.ahead
        if moment.start[:10] != day or moment.what != story.lede  # which is told as the news
    ]
    found += [Ahead(story=numbers.get(key), moment=moment) for key, moment in coming]
    found.sort(key=lambda each: (each.moment.start[:10], each.story or len(stories) + 1))
    kept: list[Ahead] = []
    of_day: dict[tuple[str, int | None], list[Moment]] = {}
    for each in found:
        others = of_day.setdefault((each.moment.start[:10], each.story), [])
        if not any(is_same_event(each.moment, other, day) for other in others):
            others.append(each.moment)
            kept.append(each)
    return tuple(kept[:_MAX_AHEAD])


def _warnings(articles: Iterable[BriefedArticle]) -> Iterable[str]:
    own = [article for article in articles if article.earlier is None]
    undated = [article for article in own if article.published is None]
    if undated:
        yield f"without a publication date, so that relative dates stay open: {_numbers(undated)}"
    of_year = [article for article in own if article.is_year_briefed]
    if of_year:
        yield f"the year of the dateline is the briefing's: {_numbers(of_year)}"
    foreign = [article for article in own if article.language not in {"en", None}]
    if foreign:
        yield f"not in English, of which little is found without a language model: {_numbers(foreign)}"
    declined = [article for article in own if article.declined is not None]
    for reason in dict.fromkeys(article.declined.reason for article in declined if article.declined):
        of_it = [article for article in declined if article.declined and article.declined.reason == reason]
        yield f"read by the built-in engine, as the language model gave no card ({reason}): {_numbers(of_it)}"
    walled = [article for article in own if article.paywalled]
    if walled:
        yield f"for subscribers, of which perhaps only the beginning was read: {_numbers(walled)}"
    begun = [article for article in own if article.from_feed]
    if begun:
        yield f"read as their feed has them, perhaps only the beginning, as their pages could not be read: {_numbers(begun)}"


def _numbers(articles: Sequence[BriefedArticle]) -> str:
    return (
        "articles " + ", ".join(str(article.number) for article in articles)
        if len(articles) > 1
        else f"article {articles[0].number}"
    )
