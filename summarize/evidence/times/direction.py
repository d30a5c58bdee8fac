"""Which way a date lies from the day of publication, by the words right before or behind it."""

from __future__ import annotations

from typing import Final

from summarize.languages.tenses import DirectionRule, direction_rules
from summarize.text.dates import vocabulary as v
from summarize.text.pieces import Pieces

_AHEAD: Final = 16
"""Tokens before a date that are read for the words that a rule asks for or excludes."""
_BEHIND: Final = 8
"""Tokens behind one."""
_ENDERS: Final = frozenset(".!?")


def direction_of(t: Pieces, start: int, end: int, before: str) -> DirectionRule | None:
    """The rule by which the words right before or behind a date say which way it lies; None if none does."""
    owned = t.low(end) in v.APOSTROPHES and t.low(end + 1) == "s"
    behind = t.low(end + 2 if owned else end)
    ahead: frozenset[str] | None = None
    for rule in direction_rules("en"):
        if (rule.before is not None and before not in rule.before) or (owned and not rule.owned):
            continue
        if rule.behind is not None and behind not in rule.behind:
            continue
        if rule.without and not rule.without.isdisjoint(t.lows[end : end + _BEHIND]):
            continue
        if (rule.then or rule.later is not None) and not _is_behind(t, end, rule):
            continue
        if rule.earlier is not None or rule.not_near:
            ahead = _ahead(t, start) if ahead is None else ahead
            if (rule.earlier is not None and rule.earlier.isdisjoint(ahead)) or not rule.not_near.isdisjoint(ahead):
                continue
        if not rule.near or _is_near(t, start, rule):
            return rule
    return None


def _ahead(t: Pieces, start: int) -> frozenset[str]:
    """The words before a date in its sentence, as far as rules ask for them."""
    first = max(start - _AHEAD, 0)
    for at in range(start - 1, first - 1, -1):
        if t.lows[at] in _ENDERS and t.ends_sentence(at):
            first = at + 1
            break
    return frozenset(t.lows[first:start])


def _is_near(t: Pieces, start: int, rule: DirectionRule) -> bool:
    """True if one of the phrases of a rule stands whole among the tokens right before a date."""
    first = max(0, start - rule.within)
    near = t.lows[first:start]
    if rule.opens.isdisjoint(near):
        return False
    return any(
        low == phrase[0] and tuple(near[at : at + len(phrase)]) == phrase
        for phrase in rule.near
        for at, low in enumerate(near)
    )


def _is_behind(t: Pieces, end: int, rule: DirectionRule) -> bool:
    """True if the words and phrases that a rule asks for stand behind a date in its sentence, near it."""
    until = min(end + _BEHIND, t.size)
    until = next((at for at in range(end, until) if t.lows[at] in _ENDERS and t.ends_sentence(at)), until)
    after = tuple(t.lows[end:until])
    if rule.later is not None and rule.later.isdisjoint(after):
        return False
    places = range(len(after))
    return not rule.then or any(after[at : at + len(phrase)] == phrase for phrase in rule.then for at in places)
