"""What an expression needs, looked for before it is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages.loader import load
from summarize.languages.needs import lowered, needs
from summarize.languages.packs import FOLDER
from summarize.rules import RuleTable
from summarize.rules.ladder import EXPRESSIONS

TABLES = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in Path(FOLDER).glob("en/*.toml")
    if "[[rule]]" in path.read_text("utf-8")
)


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"(?i)\b(?:lakhs?|crores?)\b", ("crore", "lakh")),
        (r"\bRs\.?\s?\d", ("rs",)),
        (r"₹\s?\d|₱", ("₱", "₹")),
        (r"[Tt]he\s(?:end|start)?", ("he",)),
        (r"(?:told|asked)+\sby", ("asked", "told")),
        (r"(?:told)*\sby", ("by",)),
        (r"ab{0,2}cc+d", ("cc",)),
        (r"x{2}yz", ("yz",)),
        (r"(?ix) foo \ bar (?: a | b )?", ("foo bar",)),
        (r"(?<=said\s)him(?!self)", ("him",)),
        (r"(?P<mark>[\"”])said(?P=mark)", ("said",)),
        (r"[\x27’]s\sown\x2d", ("own-",)),
        (r"Dáil|Straße", ("dáil", "stra")),
    ],
)
def test_an_expression_needs_the_longest_run_of_letters_that_none_of_its_ways_leaves_out(
    expression: str, needed: tuple[str, ...]
) -> None:
    """Of each alternative the longest run of characters that stands whatever is optional; lower case, and sorted."""
    assert needs(expression) == needed


@pytest.mark.parametrize(
    "expression",
    [r"\d+|word", r"(?:a|b)?", r"\N{EURO SIGN}5", r"(?#note)word", r"", r"|".join(map(str, range(10, 40)))],
)
def test_where_nothing_can_be_told_nothing_is_needed(expression: str) -> None:
    """An alternative without letters, an escape that is not read, too many words: the expression itself is asked."""
    assert needs(expression) == ()


@pytest.mark.parametrize(("text", "plain"), [("İŞİ", "işi"), ("Kırmızı ſo", "kirmizi so"), ("KELVIN", "kelvin")])
def test_a_text_is_lowered_as_expressions_that_ignore_case_read_it(text: str, plain: str) -> None:
    """Whatever letter `(?i)` takes for an "i", an "s" or a "k" is one in the lowered text."""
    assert lowered(text) == plain


@pytest.mark.parametrize("table", TABLES)
def test_a_text_in_which_a_rule_of_a_table_is_found_holds_what_the_rule_needs(table: str) -> None:
    """Every expression of the tables, over the examples and counter-examples of its whole table."""
    rules = load(RuleTable, table).rule
    texts = [text.replace("⟦", "").replace("⟧", "") for row in rules for text in (*row.examples, *row.counter_examples)]
    texts += [text.upper() for text in texts]
    for row in rules:
        for field in EXPRESSIONS:
            written = re.sub(r"\{[a-z_]+\}", "(?:of|in|said|the)", getattr(row, field))
            needed = needs(written)
            for text in texts if needed else ():
                assert any(one in lowered(text) for one in needed) or not re.search(written, text), (row.id, text)


@given(
    st.lists(
        st.sampled_from(
            [*"abiskS|()?*+^$. ", "(?:", r"\b", r"\s", "[ab]", "{2}", "{0,1}", "(?i:", "(?=", "(?<!", "ı", "é", "İ"]
        ),
        max_size=9,
    ),
    st.text("abisSIkK ſıİéÉ.", max_size=12),
)
def test_what_is_found_holds_what_is_needed(pieces: list[str], text: str) -> None:
    """Whatever expression is written and wherever it is found, with or without case."""
    for expression in ("".join(pieces), "(?i)" + "".join(pieces)):
        try:
            found = re.search(expression, text)
        except re.error:
            continue
        needed = needs(expression)
        if found is not None and needed:
            assert any(one in lowered(text) for one in needed)
