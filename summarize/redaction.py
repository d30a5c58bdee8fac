"""Keys never appear in what is written: they are known by their value, and taken out of every text that leaves.

An endpoint is told the key, and may say it again: in an error, a model's name, an answer, plain or in other clothes, or in pieces. So
texts are cleaned twice: what comes from an endpoint before anything is made of it, and what is written where it is written.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

MARK: Final = "[key]"
_MIN_LENGTH = 8
"""Characters from which on a value is a secret. Local servers take any word for a key, and a word may stand in any article."""
_MAX_PIECE_LENGTH = 16
"""Characters of a key that are taken out wherever they stand together; of a short key, half of it."""


class Redaction:
    """The values that are secret, and what takes them out of texts."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._forms: dict[int, set[str]] = {}
        """By the length of the pieces that are taken out, the secrets as they may be written."""
        self._grams: dict[int, frozenset[str]] = {}

    def keep(self, secret: str | None) -> None:
        """Take a value for a secret from now on. One of fewer than eight characters is none."""
        if secret is None or len(secret) < _MIN_LENGTH or secret in self._known:
            return
        self._known.add(secret)
        for form in {cased for written in _forms(secret) for cased in (written, written.lower())}:
            piece = _piece_of(form, secret)
            self._forms.setdefault(piece, set()).add(form)
        self._grams = {piece: _grams(forms, _width(piece)) for piece, forms in self._forms.items()}

    def clean(self, text: str) -> str:
        """The text without any secret, nor a piece of one that is half of it or sixteen characters long."""
        for piece, forms in self._forms.items():
            text = _without(text, forms, self._grams[piece], piece)
        return text

    def clean_json(self, value: Any) -> Any:
        """A JSON value with all its texts cleaned, however they were escaped when it was written down."""
        if not self._forms:
            return value
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, list):
            return [self.clean_json(entry) for entry in value]
        if isinstance(value, dict):
            return {self.clean(str(name)): self.clean_json(entry) for name, entry in value.items()}
        return value

    def clean_body(self, body: bytes) -> bytes:
        """The body of an answer, cleaned: as JSON if it is that, else as text. The very same bytes if there was nothing to take out."""
        if not self._forms:
            return body
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            text = body.decode("utf-8", "surrogateescape")
            cleaned = self.clean(text)
            return body if cleaned == text else cleaned.encode("utf-8", "surrogateescape")
        found = self.clean_json(value)
        return body if found == value else json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _forms(secret: str) -> Iterable[str]:
    """A secret as it may be written.

    As it is, in one case, backwards, for addresses, JSON and HTML, as hexadecimal numbers, and as Base64 at any place of a longer text.
    """
    raw = secret.encode()
    yield from (secret, secret.upper(), secret[::-1], quote(secret, safe=""), json.dumps(secret)[1:-1])
    for pattern in ("%{:02x}", "%{:02X}", "\\u{:04x}", "\\\\u{:04x}", "\\u{:04X}", "\\x{:02x}", "&#{};", "&#x{:x};"):
        yield "".join(pattern.format(byte) for byte in raw)
    yield from (raw.hex(), raw.hex().upper())
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + raw).decode()
        # The first characters hold what stands before, the last may hold what follows.
        inner = coded[(0, 2, 3)[shift] :].rstrip("=")
        inner = inner[: -1 if (len(raw) + shift) % 3 else None]
        yield from (inner, inner.replace("+", "-").replace("/", "_"))


def _piece_of(form: str, secret: str) -> int:
    """How long a piece of a written form holds half of the secret, or sixteen characters of it."""
    of_secret = max(_MIN_LENGTH, min(_MAX_PIECE_LENGTH, len(secret) // 2))
    return max(_MIN_LENGTH, of_secret * len(form) // len(secret))


def _width(piece: int) -> int:
    return piece // 2


def _grams(forms: Iterable[str], width: int) -> frozenset[str]:
    return frozenset(form[place : place + width] for form in forms for place in range(len(form) - width + 1))


def _without(text: str, forms: set[str], grams: frozenset[str], piece: int) -> str:
    """The text without runs of at least `piece` characters that stand in one of the forms.

    Such a run holds, wherever it begins, a whole gram at one of every few places: only these are looked at.
    """
    width = _width(piece)
    step = piece - width + 1
    parts: list[str] = []
    done = place = 0
    while place <= len(text) - width:
        if text[place : place + width] in grams:
            start, end = _longest_run(text, place, width, forms, done)
            if end - start >= piece:
                parts += [text[done:start], MARK]
                done = place = end
                continue
        place += step
    return "".join([*parts, text[done:]]) if parts else text


def _longest_run(text: str, place: int, width: int, forms: set[str], after: int) -> tuple[int, int]:
    """The longest run of characters around a gram that stands in a form."""
    best = (place, place + width)
    gram = text[place : place + width]
    for form in forms:
        at = form.find(gram)
        while at >= 0:
            start, end = place, place + width
            left, right = at, at + width
            while start > after and left > 0 and text[start - 1] == form[left - 1]:
                start, left = start - 1, left - 1
            while end < len(text) and right < len(form) and text[end] == form[right]:
                end, right = end + 1, right + 1
            if end - start > best[1] - best[0]:
                best = (start, end)
            at = form.find(gram, at + 1)
    return best


SECRETS: Final = Redaction()
"""The secrets of this process: kept as soon as they are read from the environment or given to an engine."""
