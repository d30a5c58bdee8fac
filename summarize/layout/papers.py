"""Whether the name beside a date is a paper's, or that of an event or of a house where one is held."""

from __future__ import annotations

from summarize.expressions import expression
from summarize.gazetteer import is_place
from summarize.languages.loader import any_of
from summarize.layout.header import PATTERNS, is_outlet_name
from summarize.text.stamps import WEEKDAY, Stamp

OUTLET = rf"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]+|{any_of(PATTERNS.outlet_particles)})){{0,5}}"
WORDS = expression(r"[^\W\d_]+")
_HOUR_FIRST = expression(r"\d{1,2}(?:[:.]\d{2}|\s?[AaPp]\.?[Mm])")
_COMMA_LAST = expression(rf",\s(?:{WEEKDAY},?\s)?$")
_HOUR_LAST = expression(r",\s\d{1,2}(?:[:.h](?P<minute>\d{2}))?(?:\s?[AaPp]\.?[Mm]\b|(?<=[:.h]\d\d))")
_NAME_BEHIND = expression(rf"\s?[|•·]\s?{OUTLET}")
_NAME_BEHIND_HOUR = expression(rf"(?:\s[A-Z]{{2,4}})?,\s{OUTLET}")
"""A name behind a comma, perhaps behind a zone: "Thursday 20 August 2026, 12.01am, The Caledonian"."""
_IN_BRACKETS = expression(r"\s\([^()]{2,30}\)\W*$")
EDGES = " ,.;:|/·•–—-"
_MINUTE, _QUARTER, _MARK_OF_HOUR = slice(14, 16), 15, 5
"""Where the minute stands in an ISO datetime, and the minutes of a quarter of an hour, on which events begin, and of a clock's marks, on which some do."""


def is_paper_behind(after: str, stamp: Stamp, line: str) -> bool:
    """True if a paper's name stands behind a date: behind a bar, or behind a comma where the minute is none on which an event begins.

    "20 August 2026, 7.30pm, The Apollo" is where and when one goes out, "20 August 2026, 12.01am, The Caledonian" is when it was published.
    """
    if _NAME_BEHIND.fullmatch(after) is not None:
        return not is_held(after, stamp, line)
    is_odd = "T" in stamp.iso and int(stamp.iso[_MINUTE]) % _MARK_OF_HOUR != 0
    return is_odd and _NAME_BEHIND_HOUR.fullmatch(after) is not None and not is_held(after, stamp, line)


def is_held(name: str, stamp: Stamp, line: str) -> bool:
    """True if a name beside a date is that of an event or of a house where one is held, or an hour beside it is one on which events begin.

    "Apollo Manchester / 7:30 PM December 5, 2026" is a listing; "Halifax Post / 7:30 PM December 5, 2026" is none.
    """
    words = WORDS.findall(name.lower())
    if not {*words[:1], *words[-1:]}.isdisjoint(PATTERNS.houses | PATTERNS.occasions):
        return True
    bare = name.strip(EDGES)
    return (begins(stamp, line) or _begins_behind(name, stamp, line)) and not (
        is_paper(bare) or is_place(bare) or is_place(bare.title()) or PATTERNS.desk.fullmatch(bare)
    )


def begins(stamp: Stamp, line: str) -> bool:
    """True for a time of day on which events begin, before its date as in a listing: "7:30 PM December 5", not "5 December 19:30"."""
    return (
        "T" in stamp.iso
        and _HOUR_FIRST.match(line, stamp.start) is not None
        and int(stamp.iso[_MINUTE]) % _QUARTER == 0
    )


def _begins_behind(name: str, stamp: Stamp, line: str) -> bool:
    """True for a name, a date, a comma and a time of day on which events begin: "Kestrel Rooms, 3 March 2026, 7.30pm"."""
    return (
        _COMMA_LAST.search(line, 0, stamp.start) is not None
        and name in line[: stamp.start]
        and begins_at(line[stamp.start : stamp.end])
    )


def begins_at(words: str) -> bool:
    """True if a time of day on which events begin stands in `words` behind a comma: ", 7.30pm", not ", 7.31pm"."""
    hour = _HOUR_LAST.search(words)
    return hour is not None and int(hour["minute"] or 0) % _QUARTER == 0


def is_venue(name: str) -> bool:
    """True for what is a house where things are held by its last word, and no town of lists: "Truro Cathedral", not "Orland Park"."""
    return is_house(name) and not is_place(name) and not is_place(name.title())


def is_paper(name: str) -> bool:
    """True for the name of an outlet, but not where "of" stands in it: "The Sinking of the Morning Star" is what somebody wrote about."""
    return (
        is_outlet_name(name)
        and not is_occasion(name)
        and not any(word in PATTERNS.title_particles for word in name.split())
    )


def is_occasion(name: str) -> bool:
    """True for what is an event by its last word: "World Music Festival"."""
    return name.rpartition(" ")[2].lower() in PATTERNS.occasions


def is_house(part: str) -> bool:
    return part.rsplit(" ", maxsplit=1)[-1].lower() in PATTERNS.houses


def is_of_paper(line: str, stamp: Stamp) -> bool:
    """True for a date with the name of a paper on one side of it, and on the other nothing or the weekday."""
    sides = line[: stamp.start], PATTERNS.page_number.sub("", line[stamp.end :])
    return any(
        is_outlet_name(name) and not is_occasion(name) and not PATTERNS.beside_stamp.sub("", other)
        for side, other in (sides, sides[::-1])
        for name in [_IN_BRACKETS.sub("", side).strip(EDGES)]
    )
