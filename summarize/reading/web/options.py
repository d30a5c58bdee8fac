"""What a user may set about fetching, and who we say we are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from summarize.errors import ConfigurationError
from summarize.reading.web.addresses import Reach

_TOKEN = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How pages are fetched."""

    user_agent: str | None = None
    """In place of `summarize/VERSION`; robots.txt is read by its first word."""
    contact: str | None = None
    """An address or a page by which the owner of a site reaches whoever runs this; named to every site."""
    cache: Path | None = None
    """Folder under which fetched pages are kept, in one of their own; None keeps nothing."""
    timeout: float = 30.0
    """Seconds of transfer that a page may take in all, its redirects included."""
    max_bytes: int = 10_000_000
    """Bytes that a page may have, both as sent and unpacked."""
    delay: float = 1.0
    """Seconds between two visits to a host."""
    patience: float = 30.0
    """Seconds of pause that a host may ask for: a longer Retry-After is an error at once, a longer Crawl-delay is cut to it."""
    trusted: frozenset[tuple[str, int]] = frozenset()
    """For tests alone: addresses with a port that may be connected to although they are not public. No setting leads here."""

    @property
    def reach(self) -> Reach:
        """What may be connected to."""
        return Reach(self.trusted)


def user_agent(options: WebOptions) -> str:
    """The User-Agent header: `summarize/VERSION (+contact)`.

    Raises:
        ConfigurationError: it cannot stand in a header.
    """
    name = options.user_agent or f"summarize/{version('summarize')}"
    whole = f"{name} (+{options.contact})" if options.contact else name
    if not (whole.isascii() and whole.isprintable() and len(whole) <= 200 and _TOKEN.match(whole)):
        raise ConfigurationError("the user agent and contact take at most 200 printable ASCII characters in all")
    return whole


def product(options: WebOptions) -> str:
    """The name that robots.txt knows us by (RFC 9309, 2.2.1). Raises as `user_agent`."""
    found = _TOKEN.match(user_agent(options))
    assert found is not None
    return found.group()
