"""What a feed holds."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_ITEMS = 500
"""Items that are read of a feed, the first ones; those that exist have 10 to 200."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article as a feed announces it, or carries it. At least one of `url` and `content_html` is there."""

    id: str
    """What its feed knows it by for good, for telling what is new."""
    url: str | None
    """Where the article is, http or https."""
    title: str | None
    """Plain text, as all but `content_html`."""
    published: str | None = None
    """ISO date, or date and time, with a zone if and only if one is given; None if there is no full date."""
    updated: str | None = None
    authors: tuple[str, ...] = ()
    content_html: str | None = field(default=None, repr=False)
    """The whole article, if the feed carries it: a teaser is no article, unless there is nothing else."""
    beginning_html: str | None = field(default=None, repr=False)
    """What the feed has of an article that it does not carry whole, if that is worth reading for want of more."""
    language: str | None = None
    """Language tag, of the item or else of its feed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read."""

    title: str | None
    items: tuple[FeedItem, ...]
    """In the feed's own order."""
