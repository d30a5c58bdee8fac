"""Words that the findings did not take for a quotation: where they stand, and what marks them as somebody's."""

from __future__ import annotations

import pytest

from summarize.article import Span
from summarize.grounding.index import Index
from summarize.grounding.speech import find_spoken_words, is_marked
from tests.grounding.articles import article

OLD = "the good old pier"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (f"— {OLD} is ours.", True),
        (f"It rained.\n\n— {OLD} is ours.", True),
        (f"It rained. — {OLD} is ours.", True),
        (f"Ann Lee asked this:  – {OLD} is ours.", True),
        (f"It rained — {OLD} is ours.", False),
        (f"It rained  — {OLD} is ours.", False),
        (f"It rained   — {OLD} is ours.", False),
        (f"Ann Lee: {OLD} is ours.", True),
        (f"Ann Lee : {OLD} is ours.", True),
        (f"Ann Lee of the club: {OLD} is ours.", False),
        (f"Ann Lee, {OLD} is ours.", False),
        (f"“{OLD}” is ours.", True),
        (f"Ann Lee had “{OLD}”", True),
        (f"“I’m at {OLD} in Oslo, isn’t it” he said.", True),
        (f"‘{OLD}’ is ours.", True),
        (f"Ann Lee had “{OLD} in Oslo.", False),
        (f"Ann Lee had {OLD}” in Oslo.", False),
        (f"Ann Lee had “it” and {OLD}” in Oslo.", False),
        (f"Ann Lee had “{OLD} and “it” in Oslo.", False),
        (f"Ann Lee had “{OLD}’ in Oslo.", False),
        (f"Ann Lee had “it.\n\nShe sold {OLD}” in Oslo.", False),
        (f"Ann Lee had “{OLD} in Oslo.\n\nShe sold it” in Oslo.", False),
        (f"Ann Lee had “it. She sold {OLD}. It fell” in Oslo.", True),
    ],
)
def test_what_marks_words_as_speech(text: str, marked: bool) -> None:
    """A dash that begins a line or a sentence, a name with a colon, or a pair of marks around them in their paragraph."""
    index = Index(*article(text))
    at = text.index(OLD)
    sentence = index.sentence(index.sentence_at(at))
    assert sentence is not None
    assert is_marked(index, Span(start=at, end=at + len(OLD)), sentence) is marked


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("We go now, and it rains.", "We go now", 0),
        ("We go now, and it rains.", "go now", "it is too short for a quotation"),
        ("It rains. We go now.", "— “We go now.” ", 10),
        ("It rains.\n\nWe go now.", "We go now.", "the words do not stand in sentence 1"),
        ("他说我们要走了。", "我们要走了", "it is too short for a quotation"),
        ("他说我们都要走了。", "我们都要走了", 2),
    ],
)
def test_where_words_stand(text: str, words: str, found: int | str) -> None:
    """To the letter in the paragraph, from their sentence on; three words at least, or six letters of a script without spaces."""
    index = Index(*article(text))
    sentence = index.sentence(1)
    assert sentence is not None
    span = find_spoken_words(index, words, sentence)
    assert (span.start if isinstance(span, Span) else span) == found
