"""Rules of what stands on a card together. All articles were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.grounding.brackets import with_opening_named
from summarize.grounding.index import Index
from tests.grounding.articles import FILLER, LEAD, told
from tests.stories.made import card_of


def test_what_points_back_stands_behind_what_it_points_to() -> None:
    """A denial of "that" is told with the sentence that says what; never beside another claim alone."""
    argued = "The barrister, Simon Achebe, had argued that the engineer, Diane Rowley, set the rule."
    rejected = "Rowley rejected that in evidence."
    text = told(card_of(f"{LEAD}\n\n{argued} {rejected}"))
    assert f"{argued} {rejected}" in text or f"{argued}\n{rejected}" in text


@pytest.mark.parametrize(
    ("before", "sentence", "shown"),
    [
        (
            "The council, which sacked him in 2023, said it would sue.", "Its leader, Josephine Whitby, denied that others would go.",
            "[The council]'s leader, Josephine Whitby, denied that others would go.",
        ),
        (
            "The council said that Leeds United and Kestrel Homes would pay.", "Its leader, Josephine Whitby, denied that others would go.",
            "Its leader, Josephine Whitby, denied that others would go.",
        ),
        (
            "Kestrel Homes reported a school to the police.", "Its leader, Josephine Whitby, denied that others would go.",
            "Its leader, Josephine Whitby, denied that others would go.",
        ),
    ],
)  # fmt: skip
def test_whose_leader(before: str, sentence: str, shown: str) -> None:
    """ "Its" is the one body that is the subject of the sentence before, by its name in brackets; where another is named or told of there too, that sentence is told."""
    card = card_of(f"{LEAD}\n\n{before} {sentence}")
    (claim,) = [one for one in card.claims if "Whitby" in one.text]
    assert claim.text.endswith(shown)
    assert claim.text == shown or claim.text.startswith(before)


def test_him_of_whom_the_reader_was_told_last() -> None:
    """A sentence on "his" is told alone where the last one named before it is the same on the card and in the article, and else with the one before it."""
    last = "His lawyer, Tom Daly, denied that there was a case."
    alone = card_of(f"Police in Cork arrested Mark Gale on Monday over the fire at the mill. {last}")
    other = card_of(f"{LEAD} Anna Leeby swam.\n\nMark Gale, the builder, was out of reach.\n\n{last}")
    assert last in [one.text for one in (*alone.what, *alone.claims)]
    assert (
        "out of reach" not in told(other)
        or f"out of reach.\n{last}" in told(other)
        or f"out of reach. {last}" in told(other)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Foods accused a supplier of theft on Monday. It denied wrongdoing.",
        "Kestrel Foods accused a supplier of theft on Monday. The company denied wrongdoing.",
        "Kestrel Foods accused a supplier of theft on Monday. The police are looking into it. It denied wrongdoing.",
        "The Nigerian Army blamed a militia for the raid on Dapchi. It said it had withdrawn a week earlier.",
        "Lowther Haulage took a rival operator to court on Monday. It denied wrongdoing.",
        "Police raided the offices of Ardent Payments on Tuesday. It said it was helping.",
        "The Lowther Union met a rival union on Monday. The union said that talks would go on.",
    ],
)
def test_who_charges_is_not_who_denies(text: str) -> None:
    """Behind a charge, or where another body is told of, "it" and "the company" get no name, and stand with the sentence before; the answer is never lost."""
    card = card_of(text)
    *_, last = text.split(". ")
    assert "[" not in told(card)
    assert last in told(card)
    held = [one for one in (*card.what, *card.claims) if last in one.text]
    assert all(one.attribution is None or one.attribution.source in {None, "the company", "the union"} for one in held)
    before = text[: text.index(last) - 1].rsplit(". ", maxsplit=1)[-1].removesuffix(".")
    assert any(f"{before}. {last}" in lines for lines in (told(card), told(card).replace("\n", " ")))


def test_another_body_without_a_name() -> None:
    """Where a body without a name is told of, "it" gets no name, though nobody is charged."""
    card = card_of("Kestrel Foods met a rival on Monday. It said that talks would go on.")
    assert "It said that talks would go on." in told(card)
    assert "[" not in told(card)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orlan Mining was accused of dumping acid by villagers on Monday. It denied the charge.", "Orlan Mining"),
        ("The airline, Kestrel Air, said on Monday that an oven had smoked. It regrets the delay, it said.", None),
        (
            "Kestrel Air, a chain of flying schools, lost a plane on Monday. It denied that planes were old.",
            "Kestrel Air",
        ),
    ],
)
def test_the_one_body_that_is_told_of(text: str, name: str | None) -> None:
    """Who is charged in the passive may deny, and what a body is called beside its name is no other body."""
    assert name is None or f"[{name}] denied" in told(card_of(text))


CORRECTION = "Correction: We said on Friday that 43 people were hurt. The fire brigade says it was 34."


@pytest.mark.parametrize(
    "note",
    [
        CORRECTION,
        "An earlier version of this article said that Keith Brandon had been charged. He has not been charged.",
        "This article was amended on 12 March 2026 to correct the spelling of a name.",
    ],
)
def test_a_correction_is_told_whole(note: str) -> None:
    """What an article says that it got wrong stands last among the claims, both halves of it, as the outlet's word, and nowhere else."""
    card = card_of(f"{LEAD}\n\n{FILLER}\n\n{note}", publisher="The Quay")
    last = card.claims[-1]
    assert last.text == note
    assert last.attribution is not None
    assert last.attribution.source == "The Quay"
    assert told(card).count(note[12:40]) == 1


@pytest.mark.parametrize(
    "note",
    [
        "Editor's note: This story contains descriptions of violence.",
        "The ministry issued a correction on Monday: the toll was 34, not 43.",
        "“We wrongly trusted them,” the mayor said. “An earlier version of this report was softer.”",
        "Correction of the river's course will take nine years, the engineer said.",
    ],
)
def test_no_correction(note: str) -> None:
    """A note of anything else, another's correction, and what is said in quotation marks are no word of the outlet's."""
    card = card_of(f"{LEAD}\n\n{note}", publisher="The Quay")
    assert all(one.attribution is None or one.attribution.source != "The Quay" for one in card.claims)


def test_an_article_that_is_a_correction_says_so_once() -> None:
    """Of an article that is a correction as a whole the news is the correction."""
    card = card_of(
        "We said on Friday that 43 people were hurt in the fire at Brest. It was 34.", title="Correction: fire at Brest"
    )
    assert told(card).count("43 people") == 1


@pytest.mark.parametrize(
    ("title", "body", "wrong", "right"),
    [
        (
            "Correction: bridge tolls",
            "An article on Monday about tolls said that lorries pay $90 at Brest. Lorries pay $40 there.\n\nThe article also attributed to Ann Roe the words “a theft”. They were said by Tom Vale.",
            ("$90", "Ann Roe"),
            ("$40", "Tom Vale"),
        ),
        (
            "Correction to treasurer's obituary",
            "An earlier version of this article said that Ines Vaal was 81. Ines Vaal died at 91.",
            ("81",),
            ("at 91",),
        ),
        (
            "Clarification: library hours",
            "Our report on Tuesday gave the closing hour of the library at Brest as 5pm. The library closes at 8pm.",
            ("5pm",),
            ("8pm",),
        ),
    ],
)  # fmt: skip
def test_the_error_of_a_correction_is_no_news(
    title: str, body: str, wrong: tuple[str, ...], right: tuple[str, ...]
) -> None:
    """An article that tells what another piece said, and what is right, stands whole in one claim; no error stands without it."""
    card = card_of(body, title=title)
    news = " ".join(one.text for one in card.what)
    assert not [each for each in wrong if each in news]
    assert len(card.claims) == 1
    assert all(each in card.claims[0].text for each in (*wrong, *right))


def test_the_story_below_its_correction_is_news() -> None:
    """An agency sends a story again below what it got wrong: the claim ends where the story begins."""
    wrong = "In a story published Monday about tolls, The Quay reported that lorries pay $90 at Brest. Lorries pay $40 there."
    card = card_of(f"{wrong}\n\n{LEAD}", title="Correction: bridge tolls")
    assert [one.text for one in card.claims if "$90" in one.text] == [wrong]
    assert any(one.text in LEAD for one in card.what)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Correction to house prices is near, bank's report says",
            "An article in the bank's bulletin said that house prices at Brest fell by 4 per cent.",
        ),
        ("Correction of river's course begins", "The article of the treaty named the river as the border at Brest."),
        ("Treasurer resigns", "An article in The Lantern said that Ines Vaal had resigned. She denied it on Monday."),
        ("Clarification sought on tolls", "A report on Monday said that lorries pay $90 at Brest."),
    ],
)
def test_what_another_piece_said_is_news(title: str, body: str) -> None:
    """Where the title does not say that the piece is a correction, what an article elsewhere said may be the news."""
    card = card_of(body, title=title)
    assert any(one.text in body.split(". ", maxsplit=1)[0] + "." for one in card.what)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The strike at Castle Line has been called off, the Seafarers’ Guild said on Monday.", "The company offered 6 per cent overnight."),
        ("The strike at Castle Line has been called off, Kestrel Foods said on Monday.", "The company offered 6 per cent overnight."),
    ],
)  # fmt: skip
def test_what_may_be_a_body_leaves_open_who_is_meant(before: str, sentence: str) -> None:
    """ "The company" is no guild, and nobody where the sentence before has another name of several words that no list of places knows."""
    article = card_of(f"{LEAD}\n\n{before} {sentence}").article
    findings = find(article, None, document_of(article))
    last = next(one for one in findings.sentences if article.text[one.span.start : one.span.end] == sentence)
    assert with_opening_named(sentence, last, Index(article, findings)) is None
