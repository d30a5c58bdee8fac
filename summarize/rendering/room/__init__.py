"""A reading room: the pages, feeds and calendar of many days' briefings, as files that need no server. Pure: nothing here reads a file or a clock."""

from summarize.rendering.room.feeds import to_atom, to_json_feed
from summarize.rendering.room.pages import (
    ASSETS,
    Day,
    DayHeadline,
    Listing,
    asset_of,
    day_page,
    file_name,
    gone_page,
    index_page,
    search_page,
    story_page,
)

__all__ = [
    "ASSETS",
    "Day",
    "DayHeadline",
    "Listing",
    "asset_of",
    "day_page",
    "file_name",
    "gone_page",
    "index_page",
    "search_page",
    "story_page",
    "to_atom",
    "to_json_feed",
]
