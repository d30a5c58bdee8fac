"""Rules of lines that point back to another sentence, and of who is silent in one account and answers in another. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Story
from summarize.rendering.briefing.answers import headlined
from summarize.stories.merging import Source
from summarize.stories.merging.merge import _told_lines
from summarize.stories.merging.pointing import behind_what_they_point_to, with_speakers_named
from summarize.stories.merging.silences import with_answers_for_silences
from tests.stories.made import card_of, story_of

BLAST = "A blast at a boatyard in Brest killed six sailors on Friday, and the navy blamed men of the Western League."
SILENT = "The Western League, which has fought the state since 2019, did not immediately comment."
DENIES = "The Western League has denied attacking the boatyard in Brest, where six sailors died on Friday."
HELD = "The master of the Alma was arrested in Brest on Friday over the fire on his ship."


def told(story: Story) -> str:
    """All that a story tells, below its headline."""
    return " ".join(line.text for line in (story.lede, *story.facts, *story.background))


def kept(text: str, lines: list[str], first: str) -> list[str]:
    """What stays of some sentences of an article, behind the first that is told."""
    source = Source(1, card_of(text))
    found = [source.located(each, text.index(each), text.index(each) + len(each)) for each in (first, *lines)]
    before, *behind = [each for each in found if each is not None]
    return [each.text for each in behind_what_they_point_to([before], behind, [source], 6)]


@pytest.mark.parametrize(
    "other", [DENIES, "Leaders of the Western League denied on Friday that they had attacked the boatyard in Brest."]
)
def test_who_denies_in_one_account_is_not_silent_in_another(other: str) -> None:
    """Its silence is not told; the denial is."""
    story = story_of(card_of(f"{BLAST} {SILENT}", "A"), card_of(f"{other} A fire burned there until noon.", "B"))
    assert "did not immediately comment" not in told(story)
    assert "denied" in told(story)


@pytest.mark.parametrize(
    "other",
    [
        # Another body, another matter than a denial, and the same account.
        "The Eastern League has denied attacking the boatyard in Brest, where six sailors died on Friday.",
        "The Western League has opened a school in Brest, where six sailors died on Friday.",
        "The navy has denied that it was late to the boatyard in Brest, where six sailors died on Friday.",
    ],
)
def test_who_is_denied_nothing_by_stays_silent(other: str) -> None:
    """The silence of somebody who denies nothing elsewhere is told on."""
    sources = [Source(1, card_of(f"{BLAST} {SILENT}", "A")), Source(2, card_of(other, "B"))]
    line = sources[0].located(SILENT, len(BLAST) + 1, len(BLAST) + 1 + len(SILENT))
    assert line is not None
    assert list(with_answers_for_silences([], [line], sources)) == [line]


def test_a_question_of_its_own_stays_unanswered() -> None:
    """Who did not say why may have denied something else."""
    asked = "The Western League declined to say where its boats were."
    source, other = Source(1, card_of(f"{BLAST} {asked}", "A")), Source(2, card_of(DENIES, "B"))
    line = source.located(asked, len(BLAST) + 1, len(BLAST) + 1 + len(asked))
    assert line is not None
    assert list(with_answers_for_silences([], [line], [source, other])) == [line]


def test_a_denial_of_what_is_not_told_is_none_of_the_lede() -> None:
    """Who is named only in what is denied denies that, and not the charge of the lede."""
    asked = "Its cook, Ana Roe, said that she had written to the owner about the pumps in May."
    text = f"{HELD} Nine people are in hospital. {asked} “They have my letter,” she said. The owner denied it. The quay is shut."
    story = story_of(card_of(text, title="Master held over fire on ship"))
    assert "denied it" not in " ".join(line.text for line in headlined(story))
    assert "The owner denied it." not in told(story) or asked in told(story)


@pytest.mark.parametrize(
    ("between", "line"),
    [
        ("The union put the loss at 90 boats.", "The ministry called that figure “fanciful”."),
        ("The cook said that the owner had known.", "The owner denied it."),
        ("The divers came from Vigo.", "They have laid the boots out along the quay."),
    ],
)
def test_what_points_to_an_untold_sentence_has_it_before_it_or_is_not_told(between: str, line: str) -> None:
    """Else it would be said of whatever stands before it."""
    found = kept(f"{HELD} {between} {line}", [line], HELD)
    assert found in ([], [between, line])


def test_a_figure_beside_what_is_quoted_is_none_of_the_sentence_before() -> None:
    """Nothing is put in front of "that figure" but the sentence that gives it."""
    quoted = "“Every boat counts,” said Ana Roe, who puts the loss at 90."
    line = "The ministry called that figure “fanciful”."
    assert kept(f"{HELD} Some 12 boats were lost. {quoted} {line}", [line], HELD) == []
    assert kept(f"{HELD} {quoted} {line}", [line], HELD) == []


@pytest.mark.parametrize(
    ("between", "line"),
    [
        # Right behind what it points to; the answer to the charge, with a quotation or bare news between; what it denies is its own.
        ("", "He denies it."),
        ("“I saw him,” a cook said.", "The master denied it."),
        ("The ship is 40 years old.", "The master denied it."),
        ("The quay is shut.", "The owner was told to sell the ship, and rejected it."),
        ("The quay is shut.", "It was Danes in Brest who put out the fire."),
        ("The quay is shut.", "The mayor called the figure of 90 boats “fanciful”."),
    ],
)
def test_what_points_to_what_is_told_stays(between: str, line: str) -> None:
    """A denial of the charge right before it is told, and so is a line that tells itself what it is of."""
    assert kept(" ".join(filter(None, (HELD, between, line))), [line], HELD) == [line]


def test_a_denial_stands_behind_the_claim_that_the_story_tells_later() -> None:
    """What points to a line further on is told right behind that line; what points to nothing keeps its place."""
    claim = "The dockers' union said that the pumps had been off on Sunday."
    words = "“It is in the log,” said its chair, Ana Roe."
    denial, bare = "Kestrel Lines rejected the claim.", "The ship carried 112 people."
    text = f"{HELD} {bare} {claim} {words} {denial}"
    assert kept(text, [denial, bare, claim], HELD) == [bare, claim, denial]
    assert kept(text, [bare, claim, denial], HELD) == [bare, claim, denial]
    assert kept(text, [claim, denial, bare], HELD) == [claim, denial, bare]


def test_who_refuses_a_delay_does_so_behind_whoever_asked_for_it() -> None:
    """A delay that somebody rejects was asked for by somebody: that is told before it, or neither."""
    asked = "The former judge Odile Brandt asked for the sale to be put off."
    words = "“You cannot sell a quay in the dark,” she said."
    refused = "Harbour master Ivo Lind rejected a delay."
    assert kept(f"{HELD} {asked} {words} {refused}", [refused], HELD) == [asked, refused]
    assert kept(f"{HELD} {words} {refused}", [refused], HELD) == []
    assert kept(f"{HELD} The quay is shut. {words} {refused}", [refused], HELD) == []
    of_itself = "Harbour master Ivo Lind rejected a delay to the sale of the quay."
    assert kept(f"{HELD} {words} {of_itself}", [of_itself], HELD) == [of_itself]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The owner, Kestrel Lines, has changed its mind. A cook did write to it about the pumps, it said in Brest on Friday.",
            "[Kestrel Lines] said in Brest",
        ),
        ("Ana Roe keeps the light. A boat had come in at dawn, she said on Friday.", "[Ana Roe] said on Friday"),
        ("Ana Roe keeps the light. A boat had come in at dawn, a cook said on Friday.", "a cook said on Friday"),
        ("The light is out. A boat had come in at dawn, Ana Roe said.", "Ana Roe said"),
    ],
)
def test_it_said_has_the_name_of_whom_it_means(text: str, shown: str) -> None:
    """A sentence told without the one before it names who says it, in brackets."""
    source = Source(1, card_of(text))
    line = next(each for each in _told_lines([source]) if "said" in each.text)
    assert any(shown in each.text for each in with_speakers_named([line], [source]))


def test_who_says_a_charge_does_not_answer_it() -> None:
    """A firm that tells of a theft from it is not charged with it: what it denies besides is no answer."""
    first = (
        "Kestrel Lines said on Friday that the plans of 40 ships had been stolen, but that no names were among them."
    )
    other = "The plans of 60 ships of Kestrel Lines were taken in Brest, an internal note says. It denied having been asked for money."
    story = story_of(card_of(first, "A", title="KESTREL LINES SAYS PLANS OF 40 SHIPS STOLEN"), card_of(other, "B"))
    assert "asked for money" not in " ".join(line.text for line in headlined(story))
