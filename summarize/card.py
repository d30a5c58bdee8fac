"""The briefing card: the published result for one article, and the contract that other programs read.

Every item carries evidence, and a card checks on construction that each piece of evidence is exactly what stands in its
article at that place: a card that points wrongly cannot be made, nor loaded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, model_validator

from summarize.article import Article, Evidence, Value
from summarize.earlier_cards import upgraded
from summarize.expressions import expression
from summarize.findings import AttributionKind, ParticipantKind, Precision
from summarize.seal import digest_of, is_later, without_unknown

VERSION: Final = "2.1"
"""Of this contract. A reader of `2.0` can read what `2.1` writes if it ignores fields that it does not know, as readers here do."""

Support = Literal["verbatim", "cut", "proved", "judged", "editor"]
"""How a text of the card is known to be the article's."""

SUPPORT_MEANS = (
    "`verbatim`: the article's own words; `cut`: its own words with some left out that change nothing; `proved`: in other words, proved by "
    "rules; `judged`: in other words, which an independent question found borne out; `editor`: in an editor's words, which no rule refused "
    "and for which the editor answers by name, in `corrections`."
)

FIELDS: Final = ("what", "who", "when", "where", "quotes", "claims", "background")
"""The fields of a card that list items, in its order: each is grounded, refused and shown by this name."""

NOT_JUDGED: Final = "it is in other words than the article's, and no judge found it borne out"
"""Why a text in words of its own is refused where no judge was asked."""

EvidenceList = tuple[Evidence, ...]


class Item(Value):
    """Anything on a card that the article must support."""

    evidence: EvidenceList = Field(min_length=1, description="Where the article says so.")


class SaidBy(Value):
    """Whose word something is."""

    source: str | None = Field(description="The source's name or description; null where the article does not say who.")
    participant: int | None = Field(
        default=None, description="Place of the source in `who`, from 1; null if it is not there."
    )
    cue: str = Field(description='The words that say so: "said", "alleges", "according to".')
    kind: AttributionKind = Field(description="What the source does with it.")
    evidence: EvidenceList = Field(min_length=1, description="Where the article says whose word it is.")


class Told(Value):
    """A text of the card, how it is known to be the article's, and whose word it is."""

    text: str = Field(description="The text.")
    support: Support = Field(description=SUPPORT_MEANS)
    attribution: SaidBy | None = Field(
        default=None,
        description="Whose word it is, if the article only reports it; null if the article says it itself.",
    )
    evidence: EvidenceList = Field(default=(), description="Where the article says so.")


class Statement(Told, Item):
    """A sentence of the card."""

    text: str = Field(min_length=1, description="The sentence.")
    evidence: EvidenceList = Field(
        min_length=1,
        description="Where the article says so; of a cut, the whole sentence, so that what was left out can be seen.",
    )


class Headline(Told):
    """The headline. It may be empty, and it needs no evidence where it is the article's own title, which may stand outside its text."""

    support: Support = Field(default="verbatim", description=SUPPORT_MEANS)

    def __str__(self) -> str:
        """Its text."""
        return self.text


class Who(Item):
    """A participant. Short forms count as mentions of the same participant."""

    name: str = Field(min_length=1, description="The fullest form in the article.")
    role: str | None = Field(
        default=None, description="Office, job or description, in the article's words; null if it gives none."
    )
    kind: ParticipantKind = Field(
        description="What takes part: a person, an organisation, a group of people, or somebody whom the article only describes: `unnamed`."
    )
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
    speakers: tuple[str, ...] = Field(
        default=(), description="Who says it, usually one; none if the article leaves it open."
    )
    speaker_role: str | None = Field(description="The speaker's office, job or description, in the article's words.")
    cue: str | None = Field(description='How it is introduced: "said", "posted on X".')

    @property
    def parts(self) -> tuple[str, ...]:
        """Its verbatim parts: what stands in marks of its own each. `text` joins them, and may stand in one pair only where there is one."""
        return tuple(part.text for part in self.evidence)

    def __str__(self) -> str:
        """Its parts, each in marks of its own."""
        return " ".join(f"“{part}”" for part in self.parts)

    @property
    def speaker(self) -> str | None:
        """Its speakers as a sentence lists them, None if there are none."""
        return " and ".join(filter(None, (", ".join(self.speakers[:-1]), *self.speakers[-1:]))) or None

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


class Correction(Value):
    """What an editor changed on the card after it was made. The original value is kept."""

    field: str = Field(description="The field of the card.")
    item: int | None = Field(
        default=None,
        description="Place of the item in that field at the time, from 1; null for the headline and for what was added.",
    )
    part: str = Field(
        description="What of it: `speakers`, `speaker_role`, `role`, `name`, `start`, `text`; `item` for all of it."
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

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
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


class Card(Value):
    """A briefing card. `schema_version` changes when a reader of the JSON would have to."""

    schema_version: Literal["2.1"] = Field(default=VERSION, description="Version of this contract.")
    article: Article = Field(description="The article, whole: every piece of evidence points into its text.")
    headline: Headline = Field(
        description="The article's title, a sentence of it cut short, or a language model's, judged."
    )
    what: tuple[Statement, ...] = Field(default=(), description="The news in one to three sentences.")
    who: tuple[Who, ...] = Field(default=(), description="Participants, most important first.")
    when: tuple[When, ...] = Field(default=(), description="Dates and times.")
    where: tuple[Where, ...] = Field(default=(), description="Places, the main one first.")
    quotes: tuple[Quote, ...] = Field(default=(), description="Quotations worth carrying.")
    claims: tuple[Statement, ...] = Field(
        default=(), description="Who says, alleges, denies or expects what without quotation marks, beside the news."
    )
    background: tuple[Statement, ...] = Field(default=(), description="Earlier facts that explain the news.")
    rejected: tuple[Rejection, ...] = Field(default=(), description="Claims that the checks refused.")
    corrections: tuple[Correction, ...] = Field(
        default=(), description="What editors changed afterwards, in their order."
    )
    provenance: Provenance = Field(description="How the card was made.")

    @property
    def standing(self) -> Literal["sealed", "edited", "unsealed"]:
        """Whether the card is as it was when it was last checked: `edited` if not, `unsealed` if it does not tell."""
        if self.provenance.digest is None:
            return "unsealed"
        return "sealed" if self.provenance.digest == digest_of(self.model_dump(mode="json")) else "edited"

    def sealed(self) -> Card:
        """The card with its digest: for whoever has just checked all that it says."""
        seal = {"digest": digest_of(self.model_dump(mode="json"))}
        return self.model_copy(update={"provenance": self.provenance.model_copy(update=seal)})

    def __repr__(self) -> str:
        """What it is about and how much it holds, in a line: a card in full has thousands of characters."""
        held = ", ".join(f"{len(getattr(self, name))} {name}" for name in (*FIELDS, "rejected") if getattr(self, name))
        return f"<Card {self.headline.text!r} of {self.article.source!r}: {held or 'nothing'}>"

    def _repr_markdown_(self) -> str:
        """The card as a notebook shows it."""
        return str(_rendering().to_markdown(self))

    def _repr_html_(self) -> str:
        """The card's page as a notebook shows it: in a frame, so that neither's styles touch the other's."""
        page = html.escape(_rendering().to_html(self))
        return f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="width: 100%; height: 40em; border: 0"></iframe>'

    def to_row(self) -> dict[str, str | bool | list[str] | None]:
        """The card as a row of a table, such as pandas or polars take: texts, and lists of texts for what there are several of."""
        main = {name: next((one for one in getattr(self, name) if one.main), None) for name in ("when", "where")}
        return {
            "id": self.article.id,
            "source": self.article.source,
            "publisher": self.article.publisher,
            "published": self.article.published,
            "language": self.article.language,
            "headline": self.headline.text,
            "what": [one.text for one in self.what],
            "who": [one.name for one in self.who],
            "when": main["when"].start if main["when"] else None,
            "where": main["where"].name if main["where"] else None,
            "country": main["where"].country if main["where"] else None,
            "quotes": [str(one) for one in self.quotes],
            "speakers": [one.speaker or "" for one in self.quotes],
            "background": [one.text for one in self.background],
            "rejected": [f"{one.field}: {one.value} ({one.reason})" for one in self.rejected],
            "engine": self.provenance.engine,
            "model": self.provenance.model,
            "sealed": self.standing == "sealed",
        }

    def items(self) -> Iterator[Item]:
        """Every item with evidence, in the card's order; the headline is `headline`."""
        for name in FIELDS:
            yield from getattr(self, name)

    def statements(self) -> Iterator[Statement]:
        """The sentences of the card: the news, what is said of it, and the background."""
        yield from self.what
        yield from self.claims
        yield from self.background

    @model_validator(mode="wrap")
    @classmethod
    def _of_another_version(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        version = data.get("schema_version") if isinstance(data, dict) else None
        if version in {"1.0", "2.0"}:
            return handler(upgraded(data) if version == "1.0" else {**data, "schema_version": VERSION})
        if not is_later(version, VERSION):
            return handler(data)
        try:
            return handler({**data, "schema_version": VERSION})
        except ValidationError as error:
            return handler(without_unknown(data, error, VERSION))

    @model_validator(mode="after")
    def _points_at_what_it_says(self) -> Self:
        text = self.article.text
        for part in self._evidence():
            if text[part.start : part.end] != part.text:
                raise ValueError(f"evidence {part.start} to {part.end} is not what the article says there")
        return self

    @model_validator(mode="after")
    def _says_what_it_points_at(self) -> Self:
        for statement in self.statements():
            _hold_to_evidence(statement)
        if self.headline.evidence:
            _hold_to_evidence(self.headline)
        elif self.headline.text not in {"", " ".join((self.article.title or "").split())}:
            raise ValueError("a headline without evidence is not the article's title")
        if self.provenance.judge is None and any(
            one.support == "judged" for one in (self.headline, *self.statements())
        ):
            raise ValueError("a text is called judged, but no judge is named")
        if not self.corrections and any(one.support == "editor" for one in (self.headline, *self.statements())):
            raise ValueError("a text is called an editor's, but no correction is kept")
        if any(claim.attribution is None for claim in self.claims):
            raise ValueError("a claim does not tell whose word it is")
        held = " ".join(self.article.text.split()).casefold()
        for name in (*(who.name for who in self.who), *(where.name for where in self.where)):
            if " ".join(name.split()).casefold() not in held:
                raise ValueError(f"the article names nobody and nowhere {name!r}")
        return self

    def _evidence(self) -> Iterator[Evidence]:
        for item in self.items():
            yield from item.evidence
        for said in (self.headline, *self.statements()):
            yield from said.attribution.evidence if said.attribution is not None else ()
        yield from self.headline.evidence
        for correction in self.corrections:
            yield from correction.evidence


def _rendering() -> Any:
    # Renderers know cards, and cards know no renderer: only a notebook asks a card itself to be shown.
    return import_module("summarize.rendering")


def shares_a_word(text: str, name: str) -> bool:
    """True if a text has a word of a name or description that tells it from others: one of four letters or more, or any if there is none."""
    there = set(_words(text))
    words = _words(name)
    return bool(there & set([word for word in words if len(word) >= _TELLING] or words))


def _hold_to_evidence(said: Told) -> None:
    """Raise ValueError if words that are called the article's own are not those of the evidence."""
    words = " ".join(" ".join(part.text.split()) for part in said.evidence)
    if said.support == "verbatim" and " ".join(said.text.split()).rstrip(_ENDS) != words.rstrip(_ENDS):
        raise ValueError("a statement is called verbatim, but its evidence has other words")
    if said.support == "cut":
        parts = [" ".join(_words(part.text)) for part in said.evidence]
        # A name that editors put in brackets stands in evidence of its own.
        text = _BRACKETED.sub(lambda run: " " if " ".join(_words(run.group())) in parts[1:] else run.group(), said.text)
        left = iter(_words(words))
        if not all(word in left for word in _words(text)):
            raise ValueError("a statement is called a cut, but its evidence has other words")


def _words(text: str) -> list[str]:
    """Letters and digits alone, in small letters: what a cut must have in the order of its evidence."""
    return re.findall(r"[^\W_]+", text.casefold())


_BRACKETED = expression(r"^\[[^\[\]]{1,80}\]")
_ENDS: Final = " .,;:"
_TELLING: Final = 4
