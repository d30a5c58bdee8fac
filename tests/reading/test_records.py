"""Rules of reading articles from JSON. All texts were written for these tests."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import article_id
from summarize.errors import ArticleError
from summarize.reading import Reading, read_bytes, records
from summarize.reading.records import Pointer, entries, parse_json, read_record

STORY = "The harbour board approved a second ferry terminal on Saturday. “It was time,” said Hanna Osei, who chairs it."
DOCS = Path(__file__).parents[2] / "docs" / "sources.md"


def of(**fields: Any) -> Reading:
    reading = read_record(fields, "a.json", None)
    assert isinstance(reading, Reading)
    return reading


def test_fields_become_what_is_known() -> None:
    """Title, byline, date with its zone, publisher, language, address and section come from the fields."""
    article = of(
        title="Terminal approved", text=STORY, author="By Tom Lindqvist and Ada Roy", published="2026-03-14T09:30:00+01:00",
        publisher="The Quay", language="en", url="https://quay.example/1", section="Harbour", updated="2026-03-15",
    ).article  # fmt: skip
    assert article.text == f"Terminal approved\n\n{STORY}"
    assert (article.title, article.authors, article.publisher) == (
        "Terminal approved",
        ("Tom Lindqvist", "Ada Roy"),
        "The Quay",
    )
    assert (article.published, article.published_from) == ("2026-03-14T09:30+01:00", "metadata")
    assert (article.modified, article.url, article.section) == ("2026-03-15", "https://quay.example/1", "Harbour")


@pytest.mark.parametrize("field", records.FIELDS["text"].split())
def test_every_name_of_the_text(field: str) -> None:
    """The text is found under each of its names, whatever their case and marks."""
    assert of(**{field: STORY}).article.text == STORY
    assert of(**{field.upper(): STORY}).article.text == STORY


def test_what_news_apis_give() -> None:
    """Lists of articles are found where APIs put them, with fields in objects and markup for a text."""
    api = {
        "status": "ok",
        "articles": [
            {
                "title": "T one two",
                "content": f"<p>{STORY}</p><p>It opens in spring.</p>",
                "source": {"id": None, "name": "The Quay"},
            }
        ],
    }
    found = entries(api)
    assert found is not None
    reading = read_record(found[0], "a#1", None)
    assert isinstance(reading, Reading)
    assert (reading.article.publisher, reading.article.text) == (
        "The Quay",
        f"T one two\n\n{STORY}\n\nIt opens in spring.",
    )
    assert entries({"response": {"results": [{"webTitle": "T", "fields": {"bodyText": STORY}}]}}) is not None
    assert of(webTitle="Terminal", fields={"bodyText": STORY}).article.text == f"Terminal\n\n{STORY}"
    assert of(title={"rendered": "Terminal"}, content={"rendered": f"<p>{STORY}</p>"}).article.text.endswith(STORY)


def test_what_systems_leave_in_their_fields() -> None:
    """Entities and tags within a line are resolved, a number of seconds is a date, and an inner object is no publisher."""
    article = of(
        title={"rendered": "Boats &#8211; again"},
        text="The <strong>board</strong> sold &quot;two&quot; boats on Saturday, it said.",
        date=1773480600,
    ).article
    assert article.text == 'Boats – again\n\nThe board sold "two" boats on Saturday, it said.'
    assert article.published == "2026-03-14T09:30+00:00"
    found = of(_source={"title": "Terminal", "text": STORY}).article
    assert (found.title, found.publisher) == ("Terminal", None)
    page = of(
        title="Terminal",
        description="It opens in spring.",
        section="Harbour",
        html=f"<p>{STORY}</p><p>Trains will call there too.</p>",
    ).article
    assert page.text == f"Terminal\n\nIt opens in spring.\n\n{STORY}\n\nTrains will call there too."
    assert page.section == "Harbour"


@pytest.mark.parametrize(
    "fields",
    [
        {"text": STORY, "publish_date": "2026-03-14 09:30:00+01:00", "authors": ["Tom Roy"], "source_url": "https://q.example"},
        {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [STORY]}]}, "publishing_date": "2026-03-14 09:30:00+01:00", "authors": ["Tom Roy"]},
        {"maintext": STORY, "date_publish": "2026-03-14T09:30:00+01:00", "source_domain": "q.example", "authors": ["Tom Roy"]},
        {"text_content": STORY, "publication_date": "2026-03-14T09:30:00+01:00", "original_url": "https://q.example/1", "authors": "Tom Roy"},
        {"raw_text": STORY.lower(), "text": STORY, "date": "2026-03-14T09:30:00+01:00", "source": "https://q.example/1", "hostname": "q.example", "author": "Tom Roy"},
    ],
    ids=["newspaper4k", "fundus", "news-please", "Media Cloud", "trafilatura"],
)  # fmt: skip
def test_what_other_readers_write_is_read(fields: dict[str, Any]) -> None:
    """Each of the programs that save articles as JSON is read by its own names; an address is no publisher."""
    article = of(**fields).article
    assert (article.text, article.published, article.authors) == (STORY, "2026-03-14T09:30+01:00", ("Tom Roy",))
    assert article.publisher in {None, "q.example"}


def test_a_text_that_an_api_cut_off_is_refused() -> None:
    """NewsAPI gives the first two hundred characters: those are no article, and its address is told."""
    with pytest.raises(ArticleError, match=r"only the beginning .*1513 chars.* https://q.example/1"):
        of(content=f"{STORY} The county must… [+1513 chars]", url="https://q.example/1")


def test_the_title_is_not_said_twice() -> None:
    """A text that begins with its title, or with its standfirst, does not get it again."""
    text = f"Terminal approved\n\nIt opens in spring.\n\n{STORY}"
    assert of(title="Terminal Approved", summary="It opens in spring.", text=text).article.text == text


def test_a_date_in_figures_is_not_guessed() -> None:
    """A date that could be two days is none."""
    assert of(text=STORY, date="03/04/2026").article.published is None


def test_a_card_gives_its_article() -> None:
    """A card in JSON gives the article that it was made from, with its id; a damaged one is refused."""
    article = {"id": article_id(STORY), "source": "story.txt", "text": STORY, "title": None}
    card = {"schema_version": "1.0", "article": article, "what": []}
    reading = read_record(card, "card.json", None)
    assert isinstance(reading, Reading)
    assert (reading.article.id, reading.article.source) == (article["id"], "story.txt")
    with pytest.raises(ArticleError, match="does not fit"):
        read_record({**card, "article": {**article, "text": STORY + "!"}}, "card.json", None)
    with pytest.raises(ArticleError, match="damaged"):
        read_record({**card, "article": {"text": 3}}, "card.json", None)


@pytest.mark.parametrize(
    "value",
    ["https://quay.example/1", {"url": "https://quay.example/1"}, {"link": "https://quay.example/1", "title": "T"}],
)
def test_an_address_points_to_the_article(value: object) -> None:
    """Where there is an address and no text, the article is there."""
    assert read_record(value, "a#1", None) == Pointer("https://quay.example/1")


@pytest.mark.parametrize(
    "value", [{}, {"n": 1}, 3, None, True, [], "words", {"url": "javascript:alert(1)"}, {"text": ""}, {"text": 5}]
)
def test_what_is_no_article_is_refused(value: object) -> None:
    """What holds neither text nor address is refused, by name."""
    with pytest.raises(ArticleError, match=r"a\.json"):
        read_record(value, "a.json", None)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{bad", "no JSON"),
        (b"[" * 100_000, "nested"),
        (b'{"a": "\xff"}', "UTF-8"),
        (b"[0," + b"0," * 1_100_000 + b"0]", "values"),
        (b"", "no JSON"),
    ],
    ids=["broken", "deep", "encoding", "many", "nothing"],
)
def test_what_is_no_json_is_refused(data: bytes, says: str) -> None:
    """What cannot be parsed, or not within bounds, is refused in one line."""
    with pytest.raises(ArticleError, match=says) as caught:
        parse_json(data, "a.json")
    assert "\n" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    *(name for what in ("text", "title", "url") for name in records.FIELDS[what].split()),
                    *records.LISTS,
                    "schema_version",
                    "html",
                    "fields",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Any JSON gives an article, an address or an expected error."""
    with suppress(ArticleError):
        read_bytes(json.dumps(value).encode(), "a.json")


def test_the_fields_are_documented() -> None:
    """Every field that is read is named in the documentation."""
    text = DOCS.read_text(encoding="utf-8")
    for names in (*(names.split() for names in records.FIELDS.values()), records.LISTS):
        assert ", ".join(f"`{field}`" for field in names) in text
