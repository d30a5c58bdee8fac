"""Sentence splitting that survives the press: abbreviations, initials, decimals, quotations, ellipses.

A rule-based splitter: every end mark is a candidate, and each candidate is refused for a stated reason. Works on one
paragraph at a time, so no sentence crosses a paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from summarize.evidence.vocabulary import LANGUAGE
from summarize.expressions import expression
from summarize.languages import words

Range = tuple[int, int]

# An end mark, closing marks after it, white space, and the sentence that follows.
_REST = expression(r"\S*")
_CANDIDATE = expression(
    r"(?P<mark>[.!?…。！？]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?<=[。！？])|(?<=[\"”])(?=[A-Z]))(?=(?P<next>\S?\S?\S?))"
)
_WORD_BEFORE = expression(r"([\w.&'’-]*)$")
_WORDS: Final = words.sentences(LANGUAGE)
_HOUR_REACH: Final = 60
"""Code points before the stop of an hour, and behind it, that are read."""
_INITIALS: Final = expression(r"(?:[A-Z]\.?)|(?:[A-Z]\.)+[A-Z]|(?:[A-Z]\.-?)+[A-Z]?")


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    mark, close, following = match["mark"], match["close"], match["next"]
    if not following:
        return True
    opening = following.lstrip("\"'“‘«([„‚")
    first = opening[:1] or following[:1]
    if mark in {".", "…", "...", "...."} or mark.startswith(".."):
        if first.islower() and first.isascii():
            return False
    elif close and first.islower():
        return False  # “Why?” she asked
    if mark != ".":
        # An ellipsis inside a sentence reads on in lower case, which was refused above.
        return not (mark[0] in "!?" and not close and first.islower())
    if close:
        return True
    # No word runs over a space: without that look it would be searched for from each of thirty places.
    since = max(start, match.start() - 30)
    before = _WORD_BEFORE.search(text, max(since, text.rfind(" ", since, match.start()) + 1), match.start())
    word = before[1] if before else ""
    bare = word.lower().strip(".'’")
    rest = _REST.match(text[match.end() : match.end() + 24])
    next_word = (rest.group() if rest else "").strip("\"'“‘«([.,;:")
    if bare in _WORDS.titles:
        if bare in _WORDS.numbered:
            return not first.isdigit()
        return bare in _WORDS.may_end and next_word in _WORDS.openers
    if _INITIALS.fullmatch(word):
        # Initials: J.S. Han, George W. Bush; but "in the U.S. The", "Vitamin C. It".
        return next_word in _WORDS.openers and not (len(word) == 1 and next_word in _WORDS.not_after_letter)
    if bare in _WORDS.abbreviations:
        if bare in _WORDS.months and first.isdigit():
            return False
        return next_word in _WORDS.openers or _ends_with_hour(text, start, match)
    return not (word.isdigit() and first.isdigit() and not match["gap"])


def _ends_with_hour(text: str, start: int, match: re.Match[str]) -> bool:
    """True behind an hour that ends its clause, where no day or zone of it follows: "the fire began at 3.15 a.m. Brent Deep said"."""
    reach = max(start, match.start() - _HOUR_REACH)
    is_hour = _WORDS.ends_with_hour.search(text[reach : match.start()]) is not None
    behind = text[match.end("gap") : match.end("gap") + _HOUR_REACH].lstrip("\"'“‘«([")
    return is_hour and behind[:1].isupper() and _WORDS.of_the_hour.match(behind) is None


def split_sentences(text: str, start: int, end: int) -> list[Range]:
    """The sentences of the paragraph `text[start:end]`, as half-open code-point ranges without surrounding white space."""
    sentences: list[Range] = []
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        if match.start() < begin or not _is_end(text, begin, match):
            continue
        stop = match.end("close")
        if stop > begin:
            sentences.append((begin, stop))
        begin = match.end("gap")
    while begin < end and text[begin].isspace():
        begin += 1
    if begin < end:
        sentences.append((begin, end))
    return sentences


def rejoin_sentences(sentences: list[Range], quoted: list[Range]) -> list[Range]:
    """Sentences rejoined where a quotation runs over their border: a quotation is never split."""
    joined: list[Range] = []
    index = 0
    for start, end in sentences:
        while index < len(quoted) and quoted[index][1] <= start:
            index += 1
        if joined and index < len(quoted) and quoted[index][0] < start - 1 and start < quoted[index][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
