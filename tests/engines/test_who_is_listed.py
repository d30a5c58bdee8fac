"""Which of those whom an article names its card lists: who acts, and who is named in full."""

from __future__ import annotations

import pytest

from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from summarize.reading import read_text

_NEWS = (
    "Fares go up\n\nThe council of Harwick voted on Monday to raise the bus fare by 4 percent from May.\n\n"
    "Councillor Ann Moss said the fare was fair and would pay for new buses.\n\nThe fare rises in May and in June, Moss said.\n\n"
    "The buses are old and the drivers had asked for new ones since 2019.\n\n"
)


def _listed(text: str) -> list[str]:
    """The names on the card of an article that goes on with a text behind its news."""
    article = read_text(_NEWS + text).article
    findings = find(article)
    draft = ExtractiveEngine().choose(article, findings)
    return [findings.participants[one.participant - 1].name for one in draft.who if one.participant]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wexford county council will close the beach road from 6pm.", "Wexford county council"),
        ("Fire and Rescue Wales is investigating the blaze.", "Fire and Rescue Wales"),
        ("In a statement on Tuesday, the Kaura Youth Forum demanded a post on the road.", "Kaura Youth Forum"),
        ("On Monday the Harwick Trust bought the mill.", "Harwick Trust"),
        ("The bell founder John Taylor & Co of Loughborough will recast the tenor.", "John Taylor & Co"),
        ("It lies in the parish of the Kaura Youth Forum and nothing moved.", "Kaura Youth Forum"),
        ("She takes over in June from Hugh Lorimer.", "Hugh Lorimer"),
        ("The second prize went to 14-year-old Amit Sandhu of Guelph.", "Amit Sandhu"),
    ],
)
def test_whoever_acts_or_is_named_in_full_is_listed(text: str, name: str) -> None:
    """A body by what it does or will do to something, wherever its sentence says so, or by a name of three words; a person by a given name and a surname."""
    assert name in _listed(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In the end, the Kaura Club was full.", "Kaura Club"),
        ("It lies in the parish of the Kaura Forum and nothing moved.", "Kaura Forum"),
        ("A choir sang in the Kaura Arts Theatre.", "Kaura Arts Theatre"),
        ("“It is the Kaura Youth Forum again,” a man said.", "Kaura Youth Forum"),
        ("The Harwick Trust is old.", "Harwick Trust"),
        ("On Monday he was taken to Ballarat Base Hospital with burns.", "Ballarat Base Hospital"),
        ("Photo: Craig Fells\n\nIt rained.", "Craig Fells"),
        ("(Reporting by Tom Baker; Editing by Joan Marsh)", "Joan Marsh"),
        ("With assistance from Peter Sands", "Peter Sands"),
        ("“I saw Hugh Lorimer there,” a man said.", "Hugh Lorimer"),
    ],
)
def test_who_made_the_article_and_what_only_stands_there_is_not_listed(text: str, name: str) -> None:
    """No house where something is, no body that only is something, nobody who wrote or took pictures, or whom others only speak of."""
    assert name not in _listed(text)


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [
        ("The pit of GTX is old.", False),
        ("GTX has bought another.", True),
        ("GTX said that it was shut.", True),
    ],
)
def test_one_word_is_listed_if_it_does_something(text: str, is_listed: bool) -> None:
    """A name of one word that does and says nothing is as often no name of anybody, however often it stands there."""
    again = "They ate with GTX. They came back from the pit of GTX. "
    assert ("GTX" in _listed(again + text)) is is_listed
