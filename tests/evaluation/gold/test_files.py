from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.evaluation.gold.files import as_yaml, gold_text, line_of, lines, parse, read_gold
from summarize.evaluation.gold.labels import Gold

from .articles import write


def test_yaml_as_people_mean_it() -> None:
    """A date is a text and `no` is a word; only null, true, false and whole numbers are what they look like."""
    text = (
        "a: no\nb: 2026-01-01\nc: 1e3\nd: 12:30\ne: null\nf: ~\ng: true\nh: -3\ni: 007\nj: 1_000\nk: =\nl: .inf\nm:\n"
    )
    assert parse(text) == {
        "a": "no", "b": "2026-01-01", "c": "1e3", "d": "12:30", "e": None, "f": None, "g": True, "h": -3, "i": "007", "j": "1_000",
        "k": "=", "l": ".inf", "m": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("article: a\nwho: []\nwho: []\n", "who is given twice"),
        ("article: a\nwhere:\n  - name: x\n    name: y\n", "name is given twice"),
        ("article: &a a\ntitle: *a\n", "aliases are not taken"),
        ("a: &a [*a]\n", "aliases are not taken"),
        ("? [a]\n: b\n", "a key is no word"),
        ("!!python/object/apply:os.system [ls]\n", "constructor"),
    ],
)
def test_refused(tmp_path: Path, text: str, reason: str) -> None:
    """A key that is given twice would lose what it said first, an alias can stand for gigabytes, a tag can run a program: all are refused."""
    with pytest.raises(UsageError, match=reason):
        read_gold(write(tmp_path, text))


def test_deep(tmp_path: Path) -> None:
    """Brackets in brackets without end are refused as well."""
    with pytest.raises(UsageError):
        read_gold(write(tmp_path, "a: " + "[" * 20_000 + "]" * 20_000))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text(text: str) -> None:
    """Any text that is written is read again as it was, as a value and in a list."""
    assert parse(as_yaml({"a": text, "b": [text, text], "c": [{"d": text}]})) == {
        "a": text,
        "b": [text, text],
        "c": [{"d": text}],
    }


def test_lines() -> None:
    """Every label has a line; one that has none of its own has that of the label around it."""
    of = lines("article: a\nquotes:\n  - parts:\n      - text: x\n    speaker: y\n  - parts: [{text: z}]\n")
    asked = [
        "",
        "article",
        "quotes",
        "quotes[0]",
        "quotes[0].parts[0].text",
        "quotes[0].parts[0].at",
        "quotes[0].speaker",
    ]
    assert [line_of(label, of) for label in asked] == [1, 1, 2, 3, 4, 4, 5]
    assert [line_of(label, of) for label in ("quotes[1].parts[0].text", "quotes[1].speaker", "who[3].name")] == [
        6,
        6,
        1,
    ]
    assert lines("a: [") == {}


def test_given_or_not() -> None:
    """What a labeller left out stays out, and what is null stays null."""
    gold = Gold.model_validate({"article": "a", "title": None, "quotes": [{"parts": [{"text": "x"}]}]})
    again = Gold.model_validate(parse(gold_text(gold)))
    assert again == gold
    assert again.says("title")
    assert not again.says("published")
    assert again.quotes is not None
    assert not again.quotes[0].says("speaker")
