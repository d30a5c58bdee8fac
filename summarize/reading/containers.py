"""Documents that hold articles rather than an article: mailboxes, feeds, lists of feeds, JSON and JSON Lines."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from summarize.errors import ArticleError
from summarize.reading.decoding import MAX_BYTES, decode
from summarize.reading.document import (
    DocumentItem,
    Link,
    Numbered,
    SourceDocument,
    SourceError,
    UserRemark,
    Wanted,
    attempt,
    light,
    select_wanted,
)
from summarize.reading.records import Pointer, entries, parse_json, read_record
from summarize.reading.result import Reading, name_in_messages

if TYPE_CHECKING:
    from summarize.reading.web.feeds import FeedItem

_MARK = b"\xef\xbb\xbf"


def of_json(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """The article of an object, or those of a list of objects. Raises ArticleError where there is none."""
    text, _ = decode(document.stream.all(document.name), document.name)
    value = parse_json(text.removeprefix("\ufeff"), document.name)
    several = entries(value)
    if several is None:
        yield from select_wanted([(1, of_record(value, document.source, wanted))], document, wanted)
        return
    numbered = enumerate(several, 1)
    yield from select_wanted(
        ((n, of_record(each, f"{document.source}#{n}", wanted)) for n, each in numbered), document, wanted
    )


def of_lines(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """The articles of JSON Lines. Raises ArticleError where there is none."""
    yield from select_wanted(_of_lines(document, wanted), document, wanted)


def _of_lines(document: SourceDocument, wanted: Wanted) -> Numbered:
    number, within = 0, False
    for piece in _utf8_lines(document):
        # A long line comes in pieces: with the first it is refused, the others are passed over.
        begins, within = not within, not piece.endswith(b"\n") and len(piece) > MAX_BYTES
        number += begins
        line = piece.removeprefix(_MARK)
        if not begins or not line.strip() or wanted.number not in {None, number}:
            continue
        source = f"{document.source}#{number}"
        if within:
            reason = f"{name_in_messages(source)} has more than the {MAX_BYTES:,} bytes that an article may have"
            yield number, DocumentItem(source, ArticleError(reason))
            continue
        try:
            value = parse_json(line, name_in_messages(source))
        except ArticleError as error:
            yield number, DocumentItem(source, light(error))
        else:
            yield number, of_record(value, source, wanted)


def _utf8_lines(document: SourceDocument) -> Iterator[bytes]:
    """The lines of a document; of one in UTF-16 in UTF-8, for which it is read whole."""
    if document.stream.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, _ = decode(document.stream.all(document.name), document.name)
        yield from (line.encode() + b"\n" for line in text.splitlines())
    else:
        yield from document.stream.lines()


def of_record(value: object, source: str, wanted: Wanted) -> DocumentItem:
    """The article of an object, or its address."""
    found = attempt(lambda: read_record(value, source, wanted.given), source, wanted.guard)
    return DocumentItem(found.url, Link(found.url)) if isinstance(found, Pointer) else DocumentItem(source, found)


def of_mailbox(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """The articles of a mailbox, a message each. Raises ArticleError where there is none."""
    yield from select_wanted(_of_mailbox(document, wanted), document, wanted)


def _of_mailbox(document: SourceDocument, wanted: Wanted) -> Numbered:
    from summarize.reading.documents.mail import read_mail  # noqa: PLC0415 - few sources are
    from summarize.reading.documents.mailbox import messages  # noqa: PLC0415

    for number, message in enumerate(messages(document.stream.lines()), 1):
        source = f"{document.source}#{number}"
        if wanted.number not in {None, number}:
            continue
        if isinstance(message, ArticleError):
            yield number, DocumentItem(source, ArticleError(f"{source}: {message}"))
        else:
            yield (
                number,
                DocumentItem(source, attempt(partial(read_mail, message, source, wanted.given), source, wanted.guard)),
            )


def of_feed(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """The items of a feed, or the feeds of a list.

    Raises:
        ArticleError: it is neither, or the one that is wanted is not there.
        ConfigurationError: the packages that read feeds are not installed.
    """
    from summarize.reading.web.feeds import read_feed, read_opml  # noqa: PLC0415 - of an extra
    from summarize.reading.web.prolog import read_prolog  # noqa: PLC0415

    data = document.stream.all(document.name)
    prolog = read_prolog(data.removeprefix(_MARK))
    if prolog is not None and prolog.root == "opml":
        links = (DocumentItem(url, Link(url)) for url in read_opml(data, document.name, document.charset))
        yield from select_wanted(enumerate(links, 1), document, Wanted(number=wanted.number))
        return
    try:
        feed = read_feed(data, document.url, document.charset)
    except ArticleError as error:
        raise ArticleError(str(error).replace("the feed", document.name, 1)) from None
    key = document.url or document.source
    there = list(enumerate(feed.items, 1))
    unseen = [(n, item) for n, item in there if wanted.seen is None or not wanted.seen(key, item.id)]
    if not unseen:
        what = "has no items" if not there else f"has nothing new: all its items ({len(there)}) were used before"
        yield DocumentItem(document.source, UserRemark(f"{document.name} {what}"))
        return

    def items() -> Numbered:
        from summarize.reading.page import read_page  # noqa: PLC0415 - of an extra
        from summarize.reading.web.feeds import as_page  # noqa: PLC0415

        def read_item(item: FeedItem, source: str) -> Reading | SourceError:
            page = partial(
                read_page, as_page(feed, item), source, charset="utf-8", published=wanted.given, url=item.url
            )
            return attempt(page, source, wanted.guard)

        for number, item in unseen:
            mark = (key, item.id)
            if item.content_html is None:
                assert item.url is not None
                begun = replace(item, content_html=item.beginning_html) if item.beginning_html else None
                instead = partial(read_item, begun, item.url) if begun else None
                yield number, DocumentItem(item.url, Link(item.url, item.published, instead), mark)
                continue
            source = item.url or f"{document.source}#{number}"
            yield number, DocumentItem(source, read_item(item, source), mark)

    yield from select_wanted(items(), document, wanted)
