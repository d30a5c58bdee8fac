"""Runs to lines of text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from summarize.reading.documents.pdf.runs import TextRun, commonest

_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    # What some fonts call a bullet or a hyphen of their own.
    "\uf0b7": "•", "\uf0a7": "▪", "\u2010": "-", "\u2011": "-", "\x00": "",
})  # fmt: skip
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR_PART = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:/%@+-]*")
_WIDE = 2.5
"""Widths of an m, of a gap that no two words of a sentence have between them."""
_TABLE_ROWS = 3


@dataclass(slots=True)
class PdfLine:
    """A line of text. Lengths are in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int
    beside: bool = False
    """Stands in one row with the line before it, far to its right."""


def rows(runs: list[TextRun]) -> list[list[TextRun]]:
    """The runs of one column by their baselines, from the top; each row from left to right."""
    found: list[list[TextRun]] = []
    for run in sorted(runs, key=lambda run: -run.y):
        # A raised figure or a sunken one stands in the line of its neighbours.
        row = next((row for row in found[-3:] if abs(row[0].y - run.y) < 0.45 * max(row[0].size, run.size)), None)
        if row is None:
            found.append([run])
        elif run.size > row[0].size:
            row.insert(0, run)
        else:
            row.append(run)
    return [sorted(row, key=lambda run: run.x0) for row in found]


def bands(runs: list[TextRun]) -> list[list[TextRun]]:
    """The runs in strips that no run reaches over, from the top."""
    found: list[list[TextRun]] = []
    bottom = 0.0
    for run in sorted(runs, key=lambda run: -run.top):
        if found and run.top > bottom:
            found[-1].append(run)
            bottom = min(bottom, run.bottom)
        else:
            found.append([run])
            bottom = run.bottom
    return found


def lines(runs: list[TextRun], page: int) -> list[PdfLine]:
    """The lines of a column, from the top."""
    split = [_segments(row) for row in rows(runs)]
    found: list[PdfLine] = []
    for index, segments in enumerate(split):
        near = split[max(0, index - _TABLE_ROWS + 1) : index + _TABLE_ROWS]
        if len(segments) > 1 and sum(len(other) == len(segments) for other in near) >= _TABLE_ROWS:
            # A table is read in rows.
            segments = [[run for segment in segments for run in segment]]  # noqa: PLW2901
        for place, segment in enumerate(segments):
            text = text_of(segment)
            if text:
                found.append(_line(segment, text, page, beside=place > 0))
    return found


def text_of(row: list[TextRun]) -> str:
    """The text of runs that stand in one line."""
    if sum(len(_RTL.findall(run.text)) for run in row) * 2 > sum(len(run.text) for run in row):
        return _right_to_left(row)
    text = ""
    last: TextRun | None = None
    for run in row:
        if last is not None:
            if _overprints(last, run):
                continue
            gap = run.x0 - last.x1
            if gap >= min(last.space, run.space) and not text.endswith(" ") and not run.text.startswith(" "):
                text += "  " if gap > _WIDE * run.size else " "
        text += run.text
        last = run
    return tidy(text)


def tidy(text: str) -> str:
    """Characters as they are written, not as they are drawn: no ligatures, accents with their letters."""
    text = text.translate(_LIGATURES).strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _line(segment: list[TextRun], text: str, page: int, *, beside: bool) -> PdfLine:
    size = commonest((round(run.size * 4) / 4, run.text) for run in segment)
    base = next((run.y for run in segment if abs(run.size - size) < 0.3), segment[0].y)
    drawn = sum(len(run.text) for run in segment)
    bold = sum(len(run.text) for run in segment if run.bold) > 0.8 * drawn
    x0, x1 = min(run.x0 for run in segment), max(run.x1 for run in segment)
    return PdfLine(text, x0, x1, base, size, bold, page, beside)


def _segments(row: list[TextRun]) -> list[list[TextRun]]:
    found = [[row[0]]]
    for run in row[1:]:
        if run.x0 - max(other.x1 for other in found[-1][-3:]) > _WIDE * max(run.size, 8):
            found.append([run])
        else:
            found[-1].append(run)
    return found


def _overprints(last: TextRun, run: TextRun) -> bool:
    """True for a run that is drawn a second time over itself, as poor man's bold."""
    return run.text == last.text and abs(run.x0 - last.x0) < 0.2 * run.size and abs(run.y - last.y) < 0.2 * run.size


def _right_to_left(row: list[TextRun]) -> str:
    """The text of a line that runs from right to left. Its letters are drawn from left to right, so each run is turned round."""
    pieces: list[str] = []
    last: TextRun | None = None
    for run in sorted(row, key=lambda run: -run.x1):
        text = run.text
        if len(_RTL.findall(text)) > 1:
            text = _LTR_PART.sub(lambda match: match.group()[::-1], text[::-1])
        if last is not None and last.x0 - run.x1 >= min(last.space, run.space):
            pieces.append(" ")
        pieces.append(text)
        last = run
    text = "".join(pieces)
    return " ".join(unicodedata.normalize("NFKC", text).split())
