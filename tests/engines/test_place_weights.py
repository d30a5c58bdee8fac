"""Rules of what it weighs for a place to be named in the news. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.article import Span
from summarize.engines.extractive.places import _LOCATED, _NAMED, _is_titled, _weight
from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("sentence", "is_lead", "weight"),
    [
        ("A mill burnt down in Leeds on Monday.", True, _LOCATED),
        ("A mill burnt down in Leeds on Monday.", False, _NAMED),
        ("A mill was sold to Leeds on Monday.", True, _NAMED),
        ("Carl Mudd, 46, of Leeds, lost his job.", False, 0.0),
        ("A man from Leeds lost his job.", False, 0.0),
        ("A bus from Leeds hit a mill.", False, _NAMED),
        ("He died at Leeds University Hospital.", False, 0.0),
    ],
)
def test_where_something_is_weighs_most_and_a_home_nothing(sentence: str, is_lead: bool, weight: float) -> None:
    """In the lead it weighs most to be where something is; behind it the home of somebody and an institute's town weigh nothing."""
    article, _ = found(f"Mill news\n\n6 March 2026\n\n{sentence}\n")
    begins = article.text.index("Leeds")
    assert _weight(article, Span(start=begins, end=begins + len("Leeds")), is_lead=is_lead) == weight


def test_a_home_in_the_lead_is_named_in_the_lead() -> None:
    """In the lead the home of somebody counts as a name of the news."""
    article, _ = found("Mill news\n\n6 March 2026\n\nA man from Leeds lost his job.\n")
    begins = article.text.index("Leeds")
    assert _weight(article, Span(start=begins, end=begins + len("Leeds")), is_lead=True) > 0


@pytest.mark.parametrize(
    ("name", "is_titled"),
    [
        ("Rottnest Island", True),
        ("Rottnest", True),
        ("Rott Island", False),
        ("Drift River", False),
        ("Fremantle", False),
    ],
)
def test_a_title_leaves_out_what_an_island_is(name: str, is_titled: bool) -> None:
    """A title names an island or airport also without the word for what it is; of a river or county its first word may be another place."""
    assert _is_titled(name, "Ship drifts towards Rottnest as Drift grows") is is_titled


@pytest.mark.parametrize(("name", "is_place"), [("Mathematics", False), ("Armnick", True)])
def test_a_subject_is_no_place(name: str, is_place: bool) -> None:
    """What is taught has a capital and "in" before it, and is nowhere."""
    _, findings = found(
        f"School builds boats\n\n6 March 2026\n\nThe pass rate has risen in {name} since the spring, in {name} above all.\n"
    )
    assert (name in [place.name for place in findings.places]) is is_place
