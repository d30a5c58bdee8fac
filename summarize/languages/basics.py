"""Basics of a language that has no rules of its own: its relative days, which tense shows, and who speaks. One `basics.toml` a language.

With them articles are read in that language, beside what CLDR knows of it, by `evidence/neutral/`. What the basics lack stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal, cast

from msgspec import Struct

from summarize.compiling import compile_expression
from summarize.languages.declensions import Declension, declension
from summarize.languages.loader import TableError
from summarize.languages.tables import alternatives, has_table, table

Unit = Literal["day", "week", "month", "year"]
_UNITS: Final = frozenset({"day", "week", "month", "year"})
_WEEKDAYS: Final = 7
_MONTHS: Final = 12
_SETS: Final = {
    "dates": "years_after years_before months_after months_before last next until since aims ranges hours attached",
    "tense": "auxiliaries subordinators",
    "speech": "verbs answers told naming naming_ends written within between sources conjunctions pronouns he she prepositions titles particles "
    "inner_particles of articles she_articles oblique function_words according",
    "claims": "negation doubt grave shares that every still",
}
"""By section, what is read as a set of words."""
_OPEN: Final = {"dates": "", "tense": "past participles attributes future infinitives", "speech": "inverted feminine agents roles", "claims": ""}  # fmt: skip
"""What is read as `WordList`; those that are none though they look so stand under "not_" and its name."""
_OTHERS: Final[dict[str, dict[type, str]]] = {
    "dates": {
        str: "weekday_ends year_joins clock_before ago hence ago_behind",
        list: "weekdays months quarters",
        dict: "units relative",
    },
    "tense": {bool: "participles_lead"},
    "speech": {bool: "noun_capitals verb_last drops_pronouns", dict: "name_cases", str: "ahead behind"},
    "claims": {str: "numbers", list: "opposites"},
}
"""By section and by the kind of their value, what is read otherwise."""
_KINDS: Final = {str: "a string", list: "a list of strings", dict: "a table", bool: "true or false"}


class WordList:
    """A list of words, of which "x*" is any that begins with x, "*x" any that ends with it, and "x*y" any that does both."""

    def __init__(self, words: str, but: str = "") -> None:
        """Take the words of a row, parted by white space, and those that are none of them though they look so."""
        listed = words.split()
        self.whole = frozenset(word for word in listed if "*" not in word)
        self.but = frozenset(but.split())
        self.open = tuple(cast("tuple[str, str]", tuple(word.split("*", 1))) for word in listed if "*" in word)
        self._begins = tuple(begin for begin, end in self.open if not end)
        self._ends = tuple(end for begin, end in self.open if not begin)
        self._around = tuple((begin, end) for begin, end in self.open if begin and end)

    def __contains__(self, word: str) -> bool:
        if word in self.whole:
            return True
        if word in self.but:
            return False
        if word.startswith(self._begins) or word.endswith(self._ends):  # by far most: asked of each word near each day
            return True
        return any(
            len(word) > len(begin) + len(end) and word.startswith(begin) and word.endswith(end)
            for begin, end in self._around
        )

    def __bool__(self) -> bool:
        return bool(self.whole or self.open)


class Basics(Struct, frozen=True):
    """The basics of one language. Words are in lower case."""

    weekdays: tuple[tuple[str, ...], ...]
    """Further forms of each weekday, Monday first."""
    weekday_ends: tuple[str, ...]
    """What may be joined to a weekday: German "Montagabend"."""
    months: tuple[tuple[str, ...], ...]
    """Further forms of each month."""
    quarters: tuple[tuple[str, ...], ...]
    """Phrases for each quarter, four rows or none."""
    year_joins: tuple[str, ...]
    """Words that may stand between a month and its year."""
    years_after: frozenset[str]
    """Words after which a number of four digits is a year; `years_before`: words that it stands before."""
    years_before: frozenset[str]
    months_after: frozenset[str]
    """Words after which the name of a month alone is a month; `months_before`: words that it stands before."""
    months_before: frozenset[str]
    last: frozenset[str]
    """Words beside a weekday or month that make it the one before the day of publication."""
    next: frozenset[str]
    until: frozenset[str]
    """Words right before a day that make it one to come: a limit."""
    since: frozenset[str]
    """Words right before a day that make it one past: German "seit"."""
    aims: frozenset[str]
    """Words right before a day that something is set for: it lies behind its verb, so a verb of the past does not make it past."""
    ranges: frozenset[str]
    """Words between the first and the last day of a period."""
    hours: frozenset[str]
    """Words behind a number that make it an hour."""
    clock_before: frozenset[str]
    """Words before a time of day in figures; "-" stands for a space within."""
    units: Mapping[Unit, frozenset[str]]
    """Words for days, weeks, months and years, by which something is counted."""
    ago: frozenset[str]
    """Phrases before such a count that make it past, or behind it in `ago_behind`; "-" stands for a space within."""
    ago_behind: frozenset[str]
    hence: frozenset[str]
    """Phrases before it that make it to come, where the tense says so too."""
    attached: frozenset[str]
    """Words beside a day that make it a noun's and not the verb's: "after Tuesday's accident the bridge will …" """
    relative: Mapping[tuple[str, ...], tuple[Unit, int]]
    """Phrases for days, weeks, months and years counted from the day of publication."""
    past: WordList
    participles: WordList
    """Forms that show the past where no word of the future stands beside them."""
    auxiliaries: frozenset[str]
    """Forms of "to be", where a noun or a verb of the present may look like a participle: it is one beside them, or at the end of its clause."""
    participles_lead: bool
    """It is one right before the day as well: French "un homme interpellé lundi"."""
    attributes: WordList
    """Participles that stand with a noun, beside a day that is theirs and not the verb's: "the man arrested on Friday will be tried"."""
    future: WordList
    infinitives: WordList
    """Infinitives, or the word before one: a day beside them is not that of the clause's verb."""
    subordinators: frozenset[str]
    """Words that open a clause without a comma, in languages whose verb stands before what belongs to it: Spanish "que"."""
    verbs: frozenset[str]
    """Forms of verbs of saying."""
    answers: frozenset[str]
    """Those of them that answer somebody: where a pronoun is left out, the person named before may as well be the one who asked."""
    told: frozenset[str]
    """Words before whom something is told: "said to the “Post”"."""
    naming: frozenset[str]
    """Forms of verbs that give somebody's word for a thing: "called it a “mess”"."""
    naming_ends: frozenset[str]
    """Words that stand between such a verb and the words in marks, right before these: "as", "of a"."""
    written: frozenset[str]
    """Forms of verbs of which what the words stand in is named and nobody who says them: German "heißt es in dem Antrag"."""
    within: frozenset[str]
    """Words before what they stand in."""
    between: frozenset[str]
    """Words that stand between a verb and its subject behind it: German "äußerte sich der Präsident"."""
    sources: frozenset[str]
    """Words before the one who says it, behind an impersonal verb: German "hieß es von Anna Möller"."""
    inverted: WordList
    """Forms of verbs that name the speaker right behind a quotation and its comma, whatever they mean: German "begründet das Gericht"."""
    conjunctions: frozenset[str]
    """Words that join a verb to the one before, so that both have one subject."""
    pronouns: frozenset[str]
    he: frozenset[str]
    """Those of them that mean one man, and in `she` one woman, as the subject."""
    she: frozenset[str]
    feminine: WordList
    """Titles and offices of women, where a language tells them from those of men."""
    agents: WordList
    """Nouns for those who do something, written with a capital: between an article and a name they are no part of the name."""
    prepositions: frozenset[str]
    """Words before a name that make it a place or somebody spoken to, not the speaker."""
    ahead: re.Pattern[str] | None
    """In scripts without capitals: what ends before a quotation and names its speaker, groups `name` and `cue`; "{roles}" is any of those."""
    behind: re.Pattern[str] | None
    """The same, right behind a quotation."""
    titles: frozenset[str]
    roles: WordList
    """Words for offices that are written with a capital, as German nouns are, and so are no part of a name."""
    particles: frozenset[str]
    """What may stand between the words of a name in small letters."""
    inner_particles: frozenset[str]
    """The same, but behind a particle only: "von der"."""
    of: frozenset[str]
    """Those of `particles` that mean "of" and have no article in them: French "de", not "du"."""
    articles: frozenset[str]
    """Words before a description, and before no person's name."""
    she_articles: frozenset[str]
    """Those of them that stand before no office of a man's: Spanish "la"."""
    oblique: frozenset[str]
    """Those of them that no subject begins with: German "dem"."""
    function_words: frozenset[str]
    """Words that open sentences with a capital and are no part of a name."""
    according: frozenset[str]
    """Words that open a sentence with whose word it is: "according to"."""
    noun_capitals: bool
    verb_last: bool
    """The verb of saying stands behind the speaker at the end, as in Turkish."""
    drops_pronouns: bool
    """A verb stands without a pronoun where the subject is known, as in Spanish."""
    declension: Declension
    """How names are declined, as in Russian; empty where they are not."""
    negation: frozenset[str]
    """Words that turn what a clause says round, verbs of denial among them."""
    doubt: frozenset[str]
    """Words that make it possible, reported or conditional."""
    grave: frozenset[str]
    """Words for deeds and losses that no sentence may add."""
    numbers: Mapping[str, int]
    """Number words with their value."""
    shares: frozenset[str]
    """Words for a part of something: half, a third."""
    that: frozenset[str]
    """Words that open a clause under a verb: what makes the verb doubtful makes the clause so."""
    every: frozenset[str]
    """Words for all of something, which no sentence may add."""
    opposites: tuple[tuple[WordList, WordList], ...]
    """Words that say the opposite of each other: rose and fell."""
    still: frozenset[str]
    """Words for "already", against which "not yet" stands."""


@cache
def basics(language: str | None) -> Basics | None:
    """The basics of an ISO 639-1 language, None where nobody has written them.

    Raises:
        TableError: the table has an unknown field, a value of the wrong kind, or a list of the wrong length.
    """
    name = f"{language}/basics.toml"
    if language is None or not has_table(name):
        return None
    rows = table(name)
    if unknown := rows.keys() - _SETS.keys():
        raise TableError(name, min(unknown), f"is not a section of basics: there are {', '.join(_SETS)}")
    read: dict[str, Any] = {}
    for section in _SETS:
        values = rows.get(section, {})
        if not isinstance(values, dict):
            raise TableError(name, section, "a section with fields is needed")
        sets, opened = _SETS[section].split(), _OPEN[section].split()
        kinds: dict[str, type] = dict.fromkeys((*sets, *opened, *(f"not_{key}" for key in opened)), str)
        kinds |= {key: kind for kind, keys in _OTHERS[section].items() for key in keys.split()}
        for key, value in values.items():
            _check(name, key, value, kinds)
        read |= {key: _word_set(values, key) for key in sets}
        read |= {key: WordList(values.get(key, ""), values.get(f"not_{key}", "")) for key in opened}
    dates, tense, speech, claims = (rows.get(section, {}) for section in _SETS)
    return Basics(
        **read,
        weekdays=_forms(name, dates, "weekdays", _WEEKDAYS),
        weekday_ends=tuple(str(dates.get("weekday_ends", "")).split()),
        months=_forms(name, dates, "months", _MONTHS),
        quarters=tuple(tuple(str(row).split("|")) for row in dates.get("quarters", ())),
        year_joins=tuple(str(dates.get("year_joins", "")).split()),
        clock_before=_phrases(dates, "clock_before"),
        units=_units(name, dates.get("units", {})),
        ago=_phrases(dates, "ago"),
        ago_behind=_phrases(dates, "ago_behind"),
        hence=_phrases(dates, "hence"),
        relative=_relative(name, dates.get("relative", {}), {"@last": read["last"], "@next": read["next"]}),
        participles_lead=bool(tense.get("participles_lead", False)),
        ahead=_frame(name, speech, "ahead"),
        behind=_frame(name, speech, "behind"),
        noun_capitals=bool(speech.get("noun_capitals", False)),
        verb_last=bool(speech.get("verb_last", False)),
        drops_pronouns=bool(speech.get("drops_pronouns", False)),
        declension=declension(name, speech.get("name_cases", {})),
        numbers=_numbers(name, claims),
        opposites=_opposites(name, claims.get("opposites", [])),
    )


def _check(name: str, key: str, value: object, kinds: Mapping[str, type]) -> None:
    """Refuse a field that is not known, or whose value is not of its kind. What a table holds is looked at where it is read."""
    if key not in kinds:
        raise TableError(name, key, f"is not a field of basics here: there are {', '.join(sorted(kinds))}")
    if type(value) is not kinds[key] or (isinstance(value, list) and not all(isinstance(each, str) for each in value)):
        raise TableError(name, key, f"{_KINDS[kinds[key]]} is needed")


def _word_set(values: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(values.get(key, "")).split())


def _phrases(values: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(phrase.replace("-", " ") for phrase in _word_set(values, key))


def _units(name: str, rows: Mapping[str, Any]) -> dict[Unit, frozenset[str]]:
    if unknown := rows.keys() - _UNITS:
        raise TableError(name, f"units.{min(unknown)}", "day, week, month or year is needed")
    return {cast("Unit", unit): _word_set(rows, unit) for unit in rows}


def _numbers(name: str, values: Mapping[str, Any]) -> dict[str, int]:
    found = dict(pair.partition("=")[::2] for pair in str(values.get("numbers", "")).split())
    if not all(value.isdecimal() for value in found.values()):
        raise TableError(name, "numbers", 'a word and its value are needed, such as "zwei=2"')
    return {word: int(value) for word, value in found.items()}


def _opposites(name: str, rows: Any) -> tuple[tuple[WordList, WordList], ...]:
    pairs = [str(row).split("|") for row in rows]
    if not all(len(pair) == 2 and all(each.split() for each in pair) for pair in pairs):
        raise TableError(
            name, "opposites", 'each needs words on both sides of a bar, such as "rose rises | fell falls"'
        )
    return tuple((WordList(first), WordList(second)) for first, second in pairs)


def _frame(name: str, values: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    if key not in values:
        return None
    try:
        pattern = compile_expression(str(values[key]).replace("{roles}", alternatives(_word_set(values, "roles"))))
    except re.error as error:
        raise TableError(name, key, f"not a regular expression: {error}") from None
    if not {"name", "cue"} <= pattern.groupindex.keys():
        raise TableError(name, key, "the groups `name` and `cue` are needed")
    return pattern


def _forms(name: str, values: Mapping[str, Any], key: str, count: int) -> tuple[tuple[str, ...], ...]:
    rows = values.get(key, [""] * count)
    if not isinstance(rows, list) or len(rows) != count:
        raise TableError(name, key, f"{count} strings are needed")
    return tuple(tuple(str(row).split()) for row in rows)


def _relative(
    name: str, rows: Mapping[str, Any], lists: Mapping[str, frozenset[str]]
) -> dict[tuple[str, ...], tuple[Unit, int]]:
    """Phrases with their unit and number; "@last" in a phrase is any word of that list."""
    found: dict[tuple[str, ...], tuple[Unit, int]] = {}
    for phrase, value in rows.items():
        unit, _, number = str(value).partition(" ")
        if unit not in _UNITS or not number.lstrip("-").isdecimal():
            raise TableError(name, phrase, 'a unit and a number are needed, such as "day -1"')
        first, *rest = phrase.split()
        for word in sorted(lists.get(first, {first})):
            found[word, *rest] = (cast("Unit", unit), int(number))
    return found
