"""Head nouns behind a determiner."""

from __future__ import annotations

import re

import pytest

from summarize.evidence.heads import head_end, noun_ends

NOUNS = frozenset({"official", "secretary-general", "spokesman", "council"})
AGED = re.compile(r"\d{1,3}-year-old")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("official said", "official"),
        ("one two three four five official", "one two three four five official"),
        ("one two three four five six official", None),
        ("Official, who", "Official"),
        ("34-year-old man", "34-year-old"),
        ("UN secretary-general said", "UN secretary-general"),
        ("official’s house", None),
        ("official-looking man", None),
        ("man, the official", None),
    ],
)
def test_head(text: str, head: str | None) -> None:
    """The first noun within five words ends the description; a possessive, a compound or a mark between is none."""
    end = head_end(text, 0, len(text), NOUNS, AGED)
    assert (text[:end] if end is not None else None) == head


def test_head_reads_no_further_than_asked() -> None:
    """A noun that reaches over the end is none."""
    assert head_end("the official", 4, 12, NOUNS, AGED) == 12
    assert head_end("the official", 4, 11, NOUNS, AGED) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("council spokesman said", ["council", "council spokesman"]),
        ("one two council", ["one two council"]),
        ("one two three council", []),
        ("spokesman-for-hire", ["spokesman"]),
        ("council's house", ["council"]),
        ("Council house", []),
        ("one, council", []),
    ],
)
def test_noun_ends(text: str, ends: list[str]) -> None:
    """Every noun among the next words, as it is written, in order, at most two words further on."""
    assert [text[:end] for end in noun_ends(text, 0, len(text), 2, NOUNS)] == ends
