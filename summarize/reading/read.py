"""One article from a source; all articles from many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from io import BytesIO

from summarize.errors import ArticleError, UsageError
from summarize.reading.document import SourceDocument, Wanted
from summarize.reading.expand import found_in
from summarize.reading.options import ReadOptions
from summarize.reading.result import Reading, given_date, name_in_messages
from summarize.reading.sources import Outcome, Sources
from summarize.reading.stream import Stream

Source = str | os.PathLike[str]
"""What an article is read from: a path, an address, or "-" for standard input."""


def read(source: Source, published: str | None = None, options: ReadOptions | None = None) -> Reading:
    """Read the article of a source: a file of any kind that is read, an address, or standard input for "-".

    Args:
        source: a path, an address, or "-". `articles.jsonl#3` is the third article of a file that holds several. A text itself is for
            `read_text`.
        published: the publication date as the user gives it, ISO; overrides what the source says.
        options: choices about fetching.

    Raises:
        ArticleError: it cannot be read as an article, or holds several.
        ConfigurationError: the packages that read it are not installed.
        UsageError: `published` is no ISO date, or the source is a text.
    """
    name = _name_of_source(source)
    with Sources([name], published, options) as sources:
        reading: Reading | None = None
        for outcome in sources:
            if reading is not None or (sources.several and outcome.reading is not None):
                raise ArticleError(
                    f"{name_in_messages(name)} may hold several articles: name one, such as {name}#1, or use read_all"
                )
            if outcome.error is not None:
                raise outcome.error
            if outcome.told is not None:
                raise ArticleError(outcome.told)
            reading = outcome.reading
    assert reading is not None
    return reading


def _name_of_source(source: Source) -> str:
    name = os.fspath(source)
    if "\n" in name.strip():
        raise UsageError("a path or an address is needed, and this is a text: use read_text(text).article")
    return name


def read_all(
    sources: Sequence[Source], published: str | None = None, options: ReadOptions | None = None
) -> Iterator[Outcome]:
    """Read every article of sources, in order: files, folders, patterns, mailboxes, JSON Lines, pages, feeds, lists of feeds.

    What cannot be read is an outcome with an `error` in its place; nothing is passed over in silence. Arguments as of `read`.

    Raises:
        UsageError: `published` is no ISO date, or a source is a text.
    """
    with Sources([_name_of_source(source) for source in sources], published, options) as outcomes:
        yield from outcomes


def read_bytes(data: bytes, source: str, published: str | None = None) -> Reading:
    """Read the article that bytes hold; `source` is what the card will call it, and its ending tells what they are. Raises as `read`."""
    given = given_date(published)
    found = list(found_in(SourceDocument(Stream(BytesIO(data)), source), Wanted(given)))
    if len(found) != 1:
        raise ArticleError(f"{name_in_messages(source)} holds {len(found)} articles: `read_all` reads them")
    value = found[0].value
    if isinstance(value, Reading):
        return value
    if isinstance(value, Exception):
        raise value
    raise ArticleError(f"{name_in_messages(source)} holds the address of an article, not an article")
