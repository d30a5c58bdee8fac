"""What a person asks to be changed on a card."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import model_validator

from summarize.article import Value
from summarize.errors import GroundingError
from summarize.findings import ParticipantKind

Field = Literal["headline", "what", "who", "when", "where", "quotes", "claims", "background"]
_PARTS: Final[dict[str, frozenset[str]]] = {
    "headline": frozenset({"text"}),
    "what": frozenset({"text"}),
    "claims": frozenset({"text"}),
    "background": frozenset({"text"}),
    "who": frozenset({"name", "kind", "role"}),
    "when": frozenset({"date", "main"}),
    "where": frozenset({"name", "country", "main"}),
    "quotes": frozenset({"speakers", "role"}),
}
_ADDED_BY: Final[dict[str, frozenset[str]]] = {
    "what": frozenset({"text", "sentences"}),
    "claims": frozenset({"text", "sentences"}),
    "background": frozenset({"text", "sentences"}),
    "who": frozenset({"name"}),
    "when": frozenset({"words"}),
    "where": frozenset({"name"}),
    "quotes": frozenset({"words"}),
}
"""What a new item of a field is looked up by in the article: one of these has to be given."""


class Change(Value):
    """A change of one item of a card: it is added, taken off, or some of its parts get other values. None: as it is."""

    field: Field
    item: int | None = None
    """Place in the field, from 1; None for the headline and for what is added."""
    add: bool = False
    """A new item: a name, words or sentences of the article, with what else is given of it."""
    drop: bool = False
    words: tuple[str, ...] | None = None
    """Of a new date or quotation, as they stand in the article; a quotation that is split has several parts."""
    speakers: tuple[str, ...] | None = None
    """Who says a quotation; empty: the article leaves it open."""
    role: str | None = None
    """Of a participant, or of a quotation's speaker; empty: none is given."""
    name: str | None = None
    kind: ParticipantKind | None = None
    """Of a participant; of a new one needed only where nothing like it was found in the article."""
    country: str | None = None
    """ISO 3166-1 alpha-2; empty: unknown."""
    date: str | None = None
    """ISO date or time, or two with a slash between them; empty: the article leaves it open."""
    main: bool | None = None
    text: str | None = None
    own_words: bool = False
    """The text may be in other words than the article's; it is then marked as an editor's."""
    sentences: tuple[int, ...] = ()
    """Numbers of sentences: those that a text in an editor's words rests on (without them, those of the text before), those that a new
    line is, or the one in which the words of a new date or quotation stand, where they stand in several."""

    @model_validator(mode="after")
    def _changes_something_there_is(self) -> Change:
        parts = {"speakers", "role", "name", "kind", "country", "date", "main", "text"}
        given = {part for part in parts if getattr(self, part) is not None}
        if strange := given - _PARTS[self.field]:
            raise ValueError(f"{self.field} has no {' and no '.join(sorted(strange))}")
        if self.add:
            self._can_be_added()
            return self
        if self.words is not None:
            raise ValueError("words are those of a new date or quotation: the words of one that is there stay")
        is_line = self.sentences and "text" in _PARTS[self.field]
        if not given and not self.drop and not is_line:
            raise ValueError(f"nothing of it is changed: give {', '.join(sorted(_PARTS[self.field]))}, or drop it")
        if given and self.drop:
            raise ValueError("what is taken off has no new values")
        if self.main is False:
            raise ValueError("another one is made the main one instead")
        if (self.item is None) != (self.field == "headline") or (self.drop and self.field == "headline"):
            raise ValueError("the headline has no number and stays; everything else has a number")
        return self

    def _can_be_added(self) -> None:
        if self.field == "headline":
            raise ValueError("a card has one headline: give it another text")
        if self.item is not None or self.drop:
            raise ValueError("what is added has no number yet and is not taken off")
        if not any(getattr(self, part) for part in _ADDED_BY[self.field]):
            raise ValueError(
                f"to add to {self.field} give its {' or its '.join(sorted(_ADDED_BY[self.field], reverse=True))}"
            )
        if self.words is not None and "words" not in _ADDED_BY[self.field]:
            raise ValueError("only a new date or quotation is given by its words")
        if self.field == "when" and len(self.words or ()) > 1:
            raise ValueError("a date is written in one run of words")


class RefusedError(GroundingError):
    """A correction that does not hold against the article."""

    def __init__(self, number: int, reason: str) -> None:
        """Say which of the changes it is, from 1, and why."""
        super().__init__(reason)
        self.number = number
