"""What reading gives, and the date that a user gives with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from summarize.article import Article
from summarize.errors import UsageError


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and what the reader should be told about how it was read."""

    article: Article
    notices: tuple[str, ...] = ()


def given_date(published: str | None) -> str | None:
    """The publication date as the user gives it, in the spelling that cards carry; None if none is given.

    Raises:
        UsageError: it is no ISO date.
    """
    if published is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published):
            return date.fromisoformat(published).isoformat()
        return datetime.fromisoformat(published).isoformat()
    except ValueError as error:
        raise UsageError(f"--published takes an ISO date such as 2025-11-29, not {published!r}") from error


def name_in_messages(source: str) -> str:
    """What messages call a source, or an article in it."""
    place, mark, number = source.partition("#")
    return f"standard input{mark}{number}" if place == "-" else source


def date_notices(name: str, published: str | None, given: str | None, stated: str | None) -> list[str]:
    """What to tell about a publication date."""
    if published is None:
        return [f"{name}: no publication date found, so relative dates stay open; give one with --published YYYY-MM-DD"]
    if given is not None and stated is not None and stated[:10] != given[:10]:
        return [f"{name}: --published {given} overrides {stated}, which the source gives"]
    return []
