"""Rules of the folder of a reading room."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from summarize.briefing import Briefing
from summarize.daily import room as rooms
from summarize.daily import searching
from summarize.daily.room import Room
from summarize.daily.searching import build_index
from summarize.errors import UsageError
from summarize.files import write_together
from tests.rendering.briefing import samples
from tests.rendering.test_html import Page

DAY = date(2026, 11, 20)


def briefing_of(day: int = 0, *keys: str) -> Briefing:
    """A briefing of a day, its stories known by these keys."""
    made = samples.full()
    renamed = tuple(
        story.model_copy(update={"key": keys[place] if place < len(keys) else story.key})
        for place, story in enumerate(made.stories)
    )
    return made.model_copy(update={"date": (DAY + timedelta(days=day)).isoformat(), "stories": renamed})


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a room, by its place in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def dates(folder: Path) -> list[str]:
    """The days that the first page lists, in its order."""
    page = Page((folder / "index.html").read_text(encoding="utf-8"))
    return [
        attributes["href"] for tag, attributes in page.elements if tag == "a" and "stop" in attributes.get("class", "")
    ]


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    """Every relative link of every page leads to a file of the room, and every link within a page to a place on it."""
    for day in range(3):
        Room(tmp_path).add(briefing_of(day, f"own-{day}"))
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in tmp_path.rglob("*.html")}
    assert len(pages) > 8
    for path, page in pages.items():
        ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
        for _, attributes in page.elements:
            target = attributes.get("href", attributes.get("src", "#main"))
            if target.startswith("#"):
                assert target[1:] in ids | {"main"}, (path, target)
            elif not urlsplit(target).scheme:
                assert (path.parent / unquote(target)).is_file(), (path, target)


def test_a_day_made_again_replaces_its_own_pages(tmp_path: Path) -> None:
    """A day that is made again changes its own pages and those of its stories; the pages of other days and stories stay as they are."""
    Room(tmp_path).add(briefing_of(0, "a", "b", "c", "d"))
    Room(tmp_path).add(briefing_of(1, "a", "e", "f", "g"))
    before = content(tmp_path)
    again = briefing_of(1, "a", "e", "f", "g").model_copy(update={"title": "Another title"})
    Room(tmp_path).add(again)
    after = content(tmp_path)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {
        "days/2026-11-21.html",
        "data/2026-11-21.json",
        "index.html",
        "feed.xml",
        "feed.json",
        "room.json",
        "dates.ics",
    }
    Room(tmp_path).add(again)
    assert content(tmp_path) == after


def test_links_stay_good(tmp_path: Path) -> None:
    """The page of a story that its day does not tell any more says so, and leads to that day; of one that another day tells, it has what that day tells."""
    Room(tmp_path).add(briefing_of(0, "both", "one"))
    Room(tmp_path).add(briefing_of(1, "both", "two"))
    Room(tmp_path).add(briefing_of(1, "new", "three"))
    both = (tmp_path / "stories" / "both.html").read_text(encoding="utf-8")
    assert 'id="d2026-11-20"' in both
    assert 'id="d2026-11-21"' not in both
    two = (tmp_path / "stories" / "two.html").read_text(encoding="utf-8")
    assert "../days/2026-11-21.html" in two
    assert "made again since" in two
    Room(tmp_path).add(briefing_of(1, "both", "two"))
    assert 'id="d2026-11-21"' in (tmp_path / "stories" / "two.html").read_text(encoding="utf-8")


def test_a_story_of_many_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a story that goes on and on its page tells the latest days whole, and leads to those before by their dates and headlines."""
    monkeypatch.setattr("summarize.daily.room._MAX_COUNT", 2)
    for day in range(4):
        Room(tmp_path).add(briefing_of(day, "long"))
    page = (tmp_path / "stories" / "long.html").read_text(encoding="utf-8")
    assert [day for day in range(4) if f'<section id="d2026-11-2{day}"' in page] == [2, 3]
    assert page.index("../days/2026-11-21.html") < page.index("../days/2026-11-20.html")


def test_days_in_any_order(tmp_path: Path) -> None:
    """Days stand by their date, whenever they are made; the calendar is that of the latest."""
    for day in (2, 0, 1):
        Room(tmp_path).add(briefing_of(day).model_copy(update={"title": f"Day {day}"}))
    assert dates(tmp_path) == [f"days/2026-11-2{day}.html" for day in (2, 1, 0)]
    assert "X-WR-CALNAME:Day 2" in (tmp_path / "dates.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize("done", range(4))
def test_a_killed_run_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int) -> None:
    """Killed while it puts files into their places, a run leaves every file whole; the next run of any day makes the room what it would have been."""
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    for folder in (whole, broken):
        Room(folder).add(briefing_of(0, "a"))
        Room(folder).add(briefing_of(1, "b"))
    (broken / "room.json").write_bytes((whole / "room.json").read_bytes())  # of one name, for comparing
    changed = briefing_of(1, "c")
    Room(whole).add(changed)

    def killed(texts: Mapping[Path, str]) -> None:
        write_together(dict(list(texts.items())[: 3 * done]))
        raise KeyboardInterrupt

    monkeypatch.setattr("summarize.daily.room.write_together", killed)
    with pytest.raises(KeyboardInterrupt):
        Room(broken).add(changed)
    monkeypatch.setattr("summarize.daily.room.write_together", write_together)
    if done == 0:  # its day was not replaced yet: it is made again
        Room(broken).add(changed)
    for folder in (whole, broken):
        Room(folder).add(briefing_of(2, "d"))
    assert content(broken) == content(whole)
    assert not [name for name in content(broken) if "/." in f"/{name}"]


@pytest.mark.parametrize("listed", [True, False], ids=["made before", "new"])
@pytest.mark.parametrize("then", [1, 2], ids=["the same day", "another day"])
@pytest.mark.parametrize("done", [0, 1, 4, 7])
def test_no_page_of_a_story_that_is_told_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int, then: int, listed: bool
) -> None:
    """Whichever runs of a day were killed, and however far they had come, the next run of any day leaves no page of a story whose day does not tell it, but for a word of where it was."""
    folder = tmp_path / "room"
    Room(folder).add(briefing_of(0, "a"))
    if listed:
        Room(folder).add(briefing_of(1, "old", "kept"))

    def killed(texts: Mapping[Path, str]) -> None:
        write_together(dict(list(texts.items())[:done]))
        raise KeyboardInterrupt

    monkeypatch.setattr("summarize.daily.room.write_together", killed)
    for kill in range(2):
        with pytest.raises(KeyboardInterrupt):
            Room(folder).add(briefing_of(1, f"killed-{kill}", "kept"))
    monkeypatch.setattr("summarize.daily.room.write_together", write_together)
    Room(folder).add(briefing_of(then, "new", "kept"))
    days = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "data").iterdir()}
    told = {story["key"] for text in days.values() for story in json.loads(text)["stories"]}
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "stories").iterdir()}
    assert told <= pages.keys()
    for key, page in pages.items():
        assert ("made again since" in page) == (key not in told), key
        assert all((folder / "days" / f"{day}.html").is_file() for day in re.findall(r"days/([\d-]+)\.html", page))
    assert dates(folder) == [f"days/{day}.html" for day in sorted(days, reverse=True)]
    assert "begun" not in json.loads((folder / "room.json").read_text(encoding="utf-8"))


def test_a_list_that_is_gone_is_made_from_the_days(tmp_path: Path) -> None:
    """Without its list the room is made anew from its days, but for what its feeds are known by."""
    for day in range(3):
        Room(tmp_path).add(briefing_of(day, f"own-{day}"))
    before = content(tmp_path)
    (tmp_path / "room.json").unlink()
    for path in (tmp_path / "stories").iterdir():
        path.unlink()
    Room(tmp_path).add(briefing_of(2, "own-2"))
    after = content(tmp_path)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {"room.json", "feed.xml", "feed.json"}


def test_a_day_taken_away_is_gone(tmp_path: Path) -> None:
    """A day whose JSON was removed is not listed any more, and stops nothing."""
    for day in range(2):
        Room(tmp_path).add(briefing_of(day))
    (tmp_path / "data" / "2026-11-20.json").unlink()
    Room(tmp_path).add(briefing_of(2))
    assert dates(tmp_path) == ["days/2026-11-22.html", "days/2026-11-21.html"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("index.html", "<title>My own site</title>"), ("room.json", "{}"), ("room.json", '{"room": "x", "days": []}')],
)
def test_a_folder_of_somebody_elses(tmp_path: Path, name: str, text: str) -> None:
    """A folder that holds another site is left as it is."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="give another folder"):
        Room(tmp_path).add(briefing_of())
    assert content(tmp_path) == {name: text.encode()}


def test_a_day_that_cannot_be_read(tmp_path: Path) -> None:
    """A day that does not hold any more is named, stops nothing, and its own page stays; made again, it is back on the pages of its stories."""
    Room(tmp_path).add(briefing_of(0, "both"))
    path = tmp_path / "data" / "2026-11-20.json"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("Forty-one people", "Forty-two people", 1), encoding="utf-8")
    page = (tmp_path / "days" / "2026-11-20.html").read_bytes()
    said: list[str] = []
    Room(tmp_path, tell=said.append).add(briefing_of(1, "both"))
    assert len(said) == 1
    assert "2026-11-20.json cannot be read" in said[0]
    assert dates(tmp_path) == ["days/2026-11-21.html", "days/2026-11-20.html"]
    assert (tmp_path / "days" / "2026-11-20.html").read_bytes() == page
    assert 'id="d2026-11-20"' not in (tmp_path / "stories" / "both.html").read_text(encoding="utf-8")
    Room(tmp_path).add(briefing_of(0, "both"))
    assert 'id="d2026-11-20"' in (tmp_path / "stories" / "both.html").read_text(encoding="utf-8")


def test_addresses_where_it_is_served(tmp_path: Path) -> None:
    """Where the room's place is said, feeds and calendar have whole addresses; its pages never need it."""
    briefing = briefing_of()
    Room(tmp_path, "https://desk.example/room/").add(briefing)
    assert (
        json.loads((tmp_path / "feed.json").read_text(encoding="utf-8"))["feed_url"]
        == "https://desk.example/room/feed.json"
    )
    assert "desk.example" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pagefind the room gets an index of its stories, put in place whole; without it, or where it fails, a line says so and the rest stays."""
    pytest.importorskip("pagefind_bin", reason="the extra [search] is not installed")
    Room(tmp_path).add(briefing_of())
    assert build_index(tmp_path) is None
    assert (
        json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]["en"][
            "page_count"
        ]
        == 4
    )
    assert not list(tmp_path.glob(".search.*"))
    before = content(tmp_path)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: "/bin/false")
    assert "search is as it was: pagefind failed" in str(build_index(tmp_path))
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "none")
    assert "does not run here" in str(build_index(tmp_path))
    assert content(tmp_path) == before
    monkeypatch.setattr(searching, "can_index", lambda: False)
    assert "finds nothing of this day" in str(build_index(tmp_path))
    other = tmp_path / "other"
    monkeypatch.setattr(rooms, "can_index", lambda: False)
    Room(other).add(briefing_of())
    assert "no search in it" in str(build_index(other))
    assert "where the package pagefind is installed" in (other / "search.html").read_text(encoding="utf-8")
