"""Rules of the pages and feeds of a reading room."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import settings as examples

from summarize.briefing import Briefing, Change
from summarize.outputs import Output, output_in
from summarize.rendering.room import (
    Day,
    Listing,
    asset_of,
    day_page,
    file_name,
    gone_page,
    index_page,
    search_page,
    story_page,
    to_atom,
    to_json_feed,
)
from tests.rendering.briefing import samples
from tests.rendering.briefing.hostile import hostile
from tests.rendering.cards import HOSTILE
from tests.rendering.test_html import Page
from tests.rendering.test_safe import DENSE_TEXT

ROOM = "5f0c9f52-6c0b-4b0a-9a53-2f4f6b1f3a11"
ATOM = "{http://www.w3.org/2005/Atom}"
TAGS = set(
    "html head meta title link body main nav header footer section article div p h1 h2 h3 h4 h5 ul ol li a span strong em q mark blockquote figure "
    "figcaption details summary dialog dl dt dd kbd label input button script".split()
)


def pages(briefing: Briefing) -> dict[str, str]:
    """Every kind of page of a room with this one day."""
    day = Day.of(briefing)
    return {
        "index": index_page([day], "1.0"),
        "day": day_page(briefing),
        "story": story_page([(briefing, briefing.stories[0])], [(briefing.date, briefing.title)], "1.0"),
        "gone": gone_page(day.stories[0].text, day.date, "1.0"),
        "search": search_page("1.0", ready=True),
        "none": search_page("1.0", ready=False),
    }


def live(page: str) -> Iterator[str]:
    """What of a page could act, and is not the room's own."""
    for tag, attributes in Page(page).elements:
        if tag not in TAGS:
            yield tag
        yield from (f"{tag} {name}" for name in attributes if name.startswith("on") or name == "style")
        if tag == "script" and not re.fullmatch(r"(?:\.\./)?assets/[a-z]+\.js", attributes.get("src", "")):
            yield f"script {attributes}"
        for name in ("href", "src"):
            target = attributes.get(name, "")
            if urlsplit(target).scheme not in {"", "http", "https"} or target.startswith("//"):
                yield f"{tag} {target}"


@examples(max_examples=25)
@given(DENSE_TEXT)
def test_nothing_of_an_article_is_live(payload: str) -> None:
    """No text makes an element, an attribute that acts or a link to anywhere but the web, on any page or in a feed's entry."""
    briefing = hostile(payload + HOSTILE)
    for name, page in pages(briefing).items():
        assert not list(live(page)), name
    listing = Listing(room=ROOM, days=(Day.of(briefing),))
    root = ET.fromstring(to_atom(listing, None))
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= set("feed id title updated author name generator link entry published content div p ul li a".split())
    for item in json.loads(to_json_feed(listing, None))["items"]:
        assert not list(live(item["content_html"]))


@pytest.mark.parametrize("kind", ["index", "day", "story", "gone", "search", "none"])
def test_a_strict_policy(kind: str) -> None:
    """Every page allows its own files alone, has no script or style of its own, and is known as this program's."""
    page = pages(samples.full("long"))[kind]
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#x27;", "'").split("; "))
    assert rules.pop("default-src") == "'none'"
    wasm = " 'wasm-unsafe-eval'" if kind == "search" else ""
    assert rules.pop("script-src") == f"'self'{wasm}"
    assert set(rules.values()) == {"'self'", "'none'"}
    content = Page(page).content
    assert not "".join(content["style"] + content["script"]).strip()
    found = output_in(page.encode())
    assert found == (Output("briefing", "2026-11-20", 6) if kind == "day" else Output("reading room"))


def test_a_story_gathers_its_days() -> None:
    """A story's page has what each day told, the latest first; its marks lead to passages on the page that hold exactly the cited words."""
    later = samples.full().model_copy(update={"date": "2026-11-21"})
    earlier = samples.full()
    page = Page(story_page([(later, later.stories[0]), (earlier, earlier.stories[0])], (), "1.0"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    days = [each for each in ids if re.fullmatch(r"d[\d-]{10}", each)]
    assert days == ["d2026-11-21", "d2026-11-20"]
    marks = [
        attributes["href"]
        for tag, attributes in page.elements
        if tag == "a" and "cite" in attributes.get("class", "").split()
    ]
    assert len(marks) > 20
    assert {mark.removeprefix("#") for mark in marks} <= set(ids)
    for mark in marks:
        number, start, end = re.fullmatch(r"#d\d{8}-c(\d+)-(\d+)-(\d+)", mark).groups()  # type: ignore[union-attr]
        assert earlier.articles[int(number) - 1].text[int(start) : int(end)].strip()


def test_story_pages_are_found_from_the_day() -> None:
    """The page of a day leads to the page of each story that it tells, and the first page to both."""
    briefing = samples.full("long")
    names = {f"stories/{file_name(story.key)}.html" for story in briefing.stories}
    day = {attributes.get("href", "").removeprefix("../") for _, attributes in Page(day_page(briefing)).elements}
    told = {
        f"stories/{story.key}.html"
        for story in briefing.stories
        if story.slot not in {"correction", "opinion", "analysis"}
    }
    assert told <= names & day
    first = {attributes.get("href", "") for _, attributes in Page(index_page([Day.of(briefing)], "1")).elements}
    assert "days/2026-11-20.html" in first
    assert first & names


@pytest.mark.parametrize("key", ["../../x", "", "a/b", "\x00", "é", "x" * 100, ".hidden", "CON "])
def test_a_key_is_no_path(key: str) -> None:
    """Whatever a story's key is, the name of its page is a plain file name, and another one for another key."""
    assert re.fullmatch(r"[0-9a-f]{16}", file_name(key))
    assert file_name(key) != file_name(key + "x")
    assert file_name("eed334a8b9db") == "eed334a8b9db"


@pytest.mark.parametrize("url", [None, "https://desk.example/b/"])
def test_feeds(url: str | None) -> None:
    """Both feeds have an entry for each day, the latest first, with an id that stays when the day is made again; addresses are whole where the place is known."""
    one, two = Day.of(samples.full()), Day.of(samples.full().model_copy(update={"date": "2026-11-21"}))
    listing = Listing(room=ROOM, days=(two, one))
    root = ET.fromstring(to_atom(listing, url))
    entries = root.findall(f"{ATOM}entry")
    links = [entry.find(f"{ATOM}link").attrib["href"] for entry in entries]  # type: ignore[union-attr]
    assert links == [f"{url or ''}days/2026-11-21.html", f"{url or ''}days/2026-11-20.html"]
    feed = json.loads(to_json_feed(listing, url))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["url"] for item in feed["items"]] == links
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert [item["id"] for item in feed["items"]] == ids
    assert len({root.findtext(f"{ATOM}id"), *ids}) == 3
    again = Listing(room=ROOM, days=(two.model_copy(update={"created": "2026-11-21T12:00:00+01:00"}), one))
    root = ET.fromstring(to_atom(again, url))
    assert [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")] == ids
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T11:00:00Z"
    assert "Rope works fire in Hamnøy" in feed["items"][0]["title"]


def test_the_rooms_own_files_reach_nowhere_else() -> None:
    """The style sheets and scripts name no address of another place, and read nothing as markup but in a document that is never shown."""
    for name in ("briefing.css", "briefing.js", "room.css", "room.js", "search.js"):
        text = asset_of(name)
        assert not re.search(r"https?://|@import|url\(|innerHTML|outerHTML|insertAdjacentHTML|eval\(", text), name


def test_two_beginnings_are_no_change() -> None:
    """A story's page shows before and now of one thing: that two days begin it with another sentence is none, another figure of the same is."""
    briefing = samples.full()
    story = briefing.stories[0]
    lines = [
        story.facts[0].model_copy(update={"text": f"The {which} line of yesterday."}) for which in ("first", "other")
    ]
    begun = Change(kind="updated", since="2026-11-19", before=lines[0], now=story.lede)
    counted = Change(
        kind="updated", since="2026-11-19", about="dead", values=("1", "2"), before=lines[1], now=story.lede
    )
    for changes in ((begun,), (begun, counted)):
        told = story.model_copy(update={"changes": changes, "facts": ()})
        page = story_page([(briefing.model_copy(update={"stories": (told, *briefing.stories[1:])}), told)], (), "0.2.0")
        assert lines[0].text not in page
        for shown in ("What changed", lines[1].text):
            assert (shown in page) is (counted in changes)
