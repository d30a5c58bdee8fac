"""The pages of a reading room. Each loads the room's own style sheet and scripts by relative addresses, so it opens from a file as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarize.briefing import Briefing, Story
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.cites import Cites
from summarize.rendering.briefing.html import values_of
from summarize.rendering.briefing.plan import Plan
from summarize.rendering.labels import direction, label, language
from summarize.rendering.pages import asset, fragment
from summarize.rendering.room.days import Day, file_name

ASSETS: Final = {
    "briefing.css": "summarize.rendering.briefing",
    "briefing.js": "summarize.rendering.briefing",
    "room.css": "summarize.rendering.room",
    "room.js": "summarize.rendering.room",
    "search.js": "summarize.rendering.room",
}
"""The files of the folder `assets/`, and the packages that hold them."""
_POLICY: Final = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
_SEARCHING: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The index of words is searched by a program in WebAssembly, which it loads piece by piece."""
_RECENT: Final = 30
"""Days of which the first page lists headlines; of those before, it has the first one."""
_MOST: Final = 5
"""Headlines of a day on the first page."""


@dataclass(frozen=True, slots=True)
class Room:
    """The addresses of a reading room, as seen from one of its pages."""

    up: str
    """What leads from the page to the room's first page: "" or "../"."""

    def day(self, date: str) -> str:
        """The page of a day."""
        return f"{self.up}days/{date}.html"

    def story(self, key: str) -> str:
        """The page of a story."""
        return f"{self.up}stories/{file_name(key)}.html"


def asset_of(name: str) -> str:
    """The content of a file of `ASSETS`."""
    return asset(ASSETS[name], name)


def index_page(days: Sequence[Day], version: str) -> str:
    """The first page: every day, the latest first."""
    title = days[0].title if days else label("Briefings")
    return _page("room/index.html.j2", "", version, title=title, days=days, recent=_RECENT, most=_MOST)


def day_page(briefing: Briefing) -> str:
    """The page of a day: the briefing, and the way to each story's own page."""
    own = sum(article.earlier is None for article in briefing.articles)
    values = values_of(briefing)
    made_by = generator(briefing.made.tool_version, "briefing", briefing.date, own)
    return _page("room/day.html.j2", "../", None, **values, generator=made_by)


def story_page(told: Sequence[tuple[Briefing, Story]], older: Sequence[tuple[str, str]], version: str) -> str:
    """The page of a story: what each briefing told of it, the latest first, each with the words that it rests on.

    Raises:
        ValueError: nothing is told.
    """
    if not told:
        raise ValueError("a story's page needs a briefing that tells it")
    title = safe.visible(words.in_full(told[0][1].headline))
    tellings = [_telling(briefing, story, title) for briefing, story in told]
    return _page("room/story.html.j2", "../", version, title=title, tellings=tellings, older=older)


def gone_page(headline: str, date: str, version: str) -> str:
    """What stands in place of a story that no briefing tells any more, since the last that did was made again."""
    return _page("room/gone.html.j2", "../", version, title=safe.visible(headline), date=date)


def search_page(version: str, *, ready: bool) -> str:
    """The page to search in."""
    return _page(
        "room/search.html.j2", "", version, title=label("Search"), ready=ready, policy=_SEARCHING if ready else _POLICY
    )


def _page(template: str, up: str, version: str | None, **values: Any) -> str:
    own = {
        "policy": _POLICY, "frame": "room/base.html.j2", "room": Room(up), "words": words, "sections": sections,
        "language": language(), "direction": direction(language()),
    }  # fmt: skip
    if version is not None:
        own["generator"] = generator(version, "room")
    return str(fragment(template, **{**own, **values}))


def _telling(briefing: Briefing, story: Story, title: str) -> dict[str, Any]:
    """One day's part of a story's page, whose title is not said again."""
    changed = [each for each in sections.developments(briefing) if each.story.number == story.number]
    cites = Cites(briefing, f"d{''.join(filter(str.isdigit, briefing.date))}-")
    body = fragment(
        "room/telling.html.j2",
        frame="room/bare.html.j2",
        room=Room("../"),
        briefing=briefing,
        story=story,
        changed=changed,
        cites=cites,
        plan=Plan(whole=True),
        reasons=False,
        is_headed=safe.visible(words.in_full(story.headline)) != title,
        linked=frozenset[int](),
        phrases=phrases,
        sections=sections,
        words=words,
    )
    return {"date": briefing.date, "body": body}
