"""Bylines, names of papers and titles by their form alone. All lines were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout.header import (
    authors_of,
    bare_byline,
    byline_names,
    byline_outlet,
    is_outlet_name,
    looks_like_title,
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee in Oslo for Halden Post.", ("Ann Lee",)),
        ("By Ann Lee in Oslo for the Halden Post.", None),
        ("By Ann Lee in Oslo for the Halden Post", ("Ann Lee",)),
        (f"By Ann Lee in Oslo{', Bergen and Moss' * 8}", ("Ann Lee",)),
        (f"By Ann Lee in Oslo{', Bergen and Moss' * 10}", None),
        ("Story: Ann Lee, Leeds", ("Ann Lee",)),
        ("Von Ann Lee", ("Ann Lee",)),
        ("Von Ann Lee, Berlin", ("Ann Lee",)),
        ("Von Ann Lee in Berlin", None),
        ("Von Lee", None),
    ],
)
def test_what_is_too_long_for_a_byline(line: str, authors: tuple[str, ...] | None) -> None:
    """With a stop it has eight words at most, and never many lines; in another language it is a full name and no more."""
    assert byline_names(line) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lee, Bucharest", ("Ann Lee",)),
        ("Florence and Tom Ray", ("Florence", "Tom Ray")),
        ("Ann Lee and Alice Springs", ("Ann Lee", "Alice Springs")),
        ("Ann Lee, Halden Post", ("Ann Lee",)),
        ("Ann Post and Tom Ray", ("Ann Post", "Tom Ray")),
        ("Ann Lee, Kerrow Correspondent", ("Ann Lee",)),
        ("Ann Lee, CNN", ("Ann Lee",)),
        ("in Oslo", ()),
    ],
)
def test_who_of_a_line_of_names_is_an_author(line: str, authors: tuple[str, ...]) -> None:
    """A town in one word, an office and a paper behind the first name are none; what stands first may be called like one."""
    assert authors_of(line) == authors


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Daily", False), ("Daily Beacon", True), ("Courier", False), ("Clyde Courier", True), ("Emily Post", False), ("Halden Post", True),
        ("Lowland Press Agency", True), ("Northern News Service", True), ("Press Agency", False), ("Highways Agency North", False), ("Lowland Tourist Agency", False),
        ("Emily Evening Post", True), ("Emily Jane Post", False), ("Halden Emily Post", True),
    ],
)  # fmt: skip
def test_the_name_of_a_paper(name: str, is_one: bool) -> None:
    """Two words at least, of which the last or first is a paper's; behind a given name a surname, but for "Evening" before it."""
    assert is_outlet_name(name) is is_one
    assert byline_outlet(f"By Ann Lee, {name}") == (name if is_one else None)
    assert byline_outlet(f"By {name}") is None


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ann", ()),
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Mary Jane Lee", ("Ann Mary Jane Lee",)),
        ("Ann Mary Jane Sue Lee", ()),
        ("Ann Lee and Bob Roe", ("Ann Lee", "Bob Roe")),
        ("Ann Lee, Bob Roe, Tom Ray and Eva Roe", ("Ann Lee", "Bob Roe", "Tom Ray", "Eva Roe")),
        ("Ann Lee, Bob Roe, Tom Ray, Eva Roe and Jim Lee", ()),
        ("Ann Lee and Halden Pier", ("Ann Lee",)),
        ("Halden Pier and Ann Lee", ()),
    ],
)
def test_a_byline_of_names_alone(line: str, people: tuple[str, ...]) -> None:
    """Up to four names of two to four words, the first of a person with a known given name."""
    assert bare_byline(line) == people


@pytest.mark.parametrize(
    ("line", "may_be_one"),
    [
        ("Pier", False), ("Pier saved", True), ("12 34", False), ("a " * 23 + "a", True), ("a " * 24 + "a", False),
        (f"{'x' * 99} {'y' * 100}", True), (f"{'x' * 100} {'y' * 100}", False), ("Pier Saved Again.", True), ("“Pier Saved Again.”", True),
        ("Pier Saved.", False), ("Pier Saved Now In Oslo.", True), ("Pier Spa Saved.", False), ("O’Neill Wins Race.", True),
        ("Pier Saved Again After storm.", True), ("Pier Saved Again today.", False), ("1986 1987 Pier Saved.", False),
    ],
)  # fmt: skip
def test_the_form_of_a_title(line: str, may_be_one: bool) -> None:
    """Two to twenty-four words on one line; with a stop behind it three long words at least, four of five with a capital."""
    assert looks_like_title(line) is may_be_one
