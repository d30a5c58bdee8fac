"""Rules of hours in what is written while it happens. Publication is on Thursday 12 November 2026."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import value

THURSDAY = "2026-11-12"
LIVE = "Live: tanker overturns near Kokstad"


def _values(text: str, title: str | None, published: str | None = THURSDAY) -> list[str]:
    paragraphs = text.split("\n")
    starts = [sum(len(one) + 1 for one in paragraphs[:at]) for at in range(len(paragraphs))]
    regions = [(start, start + len(one)) for start, one in zip(starts, paragraphs, strict=True)]
    quoted = [(text.index("“"), text.index("”"))] if "“" in text else []
    return [value(one) for one in find_times(text, regions, published, quoted, title=title)]


@pytest.mark.parametrize(
    "title", [LIVE, "LIVE | Tanker overturns", "Tanker overturns: live updates", "The fire as it happened"]
)
def test_an_hour_of_a_live_text_is_of_the_day_of_publication(title: str) -> None:
    """Where the title says that a text was written while it happened, an hour without a day is of that day."""
    assert _values("The tanker rolled at 05:50.", title) == ["2026-11-12T05:50"]


@pytest.mark.parametrize("title", [None, "Orchestra to play live in Kokstad", "Lives lost as tanker overturns"])
def test_an_hour_of_any_other_text_stays_open(title: str | None) -> None:
    """Nothing else says of which day an hour is."""
    assert _values("The tanker rolled at 05:50.", title) == ["?"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4.38pm\nNobody was hurt.", ["?"]),
        ("09:00 A man was shot at 22:30.", ["?"]),
        ("09:00 The tanker rolled at 05:50.", ["2026-11-12T05:50"]),
        ("The tanker rolled on Tuesday at 05:50.", ["2026-11-10T05:50"]),
        ("It was built in May and rolled at 05:50.", ["2026-05", "?"]),
        ("Years earlier it had rolled at 05:50.", ["?"]),
        ("A driver said: “It left at 05:50.”", ["?"]),
    ],
)
def test_an_hour_of_a_live_text_may_be_of_another_day(text: str, values: list[str]) -> None:
    """What heads an entry, what somebody says, an hour beside another day or what had been earlier, and one after that of its entry, are not of the day of publication."""
    assert _values(text, LIVE) == values


def test_a_live_text_without_a_day_leaves_its_hours_open() -> None:
    """Nothing is guessed where the day of publication is not known."""
    assert _values("The tanker rolled at 05:50.", LIVE, None) == ["?"]
