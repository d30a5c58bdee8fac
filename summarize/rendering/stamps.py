"""When a briefing was made, for forms that need a moment."""

from __future__ import annotations

from datetime import UTC, datetime


def made_at(created: str, day: str) -> datetime:
    """When a briefing was made, in UTC.

    Args:
        created: the briefing's own stamp; one without an offset is in UTC.
        day: the briefing's ISO date, whose beginning counts where the stamp cannot be read; where it cannot either, 1970 does.
    """
    for said in (created, day):
        try:
            moment = datetime.fromisoformat(said)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):  # the latter at the calendar's ends
            continue
    return datetime(1970, 1, 1, tzinfo=UTC)
