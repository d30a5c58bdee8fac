"""PDF files written by hand: lines of text at places, and the objects that hold them."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Sequence

Line = tuple[float, float, float, str, str]
"""x, y, size, font, text."""

SENTENCES = (
    "The harbour board voted on Tuesday to keep the northern pier open through the winter.",
    "A report had found that the timbers were sound and would bear another ten years of storms.",
    "“We looked at every pile and found nothing that frightened us,” said Ines Okafor, who leads the board.",
    "Fishing crews had asked for the vote in January, when a storm closed the southern quay for nine days.",
    "The work will cost 2.4 million crowns, which the town will pay over three years.",
    "Opponents said that the money would be better spent on housing near the market.",
    "A second vote, on the lamps at the harbour mouth, was put off because two members were away.",
    "The engineers of the board will report again in the autumn.",
)


def paragraph(number: int) -> str:
    """Four sentences, other ones for each number."""
    return " ".join(SENTENCES[(number * 3 + place) % len(SENTENCES)] for place in range(4))


def pdf(*pages: Sequence[Line], info: str = "", catalog: str = "", raw: Sequence[str] = ()) -> bytes:
    """A file of pages of lines. `raw` are contents put before those of the lines."""
    contents = ["\n".join(map(_shown, page)) for page in pages]
    for place, extra in enumerate(raw):
        contents[place] = f"{extra}\n{contents[place]}"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{9 + 2 * n} 0 R' for n in range(len(pages)))}]>>".encode(),
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()
            for name in ("Helvetica", "Helvetica-Bold", "Times-Roman", "Courier")
        ),
        f"<<{info}>>".encode(),
        stream(b"\0" * 12, "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8"),
    ]
    resources = "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R>>/XObject<</Im 8 0 R>>>>"
    for place, content in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}/Contents {10 + 2 * place} 0 R>>".encode()
        )
        objects.append(stream(zlib.compress(content.encode("cp1252", "replace")), "/Filter/FlateDecode"))
    return assembled(objects, "/Info 7 0 R" if info else "")


def assembled(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Objects, numbered from 1, as a file; the first is the catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + held + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer <</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def column(
    text: str, x: float, y: float, *, width: int = 40, size: float = 10, font: str = "F4", indent: int = 2
) -> list[Line]:
    """A paragraph from `y` downwards, in lines of `width` characters."""
    lines = textwrap.wrap(" " * indent + text, width, drop_whitespace=True, break_on_hyphens=False)
    first = x + indent * 0.6 * size
    return [
        (first if place == 0 else x, y - place * 1.2 * size, size, font, line.strip())
        for place, line in enumerate(lines)
    ]


def flow(texts: Sequence[str], x: float, y: float, *, width: int = 40) -> list[Line]:
    """Paragraphs under one another."""
    found: list[Line] = []
    for text in texts:
        found += column(text, x, (found[-1][1] - 12) if found else y, width=width)
    return found


def moved(lines: Sequence[Line], by: float) -> list[Line]:
    """Lines that stand higher by so many points."""
    return [(x, y + by, size, font, text) for x, y, size, font, text in lines]


def _shown(line: Line) -> str:
    x, y, size, font, text = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({escaped}) Tj ET"
