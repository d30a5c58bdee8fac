"""What the index says of somebody whom no article calls anything: what is told beside the name."""

from __future__ import annotations

import pytest

from summarize.briefing import Cite, Party
from summarize.findings import ParticipantKind
from summarize.stories.beside import told_beside

CITE = Cite(article=1, start=0, end=1, text="A")


def told(name: str, kind: ParticipantKind, text: str, role: str | None = None) -> str | None:
    """What the text tells of somebody of that name."""
    return told_beside(Party(name=name, role=role, kind=kind, mentions=1, evidence=(CITE,)), [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” said Ann Lee, who led the gang of 34.\nIt rained.", "who led the gang of 34"),
        ("“No,” said Ann Lee, 70, who grows the mangoes.", "who grows the mangoes"),
        ("“No,” said Ann Lee (70), who grows the mangoes.", "who grows the mangoes"),
        ("“No,” said Ann Lee, 79, of Corran, who came from Brest as a bride.", "who came from Brest as a bride"),
        ("They held Ann Lee, who ran the mill for 24 years, on Friday.", "who ran the mill for 24 years"),
        ("They met Ann Lee, whose son is missing.", "whose son is missing"),
        # What was the case just then, what is said, and what takes up other words.
        ("“No,” said Ann Lee, 38, who was still in her boots.", None),
        ("“No,” said Ann Lee, who has been in the hall for a week.", None),
        ("Ann Lee, who said that it was late, left.", None),
        ("Ann Lee, who has said that it was late, left.", None),
        ("Ann Lee, who wants to sell it, left.", None),
        # No part of a clause: of a list, before an apposition, behind a short form, inside a figure, or too long.
        ("“No,” said Ann Lee, who runs bakeries in Corran, Brest and Holm.", None),
        ("They met Ann Lee, who led the band, a brass one.", None),
        ("They met Ann Lee, whose husband, a loader, went down on Tuesday.", None),
        ("They met Ann Lee, who keeps hens behind St. Mary’s church.", None),
        ("They met Ann Lee, who paid a fine of 2.5 million pounds.", "who paid a fine of 2.5 million pounds"),
        ("They met Ann Lee, who keeps hens and ducks and geese and two old goats in Corran.", None),
        ("They met Ann Lee, which runs four mines.", None),
        ("They met the drinks group Ann Lee.", None),
    ],
)
def test_of_people(text: str, expected: str | None) -> None:
    """A person is told of by a whole clause of few words right behind the name, its age and where from, or not at all."""
    assert told("Ann Lee", "person", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in the Leith drinks group Lane & Weir fell.", "Leith drinks group"),
        ("The mine is that of Lane & Weir, which runs four more.", "which runs four more"),
        ("Shares in the group Lane & Weir fell.", None),
        ("It is said of the group that Lane & Weir fell.", None),
        ("The head of the company Lane & Weir left.", None),
        # What happened to a body, and how large it is, is no role.
        ("It hurt Lane & Weir, which fell 2% last month.", None),
        ("It hurt Lane & Weir, which has 22,000 members.", None),
        ("It hurt Lane & Weir, who led the gang of 34.", None),
    ],
)
def test_of_bodies(text: str, expected: str | None) -> None:
    """A body is told of by what it does for a living, behind its name, or by the noun group right before it."""
    assert told("Lane & Weir", "organisation", text) == expected


def test_a_role_is_enough() -> None:
    """Of somebody with a role, and of a group, nothing more is told."""
    text = "“No,” said Ann Lee, who led the gang of 34.\nIt rained."
    assert told("Ann Lee", "person", text, "mayor") is None
    assert told("Ann Lee", "group", text) is None
