"""Names that are places by where they stand, and by the company they keep.

Those of a dateline and of a title, and the towns by which bodies are called; the towns of the country of an article's places, and the
names that are listed with a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from summarize import gazetteer
from summarize.evidence.capitals import Name, names_in
from summarize.evidence.name_kinds import NamedThing, evidence_rules
from summarize.evidence.vocabulary import NAME_PATTERNS, NAMES, ORGANISATION_WORDS
from summarize.expressions import expression
from summarize.layout import Layout

_REACH: Final = 60
"""How far before a list of names it is looked for what they are named for, in code points."""
_MAX_LENGTH: Final = 3
"""Words of the longest name that a place beside it makes a place."""
_MAX_BODY = 8
"""Words of the longest name of a body that a town is looked for in."""
_SMALL_WORD = 4
"""Letters of the longest word that a title in capitals writes in small ones."""
_BEFORE = 20
"""How far before a name of the title it is looked for what the title says of it, in code points."""
_PLACE_IN_DATELINE = expression(r"[^\W\d_](?:[^,/\[\]()]*[\w.])?")


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
        and len(name.text.split()) <= _MAX_LENGTH
        and evidence_rules().decide(NamedThing(name, text, alone)) is None
    )


def dateline_places(text: str, layout: Layout) -> list[Name]:
    """The places of the dateline; they are places by standing there, whatever the gazetteer knows."""
    dateline = layout.dateline
    if dateline is None:
        return []
    return [
        Name(dateline.place_start + m.start(), dateline.place_start + m.end(), m.group(), "place", hard=True)
        for m in _PLACE_IN_DATELINE.finditer(text[dateline.place_start : dateline.place_end])
    ]


def towns_of_bodies(text: str, names: Sequence[Name]) -> list[Name]:
    """The towns inside the names of bodies that serve one, where the article does not name them otherwise: "Belfast Crown Court"."""
    known = {name.text for name in names if name.kind == "place"}
    towns: dict[str, Name] = {}
    for name in names:
        found = town_in(name.text) if name.kind == "organisation" else None
        if found is not None and found not in known:
            at = name.start + name.text.index(found)
            if text[at : at + len(found)] == found:
                towns.setdefault(found, Name(at, at + len(found), found, "place", hard=True))
    return list(towns.values())


def names_of_title(text: str, layout: Layout) -> list[Name]:
    """What may be names in the title; none of a title that writes every word with a capital, or all in capitals."""
    if layout.title is None:
        return []
    start, end = layout.title
    shows = any(word.islower() and len(word) > _SMALL_WORD for word in text[start:end].split())
    return names_in(text, start, end, openers={start}) if shows else []


def is_placed(text: str, name: Name) -> bool:
    """True for a name of the title in which it says that something is, whatever lists know of it: "Fire above Simon's Town"."""
    is_other = gazetteer.given_name_gender(name.text) or gazetteer.people_of(name.text)
    return not is_other and NAME_PATTERNS.placed_sure.search(text, max(0, name.start - _BEFORE), name.start) is not None


def towns_of_title(text: str, titled: Sequence[Name], placed: Collection[str], names: Sequence[Name]) -> list[Name]:
    """The places that only the title names: those in which it says something is, and the listed ones of a country whose places the text names.

    Elsewhere a title's town may be a firm or a make: "Phoenix stake", "Mobile sales".
    """
    known = {word for name in names for word in (name.text, *name.text.split())}
    countries = {country for name in names if name.kind == "place" and (country := gazetteer.place_country(name.text))}
    words = {*text.split()}
    found: list[Name] = []
    for name in titled:
        if name.text in known or gazetteer.given_name_gender(name.text):
            continue
        is_listed = gazetteer.is_city(name.text) or gazetteer.is_region(name.text)
        lies_in = {gazetteer.place_country(name.text), *gazetteer.countries_of_town(name.text)}
        is_near = not countries.isdisjoint(lies_in) and name.text.lower() not in words
        is_at = is_listed and NAME_PATTERNS.placed_before.search(text, max(0, name.start - _BEFORE), name.start)
        if name.text in placed or is_near or is_at:
            found.append(Name(name.start, name.end, name.text, "place", hard=True))
    return found


def town_in(name: str) -> str | None:
    """The town or county that a court, council or hospital is called by, as lists know it, or as a court is that of a town; None for other names."""
    words = name.split()
    if len(words) > _MAX_BODY or not any(word.lower() in NAMES.local_bodies for word in words):
        return None
    starts = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    listed = next((part for part in (*starts, words[-1]) if gazetteer.is_city(part) or gazetteer.is_region(part)), None)
    court = NAME_PATTERNS.town_court.fullmatch(name)
    return listed or (court["town"] if court is not None else None)
