"""Lines that say when a story was published: a date with its label, and perhaps an outlet, a place or a byline on one side of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from summarize.expressions import expression
from summarize.gazetteer import countries_of_town, is_place, place_country
from summarize.languages.loader import any_of
from summarize.layout.foreign import foreign_stamp
from summarize.layout.header import PATTERNS, bare_byline, byline_names, only_roles
from summarize.layout.papers import OUTLET, WORDS, is_held, is_paper, is_paper_behind
from summarize.text.stamps import MONTH, WEEKDAY, Stamp, read_stamp

# "KARIMNAGORE, FEBRUARY 14, 2026", "KISUMU, Kenya, 12 May 2026", "Hereford Chronicle, Wednesday 3 June 2026", "The Kampala Post | 3 June 2026", "3 June 2026 | Dublin".
NAME_BEFORE = expression(
    rf"\(?(?P<name>(?!{PATTERNS.opens_stamp.pattern}|{WEEKDAY},){OUTLET})\)?(?P<region>(?:,\s(?!{WEEKDAY},?\s){OUTLET}){{0,2}})(?:[,;]\s|\s?[|•·–—-]\s?|\s\()(?P<weekday>{WEEKDAY},?\s)?"
)
_BESIDE_BYLINE = expression(
    rf"[\s,;:@|•·–—-]+(?:(?:{any_of(PATTERNS.before_stamp)})\s)?(?:{WEEKDAY})?[\s,]*$|^[\s,.;:@|•·–—-]+"
)
_BEFORE_BYLINE = expression(rf"(?P<place>{OUTLET}),\s(?:{WEEKDAY},?\s)?")
"""A place before the date, where the byline stands behind it: "Belfast, 14 March 2026. By Ann Lee"."""
AGENCY = expression(rf"\s\((?!{WEEKDAY}\))[A-Z][\w.&]*(?:\s[A-Z&][\w.&]*){{0,3}}\)(?=\s?[–—:-]*$|\s[–—-]\s)")
"""An agency in brackets behind the place and the day of a dateline that has a line of its own: "HALIFAX, 3 MARCH 2026 (Wirebird)"."""
_PLACED = expression(rf"\s?(?P<name>{OUTLET})(?P<region>,\s{OUTLET})?\s?(?P<weekday>{WEEKDAY},?\s)?")
"""A place with nothing but a space between it and the date: "HALIFAX 3 MARCH 2026"."""
_LAST_PLACE = expression(r"\s[-–—|]\s(?P<place>[A-Z]{3,}(?:\s[A-Z]{3,})*)$")
_FIGURES_OF_PLACE = expression(
    rf"(?P<place>{OUTLET}),\s(?P<day>\d{{1,2}})(?P<mark>[/-])(?P<month>\d{{1,2}})(?P=mark)\d{{4}}\b"
)
_SHORT_YEAR = expression(
    r"(?P<before>^|[\s|•·])(?P<one>\d{2})(?P<mark>[./])(?P<two>\d{2})(?P=mark)(?P<year>\d{2})(?=\s*$|\s*[|•·]|,?\s\d{1,2}[:.]\d{2}\W*$)"
)
_MONTHS, _CENTURY = 12, "20"
_BETWEEN_SENTENCES, _MAX_WEEKDAY = ("", ". ", "! ", "? ", "” "), 12
_SECTION_EDGE = expression(rf"[|/»>:•·–—]\s*(?:{WEEKDAY},?\s*)?$|^\s*[|/»>•·–—]")
_MONTH = expression(MONTH)
YEAR = expression(r"\b\d{4}\b")
FIGURE = expression(r"\d")
MAX_STAMP, _MAX_REST, _MAX_LABELLED = 120, 6, 24
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
    found = _read_stamp_line(full := with_full_year(paragraph)) if len(paragraph) <= MAX_STAMP else None
    return found if found is None or full == paragraph else found._replace(last_place=None)  # it stands elsewhere


@lru_cache(
    1 << 8
)  # a header is read when an article is and again when it is analysed, and each line from those above it
def _read_stamp_line(paragraph: str) -> StampLine | None:
    paragraph = _without_edition(paragraph)
    half = len(paragraph) // 2
    if paragraph[:half] == paragraph[half:]:
        paragraph = paragraph[:half]  # some pages print it twice, for two widths of screen
    first = PATTERNS.first_published.search(paragraph)
    is_second = first is not None and is_bare_stamp(paragraph[: first.start()])
    line = paragraph[first.start() :].rstrip(" )") if first is not None and is_second else without_update(paragraph)
    if first is not None and is_second and read_stamp(line) is None:
        line = paragraph[: first.start()].rstrip(" .(")  # "Last updated 4.10pm, 9 February 2027. First published 6am."
    found = english_stamp(line) or _told_stamp(line) or _dateline_alone(line)
    # "Autumn statement, 25 November 2026": its month is of other languages as well.
    is_event = read_stamp(paragraph) is not None and not (PATTERNS.occasions | PATTERNS.houses).isdisjoint(
        WORDS.findall(paragraph.lower())
    )
    if found is None and not is_event and (foreign := foreign_stamp(paragraph)) is not None:
        return StampLine(*foreign)
    last = _LAST_PLACE.search(paragraph)
    if found is not None and last is not None and is_place(last["place"].title()):
        return found._replace(last_place=last.span("place"))
    return found


def _without_edition(line: str) -> str:
    """A line without the edition that stands behind its date: "Tuesday, March 10, 2026 (late edition)"."""
    edition = PATTERNS.edition_behind.search(line)
    return line[: edition.start()] if edition is not None and read_stamp(line[: edition.start()]) is not None else line


def with_full_year(line: str) -> str:
    """A line with the year of its day in figures written out, where only one of the other two can be the day: "The Tamar Echo • 19/04/26"."""
    found = None if len(line) > MAX_STAMP or YEAR.search(line) else _SHORT_YEAR.search(line)
    if found is None or (int(found["one"]) > _MONTHS) == (int(found["two"]) > _MONTHS):
        return line
    return f"{line[: found.start('year')]}{_CENTURY}{line[found.start('year') :]}"


def stamped_sentence(text: str, start: int, end: int) -> tuple[StampLine, int, int] | None:
    """A sentence between others that is a label, its colon and a date, with where it stands: "Updated: March 3, 2026 08:14 IST."; None where there is none."""
    for label in PATTERNS.published.finditer(text, start, end):
        stop = text.find(". ", label.end(), end)
        stamp = read_stamp(text, label.end(), stop) if stop >= 0 else None
        is_apart = text[max(start, label.start() - 2) : label.start()] in _BETWEEN_SENTENCES
        if stamp is None or not is_apart or ":" not in label.group() or stamp.start - label.end() > _MAX_WEEKDAY:
            continue
        if is_bare_stamp(text[label.start() : stop]):
            return StampLine(stamp.iso, bool(PATTERNS.updated.match(label.group()))), label.start(), stop + 1
    return None


def without_update(line: str) -> str:
    """A line without the day of a change behind that of its publication: "Monday, March 02, 2026 - updated on March 03, 2026"."""
    stamp = read_stamp(line)
    change = PATTERNS.updated.search(line, stamp.end) if stamp is not None else None
    return line[: change.start()] if change is not None and is_bare_stamp(line[change.start() :]) else line


def _dateline_alone(line: str) -> StampLine | None:
    """What a dateline says that has a line of its own, with its agency: "HALIFAX, 3 MARCH 2026 (Wirebird) —"; None for other lines."""
    bare = AGENCY.sub("", line).rstrip(" –—:-")
    found = english_stamp(bare) if bare != line else None
    return found if found is not None and found.place_end is not None else None


def _told_stamp(line: str) -> StampLine | None:
    """What a line says that tells in words when a story appeared: "Published in The Kerr Gazette on 3 March 2026."; None for other lines."""
    stamp = read_stamp(line)
    if stamp is None or YEAR.search(line, stamp.end):
        return None
    before = line[: stamp.start]
    words = f"{before}{_DATE}{line[stamp.end :]}"
    told = PATTERNS.told.fullmatch(words)
    if told is not None and not is_place(told["where"] or ""):
        return StampLine(stamp.iso, bool(PATTERNS.updated.search(before)), weight="told")
    return StampLine(stamp.iso, is_update=False, weight="heading") if PATTERNS.headed.fullmatch(words) else None


def is_bare_stamp(words: str) -> bool:
    """True for a date or an hour with nothing but its label: "Updated 4 March 2026, 16:05"; "Of 12 claims, one was" opens a sentence."""
    stamp = read_stamp(words)
    beside = words[: stamp.start] + words[stamp.end :] if stamp is not None else _MONTH.sub("", words)
    return FIGURE.search(words) is not None and not PATTERNS.beside_stamp.sub("", PATTERNS.updated.sub("", beside))


def english_stamp(paragraph: str) -> StampLine | None:
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
    named = NAME_BEFORE.fullmatch(before) if alone is None and not rest[1] else None
    if named is not None and is_paper(named["name"]):
        return found._replace(outlet=named["name"])
    if named is not None and _is_placed(named["name"], named["region"]):
        return found._replace(place_end=named.end("name"))
    is_label = PATTERNS.published.match(paragraph) is not None
    most = _MAX_LABELLED if is_label else _MAX_REST
    is_short = len(rest[0]) + len(rest[1]) <= (most if alone is None else 0)
    is_short = is_short and not _is_told_of(before[alone.end() if alone else 0 :], is_label=is_label)
    # "The Fall of Halifax, 3 March 1998" may be a title; a weekday is told of the day of a paper.
    is_papers = named is not None and named["weekday"] is not None and not is_held(named["name"], stamp, paragraph)
    is_behind = not rest[0] and is_paper_behind(after, stamp, paragraph)
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
    words = WORDS.findall(before.lower())
    is_labelled = ":" in before and not is_label and not _is_section(before)
    is_event = not PATTERNS.no_stamps.isdisjoint(words[-1:]) or not (PATTERNS.houses | PATTERNS.occasions).isdisjoint(
        words
    )
    return is_labelled or is_event


def _is_section(side: str) -> bool:
    """True for a side of a date where nothing stands but the name of a section and what parts it from the date: "Culture & Leisure |"; "Community Weekend" is an event."""
    words = PATTERNS.beside_stamp.sub(" ", side)
    return not WORDS.search(words) or (_is_of_sections(words) and _SECTION_EDGE.search(side) is not None)


def _is_of_sections(words: str) -> bool:
    found = {*WORDS.findall(words.lower())}
    return bool(found) and found <= PATTERNS.sections


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


def _is_placed(name: str, region: str) -> bool:
    """True if what a stamp line opens with is a place: by the list of places, or in capitals with no place behind it."""
    if is_place(name) or is_place(name.title()):
        return True
    return name.isupper() and not any(is_place(part) or is_place(part.title()) for part in region.split(", ") if part)


def stamp_of_head(line: str) -> str | None:
    """The ISO date that a line in capitals ends with, as the head of a transcript does; None for other lines."""
    stamp = read_stamp(line) if line.isupper() else None
    return stamp.iso if stamp is not None and stamp.end == len(line.rstrip(" .)")) else None
