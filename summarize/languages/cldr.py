"""What the Unicode Common Locale Data Repository knows of a language: its months, and how it writes a date. Read through `babel`.

Imported only where an article is not in English, since `babel` costs start-up time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

_NO_COMMON_CALENDAR = frozenset({"th", "fa", "am", "ne", "ps"})
"""Languages whose news counts years by another calendar as a rule: a year there is not the year that it looks like."""
_PATTERN = re.compile(r"'([^']*)'|(y+|M+|L+|d+|E+|G+)|([^'yMLdEG]+)")
ORDINAL = r"(?:\.|º|ª|°|er|re)?"
"""What may stand behind the number of a day."""
_DAY = rf"(?P<day>\d{{1,2}}){ORDINAL}"
_SPACE = r"\s{1,2}"
_YEAR = r"(?P<year>\d{4})"
_NUMERIC_DAY_FIRST = re.compile(r"d+\W+M+\W+y+")


@dataclass(frozen=True, slots=True)
class DateForms:
    """How one language writes dates in words.

    `day` matches a whole date with groups `day`, `month` and `year`; `month_of_year` a month with its year, the same groups less `day`.
    `months` gives the number of each name that group `month` can hold, in lower case; figures in that group are the number itself.
    """

    day: re.Pattern[str]
    month_of_year: re.Pattern[str]
    months: dict[str, int]
    is_day_first: bool
    """Dates in figures alone have the day first."""


@cache
def locale_of(language: str) -> Locale | None:
    """The locale of an ISO 639-1 code, None if CLDR does not know it."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def decimal_mark(language: str) -> str | None:
    """What parts whole numbers from decimals in a language, "," or "."; None if CLDR does not know it."""
    locale = locale_of(language)
    return str(locale.number_symbols["latn"]["decimal"]) if locale is not None else None


@cache
def puts_stop_after_ordinals(language: str) -> bool:
    """True for a language that writes "5." for "fifth", so that the stop does not end a sentence: German, Danish, Czech, Finnish."""
    locale = locale_of(language)
    return locale is not None and re.search(r"d\.", str(locale.date_formats["long"].pattern)) is not None


@cache
def date_forms(language: str) -> DateForms | None:
    """How a language writes dates, None if CLDR does not know it, or its news counts years by another calendar."""
    locale = locale_of(language)
    if locale is None or language in _NO_COMMON_CALENDAR:
        return None
    months = _months(locale)
    month = _month_field(locale, months)
    return DateForms(
        day=_compile_date_pattern(str(locale.date_formats["long"].pattern), month),
        month_of_year=_compile_date_pattern(str(locale.datetime_skeletons["yMMMM"].pattern), month),
        months=months,
        is_day_first=_NUMERIC_DAY_FIRST.search(str(locale.date_formats["short"].pattern)) is not None,
    )


@cache
def weekday_names(language: str) -> dict[str, int]:
    """The number of each weekday's name in lower case, Monday is 0; empty if CLDR does not know the language."""
    locale = locale_of(language)
    if locale is None:
        return {}
    return {
        str(name).lower(): number
        for context in ("format", "stand-alone")
        for number, name in locale.days[context]["wide"].items()
    }


@cache
def month_names(language: str) -> dict[str, int]:
    """The number of each month's name in lower case; empty where months are figures, or CLDR does not know the language."""
    locale = locale_of(language)
    if locale is None or language in _NO_COMMON_CALENDAR:
        return {}
    return {name: number for name, number in _months(locale).items() if not any(mark.isdecimal() for mark in name)}


@cache
def day_of_month(language: str, names: str) -> re.Pattern[str] | None:
    """How a language writes a day and month without a year, with groups `day` and `month`; None if CLDR does not know it.

    Args:
        language: ISO 639-1 code.
        names: a regular expression for the months' names; "" where months are figures.
    """
    locale = locale_of(language)
    if locale is None or language in _NO_COMMON_CALENDAR:
        return None
    month = rf"(?P<month>{names})" if names else _month_field(locale, _months(locale))
    return _compile_date_pattern(str(locale.datetime_skeletons["MMMMd"].pattern), month)


def _months(locale: Locale) -> dict[str, int]:
    months: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            # Catalan has "d’abril" beside "abril".
            for form in (str(name).lower(), re.split(r"[\s’']", str(name))[-1].lower()):
                months.setdefault(form, number)
    return months


def _month_field(locale: Locale, months: dict[str, int]) -> str:
    figures = re.fullmatch(r"(\D*)3(\D*)", str(locale.months["format"]["wide"][3]))
    if figures:  # "3월", "tháng 3": the month is a figure with a word beside it
        return rf"{re.escape(figures[1])}(?P<month>\d{{1,2}}){re.escape(figures[2])}"
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    return rf"(?P<month>{names})"


def _compile_date_pattern(pattern: str, month: str) -> re.Pattern[str]:
    """A CLDR date pattern as a regular expression: "d 'de' MMMM 'de' y" finds "5 de marzo de 2026"."""
    parts = [
        (_field(letters, month), True) if letters else (_literal(quoted or plain), False)
        for quoted, letters, plain in _PATTERN.findall(pattern)
    ]
    pieces = [piece for piece, _ in parts]
    last = max(index for index, (_, is_field) in enumerate(parts) if is_field)
    if last + 1 < len(pieces) and pieces[last + 1].startswith(_SPACE):
        del pieces[last + 1 :]  # what stands apart behind the last field ("2019 г.") is a habit, not part of the date
    # Where dates are written without spaces, so is what stands before them: "建于1962年".
    edge = r"(?<!\w)" if any(_SPACE in piece for piece in pieces) else r"(?<!\d)"
    return re.compile(rf"{edge}{''.join(pieces)}(?!\d)".replace(rf"{ORDINAL}\.", ORDINAL), re.IGNORECASE)


def _literal(words: str) -> str:
    return re.sub(r"(?:\\?\s)+", lambda _: _SPACE, re.escape(words))


def _field(letters: str, month: str) -> str:
    if letters[0] == "y":
        return _YEAR
    if letters[0] == "d":
        return _DAY
    if letters[0] in "ML":
        return month if len(letters) >= 4 else r"(?P<month>\d{1,2})"
    return ""
