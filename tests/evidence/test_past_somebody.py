"""Rules of whom "he said" does not go past: somebody of the sentence before, whether a list has the name or not. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find

HELD = "Mayor John Holt, 61, did not speak on Friday. He had lost the vote.\n\n"


def _speaker(text: str, said: str = "“It is over for all of us,” he said.") -> str | None:
    return find(Article(text=f"{HELD}{text} {said}", language="en")).quotations[-1].speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Holt’s rival, Peter Court, was blunt.", "Peter Court"),
        ("Bank chairman Peter Post disagreed.", "Peter Post"),
        ("Trond Market, 44, who sells fish, was angry.", "Trond Market"),
        ("The deputy mayor, Osk Park, was less sure.", "Osk Park"),
        ("Collector R. Anbarasu, who saw the unit, was blunt.", "R. Anbarasu"),
        ("Per Egge, his rival, was blunt.", "Per Egge"),
        ("Per Egge, who leads the rebels, said they would not.", "Per Egge"),
        ("Will Bridge, a lawyer for the tenants, had heard it before.", "Will Bridge"),
    ],
)
def test_a_name_with_a_common_word_is_a_persons_by_what_he_is(before: str, speaker: str) -> None:
    """A surname or given name that is a word for something else is a person's where a description, an age or "who" stands with it."""
    assert _speaker(before) == speaker


@pytest.mark.parametrize(
    "before",
    [
        "Koss Varrick disagreed.",
        "Egge, a fisherman, laughed at that.",
        "Bird, the union’s leader, said they would not.",
        "The union’s leader was blunt with Holt.",
        "The union’s leader left the room.",
        "Its leader was blunt.",
        "Holt was blunt. Koss Varrick disagreed.",
        "“We shall win,” Holt said. Koss Varrick disagreed.",
    ],
)
def test_it_stays_open_behind_a_name_that_may_be_somebodys(before: str) -> None:
    """Where the sentence before is about a name that may be a person's, or about what something's leader is, nobody named earlier speaks."""
    assert _speaker(before) is None or _speaker(before) in before.split(",")
    assert _speaker(before) != "John Holt"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("The union’s leader was blunt.", "he"),
        ("The mill’s owner was less sure.", "she"),
        ("Holt’s rival was blunt.", "he"),
    ],
)
def test_what_somebody_is_to_something_speaks_where_he_takes_it_so(before: str, said: str) -> None:
    """A sentence about nobody but what something's leader is, and how he takes the news, says who speaks next: he, without a name."""
    described = before.split(" was ", maxsplit=1)[0]
    assert (_speaker(before, f"“It is over for all of us,” {said} said.") or "").lower() == described.lower()


@pytest.mark.parametrize("before", ["Koss Varrick disagreed.", "“We shall win,” Holt said. Koss Varrick disagreed."])
def test_nor_do_words_without_attribution_go_past_him(before: str) -> None:
    """The same of words that say nothing of who speaks them."""
    assert _speaker(before, "“The mayor is dreaming about it.”") != "John Holt"


@pytest.mark.parametrize(
    "before",
    [
        "The bridge was shut on Monday.",
        "Victoria Park was shut on Monday.",
        "Mill Lane Bridge, built in 1911, is to be replaced.",
        "Kestrel Foods will close its plant.",
        "Kestrel, which runs the port, will close it.",
        "Leeds has 12 libraries.",
        "Labour, the biggest party, disagreed.",
        "Harvest begins in August.",
        "Will Holt, the mayor, go?",
        "The mayor was blunt.",
        "Critics say the plan is too dear.",
    ],
)
def test_what_is_nobody_does_not_stand_between(before: str) -> None:
    """A thing, a firm or a place is no speaker: the one named before it goes on."""
    assert _speaker(before) == "John Holt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares in Harrow Lane Surfacing fell again.", "Harrow Lane Surfacing"),
        ("It was May Lane, a nurse of 34, who wept.", "May Lane"),
    ],
)
def test_the_first_word_of_a_name(text: str, name: str) -> None:
    """A name keeps a first word that is a place or a month elsewhere, where what stands around it shows that it is no other."""
    assert name in [one.name for one in find(Article(text=text, language="en")).participants]


@pytest.mark.parametrize(
    "text", ["Last May Egge, a fisherman, wept.", "In April Lane, a nurse, wept.", "Will Egge, a fisherman, win?"]
)
def test_a_month_or_a_helper_is_no_first_word(text: str) -> None:
    """Behind a preposition it is a month, and in a question a helper."""
    assert not [one.name for one in find(Article(text=text, language="en")).participants if " " in one.name]


@pytest.mark.parametrize(
    "before",
    ["“We wish her well,” the prime minister said.", "The union’s leader was angry.", "Koss Varrick disagreed."],
)
def test_nor_does_a_denial(before: str) -> None:
    """A sentence that opens on "He" behind somebody without a known name is nobody's who was named before."""
    text = f"Minister Anna Lund is ill.\n\nHer successor, Ivar Holm, starts on Monday.\n\n{before} He denied that he had asked her."
    assert "Ivar Holm" not in [one.source for one in find(Article(text=text, language="en")).attributions]
