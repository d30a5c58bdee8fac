"""What `evidence/` finds in an article without any language model: numbered, each with its span.

Numbers start at 1 in each list and are the position in it; a `Draft` refers to findings by these numbers only.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from pydantic import Field

from summarize.article import Span, Value, make_value, shared_field_names

Precision = Literal["year", "quarter", "month", "day", "time"]
ParticipantKind = Literal["person", "organisation", "group", "unnamed"]
QuotationKind = Literal["speech", "fragment", "words"]
AttributionKind = Literal["said", "alleged", "denied", "believed", "expected", "planned", "asked", "found"]
CLAIMING: Final[frozenset[AttributionKind]] = frozenset(get_args(AttributionKind)) - {"asked"}
"""The kinds with which a source claims something."""
DISPUTED: Final[frozenset[AttributionKind]] = frozenset({"alleged", "denied"})
"""Those of them that are disputed, or say that somebody else's word is."""
SpeechForm = Literal["direct", "mixed", "indirect"]


class Sentence(Value):
    """A sentence of the article's content (never of its title, byline or boilerplate)."""

    number: int
    span: Span
    paragraph: int = Field(description="0-based index of the content paragraph it stands in.")
    opening: Span | None = Field(
        default=None,
        description='The pronoun or description that it opens on, where it is sure who is meant: "He", "The company".',
    )
    opens_on: int | None = Field(default=None, description="Number of the participant whom `opening` means.")
    removable: tuple[Span, ...] = Field(
        default=(),
        description="Parts that may be left out without changing what it says or who says it; they may hold one another.",
    )
    needed: tuple[Span, ...] = Field(
        default=(), description="Stretches of which something must stay, though each part of them may be left out."
    )

    @classmethod
    def of(  # noqa: PLR0913 - its fields
        cls,
        number: int,
        span: Span,
        paragraph: int,
        *,
        opening: Span | None,
        opens_on: int | None,
        removable: tuple[Span, ...],
        needed: tuple[Span, ...],
    ) -> Sentence:
        """A sentence of numbers and spans of the program's own, which are what the fields ask for: as `Span.of`."""
        fields = {
            "number": number,
            "span": span,
            "paragraph": paragraph,
            "opening": opening,
            "opens_on": opens_on,
            "removable": removable,
            "needed": needed,
        }
        return make_value(cls.__new__(cls), fields, _OF_SENTENCE)


_OF_SENTENCE: Final = shared_field_names(*Sentence.model_fields)


class Quotation(Value):
    """Words in quotation marks. Each part is verbatim and excludes the marks themselves."""

    number: int
    parts: tuple[Span, ...] = Field(
        min_length=1, description="More than one if the speech verb or a paragraph splits it."
    )
    kind: QuotationKind = Field(
        description="`speech`: somebody's words; `fragment`: somebody's words inside a sentence of the article's; "
        "`words`: a title, nickname, term or scare quote that nobody says."
    )
    sentence: int = Field(description="Number of the sentence that the first part starts in; 0 if it is in none.")
    speaker: str | None = Field(default=None, description="The speaker's name as the card should give it.")
    speaker_span: Span | None = Field(
        default=None, description="The words that say who speaks: a name, pronoun or description."
    )
    participant: int | None = Field(default=None, description="Number of the participant who speaks, if one of them.")
    also: tuple[int, ...] = Field(
        default=(), description="Numbers of further participants who say it together with the speaker."
    )
    cue: str | None = Field(default=None, description='The words that mark it as speech: "said", "posted on X".')
    cue_span: Span | None = None


class Attribution(Value):
    """Whose word a stretch of the article is: who says, alleges, denies, believes, expects, plans, asks or finds it."""

    number: int
    kind: AttributionKind
    form: SpeechForm = Field(
        description="`direct`: the speaker's own words in marks; `mixed`: in part; `indirect`: the article's words."
    )
    source: str | None = Field(description="The source's name or description; None where the article does not say who.")
    source_span: Span | None = Field(
        default=None, description="The words that say who: a name, pronoun or description."
    )
    participant: int | None = Field(
        default=None, description="Number of the participant who is the source, if one of them."
    )
    cue: str = Field(description='The words that say so: "said", "according to", "allegedly".')
    cue_span: Span
    content: tuple[Span, ...] = Field(min_length=1, description="What is said, without source and cue, in order.")
    negated: bool = Field(default=False, description='Said not to be said: "did not say that".')
    within: int | None = Field(
        default=None,
        description='Number of the attribution in whose content this one stands: "officials said that he denied it".',
    )


class TimeExpression(Value):
    """A date or time in the article. `start` and `end` are ISO at `precision`, None when it could not be resolved."""

    number: int
    span: Span
    start: str | None = Field(
        description='First day, month or year: "2025-11-26", "2025-11", "2025"; a quarter runs from its first month to its last.'
    )
    end: str | None = Field(
        default=None, description="Last one of a range, at the same precision; None if not a range."
    )
    precision: Precision
    quoted: bool = Field(
        default=False, description="Stands inside a quotation, so the speaker's day may not be the article's."
    )


class Mention(Value):
    """One place in the text where a participant or a place is named (not a pronoun)."""

    number: int
    span: Span
    kind: ParticipantKind | Literal["place"]
    participant: int | None = Field(default=None, description="Number of the participant meant.")
    place: int | None = Field(default=None, description="Number of the place meant.")

    @classmethod
    def of(
        cls,
        number: int,
        span: Span,
        kind: ParticipantKind | Literal["place"],
        participant: int | None,
        place: int | None,
    ) -> Mention:
        """A mention of numbers and a span of the program's own, which are what the fields ask for: as `Span.of`."""
        fields = {"number": number, "span": span, "kind": kind, "participant": participant, "place": place}
        return make_value(cls.__new__(cls), fields, _OF_MENTION)


_OF_MENTION: Final = shared_field_names(*Mention.model_fields)


class Participant(Value):
    """A person, organisation or group, with every mention of it. `name` is the fullest form in the article."""

    number: int
    name: str
    kind: ParticipantKind
    name_span: Span
    role: str | None = None
    role_span: Span | None = None
    mentions: tuple[int, ...] = Field(min_length=1)


class Place(Value):
    """A place, with every mention of it."""

    number: int
    name: str
    name_span: Span
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2, None where unknown or ambiguous.")
    mentions: tuple[int, ...] = Field(min_length=1)


class Findings(Value):
    """Everything found in one article."""

    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    title: Span | None = Field(default=None, description="Where the article's own title stands in its text.")
    dateline: Span | None = Field(default=None, description="The dateline, before the first sentence.")
    orders: tuple[Span, ...] = Field(
        default=(),
        description="Sentences that give orders to whoever reads or processes the article, or are markup or code: nothing else is found in them.",
    )
    pack: str | None = Field(
        default=None,
        description="Code of the language whose rules found all this; None: only rules that hold in every language were used.",
    )
    syntax: str | None = Field(
        default=None, description='The NLP model that helped ("en_core_web_sm 3.8.0"); None: rules alone.'
    )
    syntax_until: int | None = Field(
        default=None, description="Where the NLP model stopped reading an over-long text; None: it read all."
    )
