"""Whether the name beside a date is a paper's, or that of an event or a house. All lines were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout.papers import EDGES, begins, begins_at, is_held, is_of_paper, is_paper, is_paper_behind, is_venue
from summarize.text.stamps import Stamp, read_stamp


def stamp_of(line: str) -> Stamp:
    stamp = read_stamp(line)
    assert stamp is not None
    return stamp


@pytest.mark.parametrize(
    ("line", "at_such_an_hour", "held"),
    [
        ("Kerrow Pier 7:30 PM March 3, 2026", True, True),
        ("Kerrow Pier 7:45 PM March 3, 2026", True, True),
        ("Kerrow Pier 7:31 PM March 3, 2026", False, False),
        ("Kerrow Pier 3 March 2026 19:30", False, False),
        ("Halden Post 7:30 PM March 3, 2026", True, False),
        ("Halifax 7:30 PM March 3, 2026", True, False),
        ("HALIFAX 7:30 PM March 3, 2026", True, False),
        ("Kerrow Hall 3 March 2026", False, True),
        ("Hall Kerrow 3 March 2026", False, True),
        ("World Music Festival 3 March 2026", False, True),
        ("Kerrow Hall Pier 3 March 2026", False, False),
        ("Kerrow Rooms, 3 March 2026, 7.30pm", False, True),
        ("Kerrow Rooms, Tuesday, 3 March 2026, 7pm", False, True),
        ("Kerrow Rooms, 3 March 2026, 7.31pm", False, False),
        ("Kerrow Rooms 3 March 2026, 7.30pm", False, False),
    ],
)
def test_what_is_held(line: str, at_such_an_hour: bool, held: bool) -> None:
    """What is a house or an occasion by its first or last word, and any name but a paper's or a town's at a quarter of an hour, as in a listing."""
    stamp = stamp_of(line)
    assert begins(stamp, line) is at_such_an_hour
    assert is_held(line[: stamp.start].strip(EDGES).removesuffix(", Tuesday"), stamp, line) is held


@pytest.mark.parametrize(
    ("hour", "is_one"),
    [
        (", 7.30pm", True), (", 7.45pm", True), (", 7.31pm", False), (", 7pm", True), (", 19:15", True), (", 19h30", True), ("7.30pm", False),
        ("", False),
    ],
)  # fmt: skip
def test_hours_on_which_events_begin(hour: str, is_one: bool) -> None:
    """Quarters of an hour, behind a comma."""
    assert begins_at(hour) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("3 March 2026 | The Kerrow", True),
        ("3 March 2026, 7.31pm | The Kerrow", True),
        ("3 March 2026 | Kerrow Hall", False),
        ("3 March 2026, The Kerrow", False),
        ("3 March 2026, 12.01am, The Kerrow", True),
        ("3 March 2026, 12.01am BST, The Kerrow", True),
        ("3 March 2026, 12.01am, Kerrow Hall", False),
        ("3 March 2026, 7.35pm, The Kerrow", False),
        ("3 March 2026, 7.30pm, The Kerrow", False),
    ],
)
def test_a_name_behind_a_date_is_a_papers(line: str, is_one: bool) -> None:
    """Behind a bar, or behind a comma and a minute that no clock marks; never a house's."""
    stamp = stamp_of(line)
    assert is_paper_behind(line[stamp.end :], stamp, line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Halden Post 3 March 2026", True),
        ("Halden Post (Halifax) 3 March 2026", True),
        ("3 March 2026 Halden Post", True),
        ("Tuesday 3 March 2026 Halden Post", True),
        ("Halden Post 3 March 2026 of Oslo", False),
        ("Daily Festival 3 March 2026", False),
        ("Kerrow Pier 3 March 2026", False),
    ],
)
def test_a_date_of_a_paper(line: str, is_one: bool) -> None:
    """A paper's name on one side, and on the other nothing or the weekday."""
    assert is_of_paper(line, stamp_of(line)) is is_one


@pytest.mark.parametrize(
    ("name", "paper", "venue"),
    [
        ("Halden Post", True, False), ("Post of Halden", False, False), ("The Sinking of the Morning Star", False, False),
        ("Daily Festival", False, False), ("Truro Cathedral", False, True), ("Orland Park", False, False), ("ORLAND PARK", False, False),
    ],
)  # fmt: skip
def test_papers_and_venues(name: str, paper: bool, venue: bool) -> None:
    """A title with "of" in it is no paper, an occasion neither; a town that is called like a house is no venue."""
    assert (is_paper(name), is_venue(name)) == (paper, venue)
