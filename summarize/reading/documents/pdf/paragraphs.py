"""Lines to paragraphs, over the ends of columns and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarize.reading.documents.pdf.hyphens import DocumentWords
from summarize.reading.documents.pdf.lines import PdfLine
from summarize.reading.documents.pdf.runs import commonest

_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*(?:\s*\[?\d{1,3}\]?)?$")
_BULLET = re.compile(r"(?:[•▪◦‣●○■□➢✓*]|[-–—](?=\s))\s*\S|(?:\d{1,2}|[a-z])[.)]\s")
_ALIKE = 0.08
"""The part by which two sizes of type may differ and be the same."""
_SHORT = 0.6
_LOOK_BACK = 4


@dataclass(slots=True)
class PdfParagraph:
    """A paragraph and how it stands. Lengths are in points."""

    text: str
    size: float
    bold: bool
    page: int
    lines: list[PdfLine]
    room: float = 0.0
    """What is free after its last line."""
    indented: bool = False

    @property
    def ends(self) -> bool:
        """True if its text ends a sentence."""
        return bool(_ENDS.search(self.text))


@dataclass(slots=True)
class _Column:
    """How the lines of each size stand in a column."""

    left: dict[float, float] = field(default_factory=dict)
    right: dict[float, float] = field(default_factory=dict)
    leading: dict[float, float] = field(default_factory=dict)


def paragraphs(columns: list[list[PdfLine]], words: DocumentWords) -> list[PdfParagraph]:
    """The paragraphs of a document."""
    body = body_size([line for column in columns for line in column])
    found: list[PdfParagraph] = []
    parts = [_of_column(column, words) for column in columns]
    whole = [paragraph for part in parts for paragraph in part if len(paragraph.lines) > 1]
    indents = sum(paragraph.indented for paragraph in whole) * 3 > len(whole)
    for part in parts:
        rest = part
        if (place := _find_continuation(found, part, body, indents=indents)) is not None:
            before, after = place
            _join(found[before], part[after], words)
            rest = [*part[:after], *part[after + 1 :]]
        found += rest
    return found


def body_size(lines: list[PdfLine]) -> float:
    """The size of type that most of the text has."""
    return commonest((line.size, line.text) for line in lines)


def _of_column(lines: list[PdfLine], words: DocumentWords) -> list[PdfParagraph]:
    column = _measure_column(lines)
    found: list[PdfParagraph] = []
    for line in lines:
        if not found or _breaks(found[-1], line, column):
            indented = line.x0 - column.left[line.size] > 0.7 * line.size
            found.append(PdfParagraph(line.text, line.size, line.bold, line.page, [line], indented=indented))
        else:
            found[-1].text = words.join(found[-1].text, line.text)
            found[-1].lines.append(line)
        found[-1].room = column.right[line.size] - line.x1
    return found


def _measure_column(lines: list[PdfLine]) -> _Column:
    column = _Column()
    steps: dict[float, list[float]] = {}
    for index, line in enumerate(lines):
        column.left[line.size] = min(column.left.get(line.size, line.x0), line.x0)
        column.right[line.size] = max(column.right.get(line.size, line.x1), line.x1)
        if (
            index
            and lines[index - 1].size == line.size
            and 0.5 * line.size < lines[index - 1].y - line.y < 3.5 * line.size
        ):
            steps.setdefault(line.size, []).append(lines[index - 1].y - line.y)
    column.leading = {
        size: sorted(found)[len(found) // 3] if len(found) > 2 else 1.25 * size for size, found in steps.items()
    }
    return column


def _breaks(paragraph: PdfParagraph, line: PdfLine, column: _Column) -> bool:
    """True if a line begins another paragraph than the one above it."""
    above = paragraph.lines[-1]
    step = above.y - line.y
    if line.beside or above.beside or step < 0.3 * line.size or not alike(above.size, line.size):
        return True
    if step > 1.3 * max(column.leading.get(line.size, 0.0), 1.1 * line.size):
        return True
    ends = bool(_ENDS.search(above.text))
    if _BULLET.match(line.text) and (ends or _BULLET.match(paragraph.text) or not line.text[0].isalnum()):
        return True
    if above.bold != line.bold and not (line.text[0].islower() and not ends):
        return True
    return _is_set_off(paragraph, line, column) or _leaves_room(above, line, column, ends=ends)


def _is_set_off(paragraph: PdfParagraph, line: PdfLine, column: _Column) -> bool:
    """True if a line stands further to the right than the one above it, as first lines do, or back from a part that was set in."""
    above, left = paragraph.lines[-1], column.left[line.size]
    by = line.x0 - above.x0
    off = min(line.x0, above.x0) - left > 0.7 * line.size
    centred = off and abs((line.x0 + line.x1) - (above.x0 + above.x1)) < line.size
    if centred or _BULLET.match(paragraph.text):
        return False
    if 0.7 * line.size < by < 6 * line.size:
        return bool(_ENDS.search(above.text)) or _leaves_room(above, line, column, ends=not line.text[0].islower())
    return by < -0.7 * line.size and len(paragraph.lines) > 1


def _leaves_room(above: PdfLine, line: PdfLine, column: _Column, *, ends: bool) -> bool:
    """True if the first word of a line would have had room at the end of the line above: who breaks lines, fills them."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.x1 - line.x0) / max(1, len(line.text)) * (len(word) + 1)
    left, right = column.left[line.size], column.right[line.size]
    room = right - above.x1
    if room < width + 0.3 * line.size:
        return False
    if ends:
        return True
    return room > _SHORT * (right - left) and not line.text[0].islower() and above.text[-1] not in "-,;–—"


def _find_continuation(
    found: list[PdfParagraph], part: list[PdfParagraph], body: float, *, indents: bool
) -> tuple[int, int] | None:
    """The paragraph of what was found, and that of the next column, that are one: both of the text, with no more than captions between."""
    after = next((place for place, paragraph in enumerate(part[:2]) if alike(paragraph.size, body)), None)
    places = range(len(found) - 1, max(-1, len(found) - _LOOK_BACK), -1)
    before = next((place for place in places if alike(found[place].size, body)), None)
    if before is None or after is None:
        return None
    above, below = found[before], part[after]
    if any(other.size > (1 + _ALIKE) * body for other in [*found[before + 1 :], *part[:after]]):
        return None
    if above.bold != below.bold or _BULLET.match(below.text) or below.page - above.page > 1:
        return None
    if above.ends and not above.text.endswith(":"):
        is_one = indents and not below.indented and above.room < 0.5 * body and len(above.lines) > 1 and after == 0
    else:
        word = below.text.split(maxsplit=1)[0]
        is_one = below.text[0].islower() or above.room < 0.6 * body * (len(word) + 1) or above.text.endswith("-")
        is_one = is_one and (len(above.lines) > 1 or below.text[0].islower())
    return (before, after) if is_one else None


def _join(above: PdfParagraph, below: PdfParagraph, words: DocumentWords) -> None:
    above.text = words.join(above.text, below.text)
    above.lines += below.lines
    above.room = below.room


def alike(some: float, other: float) -> bool:
    """True for sizes of type that a reader takes for one."""
    return abs(some - other) <= _ALIKE * max(some, other)
