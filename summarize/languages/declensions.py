"""How a language declines names, by the rows of its `basics.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from summarize.languages.loader import TableError

_CASES: Final = 5


class Cases(NamedTuple):
    """Endings of names of one kind: those of the nominative, and of each other case; None is that of the nominative, which then is kept."""

    nominatives: tuple[str, ...]
    others: tuple[tuple[str | None, ...], ...]


class Declension(NamedTuple):
    """How the words of names are declined: those of men and those of women; every row has as many cases, in one order."""

    men: tuple[Cases, ...] = ()
    women: tuple[Cases, ...] = ()
    paired: frozenset[str] = frozenset()
    """Given names of women that are a case of a man's as well, in lower case: "александра" (of "Александр")."""


def declension(name: str, values: Mapping[str, Any]) -> Declension:
    """How names are declined, as the table `name` says; no rows for a language that does not decline them.

    Raises:
        TableError: a row has an unknown key or too few cases.
    """
    if unknown := values.keys() - {"men", "women", "paired"}:
        raise TableError(name, f"name_cases.{min(unknown)}", "men, women or paired is needed")
    men, women = (tuple(_cases(str(row)) for row in values.get(key, ())) for key in ("men", "women"))
    if any(len(row.others) != _CASES for row in (*men, *women)):
        raise TableError(name, "name_cases", f"endings of the nominative and of {_CASES} cases are needed between bars")
    return Declension(men, women, frozenset(str(values.get("paired", "")).split()))


def _cases(row: str) -> Cases:
    """A row of endings between bars: "-" is none, "=" is the nominative's; one "=" stands for all cases."""
    nominative, *others = (part.split() for part in row.split("|"))
    if others == [["="]]:
        others *= _CASES
    endings = tuple(tuple(None if each == "=" else each.strip("-") for each in case) for case in others)
    return Cases(tuple(each.strip("-") for each in nominative), endings)
