"""Rules of joining by a name and a kind of event, in whatever words it is told. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.languages.stories import EventRow, grouping
from summarize.stories.grouping import group
from summarize.stories.grouping.kinds import kinds_of
from summarize.stories.grouping.openings import Openings
from summarize.stories.grouping.sketch import Vocabulary
from summarize.stories.grouping.vectors import batch_of, vector_of
from tests.stories.grouping.angles import ONE_EVENT, TWO_OF_A_KIND
from tests.stories.grouping.test_openings import members_of

_ROWS = grouping("en").kind


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row.name)
def test_each_kind_reads_its_examples(row: EventRow) -> None:
    """A row's examples are of its kind, and its counter-example is not."""
    assert all(row.name in kinds_of(example) for example in row.examples)
    assert row.name not in kinds_of(row.counter_example)


@pytest.mark.parametrize("event", sorted(ONE_EVENT))
def test_one_event_in_other_words_is_one(event: str) -> None:
    """Both open with a name that is no person's, body's or region's, and with one kind of event."""
    assert len(group(members_of(*ONE_EVENT[event]))) == 1


@pytest.mark.parametrize("events", sorted(TWO_OF_A_KIND))
def test_two_events_of_a_kind_are_two(events: str) -> None:
    """What names them both is a region's, a body's or a person's, and each is in another place."""
    assert len(group(members_of(*TWO_OF_A_KIND[events]))) == 2


def test_among_all_others_none_is_joined_with_another_event() -> None:
    """So too on one day with all the others."""
    pairs = [*ONE_EVENT.items(), *TWO_OF_A_KIND.items()]
    events = [key if key in ONE_EVENT else f"{key}/{place}" for key, _ in pairs for place in (0, 1)]
    found = group(members_of(*(text for _, pair in pairs for text in pair)))
    assert all(len({events[number - 1] for number in each.numbers}) == 1 for each in found)


def is_of_one_kind(*texts: tuple[str, str]) -> bool:
    vocabulary = Vocabulary()
    sketches = [vocabulary.read(member) for member in members_of(*texts)]
    batch = batch_of(vocabulary, sketches)
    one, other = (vector_of(sketch, batch) for sketch in sketches)
    openings = Openings(sketches, vocabulary.entries)
    openings.hold((one, other))
    return openings.tell_one_kind(((0,), one), ((1,), other))


BARN = (
    "Barn burns down in Ottermouth",
    "A barn full of hay burned down in Ottermouth on Tuesday. Nobody was hurt, and 60 lambs were saved.",
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Police are looking for a man who is said to have set the barn of Ottermouth on fire.", True),
        ("A jury retired on Tuesday in the trial of a man who is said to have set the mill of Ottermouth on fire.", False),
        ("The choir of Ottermouth sang on Tuesday for the widows of miners, who had baked.", False),
        (f"Maize closed at 221 euros a tonne. {'Rain is forecast, and traders were calm. ' * 8} The noise was a fire in Ottermouth.", False),
    ],
    ids=["of it", "a trial", "nothing", "below the opening"],
)  # fmt: skip
def test_a_name_and_a_kind_are_both_needed(other: str, same: bool) -> None:
    """A trial is no account of another's fire, and a report of prices that calls the fire to mind far below is not of it."""
    assert is_of_one_kind(BARN, ("Ottermouth on Tuesday", other)) is same
