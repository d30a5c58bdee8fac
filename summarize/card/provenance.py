"""How a card was made, what was refused on the way, and what editors changed afterwards."""

from __future__ import annotations

from pydantic import Field

from summarize.article import Value
from summarize.card.items import EvidenceList


class Rejection(Value):
    """A claim that the checks refused, and why."""

    field: str = Field(description="Which part of the card it was meant for.")
    value: str = Field(description="What was claimed.")
    reason: str = Field(description="Why it was refused.")


class Correction(Value):
    """What an editor changed on the card after it was made. The original value is kept."""

    field: str = Field(description="The field of the card.")
    item: int | None = Field(
        default=None,
        description="Place of the item in that field at the time, from 1; null for the headline and for what was added.",
    )
    part: str = Field(
        description="What of it: `speakers`, `speaker_role`, `cue`, `role`, `name`, `kind`, `country`, `start`, `main`, `text`; `item` for all of it."
    )
    before: str | None = Field(description="The value before; null if there was none.")
    after: str | None = Field(description="The value now; null if it was taken away.")
    by: str = Field(min_length=1, description="Who corrected it.")
    at: str = Field(description="ISO date and time, UTC.")
    evidence: EvidenceList = Field(default=(), description="Where the article has the words that were put there.")


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

    @classmethod
    def of(cls, counts: object) -> Usage:
        """The counts that an account has by these names."""
        return cls.model_validate(counts, from_attributes=True)

    def __add__(self, other: Usage) -> Usage:
        mine, theirs = self.model_dump(), other.model_dump()
        return Usage(**{name: mine[name] + theirs[name] for name in mine})


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
    judge: str | None = Field(
        default=None,
        description="Language model that judged sentences in other words than the article's; null if none was.",
    )
    prompt: str | None = Field(default=None, description="Name and version of the prompt; null if none was used.")
    prompt_digest: str | None = Field(default=None, description="`sha256:` and the digest of the prompt.")
    tool_version: str = Field(description="Version of this program.")
    created: str = Field(description="ISO date and time, UTC.")
    usage: Usage = Field(default=Usage(), description="What the language model served.")
    cost_usd: float | None = Field(default=None, description="Null when a price is unknown, never 0 for unknown.")
    seconds: float = Field(ge=0, description="Time it took, on the clock.")
    checks: Checks = Field(description="What was verified.")
    digest: str | None = Field(
        default=None,
        description="`sha256:` and a digest of all that the card says, taken when it was last checked; where it does not fit, the card was "
        "changed by something else. It guards against slips, not against forgers.",
    )
