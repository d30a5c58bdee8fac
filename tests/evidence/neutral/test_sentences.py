"""Where a sentence ends in languages without rules of their own."""

from __future__ import annotations

import pytest

from summarize.evidence.neutral.sentences import split_neutral

# Sentences are parted by "|".
CASES = [
    ("de", "Das sagte Prof. Ana Perl.|Sie ging."),
    ("de", "Es kostet 3 Mrd. Euro.|Das ist viel."),
    ("es", "Lo dijo la Sra. Ruiz.|Se fue."),
    ("es", "Vive en la Av. Colón.|Es tarde."),
    ("fr", "Selon Mme. Roux, il pleut.|Elle part."),
    ("fr", "Il habite au 3 Boul. Voltaire.|Il pleut."),
    ("it", "Lo disse il Sig. Rossi.|Piove."),
    ("pt", "Disse a Sra. Lima.|Chove."),
    ("nl", "Dat zei Mevr. Jansen.|Zij ging."),
    ("pl", "Mieszka przy Ul. Długiej.|Pada."),
    ("ru", "Так сказал Проф. Орлов.|Он ушел."),
    ("uk", "Так сказав Проф. Коваль.|Він пішов."),
    ("sv", "Det sade Prof. Anna Berg.|Hon gick."),
    ("sv", "Det regnade Kl. Tio.|Hon gick."),
    ("da", "Det sagde Prof. Anna Berg.|Hun gik."),
    ("da", "Det varede Ca. Ti minutter.|Hun gik."),
    ("tr", "Bunu Prof. Ayşe Kaya söyledi.|Gitti."),
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_the_stop_of_a_short_form_ends_no_sentence(language: str, case: str) -> None:
    """A short form of its language keeps its stop, also where a capital stands behind it."""
    text = case.replace("|", " ")
    assert [text[start:end] for start, end in split_neutral(text, 0, len(text), language)] == case.split("|")


def test_a_short_form_is_one_in_its_own_language() -> None:
    """What is a short form in one language is a word that may end a sentence in another."""
    text = "Det var i Ca. Anna gick."
    assert len(split_neutral(text, 0, len(text), "sv")) == 1
    assert len(split_neutral(text, 0, len(text), "pl")) == 2
