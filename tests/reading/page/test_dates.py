"""Rules of dates in pages: what is read as one, and which of several is believed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Layer
from summarize.reading.page.choice import choose_dates
from summarize.reading.page.stated.dates import address_date, moment_of, read_date, written_date
from summarize.reading.page.stated.facts import Facts


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-03-14T09:30:00Z", "2026-03-14T09:30:00+00:00"),
        ("2026-03-14T09:30:00.123+0100", "2026-03-14T09:30:00+01:00"),
        ("2026-03-14T09:30+05:30", "2026-03-14T09:30+05:30"),
        ("2026-03-14 09:30:00 +0200", "2026-03-14T09:30:00+02:00"),
        ("2026-03-14T09:30:00 GMT+0100", "2026-03-14T09:30:00+01:00"),
        ("2026-03-14 09:30", "2026-03-14T09:30"),
        ("2026-03-14", "2026-03-14"),
        ("2026/3/4", "2026-03-04"),
        ("20260314", "2026-03-14"),
        ("20260314T093000Z", "2026-03-14T09:30:00+00:00"),
        ("1773480600", "2026-03-14T09:30:00+00:00"),
        ("1773480600000", "2026-03-14T09:30:00+00:00"),
        ("Sat, 14 Mar 2026 09:30:00 GMT", "2026-03-14T09:30:00+00:00"),
        ("Sat, 14 Mar 2026 09:30:00 +0100", "2026-03-14T09:30:00+01:00"),
        ("Sat Mar 14 09:30:00 UTC 2026", "2026-03-14T09:30:00+00:00"),
        ("March 14, 2026 9:30 AM EDT", "2026-03-14T09:30-04:00"),
        ("14. März 2026, 9:30 Uhr", "2026-03-14T09:30"),
        ("14.03.2026 – 09:30", "2026-03-14T09:30"),
        ("le 14 mars 2026 à 9h30", "2026-03-14T09:30"),
        ("14 de marzo de 2026", "2026-03-14"),
        ("14 марта 2026, 09:30", "2026-03-14T09:30"),
        ("2026年3月14日 午後9時30分", "2026-03-14T21:30"),
        ("2026년 3월 14일", "2026-03-14"),
        ("2026. 3. 14. 09:30", "2026-03-14T09:30"),
        ("١٤ مارس ٢٠٢٦", "2026-03-14"),
        ("१४ मार्च २०२६", "2026-03-14"),
        ("2026-03-14T25:00", "2026-03-14"),
    ],
)
def test_a_full_date_is_read(value: str, iso: str) -> None:
    """Machine formats keep their zone, written dates are read in many languages and scripts, and nothing is added."""
    assert read_date(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2026",
        "March",
        "March 2026",
        "2026-03",
        "yesterday",
        "3 hours ago",
        "03/04/2026",
        "0001-01-01T00:00:00",
        "1970-01-01",
        "2026-13-01",
        "2026-02-30",
        "99999999999999",
        "listopada 2026",
        "{{date}}",
        "14 Foo 2026",
        "null",
    ],
)
def test_half_a_date_is_none(value: str) -> None:
    """A date without day or year, one whose order is open, a placeholder and a relative time are no dates."""
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://quay.example/2026/03/14/terminal", "2026-03-14"),
        ("https://quay.example/news/2026/mar/14/terminal", "2026-03-14"),
        ("https://quay.example/20260314/terminal", "2026-03-14"),
        ("https://quay.example/2026-03-14-terminal/", "2026-03-14"),
        ("https://quay.example/2026/03/terminal", None),
        ("https://quay.example/2026/13/14/terminal", None),
        ("https://quay.example/a?d=/2026/03/14/", None),
    ],
)
def test_an_address_tells_a_day(url: str, iso: str | None) -> None:
    """A path with year, month and day tells the day; a query does not."""
    assert address_date(url) == iso


def facts(layer: Layer, published: str | None = None, modified: str | None = None) -> Facts:
    """The dates of one layer."""
    return Facts(layer=layer, published=published, modified=modified)


@pytest.mark.parametrize(
    ("layers", "address", "published", "layer", "modified"),
    [
        (
            [facts("json-ld", "2026-03-14T09:30:00+01:00"), facts("meta", "2026-03-15T00:00:00+00:00")],
            None,
            "2026-03-14T09:30:00+01:00",
            "json-ld",
            None,
        ),
        ([facts("meta", "1999-11-29"), facts("markup", "2026-03-14T09:30")], None, "2026-03-14T09:30", "markup", None),
        (
            [facts("json-ld", "2006-03-14"), facts("meta", "2026-03-14"), facts("markup", "2026-03-15")],
            None,
            "2026-03-14",
            "meta",
            None,
        ),
        ([facts("json-ld", "2036-03-14"), facts("meta", "2026-03-14")], "2026-03-14", "2026-03-14", "meta", None),
        (
            [facts("json-ld", "2031-03-14"), facts("meta", "2026-03-14", "2026-03-15")],
            None,
            "2026-03-14",
            "meta",
            "2026-03-15",
        ),
        (
            [facts("json-ld", "2026-03-20", "2026-03-15T08:00:00+00:00"), facts("meta", "2026-03-14")],
            None,
            "2026-03-14",
            "meta",
            "2026-03-15T08:00:00+00:00",
        ),
        ([facts("json-ld", "2026-03-14", "2026-03-10")], None, "2026-03-14", "json-ld", None),
        (
            [facts("json-ld", "2026-03-14"), facts("meta", "2026-03-14T09:30:00+00:00")],
            None,
            "2026-03-14T09:30:00+00:00",
            "meta",
            None,
        ),
        (
            [facts("json-ld", "2026-03-14T09:30:00"), facts("meta", "2026-03-14T09:30:00+01:00")],
            None,
            "2026-03-14T09:30:00+01:00",
            "meta",
            None,
        ),
        (
            [facts("json-ld", "2026-03-14T09:30:00"), facts("meta", "2026-03-14T08:30:00+00:00")],
            None,
            "2026-03-14T08:30:00+00:00",
            "meta",
            None,
        ),
        (
            [facts("json-ld", "2026-03-14T09:30:00"), facts("meta", "2026-03-14T11:47:00+00:00")],
            None,
            "2026-03-14T09:30:00",
            "json-ld",
            None,
        ),
        (
            [facts("json-ld", "2026-03-14T09:30:00+01:00"), facts("text", "2026-03-13")],
            None,
            "2026-03-14T09:30:00+01:00",
            "json-ld",
            None,
        ),
        ([facts("meta", None, "2026-03-15T00:00:00+00:00")], None, None, None, "2026-03-15T00:00:00+00:00"),
    ],
)
def test_where_layers_disagree_a_rule_decides(
    layers: list[Facts], address: str | None, published: str | None, layer: str | None, modified: str | None
) -> None:
    """The first layer is believed, unless its date stands alone, years off, or behind the last change; a lower layer may complete it."""
    chosen, changed = choose_dates(layers, address)
    assert (chosen.iso if chosen else None, chosen.layer if chosen else None) == (published, layer)
    assert (changed.iso if changed else None) == modified


def test_a_date_in_the_future_of_the_fetch_loses() -> None:
    """A date more than a day after the page was fetched gives way to one that is not."""
    chosen, _ = choose_dates(
        [facts("json-ld", "2026-09-14"), facts("meta", "2026-03-14")], None, datetime(2026, 3, 14, tzinfo=UTC)
    )
    assert chosen is not None
    assert chosen.iso == "2026-03-14"


_WRITTEN = st.text(alphabet="0123456789-/.:T Z+年月日時 marchMÄRZ٣مارس१", max_size=40)


@given(st.one_of(st.text(max_size=60), _WRITTEN))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """Whatever stands where a date is expected, it is a date that Python reads, or none."""
    for iso in (read_date(text), written_date(text), address_date("https://quay.example/" + text)):
        assert iso is None or moment_of(iso).year >= 1989


@given(st.integers(700_000_000, 4_000_000_000), st.sampled_from(["", "+00:00", "+05:30", "-08:00"]))
def test_every_moment_is_read_back(second: int, zone: str) -> None:
    """An ISO moment is read as it was written, or not at all if it is a day that stands for none."""
    written = datetime.fromtimestamp(second, UTC).replace(tzinfo=None).isoformat() + zone
    assert read_date(written) in {written, None}
