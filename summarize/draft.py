"""What an engine may say: references to numbered findings, names, roles and short texts. Never an offset."""

from __future__ import annotations

from pydantic import Field

from summarize.article import Value


class DraftStatement(Value):
    """A statement resting on sentences. Without a `text` of its own it is those sentences, verbatim."""

    sentences: tuple[int, ...] = Field(min_length=1)
    text: str | None = None


class DraftParticipant(Value):
    """A participant by number, or by a name that the findings missed with the sentence it stands in."""

    participant: int | None = None
    name: str | None = None
    kind: str | None = None
    sentence: int | None = None
    role: str | None = None


class DraftTime(Value):
    """A time expression by number, whether it is the main one, and the sentence that says what happens then."""

    time: int
    main: bool = False
    sentence: int | None = None


class DraftPlace(Value):
    """A place by number."""

    place: int
    main: bool = False


class DraftQuote(Value):
    """A quotation by number, with its speaker: a participant by number, a name or description, or the finding's own."""

    quotation: int
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
    background: tuple[DraftStatement, ...] = ()
