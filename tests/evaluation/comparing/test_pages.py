from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summarize.evaluation.comparing.compare import compare
from summarize.evaluation.comparing.compare_page import compare_page
from summarize.evaluation.comparing.figures import NONE, bounds, money, p_value, round_down, share, with_sign
from summarize.evaluation.comparing.gate_page import gate_page
from summarize.evaluation.comparing.page import (
    Block,
    Column,
    Own,
    PageLine,
    PageTable,
    Styled,
    to_markdown,
    to_terminal,
)
from summarize.rendering.safe import markdown, plain

from . import runs
from .goldens import FOLDER, outcomes, rendered


def test_goldens() -> None:
    """What is shown is what the golden files hold; `python -m tests.evaluation.comparing.goldens` writes them anew."""
    expected = dict(rendered())
    assert {path.name for path in FOLDER.iterdir()} == set(expected)
    for name, content in expected.items():
        assert (FOLDER / name).read_bytes().decode() == content, name


@pytest.mark.parametrize("width", [80, 100, 160, 300])
def test_lines_fit(width: int) -> None:
    """No line is wider than the terminal, or than 160 columns, and none carries padding."""
    for page in (compare_page(compare(runs.before(), runs.after()), every=True), gate_page(outcomes(), every=True)):
        for line in to_terminal(page, width=width, color=False).splitlines():
            assert cell_len(line) <= min(width, 160), line
            assert line == line.rstrip()


def test_narrow_terminal_loses_nothing() -> None:
    """A terminal too narrow for the table gets it whole: it breaks the lines itself, but no verdict is cut off."""
    text = to_terminal(compare_page(compare(runs.before(), runs.after())), width=40, color=False)
    assert text.count("cannot tell") >= 4
    assert "none" in text


def test_color_changes_nothing_else() -> None:
    """Without its colours the page is the same."""
    comparison = compare(runs.before(), runs.after())
    colored = to_terminal(compare_page(comparison), width=80, color=True)
    assert "\x1b[1;32m" in colored
    bare = [line.rstrip() for line in plain(colored).splitlines()]
    assert bare == to_terminal(compare_page(comparison), width=80, color=False).splitlines()


def test_an_empty_cell_stays_empty() -> None:
    """Where a row has no figure, such as an interval over one article, its cell is empty in Markdown as on a terminal; what only hides is told."""
    table = PageTable([Column("a"), Column("b")], [["", "\u200b"]])
    assert to_markdown([table]).splitlines()[-1] == "|     | (no visible text) |"


def test_text_of_files_is_made_safe() -> None:
    """What a run's file says cannot colour a terminal, break a table, or become a link."""
    comparison = compare(runs.before(), runs.after())
    assert "\x1b" not in to_terminal(compare_page(comparison), width=80, color=False)
    text = to_markdown(compare_page(comparison))
    assert "answer \\| of \\[the\\](`http://model.example`)" in text
    assert "\x1b" not in text


_PIECES = st.text(max_size=40).map(lambda text: text or "x")


@given(_PIECES, _PIECES)
def test_every_piece_is_made_safe(one: str, other: str) -> None:
    """Wherever a text of a file stands, line, item or cell, it passes through the door for that form; a row stays one line."""
    blocks: list[Block] = [
        PageLine([one, Own(" and "), Styled(other, "red")], item=True),
        PageTable([Column("a", "left"), Column("b")], [[one, Styled(other, "red")]]),
    ]
    text = to_markdown(blocks)
    assert text.splitlines()[0] == f"- {markdown(one)} and {markdown(other)}"
    assert len(text.splitlines()) == 5
    assert markdown(one) in text.splitlines()[4]
    shown = to_terminal(blocks, width=160, color=True)
    assert plain(shown).count("\n") == shown.count("\n")
    assert not set(shown.replace("\x1b[", "")) & {"\x1b", "\x07", "\r", "\u202e", "\u200b"}


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1.000"), (0.9996, ".999"), (0.8725, ".873"), (0.0, ".000"), (None, NONE)],
)
def test_share(value: float | None, text: str) -> None:
    """Three decimals; 1.000 is said of 1 alone."""
    assert share(value) == text


def test_other_figures() -> None:
    """Signs are typographic, p is never 0, and an unknown price is unknown."""
    assert [with_sign(value) for value in (0.0184, -0.012, 0, -1.0)] == ["+.018", "−.012", "0", "−1.000"]
    assert [p_value(p) for p in (0.0123, 0.0001, 1.0, None)] == [".012", "<.001", "1", NONE]
    assert bounds((-0.02, 0.031)) == "[−.020, +.031]"
    assert (money(None), money(0.06724)) == ("unknown", "$0.0672")


@given(st.integers(0, 1000), st.integers(1, 50))
def test_floors_are_rounded_down(thousandths: int, articles: int) -> None:
    """A floor is never above the mean it comes from, by more than a mean's rounding, and keeps what has three decimals."""
    assert round_down(thousandths / 1000) == thousandths / 1000
    mean = sum([thousandths / 1000] * articles) / articles
    assert round_down(mean) == thousandths / 1000
    assert 0 <= thousandths / 7000 - round_down(thousandths / 7000) < 0.001
