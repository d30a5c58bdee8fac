"""How well the checks tell honest summaries from false ones; the figures of first sight are in `summaries.py`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from summarize import reading
from summarize.evidence.find import find
from summarize.grounding.index import Index
from summarize.grounding.statements.check import check
from tests.grounding.summaries import FALSE, TRUE

_ROOT = Path(__file__).parents[2]


@cache
def _index(name: str) -> Index:
    folder = _ROOT / "seeds" if (_ROOT / "seeds" / name).exists() else _ROOT / "evals" / "articles"
    article = reading.read(str(folder / name), None).article
    return Index(article, find(article, None))


def _accepted(summaries: Iterable[tuple[str, tuple[int, ...], str]]) -> list[str]:
    return [text for name, numbers, text in summaries if check(text, _index(name).basis(numbers))[0] is not None]


def test_honest_summaries_are_accepted() -> None:
    """Of 100 honest one-sentence summaries at least 90 are supported, at least in part (108 of 110)."""
    assert len(_accepted(TRUE)) >= 0.9 * len(TRUE)


def test_false_summaries_are_refused() -> None:
    """Of 100 summaries with one thing wrong at least 95 are refused (127 of 132)."""
    assert len(_accepted((name, numbers, text) for name, numbers, text, _ in FALSE)) <= 0.05 * len(FALSE)


@pytest.mark.parametrize("name", sorted({name for name, _, _ in TRUE}))
def test_every_sentence_of_an_article_supports_itself(name: str) -> None:
    """A sentence of the article, word for word, is verbatim."""
    index = _index(name)
    for sentence in index.findings.sentences:
        text = index.slice(sentence.span)
        if "{{" in text or len(text) > 400:
            continue
        support, reason = check(text, index.basis((sentence.number,)))
        assert support == "verbatim" or "quotation marks" in reason or "link" in reason, (text, reason)
