"""The header of a message or of a part of one: fields, encoded words, parameters, dates."""

from __future__ import annotations

import re
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from summarize.reading.decoding import clean
from summarize.reading.documents.mail.charsets import text_of

_MAX_FIELDS = 1_000
_MAX_LENGTH = 4_000
"""Characters of a field that are read."""
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*){0,200})(?:\n|\Z)")
_PARAMETER = re.compile(r";\s*([\w!#$&+.^`|~%'*-]{1,60})\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;]*))")
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,2}))?(\*)?")
_HALF_DAY = re.compile(r"(?i)\d\s?[ap]\.?m\b")
"""A clock of twelve hours, as programs print it; no Date field has one, and its reader would pass over the half of the day."""
_YEARS = range(1970, 2101)

Fields = dict[str, str]


def fields_of(header: bytes) -> Fields:
    """The first field of each name, unfolded, by names in small letters. Encoded words are left as they are."""
    fields: Fields = {}
    place = 0
    for _ in range(_MAX_FIELDS):
        match = _FIELD.match(header, place)
        if match is None:
            # What is no field is passed over, to the end of its line.
            end = header.find(b"\n", place)
            if end < 0:
                break
            place = end + 1
            continue
        place = match.end()
        name = match[1].decode("ascii").lower()
        if name not in fields:
            value = match[2][:_MAX_LENGTH]
            fields[name] = " ".join(text_of(value, "latin-1").split("\n")).strip()
    return fields


def decode_field(value: str | None) -> str:
    """A field's text with its encoded words decoded (RFC 2047), on one line."""
    if not value:
        return ""
    if "=?" in value:
        try:
            parts = decode_header(value[:_MAX_LENGTH])
        except (HeaderParseError, ValueError):
            parts = []
        value = "".join(text_of(part, charset) if isinstance(part, bytes) else part for part, charset in parts) or value
    return " ".join(clean(value).split())


def parameters(value: str | None) -> tuple[str, dict[str, str]]:
    """What stands before the first semicolon, in small letters, and the parameters after it (RFC 2045, RFC 2231)."""
    if not value:
        return "", {}
    found: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(value):
        name = _CONTINUED.fullmatch(match[1].lower())
        if name is not None:
            quoted = re.sub(r"\\(.)", r"\1", match[2]) if match[2] is not None else match[3]
            found.setdefault(name[1], []).append((int(name[2] or 0), bool(name[3]), quoted))
    return value.split(";", 1)[0].strip().lower(), {name: _whole(pieces) for name, pieces in found.items()}


def _whole(pieces: list[tuple[int, bool, str]]) -> str:
    pieces.sort(key=lambda piece: piece[0])
    if not any(encoded for _, encoded, _ in pieces):
        return decode_field("".join(text for _, _, text in pieces))
    charset, data = "utf-8", b""
    for number, encoded, text in pieces:
        rest = text
        if number == 0 and encoded and text.count("'") >= 2:
            charset, _, rest = text.split("'", 2)
        data += unquote_to_bytes(rest) if encoded else rest.encode("utf-8", "replace")
    return " ".join(clean(text_of(data, charset)).split())


def date_of(value: str | None) -> str | None:
    """A Date field as ISO 8601, None if it is no date."""
    if not value or len(value) > 200 or _HALF_DAY.search(value):
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.year not in _YEARS:
        return None
    # "-0000" is a time of UTC that tells of no zone. Where none stands, as in a header that was copied into a text, none is made up.
    is_utc = moment.tzinfo is None and value.rstrip().endswith("-0000")
    return (moment.replace(tzinfo=UTC) if is_utc else moment).isoformat(timespec="seconds")


def display_name(value: str | None) -> str:
    """The name before an address, "" if there is none."""
    name = decode_field((value or "").split("<", 1)[0]) if "<" in (value or "") else ""
    name = name.strip().strip("\"'").strip()
    return "" if "@" in name else name


def file_name(value: str) -> str:
    """A file's name as it may be shown: no path, no control characters, no more than fits."""
    name = "".join(mark for mark in re.split(r"[/\\]", value)[-1] if mark.isprintable()).strip()
    return name if len(name) <= 80 else f"{name[:60]}…{name[-19:]}"
