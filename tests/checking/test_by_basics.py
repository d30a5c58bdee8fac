"""Rules of what the basics of a language refuse, on pairs that were labelled before the rules were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.article import Article
from summarize.checking.check import check
from tests.corpora.statements import is_refused, passages

CLAIMS = Path("evals/claims")
PAIRS = passages(CLAIMS / "languages.yaml")
LANGUAGES = pytest.mark.parametrize("language", PAIRS)
NOT_SEEN = {("de", "condition")}
"""What gets by, so that nobody believes it is caught: "streikt" beside "droht mit einem Streik, falls"."""


@LANGUAGES
def test_untrue_is_refused(language: str) -> None:
    """A number, day, name or graver deed that the evidence lacks, a denial turned round, doubt dropped and a plan told as done are refused."""
    for pair in PAIRS[language]:
        by = {kind for kind, claim in pair["untrue"].items() if not is_refused(pair["evidence"], claim, language)}
        assert {(language, kind) for kind in by} <= NOT_SEEN


@LANGUAGES
def test_honest_is_not(language: str) -> None:
    """The same said otherwise is left to the judge."""
    for pair in PAIRS[language]:
        assert [claim for claim in pair["honest"] if is_refused(pair["evidence"], claim, language)] == []


def test_check_tells_what_the_basics_tell() -> None:
    """`check` reads a German claim closely enough to see a denial, and cannot tell an honest one."""
    article = Article(text="Der Hafen bleibt bis Donnerstag gesperrt, sagte die Polizei.", language="de")
    wrong, honest = (
        check(claim, article)[0]
        for claim in ("Der Hafen bleibt nicht gesperrt.", "Gesperrt ist der Hafen bis Donnerstag.")
    )
    assert (wrong.verdict, wrong.reason) == ("not shown", "it denies what its evidence says")
    assert honest.verdict == "cannot tell"
    assert wrong.evidence


def test_check_compares_figures_in_any_language() -> None:
    """A figure that the sentence nearest to a claim does not have is not shown, in a language with basics and in one without."""
    for language, text, claim in (
        ("es", "Los bomberos evacuaron a 800 vecinos de la presa.", "Evacuaron a 930 vecinos de la presa."),
        ("da", "Brandvæsenet evakuerede 800 beboere ved dæmningen.", "Man evakuerede 930 beboere ved dæmningen."),
    ):
        (found,) = check(claim, Article(text=text, language=language))
        assert (found.verdict, found.reason) == ("not shown", "the figure 930 is not in its evidence")


COMPARED = passages(CLAIMS / "languages_compared.yaml")
GETS_BY = {
    ("de", "swapped"),  # the clause of the other's deed shares fewer words
    ("de", "condition"),
    ("es", "denial"),  # "varios pasajeros" beside "nadie": the nearer clause is the other one
    ("fr", "denial"),
    ("fr", "swapped"),
}
"""What gets by, so that nobody believes it is caught."""


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_as_many_are_refused_as_in_english(language: str) -> None:
    """Of the same statements as many untrue ones are refused as by the rules of English, and none that is true; what gets by is known."""
    refused = {
        each: sum(
            is_refused(pair["evidence"], claim, each) for pair in COMPARED[each] for claim in pair["untrue"].values()
        )
        for each in ("en", language)
    }
    assert refused[language] >= refused["en"]
    by = {
        kind
        for pair in COMPARED[language]
        for kind, claim in pair["untrue"].items()
        if not is_refused(pair["evidence"], claim, language)
    }
    assert {(language, kind) for kind in by} == {each for each in GETS_BY if each[0] == language}
    honest = [claim for pair in COMPARED[language] for claim in pair["honest"]]
    evidence = {claim: pair["evidence"] for pair in COMPARED[language] for claim in pair["honest"]}
    assert [claim for claim in honest if is_refused(evidence[claim], claim, language)] == []


MORE = passages(CLAIMS / "languages_compared_more.yaml")
"""As `COMPARED`, without a list of what gets by: a third of it was not looked at."""


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_more_are_refused_than_in_english(language: str) -> None:
    """Of the further passages that were in view more untrue statements are refused than by the rules of English, and none that is true."""
    seen = {each: [pair for pair in MORE[each] if not pair.get("unseen")] for each in ("en", language)}
    refused = {
        each: sum(is_refused(pair["evidence"], claim, each) for pair in pairs for claim in pair["untrue"].values())
        for each, pairs in seen.items()
    }
    assert refused[language] >= refused["en"] + 5
    honest = [(pair["evidence"], claim) for pair in MORE[language] for claim in pair["honest"]]
    assert [claim for evidence, claim in honest if is_refused(evidence, claim, language)] == []


@pytest.mark.parametrize(
    ("language", "evidence", "claim"),
    [
        ("fr", "Apparemment, un court-circuit a causé le feu.", "Un court-circuit a causé le feu."),
        (
            "de",
            "Die Firma bestreitet, Gift in den Fluss geleitet zu haben.",
            "Die Firma hat Gift in den Fluss geleitet.",
        ),
        ("de", "Der Verband kündigte an, er werde Klage einreichen.", "Der Verband hat Klage eingereicht."),
        ("de", "Der Rat streicht die Hälfte der Stellen.", "Der Rat streicht ein Viertel der Stellen."),
        ("de", "Der Rat gibt 60 Millionen Euro für Schulen aus.", "Der Rat gibt 60.000 Euro für Schulen aus."),
    ],
)
def test_kinds_of_untrue_statements(language: str, evidence: str, claim: str) -> None:
    """Doubt in a part of its own, what is denied without "that", a plan, another share, thousands for millions: each is refused."""
    assert is_refused(evidence, claim, language)
    assert not is_refused(evidence, evidence, language)
