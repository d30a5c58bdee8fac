"""A claim laid over a sentence: are its words the sentence's in its order, and may what is missing be left out?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Span
from summarize.findings import Sentence
from summarize.grounding.cuts.words import Word, words_of

_LONGEST = 400
"""Words of a sentence that is looked at: a longer one is no sentence."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A claim that is a cut of a sentence. `kept` are the half-open ranges of the words it keeps, neighbours together, in order."""

    sentence: int
    kept: tuple[Span, ...]
    is_whole: bool
    """Every word of the sentence is there."""


def cut_from(claim: str, text: str, sentence: Sentence) -> Cut | str | None:
    """The claim as a cut of a sentence; why it is none if its words are the sentence's; None if they are not.

    Args:
        claim: what is claimed, one sentence or headline.
        text: the article's text.
        sentence: one of its sentences.
    """
    said, there = words_of(claim), words_of(text, sentence.span.start, sentence.span.end)
    if not said or len(there) > _LONGEST or len(said) > len(there):
        return None
    removable = [_covered(there, part) for part in sentence.removable]
    free = set().union(*removable) if removable else set[int]()
    kept = _aligned(said, there, free)
    if kept is None:
        return None
    left_out = set(range(len(there))) - set(kept)
    gone = set().union(*(part for part in removable if part <= left_out)) if removable else set[int]()
    first = next((index for index in sorted(left_out) if index not in gone), None)
    if first is not None:
        return f"it leaves out “{_stretch(text, there, left_out - gone, first)}”"
    for core in sentence.needed:
        held = _covered(there, core)
        whole = any(held <= part <= left_out for part in removable if len(part) > len(held))
        if held <= left_out and not whole:
            return f"it leaves out “{text[core.start : core.end]}”"
    return Cut(sentence.number, _ranges(there, kept), not left_out)


def _covered(there: Sequence[Word], part: Span) -> set[int]:
    starts = [word.start for word in there]
    return set(range(bisect_left(starts, part.start), bisect_left(starts, part.end)))


def _aligned(said: Sequence[Word], there: Sequence[Word], free: set[int]) -> list[int] | None:
    """Which words of the sentence the claim's are, in order, so that as few as possible are missing that may not be; None if they are not there."""
    rows, columns = len(said), len(there)
    most = columns + 1
    # cost[i][j]: words that may not be missing are, when the claim's first i words stand among the sentence's first j.
    cost = [[most] * (columns + 1) for _ in range(rows + 1)]
    cost[0][0] = 0
    for j, word in enumerate(there, 1):
        skip = 0 if j - 1 in free else 1
        cost[0][j] = cost[0][j - 1] + skip
        for i in range(1, min(rows, j) + 1):
            best = cost[i][j - 1] + skip
            if said[i - 1].form == word.form:
                best = min(best, cost[i - 1][j - 1])
            cost[i][j] = best
    if cost[rows][columns] >= most:
        return None
    kept: list[int] = []
    i, j = rows, columns
    while i:
        if said[i - 1].form == there[j - 1].form and cost[i][j] == cost[i - 1][j - 1]:
            i, j = i - 1, j - 1
            kept.append(j)
        else:
            j -= 1
    return kept[::-1]


def _stretch(text: str, there: Sequence[Word], missing: set[int], first: int) -> str:
    last = first
    while last + 1 in missing:
        last += 1
    return " ".join(text[there[first].start : there[last].end].split())


def _ranges(there: Sequence[Word], kept: Sequence[int]) -> tuple[Span, ...]:
    ranges: list[list[int]] = []
    for index in kept:
        if ranges and ranges[-1][1] == index - 1:
            ranges[-1][1] = index
        else:
            ranges.append([index, index])
    return tuple(Span(start=there[a].start, end=there[b].end) for a, b in ranges)
