"""The feeds of a reading room, Atom and JSON Feed 1.1: an entry for each day, the latest first."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any, Final

from summarize.rendering import safe, words
from summarize.rendering.dates import made_at
from summarize.rendering.labels import label, language
from summarize.rendering.pages import fragment
from summarize.rendering.room.pages import Day, Listing, RoomAddresses

_MAX_COUNT: Final = 30
"""Days that a feed has; a reader that looks in once a month misses none."""
_NEVER: Final = "1970-01-01T00:00:00Z"


def to_atom(listing: Listing, url: str | None) -> str:
    """The room's Atom feed.

    Args:
        listing: the room's days.
        url: where the room is served, ending in a slash; addresses are relative to the feed's own if None.
    """
    entries = list(_entries(listing, url))
    return str(
        fragment(
            "room/feed.xml.j2",
            base=url or "",
            language=language(),
            room_id=listing.room,
            title=_title(listing),
            updated=max((each["updated"] for each in entries), default=_NEVER),
            entries=entries,
        )
    )


def to_json_feed(listing: Listing, url: str | None) -> str:
    """The room's JSON Feed; `url` as of `to_atom`."""
    base = url or ""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(listing),
        "home_page_url": f"{base}index.html",
        "feed_url": f"{base}feed.json",
        "language": language(),
        "items": [
            {
                "id": f"urn:uuid:{each['id']}",
                "url": each["url"],
                "title": each["title"],
                "content_html": str(each["body"]),
                "date_published": each["published"],
                "date_modified": each["updated"],
            }
            for each in _entries(listing, url)
        ],
    }
    return safe.json_text(json.dumps(feed, indent=1, ensure_ascii=False)) + "\n"


def _title(listing: Listing) -> str:
    return safe.visible(listing.days[0].title) if listing.days else label("Briefings")


def _entries(listing: Listing, url: str | None) -> Iterator[dict[str, Any]]:
    room = RoomAddresses(url or "")
    for day in listing.days[:_MAX_COUNT]:
        first = f"{label(':')} {day.news[0].text}" if day.news else ""
        yield {
            "id": str(uuid.uuid5(uuid.UUID(listing.room), day.date)),
            "title": safe.visible(f"{words.date(day.date)}{first}"),
            "url": room.day(day.date),
            "updated": _moment(day),
            "published": f"{day.date}T00:00:00Z",
            "body": fragment("room/entry.html.j2", day=day, room=room, words=words),
        }


def _moment(day: Day) -> str:
    """When a day's briefing was made, as both feeds write it."""
    return made_at(day.created, day.date).isoformat(timespec="seconds").replace("+00:00", "Z")
