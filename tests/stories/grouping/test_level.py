"""Rules of how alike articles of a day must be: above what any two of them have in common, and in more than names. All texts were written for these tests."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import create_autospec

import pytest

from summarize.stories.grouping import THRESHOLD, Member
from summarize.stories.grouping.joining import clusters_of
from summarize.stories.grouping.level import level_of
from summarize.stories.grouping.openings import Openings
from summarize.stories.grouping.sketch import Vocabulary
from summarize.stories.grouping.vectors import Vector, batch_of, vector_of

_MIDDLING = 90.0


def day_of(articles: int, shared: float) -> list[Vector]:
    """Articles of which any two are alike by about `shared`."""
    bodies = [{0: shared**0.5, number: (1 - shared) ** 0.5} for number in range(1, articles + 1)]
    return [Vector(1, body, {}, body, {}, {}) for body in bodies]


def test_a_quiet_day_asks_for_less() -> None:
    """Where articles have little in common by chance, two that share somewhat more are of one event."""
    quiet, usual = (level_of(day_of(40, shared), _MIDDLING) for shared in (0.02, 0.05))
    assert quiet < usual <= THRESHOLD


def test_no_day_asks_for_next_to_nothing() -> None:
    """Of a day whose articles share no word, one name would else be enough."""
    assert level_of(day_of(40, 0.0), _MIDDLING) == pytest.approx(0.12)


@pytest.mark.parametrize("articles", [0, 1, 2, 3])
def test_a_handful_of_articles_says_nothing_of_chance(articles: int) -> None:
    """Then the threshold is that of any day."""
    assert level_of(day_of(articles, 0.0), _MIDDLING) == pytest.approx(THRESHOLD, abs=0.02)


@pytest.mark.parametrize("words", [10.0, 50.0, 200.0, 400.0])
def test_very_short_and_long_articles_keep_the_threshold(words: float) -> None:
    """Of very short ones a name is much of what they have; of long ones two about one event share enough."""
    assert level_of(day_of(40, 0.0), words) == pytest.approx(THRESHOLD)


def test_the_level_changes_little_between_lengths() -> None:
    """One word more of an article moves it by no more than a hundredth."""
    levels = [level_of(day_of(40, 0.0), float(words)) for words in range(30, 260)]
    assert max(abs(one - other) for one, other in pairwise(levels)) < 0.01


def test_many_articles_are_drawn_evenly() -> None:
    """A day of many articles is measured by a share of its pairs, from its first to its last, and comes to much the same as a small one like it."""
    many, few = ([*day_of(count, 0.08), *day_of(2 * count, 0.0)] for count in (100, 30))
    assert level_of(many, _MIDDLING) == pytest.approx(level_of(few, _MIDDLING), abs=0.005)
    assert level_of(day_of(100, 0.08), _MIDDLING) > level_of(many, _MIDDLING) + 0.01


def shares_words(one: Member, other: Member) -> bool:
    vocabulary = Vocabulary()
    sketches = [vocabulary.read(member) for member in (one, other)]
    batch = batch_of(vocabulary, sketches)
    first, second = (vector_of(sketch, batch) for sketch in sketches)
    return Openings(sketches, vocabulary.entries).share_words(((0,), first), ((1,), second))


def test_names_alone_are_not_enough_on_a_quiet_day() -> None:
    """A painting that is found and a bank that is held share a town, a road and the officer who speaks."""
    painting = Member(
        1,
        "Stolen landscape turns up in locker",
        "A landscape by Ines Varro was found in a locker at Hesper. Chief Bodo Lund thanked a cleaner in Tanner Row.",
    )
    bank = Member(
        2, "Cashier freed after siege", "A man with a toy pistol held a cashier in Tanner Row, Hesper. Chief Bodo Lund said that she was unhurt."
    )  # fmt: skip
    pipe = Member(
        3, "Landscape had been behind pipes", "Nobody looked behind the pipes of the locker in Hesper, where the landscape was hung to dry, a cleaner told us."
    )  # fmt: skip
    assert not shares_words(painting, bank)
    assert shares_words(painting, pipe)


@pytest.mark.parametrize(
    ("shared", "in_words", "groups"), [(0.16, True, 1), (0.16, False, 2), (0.13, True, 2), (0.4, False, 1)]
)
def test_between_level_and_threshold_words_decide(shared: float, in_words: bool, groups: int) -> None:
    """From the day's level on groups are joined that share ordinary words, from the threshold on whatever they share."""
    openings = create_autospec(Openings, instance=True)
    openings.share_words.return_value = in_words
    openings.are_elsewhere.return_value = openings.tell_one_event.return_value = False
    two = [Vector(1, {0: (shared / 0.7) ** 0.5}, {}, {}, {}, {}) for _ in range(2)]
    assert len(clusters_of(two, [{1}, {0}], openings, level=0.15)) == groups
