"""What a figure is besides what it counts: as it might be, over a longer time, of some, of one place. Two of these contradict nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from summarize.briefing import Figure
from summarize.gazetteer import people_of
from summarize.languages.calendars import calendar_names
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.stories.merging.counted import group_of
from summarize.stories.merging.likeness import same_name
from summarize.text.months import month_pattern, weekday_pattern

_WORDS: Final = figures("en")
_HERE: Final = "#"
_NAME: Final = re.compile(r"\b[A-Z]\w+")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)


_OF_DAYS: Final = re.compile(rf"{_DAYS.pattern}(?![’'])", re.IGNORECASE)
"""Not "Monday's derailment", of whose dead a figure may be of any day."""
_SAID_ON: Final = re.compile(rf"\b{any_of(_WORDS.speech)}(?:\s[a-z]+){{0,2}}\s{_DAYS.pattern}", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[^,;]*#[^,;]*|")
_DEADLY: Final = tuple(map(re.compile, _WORDS.deadly))
_PARTS: Final = {word: place for place, words in enumerate(_WORDS.day_parts) for word in words.split()}


def aspects_of(figure: Figure, *, whenever: bool = False) -> frozenset[str]:
    """The names of what is said of a figure besides, by its sentence; `whenever`, but for when that was so."""
    # "By Tuesday afternoon", in Tuesday's article, is now.
    return aspects_in(_around(figure), figure.about, whenever=whenever) - _of_today(figure.as_of)


def _of_today(as_of: str | None) -> frozenset[str]:
    """The aspects that say when something was so, as of the day of the week on which it is told."""
    if not as_of:
        return frozenset()
    today = calendar_names("en").weekday_rows[date.fromisoformat(as_of[:10]).weekday()]
    return frozenset(f"{row.name} {name.capitalize()}" for row in _WORDS.aspect if row.is_when for name in today)


def aspects_in(sentence: str, about: str, *, whenever: bool = False) -> frozenset[str]:
    """The same for anything that is counted or dated, of which `#` stands in its place in a sentence; with which one, where a row says so."""
    table = (row for row in _WORDS.aspect if about not in row.but and not (whenever and row.is_when))
    rows = ((row, row.pattern.search(sentence)) for row in table)
    # "In the north hall", and "in the south hall": of two parts neither is the other.
    return frozenset(" ".join((row.name, *filter(None, match.groups()))) for row, match in rows if match is not None)


def are_of_two_hours(one: str, other: str) -> bool:
    """True if the clauses of two figures, each marked `#`, name two parts of a day: what is counted in the morning, and in the evening."""
    mine, its = (
        {_PARTS[word] for word in re.findall(r"[a-z]+", _CLAUSE.search(text)[0].lower()) if word in _PARTS}  # type: ignore[index]
        for text in (one, other)
    )
    return bool(mine and its) and not mine & its


def are_of_two_days(one: str, other: str) -> bool:
    """True if the clauses of two figures, each marked `#`, name days or months, and none in common: who was held on Thursday, and on Friday."""
    mine, its = (
        {day.casefold() for day in _OF_DAYS.findall(_SAID_ON.sub(" ", _CLAUSE.search(text)[0]))}  # type: ignore[index]
        for text in (one, other)
    )
    return bool(mine and its) and not mine & its


def are_at_two_hours(one: Figure, other: Figure) -> bool:
    """The same of two figures, or true of two days."""
    return are_of_two_hours(_around(one), _around(other)) or are_of_two_days(_around(one), _around(other))


def are_of_two(one: Figure, other: Figure, *, whenever: bool = False) -> bool:
    """True for figures of one name that are of two things: counted otherwise, at two places, or of women where the other is of more people.

    `whenever` for those of two days, of which each is as of its own: "10 per cent by 8pm", and "70 by noon on Wednesday".
    """
    if aspects_of(one, whenever=whenever) != aspects_of(other, whenever=whenever) or _are_apart(one, other):
        return True
    if _are_of_two_names(one, other) or _are_of_two_people(one, other) or _are_of_two_events(one, other):
        return True
    few, many = sorted((one, other), key=lambda figure: figure.amount or 0.0)
    return few.amount != many.amount and group_of(few) in _WORDS.some_people and not group_of(many)


def is_elsewhere(one: Figure, other: Figure, its: str) -> bool:
    """True for fewer than the other, at a place that the other's account, `its`, does not name."""
    return (one.amount or 0.0) < (other.amount or 0.0) and any(place not in its for place in _places(one))


def _are_apart(one: Figure, other: Figure) -> bool:
    """True if each is said to be at a place, and neither sentence names the other's."""
    mine, its = set(_places(one)), set(_places(other))
    return (
        bool(mine and its)
        and not any(place in other.line.text for place in mine)
        and not any(place in one.line.text for place in its)
    )


def _are_of_two_names(one: Figure, other: Figure) -> bool:
    """True for sums of firms of which both sentences have names, and none in common: what Hallam pays for Orrin, and Corvo for Salto."""
    return (
        one.about in _WORDS.of_firms
        and all(map(_names_in_sentence, (one, other)))
        and not _names_in_sentence(one) & _names_in_sentence(other)
    )


def _are_of_two_people(one: Figure, other: Figure) -> bool:
    """True for terms in prison in sentences that open on two people's full names."""
    opened = [_WORDS.opens_on.match(each.line.text) for each in (one, other)]
    first, second = (match["name"] if match is not None else "" for match in opened)
    is_term = one.about == other.about == _WORDS.names["prison"]
    return bool(is_term and first and second) and not same_name(first, second, "person")


def _are_of_two_events(one: Figure, other: Figure) -> bool:
    """True for tolls whose clauses name events of two kinds or days: who died in the fire, and in Wednesday's air raid."""
    if one.about not in _WORDS.people:
        return False
    clauses = [_CLAUSE.search(_around(each))[0] for each in (one, other)]  # type: ignore[index]
    mine, its = ({kind for kind, event in enumerate(_DEADLY) if event.search(clause)} for clause in clauses)
    first, second = (set(_WORDS.day_of_event.findall(clause)) for clause in clauses)
    return any(each and others and not each & others for each, others in ((mine, its), (first, second)))


def _names_in_sentence(figure: Figure) -> frozenset[str]:
    """The names in a figure's sentence but for those who give it; none where only its first word may be one."""
    said = _DAYS.sub(" ", figure.line.text.replace(figure.attributed_to or "\0", " "))
    names = [match for match in _NAME.finditer(said) if match.group().casefold() not in _WORDS.small]
    return frozenset(match.group() for match in names) if any(match.start() for match in names) else frozenset()


def _places(figure: Figure) -> Iterator[str]:
    sentence = _around(figure)
    for pattern in (_WORDS.place_before, _WORDS.place_behind):
        match = pattern.search(sentence)
        # "In the Romanian port" names no place of its own.
        if match is not None and people_of(match["place"]) is None:
            yield match["place"]


def _around(figure: Figure) -> str:
    """A figure's sentence with a mark in its place."""
    return re.sub(rf"(?<!\w){re.escape(figure.value)}(?!\w)", _HERE, figure.line.text, count=1)
