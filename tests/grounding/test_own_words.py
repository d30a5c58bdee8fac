"""What a text of an engine's own may rest on, and how long it may be."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftStatement
from summarize.grounding import own_words
from summarize.grounding.index import Index
from summarize.grounding.own_words import refused_form
from tests.grounding.articles import article

TEXT = " ".join(f"Pier {number} of the harbour closed." for number in range(1, 21)) + " Who closed it?"


def refused(text: str, *sentences: int, at_most: int = 400) -> str | None:
    """Why a drafted text that rests on some sentences cannot be one of a card."""
    made, findings = article(TEXT)
    return refused_form(DraftStatement(sentences=sentences, text=text), Index(made, findings), at_most=at_most)


@pytest.mark.parametrize(
    ("text", "sentences", "reason"),
    [
        ("All piers closed.", tuple(range(1, 13)), None),
        ("All piers closed.", tuple(range(1, 14)), "it rests on more than 12 sentences"),
        ("All piers closed.", (1, 22), "there is no sentence 22"),
        ("All piers closed.", (), "it rests on no sentence of the article"),
        ("It was closed.", (21,), "it rests on a question, which tells nothing"),
        ("It was closed.", (20, 21), None),
        ("x" * 400, (1,), None),
        ("x" * 401, (1,), "it is longer than 400 characters"),
        ("…", (1,), "it says nothing"),
        ("The **pier** closed.", (1,), "it holds a link or markup"),
        ("Pier 1 of the harbour closed.", (1,), None),
    ],
)
def test_forms(text: str, sentences: tuple[int, ...], reason: str | None) -> None:
    """The first fault of a text is told: of its references, then of what they say, then of the text itself."""
    assert refused(text, *sentences) == reason


def test_what_was_only_asked_is_not_told() -> None:
    """A text whose longer words stand together in a question and not in what else it cites says what was only asked; a word more, from the others, tells."""
    made, findings = article("The harbour closed on Monday. Has the mayor resigned over bribes?")
    index = Index(made, findings)
    texts = ("The mayor resigned over bribes.", "The harbour closed as the mayor resigned.", "The harbour closed.")
    faults = [refused_form(DraftStatement(sentences=(1, 2), text=text), index) for text in texts]
    assert faults == ["it rests on a question, which tells nothing", None, None]


def test_twelve_texts_are_judged() -> None:
    """Of the texts that have to be judged the first twelve are, each once; what is refused for its form or is the article's is not among them."""
    made, findings = article(TEXT)
    texts = [f"Somebody shut pier {number}." for number in range(1, 16)]
    drafted = ["Pier 1 of the harbour closed.", "…", texts[0], *texts]
    draft = Draft(what=tuple(DraftStatement(sentences=(1,), text=text) for text in drafted))
    assert [one.text for one in own_words(draft, made, findings)] == texts[:12]


def test_no_judge_is_asked_about_what_breaks_off() -> None:
    """A text that is the beginning of its sentence is refused whatever a judge says: it takes no place among those that are judged."""
    made, findings = article("The council closed the pier after an inspector found cracks. The mayor said no.")
    broken = DraftStatement(sentences=(1,), text="The council closed the pier after an inspector.")
    whole = DraftStatement(sentences=(1,), text="The pier is shut.")
    asked = own_words(Draft(headline=broken, what=(broken, whole)), made, findings)
    assert [words.text for words in asked] == ["The pier is shut."]
