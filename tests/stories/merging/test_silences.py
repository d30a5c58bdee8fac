"""What stands for an answer where a story charges somebody: a denial in his name where the charge names nobody, his silence, nobody's arrest, the defence. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Story
from summarize.grounding.replies import Said, is_plea
from summarize.stories.merging import Source
from summarize.stories.merging.silences import silences_of
from tests.stories.made import card_of, story_of

TRIAL = "The trial of a landlord accused of the manslaughter of two tenants was halted in Brest on Friday after a juror went to look at the house."
AIDE = "A former aide accused the deputy mayor of Brest, Yann Kerdal, of steering a contract to his brother-in-law on Friday."
INQUIRY = "Police have opened an inquiry into the award of a contract by the city of Brest, and the deputy mayor, Yann Kerdal, stepped aside on Friday."


def told(story: Story) -> str:
    """What stands below the lede."""
    return " ".join(line.text for line in story.facts)


def test_who_is_named_elsewhere_denies_the_charge() -> None:
    """A lede that charges "a landlord" has the denial of the one whom the article names further on."""
    rest = "The judge discharged the man.\n\nThe trial of Gareth Lowe will go on with eleven jurors on Monday. Buses run again.\n\nLowe, 58, denies two counts of manslaughter."
    assert told(story_of(card_of(f"{TRIAL}\n\n{rest}"))).startswith("Lowe, 58, denies two counts")


@pytest.mark.parametrize(
    ("charge", "denial", "source", "answers"),
    [
        (TRIAL, "Lowe, 58, denies two counts of manslaughter.", "Gareth Lowe", True),
        (TRIAL, "Lowe has pleaded not guilty.", "Gareth Lowe", True),
        (TRIAL, "In another court Tom Roe denied that he had sold a horse.", "Tom Roe", False),
        (
            "Yann Kerdal is accused of the manslaughter of two tenants.",
            "Lowe denies manslaughter.",
            "Gareth Lowe",
            False,
        ),
    ],
)
def test_a_denial_answers_a_charge_that_names_nobody(charge: str, denial: str, source: str, answers: bool) -> None:
    """It pleads, or denies what the charge is of; a charge that names somebody is answered by him alone."""
    assert is_plea(charge, Said(denial, source, "denied")) is answers


@pytest.mark.parametrize(
    "silence",
    [
        "Mr Kerdal could not be reached on Friday. His office said that he was travelling and would answer on his return.",
        "Kerdal, 52, has been in office since 2021. He was on a visit to Vigo and did not respond to messages.",
    ],
)
def test_who_is_away_is_told_to_be(silence: str) -> None:
    """Where whom a lede charges does not answer, it is told that he was asked, and what is said for him."""
    rest = "The aide told the paper that she was ordered to rewrite a sheet.\n\nThe company has lit 2,400 lamps. It is owned by Ann Roe, his sister."
    assert silence.rpartition(". ")[2].removeprefix("He ") in told(story_of(card_of(f"{AIDE}\n\n{rest}\n\n{silence}")))


def test_the_silence_of_another_is_not_his() -> None:
    """Who declined to comment is whom the sentence opens on, and not whose relative he is."""
    source = Source(1, card_of(f"{AIDE}\n\nPaul Roe, who is married to Kerdal's sister, declined to comment."))
    assert not silences_of(source.line(source.card.what[0]), [source])


def test_an_inquiry_has_the_denial_and_that_nobody_was_arrested() -> None:
    """An inquiry into what somebody did is told with his word, though a quotation has a part of it, and with that nobody was arrested."""
    denial = "Kerdal said that he did so “for the good of the city and its people” and that he had done nothing wrong."
    rest = "Chief Inspector Laura Roe said that detectives had taken two computers. No one has been arrested."
    text = told(story_of(card_of(f"{INQUIRY}\n\n{denial}\n\n{rest}")))
    assert "done nothing wrong" in text
    assert "No one has been arrested." in text


def test_the_defence_is_told_beside_a_witness() -> None:
    """A story that quotes who bears witness has what the defence put to her."""
    witness = "The agent Carol Lee told the court that she had read the letter to Lowe. “He said he would see to it,” Lee said."
    defence = "Leonard Roe, defending, put it to her that there was no record of such a call."
    story = story_of(
        card_of(f"{TRIAL}\n\n{witness}\n\n{defence}\n\nGareth Lowe, 58, denies two counts of manslaughter.")
    )
    assert [quote.speaker for quote in story.quotes] == ["Carol Lee"]
    assert defence in told(story)
