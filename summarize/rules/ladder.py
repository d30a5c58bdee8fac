"""Ladders: the rows of a table, asked in order until one speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, Protocol, TypeVar

from summarize.languages.loader import TableError, any_of, load
from summarize.rules.conditions import Fact, Test, conditions
from summarize.rules.rows import Row, RuleTable

__all__ = ["Decision", "Fact", "Ladder", "Subject", "read_ladder"]

_CLASS: Final = re.compile(r"\{([a-z][a-z_]*)\}")


class Subject(Protocol):
    """What a ladder decides on."""

    @property
    def before(self) -> str:
        """The text before it, as far as rules look."""

    @property
    def after(self) -> str:
        """The text behind it, as far as rules look."""

    @property
    def words(self) -> str:
        """Its own text."""


S = TypeVar("S", bound=Subject)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a ladder says of a subject, and the id of the rule that says so."""

    verdict: str
    rule: str


class _Rung(Generic[S]):
    """One row, ready to be asked. Its expressions are compiled when they are first needed."""

    def __init__(self, table: str, row: Row, tests: list[Test[S]], classes: Mapping[str, frozenset[str]]) -> None:
        self.table, self.row, self._tests, self._classes = table, row, tests, classes

    def holds(self, subject: S) -> bool:
        row = self.row
        return (
            all(test(subject) for test in self._tests)
            and (not row.before or self._before.search(subject.before) is not None)
            and (not row.after or self._after.match(subject.after) is not None)
            and (not row.text or self._text.match(subject.words) is not None)
            and (not row.within or self._within.search(subject.words) is not None)
            and (not row.whole or self._whole.fullmatch(subject.words) is not None)
        )

    def compile(self) -> None:
        """Compile every expression now.

        Raises:
            TableError: one is not a regular expression.
        """
        for pattern in (self._before, self._after, self._text, self._within, self._whole):
            assert pattern is not None

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return self._compiled(f"(?:{self.row.before})$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return self._compiled(self.row.after)

    @cached_property
    def _text(self) -> re.Pattern[str]:
        return self._compiled(self.row.text)

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return self._compiled(self.row.within)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return self._compiled(self.row.whole)

    def _compiled(self, written: str) -> re.Pattern[str]:
        try:
            return re.compile(_CLASS.sub(lambda match: any_of(self._classes[match[1]]), written))
        except re.error as error:
            raise TableError(
                f"languages/{self.table}: rule “{self.row.id}”: not a regular expression: {error}"
            ) from None


class Ladder(Generic[S]):
    """The rules of one table.

    Args:
        name: the table's file, for messages.
        rungs: the rules in order.
    """

    def __init__(self, name: str, rungs: list[_Rung[S]]) -> None:
        self.name, self._rungs = name, rungs

    @property
    def rows(self) -> list[Row]:
        """The rows in order."""
        return [rung.row for rung in self._rungs]

    def compile(self) -> None:
        """Compile every expression now, and not when it is first needed.

        Raises:
            TableError: one is not a regular expression.
        """
        for rung in self._rungs:
            rung.compile()

    def decide(self, subject: S) -> Decision | None:
        """The verdict of the first rule whose conditions hold, None where none does."""
        for rung in self._rungs:
            if rung.holds(subject):
                return Decision(rung.row.verdict, rung.row.id)
        return None

    def only(self, verdict: str) -> Ladder[S]:
        """The rules that give one verdict, for tables whose verdicts do not exclude each other."""
        return Ladder(self.name, [rung for rung in self._rungs if rung.row.verdict == verdict])

    def without(self, rule: str) -> Ladder[S]:
        """The same ladder with one rule switched off, by its id."""
        return Ladder(self.name, [rung for rung in self._rungs if rung.row.id != rule])


def read_ladder(
    name: str,
    facts: Mapping[str, Callable[[S], Fact]],
    classes: Mapping[str, frozenset[str]] | None = None,
    verdicts: frozenset[str] | None = None,
) -> Ladder[S]:
    """The ladder of a table below `languages/`.

    Args:
        name: the file, such as "en/quotation_kinds.toml".
        facts: what its conditions may ask.
        classes: lists of words that its expressions may name in braces, besides the table's own.
        verdicts: what its rows may say; anything if None.

    Raises:
        TableError: a row cannot be read, asks for what there is not, or has the id of another.
    """
    table = load(RuleTable, name)
    known = {**(classes or {}), **{key: frozenset(words.split()) for key, words in table.classes.items()}}
    rungs: list[_Rung[S]] = []
    for row in table.rule:
        if any(rung.row.id == row.id for rung in rungs):
            raise TableError(f"languages/{name}: rule “{row.id}”: another rule has the same id")
        if verdicts is not None and row.verdict not in verdicts:
            raise TableError(
                f"languages/{name}: rule “{row.id}”: “{row.verdict}” is not one of {', '.join(sorted(verdicts))}"
            )
        for class_name in _CLASS.findall(row.before + row.after + row.text + row.within + row.whole):
            if class_name not in known:
                raise TableError(f"languages/{name}: rule “{row.id}”: there is no list of words “{class_name}”")
        try:
            tests = conditions(row.when, facts)
        except ValueError as error:
            raise TableError(f"languages/{name}: rule “{row.id}”: {error}") from None
        rungs.append(_Rung(name, row, tests, known))
    return Ladder(name, rungs)
