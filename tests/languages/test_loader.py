"""The loader of the tables: what it refuses, and how it says where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarize.languages import loader, packs
from summarize.languages.loader import Pattern, Table, TableError, Words, load


class Inner(Table):
    id: str
    weight: int = 1


class Held(Table):
    words: Words
    phrases: Words
    pattern: Pattern
    names: dict[str, str]
    rows: tuple[Inner, ...] = ()


Reader = Callable[[str], Held]

GOOD = """words = "one two"
phrases = ["New York", "Rome"]
pattern = 'in\\s{phrases}$'
names = { he = "m" }

[[rows]]
id = "first"

[[rows]]
id = "second"
weight = 2
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Reads a text as if it were a table of the program."""
    monkeypatch.setattr(packs, "FOLDER", tmp_path)
    loader.document.cache_clear()
    loader._cached_table.cache_clear()

    def read(text: str) -> Held:
        (tmp_path / "held.toml").write_text(text, encoding="utf-8")
        held = load(Held, "held.toml")
        held.read_all()
        return held

    yield read
    loader.document.cache_clear()
    loader._cached_table.cache_clear()


def test_values(written: Reader) -> None:
    """Each key is read as its field's type says, and lists of words are filled into expressions, longest first."""
    held = written(GOOD)
    assert held.words == {"one", "two"}
    assert held.phrases == {"New York", "Rome"}
    assert held.pattern.search("in New York")
    assert not held.pattern.search("in Yorkshire")
    assert held.names == {"he": "m"}
    assert [(row.id, row.weight) for row in held.rows] == [("first", 1), ("second", 2)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('words = "one two"', 'words = "one two"\nwrods = "x"', "held.toml:2: wrods: unknown key"),
        ('phrases = ["New York", "Rome"]\n', "", "held.toml:1: phrases: the key is missing"),
        ('words = "one two"', 'words = "one two one"', "held.toml:1: words: listed twice: one"),
        ('words = "one two"', "words = 3", "held.toml:1: words: a list of strings is needed"),
        ("in\\s{phrases}$", "in\\s{places}$", "held.toml:3: pattern: {places} is not a list of words"),
        ("in\\s{phrases}$", "in\\s(", "held.toml:3: pattern: not a regular expression"),
        ('{ he = "m" }', '"m"', "held.toml:4: names: a table of strings is needed"),
        ('id = "second"', 'id = "second"\ncolour = "red"', "held.toml:11: colour: unknown key"),
        ('id = "first"\n', "", "held.toml:6: id: the key is missing"),
        ('id = "second"\n', "", "held.toml:9: id: the key is missing"),
        ("weight = 2", 'weight = "2"', "held.toml:11: weight: int is needed, str stands there"),
        ("weight = 2", "weight = true", "held.toml:11: weight: int is needed, bool stands there"),
        ('words = "one two"', "words = ", "held.toml: "),
    ],
)
def test_what_is_refused(written: Reader, old: str, new: str, says: str) -> None:
    """A table that is not what its dataclass says is refused, with the file, the line and the key."""
    assert old in GOOD
    with pytest.raises(TableError, match=re.escape(says)):
        written(GOOD.replace(old, new))


def test_missing_file() -> None:
    """A table that there is not is an error that names it."""
    with pytest.raises(TableError, match=r"languages/xx/held\.toml: there is no such table"):
        load(Held, "xx/held.toml")


def test_read_once(written: Reader) -> None:
    """A table is read when it is first asked for, and once."""
    first = written(GOOD)
    assert written("words = 3") is first
