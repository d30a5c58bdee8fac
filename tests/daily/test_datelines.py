"""Rules of datelines without a year: the days that are briefed give it, and nothing else does. All articles were written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.daily.datelines import dated_in_days_of
from summarize.reading import read_text
from summarize.stories.composing import Edition
from tests.cli.commands import run

STORY = (
    "Two trawlers collided off the northern cape on Tuesday and three sailors were missing, the coastguard said.\n\n"
    "The search is to go on until Saturday, its commander, Ines Halloran, told reporters in the harbour.\n\n"
    "An inquiry will open on Oct 19, the ministry of transport said.\n"
)
TITLE = "Three missing as trawlers collide off northern cape"
DATELINE = "PORT SELVANE, Ardovia, Oct 13 (Tidewater Wire) - "


@pytest.mark.parametrize(
    ("opening", "since", "day", "published"),
    [
        (DATELINE, "2026-10-12", "2026-10-13", "2026-10-13"),
        (DATELINE, "2026-10-13", "2026-10-15", "2026-10-13"),
        ("PORT SELVANE, 31 Dec (Tidewater Wire) - ", "2026-12-30", "2027-01-02", "2026-12-31"),
        ("PORT SELVANE, Jan 1 (Tidewater Wire) - ", "2026-12-30", "2027-01-02", "2027-01-01"),
        (DATELINE, "2026-10-14", "2026-10-15", None),
        (DATELINE, "2026-10-05", "2026-10-12", None),
        (DATELINE, "2025-10-01", "2026-10-14", None),
        ("PORT SELVANE, Ardovia (Tidewater Wire) - ", "2026-10-12", "2026-10-13", None),
        ("PORT SELVANE, Oct 13, 2025 (Tidewater Wire) - ", "2026-10-12", "2026-10-13", "2025-10-13"),
        ("", "2026-10-12", "2026-10-13", None),
    ],
)
def test_the_days_briefed_give_a_dateline_its_year(opening: str, since: str, day: str, published: str | None) -> None:
    """A dateline's day and month that are one of the days briefed in one way have that day's year; others stay open, and a year that is given counts."""
    article = read_text(f"{TITLE}\n\n{opening}{STORY}").article
    assert dated_in_days_of(article, Edition(day, "UTC", since)).published == published


def test_another_date_of_the_article_counts_before() -> None:
    """What the header says of publication is not replaced."""
    article = read_text(f"{TITLE}\n12 October 2026\n\n{DATELINE}{STORY}").article
    assert dated_in_days_of(article, Edition("2026-10-13", "UTC", "2026-10-12")) == article


def test_a_card_alone_leaves_the_year_open() -> None:
    """Nobody said which day is meant where a card is made of one article."""
    assert read_text(f"{TITLE}\n\n{DATELINE}{STORY}").article.published is None


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        (DATELINE, "Tidewater Wire"),
        ("PORT SELVANE, Oct 13 (Tidewater Wire) - ", "Tidewater Wire"),
        ("HALIFAX (Scotland) — ", None),
        ("HALIFAX (Ann Lee) — ", None),
        ("HALIFAX, Oct 13 - ", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_outlet(opening: str, publisher: str | None) -> None:
    """An agency in the brackets of a dateline published the report where nothing above it names a paper; a region and a person are no agencies."""
    assert read_text(f"{TITLE}\n\n{opening}{STORY}").article.publisher == publisher
    headed = read_text(f"Selvane Courier\n{TITLE}\n\n{opening}{STORY}").article
    assert headed.publisher == "Selvane Courier"


def test_the_briefing_says_whose_the_year_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands once among the warnings with the articles' numbers, at each article in the JSON, and the dates of the card are read with it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "a.txt").write_text(f"{TITLE}\n\n{DATELINE}{STORY}", encoding="utf-8")
    (tmp_path / "day" / "b.txt").write_text(
        f"Mayor of Norby opens new tram depot\n14 October 2026\n\n{STORY.replace('trawlers', 'trams')}",
        encoding="utf-8",
    )
    done = run("daily", "day", "--date", "2026-10-14", "--store", "none", "-o", "out.json", "--length", "all")
    assert done.exit_code == 0, done.stderr
    briefing = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    of = {Path(article["source"]).name: article for article in briefing["articles"]}
    assert (of["a.txt"]["published"], of["a.txt"]["is_year_briefed"]) == ("2026-10-13", True)
    assert of["b.txt"]["is_year_briefed"] is False
    assert briefing["warnings"] == [f"the year of the dateline is the briefing's: article {of['a.txt']['number']}"]
    ahead = {each["moment"]["start"] for each in briefing["ahead"]}
    assert "2026-10-19" in ahead
