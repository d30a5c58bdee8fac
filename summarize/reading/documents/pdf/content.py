"""The program that draws a page, run as far as its text goes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from summarize.reading.documents.pdf.fonts import UNKNOWN, Face, Fonts
from summarize.reading.documents.pdf.runs import IDENTITY, Matrix, TextRun, quarter_turns, times, upright

_DEEPEST = 12
_MAX_FORMS = 2_000
_MAX_SAVED = 200
_SHORT = 4
_INVISIBLE = 3


class TooMuchError(Exception):
    """The document draws more than an article does."""


@dataclass(slots=True)
class PdfBudget:
    """What may still be read of a document, in tokens of its programs, runs of text, and forms."""

    tokens: int
    runs: int
    forms: int = _MAX_FORMS

    def take(self, tokens: int) -> None:
        """Count tokens that were read.

        Raises:
            TooMuchError: none are left.
        """
        self.tokens -= tokens
        if self.tokens < 0 or self.runs < 0:
            raise TooMuchError


@dataclass(slots=True)
class Drawn:
    """What is on a page."""

    runs: list[TextRun] = field(default_factory=list)
    images: int = 0


@dataclass(slots=True)
class _State:
    ctm: Matrix = IDENTITY
    face: Face = field(default_factory=lambda: UNKNOWN)
    size: float = 12.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class _Mark:
    start: int
    artifact: bool
    actual: str | None


class Painter:
    """Runs the content of one page."""

    def __init__(self, fonts: Fonts, budget: PdfBudget, box: tuple[float, float, float, float], drawn: Drawn) -> None:
        """Prepare.

        Args:
            fonts: the document's.
            budget: the document's.
            box: what is shown of the page: left, bottom, right, top.
            drawn: what is drawn is put there, so that it stays if the content breaks off.
        """
        self.drawn = drawn
        self._fonts, self._budget, self._box = fonts, budget, box
        self._state, self._saved = _State(), list[_State]()
        self._tm: Matrix = IDENTITY
        self._tlm: Matrix = IDENTITY
        self._faces: dict[str, Face] = {}
        self._resources: Any = None
        self._marks: list[_Mark] = []
        self._depth = 0
        self._actions: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concat, b"BT": self._begin, b"Tf": self._font,
            b"Td": self._move, b"TD": self._move_leading, b"Tm": self._place, b"T*": self._next, b"Tj": self._show_one,
            b"TJ": self._show_many, b"'": self._next_show, b'"': self._spaced_show, b"Do": self._paint,
            b"BMC": self._mark, b"BDC": self._mark, b"EMC": self._unmark, b"INLINE IMAGE": self._image,
        }  # fmt: skip
        self._numbers = {
            b"Tc": "spacing", b"Tw": "word_spacing", b"TL": "leading", b"Ts": "rise",
        }  # fmt: skip

    def run(self, content: Any, resources: Any, pdf: Any) -> None:
        """Run a content stream.

        Raises:
            TooMuchError: the budget is used up.
        """
        from pypdf.generic import ContentStream  # noqa: PLC0415 - heavy, and only for PDF files

        outer = self._resources, self._faces
        self._resources, self._faces = resources, self._fonts.faces(resources)
        operations = ContentStream(content, pdf, "bytes").operations
        self._budget.take(len(operations))
        for operands, operator in operations:
            self._budget.take(len(operands))
            action = self._actions.get(operator)
            if action is not None:
                action(operands if isinstance(operands, list) else [])
            elif (name := self._numbers.get(operator)) is not None:
                setattr(self._state, name, _number(operands))
            elif operator == b"Tz":
                self._state.scale = _number(operands, 100.0) / 100
            elif operator == b"Tr":
                self._state.mode = int(_number(operands))
        self._resources, self._faces = outer

    def _save(self, _: list[Any]) -> None:
        if len(self._saved) < _MAX_SAVED:
            self._saved.append(replace(self._state))

    def _restore(self, _: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _concat(self, operands: list[Any]) -> None:
        self._state.ctm = times(_matrix(operands), self._state.ctm)

    def _begin(self, _: list[Any]) -> None:
        self._tm = self._tlm = IDENTITY

    def _font(self, operands: list[Any]) -> None:
        self._state.face = self._faces.get(str(operands[0]), UNKNOWN) if operands else UNKNOWN
        self._state.size = _number(operands[1:], 12.0)

    def _move(self, operands: list[Any]) -> None:
        self._tm = self._tlm = times((1, 0, 0, 1, _number(operands), _number(operands[1:])), self._tlm)

    def _move_leading(self, operands: list[Any]) -> None:
        self._state.leading = -_number(operands[1:])
        self._move(operands)

    def _place(self, operands: list[Any]) -> None:
        self._tm = self._tlm = _matrix(operands)

    def _next(self, _: list[Any]) -> None:
        self._move([0, -self._state.leading])

    def _show_one(self, operands: list[Any]) -> None:
        self._show(operands[:1])

    def _show_many(self, operands: list[Any]) -> None:
        if operands and isinstance(operands[0], list):
            self._budget.take(len(operands[0]))
            self._show(operands[0])

    def _next_show(self, operands: list[Any]) -> None:
        self._next([])
        self._show(operands[:1])

    def _spaced_show(self, operands: list[Any]) -> None:
        self._state.word_spacing, self._state.spacing = _number(operands), _number(operands[1:])
        self._next([])
        self._show(operands[2:3])

    def _show(self, pieces: list[Any]) -> None:
        """Draw strings with moves between them. A move as wide as half a space parts words; a wider one parts runs."""
        state = self._state
        least = 0.5 * min(max(state.face.space, 200.0), 600.0)
        text, start, end = "", self._tm, self._tm
        for piece in pieces:
            if isinstance(piece, (int, float)):
                self._advance(-float(piece) / 1000 * state.size * state.scale)
                if -float(piece) > 1000 or float(piece) > 500:
                    self._emit(text, start, end)
                    text, start, end = "", self._tm, self._tm
                elif -float(piece) >= least and text and not text.endswith(" "):
                    text += " "
                continue
            raw = piece.encode("latin-1", "replace") if isinstance(piece, str) else piece
            if not isinstance(raw, bytes):
                continue
            shown, width, codes, spaces = state.face.decode(raw)
            text += shown
            advance = width / 1000 * state.size + codes * state.spacing + spaces * state.word_spacing
            self._advance(advance * state.scale)
            end = self._tm
        self._emit(text, start, end)

    def _advance(self, by: float) -> None:
        self._tm = times((1, 0, 0, 1, by, 0), self._tm)

    def _emit(self, text: str, start: Matrix, end: Matrix) -> None:
        if not text or text.isspace():
            return
        state = self._state
        first = times((1, 0, 0, 1, 0, state.rise), times(start, state.ctm))
        last = times(end, state.ctm)
        turned = quarter_turns(first)
        size = abs(state.size) * math.hypot(first[2], first[3])
        left, bottom, right, top = self._box
        if turned is None or not 1.5 <= size <= 2000 or not all(map(math.isfinite, (*first, *last))):
            return
        if not (left - 2 <= first[4] <= right + 2 and bottom - 2 <= first[5] <= top + 2):
            return
        self._budget.runs -= 1
        x0, y = upright(first[4], first[5], turned)
        x1, _ = upright(last[4], last[5], turned)
        hidden = state.mode == _INVISIBLE
        artifact = any(mark.artifact for mark in self._marks)
        space = 0.5 * min(max(state.face.space, 200.0), 600.0) / 1000 * size
        self.drawn.runs.append(
            TextRun(text, min(x0, x1), max(x0, x1), y, size, state.face.bold, hidden, artifact, turned, space)
        )

    def _image(self, _: list[Any]) -> None:
        self.drawn.images += 1

    def _paint(self, operands: list[Any]) -> None:
        from pypdf.generic import DictionaryObject, StreamObject  # noqa: PLC0415 - heavy, and only for PDF files

        objects = self._resources.get("/XObject") if isinstance(self._resources, DictionaryObject) else None
        objects = objects.get_object() if objects is not None else None
        held = objects.get(operands[0]) if isinstance(objects, DictionaryObject) and operands else None
        held = held.get_object() if held is not None else None
        if not isinstance(held, StreamObject):
            return
        if held.get("/Subtype") == "/Image":
            self.drawn.images += 1
            return
        if held.get("/Subtype") != "/Form" or self._depth >= _DEEPEST:
            return
        self._budget.forms -= 1
        if self._budget.forms < 0:
            raise TooMuchError
        self._form(held)

    def _form(self, held: Any) -> None:
        state, saved, tm, tlm, marks = replace(self._state), self._saved, self._tm, self._tlm, len(self._marks)
        self._saved = []
        matrix = held.get("/Matrix")
        matrix = matrix.get_object() if matrix is not None else None
        self._state.ctm = times(_matrix(list(matrix)) if isinstance(matrix, list) else IDENTITY, self._state.ctm)
        own = held.get("/Resources")
        self._depth += 1
        self.run(held, own.get_object() if own is not None else self._resources, None)
        self._depth -= 1
        self._state, self._saved, self._tm, self._tlm = state, saved, tm, tlm
        del self._marks[marks:]

    def _mark(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        actual = properties.get("/ActualText")
        text = _actual_text(actual) if actual is not None else None
        if len(self._marks) < _MAX_SAVED:
            is_artifact = bool(operands) and operands[0] == "/Artifact"
            self._marks.append(_Mark(len(self.drawn.runs), is_artifact, text))

    def _unmark(self, _: list[Any]) -> None:
        """End marked content. What is said to be the text of a few letters, as of a ligature, is; of more it could be a lie."""
        if not self._marks:
            return
        mark = self._marks.pop()
        runs = self.drawn.runs[mark.start :]
        shown = "".join(run.text for run in runs)
        if mark.actual is None or not runs or len(shown) > _SHORT or len(mark.actual) > _SHORT:
            return
        runs[0].text, runs[0].x1 = mark.actual, max(run.x1 for run in runs)
        del self.drawn.runs[mark.start + 1 :]


def _number(operands: list[Any], otherwise: float = 0.0) -> float:
    return float(operands[0]) if operands and isinstance(operands[0], (int, float)) else otherwise


def _matrix(operands: list[Any]) -> Matrix:
    if len(operands) < 6 or not all(isinstance(operand, (int, float)) for operand in operands[:6]):
        return IDENTITY
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return (a, b, c, d, e, f)


def _actual_text(value: Any) -> str | None:
    if isinstance(value, bytes):
        return value[2:].decode("utf-16-be", "replace") if value[:2] == b"\xfe\xff" else value.decode("latin-1")
    return value if isinstance(value, str) else None
