"""Two hours of one moment that accounts tell in other words, and hours of two moments. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of
from tests.stories.merging.test_other_words import moments

ONE = [
    ("The footbridge collapsed at about 7.10 a.m., mayor Ann Lee said.", "It came down soon after 8.15am, said two men who were fishing.", False),
    ("The footbridge collapsed at about 7.10 a.m., mayor Ann Lee said.", "The footbridge came down soon after 8.15am, according to two men who were fishing.", True),
    ("The dam failed at 3.20 a.m., the water board’s Ann Lee said.", "The dam ruptured at 4.40 a.m., according to shepherds.", True),
    ("The dam failed at 3.20 a.m., the water board’s Ann Lee said.", "The river burst its banks at 4.40 a.m., according to shepherds.", False),
    ("The coach left the road and crashed at 6.15 p.m., the police said.", "The coach hit the stall at 6.50 p.m., two passengers said.", False),
    ("The coach crashed at 6.15 p.m., the police said.", "The coach ploughed into the stall at 6.50 p.m., according to two passengers.", True),
    ("The coach crashed at 6.15 p.m., the police said.", "The coach left Brest at 5.50 p.m., according to two passengers.", False),
    ("The quake struck at 4.10 a.m., the observatory said.", "The ground began to shake at 4.40 a.m., according to a night watchman.", True),
    ("The quake struck at 4.10 a.m., the observatory said.", "The quake was felt at 4.40 a.m., according to a night watchman.", False),
    ("The capsule touched down at 6.10pm, the agency said.", "The capsule landed at 6.40pm, according to farmers.", True),
    ("The capsule touched down at 6.10pm, the agency said.", "The capsule lifted off at 4.40pm, according to farmers.", False),
    ("The ferry capsized at 8.10 p.m., the coastguard said.", "The ferry sank at 9.30 p.m., according to its cook.", False),
    ("The ferry capsized at 8.10 p.m., the coastguard said.", "The ferry keeled over at 8.50 p.m., according to its cook.", True),
    ("The gunman opened fire at 9.10 p.m., the police said.", "Shots rang out at 9.40 p.m., according to neighbours.", True),
    ("The gunman opened fire at 9.10 p.m., the police said.", "Officers opened fire at 9.40 p.m., according to neighbours.", False),
    ("The landslide struck at 5.10 a.m., the governor said.", "The hillside gave way at 5.20 a.m., according to neighbours.", True),
    ("The landslide struck at about 5.10 a.m., the governor said.", "The hillside gave way at 5.20 a.m., according to neighbours.", False),
    ("The gunman opened fire at 9.10 p.m., the police said.", "Shots rang out at 9.40 p.m.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "differ"), ONE)
def test_two_hours_of_one_moment(one: str, other: str, differ: bool) -> None:
    """Two hours of one moment differ in whatever words each is told, and whoever is said to give it; nobody's word is set against anybody, nor one moment against another."""
    story = story_of(
        *(card_of(f"News came from Brest on Saturday. {text}", outlet) for text, outlet in ((one, "A"), (other, "B")))
    )
    assert [each.about for each in story.disagreements] == (["time"] if differ else [])


def test_a_length_of_time_is_no_moment() -> None:
    """How long something took is of no moment, and an hour is of no length: each is compared by words of its own."""
    assert moments("The tower collapsed within 20 minutes.") == set()
    assert moments("The tower collapsed at 5.20 p.m.") == {"collapse"}
    assert moments("The blackout lasted three hours.") == {"length of an outage"}
    assert moments("At 5.20 p.m. the town was without power.") == set()
