"""What stands on the pages beside the text: running headers and footers, page numbers, what a browser prints around a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.languages.tables import pattern
from summarize.layout.stamped import stamp_line
from summarize.reading.documents.pdf.document import PdfPage
from summarize.reading.documents.pdf.lines import rows, text_of
from summarize.reading.documents.pdf.runs import TextRun

_EDGE = 3
"""Rows from the top and from the bottom of a page where furniture stands."""
_NUMBER = pattern("pdf.toml", "number")
_COUNTED = pattern("pdf.toml", "counted")
_PRINTED = pattern("pdf.toml", "printed")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_BESIDE = re.compile(r"\d{1,4}\s{2,}\S.*|.*\S\s{2,}\d{1,4}")
"""A running title with the page's number at one side."""
_DIGITS = re.compile(r"\d+")
_NEAR = 6.0
"""Points by which the same header may stand higher or lower on another page."""


@dataclass(slots=True)
class _Row:
    runs: list[TextRun]
    text: str
    y: float
    at_top: bool
    outermost: bool


def take_out(pages: list[PdfPage]) -> str | None:
    """Take the furniture out of the pages.

    Returns:
        The web address of the page that a browser printed, None if none did.
    """
    edges = [_edges(page) for page in pages]
    repeated = _repeated_rows(edges)
    address = None
    for index, (page, found) in enumerate(zip(pages, edges, strict=True)):
        printed = next((match for row in found if (match := _browser_line(row, page.number))), None)
        if printed:
            address = address or printed
        gone = {
            id(run)
            for row in found
            if _is_number(row)
            or (index and row.outermost and _BESIDE.fullmatch(row.text))
            or (printed and (_ADDRESS.match(row.text) or _PRINTED.fullmatch(row.text)))
            or _key(row) in repeated
            for run in row.runs
            if not (index == 0 and row.at_top and not printed and _is_dated(run, row))
        }
        gone |= _artifacts(page, is_first=index == 0)
        page.runs = [run for run in page.runs if id(run) not in gone]
    return address


def _edges(page: PdfPage) -> list[_Row]:
    found = rows(page.runs)
    count = len(found)
    return [
        _Row(row, text_of(row), row[0].y, place < count - place - 1, place in {0, count - 1})
        for place, row in enumerate(found)
        if place < _EDGE or place >= count - _EDGE
    ]


def _key(row: _Row) -> tuple[str, bool, int]:
    return _DIGITS.sub("#", row.text.casefold()), row.at_top, round(row.y / _NEAR)


def _repeated_rows(edges: list[list[_Row]]) -> set[tuple[str, bool, int]]:
    """Rows that stand at one height on two pages, and on a third of all."""
    pages: dict[tuple[str, bool, int], int] = {}
    for rows_ in edges:
        for key in {_key(row) for row in rows_}:
            pages[key] = pages.get(key, 0) + 1
    # Heights are counted in steps: a header may fall to either side of one.
    near = {key: sum(pages.get((key[0], key[1], key[2] + by), 0) for by in (-1, 0, 1)) for key in pages}
    return {key for key, count in near.items() if count >= max(2, len(edges) / 3) and key[0].strip("# ")}


def _is_number(row: _Row) -> bool:
    return bool(_COUNTED.fullmatch(row.text) or (row.outermost and _NUMBER.fullmatch(row.text)))


def _is_dated(run: TextRun, row: _Row) -> bool:
    """True for the date in a header: it is that of the issue, and nothing else may print it."""
    return stamp_line(run.text.strip()) is not None or stamp_line(row.text) is not None


def _browser_line(row: _Row, page: int) -> str | None:
    """The address in a line that a browser puts under a page, or above it."""
    match = _ADDRESS.match(row.text)
    if match is None:
        return None
    rest = row.text[match.end() :].strip()
    return match.group() if re.fullmatch(rf"(?:Page )?{page}\s*(?:/|of)\s*\d+", rest) else None


def _artifacts(page: PdfPage, *, is_first: bool) -> set[int]:
    """What its writer marks as no content. What stands at the top of the first page is kept: a letterhead is part of a release."""
    heights = [run.y for run in page.runs if not run.artifact]
    if not heights:
        return set()
    highest = max(heights)
    return {id(run) for run in page.runs if run.artifact and not (is_first and run.y > highest)}
