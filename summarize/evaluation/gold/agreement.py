"""How far two labellers agree, field by field.

Lists are paired one to one, so that the pairs agree best as a whole, and counted as F1: twice the pairs over the labels of both. Where
both decide the same question, as whether a name is required, agreement is Cohen's kappa: 1 is perfect, 0 what chance alone would give.
Labels are pooled over the articles. A field that either of them left out of an article is not compared there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.errors import ArticleError, UsageError
from summarize.evaluation.gold.check import read_article
from summarize.evaluation.gold.compared import Comparison, Disagreement
from summarize.evaluation.gold.files import GoldFile
from summarize.evaluation.gold.places import Ground
from summarize.evaluation.gold.tally import Figure, Tally


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two labellers agree on."""

    figures: tuple[Figure, ...]
    disagreements: tuple[Disagreement, ...]
    articles: int
    """Labelled by both."""
    alone: tuple[GoldFile, ...]
    """Files of one that the other has not."""


def agreement(first: Sequence[GoldFile], second: Sequence[GoldFile]) -> Agreement:
    """The agreement of two labellers, whose files for one article have one name.

    Raises:
        UsageError: they have no name in common, or do not label the text that stands there.
        ArticleError: an article can be read from neither side.
    """
    ours, theirs = {file.name: file for file in first}, {file.name: file for file in second}
    names = sorted(ours.keys() & theirs.keys())
    if not names:
        raise UsageError("the two folders have no gold files of the same name")
    tally = Tally()
    disagreements: list[Disagreement] = []
    for name in names:
        one, other = ours[name], theirs[name]
        until = min((gold.until for gold in (one.gold, other.gold) if gold.until is not None), default=None)
        disagreements += Comparison(one, other, Ground(_text(one, other), until), tally).disagreements()
    alone = [file for file in (*first, *second) if not (file.name in ours and file.name in theirs)]
    return Agreement(tally.figures(), tuple(disagreements), len(names), tuple(alone))


def _text(first: GoldFile, second: GoldFile) -> str:
    """The text that both label."""
    try:
        article = read_article(first)
    except ArticleError:
        article = read_article(second)
    for file in (first, second):
        if file.gold.id not in {None, article.id}:
            raise UsageError(
                f"{file.path} labels another text than the one that stands there now: see `evals check {file.path}`"
            )
    return article.text
