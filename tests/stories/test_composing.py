"""What the diary of a briefing holds."""

from __future__ import annotations

import pytest

from summarize.briefing import Slot
from summarize.stories.composing import _ahead
from tests.stories.made import card_of, story_of


@pytest.mark.parametrize(
    ("slot", "is_held"),
    [("news", True), ("sport", True), ("obituary", True), ("weather", False), ("opinion", False), ("markets", False)],
)
def test_dates_of_pieces_told_apart(slot: Slot, is_held: bool) -> None:
    """Of what is told apart from the news, the diary has the dates of matches and funerals; not what is forecast, argued or paid."""
    card = card_of("Olga Renn, who taught in Corran, has died aged 84. She will be buried on 20 March 2026 in Brest.")
    story = story_of(card).model_copy(update={"slot": slot})
    assert [each.moment.start for each in _ahead([story], (), "2026-03-15")] == ["2026-03-20"] * is_held
