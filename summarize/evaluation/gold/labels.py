"""Gold: what a person says the card of an article should hold.

A list that is missing was not labelled, and nothing is scored against it; an empty list says that there is nothing. The same holds for
`published`, `title` and the speaker of a quotation: missing is not labelled, null is "the article does not say".
"""

from __future__ import annotations

import re
from typing import Final, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from summarize.article import Value
from summarize.findings import ParticipantKind, Precision

FORMAT: Final = 1
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
"""An ISO date at the precision of a year, month, day or time."""


class Label(Value):
    """Base of every label."""

    def says(self, field: str) -> bool:
        """True if the labeller gave the field, be it as null."""
        return field in self.model_fields_set


class Words(Label):
    """Words of the article, verbatim, and where they stand."""

    text: str = Field(min_length=1, description="Exactly the article's words.")
    at: int | None = Field(
        default=None,
        ge=0,
        description="First code point in the article's text. May be left out where the words stand there only once.",
    )

    @property
    def end(self) -> int | None:
        """One past the last code point; None while the place is not known."""
        return None if self.at is None else self.at + len(self.text)


class GoldQuote(Label):
    """A quotation that somebody says."""

    parts: tuple[Words, ...] = Field(min_length=1, description="Its verbatim parts, without the quotation marks.")
    speaker: str | None = Field(
        default=None, description="Who says it; null: the article leaves it open; left out: not labelled."
    )
    aliases: tuple[str, ...] = Field(default=(), description="Other names that are right for the speaker.")
    optional: bool = Field(default=False, description="A card may carry it or not.")


class GoldName(Label):
    """A participant."""

    name: str = Field(min_length=1, description="The fullest form in the article.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names that are right.")
    roles: tuple[str, ...] = Field(
        default=(), description="Office, job or description, in the article's words; any one is right."
    )
    kind: ParticipantKind | None = None
    optional: bool = Field(default=False, description="A card may list it or not.")


class GoldPlace(Label):
    """A place."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2.")
    main: bool = Field(default=False, description="The place of the news; of several, any one is right.")
    optional: bool = False


class GoldDate(Label):
    """A date or time of the article, at the precision of its words."""

    start: str | None = Field(
        description="ISO year, month, day or time; null: it has to stay open, for the article does not tell."
    )
    end: str | None = Field(default=None, description="Last day, month or year of a range.")
    precision: Precision | None = Field(default=None, description="Only where the form does not show it: a quarter.")
    text: str | None = Field(default=None, description="The article's words.")
    at: int | None = Field(default=None, ge=0, description="Where they stand, as in `Words`.")
    main: bool = Field(default=False, description="The date of the news; of several, any one is right.")
    optional: bool = False

    @field_validator("start", "end", mode="before")
    @classmethod
    def _year(cls, value: object) -> object:
        # YAML reads a bare year as a number.
        return str(value) if isinstance(value, int) and 1000 <= value <= 9999 else value

    @field_validator("start", "end")
    @classmethod
    def _is_iso(cls, value: str | None) -> str | None:
        if value is not None and not DATE.fullmatch(value):
            raise ValueError(f"{value!r} is no ISO year, month, day or time")
        return value


class Sourced(Label):
    """News, and whose word it is."""

    according_to: tuple[str, ...] | None = Field(
        default=None,
        min_length=1,
        description="Names of whose word it is, in the article's words; any one is right. Null: the article's own word; left out: not labelled.",
    )


class Fact(Sourced):
    """Something that the card's prose has to say. Any one of the alternatives is enough."""

    any: tuple[str, ...] = Field(min_length=1, description="Strings of which one has to stand in the card's prose.")
    evidence: tuple[Words, ...] = Field(default=(), description="Where the article says so.")

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        return {"any": value} if isinstance(value, list | tuple) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The short form, a list of the alternatives, beside the full one."""
        full = handler(core_schema)
        short = {"type": "array", "items": {"type": "string"}, "minItems": 1, "description": "Alternatives."}
        return {"anyOf": [short, full]}


FactList = tuple[Fact, ...]


class Verdict(Label):
    """A headline or sentence that a card of the article says, and whether the article bears it out."""

    text: str = Field(min_length=1, description="The sentence, as the card has it.")
    supported: bool = Field(
        description="It says no more than the article, and nothing as a fact that is somebody's word."
    )
    by: str | None = Field(
        default=None, description="The model that judged it; left out: whoever labelled the article."
    )


ListField = Literal["quotes", "who", "where", "when"]


class Given(Label):
    """What the reader of the article is told beside its text, as by the options of the command line."""

    published: str | None = None


class Gold(Label):
    """The labels of one article."""

    format: Literal[1] = FORMAT
    article: str = Field(min_length=1, description="Path of the article, from this file.")
    id: str | None = Field(default=None, description="`sha256:` of the article's text, to notice that it changed.")
    story: str | None = Field(
        default=None, description="Articles of one story are not independent: they are resampled together."
    )
    labelled_by: tuple[str, ...] = Field(default=(), description="Who labelled it, one after the other.")
    reviewed: bool | None = Field(
        default=None,
        description="False: a program filled it in, and nobody has looked at all of it; what is scored against it says so.",
    )
    tags: tuple[str, ...] = Field(default=(), description="Kinds of articles, to run some of them: `evals run --tag`.")
    held_out: bool = Field(
        default=False,
        description="Kept for the very end: `evals run` leaves it out unless it is asked for with `--held-out`.",
    )
    notes: str | None = None
    given: Given = Given()
    until: int | None = Field(
        default=None,
        ge=1,
        description="Only the text before this code point is labelled: what stands later is ignored.",
    )
    incomplete: tuple[ListField, ...] = Field(
        default=(),
        description="Lists with only some of what is right: what else a card has is not counted against it, so precision does not apply.",
    )
    title: str | None = None
    published: str | None = Field(default=None, description="ISO date, with the time if the article gives it.")
    quotes: tuple[GoldQuote, ...] | None = None
    quotes_are: Literal["quotations", "runs"] = Field(
        default="quotations",
        description="`runs`: each label is one run between quotation marks, and a card's quotations are scored part by part.",
    )
    not_quotes: tuple[Words, ...] | None = Field(
        default=None, description="Words in quotation marks that nobody says: titles, nicknames, scare quotes."
    )
    who: tuple[GoldName, ...] | None = None
    where: tuple[GoldPlace, ...] | None = None
    when: tuple[GoldDate, ...] | None = None
    headline: Sourced | None = Field(default=None, description="Whose word the news is that a headline would give.")
    what: FactList | None = Field(default=None, description="Key facts, looked for in headline and what.")
    background: FactList | None = Field(default=None, description="Earlier facts, looked for in the background.")
    absent: tuple[str, ...] | None = Field(
        default=None, description="Strings that must stand nowhere in the card's own words."
    )
    verdicts: tuple[Verdict, ...] | None = Field(
        default=None, description="What cards of this article say that is not word for word the article's, judged."
    )

    @field_validator("published")
    @classmethod
    def _is_iso(cls, value: str | None) -> str | None:
        return GoldDate._is_iso(value)  # noqa: SLF001 - one rule for every date

    @model_validator(mode="after")
    def _labels_something(self) -> Self:
        if not self.model_fields_set & SCORED:
            raise ValueError(f"it labels nothing: give at least one of {', '.join(sorted(SCORED))}")
        return self


SCORED: Final = frozenset(
    {
        "title",
        "published",
        "quotes",
        "not_quotes",
        "who",
        "where",
        "when",
        "headline",
        "what",
        "background",
        "absent",
        "verdicts",
    }
)
"""Fields that a card is scored against."""
