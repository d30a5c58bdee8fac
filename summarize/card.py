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

    text: str = Field(min_length=1, description="The sentence.")
    support: Support = Field(
        description="`verbatim`: the article's own words; `supported`: says no more than its evidence; `partial`: only in part."
    )


class Who(Item):
    """A participant. Short forms count as mentions of the same participant."""

    name: str = Field(min_length=1, description="The fullest form in the article.")
    role: str | None = Field(
        default=None, description="Office, job or description, in the article's words; null if it gives none."
    )
    kind: ParticipantKind = Field(description="What takes part: a person, an organisation, or a group of people.")
    mentions: int = Field(ge=1, description="How often the article names the participant, short forms included.")


class When(Item):
    """A date or time, resolved against the publication date or left open."""

    text: str = Field(min_length=1, description="The article's own words.")
    start: str | None = Field(description="ISO date at `precision`; null when unresolved.")
    end: str | None = Field(description="Last day, month or year of a range, at the same precision.")
    precision: Precision = Field(description="How exactly the article says it.")
    main: bool = Field(description="The date of the news itself.")
    what: str | None = Field(description="What happens then: the sentence it stands in.")


class Where(Item):
    """A place, the main one first."""

    name: str = Field(min_length=1, description="The fullest form in the article.")
    country: str | None = Field(description="ISO 3166-1 alpha-2; null where unknown or ambiguous.")
    main: bool = Field(description="The place of the news itself.")


class Quote(Item):
    """A quotation, its words copied from the article by offset: one piece of evidence for each verbatim part."""

    text: str = Field(min_length=1, description="The parts' words, joined by one space.")
    speaker: str | None = Field(description="Who says it; null if the article leaves it open.")
    speaker_role: str | None = Field(description="The speaker's office, job or description, in the article's words.")
    cue: str | None = Field(description='How it is introduced: "said", "posted on X".')

    @model_validator(mode="after")
    def _is_verbatim(self) -> Self:
        if self.text != " ".join(part.text for part in self.evidence):
            raise ValueError("a quotation's text must be exactly its evidence")
        return self


class Rejection(Value):
    """A claim that the checks refused, and why."""

    field: str = Field(description="Which part of the card it was meant for.")
    value: str = Field(description="What was claimed.")
    reason: str = Field(description="Why it was refused.")


class Usage(Value):
    """What the language model served, failed attempts included."""

    input_tokens: int = Field(default=0, ge=0, description="Tokens sent, cached ones included.")
    cached_tokens: int = Field(default=0, ge=0, description="Of those, tokens the provider had cached.")
    cache_write_tokens: int = Field(
        default=0,
        ge=0,
        description="Of those sent, tokens that the provider entered into its cache, at a price of their own.",
    )
    output_tokens: int = Field(default=0, ge=0, description="Tokens received.")
    requests: int = Field(default=0, ge=0, description="Requests made; 0: no language model.")


class Checks(Value):
    """What was verified when the card was made."""

    evidence: int = Field(description="Spans verified against the article.")
    quotations: int = Field(description="Quotations copied by offset.")
    rejected: int = Field(description="Claims refused.")
    nlp: str | None = Field(
        description="NLP model that helped to find names and speakers; null: rules and a gazetteer alone."
    )
    nlp_until: int | None = Field(
        description="Code point where that model stopped reading an over-long article; null: it read all."
    )
    parts: int = Field(
        default=1, ge=1, description="Overlapping parts in which a language model read the article; 1: whole."
    )


class Declined(Value):
    """A language model that was asked for the card and gave none, so that the built-in engine made it."""

    model: str = Field(description="The model's name.")
    reason: str = Field(description="What came of asking it: a refusal, a content filter, an answer that is none.")


class Provenance(Value):
    """How the card was made."""

    engine: str = Field(
        description="What drew up the card: `extractive` is the built-in engine, `model` a language model."
    )
    model: str | None = Field(default=None, description="Language model; null if none was used.")
    declined: Declined | None = Field(
        default=None,
        description="A language model that was asked first and gave no card, and why; null if none was, or it did. `usage` and `cost_usd` "
        "count what it was paid all the same.",
    )
    prompt: str | None = Field(default=None, description="Name and version of the prompt; null if none was used.")
    prompt_digest: str | None = Field(default=None, description="`sha256:` and the digest of the prompt.")
    tool_version: str = Field(description="Version of this program.")
    created: str = Field(description="ISO date and time, UTC.")
    usage: Usage = Field(default=Usage(), description="What the language model served.")
    cost_usd: float | None = Field(default=None, description="Null when a price is unknown, never 0 for unknown.")
    seconds: float = Field(ge=0, description="Time it took, on the clock.")
    checks: Checks = Field(description="What was verified.")


class Card(Value):
    """A briefing card. `schema_version` changes when a reader of the JSON would have to."""

    schema_version: Literal["1.0"] = Field(default="1.0", description="Version of this contract.")
    article: Article = Field(description="The article, whole: every piece of evidence points into its text.")
    headline: str = Field(
        description="The article's own headline, its lead cut by deleting words, or a language model's that its sentences support."
    )
    what: tuple[Statement, ...] = Field(default=(), description="The news in one to three sentences.")
    who: tuple[Who, ...] = Field(default=(), description="Participants, most important first.")
    when: tuple[When, ...] = Field(default=(), description="Dates and times.")
    where: tuple[Where, ...] = Field(default=(), description="Places, the main one first.")
    quotes: tuple[Quote, ...] = Field(default=(), description="Quotations worth carrying.")
    background: tuple[Statement, ...] = Field(default=(), description="Earlier facts that explain the news.")
    rejected: tuple[Rejection, ...] = Field(default=(), description="Claims that the checks refused.")
    provenance: Provenance = Field(description="How the card was made.")

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
        for statement in (*self.what, *self.background):
            words = " ".join(" ".join(part.text.split()) for part in statement.evidence)
            if statement.support == "verbatim" and " ".join(statement.text.split()).rstrip(".") not in words:
                raise ValueError("a statement is called verbatim, but its evidence has other words")
        held = " ".join(text.split()).casefold()
        for name in (*(who.name for who in self.who), *(where.name for where in self.where)):
            if " ".join(name.split()).casefold() not in held:
                raise ValueError(f"the article names nobody and nowhere {name!r}")
        return self
