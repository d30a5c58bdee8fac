"""A day's cards to its briefing: copies collapsed, stories grouped, merged, compared with what was told before, and put in order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from summarize.article import Article
from summarize.briefing import BriefedArticle, Briefing, Made, Skipped, Story
from summarize.briefing.briefing import cites_of
from summarize.card import Card
from summarize.codes import DRAFTING, code_digest
from summarize.daily.groups import grouped, latest_first, rejoined
from summarize.daily.store import Told
from summarize.languages.packs import brought_by
from summarize.pipeline import Pipeline
from summarize.plugins import plugin_named
from summarize.settings import BUILT_IN_ENGINES, Settings
from summarize.stories.changes import Earlier, changes_of
from summarize.stories.composing import Edition, briefed, compose, renumbered, renumbered_change
from summarize.stories.grouping import Group, agency_of, copies, member_of
from summarize.stories.merging import Source, merge
from summarize.stories.ordering import moment_of, ordered, watched_for
from summarize.stories.slots import junk_reason, slot_of

_PAID = re.compile(
    r"^\W{0,3}(?:advertisement|advertorial|sponsored(?: (?:content|post|article|by\b[^\n]{1,60}))?|paid (?:content|post|for by\b[^\n]{1,60})|"
    r"(?:partner|promoted) content|promotion|anzeige|publicité|publicidad|publirreportage)\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_WITHIN = 400


def card_key(article: Article, pipeline: Pipeline, settings: Settings) -> str:
    """What an article's card is remembered by: all that it depends on.

    Cards of the built-in engine depend on the program's code, those of an installed engine on its package's version as well; those of a
    language model, which cost money, on its prompt, its settings, its judge and the program's version.
    """
    nlp = pipeline.syntax.name if pipeline.syntax is not None else None
    if settings.uses_model:
        from summarize.engines.model import ModelEngine  # noqa: PLC0415 - the built-in engine imports no client

        assert isinstance(pipeline.engine, ModelEngine)
        labels = pipeline.engine.labels(article)
        made_by = "\n".join(f"{name}: {value}" for name, value in sorted(labels.items()))
        made_by += f"\n{pipeline.engine.base_url}\n{pipeline.engine.judging}"
    else:
        made_by = code_digest(DRAFTING) + brought_by(article.language)
        plugin = None if settings.engine in BUILT_IN_ENGINES else plugin_named("engines", settings.engine)
        if plugin is not None:
            made_by += f"\n{plugin.package} {plugin.version}"
    content = article.model_dump_json(exclude={"source"})
    return hashlib.sha256(f"{pipeline.engine.name}\n{nlp}\n{made_by}\n{content}".encode()).hexdigest()


def reason_against(article: Article, edition: Edition) -> str | None:
    """Why an article is not of the briefing: it is an advertisement, or none, or was published outside of its days.

    One whose date is unknown is not left out for that.
    """
    label = advertised(article.text)
    if label is not None:
        return f"an advertisement: it is marked “{label}”"
    junk = junk_reason(article)
    if junk is not None:
        return f"no article: {junk}"
    moment = moment_of(article.published, edition.zone)
    if moment is None:
        return None
    day = moment.date().isoformat()
    if day < edition.since:
        return f"published {day}, before {edition.since}"
    return f"published {day}, after {edition.date}" if day > edition.date else None


def advertised(text: str) -> str | None:
    """The words by which a text says, at its beginning and on a line of their own, that it was paid for; None if it does not."""
    match = _PAID.search(text[:_LABEL_WITHIN])
    return " ".join(match.group().split()) if match else None


def since_of(day: str, days: int) -> str:
    """The first of the days that a briefing of `day` takes articles from."""
    return (date.fromisoformat(day) - timedelta(days=days - 1)).isoformat()


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of some cards, in no order yet."""

    stories: tuple[Story, ...]
    articles: tuple[BriefedArticle, ...]
    before: Mapping[str, Story]
    """The earlier stories that some of them go on with, by their key, which both have."""


def stories_of(cards: Sequence[Card], day: str, earlier: Earlier | None = None) -> Stories:
    """The stories that cards make up.

    Args:
        cards: in the order in which their articles are numbered.
        day: ISO date of the briefing.
        earlier: the stories of the briefing before. Groups that go on with the same one are one story.
    """
    members = [member_of(number, card) for number, card in enumerate(cards, 1)]
    repeats = latest_first(copies(members), cards)
    kinds = {number: slot_of(card.article) for number, card in enumerate(cards, 1)}
    sources = {
        number: Source(
            number,
            card,
            repeat.of if repeat else None,
            agency_of(card.article, members[number - 1].layout),
            kinds[number],
        )
        for number, card in enumerate(cards, 1)
        for repeat in (repeats.get(number),)
    }
    articles = tuple(
        briefed(number, source.card, copy_of=source.copy_of, agency=source.agency) for number, source in sources.items()
    )
    stories: list[Story] = []
    groups = rejoined(grouped(members, kinds, earlier), members, earlier)
    before = {match.key: match for _, match in groups if match is not None}
    taken = set(before)
    for found, match in groups:
        story = _merged(found, sources, day, _told(articles, match, earlier))
        key = match.key if match else _own_key(story, day, taken)
        taken.add(key)
        stories.append(story.model_copy(update={"key": key}))
    return Stories(tuple(stories), articles, before)


def _own_key(story: Story, day: str, taken: Container[str]) -> str:
    """A key that no other story has.

    A new story of the articles that an earlier one was first told from would have its key, though other articles go on with that one today.
    """
    key, number = story.key, 1
    while key in taken:
        number += 1
        key = hashlib.sha256(f"{story.key}\n{day}\n{number}".encode()).hexdigest()[:12]
    return key


def _merged(found: Group, sources: Mapping[int, Source], day: str, told: frozenset[int]) -> Story:
    return merge([sources[number] for number in found.numbers], found.reasons, day, told)


def _told(articles: Sequence[BriefedArticle], match: Story | None, earlier: Earlier | None) -> frozenset[int]:
    """The articles that the earlier story was told from already."""
    if match is None or earlier is None:
        return frozenset()
    before = {earlier.known[number].id for number in match.articles if number in earlier.known}
    return frozenset(article.number for article in articles if article.id in before)


def briefing_of(
    cards: Sequence[Card],
    skipped: Sequence[Skipped],
    made: Made,
    edition: Edition,
    before: Told | None = None,
) -> Briefing:
    """The briefing of a day's cards, told against the one before it.

    Args:
        cards: in the order in which their articles are numbered.
        skipped: what is left out, and why.
        made: how the cards were made.
        edition: day, zone, length, watch list.
        before: the briefing that changes are told from; None if no earlier one is known.
    """
    numbers = {each.number: len(cards) + place for place, each in enumerate(before.articles, 1)} if before else {}
    then = tuple(renumbered(story, numbers) for story in before.stories) if before else ()
    known = (
        {numbers[each.number]: _earlier(each, numbers[each.number], before.date) for each in before.articles}
        if before
        else {}
    )
    found = stories_of(cards, edition.date, Earlier(then, known) if before else None)
    numbered = {article.number: article for article in found.articles}
    stories, quiet, earlier = _compared(found, then, known, before, edition)
    stories = ordered(stories, numbered, edition.watch, edition.date, edition.zone)
    return compose(
        edition,
        stories,
        (*found.articles, *earlier),
        skipped,
        made,
        previous=before.date if before else None,
        quiet=quiet,
    )


def _earlier(article: BriefedArticle, number: int, day: str) -> BriefedArticle:
    return article.model_copy(update={"number": number, "copy_of": None, "earlier": day})


def _compared(
    found: Stories, then: Sequence[Story], known: Mapping[int, BriefedArticle], before: Told | None, edition: Edition
) -> tuple[tuple[Story, ...], tuple[Story, ...], tuple[BriefedArticle, ...]]:
    """The stories with what is different in each, those that have gone quiet, and the earlier articles that both cite, numbered on."""
    if before is None:
        return found.stories, (), ()
    numbered = {article.number: article for article in found.articles}
    stories: list[Story] = []
    for story in found.stories:
        changes = changes_of(story, numbered, found.before.get(story.key), known, before.date)
        stories.append(story.model_copy(update={"changes": changes}))
    # What one source told once, and nobody took up, was news of its day.
    quiet = tuple(
        story
        for story in then
        if story.key not in found.before and (not story.coverage.single or watched_for(story, known, edition.watch))
    )
    return _cut_to_cited(stories, quiet, known, len(found.articles))


def _cut_to_cited(
    stories: Sequence[Story], quiet: Sequence[Story], known: Mapping[int, BriefedArticle], count: int
) -> tuple[tuple[Story, ...], tuple[Story, ...], tuple[BriefedArticle, ...]]:
    """As given, with only those earlier articles that something cites, numbered from `count` + 1."""
    cited = {cite.article for story in (*stories, *quiet) for cite in cites_of(story)} | {
        n for story in quiet for n in story.articles
    }
    kept = [number for number in sorted(known) if number in cited]
    numbers = {number: number for number in range(1, count + 1)} | {
        number: count + place for place, number in enumerate(kept, 1)
    }
    again = tuple(
        story.model_copy(update={"changes": tuple(renumbered_change(change, numbers) for change in story.changes)})
        for story in stories
    )
    earlier = tuple(known[number].model_copy(update={"number": numbers[number]}) for number in kept)
    return again, tuple(renumbered(story, numbers) for story in quiet), earlier


def today(zone: str) -> str:
    """The date of now in a zone. The day of a briefing, where none is given; nothing in an article is dated by it."""
    return datetime.now(ZoneInfo(zone)).date().isoformat()
