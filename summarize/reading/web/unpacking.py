"""Bodies as sent to bodies as meant, never larger than allowed: what is packed may be a thousand times as large."""

from __future__ import annotations

import zlib
from typing import Any

ENCODINGS = "gzip, deflate"
"""What we ask for. Each has its bound here; brotli and zstd would need packages of their own."""
_MAX_MEMBERS = 1000
"""Parts of a gzip body. A real one has one."""


class TooLargeError(Exception):
    """The body is larger than allowed."""


class DamagedError(Exception):
    """The body is not what its encoding says."""


class Unpacker:
    """Takes a body in pieces, and keeps its unpacked form up to a size."""

    def __init__(self, encoding: str | None, most: int) -> None:
        """Expect a body.

        Raises:
            DamagedError: the encoding is none that was asked for, or one inside another.
        """
        codings = [each.strip().lower() for each in (encoding or "").split(",")]
        codings = [each for each in codings if each not in {"", "identity"}]
        if len(codings) > 1 or not set(codings) <= {"gzip", "x-gzip", "deflate"}:
            raise DamagedError(f"is packed as {', '.join(codings)[:60]}, which is not read")
        self._coding = codings[0] if codings else ""
        self._most = most
        self._received = 0
        self._members = 0
        self._done = False
        self._body = bytearray()
        self._waiting = b""
        self._unpack: Any = None

    def add(self, data: bytes) -> None:
        """Take the next piece.

        Raises:
            TooLargeError: it is too much now.
            DamagedError: it cannot be unpacked.
        """
        self._received += len(data)
        if self._received > self._most:
            raise TooLargeError
        if not self._coding:
            self._body += data
            return
        self._waiting += data
        if self._unpack is None and len(self._waiting) < 2:
            return
        data, self._waiting = self._waiting, b""
        if self._unpack is None:
            self._unpack = zlib.decompressobj(_window(self._coding, data))
        try:
            self._add_packed(data)
        except zlib.error:
            raise DamagedError("is damaged: it cannot be unpacked") from None

    def _add_packed(self, data: bytes) -> None:
        while data and not self._done:
            self._body += self._unpack.decompress(data, self._most - len(self._body) + 1)
            if len(self._body) > self._most:
                raise TooLargeError
            if not self._unpack.eof:
                return
            data = self._unpack.unused_data
            self._next_member(data)

    def _next_member(self, data: bytes) -> None:
        """A gzip body may go on with another; what else follows is not part of it."""
        self._members += 1
        if self._members > _MAX_MEMBERS:
            raise DamagedError("is packed in too many parts")
        if self._coding == "deflate" or (data and not data.startswith(b"\x1f")):
            self._done = True
        elif data:
            self._unpack = zlib.decompressobj(_window(self._coding, data))

    @property
    def body(self) -> bytes:
        """What has been unpacked so far."""
        return bytes(self._body)

    def whole(self) -> bytes:
        """The unpacked body, all of it having been taken.

        Raises:
            DamagedError: it ends too early.
        """
        if self._coding and self._received and (self._unpack is None or not self._unpack.eof):
            raise DamagedError("broke off")
        return self.body


def _window(coding: str, data: bytes) -> int:
    """What zlib calls the form of a packed body, by its first two bytes."""
    if coding != "deflate":
        return zlib.MAX_WBITS | 16
    # Some servers send the bare stream: what stands in front of the other is a multiple of 31.
    wrapped = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS
