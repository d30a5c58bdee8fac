from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize import reading
from summarize.article import Article, article_id
from summarize.errors import UsageError
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.labelling.session import Session

from .conftest import ARTICLE

YAML_WORDS = [
    *("no", "Yes", "on", "null", "~", "", "true", "1e3", "0x1f", "1_000", ".5", "2026-01-01", "12:30:00", "=", "<<"),
    *("- x", "# y", "a # b", "a: b", "? x", "'", '"', "\\n", "|", ">", "&a", "*a", "!!int 3", "%YAML", "---", "...", "@", "`", "{", "["),
    *("é", "\u0301e", "😀", "𝒜", "👩🏽‍🚀", "السلام", "\u202ex", "\ufeff", "\u2028", "\x85", "\x00", "\x1b[31m", "\r\n", "\t", " x ", "\n", "x\n"),
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(YAML_WORDS),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.lists(st.sampled_from(YAML_WORDS), min_size=2, max_size=3).map("".join),
).filter(str.strip)  # white space alone is refused


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.lists(TEXTS, max_size=4), st.sampled_from([".yaml", ".json"]))
def test_any_text(tmp_path: Path, before: str, texts: list[str], ending: str) -> None:
    """Any text, as words of the article and as what a person typed, is in the file exactly as the page sent it; places count code points."""
    words = " ".join(texts) or "x"
    article = _article(f"{before} “{words}” {before}", tmp_path)
    at = len(before) + 2
    path = tmp_path / f"any{ending}"
    path.unlink(missing_ok=True)
    session = Session(article, path, {})
    labels: dict[str, Any] = {
        "notes": words,
        "story": before,
        "what": [{"any": [before, words], "evidence": [{"text": words, "at": at}]}, {"any": [before]}],
        "background": [],
    }
    assert session.save(json.loads(json.dumps(labels))).is_saved
    gold = read_gold(path).gold
    assert gold.notes == words
    assert gold.story == before
    assert gold.what is not None
    assert gold.what[0].any == (before, words)
    assert (gold.what[0].evidence[0].text, gold.what[0].evidence[0].at) == (words, at)
    assert article.text[at : at + len(words)] == words
    again = Session(article, path, {})
    assert again.labels["notes"] == words
    assert again.labels["what"] == labels["what"]


def _article(text: str, folder: Path) -> Article:
    return Article(id=article_id(text), source=str(folder / "any.txt"), text=text)


def test_places_are_filled_in(article: Path, tmp_path: Path) -> None:
    """Words that stand in one place only have their place on the page, whether the file gives it or not."""
    path = tmp_path / "ferry.yaml"
    path.write_text(
        "article: ferry.txt\nquotes:\n- parts: [{text: Nobody was hurt.}]\nnot_quotes: [{text: the white wall, at: 3}]\n",
        encoding="utf-8",
    )
    session = Session(reading.read(str(article)).article, path, {})
    assert session.labels["quotes"][0]["parts"][0]["at"] == ARTICLE.index("Nobody")
    assert session.labels["not_quotes"][0]["at"] == ARTICLE.index("the white")


def test_another_article(article: Path, tmp_path: Path) -> None:
    """A file that labels another article is not opened."""
    path = tmp_path / "ferry.yaml"
    path.write_text("article: other.txt\ntitle: null\n", encoding="utf-8")
    with pytest.raises(UsageError, match="labels another article"):
        Session(reading.read(str(article)).article, path, {})


def test_no_gold_file(article: Path, tmp_path: Path) -> None:
    """A name that no gold file can have, and a file that is none, are refused."""
    with pytest.raises(UsageError, match="ends in"):
        Session(reading.read(str(article)).article, article, {})
    path = tmp_path / "bad.yaml"
    path.write_text("article: [\n", encoding="utf-8")
    with pytest.raises(UsageError, match="not a gold file"):
        Session(reading.read(str(article)).article, path, {})


def test_unsaved_labels_are_kept(article: Path, tmp_path: Path) -> None:
    """What the page sent last and did not save is kept beside the file; saved or unchanged labels leave nothing."""
    read = reading.read(str(article)).article
    session = Session(read, tmp_path / "new" / "ferry.yaml", {"title": None})
    assert session.keep_unsaved() is None
    session.check(json.loads(json.dumps(session.labels)))
    assert session.keep_unsaved() is None
    changed = {**session.labels, "absent": ["\ud800"]}
    session.check(changed)
    kept = session.keep_unsaved()
    assert kept is not None
    assert Session(read, session.path, {}).unsaved == changed
    changed["absent"] = ["x"]
    assert session.save(changed).is_saved
    assert session.keep_unsaved() is None
    assert not kept.exists()


def test_folder_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    """A file that cannot be written is a reason, not a crash."""
    (tmp_path / "file").write_text("")
    session = Session(reading.read(str(article)).article, tmp_path / "file" / "ferry.yaml", {"title": None})
    saved = session.save({"title": None})
    assert not saved.is_saved
    assert saved.refused
