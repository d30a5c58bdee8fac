"""Rules of the Document: an article's text is read once."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, article_id
from summarize.evidence import document as documents
from summarize.evidence.document import document_of
from summarize.evidence.find import find

STORY = "“We will mend it. We have begun,” Ann Smith said. The pier cost A$5m.\n\nOne and a half million people use it."


def article_of(text: str) -> Article:
    """An article with a text."""
    return Article(id=article_id(text), source="-", text=text, language="en")


def test_a_document_is_read_once_for_each_article() -> None:
    """The same article has the same Document, and another one another, though equal."""
    first, second = article_of(STORY), article_of(STORY)
    assert document_of(first) is document_of(first)
    assert document_of(first) is not document_of(second)


def test_a_document_goes_with_its_article() -> None:
    """Nothing is kept of an article that is gone."""
    article = article_of(STORY)
    document_of(article)
    kept = len(documents._KEPT)
    del article
    gc.collect()
    assert len(documents._KEPT) == kept - 1


def test_findings_and_documents_have_the_same_sentences() -> None:
    """What is found in an article stands in the sentences of its Document, and no quotation is split between two."""
    article = article_of(STORY)
    found = [(each.span.start, each.span.end, each.paragraph) for each in find(article).sentences]
    assert found == list(document_of(article).sentences)
    assert len(found) == 3


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    | st.text(st.sampled_from("Aa .,!?“”\n\u00a05$m"), max_size=200)
)
def test_sentences_lie_in_any_text(text: str) -> None:
    """Sentences are in order, do not overlap, and stand in their paragraphs; tokens stand in their sentences."""
    article = article_of(text.replace("\r", "") or "x")
    document = document_of(article)
    assert len(document.text) == len(article.text)
    last = 0
    for sentence in document.sentences:
        first, end = document.layout.body[sentence.paragraph]
        assert last <= sentence.start < sentence.end <= end
        assert first <= sentence.start
        assert all(sentence.start <= token.start < token.end <= sentence.end for token in document.tokens(sentence))
        last = sentence.end


def test_quantities_of_a_sentence() -> None:
    """A Document gives the figures of each sentence."""
    document = document_of(article_of(STORY))
    assert [
        [(each.values, each.unit) for each in document.quantities(sentence)] for sentence in document.sentences
    ] == [
        [],
        [({5_000_000}, "AUD")],
        [({1_500_000}, None)],
    ]
