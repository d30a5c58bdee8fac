"""Sentences in which one body charges another: behind them "it" may be either, and who charges is not who denies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.vocabulary import NAMES, PATTERNS
from summarize.expressions import expression

Range = tuple[int, int]

_BODIES: Final = frozenset({"organisation", "group"})
_SMALL_WORD: Final = expression(r"(?<![\w’'-])[a-z]+(?:-[a-z]+)?(?![\w’'-])")


def charges_another(text: str, sentence: Range, entities: Sequence[Entity]) -> bool:
    """True if whoever a sentence is about charges somebody else in it who may be an "it": a body, named or not.

    Args:
        text: the article's text.
        sentence: a half-open range of it.
        entities: whom and what it names.
    """
    found = PATTERNS.charges.search(text, *sentence)
    if found is None:
        return False
    if not found["body"]:
        return True
    behind = (found.start("body"), sentence[1])
    return tells_of_body(text[slice(*behind)]) or any(
        one.kind in _BODIES and behind[0] <= name.start < behind[1] for one in entities for name in one.names
    )


def tells_of_body(words: str) -> bool:
    """True if words in small letters hold a noun for one body, or for what acts like one."""
    return not NAMES.bodies.isdisjoint(_SMALL_WORD.findall(words))
