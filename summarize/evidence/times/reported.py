"""Quarters whose results are still to be published: they are over, or about to be, however much the results are to come."""

from __future__ import annotations

from datetime import date

from summarize.evidence.times.tense import Cue
from summarize.rules import reason_text
from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import day_of, quarter_of
from summarize.text.dates.expressions import Match, Point
from summarize.text.pieces import Pieces

_REPORTED, _RESULTS_OF = v.words("what_is_reported"), v.words("results_of")
_BEHIND = 2
"""Words behind "third-quarter" among which its results stand: "third-quarter financial results"."""
_QUARTERS, _MONTHS = 4, 3
_LATEST = 55
"""Days after the end of a quarter on which its results may still be due."""


def of_results(t: Pieces, match: Match, cue: Cue, published: date) -> Cue:
    """What shows the tense of a quarter: of one whose results are due it is that one that runs or ended last, "third-quarter results are due on 22 October".

    One that begins later keeps its tense.
    """
    said = match.expression
    if not isinstance(said, Point) or said.quarter is None or said.has_year or cue.tense != "future":
        return cue
    behind = not _REPORTED.isdisjoint(t.lows[match.end : match.end + _BEHIND])
    # "Results expected in the fourth quarter" are not of it.
    opens = match.start - (t.low(match.start) not in v.DETERMINERS)
    if not (behind or (t.low(opens - 1) in _RESULTS_OF and t.low(opens - 2) in _REPORTED)):
        return cue
    ago = (quarter_of(published) - said.quarter) % _QUARTERS
    opened = day_of(published.year, _MONTHS * quarter_of(published) - 2, 1) or published
    is_due = not ago or (ago == 1 and (published - opened).days <= _LATEST)
    by = reason_text("its results are due, so that it runs or has ended")
    return Cue("past", sure=True, by=by) if is_due else cue
