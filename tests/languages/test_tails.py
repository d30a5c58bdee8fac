"""What an expression that is searched for up to the end of a text needs that to end on, looked for before it is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages.loader import any_of, load
from summarize.languages.packs import FOLDER
from summarize.languages.tails import ending, found_before, is_found_before, tails
from summarize.rules import RuleTable

TABLES = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in Path(FOLDER).glob("en/*.toml")
    if "[[rule]]" in path.read_text("utf-8")
)


@pytest.mark.parametrize(
    ("expression", "ends"),
    [
        (r"\b(?:in|near)\s", ("in", "near")),
        (r"\b[Tt]he\s$", ("the",)),
        (r"(?i:firm|COMPANY),?\s", ("any,", "firm", "irm,", "pany")),
        (r"\bsaid\s(?:on\s|late\s)?", ("late", "on", "said")),
        (r"\w+ing\s", ("ing",)),
        (r"(?<!not\s)called\s(?!him)", ("lled",)),
        (r"[’\x27]s\s*$", ("'s", "’s")),
        (r"of\d*the", ("the",)),
        (r"rm|firm", ("rm",)),
    ],
)
def test_an_expression_needs_a_text_to_end_as_each_of_its_ways_does(expression: str, ends: tuple[str, ...]) -> None:
    """Of each alternative the last characters that are known, white space behind them apart; lower case, and sorted."""
    assert tails(expression) == ends


@pytest.mark.parametrize("expression", [r"", r"the\s\w+", r"(?:in\s)?", r"said[^.]*", r"(?<!:\s)$", r"(?:a|\d)\s"])
def test_where_anything_may_stand_at_the_end_no_ending_is_needed(expression: str) -> None:
    """A word of any kind, nothing at all, an alternative of which nothing is known: the expression itself is asked."""
    assert tails(expression) == ()


@pytest.mark.parametrize("table", TABLES)
def test_a_text_at_whose_end_a_rule_of_a_table_is_found_ends_as_the_rule_needs(table: str) -> None:
    """Every expression of the tables for what stands before, over what stands before each place of all their examples."""
    loaded = load(RuleTable, table)
    texts = [
        text[: text.index("⟦")] for row in loaded.rule for text in (*row.examples, *row.counter_examples) if "⟦" in text
    ]
    texts += [text.upper() for text in texts] + [text.rstrip() for text in texts]
    for row in loaded.rule:
        written = re.sub(
            r"\{([a-z_]+)\}", lambda match: any_of(frozenset(loaded.classes[match[1]].split())), row.before
        )
        ends = tails(written)
        for text in texts if ends else ():
            assert ending(text).endswith(ends) or not re.search(f"(?:{written})$", text), (row.id, text)


@given(
    st.lists(
        st.sampled_from(["a", "Ab", "[bc]", "(?:a|bb)", "a?", r"\s", r"\s?", "(?:ab\\s|c)?", r"\w", "(?i:İs)", "c*"]),
        max_size=5,
    ),
    st.text("aAbBcCsİ \n", max_size=8),
)
def test_no_text_is_ruled_out_that_an_expression_is_found_at_the_end_of(pieces: list[str], text: str) -> None:
    """Whatever an expression is made of."""
    written = "".join(pieces)
    ends = tails(written)
    assert not ends or ending(text).endswith(ends) or not re.search(f"(?:{written})$", text)


@pytest.mark.parametrize(
    ("text", "is_there"), [("the firm ", True), ("the FIRM\n", False), ("the farm ", False), ("", False)]
)
def test_an_expression_is_found_before_a_place_where_it_would_be_found_without_the_look(
    text: str, is_there: bool
) -> None:
    """In a whole text, and in a part of one."""
    pattern = re.compile(r"\bfirm\s$")
    assert is_found_before(pattern, text) is is_there
    assert (found_before(pattern, f"a firm {text}Lee", 7, 7 + len(text)) is not None) is is_there
