"""Rules of a briefing that is there already, and of --new from day to day: nothing is replaced by less, and the store alone remembers."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarize.daily.memory import Memory
from summarize.testing import FakeServer, Reply, Request
from tests.cli.commands import errors, process, run
from tests.conftest import ROOT
from tests.engines.model.answers import changed, is_drafting, is_probe

DAY = "2026-11-21"
TOWNS = ("Ghent", "Brest", "Porto", "Turku", "Leuven", "Bergen", "Malmo", "Gdansk", "Split", "Arles")
TEXT = "A tram line of {n} kilometres opened in {town} this week, the city of {town} said. “It was time for {town},” said Hanna Osei, who leads it."


ANSWER = changed(
    headline={"text": "A tram line opened", "sentences": [1]},
    what=[{"text": "A tram line opened.", "sentences": [1]}],
    who=[], date=0, place=0, background=[],
)  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"CACHE": "cache", "STORE": "store.sqlite3"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)


def feed(numbers: Sequence[int], day: str = DAY) -> str:
    """A feed with these items, whole articles, the last of them first."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{number}</guid><title>Tram line opens in {TOWNS[number]}</title>"
        f"<pubDate>{date.fromisoformat(day):%a, %d %b %Y} 08:00:00 +0000</pubDate>"
        f"<content:encoded>&lt;p&gt;{TEXT.format(n=number + 3, town=TOWNS[number])}&lt;/p&gt;&lt;p&gt;The line in {TOWNS[number]} had been planned for {number + 12} years.&lt;/p&gt;</content:encoded></item>"
        for number in reversed(numbers)
    )
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Gazette</title><link>https://quay.example</link>{items}</channel></rss>'


def texts(folder: str, *numbers: int) -> None:
    """Articles as files."""
    Path(folder).mkdir(exist_ok=True)
    for number in numbers:
        text = f"---\npublisher: P{number}\ndate: {DAY}\n---\n\n" + TEXT.format(n=number + 3, town=TOWNS[number])
        Path(folder, f"{number}.md").write_text(text, encoding="utf-8")


def towns(path: str) -> set[str]:
    """The towns that a briefing tells of."""
    document: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    own = [article for article in document["articles"] if article["earlier"] is None]
    return {town for article in own for town in TOWNS if town in article["text"]}


def told_in_json() -> dict[str, Any]:
    """The briefing of the day, but for how it was made."""
    document: dict[str, Any] = json.loads(Path(f"out/{DAY}.json").read_text(encoding="utf-8"))
    return {name: value for name, value in document.items() if name != "made"}


def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path("out").iterdir())}


def kept(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if "kept" in line]


def test_a_second_run_with_new_replaces_nothing_by_less() -> None:
    """Where --new finds nothing more, the day's briefing tells what it told, also where only the store was kept; where it finds more, it has all."""
    Path("feed.xml").write_text(feed(range(4)), encoding="utf-8")
    daily = ["daily", "feed.xml", "--new", "--date", DAY, "-o", "out/"]
    assert run(*daily).exit_code == 0
    before = told_in_json()
    assert len(before["articles"]) == 4
    for is_kept in (True, False):
        if not is_kept:
            shutil.rmtree("out")
        again = run(*daily)
        assert again.exit_code == 0, again.stderr
        assert told_in_json() == before
        assert "with 4 articles that an earlier briefing" in again.stderr
    Path("feed.xml").write_text(feed([3, 4]), encoding="utf-8")  # the others have left it
    more = run(*daily)
    assert more.exit_code == 0, more.stderr
    assert towns(f"out/{DAY}.json") == set(TOWNS[:5])
    assert kept(more.stderr) == []
    assert "with 4 articles that an earlier briefing" in more.stderr


@pytest.mark.parametrize("name", ["b.md", "b.html", "b.json"])
@pytest.mark.parametrize("length", ["short", "long"])
@pytest.mark.parametrize("later", [DAY, "2026-11-23"])
def test_an_empty_day_replaces_nothing(name: str, length: str, later: str) -> None:
    """A briefing without stories, of this day or another, leaves one that has some, in every form and length."""
    texts("day", 1, 2)
    Path("none").mkdir()
    Path("none/old.md").write_text(
        "---\ndate: 2026-01-01\n---\n\nA ferry left Brest on Thursday, the port said in the evening."
    )
    assert run("daily", "day", "--date", DAY, "-o", name, "--length", length).exit_code == 0
    before = Path(name).read_bytes()
    done = run("daily", "none", "--date", later, "-o", name)
    assert done.exit_code == 0, done.stderr
    assert Path(name).read_bytes() == before
    assert f"{name}, the briefing of {DAY} from 2 articles" in kept(done.stderr)[0]
    assert run("daily", "none", "--date", later, "-o", "other.md").exit_code == 0
    assert "nothing to tell" in Path("other.md").read_text(encoding="utf-8")


def test_failing_sources_replace_nothing_by_less() -> None:
    """A run of the same day that some sources fail in leaves the fuller briefing; one that read all it was given has the last word."""
    texts("day", 1, 2, 3)
    assert run("daily", "day", "--date", DAY, "-o", "out/").exit_code == 0
    before = files()
    done = run("daily", "day/1.md", "day/gone.md", "--date", DAY, "-o", "out/")
    assert done.exit_code == 0
    assert files() == before
    assert len(kept(done.stderr)) == 1
    assert run("daily", "day/1.md", "--date", DAY, "-o", "out/").exit_code == 0
    assert towns(f"out/{DAY}.json") == {"Brest"}


def test_a_stopped_run_replaces_nothing_by_less() -> None:
    """A run that is stopped leaves a fuller briefing, uses up no item of a feed, and the same command goes on to all of it."""
    Path("feed.xml").write_text(feed(range(6)), encoding="utf-8")
    with FakeServer(slow_script) as server:
        daily = [
            "daily",
            "feed.xml",
            "--new",
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--date",
            DAY,
            "--jobs",
            "1",
            "-o",
            "out/",
        ]
        assert run("daily", "feed.xml", "--date", DAY, "-o", "out/", "--store", "none").exit_code == 0
        before = files()
        with process(*daily) as running:
            wait_for(lambda: sum(map(is_drafting, server.requests)) >= 2)
            running.send_signal(2)
            _, stderr = running.communicate(timeout=600)
        assert running.returncode == 130, stderr
        assert files() == before
        assert len(kept(stderr)) == 1
        asked = sum(map(is_drafting, server.requests))
        assert run(*daily).exit_code == 0
        assert towns(f"out/{DAY}.json") == set(TOWNS[:6])
        assert sum(map(is_drafting, server.requests)) - asked < 6


def test_a_stopped_run_uses_nothing_up() -> None:
    """A run that is stopped where nothing stood before writes what there is and says so in it, and the same command with --new goes on to all of it."""
    Path("feed.xml").write_text(feed(range(6)), encoding="utf-8")
    with FakeServer(slow_script) as server:
        daily = ["daily", "feed.xml", "--new", "--model", "m", "--base-url", server.base_url, "--date", DAY, "--jobs", "1", "-o", "out/"]  # fmt: skip
        with process(*daily) as running:
            wait_for(lambda: sum(map(is_drafting, server.requests)) >= 2)
            running.send_signal(2)
            _, stderr = running.communicate(timeout=600)
        assert running.returncode == 130, stderr
        assert 0 < len(towns(f"out/{DAY}.json")) < 6
        assert "this is a part of the day" in Path(f"out/{DAY}.md").read_text(encoding="utf-8")
        with Memory(Path("store.sqlite3"), print) as memory:
            assert memory.count_told(DAY) == 0
            assert not memory.seen("feed.xml", "5")  # the first in the feed
        assert run(*daily).exit_code == 0
    assert towns(f"out/{DAY}.json") == set(TOWNS[:6])
    assert "this is a part of the day" not in Path(f"out/{DAY}.md").read_text(encoding="utf-8")


def slow_script(request: Request) -> Reply:
    """A sound answer, which takes a moment."""
    return Reply() if is_probe(request) else Reply(ANSWER, latency=0.6)


def wait_for(ready: Any) -> None:
    for _ in range(6000):
        if ready():
            return
        time.sleep(0.1)
    raise AssertionError("it never came")


def test_less_is_not_remembered_as_told() -> None:
    """A second run with --new to standard output takes not the place of what was told of the day."""
    for items in (range(4), [3], [5], []):
        Path("feed.xml").write_text(feed(items), encoding="utf-8")
        assert run("daily", "feed.xml", "--new", "--date", DAY).exit_code == 0
    with Memory(Path("store.sqlite3"), print) as memory:
        assert memory.count_told(DAY) == 5
    texts("day", 1)
    assert run("daily", "day/1.md", "gone.md", "--date", DAY).exit_code == 0
    with Memory(Path("store.sqlite3"), print) as memory:
        assert memory.count_told(DAY) == 5


def test_new_without_a_store_says_so() -> None:
    """Without a store --new knows of nothing that was used, and says so once."""
    Path("feed.xml").write_text(feed(range(2)), encoding="utf-8")
    done = run("daily", "feed.xml", "--new", "--date", DAY, "--store", "none")
    assert done.exit_code == 0
    assert [line for line in done.stderr.splitlines() if line.startswith("warning: ")] == [
        "warning: without a store nothing is known of what earlier briefings used: --new leaves nothing out"
    ]


def test_what_was_not_written_is_new_again() -> None:
    """Items are used once the briefing is written: a disk that was full makes none of them old, and leaves all files or none."""
    Path("feed.xml").write_text(feed(range(3)), encoding="utf-8")
    daily = ["daily", "feed.xml", "--new", "--date", DAY, "-o", "out/"]
    for number in range(1, 7):
        with pytest.MonkeyPatch.context() as disk:
            full_at(disk, number)
            done = run(*daily)
        assert done.exit_code == 8, done.stderr
        assert "No space left" in errors(done.stderr)[-1]
        assert list(Path("out").iterdir()) == []
    assert run(*daily).exit_code == 0
    assert towns(f"out/{DAY}.json") == set(TOWNS[:3])
    before = files()
    Path("feed.xml").write_text(feed(range(5)), encoding="utf-8")
    for number in range(1, 7):
        with pytest.MonkeyPatch.context() as disk:
            full_at(disk, number)
            assert run(*daily).exit_code == 8
        assert files() == before


def full_at(disk: pytest.MonkeyPatch, number: int) -> None:
    """A disk that is full at the n-th of what writing three files takes: three times to the disk, three times into place."""
    left = [number]

    def failing(call: Any) -> Any:
        def act(*arguments: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(28, "No space left on device")
            return call(*arguments, **named)

        return act

    import os

    disk.setattr(os, "fsync", failing(os.fsync))
    disk.setattr(Path, "replace", failing(Path.replace))


def recipe(place: int) -> tuple[list[list[str]], list[str]]:
    """The commands of a recipe for a build server in docs/daily.md, and the files and folders that it keeps from run to run."""
    document = (ROOT / "docs" / "daily.md").read_text(encoding="utf-8")
    block = re.findall(r"```yaml\n(.*?)```", document, re.DOTALL)[place]
    steps = yaml.safe_load(block)["jobs"]["briefing"]["steps"]
    paths = next(step["with"]["path"] for step in steps if "cache@" in step.get("uses", ""))
    return [step["run"].split() for step in steps if step.get("run", "").startswith("summarize ")], paths.split()


@pytest.mark.parametrize(("place", "briefings"), [(0, "out"), (1, "site/data")])
def test_the_recipe_for_a_build_server(monkeypatch: pytest.MonkeyPatch, place: int, briefings: str) -> None:
    """A fresh checkout each day, of which only what is documented is kept, tells each item once and compares each day with the one before."""
    commands, kept = recipe(place)
    ((_, *arguments),) = commands
    assert "--new" in arguments
    start = Path.cwd()
    for number in range(4):
        day = (date.fromisoformat(DAY) + timedelta(days=number)).isoformat()
        checkout = start / f"checkout-{number}"
        checkout.mkdir()
        monkeypatch.chdir(checkout)
        monkeypatch.setenv("SUMMARIZE_CACHE", str(checkout / "cache"))
        monkeypatch.delenv("SUMMARIZE_STORE", raising=False)
        for name in kept if number else ():
            (start / "kept" / name).rename(name)
        Path("feed.xml").write_text(feed(range(number, number + 3), day), encoding="utf-8")
        done = run(*["feed.xml" if each == "feeds.opml" else each for each in arguments], "--date", day)
        assert done.exit_code == 0, done.stderr
        assert towns(f"{briefings}/{day}.json") == set(TOWNS[:3] if number == 0 else [TOWNS[number + 2]])
        previous = json.loads(Path(f"{briefings}/{day}.json").read_text(encoding="utf-8"))["previous"]
        assert previous == ((date.fromisoformat(DAY) + timedelta(days=number - 1)).isoformat() if number else None)
        assert not list(Path.cwd().glob("store.sqlite3-*"))  # all of it is in the one file
        (start / "kept").mkdir(exist_ok=True)
        for name in kept:
            Path(name).rename(start / "kept" / name)
