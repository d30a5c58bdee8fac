"""Whether the clause around a date looks back or forward."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from summarize.evidence.times.direction import direction_of
from summarize.evidence.times.verbs import PAST_ENDING, PRESENT, cues_of_tense, is_object_of, tense_shown
from summarize.rules import reason_text
from summarize.rules.kept import kept
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Tense
from summarize.text.pieces import Pieces

# How many tokens before and behind a date are read for a cue.
_LEFT, _RIGHT, _CLOSE, _OPENING = 40, 25, 6, 3
_LOOKING_BACK = v.words("looking_back")
_MISHAPS = v.words("mishaps")
_AFTER_MISHAP = v.words("after_mishap")
_LASTING = v.words("lasting_verbs")
_TERMS = v.words("terms")
_GOVERNS = 5
_BY, _DEADLINES = v.words("by"), v.words("deadlines")
_ON, _HOURS, _BEFORE_HOURS = v.words("on"), v.words("hours"), v.words("before_hours")
_INFINITIVE = v.words("infinitive")
_AT_LEAST, _MIN_COUNT = v.words("at"), v.words("least")
_DENIED, _NOT = v.words("denied"), v.words("not")
_DENIED_REACH = 4
_NEXT_VERB = 4
"""Tokens from "would" on in which its own verb stands: "would not have closed"."""
_HAD, _BEEN, _DEMANDS = v.words("pluperfect"), v.words("been"), v.words("demands")
_PLANS, _OF_A_PLAN = v.words("plan_nouns"), v.words("before_day_of_a_plan")
_PROPOSALS, _RELATIVES, _CONDITIONAL = v.words("proposals"), v.words("relatives"), v.words("conditional")
_DONE_TO_A_PLAN, _OF_ITS_DAY = v.words("done_to_a_plan"), v.words("deeds_of_a_day") | v.words("begins_on_a_day")
_AFTER, _DOING = v.words("after"), tuple(v.words("present_ending"))
_BEFELL, _BEFALLEN = v.words("befell"), v.words("befallen")
_CLAUSE_MARKS = frozenset(",;:()–—")
_PROLONGED, _BEING = v.words("prolonged"), v.words("being")


class Cue(NamedTuple):
    """A tense and whether it is sure: a verb before the date is, a word after it is not."""

    tense: Tense | None
    sure: bool
    by: str = ""
    """What shows it, in plain words."""
    rule: str | None = None
    """Id of the rule of direction that gave it."""
    at: int | None = None
    """The token of the verb that shows it, for the rule of which `rule_of` is asked."""


NO_CUE = Cue(None, sure=False)


class Clauses:
    """The cues and sentence ends of one region in order, so that the nearest to a date is found by bisection."""

    def __init__(self, t: Pieces) -> None:
        self._t = t
        self._ends = [i for i, low in enumerate(t.lows) if low[0] in _ENDERS and t.ends_sentence(i)]

    @kept
    def _tense_tokens(self) -> tuple[list[int], list[Tense | None]]:
        """The tokens that may show a tense, and the tense that each shows: of a date that tells its own day nobody asks."""
        t, cues = self._t, cues_of_tense()
        places: list[int] = []
        tenses: list[Tense | None] = []
        for i, low in enumerate(t.lows):
            if low in cues or low.endswith(PAST_ENDING):
                tense = tense_shown(t, i)
                # A present between a verb of saying and the date: "said that talks are on, with a December visit".
                if tense is not None or low in PRESENT:
                    places.append(i)
                    tenses.append(tense)
        return places, tenses

    @property
    def _places(self) -> list[int]:
        return self._tense_tokens[0]

    @property
    def _tenses(self) -> list[Tense | None]:
        return self._tense_tokens[1]

    def sentence_ends(self, start: int, end: int) -> int:
        """How many sentences end in tokens `start` to `end` (half-open)."""
        return bisect_left(self._ends, end) - bisect_left(self._ends, start)

    def cue(self, start: int, end: int) -> Cue:
        """The tense around tokens `start` to `end` (half-open): of the nearest verb before them, else after."""
        return next(self.cues(start, end), NO_CUE)

    def cues(self, start: int, end: int) -> Iterator[Cue]:
        """What shows a tense around tokens `start` to `end`, the strongest first: it decides, the others are beaten."""
        t = self._t
        before = self._preposition(start)
        direction = direction_of(t, start, end, before)
        if direction is not None:
            yield Cue(direction.verdict, direction.sure, reason_text("the words beside the date"), direction.id)
        if self._is_after_mishap(start):
            yield Cue("past", sure=True, by=reason_text("the day of what has happened"))
        yield from self._cues_of_judgement(before, start, end)
        left, verb = self._left_of(before, start, end)
        yield from self._cues_of_what_came_before(left, start)
        if verb in v.ASKED and t.low(end) in _INFINITIVE:
            # "ordered teachers on Monday to admit pupils": the order is Monday's
            yield Cue("past", sure=True, by=reason_text(f"the order “{verb}”, which is of that day"))
        right, shows = self._right(end, opens=self.sentence_ends(start - _OPENING, start) > 0 or start < _OPENING)
        # "asked to answer by Friday", but "by Friday, thirty had died"; "closed until Friday", but "ran until March".
        if before in _BY and left == "past" and self.is_completed(start):
            # "had left their homes by Monday"
            yield Cue(
                "open" if verb in _DEMANDS else "past",
                sure=False,
                by=reason_text(f"“{before}” behind “{verb}”, completed"),
            )
        yield from self._cues_of_doing(before, left, start, end)
        if before in _BY and left != "future" and not (left == "open" and verb not in v.ASKING) and right != "past":
            yield Cue("future", sure=False, by=reason_text(f"“{before}” before the date, a deadline"))
        yield from self._cues_of_denial(before, left, start)
        if before in _DEADLINES and left == "past" and verb not in _LASTING | _TERMS and self._helper(start) in _BEING:
            # "Was held off the pier until Sunday" may be over.
            yield Cue("open", sure=False, by=reason_text(f"“{verb}”, which may have ended there"))
        if before in _DEADLINES and verb not in _LASTING:
            yield Cue("future", sure=False, by=reason_text(f"“{before}” before the date, a deadline"))
        if before in _DEADLINES and verb in _PROLONGED and self._helper(start) in _BEING:
            # Bail that "was continued until Friday".
            yield Cue("open", sure=False, by=reason_text(f"“{verb}”, which may end or begin there"))
        if left is not None:
            # A verb far off governs something else: "forecast a cut at the bank's April 28 meeting".
            at = self._places[bisect_left(self._places, start) - 1]
            yield Cue(left, start - at <= _GOVERNS, reason_text(f"“{t.word(at)}” before the date"), at=at)
        if right is not None:
            yield Cue(right, sure=False, by=reason_text(f"“{t.word(shows)}” behind the date"), at=shows)
        if verb and before not in _LOOKING_BACK and self._is_arranged(start):
            yield Cue("future", sure=False, by=reason_text("a present close before the date, an arrangement"))
        if self._has_infinitive(start):
            yield Cue("future", sure=False, by=reason_text("an infinitive in a sentence without another cue"))

    def _cues_of_doing(self, before: str, left: Tense | None, start: int, end: int) -> Iterator[Cue]:
        """Open, if what a day has did what the verb right before "by" tells: "stranded by Sunday's storm"; it may be a deadline's day: "wants it finished by Sunday's match"."""
        t = self._t
        place = bisect_left(self._places, start) - 1
        is_owned = t.low(end) in v.APOSTROPHES and t.low(end + 1) == "s"
        if before in _BY and left == "past" and is_owned and self._places[place] == start - 2:
            by = reason_text(f"“{t.word(start - 2)} {before}”, by what was of that day")
            yield Cue("open", sure=True, by=by)

    def _is_arranged(self, start: int) -> bool:
        """True if only a present is close before the date: "the final is on Sunday", "she is meeting voters on Monday".

        Not beyond what has happened, whose day it is: "he is behind the theft on Monday". The pieces of a possessive are no words.
        """
        t, left = self._t, _CLOSE
        for i in range(start - 1, max(start - _LEFT, 0) - 1, -1):
            low = t.low(i)
            if low in _MISHAPS:
                return False
            if low in PRESENT:
                return True
            left -= low not in v.APOSTROPHES and not (low == "s" and t.low(i - 1) in v.APOSTROPHES)
            if not left:
                return False
        return False

    def _is_after_mishap(self, start: int) -> bool:
        """True for the day of what has happened: "after a car crash on Monday", "in the fire on Monday"."""
        t, noun = self._t, start - 2
        if t.low(start - 1) not in _ON or t.low(noun) not in _MISHAPS:
            return False
        article = next((at for at in range(noun - 1, noun - 4, -1) if t.low(at) in v.DETERMINERS), None)
        return article is not None and t.low(article - 1) in _AFTER_MISHAP

    def _preposition(self, start: int) -> str:
        """The word before the date, or before the clock time that stands between: "until" of "until midnight on Monday"."""
        t = self._t
        at = start - 1
        if t.low(at) in _ON and t.low(at - 1) in _HOURS and t.low(at - 2) in _BEFORE_HOURS:
            return t.low(at - 2)
        if t.low(at) in _MIN_COUNT and t.low(at - 1) in _AT_LEAST:
            at -= 2  # "until at least Saturday"
        return t.low(at)

    def _left(self, start: int) -> tuple[Tense | None, str]:
        place = bisect_left(self._places, start) - 1
        if place < 0:
            return None, ""
        at = self._places[place]
        if at < start - _LEFT or self.sentence_ends(at, start):
            return None, ""
        return self._tenses[place], self._t.low(at)

    def _left_of(self, before: str, start: int, end: int) -> tuple[Tense | None, str]:
        """As `_left`, but of the plan itself behind a word that says so: "rejected a plan to close it from Friday".

        Only a weekday is that of what was done to a plan: "approved a plan to walk out on 8 December" is open.
        """
        left, verb = self._left(start)
        if left != "past" or verb not in _PLANS:
            return left, verb
        if before in _OF_A_PLAN:
            return "future", verb
        is_weekday = self._t.low(start) in v.WEEKDAYS and not any(low.isdecimal() for low in self._t.lows[start:end])
        return ("past" if is_weekday else "open"), verb

    def _cues_of_judgement(self, before: str, start: int, end: int) -> Iterator[Cue]:
        """Past, where `_is_of_judgement` and the word before the date does not make it the plan's."""
        if before not in _OF_A_PLAN and self._is_of_judgement(start, end):
            yield Cue(
                "past",
                sure=False,
                by=reason_text("what was done to something that would have done what stands before the date"),
            )

    def _cues_of_what_came_before(self, left: Tense | None, start: int) -> Iterator[Cue]:
        """Past for what befell somebody before a deed ahead, "will miss a month after breaking a toe on Monday"; else open: "will fly after meeting voters on Monday"."""
        t = self._t
        verb = self._places[bisect_left(self._places, start) - 1] if left == "future" else start
        for at in range(start - 1, verb, -1):
            if t.low(at) in _CLAUSE_MARKS:
                return
            if t.low(at) in _AFTER and t.low(at + 1).endswith(_DOING):
                befell = t.low(at + 1) in _BEFELL or t.low(at + 2) in _BEFALLEN
                by = reason_text(f"“{t.word(at)} {t.word(at + 1)}”, which came before what is to come")
                yield Cue("past" if befell else "open", sure=True, by=by)
                return

    def _is_of_judgement(self, start: int, end: int) -> bool:
        """True for a weekday that ends what was done to a plan by what the plan would do: "rejected a bill that would ban smoking on Tuesday".

        Not where the plan would do it on one day, as a strike or a start: whose the day is, it does not say.
        """
        t = self._t
        if t.low(start) not in v.WEEKDAYS or any(low.isdecimal() for low in t.lows[start:end]):
            return False
        first = max(0, start - _LEFT)
        would = next(
            (at for at in range(start - 1, first, -1) if t.low(at) in _CONDITIONAL and t.low(at - 1) in _RELATIVES),
            None,
        )
        if would is None or self.sentence_ends(would, start):
            return False
        opens = next((at + 1 for at in range(would, first, -1) if t.low(at)[0] in _ENDERS), first)
        if any(low in v.WEEKDAYS or low in v.DAY_WORDS for low in t.lows[opens:would]):
            return False  # "on Wednesday rejected a bill that would shut a school on Friday"
        if bisect_left(self._places, would + _NEXT_VERB) < bisect_left(self._places, start):
            return False  # "passed a bill that would cut taxes and said it would meet on Tuesday"
        noun = would - 2 - (t.low(would - 2) == ",")
        is_judged = t.low(noun) in _PROPOSALS and is_object_of(t, noun, _DONE_TO_A_PLAN, helped=False)
        return is_judged and _OF_ITS_DAY.isdisjoint(t.lows[would + 1 : would + _NEXT_VERB])

    def verb_before(self, start: int) -> tuple[Tense | None, str]:
        """The nearest word before a date in its sentence that may show a tense, and which it shows; an empty string if there is none."""
        return self._left(start)

    def is_completed(self, start: int) -> bool:
        """True if the verb before the date is a participle behind "had": "had left", "had already been told"."""
        return self._helper(start) in _HAD

    def _cues_of_denial(self, before: str, left: Tense | None, start: int) -> Iterator[Cue]:
        """Past, if the verb before "until" is denied of the past: "had not been told until Monday", "did not learn of it until Monday"."""
        if before not in _DEADLINES or left != "past":
            return
        verb = self._places[bisect_left(self._places, start) - 1]
        near = range(max(0, verb - _DENIED_REACH), verb + 1)
        if any(self._t.low(at) in _DENIED and self._t.low(at + 1) in _NOT for at in near):
            yield Cue("past", sure=True, by=reason_text(f"“{before}” behind what had not been done"))

    def _helper(self, start: int) -> str:
        """The word before the verb that stands before the date, but for adverbs and "been"; an empty string where no verb does."""
        before = bisect_left(self._places, start)
        helper = self._places[before - 1] - 1 if before else -1
        while self._t.low(helper) in v.BETWEEN_HELPERS or self._t.low(helper) in _BEEN:
            helper -= 1
        return self._t.low(helper)

    def _right(self, end: int, *, opens: bool) -> tuple[Tense | None, int]:
        """The tense of the first verb behind a date that shows one, and its token; `opens`: the date opens its sentence."""
        for place in range(bisect_left(self._places, end), len(self._places)):
            at = self._places[place]
            if at >= end + _RIGHT or self.sentence_ends(end, at):
                break
            if self._t.low(at) in v.ASKED or (self._t.low(at) in v.RESOLVED and self._t.low(at + 1) in _INFINITIVE):
                return "past", at  # "on Thursday agreed to plead guilty": the agreement is Thursday's
            if not opens and self._credits(end, at):
                break
            if self._tenses[place] is not None:
                return self._tenses[place], at
        return None, end

    def _credits(self, end: int, at: int) -> bool:
        """True if the verb at `at` only tells who said what stands before: "more travellers on Thursday, the state said"."""
        t = self._t
        if t.low(at) not in v.SAYING or "," not in t.lows[end:at]:
            return False
        behind = t.low(at + 1)
        inverted = t.low(at - 1) == "," and (t.is_capitalised(at + 1) or behind in v.DETERMINERS)
        return inverted or behind in v.AFTER_CREDIT or behind in v.WEEKDAYS or not behind

    def _has_infinitive(self, start: int) -> bool:
        """True if "to" and a verb stand before the date in a sentence with no other cue, as headlines have it."""
        t, ends = self._t, bisect_left(self._ends, start)
        first = max(start - _LEFT, self._ends[ends - 1] if ends else 0)
        return any(
            t.low(i) in _INFINITIVE and t.is_lower_word(i + 1) and t.low(i + 1) not in v.DETERMINERS
            for i in range(first, start)
        )


_ENDERS = frozenset(".!?\n")
"""First characters of what may end a sentence."""
