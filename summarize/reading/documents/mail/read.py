"""Mails to articles: the one place that knows the order of the steps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.errors import ArticleError
from summarize.languages.tables import pattern
from summarize.reading.decoding import MAX_BYTES, clean
from summarize.reading.documents.mail.bodies import MailBody, body_of, plain, refuse_locked
from summarize.reading.documents.mail.forwards import innermost, is_forward, without_prefixes
from summarize.reading.documents.mail.headers import date_of, decode_field, display_name
from summarize.reading.documents.mail.parts import Part, take_apart, walk
from summarize.reading.documents.mail.trimming import remark, without_mail_footers
from summarize.reading.result import Reading, given_date, name_in_messages
from summarize.reading.text import Known, from_text, refuse_long, refuse_wordless, with_title_above

_MAX_NAMED = 10
_OUTLET = pattern("mail.toml", "outlet")
_MAX_NOTE_LENGTH = 200
_VIA = re.compile(r"(?i)^.{2,60}?\s(?:via|from|at|von|bei)\s+(.{2,80})$")
_ON_BEHALF = pattern("mail.toml", "on_behalf")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}")
_OF_LISTS = frozenset({"list-id", "list-unsubscribe", "list-post"})


@dataclass(frozen=True, slots=True)
class _Mail:
    """What is taken of a message."""

    subject: str
    sender: str
    """The outlet that sent it, "" where a person did."""
    person: str
    date: str | None
    text: str
    note: str = ""


def read_mail(data: bytes, source: str, published: str | None = None) -> Reading:
    """Read an article from the bytes of one message. Of a message that forwards another, that is the article. Attachments are named, never opened.

    Args:
        data: the message.
        source: what the card will call it.
        published: the publication date as the user gives it, ISO; overrides that of the message.

    Raises:
        ArticleError: it is no message, locked, too long, or holds no article.
        ConfigurationError: its text is a page, and the packages that read pages are not installed.
        UsageError: `published` is no ISO date.
    """
    name = name_in_messages(source)
    given = given_date(published)
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{name} has {len(data):,} bytes; a mail may have {MAX_BYTES:,}: save it without its attachments"
        )
    whole = take_apart(data, name)
    parts = walk(whole)
    attached = [part for part in parts if part.kind == "message/rfc822" and part.parts]
    message = attached[0].parts[0] if attached and whole.kind != "multipart/digest" else whole
    files = _files(parts, attached[1:] if message is not whole else attached)
    refuse_locked(walk(message), name)
    mail = _mail(message, source, name)
    note = " ".join(" ".join(filter(None, [remark(_note(whole)) if message is not whole else "", mail.note])).split())
    text = clean(with_title_above(mail.subject or None, mail.text)).strip()
    try:
        refuse_wordless(text, name)
    except ArticleError as error:
        if files:
            raise ArticleError(
                f"{name} holds no article; what it carries is not opened, save it and read that: {files[0]}"
            ) from error
        raise
    known = Known(
        title=mail.subject or None, publisher=mail.sender or None, sender=mail.person or None, published=mail.date
    )
    reading = from_text(text, source, known, given)
    # What the forwarder says is not the article's, and nothing may rest on it.
    cover = [f"{name}: the forwarder's own words are left out: “{_shorten_note(note)}”"] if note else []
    return Reading(reading.article, (*cover, *_notices(files, name), *reading.notices))


def _shorten_note(note: str) -> str:
    return note if len(note) <= _MAX_NOTE_LENGTH else note[: _MAX_NOTE_LENGTH - 1].rstrip() + "…"


def _mail(message: Part, source: str, name: str) -> _Mail:
    """The message, or the one that is forwarded in its text."""
    subject = decode_field(message.fields.get("subject"))
    body = body_of(message)
    # A forward that is a page alone has its header within the page.
    refuse_long(len(body.text), name)
    whole = f"{body.text}\n\n{plain(body.html)}" if body.html else body.text
    found = innermost(whole, subject)
    if found is not None:
        from summarize.reading.page.stated.dates import written_date  # noqa: PLC0415 - with it comes all that reads pages

        date = date_of(found.date) or written_date(found.date, day_first=True)
        name = _ON_BEHALF.split(found.sender)[-1].split("<")[0].strip(" \"'*")
        sender = _outlet(name, is_list=False)
        title = without_prefixes(decode_field(found.subject)) or without_prefixes(subject)
        return _Mail(
            title,
            sender,
            "" if sender else _person(name),
            date,
            _story(without_mail_footers(found.text), found.subject),
            remark(found.above),
        )
    is_list = bool(_OF_LISTS & set(message.fields))
    name = "" if is_forward(subject) else display_name(message.fields.get("from"))
    sender, title = _outlet(name, is_list=is_list), without_prefixes(subject)
    return _Mail(
        title,
        sender,
        "" if sender else _person(name),
        date_of(message.fields.get("date")),
        _text_of_body(body, title, source),
    )


def _text_of_body(body: MailBody, title: str, source: str) -> str:
    if not body.html:
        return without_mail_footers(body.text)
    # Needs packages, so it is not imported before a page is to be read.
    from summarize.reading.page import read_page  # noqa: PLC0415

    try:
        text = read_page(body.html.encode("utf-8", "replace"), source, charset="utf-8").article.text
    except ArticleError:
        text = body.text if body.text.strip() else plain(body.html)
    return _story(without_mail_footers(text), title)


def _story(text: str, title: str) -> str:
    """A text that does not begin with its title: that is put above it."""
    first, _, rest = text.partition("\n\n")
    is_title = bool(title) and " ".join(first.split()).casefold() == title.casefold()
    return rest if is_title and rest.strip() else text


def _note(whole: Part) -> str:
    body = body_of(whole)
    return body.text if body.text.strip() else plain(body.html)


def _outlet(name: str, *, is_list: bool) -> str:
    """The name of a sender who publishes, "" for a person."""
    name = name.strip("\"' ")
    if (match := _VIA.match(name)) is not None:
        return match[1].strip("\"' ")
    return name if name and "@" not in name and (is_list or _OUTLET.search(name)) else ""


def _person(name: str) -> str:
    """The name of a sender that is a person's, in two words or more; "" of others."""
    return name if _NAME.fullmatch(name) else ""


def _files(parts: list[Part], messages: list[Part]) -> list[str]:
    """What is carried and not opened, in words."""
    found: list[str] = []
    for part in parts:
        is_picture = part.kind.startswith("image/") and part.disposition != "attachment"
        is_other = not part.kind.startswith(("text/", "multipart/", "message/", "image/"))
        is_sign = part.kind in {
            "application/pgp-signature",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
        }
        wanted = part.is_file or is_other or part in messages
        if wanted and not is_picture and not is_sign and not (part.kind == "message/rfc822" and part not in messages):
            found.append(f"{part.name or 'a part without a name'} ({part.kind}, {_size(part.size())})")
    return found


def _size(count: int) -> str:
    return (
        f"{count} bytes"
        if count < 1000
        else f"{count / 1000:.0f} kB"
        if count < 1_000_000
        else f"{count / 1_000_000:.1f} MB"
    )


def _notices(files: list[str], name: str) -> list[str]:
    if not files:
        return []
    more = len(files) - _MAX_NAMED
    return [f"{name}: not opened: {', '.join(files[:_MAX_NAMED])}{f' and {more} more' if more > 0 else ''}"]
