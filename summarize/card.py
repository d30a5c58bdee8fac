"""The briefing card: the published result for one article, and the contract that other programs read.

Every item carries evidence, and a card checks on construction that each piece of evidence is exactly what stands in its
article at that place: a card that points wrongly cannot be made, nor loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from summarize.article import Article, Evidence, Value
from summarize.findings import ParticipantKind, Precision

Support = Literal["verbatim", "supported", "partial"]

EvidenceList = tuple[Evidence, ...]


class Item(Value):
    """Anything on a card that the article must support."""

    evidence: EvidenceList = Field(min_length=1, description="Where the article says so.")


class Statement(Item):
    """A sentence of the card and how the article supports it."""

    text: str = Field(min_length=1)
    support: Support = Field(description="`verbatim`: the article's own words; `supported`: says no more than its evidence; `partial`: only in part.")


class Who(Item):
    """A participant. Short forms count as mentions of the same participant."""

    name: str = Field(min_length=1, description="The fullest form in the article.")
    role: str | None = None
    kind: ParticipantKind
    mentions: int = Field(ge=1)


class When(Item):
    """A date or time, resolved against the publication date or left open."""

    text: str = Field(min_length=1, description="The article's own words.")
    start: str | None = Field(description="ISO date at `precision`; null when unresolved.")
    end: str | None = Field(description="Last day, month or year of a range, at the same precision.")
    precision: Precision
    main: bool = Field(description="The date of the news itself.")
    what: str | None = Field(description="What happens then: the sentence it stands in.")


class Where(Item):
    """A place, the main one first."""

    name: str = Field(min_length=1)
    country: str | None = Field(description="ISO 3166-1 alpha-2.")
    main: bool


class Quote(Item):
    """A quotation, its words copied from the article by offset: one piece of evidence for each verbatim part."""

    text: str = Field(min_length=1, description="The parts' words, joined by one space.")
    speaker: str | None
    speaker_role: str | None
    cue: str | None = Field(description='How it is introduced: "said", "posted on X".')

    @model_validator(mode="after")
    def _is_verbatim(self) -> Self:
        if self.text != " ".join(part.text for part in self.evidence):
            raise ValueError("a quotation's text must be exactly its evidence")
        return self


class Rejection(Value):
    """A claim that the checks refused, and why."""

    field: str
    value: str
    reason: str


class Usage(Value):
    """What the language model served, failed attempts included."""

    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    requests: int = 0


class Checks(Value):
    """What was verified when the card was made."""

    evidence: int = Field(description="Spans verified against the article.")
    quotations: int = Field(description="Quotations copied by offset.")
    rejected: int = Field(description="Claims refused.")
    nlp: str | None = Field(description="NLP model that helped to find names and speakers; null: rules and a gazetteer alone.")
    nlp_until: int | None = Field(description="Code point where that model stopped reading an over-long article; null: it read all.")


class Provenance(Value):
    """How the card was made."""

    engine: str
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    tool_version: str
    created: str = Field(description="ISO date and time, UTC.")
    usage: Usage = Usage()
    cost_usd: float | None = Field(default=None, description="Null when a price is unknown, never 0 for unknown.")
    seconds: float = Field(ge=0)
    checks: Checks


class Card(Value):
    """A briefing card. `schema_version` changes when a reader of the JSON would have to."""

    schema_version: Literal["1.0"] = "1.0"
    article: Article
    headline: str
    what: tuple[Statement, ...] = ()
    who: tuple[Who, ...] = ()
    when: tuple[When, ...] = ()
    where: tuple[Where, ...] = ()
    quotes: tuple[Quote, ...] = ()
    background: tuple[Statement, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    provenance: Provenance

    def items(self) -> Iterator[Item]:
        """Every item with evidence, in the card's order."""
        yield from self.what
        yield from self.who
        yield from self.when
        yield from self.where
        yield from self.quotes
        yield from self.background

    @model_validator(mode="after")
    def _points_at_what_it_says(self) -> Self:
        text = self.article.text
        for item in self.items():
            for part in item.evidence:
                if text[part.start : part.end] != part.text:
                    raise ValueError(f"evidence {part.start} to {part.end} is not what the article says there")
        return self
