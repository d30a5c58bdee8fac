"""Times of publication, in a form that sorts."""

from __future__ import annotations

from datetime import UTC, datetime


def in_utc(published: str | None) -> str:
    """A time of publication in UTC where its zone is known, as ISO, so that texts of it sort by time; "" if it is not known."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else published
