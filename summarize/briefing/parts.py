"""What everything in a briefing rests on: its numbered articles, and citations of their exact characters."""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from summarize.article import Value
from summarize.card import Declined, Support
from summarize.findings import AttributionKind

Slot = Literal[
    "news", "live", "correction", "opinion", "analysis", "markets", "sport", "weather", "obituary", "service"
]
"""What kind of piece an article is, which says where in a briefing it is told."""
APART: Final[frozenset[Slot]] = frozenset(
    ("correction", "opinion", "analysis", "markets", "sport", "weather", "obituary", "service")
)
"""Kinds that are told in a line after the news."""


class BriefedArticle(Value):
    """An article of the briefing, by its number."""

    number: int = Field(ge=1, description="What `Cite.article` refers to.")
    id: str = Field(description="`sha256:` and the digest of `text` in UTF-8.")
    source: str = Field(description="Where it was read from: a path, a URL, or `-`.")
    url: str | None = Field(default=None, description="The address that it gives as its own.")
    title: str | None = Field(default=None, description="Its own title.")
    publisher: str | None = Field(default=None, description="Who published it.")
    authors: tuple[str, ...] = Field(default=(), description="The byline's names.")
    published: str | None = Field(default=None, description="ISO date, or date and time; null if unknown.")
    is_year_briefed: bool = Field(
        default=False,
        description="True if `published` is the day of its dateline, which gives no year: it is that of the days briefed.",
    )
    modified: str | None = Field(default=None, description="When it was last changed.")
    language: str | None = Field(default=None, description="ISO 639-1 code.")
    paywalled: bool | None = Field(default=None, description="True if part of it is for subscribers only.")
    from_feed: bool = Field(
        default=False,
        description="True if its page could not be read, and the text is what its feed has of it, perhaps only the beginning.",
    )
    slot: Slot = Field(default="news", description="What kind of piece it is.")
    copy_of: int | None = Field(
        default=None, description="The article that it repeats nearly word for word; the two count as one source."
    )
    agency: str | None = Field(default=None, description="The news agency that it credits.")
    declined: Declined | None = Field(
        default=None,
        description="A language model that was asked for the article's card and gave none, so that the built-in engine made it.",
    )
    earlier: str | None = Field(
        default=None, description="Date of the earlier briefing that it is from; null for the day's own."
    )
    text: str = Field(description="The text that every `start` and `end` counts code points in.")


class Cite(Value):
    """Exact characters of an article: `articles[article - 1].text[start:end] == text`."""

    article: int = Field(ge=1, description="Number of the article.")
    start: int = Field(ge=0, description="First code point.")
    end: int = Field(description="One past the last code point.")
    text: str = Field(min_length=1, description="Exactly what stands there.")

    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"a citation of {self.start} to {self.end} does not fit {len(self.text)} characters")
        return self


class Cited(Value):
    """Anything of a briefing that articles must support."""

    evidence: tuple[Cite, ...] = Field(min_length=1, description="Where articles say so.")

    @property
    def articles(self) -> tuple[int, ...]:
        """Numbers of the articles that say so, each once, in the order of the evidence."""
        return tuple(dict.fromkeys(cite.article for cite in self.evidence))


class Voice(Cited):
    """Whose word a line is, as on a card."""

    source: str | None = Field(description="The source's name or description; null where the article does not say who.")
    cue: str = Field(description='The words that say so: "said", "alleges", "according to".')
    kind: AttributionKind = Field(description="What the source does with it.")


class Line(Cited):
    """A sentence of one article: sentences are never put together from two."""

    text: str = Field(min_length=1, description="The sentence.")
    support: Support = Field(
        description="As on a card: how it is known to be the article's. A headline may be the article's own title or a cut of "
        "it, which its text does not hold: its evidence is then the lead."
    )
    attribution: Voice | None = Field(
        default=None,
        description="Whose word it is, if the article only reports it; null if the article says it itself.",
    )

    @model_validator(mode="after")
    def _is_of_one_article(self) -> Self:
        if len(self.articles) != 1:
            raise ValueError("a sentence rests on one article, not on several")
        return self

    @property
    def article(self) -> int:
        """Number of the article."""
        return self.evidence[0].article
