"""Sentence splitting that survives the press: abbreviations, initials, decimals, quotations, ellipses.

A rule-based splitter: every end mark is a candidate, and each candidate is refused for a stated reason. Works on one
paragraph at a time, so no sentence crosses a paragraph.
"""

from __future__ import annotations

import re

Range = tuple[int, int]

# An end mark, closing marks after it, white space, and the sentence that follows.
_CANDIDATE = re.compile(
    r"(?P<mark>[.!?…。！？]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?<=[。！？])|(?<=[\"”])(?=[A-Z]))(?=(?P<next>\S?\S?\S?))"
)
_WORD_BEFORE = re.compile(r"([\w.&'’-]*)$")
# Never the end of a sentence: a name or number follows.
_TITLES = frozenset(
    """
    mr mrs ms messrs mx dr prof sr fr rev hon st gen lt col maj capt cmdr adm sgt cpl pvt pte gov sen rep reps sens
    pres supt insp det brig cllr const pc ald amb atty vs v cf al approx est fig vol dept dist mt ft no nos art sec
    ch pp p ed eds eg ie viz
    """.split()
)
# The end of a sentence only if a capital follows that does not read on as a name or date.
_ABBREVIATIONS = frozenset(
    """
    inc ltd co corp llc plc bros jr etc u.s u.k u.n e.u d.c u.s.a n.y l.a a.m p.m b.c a.d jan feb mar apr jun jul
    aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun calif fla tex ariz ala ark colo conn del ill ind
    kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn vt va wash wis wyo n.j n.h n.m n.c n.d s.c s.d
    r.i w.va ont que b.c ave blvd rd sq hwy ph.d m.d b.a m.a e.g i.e rs
    """.split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_NUMBERED = frozenset("no nos art sec ch pp p fig vol".split())
# Words that open a new sentence even after an abbreviation.
_OPENERS = frozenset(
    """
    The A An It He She They We I In On At But And For As When While After Before If This That These Those There His
    Her Their Its Our My However Meanwhile Since Some Many Most Officials Police Earlier Later Last So Under With By
    From To What Who Where Why How Not No One
    """.split()
)


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
    before = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
    word = before[1] if before else ""
    bare = word.lower().strip(".'’")
    rest = re.match(r"\S*", text[match.end() : match.end() + 24])
    next_word = (rest.group() if rest else "").strip("\"'“‘«([.,;:")
    if bare in _TITLES:
        if bare in _NUMBERED:
            return not first.isdigit()
        return bare == "st" and next_word in _OPENERS
    if re.fullmatch(r"(?:[A-Z]\.?)|(?:[A-Z]\.)+[A-Z]|(?:[A-Z]\.-?)+[A-Z]?", word):
        # Initials: J.S. Han, George W. Bush; but "in the U.S. The", "Vitamin C. It".
        return next_word in _OPENERS and not (len(word) == 1 and next_word in {"A", "I", "No", "In"})
    if bare in _ABBREVIATIONS:
        if bare in _MONTHS and first.isdigit():
            return False
        return next_word in _OPENERS
    return not (word.isdigit() and first.isdigit() and not match["gap"])


def split(text: str, start: int, end: int) -> list[Range]:
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


def rejoined(sentences: list[Range], quoted: list[Range]) -> list[Range]:
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
