"""What the tables of `languages/` know of numbers, units, currencies and time zones, in the shapes that `text/` reads them in.

Every function raises `TableError` where its file does not hold what it should.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from msgspec import Struct

from summarize.languages.loader import TableError
from summarize.languages.tables import has_table, table

_TENS: Final = 20


class NumberWords(Struct, frozen=True, kw_only=True):
    """The words that one language writes numbers with, in lower case, and what each is worth."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    articles: frozenset[str]
    """Stand for 1 before a scale: "a hundred"."""
    joiner: str
    point: str
    of: str
    scales: Mapping[str, int]
    groups: Mapping[str, int]
    """A dozen."""
    short: Mapping[str, int]
    """Letters behind figures that may mean something else: "5m"."""
    unambiguous: Mapping[str, int]
    """Letters behind figures that mean nothing else: "5bn"."""
    ordinals: Mapping[str, int]
    ordinals_behind_tens: Mapping[str, int]
    """Those that are ordinals behind a word for tens only."""
    ordinal_endings: frozenset[str]
    fractions: Mapping[str, int]
    """By what one is divided."""
    ranges: frozenset[str]
    """What stands between two figures that share a unit."""
    half_days: tuple[str, str]
    """The halves of a day: am, pm."""
    partitives: frozenset[str]
    """What follows a fraction, and not an ordinal."""
    times: Mapping[str, int]
    implied: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    bounds: Mapping[str, tuple[str, ...]]
    """Phrases before a number by what they make of it: least, most, about."""


class Units(Struct, frozen=True, kw_only=True):
    """Names of units and currencies, in lower case; one of several words has single spaces."""

    names: Mapping[str, str]
    """The unit of each name: a symbol such as "km", a currency's ISO code, or a family such as "dollar"."""
    signs: Mapping[str, str]
    """The currency of each sign that stands before or behind a figure, as it is written."""
    families: Mapping[str, str]
    """The family of each currency that has one."""
    defaults: Mapping[str, str]
    """The currency that each family's name means as a rule."""
    money: frozenset[str]
    times: frozenset[str]
    """Units of time."""
    scaled_only: frozenset[str]
    """Names that are a currency only behind a scale: "5 million won"."""
    glued_only: frozenset[str]
    """Signs that are a currency only where the figure follows at once."""
    halves: Mapping[str, tuple[int, str]]
    """What half of a unit is, in a smaller one."""
    ages: frozenset[str]
    """Words that close an age behind its unit: "47-year-old"."""
    longest: int
    """Words of the longest name."""
    firsts: frozenset[str]
    """The first words of all names."""


class Zones(Struct, frozen=True):
    """Names of time zones, in lower case."""

    offsets: Mapping[str, str]
    """The offset of each name that means one zone: "+01:00"."""
    of_rfc822: Mapping[str, str]
    """Offsets of names that mean one zone in the dates of mail and feeds only."""
    open: frozenset[str]
    """Names of several zones."""
    words: frozenset[str]
    """Names that are words as well."""


@cache
def number_words(language: str) -> NumberWords | None:
    """The number words of an ISO 639-1 language; None if there is no table of it."""
    name = f"{language}/numbers.toml"
    if not has_table(name):
        return None
    held = table(name)
    ones = {word: value for value, word in enumerate(_words(held, name, "ones"))}
    tens = {word: _TENS + 10 * place for place, word in enumerate(_words(held, name, "tens"))}
    return NumberWords(
        ones=ones,
        tens=tens,
        articles=frozenset(_words(held, name, "articles")),
        joiner=_word(held, name, "joiner"),
        point=_word(held, name, "point"),
        of=_word(held, name, "of"),
        scales=_values(held, name, "scales"),
        groups=_values(held, name, "groups"),
        short=_values(held, name, "short"),
        unambiguous=_values(held, name, "unambiguous"),
        ordinals=_values(held, name, "ordinals"),
        ordinals_behind_tens=_values(held, name, "ordinals_behind_tens"),
        ordinal_endings=frozenset(_words(held, name, "ordinal_endings")),
        fractions=_values(held, name, "fractions"),
        ranges=frozenset(_words(held, name, "ranges")),
        half_days=_pair(held, name, "half_days"),
        partitives=frozenset(_words(held, name, "partitives")),
        times=_values(held, name, "times"),
        implied=_values(held, name, "implied"),
        vague={word: _range(each, name, f"vague.{word}") for word, each in _table(held, name, "vague").items()},
        bounds={
            kind: tuple(" ".join(each.split()) for each in str(given).split(","))
            for kind, given in _table(held, name, "bounds").items()
        },
    )


@cache
def small_numbers(language: str) -> dict[str, int]:
    """What each single word for a number from 1 to 99 is worth in a language, articles included; empty if there is no table of it."""
    words = number_words(language)
    if words is None:
        return {}
    return {
        **dict.fromkeys(words.articles, 1),
        **{word: each for word, each in words.ones.items() if each},
        **words.tens,
    }


@cache
def foreign_scales() -> tuple[Mapping[str, int], frozenset[str]]:
    """Words for large numbers in other languages than English, and those of them that mean something else in English."""
    name = "scales.toml"
    scales: dict[str, int] = {}
    only: set[str] = set()
    for row in _rows(table(name), name, "scale"):
        value = _whole(row.get("value"), name, "scale.value")
        others = str(row.get("only", "")).split()
        only.update(others)
        scales.update(dict.fromkeys((word.replace("-", " ") for word in (*_words(row, name, "words"), *others)), value))
    return scales, frozenset(only)


@cache
def units() -> Units:
    """The units of `units.toml` and the currencies of `currencies.toml`; a name that two rows claim is refused."""
    names: dict[str, str] = {}
    signs: dict[str, str] = {}
    money: set[str] = set()
    times: set[str] = set()
    for row in _rows(table("units.toml"), "units.toml", "unit"):
        symbol = _word(row, "units.toml", "symbol")
        _claim(names, _phrases(row, "units.toml"), symbol, "units.toml")
        if row.get("kind") == "time":
            times.add(symbol)
    name = "currencies.toml"
    held = table(name)
    families: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for row in _rows(held, name, "family"):
        family = _word(row, name, "name")
        _claim(names, _phrases(row, name), family, name)
        _claim(signs, str(row.get("signs", "")).split(), family, name)
        if "default" in row:
            defaults[family] = _word(row, name, "default")
        money.add(family)
    no_signs = frozenset(_words(held, name, "no_signs"))
    for row in _rows(held, name, "currency"):
        code = _word(row, name, "code")
        _claim(names, (*_phrases(row, name), code.lower()), code, name)
        as_sign = () if code in no_signs else (code,)
        _claim(signs, (*str(row.get("signs", "")).split(), *as_sign), code, name)
        if "family" in row:
            families[code] = _word(row, name, "family")
            if families[code] not in money:
                raise TableError(name, code, f"no family is named {families[code]!r}")
        money.add(code)
    return Units(
        names=names,
        signs=signs,
        families=families,
        defaults=defaults,
        money=frozenset(money),
        times=frozenset(times),
        scaled_only=frozenset(_words(held, name, "scaled_only")),
        glued_only=frozenset(_words(held, name, "glued_only")),
        halves=_halves(table("units.toml"), "units.toml", names),
        ages=frozenset(_words(table("units.toml"), "units.toml", "ages")),
        longest=max(len(each.split()) for each in names),
        firsts=frozenset(each.split()[0] for each in names),
    )


@cache
def zones() -> Zones:
    """The time zones of `zones.toml`; a name with two offsets is refused."""
    name = "zones.toml"
    held = table(name)
    offsets: dict[str, str] = {}
    for offset, given in _table(held, name, "offsets").items():
        _claim(offsets, str(given).split(), offset, name)
    still_open = frozenset(_words(held, name, "open"))
    if clash := still_open & offsets.keys():
        raise TableError(name, "open", f"{min(clash)} has an offset as well")
    of_rfc822 = {str(word): str(offset) for word, offset in _table(held, name, "rfc822").items()}
    return Zones(offsets, of_rfc822, still_open, frozenset(_words(held, name, "words")))


def _claim(names: dict[str, str], claimed: Any, owner: str, file: str) -> None:
    for each in claimed:
        if names.setdefault(each, owner) != owner:
            raise TableError(file, each, f"belongs to {names[each]} and {owner}")


def _phrases(row: Mapping[str, Any], file: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in _word(row, file, "names").split(","))


def _word(held: Mapping[str, Any], file: str, key: str) -> str:
    value = held.get(key)
    if not isinstance(value, str) or not value:
        raise TableError(file, key, "a string is needed")
    return value


def _words(held: Mapping[str, Any], file: str, key: str) -> tuple[str, ...]:
    words = tuple(_word(held, file, key).split())
    if len(words) != len(set(words)):
        raise TableError(file, key, "a word stands there twice")
    return words


def _pair(held: Mapping[str, Any], file: str, key: str) -> tuple[str, str]:
    match _words(held, file, key):
        case (first, second):
            return first, second
        case _:
            raise TableError(file, key, "two words are needed")


def _halves(held: Mapping[str, Any], file: str, names: Mapping[str, str]) -> dict[str, tuple[int, str]]:
    halves: dict[str, tuple[int, str]] = {}
    for unit, row in _table(held, file, "half").items():
        match row:
            case [int(count), str(smaller)] if {unit, smaller} <= set(names.values()):
                halves[unit] = count, smaller
            case _:
                raise TableError(file, f"half.{unit}", "a count and the symbol of a smaller unit are needed")
    return halves


def _table(held: Mapping[str, Any], file: str, key: str) -> Mapping[str, Any]:
    value = held.get(key)
    if not isinstance(value, dict) or not value:
        raise TableError(file, key, "a table is needed")
    return value


def _rows(held: Mapping[str, Any], file: str, key: str) -> tuple[Mapping[str, Any], ...]:
    value = held.get(key)
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise TableError(file, key, f"rows [[{key}]] are needed")
    return tuple(value)


def _values(held: Mapping[str, Any], file: str, key: str) -> dict[str, int]:
    return {word: _whole(value, file, f"{key}.{word}") for word, value in _table(held, file, key).items()}


def _whole(value: Any, file: str, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise TableError(file, key, "a whole number from 1 is needed")
    return value


def _range(value: Any, file: str, key: str) -> tuple[int, int]:
    match value:
        case [int(low), int(high)] if low < high:
            return low, high
        case _:
            raise TableError(file, key, "two whole numbers are needed, the smaller first")
