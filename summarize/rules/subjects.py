"""What ladders decide on, and what they say of it."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Subject(Protocol):
    """What a ladder decides on."""

    @property
    def before(self) -> str:
        """The text before it, as far as rules look."""

    @property
    def after(self) -> str:
        """The text behind it, as far as rules look."""

    @property
    def words(self) -> str:
        """Its own text."""


class Passage(Struct, frozen=True):
    """The plainest subject: a stretch of text with what stands around it."""

    words: str
    before: str = ""
    after: str = ""


class Decision(Struct, frozen=True):
    """What a ladder says of a subject, and the id of the rule that says so."""

    verdict: str
    rule: str
