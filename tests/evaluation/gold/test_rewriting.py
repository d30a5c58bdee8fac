from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.gold.files import content_of, gold_text, parse
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.gold.mending import rewritten

SOURCE = """# schema
# Why this one.
article: a.txt  # the file
title: "A: b"

notes: |
  # no comment

  more
quotes: # all of them
  # the first
  - parts: [{text: foo, at: 3}]   # short
    speaker: null
  # the second
  - parts:
      - text: bar
        at: 9
    # inside
    speaker: X
  # behind the last
who: []
# the end
"""
BEFORE = content_of(Gold.model_validate(parse(SOURCE)))


def changed(**fields: Any) -> str:
    content = {key: value for key, value in {**BEFORE, **fields}.items() if value is not ...}
    text = rewritten(SOURCE, Gold.model_validate(content))
    assert content_of(Gold.model_validate(parse(text))) == content
    return text


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_nothing_changed() -> None:
    """The same labels are the same file, byte for byte."""
    assert changed() == SOURCE


def test_a_field() -> None:
    """A new value replaces the lines of its field, and no others."""
    assert changed(title="C") == SOURCE.replace('title: "A: b"', "title: C")
    assert changed(title=...) == SOURCE.replace('title: "A: b"\n\n', "")


def test_a_new_field() -> None:
    """A field that was not there comes where the schema has it, before what follows there."""
    assert changed(published=None, absent=["x"]) == SOURCE.replace("quotes: #", "published: null\nquotes: #").replace(
        "# the end\n", "# the end\nabsent: [x]\n"
    )


def test_an_item() -> None:
    """A label that changed is written anew, with the comment above it; its neighbours keep theirs."""
    first, second = BEFORE["quotes"]
    text = changed(quotes=[first, {**second, "speaker": "Y"}])
    assert text == SOURCE.replace("    # inside\n    speaker: X", "    speaker: Y")
    assert changed(quotes=[second]) == SOURCE.replace(
        "  # the first\n  - parts: [{text: foo, at: 3}]   # short\n    speaker: null\n", ""
    )
    third = {"parts": [{"text": "no", "at": 1}]}
    assert set(lines(SOURCE)) < set(lines(changed(quotes=[first, second, third])))
    assert set(lines(SOURCE)) < set(lines(changed(quotes=[third, first, second])))


def test_no_items_left() -> None:
    """A list from which all was taken is empty."""
    assert "quotes: []\n" in changed(quotes=[])


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# nothing",
        "{article: a.txt, who: []}",
        "no gold",
        "a: [",
        "article: a.txt\nwho: *x",
    ],
)
def test_other_forms(source: str) -> None:
    """A file in a form that is not known, or that is none, is written from scratch."""
    gold = Gold.model_validate({"article": "a.txt", "who": [{"name": "X"}]})
    assert rewritten(source, gold) == gold_text(gold)
    assert rewritten("", gold, "schema.json").startswith(
        "# yaml-language-server: $schema=schema.json\narticle: a.txt\n"
    )


WORDS = st.sampled_from(["x", "no", "# y", "- z", "a: b", "\n", "é😀", "\x85", "'", " "])
ITEMS = st.fixed_dictionaries({"name": WORDS.map(lambda w: w + "n")}, optional={"aliases": st.lists(WORDS, max_size=2)})
CONTENTS = st.fixed_dictionaries(
    {"article": WORDS, "who": st.lists(ITEMS, max_size=4)},
    optional={
        "title": st.one_of(st.none(), WORDS),
        "notes": WORDS,
        "absent": st.lists(WORDS, max_size=3),
        "what": st.lists(st.lists(WORDS, min_size=1, max_size=2), max_size=3),
    },
)


@given(CONTENTS, CONTENTS, st.lists(st.integers(0, 30), max_size=4))
def test_any_change(before: dict[str, Any], after: dict[str, Any], comments: list[int]) -> None:
    """Whatever is changed into whatever, comments between, the file says what it should."""
    rows = gold_text(Gold.model_validate(before)).split("\n")
    for at in comments:
        rows.insert(min(at, len(rows)), "# a comment" if at % 2 else "  # another")
    source = "\n".join(rows)
    gold = Gold.model_validate(after)
    assert content_of(Gold.model_validate(parse(rewritten(source, gold)))) == content_of(gold)
