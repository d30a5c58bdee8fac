"""Words that are parted at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from summarize.languages.tables import word_lists

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HEAD = re.compile(r"([\w’'-]*[^\W_])[-\u00ad]$")
_TAIL = re.compile(r"[^\W_][\w’'-]*")
_WORDS = word_lists("pdf.toml", "words")


class DocumentWords:
    """The words of a document, with which doubtful hyphens are decided."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of lines, without those that a line end parts."""
        self._count: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text.casefold())
            parted = text.rstrip().endswith(("-", "\u00ad"))
            self._count.update(words[: -1 if parted else None])

    def join(self, above: str, below: str) -> str:
        """Two lines of a paragraph as one."""
        if above.endswith("\u00ad"):
            return above[:-1] + below
        head, tail = _HEAD.search(above), _TAIL.match(below)
        if head is None or tail is None:
            return above + _between(above, below) + below
        if tail.group().casefold() in _WORDS["suspended"] and not self._knows(head[1], tail.group()):
            return f"{above} {below}"
        return (above[:-1] if self._is_parted(head[1], tail.group()) else above) + below

    def _knows(self, head: str, tail: str) -> bool:
        return self._count[f"{head}{tail}".casefold()] > 0

    def _is_parted(self, head: str, tail: str) -> bool:
        """True if the hyphen is there for the line end alone."""
        if not tail[0].islower() or not head[-1].islower():
            return False
        first = head.rsplit("-", 1)[-1]
        rest = tail.split("-", 1)[0]
        joined = self._count[f"{first}{rest}".casefold()] + self._count[f"{head}{tail}".casefold()]
        kept = self._count[f"{first}-{rest}".casefold()] + self._count[f"{head}-{tail}".casefold()]
        if joined != kept:
            return joined > kept
        return first.casefold() not in _WORDS["compounding"]


def _between(above: str, below: str) -> str:
    """What stands between two lines: a space, save where the writing knows none, or a dash or an address goes on."""
    if not above or not below:
        return ""
    if above[-1] in "—–/-" and above[-2:-1].strip() and (above[-1] != "/" or "://" in above.rsplit(" ", 1)[-1]):
        return ""
    return "" if _is_unspaced(above[-1]) and _is_unspaced(below[0]) else " "


def _is_unspaced(mark: str) -> bool:
    """True for characters of Chinese and Japanese, and their punctuation."""
    return "\u2e80" <= mark <= "\u9fff" or "\uf900" <= mark <= "\ufaff" or "\uff00" <= mark <= "\uff60"
