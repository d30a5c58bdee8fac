"""Quotation marks: which runs of a paragraph stand inside them, in the styles the press uses.

Straight and curly double marks, British single marks, guillemets, low-high marks, corner brackets and the `` '' of plain-text
wires. Marks nested inside a quotation belong to its words. Each paragraph is scanned once, in time linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct, field

from summarize.evidence.vocabulary import PATTERNS
from summarize.expressions import expression

Range = tuple[int, int]

_MARK = expression(r"[\"“”„‟«»‹›‘’‚'`「」『』＂″](?:(?<=')'|(?<=`)`|(?<!`))")
"""Two of "'" or of "`" are one mark; one set of characters first is found faster than three alternatives."""
_STRAIGHT = frozenset('"＂″')
# opening mark -> the marks that close it
_CLOSERS = {"“": "”“", "„": "“”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』", "``": ("''", "``", '"')}
_PAIRED_OPEN = frozenset("“„‟«‹「『") | {"``"}
_SINGLE_OPEN = frozenset("‘'‚")
_SINGLE_CLOSE = frozenset("’'‘")
_MARKS_AHEAD = 24
_SENTENCE_ENDS = frozenset('.!?…"”’»')
_OPENING_BEFORE = frozenset('([{—–-/:,;>…“"‘«：，。、（')
_HEBREW = expression(r"[\u05d0-\u05ea]")


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


class _Open(Struct):
    mark: str
    at: int
    inner: int
    depth: int = 1
    last_close: Range | None = None


def _is_unspaced(letter: str) -> bool:
    """True for a letter of a script that sets no space before a mark that opens: kana and Han."""
    return "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff"


def _can_open(text: str, at: int, end_of_mark: int, start: int, end: int) -> bool:
    before_ok = at == start or text[at - 1].isspace() or text[at - 1] in _OPENING_BEFORE
    return before_ok and end_of_mark < end and not text[end_of_mark].isspace()


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """True for a mark inside a word (don't, O'Neil)."""
    return start < at < end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _is_in_hebrew_word(text: str, mark: re.Match[str]) -> bool:
    """True for the mark of a Hebrew abbreviation, which stands between two of its letters."""
    return (
        mark.group() in _STRAIGHT
        and _HEBREW.match(text[mark.end() : mark.end() + 1]) is not None
        and _HEBREW.match(text[mark.start() - 1 : mark.start()]) is not None
    )


class _Scanner:
    """Scans one paragraph for its outermost quoted runs."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = [
            (m.start(), m.end(), m.group()) for m in _MARK.finditer(text, start, end) if not _is_in_hebrew_word(text, m)
        ]
        self.closers = [
            at for at, _, mark in self.marks
            if mark in _SINGLE_CLOSE and not _is_apostrophe(text, at, start, end) and at > start and not text[at - 1].isspace()
        ]  # fmt: skip
        # A closer after a comma, stop or question mark is no possessive.
        self.firm_closers = [at for at in self.closers if text[at - 1] in '.,?!…;:—-”"']
        straight = [at for at, _, mark in self.marks if mark in _STRAIGHT]
        self.straight_openers = [at for at in straight if _can_open(text, at, at + 1, start, end)]
        opener_set = set(self.straight_openers)
        self.straight_closers = [at for at in straight if at not in opener_set]

    def scan(self) -> tuple[list[tuple[Range, Range, str]], _Open | None]:
        """Closed runs as (inner, outer, mark), and the run still open at the paragraph's end."""
        found: list[tuple[Range, Range, str]] = []
        opened: _Open | None = None
        index = 0
        while index < len(self.marks):
            at, after, mark = self.marks[index]
            index += 1
            if opened is None:
                opened = self._open(at, after, mark)
                if opened is not None and opened.mark in _SINGLE_OPEN:
                    close = self._single_close(after)
                    if close is None:
                        lead = self.text[self.start : at].rstrip()
                        if (
                            opened.mark == "‘"
                            and (not lead or lead.endswith((":", ",")))
                            and not self._single_openers(after, self.end)
                        ):
                            break  # British marks reopened in the next paragraph
                        opened = None
                        continue
                    found.append(((after, close), (at, close + 1), opened.mark))
                    opened = None
                    while index < len(self.marks) and self.marks[index][0] <= close:
                        index += 1
            elif self._closes(opened, at, after, mark):
                found.append(((opened.inner, at), (opened.at, after), opened.mark))
                opened = None
        if opened is not None and opened.last_close is not None:
            at, after = opened.last_close
            found.append(((opened.inner, at), (opened.at, after), opened.mark))
            # What follows the last close is scanned no further: a third unbalanced mark in a paragraph tells nothing.
            opened = None
        return found, opened

    def _open(self, at: int, after: int, mark: str) -> _Open | None:
        text, start, end = self.text, self.start, self.end
        if mark in _PAIRED_OPEN:
            return _Open(mark, at, after) if after < end else None
        if mark in _STRAIGHT:
            if _can_open(text, at, after, start, end) or _is_unspaced(text[at - 1 : at]):
                return _Open(mark, at, after)
            return None
        if mark == "''" and _can_open(text, at, after, start, end):
            return _Open("``", at, after)
        if mark == "»" and _can_open(text, at, after, start, end):
            return _Open("»", at, after)  # »so set in German and Danish«
        if mark == "”" and _can_open(text, at, after, start, end) and text[after].isalpha():
            return _Open("“", at, after)  # an opening mark set the wrong way round
        if mark in _SINGLE_OPEN or (mark == "’" and _can_open(text, at, after, start, end)):
            if not _can_open(text, at, after, start, end) or PATTERNS.elision.match(text, at, min(end, at + 8)):
                return None
            if mark == "’":
                return None  # an apostrophe that stands for missing letters
            if not (text[after].isalnum() or text[after] in '“"[…$£€#@'):
                return None
            return _Open(mark, at, after)
        return None

    def _closes(self, opened: _Open, at: int, after: int, mark: str) -> bool:
        text = self.text
        if opened.mark in _STRAIGHT:
            if mark not in _STRAIGHT:
                # “ … " : some keyboards open straight and close curly.
                return mark == "”" and not _has_between(self.straight_closers, at, self.end)
            if _can_open(text, at, after, self.start, self.end) and text[at - 1] not in ",.;:?!—–-…。，、！？：":
                # A second opener: nested if two closers follow before the next opener, else the first was never closed.
                after_this = bisect_left(self.straight_openers, at + 1)
                following = self.straight_openers[after_this] if after_this < len(self.straight_openers) else self.end
                closing = bisect_left(self.straight_closers, following) - bisect_left(self.straight_closers, at)
                if closing >= 2:
                    opened.depth += 1
                    return False
                opened.at, opened.inner, opened.depth = at, after, 1
                return False
            opened.depth -= 1
            if opened.depth == 0:
                return True
            opened.last_close = (at, after)
            return False
        if opened.mark == "»":
            return mark == "«"
        closers = _CLOSERS.get(opened.mark, "”")
        if mark == opened.mark and mark in "“„":
            opened.depth += 1
            return False
        if mark in closers:
            opened.depth -= 1
            if opened.depth == 0:
                return True
            opened.last_close = (at, after)
            return False
        # “ … " : opened curly, closed straight.
        return opened.mark == "“" and mark in _STRAIGHT and opened.depth == 1 and not _has_curly_close(self, at)

    def _single_close(self, after: int) -> int | None:
        """Where the single mark opened before `after` closes: firm closers first, possessives skipped."""
        first = bisect_left(self.closers, after + 1)
        if first >= len(self.closers):
            return None
        candidate = self.closers[first]
        if self.text[candidate - 1] == "s":
            # workers' rights: a later firm closer wins, unless a sentence end or the speech verb follows right here.
            rest = self.text[candidate + 1 : candidate + 2]
            if rest.isspace() and not PATTERNS.speech_after.match(
                self.text, candidate + 1, min(self.end, candidate + 14)
            ):
                firm = bisect_left(self.firm_closers, candidate + 1)
                if (
                    firm < len(self.firm_closers)
                    and self.firm_closers[firm] - candidate < 600
                    and not any(
                        self.text[at - 1 : at].isspace()
                        for at in self._single_openers(candidate + 1, self.firm_closers[firm])
                    )
                ):
                    return self.firm_closers[firm]
        return candidate

    def _single_openers(self, low: int, high: int) -> list[int]:
        first, last = bisect_left(self.marks, (low, 0, "")), bisect_left(self.marks, (high, 0, ""))
        # A few marks ahead tell; a paragraph of ten thousand marks tells nothing.
        return [
            at for at, after, mark in self.marks[first : min(last, first + _MARKS_AHEAD)]
            if mark in _SINGLE_OPEN and _can_open(self.text, at, after, self.start, self.end)
        ]  # fmt: skip


def _has_between(positions: list[int], low: int, high: int) -> bool:
    return bisect_left(positions, low) < bisect_left(positions, high)


def _has_curly_close(scanner: _Scanner, at: int) -> bool:
    """True if a curly closing mark follows before any straight mark that would open a run."""
    first = bisect_left(scanner.marks, (at + 1, 0, ""))
    for position, _, mark in scanner.marks[first : first + 3]:
        if mark == "”":
            return True
        if mark == "“" or position - at > 400:
            return False
    return False


def quoted_runs(text: str, paragraphs: tuple[Range, ...]) -> list[Quoted]:
    """Every outermost quoted run in the content `paragraphs` of `text`, in order.

    A run whose mark is set again at the start of the next paragraph continues there.
    """
    runs: list[Quoted] = []
    pending: tuple[Quoted, str] | None = None
    doubtful = False
    for index, (start, end) in enumerate(paragraphs):
        found, opened = _Scanner(text, start, end).scan()
        if pending is not None:
            run, mark = pending
            pending = None
            first = found[0] if found else None
            if first is not None and first[1][0] == start and first[2] == mark:
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
                if mark in _SINGLE_OPEN or doubtful or not _ends_with_words(text, run):
                    runs.pop()  # it was an apostrophe, or a stray mark, after all
        for inner, outer, mark in found:
            trimmed = _trim(text, inner)
            if trimmed is not None:
                runs.append(Quoted([trimmed], [outer], index, mark, last_paragraph=index))
        if opened is not None:
            trimmed = _trim(text, (opened.inner, end))
            before = text[start : opened.at].rstrip()[-1:]
            starts_right = opened.at == start or before in {":", ","}
            # After a whole sentence a mark that never closes may be a stray one: the next paragraph tells, by taking it up again.
            doubtful = not starts_right
            if trimmed is not None and (starts_right or (before in _SENTENCE_ENDS and text[trimmed[0]].isupper())):
                run = Quoted([trimmed], [(opened.at, end)], index, opened.mark, closed=True, last_paragraph=index)
                runs.append(run)
                pending = (run, opened.mark)
    if pending is not None:
        pending[0].closed = False
        if pending[1] in _SINGLE_OPEN or doubtful or not _ends_with_words(text, pending[0]):
            runs.pop()
    for run in runs:
        run.last_mark = text[run.parts[-1][1] - 1]
        if run.last_mark not in ",.?!" and text[run.end : run.end + 1] == ",":
            run.last_mark = ","
    return runs


def _ends_with_words(text: str, run: Quoted) -> bool:
    """Cut a run that is never closed before the words that say who speaks; False if somebody else's sentences may be in it.

    "“We wish her well, the minister said. He denied it." is quoted up to the comma; of several sentences without such words none is sure.
    """
    if len(run.parts) > 1:
        return True
    start, end = run.parts[0]
    if text[end - 1] in _PAIRED_OPEN | _STRAIGHT:
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
    if trimmed is not None:
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
