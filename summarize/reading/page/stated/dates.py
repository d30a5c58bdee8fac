"""Dates as pages state them, to ISO: machine formats with their zone, and dates written out in the languages of `months.toml`.

Nothing is completed: a date without its day or year is no date, a time without a zone keeps none, and "3 hours ago" is nothing.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

from summarize.layout import read_stamp
from summarize.text.moments import machine_date, moment
from summarize.text.months import month_in_any_language, month_number

_EPOCH = re.compile(r"\s*(\d{10}|\d{13})(?:\.\d+)?\s*")
_EASTERN = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s?[年년]\s?(?P<month>1[0-2]|0?[1-9])\s?[月월]\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[日일]"
    r"(?:\s?[(（][^\d\s]{1,4}[)）]|\s?[月火水木金土日]曜日?|\s?星期\w)?\s{0,2}(?P<half>午前|午後|上午|下午|오전|오후)?\s?(?:(?P<hour>[01]?\d|2[0-3])\s?[:：時点时시]\s?(?P<minute>[0-5]?\d)?)?"
)
_WORD = r"[^\W\d_][^\W\d_\u0300-\u036f]*[^\s\d,;:|()]*"
_WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9])(?:\.|º|er|-?го)?\s?(?:de\s|d['’])?(?P<month>{_WORD})\s?(?:de\s|del\s)?,?\s?(?P<year>(?:19|20)\d{{2}})(?!\d)"
    rf"(?P<rest>[^\d\n]{{0,20}}(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)(?!\d))?",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"(?<![\d.])(?P<year>(?:19|20)\d{{2}})\.?\s(?P<month>{_WORD})\s(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)|"
    rf"(?P<first>{_WORD})\s(?P<second>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,\s?(?P<third>(?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)
"""Year, month and day, or month, day and year, with the month's name."""
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>3[01]|[12]\d|0?[1-9])(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<year>(?:19|20)?\d{2})(?!\d)"
    r"(?:[^\d\n]{0,20}(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)(?!\d))?"
)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-]?(?P<month>0[1-9]|1[0-2]|[a-z]{3})[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)",
    re.IGNORECASE,
)
_PLACEHOLDERS = frozenset(
    {date(1970, 1, 1), date(1969, 12, 31), date(1999, 11, 30), date(2000, 1, 1), date(1900, 1, 1)}
)
_DAY_FIRST = frozenset("gb uk ie au nz in za pk ng ke gh sg my hk bd lk mt".split())
_MAX_STAMP_LENGTH = 70
_OPENING = re.compile(r"\s*(?:\((?P<inner>[^()]{6,40})\)|(?P<before>[^()\n]{6,50}?)\s?(?:--|[–—]|\s-\s))")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NOT_OF_PLACE = re.compile(r"[\d.,/]+")
_MAX_PLACE_LENGTH = 6
"""Words of a dateline besides its figures."""
_SENTENCE_END = re.compile(r"[^\W\d]{2,}[.!?。！？।]$")
_FIRST_YEAR = 1990
"""No page is older."""


def read_date(value: str) -> str | None:
    """The ISO date, or date and time, that a machine-readable value gives; None if it gives none, or a placeholder."""
    value = _western(value.strip()[:200])
    # "2026-03-14T25:00" is a day all the same.
    return _plausible(
        machine_date(value) or machine_date(value.partition("T")[0]) or _number(value) or written_date(value)
    )


def written_date(text: str, *, day_first: bool = False) -> str | None:
    """The first full date written in a text, in any of the languages known, with the time beside it.

    Args:
        text: the text.
        day_first: "03/04" is 3 April, as all but American pages write it; if that is not known, it is no date.
    """
    text = _western(text[:400])
    found = (
        _date_of_stamp(text)
        or _eastern(text)
        or _by_month(text)
        or _by_month_before_day(text)
        or _numeric(text, day_first=day_first)
    )
    return _plausible(found)


def is_day_first(language: str | None) -> bool:
    """True if pages in a declared language write the day before the month: all that are not in English, and English ones outside the USA."""
    primary, _, region = (language or "").strip().lower().replace("_", "-").partition("-")
    return bool(primary) and (primary != "en" or region in _DAY_FIRST)


def is_stamp_line(text: str) -> bool:
    """True for a line that is a date and little else: "Veröffentlicht am 14. März 2026, 9:30 Uhr"."""
    return (
        len(text) <= _MAX_STAMP_LENGTH
        and not _SENTENCE_END.search(text)
        and written_date(text, day_first=True) is not None
    )


def opening_date(story: str) -> str | None:
    """The full date that a story opens with, in its dateline or in brackets: "(14.03.2026) The board…", "March 14, 2026 -- The board…"."""
    match = _OPENING.match(_western(story[:_MAX_STAMP_LENGTH]))
    lead = (match["inner"] or match["before"]) if match else ""
    behind = _YEAR.split(lead)[-1]
    if len(_NOT_OF_PLACE.sub(" ", lead).split()) > _MAX_PLACE_LENGTH or any(map(str.islower, behind)):
        return None
    return written_date(lead) if lead else None


def address_date(url: str) -> str | None:
    """The date in the path of an address such as `/2026/03/14/` or `/2026/mar/14/`."""
    match = _IN_ADDRESS.search(url.split("?", 1)[0])
    if match is None:
        return None
    month = month_number(match["month"]) or (int(match["month"]) if match["month"].isdigit() else 0)
    return _plausible(_moment(match, month))


def day_of(iso: str) -> date:
    """The day of an ISO date, or date and time."""
    return date.fromisoformat(iso[:10])


def moment_of(iso: str) -> datetime:
    """The moment of an ISO date and time, in UTC; a missing zone counts as UTC, a missing time as noon."""
    if len(iso) == 10:
        return datetime.combine(day_of(iso), datetime.min.time(), UTC) + timedelta(hours=12)
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _western(text: str) -> str:
    """`text` with the digits of other scripts as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(mark))
        if mark.isdigit() and not mark.isascii() and unicodedata.category(mark) == "Nd"
        else mark
        for mark in text
    )


def _plausible(iso: str | None) -> str | None:
    if iso is None:
        return None
    day = day_of(iso)
    return None if day.year < _FIRST_YEAR or day in _PLACEHOLDERS else iso


def _moment(match: re.Match[str], month: int | None = None, **given: str | None) -> str | None:
    """The ISO date of the groups of a match, its month by number if the match has another word for it."""
    parts = {name: value for name, value in match.groupdict().items() if name != "zone"}
    return moment({**parts, **given, **({"month": str(month)} if month is not None else {})})


def _number(value: str) -> str | None:
    match = _EPOCH.fullmatch(value)
    if match is None:
        return None
    seconds = int(match[1]) / (1000 if len(match[1]) == 13 else 1)
    try:
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _date_of_stamp(text: str) -> str | None:
    stamp = read_stamp(text)
    return stamp.iso if stamp is not None else None


def _eastern(text: str) -> str | None:
    match = _EASTERN.search(text)
    if match is None:
        return None
    hour = match["hour"]
    if hour and match["half"] in {"午後", "下午", "오후"} and int(hour) < 12:
        hour = str(int(hour) + 12)
    return _moment(match, hour=hour)


def _by_month(text: str) -> str | None:
    for match in _WRITTEN.finditer(text):
        month = month_in_any_language(match["month"])
        if month is not None:
            return _moment(match, month)
    return None


def _by_month_before_day(text: str) -> str | None:
    for match in _TURNED.finditer(text):
        year, word, day = (
            match["year"] or match["third"],
            match["month"] or match["first"],
            match["day"] or match["second"],
        )
        month = month_in_any_language(word) or month_number(word[:3])
        if month is not None:
            return moment({"year": year, "month": str(month), "day": day})
    return None


def _numeric(text: str, *, day_first: bool) -> str | None:
    """A date in figures whose order is not in doubt: with full stops, with a day over 12, or of a page that is known to put the day first."""
    match = _NUMERIC.search(text)
    if match is None:
        return None
    doubtful = match["mark"] != "." and int(match["day"]) <= 12 and match["day"] != match["month"]
    if (doubtful or len(match["year"]) == 2) and not day_first:
        return None
    year = match["year"] if len(match["year"]) > 2 else f"20{match['year']}"
    return _moment(match, year=year)
