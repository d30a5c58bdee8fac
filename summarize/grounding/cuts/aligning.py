"""A claim laid over a sentence: are its words the sentence's in its order, and may what is missing be left out?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from summarize.article import Span
from summarize.findings import Sentence
from summarize.grounding.cuts.words import CutWord, words_of
from summarize.languages.tables import kept_words

_MAX_LENGTH = 400
"""Words of a sentence that is looked at: a longer one is no sentence."""

_SHOWN = 20
"""Words of what is left out that a reason gives."""


class Cut(Struct, frozen=True):
    """A claim that is a cut of a sentence. `kept` are the half-open ranges of the words it keeps, neighbours together, in order."""

    sentence: int
    kept: tuple[Span, ...]
    is_whole: bool
    """Every word of the sentence is there."""


@lru_cache(maxsize=256)  # a card asks for the same pairs half a dozen times
def cut_from(claim: str, text: str, sentence: Sentence) -> Cut | str | None:
    """The claim as a cut of a sentence; why it is none if its words are the sentence's; None if they are not.

    Returns:
        A reason names all that is left out where something may not be, and says why it matters if a word that must stay is in it.
    """
    return as_cut(words_of(claim), words_of(text, sentence.span.start, sentence.span.end), text, sentence)


def as_cut(said: Sequence[CutWord], there: Sequence[CutWord], text: str, sentence: Sentence) -> Cut | str | None:
    """What `cut_from` gives, for the words of a claim and those of a sentence in whatever order."""
    if len(there) > _MAX_LENGTH:
        return None
    removable = [_word_indexes_in(there, part) for part in sentence.removable]
    first, last = _kept_word_indexes(said, there, removable, first=True), _kept_word_indexes(said, there, removable)
    if first is None or last is None:
        return None
    cut = _try_cut(last, there, removable, text, sentence)
    # A word that stands twice may be either: "the U.S., not the U.S. navy".
    return cut if isinstance(cut, Cut) or first == last else _try_cut(first, there, removable, text, sentence)


def _try_cut(
    kept: Sequence[int], there: Sequence[CutWord], removable: Sequence[set[int]], text: str, sentence: Sentence
) -> Cut | str:
    """The cut that keeps some words of a sentence, or why it is none."""
    left_out = set(range(len(there))) - set(kept)
    gone = set().union(*(part for part in removable if part <= left_out)) if removable else set[int]()
    first = next((index for index in sorted(left_out) if index not in gone), None)
    if first is not None:
        return _reason(_stretch(text, there, left_out, first))
    for core in sentence.needed:
        held = _word_indexes_in(there, core)
        whole = any(held <= part <= left_out for part in removable if len(part) > len(held))
        if held <= left_out and not whole:
            return _reason(" ".join(text[core.start : core.end].split()))
    return Cut(sentence.number, _ranges(there, kept), not left_out)


def kept_of(claim: str, text: str, sentence: Sentence) -> tuple[Span, ...] | None:
    """The words of a sentence that a claim keeps, as `Cut.kept`, whether or not the rest may go; None if its words are not the sentence's."""
    there = words_of(text, sentence.span.start, sentence.span.end)
    if len(there) > _MAX_LENGTH:
        return None
    kept = _kept_word_indexes(words_of(claim), there, [_word_indexes_in(there, part) for part in sentence.removable])
    return _ranges(there, kept) if kept is not None else None


def _kept_word_indexes(
    said: Sequence[CutWord], there: Sequence[CutWord], removable: Sequence[set[int]], *, first: bool = False
) -> list[int] | None:
    if not said or len(said) > len(there) or not {word.form for word in said} <= {word.form for word in there}:
        return None
    return _best_alignment(said, there, set().union(*removable) if removable else set(), first=first)


def _reason(left_out: str) -> str:
    """What is left out, and why it matters: words that must stay are known of English alone, as parts that may go are."""
    matters = [row for row in kept_words("en") if row.stand_in(left_out)]
    words = left_out.split()
    shown = left_out if len(words) <= _SHOWN else f"{' '.join(words[:_SHOWN])} …"
    return f"it leaves out “{shown}”" + (f", {matters[-1].why}" if matters else "")


def _word_indexes_in(there: Sequence[CutWord], part: Span) -> set[int]:
    return {index for index, word in enumerate(there) if part.start <= word.start < part.end}


def _best_alignment(
    said: Sequence[CutWord], there: Sequence[CutWord], free: set[int], *, first: bool
) -> list[int] | None:
    """Which words of the sentence the claim's are, in order, so that as few as possible are missing that may not be; None if they are not there.

    Of words that stand several times, the `first` or the last.
    """
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
        skipped = cost[i][j] == cost[i][j - 1] + (0 if j - 1 in free else 1)
        if said[i - 1].form == there[j - 1].form and cost[i][j] == cost[i - 1][j - 1] and not (first and skipped):
            i, j = i - 1, j - 1
            kept.append(j)
        else:
            j -= 1
    return kept[::-1]


def _stretch(text: str, there: Sequence[CutWord], missing: set[int], first: int) -> str:
    """The words around a missing one, as far as they are missing too."""
    last = first
    while first - 1 in missing:
        first -= 1
    while last + 1 in missing:
        last += 1
    return " ".join(text[there[first].start : there[last].end].split())


def _ranges(there: Sequence[CutWord], kept: Sequence[int]) -> tuple[Span, ...]:
    """The ranges of some words, in the order of the text; of neighbours one."""
    order = {word.start: place for place, word in enumerate(sorted(there, key=lambda word: word.start))}
    ranges: list[list[CutWord]] = []
    for word in sorted((there[index] for index in kept), key=lambda word: word.start):
        if ranges and order[ranges[-1][1].start] == order[word.start] - 1:
            ranges[-1][1] = word
        else:
            ranges.append([word, word])
    return tuple(Span.of(first.start, last.end) for first, last in ranges)
