"""Names that are places by the company they keep: the towns of the country of an article's places, and the names that are listed with a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarize import gazetteer
from summarize.evidence.capitals import Name
from summarize.evidence.name_kinds import NamedThing, evidence_rules
from summarize.evidence.vocabulary import NAME_PATTERNS, ORGANISATION_WORDS

_REACH: Final = 60
"""How far before a list of names it is looked for what they are named for, in code points."""
_LONGEST: Final = 3
"""Words of the longest name that a place beside it makes a place."""


def towns_of_the_country(text: str, names: list[Name], alone: Counter[str]) -> None:
    """Make places of the towns of a country whose places the article names, of which nothing but the model's label says that they are something else."""
    countries = _countries(names)
    for name in names:
        if (
            name.kind != "place"
            and not countries.isdisjoint(gazetteer.countries_of_town(name.text))
            and name.text.lower() not in ORGANISATION_WORDS
            and not gazetteer.given_name_gender(name.text)
            and _is_unproved(name, text, alone)
        ):
            name.kind = "place"


def share_place(text: str, names: list[Name], alone: Counter[str]) -> None:
    """Make places of the names that stand in one list with a place and of which nothing but the model's label says what they are.

    A list of places follows a word of place, "in Nokia and Lempäälä", and lists know one of it, or a proof, or a road between two: "Letters from Kafka, Brod and Musil" is none.
    """
    # Taken apart once: a name may be as long as a text.
    parted = (name.text.split() for name in names)
    people = {part for first, *rest in parted if gazetteer.given_name_gender(first) for part in rest}
    countries = _countries(names)
    for listed in _lists(text, names):
        start = listed[0].start
        before = NAME_PATTERNS.list_before.search(text, max(0, start - _REACH), start)
        if before is None:
            continue
        open_ones = [name for name in listed if _is_unproved(name, text, alone)]
        known = [name for name in listed if name not in open_ones]
        is_told = before["between"] or any(name.kind == "place" and _is_sure(name, countries) for name in listed)
        if is_told and people.isdisjoint(name.text for name in listed) and all(name.kind == "place" for name in known):
            for name in open_ones:
                name.kind = "place"


def _countries(names: list[Name]) -> set[str]:
    """The countries in which lists know the places of an article to lie."""
    return {code for name in names if name.kind == "place" and (code := gazetteer.place_country(name.text))}


def _is_sure(name: Name, countries: set[str]) -> bool:
    """True for a place that is proved, or that lists know as one, a small town only in a country that the article names."""
    is_town = not countries.isdisjoint(gazetteer.countries_of_town(name.text))
    return name.hard or is_town or gazetteer.is_place(name.text)


def _lists(text: str, names: list[Name]) -> Iterator[list[Name]]:
    """The names that a text lists side by side, each list closed by an "and"."""
    gaps = [NAME_PATTERNS.list_gap.fullmatch(text, one.end, other.start) for one, other in pairwise(names)]
    first = 0
    for at, gap in enumerate(gaps):
        if gap is None:
            first = at + 1
        elif gap["last"]:
            yield names[first : at + 2]
            first = at + 2


def _is_unproved(name: Name, text: str, alone: Counter[str]) -> bool:
    """True for a short name that no more than the model's label tells the kind of."""
    return (
        not name.hard
        and len(name.text.split()) <= _LONGEST
        and evidence_rules().decide(NamedThing(name, text, alone)) is None
    )
