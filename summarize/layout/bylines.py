"""Where a byline says that a story was written: it counts as its dateline where the story has none, and does not name the place itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.expressions import expression
from summarize.gazetteer import countries_of_town, country_code, given_name_gender, is_city
from summarize.languages.loader import any_of
from summarize.layout.blocks import Range
from summarize.layout.dateline import WORDS, Dateline
from summarize.layout.header import PATTERNS, only_roles

_NAME = rf"[A-Z][\w.'’\-]*(?:\s(?:[A-Z][\w.'’\-]*|{any_of(PATTERNS.name_particles)})){{0,4}}"
_BYLINE = expression(
    rf"(?P<by>(?i:{any_of(PATTERNS.byline_openers)}|{any_of(PATTERNS.byline_labels)})\s*:?\s+)?(?P<who>{_NAME})"
    rf"(?:(?P<comma>,)|\s(?:{any_of(WORDS.at_place)}))\s(?P<place>{_NAME})(?=$|,?\s?[|/•·(–—]|,\s{_NAME}$)"
)
_PART = expression(r"(?:(?<=[|•·/]\s)|(?<=^)|(?<=\n))(?P<place>[^|•·/\n]+?)(?=\s[|•·/]|$|\n)")
_MAX_LENGTH: Final = 90


def byline_place(text: str, start: int, end: int) -> Dateline | None:
    """The place of a byline, "By Ann Lee, Halifax", "Ann Lee in Halifax", as a dateline; None for other lines, and for a country or region."""
    found = _BYLINE.match(text, start, end) if end - start <= _MAX_LENGTH else None
    if found is None or " " not in found["who"] or not is_town(found["place"]):
        return None
    is_office = PATTERNS.desk.fullmatch(found["who"]) is not None or only_roles(found["who"])
    if found["comma"] and not (found["by"] or is_office) and given_name_gender(found["who"].split()[0]) is None:
        return None  # "Leeds United, Halifax"
    return Dateline(start, end, *found.span("place"))


def barred_place(text: str, start: int, end: int) -> Dateline | None:
    """The town that is all of one part of a line of names and a date, "Ann Lee | Halifax | 3 March 2026", as a dateline; None for other lines."""
    parts = [found for found in _PART.finditer(text, start, end) if is_town(found["place"])]
    return Dateline(start, end, *parts[0].span("place")) if len(parts) == 1 else None


def is_town(name: str) -> bool:
    """True for a town of lists, and not for a country or region, nor for a section of a paper that is called as a town is: "Rugby"."""
    is_listed = country_code(name) is None and (is_city(name) or bool(countries_of_town(name)))
    return is_listed and name.lower() not in PATTERNS.sections


def is_named(text: str, place: str, body: Sequence[Range]) -> bool:
    """True if a story names a place other than at the end of a body's name: "the University of Cape Coast"."""
    named = rf"\b{re.escape(place)}\b"
    within = rf"[A-Z]\w+\s(?:{any_of(PATTERNS.outlet_particles)})\s{re.escape(place)}\b"
    return any(
        len(re.findall(named, text[start:end])) > len(re.findall(within, text[start:end])) for start, end in body
    )


def noted_author(text: str, body: Sequence[Range]) -> tuple[str, Range] | None:
    """Who the first or last paragraph of an opinion says wrote it, and where it does: "Professor Ann Lee teaches history at Norham College.".

    Of somebody whom the piece names again it may be the subject that is told of.
    """
    for block in (body[0], body[-1]) if len(body) > 1 else ():
        found = PATTERNS.author_note.fullmatch(text, *block)
        if found is None:
            continue
        last = found["name"].rpartition(" ")[2]
        named = sum(len(re.findall(rf"\b{re.escape(last)}\b", text[slice(*other)])) for other in body)
        return (found["name"], block) if named == 1 else None
    return None
