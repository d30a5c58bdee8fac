"""Which figures of a story are told as changed from one day to the next. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Change
from summarize.pipeline import pipeline_for
from summarize.rendering.briefing.phrases import about
from summarize.settings import Settings
from tests.benches.days import LabelledDay, briefed

EVE = "Two storms met over the Orrin on Monday, and the river burst its banks in Kelby. "
Told = tuple[str, str, str]


def told(then: str, *now: str) -> set[Told]:
    """The figures that the second of two days has as changed: what they are of, and both values. Each account is another outlet's."""
    label = {"title": "Orrin bursts its banks in Kelby", "event": "flood"}
    days = [
        LabelledDay(
            day,
            {
                f"{day}-{n}": {**label, "id": f"{day}-{n}", "outlet": f"Post {n}", "at": day, "text": EVE + text}
                for n, text in enumerate(texts)
            },
            {},
            (),
        )
        for day, texts in (("2026-11-24", (then,)), ("2026-11-25", now))
    ]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    return {(str(each.about), *each.values) for story in last.stories for each in story.changes if each.values}


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("Soldiers evacuated 200 people.", "By Tuesday 450 people had been evacuated.", ("evacuated", "200", "450")),
        ("A boat with 60 aboard sank, and three of them were hurt.", "Seven people were hurt, police said.", ("injured", "three", "Seven")),
        ("Three passengers were hurt.", "Four passengers, not three, were hurt.", ("injured", "Three", "Four")),
        ("Two gunmen shot dead a judge in Kelby.", "A lone gunman, not two as the police had first said, shot dead the judge in Kelby.", ("gunmen", "two", "A lone")),
        ("Two gunmen shot dead a judge in Kelby.", "Police now believe that there was a single gunman, not two as they had first reported, in Kelby.", ("gunmen", "two", "a single")),
        ("Two gunmen shot dead a judge in Kelby.", "A lone gunman shot dead the judge in Kelby, not two streets from the court.", None),
        ("Two drivers shot film of a fire in Kelby.", "A lone gunman, not two as they had first said, shot dead a judge in Kelby.", None),
        ("One crew member was hurt.", "Four passengers were hurt.", None),
        ("Twelve fishermen are missing.", "Five of the crew are still missing.", ("missing", "Twelve", "Five")),
        ("In all 57 people fell ill.", "More than 50 people have fallen ill since May.", None),
        ("In all 57 people fell ill.", "More than 60 people have fallen ill since May.", ("infected", "57", "more than 60")),
        ("Shares in the Kelby Bank fell 2% on Monday.", "Shares in the Kelby Bank fell 3.1% on Tuesday.", None),
        ("In all 20 people are missing.", "At least eight people are still missing.", ("missing", "20", "at least eight")),
        ("Twelve people were killed.", "At least nine people were killed.", ("dead", "Twelve", "at least nine")),
        ("In all 57 people fell ill.", "At least 30 people have fallen ill.", ("infected", "57", "at least 30")),
        ("The flood killed about 30 people.", "The flood killed 33 people.", ("dead", "about 30", "33")),
        ("Ten people were hurt; one of them has died.", "Two died and eight others were injured.", None),
        ("Seven people were killed.", "Three of the crew of a boat were killed.", None),
    ],
)  # fmt: skip
def test_a_toll_that_moves(then: str, now: str, changed: Told | None) -> None:
    """A toll is told as changed whichever words count it; some of a crew are no fall of a toll that cannot fall, nor is a round bound just below. What bounds a figure is told with it."""
    assert told(then, now) == ({changed} if changed else set())


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("The company said that hackers took the names of 90,000 customers.", "Hackers took the records of 210,000 customers, up from the 90,000 that the company spoke of on Monday.", ("customers", "90,000", "210,000")),
        ("About 300 dead fish lay on the bank.", "The number of dead fish has risen from 300 to 2,100.", ("fish", "300", "2,100")),
        ("The Dawn Alliance would have 27 seats.", "The Dawn Alliance had dwindled to 25 seats, from the 27 it seemed to have on Monday.", ("seats", "27", "25")),
        ("The port has offered a rise of 3.5%.", "The port raised its offer from 3.5% to 4.8%.", ("offer", "3.5%", "4.8%")),
        ("The ferry line left 9,000 passengers stranded, the port said.", "The line now counts 12,300 passengers stranded on both banks, up from an earlier figure of 9,000.", ("passengers", "9,000", "12,300")),
        ("The ferry line left 9,000 passengers stranded, the port said.", "The line sold 12,300 tickets, up from an earlier figure of 9,000.", None),
        ("A reward of 2 million euros has been offered for information.", "The reward offered for information was raised to 3 million euros, police said.", ("reward", "2 million euros", "3 million euros")),
        ("A reward of 2 million euros has been offered for information.", "The reward for the dog was raised to 3 million euros, police said.", None),
        ("A reward of 2 million euros has been offered for information.", "The pension was raised to 3 million euros for all.", None),
        ("Four rangers were killed at the dam.", "The park raised its count of dead rangers from four to five after a man died in hospital.", ("dead", "four", "five")),
        ("Four rangers were killed at the dam.", "Five of its rangers have died, the park said. The park raised its count from four after a man died in hospital.", ("dead", "four", "Five")),
        ("Four rangers were killed at the dam.", "The park raised its count from four after a man died in hospital.", None),
        ("Four rangers were killed at the dam, and four were hurt.", "The park raised its count from four to five.", None),
        ("Four rangers were killed at the dam.", "The park raised its count of boats from three to five.", None),
        ("Four rangers were killed at the dam.", "The park raised its flag from four to five in the evening.", None),
        ("The bank is to close 14 branches.", "Turnout in the election rose to 64% from 58%.", None),
        ("The road is closed from 2 p.m.", "Buses run from 6 to 10 in the evening.", None),
        ("Some 300 firefighters fought the water.", "The price of a boat rose from 300 to 450 euros.", None),
        ("A flood in Kelby killed 40 people.", "The number of people in tents rose from 40 to 200, the governor said.", None),
        ("The bank is to close 14 branches in Kelby.", "The bank in Kelby had cut its branches from 40 to 14 in 2019.", None),
    ],
)  # fmt: skip
def test_a_figure_that_an_article_says_has_moved(then: str, now: str, changed: Told | None) -> None:
    """What was so much, as the day before told of the same, and is said to be more now, has changed, whatever it counts."""
    assert told(then, now) == ({changed} if changed else set())


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("A bus slid off the road, injuring 14 passengers. Post 2 wrote that 19 were hurt.", "Kelby Coaches put the number of injured passengers on its bus at 19, not 14 as it had said on Monday.", None),
        ("A bus slid off the road, injuring 14 passengers. A paper wrote that 19 were hurt.", "Kelby Coaches put the number of injured at 19, not 14 as it had said on Monday.", ("injured", "14", "19")),
        ("The council says 270 leases are affected.", "The number of leases affected is 510, the council said. On Monday it had spoken of 270.", ("affected", "270", "510")),
        ("The council says 270 leases are void.", "The council said 510 leases were void. Earlier it had put the figure at 270.", ("leases", "270", "510")),
        ("The council says 270 leases are void.", "The council said 510 leases were void. In 2019 it had bought 270.", None),
        ("The council says 270 leases are void.", "The council said 510 houses stood empty. On Monday it had spoken of 270 leases and 12 shops.", None),
        ("The council says 120 leases are void.", "The council said 510 leases were void. On Monday it had spoken of 270.", None),
        ("A bus slid off the road, injuring 14 passengers.", "Kelby Coaches put the number of its buses at 19, not 14 as it had said on Monday.", None),
    ],
)  # fmt: skip
def test_what_one_gives_anew(then: str, now: str, changed: Told | None) -> None:
    """What somebody had said before and gives otherwise now has changed, in one sentence or two, though another told it before; not another thing, nor what nobody had told."""
    assert told(then, now) == ({changed} if changed else set())


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ("He said that an earlier figure of 33 had counted some people twice.", "missing, counted anew"),
        ("The figure of 33 given on Monday was too high.", "missing, counted anew"),
        ("The governor has corrected his figure of 33.", "missing, counted anew"),
        ("Another seven were found in a school.", "missing"),
        ("A count of 33 boats had been wrong.", "missing"),
        ("An earlier figure of 12 dead had counted some twice.", "missing"),
    ],
)
def test_what_was_counted_wrongly_has_not_fallen(now: str, changed: str) -> None:
    """Of fewer missing it is told where the earlier figure is said to have been wrong: nobody was found."""
    then = "In all 33 people were missing in the two towns on the river."
    assert told(then, f"Twenty-six people are still missing. {now}") == {(changed, "33", "Twenty-six")}


def test_what_is_contested_has_not_changed() -> None:
    """Where today's accounts differ and one of them says what was told, there is a disagreement and no change."""
    then = "Seven people were killed when the bridge at Kelby fell, the mayor of Kelby said."
    other = (
        "Divers searched the water below the bridge at Kelby on Tuesday. Nine people were killed, the coastguard said."
    )
    again = "The town hall of Kelby lowered its flag. Seven people were killed at the bridge, its mayor told reporters."
    assert told(then, other, again) == set()
    assert told(then, other) == {("dead", "Seven", "Nine")}


def test_an_outlet_goes_on_with_its_own_figure() -> None:
    """Where accounts of the day before differed, today's goes on with that of its own outlet, though another wrote later."""
    then = ("In all 41 people were killed, the police said.", "At least 39 people were killed, the governor said.")
    label = {"title": "Orrin bursts its banks in Kelby", "event": "flood"}
    first = {
        f"a{n}": {
            **label,
            "id": f"a{n}",
            "outlet": f"Post {n}",
            "at": f"2026-11-24T0{7 + n}:00:00Z",
            "text": EVE + text,
        }
        for n, text in enumerate(then)
    }
    second = {
        "b": {
            **label,
            "id": "b",
            "outlet": "Post 0",
            "at": "2026-11-25",
            "text": EVE + "In all 44 people were killed, the police said.",
        }
    }
    days = [LabelledDay("2026-11-24", first, {}, ()), LabelledDay("2026-11-25", second, {}, ())]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    assert [each.values for story in last.stories for each in story.changes if each.values] == [("41", "44")]


def test_values_stand_in_one_form() -> None:
    """A number in words is shown as a figure where the other value of a change is one, and both as printed where they are of one kind."""
    seven = Change(kind="updated", about="missing", values=("33", "Twenty-six"))
    assert about(seven) == "missing: 33 → 26"
    assert (
        about(seven.model_copy(update={"values": ("at least twelve", "Nineteen")}))
        == "missing: at least twelve → nineteen"
    )


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        (
            "The number of leaks in the dykes of Kelby is 287, the river board's head, Ann Lee, said.",
            "The board's count of leaks in the dykes of Kelby is 304, its head, Ann Lee, said.",
            ("leaks", "287", "304"),
        ),
        (
            "The number of leaks in the dykes of Kelby is 287, the river board's head, Ann Lee, said.",
            "The number of leaks in the dykes of Kelby is 304, the union's head, Jo Fox, said.",
            None,
        ),
        (
            "The number of leaks in the dykes of Kelby is 287, the river board's head, Ann Lee, said.",
            "The number of pumps in the dykes of Kelby is 304, the river board's head, Ann Lee, said.",
            None,
        ),
    ],
)
def test_a_number_that_somebody_gives_anew(then: str, now: str, changed: Told | None) -> None:
    """Who gives another number of the same, by name, has counted anew; somebody else's, and one of something else, are others."""
    assert told(then, now) == ({changed} if changed else set())


def test_a_share_by_another_hour_has_moved() -> None:
    """By when something was so is another from day to day, and no other figure for that."""
    then = "By 8pm about 10 per cent of supply was back, according to the Kelby grid."
    now = "The Kelby grid said that 70 per cent of supply was back by noon on Tuesday."
    assert told(then, now) == {("supply", "about 10 per cent", "70 per cent")}
