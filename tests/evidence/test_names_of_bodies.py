"""Names of bodies are whole: what belongs to several, what opens with a word that opens sentences, districts and allied trades behind an "and"."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United Mine and Allied Workers' Union said it was late.", "United Mine and Allied Workers' Union"),
        ("The Dock Workers' Unity Council has emerged from the talks.", "Dock Workers' Unity Council"),
        ("A member of the ruling People's Orange Party said it was late.", "People's Orange Party"),
        ("The Varanger Small Boat Fishers' League has told its 230 members.", "Varanger Small Boat Fishers' League"),
        ("The State Disaster Response Force sent 38 boats.", "State Disaster Response Force"),
        ("Fire and Emergency New Zealand said it was late.", "Fire and Emergency New Zealand"),
        ("The Voice of Kenya said so.", "Voice of Kenya"),
        ("Members of the Castlecoote and District Angling Club left.", "Castlecoote and District Angling Club"),
        ("Starmer's Labour Party lost.", "Labour Party"),
        ("Ann Lee's Orange Party lost.", "Ann Lee"),
        ("Police Superintendent Farhana Sultan left.", "Farhana Sultan"),
        ("Ann Lee and District Judge Tom Oak left.", "Ann Lee"),
        ("The state Labour Party lost.", "Labour Party"),
    ],
)
def test_a_body_has_all_its_words_and_no_more(text: str, name: str) -> None:
    """No word of a body's name is left out, and whoever leads it is no part of it."""
    _, findings = found(f"It rained.\n\n{text}")
    assert name in [one.name for one in findings.participants]
