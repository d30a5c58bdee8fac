"""The articles of a run as they are read: what is to be said of them is told, and how far it is is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.cli.messages import detail, tell

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.cli.progress import ProgressLine
    from summarize.errors import SummarizeError
    from summarize.reading import Outcome, Sources


def articles_of(
    sources: Sources, line: ProgressLine | None = None, *, notices: bool = True
) -> Iterator[Article | SummarizeError]:
    """What came of each source: its article, or why there is none."""
    for outcome in sources:
        told_of(outcome, sources, line)
        if outcome.error is not None:
            yield outcome.error
        elif outcome.reading is not None:
            for notice in outcome.reading.notices if notices else ():
                tell(f"note: {notice}")
            yield outcome.reading.article


def told_of(outcome: Outcome, sources: Sources, line: ProgressLine | None = None) -> None:
    """Tell what stands in the place of articles, and what was read where that is wanted; a line learns whether there are more."""
    if line is not None and line.total == 1 and sources.several:
        line.total = None  # one source, with nobody knows how many articles in it
    if outcome.told is not None:
        tell(f"note: {outcome.told}")
    elif outcome.reading is not None:
        article = outcome.reading.article
        day = f"published {article.published}" if article.published else "without a date"
        detail(
            f"read {article.source}: {len(article.text):,} characters, {day}, language {article.language or 'unknown'}"
        )
