"""What is noted of a date while somebody asks why it is what it is."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec.structs import asdict

from summarize.evidence.times.points import Context
from summarize.evidence.times.resolve import needs_cue, resolve
from summarize.evidence.times.tense import NO_CUE, Clauses, Cue
from summarize.evidence.times.verbs import rule_of
from summarize.expressions import expression
from summarize.rules import Decision, RuleReason, notebook, reason_text, take_notes
from summarize.text.dates.expressions import Expression, Match, ResolvedDate
from summarize.text.pieces import Pieces

TABLE: Final = "languages/en/times.toml"
_CAPITAL: Final = expression(r"(?<=[a-z])(?=[A-Z])")


def note_time(  # noqa: PLR0913, PLR0917 - all that a date is resolved by
    t: Pieces,
    clauses: Clauses,
    match: Match,
    read: Expression,
    context: Context,
    value: ResolvedDate | None,
    is_joined: bool,
) -> None:
    """Note, while somebody asks, what a date was read as, what it is counted from, and what showed its tense.

    Args:
        t: the pieces of its region.
        clauses: the cues of that region.
        match: the date.
        read: what it was resolved as: the match's expression, or that with the day found for it.
        context: what it was resolved with.
        value: what came of it.
        is_joined: it takes its tense from the weekday that it is joined to.
    """
    notes = notebook()
    if notes is None:
        return
    start, end = t.starts[match.start], t.ends[match.end - 1]
    first, last = value.iso() if value else ("", None)
    days = f"{first}/{last}" if last else first
    notes.write(
        start,
        end,
        RuleReason("date", None, days, why=f"read as {_expression_in_words(read)}; {_basis(read, context, value)}"),
    )
    if needs_cue(read) and context.published is not None:
        notes.write(start, end, _tense(t, clauses, match, context.cue, is_joined=is_joined))
    notes.place(start, end)


def _basis(read: Expression, context: Context, value: ResolvedDate | None) -> str:
    """What a value rests on, by what becomes of it where that is taken away."""
    if value is None:
        day = (
            reason_text(f"with {context.published.isoformat()} as the day counted from")
            if context.published
            else reason_text("with no day")
        )
        return reason_text(f"{day}, nothing determines it")
    with take_notes():  # what the trials decide is not what was decided of the date
        rests = [
            words
            for words, without in (
                (_iso(context.published), context._replace(published=None)),
                (reason_text(f"the date before it in the text, {_iso(context.anchor)}"), context._replace(anchor=None)),
            )
            if resolve(read, without) != value
        ]
    return reason_text(f"counted from {' and '.join(rests)}") if rests else reason_text("it says its day by itself")


def _iso(day: date | ResolvedDate | None) -> str:
    if day is None:
        return ""
    return day.iso()[0] if isinstance(day, ResolvedDate) else day.isoformat()


def _expression_in_words(read: Expression) -> str:
    """An expression in words: "weekday (weekday=4)"."""
    kind = _CAPITAL.sub(" ", type(read).__name__).lower()
    given = [
        reason_text(f"{field}={_expression_in_words(held) if isinstance(held, Expression) else held}")
        for field, held in asdict(read).items()
        if held is not None and held is not False and held not in ("", frozenset())
    ]
    return f"{kind} ({', '.join(given)})"


def _tense(t: Pieces, clauses: Clauses, match: Match, cue: Cue, *, is_joined: bool) -> RuleReason:
    """The cue that a date was resolved with, and those that it beat."""
    cues = list(clauses.cues(match.start, match.end))
    if is_joined:
        return RuleReason("tense", None, cue.tense or "", why="as the weekday that it is joined to")
    if cue == NO_CUE:
        return RuleReason("tense", None, "", why="nothing in its sentence shows one")
    beat = tuple(
        Decision(one.tense or "", _row(t, one) or one.by) for one in dict.fromkeys(cues[1:]) if one.tense != cue.tense
    )
    row = _row(t, cue)
    sure = "" if cue.sure else ", not surely"
    return RuleReason("tense", row, cue.tense or "", beat, TABLE if row else "", f"{cue.by}{sure}")


def _row(t: Pieces, cue: Cue) -> str | None:
    """Id of the row that a cue rests on; None where it rests on a list of words."""
    if cue.rule is not None or cue.at is None:
        return cue.rule
    rule = rule_of(t, cue.at)
    return rule.id if rule is not None else None
