"""Sentences in which one charges another: behind them "it" may be either, who charges is not who denies, and the words in them are his."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.attribution import AttributionRoom
from summarize.evidence.entities import Entity
from summarize.evidence.phrases import Phrase
from summarize.evidence.saying import Found, Saying
from summarize.evidence.vocabulary import NAMES, PATTERNS
from summarize.expressions import expression

Range = tuple[int, int]

_BODIES: Final = frozenset({"organisation", "group"})
_BY, _SAYS = 1, 3
"""Groups of an expression of who charges: what stands before that, and the verb behind it."""
_BEFORE: Final = 200
"""Code points before a sentence in which it is told that somebody is accused."""
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


def charging_text(text: str, room: AttributionRoom, start: int) -> Found | None:
    """A charge that opens or closes the sentence in which somebody, at `start`, says it."""
    opening = PATTERNS.charges_in_front.match(text, room.low, start) if room.low < start else None
    match = opening or PATTERNS.charges_behind.search(text, max(room.stop, start), room.high)
    if match is None:
        return None
    cue = match.span(_BY) if match[_BY] is not None else match.span(_SAYS)
    phrase = Phrase(*match.span("who"), "description")
    return Found(phrase, cue, "according", direct=False, is_speech=True, follows=opening is None)


def accuser(saying: Saying, room: AttributionRoom, start: int) -> Found | None:
    """Who says right before `start` what somebody else does or says, where somebody is accused, or where it is denied right behind."""
    text, low = saying.text, room.low
    if start <= low:
        return None
    outer = saying.subject_left_of(low, low, start, direct=False)
    if outer is None or outer.phrase.end > start:
        return None
    is_accused = PATTERNS.accuses.search(text, max(0, low - _BEFORE), start) is not None
    if is_accused and PATTERNS.leads_on.fullmatch(text, outer.cue[1], start) is not None:
        return outer
    is_denied = PATTERNS.is_denied_next.match(text, max(room.stop, room.high)) is not None
    return outer if is_denied and PATTERNS.tells_of.fullmatch(text, outer.cue[1], start) is not None else None
