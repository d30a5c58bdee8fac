"""What a person asks to be changed on a card."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import model_validator

from summarize.article import Value
from summarize.errors import GroundingError

Field = Literal["headline", "what", "who", "when", "where", "quotes", "claims", "background"]
_PARTS: Final[dict[str, frozenset[str]]] = {
    "headline": frozenset({"text"}),
    "what": frozenset({"text"}),
    "claims": frozenset({"text"}),
    "background": frozenset({"text"}),
    "who": frozenset({"name", "role"}),
    "when": frozenset({"date", "main"}),
    "where": frozenset({"name", "country", "main"}),
    "quotes": frozenset({"speakers", "role"}),
}


class Change(Value):
    """A change of one item of a card: it is taken off, or some of its parts get other values. None: as it is."""

    field: Field
    item: int | None = None
    """Place in the field, from 1; None for the headline."""
    drop: bool = False
    speakers: tuple[str, ...] | None = None
    """Who says a quotation; empty: the article leaves it open."""
    role: str | None = None
    """Of a participant, or of a quotation's speaker; empty: none is given."""
    name: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2; empty: unknown."""
    date: str | None = None
    """ISO date or time, or two with a slash between them; empty: the article leaves it open."""
    main: bool | None = None
    text: str | None = None
    own_words: bool = False
    """The text may be in other words than the article's; it is then marked as an editor's."""
    sentences: tuple[int, ...] = ()
    """Numbers of the sentences that a text in an editor's words rests on; without them, those of the text before."""

    @model_validator(mode="after")
    def _changes_something_there_is(self) -> Change:
        parts = {"speakers", "role", "name", "country", "date", "main", "text"}
        given = {part for part in parts if getattr(self, part) is not None}
        if strange := given - _PARTS[self.field]:
            raise ValueError(f"{self.field} has no {' and no '.join(sorted(strange))}")
        if not given and not self.drop:
            raise ValueError(f"nothing of it is changed: give {', '.join(sorted(_PARTS[self.field]))}, or drop it")
        if given and self.drop:
            raise ValueError("what is taken off has no new values")
        if self.main is False:
            raise ValueError("another one is made the main one instead")
        if (self.item is None) != (self.field == "headline") or (self.drop and self.field == "headline"):
            raise ValueError("the headline has no number and stays; everything else has a number")
        return self


class RefusedError(GroundingError):
    """A correction that does not hold against the article."""

    def __init__(self, number: int, reason: str) -> None:
        """Say which of the changes it is, from 1, and why."""
        super().__init__(reason)
        self.number = number
