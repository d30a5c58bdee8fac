"""A document of any kind to the articles that it holds, or the addresses where they are."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.errors import ArticleError
from summarize.reading.decoding import decode
from summarize.reading.document import SOURCE_ERRORS, DocumentItem, Link, SourceDocument, Wanted, attempt, select_wanted
from summarize.reading.plugged import plugin_for, read_plugged
from summarize.reading.result import Reading
from summarize.reading.text import read_text, web_address


def found_in(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """What a document holds, in its order. What cannot be read is an error in its place."""
    try:
        kind = document.kind
        if kind in {"feed", "mailbox", "json", "json lines"}:
            from summarize.reading import containers  # noqa: PLC0415 - few sources are

            readers = {
                "feed": containers.of_feed, "mailbox": containers.of_mailbox, "json": containers.of_json, "json lines": containers.of_lines,
            }  # fmt: skip
            yield from readers[kind](document, wanted)
        elif kind == "table":
            from summarize.reading.tables import of_table  # noqa: PLC0415 - few sources are

            yield from of_table(document, wanted)
        elif kind == "text" and (urls := _addresses(document)):
            yield from select_wanted(enumerate((DocumentItem(url, Link(url)) for url in urls), 1), document, wanted)
        else:
            reading = attempt(lambda: _article(document, wanted), document.source, wanted.guard)
            yield from select_wanted([(1, DocumentItem(document.source, reading))], document, wanted)
    except SOURCE_ERRORS as error:
        yield DocumentItem(document.source, error)


def _article(document: SourceDocument, wanted: Wanted) -> Reading:
    kind = document.kind
    if kind == "pdf":
        from summarize.reading.documents.pdf import MAX_BYTES, read_pdf  # noqa: PLC0415 - few sources are

        # Mostly pictures and fonts.
        return read_pdf(document.stream.all(document.name, MAX_BYTES), document.source, wanted.given, url=document.url)
    data = document.stream.all(document.name)
    if kind == "text" and document.url is None and (plugin := plugin_for(document.source)) is not None:
        return read_plugged(plugin, data, document.source, wanted.given)
    match kind:
        case "html":
            from summarize.reading.page import read_page  # noqa: PLC0415 - of an extra

            return read_page(
                data, document.source, charset=document.charset, published=wanted.given, url=document.url, fetched=document.fetched,
            )  # fmt: skip
        case "mail":
            from summarize.reading.documents.mail import read_mail  # noqa: PLC0415 - few sources are

            return read_mail(data, document.source, wanted.given)
        case _:
            try:
                text, notice = _decode_text(data, document)
                reading = read_text(text, document.source, wanted.given, markdown=document.content_type in _MARKDOWN)
            except ArticleError as error:
                if document.is_called_pdf:
                    raise ArticleError(
                        f"{document.name} is no PDF, whatever it is called: get the file again"
                    ) from error
                raise
            return Reading(reading.article, (notice, *reading.notices)) if notice else reading


_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})


def _decode_text(data: bytes, document: SourceDocument) -> tuple[str, str | None]:
    """The text, as its server declares it if the bytes bear that out."""
    if document.charset is not None:
        try:
            return data.decode(document.charset), None
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, document.name)


def _addresses(document: SourceDocument) -> list[str]:
    """The addresses of a text that is a list of them, one on a line; a line that begins with # is a remark."""
    start = document.stream.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"http", b"#")):
        return []
    lines = [line.strip() for line in document.stream.all(document.name).decode("utf-8-sig", "replace").splitlines()]
    entries = [line for line in lines if line and not line.startswith("#")]
    urls = [url for line in entries if (url := web_address(line))]
    return urls if len(urls) == len(entries) else []
