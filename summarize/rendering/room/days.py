"""What a reading room lists of each of its days, without the articles: enough for its first page and its feeds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field

from summarize.article import Value
from summarize.briefing import APART, Briefing, Slot
from summarize.rendering import words
from summarize.rendering.briefing import sections

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


class Headline(Value):
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
    stories: tuple[Headline, ...] = Field(default=(), description="In the order of the briefing.")

    @classmethod
    def of(cls, briefing: Briefing) -> Self:
        """What is listed of a briefing."""
        return cls(
            date=briefing.date,
            title=briefing.title,
            created=briefing.made.created,
            articles=sum(article.earlier is None for article in briefing.articles),
            stories=tuple(
                Headline(key=story.key, slot=story.slot, text=words.in_full(sections.brief_line(story)))
                for story in briefing.stories
            ),
        )

    def with_stories_of(self, others: Iterable[Self]) -> Self:
        """The same day with the stories of others after its own, each once."""
        stories = {each.key: each for day in (self, *others) for each in day.stories}
        return self.model_copy(update={"stories": tuple(stories.values())})

    @property
    def news(self) -> list[Headline]:
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
