"""What stands before the root element of an XML document. Entities are declared there, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9._:-]{0,60}")
_SUBSET_END = re.compile(rb"\]\s*>")
_DECLARED_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prolog:
    """The beginning of a document."""

    root: str
    """Name of the root element, with its prefix, in lower case."""
    start: int
    """Where its start tag begins."""
    declares_entities: bool
    """Whether a document type stands before it that declares entities."""


def read_prolog(data: bytes) -> Prolog | None:
    """The prolog of a document in an encoding that agrees with ASCII; None if no element begins in it. Takes time by its length."""
    declares, place = False, 0
    while True:
        place = data.find(b"<", place)
        if place < 0:
            return None
        if data.startswith(b"<!--", place):
            place = _after(data, b"-->", place + 4)
        elif data.startswith(b"<?", place):
            place = _after(data, b"?>", place + 2)
        elif data[place : place + 9].upper() == b"<!DOCTYPE":
            end, subset = _doctype(data, place + 9)
            declares = declares or b"<!ENTITY" in subset.upper()
            place = end
        else:
            name = _NAME.match(data, place + 1)
            if name is not None:
                return Prolog(name.group().decode("ascii").lower(), place, declares)
            place += 1


def _after(data: bytes, end: bytes, place: int) -> int:
    found = data.find(end, place)
    return len(data) if found < 0 else found + len(end)


def _doctype(data: bytes, place: int) -> tuple[int, bytes]:
    """Where a document type ends, and its declarations. What is never closed goes on to the end."""
    close, opening = data.find(b">", place), data.find(b"[", place)
    if close < 0 or not 0 <= opening < close:
        return (len(data) if close < 0 else close + 1), b""
    end = _SUBSET_END.search(data, opening)
    return (end.end(), data[opening : end.start()]) if end else (len(data), data[opening:])


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the XML declaration names."""
    found = _DECLARED_ENCODING.search(data, 0, 400)
    return found[1].decode("ascii") if found else None
