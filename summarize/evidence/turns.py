"""Where a text turns to others: the hour of a live blog's item, the line that tells who is asked next, a label.

A pronoun means nobody who was spoken of before such a turn: "21.40 ⏎ The hall is quiet. ⏎ 19.30 ⏎ He left early".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.vocabulary import PATTERNS

Range = tuple[int, int]

_MAX_LENGTH: Final = 90
"""Code points of a line that can turn: no sentence of prose is meant."""


_LINES: Final = (PATTERNS.turning_line, PATTERNS.person_line)


def reaches(text: str, sentences: Sequence[Range]) -> list[int]:
    """For each sentence, the first whose people a pronoun in it may mean.

    An hour or a person's line sets it anew; a label ("Marsh: …") lets the turn before it in as well, for who answers speaks of whom he
    is asked about.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences, in order.
    """
    found: list[int] = []
    floor = turn = before = 0
    starts = [
        index
        for index, (start, _) in enumerate(sentences)
        if not index or "\n" in text[sentences[index - 1][1] : start]
    ]
    for at, first in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(sentences)
        start, end = sentences[first][0], sentences[stop - 1][1]
        # A line may be no content, and so stand between two sentences: a day in capitals.
        left_out = text[sentences[first - 1][1] : start].split("\n") if first else ()
        if _turns(text[start:end]) or any(map(_turns, left_out)):
            floor = turn = before = first
        elif PATTERNS.turn_label.match(text, start, end) is not None:
            before, turn = turn, first
            floor = max(floor, before)
        found.extend([floor] * (stop - first))
    return found


def _turns(line: str) -> bool:
    """True for a line that turns to somebody else."""
    line = line.strip()
    return len(line) <= _MAX_LENGTH and any(one.fullmatch(line) is not None for one in _LINES)
