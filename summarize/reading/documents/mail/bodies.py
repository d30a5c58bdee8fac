"""The text that a message shows: which of its parts, and as what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.errors import ArticleError
from summarize.languages.tables import pattern
from summarize.reading import markup
from summarize.reading.decoding import MAX_CHARACTERS, clean
from summarize.reading.documents.mail.parts import Part

_STUB_WORDS = 100
_STUB_PART = 3
"""How many times the words of a stub the other version has."""
_ONLINE = pattern("mail.toml", "online")
_ADDRESS = re.compile(r"[<(\[]\s*(?:https?://|mailto:)[^\s<>)\]]*\s*[>)\]]|\[(?:image|cid|bild):[^\]\n]{0,200}\]")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_URL = re.compile(r"https?://\S+")
_QUOTE = re.compile(r"(?:> ?)+")


@dataclass(frozen=True, slots=True)
class MailBody:
    """What a message shows, as one text or as a page."""

    text: str = ""
    html: str = ""
    """The page, where the text is no more than a stub beside it."""


def body_of(part: Part) -> MailBody:
    """What a message, or a part of one, shows.

    Raises:
        ArticleError: it is encrypted.
    """
    texts, pages = _texts_and_pages(part)
    text = "\n\n".join(filter(None, texts))
    page = "\n".join(filter(None, pages))
    if page and _is_stub(text, page):
        return MailBody(text, page)
    return MailBody(text)


def plain(page: str) -> str:
    """A page as text, its tags left out and nothing chosen."""
    page = re.sub(r"\s*\n\s*", " ", page)
    text = markup.words_of_html(page)
    return re.sub(r"[ \t]*\n[ \t]*", "\n", clean(text).replace("\xa0", " "))


def _texts_and_pages(part: Part) -> tuple[list[str], list[str]]:
    """The plain texts and the pages of a part, each list the whole that it can tell."""
    texts: list[str] = []
    pages: list[str] = []
    waiting = [part]
    while waiting:
        current = waiting.pop()
        if current.is_file or current.kind == "message/rfc822":
            continue
        if current.kind == "text/plain":
            texts.append(_text_of_part(current))
        elif current.kind == "text/html":
            pages.append(current.text())
        elif current.kind in {"multipart/signed", "multipart/related"}:
            waiting += current.parts[:1]
        else:
            waiting += reversed(current.parts)
    return texts, pages


def _text_of_part(part: Part) -> str:
    """The text of a part; lines that were parted for the way only, as one (RFC 3676)."""
    text = clean(part.text())
    if "BEGIN PGP SIGNED MESSAGE" in text[:400]:
        text = _without_pgp_signature(text)
    # What is too long is refused for its length, whatever its lines are.
    if part.parameters.get("format", "").lower() == "flowed" and len(text) <= MAX_CHARACTERS:
        text = _join_flowed_lines(text, keeps_space=part.parameters.get("delsp", "").lower() != "yes")
    return _ADDRESS.sub("", text)


def _join_flowed_lines(text: str, *, keeps_space: bool) -> str:
    found: list[list[str]] = []
    above = None
    for line in text.split("\n"):
        quoted = _QUOTE.match(line)
        depth = quoted.group().count(">") if quoted else 0
        rest = line[quoted.end() :] if quoted else line.removeprefix(" ")
        is_soft = rest.endswith(" ") and rest != "-- "
        piece = rest[:-1] if is_soft and not keeps_space else rest
        if above == depth and found:
            found[-1].append(piece)
        else:
            found.append(["> " * depth, piece])
        above = depth if is_soft else None
    return "\n".join("".join(pieces) for pieces in found)


def _without_pgp_signature(text: str) -> str:
    body = text.partition("BEGIN PGP SIGNED MESSAGE-----")[2].partition("\n\n")[2]
    return re.sub(r"(?m)^- (?=-)", "", body.partition("\n-----BEGIN PGP SIGNATURE")[0])


def _is_stub(text: str, page: str) -> bool:
    if not text.strip():
        return True
    words = len(_WORDS.findall(_URL.sub("", text)))
    if words > 3 * _STUB_WORDS and not _ONLINE.search(text[:400]):
        return False
    there = len(_WORDS.findall(plain(page)))
    return (words < _STUB_WORDS or bool(_ONLINE.search(text[:400]))) and there > _STUB_PART * words


def refuse_locked(parts: list[Part], name: str) -> None:
    """Refuse a message that its sender locked.

    Raises:
        ArticleError: it is encrypted, or signed in a way that hides its text.
    """
    for part in parts:
        holds_message = (
            part.kind == "text/plain" and not part.is_file and b"-----BEGIN PGP MESSAGE-----" in part.body[:4000]
        )
        if holds_message or part.kind in {"multipart/encrypted", "application/pgp-encrypted"}:
            raise ArticleError(f"{name} is encrypted with PGP: decrypt it in your mail program and save it again")
        if part.kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
            raise ArticleError(
                f"{name} is encrypted or sealed with S/MIME: open it in your mail program and save its text"
            )
