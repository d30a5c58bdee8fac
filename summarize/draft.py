"""What an engine may say: references to numbered findings, names, roles and short texts. Never an offset.

What the findings missed is given by its words and the number of the sentence they stand in; grounding looks them up there and
takes the offsets itself.
"""

from __future__ import annotations

from pydantic import Field

from summarize.article import Value
from summarize.findings import ParticipantKind


class DraftStatement(Value):
    """A statement resting on sentences. Without a `text` of its own it is those sentences, verbatim."""

    sentences: tuple[int, ...]
    text: str | None = None


class DraftParticipant(Value):
    """A participant by number, or by a name that the findings missed with the sentence it stands in."""

    participant: int | None = None
    name: str | None = None
    kind: ParticipantKind | None = None
    sentence: int | None = None
    role: str | None = None


class DraftTime(Value):
    """A time expression by number, or by words that the findings missed with the sentence they stand in.

    `sentence` beside a number is the one that says what happens then.
    """

    time: int | None = None
    words: str | None = None
    main: bool = False
    sentence: int | None = None


class DraftPlace(Value):
    """A place by number, or by a name that the findings missed with the sentence it stands in."""

    place: int | None = None
    name: str | None = None
    sentence: int | None = None
    main: bool = False


class DraftQuote(Value):
    """A quotation by number, or by words that the findings missed with the sentence they stand in.

    Its speaker is a participant by number, a name or description of the article's, or the finding's own.
    """

    quotation: int | None = None
    words: str | None = None
    sentence: int | None = None
    participant: int | None = None
    speaker: str | None = None


class Draft(Value):
    """A proposed card, before anything of it has been checked."""

    headline: DraftStatement | None = None
    title_is_headline: bool = False
    what: tuple[DraftStatement, ...] = ()
    who: tuple[DraftParticipant, ...] = ()
    when: tuple[DraftTime, ...] = ()
    where: tuple[DraftPlace, ...] = ()
    quotes: tuple[DraftQuote, ...] = ()
    unsaid: tuple[int, ...] = Field(default=(), description="Numbers of quotations that are nobody's words.")
    claims: tuple[int, ...] = Field(default=(), description="Numbers of attributions without quotation marks.")
    background: tuple[DraftStatement, ...] = ()
    translated: bool = Field(default=False, description="The texts are in another language than the article's.")
