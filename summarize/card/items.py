"""What a card lists, and what each item must have and say."""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from summarize.article import Evidence, Value
from summarize.expressions import expression
from summarize.findings import AttributionKind, ParticipantKind, Precision

Support = Literal["verbatim", "cut", "proved", "judged", "editor"]
"""How a text of the card is known to be the article's."""

SUPPORT_MEANS = (
    "`verbatim`: the article's own words; `cut`: its own words with some left out that change nothing; `proved`: in other words, proved by "
    "rules; `judged`: in other words, which an independent question found borne out; `editor`: in an editor's words, which no rule refused "
    "and for which the editor answers by name, in `corrections`."
)

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


def shares_a_word(text: str, name: str) -> bool:
    """True if a text has a word of a name or description that tells it from others: one of four letters or more, or any if there is none."""
    there = set(_words(text))
    words = _words(name)
    return bool(there & set([word for word in words if len(word) >= _TELLING] or words))


def hold_to_evidence(said: Told) -> None:
    """Raise ValueError if words that are called the article's own are not those of the evidence."""
    words = " ".join(" ".join(part.text.split()) for part in said.evidence)
    if said.support == "verbatim" and " ".join(said.text.split()).rstrip(_ENDS) != words.rstrip(_ENDS):
        raise ValueError("a statement is called verbatim, but its evidence has other words")
    if said.support == "cut":
        parts = [" ".join(_words(part.text)) for part in said.evidence]
        # A name that editors put in brackets stands in evidence of its own.
        text = _BRACKETED.sub(lambda run: " " if " ".join(_words(run["name"])) in parts[1:] else run.group(), said.text)
        left = iter(_words(words))
        if not all(word in left for word in _words(text)):
            raise ValueError("a statement is called a cut, but its evidence has other words")


def _words(text: str) -> list[str]:
    """Letters and digits alone, in small letters: what a cut must have in the order of its evidence."""
    return _WORD.findall(text.casefold())


_WORD = expression(r"[^\W_]+")
_BRACKETED = expression(r"^\[(?P<name>[^\[\]]{1,80})\](?:['’]s\b)?")
_ENDS: Final = " .,;:"
_TELLING: Final = 4
