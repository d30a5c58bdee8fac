"""Paragraphs: from lines to the half-open ranges that hold one paragraph each, hard-wrapped or not."""

from __future__ import annotations

from itertools import pairwise

from summarize.expressions import expression

Range = tuple[int, int]

# A wrapped line ends within reach of the measure; 40 to 110 columns are what mail, wires and terminals wrap at.
_MEASURE = range(40, 111)
_LINE = expression(r"[^\n]+")


_BULLETS = "\u2023\u2219\u22c5\u25a0\u25aa\u25b6\u25b8\u25ba\u25c6\u25cf\u25e6\u2666\u26ab\u2b24"
_OTHER = expression(f"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ue000{_BULLETS}]")
_AS = (
    dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
    | dict.fromkeys(map(ord, _BULLETS), "•")
    | {0xE000: "\ufffd"}
)


def shadow(text: str) -> str:
    """`text` with every kind of space as a plain one, and every bullet as one: of the same length, so that what is found in it stands in `text` too.

    The private-use character that stands for a quotation (`evidence/frame.py`) is replaced as well.
    """
    return text.translate(_AS) if _OTHER.search(text) else text


def _stripped_lines(text: str) -> list[Range]:
    lines: list[Range] = []
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip()
        if inner:
            start = match.start() + len(line) - len(line.lstrip())
            lines.append((start, start + len(inner)))
    return lines


def _groups(text: str, lines: list[Range]) -> list[list[Range]]:
    """Lines that no blank line parts."""
    groups = [lines[:1]]
    for (_, before), (start, end) in pairwise(lines):
        if text.count("\n", before, start) == 1:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _is_wrapped(text: str, group: list[Range]) -> bool:
    """True if the line breaks of a group stand where a measure forced them, not where a paragraph ended."""
    if len(group) < 2:
        return False
    if len(group) == 2 and not text[group[1][0]].islower():
        return False  # a byline over a time stamp: two lines force nothing
    widths = [end - start for start, end in group[:-1]]
    measure = max(widths)
    if measure not in _MEASURE:
        return False
    # A forced break has no room for the next line's first word.
    forced = 0
    for (_, end), (start, next_end) in pairwise(group):
        word = text[start:next_end].split(maxsplit=1)[0]
        width = end - text.rfind("\n", 0, end) - 1
        if width + 1 + len(word) > measure - 2 or text[start].islower():
            forced += 1
    return forced >= 0.7 * len(widths)


def _unwrap(text: str, group: list[Range]) -> list[Range]:
    """The paragraphs of a wrapped group: a line well short of the measure that ends a sentence ends the paragraph."""
    measure = max(end - start for start, end in group)
    paragraphs: list[Range] = []
    start = group[0][0]
    for (line_start, end), following in zip(group, [*group[1:], None], strict=True):
        ends = following is None or (end - line_start < 0.7 * measure and text[end - 1] in ".!?\"'”’»")
        if ends:
            paragraphs.append((start, end))
            if following is not None:
                start = following[0]
    return paragraphs


def paragraphs(text: str) -> list[Range]:
    """Every paragraph of `text`, as half-open code-point ranges without surrounding white space."""
    found: list[Range] = []
    for group in _groups(text, _stripped_lines(text)):
        if _is_wrapped(text, group):
            found.extend(_unwrap(text, group))
        else:
            found.extend(group)
    return found
