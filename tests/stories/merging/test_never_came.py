"""What one says he sent and another that it never came. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.languages.messages import MessageRow, messages
from summarize.stories.merging.never_came import _kinds_sent
from tests.stories.made import card_of, story_of

ROOF = "The roof of the pool at Brest fell in on Saturday. "
ABOUT = messages("en").whether


def whether(*texts: str) -> list[str]:
    """What the accounts differ about."""
    story = story_of(*(card_of(ROOF + text, outlet) for text, outlet in zip(texts, "AB", strict=False)))
    return [each.about for each in story.disagreements if each.about == ABOUT]


@pytest.mark.parametrize("row", messages("en").message, ids=lambda row: row.id)
def test_each_kind_of_message_reads_its_examples(row: MessageRow) -> None:
    """A row reads what is sent in its examples, and in no counter-example."""
    assert all(row.id in _kinds_sent(example) for example in row.examples)
    assert not any(row.id in _kinds_sent(example) for example in row.counter_examples)


@pytest.mark.parametrize(
    "text",
    [
        "The guards’ union said it had sent the city three letters about the beams. Mayor Ann Lee said no such letter had reached her office.",
        "Swimming teacher Bo Roe said he had reported the cracks twice. “I have copies,” Roe said. The city said it had no record of them.",
        "The guards’ union said it had warned the city in May. The city said it had received no warning.",
        "The club said it had asked for new beams. The ministry said it knew of no such request.",
        "Neighbours’ leader Bo Roe said they had complained of noises. Mayor Ann Lee said the city had never been given a complaint.",
        "The builder, Bo Roe, said he had offered to mend the roof. The city said it had never had an offer.",
        "Swimming teacher Bo Roe said he had reported the cracks twice. The police said they had no reports of cracks.",
        "The guards’ union said the city had been warned in May. Mayor Ann Lee said the city had never been warned.",
    ],
)
def test_what_never_came(text: str) -> None:
    """One says that he sent, reported, asked for or warned of something, and another that it never came, is not on record, or that nobody knows of it."""
    assert whether(text) == [ABOUT]


@pytest.mark.parametrize(
    "text",
    [
        "The guards’ union said it would send the city a letter. Mayor Ann Lee said no such letter had reached her office.",
        "The guards’ union said it had sent the city three letters. Mayor Ann Lee said she had never seen such a crowd.",
        "The guards’ union said it had never warned the city. The city said it had received no warning.",
        "The guards’ union said it had sent the city a letter. The guards’ union said that it had received no letter in answer.",
        "The club said it had asked for new beams. The ministry said it had no record of accidents there.",
        "Swimming teacher Bo Roe said he had reported the cracks twice. The pool was built in three years. The city said it had no record of them.",
        "Swimming teacher Bo Roe said the sun was out. The city said it had no record of it.",
        "Swimming teacher Bo Roe said he had reported the cracks twice. The police said they had no reports of injuries.",
        "Clerk Bo Roe said he had told tenants that rents would rise. Mayor Ann Lee said she was not told of the sale.",
        "The guards’ union warned the city in May. The city has had no mayor since June, clerk Ann Lee said.",
        "The guards’ union said it had warned the city in May. The city said it knew of the warning.",
    ],
)
def test_what_is_of_no_message(text: str) -> None:
    """Nothing is denied that is to come, was not sent, is of the same who denies, or is of another thing."""
    assert whether(text) == []


def test_in_two_accounts() -> None:
    """One account's word is set against another's where both are of the same besides the message."""
    sent = "The guards’ union said it had warned the city of cracks in the beams in May."
    assert whether(sent, "Mayor Ann Lee said the city had never received a warning of cracks.") == [ABOUT]
    assert whether(sent, "Mayor Ann Lee said her family had never received a warning of fog.") == []
    assert whether(sent, "Mayor Ann Lee said the city had never received it.") == []
