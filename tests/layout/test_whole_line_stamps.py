"""Rules of lines that date a story by their form: short years, desks, outlets behind a stroke, and a stamp among the lead's sentences."""

from __future__ import annotations

import pytest

from summarize.reading import read_text

HEAD = "Village hall reopens after repairs"
STORY = "The hall in Norby reopened on Saturday after repairs that took a year, its owner said.\n\nResidents were glad to see it back in use."


def _published(line: str, *, is_foot: bool = True) -> str | None:
    parts = (HEAD, STORY, line) if is_foot else (HEAD, line, STORY)
    return read_text("\n\n".join(parts) + "\n").article.published


@pytest.mark.parametrize("is_foot", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "Arts desk, 16 June 2026",
        "Norby sports desk | Tuesday 16 June 2026",
        "Article by Ida Roe, Tue Jun 16 2026",
        "Tuesday 16 June 2026, by our own reporter",
        "Source: Kerrow Online | Date: 16-06-2026",
        "Kerrow-Net / 16 June 2026",
        "Echo of the Vale, 16.06.26",
        "The Tamar Echo • 16/06/26",
        "16/06/26 | The Tamar Echo",
        "Date: 06/16/26",
        "16.06.26",
    ],
)
def test_a_whole_line_of_desk_outlet_or_date_dates_the_article(line: str, is_foot: bool) -> None:
    """A line that is nothing but a date and whose desk, author or outlet it is dates a story, above it and below it."""
    assert _published(line, is_foot=is_foot) == "2026-06-16"


@pytest.mark.parametrize(
    "line",
    [
        "03/04/26",
        "The Tamar Echo, 03.04.26",
        "21.18.26",
        "31/02/26",
        "Born 19/04/26",
        "Next meeting: 19/04/26",
        "Photo: Ann Lee, 26.06.26",
        "Norby 15 / Kerrow 12 / 26.06.26",
        "The bridge will close on 19/04/26 for a week of repairs",
        "Help desk, 16 June 2027",
        "Kestrel Rooms / 16 June 2027, 19:30",
        "Kerrow Hall / 16 June 2027, 09:00",
        "Source: a report of the harbour board, 16 June 2027",
        "@kestrel — June 16, 2027 | 02:11 PM",
    ],
)
def test_what_may_be_another_day_dates_nothing(line: str) -> None:
    """Figures of which two may be the day, events, houses, pictures and what somebody posted do not date the story above them."""
    assert _published(line) is None


def test_the_hour_of_a_short_stamp_is_kept() -> None:
    """A date whose year has two figures keeps its hour."""
    assert _published("Updated 19/04/26 07:15") == "2026-04-19T07:15"
    assert _published("Kerrow-Net / 16 June 2026, 07:00") == "2026-06-16T07:00"


@pytest.mark.parametrize("place", ["KERROW: ", ""])
def test_a_stamp_among_the_sentences_of_the_lead_is_read_and_left_out(place: str) -> None:
    """A sentence of the lead that is a label, its colon and a date is a stamp; what stands around it is the story."""
    text = f"{place}Two men were hurt when a tram left its track on Tuesday, police said. Updated: June 16, 2026 08:14 IST. The tram was empty.\n\nIt runs again.\n"
    assert (read_text(f"{HEAD}\n\n{text}").article.published or "").startswith("2026-06-16T08:14")


@pytest.mark.parametrize(
    "sentence",
    [
        "Updated on June 16, 2026 08:14 IST, the plan was praised.",
        "The plan, updated: June 16, 2026, is out.",
        "Updated: June 16, 2026 was the last day. It was cold.",
        "Created: March 3, 1931 by hand. It was sold.",
    ],
)
def test_a_date_in_a_sentence_is_no_stamp(sentence: str) -> None:
    """A label with a date that a sentence goes on from is told, and does not date the story."""
    text = (
        f"Two men were hurt when a tram left its track, police said. {sentence} The tram was empty.\n\nIt runs again.\n"
    )
    assert read_text(f"{HEAD}\n\n{text}").article.published is None
