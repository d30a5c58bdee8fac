"""The answer a language model gives: numbers of findings, and the few texts that are its own."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarize.engines.model.form import Closed, Form, at_most


class Said(Closed):
    """A text of the model's own, and the sentences it rests on."""

    text: str
    sentences: tuple[int, ...] = at_most(4)


class Speaker(Closed):
    """A corrected speaker."""

    quotation: int
    participant: int


class Role(Closed):
    """A corrected role."""

    participant: int
    role: str


class Missed(Closed):
    """Something that the lists lack, by its words and the sentence they stand in."""

    kind: Literal["person", "organisation", "group", "place", "date", "quotation"]
    words: str
    sentence: int
    role: str
    participant: int


class Answer(Form):
    """Findings chosen by number, and a headline and one to three sentences of news."""

    headline: Said
    what: tuple[Said, ...] = at_most(3)
    who: tuple[int, ...] = at_most(8)
    date: int = Field(description="0: not listed")
    place: int = Field(description="0: not listed")
    background: tuple[int, ...] = at_most(3)
    speakers: tuple[Speaker, ...] = at_most(20)
    unsaid: tuple[int, ...] = at_most(10)
    claims: tuple[int, ...] = at_most(6)
    roles: tuple[Role, ...] = at_most(8)
    missed: tuple[Missed, ...] = at_most(12)
