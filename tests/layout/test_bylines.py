"""Rules of bylines that say where a story was written. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out

TITLE = "Ferry terminal approved after nine hours"
STORY = "The harbour board approved a second ferry terminal after a debate of nine hours, its chairman said on Monday."


def _place(text: str) -> str | None:
    dateline = lay_out(text).dateline
    return text[dateline.place_start : dateline.place_end] if dateline is not None else None


@pytest.mark.parametrize(
    "byline",
    [
        "By Ann Lee, Lautoka",
        "By Ann Lee in Lautoka",
        "Waisea Ratu in Lautoka",
        "Ann Lee, Lautoka",
        "By Ann Lee, Lautoka, Fiji",
        "Ann Lee in Lautoka | 3 March 2026",
        "Ann Lee | Lautoka | 3 March 2026",
        "Staff Correspondent, Lautoka",
        "KT Correspondent, Lautoka | Mar 03, 2026",
        "Kerr News Service | Lautoka | March 3, 2026",
        "Ann Lee\nLautoka\n3 March 2026, 07:41 GMT",
    ],
)
def test_a_byline_says_where_a_story_was_written_that_does_not_name_the_place(byline: str) -> None:
    """Where nothing else says where a story was filed, the place of its byline does; also beside a date."""
    assert _place(f"{TITLE}\n\n{byline}\n\n{STORY}") == "Lautoka"
    assert _place(f"{TITLE}\n\n{byline}\n\n{STORY} He was at the University of Lautoka.") == "Lautoka"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee, Fiji",
        "By Ann Lee, Transport Correspondent",
        "By Ann Lee, Halifax Courier",
        "Leeds United, Lautoka",
        "By Ann Lee in Lautoka and Tom Ray in Suva",
        "Photo: Ann Lee, Lautoka",
        "By Ann Lee, who was born in Lautoka",
        "Ann Lee | Lautoka / Suva | 3 March 2026",
        "Ann Lee | Fiji | 3 March 2026",
        "Ann Lee | Rugby | 3 March 2026",
        "Lautoka",
    ],
)
def test_what_is_no_town_of_an_author_files_nothing(line: str) -> None:
    """A land, an office, a paper, a section, teams, two towns and a photographer say of no town that the story was written there."""
    assert _place(f"{TITLE}\n\n{line}\n\n{STORY}") is None


def test_a_story_that_names_the_place_says_itself_what_it_is_to_it() -> None:
    """The place of a byline is no dateline where the story names it, and none where the story has one."""
    assert _place(f"{TITLE}\n\nBy Ann Lee, Lautoka\n\n{STORY} A boat sank off Lautoka.") is None
    assert _place(f"{TITLE}\n\nBy Ann Lee, Lautoka\n\nSUVA, Fiji — {STORY}") == "SUVA, Fiji"
