"""The rules that refuse a claim in other words than its evidence's: what each looks at, in the order in which they are asked.

They refuse well and prove little: a claim that none of them refuses may still be wrong. See `docs/truth.md` for how many get by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from summarize.checking.causes import linking_words, unlinked_cause
from summarize.checking.dates import date_not_in
from summarize.checking.exchanged import exchanging_words, from_other_side, why_exchanged
from summarize.checking.figures import hedges, misplaced_figure, wrong_figure
from summarize.checking.headlines import in_plain_case
from summarize.checking.miscounting import why_miscounted
from summarize.checking.moods import moods, wrong_mood
from summarize.checking.names import is_elsewhere, unknown_name
from summarize.checking.needs import needs, unmet, why_opposed
from summarize.checking.quoting import find_misquotations
from summarize.checking.reading import Text
from summarize.checking.roles import kinds, swapped_role
from summarize.checking.sides import other_side
from summarize.checking.slots import other_name
from summarize.checking.sources import classes
from summarize.checking.voices import lost_source

Range = tuple[int, int]
Outcome = Literal["contradicted", "not shown"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a claim is refused: its evidence says otherwise, or does not say it."""

    rule: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class _Case:
    claim: Text
    source: Text
    ranges: Sequence[Range]

    @property
    def evidence(self) -> str:
        return " ".join(self.source.text[low:high] for low, high in self.ranges)


def _elsewhere(case: _Case) -> str | None:
    return "its evidence does not say so" if is_elsewhere(case.claim, case.source, case.ranges) else None


def _name(case: _Case) -> str | None:
    name = unknown_name(case.claim, case.source)
    return f"the name “{name}” is not in the article" if name is not None else None


def _date(case: _Case) -> str | None:
    times = [
        one for one in case.source.findings.times if any(low <= one.span.start < high for low, high in case.ranges)
    ]
    missing = date_not_in(case.claim.text, case.evidence, times, case.source.published)
    if missing is not None:
        return f"the date “{missing}” is not in its evidence"
    side = other_side(case.claim.text, case.evidence)
    return f"its evidence does not say “{side}”" if side is not None else None


def _roles(case: _Case) -> str | None:
    verb = swapped_role(case.claim, case.source, case.ranges, classes("en"), kinds("en"))
    return f"its evidence says “{verb}” of somebody or something else" if verb is not None else None


def _slot(case: _Case) -> str | None:
    found = other_name(case.claim, case.source, case.ranges, kinds("en").plain | kinds("en").mutual)
    return f"its evidence says “{found[1]}” there, not “{found[0]}”" if found is not None else None


def _mood(case: _Case, *, is_denied: bool) -> str | None:
    rule = wrong_mood(case.claim, case.source, case.ranges, moods("en"))
    return rule.reason if rule is not None and (rule.mood == "denial") is is_denied else None


def _without_times(claim: Text) -> str:
    """A claim with its times left blank: "last month" ranks nothing."""
    text = claim.text
    for span in (one.span for one in claim.findings.times):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _need(case: _Case) -> str | None:
    claim, known = _without_times(case.claim), needs("en")
    roots = {word.stem for word in case.claim.words}
    shared = [len(roots & {word.stem for word in case.source.within([each])}) for each in case.ranges]
    # Of an article's further sentences one goes up where another goes down.
    nearest = [case.source.text[a:b] for (a, b), count in zip(case.ranges, shared, strict=True) if count == max(shared)]
    told = from_other_side(case.claim, case.source, case.ranges, known.converses)
    return unmet(claim, case.evidence, known) or why_opposed(claim, " ".join(nearest), known, told=told)


def _years(case: _Case) -> frozenset[Decimal]:
    """The years that the evidence's times are resolved to, and how far those that it names are from the article's date."""
    times = (one for one in case.source.findings.times if any(a <= one.span.start < b for a, b in case.ranges))
    years = {int(value[:4]) for one in times for value in (one.start, one.end) if value}
    published = (case.source.published or "")[:4]
    spans = {abs(int(published) - year) for year in years} if published else set()
    return frozenset(map(Decimal, years | spans))


def _quotation(case: _Case, *, kinds: frozenset[str]) -> str | None:
    return next(
        (reason for kind, reason in find_misquotations(case.claim, case.source, classes("en")) if kind in kinds), None
    )


RULES: Final[tuple[tuple[str, Outcome, Callable[[_Case], str | None]], ...]] = (
    ("quotation", "contradicted", lambda case: _quotation(case, kinds=frozenset({"moved"}))),
    ("quotation", "not shown", lambda case: _quotation(case, kinds=frozenset({"altered", "absent"}))),
    ("elsewhere", "not shown", _elsewhere),
    ("date", "not shown", _date),
    ("name", "not shown", _name),
    ("name", "not shown", _slot),
    ("figure", "contradicted", lambda case: misplaced_figure(case.claim, case.source, case.ranges, hedges("en"))),
    ("figure", "contradicted", lambda case: why_miscounted(case.claim, case.source, case.ranges, hedges("en"))),
    ("figure", "not shown", lambda case: wrong_figure(case.claim.text, case.evidence, hedges("en"), _years(case))),
    ("roles", "not shown", _roles),
    (
        "roles",
        "not shown",
        lambda case: why_exchanged(
            case.claim, case.source, case.ranges, exchanging_words("en"), kinds("en").plain | kinds("en").mutual
        ),
    ),
    ("denial", "contradicted", lambda case: _mood(case, is_denied=True)),
    ("mood", "not shown", lambda case: _mood(case, is_denied=False)),
    ("source", "not shown", lambda case: lost_source(case.claim, case.source, case.ranges, classes("en"))),
    ("need", "not shown", _need),
    ("need", "not shown", lambda case: unlinked_cause(case.claim, case.source, case.ranges, linking_words("en"))),
)
"""Name, what it means for the claim, and the rule: the reason of what it refuses, None where it sees nothing."""


def refusal(claim: Text, source: Text, ranges: Sequence[Range]) -> Refusal | None:
    """Why a claim is refused, None if no rule refuses it.

    Args:
        claim: the claim, read with the NLP model.
        source: the article, read with the NLP model.
        ranges: half-open ranges of the article that the claim rests on.
    """
    case = _Case(in_plain_case(claim, source), source, ranges)
    for name, outcome, rule in RULES:
        reason = rule(case)
        if reason is not None:
            sure = outcome == "contradicted" and any(rule(one) is not None for one in _closest(case))
            return Refusal(name, "contradicted" if sure else "not shown", reason)
    return None


_CLOSE = 0.7
"""Share of a claim's words that one sentence must have before it is said to contradict the claim, and not merely not to show it."""


def _closest(case: _Case) -> Iterator[_Case]:
    """The claim beside each single sentence that has most of its words."""
    roots = {word.stem for word in case.claim.words}
    for each in case.ranges:
        held = {word.stem for word in case.source.within([each])}
        if roots and len(roots & held) >= _CLOSE * len(roots):
            yield _Case(case.claim, case.source, [each])
