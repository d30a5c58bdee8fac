"""Rules of a daily briefing, on two days of articles written and labelled for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from summarize.briefing import Briefing, Change, Line, Story
from summarize.briefing.briefing import Length
from summarize.rendering.briefing import to_markdown
from summarize.schemas import schema_json
from tests.daily.goldens import texts
from tests.daily.seeds import DAYS, LABELS, briefings, label_of

GOLDEN = Path(__file__).parent / "golden"
BRIEFINGS = [pytest.param(place, id=day) for place, day in enumerate(DAYS)]


def event_of(briefing: Briefing, story: Story) -> str:
    """The event of a story's articles."""
    events = {label_of(briefing.articles[number - 1])["event"] for number in story.articles}
    assert len(events) == 1, (story.headline.text, events)
    return str(events.pop())


@pytest.mark.parametrize("name", [f"{day}{ending}" for day in DAYS for ending in (".md", ".json")])
def test_goldens(name: str) -> None:
    """The briefings are as they are checked in; after a wanted change: `python -m tests.daily.goldens`, and look at what changed."""
    assert texts()[name] == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", BRIEFINGS)
def test_one_story_for_each_event(place: int) -> None:
    """Articles are in one story if and only if they are labelled with one event."""
    briefing = briefings()[place]
    events = [event_of(briefing, story) for story in briefing.stories]
    assert len(events) == len(set(events))
    expected = {
        label["event"] for name, label in LABELS["files"].items() if name.startswith(DAYS[place]) and label["event"]
    }
    assert set(events) == expected


@pytest.mark.parametrize("place", BRIEFINGS)
def test_copies_are_counted_once(place: int) -> None:
    """How many independent sources a story has is as labelled."""
    briefing = briefings()[place]
    for story in briefing.stories:
        label = LABELS["events"][event_of(briefing, story)]
        assert story.coverage.independent == label["independent"][DAYS[place]], story.headline.text


def test_what_is_left_out_says_why() -> None:
    """The advertisement and the broken file are left out, each with its reason."""
    reasons = {skipped.source.rpartition("/")[2]: skipped.reason for skipped in briefings()[0].skipped}
    assert (
        "marked as sponsored" in reasons["pennine-recorder-sponsored.txt"].lower()
        or "advertisement" in reasons["pennine-recorder-sponsored.txt"]
    )
    assert "no sound PDF" in reasons["harbour-board-minutes.pdf"]
    assert len(reasons) == 2


def words(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize("place", BRIEFINGS)
def test_everything_traces_to_characters(place: int) -> None:
    """Every statement, figure, quotation, name, place and date stands in an article where its evidence says."""
    document = json.loads((GOLDEN / f"{DAYS[place]}.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads(schema_json("briefing")))
    articles = {article["number"]: article["text"] for article in document["articles"]}
    titles = {article["number"]: words(article["title"] or "") for article in document["articles"]}
    count = 0

    def walk(value: object) -> None:
        nonlocal count
        if isinstance(value, list):
            for each in value:
                walk(each)
        if not isinstance(value, dict):
            return
        for each in value.values():
            walk(each)
        evidence = value.get("evidence")
        if evidence is None:
            return
        count += 1
        assert evidence, value
        said = [articles[cite["article"]][cite["start"] : cite["end"]] for cite in evidence]
        assert said == [cite["text"] for cite in evidence]
        if value.get("support") == "verbatim":
            assert len({cite["article"] for cite in evidence}) == 1
            assert words(value["text"]) in {words(" ".join(said)), titles[evidence[0]["article"]]}
        elif "also" in value:
            assert value["text"] == " ".join(said)
        elif "amount" in value:
            assert value["value"] == said[0]
        elif "words" in value:
            assert value["words"] in {words(each) for each in said}
        elif "mentions" in value:
            assert any(value["name"].split()[-1] in each for each in said), value["name"]

    walk(document)
    assert count > 300


@pytest.mark.parametrize("place", BRIEFINGS)
def test_no_sentence_is_of_two_articles(place: int) -> None:
    """A sentence of the briefing is one article's, word for word where it says so."""
    for story in briefings()[place].stories:
        lines: list[Line] = [story.headline, story.lede, *story.facts, *story.background]
        assert all(len(line.articles) == 1 for line in lines)


@pytest.mark.parametrize("place", BRIEFINGS)
def test_labelled_figures_that_differ_stand_side_by_side(place: int) -> None:
    """Of the tolls, sums and votes that are labelled as contradicting each other, both sides are in the briefing, as printed."""
    briefing = briefings()[place]
    missing: list[str] = []
    total = 0
    for story in briefing.stories:
        for label in LABELS["events"][event_of(briefing, story)]["disagreements"]:
            values = {str(side["value"]).replace(",", "") for side in label["sides"]}
            if label["day"] != DAYS[place] or not all(re.fullmatch(r"\d+", value) for value in values):
                continue
            total += 1
            found = [
                {f"{figure.amount:.0f}" for side in each.sides for figure in side.figures if figure.amount is not None}
                for each in story.disagreements
            ]
            if not any(len(values & amounts) > 1 for amounts in found):
                missing.append(f"{story.headline.text}: {label['about']}: {values}")
    assert total
    assert len(missing) <= total // 2, missing


def test_the_second_day_says_what_changed() -> None:
    """What the labels call new, updated, corrected, unchanged and quiet is called so."""
    briefing = briefings()[1]
    assert briefing.previous == DAYS[0]
    said: dict[str, set[str]] = {
        event_of(briefing, story): {change.kind for change in story.changes} for story in briefing.stories
    }
    for story in briefing.quiet:
        events = {label_of(briefing.articles[number - 1])["event"] for number in story.articles}
        said[events.pop()] = {"quiet"}
    for event, label in LABELS["events"].items():
        kinds = {change["kind"] for change in label.get("changed", [])}
        if kinds and event in said:
            assert kinds & said[event], (event, kinds, said[event])
    assert said["arkwell"] == {"quiet"}
    assert said["eels"] == {"unchanged"}
    assert said["pensions"] == {"corrected"}


def test_the_toll_that_rose() -> None:
    """An update names what changed, before and now, each with the sentence that says so."""
    briefing = briefings()[1]
    (story,) = (story for story in briefing.stories if event_of(briefing, story) == "silo")
    dead: Change = next(change for change in story.changes if change.about == "dead")
    assert dead.values is not None
    assert dead.before is not None
    assert dead.now is not None
    assert dead.values[1] == "Eleven"
    assert briefing.articles[dead.before.article - 1].earlier == DAYS[0]
    assert briefing.articles[dead.now.article - 1].earlier is None


def test_a_briefing_with_a_wrong_citation_cannot_be_loaded() -> None:
    """A citation that is not what stands in its article is refused on loading."""
    document = json.loads((GOLDEN / f"{DAYS[0]}.json").read_text(encoding="utf-8"))
    Briefing.model_validate(document)
    document["stories"][0]["lede"]["evidence"][0]["start"] += 1
    document["stories"][0]["lede"]["evidence"][0]["end"] += 1
    with pytest.raises(ValueError, match="is not what article"):
        Briefing.model_validate(document)


@pytest.mark.parametrize("place", BRIEFINGS)
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_no_story_is_passed_over(place: int, length: Length) -> None:
    """Of every length, the stories that are told or listed and those that are said not to be are all that there are; corrections are no stories of their own."""
    briefing = briefings()[place].model_copy(update={"length": length})
    told = to_markdown(briefing).partition("## Sources")[0].partition("## Stories")[2]
    numbered = set(re.findall(r"(?m)^(?:- \*\*|### )(\d+)\.", told))
    in_brief = re.findall(r"(?m)^- \*\*\w+:\*\*", told.partition("## In brief")[2].partition("## ")[0])
    left = re.search(r"Not told at this length: (\d+) further", told)
    stories = [story for story in briefing.stories if story.slot != "correction"]
    assert len(numbered) + len(in_brief) + (int(left[1]) if left else 0) == len(stories)
