"""Rules of near-copies and of the agency that they credit. All texts were written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.stories.grouping import Member, copies, credited_agency, group
from summarize.stories.grouping.copies import _is_copy
from tests.stories.grouping.hard import TEXTS, hard_members

REPORT = "\n\n".join(text for key, (_, text) in TEXTS.items() if key.startswith("storm-ilse"))
PARAGRAPHS = [sentence.strip() + "." for sentence in REPORT.split(". ") if sentence.strip()]
STORY = "\n\n".join(PARAGRAPHS)
WIRE = Member(
    1,
    "Ilse cuts off Varnholm",
    "VARNHOLM (Meridian Wire) - " + STORY,
    published="2026-02-04T10:00",
    publisher="Meridian Wire",
)


def of(members: list[Member]) -> dict[int, int]:
    return {copy.number: copy.of for copy in copies(members)}


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "\n\n".join(PARAGRAPHS[: len(PARAGRAPHS) * 2 // 3]),
        "\n\n".join(PARAGRAPHS[:6]),
        STORY + "\n\nThis report was supplied by Meridian Wire.",
        STORY.replace("kilometres an hour", "km/h").replace("Tuesday", "Tue."),
    ],
    ids=["whole", "trimmed", "short", "credited", "edited"],
)
def test_an_agency_report_in_another_paper_is_a_copy(text: str) -> None:
    """Under its own headline, trimmed, with a credit line or small edits."""
    (copy,) = copies(
        [WIRE, Member(2, "Island without light", text, published="2026-02-04T09:00", publisher="Skarvik Post")]
    )
    assert (copy.number, copy.of, copy.agency) == (2, 1, "Meridian Wire")
    assert copy.share > 0.6


def test_reports_of_one_event_are_no_copies() -> None:
    """Two outlets that tell the same in their own words are two sources."""
    members, _ = hard_members()
    assert copies(members) == ()


def test_versions_of_one_publisher_are_no_copies() -> None:
    """A corrected version has what the first one has not; the same text twice is a copy."""
    first = Member(1, "Ilse", STORY, publisher="Skarvik Post")
    corrected = replace(
        first, number=2, text=STORY.replace("1,900", "1,700") + "\n\nCorrection: an earlier version gave 1,900."
    )
    assert copies([first, corrected]) == ()
    assert of([first, replace(first, number=3)]) == {3: 1}


def test_chains_lead_to_one_original() -> None:
    """A copy of a copy is a copy of the report itself; an original is never a copy."""
    trims = [replace(WIRE, number=n, text="\n\n".join(PARAGRAPHS[:-n]), publisher=f"Paper {n}") for n in range(2, 6)]
    assert of([*trims, WIRE]) == dict.fromkeys(range(2, 6), 1)


def test_without_an_agency_the_fullest_is_the_original_and_of_equals_the_earliest() -> None:
    """Numbers decide only where nothing else does."""
    full = Member(9, None, STORY, published="2026-02-05", publisher="A")
    early = Member(8, None, STORY, published="2026-02-04", publisher="B")
    cut = Member(1, None, "\n\n".join(PARAGRAPHS[:6]), published="2026-02-01", publisher="C")
    assert of([full, early, cut]) == {9: 8, 1: 8}


def test_a_statement_quoted_in_part_makes_no_copy() -> None:
    """A few shared sentences are no copy, and nor are two texts that are too short to tell."""
    members, _ = hard_members()
    assert (
        copies([WIRE, replace(members[4], number=2, text=members[4].text + "\n\n" + "\n\n".join(PARAGRAPHS[:2]))]) == ()
    )
    assert (
        copies([Member(1, None, "Power is back on the island."), Member(2, None, "Power is back on the mainland.")])
        == ()
    )


def test_copies_are_in_the_group_of_their_original_and_come_last() -> None:
    """They make their words no commoner, and the reason says what they are."""
    members, _ = hard_members()
    copied = [replace(members[0], number=number, publisher=f"Paper {number}") for number in range(100, 103)]
    found = next(each for each in group([*members, *copied]) if 1 in each.numbers)
    assert set(found.numbers) == {1, 2, 100, 101, 102}
    assert sum(reason.shared[0] == "nearly the same text" for reason in found.reasons) == 3


@given(st.lists(st.integers(1, len(PARAGRAPHS)), min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_originals_are_no_copies_and_order_makes_no_difference(lengths: list[int], shuffle: object) -> None:
    """However many papers cut a report however short."""
    members = [Member(n, None, "\n\n".join(PARAGRAPHS[:cut]), publisher=f"P{n}") for n, cut in enumerate(lengths, 1)]
    found = copies(members)
    assert not {copy.of for copy in found} & {copy.number for copy in found}
    assert len({copy.number for copy in found}) == len(found)
    assert copies(members[::-1]) == found
    shuffle.shuffle(members)  # type: ignore[attr-defined]
    assert copies(members) == found


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LONDON (Meridian Wire) - The harbour board met on Friday.", "Meridian Wire"),
        ("NAIROBI (AP) — The harbour board met on Friday.", "AP"),
        ("LONDON, Jan 9 (Reuters) - The harbour board met on Friday.", "Reuters"),
        ("The board met.\n\nReporting by Ana Sosa in Salto; Editing by Per Lund for Meridian Wire", "Meridian Wire"),
        ("The board met on Friday.\n\n— Reuters", "Reuters"),
        ("The board met on Friday. (AFP)", "AFP"),
        ("The board met on Friday.\n\n(With inputs from PTI)", "PTI"),
        ("The board met on Friday.\n\nSource: Xinhua", "Xinhua"),
        ("The board met on Friday.\n\n© 2026 The Associated Press. All rights reserved.", "AP"),
        ("The board met on Friday.\n\nThis report was supplied by Meridian Wire.", "Meridian Wire"),
        ("Board meets\n\nBy Ana Sosa, Associated Press\n\nThe board met on Friday.", "AP"),
        ("The board met.\n\nReporting by Ana Sosa; Editing by Per Lund", None),
        ("The board met on Friday, the mayor told Reuters. It meets again in May.", None),
        ("The board met on Friday (May 4). Its head, Ana Sosa (Green Party), left.", None),
        ("", None),
    ],
)
def test_the_agency_is_the_one_that_the_text_credits(text: str, agency: str | None) -> None:
    """In the dateline, at the end, in the byline; what somebody told an agency is no credit."""
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    ("publishers", "share", "lengths", "is_copy"),
    [
        (("A", "B"), 0.6, (100, 100), True),
        (("A", "B"), 0.59, (100, 100), False),
        (("A", "B"), 0.6, (50, 100), True),
        (("A", "B"), 0.79, (49, 100), False),
        (("A", "B"), 0.8, (49, 100), True),
        (("A", "A"), 0.99, (100, 100), False),
        (("A", "A"), 0.995, (100, 100), True),
        (("A", "A"), 1.0, (99, 100), False),
        ((None, None), 0.6, (100, 100), True),
        (("A", "B"), 0.9, (19, 19), False),
        (("A", "B"), 1.0, (19, 19), True),
        (("A", "B"), 1.0, (19, 20), False),
        (("A", "B"), 0.6, (20, 20), True),
    ],
)
def test_how_much_of_a_text_makes_it_a_copy(
    publishers: tuple[str | None, str | None], share: float, lengths: tuple[int, int], is_copy: bool
) -> None:
    """Six tenths; eight of what is trimmed to less than half; all of a short one, and of a version of the same publisher."""
    one, other = (replace(WIRE, number=n, publisher=publisher) for n, publisher in enumerate(publishers, 1))
    assert _is_copy(one, other, share, *lengths) is is_copy
