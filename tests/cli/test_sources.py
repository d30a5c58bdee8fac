"""Rules of commands that are given more than one article, or other things than files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize import reading
from tests.cli.commands import CUP, FIRE, errors, run
from tests.reading.stories import PAGE, STORY, lines
from tests.reading.web.site import HOST, Site, ok


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")


def allow(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """Let the commands fetch from a site of this machine."""
    given = reading.read_options

    def options(*arguments: Any, **named: Any) -> reading.ReadOptions:
        return replace(given(*arguments, **named), trusted=frozenset({(HOST, site.port)}), delay=0)

    monkeypatch.setattr(reading, "read_options", options)


def test_several_articles_in_one_source_are_json_lines() -> None:
    """A source that may hold several gives JSON Lines, however many it holds; one that holds one gives JSON."""
    Path("a.jsonl").write_text(lines({"text": STORY}))
    Path("b.jsonl").write_text(lines({"text": STORY}, {"text": STORY}))
    Path("a.txt").write_text(STORY)
    for source, count in (("a.jsonl", 1), ("b.jsonl", 2), (".", 4)):
        cards = [json.loads(line) for line in run("brief", source, "--format", "json").stdout.splitlines()]
        assert len(cards) == count
    assert json.loads(run("brief", "a.jsonl#1", "--format", "json").stdout)["article"]["source"] == "a.jsonl#1"
    assert run("brief", "a.txt", "--format", "json").stdout.startswith("{\n")


def test_several_pages_need_a_folder() -> None:
    """Several HTML cards go into a folder; without one the command ends before a card is made."""
    Path("a.jsonl").write_text(lines({"text": STORY}, {"text": STORY}))
    result = run("brief", "a.jsonl", "--format", "html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give a folder" in result.stderr
    assert run("brief", "a.jsonl", "-o", "cards/", "--format", "html").exit_code == 0
    assert sorted(path.name for path in Path("cards").iterdir()) == ["a-1.html", "a-2.html"]


def test_bad_ones_are_told_and_the_first_decides() -> None:
    """Each article that cannot be read is one line; the others are made, and the exit code is the first failure's."""
    Path("a.jsonl").write_text(lines("{bad", {"text": STORY}, {"n": 1}))
    result = run("brief", "a.jsonl", FIRE, "nothing.txt", "--format", "json")
    assert result.exit_code == 4
    assert [line.split()[1] for line in errors(result.stderr)] == ["a.jsonl#1", "a.jsonl#3", "nothing.txt"]
    assert len(result.stdout.splitlines()) == 2


def test_evidence_of_several() -> None:
    """`evidence` shows each article's findings, in JSON each on a line, and tells of those that cannot be read."""
    Path("a.jsonl").write_text(lines({"text": STORY}, "{bad", {"text": STORY}))
    result = run("evidence", "a.jsonl", "--format", "json")
    assert result.exit_code == 4
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["source"] for each in found] == ["a.jsonl#1", "a.jsonl#3"]
    assert all(each["text"][each["sentences"][0]["span"]["start"] :] for each in found)
    assert run("evidence", "a.jsonl").stdout.startswith("a.jsonl#1")
    assert [line.split()[1] for line in errors(result.stderr)] == ["a.jsonl#2"]
    assert run("evidence", FIRE).stdout.count("SENTENCES") == 1
    assert run("evidence", "a.jsonl", "--limit", "1").stdout.count("SENTENCES") == 1


def test_a_page_from_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address gives the card of the page there, which names the address."""
    with Site({"/2026/terminal-approved": ok(PAGE.encode())}) as site:
        allow(monkeypatch, site)
        url = site.url("/2026/terminal-approved")
        card = json.loads(run("brief", url, "--format", "json").stdout)
        assert (card["article"]["source"], card["article"]["url"]) == (url, url)
        assert card["article"]["published"] == "2026-03-14T09:30:00+00:00"
        assert run("brief", url, CUP, "-o", "cards/", "--format", "html").exit_code == 0
    (name,) = (path.name for path in Path("cards").iterdir() if path.name.startswith("terminal"))
    assert re.fullmatch(r"terminal-approved-[0-9a-f]{8}\.html", name)


def test_new_items_are_those_whose_card_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """An item is old once its card was written: what could not be written, or read, is new again."""
    with Site({"/one": ok(PAGE.encode())}) as site:
        allow(monkeypatch, site)
        feed = f"<rss version='2.0'><channel><item><link>{site.url('/one')}</link></item></channel></rss>"
        site.paths["/feed"] = ok(feed.encode(), "application/rss+xml")
        monkeypatch.setenv("SUMMARIZE_CACHE", "cache")
        brief = ["brief", site.url("/feed"), "--new", "--format", "json"]
        with monkeypatch.context() as disk:
            disk.setattr("summarize.files.os.replace", _full)
            assert run(*brief, "-o", "out.jsonl").exit_code == 8
        assert run(*brief, "-o", "out.jsonl").exit_code == 0
        again = run(*brief)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "nothing new: all its items (1) were used before" in again.stderr


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_contact_is_named_to_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs the program can say how to be reached; a contact that no header can hold is refused with exit code 3."""
    with Site({"/one": ok(PAGE.encode())}) as site:
        allow(monkeypatch, site)
        monkeypatch.setenv("SUMMARIZE_CONTACT", "desk@quay.example")
        assert run("brief", site.url("/one")).exit_code == 0
        assert str(site.requests[-1].header("User-Agent")).endswith("(+desk@quay.example)")
    monkeypatch.setenv("SUMMARIZE_CONTACT", "désk")
    assert run("brief", FIRE).exit_code == 3
