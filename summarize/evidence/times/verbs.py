"""Verbs by the words around them: the tense that one shows, and whether a noun is its object."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from summarize.languages.tenses import TenseRule, tense_rules
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Tense
from summarize.text.pieces import Pieces

_REACH: Final = 7
"""Tokens before a noun in which the verb stands whose object it is."""
_BESIDE: Final = v.words("before_plan_nouns")
_CLAUSES: Final = v.words("parts_clauses")
_HELPERS: Final = v.words("forward_helpers") | v.words("perfect_helpers")
PRESENT: Final = v.words("present")
PAST_ENDING: Final = tuple(v.words("past_ending"))
_INFINITIVE: Final = v.words("infinitive")
_MIN_ED_LENGTH: Final = 5
_MAX_HELPERS: Final = 3
"""In "will not now be held" at most two words stand between a helper and its participle."""
_CLOSE: Final = 6
"""Tokens beside a verb in which a rule's words stand."""


def is_object_of(t: Pieces, noun: int, verbs: frozenset[str], *, helped: bool) -> bool:
    """True if one of some verbs stands before a noun with no mark and no new clause between: "rejected the board's plan".

    `helped`: the verb may stand behind a helper as well, "has rejected a plan", "will have rejected it".
    """
    if t.low(noun - 1) not in _BESIDE and _verb_ending(t, noun - 1, verbs) is None:
        return False  # the noun may be a verb: "the firm that rejected the offer plans to build"
    for at in range(noun - 1, max(noun - _REACH, 0) - 1, -1):
        low, verb = t.low(at), _verb_ending(t, at, verbs)
        if verb is not None:
            return helped or not _has_helper(t, verb)
        if low in _CLAUSES or not (low[:1].isalnum() or low in v.APOSTROPHES or low in v.DASHES):
            return False
    return False


def _verb_ending(t: Pieces, at: int, verbs: frozenset[str]) -> int | None:
    """The token of the verb that ends at `at`: of "rejected" itself, of "voted against" (`voted_against`) the one before."""
    low = t.low(at)
    if low in verbs:
        return at
    return at - 1 if f"{t.low(at - 1)}_{low}" in verbs else None


def _has_helper(t: Pieces, verb: int) -> bool:
    helper = verb - 1
    while t.low(helper) in v.BETWEEN_HELPERS:
        helper -= 1
    return t.low(helper) in _HELPERS


@cache
def _past_rules() -> tuple[TenseRule, ...]:
    """The rules that hold for every past tense."""
    return tuple(rule for rule in tense_rules("en") if rule.word is None)


@cache
def cues_of_tense() -> frozenset[str]:
    """The words that may show a tense, whatever they end in."""
    return PRESENT | _named()


@cache
def _named() -> frozenset[str]:
    """The words that a rule or list names."""
    return v.PAST.union(*(rule.word for rule in tense_rules("en") if rule.word is not None))


@cache
def _rules_of(word: str) -> tuple[TenseRule, ...]:
    """The rules that may hold for a word that a rule or list names, in their order."""
    return tuple(
        rule
        for rule in tense_rules("en")
        if (word in rule.word if rule.word is not None else _is_past(word)) and (rule.also is None or word in rule.also)
    )


def _is_past(low: str) -> bool:
    """True for a word that is a past tense by itself."""
    return low in v.PAST or (len(low) >= _MIN_ED_LENGTH and low.endswith(PAST_ENDING) and low not in v.NOT_PAST)


def rule_of(t: Pieces, i: int) -> TenseRule | None:
    """The rule that says what tense the word there shows; None if it shows none and no rule holds."""
    low = t.low(i)
    if not t.is_lower_word(i):
        return None
    # The May of "the dam finished on 1 May burst" is no helper.
    before = "" if t.low(i - 1) in v.MONTHS and t.is_capitalised(i - 1) else t.low(i - 1)
    return next((rule for rule in _rules_behind(low, before) if _holds(rule, t, i)), None)


@lru_cache(1 << 11)  # the words of one article are those of the next
def _rules_behind(low: str, before: str) -> tuple[TenseRule, ...]:
    """The rules that may hold for a word behind another, in their order."""
    rules = _rules_of(low) if low in _named() else _past_rules() if _is_past(low) else ()
    return tuple(rule for rule in rules if _may_stand_behind(rule, before))


def _may_stand_behind(rule: TenseRule, before: str) -> bool:
    return (
        (rule.before is None or before in rule.before)
        and (rule.not_before is None or before not in rule.not_before)
        and (not rule.plural or (len(before) > 2 and before.endswith("s")) or before in v.PLURALS)
    )


def tense_shown(t: Pieces, i: int) -> Tense | None:
    """The tense that the word there shows, if any."""
    rule = rule_of(t, i)
    return rule.verdict if rule is not None else None


def _holds(rule: TenseRule, t: Pieces, i: int) -> bool:
    """True for a word, of a rule that may stand behind the one before it."""
    after = t.low(i + 1)
    if (
        (rule.also is not None and t.low(i) not in rule.also)
        or (rule.after is not None and after not in rule.after)
        or (rule.not_after is not None and after in rule.not_after)
        or (rule.not_second is not None and t.low(i + 2) in rule.not_second)
        or (rule.earlier is not None and not _is_earlier(t, i, rule.earlier))
        or (rule.asks and not _is_asked_to(t, i))
        or (rule.object and not _has_object(t, i + 1))
        or (rule.object_of is not None and not is_object_of(t, i, rule.object_of, helped=rule.helped))
    ):
        return False
    return (rule.helper is None and rule.perfect is None) or _is_helped(rule, t, i)


def _is_helped(rule: TenseRule, t: Pieces, i: int) -> bool:
    """True if the helper stands before a participle, with words between that may stand there: "will not now be held"."""
    helper = i - 1
    while t.low(helper) in v.BETWEEN_HELPERS and i - helper <= _MAX_HELPERS:
        helper -= 1
    if rule.perfect is not None and rule.perfect.isdisjoint(t.lows[max(0, helper) : i]):
        return False
    if rule.helper is None:
        return True
    is_there = helper < i - 1 and t.low(helper) in rule.helper
    return is_there and (rule.helper_after is None or _is_earlier(t, helper, rule.helper_after))


def _is_earlier(t: Pieces, i: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(t.lows[max(0, i - _CLOSE) : i])


def _has_object(t: Pieces, i: int) -> bool:
    low = t.low(i)
    return low in v.DETERMINERS or (t.is_capitalised(i) and low not in v.WEEKDAYS and low not in v.MONTHS)


def _is_asked_to(t: Pieces, i: int) -> bool:
    """True where somebody asks, tells or orders others to do a thing."""
    asked = range(i + 1, i + _CLOSE)
    return any(
        t.low(at) in _INFINITIVE and t.is_lower_word(at + 1) and t.low(at + 1) not in v.DETERMINERS for at in asked
    )
