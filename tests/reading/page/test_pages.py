"""Rules of reading whole pages, one for each kind of publisher."""

from __future__ import annotations

import pytest

from summarize.article import article_id
from summarize.errors import ArticleError
from summarize.evidence.find import find
from summarize.reading.page import read_page
from tests.reading.page.samples import PAGES, Sample, reading_of, refused, samples

SAMPLES = samples()
FIELDS = ("title", "published", "modified", "publisher", "url", "language", "section", "paywalled")
# The layout of a text tells no title by itself where words are not parted by spaces, or sentences end otherwise than in English.
_TITLED = [sample for sample in SAMPLES if sample.labels["language"] in {"en", "de", "fr", "ar"}]
every_page = pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])


def lines_of(text: str) -> list[str]:
    """The lines of a text, list items without their mark."""
    return [line.removeprefix("• ") for line in text.split("\n") if line]


@every_page
def test_a_page_gives_its_fields(sample: Sample) -> None:
    """Title, byline, dates with time and zone, publisher, address, language, section and paywall are what the page says."""
    article = reading_of(sample.name).article
    found = {field: getattr(article, field) for field in FIELDS if field in sample.labels}
    assert found == {field: sample.labels[field] for field in found}
    assert list(article.authors) == sample.labels["authors"]
    assert article.published_from == ("metadata" if article.published else None)


@every_page
def test_each_field_tells_its_layer(sample: Sample) -> None:
    """Every field that has a value tells the layer that it is from, and no other field does."""
    article = reading_of(sample.name).article
    named = {"title", "authors", "published", "modified", "publisher", "url", "language", "section", "paywalled"}
    held = {field for field in named if getattr(article, field) not in {None, ()}}
    assert held | {"text"} == set(article.origins)
    assert {field: article.origins[field] for field in sample.labels.get("origins", {})} == sample.labels.get(
        "origins", {}
    )


@every_page
def test_a_page_gives_its_story_and_nothing_else(sample: Sample) -> None:
    """The text is the title, the standfirst and the story's paragraphs, all of them, in order, and nothing of the page around."""
    extra = set(sample.labels.get("may_hold", ()))
    lines = [line for line in lines_of(reading_of(sample.name).article.text) if line not in extra]
    assert lines == [*sample.head, *sample.labels["paragraphs"]]


@every_page
def test_every_quotation_is_kept(sample: Sample) -> None:
    """Every paragraph that holds a quotation is in the text, once, and in its own words."""
    lines = lines_of(reading_of(sample.name).article.text)
    assert [lines.count(paragraph) for paragraph in sample.labels["quotations"]] == [1] * len(
        sample.labels["quotations"]
    )
    for words in sample.labels.get("once", ()):
        assert reading_of(sample.name).article.text.count(words) == 1


@every_page
def test_what_is_no_story_is_left_out(sample: Sample) -> None:
    """Menus, share bars, captions, adverts, comments, related stories and hidden words are not in the text."""
    text = reading_of(sample.name).article.text
    assert [words for words in sample.labels.get("absent", ()) if words in text] == []


@every_page
def test_equal_bytes_give_equal_articles(sample: Sample) -> None:
    """The same page gives the same text and so the same id, wherever and as whatever it is read."""
    again = read_page(
        sample.data, "elsewhere.html", url="https://other.example/a/story", published="2020-01-01"
    ).article
    assert again.text == reading_of(sample.name).article.text
    assert again.id == reading_of(sample.name).article.id == article_id(again.text)


@pytest.mark.parametrize("sample", _TITLED, ids=[sample.name for sample in _TITLED])
def test_finders_take_the_first_line_for_the_title(sample: Sample) -> None:
    """The finders see a page's article as they see a text: its first line is the title, its paragraphs are sentences."""
    article = reading_of(sample.name).article
    findings = find(article)
    assert findings.title is not None
    assert article.evidence(findings.title).text == article.title == sample.labels["title"]
    assert findings.sentences
    if "dateline" in sample.labels:
        assert findings.dateline is not None
        assert article.evidence(findings.dateline).text == sample.labels["dateline"]


def test_the_published_date_of_a_page_resolves_its_relative_dates() -> None:
    """“Saturday” in a page's story is the Saturday that its metadata fixes."""
    times = find(reading_of("local_paper").article).times
    assert "2026-03-14" in {time.start for time in times}


@pytest.mark.parametrize(("name", "reason"), sorted(refused().items()))
def test_a_page_without_an_article_is_refused(name: str, reason: str) -> None:
    """A front page, a page made by scripts, a log-in page, a cookie wall, a missing page: each is told for what it is, with what to do."""
    with pytest.raises(ArticleError, match=reason) as caught:
        read_page((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    assert caught.value.exit_code == 4
    assert str(caught.value).startswith(f"{name}.html holds no article")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sample", [sample for sample in SAMPLES if "notice" in sample.labels], ids=lambda sample: sample.name
)
def test_what_the_reader_must_know_is_told(sample: Sample) -> None:
    """A stub of an article for subscribers, and a text that only the structured data holds, are told in a notice."""
    assert any(sample.labels["notice"] in notice for notice in reading_of(sample.name).notices)
