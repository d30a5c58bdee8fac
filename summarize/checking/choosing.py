"""Which sentences of an article a claim is about."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from summarize.checking.kin import AKIN, families, with_kin
from summarize.checking.reading import Text
from summarize.findings import Sentence
from summarize.languages.identification import is_another_language

_PLAIN = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{2,}")
"""A word of three letters or more without a capital: no name, which languages share."""
_SHARED = 0.3
_MAX_COUNT = 4
_ENOUGH = 0.12
"""Share of the weight of a claim's words that a sentence must have to be looked at."""
_ADDS = 0.1
"""The same that each further sentence must add."""


def is_foreign(claim: str, text: str) -> bool:
    """True for a claim in another language, held against an English article: it shows one, and has few of the article's plain words."""
    if not is_another_language(claim, "en"):
        return False
    there = set(_PLAIN.findall(text))
    words = _PLAIN.findall(claim)
    return sum(word in there for word in words) < _SHARED * max(1, len(words))


def nearest_sentences(claim: Text, source: Text, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that share most with a claim, in the article's order: the best, and those that add to it.

    Words weigh by how few sentences have them, so that the article's subject does not decide.
    """
    known = families("en")
    words = sorted(source.words, key=lambda word: word.node.start)
    starts = [word.node.start for word in words]
    held = [
        {word.stem for word in words[bisect_left(starts, each.span.start) : bisect_left(starts, each.span.end)]}
        for each in sentences
    ]
    counts = Counter(root for roots in held for root in roots)
    wanted = {word.stem: math.log(1 + len(sentences) / (1 + counts[word.stem])) for word in claim.words}
    total = sum(wanted.values()) or 1.0
    gives = [_covered_weights(wanted, roots, known) for roots in held]
    chosen: list[int] = []
    covered: dict[str, float] = {}
    while len(chosen) < _MAX_COUNT:
        gains = [
            (sum(max(0.0, weight - covered.get(root, 0.0)) for root, weight in given.items()) / total, -index)
            for index, given in enumerate(gives)
            if index not in chosen
        ]
        if not gains:
            break
        gain, index = max(gains)
        if gain < (_ENOUGH if not chosen else _ADDS):
            break
        if len(sentences) <= _MAX_COUNT:
            return list(sentences)
        chosen.append(-index)
        covered |= {root: max(weight, covered.get(root, 0.0)) for root, weight in gives[-index].items()}
    return [sentences[index] for index in sorted(chosen)]


def _covered_weights(
    wanted: Mapping[str, float], roots: set[str], known: Mapping[str, frozenset[int]]
) -> dict[str, float]:
    """What a sentence gives of each word that is wanted: its weight, or less where the sentence has only kin of it."""
    kin = with_kin(roots, known)
    return {
        root: weight if root in roots else AKIN * weight
        for root, weight in wanted.items()
        if root in roots or not kin.isdisjoint(known.get(root, ()))
    }
