"""The fonts of a document: bytes of a string to characters and widths. The one place that knows pypdf's fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_MAX_FONTS = 400
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!tri)|[-,]bd", re.IGNORECASE)
_MISSING = "\ufffd"


@dataclass(slots=True)
class Face:
    """A font as far as reading needs it. Widths are in thousandths of the font's size."""

    encoding: str | dict[int, str]
    characters: dict[Any, Any]
    widths: dict[str, float]
    space: float
    bold: bool
    legible: bool
    _known: dict[str, tuple[str, float]] = field(default_factory=dict)

    def decode(self, raw: bytes) -> tuple[str, float, int, int]:
        """The characters of a shown string, its width, how many codes it has, and how many of them are the single-byte space."""
        if isinstance(self.encoding, str):
            codes, spaces = raw.decode(self.encoding, "replace"), 0
        else:
            codes, spaces = raw.decode("latin-1"), raw.count(32)
        width = 0.0
        pieces = []
        for code in codes:
            known = self._known.get(code)
            if known is None:
                known = self._known[code] = self._look_up(code)
            pieces.append(known[0])
            width += known[1]
        return "".join(pieces), width, len(codes), spaces

    def _look_up(self, code: str) -> tuple[str, float]:
        shown = code if isinstance(self.encoding, str) else self.encoding.get(ord(code), code)
        text = self.characters.get(shown, shown) if self.legible else _MISSING
        width = self.widths.get(code, self.widths.get("default", 500))
        return str(text), float(width) if isinstance(width, (int, float)) else 500.0


UNKNOWN = Face({}, {}, {"default": 500}, 250, bold=False, legible=True)


class Fonts:
    """The fonts of one document, each read once."""

    def __init__(self) -> None:
        self._read: dict[tuple[int, int], Face] = {}
        self._count = 0

    def faces(self, resources: Any) -> dict[str, Face]:
        """The fonts of a resource dictionary by name."""
        from pypdf.generic import DictionaryObject, IndirectObject  # noqa: PLC0415 - heavy, and only for PDF files

        fonts = resources.get("/Font") if isinstance(resources, DictionaryObject) else None
        fonts = fonts.get_object() if fonts is not None else None
        faces: dict[str, Face] = {}
        if not isinstance(fonts, DictionaryObject):
            return faces
        for name in fonts:
            held = fonts.raw_get(name)
            key = (held.idnum, held.generation) if isinstance(held, IndirectObject) else None
            face = self._read.get(key) if key else None
            if face is None:
                face = self._face(held.get_object())
                if key:
                    self._read[key] = face
            faces[str(name)] = face
        return faces

    def _face(self, font: Any) -> Face:
        from pypdf.errors import PyPdfError  # noqa: PLC0415 - heavy, and only for PDF files
        from pypdf.generic import DictionaryObject  # noqa: PLC0415
        from pypdf.generic._font import Font  # noqa: PLC0415 - what tells widths; pypdf has no public name for it

        self._count += 1
        if self._count > _MAX_FONTS or not isinstance(font, DictionaryObject):
            return UNKNOWN
        try:
            read = Font.from_font_resource(font)
        except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError):
            # A damaged font: its characters may still be plain.
            return UNKNOWN
        space = read.space_width if isinstance(read.space_width, (int, float)) else 250
        bold = bool(_BOLD.search(read.name)) or str(read.font_descriptor.weight) in {"600", "700", "800", "900"}
        # Numbers of glyphs that nothing maps to characters.
        bare = str(font.get("/Encoding")).startswith("/Identity") and not read.character_map
        legible = read.interpretable and not bare
        return Face(read.encoding, read.character_map, read.character_widths, float(space), bold=bold, legible=legible)
