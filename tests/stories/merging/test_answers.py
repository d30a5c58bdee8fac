"""Rules of what answers the lines of a story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarize.rendering.briefing.plan import headlined
from summarize.stories.merging import Source
from summarize.stories.merging.answers import with_answers
from tests.stories.made import FIRE, card_of, story_of

CHARGE = (
    "The miners' union published a letter on Friday in which it warned Tarvos Metals of cracks in the dam at Karsk."
)
ANSWER = "Tarvos Metals said the letter was about another dam at Karsk."
OTHERS = " ".join(
    f"The {what} at Karsk was shut for {n} days." for n, what in enumerate(("road", "school", "market"), 3)
)


def facts(*texts: str) -> list[str]:
    """The lede and facts of the story of some articles."""
    story = story_of(*(card_of(text, publisher=f"Paper {n}") for n, text in enumerate(texts)))
    return [story.lede.text, *(line.text for line in story.facts)]


def test_the_answer_to_the_lede_is_its_first_fact() -> None:
    """It stands right behind the lede, though it has most of its words."""
    assert facts(f"{CHARGE} {ANSWER} {OTHERS}")[:2] == [CHARGE, ANSWER]


def test_a_quotation_may_stand_between() -> None:
    """What is quoted between a charge and its answer parts them not."""
    told = facts(
        f"Prosecutors searched the offices of Tarvos Metals at Karsk on Friday. “We are looking at papers,” Dmitri Hale said. {ANSWER}"
    )
    assert told[1] == ANSWER


def test_an_answer_that_two_articles_have_is_told_once() -> None:
    """Another outlet's account of it adds nothing."""
    told = facts(f"{CHARGE} {ANSWER}", f"{CHARGE} Tarvos Metals said that letter was about another dam.")
    assert sum("another dam" in line for line in told) == 1


def test_what_somebody_says_who_declined_to_answer() -> None:
    """Behind that somebody declined to answer stands what he did say."""
    told = facts(
        "Ministers' pay will be frozen for a year, the prime minister, Edvard Lysne, said on Friday.\n\n"
        'Lysne declined to answer questions about the bridge. "Ask me in May," he said later.'
    )
    assert told[-1] == '"Ask me in May," he said later.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Minister Susanna Vale resigned on Friday over the bridge.\n\n“I should have known the figures,” she said.",
            "Susanna Vale",
        ),
        ("Mayor John Holt lost to Peter Court on Friday.\n\n“He lied to all of us for years,” he said.", None),
        ("Captain Ann Lee resigned on Friday.\n\n“I did what the law asked of me,” she said, as Per Egge left.", None),
    ],
)
def test_who_alone_is_named_above_a_quotation(text: str, speaker: str | None) -> None:
    """A speaker is certain who alone is named in the paragraph above and in the sentence; of two, neither is."""
    assert [quote.speaker for quote in story_of(card_of(text)).quotes] == ([speaker] if speaker else [])


def test_a_correction_is_no_fact_and_no_date() -> None:
    """What an outlet got wrong is told as a correction alone."""
    note = "Correction: We said on Thursday that 43 stalls burned. The fire brigade says it was 34."
    story = story_of(card_of(f"{FIRE}{OTHERS}\n\n{note}"))
    told = [story.lede, *story.facts, *story.background, *(each.what for each in story.timeline if each.what)]
    assert not [line.text for line in told if "43 stalls" in line.text or "it was 34" in line.text]


RESIGNED = (
    "The mayor of Brest, Ann Lee, resigned on Friday after an auditor accused her of taking bribes from a builder."
)


@pytest.mark.parametrize(
    "texts",
    [
        (f"{RESIGNED} Lee, 51, denies the charge and says the money was paid back.",),
        (f"{RESIGNED} The council meets on Monday.\n\nHer deputy, Tom Roe, takes over. Buses will run.\n\nLee denied that she took money.",),
        (f"{RESIGNED} The council meets on Monday.", "Mayor Ann Lee of Brest resigned on Friday. An auditor accused her of taking bribes. Lee denied the charge."),
    ],
)  # fmt: skip
def test_who_resigns_over_a_charge_denies_it(texts: Sequence[str]) -> None:
    """The denial of a charge is the first fact of a story, from wherever in the article, or from another account; a listed headline has it too."""
    story = story_of(
        *(card_of(text, publisher=f"Paper {at}", title="Mayor resigns over bribes") for at, text in enumerate(texts))
    )
    assert "den" in story.facts[0].text
    told = [line.text for line in story.facts]
    assert len(told) == len(set(told))
    listed = story.model_copy(update={"headline": story.lede})
    assert [line.text for line in headlined(listed)] == [story.lede.text, story.facts[0].text]


def test_an_answer_stands_with_the_charge_against_whoever_gives_it() -> None:
    """Of two charges each has the answer of whom it charges, though both answers stand behind the second."""
    first = "A nurse accused the Portland Clinic of Brest of ignoring four letters on Friday."
    second = "She accused the manager, Dawn Shaw, of shredding files."
    clinic, shaw = "The Portland Clinic denied the charge.", "Shaw said she owned no shredder."
    story = story_of(card_of(f"{first} {second} {clinic} {shaw}", title="Clinic accused"))
    assert [story.lede.text, *(line.text for line in story.facts)] == [first, clinic, second, shaw]


def test_a_charge_takes_no_answer_to_one_that_is_not_told() -> None:
    """The answer of whom an untold sentence before charges stands not behind another charge."""
    charge = "She accused the manager, Dawn Shaw, of shredding files."
    text = f"A storm hit the roof of a school. A nurse accused the Portland Clinic of Brest of ignoring four letters on Friday. {charge} The Portland Clinic denied the charge. Shaw said she owned no shredder."
    source = Source(1, card_of(text, title="Clinic accused"), None)
    told = [source.line(one) for one in (*source.card.what, *source.card.claims)]
    (line,) = [one for one in told if one.text == charge]
    ((_, answers),) = with_answers([line], [source])
    assert "The Portland Clinic denied the charge." not in [one.text for one in answers]


DOWN = "The ferry Aster went down about three kilometres off Karsk."
FULLER = "The Aster, which runs to Tarvos, took on water at 4 a.m. and went down some three kilometres off Karsk, the coastguard said."
AT_SEA = "Nine people died on Friday when a ship was lost in a storm, the port of Karsk said."


@pytest.mark.parametrize(
    ("fuller", "stays"),
    [
        (FULLER, False),
        (FULLER.replace("went down", "never went down"), True),
        (FULLER.replace("three", "seven"), True),
        (f"“{FULLER}” said Ida Hale.", True),
    ],
)
def test_a_fact_that_a_longer_one_of_another_article_says_as_well(fuller: str, stays: bool) -> None:
    """It stands once, in the longer one with whose word that is; not where that denies it, is a quotation, or says another thing."""
    told = facts(f"{AT_SEA} {DOWN}", f"{AT_SEA} {fuller}")
    assert (DOWN in told) is stays


def test_a_fact_that_is_somebodys_word_stays() -> None:
    """Whoever says something is not left out for another who says as much and more."""
    own = DOWN.replace(".", ", the harbour master said.")
    assert own in facts(f"{AT_SEA} {own}", f"{AT_SEA} {FULLER}")
