"""A page as it was fetched."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What a site answered, unpacked."""

    url_final: str
    """The address after all redirects, in its canonical spelling."""
    content_type: str
    """What to read the body as: the declared type, unless its first bytes plainly say otherwise. Without parameters."""
    charset: str | None
    """The encoding that the server declares, as Python calls it."""
    body: bytes = field(repr=False)
    from_cache: bool
    """True if the site said that the page has not changed since it was kept."""
    fetched: str
    """When the site gave the page, or said that it has not changed: ISO, in UTC."""
