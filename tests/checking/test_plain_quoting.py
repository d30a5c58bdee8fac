"""Quotations of claims about articles in other languages: altered, made up, or given to somebody else."""

import pytest

from summarize.article import Article, article_id
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


@pytest.mark.parametrize(("here", "there"), [("'", "'"), ("'", "’"), ("’", "'"), ("’", "’")])
@pytest.mark.parametrize("words", ["On n{}a pas l{}argent pour cela", "We don{}t have the councils{} money"])
def test_apostrophes_are_no_alteration(words: str, here: str, there: str) -> None:
    """Words with a straight or a typographic apostrophe are the same words, in a text that has either."""
    said, source = (words.format(mark, mark) for mark in (here, there))
    article = Article(id=article_id(source), source="x", language="fr", text=f"« {source} », a dit Anne Roy.")
    assert altered_plainly(f"« {said} », a dit Anne Roy.", article) is None
    assert altered_plainly(f"« {said} ici », a dit Anne Roy.", article) is not None


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
