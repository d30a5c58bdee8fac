"""Lists of names: places with their countries, peoples, given names. Loaded on first use, kept for the process."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_WELL_KNOWN = 3000
_KEPT = 1 << 9
"""Names of which it is kept how they are compared and what lists say: rules ask for a name a dozen times."""
_DATA = Path(__file__).parent / "data"


@cache
def _table(name: str) -> dict[str, str]:
    """The file of that name: folded names, each once, so that a line costs nothing to read but its two fields."""
    _, lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").split("\n", 1)
    fields = iter(lines.replace("\n", "\t").split("\t"))
    return dict(zip(fields, fields, strict=False))  # what follows the last line feed is no field


@cache
def _towns() -> dict[str, str]:
    """Towns with their countries; a name that two countries share has none."""
    towns: dict[str, str] = {}
    for line in (_DATA / "towns.tsv").read_text(encoding="utf-8").splitlines():
        country, _, names = line.partition("\t")
        for name in names.split(", ") if names else ():
            towns[fold(name)] = country if fold(name) not in towns else ""
    return towns


@cache
def _small_towns() -> str:
    """The list as it is read, in the order of its names, since a table of its 50,000 lines would cost more than all the names of an article that are looked up in it."""
    return (_DATA / "small_towns.tsv").read_text(encoding="ascii")


@lru_cache(_KEPT)
def fold(name: str) -> str:
    """The form in which names are compared: no accents, straight apostrophes, single spaces, case kept."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFD", name.replace("’", "'").replace("\u00a0", " "))
        name = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(name.split())


@lru_cache(_KEPT)
def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of a country's name, None if it is none."""
    return _table("countries").get(_bare(name))


@lru_cache(_KEPT)
def people_of(name: str) -> str | None:
    """ISO code for an adjective or a people's name ("Kenyan", "Serbs"), None if it is none."""
    peoples = _table("demonyms")
    folded = fold(name)
    return peoples.get(folded) or (peoples.get(folded[:-1]) if folded.endswith("s") else None)


def is_city(name: str) -> bool:
    """True if a city of 50,000 people or more, a capital, or a town that papers often name is called so."""
    return fold(name) in _table("cities") or fold(name) in _towns()


@lru_cache(_KEPT)
def countries_of_town(name: str) -> tuple[str, ...]:
    """ISO codes of the countries that have a town of 5,000 people or more called so, largest first; empty for cities that no town elsewhere shares its name with.

    It says where a place may lie, never that a name is one: half of these names are surnames as well.
    """
    towns, wanted = _small_towns(), fold(name)
    # The lines are in order, and an end of line comes before any letter: what is halved is the text, to the start of the line there.
    low, high = towns.index("\n") + 1, len(towns)
    while low < high:
        start = towns.rfind("\n", low - 1, (low + high) // 2) + 1
        known, _, countries = towns[start : towns.index("\n", start)].partition("\t")
        if known == wanted:
            return tuple(countries.split())
        if known < wanted:
            low = start + len(known) + len(countries) + 2
        else:
            high = start
    return ()


def city_of(name: str) -> str | None:
    """The one name by which a city is known, in whatever language it is called ("Genf", "Ginebra": "Geneva"); None if it is none."""
    folded = fold(name)
    return _exonyms().get(folded) or (folded if is_city(name) else None)


@cache
def _exonyms() -> dict[str, str]:
    known: dict[str, str] = {}
    for city, names in _table("exonyms").items():
        for name in names.split(", "):
            known.setdefault(fold(name), city)
    return known


@lru_cache(_KEPT)
def is_region(name: str) -> bool:
    """True for a state, province, county, sea, continent or wider region."""
    return _bare(name) in _table("regions")


@lru_cache(_KEPT)
def is_place(name: str) -> bool:
    """True if any list of places has this name."""
    return country_code(name) is not None or is_region(name) or is_city(name)


def is_known_everywhere(name: str) -> bool:
    """True for a country, a region, or one of the largest cities (about 200,000 people): a name that needs no country beside it."""
    return country_code(name) is not None or is_region(name) or fold(name) in _largest()


@cache
def _largest() -> frozenset[str]:
    return frozenset(list(_table("cities"))[:_WELL_KNOWN])


@lru_cache(_KEPT)
def place_country(name: str) -> str | None:
    """The country that a place is, or lies in; None where unknown or where two countries share the name."""
    country = country_code(name) or _table("regions").get(_bare(name))
    return country or _table("cities").get(fold(name), _towns().get(fold(name))) or None


def entries(name: str) -> tuple[tuple[str, str], ...]:
    """What each list of places says of a name: the file without its ending, and the countries, largest town first; for readers, not for rules."""
    folded, bare = fold(name), _bare(name)
    said = {
        "countries": _table("countries").get(bare),
        "regions": _table("regions").get(bare),
        "cities": _table("cities").get(folded),
        "towns": _towns().get(folded),
        "small_towns": " ".join(countries_of_town(name)) or None,
    }
    return tuple((file, countries or "several countries") for file, countries in said.items() if countries is not None)


@lru_cache(_KEPT)
def given_name_gender(name: str) -> str | None:
    """`m`, `f` or `u` (either) for a given name, None if it is not on the list."""
    return _table("given_names").get(fold(name))


def _bare(name: str) -> str:
    folded = fold(name)
    return folded[4:] if folded.startswith(("the ", "The ")) else folded
