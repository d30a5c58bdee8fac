"""Why a quotation has its speaker."""

from __future__ import annotations

from summarize.evidence.explaining import explain
from summarize.rendering.findings import reasons_text
from tests.evidence.passages import found

TEXT = "Hanna Osei met Tom Lindqvist on Monday. Osei was blunt. “We shall not sign,” she said."


def test_the_rules_of_a_speaker_and_of_its_pronoun() -> None:
    """The rule that gave the speaker comes first, those it beat with what they would have said, then those of the pronoun."""
    article, _ = found(TEXT)
    ((at, reasons),) = explain(article, "shall not sign")
    assert article.text[at.start : at.end] == "shall not sign"
    kind, speaker, pronoun = reasons
    assert (kind.about, kind.verdict) == ("kind", "speech")
    assert (speaker.about, speaker.rule, speaker.verdict) == (
        "speaker",
        "a name and a verb behind it",
        "Hanna Osei (“she”)",
    )
    assert ("the sentence before", "Hanna Osei (“Osei”)") in {(one.rule, one.verdict) for one in speaker.beat}
    assert (pronoun.about, pronoun.rule) == ("“she”", "the last subject, here or one sentence before")
    assert "by the rule “a name and a verb behind it”" in reasons_text(article, [(at, reasons)])


def test_an_open_speaker_has_no_rule() -> None:
    """A quotation that no rule gives to anybody says so; words outside quotations are not explained."""
    article, _ = found("The wall has carried the same words for years: “Nobody owns the sea and nobody ever will.”")
    ((_, (_, reason)),) = explain(article, "owns the sea")
    assert (reason.rule, reason.verdict, reason.beat) == (None, "", ())
    assert list(explain(article, "The wall")) == []


def test_why_words_in_marks_are_no_quotation() -> None:
    """A nickname in quotation marks is nobody's words, by the rule that says so; a quotation is one by another."""
    article, _ = found("The old hall, nicknamed the so-called “Toaster”, burned. “It went fast,” said Ann Lee.")
    ((_, (nickname, *_)),) = explain(article, "Toaster")
    assert (nickname.about, nickname.verdict) == ("kind", "words")
    assert nickname.rule is not None
    ((_, (speech, *_)),) = explain(article, "It went fast")
    assert speech.verdict == "speech"
