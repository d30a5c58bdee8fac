"""Rules of datelines. All texts were written for these tests."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from summarize.layout import lay_out

STORY = "The harbour board approved a second ferry terminal after a debate of nine hours."


class Case(NamedTuple):
    """A dateline as printed, and what it says: its place and, where its own words settle it, its date."""

    printed: str
    place: str
    published: str | None = None
    agency: str | None = None


FORMS = [
    Case("date 2025-11-29 Velmora [Kestria], November 29 : ", "Velmora [Kestria]", "2025-11-29"),
    Case("New Delhi [India], November 29: ", "New Delhi [India]"),
    Case("LONDON, Jan 9 (Wirebird) - ", "LONDON", agency="Wirebird"),
    Case("LONDON, Jan. 9, 2024 (Wirebird) - ", "LONDON", "2024-01-09", "Wirebird"),
    Case("NAIROBI, Kenya — ", "NAIROBI, Kenya"),
    Case("NAIROBI, Kenya (Wirebird) — ", "NAIROBI, Kenya", agency="Wirebird"),
    Case("GRAND RAPIDS, Mich. -- ", "GRAND RAPIDS, Mich."),
    Case("WASHINGTON (Wirebird) -- ", "WASHINGTON", agency="Wirebird"),
    Case("Oslo, 3 March 2026 – ", "Oslo", "2026-03-03"),
    Case("LISBON/VIGO/TANGIER, Nov 5, 2026 – ", "LISBON/VIGO/TANGIER", "2026-11-05"),
    Case("LISBON and VIGO, Nov 5, 2026 – ", "LISBON and VIGO", "2026-11-05"),
    Case("SURABAYA, Indonesia/JAKARTA (Wirebird) - ", "SURABAYA, Indonesia/JAKARTA", agency="Wirebird"),
    Case("LEEDS, England, and LYON, France, Nov. 20, 2026 – ", "LEEDS, England, and LYON, France", "2026-11-20"),
    Case("PEORIA, Ill. (WBN), Feb. 3, 2026 — ", "PEORIA, Ill.", "2026-02-03", "WBN"),
    Case("KODIAK, Alaska (WBN) — June 14, 2026 — ", "KODIAK, Alaska", "2026-06-14", "WBN"),
    Case("CANBERRA, Wednesday 25 March 2026 (WBN) — ", "CANBERRA", "2026-03-25", "WBN"),
    Case("Mumbai: ", "Mumbai"),
    Case("LEEDS, March 3 2026 (Post) - ", "LEEDS", "2026-03-03", "Post"),
    Case("KUMASI, GHANA | APRIL 2, 2026 — ", "KUMASI, GHANA", "2026-04-02"),
    Case("(MERIDIAN, Miss.) April 2, 2026 — ", "MERIDIAN, Miss.", "2026-04-02"),
    Case("LEEDS, 2026-03-03 (Post) – ", "LEEDS", "2026-03-03", "Post"),
    Case("LEEDS, 3.3.2026 – ", "LEEDS", "2026-03-03"),
    Case("LEEDS, the 3rd of March 2026 – ", "LEEDS", "2026-03-03"),
    Case("LEEDS--(WIREPOINT)--March 3, 2026-- ", "LEEDS", "2026-03-03", "WIREPOINT"),
    Case("LEEDS • March 3, 2026 • ", "LEEDS", "2026-03-03"),
    Case("Tuesday 3 March 2026, Leeds – ", "Leeds", "2026-03-03"),
    Case("March 3, 2026 (LEEDS) — ", "LEEDS", "2026-03-03"),
    Case("3 March 2026, Kerr (WBN) – ", "Kerr", "2026-03-03", "WBN"),
    Case("(Leeds, Yorkshire) 3 March 2026: ", "Leeds, Yorkshire", "2026-03-03"),
    Case("[Leeds, 3 March 2026] ", "Leeds", "2026-03-03"),
    Case("Leeds | 3 March 2026 | ", "Leeds", "2026-03-03"),
    Case("LEEDS, March 3, 2026, 7:42 a.m. — ", "LEEDS", "2026-03-03"),
    Case("LEEDS, 3 March 2026 (Isle Wire) --- ", "LEEDS", "2026-03-03", "Isle Wire"),
    Case("LEEDS, March 3, 2026 –– ", "LEEDS", "2026-03-03"),
    Case("HARARE, Zimbabwe. ", "HARARE, Zimbabwe"),
    Case("LEEDS, Friday – ", "LEEDS"),
    Case("Harare, Tuesday – ", "Harare"),
]


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case.printed)
def test_every_form_the_press_uses_is_read(case: Case) -> None:
    """A dateline is told apart from the story's first sentence, with its place, agency and full date."""
    text = case.printed + STORY
    layout = lay_out(text)
    assert layout.dateline is not None
    assert text[layout.dateline.place_start : layout.dateline.place_end] == case.place
    assert layout.dateline.agency == case.agency
    assert layout.dateline_published == case.published
    assert [text[start:end] for start, end in layout.body] == [STORY]


@pytest.mark.parametrize("opening", ["TARNOVA DE LA RUTEN, Mexico. ", "HARKABY, Friday – ", "Harkaby, Tuesday – "])
def test_a_town_of_no_list_has_to_be_named_again(opening: str) -> None:
    """Behind a land's name and a stop, or before a weekday, a town of no list is one where the story says that something is in it."""
    place = opening.split(",", maxsplit=1)[0]
    for again, is_one in (
        (f"The pier in {place.title()} burnt.", True),
        (f"The pier of {place.title()} burnt.", False),
    ):
        assert (lay_out(f"{opening}The mayor came. {again}").dateline is not None) == is_one


@pytest.mark.parametrize(
    "opening",
    [
        "July 4, 1776 — ",
        "3 March 1917: ",
        "11.9.2001: ",
        "3 March 1917, Revolution – ",
        "(3 March 1998) – ",
        "[Photo, 3 March 1998] ",
        "(Ann Lee, 3 March 1998) ",
        "(Updated 3 March 1998) ",
    ],
)
def test_a_day_without_a_known_place_or_an_agency_is_no_dateline(opening: str) -> None:
    """A day that opens a paragraph, alone or beside what is no place, may be an anniversary or a caption's: it dates nothing, and stays."""
    text = opening + STORY
    layout = lay_out(text)
    assert (layout.dateline_published, text[layout.body[0][0] :]) == (None, text)


def test_an_agency_alone_is_a_dateline_without_a_place() -> None:
    """An agency's initials before a dash open a story without naming a place."""
    text = "(WBN) — " + STORY
    layout = lay_out(text)
    assert layout.dateline is not None
    assert layout.dateline.place_start == layout.dateline.place_end
    assert layout.dateline.agency == "WBN"
    assert text[layout.body[0][0] :] == STORY


@pytest.mark.parametrize(
    "text",
    [
        "EXPLAINER - " + STORY,
        "FACT CHECK: " + STORY,
        "UPDATE - " + STORY,
        "COVID-19 closed the harbour for a month, and the board has not met since the spring of that year.",
        "Nobody knew what the board would do: it met behind closed doors and spoke to no reporter.",
        "Hanna Osei, 44, runs the board that approved a second terminal for the harbour on Monday.",
        "March 3, 2026 — the day the board met — was the coldest of that year in the harbour, and the longest.",
        "(The board met on 3 March 2026) The harbour was closed that day, and no ship came in until the next one.",
        "The board / the harbour / the town: none of them knew, and nobody asked before the spring of that year.",
        "(The board) March 3, 2026 was the day of the vote, and the harbour was closed to all ships until the next.",
        "The board — nine men and one woman — approved a second terminal for the harbour on Monday.",
        "TARNOVA, Please. The film opened.",
        "TARNOVA, Mexico. The film opened.",
        "WEATHER, England. The rain went on all day.",
        "Fixtures, Saturday: Leeds play Hull.",
        "FOOTBALL, Friday – The team won two medals.",
        "Weather, Friday – The rain went on all day.",
        "Ann Lee, Tuesday – The mayor spoke.",
    ],
)
def test_labels_and_sentences_are_no_datelines(text: str) -> None:
    """A label such as "EXPLAINER", a hyphenated word and a sentence with a dash or colon are not datelines."""
    layout = lay_out(text)
    assert layout.dateline is None
    assert text[layout.body[0][0] :] == text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The vote of January 5, 2024 had failed.", "2024-01-09"),
        ("The vote of 20 December 2023 had failed.", "2024-01-09"),
        ("The vote of January 5, 2024 and the one of 8 January 2024 had failed.", "2024-01-09"),
        ("The vote of February 23, 2024 had failed.", "2024-01-09"),
        ("The vote of February 24, 2024 had failed.", None),
        ("The vote of November 25, 2023 had failed.", "2024-01-09"),
        ("The vote of November 24, 2023 had failed.", None),
        ("The vote of June 5, 2024 had failed.", None),
        ("The vote of January 5, 2024 and that of January 5, 2023 had failed.", None),
        ("The vote of last January had failed.", None),
    ],
)
def test_a_missing_year_comes_from_the_text_alone(body: str, expected: str | None) -> None:
    """A dateline without a year takes it from full dates of the text near its day, if they agree, and is never guessed."""
    assert lay_out(f"LONDON, Jan 9 (Wirebird) - {STORY} {body}").dateline_published == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("02-12-2026 19:32", "2026-12-02"),
        ("12/02/2026", "2026-12-02"),
        ("03-12-2026 19:32", None),
        ("01/12/2026", None),
        ("Case no. 1-02-12-2026", None),
        ("02-12-2026, as it was on 02-12-2025", None),
        ("Published: 02-12-2026", "2026-12-02"),
        ("Wirebird | 12/02/2026 | World", "2026-12-02"),
        ("The pact of 12/02/1998 is torn up", None),
    ],
)
def test_figures_that_may_be_day_or_month_give_the_year_of_the_same_day(figures: str, expected: str | None) -> None:
    """Where one reading of a date in figures is the very day of the dateline, that is which was meant; the year must be one."""
    text = f"Minister opens pumping station\n\n{figures}\n\nAmman, Dec. 2 (Wirebird) -- {STORY}"
    assert lay_out(text).dateline_published == expected


@pytest.mark.parametrize(
    "body",
    [
        "The driver, born on 12/02/1951, was not hurt.",
        "Her visa runs out on 12/02/2031.",
        "A lease of 02-12-1998 was void.\n\n02/12/1998 was the day of the lease.",
    ],
)
def test_figures_in_the_story_give_the_dateline_no_year(body: str) -> None:
    """A date in figures gives the year of a dateline only from the lines above it: in the story it may be of any year."""
    assert lay_out(f"Amman, Dec. 2 (Wirebird) -- {STORY} {body}").dateline_published is None


def test_an_impossible_day_is_no_date() -> None:
    """A dateline of 31 November leaves the publication date unknown."""
    assert lay_out(f"LONDON, Nov 31, 2024 (Wirebird) - {STORY}").dateline_published is None


def test_the_dateline_stands_after_title_and_byline() -> None:
    """A dateline is found where the story begins, below its title and byline."""
    text = (
        f"Ferry terminal wins approval\n\nBy Hanna Osei\n\nOSLO, 3 March 2026 (Wirebird) – {STORY}\n\nIt opens in May."
    )
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == "Ferry terminal wins approval"
    assert layout.dateline_published == "2026-03-03"
    assert [text[start:end] for start, end in layout.body] == [STORY, "It opens in May."]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LEEDS:", "LEEDS"),
        ("MANDEVILLE, Manchester:", "MANDEVILLE"),
        ("LEEDS —", "LEEDS"),
        ("HELEN ORR:", None),
        ("TIMELINE, Monday:", None),
        ("LEEDS", None),
        ("Leeds:", None),
    ],
)
def test_a_place_alone_above_its_story_is_its_dateline(line: str, place: str | None) -> None:
    """A known place in capitals with nothing behind it but a region and a colon or dash is the dateline of what stands below."""
    text = f"Ferry terminal approved\n\n{line}\n\n{STORY}\n"
    dateline = lay_out(text).dateline
    assert (dateline and text[dateline.place_start : dateline.place_end]) == place


@pytest.mark.parametrize(
    ("last", "published"),
    [
        (" — The Tamar Echo, 2026", "2026-03-03"),
        ("\n\n— The Tamar Echo, 2026.", "2026-03-03"),
        (" (See The Tamar Echo, 2026)", None),
        (" “A fine terminal.” — The Tamar Echo, 2026", None),
        (" — Ann Lee, 2026", None),
        (" It opened on 4 May 2027. — The Tamar Echo, 2026", None),
        (" — The Tamar Echo", None),
    ],
)
def test_the_paper_that_a_story_ends_on_gives_its_year(last: str, published: str | None) -> None:
    """A day without its year is of the year beside the paper's name at the very end, if no later day is told and it is nobody's words."""
    assert lay_out(f"Ferry terminal approved\n\nLEEDS, March 3: {STORY}{last}\n").dateline_published == published


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Mtwara. Cashew farmers have turned down the best bid of the season.", "Mtwara"),
        ("Dar es Salaam. The government has said that the port will be made larger.", "Dar es Salaam"),
        ("Nice. Very nice.", None),
        ("Silence. Cashew farmers have turned down the best bid of the season.", None),
        ("Florence. She has run the kiosk at the gate since her mother died.", None),
        ("Mtwara is dry. Cashew farmers have turned down the best bid of the season.", None),
    ],
)
def test_a_known_town_and_a_stop_open_a_story(opening: str, place: str | None) -> None:
    """Papers of East Africa set the town alone before the first sentence; a word, a given name and a short remark are none."""
    text = f"Farmers carry the nuts home\n\n{opening}\n\nThe next sale is on Wednesday, its chairman said.\n"
    dateline = lay_out(text).dateline
    assert (dateline and text[dateline.place_start : dateline.place_end]) == place
