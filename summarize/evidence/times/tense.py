"""Whether the clause around a date looks back or forward."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from summarize.evidence.times import vocabulary as v
from summarize.evidence.times.expressions import Tense
from summarize.evidence.times.tokens import Tokens

_SHORTEST_ED = 5
# "will not now be held": at most two words stand between a helper and its participle.
_LONGEST_HELPERS = 3
# How many tokens before and behind a date are read for a cue.
_LEFT, _RIGHT, _CLOSE = 40, 25, 6
_LOOKING_BACK = v.words("looking_back")
_PERFECT = v.words("perfect")
_PRESENT = v.words("present")
_LASTING = v.words("lasting_verbs")
_SCHEDULED = v.words("scheduled")
_FIXED = v.words("fixed")
_GOVERNS = 5
_MOVED = v.words("moved")
_CALLED = v.words("called")
_IN_FORCE = v.words("in_force")
_CONDITIONAL = v.words("conditional")
_ARRANGED = v.words("arranged")
_EARLIER_PLANS = v.words("earlier_plans")


class Cue(NamedTuple):
    """A tense and whether it is sure: a verb before the date is, a word after it is not."""

    tense: Tense | None
    sure: bool


NO_CUE = Cue(None, sure=False)


class Clauses:
    """The cues and sentence ends of one region in order, so that the nearest to a date is found by bisection."""

    def __init__(self, t: Tokens) -> None:
        """Reads every token once."""
        self._t = t
        self._places: list[int] = []
        self._tenses: list[Tense | None] = []
        self._ends: list[int] = []
        for i, low in enumerate(t.lows):
            if low in _ENDERS or low[0] == "\n":
                if t.ends_sentence(i):
                    self._ends.append(i)
            elif low in _CUES or low.endswith("ed"):
                tense = _verb(t, i)
                # A present between a verb of saying and the date: "said that talks are on, with a December visit".
                if tense is not None or low in _PRESENT:
                    self._places.append(i)
                    self._tenses.append(tense)

    def sentence_ends(self, start: int, end: int) -> int:
        """How many sentences end in tokens `start` to `end` (half-open)."""
        return bisect_left(self._ends, end) - bisect_left(self._ends, start)

    def cue(self, start: int, end: int) -> Cue:
        """The tense around tokens `start` to `end` (half-open): of the nearest verb before them, else after."""
        t = self._t
        before = self._preposition(start)
        if before == "for" and any(t.low(i) in _FIXED for i in range(start - 9, start)):
            return Cue("future", sure=True)
        if before == "for" and any(t.low(i) in _CALLED for i in range(start - _CLOSE, start)):
            return Cue("future", sure=False)
        if before == "to" and any(_is_moved(t, i) for i in range(start - 9, start)):
            return Cue("future", sure=True)
        if t.low(start - 1) in _IN_FORCE or t.low(start - 2) in _IN_FORCE:
            return Cue("future", sure=True)
        if any(t.low(i) == "ahead" and t.low(i + 1) == "of" for i in range(start - _CLOSE, start - 1)):
            return Cue("future", sure=True)
        if t.low(start - 2) in {"come", "follow"} and t.low(start - 3) == "to":
            return Cue("future", sure=True)
        if before == "of" and t.low(start - 2) == "ahead":
            return Cue("future", sure=True)
        if before == "since":
            return Cue("past", sure=True)
        left, verb = self._left(start)
        right = self._right(end)
        # "asked to answer by Friday", but "by Friday, thirty had died"; "closed until Friday", but "ran until March".
        if before == "by" and left != "future" and not (left == "open" and verb not in v.ASKING) and right != "past":
            return Cue("future", sure=False)
        if before in {"until", "till"} and verb not in _LASTING:
            return Cue("future", sure=False)
        if left is not None:
            # A verb far off governs something else: "forecast a cut at the bank's April 28 meeting".
            near = start - self._places[bisect_left(self._places, start) - 1] <= _GOVERNS
            return Cue(left, sure=near)
        if right is not None:
            return Cue(right, sure=False)
        if verb and before not in _LOOKING_BACK and any(t.low(i) in _PRESENT for i in range(start - _CLOSE, start)):
            # Only a present, and close: "the final is on Sunday", "the minister is meeting voters on Monday".
            return Cue("future", sure=False)
        return Cue("future", sure=False) if self._has_infinitive(start) else NO_CUE

    def _preposition(self, start: int) -> str:
        """The word before the date, or before the clock time that stands between: "until" of "until midnight on Monday"."""
        t = self._t
        at = start - 1
        if (
            t.low(at) == "on"
            and t.low(at - 1) in {"midnight", "noon"}
            and t.low(at - 2) in {"until", "till", "by", "before"}
        ):
            return t.low(at - 2)
        return t.low(at)

    def _left(self, start: int) -> tuple[Tense | None, str]:
        place = bisect_left(self._places, start) - 1
        if place < 0:
            return None, ""
        at = self._places[place]
        if at < start - _LEFT or self.sentence_ends(at, start):
            return None, ""
        return self._tenses[place], self._t.low(at)

    def _right(self, end: int) -> Tense | None:
        for place in range(bisect_left(self._places, end), len(self._places)):
            at = self._places[place]
            if at >= end + _RIGHT or self.sentence_ends(end, at):
                return None
            if self._t.low(at) in v.ASKED or (self._t.low(at) in v.RESOLVED and self._t.low(at + 1) == "to"):
                return "past"  # "on Thursday agreed to plead guilty": the agreement is Thursday's
            if self._tenses[place] is not None:
                return self._tenses[place]
        return None

    def _has_infinitive(self, start: int) -> bool:
        """True if "to" and a verb stand before the date in a sentence with no other cue, as headlines have it."""
        t, ends = self._t, bisect_left(self._ends, start)
        first = max(start - _LEFT, self._ends[ends - 1] if ends else 0)
        return any(
            t.low(i) == "to" and t.is_lower_word(i + 1) and t.low(i + 1) not in v.DETERMINERS
            for i in range(first, start)
        )


_ENDERS = frozenset(".!?")
_CUES = v.INTENT | v.FUTURE | v.PAST | _PRESENT | {"won"}


def _verb(t: Tokens, i: int) -> Tense | None:
    """The tense that the word there shows, if any."""
    low, before, after = t.low(i), t.low(i - 1), t.low(i + 1)
    if not t.is_lower_word(i):
        return None
    if low in v.INTENT and after == "to":
        if low in _ARRANGED and before in _EARLIER_PLANS:
            return "open"
        # "is due to" and "agreed to" look forward, "due to the storm" does not.
        return None if low == "due" and before not in {"is", "are"} else "future"
    if low == "would" and _was_then(t, i):
        return "open"
    if low in _CONDITIONAL and after == "have" and t.low(i + 2) != "to":
        return "past"  # "would have saved": what did not happen
    if low in v.FUTURE:
        return _future(low, before, after)
    if low == "won" and after in v.APOSTROPHES:
        return "future"
    past = low in v.PAST or (len(low) >= _SHORTEST_ED and low.endswith("ed") and low not in v.NOT_PAST)
    if not past or before == "to":
        return None
    if low in v.ASKING and _is_asked_to(t, i):
        return "open"  # whether it is asked or to be done then, nothing says
    helper = i - 1
    while t.low(helper) in v.BETWEEN_HELPERS and i - helper <= _LONGEST_HELPERS:
        helper -= 1
    if helper < i - 1 and t.low(helper) in v.FORWARD_HELPERS:
        return "open" if _was_then(t, helper) else "future"
    if any(t.low(at) in _PERFECT for at in range(helper, i)):
        return "open"  # "has issued a warning for Thursday": no perfect has a day of its own
    return None if before in {"is", "are", "being"} else "past"


def _is_asked_to(t: Tokens, i: int) -> bool:
    """True where somebody asks, tells or orders others to do a thing."""
    asked = range(i + 1, i + _CLOSE)
    return any(t.low(at) == "to" and t.is_lower_word(at + 1) and t.low(at + 1) not in v.DETERMINERS for at in asked)


def _is_moved(t: Tokens, i: int) -> bool:
    return t.low(i) in _MOVED or (t.low(i) == "put" and t.low(i + 1) in {"off", "back"})


def _was_then(t: Tokens, i: int) -> bool:
    """True where the plan was made in the past: "said then that it would be ready by December"."""
    return t.low(i) == "would" and any(t.low(j) == "then" for j in range(i - _CLOSE, i))


def _future(low: str, before: str, after: str) -> Tense | None:
    if low in _SCHEDULED and before in {"the", "a", "loose"}:
        return None
    if low == "due" and after == "to":
        return None
    if low in _ARRANGED and before in {"than", "as"}:
        return None
    return "open" if low in _ARRANGED and before in _EARLIER_PLANS else "future"
