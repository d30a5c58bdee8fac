"""Datelines: where a story was filed, and often when and by which agency, before its first sentence."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from msgspec import Struct

from summarize.compiling import compile_expression
from summarize.expressions import expression
from summarize.gazetteer import given_name_gender, is_city, is_place
from summarize.languages.loader import Table, Words, any_of, load
from summarize.layout.foreign import month_of
from summarize.layout.header import PATTERNS, is_outlet_name
from summarize.layout.papers import begins_at, is_venue
from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import day_of
from summarize.text.dates.expressions import Point
from summarize.text.dates.figured import figures
from summarize.text.dates.written import day_first, month_first
from summarize.text.pieces import Pieces
from summarize.text.stamps import MONTH, WEEKDAY, all_dates, figured_dates

_IN_BRACKETS = expression(r"\s\(([^()]+)\)$")


class DatelineWords(Table):
    """`datelines.toml`: what stands in datelines, whatever the language."""

    capital_particles: Words
    stamp_label: str
    before_date: Words
    the: str
    of: str
    ordinal_endings: Words
    foreign_ordinal_endings: Words
    small_agencies: Words
    bare_agencies: Words
    named_agencies: Words
    at_place: Words
    joins_places: Words


WORDS: Final = load(DatelineWords, "datelines.toml")
# LONDON, Jan 9 (Agency) -      NAIROBI, Kenya —      New Delhi [India], November 29 :      SURABAYA, Indonesia/JAKARTA (Agency) -
# Capitals with marks as well; among those past Þ the small letters stand between, which no dateline has.
_U = "A-ZÀ-ÖØ-ÞĀ-ɏ"
_CAPS = rf"[{_U}][{_U}.'’\-]*[{_U}.](?:[ -](?:[{_U}][{_U}.'’\-]*[{_U}.]|{any_of(WORDS.capital_particles)})){{0,4}}"
_NAME = rf"[{_U}][\w.'’\-]+(?:[ -](?:[{_U}][\w.'’\-]+|{any_of(PATTERNS.place_particles)})){{0,4}}"
_ORDINAL = any_of(WORDS.ordinal_endings)
_YEAR = r"\d{4}(?!\d)"
_DAY = rf"(?:(?i:{MONTH})\s\d{{1,2}}{_ORDINAL}?|(?:{WORDS.the}\s)?\d{{1,2}}{_ORDINAL}?(?:\s{WORDS.of})?\s(?i:{MONTH}))"
_FIGURES = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
_DATE = rf"(?:{WEEKDAY},?\s)?(?:{_DAY}(?:,?\s{_YEAR})?|{_FIGURES})"
_SMALL_DAY = r"(?<!\d)(?P<day>\d{1,2})\.?\s(?P<month>[^\W\d]{3,12})\.?(?:\s(?P<year>\d{4})(?!\d))?"
"""A month that is written as in English but for its small letter: "Lugo, 22 nov (Agencia Norte).-"."""
_FULL_DATE = rf"(?:{WEEKDAY},?\s)?(?:{_DAY},?\s{_YEAR}|{_FIGURES})"
_REGION = rf"(?:,\s?(?!{_DATE}|{WEEKDAY}\b){_NAME}|\s?\[[^\]\n]{{2,40}}\]|\s\([A-Z][a-z][A-Za-z. ]{{1,30}}\))"
_WHEN = rf"(?:(?:,|\s?[|•·]|\s?--|\s?/|\s[-–—])?\s?\(?(?:{any_of(WORDS.before_date)}\s)?{_DATE}\)?)"
_AGENCY = rf"(?:(?:[,.]|--)?\s?[(/](?P<agency>(?:[A-Z]|{any_of(WORDS.small_agencies)})[\w.&/ \-]{{0,40}})[)/])"
_SEPARATOR = r"\s{0,2}(?P<separator>---?|[–—][–—]+|\.?[-–—]|[:_.•|/])(?=\s|\w)"
_STAMP = rf"(?:{WORDS.stamp_label}\s+(?P<stamp>\d{{4}}-\d{{2}}-\d{{2}})\s+)?"
_TIME = r"(?:,\s\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)"
_TAIL = rf"{_TIME}?{_WHEN}?{_TIME}?{_AGENCY}?{_WHEN}?{_SEPARATOR}"

_FORMS = (
    # "NADI, Friday –", "Nadi, Friday –", "Nadi, Fiji, Friday (Agency) –".
    (
        rf"[^\n]{{3,60}},\s{WEEKDAY}[\s:–—-]",
        rf"(?P<place>(?:{_CAPS}|{_NAME})(?:,\s(?!{WEEKDAY}){_NAME})?)(?P<weekday>),\s{WEEKDAY}{_AGENCY}?{_SEPARATOR}",
    ),
    # As CAIRO – 5 January 2026 –, or PEORIA, Ill. (MNS), Feb. 3, 2026 —
    (
        rf"{WORDS.stamp_label}\s|[{_U}][{_U}.'’\-]",
        rf"{_STAMP}(?P<place>{_CAPS}(?:{_REGION}){{0,2}}(?:(?:/|,?\s(?:{any_of(WORDS.joins_places)})\s){_CAPS}(?:{_REGION})?){{0,3}}){_TAIL}",
    ),
    # "VALLOMBRE, Switzerland. The": a stop parts a place in capitals that lies where lists know of.
    (
        rf"[{_U}][{_U}.'’\-]",
        rf"(?P<place>{_CAPS},\s(?P<country>[A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+){{0,2}}))(?P<separator>\.)(?=\s[\"“‘A-Z])",
    ),
    # "Mtwara. Cashew farmers have", as papers of East Africa print it.
    (rf"{_NAME}\.\s", rf"(?P<place>{_NAME})(?P<bare>)(?P<separator>\.)(?=\s[A-Z])"),
    # "Oslo, 3 March 2026 –", "Mumbai: Police said", "Leeds – A man".
    (
        r"(?s:.*?)(?:[–—:_(/\d]|-[\s-])",
        rf"{_STAMP}(?P<place>{_NAME}(?:{_REGION}){{0,2}}(?:/{_NAME})?)(?P<known>){_TAIL}",
    ),
    (r"\(", r"(?P<place>)\((?P<agency>[A-Z]{2,10})\)\s{0,2}(?P<separator>---?|[–—][–—]+|[-–—])(?=\s|\w)"),
    # A place in brackets before its day, as "(MERIDIAN, Miss.) April 2, 2026 —".
    (r"\(", rf"\((?P<place>(?:{_CAPS}|{_NAME})(?:{_REGION}){{0,2}})\),?\s{_DATE}{_AGENCY}?{_SEPARATOR}"),
    # All in brackets, as "[Hyderabad, 3 March 2026] The".
    (
        r"[(\[][^\n]{0,60}\d{4}",
        rf"[(\[](?P<place>(?:{_CAPS}|{_NAME})(?:{_REGION})?),?\s{_FULL_DATE}[)\]](?P<local>)(?P<separator>\s?[-–—:]|)(?=\s[\"“‘A-Z])",
    ),
    # The day first, as "March 3, 2026 (HALIFAX) —", "Tuesday 3 March 2026, Halifax –".
    (
        r"[^\n]*\d{4}",
        (
            rf"{_FULL_DATE}(?:(?:,|\s[-–—|/])\s|\s\()(?P<place>{_CAPS}|{_NAME})(?:{_REGION}){{0,2}}\)?(?P<local>){_AGENCY}?"
            r"\s{0,2}(?P<separator>---?|[–—][–—]+|[-–—]|:)(?=\s[\"“‘A-Z])"
        ),
    ),
    # "Jan 5 (Reuters) -": filed from nowhere in particular.
    (r"[^(/]*\d[^(/]*[(/]", rf"(?P<place>){_DATE}{_AGENCY}{_SEPARATOR}"),
    # "Washington CNN —"
    (
        r"(?s:.*?)\s[A-Z]{2,3}\s{0,2}[-–—]",
        rf"(?P<place>{_NAME})\s(?P<agency>{any_of(WORDS.bare_agencies)})\s{{0,2}}(?P<separator>---?|[–—][–—]+|[-–—])(?=\s|\w)",
    ),
    # "LUCKNOW, Jan 22 (PTI) Two people", "LONDON (AP) The": the agency's brackets are all that parts them.
    (
        r"(?s:.*?)\s\(\w{2,8}\)\s",
        rf"(?P<place>{_CAPS}(?:{_REGION})?|{_NAME}(?:{_REGION})?(?=,\s{MONTH}\s\d)){_WHEN}?\s\((?P<agency>[A-Z]{{2,8}}|{any_of(WORDS.named_agencies)})\)(?P<separator>\s)(?=[A-Z\"“‘])",
    ),
    # "Madrid, 3 may (EFE).-", "Berlin/München, 4. März 2025 –", "Lindau, 23. November (dk) –": the month's name is looked up.
    (
        r"[^,\n]*,\s(?:[^\W\d]{2,3}\s)?\d",
        (
            rf"(?P<place>{_NAME}(?:/{_NAME})?),\s(?:[^\W\d]{{2,3}}\s)?(?P<day>\d{{1,2}})(?:\.|{any_of(WORDS.foreign_ordinal_endings)})?\s(?:[^\W\d]{{2,3}}\s)?(?P<month>[^\W\d]{{3,12}})\.?"
            rf"(?:\s(?:[^\W\d]{{2,3}}\s)?(?P<year>\d{{4}}))?(?:{_AGENCY}|\s\([a-z]{{2,12}}\))?\s{{0,2}}(?P<separator>---?|[–—][–—]+|\.?[-–—]|:)(?=\s|\w)"
        ),
    ),
)
"""What a paragraph begins with that may have the form, and the form: a look before what takes long to compile."""
_ALONE = rf"(?P<place>{_CAPS})(?:,\s?{_NAME})?\s?[:–—-]{{1,2}}$"
"""A place that is a line of its own above its story: "MANDEVILLE, Manchester:"."""
_SENTENCE = expression(r"\s(?:[\w'’,-]+\s){6}")
"""A sentence of more than a few words: "Nice. Very nice." praises."""
_LABEL = expression(rf"(?:\A|(?<=\n\n)){_CAPS}:\s")
_MAX_LENGTH, _MAX_ALONE = 140, 50
_NEAR = timedelta(days=45)
_FIGURED_LINE = expression(r"(?m)^(?:[^\n]{0,60}[:|])?[\s(\[]*(\d{1,2}[/-][^\n]{0,60})$")
"""A line that opens with a date in figures, or has it behind a label or a bar."""
_SIGNED_OFF = expression(
    r"(?<![\"”’»'])\s[–—-]{1,2}\s?(?P<paper>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,4}),\s(?P<year>\d{4})[\s.)]*\Z"
)
"""A paper and its year behind the last words of a story; behind somebody's words they say where those stood."""


class Dateline(Struct, frozen=True):
    """A dateline, from the start of its paragraph to the story's first word."""

    start: int
    end: int
    place_start: int
    place_end: int
    """Empty range where the dateline names only an agency."""
    date: Point | None = None
    """The day with its month, and its year if that is given."""
    agency: str | None = None
    stamp: str | None = None


_compiled = cache(compile_expression)
"""Compiled when first tried: most articles have the first form, or none of a name in capitals."""


@lru_cache(8)  # the head of an article is asked about by whoever reads its lines
def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` opens with, if any."""
    stop = min(end, start + _MAX_LENGTH)
    for look, form in _FORMS:
        match = _compiled(form).match(text, start, stop) if _compiled(look).match(text, start, stop) else None
        if match is None:
            continue
        groups = match.groupdict()
        place = match["place"] or ""
        words = set(place.lower().replace("/", " ").split())
        if words and words <= PATTERNS.not_datelines:
            return None
        day = _foreign_day(groups) if groups.get("month") else _day_in(text, match.start(), match.end())
        if groups.get("month") and day is None:
            continue
        is_dated = bool(groups.get("agency") or day)
        if _is_unsure(groups, place, text[match.end() :], is_dated=is_dated):
            continue
        is_speaker = match["separator"] == ":" and not is_dated and _is_labelled(text, start)
        if (is_speaker and not _is_known(place)) or (not groups.get("agency") and _is_listing(place, match.group())):
            return None  # who speaks in a transcript, "HELEN ORR: Why Ningaloo?", or where one goes out
        if match["separator"] == "-" and text[match.end() : match.end() + 1].isalnum() and not is_dated:
            continue  # a hyphenated word, "COVID-19"
        if "local" in groups and not (_is_known(place.title() if place.isupper() else place) or groups.get("agency")):
            continue  # an anniversary, a caption, a change: "3 March 1917, Revolution – ", "(Updated 3 March 1998)"
        # Mixed case and nothing else is a dateline only where the place is known.
        if "known" in groups and not is_dated and not (_is_known(place) and text[match.end()].isspace()):
            continue
        place_start, place_end = match.span("place") if place else (start, start)
        agency = groups.get("agency")
        bracket = _IN_BRACKETS.search(place)
        if bracket is not None and agency is None and not is_place(bracket[1]):
            # "NAIROBI, Kenya (Wirebird) —": an agency in mixed case; a region in brackets is a known place.
            agency, place_end = bracket[1], place_start + bracket.start()
        after = match.end()
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            return None
        return Dateline(
            start=start,
            end=after,
            place_start=place_start,
            place_end=place_end,
            date=day,
            agency=agency,
            stamp=groups.get("stamp"),
        )
    return None


def _is_unsure(groups: dict[str, str | None], place: str, story: str, *, is_dated: bool) -> bool:
    """True for a stop or a bar that parts no day from the news and no town of a known land, and for a weekday behind no town: "Football, Friday –"."""
    town = place.split(",", maxsplit=1)[0].title()
    if "bare" in groups:
        return not (is_city(place) and given_name_gender(place.split(maxsplit=1)[0]) is None and _SENTENCE.match(story))
    if groups["separator"] in {".", "|", "/"} and not is_dated:
        return not (is_place(groups.get("country") or "") and _is_town(town, story))
    return "weekday" in groups and (groups["separator"] == ":" or not _is_town(town, story))


def _is_listing(place: str, opening: str) -> bool:
    """True for a house where something is held, or what no list knows beside an hour on which events begin: "Truro Cathedral, 12 December 2026, 7.30pm."."""
    parts = [part.strip(" ])") for part in re.split(r"[,/\[(]", place) if part.strip(" ])")]
    if any(map(is_venue, parts[:1])):
        return True
    return bool(parts) and begins_at(opening) and not _is_known(place) and not _is_known(place.title())


def _is_town(town: str, story: str) -> bool:
    """True for a town of lists that is nobody's given name, and for one that the story names again as where something is."""
    again = rf"\b{any_of(WORDS.at_place)}\s{re.escape(town)}\b(?!\s[A-Z])"
    return (is_city(town) and given_name_gender(town.split(maxsplit=1)[0]) is None) or compile_expression(again).search(
        story
    ) is not None


def dateline_alone(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` is, with nothing behind it; None for other lines."""
    match = _compiled(_ALONE).fullmatch(text, start, end) if end - start <= _MAX_ALONE else None
    if match is None or not _is_known(match["place"].title()):
        return None
    return Dateline(start, end, *match.span("place"))


def _is_labelled(text: str, start: int) -> bool:
    """True if another paragraph than the one at `start` opens with a name in capitals and a colon."""
    return any(label.start() != start for label in islice(_LABEL.finditer(text), 2))


def _foreign_day(groups: dict[str, str | None]) -> Point | None:
    """The day of a dateline whose month has its name in another language, None if there is no such month."""
    month = month_of(groups["month"] or "")
    return Point(year=int(groups["year"] or 0) or None, month=month, day=int(groups["day"] or 0)) if month else None


def _day_in(text: str, start: int, end: int) -> Point | None:
    """The day written within a dateline."""
    t = Pieces(text, start, end)
    found = (month_first(t, i) if t.low(i) in v.MONTHS else figures(t, i) or day_first(t, i) for i in range(t.size))
    days = (match.expression for match in found if match is not None)
    day = next((day for day in days if isinstance(day, Point) and day.day), None)
    small = None if day else _compiled(_SMALL_DAY).search(text, start, end)
    return _foreign_day(small.groupdict()) if small else day


def _is_known(place: str) -> bool:
    return any(is_place(part.strip(" ]")) for part in re.split(r"[,/\[(]", place))


def dateline_date(dateline: Dateline, text: str) -> str | None:
    """The ISO date of a dateline. A missing year is taken from the text's own full dates near that day, never guessed.

    The years of all full dates that lie within 45 days of the dateline's day must agree; else the date is unknown. Where there is none, it is
    the year of the paper that the story ends on: "— The Tamar Echo, 2026".
    """
    if dateline.stamp:
        return dateline.stamp
    day = dateline.date
    if day is None or day.month is None or day.day is None:
        return None
    years = {day.year} if day.year else _years_near(day.month, day.day, text, text[: dateline.start])
    years = years or _year_signed(text)
    found = day_of(years.pop(), day.month, day.day) if len(years) == 1 else None
    return found.isoformat() if found else None


def _year_signed(text: str) -> set[int]:
    """The year beside the paper that a story ends on, where no day that it tells lies behind it."""
    signed = _SIGNED_OFF.search(text, max(0, len(text) - _MAX_LENGTH))
    if signed is None or not is_outlet_name(signed["paper"]):
        return set()
    year = int(signed["year"])
    return {year} if all(told.year <= year for told in all_dates(text)) else set()


def _years_near(month: int, day: int, text: str, header: str) -> set[int]:
    """The years of full dates of a text near a day of a month, and of that very day in figures in the lines above the dateline."""
    around = (
        (day_of(written.year + shift, month, day), written) for written in all_dates(text) for shift in (-1, 0, 1)
    )
    years = {candidate.year for candidate, written in around if candidate and abs(candidate - written) <= _NEAR}
    # "02-12-2026" above "Amman, Dec. 2" is the same day; in the story it is when somebody was born.
    stamps = "\n".join(found[1] for found in _FIGURED_LINE.finditer(header))
    return years | {written.year for written in figured_dates(stamps) if (written.month, written.day) == (month, day)}
