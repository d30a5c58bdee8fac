"""Addresses of pages: whether two are of the same page, and what one tells."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PREFIXES = re.compile(r"^(?:www\d?|m|mobile|amp|edition|touch|beta)\.")
_AMP = re.compile(r"(?:/amp/?|\.amp)(?=\.html?$|/?$)|(?<=/)amp/")
_NUMBER = re.compile(r"[?&]\w{1,20}=(\d{3,})(?=&|#|\Z)")
_MAX_LENGTH = 2_000


def same_address(first: str, second: str) -> bool:
    """True if two addresses differ in no more than scheme, mobile or AMP form, fragment, and a query without other numbers."""
    one, two = _parts(first), _parts(second)
    if one is None or two is None or one[1] != two[1] or (one[0] and two[0] and one[0] != two[0]):
        return False
    numbers, others = set(_NUMBER.findall(first)), set(_NUMBER.findall(second))
    return not (numbers and others) or not numbers.isdisjoint(others)


def is_front(address: str) -> bool:
    """True for the address of a front page: no path."""
    parts = _parts(address)
    return parts is not None and parts[1] in {"", "/"} and not urlsplit(address).query


def host_of(address: str | None) -> str | None:
    """The host of an address, without `www.`."""
    parts = _parts(address) if address else None
    return parts[0] if parts and parts[0] else None


def _parts(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address.strip()[:_MAX_LENGTH])
        host = parts.hostname or ""
    except ValueError:
        return None
    return _PREFIXES.sub("", host.lower()), _AMP.sub("", parts.path).rstrip("/").lower() or "/"
