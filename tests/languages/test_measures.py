"""Rules of the tables of numbers, units, currencies and zones: what is wrong in one is said by file and key."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarize
from summarize.languages import calendars, measures, tables, tenses
from summarize.languages.loader import TableError
from summarize.languages.measures import units
from summarize.languages.tables import table, word_lists

TEXT = Path(summarize.__file__).parent / "text"


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, dict[str, object]]]:
    """Tables in place of those of the package, by name; nothing that was read before is used."""
    given: dict[str, dict[str, object]] = {}
    readers = (measures.number_words, measures.foreign_scales, measures.units, measures.zones)
    others = (calendars.calendar_names, calendars.foreign_months, tenses.tense_rules, tenses.direction_rules)
    for module in (measures, calendars, tenses):
        monkeypatch.setattr(module, "table", lambda name: given.get(name) or table(name))
    for reader in (*readers, *others):
        reader.cache_clear()
    yield given
    monkeypatch.undo()
    for reader in (*readers, *others):
        reader.cache_clear()


def test_a_missing_key_is_named(changed: dict[str, dict[str, object]]) -> None:
    """A table without one of its keys is refused by file and key."""
    changed["en/numbers.toml"] = {key: value for key, value in table("en/numbers.toml").items() if key != "tens"}
    with pytest.raises(TableError, match=r"languages/en/numbers\.toml: tens: a string is needed"):
        measures.number_words("en")


def test_a_value_that_is_no_number_is_named(changed: dict[str, dict[str, object]]) -> None:
    """A word with another value than a whole number is refused."""
    changed["en/numbers.toml"] = {**table("en/numbers.toml"), "groups": {"dozen": "12"}}
    with pytest.raises(TableError, match=r"groups\.dozen: a whole number"):
        measures.number_words("en")


def test_two_rows_may_not_claim_one_name(changed: dict[str, dict[str, object]]) -> None:
    """A currency's name that another row has as well is refused: a contradiction never loads."""
    held = table("currencies.toml")
    changed["currencies.toml"] = {**held, "currency": [*held["currency"], {"code": "XXX", "names": "euro"}]}
    with pytest.raises(TableError, match="euro: belongs to EUR and XXX"):
        measures.units()


def test_a_zone_has_one_offset(changed: dict[str, dict[str, object]]) -> None:
    """A zone with two offsets, or open and with one, is refused."""
    held = table("zones.toml")
    changed["zones.toml"] = {**held, "offsets": {**held["offsets"], "-03:00": "cet"}}
    with pytest.raises(TableError, match="cet: belongs to"):
        measures.zones()
    measures.zones.cache_clear()
    changed["zones.toml"] = {**held, "open": "ist cet"}
    with pytest.raises(TableError, match="cet has an offset as well"):
        measures.zones()


def test_twelve_months_are_needed(changed: dict[str, dict[str, object]]) -> None:
    """A language with another count of months or days is refused."""
    changed["en/times.toml"] = {**table("en/times.toml"), "months": ["january"]}
    with pytest.raises(TableError, match="months: 12 strings are needed"):
        calendars.calendar_names("en")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"id": "x", "word": "a", "verdict": "past", "example": "a"}, "`counter_example` is needed"),
        ({"id": "x", "word": "a", "verdict": "maybe", "example": "a", "counter_example": "b"}, "is not a verdict"),
        (
            {"id": "x", "word": "a", "wrod": "a", "verdict": "past", "example": "a", "counter_example": "b"},
            "`wrod` is not a field",
        ),
        ({"id": "x", "verdict": "past", "example": "a", "counter_example": "b"}, "either `word` or `form` is needed"),
        (
            {"id": "x", "word": "@nowhere", "verdict": "past", "example": "a", "counter_example": "b"},
            "there is no such list",
        ),
    ],
)
def test_a_rule_without_what_it_needs_does_not_load(
    changed: dict[str, dict[str, object]], row: dict[str, object], problem: str
) -> None:
    """A rule of tense has an example and a counter-example, known fields, a known verdict and lists that are there."""
    changed["en/times.toml"] = {**table("en/times.toml"), "tense": [row]}
    with pytest.raises(TableError, match=problem):
        tenses.tense_rules("en")


def test_lists_hold_strings() -> None:
    """A section that holds something else than lists of words is refused, and one that there is not."""
    with pytest.raises(TableError, match=r"ordinals\.first: a string of words is needed"):
        word_lists("en/times.toml", "ordinals")
    with pytest.raises(TableError, match="cardinals: a table of lists of words is needed"):
        word_lists("en/times.toml", "cardinals")


def test_there_is_no_table_of_numbers_for_every_language() -> None:
    """A language without a table has no words for numbers, and that is no error."""
    assert measures.number_words("de") is None
    assert measures.small_numbers("de") == {}


def test_defaults_are_members_of_their_family() -> None:
    """What "$" means as a rule is a dollar."""
    known = units()
    assert all(known.families[code] == family for family, code in known.defaults.items())


def test_text_compares_with_no_word_of_a_language() -> None:
    """Words of languages stand in tables: no string that `text/` compares a token with, or holds in a set, is an English word."""
    found = set()
    for file in sorted(TEXT.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            held = (
                [*node.comparators, node.left]
                if isinstance(node, ast.Compare)
                else node.elts
                if isinstance(node, ast.Set)
                else []
            )
            strings = [each.value for each in held if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            found |= {(file.name, each) for each in strings if re.fullmatch(r"[a-z]{2,}", each)}
    assert {(file, word) for file, word in found if word != "en"} == set()


def test_tables_are_there() -> None:
    """Whether a table is there can be asked."""
    assert tables.has_table("en/numbers.toml")
    assert not tables.has_table("xx/numbers.toml")


def test_small_numbers() -> None:
    """Articles are one, and no word is worth nothing or a hundred."""
    worth = measures.small_numbers("en")
    assert [worth.get(word) for word in ("a", "an", "one", "nineteen", "ninety", "zero", "hundred")] == [
        1, 1, 1, 19, 90, None, None,
    ]  # fmt: skip
