"""The expressions by which a language's relative dates are found, from CLDR's names and the language's basics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.languages.basics import Basics, basics
from summarize.languages.calendars import row_numbers
from summarize.languages.cldr import day_of_month, month_names, weekday_names
from summarize.languages.tables import alternatives

_UNSPACED = frozenset({"zh", "ja"})
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Forms:
    """The expressions of one language; None where it has none of a kind."""

    weekday: re.Pattern[str]
    weekdays: dict[str, int]
    """The number of each name that group `name` of `weekday` can hold, in lower case; Monday is 0."""
    day: re.Pattern[str] | None
    """A day and its month, groups `day` and `month`."""
    month: re.Pattern[str] | None
    months: dict[str, int]
    quarter: re.Pattern[str] | None
    """Its last group is called after the quarter: q1 to q4."""
    relative: re.Pattern[str] | None
    year_behind: re.Pattern[str]
    """A year behind a month: group `figures`, or a phrase of the basics in group `phrase`."""
    clock: re.Pattern[str] | None
    """A time of day, groups `time`, `hour`, and `minute` or `digital`; None where no words for it are known."""
    counted: re.Pattern[str] | None
    """So many days, weeks, months or years ago or ahead."""
    noun_capitals: bool

    def is_noun(self, match: re.Match[str], sentence: tuple[int, int]) -> bool:
        """True for one word with a capital inside a sentence, in a language that gives nouns capitals: German "Morgen" is no tomorrow."""
        word = match.group()
        return self.noun_capitals and word[0].isupper() and match.start() != sentence[0] and " " not in word


@cache
def forms_of(language: str) -> Forms:
    """The expressions of an ISO 639-1 language that CLDR knows; without basics those that CLDR's names give."""
    known = basics(language)
    weekdays = {**weekday_names(language), **row_numbers(known.weekdays if known else (), 0)}
    months = {**month_names(language), **row_numbers(known.months if known else (), 1)}
    unspaced = language in _UNSPACED
    ends = f"(?:[-\\s]?{alternatives(known.weekday_ends)})?" if known and known.weekday_ends else ""
    edges = ("", "") if unspaced else (r"(?<![\w-])", rf"{ends}(?!\w)")
    named = alternatives(months) if months else ""
    relative = _phrases([" ".join(words) for words in known.relative]) if known else ""
    joins = f"(?:{alternatives(known.year_joins)}\\s)?" if known and known.year_joins else ""
    figures = r"(?P<figures>\d{4})(?!\w)"
    phrase = rf"(?P<phrase>{relative})(?!\w)" if relative else r"(?P<phrase>(?!))"
    quarters = (
        [f"(?P<q{number}>{_phrases(list(rows))})" for number, rows in enumerate(known.quarters, 1)] if known else []
    )
    return Forms(
        weekday=_compile_pattern(rf"{edges[0]}(?P<name>{alternatives(weekdays)}){edges[1]}") if weekdays else _NEVER,
        weekdays=weekdays,
        day=day_of_month(language, named),
        month=_compile_pattern(rf"(?<!\w)(?P<month>{named})(?!\w)") if named and not unspaced else None,
        months=months,
        quarter=_compile_pattern(rf"(?<!\w)(?:{'|'.join(quarters)})(?!\w)")
        if quarters and known and all(known.quarters)
        else None,
        relative=_compile_pattern(relative if unspaced else rf"(?<![\w-])(?:{relative})(?![\w-])")
        if relative
        else None,
        year_behind=_compile_pattern(rf"\s{joins}(?:{figures}|{phrase})"),
        clock=_clock(known) if known is not None and (known.hours or known.clock_before) else None,
        counted=_counted_pattern(known) if known is not None else None,
        noun_capitals=known is not None and known.noun_capitals,
    )


def _clock(known: Basics) -> re.Pattern[str]:
    """A time of day: "17.30 Uhr", "9 Uhr", "14h30", and "um 17.30" behind a word that stands before times."""
    hours = alternatives(known.hours) if known.hours else "(?!)"
    lead = rf"(?P<led>(?<!\w)(?:{_phrases(sorted(known.clock_before))})\s)" if known.clock_before else "(?P<led>(?!))"
    time = (
        r"(?P<hour>[01]?\d|2[0-3])"
        rf"(?:[.:](?P<minute>[0-5]\d)(?!\d|\.\d)(?(led)(?:\s?{hours}(?!\w))?|\s?{hours}(?!\w))"
        rf"|\s?{hours}(?:(?P<digital>[0-5]\d)(?!\d)|(?!\w)))"
    )
    return _compile_pattern(rf"{lead}?(?<![\d.,:/])(?P<time>{time})")


def _counted_pattern(known: Basics) -> re.Pattern[str] | None:
    """So many units of time ago or hence, "three days ago": groups `ago` or `hence`, `number` and one called after the unit."""
    units = "|".join(rf"(?P<{unit}>{alternatives(words)})" for unit, words in known.units.items())
    if not units:
        return None
    words = alternatives(known.numbers) if known.numbers else "(?!)"
    number = rf"(?P<number>\d{{1,2}}|{words})\s(?:{units})(?!\w)"
    ago, hence = (_phrases(sorted(words)) or "(?!)" for words in (known.ago, known.hence))
    if known.ago_behind:
        return _compile_pattern(
            rf"(?<!\w)(?:(?P<hence>{hence})\s)?{number}(?P<ago>\s(?:{_phrases(sorted(known.ago_behind))})(?!\w))?"
        )
    return _compile_pattern(rf"(?<!\w)(?:(?P<ago>{ago})|(?P<hence>{hence}))\s{number}")


def _phrases(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=len, reverse=True))


def _compile_pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
