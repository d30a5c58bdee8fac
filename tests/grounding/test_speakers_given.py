"""The speaker that an engine gives for a quotation, against what the article says of it."""

from __future__ import annotations

import pytest

from summarize.grounding.index import Index
from summarize.grounding.speakers import Speaker, corrected
from summarize.grounding.speech import _paragraph_end, _paragraph_start
from tests.grounding.articles import article, number_of

MET = "Ann Lee met {} in Leeds. “We go,” "
FAR = "It was cold in the old hall of the town that winter and nobody came to it. "


def given(text: str, name: str, *, as_number: bool = False) -> str | None:
    """The name that then stands on the card, or why none does; None where nothing changes."""
    index = Index(*article(text))
    quotation = index.findings.quotations[0]
    number = number_of(text, name) if as_number else None
    found = Speaker(quotation.speaker, quotation.participant)
    result = corrected(index, quotation, found, number, None if as_number else name)
    return f"= {result.name}" if isinstance(result, Speaker) else result


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (MET.format("Bob Roe") + "she said.", "Bob Roe", "“she” is not Bob Roe"),
        (MET.format("Bob Roe") + "she said.", "Ann Lee", None),
        (MET.format("Eva Roe") + "she said.", "Eva Roe", "= Eva Roe"),
        ("Ann Lee came. Eva Roe left. “We go,” she said.", "Ann Lee", "Eva Roe is named nearer to the words"),
        (MET.format("Bob Roe") + "said Bob Roe.", "Ann Lee", "the article names Bob Roe beside the words"),
        (MET.format("Bob Roe") + "the mayor said.", "Ann Lee", "= Ann Lee"),
        (MET.format("Bob Roe") + "the mayor said.", "Bob Roe", "= Bob Roe"),
        (MET.format("Bob Roe") + "another man said.", "Bob Roe", "“another man” is somebody not named before"),
        ("Bob Roe told Ann Lee: “We go.”", "Ann Lee", "the article names Bob Roe beside the words"),
        ("Bob Roe told Ann Lee: “We go.”", "Bob Roe", None),
    ],
)
def test_participants(text: str, name: str, expected: str | None) -> None:
    """Nobody speaks whom the words beside the quotation rule out: another name, the other gender, somebody nearer or not named before."""
    assert given(text, name, as_number=True) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ann Lee left Leeds. “We go,” the mayor said.", "Leeds", "it is a place"),
        ("Ann Lee left. “We go,” it was said.", "the mayor", "the name does not stand in the article"),
        (
            f"The mayor stayed. {FAR}“We go,” it was said.",
            "the mayor",
            "the description does not stand beside the words",
        ),
        ("Ann Lee left. “We go,” the mayor said.", "the mayor", None),
        ("Ann Lee left. “We go,” the mayor said.", "He", "it names nobody"),
        ("Ann Lee left. “We go to Roe Hall,” the mayor said.", "Roe Hall", "the name stands in somebody's words alone"),
        ("Ann Lee left. “We go,” the mayor said.", "Zed Nil", "the name does not stand in the article"),
        ("Ann Lee left. “We go,” it was said.", "Ann  Lee", "= Ann Lee"),
        ("Ann Lee left. “We go,” it was said.", "", None),
        ("Ann Lee left. They told Zed Nil: “We go.”", "Zed Nil", "the words are addressed to Zed Nil"),
        ("Ann Lee left. Zed Nil was there. “We go,” it was said.", "Zed Nil", "= Zed Nil"),
        (f"Zed Nil was there. {FAR * 5}“We go,” it was said.", "Zed Nil", "the name does not stand near the words"),
    ],
)
def test_names(text: str, name: str, expected: str | None) -> None:
    """A name stands near the words and outside of them, is no place and is not spoken to; a description stands beside them."""
    assert given(text, name) == expected


def test_there_is_no_such_participant() -> None:
    """A number that is no participant's is refused."""
    text = "Ann Lee left. “We go,” the mayor said."
    index = Index(*article(text))
    words = index.findings.quotations[0]
    for number in (0, len(index.findings.participants) + 1):
        assert corrected(index, words, Speaker(None, None), number, None) == f"there is no participant {number}"


def test_paragraphs() -> None:
    """The first and the last sentence of its paragraph bound each sentence."""
    text = "It rained. It snowed. It hailed.\n\nIt froze.\n\nIt thawed. It dried."
    index = Index(*article(text))
    bounds = [(_paragraph_start(index, one), _paragraph_end(index, one)) for one in index.findings.sentences]
    first, second, third = (text.index(words) for words in ("It rained", "It froze", "It thawed"))
    assert bounds == [(first, second - 2)] * 3 + [(second, third - 2)] + [(third, len(text))] * 2
