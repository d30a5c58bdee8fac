"""A message taken apart: its tree of parts, within bounds."""

from __future__ import annotations

import base64
import quopri
import re
from dataclasses import dataclass, field

from summarize.errors import ArticleError
from summarize.reading.documents.mail.charsets import text_of
from summarize.reading.documents.mail.headers import Fields, fields_of, file_name, parameters

_DEEPEST = 20
_MAX_PARTS = 300
_MAX_HEADER_LENGTH = 256_000
_END_OF_HEADER = re.compile(rb"\n[ \t]*\n")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_STRANGE = 0.05
_FIELD_START = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")


@dataclass(slots=True)
class Part:
    """A part of a message, or a message."""

    fields: Fields
    body: bytes
    """As it was sent, its line ends as line feeds."""
    kind: str
    """Its type, "text/plain"."""
    parameters: dict[str, str]
    disposition: str
    name: str
    """The file's, "" if it is none."""
    parts: list[Part] = field(default_factory=list)
    """Of a multipart its parts; of a message/rfc822 that message."""

    @property
    def is_file(self) -> bool:
        """True for what is attached, not shown."""
        return self.disposition == "attachment" or (
            bool(self.name) and not self.kind.startswith(("multipart/", "message/"))
        )

    def data(self) -> bytes:
        """The bytes that were sent."""
        encoding = self.fields.get("content-transfer-encoding", "").strip().lower()
        if encoding == "base64":
            return _base64(self.body)
        return quopri.decodestring(self.body) if encoding == "quoted-printable" else self.body

    def text(self) -> str:
        """The text of a part that is text."""
        return text_of(self.data(), self.parameters.get("charset"))

    def size(self) -> int:
        """Bytes of the file, nearly."""
        is_base64 = self.fields.get("content-transfer-encoding", "").strip().lower() == "base64"
        return len(self.body) * 3 // 4 if is_base64 else len(self.body)


def take_apart(data: bytes, name: str) -> Part:
    """The tree of a message.

    Raises:
        ArticleError: it is no message, or has more parts, or deeper ones, than a mail.
    """
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\n")
    if data.startswith((b"From ", b">From ")):
        # The first line of a message in a mailbox.
        data = data.partition(b"\n")[2]
    if not _FIELD_START.match(data):
        raise ArticleError(f"{name} is no mail: it does not begin with the header of a message")
    whole = _part(data, "text/plain")
    open_parts = [(whole, 1)]
    count = 1
    while open_parts:
        part, depth = open_parts.pop()
        inner = _inner(part)
        count += len(inner)
        if inner and (depth > _DEEPEST or count > _MAX_PARTS):
            raise ArticleError(f"{name} has more parts in one another than any mail: save the article's text instead")
        part.parts = inner
        open_parts += [(held, depth + 1) for held in inner]
    return whole


def walk(part: Part) -> list[Part]:
    """A part and all parts in it, in their order."""
    found: list[Part] = []
    waiting = [part]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting += reversed(current.parts)
    return found


def _inner(part: Part) -> list[Part]:
    if part.kind == "message/rfc822":
        data = part.data().lstrip(b"\n")
        return [_part(data, "text/plain")] if _FIELD_START.match(data) else []
    boundary = part.parameters.get("boundary", "")
    if not part.kind.startswith("multipart/") or not boundary:
        return []
    otherwise = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    return [_part(data, otherwise) for data in _between(part.body, boundary)]


def _between(body: bytes, boundary: str) -> list[bytes]:
    """What stands between the lines of a boundary. A last part that nothing ends is taken to the end."""
    mark = re.escape(b"--" + boundary.encode("utf-8", "replace")[:200])
    found: list[bytes] = []
    start = -1
    for match in re.finditer(rb"(?:\A|\n)" + mark + rb"(--)?[ \t]*(?=\n|\Z)", body):
        if start >= 0:
            found.append(body[start : match.start()])
        start = -1 if match[1] else min(match.end() + 1, len(body))
        if match[1] or len(found) > _MAX_PARTS:
            break
    if start >= 0:
        found.append(body[start:])
    return found


def _part(data: bytes, otherwise: str) -> Part:
    if data.startswith(b"\n"):
        header, body = b"", data[1:]
    else:
        end = _END_OF_HEADER.search(data)
        header, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    fields = fields_of(header[:_MAX_HEADER_LENGTH])
    kind, said = parameters(fields.get("content-type"))
    disposition, of_file = parameters(fields.get("content-disposition"))
    name = file_name(of_file.get("filename") or said.get("name") or "")
    if not re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", kind):
        kind = otherwise
    return Part(fields, body, kind, said, disposition, name)


def _base64(body: bytes) -> bytes:
    """What base64 stands for, whatever stands between its characters; bytes that are none are taken as they are."""
    sound = _NO_BASE64.sub(b"", body)
    others = len(body) - len(sound) - body.count(b"\n") - body.count(b"=")
    if others > _STRANGE * len(body):
        return body
    sound = sound[:-1] if len(sound) % 4 == 1 else sound
    return base64.b64decode(sound + b"=" * (-len(sound) % 4))
