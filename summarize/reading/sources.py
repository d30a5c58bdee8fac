"""Sources to articles, one after the other in the order in which they were named, each fetched while those before it are worked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from summarize.article import FrozenMap
from summarize.errors import ArticleError, GoneError
from summarize.outputs import output_at, output_in, outputs_among
from summarize.reading.document import (
    SOURCE_ERRORS,
    DocumentItem,
    Guard,
    Link,
    SourceDocument,
    SourceError,
    UserRemark,
    Wanted,
)
from summarize.reading.expand import found_in
from summarize.reading.kinds import PLURAL
from summarize.reading.options import ReadOptions, UsedItems, cache_folder
from summarize.reading.page_requests import PageRequests
from summarize.reading.places import files_of, is_address, is_place_of_several, open_document, split_article_number
from summarize.reading.result import Reading, given_date, name_in_messages

if TYPE_CHECKING:
    from summarize.reading.page_requests import Pending

_SHOWN = 5
Level = Literal["named", "listed", "announced"]
"""How a source was come by: the user named it; a list holds its address; a feed announced it.

What a user names may be a list of feeds or pages; what a list holds may be a feed, or an article; what a feed announces is an article. So
no address that somebody else wrote leads on to a further one.
"""
_MAX_FOLLOWED = 10_000
"""Addresses of one run that come from what was fetched. A file of the user's own may list as many as it likes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source, or of one article in it."""

    source: str
    reading: Reading | None = None
    error: SourceError | None = None
    told: str | None = None
    """A remark in the place of articles: a feed without news, files that were passed over."""


class Sources:
    """Reads sources. Iterated over once, by one thread at a time; `with` closes what it opened."""

    def __init__(
        self,
        sources: Sequence[str],
        published: str | None = None,
        options: ReadOptions | None = None,
        guard: Guard | None = None,
    ) -> None:
        """Prepare; nothing is read yet.

        Args:
            sources: files, folders, patterns, addresses, and "-" for standard input. `name#3` is the third article of a file.
            published: the publication date as the user gives it, ISO; overrides what the sources say.
            options: the user's choices.
            guard: where there may be several, takes what one does unexpectedly, so that the others are read; None to raise it.

        Raises:
            UsageError: `published` is no ISO date.
        """
        self._guard = guard
        self._sources = tuple(sources)
        self._options = options or ReadOptions()
        self._given = given_date(published)
        self._stack = ExitStack()
        self._pages = PageRequests(self._options)
        self._seen = self._options.used
        self._found: list[DocumentItem] | None = None
        self._marks: dict[str, tuple[str, str]] = {}
        self._followed = 0
        self.several = len(self._sources) > 1
        """Whether there may be more than one article. Right from the first article on."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def stop(self) -> None:
        """Give up what is being fetched, and read nothing more: from another thread, too. What was used can still be remembered."""
        self._pages.stop()

    def close(self) -> None:
        """Stop, and close what is open. Can be called again."""
        self.stop()
        self._stack.close()

    def used(self, source: str) -> None:
        """Remember that the article of a source was used: where only what is new is asked for, it is not read again."""
        mark = self._marks.pop(source, None)
        if mark is not None:
            self._memory().mark(*mark)

    def __iter__(self) -> Iterator[Outcome]:
        """What came of each source, in order. An error is the outcome of its source, and is never raised."""
        yield from self._all(iter(self._expand_sources()), "named")

    def _in_force(self) -> Guard | None:
        """The guard, where there are others to be kept from what one does."""
        return self._guard if self.several else None

    def files(self) -> list[str]:
        """The files that will be read, "-" among them if that is named: all, before the first is opened. Later ones are not read."""
        return [
            each.source if each.source == "-" else split_article_number(each.source)[0]
            for each in self._expand_sources()
            if isinstance(each.value, Link) and not is_address(each.source)
        ]

    def named(self) -> int:
        """How many files and addresses are named, those in folders among them; each may hold several articles."""
        return sum(isinstance(each.value, Link) for each in self._expand_sources())

    def _expand_sources(self) -> list[DocumentItem]:
        """The sources, folders and patterns as the files that they stand for. Found once: what is written meanwhile is no source."""
        if self._found is None:
            self._found = [each for source in self._sources for each in self._of_name(source)]
        return self._found

    def _of_name(self, source: str) -> Iterator[DocumentItem]:
        if not is_place_of_several(source):
            yield DocumentItem(source, Link(source))
            return
        self.several = True
        try:
            files, left = files_of(source)
        except ArticleError as error:
            yield DocumentItem(source, error)
            return
        own = outputs_among(files)
        yield from (DocumentItem(file, Link(file)) for file in files if file not in own)
        if own and len(own) == len(files):
            yield DocumentItem(source, ArticleError(f"{_own_told(source, sorted(own))}; there is nothing else"))
        elif own:
            yield DocumentItem(source, UserRemark(_own_told(source, sorted(own))))
        if left is not None:
            yield DocumentItem(source, UserRemark(left))

    def _all(self, found: Iterator[DocumentItem], level: Level) -> Iterator[Outcome]:
        for each, page in self._pages.fetch_ahead(found):
            match each.value:
                case Reading():
                    if each.mark is not None:
                        self._marks[each.value.article.source] = each.mark
                    yield Outcome(each.source, reading=each.value)
                case UserRemark(text):
                    yield Outcome(each.source, told=text)
                case Link(instead=instead):
                    outcomes = self._follow_link(each, page, "announced" if each.mark is not None else level)
                    yield from outcomes if instead is None else map(partial(self._or_begun, each), outcomes)
                case error:
                    yield Outcome(each.source, error=error)

    def _or_begun(self, link: DocumentItem, outcome: Outcome) -> Outcome:
        """What came of a page that a feed announced; in place of one that cannot be read, what the feed has of the article."""
        error = outcome.error
        assert isinstance(link.value, Link)
        # What its own site says is not there may have been taken back.
        if (
            not isinstance(error, ArticleError)
            or isinstance(error, GoneError)
            or self._pages.is_stopped
            or not link.value.instead
        ):
            return outcome
        begun = link.value.instead()
        if not isinstance(begun, Reading):
            return outcome
        reading = _as_begun(begun, error)
        if link.mark is not None:
            self._marks[reading.article.source] = link.mark
        return Outcome(link.source, reading=reading)

    def _follow_link(self, link: DocumentItem, page: Pending, level: Level) -> Iterator[Outcome]:
        """What is at an address, or in a file."""
        guard = self._in_force()
        try:
            with guard.around(name_in_messages(link.source)) if guard else nullcontext():
                yield from self._inside(link, page, level)
        except SOURCE_ERRORS as error:
            yield Outcome(link.source, error=error)

    def _inside(self, link: DocumentItem, page: Pending, level: Level) -> Iterator[Outcome]:
        """As `_follow_link`; an expected error is raised."""
        source, number = split_article_number(link.source) if page is None else (link.source, None)
        for document in open_document(source) if page is None else self._pages.wait_for_document(link.source, page):
            if page is None:
                _refuse_own(document, source)
            if document.kind in PLURAL:
                self.several = self.several or number is None
            if document.kind == "feed" and level == "announced":
                raise ArticleError(f"{document.name} is a feed, where an article was announced")
            seen = self._memory().seen if self._options.new else None
            inner = found_in(document, Wanted(self._given, self._options.limit, number, seen, self._in_force()))
            yield from self._all(
                self._up_to_refused_link(self._with_feed_marks(inner, link), document, level), "listed"
            )

    def _up_to_refused_link(
        self, inner: Iterator[DocumentItem], document: SourceDocument, level: Level
    ) -> Iterator[DocumentItem]:
        """What a document holds as far as it may lead on (see `Level`), and an error in place of the rest."""
        for each in inner:
            if isinstance(each.value, Link):
                reason = self._refusal(each, document, level)
                if reason is not None:
                    # Not raised: what was found before it is still being fetched.
                    yield DocumentItem(document.source, ArticleError(f"{document.name} {reason}"))
                    return
            yield each

    def _refusal(self, each: DocumentItem, document: SourceDocument, level: Level) -> str | None:
        if level == "announced" or (level == "listed" and each.mark is None):
            return "only leads to other addresses, where an article was announced"
        self._followed += document.url is not None
        if self._followed > _MAX_FOLLOWED:
            return (
                f"was not read to its end: what was fetched lists more than {_MAX_FOLLOWED:,} addresses; "
                "name the ones you want in a file of your own"
            )
        return None

    def _with_feed_marks(self, inner: Iterator[DocumentItem], link: DocumentItem) -> Iterator[DocumentItem]:
        """What a page holds, with the mark of the feed that announced it."""
        for number, each in enumerate(inner):
            if number == 1:
                self.several = True
            value = each.value
            if isinstance(value, Reading) and isinstance(link.value, Link) and link.value.published:
                value = _with_feed_date(value, link.value.published)
            yield DocumentItem(each.source, value, each.mark or link.mark)

    def _memory(self) -> UsedItems:
        if self._seen is None:
            from summarize.reading.web.seen import SeenItems  # noqa: PLC0415 - for feeds

            self._seen = self._stack.enter_context(closing(SeenItems(cache_folder(self._options))))
        return self._seen


def _with_feed_date(reading: Reading, published: str) -> Reading:
    """An article whose page does not say when it was published, with the date that its feed gives."""
    article = reading.article
    if article.published is not None:
        return reading
    dated = article.model_copy(
        update={
            "published": published,
            "published_from": "metadata",
            "origins": FrozenMap({**article.origins, "published": "feed"}),
        }
    )
    return Reading(dated, tuple(notice for notice in reading.notices if "no publication date" not in notice))


def _as_begun(reading: Reading, error: ArticleError) -> Reading:
    """What a feed has of an article whose page cannot be read, marked as that."""
    article = reading.article
    begun = article.model_copy(update={"origins": FrozenMap({**article.origins, "text": "feed"})})
    notice = f"{error}; read is what the feed has of it, {len(article.text.split())} words, perhaps only the beginning"
    return Reading(begun, (notice, *reading.notices))


def _own_told(source: str, files: list[str]) -> str:
    """What to say of the outputs of this program that a folder holds."""
    shown = ", ".join(files[:_SHOWN]) + (", …" if len(files) > _SHOWN else "")
    what = "1 file that this program wrote" if len(files) == 1 else f"{len(files)} files that this program wrote"
    return f"{source}: left out {what}: {shown}"


def _refuse_own(document: SourceDocument, source: str) -> None:
    """Refuse what this program wrote, but for a card as JSON, which holds its article.

    Raises:
        ArticleError: it is that.
    """
    own = output_at(Path(source)) if source != "-" else output_in(document.stream.head)
    if own is not None and not (own.what == "card" and document.kind in {"json", "json lines"}):
        raise ArticleError(
            f"{document.name} is a {own.what} that this program wrote, and no article: name what it was made from"
        )
