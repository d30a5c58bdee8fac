"""The check of claims on labelled lines: what counts as accepted, refused and open."""

from __future__ import annotations

from typing import Any

from summarize.evaluation.corpora.claims import outcomes, report
from summarize.evidence.syntax import Syntax

SENTENCES = ["The council closed the old bridge in Telborg.", "It will not reopen, the mayor said."]
PASSAGE: dict[str, Any] = {
    "published": "2026-03-04",
    "sentences": SENTENCES,
    "claims": [
        {"text": SENTENCES[0], "cites": [1], "label": "honest", "kind": "compress"},
        {"text": SENTENCES[0], "cites": [2], "label": "false", "kind": "negation"},
        {"text": "The council shut Telborg's old bridge.", "cites": [1], "label": "honest", "kind": "paraphrase"},
        {"text": "The council did not close the old bridge in Telborg.", "cites": [1], "label": "false", "kind": "negation"},
    ],
}  # fmt: skip


def test_a_claim_is_held_against_what_it_cites_alone(model: Syntax) -> None:
    """The same words stand on their own sentence and not on another."""
    found = list(outcomes(PASSAGE, model))
    assert [one.is_honest for one in found] == [True, False, True, False]
    assert found[0].checked.verdict == "stands"
    assert found[1].checked.verdict == "not shown"


def test_what_cannot_be_told_counts_as_accepted(model: Syntax) -> None:
    """The report counts every verdict, and false claims by kind."""
    shown = report(list(outcomes(PASSAGE, model)))
    assert "claims: 4 claims" in shown
    assert "1 stands" in shown
    assert "negation" in shown
    assert "of   2 refused" in shown


def test_articles_and_wrong_citations_are_read_too(model: Syntax) -> None:
    """A statement is held against the whole article; a wrong citation is a false claim."""
    article = {"set": "one", "article": " ".join(SENTENCES), "statements": [{"text": SENTENCES[0], "faithful": True}]}
    (whole,) = outcomes(article, model)
    assert (whole.group, whole.is_honest, whole.checked.verdict) == ("one", True, "stands")
    (wrong,) = outcomes({"evidence": [SENTENCES[1]], "text": "Wolves were seen near a farm."}, model)
    assert (wrong.is_honest, wrong.checked.verdict) == (False, "not shown")
