"""What has come of what was told the day before, and what looks like it."""

from __future__ import annotations

import pytest

from summarize.briefing import Change
from summarize.languages.stories import changes
from summarize.stories.changes import changes_of
from summarize.stories.composing import as_briefed_article
from tests.stories.made import card_of, story_of

WORDS = changes("en")
CLINIC = "Marl Clinics said on Thursday that it had hired a security firm. Its director, Orla Venn, denied that Marl had paid the thieves 2 million euros."
QUAY = "The dockers of Skerrow will go on strike on Friday, their union said. Talks on a ceasefire in Orvo will open on Friday as well. The minister Petra Lunn visited the quay."


TALKS = "Talks on a ceasefire in Orvo will open on Friday, the mediators said. The army had not answered."


def changes_between(eve: str, today: str, title: str = "") -> list[Change]:
    earlier_card = card_of(eve, "A", "2026-03-12")
    earlier = story_of(earlier_card, day="2026-03-12").model_copy(update={"articles": (2,)})
    card = card_of(f"{today} It was cold in the harbour and few had come.", "B", "2026-03-13", title)
    articles, known = {1: as_briefed_article(1, card)}, {2: as_briefed_article(2, earlier_card)}
    return list(changes_of(story_of(card, day="2026-03-13"), articles, earlier, known, "2026-03-12"))


@pytest.mark.parametrize(
    ("eve", "today", "about"),
    [
        (CLINIC, "The board of Marl Clinics confirmed on Friday that 2 million euros had been paid to the thieves.", "confirmed"),
        (CLINIC, "Marl Clinics confirmed on Friday that its director would speak on Monday.", None),
        (CLINIC, "Marl Clinics declined to confirm that 2 million euros had been paid to the thieves.", None),
        (CLINIC, "The board of Marl Clinics dismissed its director Orla Venn on Friday and named a banker.", "out of office"),
        (CLINIC, "Director Orla Venn of Marl Clinics resigned on Friday over the theft.", "out of office"),
        (CLINIC, "Marl Clinics opened on Friday. Venn has been relieved of her post.", "out of office"),
        (CLINIC, "Marl Clinics opened on Friday. Its lawyer, Ivo Brand, who resigned in March, was there.", None),
        (CLINIC, "The thieves of Marl Clinics were named on Friday as its director resigned.", None),
        (CLINIC, "Deputies said on Friday that director Orla Venn of Marl Clinics would have resigned.", None),
        (CLINIC, "A guard at Marl Clinics fired three shots on Friday at the thieves.", None),
        (CLINIC, "Marl Clinics dismissed a claim on Friday that it had paid 2 million euros to the thieves.", "denied"),
        (CLINIC + " Her deputy resigned on Thursday.", "The deputy of director Orla Venn of Marl Clinics resigned on Friday.", None),
        (QUAY, "The dockers of Skerrow went on strike on Friday and forty ships lay idle.", "begun"),
        (QUAY, "On the first day of the strike by the dockers of Skerrow forty ships lay idle.", "begun"),
        (TALKS, "Talks on a ceasefire in Orvo opened on Friday without the army.", "begun"),
        (TALKS, "Shops opened on Friday in Orvo, where talks on a ceasefire were still to come.", None),
        (QUAY, "A market opened on Friday beside the dockers of Skerrow.", None),
        (QUAY, "The dockers of Skerrow sang on Friday before the strike began.", None),
    ],
)  # fmt: skip
def test_what_has_come_of_it(eve: str, today: str, about: str | None) -> None:
    """What was denied is confirmed, somebody is out of office, what was to come has begun: told where it was denied, told of, or to come, and by nobody said before."""
    found = [change.about for change in changes_between(eve, today) if change.about]
    assert found == ([about] if about else [])


BRAKES = "A tram left its rails at Skerrow on Thursday. The drivers' union said that the brakes of the tram had failed on the hill. “It was in the log,” said its chair, Ana Rolt."
TRAM = "The inquiry into the tram at Skerrow opened on Friday, the court said. Judge Lea Brandt leads it. It has three members. The first hearing is in May. The line carries 9,000 people a day. A bus runs instead. "


@pytest.mark.parametrize(
    ("today", "is_told"),
    [
        ("The union's chair, Ana Rolt, withdrew her claim that the brakes had failed.", True),
        ("The drivers' union retracted its statement about brakes on the hill.", True),
        ("The union's chair, Ana Rolt, took back her account of the tram's brakes.", True),
        ("The union's chair, Ana Rolt, withdrew her claim for a higher pension.", False),
        ("A baker, Ivo Lind, withdrew his claim that snow had fallen.", False),
        ("The union's chair, Ana Rolt, would have withdrawn her claim that the brakes had failed.", False),
        (
            "The union's chair, Ana Rolt, refused to say whether she withdrew her claim that the brakes had failed.",
            False,
        ),
    ],
)
def test_what_was_claimed_and_is_taken_back_is_a_turn_however_far_down(today: str, is_told: bool) -> None:
    """Who takes back what he said the day before is told of, though the story has no line of it: by what was claimed, in words that were told then."""
    told = [
        change.now.text
        for change in changes_between(BRAKES, TRAM + today)
        if change.about == "withdrawn" and change.now
    ]
    assert told == ([today] if is_told else [])


def test_the_title_of_an_account_tells_a_turn() -> None:
    """What is called off in the title of an account is a turn of its story, though the story begins with another's headline."""
    told = changes_between(QUAY, "Ships lay idle at Skerrow on Friday.", "Army pulls out of Orvo ceasefire talks")
    assert ("withdrawn", "Army pulls out of Orvo ceasefire talks") in {
        (change.about, change.now.text if change.now else "") for change in told
    }


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("The firm dismissed the report of a leak.", True),
        ("The firm dismissed it as gossip.", True),
        ("The bid, which she dismissed as a joke, failed.", True),
        ("The firm dismissed Chief Executive Ann Lee.", False),
        ("The firm dismissed Ann Lee as its head.", False),
        ("She was dismissed as head of the firm.", False),
        ("The court dismissed a suit by landlords.", False),
    ],
)
def test_whoever_dismisses_somebody_denies_nothing(sentence: str, is_one: bool) -> None:
    """A claim may be dismissed, which denies it; so may a director, and a suit."""
    assert (WORDS.denied.search(sentence) is not None) is is_one


@pytest.mark.parametrize(
    ("eve", "today", "told"),
    [
        # What an article says that its source had said before goes before what another had found.
        (
            "The data of 900,000 pupils were stolen, according to a study seen by the Skerry Post. The firm Marl said that data of 400,000 pupils had been stolen.",
            "Marl said on Friday that the data of 950,000 pupils had been stolen, not 400,000 as it said on Thursday.",
            [("pupils", "400,000", "950,000")],
        ),
        (
            "The data of 900,000 pupils were stolen, according to a study seen by the Skerry Post.",
            "Marl said on Friday that the data of 950,000 pupils had been stolen.",
            [],
        ),
        (
            "Marl said on Thursday that the data of 900,000 pupils had been stolen.",
            "Marl said on Friday that the data of 950,000 pupils had been stolen.",
            [("pupils", "900,000", "950,000")],
        ),
        (
            "Nine people died in the fire at Brest, the hospital said. The town was without power.",
            "Eleven people died in the fire at Brest, the police said.",
            [("dead", "Nine", "Eleven")],
        ),
    ],
)
def test_a_figure_changes_from_what_its_source_had_said(eve: str, today: str, told: list[tuple[str, ...]]) -> None:
    """A change goes from what the same source had said, and by the noun of the article; one firm's count is no change of a paper's. A toll goes on whoever counts."""
    found = changes_between(eve, today)
    assert [(each.about, *each.values) for each in found if each.values] == told
