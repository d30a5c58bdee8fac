"""A briefing, whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Literal, Self

from pydantic import BaseModel, Field, field_validator, model_validator

from summarize.article import Value, without_surrogates
from summarize.briefing.parts import BriefedArticle, Cite, Line
from summarize.briefing.story import Moment, Story
from summarize.card import Usage
from summarize.card.card import in_frame
from summarize.findings import ParticipantKind

Length = Literal["short", "standard", "long", "all"]
BUDGETS: Mapping[Length, int] = {"short": 300, "standard": 1200, "long": 3000}
"""Words that a form of each length has, all told; `all` has as many as it takes."""


class Skipped(Value):
    """A source that is not in the briefing."""

    source: str
    reason: str

    @field_validator("source", "reason")
    @classmethod
    def _can_be_written(cls, value: str) -> str:
        return without_surrogates(value)


class Criterion(Value):
    """One thing that the order of stories goes by."""

    name: str = Field(description="The key in `Story.scores`.")
    meaning: str
    weight: float


class Top(Value):
    """A top line: the news of one story, by its headline."""

    story: int = Field(description="Number of the story.")
    line: Line


class Ahead(Value):
    """A date to come."""

    story: int | None = Field(description="Number of the story; null for one that only the last briefing told.")
    moment: Moment


class Indexed(Value):
    """A person or an organisation, and the stories that name them."""

    name: str
    role: str | None
    kind: ParticipantKind
    stories: tuple[int, ...]


class Made(Value):
    """How the briefing was made."""

    created: str = Field(description="ISO date and time, UTC.")
    tool_version: str
    engine: str
    model: str | None = None
    nlp: str | None = None
    prompt: str | None = None
    cards: int = Field(description="Cards that it is made of.")
    reused: int = Field(default=0, description="Of these, taken from the store; nothing was paid for them again.")
    usage: Usage = Usage()
    cost_usd: float | None = Field(default=None, description="Of this run; null when a price is unknown.")
    seconds: float = Field(ge=0)


class Briefing(Value):
    """A daily briefing. `schema_version` changes when a reader of the JSON would have to.

    It checks on construction that every citation is exactly what stands in its article at that place.
    """

    schema_version: Literal["1.0"] = "1.0"
    title: str
    date: str = Field(description="ISO date of the day.")
    zone: str = Field(description="IANA name of the time zone that the day is of.")
    since: str = Field(description="ISO date of the first day that articles were taken from.")
    length: Length = "standard"
    previous: str | None = Field(default=None, description="Date of the briefing that changes are told from.")
    articles: tuple[BriefedArticle, ...] = Field(description="In the order of their numbers, earlier ones last.")
    skipped: tuple[Skipped, ...] = ()
    top: tuple[Top, ...] = ()
    stories: tuple[Story, ...] = Field(default=(), description="In order; the news, then what has a line.")
    full: int = Field(
        default=0,
        ge=0,
        description="How many stories, from the first, are news; the others have a line each after them.",
    )
    quiet: tuple[Story, ...] = Field(
        default=(), description="Stories of the previous briefing that no article of the day takes up, as they stood."
    )
    ahead: tuple[Ahead, ...] = ()
    index: tuple[Indexed, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    watch: tuple[str, ...] = Field(default=(), description="Names and topics that the user watches for.")
    warnings: tuple[str, ...] = ()
    made: Made

    @model_validator(mode="after")
    def _cites_what_is_there(self) -> Self:
        texts = {article.number: article.text for article in self.articles}
        if list(texts) != list(range(1, len(self.articles) + 1)):
            raise ValueError("articles are numbered from 1, in order")
        for cite in self.cites():
            text = texts.get(cite.article)
            if text is None or text[cite.start : cite.end] != cite.text:
                raise ValueError(
                    f"{cite.text[:60]!r} is not what article {cite.article} has at {cite.start} to {cite.end}"
                )
        return self

    def __repr__(self) -> str:
        """Of which day and of how much it is, in a line."""
        return f"<Briefing {self.title!r} of {self.date}: articles: {len(self.articles)}, stories: {len(self.stories)}>"

    __str__ = __repr__

    def _repr_markdown_(self) -> str:
        """The briefing as a notebook shows it: without the front matter, which it takes for a title."""
        whole = str(_rendering_module().render_briefing(self, "markdown"))
        return whole.split("\n---\n", 1)[-1].lstrip("\n")

    def _repr_html_(self) -> str:
        """The briefing's page as a notebook shows it."""
        return in_frame(_rendering_module().render_briefing(self, "html"))

    def cites(self) -> Iterator[Cite]:
        """Every citation, wherever it stands."""
        for name in type(self).model_fields:
            yield from cites_of(getattr(self, name))


def _rendering_module() -> Any:
    # As of cards: only a notebook asks a briefing itself to be shown.
    return import_module("summarize.rendering.briefing")


def cites_of(value: Any) -> Iterator[Cite]:
    """Every citation in a value of a briefing, however deep."""
    if isinstance(value, Cite):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from cites_of(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from cites_of(each)
