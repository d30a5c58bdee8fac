"""Days behind what was done to a plan, and two days of which one is given up. Publication is on a Thursday."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import shown

THURSDAY = "2026-11-26"


def values(sentence: str) -> list[str]:
    return [value for _, value in shown(sentence, THURSDAY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvane withdrew a plan to cut 1,400 jobs in Oldmere on Tuesday.",
        "Corvane withdrew its plan to close the plant on Tuesday, the union said.",
        "Parliament rejected a plan to raise fares on Tuesday.",
        "The council approved a plan to build 300 homes on Tuesday.",
        "The court blocked a plan to deport 40 people on Tuesday.",
        "The judge blocked the ministry's plan to deport 40 people on Tuesday.",
        "The council rejected controversial plans to close three schools on Tuesday.",
        "The council had rejected plans to build homes on Tuesday.",
        "Council approves plan to build 300 homes on Tuesday",
        "Lawmakers voted against a plan to raise the pension age on Tuesday.",
        "The regulator threw out a plan to merge the banks on Tuesday.",
        "The government shelved a long-planned plan to privatise the port on Tuesday morning.",
    ],
)
def test_the_day_behind_a_plan_that_was_judged_is_of_the_judgement(sentence: str) -> None:
    """A weekday at the end of a sentence that tells what was done to a plan is the day on which that was done."""
    assert values(sentence) == ["2026-11-24"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The union announced a plan to strike on Tuesday.", "?"),
        ("The union has rejected a plan to cut jobs on Tuesday.", "?"),
        ("The union called off plans to strike on Tuesday.", "?"),
        ("The council will call off plans to build homes on Tuesday.", "2026-12-01"),
        ("The council will reject a plan to build homes on Tuesday.", "2026-12-01"),
    ],
)
def test_the_day_of_a_plan_that_is_told_or_has_been_judged_is_not_guessed(sentence: str, value: str) -> None:
    """How a plan is made known, that it has been judged, or that it was one for a deed of a day, does not say whose the day is; what will be done to it is ahead."""
    assert values(sentence) == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council plans to build on Tuesday.",
        "The union has a plan to strike on Tuesday.",
        "The firm that rejected the offer plans to build on Tuesday.",
        "Nurses who rejected the pay deal plan to strike on Tuesday.",
        "The unions rejected the offer and plan to strike on Tuesday.",
        "The offer was rejected, and the plan to strike on Tuesday stands.",
        "They rejected a plan to meet and will strike on Tuesday.",
        "The union drew up a plan to strike on Tuesday.",
        "The union approved a plan to walk out on 1 December.",
        "The council approved a plan to raise fares from Tuesday.",
        "The council approved a plan to raise fares by Tuesday.",
        "The club dropped a plan to move its match to Tuesday.",
    ],
)
def test_the_day_of_a_plan_is_ahead_where_nothing_was_done_to_it(sentence: str) -> None:
    """Who plans, has a plan, or gives the day from which it holds looks ahead, whatever was rejected before in the sentence."""
    assert values(sentence) == ["2026-12-01"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The opening has been put off from 14 December to 11 January.", ["?", "2027-01-11"]),
        (
            "The council has postponed the opening of the tram line in Calder from 14 December to 11 January.",
            ["?", "2027-01-11"],
        ),
        ("Council postpones tram opening from 14 December to 11 January", ["?", "2027-01-11"]),
        ("The council will delay the opening of the tram from 14 December to 11 January.", ["?", "2027-01-11"]),
        ("The council pushed back the opening of the tram from Monday to Friday.", ["?", "2026-11-27"]),
        ("The council will bring the vote forward from 14 December to 7 December.", ["?", "2026-12-07"]),
        ("The council moved the opening of the tram line from 14 to 18 December.", ["2026-12-18"]),
        (
            "The council put off its session on aid after the flood in Calder from Thursday to Monday 30 November, so that all could attend.",
            ["?", "2026-11-30"],
        ),
        ("The council put off its session before the vote on aid from Thursday to Monday.", ["?", "2026-11-30"]),
        (
            "The council brought forward its session on aid after the flood in Calder by three days, to Friday, it said.",
            ["2026-11-27"],
        ),
        ("The council brought its session forward by two days to Friday.", ["2026-11-27"]),
        ("The council put its session off to Friday.", ["2026-11-27"]),
    ],
)
def test_what_is_moved_from_a_day_to_another_has_two_days(sentence: str, expected: list[str]) -> None:
    """A day that something is moved from is given up, and stays open; that which it is moved to lies ahead; they are no period."""
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The exhibition, moved to the town hall, is open from 14 December to 11 January.", "2026-12-14..2027-01-11"),
        ("The museum moved to the quay and is open from 14 December to 11 January.", "2026-12-14..2027-01-11"),
        ("The festival from 14 December to 11 January has been postponed.", "2026-12-14..2027-01-11"),
        ("Strikes pushed back the opening, which will last from 14 December to 11 January.", "2026-12-14..2027-01-11"),
        ("Passengers face long delays from 14 December to 18 December.", "2026-12-14..2026-12-18"),
        ("The firm delayed the payment of staff employed from 14 October to 11 November.", "2026-10-14..2026-11-11"),
        ("Police moved 40 people out of the flats from 2 November to 9 November.", "2026-11-02..2026-11-09"),
        ("The team moved into the hotel from 2 November to 9 November.", "2026-11-02..2026-11-09"),
        (
            "They put off a vote after the strike closed the port from 2 November to 9 November.",
            "2026-11-02..2026-11-09",
        ),
    ],
)
def test_a_period_beside_what_is_moved_stays_one(sentence: str, expected: str) -> None:
    """A period of something else than what is moved, of a noun "delays" or of who moved to a place is a period."""
    assert values(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The council rejected a plan that would close the pool on Tuesday.", "2026-11-24"),
        ("The council rejected a plan, which would have closed six pools, on Tuesday.", "2026-11-24"),
        ("The mayor vetoed a measure that would raise rents on Tuesday.", "2026-11-24"),
        ("The council rejected plans that would see nurses strike on Tuesday.", "2026-12-01"),
        ("The court blocked a law that would have taken effect on Tuesday.", "2026-12-01"),
        ("The council will reject a plan that would close six pools on Tuesday.", "2026-12-01"),
        ("The council has rejected a plan that would close six pools on Tuesday.", "2026-12-01"),
        ("The council on Monday rejected a plan that would close six pools on Tuesday.", "2026-12-01"),
        ("The council yesterday rejected a plan that would close six pools on Tuesday.", "2026-12-01"),
        ("The council approved a plan that would close six pools from Tuesday.", "2026-12-01"),
        ("The senate passed a bill that would cut taxes and said it would meet on Tuesday.", "2026-12-01"),
        ("The senate passed a bill that would ban smoking on 1 December.", "2026-12-01"),
        ("A firm that rejected the offer said it would close on Tuesday.", "2026-12-01"),
    ],
)
def test_the_day_behind_what_a_judged_plan_would_do(sentence: str, value: str) -> None:
    """A weekday behind what a plan would do is that of what was done to the plan, unless the plan itself is for a day, or another verb or a day of its own stands nearer."""
    assert values(sentence)[-1:] == [value]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge will stay shut after the flood, its owner said, and not reopen on Wednesday as hoped.", "?"),
        ("Trams will stop at the quay but not run on Wednesday.", "?"),
        ("The bridge was shut for a week and not on Wednesday alone.", "2026-11-25"),
        ("Tickets bought for Saturday will be paid back.", "?"),
        ("Tickets bought on Saturday will be paid back.", "2026-11-21"),
    ],
)
def test_what_will_not_be_and_what_is_paid_for_is_not_dated_back(sentence: str, expected: str) -> None:
    """The day on which something will not be, and that for which something is bought, are no days of the past; the day of buying is."""
    assert values(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The union at Lindmark said its rally on Saturday would go ahead.", "2026-11-28"),
        ("The mayor said the council meeting on Thursday would take place as planned.", "2026-11-26"),
        ("The mayor said Saturday's parade would go ahead.", "2026-11-28"),
        ("The club said the Saturday match would be held at Skerrow.", "2026-11-28"),
        ("The minister said the strike on Monday would cost three million crowns.", "?"),
        ("The mayor said the vote on Monday would not be the last.", "?"),
        ("Police said the man arrested on Saturday would appear in court.", "2026-11-21"),
        ("She said the funeral of the boy shot on Saturday would be held at Skerrow.", "2026-11-21"),
        ("The mayor said Saturday's meeting decided that the parade would go ahead.", "2026-11-21"),
        ("The mayor said Saturday talks would begin.", "2026-11-21"),
        ("Police said the march on Saturday went ahead.", "2026-11-21"),
    ],
)
def test_an_event_that_is_said_to_go_ahead(sentence: str, value: str) -> None:
    """The day of an event right before "would" is to come, although "said" stands before it, where it is to be held; else neither."""
    assert shown(sentence, "2026-11-25")[0][1] == value
