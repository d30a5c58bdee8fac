"""Mails written by hand."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable

from summarize.errors import ArticleError
from summarize.reading import Reading
from summarize.reading.decoding import clean

BODY = """HAVNVIK - The harbour board voted on Tuesday to keep the northern pier open
through the winter, after a report found that its timbers were sound.

"We looked at every pile and found nothing that frightened us," said Ines
Okafor, who leads the board.

The work will cost 2.4 million crowns, which the town will pay over three
years. A public meeting is planned for 12 September in the old rope works.
"""
TITLE = "Harbour board keeps the northern pier open"
OTHER = (
    "From: Jane Holm <jane.holm@example.org>\r\nTo: desk@example.org\r\n"
    "Date: Wed, 11 Mar 2026 08:30:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0"
)


def mail(
    body: str | bytes = BODY,
    *,
    subject: str = TITLE,
    header: str = OTHER,
    kind: str = "text/plain; charset=utf-8",
    coding: str = "8bit",
) -> bytes:
    """A message of one part."""
    data = body.encode() if isinstance(body, str) else body
    if coding == "base64":
        data = base64.encodebytes(data)
    elif coding == "quoted-printable":
        data = quopri.encodestring(data)
    head = f"{header}\r\nSubject: {subject}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return head.encode() + data


def part(body: str | bytes, kind: str = "text/plain; charset=utf-8", header: str = "") -> bytes:
    """A part of a message."""
    data = body.encode() if isinstance(body, str) else body
    return f"Content-Type: {kind}\r\n{header}\r\n".encode() + data


def multipart(
    *parts: bytes, kind: str = "mixed", subject: str = TITLE, header: str = OTHER, mark: str = "=_b1"
) -> bytes:
    """A message of several parts."""
    head = f'{header}\r\nSubject: {subject}\r\nContent-Type: multipart/{kind}; boundary="{mark}"\r\n\r\npreamble\r\n'
    return head.encode() + inner(*parts, mark=mark)


def inner(*parts: bytes, mark: str = "=_b2") -> bytes:
    """Parts between the lines of a boundary."""
    return b"".join(f"--{mark}\r\n".encode() + held + b"\r\n" for held in parts) + f"--{mark}--\r\n".encode()


def page(text: str = BODY, title: str = TITLE) -> str:
    """The text as a page, with what a newsletter puts around it."""
    paragraphs = "".join(f"<p>{block}</p>" for block in text.strip().split("\n\n"))
    return (
        f"<html><head><title>{title}</title></head><body><div><a href='https://news.example/v'>View in browser</a></div>"
        f"<h1>{title}</h1>{paragraphs}<p><a href='https://news.example/u'>Unsubscribe</a></p></body></html>"
    )


def outcome(reading: Callable[[], Reading]) -> str:
    """The text that was read, or the one line of a refusal. Neither holds what `clean` would take out."""
    try:
        text = reading().article.text
    except ArticleError as error:
        text = str(error)
        if "\n" in text:
            raise
    if clean(text) != text:
        raise AssertionError(text)
    return text
