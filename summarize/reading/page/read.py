"""From the bytes of a page to an article: the one place that knows the order of the steps."""

from __future__ import annotations

from datetime import datetime

from summarize.article import Article, PublishedFrom, article_id
from summarize.errors import ArticleError
from summarize.languages.identification import language_notice
from summarize.layout import lay_out
from summarize.reading.decoding import cleaned_line
from summarize.reading.page.contents import Contents, contents_of
from summarize.reading.page.fields import Fields, choose_fields
from summarize.reading.page.markup.encoding import page_text
from summarize.reading.page.markup.scan import scan
from summarize.reading.page.page import page_of, stated_facts
from summarize.reading.page.story.assembly import assemble
from summarize.reading.result import Reading, date_notices, given_date, name_in_messages
from summarize.reading.text import refuse_long

_MIN_LENGTH = 20
_STUB_WORDS = 220
"""Words below which a page that says it is for subscribers is taken to show its beginning only."""


def read_page(  # noqa: PLR0913 - all that is known of a page besides its bytes
    data: bytes,
    source: str,
    *,
    charset: str | None = None,
    published: str | None = None,
    url: str | None = None,
    fetched: datetime | None = None,
) -> Reading:
    """Read an article from an HTML page. Nothing is fetched; equal bytes give equal texts, whatever else is known of them.

    Args:
        data: the page as it came.
        source: what the card will call it: a path, a URL, or "-".
        charset: the one of the HTTP header, if there was one.
        published: the publication date as the user gives it, ISO; overrides what the page says.
        url: the address that the page was fetched from, after redirects.
        fetched: when that was; dates after it are not believed. None if unknown: no clock is asked.

    Raises:
        ArticleError: the page holds no article, or none that can be read.
        ConfigurationError: the packages that read pages are not installed.
        UsageError: `published` is no ISO date.
    """
    name = name_in_messages(source)
    given = given_date(published)
    text, notice = page_text(data, name, charset)
    page = page_of(scan(text, name), name)
    contents = contents_of(page, stated_facts(page))
    article, notices = article_of(contents, name, source, url, given, fetched)
    return Reading(article, (*([notice] if notice else []), *notices))


def article_of(  # noqa: PLR0913, PLR0917 - all that is known of a page besides what it holds
    contents: Contents, name: str, source: str, url: str | None, given: str | None, fetched: datetime | None
) -> tuple[Article, list[str]]:
    """The article that a page holds, and what the reader should be told.

    Raises:
        ArticleError: its text is too long, or no text.
    """
    title = cleaned_line(contents.title.text) if contents.title else None
    text = assemble(title, contents.standfirst, contents.paragraphs)
    refuse_long(len(text), name)
    if len(text) < _MIN_LENGTH or not any(map(str.isalpha, text)):
        raise ArticleError(f"{name} holds no article: fewer than {_MIN_LENGTH} characters of text")
    fields = choose_fields(contents.facts, text, url, fetched)
    article = _article(source, title, text, fields, given, contents)
    return article, _notices(name, article, fields, given, contents)


def _article(  # noqa: PLR0913, PLR0917
    source: str, title: str | None, text: str, fields: Fields, given: str | None, contents: Contents
) -> Article:
    origins = dict(fields.origins)
    origins["text"] = contents.layer
    if contents.title:
        origins["title"] = contents.title.layer
    published = fields.published
    origin: PublishedFrom | None = "metadata" if published else None
    if published is None and (filed := lay_out(text).dateline_published) is not None:
        published, origin = filed, "dateline"
        origins["published"] = "text"
    if given is not None:
        published, origin = given, "option"
        origins["published"] = "option"
    return Article(
        id=article_id(text),
        source=source,
        title=title,
        publisher=fields.publisher,
        authors=fields.authors,
        published=published,
        published_from=origin,
        language=fields.language,
        modified=fields.modified,
        url=fields.url,
        section=fields.section,
        paywalled=fields.paywalled,
        origins=origins,
        text=text,
    )


def _notices(name: str, article: Article, fields: Fields, given: str | None, contents: Contents) -> list[str]:
    notices: list[str] = []
    if contents.layer == "json-ld":
        notices.append(f"{name}: the page shows less than its structured data states, so the text is from there")
    if contents.passed:
        notices.append(
            f"{name}: what the page shows was read; its structured data states a longer text, of {contents.passed:,} characters"
        )
    words = len(article.text.split())
    if fields.paywalled and contents.layer == "markup" and (words < _STUB_WORDS or words < 0.7 * (fields.words or 0)):
        notices.append(f"{name}: only the free part of an article for subscribers was read, {words} words")
    notices += date_notices(name, article.published, given, fields.published)
    notice = language_notice(name, article.language)
    return [*notices, notice] if notice else notices
