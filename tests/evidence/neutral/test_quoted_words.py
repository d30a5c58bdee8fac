"""From how many words on a quotation in another language is somebody's, and whom a label before it names."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from tests.evidence.details import article_of


def only(text: str, language: str = "de") -> tuple[str, str | None]:
    """Kind and speaker of the only quotation."""
    (quotation,) = find(article_of(text, language)).quotations
    return quotation.kind, quotation.speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Es regnete. Wer da „eins zwei drei vier fünf“ las, ging.", "words"),
        ("Es regnete. Wer da „eins zwei drei vier fünf sechs“ las, ging.", "speech"),
        ("Es regnete. Da stand „Eins zwei.“ an der Wand.", "words"),
        ("Es regnete. Da stand „Eins zwei drei.“ an der Wand.", "speech"),
        ("Es regnete. Da stand „eins zwei“, was keiner las.", "words"),
        ("Es regnete. Da stand „eins zwei drei“, was keiner las.", "speech"),
        ("Es regnete. Da stand: „eins zwei“ und mehr.", "words"),
        ("Es regnete. Da stand: „eins zwei drei“ und mehr.", "speech"),
        ("Es regnete. Da stand „eins zwei drei vier“ – und mehr.", "words"),
        ("Es regnete. Da stand „eins zwei drei vier fünf“ – und mehr.", "speech"),
    ],
)
def test_how_many_words(text: str, kind: str) -> None:
    """Six words are speech; three where a stop, a comma or a colon shows it, five before a dash; fewer are a term."""
    assert only(text) == (kind, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gestern sprach Ana Perl im Rat.\n\nAna Perl: „Wir gehen.“", "Ana Perl"),
        ("Gestern sprach Ana von Perl im Rat.\n\nAna von Perl: „Wir gehen weit fort.“", "Ana von Perl"),
        ("Gestern sprach Ana im Rat.\n\nAna: „Wir gehen weit fort.“", None),
        ("Gestern sprach Ana Perl im Rat.\n\nAna perl: „Wir gehen weit fort.“", None),
    ],
)
def test_labels(text: str, speaker: str | None) -> None:
    """A full name before a colon speaks, with what stands in it in small letters; one word alone, and one without its capital, do not."""
    assert only(text) == ("speech", speaker)


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Ana Perl kritisierte den Plan. ", "Ana Perl"),
        ("Das sagte Ana Perl. ", "Ana Perl"),
        ("Ana Perl kritisierte den Plan.\n\n", None),
        ("Das sagte Ana Perl.\n\n", None),
        ("Ana Perl kritisierte den Plan. Da stand ", None),
        ("Das sagte Ana Perl. Oft ", None),
    ],
)
def test_whose_speech_the_sentence_before_reports(before: str, speaker: str | None) -> None:
    """A sentence of the same paragraph that reports somebody's speech gives the speaker of a quotation that is a sentence of its own behind it."""
    assert only(f"Gestern sprach Ana Perl im Rat. {before}„Wir gehen alle weit fort.“") == ("speech", speaker)
