"""Where what is found stands: whole words, in order, in their sentences, in every labelled article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from summarize.article import Article, Span
from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evidence.find import find
from summarize.findings import Findings
from tests.corpora.languages import labelled
from tests.labels.kept import EVALS

PATHS = [path for folder in sorted((EVALS / "fresh").glob("*/seen")) for path in gold_paths(folder)]
PATHS += [path for name in ("gold", "more") for path in gold_paths(EVALS / name)]


def spans(found: Findings) -> Iterator[Span | None]:
    """All that are words of the article, without cues: some of those end with a space."""
    for name in ("sentences", "times", "mentions"):
        yield from (one.span for one in getattr(found, name))
    for participant in found.participants:
        yield from (participant.name_span, participant.role_span)
    yield from (place.name_span for place in found.places)
    for quotation in found.quotations:
        yield from (*quotation.parts, quotation.speaker_span)
    for attribution in found.attributions:
        yield from (*attribution.content, attribution.source_span)


def is_whole(text: str, span: Span) -> bool:
    """True for words that no letter or figure is cut off from, without spaces around."""
    ends = (text[max(0, at - 1) : at + 1] for at in (span.start, span.end))
    return not any(len(two) == 2 and two.isalnum() for two in ends) and text[span.start : span.end].strip() != ""


def foreign() -> Iterator[tuple[str, Article]]:
    """Texts of other languages, by their file and place."""
    for path in sorted((EVALS / "languages").glob("*_seen.yaml")):
        for number, row in enumerate(labelled(path)):
            text, language = row["text"], row["language"]
            yield f"{path.stem} {number}", Article(text=text, language=language, published=row["published"])


def check(article: Article) -> None:
    """No span cuts a word or holds nothing; sentences and dates are in order and apart, and each date is in a sentence; a participant is called by words that stand there."""
    found = find(article)
    cut = [article.text[span.start : span.end] for span in spans(found) if span and not is_whole(article.text, span)]
    assert cut == []
    for each in ([one.span for one in found.sentences], [one.span for one in found.times]):
        assert all(one.end <= other.start for one, other in pairwise(each))
    assert all(
        any(
            sentence.span.start <= time.span.start and time.span.end <= sentence.span.end
            for sentence in found.sentences
        )
        for time in found.times
    )
    for one in found.participants:
        assert one.name.split()[-1].lower() in article.text[one.name_span.start : one.name_span.end].lower()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_what_is_found_is_whole_and_in_its_place(path: Path) -> None:
    """In every article of English."""
    check(read_gold(path).article())


@pytest.mark.parametrize("article", [pytest.param(article, id=name) for name, article in foreign()])
def test_what_is_found_in_other_languages_is_too(article: Article) -> None:
    """By the basics of eight other languages."""
    check(article)
