"""A document as it is read, and what may be found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from msgspec import Struct

from summarize.errors import ArticleError, ConfigurationError, FaultError
from summarize.reading.kinds import PDF_TYPES, Kind, kind_of
from summarize.reading.result import Reading, name_in_messages
from summarize.reading.stream import Stream

SourceError = ArticleError | ConfigurationError | FaultError
"""What can be wrong with one source; the others are read all the same."""
SOURCE_ERRORS = (ArticleError, ConfigurationError, FaultError)


class Guard(Protocol):
    """Keeps what one article does from the others."""

    def bounded(self) -> AbstractContextManager[None]:
        """A context for work that is broken off if it takes too long."""

    def around(self, source: str) -> AbstractContextManager[None]:
        """A context for work on a source: an unexpected error comes out of it as a FaultError."""


Read = TypeVar("Read")


class SourceDocument(Struct, frozen=True):
    """What is read, and what is known of it besides."""

    stream: Stream
    source: str
    """What cards will call it: a path, an address, or "-"."""
    content_type: str = ""
    """As its server said, without parameters; "" for a file."""
    charset: str | None = None
    url: str | None = None
    """Where it was fetched from, after redirects; None for a file."""
    fetched: datetime | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return name_in_messages(self.source)

    @property
    def kind(self) -> Kind:
        """What it holds."""
        return kind_of(self.stream.head, self.source if self.url is None else "", self.content_type)

    @property
    def is_called_pdf(self) -> bool:
        """True if its name, or its server, says that it is a PDF."""
        return self.content_type in PDF_TYPES or (self.url or self.source).lower().endswith(".pdf")


class Wanted(Struct, frozen=True):
    """What is wanted of a document."""

    given: str | None = None
    """The publication date as the user gives it, checked."""
    limit: int | None = None
    """The most articles of a document that holds several, its first ones."""
    number: int | None = None
    """The only article wanted, counted from 1: the line of JSON Lines, the place in a mailbox, a feed or a list."""
    seen: Callable[[str, str], bool] | None = None
    """Whether an item of a feed was used before, and so is not wanted."""
    guard: Guard | None = None
    """Makes expected errors of the unexpected ones of one article; None to raise these."""


class Link(Struct, frozen=True):
    """The address of an article, or of a feed."""

    url: str
    published: str | None = None
    """When the feed or list that names it says that it was published, ISO; for a page that does not say."""
    instead: Callable[[], Reading | SourceError] | None = None
    """Reads what the feed that names it has of it, for a page that cannot be read; None if that is too little."""


class UserRemark(Struct, frozen=True):
    """A remark for the user, in the place of articles."""

    text: str


class DocumentItem(Struct, frozen=True):
    """One thing that a document holds."""

    source: str
    value: Reading | Link | UserRemark | SourceError
    mark: tuple[str, str] | None = None
    """The feed that announced it and its id there, to be remembered when the article has been used."""


Numbered = Iterator[tuple[int, DocumentItem]]


def attempt(read: Callable[[], Read], source: str, guard: Guard | None = None) -> Read | SourceError:
    """What reading gives, an expected failure in its place; with a guard any other failure as well."""
    try:
        if guard is None:
            return read()
        with guard.around(name_in_messages(source)), guard.bounded():
            return read()
    except FaultError as error:
        return error
    except (ArticleError, ConfigurationError) as error:
        text = str(error)
        return light(error if name_in_messages(source) in text else type(error)(f"{name_in_messages(source)}: {text}"))


def light(error: SourceError) -> SourceError:
    """An expected error without the frames that it went through and the errors behind it: a file may have one in each of a million lines."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def select_wanted(
    pairs: Iterable[tuple[int, DocumentItem]], document: SourceDocument, wanted: Wanted
) -> Iterator[DocumentItem]:
    """Those that are wanted.

    Raises:
        ArticleError: there is none, or not the one that is wanted.
    """
    count = 0
    for number, found in pairs:
        if wanted.number is None or number == wanted.number:
            yield found
            count += 1
            if count == wanted.limit:
                return
    if not count:
        what = "no article" if wanted.number is None else f"no article number {wanted.number}"
        raise ArticleError(f"{document.name} holds {what}")
