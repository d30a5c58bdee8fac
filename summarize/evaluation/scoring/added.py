"""What a measure is, and those that installed packages bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.plugins import all_plugins

if TYPE_CHECKING:
    from summarize.card import Card
    from summarize.evaluation.gold.labels import Gold
    from summarize.evaluation.runs.run import Score


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a field."""

    id: str
    """`field.name`"""
    title: str
    description: str
    tested: bool = False
    """Compared between runs with a test; the others are shown beside it."""
    hard: bool = False
    """Less than 1 is a broken promise, not a matter of degree."""
    yes_no: bool = False
    """An article has it right or not: compared by McNemar's test."""

    @property
    def field(self) -> str:
        """What part of the card it is about."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class AddedMeasure:
    """A measure of a package's own, which its entry point names by `id`."""

    measure: Measure
    score: Callable[[Card, Gold], Score | None]
    """Its score for a card; None where it does not apply."""


def added_measures() -> tuple[AddedMeasure, ...]:
    """The measures that installed packages bring.

    Raises:
        ConfigurationError: one cannot be loaded, or is none.
    """
    plugins = all_plugins("measures")
    for plugin in plugins:
        if not isinstance(plugin.value, AddedMeasure) or plugin.value.measure.id != plugin.name:
            raise plugin.error("is no measure: it has to be an AddedMeasure with that id")
    return tuple(plugin.value for plugin in plugins)
