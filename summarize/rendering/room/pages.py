"""The pages of a reading room. Each loads the room's own style sheet and scripts by relative addresses, so it opens from a file as well."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal, Self

from pydantic import Field

from summarize.article import Value
from summarize.briefing import APART, Briefing, Slot, Story
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.html import Cites, of_its_length
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.plan import Plan
from summarize.rendering.labels import direction, label, language
from summarize.rendering.pages import asset, fragment

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
_MAX_COUNT: Final = 5
"""Headlines of a day on the first page."""


@dataclass(frozen=True, slots=True)
class RoomAddresses:
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
    return _page("room/index.html.j2", "", version, title=title, days=days, recent=_RECENT, most=_MAX_COUNT)


def day_page(briefing: Briefing) -> str:
    """The page of a day: the briefing, and the way to each story's own page."""
    own = sum(article.earlier is None for article in briefing.articles)
    made_by = generator(briefing.made.tool_version, "briefing", briefing.date, own)
    return of_its_length(partial(_page, "room/day.html.j2", "../", None, generator=made_by), briefing)


def story_page(told: Sequence[tuple[Briefing, Story]], older: Sequence[tuple[str, str]], version: str) -> str:
    """The page of a story: what each briefing told of it, the latest first, each with the words that it rests on.

    Raises:
        ValueError: nothing is told.
    """
    if not told:
        raise ValueError("a story's page needs a briefing that tells it")
    title = safe.visible(words.in_full(told[0][1].headline))
    tellings = [_telling_of_day(briefing, story, title) for briefing, story in told]
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
        "policy": _POLICY, "frame": "room/base.html.j2", "room": RoomAddresses(up), "words": words, "sections": sections,
        "language": language(), "direction": direction(language()),
    }  # fmt: skip
    if version is not None:
        own["generator"] = generator(version, "room")
    return str(fragment(template, **{**own, **values}))


def _telling_of_day(briefing: Briefing, story: Story, title: str) -> dict[str, Any]:
    """One day's part of a story's page, whose title is not said again."""
    # Whatever the length of the day's page: a story's own has all of it.
    briefing = told_once(briefing.model_copy(update={"length": "all"}))
    story = next(each for each in briefing.stories if each.key == story.key)
    changed = [each for each in sections.developments(briefing) if each.story.number == story.number]
    cites = Cites(briefing, f"d{''.join(filter(str.isdigit, briefing.date))}-")
    body = fragment(
        "room/telling.html.j2",
        frame="room/bare.html.j2",
        room=RoomAddresses("../"),
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


_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


class DayHeadline(Value):
    """A story of a day, by its headline."""

    key: str = Field(description="What the story is known by from one day to the next.")
    slot: Slot
    text: str = Field(description="The headline, with whose word it is.")


class Day(Value):
    """A day's briefing."""

    date: str = Field(description="ISO date.")
    title: str
    created: str = Field(description="ISO date and time, UTC, at which the briefing was made.")
    articles: int = Field(ge=0, description="Articles of the day itself.")
    stories: tuple[DayHeadline, ...] = Field(default=(), description="In the order of the briefing.")

    @classmethod
    def of(cls, briefing: Briefing) -> Self:
        """What is listed of a briefing."""
        return cls(
            date=briefing.date,
            title=briefing.title,
            created=briefing.made.created,
            articles=sum(article.earlier is None for article in briefing.articles),
            stories=tuple(
                DayHeadline(key=story.key, slot=story.slot, text=words.in_full(sections.brief_line(story)))
                for story in briefing.stories
            ),
        )

    def with_stories_of(self, others: Iterable[Self]) -> Self:
        """The same day with the stories of others after its own, each once."""
        stories = {each.key: each for day in (self, *others) for each in day.stories}
        return self.model_copy(update={"stories": tuple(stories.values())})

    @property
    def news(self) -> list[DayHeadline]:
        """The stories that are told as news."""
        return [each for each in self.stories if each.slot not in APART]

    @property
    def keys(self) -> set[str]:
        """The keys of its stories."""
        return {each.key for each in self.stories}


class Listing(Value):
    """A reading room's days, the latest first, and what its feeds are known by."""

    schema_version: Literal["1.0"] = "1.0"
    room: str = Field(description="A UUID of this room, by which its feeds and their entries are known for good.")
    days: tuple[Day, ...] = ()
    begun: tuple[Day, ...] = Field(
        default=(),
        description="Days that are being made, with all stories whose pages may be there: those told before, and those told now. A run that ends leaves none.",
    )


def file_name(key: str) -> str:
    """The name, without its ending, of the page of the story with a key. A key that could not be a file's name gets a digest for one."""
    return key if _SAFE.fullmatch(key) else hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]
