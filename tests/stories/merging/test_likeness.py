"""When two sentences, two names or two dates of a story say the same."""

from __future__ import annotations

import pytest

from summarize.article import Evidence
from summarize.briefing import Cite, Line, Moment
from summarize.card import Quote
from summarize.stories.merging.likeness import adds_nothing, alike, same_name
from summarize.stories.merging.quotes import _is_named, _may_be_one, _within, _words
from summarize.stories.merging.times import _is_after, _is_ahead, _is_given_up, _is_still_today, _without_date
from summarize.text.content import content_words


def line(text: str) -> Line:
    return Line(text=text, support="verbatim", evidence=(Cite(article=1, start=0, end=len(text), text=text),))


def test_words_of_content() -> None:
    """Small words carry nothing; of a long word its first letters count; a figure counts whole, without its commas."""
    assert content_words("The ferries of 1,250 passengers") == {"ferrie", "1250", "passen"}
    assert content_words("Ferried ferries") == {"ferrie"}
    assert content_words("B12345678") == {"b12345678"}


@pytest.mark.parametrize(
    ("text", "others", "nothing"),
    [
        ("Seven people died.", ["Seven people died at sea."], True),
        ("Seven people died at Brest.", ["Seven people died."], True),
        ("Seven people died at Brest.", ["The pier was closed on Friday."], False),
        ("The ferry hit the old stone pier hard.", ["The ferry hit nothing, pilots told radio."], False),
        ("The ferry with 40 cars hit the pier.", ["The ferry hit the pier."], False),
        ("The ferry with 40 cars hit the pier.", ["The ferry with 41 cars hit the pier."], False),
        ("The ferry hit the pier.", ["The ferry with 40 cars hit the pier."], True),
        ("It was.", ["Seven people died."], True),
        ("Seven people died.", [], False),
        ("Seven people died.", ["It was."], False),
        ("Seven people died.", ["It was.", "Seven people died."], True),
        ("40.", ["40."], True),
        ("Ferry, pier, tide, wind, rope.", ["Ferry, pier, tide, market, fish."], True),
    ],
)
def test_what_adds_nothing(text: str, others: list[str], nothing: bool) -> None:
    """Most words of the shorter sentence are in the other; a figure that none of the others has always adds something."""
    assert adds_nothing(text, others) is nothing


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("ferry pier", "ferry market", True),
        ("ferry pier tide", "ferry market fish", False),
        ("ferry 40", "ferry 41", True),
        ("40", "40", False),
        ("ferry", "market", False),
        ("ferry pier tide wind", "ferry pier", True),
        ("g20 ferry", "g20 market", True),
    ],
)
def test_alike(one: str, other: str, are_alike: bool) -> None:
    """Half of the words of the shorter, figures aside; nothing is like what has no words."""
    assert alike(one, other) is alike(other, one) is are_alike


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Anne Le Goff", "anne le goff", "person", True),
        ("Le Goff", "Anne Le Goff", "person", True),
        ("Anne Goff", "Marie Goff", "person", False),
        ("Goff", "Anne Groff", "person", False),
        ("Anne Goff", "Anne Marie Goff", "person", True),
        ("A. Goff", "Anne Goff", "person", True),
        ("B. Goff", "Anne Goff", "person", False),
        ("Ann Goff", "Anne Goff", "person", False),
        ("O", "Anne O", "person", False),
        ("Port Authority", "Port Authority of Brest", "organisation", True),
        ("Port", "Port Authority", "organisation", False),
        ("Authority of Brest", "Port Authority of Brest", "organisation", False),
        ("two men", "two men", "unnamed", True),
        ("two men", "two men of Brest", "unnamed", False),
        ("", "Anne Goff", "person", False),
        ("O’Neil", "Ada O'Neil", "person", True),
        ("Lee", "Anne Lee", "person", True),
        ("Ng", "Anne Ng", "person", False),
        ("Anne Marie Goff", "Marie Anne Goff", "person", True),
        ("Th. Goff", "Thomas Goff", "person", True),
        ("Bea Goff", "B. C. Goff", "person", True),
        ("Cora Goff", "B. C. Goff", "person", False),
        ("Bela Goff", "B. Bea Goff", "person", False),
        ("Bea Dora Goff", "B. C. D. Goff", "person", True),
        ("Bea Emma Goff", "B. C. D. Goff", "person", False),
    ],
)
def test_names(one: str, other: str, kind: str, same: bool) -> None:
    """A surname of three letters or more stands for the full name, first names in any order, and initials for them, the first for the first; an organisation's name may go on, and no part of it stands for it."""
    assert same_name(one, other, kind) is same_name(other, one, kind) is same


def quote(text: str, *speakers: str) -> Quote:
    return Quote(
        text=text,
        speakers=speakers,
        speaker_role=None,
        cue=None,
        evidence=(Evidence(start=0, end=len(text), text=text),),
    )


def test_words_within_words() -> None:
    """Four words in a row of a longer quotation are in it, fewer only if they are all of it; typesetting makes no difference."""
    longer = _words("“The ship’s crew came in far too fast”")
    assert longer == "the ships crew came in far too fast"
    assert _within("came in far too", longer)
    assert not _within("far too fast", longer)
    assert not _within("came in far to", longer)
    assert _within("far too", "far too")


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (("Anne Goff",), ("Goff",), True),
        (("Anne Goff",), ("Marc Roux",), False),
        ((), ("Marc Roux",), True),
        (("Marc Roux",), (), True),
        (("the ministry",), ("The Ministry",), True),
    ],
)
def test_one_speaker_or_two(one: tuple[str, ...], other: tuple[str, ...], may: bool) -> None:
    """Two speakers are two where both are named, and not alike."""
    assert _may_be_one(quote("Yes", *one), quote("Yes", *other)) is may


def test_full_names() -> None:
    """One word, and one in small letters, names nobody surely."""
    assert [_is_named(quote("Yes", *who)) for who in (("Anne Goff",), ("Goff",), ("the mayor",), ())] == [
        True,
        False,
        False,
        False,
    ]


def moment(start: str, precision: str, what: str | None, words: str) -> Moment:
    cite = Cite(article=1, start=0, end=len(words), text=words)
    return Moment(start=start, precision=precision, words=words, what=line(what) if what else None, evidence=(cite,))


@pytest.mark.parametrize(
    ("start", "is_later"),
    [
        ("2026-03-15", True), ("2026-03-14", False), ("2026-03-13", False), ("2026-03", False), ("2026-04", True), ("2026-02", False),
        ("2026", False), ("2027", True), ("2026-03-14T18:00", False), ("2026-03-15T08:00", True),
    ],
)  # fmt: skip
def test_what_lies_after_a_day(start: str, is_later: bool) -> None:
    """Only what lies wholly after it: not the day itself, nor its month or year."""
    assert _is_after(moment(start, "day", None, "then"), "2026-03-14") is is_later


@pytest.mark.parametrize(
    ("start", "precision", "what", "ahead"),
    [
        ("2026-03-20", "day", "The hall opens on 20 March.", True),
        ("2026-03-20", "day", None, True),
        ("2026-04", "month", "The hall will open in April.", True),
        ("2026-04", "month", "The places stood empty in April.", False),
        ("2026-03-13", "day", "The hall will open on 20 March.", False),
        ("2026-03-20", "day", "A crane fell on Friday, closing the quay until 20 March.", False),
        ("2026-03-20", "day", "The quay will stay closed until 20 March.", True),
        ("2026-03-20", "day", "The council will dig up the road, closing the quay until 20 March.", True),
        ("2029", "year", "The council will spend nine million a year until 20 March.", False),
        ("2029", "year", "The quay will stay closed until 20 March.", True),
    ],
)
def test_what_is_ahead(start: str, precision: str, what: str | None, ahead: bool) -> None:
    """A day after the briefing's is ahead; a month only where it is told as something to come."""
    assert _is_ahead(moment(start, precision, what, "20 March"), "2026-03-14") is ahead


@pytest.mark.parametrize(
    ("start", "precision", "what", "still"),
    [
        ("2026-03-14", "day", "The hall will open on Saturday.", True),
        ("2026-03-14T18:00", "time", "The hall will open on Saturday.", True),
        ("2026-03-14", "day", "The hall opened on Saturday.", False),
        ("2026-03-14", "day", "The hall will open, its owner said on Saturday.", False),
        ("2026-03-14", "day", "Six halls are to close under a plan that the council published on Saturday.", False),
        ("2026-03-14", "day", "Six halls are to close under a plan published on Saturday.", False),
        ("2026-03-14", "day", "The plan for the halls is to be published on Saturday.", True),
        ("2026-03-14", "day", "The council will decide on the plan that it drew up on Saturday.", False),
        ("2026-03-15", "day", "The hall will open on Saturday.", False),
        ("2026-03-14", "month", "The hall will open on Saturday.", False),
        (
            "2026-03-14",
            "day",
            f"It will, {'once the long work on the roof and the stairs is done, ' * 2}open on Saturday.",
            False,
        ),
    ],
)
def test_what_is_still_to_come_today(start: str, precision: str, what: str, still: bool) -> None:
    """On the day of the briefing only what is told, right before the date, as something to come."""
    assert _is_still_today(moment(start, precision, what, "Saturday"), "2026-03-14") is still


@pytest.mark.parametrize(
    ("what", "given_up"),
    [
        ("The hall was to open on Saturday.", False),
        ("The hall was to open on Saturday, but this has been put off until May.", True),
        ("The hall will open in May, not on Saturday.", True),
        ("The hall will open on Saturday.", False),
        ("The vote was put off on Saturday.", False),
        ("Ida Lund, who was due to fly to Orm on Saturday, will visit the valley on Sunday.", True),
        ("The trial, which was to open in Orm on Saturday, will be held in Hask from 5 May.", True),
        ("The bridge, which was due to open on Saturday, will be named after a poet.", False),
        ("Ida Lund, who was due to speak on Saturday, will also speak on Sunday.", False),
        ("Ida Lund, who was elected on Saturday, will visit the valley on Sunday.", False),
    ],
)
def test_dates_that_are_given_up(what: str, given_up: bool) -> None:
    """A day on which something was to be, and will not."""
    assert _is_given_up(moment("2026-03-14", "day", what, "Saturday")) is given_up
    assert not _is_given_up(moment("2026-03-14", "day", None, "Saturday"))


def test_what_happens_without_its_date() -> None:
    """The words for the date are left out of what happens then."""
    assert _without_date(moment("2026-03-14", "day", "The hall opens on Saturday.", "Saturday")).split() == [
        "The",
        "hall",
        "opens",
        "on",
        ".",
    ]
    assert _without_date(moment("2026-03-14", "day", None, "Saturday")) == ""
