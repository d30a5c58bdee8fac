"""Whom a toll counts, by the noun behind its number: three passengers and one of the crew are two counts, and contradict nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from summarize.briefing import Figure
from summarize.languages.figures import figures
from summarize.text.content import content_words

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


def is_group(noun: str) -> bool:
    """True for a noun of a group of people beside which there are others: "passengers"."""
    return noun in _GROUPS


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


def name_of_toll(figures: Iterable[Figure]) -> str:
    """What tolls of one kind are called: of people whom each sentence has in hospital, and none hurt, that they are there."""
    lines = [(each.about, each.line.text) for each in figures]
    about = lines[0][0]
    is_of_patients = all(_WORDS.hospital.search(text) and not _WORDS.hurt.search(text) for _, text in lines)
    return _WORDS.in_hospital.get(about, about) if is_of_patients else about


def are_called_apart(few: Figure, many: Figure) -> bool:
    """True for a toll of people who are called something, and a higher one of whoever else: "four soldiers" may be some of "11 people".

    Of "12 students" and "45 protesters" too the first may be some of the second; not so with "19 men" and "22 miners", who are the
    same.
    """
    is_one_group = bool(group_of(few)) and group_of(few) == group_of(many)
    if few.about not in _WORDS.people or few.amount == many.amount or is_one_group:
        return False
    who, others = _noun_of(few), _noun_of(many)
    return who in _WORDS.some_among and others not in {None, who}


def _noun_of(figure: Figure) -> str | None:
    """What the people of a toll are called behind its number; None where they are called nothing."""
    text = figure.line.text
    begin = text.find(figure.value)
    found = _WORDS.noun.match(text, begin + len(figure.value)) if begin >= 0 else None
    return found["noun"] if found is not None else None


def are_of_two_rescuers(one: Figure, other: Figure) -> bool:
    """True for people whom somebody saved, and whom somebody else did: twelve by firefighters, and five by neighbours."""
    mine, its = map(_rescuers, (one, other))
    return one.about in _WORDS.rescuing and bool(mine and its) and not mine & its


def _rescuers(figure: Figure) -> frozenset[str]:
    """The words for whoever saved those whom a toll counts; none where its sentence does not say."""
    found = _WORDS.rescued_by.search(re.sub(rf"(?<!\w){re.escape(figure.value)}(?!\w)", "#", figure.line.text, count=1))
    return content_words(found["before"] or found["behind"]) if found is not None else frozenset()
