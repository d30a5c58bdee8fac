"""The examples beside a language's tables, and the rows that its tables lack: what is wrong with them is told in lines."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.errors import UsageError
from summarize.evaluation import packs
from summarize.languages import packs as language_packs
from summarize.languages.packs import FOLDER
from summarize.languages.tables import has_table


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a -> b", "the lists `dates` and `speakers` are needed"),
        ("dates: 3", "the lists `dates` and `speakers` are needed"),
        ("places:\n  - a -> b", "the lists `dates` and `speakers` are needed"),
        ("dates:\n  - a => open", "has no “->” with its answer"),
        ("dates:\n  - 'a: b -> c'\n  - a: b -> c", "put the line in quotation marks"),
        ("dates:\n  - [", "is not YAML: while parsing"),
    ],
)
def test_examples_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str) -> None:
    """A file of examples that is not what it should be is told in a line, for who writes it need not know Python."""
    path = tmp_path / "examples.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(packs, "path_of", lambda _: path)
    with pytest.raises(UsageError, match=re.escape(says)) as raised:
        packs.examples("xx")
    assert "\n" not in str(raised.value)


def test_a_folder_by_another_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables under a code that no article is called by would never be read: the message names the code that is right."""
    (tmp_path / "examples.yaml").write_text("dates:\n  - a -> none", encoding="utf-8")
    monkeypatch.setattr(packs, "path_of", lambda _: tmp_path / "examples.yaml")
    with pytest.raises(UsageError, match="articles in 'nb' are called 'no'"):
        packs.examples("nb")


def test_rows_that_a_language_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that tables of labels and reasons lack, or have for nothing, are named; a table that is not there lacks none."""
    (tmp_path / "__init__.py").touch()
    plugin = SimpleNamespace(value=SimpleNamespace(__file__=str(tmp_path / "__init__.py")), package="x", version="1")
    monkeypatch.setattr(language_packs, "plugin_named", lambda _, name: plugin if name == "xx" else None)
    language_packs._pack.cache_clear()
    has_table.cache_clear()
    assert list(packs.label_faults("xx")) == []
    has_table.cache_clear()
    text = (FOLDER / "de" / "reasons.toml").read_text(encoding="utf-8")
    (tmp_path / "reasons.toml").write_text(text.replace('"it holds template braces"', '"odd"'), encoding="utf-8")
    assert list(packs.label_faults("xx")) == [
        "xx: reasons.toml has no row for 'it holds template braces'",
        "xx: nothing shows the row 'odd' of reasons.toml",
    ]
    for held in (language_packs._pack, has_table):
        held.cache_clear()
