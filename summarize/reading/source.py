"""From a path, standard input or a string to an Article."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from summarize.article import Article, PublishedFrom, article_id
from summarize.errors import ArticleError, UsageError
from summarize.layout import Layout, lay_out, read_stamp
from summarize.reading import frontmatter, markup
from summarize.reading.decoding import MAX_BYTES, MAX_CHARACTERS, clean, decode
from summarize.reading.prose import other_than_prose

_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<\?xml)", re.IGNORECASE)
_FEWEST_WORDS = 5
_ENGLISH = frozenset(
    """
    the of and to in a is that for on was with as it by at from he she his her are be has have had not said will
    which this an were but or their they who its after been
    """.split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and what the reader should be told about how it was read."""

    article: Article
    notices: tuple[str, ...] = ()


def read(source: str, published: str | None = None) -> Reading:
    """Read an article from a path, or from standard input for "-".

    Args:
        source: a path, or "-".
        published: the publication date as the user gives it, ISO; overrides what the source says.

    Raises:
        ArticleError: it cannot be read as an article.
        UsageError: `published` is no ISO date.
    """
    if source == "-":
        return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-", published)
    if re.match(r"(?i)[a-z][a-z0-9+.-]+://", source):
        raise ArticleError(
            f"{source} is a URL, and this version reads files: save the article as text, or pipe it to `summarize brief -`"
        )
    path = Path(source)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ArticleError(f"{source} does not exist") from error
    except IsADirectoryError as error:
        raise ArticleError(
            f"{source} is a folder: name the articles in it, such as {source.rstrip('/')}/*.txt"
        ) from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"{source} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return read_bytes(data, source, published)


def read_bytes(data: bytes, source: str, published: str | None = None) -> Reading:
    """Read an article from bytes; `source` is what the card will call it. Raises as `read` does."""
    name = "standard input" if source == "-" else source
    text, notice = decode(data, name)
    reading = read_text(text, source, published)
    return Reading(reading.article, (notice, *reading.notices)) if notice else reading


def read_text(text: str, source: str = "-", published: str | None = None) -> Reading:
    """Read an article from a string. Raises as `read` does."""
    name = "standard input" if source == "-" else source
    given = _given_date(published) if published is not None else None
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"{name} has {len(text):,} characters; an article may have {MAX_CHARACTERS:,}: cut it, or split it into articles"
        )
    text = clean(text)
    if _HTML.match(text):
        raise ArticleError(f"{name} is an HTML page, and this version reads text and Markdown: save the article's text")
    metadata, body = frontmatter.split(text)
    if source.lower().endswith((".md", ".markdown", ".mdown")) or metadata:
        body = frontmatter.to_text(body)
    else:
        body = clean(markup.strip(body))
    if len(re.findall(r"[^\W\d_]+", body[:2000])) < _FEWEST_WORDS:
        raise ArticleError(
            f"{name} holds no article: fewer than {_FEWEST_WORDS} words" if body.strip() else f"{name} is empty"
        )
    other = other_than_prose(body)
    if other is not None:
        raise ArticleError(f"{name} holds no article: it looks like {other}")
    layout = lay_out(body)
    date_found, origin = _published(given, metadata, layout)
    language = _first(metadata, "language", "lang") or _language(body)
    article = Article(
        id=article_id(body),
        source=source,
        title=_first(metadata, "title", "headline") or (_title(body, layout)),
        publisher=_first(metadata, "publisher", "source", "site", "outlet") or layout.publisher,
        authors=tuple(_authors(metadata)) or layout.authors,
        published=date_found,
        published_from=origin,
        language=language,
        text=body,
    )
    notices: list[str] = []
    if date_found is None:
        notices.append(
            f"{name}: no publication date found, so relative dates stay open; give one with --published YYYY-MM-DD"
        )
    stated = _published(None, metadata, layout)[0]
    if given is not None and stated is not None and stated[:10] != given[:10]:
        notices.append(f"{name}: --published {given} overrides {stated}, which the text gives")
    if language is None:
        notices.append(
            f"{name}: this does not look like English, which is what the built-in engine reads; expect little beyond quotations and full dates"
        )
    return Reading(article, tuple(notices))


def _title(body: str, layout: Layout) -> str | None:
    return " ".join(body[layout.title[0] : layout.title[1]].split()) if layout.title else None


def _first(metadata: frontmatter.Metadata, *keys: str) -> str | None:
    return next((metadata[key][0] for key in keys if metadata.get(key)), None)


def _authors(metadata: frontmatter.Metadata) -> list[str]:
    values = next((metadata[key] for key in ("authors", "author", "byline", "by") if metadata.get(key)), [])
    return [
        re.sub(r"(?i)^by\s+", "", name).strip()
        for value in values
        for name in re.split(r",\s|\sand\s|;\s", value)
        if name.strip()
    ]


def _given_date(published: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published):
            return date.fromisoformat(published).isoformat()
        return datetime.fromisoformat(published).isoformat()
    except ValueError as error:
        raise UsageError(f"--published takes an ISO date such as 2025-11-29, not {published!r}") from error


def _published(
    given: str | None, metadata: frontmatter.Metadata, layout: Layout
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date and where it is from: the user's word, then what is printed, then the dateline."""
    if given is not None:
        return given, "option"
    stated = _first(metadata, "published", "date", "published_at", "datepublished", "pubdate", "publication_date")
    if stated is not None:
        stamp = read_stamp(stated)
        if stamp is not None:
            return stamp.iso, "metadata"
    if layout.published is not None:
        return layout.published, "metadata"
    if layout.dateline_published is not None:
        return layout.dateline_published, "dateline"
    return None, None


def _language(text: str) -> str | None:
    """`en` if enough of the commonest English words are there, else None: a guess at another language helps nobody yet."""
    words = re.findall(r"[^\W\d_]+", text[:6000].lower())
    return "en" if words and sum(word in _ENGLISH for word in words) >= 0.15 * len(words) else None
