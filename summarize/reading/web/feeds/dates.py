"""Dates of feeds to ISO."""

from __future__ import annotations

from summarize.layout import read_stamp
from summarize.text.moments import machine_date

_MAX_LENGTH = 100
_LATEST = 20
"""Code points before a date: what stands behind more is no date of a feed."""


def iso_date(text: str | None) -> str | None:
    """A date, or date and time, in ISO; None if there is no full date in one of the usual forms, or no such day."""
    given = " ".join((text or "").split())[:_MAX_LENGTH]
    found = machine_date(given)
    if found is not None:
        return found or None
    stamp = read_stamp(given)
    return stamp.iso if stamp is not None and stamp.start < _LATEST else None
