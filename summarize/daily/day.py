"""A day's cards to its briefing: copies collapsed, stories grouped, merged, compared with what was told before, and put in order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from summarize.article import Article, lean
from summarize.briefing import BriefedArticle, Briefing, Made, Skipped, Story
from summarize.card import Card
from summarize.codes import DRAFTING, code_digest
from summarize.daily.comparing import Past, Stories, compare_with_past
from summarize.daily.groups import group_articles, join_with_earlier, latest_first
from summarize.daily.store import ToldBriefing
from summarize.evidence.persons import read_with
from summarize.languages.packs import brought_by
from summarize.outlets import outlet_key, outlet_of
from summarize.pipeline import Pipeline
from summarize.plugins import plugin_named
from summarize.settings import BUILT_IN_ENGINES, Settings
from summarize.stories.composing import Edition, as_briefed_article, compose
from summarize.stories.earlier import Earlier
from summarize.stories.grouping import Group, agency_of, copies, member_of
from summarize.stories.merging import Source, merge
from summarize.stories.ordering import moment_of, order_stories
from summarize.stories.slots import junk_reason, slot_of

_PAID = re.compile(
    r"^\W{0,3}(?:advertisement|advertorial|sponsored(?: (?:content|post|article|by\b[^\n]{1,60}))?|paid (?:content|post|for by\b[^\n]{1,60})|"
    r"(?:partner|promoted) content|promotion|anzeige|publicité|publicidad|publirreportage)\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_WITHIN = 400
_DAYS = 2
_MAX_DAYS = 8
"""Days that a briefing takes articles from: where no other is known, and after a pause."""


def card_key(article: Article, pipeline: Pipeline, settings: Settings) -> str:
    """What an article's card is remembered by: all that it depends on.

    Cards of the built-in engine depend on the program's code, those of an installed engine on its package's version as well; those of a
    language model, which cost money, on its prompt, its settings, its judge and the program's version.
    """
    nlp = read_with(pipeline.syntax.name if pipeline.syntax is not None else None, article.language)
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
    label = advertising_label(article.text)
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


def advertising_label(text: str) -> str | None:
    """The words by which a text says, at its beginning and on a line of their own, that it was paid for; None if it does not."""
    match = _PAID.search(text[:_LABEL_WITHIN])
    return " ".join(match.group().split()) if match else None


def since_of(day: str, days: int) -> str:
    """The first of the days that a briefing of `day` takes articles from."""
    return (date.fromisoformat(day) - timedelta(days=days - 1)).isoformat()


def since_last(day: str, last: str | None) -> str:
    """The first of the days that a briefing of `day` takes articles from where the user names none: that of the last briefing.

    Args:
        day: ISO date.
        last: that of the last briefing; None if none is known. One of more than a week before counts as a week before.
    """
    return since_of(day, _DAYS) if last is None else max(last, since_of(day, _MAX_DAYS))


def stories_of(
    cards: Sequence[Card], day: str, past: Past | None = None, owners: Mapping[str, str] | None = None
) -> Stories:
    """The stories that cards make up."""
    past = past or Past(None, len(cards) + 1)
    earlier = past.recent
    members = [member_of(number, card) for number, card in enumerate(cards, 1)]
    repeats = latest_first(copies(members), cards)
    kinds = {number: slot_of(card.article) for number, card in enumerate(cards, 1)}
    owned = {outlet_key(outlet): owner for outlet, owner in (owners or {}).items()}
    sources = {
        number: Source(
            number,
            card,
            repeat.of if repeat else None,
            agency_of(card.article, members[number - 1].layout),
            kinds[number],
            owned.get(outlet_of(card.article)),
        )
        for number, card in enumerate(cards, 1)
        for repeat in (repeats.get(number),)
    }
    articles = tuple(
        as_briefed_article(number, source.card, copy_of=source.copy_of, agency=source.agency)
        for number, source in sources.items()
    )
    stories: list[Story] = []
    groups = join_with_earlier(group_articles(members, kinds, earlier, cards), members, earlier, kinds)
    before = {match.key: match for _, match in groups if match is not None}
    taken, back = set(before), dict[str, Story]()
    for found, match in groups:
        story = _merge_group(found, sources, day, _already_told_articles(articles, match, earlier))
        old = past.find_returning_story([members[number - 1] for number in found.numbers]) if match is None else None
        if old is not None and old.key not in taken:
            back[old.key] = old
        known = match or back.get(old.key if old else "")
        key = known.key if known and (match or known.key not in taken) else _own_key(story, day, taken)
        taken.add(key)
        stories.append(lean(story.model_copy(update={"key": key})))
    return Stories(tuple(stories), articles, before, back)


def _own_key(story: Story, day: str, taken: Container[str]) -> str:
    """A key that no other story has.

    A new story of the articles that an earlier one was first told from would have its key, though other articles go on with that one today.
    """
    key, number = story.key, 1
    while key in taken:
        number += 1
        key = hashlib.sha256(f"{story.key}\n{day}\n{number}".encode()).hexdigest()[:12]
    return key


def _merge_group(found: Group, sources: Mapping[int, Source], day: str, told: frozenset[int]) -> Story:
    return merge([sources[number] for number in found.numbers], found.reasons, day, told)


def _already_told_articles(
    articles: Sequence[BriefedArticle], match: Story | None, earlier: Earlier | None
) -> frozenset[int]:
    """The articles that the earlier story was told from already."""
    if match is None or earlier is None:
        return frozenset()
    before = {earlier.known[number].id for number in match.articles if number in earlier.known}
    return frozenset(article.number for article in articles if article.id in before)


def briefing_of(
    cards: Sequence[Card], skipped: Sequence[Skipped], made: Made, edition: Edition, before: ToldBriefing | None = None
) -> Briefing:
    """The briefing of a day's cards, told against the one before it."""
    fresh, known = _fresh(cards, before)
    past = Past(before, len(fresh) + 1)
    found = stories_of(fresh, edition.date, past, edition.owners)
    numbered = {article.number: article for article in found.articles}
    told = compare_with_past(found, past, edition)
    stories = order_stories(told.stories, numbered, edition.watch, edition.date, edition.zone)
    return compose(
        edition,
        stories,
        (*found.articles, *told.earlier),
        [*skipped, *known],
        made,
        previous=past.date,
        quiet=told.quiet,
        coming=told.coming,
    )


def _fresh(cards: Sequence[Card], before: ToldBriefing | None) -> tuple[list[Card], list[Skipped]]:
    """The cards without those of articles that have no date and were told already, and these, with the day on which that was."""
    past = Past(before, 1)
    fresh: list[Card] = []
    known: list[Skipped] = []
    for card in cards:
        day = past.told_undated(card.article)
        if day is None:
            fresh.append(card)
        else:
            known.append(Skipped(source=card.article.source, reason=f"without a date, and told on {day} already"))
    return fresh, known


def today(zone: str) -> str:
    """The date of now in a zone. The day of a briefing, where none is given; nothing in an article is dated by it."""
    return datetime.now(ZoneInfo(zone)).date().isoformat()
