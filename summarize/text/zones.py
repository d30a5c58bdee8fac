"""Time zones by their letters. A name of several zones stays open: no time with it is given an offset."""

from __future__ import annotations

from summarize.languages.measures import zones


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


def is_word(name: str) -> bool:
    """True for a zone's name that is a word as well ("10 CAT scans"), and needs a time in full before it."""
    return name.lower() in zones().words
