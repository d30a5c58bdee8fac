"""Quotations of claims about articles in other languages: altered, made up, or given to somebody else."""

import pytest

from summarize.article import Article
from summarize.checking.plain_quoting import altered_plainly, moved_plainly
from summarize.evidence.find import find

TEXT = (
    "„Dieses Gelände gehört den Bürgern“, sagte die Stadträtin Wiebke Janssen nach der Sitzung. "
    "Der Bürgermeister Harald Köster nannte die Entscheidung einen „teuren Fehler“. „Das wird ein Nachspiel haben“, drohte ein Händler."
)


def moved(claim: str) -> str | None:
    article = Article(text=TEXT, language="de", published="2026-11-24")
    return moved_plainly(claim, article, find(article))


@pytest.mark.parametrize(
    ("claim", "speaker"),
    [
        ("„Dieses Gelände gehört den Bürgern“, sagte Harald Köster.", "Wiebke Janssen"),
        ("„Dieses Gelände gehört den Bürgern“, sagte Köster.", "Wiebke Janssen"),
        ("Wiebke Janssen nannte die Entscheidung einen „teuren Fehler“.", "Harald Köster"),
    ],
)
def test_words_given_to_another_are_refused(claim: str, speaker: str) -> None:
    """A quotation that a claim gives to one person by name and the article to another by name contradicts the article."""
    assert (moved(claim) or "").endswith(f"to “{speaker}”")


@pytest.mark.parametrize(
    "claim",
    [
        "„Dieses Gelände gehört den Bürgern“, sagte Janssen.",
        "„Dieses Gelände gehört den Bürgern“, sagte sie.",
        "„Dieses Gelände gehört den Bürgern“, sagte die Fraktionschefin.",
        "Köster wies Janssens Satz zurück, „dieses Gelände gehört den Bürgern“.",
        "Janssen widersprach Köster: „Dieses Gelände gehört den Bürgern“.",
        "Der Bürgermeister sprach von einem „teuren Fehler“.",
        "„Das wird ein Nachspiel haben“, drohte Harald Köster.",
        "Köster ist gegen die Entscheidung.",
    ],
)
def test_a_speaker_who_may_be_the_same_is_not_refused(claim: str) -> None:
    """Pronouns, descriptions and claims that name the right one as well say nothing, nor do words of somebody whom the article does not name."""
    assert moved(claim) is None


def test_altered_words_are_refused() -> None:
    """Words in marks that the article has otherwise, or not at all, are refused with what it has; its own are not."""
    article = Article(text=TEXT, language="de", published="2026-11-24")
    assert altered_plainly("„Dieses Gelände gehört den Banken“, sagte Janssen.", article) == (
        "the article has “Dieses Gelände gehört den Bürgern”"
    )
    assert altered_plainly("„Wir geben niemals auf“, sagte Janssen.", article) == (
        "the article does not have the words “Wir geben niemals auf”"
    )
    assert altered_plainly("„Dieses Gelände gehört den Bürgern!“, sagte Janssen.", article) is None


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize("other", ["'", "’"])
def test_an_apostrophe_of_either_shape_alters_nothing(mark: str, other: str) -> None:
    """Words in marks are the article's own whichever of the two apostrophes it and the claim have."""
    text = f"« Nous n{mark}avons plus d{mark}argent », a déclaré la maire, Claire Aubry. La piscine ferme en mai."
    article = Article(text=text, language="fr", published="2026-11-24")
    assert altered_plainly(f"Selon Claire Aubry, « nous n{other}avons plus d{other}argent ».", article) is None
    assert altered_plainly(f"Selon Claire Aubry, « nous n{other}avons pas d{other}argent ».", article) is not None


@pytest.mark.parametrize(
    ("language", "text", "claim", "is_moved"),
    [
        (
            "pl",
            "„Nie mamy już na to pieniędzy” – powiedziała burmistrz Anna Kowalska. „To ciężki cios” – odpowiedział Piotr Nowak.",
            "Zdaniem {} „nie mamy już na to pieniędzy”.",
            {"Anny Kowalskiej": False},
        ),
        (
            "de",
            "„Wir haben kein Geld mehr dafür“, sagte Bürgermeisterin Greta Holm. „Das ist falsch“, sagte Bernd Neve.",
            "„Wir haben kein Geld mehr dafür“, {}.",
            {"zitierte Bernd Neve die Bürgermeisterin": False, "sagte Bernd Neve": True},
        ),
    ],
)
def test_a_speaker_is_known_in_any_case_and_by_title(
    language: str, text: str, claim: str, is_moved: dict[str, bool]
) -> None:
    """A name with another ending is still the name, and a title that stands before it means who bears it."""
    article = Article(text=text, language=language, published="2026-11-24")
    for words, expected in is_moved.items():
        assert (moved_plainly(claim.format(words), article, find(article)) is not None) is expected, words
