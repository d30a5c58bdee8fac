from __future__ import annotations

import pytest

from summarize.article import Evidence
from summarize.card import FIELDS, SaidBy, Statement
from summarize.findings import AttributionKind
from summarize.rendering import words

from . import cards


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-11-26", None, "26 November 2025"),
        ("2025-11-26", "2025-11-26", "26 November 2025"),
        ("2025-11-26", "2025-11-28", "26–28 November 2025"),
        ("2025-12-04", "2025-12-05", "4–5 December 2025"),
        ("2025-11-30", "2025-12-02", "30 November – 2 December 2025"),
        ("2025-11-04", "2025-12-04", "4 November – 4 December 2025"),
        ("2025-12-31", "2026-01-02", "31 December 2025 – 2 January 2026"),
        ("2025-11", None, "November 2025"),
        ("2025-10", "2025-11", "October–November 2025"),
        ("2025-12", "2026-01", "December 2025 – January 2026"),
        ("2025-Q3", None, "Q3 2025"),
        ("2025-Q1", "2025-Q3", "Q1–Q3 2025"),
        ("2021", None, "2021"),
        ("2019", "2021", "2019–2021"),
        ("2025-11-26T14:30", None, "26 November 2025, 14:30"),
        ("2025-11-26T14:30:00Z", None, "26 November 2025, 14:30 UTC"),
        ("2025-11-26T14:30+05:30", None, "26 November 2025, 14:30 (UTC+05:30)"),
        ("2025-11-26T14:30", "2025-11-26T16:00", "26 November 2025, 14:30–16:00"),
        ("2025-11-26T22:30", "2025-11-27T01:00", "26 November 2025, 22:30 – 27 November 2025, 01:00"),
        (None, None, "unresolved"),
        ("2025-13", None, "2025-13"),
        ("2025-11", "soon", "2025-11 – soon"),
    ],
)
def test_date(start: str | None, end: str | None, expected: str) -> None:
    """A date reads as a person writes it, a range repeats nothing, and what is not ISO stays as it is."""
    assert words.date(start, end) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 mentions"), (1, "1 mention"), (2, "2 mentions"), (1204, "1,204 mentions")]
)
def test_counted(number: int, expected: str) -> None:
    """One is singular, everything else plural."""
    assert words.counted(number, "mention") == expected


@pytest.mark.parametrize(
    ("names", "expected"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_listed(names: tuple[str, ...], expected: str) -> None:
    """Names are listed as in a sentence."""
    assert words.listed(names) == expected


def test_no_publication_date() -> None:
    """A card without a publication date says what follows from that."""
    assert words.published(cards.bare().article) == "publication date unknown: relative dates are left open"


@pytest.mark.parametrize(
    ("source", "expected"), [("-", "standard input"), ("/home/me/news/a.txt", "a.txt"), ("/", "/")]
)
def test_place(source: str, expected: str) -> None:
    """A page that is passed on does not say in which directory its maker works."""
    assert words.place(source) == expected


def test_a_sentence_is_given_once() -> None:
    """A date's sentence is left out where the card has given it, in a statement or at an earlier date."""
    told = [context for _, context in words.contexts(cards.ordinary()) if context]
    assert len(told) == len(set(told)) == 2


def test_a_cut_that_has_the_date_is_the_sentence_given() -> None:
    """A date whose words stand in a line of news is not given its sentence again, though the line is a cut of it."""
    card = cards.ordinary()
    when = next(when for when, context in words.contexts(card) if context)
    line = card.what[0].model_copy(update={"text": f"{(when.what or '').split()[0]} {when.text}."})
    with_cut = card.model_copy(update={"what": (line,), "when": (when,)})
    assert words.contexts(with_cut) == [(when, None)]
    other = line.model_copy(update={"text": f"Elsewhere it was {when.text}."})
    assert words.contexts(card.model_copy(update={"what": (other,), "when": (when,)})) == [(when, when.what)]


def test_an_unknown_price_is_not_free() -> None:
    """A cost that is not known is said to be unknown, never shown as 0."""
    assert "cost unknown" in words.origin(cards.hostile())


def test_empty_after_refusal() -> None:
    """A section whose claims were all refused does not claim that the article is silent."""
    section = {each.field: each for each in words.SECTIONS}
    card = cards.bare()
    assert words.empty(card, section["when"]) == "nothing that the article supports (see refused)"
    assert words.empty(card, section["who"]) == "none found"


_BY = Evidence(start=50, end=60, text="the mayor ")


@pytest.mark.parametrize(
    ("kind", "stands_in_it", "expected"),
    [
        ("said", False, "The bridge will close, the mayor said."),
        ("alleged", False, "The bridge will close, the mayor alleged."),
        ("denied", False, "The bridge will close, which the mayor denied."),
        ("said", True, "The bridge will close."),
    ],
)
def test_whose_word_it_is(kind: AttributionKind, *, stands_in_it: bool, expected: str) -> None:
    """A sentence whose own words do not say whose word it is gets that behind it, as a reader expects; another one is left as it is."""
    text = "The bridge will close."
    said = SaidBy(source="the mayor", cue="said", kind=kind, evidence=(_BY,))
    own = Evidence(start=0, end=len(text), text=text)
    statement = Statement(
        text=text, support="verbatim", attribution=said, evidence=(own, _BY) if stands_in_it else (own,)
    )
    assert words.in_full(statement) == expected
    assert "".join(words.told(statement)) == expected


def test_every_field_is_shown() -> None:
    """Each field of the card that lists items has its section, in the card's order; one that is optional and empty is left out."""
    assert tuple(each.field for each in words.SECTIONS) == FIELDS
    always = [each.field for each in words.SECTIONS if not each.optional]
    assert [section.field for section, _ in words.shown(cards.bare())] == always


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge will shut soon.", "The bridge will shut soon, the mayor said."),
        ("The mayor wants the bridge shut.", "The mayor wants the bridge shut."),
    ],
)
def test_other_words_name_their_source_themselves(text: str, expected: str) -> None:
    """A judged text rests on whole sentences, which may name a source that the text does not: then it is told behind it."""
    whole = "The mayor said that the bridge would close."
    evidence = Evidence(start=0, end=len(whole), text=whole)
    said = SaidBy(source="the mayor", cue="said", kind="said", evidence=(Evidence(start=0, end=9, text="The mayor"),))
    assert words.in_full(Statement(text=text, support="judged", attribution=said, evidence=(evidence,))) == expected
