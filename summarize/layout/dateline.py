"""Datelines: where a story was filed, and often when and by which agency, before its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from summarize.gazetteer import is_place
from summarize.languages.loader import any_of
from summarize.layout.header import PATTERNS
from summarize.text.months import month_number
from summarize.text.stamps import MONTH, all_dates

# LONDON, Jan 9 (Agency) -      NAIROBI, Kenya —      New Delhi [India], November 29 :      SURABAYA, Indonesia/JAKARTA (Agency) -
# Capitals with marks as well; among those past Þ the small letters stand between, which no dateline has.
_U = "A-ZÀ-ÖØ-ÞĀ-ɏ"
_CAPS = rf"[{_U}][{_U}.'’\-]*[{_U}.](?:[ -](?:[{_U}][{_U}.'’\-]*[{_U}.]|de|la|al|el|of|DE|LA)){{0,4}}"
_NAME = rf"[{_U}][\w.'’\-]+(?:[ -](?:[{_U}][\w.'’\-]+|{any_of(PATTERNS.place_particles)})){{0,4}}"
_REGION = rf"(?:,\s?(?!{MONTH}\s\d){_NAME}|\s?\[[^\]\n]{{2,40}}\]|\s\([A-Z][a-z][A-Za-z. ]{{1,30}}\))"
_DAY = (
    rf"(?:(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{MONTH}))(?:,?\s(?P<year>\d{{4}}))?"
)
_WHEN = rf"(?:,?\s\(?(?:on\s)?{_DAY}\)?)"
_AGENCY = r"(?:[,.]?\s?[(/](?P<agency>(?:[A-Z]|dpa|efe|belga|ansa|apa)[\w.&/ \-]{0,40})[)/])"
_SEPARATOR = r"\s{0,2}(?P<separator>--|[-–—:_.])(?=\s|\w)"
_STAMP = r"(?:date\s+(?P<stamp>\d{4}-\d{2}-\d{2})\s+)?"

_FORMS = (
    # "CAIRO – 5 January 2026 –"
    re.compile(rf"(?P<place>{_CAPS}(?:{_REGION})?)\s[-–—]{_WHEN}{_SEPARATOR}"),
    re.compile(
        rf"{_STAMP}(?P<place>{_CAPS}(?:{_REGION}){{0,2}}(?:/{_CAPS}(?:{_REGION})?)?){_WHEN}?{_AGENCY}?{_SEPARATOR}"
    ),
    re.compile(rf"{_STAMP}(?P<place>{_NAME}(?:{_REGION}){{0,2}}(?:/{_NAME})?){_WHEN}{_AGENCY}?{_SEPARATOR}"),
    re.compile(rf"{_STAMP}(?P<place>{_NAME}(?:{_REGION}){{0,2}}(?:/{_NAME})?){_AGENCY}{_SEPARATOR}"),
    # "Mumbai: Police said", "Leeds – A man": mixed case and nothing else is a dateline only where the place is known.
    re.compile(rf"(?P<place>{_NAME}(?:{_REGION})?)(?P<known>){_SEPARATOR}\s"),
    re.compile(r"(?P<place>)\((?P<agency>[A-Z]{2,10})\)\s{0,2}(?P<separator>--|[-–—])(?=\s|\w)"),
    # "Jan 5 (Reuters) -": filed from nowhere in particular.
    re.compile(rf"(?P<place>){_DAY}{_AGENCY}{_SEPARATOR}"),
    # "Washington CNN —"
    re.compile(rf"(?P<place>{_NAME})\s(?P<agency>CNN|AP|AFP|BBC|UPI|NPR)\s{{0,2}}(?P<separator>--|[-–—])(?=\s|\w)"),
    # "LUCKNOW, Jan 22 (PTI) Two people", "LONDON (AP) The": the agency's brackets are all that parts them.
    re.compile(
        rf"(?P<place>{_CAPS}(?:{_REGION})?|{_NAME}(?:{_REGION})?(?=,\s{MONTH}\s\d)){_WHEN}?\s\((?P<agency>[A-Z]{{2,8}}|Reuters|Xinhua|dpa)\)(?P<separator>\s)(?=[A-Z\"“‘])"
    ),
)
_MAX_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, from the start of its paragraph to the story's first word."""

    start: int
    end: int
    place_start: int
    place_end: int
    """Empty range where the dateline names only an agency."""
    month: int | None = None
    day: int | None = None
    year: int | None = None
    agency: str | None = None
    stamp: str | None = None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` opens with, if any."""
    stop = min(end, start + _MAX_LENGTH)
    for form in _FORMS:
        match = form.match(text, start, stop)
        if match is None:
            continue
        groups = match.groupdict()
        words = set(match["place"].lower().replace("/", " ").split())
        if words and words <= PATTERNS.not_datelines:
            return None
        is_dated = groups.get("agency") or groups.get("month") or groups.get("month2")
        if match["separator"] == "." and not is_dated:
            continue
        if match["separator"] == "-" and text[match.end() : match.end() + 1].isalnum() and not is_dated:
            continue  # a hyphenated word, "COVID-19"
        if "known" in groups and not _is_known(match["place"]):
            continue
        month = groups.get("month") or groups.get("month2")
        day = groups.get("day") or groups.get("day2")
        agency, place_end = groups.get("agency"), match.end("place")
        bracket = re.search(r"\s\(([^()]+)\)$", match["place"])
        if bracket is not None and agency is None and not is_place(bracket[1]):
            # "NAIROBI, Kenya (Wirebird) —": an agency in mixed case; a region in brackets is a known place.
            agency, place_end = bracket[1], match.start("place") + bracket.start()
        after = match.end()
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            return None
        return Dateline(
            start=start,
            end=after,
            place_start=match.start("place"),
            place_end=place_end,
            month=month_number(month) if month else None,
            day=int(day) if day else None,
            year=int(groups["year"]) if groups.get("year") else None,
            agency=agency,
            stamp=groups.get("stamp"),
        )
    return None


def _is_known(place: str) -> bool:
    return any(is_place(part.strip(" ]")) for part in re.split(r"[,/\[(]", place))


def dateline_date(dateline: Dateline, text: str) -> str | None:
    """The ISO date of a dateline. A missing year is taken from the text's own full dates near that day, never guessed.

    The years of all full dates that lie within 45 days of the dateline's day must agree; else the date is unknown.
    """
    if dateline.stamp:
        return dateline.stamp
    if dateline.month is None or dateline.day is None:
        return None
    years = {dateline.year} if dateline.year else _years_near(dateline.month, dateline.day, text)
    if len(years) != 1:
        return None
    try:
        return date(years.pop(), dateline.month, dateline.day).isoformat()
    except ValueError:
        return None


def _years_near(month: int, day: int, text: str) -> set[int]:
    years: set[int] = set()
    for written in all_dates(text):
        for year in (written.year - 1, written.year, written.year + 1):
            try:
                candidate = date(year, month, day)
            except ValueError:
                continue
            if abs(candidate - written) <= timedelta(days=45):
                years.add(year)
    return years
