"""HTTP/1.1 as bytes: reading requests out of what has arrived, writing the heads of answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_LONGEST_HEAD = 1 << 16
_LONGEST_LINE = 1 << 10
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


def phrase(status: int) -> str:
    """The words that go with a status."""
    return _PHRASES.get(status, "Unknown")


class MalformedError(ValueError):
    """What has arrived is no HTTP/1.1 request."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request."""

    method: str
    path: str
    """Without the query."""
    query: str
    headers: Mapping[str, str]
    """By lower-case name."""
    keep_alive: bool
    size: int
    """Bytes of the head itself, its empty line included."""
    length: int | None
    """Bytes of the body; None if it comes in chunks."""


def read_head(data: bytearray) -> Head | None:
    """The head that `data` begins with; None if it has not arrived whole.

    Raises:
        MalformedError: `data` cannot begin a request.
    """
    end = data.find(b"\r\n\r\n")
    if end < 0:
        if len(data) > _LONGEST_HEAD:
            raise MalformedError("the head is too long")
        return None
    first, *lines = data[:end].decode("latin-1").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise MalformedError("no HTTP/1.1 request line")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    wants = headers.get("connection", "").lower()
    keep_alive = wants == "keep-alive" if parts[2] == "HTTP/1.0" else wants != "close"
    path, _, query = parts[1].partition("?")
    return Head(parts[0], path, query, headers, keep_alive, end + 4, _length(headers))


def _length(headers: Mapping[str, str]) -> int | None:
    if "transfer-encoding" in headers:
        if headers["transfer-encoding"].lower() != "chunked":
            raise MalformedError("no transfer encoding but chunked is known")
        return None
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        raise MalformedError("the content length is no number")
    return int(length)


def read_body(data: bytearray, head: Head) -> tuple[bytes, int] | None:
    """The body that follows `head` in `data`, and where it ends there; None if it has not arrived whole.

    Raises:
        MalformedError: the body comes in chunks that are none.
    """
    if head.length is None:
        return _read_chunks(data, head.size)
    end = head.size + head.length
    return (bytes(data[head.size : end]), end) if len(data) >= end else None


def _read_chunks(data: bytearray, place: int) -> tuple[bytes, int] | None:
    chunks: list[bytes] = []
    while True:
        line = _line(data, place)
        if line is None:
            return None
        text, place = line
        size = _chunk_size(text)
        if size == 0:
            return _after_trailers(b"".join(chunks), data, place)
        if len(data) < place + size + 2:
            return None
        if data[place + size : place + size + 2] != b"\r\n":
            raise MalformedError("a chunk is longer than it says")
        chunks.append(bytes(data[place : place + size]))
        place += size + 2


def _after_trailers(body: bytes, data: bytearray, place: int) -> tuple[bytes, int] | None:
    while True:
        line = _line(data, place)
        if line is None:
            return None
        text, place = line
        if not text:
            return body, place


def _line(data: bytearray, place: int) -> tuple[bytes, int] | None:
    end = data.find(b"\r\n", place)
    if end < 0:
        if len(data) - place > _LONGEST_LINE:
            raise MalformedError("a line of the chunked body is too long")
        return None
    return bytes(data[place:end]), end + 2


def _chunk_size(line: bytes) -> int:
    digits = line.partition(b";")[0].strip()
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        raise MalformedError("the size of a chunk is no number")
    return int(digits, 16)


def head_of(status: int, headers: Mapping[str, str], length: int | None, *, close: bool) -> bytes:
    """The head of an answer.

    Args:
        status: its status.
        headers: its headers, without those that say how the body is delimited.
        length: bytes of the body; None if it comes in chunks.
        close: whether the connection ends with it.
    """
    lines = [f"HTTP/1.1 {status} {phrase(status)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines.append("transfer-encoding: chunked" if length is None else f"content-length: {length}")
    if close:
        lines.append("connection: close")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def chunk_of(data: bytes) -> bytes:
    """A chunk of a chunked body."""
    return b"%x\r\n%b\r\n" % (len(data), data)
