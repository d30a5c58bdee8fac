"""Rules of sentences that call somebody by another name than the article does there. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize import Article, check
from summarize.article import article_id
from summarize.checking.check import Verdict
from summarize.evidence.syntax import Syntax

TEXT = """Hugh Marsh, a clerk of 43, appeared at Leeds Crown Court on Monday. The charge was read out by the usher. He pleaded not guilty to theft. Ann Lee, his sister, was there.

Lee denied both counts of fraud. She did not reply to messages.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Hugh Marsh pleaded not guilty to theft.", "stands"),
        ("Ann Lee denied both counts of fraud.", "stands"),
        ("Ann Lee did not reply to messages.", "stands"),
        ("Hugh Marsh pleaded guilty to theft.", "not shown"),
        ("Hugh Marsh did not reply to messages.", "cannot tell"),
        ("Hugh Marsh denied both counts of fraud.", "cannot tell"),
        ("Ann Lee pleaded not guilty to theft.", "cannot tell"),
    ],
)
def test_a_name_for_another_name_or_a_sure_pronoun(claim: str, verdict: Verdict, model: Syntax) -> None:
    """A sentence stands that has somebody's name where the article has another of his names or a pronoun that is sure; nobody else's name stands there."""
    article = Article(id=article_id(TEXT), source="-", text=TEXT, language="en", published="2026-11-12")
    (checked,) = check(claim, article, syntax=model)
    if verdict == "stands":
        assert checked.verdict == "stands"
        assert checked.evidence[0].text in {"Hugh Marsh", "Ann Lee"}
        assert all(TEXT[part.start : part.end] == part.text for part in checked.evidence)
    else:
        assert checked.verdict != "stands"


def test_whose_word_it_is_is_told(model: Syntax) -> None:
    """What stands so keeps whose word it is in the article."""
    article = Article(id=article_id(TEXT), source="-", text=TEXT, language="en", published="2026-11-12")
    (checked,) = check("Ann Lee denied both counts of fraud.", article, syntax=model)
    assert checked.attribution is not None
    assert checked.attribution.kind == "denied"
