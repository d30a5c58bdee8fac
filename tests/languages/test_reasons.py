"""Rules of reasons of refusals and warnings in other languages."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.card.card import ORDER
from summarize.languages import packs
from summarize.languages.loader import load
from summarize.languages.reasons import Reasons, reason_in
from summarize.rendering import render
from tests.rendering import varied

ROOT = Path(__file__).parents[2] / "summarize"
WORDED = sorted(path.parent.name for path in packs.FOLDER.glob("*/reasons.toml"))
IN = (
    *(ROOT / "grounding").rglob("*.py"),
    *(ROOT / "checking" / name for name in ("neutral.py", "by_basics.py")),
    ROOT / "examination.py",
)
WARNINGS = ROOT / "stories" / "composing.py"
VALUES = {
    "a .+ without name or number",
    "a quotation without words or number",
    "a time without words or number",
    ".+ …",
}
"""What an engine claimed, shown before the reason, and no reason."""


def _sentences(tree: ast.AST) -> Iterator[str]:
    """Expressions for the sentences of some code, whatever fills them in: texts of three words or more that are no docstrings."""
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    inner |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        if id(node) in inner or not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        texts = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
        if len("".join(text or "x" for text in texts).split()) > 2:
            yield "".join(".+" if text is None else re.escape(text).replace(r"\ ", " ") for text in texts)


def _said() -> set[str]:
    found = {text for path in IN for text in _sentences(ast.parse(path.read_text(encoding="utf-8")))}
    for node in ast.parse(WARNINGS.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "_warnings":
            found |= set(_sentences(node))
    return (found | {re.escape(ORDER).replace(r"\ ", " ")}) - VALUES


SAID = _said()


@pytest.mark.parametrize("code", WORDED)
def test_every_reason_of_the_code_has_a_row(code: str) -> None:
    """Each sentence that the code gives for a reason is a row of every table, so that no card mixes its languages."""
    rows = load(Reasons, f"{code}/reasons.toml").reasons
    assert len(SAID) > 60
    assert [text for text in sorted(SAID) if not any(re.fullmatch(text, row) for row in rows)] == []


@pytest.mark.parametrize("code", WORDED)
def test_every_row_is_a_reason_of_the_code(code: str) -> None:
    """A row that no code says is gone from every table, and a row has the braces of its English."""
    rows = load(Reasons, f"{code}/reasons.toml").reasons
    assert [
        row for row in rows if not row.startswith("article") and not any(re.fullmatch(text, row) for text in SAID)
    ] == []
    wrong = [english for english, row in rows.items() if _braces(english) != _braces(row)]
    assert wrong == []


def _braces(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("it says nothing", "das sagt nichts aus"),
        ("there is no sentence 12", "einen Satz 12 gibt es nicht"),
        ("the name does not stand in sentence 3", "der Name steht nicht in Satz 3"),
        ("its evidence says “stieg”, not “sank”", "der Beleg sagt „stieg“, nicht „sank“"),
        (
            "for subscribers, of which perhaps only the beginning was read: articles 2, 5",
            "für Abonnenten, vielleicht nur der Anfang gelesen: Artikel 2, 5",
        ),
        ("the article calls {name} so", "so nennt der Artikel {name}"),
        ("what no table knows", "what no table knows"),
    ],
)
def test_a_reason_is_told_with_what_fills_it(english: str, german: str) -> None:
    """Numbers and names stand in the translated sentence as in the English one; what no table knows stays as it is."""
    assert reason_in(english, "de") == german
    assert reason_in(english, "zh") == english


@pytest.mark.parametrize("form", ["markdown", "terminal", "html"])
def test_a_card_gives_reasons_in_its_language(form: str) -> None:
    """Reasons of refusals are in the language of the card's titles; JSON keeps the English ones."""
    card = varied.refused("there is no sentence 12")
    assert "einen Satz 12 gibt es nicht" in " ".join(render(card, form, language="de").split())
    assert "there is no sentence 12" in " ".join(render(card, form, language="zh").split())
    assert "there is no sentence 12" in render(card, "json", language="de")
