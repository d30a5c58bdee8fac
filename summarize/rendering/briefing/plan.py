"""What of a briefing is shown at its length, and what is folded: lines in the order of their worth, until the words are used up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from summarize.briefing import BUDGETS, Ahead, Briefing, Change, Figure, Indexed, Line, Moment, Story, StoryQuote
from summarize.rendering import words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.answers import answered_at, group_with_answers, headlined, topped
from summarize.rendering.labels import counted, label, noted_noun

Key = str | tuple[int, str]
"""A list of the briefing ("top"), or of a story, by the story's number (3, "facts")."""

PARTS: Final = ("why", "disagreements", "quotes", "facts", "figures", "background", "people", "timeline")
"""The lists of a story, but for its dates ahead, which the diary has."""
WHOLE: Final = "whole"
_MARK: Final = 2
"""Words of the outlet that a mark names."""
_FIRST: Final = 3
"""Stories that are told before anything else is."""
_BEHIND_FIRST: Final = 2.005
"""The rank between the first story and the second."""
_BEHIND_SECOND: Final = 2.015
"""The rank between the second story and the third: of the fewest words some are for what is next; what happens the day after stands behind the third."""
_LATE: Final = 5.9
"""The rank behind the last story that is told."""
_FURTHER: Final = 5.7
"""The rank of the news of another account of a story, behind what answers the lede."""
_NEXT: Final = 6
"""Stories that are told before those have a quotation and a fact."""
_SETTING: Final = 16
_MAX_COUNT: Final = 8
_SOON: Final = 4
_NEAR: Final = 4.45
"""The rank of further dates of today and tomorrow: behind what is disputed, before opinions and what has a line."""
_LISTED: Final = {"short": 0.2}
_LISTED_ELSE: Final = 0.1
"""Share of the words that is kept for the headlines of what is not told."""
_ONLY_LONG: Final = frozenset({"people", "timeline"})
_COUNTED: Final = {
    "facts": noted_noun("fact"), "figures": noted_noun("figure"), "disagreements": noted_noun("difference"),
    "quotes": noted_noun("quotation"),
}  # fmt: skip
_NAMED: Final = 0.08
"""Share of the words of a long briefing that the index has before every story has a quotation and a fact."""
_NAMED_FIRST: Final = 5.2
_NAMED_LATE: Final = 7.3
"""The rank of the rest of it: before background, participants and timelines."""
_OF_TITLE: Final = 3
"""Words of a section's title."""


class _Unit(NamedTuple):
    """A line that may be shown."""

    rank: float
    key: Key
    cost: int
    with_it: tuple[Key, int] | None = None
    """A list of which so many further lines are shown with this one or not at all: what answers it."""
    behind: tuple[Key, int] | None = None
    """A list of which so many lines are shown, or this one is not: the last of them answers it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many of each list are shown, from its first one on."""

    counts: Mapping[Key, int] = field(default_factory=dict)
    whole: bool = False
    """True if all is shown."""

    def shown(self, key: Key, items: Sequence[Any]) -> Sequence[Any]:
        """Those of a list that are shown."""
        return items if self.whole else items[: self.counts.get(key, 0)]

    def folded(self, key: Key, items: Sequence[Any]) -> Sequence[Any]:
        """Those of a list that are not."""
        return () if self.whole else items[self.counts.get(key, 0) :]

    def tells(self, story: Story) -> bool:
        """True if a story is told, and not by its headline alone."""
        return self.whole or bool(self.counts.get((story.number, WHOLE)))


def rest(story: Story, plan: Plan) -> str | None:
    """What of a story is not told at this length: "More: 3 facts, 2 figures"; None if it is told whole."""
    parts = {part: len(plan.folded((story.number, part), getattr(story, part))) for part in PARTS}
    if not any(parts.values()):
        return None
    said = [counted(parts[part], noun) for part, noun in _COUNTED.items() if parts[part]]
    return label("More: {parts}", parts=", ".join(said)) if said else label("More")


def dates_ahead(briefing: Briefing, plan: Plan) -> list[Ahead]:
    """The dates ahead that are shown, in their order: at a length of so many words those of today and tomorrow before others."""
    return sorted(plan.shown("ahead", sections.ahead_by_nearness(briefing)), key=lambda each: each.moment.start)


def more_ahead(briefing: Briefing, plan: Plan) -> str:
    """How many dates ahead are not shown at a length: "14 more"; an empty string where all are."""
    hidden = len(plan.folded("ahead", sections.ahead(briefing)))
    return label("{number} more", number=words.number(hidden)) if hidden else ""


def indexed(briefing: Briefing, plan: Plan) -> list[Indexed]:
    """The entries of the index that are shown, in its order: at a length of so many words those of the first stories."""
    shown = plan.shown("index", sections.indexed(briefing))
    return [each for each in briefing.index if each in shown]


def more_names(briefing: Briefing, plan: Plan) -> str:
    """How many entries of the index are not shown where some are: "14 more"; an empty string where all are."""
    hidden = len(plan.folded("index", briefing.index))
    return label("{number} more", number=words.number(hidden)) if hidden else ""


def left_out(briefing: Briefing, plan: Plan, *shown: Sequence[Story]) -> str | None:
    """What a form without folds does not tell at its length; `shown` are the stories that have at least a headline."""
    changes = len(plan.folded("changed", sections.developments(briefing)))
    return sections.left_out(briefing, shown, changes, dates=bool(plan.shown("ahead", briefing.ahead)))


def fit_to_length(briefing: Briefing, count: Callable[[Briefing, Plan], int], spare: int = 0) -> Plan:
    """The plan with which a briefing has the words of its length, or all that it has if that is less.

    `count` is asked for the words of a briefing with a plan, of which so many are kept to `spare`.
    """
    budget = BUDGETS.get(briefing.length)
    if budget is None:
        return Plan(whole=True)
    return _fit_plan(briefing, budget - spare, lambda plan: count(_as_first_made(briefing), plan))


def _as_first_made(briefing: Briefing) -> Briefing:
    """The briefing with the most that can be said of how it was made: of what is told, nothing may depend on what was reused, asked or paid."""
    made = briefing.made
    # A model's cards may all come from the store: then no request is told of, and another price.
    usage = made.usage.model_copy(update={"requests": 1}) if made.model else made.usage
    cost = None if made.model else made.cost_usd
    told = made.model_copy(update={"reused": made.cards or 1, "usage": usage, "cost_usd": cost, "seconds": 0})
    return briefing.model_copy(update={"made": told})


def _fit_plan(briefing: Briefing, budget: int, count: Callable[[Plan], int]) -> Plan:
    units = sorted(_units(briefing), key=lambda unit: unit.rank)
    fixed = count(Plan())
    room = budget - fixed
    best, words_of_it = Plan(), fixed
    for _ in range(6):
        plan = _fill_plan(briefing, units, room)
        found = count(plan)
        if found <= budget and found >= words_of_it:
            best, words_of_it = plan, found
        if 0.97 * budget <= found <= budget or (found < budget and _is_all(plan, units)):
            break
        room += int(0.985 * budget) - found
    return best


def _is_all(plan: Plan, units: Sequence[_Unit]) -> bool:
    return all(plan.counts.get(unit.key) for unit in units) and sum(plan.counts.values()) >= len(units)


def _fill_plan(briefing: Briefing, units: Sequence[_Unit], room: int) -> Plan:
    """The lines that fit, the worthiest first. A list is shown up to the first line that does not fit."""
    counts: dict[Key, int] = {}
    closed: set[Key] = set()
    kept = int(_LISTED.get(briefing.length, _LISTED_ELSE) * room)
    left = room - kept
    news = sections.news(briefing)
    later = {story.number: news[at + 1 :] for at, story in enumerate(news)}
    for unit in units:
        key = unit.key
        needs_story = isinstance(key, tuple) and key[1] != WHOLE and not counts.get((key[0], WHOLE))
        if key in closed or needs_story:
            continue
        is_unanswered = unit.behind is not None and counts.get(unit.behind[0], 0) < unit.behind[1]
        if unit.cost > left or is_unanswered:
            closed.add(key)
            if isinstance(key, tuple) and key[1] == WHOLE:
                closed.update((story.number, WHOLE) for story in later[key[0]])  # they are told in their order
            continue
        left -= unit.cost
        counts[key] = counts.get(key, 0) + 1
        if unit.with_it is not None:
            behind, more = unit.with_it
            counts[behind] = counts.get(behind, 0) + more
    left += kept
    for story in news:
        if not counts.get((story.number, WHOLE)):
            cost = sum(map(_of_line, headlined(story))) + 1
            if cost > left:
                break
            left -= cost
            counts["listed"] = counts.get("listed", 0) + 1
    for story in sections.briefly(briefing)[counts.get("briefly", 0) :]:
        left -= _of_brief(story) + (0 if counts.get("briefly") else _OF_TITLE)
        if left < 0:
            break
        counts["briefly"] = counts.get("briefly", 0) + 1
    return Plan(counts)


def _units(briefing: Briefing) -> Iterator[_Unit]:
    is_short = briefing.length == "short"
    for warning in briefing.warnings:
        yield _Unit(0, "warnings", len(warning.split()) + 2)
    if not is_short:
        for place, top in enumerate(briefing.top):
            yield _Unit(1 + place / 100, "top", sum(map(_of_line, topped(briefing, top))) + 2)
    is_late = False
    for place, entry in enumerate(sections.developments(briefing)):
        steps = sum(_of_step(change, entry.story) for change in sections.steps(entry))
        # Of the fewest words some are for what changed in the first story: else three stories would take them all.
        # What was corrected comes behind the news of the day, and what stands behind it in the list with it.
        is_late = is_late or (is_short and entry.kind == "corrected")
        rank = _LATE if is_late else _BEHIND_FIRST if is_short and place == 0 else 3 if place < _MAX_COUNT else 7
        yield _Unit(rank, "changed", steps + 4)
    for place, line in enumerate(sections.quiet(briefing)):
        yield _Unit(6.5 + place / 100, "quiet", _of_line(line) + 3)
    dates = sections.ahead_by_nearness(briefing)
    soonest = sections.next_dates(briefing, dates) if is_short else []
    for place, each in enumerate(dates):
        is_near = place < _MAX_COUNT and sections.is_soon(each, briefing)
        rank = (3.5 if place < _SOON else 6 if is_short else _NEAR) if is_near else 6
        rank = _BEHIND_SECOND + place / 100 if each in soonest else rank
        yield _Unit(rank, "ahead", _of_moment(each.moment) + 3)
    for place, comment in enumerate(sections.comments(briefing)):
        yield _Unit(4.5 if place < _SOON and not is_short else 6.2, "comments", _of_line(comment.line) + 6)
    for place, story in enumerate(sections.briefly(briefing)):
        yield _Unit(4.6 if place < _MAX_COUNT and not is_short else 6.3, "briefly", _of_brief(story))
    for place, story in enumerate(sections.news(briefing)):
        yield from _of_story(story, place, briefing)
    if briefing.length == "long":
        kept = _NAMED * BUDGETS["long"]
        for place, name in enumerate(sections.indexed(briefing)):
            cost = _words(f"{name.name} {name.role or ''}") + _MARK + 1 + len(name.stories)
            kept -= cost
            yield _Unit((_NAMED_FIRST if kept >= 0 else _NAMED_LATE) + place / 1000, "index", cost)
    for skipped in briefing.skipped:
        yield _Unit(6.8, "skipped", len(f"{skipped.source} {skipped.reason}".split()) + 2)


def _of_story(story: Story, place: int, briefing: Briefing) -> Iterator[_Unit]:
    number, late = story.number, place / 100
    essential = _words(phrases.heading(story)) + 1 + _of_line(story.lede)
    warned = sum(_words(warning) + 1 for warning in story.warnings)
    is_watched = story.scores.get("watched", 0) >= 1
    rank = 2 + late if place < _FIRST or is_watched else (3.8 if place < _NEXT else 5.8) + late
    essential += warned + (_MARK if briefing.length == "short" else _SETTING)
    first, *units = group_with_answers([story.lede, *story.facts], story.headline)
    facts: Key = (number, "facts")
    more = sum(map(_of_line, first[1:]))
    yield _Unit(rank, (number, WHOLE), essential + more, (facts, len(first) - 1) if first[1:] else None)
    for part in PARTS if briefing.length != "short" else ("facts",):
        if part in _ONLY_LONG and briefing.length != "long":
            continue
        if part == "facts":
            at = len(first) - 1
            is_own = briefing.length != "short"
            for unit in units:
                cost = sum(map(_of_line, unit)) + (1 if at == 0 else 0)
                # What answers the lede stands before the news of the next account, which comes before details.
                is_further = is_own and 0 < at <= _FIRST and place < _NEXT and unit[0].article != story.lede.article
                is_own = is_own and unit[0].article == story.lede.article
                yield _Unit(
                    (_FURTHER if is_further else _rank(part, at)) + late,
                    facts,
                    cost,
                    (facts, len(unit) - 1) if unit[1:] else None,
                )
                at += len(unit)
            continue
        if part == "background":
            yield from _of_background(story, late)
            continue
        for at, item in enumerate(getattr(story, part)):
            yield _Unit(_rank(part, at) + late, (number, part), _cost(part, item) + (1 if at == 0 else 0))


def _of_background(story: Story, late: float) -> Iterator[_Unit]:
    """The background of a story, each line with its answers; a charge that a fact answers stands behind that."""
    key, at = (story.number, "background"), 0
    for unit in group_with_answers(story.background):
        cost = sum(map(_of_line, unit)) + (1 if at == 0 else 0)
        behind = answered_at(unit[0], story.facts) if len(unit) == 1 else 0
        yield _Unit(
            _rank("background", at) + late,
            key,
            cost,
            (key, len(unit) - 1) if unit[1:] else None,
            ((story.number, "facts"), behind) if behind else None,
        )
        at += len(unit)


def _rank(part: str, at: int) -> float:
    """When a line of a story is told: what is disputed first, then a quotation and a fact, then the rest."""
    if part == "disagreements":
        return 4
    if part == "why":
        return 4.4
    if part in {"quotes", "facts"} and at == 0:
        return 5.3
    return {"facts": 7, "quotes": 7.1, "figures": 7.2}.get(part, 8) + at / 10


def _cost(part: str, item: Any) -> int:
    if part == "disagreements":
        lines = [line for side in item.sides for line in side.lines]
        if item.kind != "attribution":
            return _words(item.about) + sum(
                10 + _words(f.attributed_to or "") for side in item.sides for f in side.figures
            )
        return _words(item.about) + sum(_of_line(line) + 4 for line in lines)
    if isinstance(item, StoryQuote):
        return _words(item.text) + _words(f"{item.speaker} {item.role or ''} {item.cue or ''}") + _MARK + 4
    if isinstance(item, Figure):
        return 2 + _of_line(item.line)
    if isinstance(item, Moment):
        return _of_moment(item)
    return _of_line(item) if isinstance(item, Line) else _words(f"{item.name} {item.role or ''}") + _MARK + 3


def _of_moment(moment: Moment) -> int:
    return 5 + (_of_line(moment.what) if moment.what else 0)


def _of_step(change: Change, story: Story) -> int:
    is_line = change.now is not None and (not change.values or sections.is_by_sentence(change, story))
    now = _of_line(change.now) if change.now is not None and is_line else _MARK
    now += _words(change.attributed_to or "") + 2
    return _words(" ".join((change.about or "", *(change.values or ())))) + 2 + now


def _of_brief(story: Story) -> int:
    return _of_line(sections.brief_line(story)) + 3


def _of_line(line: Line) -> int:
    return _words(line.text) + _MARK


def _words(text: str) -> int:
    return len(text.split())
