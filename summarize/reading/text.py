"""A text, and what its source says of it besides, to an Article."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from summarize.article import Article, PublishedFrom, article_id
from summarize.errors import ArticleError
from summarize.expressions import expression
from summarize.languages.identification import declared_language, is_plausible_language, language_notice, shown_language
from summarize.layout import Layout, lay_out, read_stamp
from summarize.reading import frontmatter, markup
from summarize.reading.decoding import MAX_CHARACTERS, clean, cleaned_line
from summarize.reading.prose import other_than_prose
from summarize.reading.result import Reading, date_notices, given_date, name_in_messages

_WORD = expression(r"[^\W\d_]+")
_LETTER = expression(r"[^\W\d_]")
_LINK = expression(r"https?://[^\s<>\"'\\^`{|}]{3,2000}")
_MAX_ADDRESS_LENGTH = 4_000
_MARKDOWN = (".md", ".markdown", ".mdown")
_MARKDOWN_TITLE = expression(r"\s*#{1,2} [^\s#][^\n]*(?:\n|\Z)")
"""A title marked as Markdown does, on the first line: nothing else opens so."""
_MIN_WORDS = 5
_MIN_LETTERS = 20
_TITLE_WITHIN = 300
_BYLINE_MARK = expression(r"(?i)^by\s+")
_NAMES_APART = expression(r",\s|\sand\s|;\s")
_BLANKS = expression(r"\n[ \t]*(?:\n[ \t]*)+")


class Known(Struct, frozen=True):
    """What a source says of an article besides its text, as it says it. What it does not say, the text may."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    sender: str | None = None
    """Who sent it; its author, if it names none."""
    published: str | None = None
    """A date in words or figures; one that is not understood is not used."""
    modified: str | None = None
    language: str | None = None
    """A language tag or name; not believed against the text."""
    url: str | None = None
    section: str | None = None


def read_text(text: str, source: str = "-", published: str | None = None, *, markdown: bool = False) -> Reading:
    """Read an article from a string: plain text, or Markdown with or without front matter.

    Args:
        text: the string.
        source: what the card will call it.
        published: the publication date as the user gives it, ISO; overrides what the text says.
        markdown: it is Markdown; else that is told by the ending of `source`, by front matter, and by a title marked as one: "# Ferry runs again".

    Raises:
        ArticleError: it is no article.
        UsageError: `published` is no ISO date.
    """
    name = name_in_messages(source)
    given = given_date(published)
    refuse_long(len(text), name)
    metadata, body = frontmatter.split_metadata(clean(text))
    if markdown or metadata or source.lower().endswith(_MARKDOWN) or _MARKDOWN_TITLE.match(body):
        body = frontmatter.to_text(body)
    else:
        body = clean(markup.strip(body))
    return from_text(body, source, known_of(metadata), given)


def from_text(text: str, source: str, known: Known, given: str | None = None) -> Reading:
    """The article of a clean text.

    Raises:
        ArticleError: it is no article.
    """
    name = name_in_messages(source)
    refuse_long(len(text), name)
    refuse_wordless(text, name)
    layout = lay_out(text, known.title)
    stated = _publication_date(known, layout)
    published, origin = (given, "option") if given is not None else stated
    shown = shown_language(text)
    declared = declared_language(known.language)
    language = declared if declared and is_plausible_language(declared, shown, text) else shown
    article = Article(
        id=article_id(text),
        source=source,
        title=cleaned_line(known.title) or (_title(text, layout)),
        publisher=cleaned_line(known.publisher) or layout.publisher,
        authors=known.authors or layout.authors or ((known.sender,) if known.sender else ()),
        published=published,
        published_from=origin,
        language=language,
        modified=_date(known.modified),
        url=known.url,
        section=cleaned_line(known.section) or layout.section,
        text=text,
    )
    notice = language_notice(name, language)
    return Reading(article, (*date_notices(name, published, given, stated[0]), *([notice] if notice else [])))


def with_title_above(title: str | None, text: str) -> str:
    """A text with its title above it, unless it begins with that, or has it in a line of its own not far below ("PRESS RELEASE")."""
    text = _BLANKS.sub("\n\n", clean(text)).strip()
    title = cleaned_line(title)
    if title is None or " ".join(text[: 2 * len(title) + 20].split()).casefold().startswith(title.casefold()):
        return text
    begins = (" ".join(part.split()).casefold() for part in re.split(r"\n\n|\n", text[: _TITLE_WITHIN + len(title)]))
    return text if title.casefold() in begins else f"{title}\n\n{text}"


def refuse_long(length: int, name: str) -> None:
    """Refuse a text of more characters than an article may have.

    Raises:
        ArticleError: it is one.
    """
    if length > MAX_CHARACTERS:
        raise ArticleError(
            f"{name} has {length:,} characters; an article may have {MAX_CHARACTERS:,}: cut it, or split it into articles"
        )


def refuse_wordless(text: str, name: str) -> None:
    """Refuse what holds no prose.

    Raises:
        ArticleError: it is empty, has hardly a word, or is data.
    """
    if not text.strip():
        raise ArticleError(f"{name} is empty: give a file with the text of an article")
    # Some languages are written without spaces between their words.
    first = text[:2000]
    words = sum(1 for _ in islice(_WORD.finditer(first), _MIN_WORDS))
    if words < _MIN_WORDS and (first.isascii() or len(_LETTER.findall(first)) < _MIN_LETTERS):
        raise ArticleError(f"{name} holds no article: fewer than {_MIN_WORDS} words; give its whole text")
    other = other_than_prose(text)
    if other is not None:
        raise ArticleError(f"{name} holds no article: it looks like {other}")


def known_of(metadata: frontmatter.Metadata) -> Known:
    """What front matter says."""

    def first(*keys: str) -> str | None:
        return next((metadata[key][0] for key in keys if metadata.get(key)), None)

    names = next((metadata[key] for key in ("authors", "author", "byline", "by") if metadata.get(key)), [])
    return Known(
        title=first("title", "headline"),
        publisher=first("publisher", "source", "site", "outlet"),
        authors=authors_of(names),
        published=first("published", "date", "published_at", "datepublished", "pubdate", "publication_date"),
        modified=first("modified", "updated", "lastmod", "datemodified"),
        language=first("language", "lang"),
        url=web_address(first("url", "link", "canonical")),
        section=first("section", "category"),
    )


def authors_of(values: list[str]) -> tuple[str, ...]:
    """The names of a byline, "By" taken off and lists taken apart."""
    return tuple(
        _BYLINE_MARK.sub("", name).strip(" []")
        for value in values
        for name in _NAMES_APART.split(value)
        if name.strip()
    )


def web_address(given: str | None) -> str | None:
    """An address of a page on the web, None for anything else."""
    given = (given or "").strip()
    sound = _LINK.fullmatch(given) and given.isprintable()
    return given if sound else None


def absolute(address: str | None, base: str | None) -> str | None:
    """An address of the web, made whole by that of what it stands in; None for anything else."""
    try:
        whole = urljoin(base or "", " ".join((address or "").split()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    is_sound = address and parts.scheme in {"http", "https"} and parts.netloc and len(whole) <= _MAX_ADDRESS_LENGTH
    return whole if is_sound else None


def _title(text: str, layout: Layout) -> str | None:
    return cleaned_line(text[layout.title[0] : layout.title[1]]) if layout.title else None


def _date(stated: str | None) -> str | None:
    stamp = read_stamp(stated) if stated else None
    return stamp.iso if stamp else None


def _publication_date(known: Known, layout: Layout) -> tuple[str | None, PublishedFrom | None]:
    """The publication date that the source gives, and where: what is stated, then what is printed, then the dateline."""
    stated = _date(known.published) or layout.published
    if stated is not None:
        return stated, "metadata"
    return (layout.dateline_published, "dateline") if layout.dateline_published else (None, None)
