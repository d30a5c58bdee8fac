"""Texts that are no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import ArticleError
from summarize.reading import read_text
from summarize.reading.prose import other_than_prose

ROOT = Path(__file__).parent.parent.parent

CODE = """import os
from pathlib import Path

def walk(folder):
    for entry in os.scandir(folder):
        if entry.is_dir():
            walk(entry.path)
    return None
"""
TABLE = "name,town,age\n" + "".join(f"Person {number},Leeds,{number}\n" for number in range(12))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"title": "Ferry sinks off the coast", "year": 2026, "dead": 3}', "JSON data"),
        (TABLE, "a table"),
        (CODE, "program code"),
    ],
)
def test_data_tables_and_code_are_no_articles(text: str, kind: str) -> None:
    """JSON, tables and program code are refused, by what they look like, with exit code 4."""
    with pytest.raises(ArticleError, match=kind) as caught:
        read_text(text, "notes.txt")
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "path",
    sorted([*(ROOT / "seeds").glob("*-*.*"), *(ROOT / "evals" / "articles").glob("*.txt")]),
    ids=lambda path: path.name,
)
def test_no_article_is_taken_for_anything_else(path: Path) -> None:
    """Every sample article is prose, lists, tables of results and markup in it notwithstanding."""
    assert other_than_prose(path.read_text(encoding="utf-8")) is None
