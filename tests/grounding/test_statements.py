"""Rules of statements in an engine's own words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.grounding.index import Index
from summarize.grounding.statements.basis import Basis
from summarize.grounding.statements.check import check
from tests.evidence.texts import TEXTS
from tests.grounding.pairs import PAIRS

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


@pytest.mark.parametrize(("evidence", "text", "verdict"), PAIRS)
def test_a_statement_says_what_its_evidence_says(evidence: str, text: str, verdict: str) -> None:
    """Figures, dates, names, denials, doubts, plans and roles of a statement are those of its evidence, in other words if need be."""
    support, reason = check(text, [evidence])
    if verdict in {"verbatim", "supported", "partial"}:
        assert (support, reason) == (verdict, "")
    else:
        assert support is None, support
        assert verdict in reason


def _basis(text: str, language: str | None = "en") -> Basis:
    """What a statement on the first sentence of a text may rest on."""
    article = Article(
        id=article_id(text), source="-", text=text, language=language, published="2026-01-10", published_from="option"
    )
    return Index(article, find(article, None)).basis((1,))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The pier closed on 9 January 2026.", "supported"),
        ("The pier closed in January.", "supported"),
        ("The pier closed this week.", "supported"),
        ("The pier closed on Thursday.", "date"),
        ("The pier closed on 8 January 2026.", "date"),
        ("The pier closed last month.", "date"),
    ],
)
def test_a_date_may_be_the_resolved_value_of_its_evidences(text: str, verdict: str) -> None:
    """A "Friday" in the evidence bears out the day and month that it was resolved to, and no other."""
    support, reason = check(text, _basis("The pier closed on Friday."))
    assert verdict in (support or reason)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Hanna Osei sold the pier.", "supported"),
        ("Tom Lindqvist sold the pier to Osei.", "partial"),
        ("Tom Osei sold the pier.", "names nobody"),
        ("Ana Ruiz sold the pier.", "the name Ana"),
    ],
)
def test_a_name_is_its_evidences_or_the_articles(text: str, verdict: str) -> None:
    """The full name of somebody mentioned there stands; a name from elsewhere in the article makes it partial; others are refused."""
    basis = _basis(
        "Osei sold the pier. Hanna Osei, the treasurer, and Tom Lindqvist were there. “No,” said Tom Lindqvist."
    )
    support, reason = check(text, basis)
    assert verdict in (support or reason)


@pytest.mark.parametrize(
    ("language", "evidence", "text", "support"),
    [
        (
            "de",
            "Der Rat der Stadt hat die alte Brücke am Montag gesperrt.",
            "Die Stadt sperrte die Brücke am Montag.",
            True,
        ),
        (
            "de",
            "Der Rat der Stadt hat die alte Brücke gesperrt.",
            "Der Bürgermeister eröffnete ein neues Museum.",
            False,
        ),
        ("fr", "Le conseil a fermé le vieux pont pour 14 jours.", "Le vieux pont est fermé pour 14 jours.", True),
        ("fr", "Le conseil a fermé le vieux pont pour 14 jours.", "Le vieux pont est fermé pour 15 jours.", False),
        ("ja", "市議会は月曜日に古い橋を14日間閉鎖した。", "古い橋を14日間閉鎖した。", True),
        ("ja", "市議会は月曜日に古い橋を14日間閉鎖した。", "大統領は新しい空港を開いた。", False),
        ("ru", "Городской совет закрыл старый мост на 14 дней.", "Совет закрыл мост на 14 дней.", True),
    ],
)
def test_other_languages_are_compared_by_their_own_stems(
    language: str, evidence: str, text: str, support: bool
) -> None:
    """Nouns with capitals are no names where a language writes them so, and scripts without spaces are compared by pairs of characters."""
    assert (check(text, _basis(evidence, language))[0] is not None) is support


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Der Rat verkaufte am 9. Januar 2026 den alten Pier in Leeds für 40 Millionen Pfund.", "partial"),
        ("Le conseil de Kestrel a vendu le vieux quai de Leeds pour 40 millions de livres.", "partial"),
        ("Le conseil a vendu le quai pour 41 millions de livres.", "figure"),
        ("Le conseil a vendu le quai pour 40 milliards de livres.", "figure"),
        ("Le conseil a vendu le quai en 2025.", "figure"),
        ("Le maire, Tom Lindqvist, a vendu le quai.", "name Tom Lindqvist"),
        ("Le conseil a vendu le quai de Paris.", "name Paris"),
        ("Le conseil a vendu « le quai ».", "quotation marks"),
        ("Le conseil a vendu le quai : https://evil.example", "link"),
        ("Le conseil a vendu {{ le }} quai.", "template"),
    ],
)
def test_a_translation_is_checked_by_what_crosses_languages(text: str, verdict: str) -> None:
    """Of a text in another language figures, names, marks and links are checked, and it is never more than partly supported."""
    basis = _basis("The board of Kestrel Energy sold the old pier in Leeds for 40 million pounds on Friday.")
    support, reason = check(text, basis, translated=True)
    assert verdict in (support or reason)


@pytest.mark.parametrize(
    "hostile",
    [
        "'" * 5000,
        "“" * 5000,
        "1," * 5000,
        "1" * 9000,
        "a.b." * 2500,
        "not " * 2500,
        "A B " * 2500,
        "<" * 9000,
        "will " * 2000,
        "\u0301" * 9000,
        "¹ ½ ① ٣ 五",
    ],
)
def test_a_hostile_text_is_checked_in_linear_time(hostile: str) -> None:
    """Neither a text nor evidence of one thing over and over takes long, and the answer comes with a reason."""
    started = time.process_time()
    for text, evidence in ((hostile, SOURCE), (SOURCE, hostile), (hostile, hostile + "x")):
        for translated in (False, True):
            support, reason = check(text, [evidence], translated=translated)
            assert (support is None) == bool(reason)
    assert time.process_time() - started < 3
