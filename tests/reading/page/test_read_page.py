"""Rules of what the caller of `read_page` gives and gets."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from summarize.article import Article
from summarize.errors import ArticleError, ConfigurationError, UsageError
from summarize.reading.decoding import MAX_BYTES
from summarize.reading.page import read_page
from tests.reading.page.samples import PAGES, STORY, TITLE, a_page, text_of

DATED = '<meta property="article:published_time" content="2026-03-14T20:00:00Z">'


def test_the_text_is_title_and_paragraphs() -> None:
    """The text of a page is its title and its paragraphs, with a blank line between any two."""
    assert text_of(a_page()) == "\n\n".join((TITLE, *STORY))


def test_the_users_date_overrides_the_pages() -> None:
    """The date that the user gives counts, its origin says so, and a notice tells what it overrides."""
    reading = read_page(a_page(head=DATED), "page.html", published="2026-03-01")
    assert (reading.article.published, reading.article.published_from) == ("2026-03-01", "option")
    assert reading.article.origins["published"] == "option"
    assert any("--published 2026-03-01 overrides 2026-03-14" in notice for notice in reading.notices)


def test_a_published_option_that_is_no_date_is_a_usage_error() -> None:
    """`published` takes an ISO date."""
    with pytest.raises(UsageError, match="ISO date"):
        read_page(a_page(), "page.html", published="yesterday")


def test_a_page_without_a_date_leaves_it_open() -> None:
    """No date is made up: a page that states none has none, and a notice says how to give one."""
    reading = read_page(a_page(), "page.html")
    assert (reading.article.published, reading.article.published_from) == (None, None)
    assert any("--published" in notice for notice in reading.notices)


def test_a_dateline_dates_a_page_that_states_nothing_else() -> None:
    """Where no layer of a page has a date, its dateline gives it, as it does for a text."""
    article = read_page(a_page(story=(f"LONDON, Jan 9, 2024 (Wirebird) - {STORY[0]}", *STORY[1:])), "page.html").article
    assert (article.published, article.published_from, article.origins["published"]) == (
        "2024-01-09",
        "dateline",
        "text",
    )


def test_a_dateline_on_a_line_of_its_own_opens_the_story() -> None:
    """A dateline in an element of its own stands before the first sentence, where the finders look for it."""
    text = text_of(a_page(before="<p class='dateline'>CAIRO (Wirebird) —</p>"))
    assert f"\n\nCAIRO (Wirebird) — {STORY[0]}\n\n" in text


def test_a_date_after_the_page_was_fetched_is_not_believed() -> None:
    """A date that lies after the fetch by more than a day loses; without a time of fetching no clock is asked."""
    page = a_page(head=DATED)
    assert read_page(page, "page.html", fetched=datetime(2026, 3, 10, tzinfo=UTC)).article.published is None
    assert (
        read_page(page, "page.html", fetched=datetime(2026, 3, 14, 9, tzinfo=UTC)).article.published
        == "2026-03-14T20:00:00+00:00"
    )


def test_an_address_dates_a_page_that_states_nothing_else() -> None:
    """A day in the address counts if no other layer has one."""
    article = read_page(a_page(), "page.html", url="https://quay.example/2026/03/14/terminal").article
    assert (article.published, article.origins["published"]) == ("2026-03-14", "address")
    assert (article.publisher, article.origins["publisher"]) == ("quay.example", "address")
    assert (article.url, article.origins["url"]) == ("https://quay.example/2026/03/14/terminal", "address")


def test_a_relative_canonical_address_is_made_whole() -> None:
    """The canonical address is made whole by the one that the page was fetched from; that of a front page is none."""
    link = '<link rel="canonical" href="{}">'
    fetched = "https://quay.example/a?utm=1"
    assert read_page(a_page(head=link.format("/a")), "p", url=fetched).article.url == "https://quay.example/a"
    assert read_page(a_page(head=link.format("/")), "p", url=fetched).article.url == fetched
    assert read_page(a_page(head=link.format("javascript:alert(1)")), "p").article.url is None


def test_a_page_in_another_language_is_told() -> None:
    """A page that is not in English is read, and a notice says how little to expect."""
    story = tuple(
        f"Der Hafenrat hat am Samstag den Bau des Anlegers Nummer {n} beschlossen, der im Frühjahr eröffnet wird."
        for n in range(4)
    )
    reading = read_page(a_page(story=story, title="Hafenrat beschließt Anleger"), "page.html")
    assert reading.article.language == "de"
    assert any("in German" in notice for notice in reading.notices)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html></html>", "holds no article"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"<p>" + b"x" * MAX_BYTES, f"{MAX_BYTES:,}"),
        (b"<html><body><p>Too few.</p></body></html>", "holds no article"),
    ],
    ids=["nothing", "no body", "pdf", "long", "short"],
)
def test_what_is_no_page_is_refused(data: bytes, reason: str) -> None:
    """What is empty, binary, too long or wordless is refused in one line, with exit code 4."""
    with pytest.raises(ArticleError, match=reason) as caught:
        read_page(data, "page.html")
    assert "\n" not in str(caught.value)


def test_a_dated_front_page_is_no_article() -> None:
    """A front page whose structured data dates it as a web page is a list of articles all the same."""
    data = '<script type="application/ld+json">{"@type":"WebPage","name":"The Quay Gazette","datePublished":"2020-01-02"}</script>'
    page = (PAGES / "no_front_page.html").read_bytes().replace(b"</head>", data.encode() + b"</head>")
    with pytest.raises(ArticleError, match="list"):
        read_page(page, "page.html")


@pytest.mark.parametrize("package", ["lxml", "trafilatura"])
def test_a_missing_package_names_the_extra(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages that read pages, the message says which extra to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigurationError, match=r"pip install 'summarize\[web\]'"):
        read_page(a_page(), "page.html")


def test_nothing_is_imported_before_a_page_is_read() -> None:
    """Importing the package, and this part of it, loads neither the parser nor the extractor."""
    code = "import sys, summarize, summarize.reading.page; print(sorted({'lxml', 'trafilatura', 'charset_normalizer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_new_fields_are_optional() -> None:
    """An article of a text has none of a page's fields, and compares and hashes as before."""
    one, two = (Article(id="sha256:0", source="-", text="A text.") for _ in range(2))
    assert one == two
    assert hash(one) == hash(two)
    assert (one.modified, one.url, one.section, one.paywalled, dict(one.origins)) == (None, None, None, None, {})


def test_origins_cannot_change() -> None:
    """The origins of an article are as frozen as the rest of it, and survive being written and read."""
    article = read_page(a_page(head=DATED), "page.html").article
    with pytest.raises(TypeError):
        article.origins["title"] = "meta"  # type: ignore[index]
    again = Article.model_validate_json(article.model_dump_json())
    assert again == article
    assert hash(again) == hash(article)
