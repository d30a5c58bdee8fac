"""Rules of `summarize daily`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import errors, run

ONE = "---\npublisher: A\ndate: 2026-11-21\n---\n\nA tram line opened in Ghent on Saturday, the city said. “It was time,” said Hanna Osei."
TWO = "---\npublisher: B\ndate: 2026-11-10\n---\n\nA ferry hit a pier in Brest on Tuesday, the port said. Nobody was hurt in it at all."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    monkeypatch.setenv("SUMMARIZE_STORE", "none")
    Path("one.md").write_text(ONE, encoding="utf-8")
    Path("two.md").write_text(TWO, encoding="utf-8")


def briefing(*arguments: str) -> dict[str, object]:
    done = run("daily", *arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    document: dict[str, object] = json.loads(done.stdout)
    return document


def test_articles_of_other_days_are_left_out_with_the_reason() -> None:
    """An article that was published outside of the days is named with its date; more days take it in."""
    found = briefing("one.md", "two.md", "--date", "2026-11-21")
    assert found["skipped"] == [{"source": "two.md", "reason": "published 2026-11-10, before 2026-11-20"}]
    assert briefing("one.md", "two.md", "--date", "2026-11-21", "--days", "14")["skipped"] == []


def test_a_bad_source_is_in_the_briefing() -> None:
    """A source that cannot be used is named on stderr and in the briefing; the exit code is 0, and its own with --strict."""
    done = run("daily", "one.md", "nothing.md", "--date", "2026-11-21", "--format", "json")
    assert done.exit_code == 0
    assert [line.split()[1] for line in errors(done.stderr)] == ["nothing.md"]
    assert json.loads(done.stdout)["skipped"][0]["source"] == "nothing.md"
    assert run("daily", "one.md", "nothing.md", "--date", "2026-11-21", "--strict").exit_code == 4


def test_an_empty_day_says_so() -> None:
    """A day without an article gives a briefing that says so; if nothing could be read, the exit code tells."""
    done = run("daily", "two.md", "--date", "2026-11-21")
    assert done.exit_code == 0
    assert "nothing to tell" in done.stdout
    assert run("daily", "nothing.md", "--date", "2026-11-21").exit_code == 4


def test_the_same_article_twice_is_one() -> None:
    """An article that is named twice is used once, and said to be the same."""
    found = briefing("one.md", "one.md", "--date", "2026-11-21")
    assert found["skipped"] == [{"source": "one.md", "reason": "the same article as one.md"}]


def test_a_folder_takes_all_forms() -> None:
    """A folder gets Markdown, HTML and JSON by the day's name; a file's name tells its form."""
    assert run("daily", "one.md", "--date", "2026-11-21", "-o", "out/").exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "2026-11-21.html",
        "2026-11-21.json",
        "2026-11-21.md",
    ]
    assert run("daily", "one.md", "--date", "2026-11-21", "-o", "b.html").exit_code == 0
    assert Path("b.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--date", "soon"], 2, "--date takes an ISO date"),
        (["--zone", "Mars/Olympus"], 2, "time zone"),
        (["--template", "nothing.j2"], 3, "nothing.j2"),
        (["-o", "no/such/b.md"], 2, "there is no folder"),
        (["--store", "one.md"], 3, "one.md"),
    ],
)
def test_what_cannot_work_ends_before_any_work(arguments: list[str], code: int, says: str) -> None:
    """Wrong dates, zones, templates, targets and stores are one line, before an article is read."""
    done = run("daily", "one.md", *arguments)
    assert done.exit_code == code, done.stderr
    assert says in errors(done.stderr)[-1]
    assert done.stdout == ""


def test_explain_says_why() -> None:
    """`--explain` says on stderr which articles are together and why, and what the order goes by."""
    Path("three.md").write_text(
        ONE.replace("publisher: A", "publisher: C").replace("A tram line opened", "The tram line was opened"),
        encoding="utf-8",
    )
    done = run("daily", "one.md", "three.md", "--date", "2026-11-21", "--explain")
    assert done.exit_code == 0, done.stderr
    assert "1 (C) with 2 (A)" in done.stderr or "1 (A) with 2 (C)" in done.stderr
    assert "order: watched" in done.stderr


def test_a_template_of_ones_own() -> None:
    """A template replaces the Markdown, and one that fails says where."""
    Path("t.j2").write_text("{{ briefing.title }} of {{ briefing.date }}", encoding="utf-8")
    done = run("daily", "one.md", "--date", "2026-11-21", "--template", "t.j2", "--title", "Morning [note]")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.strip() == r"Morning \[note\] of 2026-11-21"
    Path("t.j2").write_text("one\n{{ nothing(", encoding="utf-8")
    done = run("daily", "one.md", "--date", "2026-11-21", "--template", "t.j2")
    assert done.exit_code == 3
    assert "t.j2" in errors(done.stderr)[-1]


def test_a_briefing_is_shown_again() -> None:
    """`show` renders a briefing from its JSON as `daily` did; one that does not hold is refused with exit code 4."""
    assert run("daily", "one.md", "--date", "2026-11-21", "-o", "out/").exit_code == 0
    for ending, form in ((".md", "markdown"), (".html", "html"), (".json", "json")):
        assert run("show", "out/2026-11-21.json", "--format", form).stdout == Path(f"out/2026-11-21{ending}").read_text(
            encoding="utf-8"
        )
    forged = Path("out/2026-11-21.json").read_text(encoding="utf-8").replace("Ghent on Saturday", "Ghent on a Sunday")
    Path("forged.json").write_text(forged.replace("on a Sunday", "on Saturday", 1), encoding="utf-8")
    assert run("show", "forged.json").exit_code == 4
    assert run("show", "out/2026-11-21.json", "--format", "terminal").exit_code == 2


def test_a_reading_room() -> None:
    """`--format site` makes the folder a room of all its days; made again, a day is replaced, and the other stays."""
    Path("two.md").write_text(TWO.replace("2026-11-10", "2026-11-22"), encoding="utf-8")
    for source, day in (("one.md", "2026-11-21"), ("two.md", "2026-11-22"), ("one.md", "2026-11-21")):
        done = run("daily", source, "--date", day, "--days", "1", "--format", "site", "-o", "site")
        assert done.exit_code == 0, done.stderr
        assert "written to site/index.html" in done.stderr
    page = Path("site/index.html").read_text(encoding="utf-8")
    assert page.index("days/2026-11-22.html") < page.index("days/2026-11-21.html")
    assert len(list(Path("site/stories").iterdir())) == 2
    assert {path.name for path in Path("site").iterdir()} >= {
        "feed.xml",
        "feed.json",
        "dates.ics",
        "search.html",
        "days",
    }


def test_a_reading_room_is_no_source() -> None:
    """What lies in a reading room is left out of the folder that is read, in one line; a page of it is refused by name."""
    assert run("daily", "one.md", "--date", "2026-11-21", "--format", "site", "-o", "in/site").exit_code == 0
    Path("one.md").rename("in/one.md")
    done = run("daily", "in", "--date", "2026-11-21", "--format", "json")
    assert errors(done.stderr) == []
    assert "in: left out " in done.stderr
    assert [article["source"] for article in json.loads(done.stdout)["articles"]] == ["in/one.md"]
    done = run("daily", "in/site/index.html", "--date", "2026-11-21")
    assert "a reading room that this program wrote" in errors(done.stderr)[-1]


def test_a_reading_room_keeps_what_is_fuller() -> None:
    """A run that failed to read a source does not replace a fuller day of the room; another day is written."""
    Path("two.md").write_text(TWO.replace("2026-11-10", "2026-11-21"), encoding="utf-8")
    site = ("--format", "site", "-o", "site/")
    assert run("daily", "one.md", "two.md", "--date", "2026-11-21", *site).exit_code == 0
    before = Path("site/data/2026-11-21.json").read_bytes()
    done = run("daily", "one.md", "none.md", "--date", "2026-11-21", *site)
    assert "warning: not written: kept site/days/2026-11-21.html" in done.stderr
    assert Path("site/data/2026-11-21.json").read_bytes() == before
    assert run("daily", "one.md", "none.md", "--date", "2026-11-22", *site).exit_code == 0
    assert Path("site/data/2026-11-22.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "site"], "is a folder: give it with -o"),
        (["--format", "site", "-o", "one.md"], "is a folder: give it with -o"),
        (["--format", "ics", "-o", "b.md"], "ends in .ics"),
        (["--format", "html", "-o", "b.ics"], "ends in .ics"),
        (["--mail-dry-run", "m.eml"], "give --mail-to as well"),
    ],
)
def test_places_that_do_not_fit(arguments: list[str], says: str) -> None:
    """A room without a folder, and a form whose ending is another's, are refused before any work is done."""
    done = run("daily", "one.md", "--date", "2026-11-21", *arguments)
    assert done.exit_code == 2
    assert says in errors(done.stderr)[-1]
    assert done.stdout == ""


@pytest.mark.parametrize(
    "url", ["room", "ftp://desk.example/", "https://a@desk.example/", "https://desk.example/?a", "https://x/<"]
)
def test_an_address_of_a_room(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no address of a folder on the web is refused: exit code 2 of a flag, 3 of a variable."""
    room = ("daily", "one.md", "--date", "2026-11-21", "--format", "site", "-o", "site/")
    done = run(*room, "--site-url", url)
    assert done.exit_code == 2
    assert "https://desk.example/briefings/" in errors(done.stderr)[-1]
    monkeypatch.setenv("SUMMARIZE_SITE_URL", url)
    assert run(*room).exit_code == 3


def test_a_calendar() -> None:
    """`-o dates.ics` writes the dates ahead, with the line ends that calendars have."""
    assert run("daily", "one.md", "--date", "2026-11-21", "-o", "dates.ics").exit_code == 0
    assert Path("dates.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_item_whose_page_cannot_be_read_is_told_from_its_feed() -> None:
    """The briefing tells what the feed has, warns of it, and stderr says why the page could not be read."""
    words = "The harbour board of Skerry approved a second ferry terminal on Friday, its chair said. " * 4
    Path("quay.rss").write_text(
        '<rss version="2.0"><channel><title>Quay</title><item><title>Terminal approved</title><link>http://127.0.0.1/1</link>'
        f"<pubDate>Sat, 21 Nov 2026 08:00:00 GMT</pubDate><description>{words}</description></item></channel></rss>",
        encoding="utf-8",
    )
    done = run("daily", "quay.rss", "--date", "2026-11-21")
    assert done.exit_code == 0, done.stderr
    assert "approved a second ferry terminal" in done.stdout
    assert "Warning: read as their feed has them, perhaps only the beginning" in done.stdout
    (note,) = (line for line in done.stderr.splitlines() if "http://127.0.0.1/1" in line)
    assert "perhaps only the beginning" in note
