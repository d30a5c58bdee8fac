"""What the openings of two groups have in common, and no other group of the day has at all: it makes one event of accounts told in other words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from summarize.gazetteer import given_name_gender
from summarize.stories.grouping.sketch import Sketch, VocabularyEntry
from summarize.stories.grouping.vectors import SAME_DAYS, Vector

_ENOUGH = 8.5
"""What the words tell together: that is a rare one and one that is not common, or three of these. Measured: see `tests.benches.grouping`."""
_COMMON = 0.05
"""A word that more articles have tells nothing of an event."""
_RARE, _RARE_FIGURE = 0.004, 0.005
_BOTH, _FEW = 2, 3
"""A word that more groups have is none of one event: its accounts may be in three groups still."""

_OF_WORDS = 0.25
"""How much of what two groups have in common ordinary words must be."""

_Side = tuple[Sequence[int], Vector]
"""A group: the positions of its articles, and the sum of their weightings."""


class Openings:
    """The openings of a day's articles, by position, and in how many groups each word is."""

    def __init__(self, sketches: Sequence[Sketch], entries: Sequence[VocabularyEntry]) -> None:
        """Nothing has been counted yet."""
        self._towns_of = [sketch.towns for sketch in sketches]
        self._entries = entries
        self._held: Counter[int] = Counter()

    def hold(self, groups: Iterable[Vector]) -> None:
        """Count in how many groups each word is, from now on."""
        self._held.clear()
        for vector in groups:
            self._held.update(vector.body.keys())

    def join(self, one: Vector, other: Vector) -> None:
        """Two groups are one from now on."""
        self._held.subtract(one.body.keys() & other.body.keys())

    def tell_one_event(self, one: _Side, other: _Side) -> bool:
        """True if two groups of the same days, and hardly another, open with a name and with words that tell enough.

        Two events of one town, court or firm share its names, and those who speak for it: these alone tell nothing.
        """
        if not self.share_name(one, other):
            return False
        own = self._rare_shared_words(one, other)
        # What a third group has tells only where it has the name as well.
        most = max(_BOTH, *(self._held[number] for number in own if self._is_name(number)))
        return sum(self._tells(number) for number in sorted(own) if self._held[number] <= most) >= _ENOUGH

    def share_name(self, one: _Side, other: _Side) -> bool:
        """True if two groups of the same days, and hardly another, open with a name that tells."""
        (_, mine), (_, its) = one, other
        if any(abs(day - another) > SAME_DAYS for day in mine.days for another in its.days):
            return False
        return any(map(self._is_name, self._rare_shared_words(one, other)))

    def _rare_shared_words(self, one: _Side, other: _Side) -> list[int]:
        """The words that two groups open with, and hardly another group has at all."""
        (_, mine), (_, its) = one, other
        return [number for number in mine.lead if number in its.lead and self._held[number] <= _FEW]

    def _tells(self, number: int) -> float:
        """How much a word tells of an event. Names of towns, courts, firms and spokesmen are in more than one, as are offices and trades."""
        entry = self._entries[number]
        most = _RARE_FIGURE if entry.is_number else _COMMON
        return 0.0 if entry.is_name or entry.title or entry.prior > most else -math.log(entry.prior)

    def _is_name(self, number: int) -> bool:
        """True for a word of a name that tells: no country's, and no given name, which many have."""
        entry = self._entries[number]
        is_common = entry.country or entry.leader or given_name_gender(entry.shown.capitalize()) is not None
        return (entry.is_name or entry.is_never_small) and not is_common and entry.prior <= _RARE

    def share_words(self, one: _Side, other: _Side) -> bool:
        """True if two groups are alike in ordinary words too: two events of one town have its names in common, and those who speak for it."""
        (_, mine), (_, its) = one, other
        told = {number: weight * its.body[number] for number, weight in mine.body.items() if number in its.body}
        words = sum(weight for number, weight in sorted(told.items()) if not self._entries[number].is_name)
        return words >= _OF_WORDS * sum(weight for _, weight in sorted(told.items()))

    def are_elsewhere(self, one: _Side, other: _Side) -> bool:
        """True if each opens in a place that the other does not have anywhere: two strikes, or two fires.

        Not where they tell one event by what else they open with: where a diver comes from is no place of the wreck.
        """
        names = sum(map(self._is_name, self._rare_shared_words(one, other))) if self._held else 0
        if names >= _BOTH and self.tell_one_event(one, other):
            return False
        sides = [(self._towns(places), vector.body) for places, vector in (one, other)]
        (mine, my_words), (its, its_words) = sides
        return bool(mine and its) and not mine & its_words.keys() and not its & my_words.keys()

    def _towns(self, places: Sequence[int]) -> set[int]:
        found = (number for place in places for number in self._towns_of[place])
        return {number for number in found if not self._entries[number].country}
