"""A PDF file to what is drawn on its pages, with pypdf, within bounds."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from summarize.errors import ArticleError
from summarize.installing import missing
from summarize.reading.documents.pdf.content import Drawn, Painter, PdfBudget, TooMuchError
from summarize.reading.documents.pdf.fonts import Fonts
from summarize.reading.documents.pdf.runs import TextRun

MAX_PAGES = 300
_MAX_TOKENS = 3_000_000
_MAX_TOKENS_OF_A_STREAM = 1_000_000
_MAX_RUNS = 150_000
_MAX_PAGE_ENTRIES = 10_000
_MAX_OBJECTS = 500_000
_MAX_STREAM = 30_000_000
_MAX_FIELD_LENGTH = 1_000
_LETTER = (0.0, 0.0, 612.0, 792.0)
# What pypdf says of a file of which a part is gone.
_LOSS = re.compile(r"EOF marker not found|might be truncated|not defined|Stream has ended|can not be read|Cannot find")


@dataclass(slots=True)
class PdfPage:
    """What is drawn on a page, upright."""

    number: int
    runs: list[TextRun]
    images: int


@dataclass(slots=True)
class PdfDocument:
    """What was read of a file."""

    pages: list[PdfPage] = field(default_factory=list)
    count: int = 0
    """Pages that the file has."""
    unread: list[int] = field(default_factory=list)
    """Numbers of pages that are damaged."""
    cut: bool = False
    """More is drawn than is read."""
    lossy: bool = False
    """A part of the file is gone."""
    title: str | None = None
    author: str | None = None
    language: str | None = None


def read_document(data: bytes, name: str) -> PdfDocument:
    """Read what a PDF file draws.

    Raises:
        ArticleError: it is damaged, or locked.
        ConfigurationError: a package that it needs is not installed.
    """
    try:
        import pypdf  # noqa: PLC0415 - heavy, and only for PDF files
    except ImportError as error:
        raise missing("reading a PDF needs a package more", "documents") from error
    said = _Said()
    # The bounds hold for this reading; pypdf keeps them per context.
    try:
        with _limits(), said.capture_logging():
            reader = _open(pypdf, data, name)
            document = _pages(reader, name)
            _metadata(reader, document)
    except pypdf.errors.DependencyError as error:
        raise missing(f"{name} is encrypted; reading it needs a package more", "documents") from error
    document.lossy = said.loss
    return document


def _open(pypdf: Any, data: bytes, name: str) -> Any:
    errors = damage()
    try:
        reader = pypdf.PdfReader(
            io.BytesIO(data), root_object_recovery_limit=2_000, xref_stream_maximum_entries=_MAX_OBJECTS
        )
        locked = reader.is_encrypted and not reader.decrypt("")
    except NotImplementedError as error:
        raise ArticleError(
            f"{name} is locked in a way that is not known here: save it without protection first"
        ) from error
    except errors as error:
        raise damaged_pdf_error(name) from error
    if locked:
        raise ArticleError(f"{name} is locked with a password: save it without one first")
    return reader


def _pages(reader: Any, name: str) -> PdfDocument:
    import pypdf  # noqa: PLC0415 - heavy, and only for PDF files

    errors = damage()
    document = PdfDocument()
    try:
        document.count = len(reader.pages)
    except pypdf.errors.LimitReachedError as error:
        raise ArticleError(
            f"{name} has more pages than an article: save the pages that hold it as a file first"
        ) from error
    except errors as error:
        raise damaged_pdf_error(name) from error
    fonts, budget = Fonts(), PdfBudget(_MAX_TOKENS, _MAX_RUNS)
    for index in range(min(document.count, MAX_PAGES)):
        drawn = Drawn()
        try:
            _draw(reader, index, fonts, budget, drawn)
        except TooMuchError:
            document.cut = True
            break
        except errors:
            document.unread.append(index + 1)
        document.pages.append(PdfPage(index + 1, *_visible_content(drawn)))
    if document.unread and not any(page.runs for page in document.pages):
        raise damaged_pdf_error(name)
    return document


def _draw(reader: Any, index: int, fonts: Fonts, budget: PdfBudget, drawn: Drawn) -> None:
    page = reader.pages[index]
    painter = Painter(fonts, budget, _bounds(page), drawn)
    content = page.get("/Contents")
    if content is not None:
        resources = page.get("/Resources")
        painter.run(content, resources.get_object() if resources is not None else None, reader)


def _bounds(page: Any) -> tuple[float, float, float, float]:
    """What is shown of a page: left, bottom, right, top."""
    try:
        left, bottom, right, top = (float(edge) for edge in page.cropbox)
    except damage():
        return _LETTER
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _visible_content(drawn: Drawn) -> tuple[list[TextRun], int]:
    """The runs that stand the way most do. Text without ink counts where nothing else does: it is the text layer of a scan."""
    runs = [run for run in drawn.runs if not run.hidden] or drawn.runs
    turns = [0, 0, 0, 0]
    for run in runs:
        turns[run.turned] += len(run.text)
    return [run for run in runs if run.turned == turns.index(max(turns))], drawn.images


def _metadata(reader: Any, document: PdfDocument) -> None:
    try:
        said = reader.metadata
        document.title = _field(said.get("/Title") if said else None)
        document.author = _field(said.get("/Author") if said else None)
        document.language = _field(reader.root_object.get("/Lang"))
    except damage():
        # Nothing but the text is needed.
        return


def _field(value: Any) -> str | None:
    value = value.get_object() if hasattr(value, "get_object") else value
    return value[:_MAX_FIELD_LENGTH].strip() or None if isinstance(value, str) else None


def damage() -> tuple[type[Exception], ...]:
    """What pypdf raises over a damaged file: its own errors, and those of code that meets what it did not expect."""
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - heavy, and only for PDF files

    return (
        PyPdfError, ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError, ArithmeticError,
        NotImplementedError, OSError, EOFError, StopIteration, struct.error, zlib.error,
    )  # fmt: skip


def damaged_pdf_error(name: str) -> ArticleError:
    """What to say of a file that cannot be read."""
    return ArticleError(f"{name} is no sound PDF: open it in a viewer and print it to a new PDF, or save its text")


@contextmanager
def _limits() -> Iterator[None]:
    from pypdf import apply_configuration  # noqa: PLC0415 - heavy, and only for PDF files

    with apply_configuration(
        array_based_stream_maximum_output_length=_MAX_STREAM,
        lzw_maximum_output_length=_MAX_STREAM,
        run_length_maximum_output_length=_MAX_STREAM,
        zlib_maximum_output_length=_MAX_STREAM,
        brotli_maximum_output_length=_MAX_STREAM,
        image_maximum_buffer_size=_MAX_STREAM,
        stream_decoding_work_maximum_length=2 * _MAX_STREAM,
        stream_parsing_work_maximum_count=_MAX_TOKENS_OF_A_STREAM,
        zlib_maximum_recovery_input_length=1_000_000,
        page_tree_maximum_entries=_MAX_PAGE_ENTRIES,
        page_tree_maximum_page_entries=20 * _MAX_PAGE_ENTRIES,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    ):
        yield


class _Said(logging.Handler):
    """Keeps what pypdf logs off the screen, and minds whether it speaks of loss."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.loss = False

    def emit(self, record: logging.LogRecord) -> None:
        self.loss = self.loss or bool(_LOSS.search(record.getMessage()))

    @contextmanager
    def capture_logging(self) -> Iterator[None]:
        """Hear what is logged, instead of whoever else would."""
        logger = logging.getLogger("pypdf")
        propagates, logger.propagate = logger.propagate, False
        logger.addHandler(self)
        try:
            yield
        finally:
            logger.removeHandler(self)
            logger.propagate = propagates
