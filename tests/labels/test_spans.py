"""Where what is found stands: whole words, in order, in their sentences, in every labelled article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summarize.article import Article, Span
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from tests.corpora.languages import labelled
from tests.labels.kept import EVALS, Looked
from tests.labels.spans import check


def foreign() -> Iterator[tuple[str, Article]]:
    """Texts of other languages, by their file and place."""
    for path in sorted((EVALS / "languages").glob("*_seen.yaml")):
        for number, row in enumerate(labelled(path)):
            text, language = row["text"], row["language"]
            yield f"{path.stem} {number}", Article(text=text, language=language, published=row["published"])


@pytest.mark.parametrize("article", [pytest.param(article, id=name) for name, article in foreign()])
def test_what_is_found_in_other_languages_is_too(article: Article) -> None:
    """By the basics of eight other languages."""
    check(article, find(article))


@pytest.mark.parametrize("is_cut", [False, True], ids=["as found", "cut off"])
def test_it_is_looked_at_wherever_labels_are_counted(monkeypatch: pytest.MonkeyPatch, is_cut: bool) -> None:
    """No labelled article of English gets a card (`test_kept.py`) in which a span cuts a word."""
    article = Article(text="Ann Lee closed the pier on Monday.", published="2026-03-14")
    found = find(article)
    if is_cut:
        mention = found.mentions[0]
        cut = mention.model_copy(update={"span": Span(start=mention.span.start, end=mention.span.end - 1)})
        found = found.model_copy(update={"mentions": (cut, *found.mentions[1:])})
    monkeypatch.setattr("summarize.pipeline.find", lambda *_: found)
    looked = Looked(ExtractiveEngine())
    if is_cut:
        with pytest.raises(AssertionError):
            looked.findings(article)
    else:
        assert looked.findings(article) == found
