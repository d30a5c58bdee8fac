"""A comparison as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from summarize.evaluation.comparing.compare import Comparison, MeasureChange, Moved, RunFacts
from summarize.evaluation.comparing.figures import NONE, bounds, money, p_value, share, with_sign
from summarize.evaluation.comparing.page import Block, Column, Own, PageLine, PageTable, Piece, Styled
from summarize.evaluation.comparing.statistics import MIN_COUNT
from summarize.rendering.words import counted

_NAMED: Final = 5
"""Cases, or measures of a case, that are named where there may be many."""
_STYLES: Final = {"better": "bold green", "worse": "bold red", "cannot tell": "dim"}


def compare_page(comparison: Comparison, *, every: bool = False, limit: int = 5) -> Iterator[Block]:
    """The verdict; what limits it, such as cards that only one run has; the measures; the articles that changed most; the two runs."""
    yield PageLine([Own(comparison.verdict)], "bold")
    yield from _limits(comparison)
    yield _measures([change for change in comparison.changes if (change.tested or every) and change.articles])
    yield PageLine([Own(_legend(comparison))], "dim")
    if comparison.moved and limit:
        shown = comparison.moved[:limit]
        of = Own(f"Changed most, of {counted(len(comparison.moved), 'article')} that changed:")
        yield PageLine([of if len(comparison.moved) > 1 else Own("One article changed:")])
        yield from (PageLine(_pieces_of_case(moved), item=True) for moved in shown)
    yield _facts(comparison.a, comparison.b)


def _limits(comparison: Comparison) -> Iterator[Block]:
    for note in notes(comparison):
        yield PageLine([Styled(Own("Note: "), "yellow"), *note])
    for loss in comparison.losses:  # the last note is about them
        yield PageLine(
            [Styled(Own(f"no card in {loss.missing_in}: "), "yellow"), loss.case, Own(": "), loss.message], item=True
        )


def notes(comparison: Comparison) -> Iterator[list[Piece]]:
    """What a reader has to know before relying on the verdict, a line each."""
    if not comparison.same_gold:
        yield [
            Own(
                f"the gold of the two runs differs. Compared: {counted(comparison.articles, 'article')} of the same name and text, "
                "whose labels may have changed."
            )
        ]
    for side, names in (("A", comparison.only_a), ("B", comparison.only_b)):
        if names:
            more = [Own(f" and {len(names) - _NAMED} more")] if len(names) > _NAMED else []
            yield [Own(f"only {side} has {counted(len(names), 'article')}: "), ", ".join(names[:_NAMED]), *more]
    if comparison.a.repeats != comparison.b.repeats:
        yield [Own("the runs have different numbers of repetitions: tokens and cost are those of all of them.")]
    if comparison.losses:
        lost = " and ".join(
            f"{counted(count, 'card')} in {side}"
            for side in "AB"
            if (count := sum(loss.missing_in == side for loss in comparison.losses))
        )
        yield [Own(f"{lost} could not be made, which counts in cards.made and in no other measure.")]


def _measures(changes: Sequence[MeasureChange]) -> PageTable:
    return PageTable(
        [
            Column("measure", "left"),
            Column("A"),
            Column("B"),
            Column("B−A"),
            Column("95 %", "left"),
            Column("p"),
            Column("verdict", "left"),
            Column("shows"),
            Column("articles", wide=True),
            Column("up", wide=True),
            Column("down", wide=True),
        ],
        [_row(change) for change in changes],
    )


def _row(change: MeasureChange) -> list[Piece]:
    verdict = change.verdict or ("not tested" if not change.tested else NONE)
    drop = "none" if change.tested and change.smallest_drop is None else share(change.smallest_drop)
    cells = (
        change.measure,
        share(change.a),
        share(change.b),
        with_sign(change.difference or 0),
        bounds(change.interval),
        p_value(change.p_holm),
    )
    counts = (drop, str(change.articles), str(change.up), str(change.down))
    return [*map(Own, cells), Styled(Own(verdict), _STYLES.get(verdict, "dim")), *map(Own, counts)]


def _legend(comparison: Comparison) -> str:
    tests = sum(change.p_holm is not None for change in comparison.changes)
    holm = f"; by Holm’s correction for {tests} tests" if tests > 1 else ""
    return (
        "Means over the articles that have a value in both runs. B−A: mean of the differences, with its 95 % interval (bootstrap over "
        f"stories). p: two-sided (yes/no measures: McNemar’s exact test; others: sign flips over stories){holm}; {NONE} where fewer than "
        f"{MIN_COUNT} stories changed, too few for any test. shows: the smallest drop that these articles would show four times in five."
    )


def _pieces_of_case(moved: Moved) -> list[Piece]:
    largest = sorted(moved.changes.items(), key=lambda change: -abs(change[1][1] - change[1][0]))
    changes = ", ".join(f"{name} {share(before)} → {share(after)}" for name, (before, after) in largest[:_NAMED])
    more = f" and {len(largest) - _NAMED} more" if len(largest) > _NAMED else ""
    return [Styled(moved.case, "bold"), Own(f": {changes}{more}")]


def _facts(a: RunFacts, b: RunFacts) -> PageTable:
    rows: list[tuple[str, Callable[[RunFacts], str | None]]] = [
        ("run", lambda run: run.name),
        ("made", lambda run: run.created),
        ("gold", lambda run: run.gold_digest[:19]),
        ("engine", lambda run: run.engine if run.model is None else f"{run.engine}: {run.model}"),
        ("prompt", lambda run: run.prompt),
        ("prompt digest", lambda run: run.prompt_digest and run.prompt_digest[:19]),
        ("NLP model", lambda run: run.nlp),
        ("settings", lambda run: run.settings or None),
        ("version", lambda run: run.tool_version),
        ("answers", lambda run: ("replayed" if run.replayed else "asked for") if run.usage.requests else None),
        ("repetitions", lambda run: str(run.repeats) if run.repeats > 1 else None),
        ("cards", lambda run: f"{run.cards:,} of {run.articles:,}"),
        ("seconds", lambda run: f"{run.seconds:,.1f}"),
        ("requests", lambda run: f"{run.usage.requests:,}" if run.usage.requests else None),
        ("tokens in", lambda run: _tokens_in(run) if run.usage.requests else None),
        ("tokens out", lambda run: f"{run.usage.output_tokens:,}" if run.usage.requests else None),
        ("cost", lambda run: money(run.cost_usd) if run.usage.requests else None),
    ]
    shown = [(title, of(a), of(b)) for title, of in rows]
    return PageTable(
        [Column("", "left"), Column("A", "left", folds=12), Column("B", "left", folds=12)],
        [[Own(title), one or Own(NONE), other or Own(NONE)] for title, one, other in shown if one or other],
    )


def _tokens_in(run: RunFacts) -> str:
    cached = f" ({run.usage.cached_tokens:,} cached)" if run.usage.cached_tokens else ""
    return f"{run.usage.input_tokens:,}{cached}"
