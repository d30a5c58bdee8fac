"""Rules of statements in an engine's own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.grounding.statements import check
from tests.evidence.texts import TEXTS

SOURCE = "The board of Kestrel Energy sold the old pier in Leeds for 40 million pounds, its treasurer said on Monday."


@pytest.mark.parametrize(
    "text",
    [
        SOURCE,
        "sold the old pier in Leeds",
        "The board of Kestrel Energy sold the old pier.",
        "The board of\nKestrel  Energy",
    ],
)
def test_the_articles_own_words_are_verbatim(text: str) -> None:
    """Words that stand in the evidence as they are count as verbatim, whatever the white space and final stop."""
    assert check(text, [SOURCE]) == ("verbatim", "")


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Energy sold the pier.",
        "Kestrel Energy sold the pier in Leeds for 40 million pounds.",
        "The treasurer said the board sold the pier.",
    ],
)
def test_a_statement_of_the_same_words_is_supported(text: str) -> None:
    """A statement that says no more than its evidence is supported."""
    assert check(text, [SOURCE])[0] == "supported"


def test_a_statement_with_some_words_of_its_own_is_partial() -> None:
    """A statement most of whose words stand in its evidence is supported in part."""
    assert check("Kestrel Energy sold its ageing pier in Leeds.", [SOURCE])[0] == "partial"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kestrel Energy sold the pier for 41 million pounds.", "figure 41"),
        ("Kestrel Energy sold the pier for 40.5 million pounds.", "figure 40.5"),
        ("Kestrel Energy sold the pier in 2024.", "figure 2024"),
        ("Kestrel Energy sold the pier to Ravenna Holdings.", "name Ravenna"),
        ("Kestrel Energy sold the pier in Paris.", "name Paris"),
        ("Kestrel Energy never sold the pier.", "denies"),
        ("The board of Kestrel Energy did not sell the pier.", "denies"),
        ("The board refused to say why it sold the pier.", "denies"),
        ("The board said: “We sold the pier.”", "quotation marks"),
        ('The board "sold" the pier.', "quotation marks"),
        ("The board sold the pier. https://evil.example", "link"),
        ("The board sold the [pier](evil).", "link"),
        ("The board sold the ![pier](evil).", "link"),
        ("The board sold the <b>pier</b>.", "link"),
        ("The fishermen mourned their drowned brothers quietly.", "does not say so"),
        ("Ravenna sold the old pier in Leeds.", "Ravenna"),
        ("Osei, its treasurer, sold the old pier in Leeds.", "Osei"),
    ],
)
def test_what_the_evidence_does_not_hold_is_refused(text: str, reason: str) -> None:
    """An invented figure, name, negation, quotation mark, link or fact is refused, and the reason says which."""
    support, why = check(text, [SOURCE])
    assert support is None
    assert reason in why


@pytest.mark.parametrize(
    "source", ["The board has not sold the old pier in Leeds, it said.", "The board never sold the old pier in Leeds."]
)
def test_a_dropped_negation_is_not_support(source: str) -> None:
    """Evidence that denies a thing does not support a statement that asserts it."""
    support, _ = check("The board sold the old pier.", [source])
    assert support != "supported"


@pytest.mark.parametrize("evidence", [[], ["A different sentence altogether about ships."]])
def test_evidence_is_required(evidence: list[str]) -> None:
    """Without evidence that says so, no statement stands."""
    support, reason = check("The board sold the pier.", evidence)
    assert support is None
    assert reason


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=2))
def test_any_statement_is_supported_or_refused_with_a_reason(text: str, evidence: list[str]) -> None:
    """For any words, a statement either has support or a reason why not."""
    support, reason = check(text, evidence)
    assert (support is None) == bool(reason)
    assert support is None or evidence
