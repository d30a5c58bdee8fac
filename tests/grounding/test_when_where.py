"""Rules of dates and places: which is the main one, and what the findings missed."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftPlace, DraftStatement, DraftTime
from tests.grounding.articles import article, grounded, reasons

FILLER = " ".join(
    f"Nothing else was said about the {word} pier." for word in ("old", "new", "red", "low", "dry", "wet")
)
TEXT = (
    "The pier in Leeds closed on Friday, 13 March 2026. It had opened in 1998. “We knew on 2 February 2026,” said Hanna Osei. "
    f"Work begins at dawn on Sunday.\n\n{FILLER}\n\nThe inquest is on 20 April 2026 in Hull. It was built in 2001 at Cold Quay. Osei spoke at sunrise."
)  # fmt: skip


def _time(words: str) -> int:
    made, findings = article(TEXT)
    return next(time.number for time in findings.times if words in made.text[time.span.start : time.span.end])


def _place(name: str) -> int:
    return next(place.number for place in article(TEXT)[1].places if place.name == name)


def _sentence(words: str) -> int:
    made, findings = article(TEXT)
    return next(one.number for one in findings.sentences if words in made.text[one.span.start : one.span.end])


def test_every_date_of_the_built_in_engine_stands_and_one_is_main() -> None:
    """A draft that gives only a main date loses no other one."""
    result = grounded(TEXT, Draft(when=(DraftTime(time=_time("Sunday"), main=True),)))
    assert [when.text for when in result.when if when.main] == ["Sunday"] or [when.main for when in result.when].count(
        True
    ) == 1
    assert {when.text for when in result.when} == {when.text for when in grounded(TEXT, Draft()).when}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("20 April", "neither in the news nor in the opening"),
        ("1998", "more than a year"),
        ("2 February", "somebody's words"),
    ],
)
def test_a_date_that_cannot_be_the_news_is_not_main(words: str, reason: str) -> None:
    """A main date that is quoted, far off or outside news and opening is refused, and the built-in engine's stands."""
    result = grounded(TEXT, Draft(when=(DraftTime(time=_time(words), main=True),)))
    assert [when.text for when in result.when if when.main] == [
        when.text for when in grounded(TEXT, Draft()).when if when.main
    ]
    assert [field for field, _ in reasons(result)] == ["when.main"]
    assert reason in reasons(result)[0][1]


def test_a_date_of_the_headline_may_be_main() -> None:
    """A date beside the lead is main if the card's headline rests on its sentence."""
    draft = Draft(
        headline=DraftStatement(sentences=(_sentence("Work begins"),), text="Work begins at dawn on Sunday"),
        when=(DraftTime(time=_time("Sunday"), main=True),),
    )
    result = grounded(TEXT, draft)
    assert [when.text for when in result.when if when.main] == ["Sunday"]
    assert result.rejected == []


def test_the_leads_own_date_and_place_win() -> None:
    """Where the lead says when and where, a draft's date and place from elsewhere in the opening are refused; where it does not, they stand."""
    text = "{} It opens on 20 April 2026 in Hull. Nobody was hurt when it sank. It was old. It was red."
    told, open_ = text.format("The pier in Leeds closed on 12 March 2026."), text.format("The pier was closed at last.")
    draft = Draft(
        when=(DraftTime(words="20 April 2026", sentence=2, main=True),),
        where=(DraftPlace(name="Hull", sentence=2, main=True),),
    )
    assert [(one.start, one.main) for one in grounded(told, draft).when if one.main] == [("2026-03-12", True)]
    assert [one.name for one in grounded(told, draft).where if one.main] == ["Leeds"]
    assert reasons(grounded(told, draft)) == [
        ("when.main", "the lead says when it happened"),
        ("where.main", "the lead says where it happened"),
    ]
    assert [one.start for one in grounded(open_, draft).when if one.main] == ["2026-04-20"]
    assert [one.name for one in grounded(open_, draft).where if one.main] == ["Hull"]


@pytest.mark.parametrize(
    ("told", "main"),
    [
        ("10 March 2026", "2026-03-10"),
        ("26 February 2026", "2026-02-26"),
        ("25 February 2026", "2026-03-12"),
        ("13 March 2026", "2026-03-12"),
    ],
)
def test_a_draft_may_say_that_it_happened_before_the_leads_day(told: str, main: str) -> None:
    """A draft's main date in the opening counts against the lead's if it lies at most two weeks before it: news is told after it happened."""
    text = f"13 March 2026\n\nThe pier in Leeds closed, the port said on 12 March 2026. It sank on {told}. Nobody was hurt. It was old.\n"
    draft = Draft(when=(DraftTime(words=told, sentence=2, main=True),))
    assert [one.start for one in grounded(text, draft).when if one.main] == [main]


def test_the_first_main_date_counts() -> None:
    """Of two main dates the first that holds is it, and the other is refused."""
    result = grounded(
        TEXT, Draft(when=(DraftTime(time=_time("Friday"), main=True), DraftTime(time=_time("Sunday"), main=True)))
    )
    assert [when.start for when in result.when if when.main] == ["2026-03-13"]
    assert reasons(result) == [("when.main", "there is another main date")]


def test_a_missed_date_stays_open() -> None:
    """Words of time that the findings missed become a date without a value, with the sentence they stand in."""
    number = _sentence("sunrise")
    result = grounded(
        TEXT,
        Draft(
            when=(DraftTime(words="at sunrise", sentence=number), DraftTime(words="dawn", sentence=_sentence("dawn")))
        ),
    )
    assert [(when.text, when.start, when.what) for when in result.when if when.text == "dawn"] == [
        ("dawn", None, "Work begins at dawn on Sunday.")
    ]
    assert ("when", "it is not a date") in reasons(result)


@pytest.mark.parametrize(
    ("words", "sentence", "reason"),
    [
        ("pier in", 1, "not a date"),
        ("in Leeds", 1, "not a date"),
        ("yesterday", 1, "do not stand in sentence 1"),
        ("Fri", 1, "do not stand in sentence 1"),
        ("closed", 99, "names no sentence"),
        ("", 1, "names no sentence"),
    ],
)
def test_what_is_no_missed_date_is_refused(words: str, sentence: int, reason: str) -> None:
    """Words that do not stand in their sentence, or that tell no time, are no date."""
    result = grounded(TEXT, Draft(when=(DraftTime(words=words, sentence=sentence),)))
    assert result.when == grounded(TEXT, Draft()).when
    assert [field for field, _ in reasons(result)] == ["when"]
    assert reason in reasons(result)[0][1]


@pytest.mark.parametrize("words", ["14 people", "£5 million", "5 percent", "1998 people", "plot 14"])
def test_an_amount_is_no_date(words: str) -> None:
    """A figure alone makes no date."""
    text = f"There were {words} at Leeds."
    assert reasons(grounded(text, Draft(when=(DraftTime(words=words, sentence=1),)), alone=True)) == [
        ("when", "it is not a date")
    ]


def test_a_missed_date_inside_a_known_one_is_that_one() -> None:
    """Words inside a known time expression are that expression."""
    result = grounded(TEXT, Draft(when=(DraftTime(words="13 March", sentence=1),)))
    assert result.when == grounded(TEXT, Draft()).when
    assert result.rejected == []


@pytest.mark.parametrize("draft", [DraftPlace(main=True, name="Hull", sentence=12), DraftPlace(main=True, place=2)])
def test_a_place_outside_news_and_opening_is_not_main(draft: DraftPlace) -> None:
    """A main place that only the end of the article names is refused; it stays on the card behind the main one."""
    if draft.place is not None:
        draft = DraftPlace(main=True, place=_place("Hull"))
    else:
        draft = DraftPlace(main=True, name="Hull", sentence=_sentence("Hull"))
    result = grounded(TEXT, Draft(where=(draft,)))
    assert [where.name for where in result.where if where.main] == ["Leeds"]
    assert "Hull" in [where.name for where in result.where]
    assert reasons(result) == [("where.main", "it stands neither in the news nor in the opening")]


def test_a_missed_place_is_looked_up_in_its_sentence() -> None:
    """A place that the findings missed stands with its words as evidence, its country only where the gazetteer knows it."""
    text = "The pier near Cold Bottom closed. Nobody in Cold Bottom minded."
    [where] = grounded(text, Draft(where=(DraftPlace(name="Cold Bottom", sentence=1, main=True),)), alone=True).where
    assert (where.name, where.country, [part.text for part in where.evidence]) == (
        "Cold Bottom",
        None,
        ["Cold Bottom"] * 2,
    )


@pytest.mark.parametrize(
    ("name", "sentence", "reason"),
    [
        ("Hanna Osei", 3, "it takes part"),
        ("Paris", 1, "does not stand in sentence 1"),
        ("pier", 1, "not a name"),
        ("March", 1, "not a name"),
        ("Leeds", 0, "names no sentence"),
    ],
)
def test_what_is_no_missed_place_is_refused(name: str, sentence: int, reason: str) -> None:
    """People, common nouns, dates and names that do not stand there are no places."""
    result = grounded(TEXT, Draft(where=(DraftPlace(name=name, sentence=sentence),)))
    assert result.where == grounded(TEXT, Draft()).where
    assert [field for field, _ in reasons(result)] == ["where"]
    assert reason in reasons(result)[0][1]
