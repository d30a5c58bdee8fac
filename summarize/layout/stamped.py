"""Lines that say when a story was published: stamps, and lines of outlets, names and places with a date, above a story or below it."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from summarize.expressions import expression
from summarize.gazetteer import countries_of_town, given_name_gender, is_place, place_country
from summarize.languages.loader import any_of
from summarize.layout.foreign import foreign_stamp
from summarize.layout.header import PATTERNS, bare_byline, byline_names, is_outlet_name, only_roles
from summarize.text.stamps import MONTH, WEEKDAY, Stamp, read_stamp

# "KARIMNAGORE, FEBRUARY 14, 2026", "KISUMU, Kenya, 12 May 2026", "Hereford Chronicle, Wednesday 3 June 2026", "The Kampala Post | 3 June 2026", "3 June 2026 | Dublin".
_OUTLET = rf"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]+|{any_of(PATTERNS.outlet_particles)})){{0,5}}"
_NAME_BEFORE = expression(
    rf"\(?(?P<name>(?!{PATTERNS.opens_stamp.pattern}|{WEEKDAY},){_OUTLET})\)?(?P<region>(?:,\s(?!{WEEKDAY},?\s){_OUTLET}){{0,2}})(?:[,;]\s|\s?[|•·–—-]\s?|\s\()(?P<weekday>{WEEKDAY},?\s)?"
)
_NAME_BEHIND = expression(rf"\s?[|•·]\s?{_OUTLET}")
_BESIDE_BYLINE = expression(
    rf"[\s,;:@|•·–—-]+(?:(?:{any_of(PATTERNS.before_stamp)})\s)?(?:{WEEKDAY})?[\s,]*$|^[\s,.;:@|•·–—-]+"
)
_BEFORE_BYLINE = expression(rf"(?P<place>{_OUTLET}),\s(?:{WEEKDAY},?\s)?")
"""A place before the date, where the byline stands behind it: "Belfast, 14 March 2026. By Ann Lee"."""
_BARRED_DESK = expression(rf"(?P<name>{_OUTLET})\s[|/·•]\s(?:{WEEKDAY},?\s)?")
_PARTED_BEFORE = expression(rf"(?:^|[.,;|/·•(–—)-])\s*(?:{WEEKDAY},?\s+)?$")
_PARTED_BEHIND = expression(r"\s*(?:$|[,|/·•()–—-]|\d)")
_PARTS = expression(rf"\s*[,;|/·•()–—]\s*|\s-\s|(?<=[a-z]{{3}})\.(?:\s+|$)|\s(?:{any_of(PATTERNS.beside_names)})\s")
_SIGNS = expression(r"\s*[,;|/·•()–—]\s*")
_ONE_NAME = expression(r"([A-Z][\w'’-]{4,}),\s(?=\d|[A-Z]\w+\s\d)")
_HOUR_FIRST = expression(r"\d{1,2}(?:[:.]\d{2}|\s?[AaPp]\.?[Mm])")
_BARS = expression(r"[|/·•]")
_BARRED = expression(r"\s[|/·•]\s")
_AGENCY = expression(rf"\s\((?!{WEEKDAY}\))[A-Z][\w.&]*(?:\s[A-Z&][\w.&]*){{0,3}}\)(?=\s?[–—:-]*$|\s[–—-]\s)")
"""An agency in brackets behind the place and the day of a dateline that has a line of its own: "HALIFAX, 3 MARCH 2026 (Wirebird)"."""
_IN_BRACKETS = expression(r"\s\([^()]{2,30}\)\W*$")
_EDGES = " ,.;:|/·•–—-"
_SIGNED = expression(rf"[–—-]{{1,2}}\s?{_OUTLET}(?:,\s{_OUTLET}){{0,2}},\s")
"""With commas alone: "– Tom Reid in Halifax, 3 March 1931" is below a picture."""
_PLACED = expression(rf"\s?(?P<name>{_OUTLET})(?P<region>,\s{_OUTLET})?\s?(?P<weekday>{WEEKDAY},?\s)?")
"""A place with nothing but a space between it and the date: "HALIFAX 3 MARCH 2026"."""
_LAST_PLACE = expression(r"\s[-–—|]\s(?P<place>[A-Z]{3,}(?:\s[A-Z]{3,})*)$")
_FIGURES_OF_PLACE = expression(
    rf"(?P<place>{_OUTLET}),\s(?P<day>\d{{1,2}})(?P<mark>[/-])(?P<month>\d{{1,2}})(?P=mark)\d{{4}}\b"
)
_WORDS = expression(r"[^\W\d_]+")
_SECTION_EDGE = expression(rf"[|/»>:•·–—]\s*(?:{WEEKDAY},?\s*)?$|^\s*[|/»>•·–—]")
_MONTH = expression(MONTH)
_YEAR = expression(r"\b\d{4}\b")
_FIGURE = expression(r"\d")
_LABEL = expression(r"\w+(?:\s\w+)?\s*:\s")
_MAX_STAMP, _MAX_REST, _MAX_LABELLED, _MAX_PART = 120, 6, 24, 5
_MINUTE, _QUARTER = slice(14, 16), 15
"""Where the minute stands in an ISO datetime, and the minutes of a quarter of an hour, on which events begin."""
_DATE = "@"
"""Stands for the date in a line that `told` is asked about."""


Weight = Literal["stamp", "told", "heading"]
"""What a line with a date counts for: a stamp anywhere; what it tells, above and below the story; what it heads, above it. The last two count where
nothing else dates the story."""


class StampLine(NamedTuple):
    """A line that is a time stamp and little else."""

    iso: str
    """ISO date or datetime."""
    is_update: bool
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    """The paper or agency that the line names: "Hereford Chronicle, Wednesday 3 June 2026"."""
    place_end: int | None = None
    """Where the place ends that the line opens with, "KARIMNAGORE, FEBRUARY 14, 2026"; None where it opens with something else."""
    last_place: tuple[int, int] | None = None
    """Where the place stands that the line ends on, "Updated - July 24, 2026 08:05 pm IST - PUNE"."""
    weight: Weight = "stamp"


def stamp_line(paragraph: str) -> StampLine | None:
    """What a line says that is a date with its label, in English or in another language; None for other lines."""
    return _read(paragraph) if len(paragraph) <= _MAX_STAMP else None


@lru_cache(
    1 << 8
)  # a header is read when an article is and again when it is analysed, and each line from those above it
def _read(paragraph: str) -> StampLine | None:
    half = len(paragraph) // 2
    if paragraph[:half] == paragraph[half:]:
        paragraph = paragraph[:half]  # some pages print it twice, for two widths of screen
    first = PATTERNS.first_published.search(paragraph)
    is_second = first is not None and _is_bare_stamp(paragraph[: first.start()])
    line = paragraph[first.start() :].rstrip(" )") if first is not None and is_second else _without_update(paragraph)
    found = _english_stamp(line) or _told_stamp(line) or _dateline_alone(line)
    # "Autumn statement, 25 November 2026": its month is of other languages as well.
    is_event = read_stamp(paragraph) is not None and not (PATTERNS.occasions | PATTERNS.houses).isdisjoint(
        _WORDS.findall(paragraph.lower())
    )
    if found is None and not is_event and (foreign := foreign_stamp(paragraph)) is not None:
        return StampLine(*foreign)
    last = _LAST_PLACE.search(paragraph)
    if found is not None and last is not None and is_place(last["place"].title()):
        return found._replace(last_place=last.span("place"))
    return found


def _without_update(line: str) -> str:
    """A line without the day of a change behind that of its publication: "Monday, March 02, 2026 - updated on March 03, 2026"."""
    stamp = read_stamp(line)
    change = PATTERNS.updated.search(line, stamp.end) if stamp is not None else None
    return line[: change.start()] if change is not None and _is_bare_stamp(line[change.start() :]) else line


def _dateline_alone(line: str) -> StampLine | None:
    """What a dateline says that has a line of its own, with its agency: "HALIFAX, 3 MARCH 2026 (Wirebird) —"; None for other lines."""
    bare = _AGENCY.sub("", line).rstrip(" –—:-")
    found = _english_stamp(bare) if bare != line else None
    return found if found is not None and found.place_end is not None else None


def _told_stamp(line: str) -> StampLine | None:
    """What a line says that tells in words when a story appeared: "Published in The Kerr Gazette on 3 March 2026."; None for other lines."""
    stamp = read_stamp(line)
    if stamp is None or _YEAR.search(line, stamp.end):
        return None
    before = line[: stamp.start]
    words = f"{before}{_DATE}{line[stamp.end :]}"
    told = PATTERNS.told.fullmatch(words)
    if told is not None and not is_place(told["where"] or ""):
        return StampLine(stamp.iso, bool(PATTERNS.updated.search(before)), weight="told")
    return StampLine(stamp.iso, is_update=False, weight="heading") if PATTERNS.headed.fullmatch(words) else None


def _is_bare_stamp(words: str) -> bool:
    """True for a date or an hour with nothing but its label: "Updated 4 March 2026, 16:05"; "Of 12 claims, one was" opens a sentence."""
    stamp = read_stamp(words)
    beside = words[: stamp.start] + words[stamp.end :] if stamp is not None else _MONTH.sub("", words)
    return _FIGURE.search(words) is not None and not PATTERNS.beside_stamp.sub("", PATTERNS.updated.sub("", beside))


def _english_stamp(paragraph: str) -> StampLine | None:
    """What a line says that is a date with its label, and perhaps an outlet, a place or a byline on one side of it; None for other lines."""
    stamp = read_stamp(paragraph) or _placed_figures(paragraph)
    if stamp is None:
        return None
    before, after = paragraph[: stamp.start], paragraph[stamp.end :]
    alone = PATTERNS.published_alone.match(before)
    rest = [PATTERNS.beside_stamp.sub("", side) for side in (before[alone.end() if alone else 0 :], after)]
    found = StampLine(stamp.iso, bool(PATTERNS.updated.search(before)))
    for side, other in ((before, rest[1]), (after, rest[0])):
        name = _BESIDE_BYLINE.sub("", side)
        placed = _BEFORE_BYLINE.fullmatch(before) if side is after else None
        is_placed = placed is not None and is_place(placed["place"].title())
        authors = byline_names(name) or (None if other else _with_office(name)) if is_placed or not other else None
        if authors is not None:
            return found._replace(authors=authors, place_end=placed.end("place") if placed and is_placed else None)
    named = _NAME_BEFORE.fullmatch(before) if alone is None and not rest[1] else None
    if named is not None and _is_paper(named["name"]):
        return found._replace(outlet=named["name"])
    if named is not None and _is_placed(named["name"], named["region"]):
        return found._replace(place_end=named.end("name"))
    is_label = PATTERNS.published.match(paragraph) is not None
    most = _MAX_LABELLED if is_label else _MAX_REST
    is_short = len(rest[0]) + len(rest[1]) <= (most if alone is None else 0)
    is_short = is_short and not _is_told_of(before[alone.end() if alone else 0 :], is_label=is_label)
    # "The Fall of Halifax, 3 March 1998" may be a title; a weekday is told of the day of a paper.
    is_papers = named is not None and named["weekday"] is not None and not _is_held(named["name"], stamp, paragraph)
    is_behind = not rest[0] and _NAME_BEHIND.fullmatch(after) is not None and not _is_held(after, stamp, paragraph)
    if is_short or is_papers or is_behind:
        return found
    place_end = _bare_place(before) if not rest[1] else None
    is_placed = place_end is not None or (not rest[0] and _bare_place(after) is not None)
    is_placed = is_placed or (alone is None and _is_section(before) and _is_section(after))
    return found._replace(place_end=place_end, weight="heading") if is_placed else None


def _with_office(line: str) -> tuple[str, ...] | None:
    """The author of a line that is a name and an office: "Ana Duarte Crime Correspondent"; None for other lines."""
    words = line.split()
    ends = [end for end in (2, 3) if len(words) > end and words[end][0].isupper() and only_roles(" ".join(words[end:]))]
    return (bare_byline(" ".join(words[: ends[0]])) or None) if ends else None


def _is_told_of(before: str, *, is_label: bool) -> bool:
    """True if what stands before a date says that it is of something else than publication: "Died", "Vote:"; a section may have a colon as well."""
    words = _WORDS.findall(before.lower())
    is_labelled = ":" in before and not is_label and not _is_section(before)
    is_event = not PATTERNS.no_stamps.isdisjoint(words[-1:]) or not (PATTERNS.houses | PATTERNS.occasions).isdisjoint(
        words
    )
    return is_labelled or is_event


def _is_section(side: str) -> bool:
    """True for a side of a date where nothing stands but the name of a section and what parts it from the date: "Culture & Leisure |"; "Community Weekend" is an event."""
    words = {*_WORDS.findall(PATTERNS.beside_stamp.sub(" ", side).lower())}
    return not words or (words <= PATTERNS.sections and _SECTION_EDGE.search(side) is not None)


def _placed_figures(line: str) -> Stamp | None:
    """The stamp of a line of a place with a date in figures, in a country that writes the day first: "Goiânia, 12/08/2026"; not where another country has one called so."""
    found = _FIGURES_OF_PLACE.match(line)
    place = (found["place"].title() if found["place"].isupper() else found["place"]) if found else ""
    country = place_country(place) if place else None
    if (
        found is None
        or country is None
        or not PATTERNS.month_may_be_first.isdisjoint((country, *countries_of_town(place)))
    ):
        return None
    # With points between them figures begin with the day everywhere.
    return read_stamp(f"{line[: found.start('day')]}{found['day']}.{found['month']}.{line[found.end('month') + 1 :]}")


def _bare_place(side: str) -> int | None:
    """Where a place ends that is all that stands on one side of a date; None where something else stands there.

    It is in capitals, or beside a region or a weekday: "Halifax 3 March 1917" is what a picture shows.
    """
    placed = _PLACED.fullmatch(side)
    if placed is None or not (placed["name"].isupper() or placed["region"] or placed["weekday"]):
        return None
    return placed.end("name") if is_place(placed["name"]) or is_place(placed["name"].title()) else None


def names_and_stamp(line: str) -> StampLine | None:
    """What a line below the title says that is outlets, places and a date: "Halifax | Ann Lee | 3 March 2026"; None for other lines.

    Above it such a line may be the title itself: "The fall of Halifax, 3 March 2026". Somebody's name is an author's between bars and strokes
    alone: in "Ann Berg in Norby, 3 March 2013" she may be whom a photograph shows.
    """
    source = PATTERNS.opens_source.match(line)
    line = line[source.end() if source else 0 :]
    stamp = read_stamp(line) if len(line) <= _MAX_STAMP else None
    if stamp is None or _YEAR.search(line, stamp.end):
        return None  # "Mary Ellis, potter, 3 March 1931 – 4 May 2026"
    found = StampLine(stamp.iso, bool(PATTERNS.updated.search(line, 0, stamp.start)), weight="told")
    if _is_barred(line) or _SIGNED.fullmatch(line, 0, stamp.start) or _is_of_paper(line, stamp):
        return found
    sides = [line[: stamp.start].lstrip("—–- "), PATTERNS.page_number.sub("", line[stamp.end :])]
    named = _NAME_BEFORE.fullmatch(sides[0]) if sides[1].strip() in {"", ")"} else None
    # "© Halifax Archive, 3 March 1931" is of a picture.
    is_lent = source and named and not (is_outlet_name(named["name"]) or is_place(named["name"]))
    is_parted = _PARTED_BEFORE.search(sides[0]) and _PARTED_BEHIND.match(sides[1])
    if is_lent or not is_parted or _LABEL.match(line):
        return None
    words = named["name"].split() if named is not None and not named["region"] else []
    if words and given_name_gender(words[0]) is None and not _is_held(" ".join(words), stamp, line):
        return found._replace(is_update=False)  # "Otago Weekender, 21 March 2026"
    is_barred = any(_BARS.search(side) for side in sides)
    authors: list[str] = []
    is_known, is_signed = False, False
    for part in [part.strip() for side in sides for part in _PARTS.split(side)]:
        bare = _bare(part)
        if not bare or bare.lower() in PATTERNS.beside_names:
            is_barred = is_barred or bool(PATTERNS.role_words.search(part) and bare != part and authors)
        elif (
            is_place(bare)
            or is_place(bare.title())
            or (is_outlet_name(bare) and not _is_occasion(bare))
            or PATTERNS.desk.fullmatch(part)
        ):
            is_known = True
            is_signed = is_signed or is_outlet_name(bare)
        elif names := bare_byline(bare):
            authors.extend(names)
        else:
            return None
    is_authors = is_signed or (is_barred and (is_known or not _begins(stamp, line)))
    is_told = (is_known and not authors) or (authors and is_authors)
    return found._replace(authors=tuple(authors)) if is_told else None


def _is_held(name: str, stamp: Stamp, line: str) -> bool:
    """True if a name beside a date is that of an event or of a house where one is held, or an hour beside it is one on which events begin.

    "Apollo Manchester / 7:30 PM December 5, 2026" is a listing; "Halifax Post / 7:30 PM December 5, 2026" is none.
    """
    words = _WORDS.findall(name.lower())
    if not {*words[:1], *words[-1:]}.isdisjoint(PATTERNS.houses | PATTERNS.occasions):
        return True
    bare = name.strip(_EDGES)
    return _begins(stamp, line) and not (
        _is_paper(bare) or is_place(bare) or is_place(bare.title()) or PATTERNS.desk.fullmatch(bare)
    )


def _begins(stamp: Stamp, line: str) -> bool:
    """True for a time of day on which events begin, before its date as in a listing: "7:30 PM December 5", not "5 December 19:30"."""
    return (
        "T" in stamp.iso
        and _HOUR_FIRST.match(line, stamp.start) is not None
        and int(stamp.iso[_MINUTE]) % _QUARTER == 0
    )


def desk_and_hour(line: str) -> StampLine | None:
    """What the line right below a byline says that is a desk or an outlet, a bar, an hour and a date: "INQ Visayas / 05:40 AM October 27, 2026".

    A venue's such line is that of an event, whatever it is called: "Riverside Cafe / 7:30 PM October 27, 2026". A name that opens on an acronym may
    be an agency's or a hall's: it dates a story where the minute is none on which an event begins.
    """
    stamp = read_stamp(line) if len(line) <= _MAX_STAMP else None
    if stamp is None or "T" not in stamp.iso or _YEAR.search(line, stamp.end):
        return None
    found = _BARRED_DESK.fullmatch(line[: stamp.start])
    if found is None or PATTERNS.beside_stamp.sub("", line[stamp.end :]):
        return None
    name = found["name"]
    is_desk = _is_paper(name) or PATTERNS.desk.fullmatch(name) is not None
    is_wire = PATTERNS.desk.fullmatch(name.split()[0]) is not None and not _begins(stamp, line)
    is_event = {*_WORDS.findall(name.lower())} & (PATTERNS.houses | PATTERNS.occasions)
    return StampLine(stamp.iso, is_update=False, weight="told") if (is_desk or is_wire) and not is_event else None


def is_credited(line: str) -> bool:
    """True for a line that names an outlet beside its date, or a desk where it was changed, so that it is no title: "Halifax Ledger / 3 March 2026".

    "NATO / 3 March 2026" may be one.
    """
    stamp = read_stamp(line) if len(line) <= _MAX_STAMP else None
    if stamp is None:
        return False
    parts = [part.strip() for side in (line[: stamp.start], line[stamp.end :]) for part in _SIGNS.split(side)]
    is_labelled = PATTERNS.updated.search(line) is not None
    return any(_is_paper(part) or (is_labelled and PATTERNS.desk.fullmatch(part)) for part in parts)


def may_be_title(line: str) -> bool:
    """True for a line that dates an article below its title, but may be one above it: "BALI, 12 OCTOBER 2002 (Remembered)", "Titanic, 15 April 1912".

    One word in brackets is no agency's for certain, and the name no place that lists know.
    """
    agency = _AGENCY.search(line) if len(line) <= _MAX_STAMP else None
    if agency is not None:
        name = agency.group().strip(" ()")
        return not (name.isupper() or " " in name or is_outlet_name(name))
    alone = _ONE_NAME.match(line) if len(line) <= _MAX_STAMP else None
    if alone is None or not (_bare(alone[1]) and read_stamp(line)) or PATTERNS.published.match(line):
        return False
    return not (is_place(alone[1].title()) or countries_of_town(alone[1].title()))


def _is_paper(name: str) -> bool:
    """True for the name of an outlet, but not where "of" stands in it: "The Sinking of the Morning Star" is what somebody wrote about."""
    return (
        is_outlet_name(name)
        and not _is_occasion(name)
        and not any(word in PATTERNS.title_particles for word in name.split())
    )


def _is_occasion(name: str) -> bool:
    """True for what is an event by its last word: "World Music Festival"."""
    return name.rpartition(" ")[2].lower() in PATTERNS.occasions


def _is_of_paper(line: str, stamp: Stamp) -> bool:
    """True for a date with the name of a paper on one side of it, and on the other nothing or the weekday."""
    sides = line[: stamp.start], PATTERNS.page_number.sub("", line[stamp.end :])
    return any(
        is_outlet_name(name) and not _is_occasion(name) and not PATTERNS.beside_stamp.sub("", other)
        for side, other in (sides, sides[::-1])
        for name in [_IN_BRACKETS.sub("", side).strip(_EDGES)]
    )


def _is_barred(line: str) -> bool:
    """True for short parts between bars of which one is a stamp and one says whose: "Reporter: Ann Lee | Editor: Tom Reid | Date: 2 April 2026".

    What is held in a house, and what has no outlet, author or label, is an event: "Next meeting | Town Hall | 3 June 2027".
    """
    parts = [part.strip() for part in _BARRED.split(line)]
    dated = [part for part in parts if _FIGURE.search(part) and _english_stamp(part) is not None]
    others = [part for part in parts if part not in dated]
    if not dated or not others or any(len(part.split()) > _MAX_PART or _is_house(part) for part in others):
        return False
    if any(PATTERNS.published.match(part) for part in dated):
        return True
    # "Apollo Manchester / 7:30 PM December 5, 2026": a name alone is no author's beside an hour on which events begin.
    begins = any(_begins(stamp, part) for part in dated for stamp in [read_stamp(part)] if stamp is not None)
    return any(_is_credit(part) and not (begins and _LABEL.match(part) is None and _is_name(part)) for part in others)


def _is_house(part: str) -> bool:
    return part.rsplit(" ", maxsplit=1)[-1].lower() in PATTERNS.houses


def _is_name(part: str) -> bool:
    """True for what may be somebody's name and is no outlet's."""
    return not is_outlet_name(part) and bool(bare_byline(part.title() if part.isupper() else part))


def _is_credit(part: str) -> bool:
    """True for an outlet, its desk, an author, or a word that stands beside stamps; an hour alone may be an event's."""
    name = _LABEL.sub("", part, count=1)
    is_author = bool(bare_byline(name.title() if name.isupper() else name))
    is_change = PATTERNS.updated.match(part) is not None and _is_bare_stamp(part)
    return is_outlet_name(name) or is_author or is_change or not (_FIGURE.search(name) or _bare(name))


def _bare(part: str) -> str:
    """A part of a line without words that stand beside dates: clock times, "updated", "staff"."""
    return (
        part.strip()
        if is_outlet_name(part.strip())
        else PATTERNS.role_words.sub("", PATTERNS.beside_stamp.sub(" ", part)).strip()
    )


def _is_placed(name: str, region: str) -> bool:
    """True if what a stamp line opens with is a place: by the list of places, or in capitals with no place behind it."""
    if is_place(name) or is_place(name.title()):
        return True
    return name.isupper() and not any(is_place(part) or is_place(part.title()) for part in region.split(", ") if part)


def stamp_of_head(line: str) -> str | None:
    """The ISO date that a line in capitals ends with, as the head of a transcript does; None for other lines."""
    stamp = read_stamp(line) if line.isupper() else None
    return stamp.iso if stamp is not None and stamp.end == len(line.rstrip(" .)")) else None
