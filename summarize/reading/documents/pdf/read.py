"""PDF files to articles: the part that runs in the process of the caller."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from summarize.errors import ArticleError, ConfigurationError
from summarize.layout import lay_out
from summarize.reading.decoding import clean
from summarize.reading.result import Reading, given_date, name_in_messages
from summarize.reading.text import Known, from_text, refuse_wordless, web_address, with_title_above

MAX_BYTES = 50_000_000
_SECONDS = 40
"""How long the other process may take by the clock: it is held to less processor time, but a machine may be busy."""
_START = "import json, sys; sys.path += json.loads(sys.stdin.buffer.readline()); from summarize.reading.documents.pdf import child; child.main()"
"""Run in isolated mode: neither the folder that the user works in nor `PYTHONPATH` is searched, so that a `json.py` beside a PDF stays a file."""


def read_pdf(data: bytes, source: str, published: str | None = None, *, url: str | None = None) -> Reading:
    """Read an article from the bytes of a PDF file. Equal bytes give equal texts.

    When the file was made is no publication date, so only what the text prints counts.

    Args:
        data: the file.
        source: what the card will call it.
        published: the publication date as the user gives it, ISO; overrides what the text says.
        url: where it was fetched from.

    Raises:
        ArticleError: it is damaged, locked, a scan, no article, or more work than any article.
        ConfigurationError: the packages that read PDF files are not installed.
        UsageError: `published` is no ISO date.
    """
    name = name_in_messages(source)
    given = given_date(published)
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{name} has {len(data):,} bytes; a PDF may have {MAX_BYTES:,}: save the pages that hold the article"
        )
    if b"%PDF-" not in data[:1024]:
        raise ArticleError(f"{name} is no PDF: it does not begin as one")
    story = _read_in_subprocess(data, name)
    title = story["title"]
    text = with_title_above(title, "\n\n".join(clean(paragraph) for paragraph in story["paragraphs"]))
    refuse_wordless(text, name)
    # What is printed comes before what is said of the file.
    authors = () if lay_out(text, title).authors else tuple(story["authors"])
    address = web_address(url) or web_address(story["url"])
    known = Known(title=title, authors=authors, language=story["language"], url=address)
    reading = from_text(text, source, known, given)
    return Reading(reading.article, (*story["notices"], *reading.notices))


def _read_in_subprocess(data: bytes, name: str) -> dict[str, Any]:
    """What the other process makes of a file.

    Raises:
        ArticleError: it cannot be read, or takes too much.
        ConfigurationError: a package is not installed.
    """
    if not sys.executable:
        raise ConfigurationError(
            "reading a PDF starts a process of its own, and this Python does not say where it is installed"
        )
    said = json.dumps(_import_folders()) + "\n" + json.dumps(name) + "\n"
    try:
        done = subprocess.run(  # noqa: S603 - this Python, with code of this package; the file goes in as data
            [sys.executable, "-I", "-c", _START],
            input=said.encode() + data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(name) from error
    if done.returncode == 1:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    if done.returncode or not done.stdout:
        # The system ended it.
        raise _too_much(name)
    told = json.loads(done.stdout)
    if (message := told.get("refused")) is not None:
        raise ArticleError(message)
    if (message := told.get("missing")) is not None:
        raise ConfigurationError(message)
    if told.get("too much"):
        raise _too_much(name)
    assert isinstance(told, dict)
    return told


def _import_folders() -> list[str]:
    """Where this process imports from, for the other to search last: without the current folder, unless this package is installed there."""
    here = Path.cwd()
    own = Path(__file__).resolve().parents[4]
    return [
        part
        for part in sys.path
        if isinstance(part, str) and part and (Path(part).resolve() != here.resolve() or here.resolve() == own)
    ]


def _too_much(name: str) -> ArticleError:
    return ArticleError(
        f"{name} takes more time or memory to read than an article does: save the pages that hold it, or their text"
    )
