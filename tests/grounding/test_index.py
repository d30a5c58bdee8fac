"""What stands where in an article, asked by place: the same as looking through everything that was found."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Span
from summarize.grounding.index import MAX_WINDOW, Index, whole
from summarize.grounding.missed import occurrences
from summarize.grounding.rejections import Rejections
from tests.grounding.articles import article

TEXT = (
    "Hanna Osei, the harbour master, said on Monday the pier in Leeds would close. “We had no choice,” she said. "
    "“The piles,” Osei added on Tuesday, “are rotten.” Mayor Ola Nord denied it.\n\nThe so-called “long pier” opened on 3 May 1998. "
    "Nord, a former pilot, told Osei that Hull and York would help by June. Nobody else spoke. “It is over,” said Marc Roux."
)
INDEX = Index(*article(TEXT))
PLACES = st.integers(0, len(TEXT))
RANGES = st.tuples(PLACES, PLACES).map(sorted).filter(lambda pair: pair[0] < pair[1])


def over(spans: Iterable[Span], start: int, end: int) -> list[tuple[int, int]]:
    return sorted((span.start, span.end) for span in spans if span.start < end and start < span.end)


def places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return sorted((span.start, span.end) for span in spans)


def test_the_text_has_something_of_each() -> None:
    """Without mentions, times, quotations in parts, attributions and roles these tests would say nothing."""
    held = INDEX.findings
    assert min(map(len, (held.mentions, held.times, held.quotations, held.attributions, held.sentences))) > 3
    assert any(len(quotation.parts) > 1 for quotation in held.quotations)
    assert any(quotation.kind == "words" for quotation in held.quotations)
    assert any(who.role_span is not None for who in held.participants)


@given(RANGES)
def test_what_shares_a_code_point(pair: list[int]) -> None:
    """Mentions, times, parts of quotations and roles over a half-open range are those that share a code point with it."""
    start, end = pair
    held = INDEX.findings
    assert places(one.span for one in INDEX.mentions_over(start, end)) == over(
        (one.span for one in held.mentions), start, end
    )
    assert places(one.span for one in INDEX.times_over(start, end)) == over(
        (one.span for one in held.times), start, end
    )
    parts = [part for quotation in held.quotations for part in quotation.parts]
    assert places(part for part, _ in INDEX.quotations_over(start, end)) == over(parts, start, end)
    roles = [who.number for who in held.participants if who.role_span and over([who.role_span], start, end)]
    assert sorted(INDEX.called_so(start, end)) == roles


@given(RANGES)
def test_what_begins_in_a_range(pair: list[int]) -> None:
    """The mentions that begin in it, in the order of the text."""
    start, end = pair
    begun = [one.span.start for one in INDEX.mentions_in(start, end)]
    assert begun == sorted(one.span.start for one in INDEX.findings.mentions if start <= one.span.start < end)


@given(RANGES, RANGES)
def test_attributions_over_spans(one: list[int], other: list[int]) -> None:
    """Those whose content shares a code point with any of the spans."""
    spans = [Span(start=start, end=end) for start, end in (one, other)]
    expected = [
        each
        for each in INDEX.findings.attributions
        if any(part.overlaps(span) for part in each.content for span in spans)
    ]
    assert INDEX.attributions_over(spans) == expected
    assert INDEX.attributions_over([]) == []


@given(PLACES)
def test_sentences(place: int) -> None:
    """The sentence that a place lies in, 0 between sentences; else the last that begins at it or before, 0 before the first."""
    sentences = INDEX.findings.sentences
    within = [one.number for one in sentences if one.span.start <= place < one.span.end]
    assert INDEX.standing_in(place) == (within[0] if within else 0)
    assert INDEX.sentence_at(place) == sum(one.span.start <= place for one in sentences)


@given(RANGES)
def test_somebodys_words(pair: list[int]) -> None:
    """A range is quoted if it lies wholly within one part of what somebody says; a term in quotation marks is nobody's."""
    start, end = pair
    parts = [part for quotation in INDEX.findings.quotations if quotation.kind != "words" for part in quotation.parts]
    assert INDEX.is_quoted(start, end) is any(part.start <= start and end <= part.end for part in parts)


def test_numbers_of_sentences() -> None:
    """Numbers count from 1; there is no other sentence, and the first that is none is told."""
    last = len(INDEX.findings.sentences)
    assert INDEX.sentence(1) is INDEX.findings.sentences[0]
    assert INDEX.sentence(last) is INDEX.findings.sentences[-1]
    assert [INDEX.sentence(number) for number in (0, -1, last + 1, None)] == [None] * 4
    assert INDEX.missing([1, last]) is None
    assert INDEX.missing([1, last + 1, 0]) == last + 1
    assert [part.text for part in INDEX.sentence_evidence((2, 1))] == [
        TEXT[one.span.start : one.span.end] for one in (INDEX.findings.sentences[1], INDEX.findings.sentences[0])
    ]


def test_windows() -> None:
    """From the first sentence to the last, as far as there are some, and no further from a place than is searched."""
    sentences = INDEX.findings.sentences
    first, last = sentences[0].span.start, sentences[-1].span.end
    assert INDEX.window(1, len(sentences), 50) == (first, last)
    assert INDEX.window(-3, 99, 50) == (first, last)
    assert INDEX.window(2, 3, 50) == (sentences[1].span.start, sentences[2].span.end)
    far = 2 * MAX_WINDOW
    assert INDEX.window(1, 99, far) == (far - MAX_WINDOW, last)
    long = Index(*article("It rained at sea. " * 600))
    about = long.findings.sentences[300].span.start
    assert long.window(1, 600, about) == (about - MAX_WINDOW, about + MAX_WINDOW)


def test_words_with_capitals() -> None:
    """Words that stand with a capital somewhere, in lower case, and those that stand in small letters, as they are."""
    assert {"hanna", "osei", "leeds", "nobody"} <= INDEX.capitalised_words()
    assert {"harbour", "pier", "she"} <= INDEX.plain()
    assert not {"harbour", "she"} & INDEX.capitalised_words()
    assert not {"leeds", "osei"} & INDEX.plain()


@pytest.mark.parametrize(
    ("language", "published", "expected"),
    [
        ("en", "2026-03-14", "en"),
        ("de-AT", "2026-03-14T08:00", "de"),
        ("DE_at", "2026", "de"),
        (None, None, "en"),
        ("", "soon", "en"),
    ],
)
def test_language_and_day(language: str | None, published: str | None, expected: str) -> None:
    """The first part of the code; lists of English words where it is not known; no day where none, or no full one, is given."""
    made, findings = article(TEXT)
    index = Index(made.model_copy(update={"language": language, "published": published}), findings)
    assert index.language == expected
    assert (index.published is not None) is bool(published and published.startswith("2026-"))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ann Lee", "Ann  Lee and Ann\nLee, but Joann Lee or Ann Leeds not", ["Ann  Lee", "Ann\nLee"]),
        ("C++", "C++ and C++x", ["C++", "C++"]),
        ("12月", "2012月 12月", ["12月"]),
        ("李娜", "王李娜说", ["李娜"]),
    ],
)
def test_whole_words(name: str, text: str, found: list[str]) -> None:
    """Words stand whole, whatever the space between them; scripts without spaces part no words, but figures."""
    assert whole(name).findall(text) == found


def test_occurrences() -> None:
    """Where words stand in a half-open range, and no further than is searched for one claim."""
    expected = [match.start() for match in whole("pier").finditer(TEXT)]
    assert len(expected) > 1
    assert [span.start for span in occurrences(INDEX, "pier", 0, len(TEXT))] == expected
    assert [span.start for span in occurrences(INDEX, "pier", expected[0] + 1, len(TEXT))] == expected[1:]
    long = Index(*article("pier " * 4_000))
    assert len(occurrences(long, "pier", 0, 100_000)) == 200
    wide = Index(*article(f"pier{' ' * (2 * MAX_WINDOW - 8)}pier pier"))
    assert len(occurrences(wide, "pier", 0, 100_000)) == 2


def test_refusals() -> None:
    """Each claim once, in the card's order, cut to what is shown; the last of very many says how many more there were."""
    rejections = Rejections()
    rejections.add("quotes", "a  b", "no\nsuch words")
    rejections.add("headline", "x" * 300, "too long")
    rejections.add("quotes", "a b", "no such words")
    rejections.add("when.main", "May", "no")
    rejections.add("quotes", "y" * 200, "no")
    held = [(each.field, each.value) for each in rejections.rejections()]
    assert held == [("headline", "x" * 199 + "…"), ("when.main", "May"), ("quotes", "a b"), ("quotes", "y" * 200)]
    for number in range(60):
        rejections.add("who", f"name {number}", "no")
    found = rejections.rejections()
    assert len(found) == 50
    assert (found[-1].field, found[-1].value) == ("draft", "15 more")
