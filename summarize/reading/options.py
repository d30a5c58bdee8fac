"""What a user may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarize.reading.web.options import WebOptions
    from summarize.settings import Settings


class UsedItems(Protocol):
    """Which items of feeds were used before."""

    def seen(self, feed: str, item: str) -> bool:
        """True if an item, by the address of its feed and its id there, was used before."""

    def mark(self, feed: str, item: str) -> None:
        """Note that an item was used."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How sources are read."""

    new: bool = False
    """Of feeds, only the items that were not used before."""
    limit: int | None = None
    """The most articles that are read of a source that holds several, its first ones."""
    used: UsedItems | None = None
    """Where it is remembered which items were used; the cache folder if None."""
    contact: str | None = None
    """An address or a page by which the owner of a site reaches whoever runs this; named to every site."""
    timeout: float = 30.0
    """Seconds of transfer that a page may take in all."""
    cache: Path | None = None
    """Folder for fetched pages, and for what was used of feeds if nothing else remembers that; the user's cache folder if None."""
    delay: float = 1.0
    """Seconds between two visits to a host. No setting changes it."""
    trusted: frozenset[tuple[str, int]] = frozenset()
    """For tests alone: addresses with a port that may be connected to although they are not public. No setting leads here."""


def read_options(
    settings: Settings, *, new: bool = False, limit: int | None = None, used: UsedItems | None = None
) -> ReadOptions:
    """The options that the user's settings give."""
    return ReadOptions(
        new=new, limit=limit, used=used, contact=settings.contact, timeout=settings.fetch_timeout, cache=settings.cache
    )


def cache_folder(options: ReadOptions) -> Path:
    """Where fetched pages are kept."""
    if options.cache is not None:
        return options.cache
    from platformdirs import user_cache_path  # noqa: PLC0415 - most runs fetch nothing

    return user_cache_path("summarize", appauthor=False)


def web_options(options: ReadOptions) -> WebOptions:
    """How pages are fetched."""
    from summarize.reading.web.options import WebOptions  # noqa: PLC0415 - most runs fetch nothing

    return WebOptions(
        contact=options.contact,
        cache=cache_folder(options),
        timeout=options.timeout,
        delay=options.delay,
        trusted=options.trusted,
    )
