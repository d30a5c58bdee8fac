"""Whom a toll counts, by the noun behind its number: three passengers and one of the crew are two counts, and contradict nobody."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from summarize.briefing import Figure
from summarize.languages.figures import figures

_WORDS: Final = figures("en")
_BEHIND = re.compile(r"(?:\s[a-z’'-]+){1,4}")
_APART: Final = tuple(row.split(" | ") for row in _WORDS.apart)
_GROUPS: Final = {
    word: (row, place)
    for row, groups in enumerate(_APART)
    for place, words in enumerate(groups)
    for word in words.split()
}
"""The row of `apart` that a noun is in, and which of the row's groups it is of."""


def whom(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The group that a number counts, as the first noun of its list, and where the noun ends; None if it may be anybody.

    Args:
        text: an article's text.
        start: where the number ends, in code points of `text`.
        end: where its sentence ends.
    """
    behind = _BEHIND.match(text, start, end)
    for word in re.finditer(r"\S+", behind.group()) if behind else ():
        if word.group() in _WORDS.small:
            return None
        if word.group() in _GROUPS:
            row, place = _GROUPS[word.group()]
            # "crew member": the noun of a longer one is shown with it.
            longer = re.compile(rf"\s(?:{'|'.join(sorted(_WORDS.of_a_group))})\b").match(text, start + word.end(), end)
            return _APART[row][place].split()[0], longer.end() if longer else start + word.end()
    return None


def are_several(groups: AbstractSet[str]) -> bool:
    """True if groups are told of none of whom is of another: passengers and crew."""
    rows = [_GROUPS[group][0] for group in groups if group]
    return len(rows) > len(set(rows))


def are_apart(one: Figure, other: Figure) -> bool:
    """True for tolls of two such groups."""
    return one.about in _WORDS.people and are_several({group_of(one), group_of(other)})


def group_of(figure: Figure) -> str:
    """The group that a figure counts, as the first noun of its list; nothing if it may be anybody."""
    text = figure.line.text
    begin = text.find(figure.value)
    found = whom(text, begin + len(figure.value.split(maxsplit=1)[0]), len(text)) if begin >= 0 else None
    return found[0] if found is not None else ""
