"""The sections of a briefing, the same in every form: which stories and changes stand in each, and in what order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Final, NamedTuple

from summarize.briefing import APART, Ahead, Briefing, Change, Indexed, Line, Slot, Story
from summarize.languages.figures import figures
from summarize.languages.stories import changes
from summarize.rendering.dates import date
from summarize.rendering.labels import counted, label, listed, noted

_LABELS = {"updated": noted("Updated"), "corrected": noted("Corrected"), "returned": noted("Back")}
_SLOTS: Mapping[Slot, str] = {
    "opinion": noted("Opinion"), "analysis": noted("Analysis"), "markets": noted("Markets"), "sport": noted("Sport"),
    "weather": noted("Weather"), "obituary": noted("Obituary"), "service": noted("Service"),
}  # fmt: skip
_DAY_WORDS: Final = changes("en").day_words
_OPENING: Final = "“„"
_CLOSING: Final = "”"
_FEW_WORDS: Final = 25
_FEWER_WORDS: Final = 15
"""Words of a date that has a place among the fewest, and of one that has it before longer ones."""
_SOON = 1
"""Days after the briefing's for which a date counts as the next thing to happen."""


class Changed(NamedTuple):
    """A story and what is different about it, of one kind."""

    kind: str
    story: Story
    changes: tuple[Change, ...]
    is_brief: bool = False
    """In the fewest words: the story stands right below, and its headline is not told here as well."""

    @property
    def label(self) -> str:
        """What the kind is called."""
        return label(_LABELS[self.kind])


def slot_label(slot: Slot) -> str:
    """What a piece that is told apart is marked with."""
    return label(_SLOTS[slot])


class Comment(NamedTuple):
    """A piece of opinion or analysis, by its headline."""

    slot: Slot
    line: Line
    authors: tuple[str, ...]
    story: int | None  # the story that it is about


def news(briefing: Briefing) -> list[Story]:
    """The stories that are told as news: all but those of a kind that has a line after them."""
    return [story for story in briefing.stories if story.slot not in APART]


def developments(briefing: Briefing) -> list[Changed]:
    """What is different since the last briefing about stories that it had, or an earlier one; nothing of what is new.

    An update that says no more than the story itself is left out: see `updated`. That two days begin a story with another sentence is no change.
    """
    return [each for each in _developments(briefing) if each.kind != "updated" or steps(each)]


def updated(briefing: Briefing) -> list[int]:
    """Numbers of the stories that go on and have news, of which there is nothing to tell beside the story itself."""
    entries = _developments(briefing)
    told = {each.story.number for each in entries if each.kind != "updated" or steps(each)}
    alone = {each.story.number for each in entries} - told
    return [story.number for story in news(briefing) if story.number in alone]


def _developments(briefing: Briefing) -> list[Changed]:
    stories = [*news(briefing), *(story for story in briefing.stories if story.slot == "correction")]
    is_short = briefing.length == "short"
    return [
        Changed(kind, story, changes, is_short and kind == "updated")
        for kind in ("updated", "corrected", "returned")
        for story in stories
        if (changes := tuple(_of_kind(story, kind, is_short=is_short)))
    ]


def _of_kind(story: Story, kind: str, *, is_short: bool) -> Iterator[Change]:
    """What is different of one kind; in the fewest words, not what the story's headline or lede says."""
    said = {story.headline.text, story.lede.text} if is_short and kind == "updated" else set()
    for change in story.changes:
        if change.kind == kind and not (said and (change.now is None or change.now.text in said) and not change.values):
            yield change


def steps(changed: Changed) -> list[Change]:
    """The changes of a story that have to be told beside the story itself: not that its lede is new, nor the lede again."""
    story = changed.story
    return [
        _beside(each, story)
        for each in changed.changes
        if each.about or each.kind != "updated" or each.now != story.lede
    ]


def _beside(change: Change, story: Story) -> Change:
    """A change as it is told beside its story: what came back without the story's own lede, a figure with its sentence without whose it is."""
    if change.kind == "returned" and change.now == story.lede:
        return change.model_copy(update={"now": None})
    return change.model_copy(update={"attributed_to": None}) if is_by_sentence(change, story) else change


def is_by_sentence(change: Change, story: Story) -> bool:
    """True for a change of a figure that its label does not explain (6,200 → 19,400 names), where the story itself does not begin with its sentence."""
    words = figures("en")
    plain = {*words.people, *words.in_hospital.values()}
    if not change.values or change.now is None or change.about in plain:
        return False
    return change.now.text not in {story.headline.text, story.lede.text}


def is_told(line: Line, story: Story) -> bool:
    """True for a sentence that stands among those which the story is told in."""
    return line.evidence[0] in {each.evidence[0] for each in (story.lede, *story.facts)}


def is_headed(changed: Changed) -> bool:
    """True if the story's headline has to stand before its changes: it is no correction, and none of them says it."""
    said = {each.now.text for each in steps(changed) if each.now}
    return not changed.is_brief and changed.story.slot != "correction" and changed.story.headline.text not in said


def new(briefing: Briefing) -> list[int]:
    """Numbers of the stories that no earlier briefing had."""
    told = news(briefing) if briefing.previous else []
    return [story.number for story in told if any(change.kind == "new" for change in story.changes)]


def quiet(briefing: Briefing) -> list[Line]:
    """Headlines of the stories that no article of the day takes up."""
    return [story.headline for story in briefing.quiet]


def unchanged(briefing: Briefing) -> list[int]:
    """Numbers of the stories that nothing new is said about."""
    told = news(briefing) if briefing.previous else []
    return [story.number for story in told if all(change.kind == "unchanged" for change in story.changes)]


def has_changes(briefing: Briefing) -> bool:
    """True if there is something to say of what is different since the last briefing, or is not."""
    return any(tell(briefing) for tell in (developments, updated, unchanged, new, quiet))


def comments(briefing: Briefing) -> list[Comment]:
    """Opinion and analysis, in the order of the stories that they are about; those about none of them last."""
    articles = {article.number: article for article in briefing.articles}
    found = [
        Comment(articles[line.article].slot, line, articles[line.article].authors, story.number)
        for story in briefing.stories
        for line in story.comments
    ]
    own = [story for story in briefing.stories if story.slot in {"opinion", "analysis"}]
    alone = [Comment(story.slot, story.headline, articles[story.headline.article].authors, None) for story in own]
    return [*found, *alone]


def briefly(briefing: Briefing) -> list[Story]:
    """Markets, sport, weather and the like, a line each: by kind, each in the order of the stories."""
    order = list(_SLOTS)
    own = [story for story in briefing.stories if story.slot in order and story.slot not in {"opinion", "analysis"}]
    return sorted(own, key=lambda story: order.index(story.slot))


def brief_line(story: Story) -> Line:
    """The line of a story that is told in one: its headline; of markets and weather, what they did."""
    return story.lede if story.slot in {"markets", "weather"} else story.headline


def ahead(briefing: Briefing) -> list[Ahead]:
    """The dates to come, in their order."""
    return sorted(briefing.ahead, key=_start)


def ahead_by_nearness(briefing: Briefing) -> list[Ahead]:
    """The dates to come in the order in which they are told where not all are: those of today and tomorrow first, of which an account of today tells before others.

    In the fewest words one of each of the two days stands before them.
    """
    earlier = {article.number for article in briefing.articles if article.earlier is not None}
    found = sorted(
        ahead(briefing), key=lambda each: (not is_soon(each, briefing), bool(earlier & {*each.moment.articles}))
    )
    first = next_dates(briefing, found) if briefing.length == "short" else []
    return [*first, *(each for each in found if each not in first)]


def next_dates(briefing: Briefing, found: Sequence[Ahead]) -> list[Ahead]:
    """What happens today and what happens tomorrow, one of each, of the dates in an order: told in few words, by itself, and not as a story's own news."""
    said = {line.text for story in news(briefing) for line in (story.headline, story.lede)}
    can_be_told = [
        each
        for each in found
        if each.moment.what is not None
        and len(each.moment.what.text.split()) <= _FEW_WORDS
        and each.moment.what.text not in said
        and context(each, briefing) is None
    ]
    days = ([each for each in can_be_told if _days_to(each, briefing) == day] for day in range(_SOON + 1))
    return [min(of_day, key=_is_long) for of_day in days if of_day]


def _is_long(each: Ahead) -> bool:
    return each.moment.what is not None and len(each.moment.what.text.split()) > _FEWER_WORDS


def _start(each: Ahead) -> str:
    return each.moment.start


def story_of(ahead: Ahead, briefing: Briefing) -> Story | None:
    """The story of a date: today's, or one of the last briefing that has gone quiet."""
    if ahead.story is not None:
        return next((story for story in briefing.stories if story.number == ahead.story), None)
    said = {cite.text for cite in ahead.moment.evidence}
    return next(
        (
            story
            for story in briefing.quiet
            for moment in story.ahead
            if moment.start == ahead.moment.start and said & {cite.text for cite in moment.evidence}
        ),
        None,
    )


def context(ahead: Ahead, briefing: Briefing) -> Line | None:
    """The headline of a date whose sentence opens on somebody who is not named in it; None where none is needed, or known.

    It is the story's where that is of the same article; else the article's own title, since another's may be about somebody else.
    """
    what = ahead.moment.what
    if what is None or changes("en").opens_on_another.search(what.text) is None:
        return None
    story = story_of(ahead, briefing)
    if story is not None and story.headline.article == what.article:
        return story.headline if story.headline.text != what.text else None
    article = next((each for each in briefing.articles if each.number == what.article), None)
    if article is None or not article.title:
        return None
    return Line(text=article.title, support="cut", evidence=what.evidence)


def is_soon(ahead: Ahead, briefing: Briefing) -> bool:
    """True for what happens on the day of the briefing or the day after it."""
    return _days_to(ahead, briefing) <= _SOON


def entry(ahead: Ahead, briefing: Briefing) -> Line | None:
    """The sentence of a date; of an article of another day than the briefing's, each "tomorrow" with the day that it was, in brackets."""
    what = ahead.moment.what
    article = next((each for each in briefing.articles if what is not None and each.number == what.article), None)
    told_on = article and ((article.published or "")[:10] or article.earlier)
    if what is None or not told_on or told_on == briefing.date:
        return what
    text = _DAY_WORDS.sub(lambda match: _with_its_day(match, told_on), what.text)
    return what if text == what.text else what.model_copy(update={"text": text, "support": "cut"})


def _with_its_day(match: re.Match[str], told_on: str) -> str:
    """A word that counts from the day on which it is said, with that day in brackets; as it is inside quotation marks."""
    before = match.string[: match.start()]
    if sum(before.count(mark) for mark in _OPENING) > before.count(_CLOSING) or before.count('"') % 2:
        return match[0]
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    count = next(count for name, count in days.items() if match[name])
    day = dt.date.fromisoformat(told_on) + dt.timedelta(days=count)
    return f"{match[0]} [{date(day.isoformat())}]"


def _days_to(ahead: Ahead, briefing: Briefing) -> float:
    """How many days a date is ahead; endlessly many of a month or year."""
    try:
        return (dt.date.fromisoformat(ahead.moment.start[:10]) - dt.date.fromisoformat(briefing.date)).days
    except ValueError:
        return inf


def indexed(briefing: Briefing) -> list[Indexed]:
    """The entries of the index by their worth: of the first stories first, and of these who is in several."""
    return sorted(briefing.index, key=lambda each: (min(each.stories, default=0), -len(each.stories)))


def left_out(briefing: Briefing, shown: Sequence[Sequence[Story]], changes: int, *, dates: bool) -> str | None:
    """What is not told: how many stories have not even a headline, of the news and of what has a line after it, and how many changes are hidden.

    And how many dates lie ahead, where none of the `dates` is told: a diary of which the beginning is says itself how many more there are.
    """
    more = len(news(briefing)) + len(briefly(briefing)) - sum(map(len, shown))
    parts = [
        *([counted(more, "further story", "further stories")] if more > 0 else []),
        *([counted(changes, "further change")] if changes else []),
        *([counted(len(briefing.ahead), "date ahead", "dates ahead")] if briefing.ahead and not dates else []),
    ]
    if not parts:
        return None
    said = label("Not told at this length: {stories}.", stories=listed(parts))
    return f"{said} {label('Everything is told at the length “all”.')}"
