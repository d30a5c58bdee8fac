"""How a briefing's facts are put into words, the same in every form. Nothing here is escaped: each form does that itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

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
    StoryQuote,
)
from summarize.rendering import safe, words
from summarize.rendering.briefing.sources import BriefingSources
from summarize.rendering.labels import counted, label, noted
from summarize.rendering.labels import number as number_of
from summarize.text.bounds import bound_words
from summarize.text.quantities import quantities
from summarize.text.tokens import tokens

_BOUNDS = {"least": noted("at least"), "most": noted("at most"), "about": noted("about")}
_BARE_NUMBER = re.compile(r"[\d.,\s\u2009\u202f]+")
_PREPOSITIONS = frozenset("by from in of on since the until".split())


UNNAMED = noted("Daily briefing")
"""What a briefing is called where nobody gives it a name."""
_MARKS_BETWEEN = 6
"""Characters between two parts of a quotation that are no more than marks and the end of a paragraph."""
_PER_MINUTE = 230
"""Words that are read in a minute."""
MOST_PLACES = 2
"""Places that stand beside a headline; all of them are in the JSON."""


def title(briefing: Briefing) -> str:
    """What the briefing is called; the name it has where nobody gave it one, in the language that it is shown in."""
    return label(briefing.title) if briefing.title == UNNAMED else briefing.title


def day(briefing: Briefing) -> str:
    """The day with its time zone, and the first day that articles were taken from, if that is another."""
    since = label(", articles since {date}", date=words.date(briefing.since)) if briefing.since != briefing.date else ""
    return f"{words.date(briefing.date)} ({briefing.zone}){since}"


def header(briefing: Briefing, sources: BriefingSources) -> list[str]:
    """What the briefing is made of."""
    today = [article.number for article in briefing.articles if article.earlier is None]
    read = counted(len(today), "article")
    if today:
        outlets = counted(len(sources.outlets(today)), "outlet")
        read = label("{articles} from {outlets}", articles=read, outlets=outlets)
    return [
        read,
        counted(len(briefing.stories), "story", "stories"),
        *skipped(briefing),
        *engine(briefing),
        cost(briefing),
    ]


def skipped(briefing: Briefing) -> list[str]:
    """How many sources were left out; nothing if none was. Their reasons stand with the method."""
    if not briefing.skipped:
        return []
    return [label("{sources} left out, see below", sources=counted(len(briefing.skipped), "source"))]


def engine(briefing: Briefing) -> list[str]:
    """What drew up the cards."""
    made = briefing.made
    if made.model:
        return [label("model {model}", model=made.model)]
    return [label("{engine} engine, no language model", engine=made.engine)]


def cost(briefing: Briefing) -> str:
    """What this run cost; a price that is not known is not called nothing."""
    made = briefing.made
    if made.cost_usd is not None:
        return words.cost(made.cost_usd) if made.cost_usd else "$0"
    return words.cost(None) if made.usage.requests else "$0"


def nothing(briefing: Briefing) -> str:
    """The one sentence of a day without a story."""
    today = sum(article.earlier is None for article in briefing.articles)
    if not today:
        return label("There is nothing to tell: no article was read for {date}.", date=words.date(briefing.date))
    if today == 1:
        came = label("the one article that was read tells none")
    else:
        came = label("none of the {number} articles read tells one", number=number_of(today))
    return label("There is no story for {date}: {came}.", date=words.date(briefing.date), came=came)


def status(story: Story) -> str:
    """How far a story is supported: "single source", or how many independent ones."""
    coverage = story.coverage
    sources = label("single source") if coverage.single else counted(coverage.independent, "independent source")
    if coverage.articles == coverage.independent:
        return sources
    return f"{sources}, {counted(coverage.articles, 'article')}"


def standing(story: Story) -> str:
    """How far a story is supported, and the agencies credited."""
    return " · ".join([status(story), *agencies(story)])


def agencies(story: Story) -> list[str]:
    """The news agencies that are credited, if any."""
    agencies = story.coverage.agencies
    return [label("credited: {names}", names=words.listed(agencies))] if agencies else []


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
    """A figure as printed, with its bound in the words of its sentence, and with its unit where the print leaves that to the context."""
    bound = _BOUNDS[figure.bound] if figure.bound and figure.value[:1].isdigit() else None
    unit = figure.unit if figure.unit and _BARE_NUMBER.fullmatch(figure.value) else ""
    printed = f"{figure.value}{unit}" if unit == "%" else f"{figure.value} {unit}".rstrip()
    return (
        f"{bound_words(figure.line.text, figure.value, figure.bound) or label(bound)} {printed}" if bound else printed
    )


def attribution_of_side(figures: Sequence[Figure]) -> str:
    """Whom figures of one side of a disagreement are given to: "according to the mayor"; nothing where that is left open."""
    names = list(dict.fromkeys(figure.attributed_to for figure in figures if figure.attributed_to))
    return label("according to {name}", name=words.listed(names)) if names else ""


def outlets(side: Side, sources: BriefingSources) -> str:
    """Who says one side of a disagreement: its outlets, each with whom it gives a figure to: "Quay Gazette (the mayor) and Skerry Post"."""
    by = {cite.article: figure.attributed_to for figure in side.figures for cite in figure.line.evidence}
    named = [(sources.name(number), by.get(number)) for number in dict.fromkeys(line.article for line in side.lines)]
    return words.listed(list(dict.fromkeys(f"{name} ({whose})" if whose else name for name, whose in named)))


def parts(quote: StoryQuote) -> list[tuple[str, str]]:
    """The parts of a quotation, each behind what joins it to the one before: three dots where the article has other words between them, "she said"."""
    found: list[tuple[str, str]] = []
    for at, part in enumerate(quote.evidence):
        before = quote.evidence[at - 1]
        goes_on = part.article == before.article and part.start - before.end <= _MARKS_BETWEEN
        found.append(("" if at == 0 else " " if goes_on else " … ", part.text))
    return found


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
    is_called = indexed.role is None or any(party.role == indexed.role for party in parties)
    beside = () if is_called else _beside(indexed, briefing, {number for story in within for number in story.articles})
    return (*beside, *(party.evidence[0] for party in parties))


def _beside(indexed: Indexed, briefing: Briefing, numbers: AbstractSet[int]) -> Iterator[Cite]:
    """Where an article tells of somebody beside the name what the index calls them."""
    name, told = re.escape(indexed.name), re.escape(indexed.role or "")
    for article in briefing.articles:
        found = re.search(rf"{name}[^\n.;]{{1,60}}?{told}|{told} {name}", article.text)
        if found is not None and article.number in numbers:
            yield Cite(article=article.number, start=found.start(), end=found.end(), text=found.group())
            return


def stories(numbers: Sequence[int]) -> str:
    """The numbers with their noun: "story 3", "stories 1, 4"."""
    return f"{label('story' if len(numbers) == 1 else 'stories')} {', '.join(map(str, numbers))}"


def about(change: Change) -> str | None:
    """What changed, from what to what, and who says so: "dead: 7 → 41, according to the mayor"; of a correction, whose it is."""
    if change.kind == "returned":
        return label("last told {date}", date=words.date(change.since)) if change.since else None
    values = " → ".join(_in_one_form(map(_inside, change.values))) if change.values else None
    said = f"{label(':')} ".join(filter(None, (change.about, values))) or None
    by = change.attributed_to
    if change.kind == "corrected":
        return f"{label(':')} ".join(filter(None, (by, said))) or None
    return f"{said}, {label('according to {name}', name=by)}" if said and by else said


def _in_one_form(values: Iterable[str]) -> Iterator[str]:
    """The values of a change, numbers in words as figures where another is one: 33 and 26, of "twenty-six"."""
    told = list(values)
    found = [(split, quantities(split)) for split in (tokens(value, 0, len(value)) for value in told)]
    is_plain = all(len(each) == 1 and each[0].unit is None and len(each[0].values) == 1 for _, each in found)
    if not is_plain or not any(split[each[0].at].is_number for split, each in found):
        yield from told
        return
    for value, (split, (each, *_)) in zip(told, found, strict=True):
        start, end = split[each.at].start, split[each.until - 1].end
        amount = value[start:end] if split[each.at].is_number else number_of(int(min(each.values)))
        yield f"{value[:start]}{amount}{value[end:]}"


def _inside(value: str) -> str:
    """A number in words as it stands inside a sentence: "Six" of "Six are missing"."""
    return value[:1].lower() + value[1:] if value.replace("-", "").replace(" ", "").isalpha() else value


def day_of(moment: Moment, briefing: Briefing) -> str:
    """The day of a date of the diary: "Today, 14 April 2026"."""
    try:
        days = (dt.date.fromisoformat(moment.start[:10]) - dt.date.fromisoformat(briefing.date)).days
    except ValueError:
        return when(moment)
    near = {0: label("Today"), 1: label("Tomorrow")}.get(days) if moment.end is None else None
    return f"{near}, {when(moment)}" if near else when(moment)


def changes_title(briefing: Briefing) -> str:
    """What the section of changes is headed by."""
    if briefing.previous is None:
        return label("Corrections")
    return label("What changed since {date}", date=words.date(briefing.previous))


def heading(story: Story) -> str:
    """A story's headline with whose word it is."""
    return words.in_full(story.headline)


def reading(count: int, *, folded: bool = False) -> str:
    """How long a form is to read: "1,190 words, 5 minutes"; of one in which more is `folded`, that this is not counted."""
    told = f"{counted(count, 'word')}, {counted(max(1, round(count / _PER_MINUTE)), 'minute')}"
    return label("{reading}, what is folded not counted", reading=told) if folded else told


def method(briefing: Briefing) -> list[str]:
    """What the order rests on, and what the user watches for; nothing of it in a short briefing."""
    if briefing.length == "short":
        return []
    notes = []
    if briefing.length == "all":
        notes = [
            label(
                "Order of the stories: {name}, weight {weight}: {meaning}",
                name=each.name,
                weight=each.weight,
                meaning=each.meaning,
            )
            for each in briefing.criteria
        ]
    return [*notes, *([label("Watched for: {names}", names=words.listed(briefing.watch))] if briefing.watch else [])]


def made(briefing: Briefing) -> list[str]:
    """How the briefing was made."""
    made = briefing.made
    usage = made.usage
    cards = counted(made.cards, "card")
    parts = [
        label("made {date} by summarize {version}", date=words.date(made.created), version=made.tool_version),
        label("engine {engine}", engine=made.engine),
        made.model and label("model {model}", model=made.model),
        made.prompt and label("prompt {prompt}", prompt=made.prompt),
        made.nlp or label("no NLP model"),
        label("{cards}, {number} of them reused", cards=cards, number=number_of(made.reused)) if made.reused else cards,
        usage.requests and counted(usage.requests, "request"),
        usage.requests and words.tokens(usage),
        cost(briefing),
        f"{number_of(made.seconds, 1)} s",
    ]
    return [str(part) for part in parts if part]
