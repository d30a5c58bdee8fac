"""Time zones by their letters. A name of several zones stays open: no time with it is given an offset."""

from __future__ import annotations

from typing import Final

from summarize.expressions import expression
from summarize.languages.measures import zones

_PRINTED: Final = expression(r"(?:gmt|utc?)?(?P<sign>[+-])(?P<hours>\d{1,2}?):?(?P<minutes>\d{2})?")
_FURTHEST: Final = 14
"""Hours: Kiribati."""
_HOUR: Final = 60


def zone_offset(name: str, *, in_rfc822: bool = False) -> str | None:
    """The offset of a time zone's name.

    Args:
        name: the letters, in any case.
        in_rfc822: they stand in a date of mail or a feed, whose standard gives some names (CST, PST) one meaning.

    Returns:
        "+01:00" or the like; an empty string for a name of several zones; None for what is not the name of a zone.
    """
    known, name = zones(), name.lower()
    if in_rfc822 and name in known.of_rfc822:
        return known.of_rfc822[name]
    return known.offsets.get(name, "" if name in known.open else None)


def written_offset(text: str, *, in_rfc822: bool = False) -> str | None:
    """The offset of a zone as it is printed behind a time: "Z", "+0530", "UTC+2", "GMT", "CET".

    Args:
        text: the letters and figures, in any case.
        in_rfc822: as of `zone_offset`.

    Returns:
        "+05:30" or the like; an empty string for a name of several zones; None for what is not a zone, or lies further away than any.
    """
    bare = text.replace(" ", "").lower()
    match = _PRINTED.fullmatch(bare)
    if match is None:
        return zone_offset(bare, in_rfc822=in_rfc822)
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    return f"{match['sign']}{hours:02}:{minutes:02}" if hours <= _FURTHEST and minutes < _HOUR else None


def is_word(name: str) -> bool:
    """True for a zone's name that is a word as well ("10 CAT scans"), and needs a time in full before it."""
    return name.lower() in zones().words
