"""Pages that sources lead to, asked for while those before them are worked on."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from summarize.errors import ArticleError, ConfigurationError
from summarize.reading.document import SOURCE_ERRORS, DocumentItem, Link, SourceDocument, SourceError
from summarize.reading.options import ReadOptions, web_options
from summarize.reading.places import is_address
from summarize.reading.stream import Stream

if TYPE_CHECKING:
    from concurrent.futures import Future

    from summarize.reading.web.fetching import Fetching
    from summarize.reading.web.page import FetchedPage

    Pending = Future[FetchedPage] | SourceError | None
    """A page that is asked for, why it is not, or nothing for what is no page."""

_AHEAD = 8
"""Pages that are fetched at the same time, or wait for their turn: each may have 10 MB."""


class PageRequests:
    """Asks for pages, some ahead of need. Used by one thread at a time, but for `stop`."""

    def __init__(self, options: ReadOptions) -> None:
        """Prepare; nothing is fetched yet, and what fetches is not loaded."""
        self._options = options
        self._fetching: Fetching | None = None
        self._lock = Lock()
        self.is_stopped = False
        """Nothing is asked for any more."""

    def stop(self) -> None:
        """Give up what is being fetched, and ask for nothing more: from another thread, too. Can be called again."""
        with self._lock:
            self.is_stopped = True
            fetching, self._fetching = self._fetching, None
        if fetching is not None:
            fetching.close()

    def fetch_ahead(self, found: Iterator[DocumentItem]) -> Iterator[tuple[DocumentItem, Pending]]:
        """Each with its page, if it is one, which is asked for while those before it are worked on; ends early once stopped."""
        ahead: deque[tuple[DocumentItem, Pending]] = deque()
        ended = False
        while (ahead or not ended) and not self.is_stopped:
            while not ended and len(ahead) < _AHEAD and (not ahead or ahead[-1][1] is not None):
                each = next(found, None)
                if each is None:
                    ended = True
                    break
                is_page = isinstance(each.value, Link) and is_address(each.source)
                ahead.append((each, self._request_page(each.source) if is_page else None))
            if ahead:
                yield ahead.popleft()

    def wait_for_document(self, source: str, page: Future[FetchedPage] | SourceError) -> Iterator[SourceDocument]:
        """The document of a page, waited for; none if the run was stopped meanwhile.

        Raises:
            ArticleError: it could not be fetched.
            ConfigurationError: what fetches is not installed.
        """
        from concurrent.futures import CancelledError  # noqa: PLC0415 - most runs fetch nothing

        if isinstance(page, SOURCE_ERRORS):
            raise page
        try:
            fetched = page.result()
        except CancelledError:
            if not self.is_stopped:
                raise
            return
        file, moment = Stream(io.BytesIO(fetched.body)), datetime.fromisoformat(fetched.fetched)
        yield SourceDocument(file, source, fetched.content_type, fetched.charset, fetched.url_final, moment)

    def _request_page(self, url: str) -> Future[FetchedPage] | SourceError:
        with self._lock:
            if self.is_stopped:
                return ArticleError(f"{url} was not fetched: the run was stopped")
            try:
                if self._fetching is None:
                    from summarize.reading.web.fetching import Fetching  # noqa: PLC0415 - most runs fetch nothing

                    self._fetching = Fetching(web_options(self._options)).__enter__()
                return self._fetching.start(url)
            except ConfigurationError as error:
                return error
