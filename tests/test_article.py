"""Rules of articles, spans and evidence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from summarize.article import Article, Evidence, Span, article_id, lean
from summarize.reading import read_text
from tests.evidence.texts import TEXTS

BOUNDS = st.integers(0, 40)
SPANS = (
    st.tuples(BOUNDS, BOUNDS)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Span(start=min(pair), end=max(pair)))
)


def an_article(text: str) -> Article:
    """An article of a text."""
    return Article(id=article_id(text), source="-", text=text)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, 0)])
def test_a_span_is_never_empty_or_backward(start: int, end: int) -> None:
    """A span holds at least one character and begins inside the text."""
    with pytest.raises(ValidationError):
        Span(start=start, end=end)


@settings(max_examples=150, deadline=None)
@given(SPANS, SPANS)
def test_spans_compare_as_the_characters_they_hold(first: Span, second: Span) -> None:
    """One span covers or overlaps another exactly if the characters they hold do."""
    mine, other = set(range(first.start, first.end)), set(range(second.start, second.end))
    assert first.covers(second) == (other <= mine)
    assert first.overlaps(second) == bool(mine & other)
    assert first.overlaps(second) == second.overlaps(first)


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=30).map(lambda text: text.encode("utf-8", "replace").decode()), SPANS)
def test_evidence_is_exactly_what_stands_at_its_span(text: str, span: Span) -> None:
    """Evidence of a span holds the article's own characters there; a span outside the text gives none."""
    article = an_article(text)
    if span.end > len(text):
        with pytest.raises(ValueError, match="outside"):
            article.evidence(span)
        return
    evidence = article.evidence(span)
    assert evidence.text == text[span.start : span.end] == text[evidence.start : evidence.end]


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 3, "four"), (0, 5, "four"), (0, 0, ""), (4, 0, "four"), (-4, 0, "four")]
)
def test_evidence_fits_its_text(start: int, end: int, text: str) -> None:
    """Evidence whose range is not as long as its text cannot be made."""
    with pytest.raises(ValidationError):
        Evidence(start=start, end=end, text=text)


@pytest.mark.parametrize(("start", "end"), [(0, 1), (0, 90), (3, 90)])
def test_a_span_of_the_programs_own_numbers_is_the_one_that_pydantic_makes(start: int, end: int) -> None:
    """`Span.of` gives an equal value, written the same, which can be copied and changed as any."""
    one, other = Span.of(start, end), Span(start=start, end=end)
    assert one == other
    assert hash(one) == hash(other)
    assert one.model_fields_set == other.model_fields_set
    assert one.model_dump_json(exclude_unset=True) == other.model_dump_json(exclude_unset=True)
    assert one.model_copy(update={"end": end + 1}) == Span(start=start, end=end + 1)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (-2, -1), (0, 0)])
def test_a_span_of_the_programs_own_numbers_is_checked_as_any(start: int, end: int) -> None:
    """`Span.of` refuses what pydantic refuses, with the same words."""
    said = []
    for make in (Span.of, lambda start, end: Span(start=start, end=end)):
        with pytest.raises(ValidationError) as refused:
            make(start, end)
        said.append(refused.value.errors(include_url=False, include_context=False))
    assert said[0] == said[1]


@pytest.mark.parametrize("text", ["\ud800", "half a pair \udfff here", "\udc00\ud800"])
def test_half_a_surrogate_pair_is_no_text(text: str) -> None:
    """An article cannot hold a lone surrogate, which could be neither written nor hashed; reading replaces it."""
    with pytest.raises(ValidationError, match="surrogate"):
        Article(id="sha256:0", source="-", text=text)
    assert "\ufffd" in read_text("Five words and a half " + text).article.text


def test_an_article_is_never_changed() -> None:
    """What was read stays as it was read, and unknown fields are refused."""
    article = an_article("The pier.")
    with pytest.raises(ValidationError, match="frozen"):
        article.text = "The quay."  # type: ignore[misc]
    with pytest.raises(ValidationError, match="subtitle"):
        Article.model_validate({**article.model_dump(), "subtitle": "No such field"})


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_equal_texts_have_equal_ids_and_no_others(first: str, second: str) -> None:
    """An article's id says which text it is."""
    one, other = (text.encode("utf-8", "replace").decode() for text in (first, second))
    assert (article_id(one) == article_id(other)) == (one == other)
    assert article_id(one).startswith("sha256:")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_an_article_survives_json(text: str) -> None:
    """An article written as JSON and read again is the same article."""
    article = an_article(text.encode("utf-8", "replace").decode())
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_a_lean_value_is_the_same_value() -> None:
    """A lean value is equal to what it was and written the same, and a copy that is given more fields leaves it and all others as they are."""
    one, other = (lean(Article(text=f"The bridge of {town} reopened.", title="Bridge")) for town in ("Leeds", "Brest"))
    assert one == Article(text="The bridge of Leeds reopened.", title="Bridge")
    assert one.model_dump_json(exclude_unset=True) == Article.model_validate_json(
        one.model_dump_json(exclude_unset=True)
    ).model_dump_json(exclude_unset=True)
    assert one.model_fields_set is other.model_fields_set
    assert "publisher" in one.model_copy(update={"publisher": "The Quay"}).model_fields_set
    assert "publisher" not in one.model_fields_set | other.model_fields_set
