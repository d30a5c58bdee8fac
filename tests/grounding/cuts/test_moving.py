"""A claim whose source stands on the other side of what is said than in its sentence."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.grounding.cuts import Cut
from summarize.grounding.cuts.moving import moved_from


def moved(text: str, claim: str) -> str | None:
    """What a claim keeps of a text's first sentence, in the sentence's order; None if it is no cut of it."""
    findings = find(Article(id=article_id(text), source="x", language="en", text=text), None)
    cut = moved_from(claim, text, findings.sentences[0], findings.attributions)
    return " ".join(text[part.start : part.end] for part in cut.kept) if isinstance(cut, Cut) else None


@pytest.mark.parametrize(
    ("text", "claim", "holds"),
    [
        ("The old bridge closed, police said.", "The old bridge closed, police said.", True),
        ("The old bridge closed, police said.", "Police said the old bridge closed.", True),
        ("The old bridge closed, police said.", "Police said that the old bridge closed.", True),
        ("Police said the old bridge closed.", "The old bridge closed, police said.", True),
        ("Police said the old bridge closed.", "The old bridge, police said, closed in May.", False),
        ("Police denied that the old bridge closed.", "The old bridge closed, police denied that.", False),
        ("If it rains, police said, the old bridge closes.", "The old bridge closes if it rains.", False),
        ("Police never said the old bridge closed.", "The old bridge closed, police never said.", False),
    ],
)
def test_a_source_may_stand_on_either_side(text: str, claim: str, holds: bool) -> None:
    """Who says it may come first or last; what denies or bounds it may not be moved, and nothing may be added."""
    assert (moved(text, claim) is not None) is holds
