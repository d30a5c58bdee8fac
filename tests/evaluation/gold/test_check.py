from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.gold.places import Ground

from .articles import AGAIN, NEVER, SAFE, SUMMER, TEXT, at, found, notes, sound, words

ROOT = Path(__file__).parent.parent.parent.parent


def test_sound() -> None:
    """Labels that hold have neither problem nor note."""
    assert found() == notes() == []


# Where words stand.


@pytest.mark.parametrize(
    ("label", "problem"),
    [
        (words("It is safe", 3), "quotes[0].parts[0]: “It is safe” stands nowhere in the article"),
        (
            words(NEVER, 3),
            f"quotes[0].parts[0].at: “{NEVER}” does not stand at 3, but at {at(NEVER)}; `evals check --fix` takes {at(NEVER)}",
        ),
    ],
)
def test_words_elsewhere(label: dict[str, Any], problem: str) -> None:
    """Words stand where the label says; where they do not, the problem says where they do."""
    quotes = [{"parts": [label], "speaker": "Maya Brandt"}]
    assert problem in found(quotes=quotes)


def test_words_in_several_places() -> None:
    """Words that stand in several places need `at`, unless one of them alone is in quotation marks: that one is proposed."""
    when = [{"start": "2026-05-04", "text": "Ells", "main": True}]
    places = ", ".join(str(i) for i in range(len(TEXT)) if TEXT.startswith("Ells", i)).replace(", ", ", ")
    first, last = places.rsplit(", ", 1)
    assert found(when=when) == [f"when[0]: “Ells” stands at {first} and {last}: `at` has to say which is meant"]
    (problem,) = found(not_quotes=[{"text": "bridge"}, words(SUMMER)])[:1]
    assert problem.startswith("not_quotes[0]: “bridge” stands at ")
    assert problem.endswith(f"`evals check --fix` takes {at(SUMMER) + 7}, in quotation marks")


def test_words_in_one_place_need_no_at() -> None:
    """`at` may be left out where words stand once."""
    assert found(not_quotes=[{"text": SUMMER}], when=[{"start": "1961", "text": "1961", "main": True}]) == []


def test_until() -> None:
    """What stands behind the labelled part is no place for a label, and its quotation marks need none."""
    until = at("Brandt told")
    assert f"quotes[1].parts[0]: “{AGAIN}” stands only after `until`" in found(until=until)
    early = {"quotes": sound()["quotes"][:1], "not_quotes": [], "when": sound()["when"][:1]}
    assert found(until=until, **early) == ["background[0]: no alternative stands in the article: “1961”"][1:]
    assert found(until=len(TEXT) + 1) == [f"until: the article ends at {len(TEXT)}"]


def test_places_count_code_points() -> None:
    """Places are code points, whatever an emoji takes in bytes."""
    text = TEXT.replace("Bridge", "😀🌫️ 𝒜 bridge", 1)
    ground = Ground(text)
    assert ground.place(SAFE, at(SAFE)) == at(SAFE) + 6
    assert ground.parts[0] == (at(SAFE) + 6, at(SAFE) + 6 + len(SAFE))


# Quotation marks.


def test_unlabelled_marks() -> None:
    """All words in quotation marks are labelled as said or as not said, once both lists are labelled; a title's marks are exempt."""
    message = f"quotes: “{SUMMER}” at {at(SUMMER)} is in quotation marks, but neither in quotes nor in not_quotes"
    assert found(not_quotes=[]) == [message]
    assert found(not_quotes=...) == found(quotes=...) == []


def test_half_labelled_marks() -> None:
    """A label that leaves out words before the closing mark leaves them over."""
    (problem,) = found(not_quotes=[words("summer")])
    assert problem.startswith(f"quotes: “bridge” at {at(SUMMER)} is in quotation marks")


def test_marks_are_not_words() -> None:
    """The marks do not belong to the words, nor does what stands outside of them."""
    assert found(not_quotes=[words(f"“{SUMMER}”")]) == ["not_quotes[0]: the quotation marks do not belong to the words"]
    long = [words(f"so-called “{SUMMER}”")]
    outside = "it goes on outside the quotation marks: what stands outside is no part of the words"
    assert found(not_quotes=long) == [f"not_quotes[0]: {outside}"]


def test_labelled_twice() -> None:
    """No words are labelled twice, nor both as said and as not said, nor do two labels overlap."""
    quote = {"parts": [words(AGAIN)], "speaker": "Brandt"}
    first, second = sound()["quotes"]
    assert found(quotes=[first, second, quote]) == [
        "quotes[2].parts[0]: these words are labelled twice: see quotes[1].parts[0]"
    ]
    assert found(not_quotes=[words(AGAIN), words(SUMMER)]) == [
        "not_quotes[0]: these words are labelled both as said and as said by nobody: see quotes[1].parts[0]"
    ]
    assert found(not_quotes=[words("summer"), words(SUMMER)]) == ["not_quotes[0]: it overlaps not_quotes[1]"]


def test_term_inside_a_quotation() -> None:
    """A title or term inside somebody's words may be labelled as said by nobody."""
    assert found(not_quotes=[words("never"), words(SUMMER)]) == []


def test_parts_in_order() -> None:
    """The parts of a quotation come in the order of the article."""
    quotes = [{"parts": [words(NEVER), words(SAFE)], "speaker": None}, sound()["quotes"][1]]
    assert found(quotes=quotes) == [
        "quotes[0].parts[1]: it stands before quotes[0].parts[0]: parts come in the order of the article"
    ]


# Names.


def test_names_stand_in_the_article() -> None:
    """A name, a place, a speaker and a role stand in the article, whatever their case and their marks."""
    who = [{"name": "Maja Brandt", "roles": ["mayor"]}, {"name": "MAYA  brandt"}]
    assert found(who=who) == [
        "who[0].name: “Maja Brandt” stands nowhere in the article",
        "who[0].roles[0]: “mayor” stands nowhere in the article",
    ]
    assert found(where=[{"name": "Port Elliot", "main": True}]) == [
        "where[0].name: “Port Elliot” stands nowhere in the article"
    ]
    quotes = [{**quote, "speaker": "John Brandt"} for quote in sound()["quotes"]]
    assert found(quotes=quotes)[0] == "quotes[0].speaker: “John Brandt” stands nowhere in the article"


def test_other_names() -> None:
    """Another name may be initials, or made of the article's words; one that is in no such way there is worth a note."""
    who = [{"name": "Ells Gazette", "aliases": ["EG", "E.G.", "Gazette", "the Port Ells Gazette", "Times"]}]
    assert notes(who=who) == [
        "who[0].aliases[4]: “Times” stands nowhere in the article",
    ]
    assert found(who=[{"name": "Ells Gazette", "aliases": [""]}]) == ["who[0].aliases[0]: it is empty"]
    quotes = [{**quote, "aliases": ["Thatcher"]} for quote in sound()["quotes"]]
    assert notes(quotes=quotes)[0] == "quotes[0].aliases[0]: “Thatcher” stands nowhere in the article"


def test_names_twice() -> None:
    """A participant or place is labelled once."""
    assert found(who=[{"name": "Maya Brandt"}, {"name": "maya brandt"}]) == [
        "who[1]: “maya brandt” is labelled twice: see who[0]"
    ]


def test_main_place() -> None:
    """Of the places one is that of the news."""
    message = "where: no place is the main one: say `main: true` of the place of the news"
    assert found(where=[{"name": "Port Ells"}]) == [message]
    assert found(where=[]) == []


# Dates.


@pytest.mark.parametrize(
    ("date", "problem"),
    [
        ({"start": "2026-02-30"}, "start: 2026-02-30 is no day of the calendar"),
        ({"start": "2026-13"}, "start: 2026-13 is no day of the calendar"),
        ({"start": "0000"}, "start: 0000 is no day of the calendar"),
        ({"start": "2026-05-04T25:00"}, "start: 2026-05-04T25:00 is no day of the calendar"),
        ({"start": "2026-05-04", "end": "2026-05-03"}, "end: 2026-05-03 is before 2026-05-04"),
        ({"start": "2026-05-04", "end": "2026-06"}, "end: a range from a day ends at a day, not at a month"),
        (
            {"start": "2026-05-04T10:00Z", "end": "2026-05-04T11:00"},
            "end: start and end have a time zone both, or neither",
        ),
        ({"start": "2026-05-04T10:00+02:00", "end": "2026-05-04T09:00+00:00"}, None),
        ({"start": "2026-05-04T10:00+02:00", "end": "2026-05-04T07:00Z"}, "end: 2026-05-04T07:00Z is before 2026-05-04T10:00+02:00"),
        ({"start": "2026-05-04", "end": "2026-05-04"}, None),
        ({"start": "2024-02-29"}, None),
        ({"start": None, "end": "2026", "text": "Monday"}, "end: a date that stays open has no end"),
        ({"start": None}, "a date that stays open needs the words it is about: give them as `text`"),
        ({"start": "2026", "precision": "day"}, "precision: 2026 is a year, not a day"),
        ({"start": "2026-05", "precision": "month"}, None),
        (
            {"start": "2026-05", "end": "2026-07", "precision": "quarter"},
            "precision: a quarter runs from its first month to its last, such as 2025-07 to 2025-09",
        ),
        ({"start": "2026-04", "end": "2026-06", "precision": "quarter"}, None),
        ({"start": "2026", "at": 3}, "at: it says where, but not which words: give them as `text`"),
        ({"start": "2026", "text": "yesterday"}, "“yesterday” stands nowhere in the article"),
    ],
)  # fmt: skip
def test_dates(date: dict[str, Any], problem: str | None) -> None:
    """Dates are days of the calendar, ranges of one precision and in order, and their words stand in the article."""
    expected = (
        []
        if problem is None
        else [f"when[0].{problem}" if ": " in problem and problem.split(":")[0].isalpha() else f"when[0]: {problem}"]
    )
    assert found(when=[{**date, "main": True}]) == expected


def test_dates_twice() -> None:
    """The same words with the same value are labelled once."""
    monday = {"start": "2026-05-04", "text": "Monday", "main": True}
    assert found(when=[monday, {**monday}]) == ["when[1]: it is labelled twice: see when[0]"]


def test_main_date() -> None:
    """Of the dates one is that of the news, where the article has a date of its own to tell it by."""
    message = "when: no date is the main one: say `main: true` of the date of the news"
    assert found(when=[{"start": "1961", "text": "1961"}]) == [message]
    assert found(when=[{"start": "1961", "text": "1961"}], published=None) == []


@pytest.mark.parametrize("label", ["published", "given"])
def test_published(label: str) -> None:
    """The date of publication is a day of the calendar."""
    value: Any = "2026-02-30" if label == "published" else {"published": "2026-02-30"}
    name = {"given": "given.published"}.get(label, label)
    assert found(**{label: value}) == [f"{name}: 2026-02-30 is no day of the calendar"]


def test_title() -> None:
    """A title is the article's own."""
    assert found(title="Bridge opened") == ["title: “Bridge opened” is not in the article"]


# Facts.


def test_facts() -> None:
    """Evidence stands in the article and no alternative is empty; a fact of which no alternative stands there is worth a note."""
    assert found(what=[["", "closed"]]) == ["what[0]: alternative 1 is empty"]
    fact = {"any": ["closed"], "evidence": [{"text": "is closed"}]}
    assert found(what=[fact]) == ["what[0].evidence[0]: “is closed” stands nowhere in the article"]
    assert notes(what=[["shut", "locked"]]) == ["what[0]: no alternative stands in the article: “shut”"]
    assert notes(what=[["closed", "Closed"]]) == ["what[0]: an alternative is given twice"]


def test_a_source_that_stands_nowhere() -> None:
    """The source of a fact, or of the headline's news, is named as the article names it."""
    fact = {"any": ["closed"], "according_to": ["Nobody"]}
    assert notes(what=[fact]) == ["what[0].according_to[0]: “Nobody” stands nowhere in the article"]
    assert notes(headline={"according_to": ["Nobody"]}) == [
        "headline.according_to[0]: “Nobody” stands nowhere in the article"
    ]


def test_facts_that_must_be_absent() -> None:
    """A card cannot have to say what it must not say."""
    assert found(absent=["Not safe"]) == ["what[1]: “not safe” holds what absent[0] says must not be there: “Not safe”"]
    assert found(absent=[" "]) == ["absent[0]: an empty string stands everywhere"]
