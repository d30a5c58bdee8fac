"""The outermost quoted runs of one paragraph: its marks are read once, from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from summarize.evidence.vocabulary import PATTERNS
from summarize.expressions import expression

Range = tuple[int, int]

_MARK = expression(r"[\"“”„‟«»‹›‘’‚'`「」『』＂″](?:(?<=')'|(?<=`)`|(?<!`))")
"""Two of "'" or of "`" are one mark; one set of characters first is found faster than three alternatives."""
STRAIGHT = frozenset('"＂″')
# opening mark -> the marks that close it
_CLOSERS = {"“": "”“", "„": "“”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』", "``": ("''", "``", '"')}
PAIRED_OPEN = frozenset("“„‟«‹「『") | {"``"}
SINGLE_OPEN = frozenset("‘'‚")
_SINGLE_CLOSE = frozenset("’'‘")
_MARKS_AHEAD = 24
SENTENCE_ENDS = frozenset('.!?…"”’»')
_OPENING_BEFORE = frozenset('([{—–-/:,;>…“"‘«：，。、（')
_HEBREW = expression(r"[\u05d0-\u05ea]")


class OpenRun(Struct):
    """A run that is open where the scanner stands. Positions are code points of the whole text."""

    mark: str
    at: int
    """Where its mark stands."""
    inner: int
    """Where its words begin."""
    depth: int = 1
    """How many marks of its kind are open: its own and those set again among its words."""
    within: int = 0
    """How many curly marks are open among the words of a script's run with straight ones."""
    last_close: Range | None = None
    """Start and end of the last mark that may have been its closing one."""


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
        mark.group() in STRAIGHT
        and _HEBREW.match(text[mark.end() : mark.end() + 1]) is not None
        and _HEBREW.match(text[mark.start() - 1 : mark.start()]) is not None
    )


class Scanner:
    """Scans one paragraph for its outermost quoted runs.

    Args:
        text: the article's text.
        start: where the paragraph begins.
        end: where it ends.
        is_script: it is all somebody's words, behind his label.
    """

    def __init__(self, text: str, start: int, end: int, *, is_script: bool = False) -> None:
        self.text, self.start, self.end, self.is_script = text, start, end, is_script
        self.marks = [
            (m.start(), m.end(), m.group()) for m in _MARK.finditer(text, start, end) if not _is_in_hebrew_word(text, m)
        ]
        self.closers = [
            at for at, _, mark in self.marks
            if mark in _SINGLE_CLOSE and not _is_apostrophe(text, at, start, end) and at > start and not text[at - 1].isspace()
        ]  # fmt: skip
        # A closer after a comma, stop or question mark is no possessive.
        self.firm_closers = [at for at in self.closers if text[at - 1] in '.,?!…;:—-”"']
        straight = [at for at, _, mark in self.marks if mark in STRAIGHT]
        self.straight_openers = [at for at in straight if _can_open(text, at, at + 1, start, end)]
        opener_set = set(self.straight_openers)
        self.straight_closers = [at for at in straight if at not in opener_set]

    def scan(self) -> tuple[list[tuple[Range, Range, str]], OpenRun | None]:
        """Closed runs as (inner, outer, mark), and the run still open at the paragraph's end."""
        found: list[tuple[Range, Range, str]] = []
        opened: OpenRun | None = None
        index = 0
        while index < len(self.marks):
            at, after, mark = self.marks[index]
            index += 1
            if opened is None:
                opened = self._open(at, after, mark)
                if opened is not None and opened.mark in SINGLE_OPEN:
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

    def _open(self, at: int, after: int, mark: str) -> OpenRun | None:
        text, start, end = self.text, self.start, self.end
        if mark in PAIRED_OPEN:
            return OpenRun(mark, at, after) if after < end else None
        if mark in STRAIGHT:
            if _can_open(text, at, after, start, end) or _is_unspaced(text[at - 1 : at]):
                return OpenRun(mark, at, after)
            return None
        if mark == "''" and _can_open(text, at, after, start, end):
            return OpenRun("``", at, after)
        if mark == "»" and _can_open(text, at, after, start, end):
            return OpenRun("»", at, after)  # »so set in German and Danish«
        if mark == "”" and _can_open(text, at, after, start, end) and text[after].isalpha():
            return OpenRun("“", at, after)  # an opening mark set the wrong way round
        if mark in SINGLE_OPEN or (mark == "’" and _can_open(text, at, after, start, end)):
            if not _can_open(text, at, after, start, end) or PATTERNS.elision.match(text, at, min(end, at + 8)):
                return None
            if mark == "’":
                return None  # an apostrophe that stands for missing letters
            if not (text[after].isalnum() or text[after] in '“"[…$£€#@'):
                return None
            return OpenRun(mark, at, after)
        return None

    def _closes(self, opened: OpenRun, at: int, after: int, mark: str) -> bool:
        text = self.text
        if opened.mark in STRAIGHT:
            if mark == "“" and self.is_script:
                opened.within += 1
                return False
            if mark == "”" and opened.within:
                opened.within -= 1
                return False
            if mark not in STRAIGHT:
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
        return opened.mark == "“" and mark in STRAIGHT and opened.depth == 1 and not _has_curly_close(self, at)

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
            if mark in SINGLE_OPEN and _can_open(self.text, at, after, self.start, self.end)
        ]  # fmt: skip


def _has_between(positions: list[int], low: int, high: int) -> bool:
    return bisect_left(positions, low) < bisect_left(positions, high)


def _has_curly_close(scanner: Scanner, at: int) -> bool:
    """True if a curly closing mark follows before any straight mark that would open a run."""
    first = bisect_left(scanner.marks, (at + 1, 0, ""))
    for position, _, mark in scanner.marks[first : first + 3]:
        if mark == "”":
            return True
        if mark == "“" or position - at > 400:
            return False
    return False
