"""Whether the beginning or end of a body's name is that body, or another one: "Ostwald Bank" beside "Ostwald Bank Pension Fund"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarize.evidence.names import Name
from summarize.evidence.vocabulary import NAME_PATTERNS, ORGANISATION_WORDS, SPEECH_VERBS


def is_another_body(short: Sequence[str], fuller: Sequence[str]) -> bool:
    """True if the words that a fuller name has besides say that it is a body of its own, which belongs to the shorter: its workers, its fund.

    Both are words in small letters, the shorter the beginning or end of the fuller. Where the shorter says of no body what kind it is, one
    of these words alone may say that: "GMB union" is the GMB, "Kestrel Steel union" not Kestrel Steel.
    """
    is_opening = tuple(fuller[: len(short)]) == tuple(short)
    rest = fuller[len(short) :] if is_opening else fuller[: -len(short)]
    if not NAME_PATTERNS.of_others.isdisjoint(rest):
        return True
    is_whole = len(short) > 1 and not ORGANISATION_WORDS.isdisjoint(short)
    own = NAME_PATTERNS.bodies_beside if short[-1] not in NAME_PATTERNS.sides else NAME_PATTERNS.bodies_beside_sides
    return is_whole and not own.isdisjoint(rest)


def acts_on(text: str, short: Sequence[Name], fuller: Sequence[Name]) -> bool:
    """True if only what one does to the other stands between both names: "Tarn Lee Bank sued Tarn Lee". Both are in text order.

    Where more stands there it may be one body that is named again: "Tarn Lee Bank said that Tarn Lee was sorry".
    """
    starts = [name.start for name in fuller]
    for name in short:
        position = bisect_left(starts, name.start)
        for other in fuller[max(0, position - 1) : position + 1]:
            first, second = sorted((name, other), key=lambda one: one.start)
            deed = NAME_PATTERNS.deed_between.fullmatch(text, first.end, second.start)
            if deed is not None and SPEECH_VERBS.isdisjoint(deed.group().split()):
                return True
    return False
