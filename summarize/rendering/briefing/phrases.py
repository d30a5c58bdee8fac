"""How a briefing's facts are put into words, the same in every form. Nothing here is escaped: each form does that itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from summarize.briefing import (
    Briefing,
    Change,
    Cite,
    Figure,
    Indexed,
    Line,
    Moment,
    Party,
    Side,
    Story,
    StoryPlace,
)
from summarize.rendering import safe, words
from summarize.rendering.briefing.sources import Sources

_BOUNDS = {"least": "at least", "most": "at most", "about": "about"}
_BARE_NUMBER = re.compile(r"[\d.,\s\u2009\u202f]+")
_PREPOSITIONS = frozenset("by from in of on since the until".split())


MOST_PLACES = 2
"""Places that stand beside a headline; all of them are in the JSON."""


def day(briefing: Briefing) -> str:
    """The day with its time zone, and the first day that articles were taken from, if that is another."""
    since = f", articles since {words.date(briefing.since)}" if briefing.since != briefing.date else ""
    return f"{words.date(briefing.date)} ({briefing.zone}){since}"


def header(briefing: Briefing, sources: Sources) -> list[str]:
    """What the briefing is made of."""
    today = [article.number for article in briefing.articles if article.earlier is None]
    read = words.counted(len(today), "article")
    if today:
        read += f" from {words.counted(len(sources.outlets(today)), 'outlet')}"
    stories = "1 story" if len(briefing.stories) == 1 else f"{len(briefing.stories):,} stories"
    return [read, stories, *skipped(briefing), *engine(briefing), cost(briefing)]


def skipped(briefing: Briefing) -> list[str]:
    """How many sources were skipped; nothing if none was. Their reasons stand with the method."""
    return [f"{words.counted(len(briefing.skipped), 'source')} skipped, see below"] if briefing.skipped else []


def engine(briefing: Briefing) -> list[str]:
    """What drew up the cards."""
    made = briefing.made
    return [f"model {made.model}" if made.model else f"{made.engine} engine, no language model"]


def cost(briefing: Briefing) -> str:
    """What this run cost; a price that is not known is not called nothing."""
    made = briefing.made
    if made.cost_usd is not None:
        return f"${made.cost_usd:.4f}" if made.cost_usd else "$0"
    return "cost unknown" if made.usage.requests else "$0"


def nothing(briefing: Briefing) -> str:
    """The one sentence of a day without a story."""
    today = sum(article.earlier is None for article in briefing.articles)
    if not today:
        return f"There is nothing to tell: no article was read for {words.date(briefing.date)}."
    came = (
        "the one article that was read tells none" if today == 1 else f"none of the {today:,} articles read tells one"
    )
    return f"There is no story for {words.date(briefing.date)}: {came}."


def status(story: Story) -> str:
    """How far a story is supported: "single source", or how many independent ones."""
    coverage = story.coverage
    sources = "single source" if coverage.single else f"{coverage.independent:,} independent sources"
    if coverage.articles == coverage.independent:
        return sources
    return f"{sources}, {words.counted(coverage.articles, 'article')}"


def standing(story: Story) -> str:
    """How far a story is supported, and the agencies credited."""
    return " · ".join([status(story), *agencies(story)])


def sentence(words_of_it: str) -> str:
    """The words with a capital letter first."""
    return words_of_it[:1].upper() + words_of_it[1:]


def agencies(story: Story) -> list[str]:
    """The news agencies that are credited, if any."""
    return [f"credited: {words.listed(story.coverage.agencies)}"] if story.coverage.agencies else []


def named(place: StoryPlace) -> str:
    """A place with its country."""
    return f"{place.name}, {place.country}" if place.country else place.name


def when(moment: Moment) -> str:
    """A date in words."""
    return words.date(moment.start, moment.end)


def said(moment: Moment) -> str | None:
    """The article's words for the date, unless they are how it is written here but for a preposition or the year."""
    told = set(when(moment).casefold().split())
    return None if set(safe.one_line(moment.words).casefold().split()) <= told | _PREPOSITIONS else moment.words


def number(figure: Figure) -> str:
    """A figure as printed, with its bound, and with its unit where the print leaves that to the context."""
    bound = _BOUNDS[figure.bound] if figure.bound and figure.value[:1].isdigit() else None
    unit = figure.unit if figure.unit and _BARE_NUMBER.fullmatch(figure.value) else ""
    printed = f"{figure.value}{unit}" if unit == "%" else f"{figure.value} {unit}".rstrip()
    return f"{bound} {printed}" if bound else printed


def attribution(figure: Figure) -> list[str]:
    """Whom a figure is given to, and when the article that says so was published."""
    by = [f"according to {figure.attributed_to}"] if figure.attributed_to else []
    return [*by, *([f"as of {words.date(figure.as_of)}"] if figure.as_of else [])]


def attributed(figures: Sequence[Figure]) -> str:
    """Whom figures of one side of a disagreement are given to: "according to the mayor"; nothing where that is left open."""
    names = list(dict.fromkeys(figure.attributed_to for figure in figures if figure.attributed_to))
    return f"according to {words.listed(names)}" if names else ""


def outlets(side: Side, sources: Sources) -> str:
    """Who says one side of a disagreement: its outlets, each with whom it gives a figure to: "Quay Gazette (the mayor) and Skerry Post"."""
    by = {cite.article: figure.attributed_to for figure in side.figures for cite in figure.line.evidence}
    named = [(sources.name(number), by.get(number)) for number in dict.fromkeys(line.article for line in side.lines)]
    return words.listed(list(dict.fromkeys(f"{name} ({whose})" if whose else name for name, whose in named)))


def exact(lines: Sequence[Line]) -> list[tuple[list[str], list[Cite]]]:
    """The words of articles that sentences rest on, each once, with every place where they stand."""
    found: dict[tuple[str, ...], list[Cite]] = {}
    for line in lines:
        words_of_it = tuple(safe.one_line(cite.text) for cite in line.evidence)
        found.setdefault(words_of_it, []).extend(line.evidence)
    return [(list(words_of_it), cites) for words_of_it, cites in found.items()]


def role(person: Party | Indexed) -> str | None:
    """What a participant is called; for one that is called nothing, its kind if that is not plain from the name."""
    return words.role(person.role, person.kind)


def evidence_of(indexed: Indexed, briefing: Briefing) -> tuple[Cite, ...]:
    """Where the stories name somebody of the index: the index itself cites nothing."""
    within = [story for story in briefing.stories if story.number in indexed.stories]
    parties = [party for story in within for party in story.people if indexed.name in {party.name, *party.aliases}]
    parties.sort(key=lambda party: party.role != indexed.role)  # the one whose role is given, first
    return tuple(party.evidence[0] for party in parties)


def stories(numbers: Sequence[int]) -> str:
    """The numbers with their noun: "story 3", "stories 1, 4"."""
    return f"{'story' if len(numbers) == 1 else 'stories'} {', '.join(map(str, numbers))}"


def about(change: Change) -> str | None:
    """What changed, from what to what, and who says so: "dead: 7 → 41, according to the mayor"."""
    if change.kind == "returned":
        return f"last told {words.date(change.since)}" if change.since else None
    values = " → ".join(change.values) if change.values else None
    said = ": ".join(filter(None, (change.about, values))) or None
    return f"{said}, according to {change.attributed_to}" if said and change.attributed_to else said


def day_of(moment: Moment, briefing: Briefing) -> str:
    """The day of a date of the diary: "Today, 14 April 2026"."""
    try:
        days = (dt.date.fromisoformat(moment.start[:10]) - dt.date.fromisoformat(briefing.date)).days
    except ValueError:
        return when(moment)
    near = {0: "Today", 1: "Tomorrow"}.get(days) if moment.end is None else None
    return f"{near}, {when(moment)}" if near else when(moment)


def changes_title(briefing: Briefing) -> str:
    """What the section of changes is headed by."""
    return f"What changed since {words.date(briefing.previous)}" if briefing.previous else "Corrections"


def heading(story: Story) -> str:
    """A story's headline with whose word it is."""
    return words.in_full(story.headline)


def reading(count: int, minutes: int) -> str:
    """How long a form is: "1,190 words, 5 minutes"."""
    return f"{words.counted(count, 'word')}, {words.counted(minutes, 'minute')}"


def method(briefing: Briefing) -> list[str]:
    """What the order rests on, and what the user watches for; nothing of it in a short briefing."""
    if briefing.length == "short":
        return []
    notes = []
    if briefing.length == "all":
        notes = [
            f"Order of the stories: {each.name}, weight {each.weight}: {each.meaning}" for each in briefing.criteria
        ]
    return [*notes, *([f"Watched for: {words.listed(briefing.watch)}"] if briefing.watch else [])]


def made(briefing: Briefing) -> list[str]:
    """How the briefing was made."""
    made = briefing.made
    usage = made.usage
    cards = words.counted(made.cards, "card")
    parts = [
        f"made {words.date(made.created)} by summarize {made.tool_version}",
        f"engine {made.engine}",
        made.model and f"model {made.model}",
        made.prompt and f"prompt {made.prompt}",
        made.nlp or "no NLP model",
        f"{cards}, {made.reused:,} of them reused" if made.reused else cards,
        usage.requests and words.counted(usage.requests, "request"),
        usage.requests and f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out",
        cost(briefing),
        f"{made.seconds:.1f} s",
    ]
    return [str(part) for part in parts if part]
