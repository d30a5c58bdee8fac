"""What stays open or lies ahead by a word or two, and sentences that look like it and are decided."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import shown

THURSDAY = "2026-11-12"


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("A walkout due to begin on Saturday was called off on Tuesday.", ["?", "2026-11-10"]),
        ("A walkout due to begin on Saturday was welcome.", ["?"]),
        ("A walkout is due to begin on Friday.", ["2026-11-13"]),
        ("The vote was put off on Wednesday until Monday.", ["2026-11-11", "2026-11-16"]),
        ("The shop is open from Wednesday until Friday.", ["2026-11-18..2026-11-20"]),
        ("Rain on Tuesday will have diluted whatever got into it.", ["?"]),
        ("The market on Tuesday will have a band.", ["2026-11-17"]),
        ("Examinations earlier fixed for Tuesday will now be held later.", ["?"]),
        ("Examinations are fixed for Tuesday.", ["2026-11-17"]),
        ("The inquiry into last October's floods went on.", ["?"]),
        ("The inquiry into last September's floods went on.", ["2026-09"]),
        ("The paper was sold an hour before candidates were to sit it on Tuesday.", ["?"]),
        ("Candidates to sit the paper on Tuesday", ["2026-11-17"]),
        ("The rain, normally due on Tuesday, held back.", ["?"]),
        ("The league may act if the dues are not cleared before December 1.", ["2026-12-01"]),
        ("The dues were cleared before November 1.", ["2026-11-01"]),
        ("The walkout puts in doubt the club's match at Shillong on Saturday.", ["?"]),
        ("The injury put in doubt the future of the star, who limped off on Saturday.", ["2026-11-07"]),
        ("It put at risk the lives of crews who fought the fire on Saturday.", ["2026-11-07"]),
        ("Thousands watched the new president take office on Sunday.", ["?"]),
        ("A forged will turned up and put the family in court on Sunday.", ["?"]),
        ("The bank cut its rate with effect from Monday.", ["?"]),
        ("Records that were kept are not complete before Monday, the auditor found.", ["2026-11-09"]),
        ("The flood, usually a gentle affair, drowned nine on Sunday.", ["2026-11-08"]),
        ("A normally reliable source died on Sunday.", ["2026-11-08"]),
        ("The club's future was in doubt on Saturday.", ["2026-11-07"]),
        ("The work was handed over with effect from December 1.", ["2026-12-01"]),
        ("It paid from March 2023 until last November.", ["2023-03..2025-11"]),
        ("They took ore between June 2023 and last September.", ["2023-06..2026-09"]),
        ("Friday's close was low. Shares rose by 12.10 GMT.", ["2026-11-06", "?"]),
        ("A barge sank on Tuesday. Crews came at 3.15 a.m.", ["2026-11-10", "2026-11-10T03:15"]),
        (
            "The strike, which started with the 6 a.m. shift, follows the board's decision to close the mill with effect from December 1.",
            ["?", "2026-12-01"],
        ),
        ("The quake struck at 4 a.m. (0117 GMT) on Tuesday.", ["2026-11-10T04:00", "2026-11-10T01:17Z", "2026-11-10"]),
        ("A dam finished on 1 May burst on Tuesday.", ["2026-05-01", "2026-11-10"]),
        ("The dam may burst on Tuesday.", ["2026-11-17"]),
        ("A nurse has won Tuesday's mayoral by-election.", ["2026-11-10"]),
        ("A nurse has won Tuesday's by-election debate.", ["?"]),
        ("The broadcaster has won Saturday's final for its viewers.", ["?"]),
        ("The town has lost Sunday's race to Hull, which will host it instead.", ["?"]),
        ("Spain have beaten France in Tuesday's final.", ["2026-11-10"]),
    ],
)
def test_a_word_decides_or_leaves_open(sentence: str, values: list[str]) -> None:
    """What may lie on either side of publication stays open; what an everyday reader places is placed."""
    assert [value for _, value in shown(sentence, THURSDAY)] == values


def test_this_week_of_a_sunday_is_open_where_it_is_to_come() -> None:
    """On a Sunday "this week" that is to come may be that of the morrow; what has been is of the week that ends."""
    sunday = "2026-11-15"
    assert [value for _, value in shown("The club will write to the league this week.", sunday)] == ["?"]
    assert [value for _, value in shown("The club wrote to the league this week.", sunday)] == [
        "2026-11-09..2026-11-15"
    ]
