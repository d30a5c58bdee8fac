"""The words of a form that are read: marks, the signs of Markdown, what is folded and how the briefing was made are none."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from typing import Final

_TENTH_MORE: Final = 1.1
_LEAST_READ: Final = 0.98
"""Share of its length that a text has in words that are read, however many signs and marks there are."""
_MARK: Final = re.compile(r"\[\d+:\d+–\d+\]")
_WORD: Final = re.compile(r"\S*\w\S*")
_UNREAD: Final = frozenset({"head", "style", "script", "nav", "footer"})
_VOID: Final = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr"})


def words_in(text: str) -> int:
    """How many words a text has. What has no letter or digit is none ("-", "##", "·"), nor is a mark ("[1:20–177]")."""
    return sum(1 for _ in _WORD.finditer(_MARK.sub(" ", text)))


def fullest(text: str, beside: int) -> int:
    """How many words a text has for its length: as `words_in`, but a fiftieth more at most where by white space, with so many `beside` it, it has more.

    Many count by white space: marks and signs are words for them, which may be no more than a tenth above the length.
    """
    read = words_in(text)
    return max(read, min(math.ceil((len(text.split()) + beside) / _TENTH_MORE), math.ceil(read / _LEAST_READ)))


def words_on(page: str) -> int:
    """How many words of an HTML page stand open: not those of its head, its contents and its foot, nor what is folded or hidden."""
    reader = _Open()
    reader.feed(page)
    reader.close()
    return words_in("".join(reader.said))


class _Open(HTMLParser):
    """Collects the text of a well-formed page that is read."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._elements: list[tuple[str, bool]] = []
        """Those that are open, each with whether its text is read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.said.append(" ")
            return
        within, is_read = self._elements[-1] if self._elements else ("", True)
        given = dict(attrs)
        kinds = (given.get("class") or "").split()
        hidden = tag in _UNREAD or "hidden" in given or bool({"skip", "help"} & {*kinds})
        # Of what is folded the title is read.
        is_folded = within == "details" and tag != "summary"
        self._elements.append((tag, is_read and not hidden and not is_folded))
        if tag not in {"a", "b", "em", "mark", "q", "span", "strong"}:
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._elements and self._elements[-1][0] == tag:
            self._elements.pop()

    def handle_data(self, data: str) -> None:
        element, is_read = self._elements[-1] if self._elements else ("", True)
        # A further mark of one outlet is a number alone, as a mark in Markdown.
        if is_read and not (element == "a" and data.strip().isdigit()):
            self.said.append(data)
