"""A document's pages to its text: the one place that knows the order of the steps."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.errors import ArticleError
from summarize.reading.documents.pdf.columns import Gap, columns
from summarize.reading.documents.pdf.document import MAX_PAGES, PdfDocument
from summarize.reading.documents.pdf.furniture import take_out
from summarize.reading.documents.pdf.hyphens import DocumentWords
from summarize.reading.documents.pdf.lines import PdfLine, lines
from summarize.reading.documents.pdf.paragraphs import body_size, paragraphs
from summarize.reading.documents.pdf.runs import TextRun
from summarize.reading.documents.pdf.titles import person, take_title

MAX_CHARACTERS = 1_000_000
_MIN_LETTERS = 20
_ILLEGIBLE = 0.2
_DROPPED = 1.8
"""How much larger than the text a letter is that a paragraph opens with over several lines."""


@dataclass(frozen=True, slots=True)
class PdfStory:
    """What a PDF says, not yet an article."""

    title: str | None
    paragraphs: list[str]
    authors: tuple[str, ...]
    language: str | None
    url: str | None
    notices: list[str]


def story_of(document: PdfDocument, name: str) -> PdfStory:
    """The text of a document in the order of reading, and what the reader should be told.

    Raises:
        ArticleError: it is a scan, or its letters mean nothing.
    """
    _refuse_scan(document, name)
    address = take_out(document.pages)
    read: list[list[PdfLine]] = []
    notices = _notices(document, name)
    characters, gutters = 0, list[Gap]()
    for page in document.pages:
        _lower_initials(page.runs)
        read += [lines(column, page.number) for column in columns(page.runs, gutters)]
        characters += sum(len(run.text) for run in page.runs)
        if characters > MAX_CHARACTERS:
            notices.append(f"{name}: read to page {page.number} of {document.count}, the rest is more than an article")
            break
    every = [line for column in read for line in column]
    found = paragraphs(read, DocumentWords(line.text for line in every))
    title, rest = take_title(found, body_size(every), document.title)
    authors = person(document.author)
    return PdfStory(title, [paragraph.text for paragraph in rest], authors, document.language, address, notices)


def _refuse_scan(document: PdfDocument, name: str) -> None:
    text = "".join(run.text for page in document.pages for run in page.runs)
    letters = sum(map(str.isalpha, text))
    if letters < _MIN_LETTERS:
        if any(page.images for page in document.pages):
            raise ArticleError(
                f"{name} is a scan: pictures of pages without text; make a text layer with OCR, such as ocrmypdf, first"
            )
        raise ArticleError(f"{name} holds no text: there is nothing to read on its pages")
    strange = sum(mark == "\ufffd" or "\ue000" <= mark <= "\uf8ff" or mark < " " for mark in text)
    if strange > _ILLEGIBLE * (letters + strange):
        raise ArticleError(
            f"{name} does not tell which letters its fonts draw: make a text layer with OCR, such as ocrmypdf, first"
        )


def _notices(document: PdfDocument, name: str) -> list[str]:
    notices: list[str] = []
    scanned = [page.number for page in document.pages if page.images and not any(run.text.strip() for run in page.runs)]
    if scanned:
        notices.append(f"{name}: not read, being pictures without text: {_pages(scanned)}")
    if document.unread:
        notices.append(f"{name}: damaged, and not read in full: {_pages(document.unread)}")
    elif document.lossy:
        notices.append(f"{name}: the file is damaged, and some of it may be missing")
    if document.cut or document.count > MAX_PAGES:
        notices.append(
            f"{name}: read to page {len(document.pages)} of {document.count}, the rest is more than an article"
        )
    return notices


def _pages(numbers: list[int]) -> str:
    named = ", ".join(map(str, numbers[:8]))
    return f"page{'s' if len(numbers) > 1 else ''} {named}{f' and {len(numbers) - 8} more' if len(numbers) > 8 else ''}"


def _lower_initials(runs: list[TextRun]) -> None:
    """Put the large letter that a paragraph opens with into the line at its top, of whose first word it is the first letter."""
    for place, run in enumerate(runs):
        if len(run.text.strip()) > 2 or not run.text.strip().isalpha() or not run.text.strip().isupper():
            continue
        near = [
            other
            for other in runs[max(0, place - 40) : place + 40]
            if other.size * _DROPPED < run.size
            and -2 < other.x0 - run.x1 < 1.5 * other.size
            and run.bottom - 2 < other.y <= run.y + run.size
        ]
        if near and (line := max(near, key=lambda other: other.y)).y > run.y + 0.5 * line.size:
            run.y, run.size, run.space = line.y, line.size, line.size
            run.x1 = max(run.x0, line.x0 - 0.01)
