"""How a day of labelled articles is briefed: what an editor would count.

    python -m tests.benches.days [evals/days] [--nlp auto|on|off] [--show]

Reads a folder of `YYYY-MM-DD.yaml` (its README says what the labels mean), briefs the days in order with one memory, and prints for each
what is right, wrong and missed; `--show` names each fault.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from summarize.article import Article
from summarize.briefing import Briefing, Change, Disagreement, Made, Skipped, Story
from summarize.daily.day import briefing_of, reason_against
from summarize.daily.memory import Memory
from summarize.pipeline import Pipeline, pipeline_for
from summarize.reading import read_text
from summarize.rendering.briefing import to_markdown
from summarize.settings import Settings
from summarize.stories.composing import Edition
from tests.benches.index import index_verdicts

_APART = frozenset({"opinion", "analysis"})
_MADE = Made(created="2026-01-01T00:00:00+00:00", tool_version="", engine="extractive", cards=0, cost_usd=0, seconds=0)
_LENGTHS = {"short": 300, "standard": 1200, "long": 3000}


@dataclass(slots=True)
class Tally:
    """What was counted of one day: right, wrong and missed of each measure, and every fault in words."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, measure: str, verdict: str, what: str) -> None:
        """Count one case; anything but `right` is kept as a fault, with what it is about."""
        self.counts[measure, verdict] += 1
        if verdict != "right":
            self.faults.append(f"{measure}, {verdict}: {what}")

    def lines(self) -> Iterator[str]:
        """One line a measure."""
        for measure in dict.fromkeys(name for name, _ in sorted(self.counts)):
            right, wrong, missed = (self.counts[measure, verdict] for verdict in ("right", "wrong", "missed"))
            yield f"  {measure}: {right} right, {wrong} wrong, {missed} missed"


@dataclass(frozen=True, slots=True)
class LabelledDay:
    """A day's articles, by their ids, and what is labelled of them, of their events and of the index."""

    date: str
    articles: Mapping[str, Mapping[str, Any]]
    events: Mapping[str, Mapping[str, Any]]
    index: Sequence[Mapping[str, Any]]

    def events_of(self, story: Story, briefing: Briefing) -> list[str]:
        """The events that a story's articles are labelled with, the commonest first."""
        found = Counter(str(self.articles[briefing.articles[n - 1].source]["event"]) for n in story.articles)
        return [event for event, _ in found.most_common()]


def day_of(path: Path) -> LabelledDay:
    """A labelled day."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    articles = {each["id"]: each for each in document["articles"]}
    return LabelledDay(document["date"], articles, document["events"], document.get("index", ()))


def article_of(label: Mapping[str, Any]) -> Article:
    """A labelled article, as a reader of feeds would give it; its source is its id."""
    article = read_text(f"{label['title']}\n\n{label['text']}", label["id"], label.get("at")).article
    known = {"title": label["title"], "publisher": label["outlet"], "published": label.get("at"), "source": label["id"]}
    return article.model_copy(update=known | {"authors": (label["by"],) if "by" in label else ()})


def briefed(days: Sequence[LabelledDay], pipeline: Pipeline) -> Iterator[Briefing]:
    """The briefings of days, each told against those before it."""
    with Memory(None, print) as memory:
        for day in days:
            edition = Edition(day.date, "UTC", day.date)
            articles = [article_of(label) for label in day.articles.values()]
            reasons = {each.source: reason_against(each, edition) for each in articles}
            skipped = [Skipped(source=name, reason=reason) for name, reason in reasons.items() if reason]
            cards = [pipeline.card(each) for each in articles if reasons[each.source] is None]
            briefing = briefing_of(cards, skipped, _MADE, edition, memory.before(day.date))
            memory.remember(briefing)
            yield briefing


def score(day: LabelledDay, briefing: Briefing, told: Mapping[str, AbstractSet[str]]) -> Tally:
    """What is right and wrong about a day's briefing.

    Args:
        day: the labels.
        briefing: what the program made of the day.
        told: the events of the days before, and the dates that were ahead of each.
    """
    tally = Tally()
    stories: dict[str, list[Story]] = {}
    for story in briefing.stories:
        events = day.events_of(story, briefing)
        if len(events) > 1:
            tally.note("stories", "wrong", f"mixed: {', '.join(events)}")
        stories.setdefault(events[0], []).append(story)
    for event, label in day.events.items():
        found = stories.get(event, [])
        if label.get("known"):
            tally.note("known", "wrong" if found and briefing.previous else "right", event)
            continue
        tally.note("stories", "right" if len(found) == 1 else "missed" if not found else "wrong", f"split: {event}")
        for story in found[:1]:
            _score_story(tally, event, label, story, briefing, before=told.get(event, set()))
            if briefing.previous:
                own = label.get("changed", () if event in told else ({"kind": "new"},))
                _score_changes(tally, event, list(own), story.changes)
            unusable = story.slot != "correction" and any(
                day.articles[name].get("title_bad") for name in _titled(day, story.headline.text)
            )
            tally.note("headlines", "wrong" if unusable else "right", f"{event}: {story.headline.text}")
    _score_slots(tally, day, briefing)
    _score_top(tally, day, briefing)
    if any("said" in label for label in day.articles.values()):
        _score_speakers(tally, day, briefing)
    if day.index:
        of_story = {story.number: day.events_of(story, briefing)[0] for story in briefing.stories}
        for measure, verdict, what in index_verdicts(briefing.index, day.index, of_story):
            tally.note(measure, verdict, what)
    return tally


def _score_story(
    tally: Tally,
    event: str,
    label: Mapping[str, Any],
    story: Story,
    briefing: Briefing,
    *,
    before: AbstractSet[str],
) -> None:
    count = story.coverage.independent
    tally.note("independent", "right" if count == label["independent"] else "wrong", f"{event}: {count}")
    wanted = list(label.get("differ", ()))
    for each in story.disagreements:
        fits = next((one for one in wanted if _is_of(each, one["sides"])), None)
        if fits is not None:
            wanted.remove(fits)
        tally.note("disagreements", "right" if fits else "wrong", f"{event}: {each.about}")
    for one in wanted:
        tally.note("disagreements", "missed", f"{event}: {one['about']}")
    still = {date for date in before if date >= briefing.date}
    ahead = {each.moment.start[:10] for each in briefing.ahead if each.story == story.number}
    own = set(label.get("ahead", ()))
    for date in sorted(ahead | own):
        verdict = "right" if date in ahead & (own | still) else "wrong" if date in ahead else "missed"
        tally.note("dates ahead", verdict, f"{event}: {date}")


def _is_of(found: Disagreement, sides: Sequence[str]) -> bool:
    """True if each labelled side is shown by a side of its own, a time of day with or without its half: 10.52, of "10.52pm"."""
    shown = [" ".join((side.value, *_amounts(side), *(line.text for line in side.lines))) for side in found.sides]
    return all(any(re.search(rf"(?<!\w){re.escape(side)}(?=[ap]m\b|\W|$)", text) for text in shown) for side in sides)


def _amounts(side: Any) -> list[str]:
    return [f"{figure.amount:.0f}" for figure in side.figures if figure.amount is not None]


def _score_changes(tally: Tally, event: str, wanted: list[Mapping[str, Any]], changes: Sequence[Change]) -> None:
    for change in changes:
        if change.kind == "unchanged":
            continue
        said = " ".join((change.about or "", *(change.values or ()), change.now.text if change.now else ""))
        fits = next(
            (one for one in wanted if one["kind"] == change.kind and one.get("has", "").casefold() in said.casefold()),
            None,
        )
        if fits is not None:
            wanted.remove(fits)
        tally.note("changes", "right" if fits else "wrong", f"{event}: {change.kind} {said[:90]}")
    for one in wanted:
        tally.note("changes", "missed", f"{event}: {one}")


def _score_slots(tally: Tally, day: LabelledDay, briefing: Briefing) -> None:
    reasons = {each.source for each in briefing.skipped}
    given = {article.source: getattr(article, "slot", "news") for article in briefing.articles if not article.earlier}
    for name, label in day.articles.items():
        slot = label.get("slot", "news")
        found = "junk" if name in reasons and slot == "junk" else given.get(name)
        if found is not None:
            tally.note("slots", "right" if found == slot else "wrong", f"{name}: {found}, not {slot}")


def _score_top(tally: Tally, day: LabelledDay, briefing: Briefing) -> None:
    for top in briefing.top:
        story = briefing.stories[top.story - 1]
        slots = {day.articles[briefing.articles[n - 1].source].get("slot", "news") for n in story.articles}
        bad = next((name for name in _titled(day, top.line.text) if day.articles[name].get("title_bad")), None)
        is_apart = not slots & {"news", "live", "correction"}
        is_long = len(top.line.text.split()) > 35
        opens_badly = re.match(
            r"(?:\d\d?[:.]\d\d|Video|The (?:increase|move|decision)|They|He|She|It)\b", top.line.text
        )
        verdict = "wrong" if bad or is_apart or is_long or opens_badly else "right"
        tally.note("top lines", verdict, top.line.text)


def _score_speakers(tally: Tally, day: LabelledDay, briefing: Briefing) -> None:
    """Each quotation that a story carries is one that is labelled, and its speaker's; none has to be carried."""
    said = {words: who for label in day.articles.values() for words, who in label.get("said", {}).items()}
    for story in briefing.stories:
        for quote in story.quotes:
            who = next((who for words, who in said.items() if words in quote.text), None)
            verdict = "right" if who is not None and str(who).endswith(str(quote.speaker)) else "wrong"
            tally.note("speakers", verdict, f"{quote.speaker}: {quote.text}")


def _titled(day: LabelledDay, text: str) -> list[str]:
    return [name for name, label in day.articles.items() if label["title"] == text]


def words_of(briefing: Briefing) -> dict[str, int]:
    """How many words each length has in Markdown, all told: by white space, without front matter and the targets of links."""
    found: dict[str, int] = {}
    for length in _LENGTHS:
        text = to_markdown(briefing.model_copy(update={"length": length})).split("---", 2)[2]
        found[length] = len(re.sub(r"(?m)^\[[^\]]+\]: .*$", "", text).split())
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the days of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("evals/days"))
    parser.add_argument("--nlp", choices=("auto", "on", "off"), default="auto")
    parser.add_argument("--show", action="store_true", help="name each fault")
    given = parser.parse_args(arguments)
    days = [day_of(path) for path in sorted(given.folder.glob("*.yaml"))]
    told: dict[str, set[str]] = {}
    for day, briefing in zip(days, briefed(days, pipeline_for(Settings(nlp=given.nlp))), strict=True):
        tally = score(day, briefing, told)
        for event, label in day.events.items():
            told[event] = told.get(event, set()) | set(label.get("ahead", ()))
        lengths = ", ".join(f"{name} {count}" for name, count in words_of(briefing).items())
        print(f"{day.date}: {len(day.articles)} articles, {len(briefing.stories)} stories; words: {lengths}")
        print("\n".join(tally.lines()))
        if given.show:
            print("\n".join(f"    {fault}" for fault in tally.faults))


if __name__ == "__main__":
    main()
