"""Quotation marks: which runs of a paragraph stand inside them, in the styles the press uses.

Straight and curly double marks, British single marks, guillemets, low-high marks, corner brackets and the `` '' of plain-text
wires. Marks nested inside a quotation belong to its words. Each paragraph is scanned once, in time linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from msgspec import Struct, field

from summarize.evidence.paragraph_marks import PAIRED_OPEN, SENTENCE_ENDS, SINGLE_OPEN, STRAIGHT, Scanner
from summarize.evidence.vocabulary import PATTERNS
from summarize.expressions import expression

Range = tuple[int, int]

_LABEL = expression(r"[\"“](?P<who>[A-Z][A-Z.’' -]+[A-Z]):\s+(?=\S)")
"""A paragraph of a script, in marks: "WALLACE: Will he come?"."""
_GOES_ON = expression(r",[\"”]\s+\S")
"""Words of attribution behind a quotation of its own: "RULES: I hate them," said Ms Finch."""
_MIN_LABELS = 2
"""So many different labels make a script: a sign may say “WARNING: …”."""
_MAX_LABELS = 12
"""Labels that are looked for in the prose: a text may be nothing but labels."""
_PROSE_ENDS = SENTENCE_ENDS | {":"}
"""A paragraph that ends otherwise is a line, in which any word may begin with a capital."""
_READ: Final = 200
"""Code points of each end of a quotation that are read to tell whether it is a sentence."""
_BEHIND: Final = frozenset(".,!?")
"""Marks behind a quotation that close its sentence."""
_CLOSING: Final = _BEHIND | frozenset("…—-–")
"""Those in it."""


class Quoted(Struct):
    """A run inside quotation marks. Ranges are half-open, in code points of the whole text."""

    parts: list[Range]
    """The words, without the marks: one range for each paragraph the run covers."""
    outer: list[Range]
    """The same with their marks."""
    paragraph: int
    """0-based index of the content paragraph it starts in."""
    mark: str
    closed: bool = True
    last_paragraph: int = field(default=-1)
    last_mark: str = ""
    """The last character of its words: a comma promises words of attribution, a question mark allows them."""
    inset: Range | None = None
    """Words of attribution that stood among its words: French « Le feu, a dit le maire, est éteint. »"""

    @property
    def asks(self) -> bool:
        """It ends on a question or exclamation mark, after which “he asked” can still follow."""
        return self.last_mark in "?!"

    @property
    def is_open(self) -> bool:
        """It ends on a mark after which the sentence goes on."""
        return self.last_mark in ",?!—–"

    def pieces_in(self, start: int, end: int) -> list[tuple[Range, Range]]:
        """Outer and inner range of what stands within `start` and `end`; a run over a thousand paragraphs is searched, not walked."""
        low = max(0, bisect_left(self.outer, (start, start)) - 1)
        found: list[tuple[Range, Range]] = []
        for index in range(low, len(self.parts)):
            if self.outer[index][0] >= end:
                break
            if self.outer[index][1] > start:
                found.append((self.outer[index], self.parts[index]))
        return found

    @property
    def start(self) -> int:
        """First code point, the mark included."""
        return self.outer[0][0]

    @property
    def end(self) -> int:
        """One past the last code point, the mark included."""
        return self.outer[-1][1]


def quoted_runs(text: str, paragraphs: tuple[Range, ...]) -> list[Quoted]:
    """Every outermost quoted run in the content `paragraphs` of `text`, in order.

    A run whose mark is set again at the start of the next paragraph continues there.
    """
    runs: list[Quoted] = []
    pending: tuple[Quoted, str] | None = None
    doubtful = False
    labels = _labels(text, paragraphs)
    for index, (start, end) in enumerate(paragraphs):
        found, opened = Scanner(text, start, end, is_script=start in labels).scan()
        if pending is not None:
            run, mark = pending
            pending = None
            first = found[0] if found else None
            if start in labels:
                run.closed = False  # somebody else goes on
            elif first is not None and first[1][0] == start and first[2] == mark:
                _extend(run, text, first[0], first[1], index)
                found = found[1:]
                doubtful = False
            elif opened is not None and opened.at == start and opened.mark == mark and not found:
                _extend(run, text, (opened.inner, end), (opened.at, end), index)
                pending = (run, mark)
                doubtful = False
                continue
            else:
                run.closed = False
                if run.start not in labels.values() and _is_stray(text, run, mark, doubtful=doubtful):
                    runs.pop()
        for inner, outer, mark in found:
            begin = labels.get(outer[0])
            trimmed = _trim(text, inner if begin is None else (begin, inner[1]))
            if trimmed is not None:
                runs.append(Quoted([trimmed], [(begin or outer[0], outer[1])], index, mark, last_paragraph=index))
        if opened is not None:
            begin = labels.get(opened.at)
            trimmed = _trim(text, (begin or opened.inner, end))
            before = text[start : opened.at].rstrip()[-1:]
            starts_right = opened.at == start or before in {":", ","}
            # After a whole sentence a mark that never closes may be a stray one: the next paragraph tells, by taking it up again.
            doubtful = not starts_right
            if trimmed is not None and (starts_right or (before in SENTENCE_ENDS and text[trimmed[0]].isupper())):
                outer = (begin or opened.at, end)
                run = Quoted([trimmed], [outer], index, opened.mark, closed=True, last_paragraph=index)
                runs.append(run)
                pending = (run, opened.mark)
    if pending is not None:
        run, mark = pending
        run.closed = False
        if run.start not in labels.values() and _is_stray(text, run, mark, doubtful=doubtful):
            runs.pop()
    for run in runs:
        run.last_mark = text[run.parts[-1][1] - 1]
        if run.last_mark not in ",.?!" and text[run.end : run.end + 1] == ",":
            run.last_mark = ","
    return runs


def _labels(text: str, paragraphs: tuple[Range, ...]) -> dict[int, int]:
    """Of each paragraph of a script that opens on a mark and a label in capitals: where it begins, and where the words begin.

    It is a script where two labels are people whom the article names, or where somebody's turn comes again behind another's. Else the
    capitals are words of a sign or a diary: "HELP: we are on the rocks".
    """
    found = {
        start: match
        for start, end in paragraphs
        if (match := _LABEL.match(text, start, end)) is not None and _GOES_ON.search(text, start, end) is None
    }
    turns = [match["who"] for match in found.values()]
    first = {who: at for at, who in reversed([*enumerate(turns)])}
    last = {who: at for at, who in enumerate(turns)}
    if len(first) < _MIN_LABELS:
        return {}
    runs_of = [index for index, who in enumerate(turns) if index and who != turns[index - 1]]
    comes_again = any(bisect_left(runs_of, first[who] + 1) < bisect_left(runs_of, last[who]) for who in first)
    prose = [one for one in paragraphs if one[0] not in found and text[one[1] - 1 : one[1]] in _PROSE_ENDS]
    if not comes_again and not _are_named(text, prose, tuple(first)[:_MAX_LABELS]):
        return {}
    return {start: match.end() for start, match in found.items()}


def _are_named(text: str, prose: list[Range], labels: tuple[str, ...]) -> bool:
    """True if prose names two of the labels, one of them at least behind a given name or a title: "Neil Wallis", "a man known as Kingpin"."""
    named = behind = 0
    for label in labels:
        last = re.escape(label.split()[-1].title())
        full = expression(rf"\b[A-Z][\w.’'-]*\s{last}\b")
        alone = expression(rf"[a-z,]\s{last}\b")
        has_full = any(full.search(text, *one) is not None for one in prose)
        behind += has_full
        named += has_full or any(alone.search(text, *one) is not None for one in prose)
    return behind > 0 and named >= _MIN_LABELS


def _is_stray(text: str, run: Quoted, mark: str, *, doubtful: bool) -> bool:
    """True if the mark of a run that never closes was an apostrophe, or a stray mark, after all."""
    return mark in SINGLE_OPEN or doubtful or not _ends_with_words(text, run)


def _ends_with_words(text: str, run: Quoted) -> bool:
    """Cut a run that is never closed before the words that say who speaks; False if somebody else's sentences may be in it.

    "“We wish her well, the minister said. He denied it." is quoted up to the comma; of several sentences without such words none is sure.
    """
    if len(run.parts) > 1:
        return True
    [(start, end)] = run.parts
    if text[end - 1] in PAIRED_OPEN | STRAIGHT:
        return True  # a mark set the wrong way round closes it
    told = PATTERNS.told_inside.search(text, start, end)
    sentence = PATTERNS.sentence_inside.search(text, start, end)
    if told is not None and (sentence is None or told.start() < sentence.start()):
        stop = told.start() + 1
        run.parts, run.outer = [(start, stop)], [(run.outer[0][0], stop)]
        return True
    return sentence is None


def within_marks(text: str, at: int) -> bool:
    """True if a place of a text, in code points, stands inside quotation marks."""
    return any(low <= at < high for run in quoted_runs(text, ((0, len(text)),)) for low, high in run.outer)


def _extend(run: Quoted, text: str, inner: Range, outer: Range, paragraph: int) -> None:
    trimmed = _trim(text, inner)
    # "(CROSSTALK)": what stands in brackets alone is a note, which nobody says.
    if trimmed is not None and (text[trimmed[0]], text[trimmed[1] - 1]) != ("(", ")"):
        run.parts.append(trimmed)
        run.outer.append(outer)
        run.last_paragraph = paragraph


def _trim(text: str, inner: Range) -> Range | None:
    start, end = inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def is_full_sentence(text: str, run: Quoted, at_least: int = 4) -> bool:
    """True if a quoted run reads as speech of its own: `at_least` words, opening on a capital and closing on a stop."""
    first_start, first_end = run.parts[0]
    last_start, last_end = run.parts[-1]
    # Only the ends are read: a run may go on over a thousand paragraphs, and each of them asks.
    words = 0
    for start, end in run.parts[:at_least]:
        words += len(text[start : min(end, start + _READ)].split())
    opening = text[first_start : min(first_end, first_start + _READ)].lstrip("…[. ‘'\"“")[:1]
    closing = text[max(last_start, last_end - _READ) : last_end].rstrip("'’\"”)] ")[-1:]
    closed = closing in _CLOSING or text[run.end : run.end + 1] in _BEHIND
    return words >= at_least and (opening.isupper() or opening.isdigit()) and closed
