"""Rules of what is watched for, and of who is one outlet."""

from __future__ import annotations

import pytest

from summarize.briefing.outlets import outlet_key
from summarize.stories.watching import names


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("mining", "Two miners died in the mine.", True),
        ("mining", "The minister spoke.", False),
        ("vote", "They were voting late.", True),
        ("city", "Four cities flooded.", True),
        ("bank", "The bankers left.", True),
        ("rail strike", "Rail  strikes begin on Monday.", True),
        ("Port of Brest", "The port of Brest’s pier fell.", True),
        ("Mark", "The marking was late.", False),
        ("“mining”", "Two miners died.", False),
        ('"mining law"', "A new Mining law.", True),
        ("", "Anything.", False),
    ],
)
def test_what_is_watched_for(term: str, text: str, found: bool) -> None:
    """A common word is found in its forms, a name as it stands, and quoted words exactly."""
    assert names(term, text) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Washington Post", "www.washingtonpost.com"),
        ("Corran Herald", "corran-herald.co.uk"),
        ("Norham Courier", "NORHAM COURIER"),
    ],
)
def test_outlets_by_name(one: str, other: str) -> None:
    """An outlet is one under its name and its address, and another one is another."""
    assert outlet_key(one) == outlet_key(other) != outlet_key("Staithe Post")
