"""The order of reading: which runs of a page stand in one column, and which column comes first."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from summarize.reading.documents.pdf.lines import bands, rows, text_of
from summarize.reading.documents.pdf.runs import TextRun, median

_DEEPEST = 6
_NARROW, _WIDE = 0.65, 1.5
"""Widths of a gutter in sizes of the type: between long columns, and between short ones."""
_FEW_ROWS = 6
_MIN_ROWS = 3
_TEXT, _NOTE = 18, 6
"""Characters that half of the lines have: of running text, of a box beside it."""
_BREAK = 3.0
"""Sizes of the type, of an empty strip that ends columns."""

Gap = tuple[float, float]


@dataclass(slots=True)
class _Group:
    """Strips of a page under one another, and the gaps that go down through all of them."""

    strips: list[list[TextRun]] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    parted: bool = False
    """A strip of it stands on both sides of a gap: what the others share is more than a margin."""

    @property
    def runs(self) -> list[TextRun]:
        return [run for strip in self.strips for run in strip]


def columns(runs: list[TextRun], known: list[Gap], depth: int = 0) -> list[list[TextRun]]:
    """The runs of a page, or a part of one, by columns in the order of reading.

    Args:
        runs: the runs.
        known: gutters of the pages before, by which a column is told that ends after a line; those of this page are added.
        depth: how many columns this part stands in.
    """
    if not runs:
        return []
    size = median([run.size for run in runs])
    found: list[list[TextRun]] = []
    plain: list[TextRun] = []
    for group in _groups(runs, size):
        gutters = [gap for gap in group.gaps if depth < _DEEPEST and _is_gutter(group.runs, gap, size, known)]
        known += [gap for gap in gutters if not _is_known(gap, known)]
        if not gutters:
            plain += group.runs
            continue
        if plain:
            found.append(plain)
            plain = []
        for part in _split_at_gutters(group.runs, gutters):
            found += columns(part, known, depth + 1)
    return [*found, plain] if plain else found


def _groups(runs: list[TextRun], size: float) -> list[_Group]:
    """The page in groups of strips: each as long as a gap goes down through it."""
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    groups: list[_Group] = []
    least, bottom = _NARROW * size, 0.0
    for strip in bands(runs):
        free = _free(strip, left, right, least)
        inner = [gap for gap in free if left < gap[0] and gap[1] < right]
        last = groups[-1] if groups else None
        both = _common(last.gaps, free, least) if last else []
        parts = bool(_common(both, inner, least))
        near = bottom - max(run.top for run in strip) < _BREAK * size
        goes_on = bool(both) and (parts or not inner or (last is not None and last.parted))
        if last is not None and near and (goes_on or not (last.gaps or free)):
            last.strips.append(strip)
            last.gaps, last.parted = both, last.parted or parts
        else:
            groups.append(_Group([strip], free, bool(inner)))
        bottom = min(run.bottom for run in strip)
    return groups


def _free(strip: list[TextRun], left: float, right: float, least: float) -> list[Gap]:
    """Where nothing stands in a strip."""
    gaps: list[Gap] = []
    reached = left
    for run in sorted(strip, key=lambda run: run.x0):
        if run.x0 - reached >= least:
            gaps.append((reached, run.x0))
        reached = max(reached, run.x1)
    if right - reached >= least:
        gaps.append((reached, right))
    return gaps


def _common(some: list[Gap], others: list[Gap], least: float) -> list[Gap]:
    found = [(max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others]
    return [gap for gap in found if gap[1] - gap[0] >= least]


def _is_known(gap: Gap, known: list[Gap]) -> bool:
    return any(gap[0] <= (other[0] + other[1]) / 2 <= gap[1] for other in known)


def _is_gutter(runs: list[TextRun], gap: Gap, size: float, known: list[Gap]) -> bool:
    """True if what stands on both sides of a gap are columns: lines close under one another, of text on one side at least."""
    middle = (gap[0] + gap[1]) / 2
    sides = [[run for run in runs if run.x1 <= middle], [run for run in runs if run.x0 >= middle]]
    if not all(sides):
        return False
    if _is_known(gap, known):
        return True
    lines = [rows(side) for side in sides]
    fewest = min(map(len, lines))
    if fewest < _MIN_ROWS or (fewest < _FEW_ROWS and gap[1] - gap[0] < _WIDE * size):
        return False
    lengths = [[text_of(row) for row in side] for side in lines]
    typical = [median([float(len(text)) for text in side]) for side in lengths]
    if max(typical) < _TEXT or min(typical) < _NOTE:
        return False
    worded = all(sum(map(str.isalpha, "".join(side))) > 0.6 * len("".join(side).replace(" ", "")) for side in lengths)
    return worded and all(map(_is_close, lines))


def _is_close(lines: list[list[TextRun]]) -> bool:
    """True for lines of which half follow right under another."""
    close = sum(above[0].y - below[0].y < 1.9 * below[0].size for above, below in pairwise(lines))
    return close * 2 >= len(lines) - 1


def _split_at_gutters(runs: list[TextRun], gutters: list[Gap]) -> list[list[TextRun]]:
    edges = [(gap[0] + gap[1]) / 2 for gap in sorted(gutters)]
    parts: list[list[TextRun]] = [[] for _ in range(len(edges) + 1)]
    for run in runs:
        parts[sum(run.x0 >= edge for edge in edges)].append(run)
    return [part for part in parts if part]
