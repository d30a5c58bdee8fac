"""Rules of who says something and is told by where he is from, or by whose he is. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.meant import found, speaker_of

SOURCES = [
    ("Leeds-based pottery group Marl Holdings said on Monday it would close.", "Marl Holdings"),
    ("A Nairobi-based aid worker said the camp was full.", "A Nairobi-based aid worker"),
    ("Oslo-based shipping firm Nordvik denied it had sold two ships.", "Nordvik"),
    ("The head of Berlin startup Merkato denied the report.", "the head of Berlin startup Merkato"),
    (
        "BERLIN, May 4 - The head of Berlin mapping startup Merkato denied the report.",
        "the head of Berlin mapping startup Merkato",
    ),
    ("Berlin startup Merkato denied the report.", "Merkato"),
    ("London said on Monday it had expelled two diplomats.", "London"),
    ("London-born Tom Roe said he was happy.", "Tom Roe"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_where_a_source_is_from_is_not_the_source(syntax: Syntax | None, text: str, source: str) -> None:
    """A place before "-based" says nothing, and a firm not what its head says; a place alone may speak for its government."""
    assert [one.source for one in found(text, syntax).attributions] == [source]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is full,” said Paris-based singer Tom Roe.", "Tom Roe"),
        ("“It is full,” said a Nairobi-based aid worker.", "a Nairobi-based aid worker"),
        ("The head of Berlin startup Merkato said it was “full”.", "the head of Berlin startup Merkato"),
        ("“It is full,” said London on Monday.", "London"),
    ],
)
def test_where_a_speaker_is_from_does_not_speak(syntax: Syntax | None, text: str, speaker: str) -> None:
    """The same of quoted words."""
    assert speaker_of(text, syntax) == speaker
