"""Words of attribution that stand inside the quotation marks, parted from the words that they interrupt.

French « Le feu, a dit le maire, est éteint. », Russian «Мы готовы, — сказал мэр. — Завтра начнём». Where they cannot be told from the words
around them, the quotation stays as it is, and is not given as speech.
"""

from __future__ import annotations

import re
from itertools import chain

from msgspec.structs import replace

from summarize.evidence.marks import Quoted
from summarize.languages.basics import Basics
from summarize.languages.tables import insets_of

_WORD = re.compile(r"[^\W\d_]+")
_EDGE = re.compile(r"[\s,—–-]*")
_BEHIND = re.compile(r"[\s—–-]*")
_VERB_WITHIN = 4
_SAME = 2
"""Two patterns that begin within so many characters have found the same inset."""
_SOON = 60
"""Code points of a description behind a name."""
_NAME = re.compile(r"(?<=,)\s(?:[^\W\d_a-zà-öø-ÿ][\w’'.-]*\s?){1,5}(?P<ends>,)?")


def split_off_inset(text: str, run: Quoted, language: str, basics: Basics) -> Quoted:
    """A quotation without the words of attribution inside it, which are its `inset`; as it is where none or more than one stand there.

    Args:
        text: the article's text.
        run: what stands between the marks.
        language: ISO 639-1 code.
        basics: the language's words; an inset has one of its verbs of saying at its beginning.
    """
    if len(run.parts) != 1:
        return run
    start, end = run.parts[0]
    patterns = insets_of(language)
    found = sorted(
        (at.start(), at.end()) for at in chain.from_iterable(each.finditer(text[start:end]) for each in patterns)
    )
    same = [each for each in found if each[0] <= found[0][0] + _SAME]
    last = max((each for _, each in same), default=0)
    if not found or any(low >= last for low, _ in found):
        return run
    low, high = start + found[0][0], start + last
    if text[high - 1] == "," and (behind := _behind_comma(text, high, end, basics, low)) is not None:
        high = behind
    elif text[high - 1] == ",":
        return run
    edge = _EDGE.match(text, low + (text[low] in ".!?…"), high)
    assert edge is not None
    words = [word.group().lower() for word in _WORD.finditer(text, edge.end(), high)]
    if not any(word in basics.verbs for word in words[:_VERB_WITHIN]):
        return run
    # What ends the words before stays with them, but for a comma; a dash behind belongs to the inset.
    first = low + (text[low] in ".!?…")
    gap = _BEHIND.match(text, high, end)
    assert gap is not None
    parts = [(start, first), (gap.end(), end)]
    kept = [(a, b) for a, b in parts if _WORD.search(text, a, b)]
    if not kept or any(each.search(text[a:b]) for a, b in kept for each in patterns):
        return run
    return replace(run, parts=kept, inset=(edge.end(), high))


def _behind_comma(text: str, high: int, end: int, basics: Basics, low: int) -> int | None:
    """Where the words go on behind an inset that ends in a comma, None where nobody can tell.

    A name and a comma behind it are who says it: "a dit le maire, Paul Lenoir, …". Without a pronoun, another comma soon may end a description.
    """
    name = _NAME.match(text, high, end)
    if name is not None:
        if not name["ends"]:
            return None
        high = name.end()
    words = {word.group().lower() for word in _WORD.finditer(text, low, high)}
    return high if words & (basics.he | basics.she) or "," not in text[high : min(end, high + _SOON)] else None
