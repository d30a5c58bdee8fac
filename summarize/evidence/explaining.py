"""Why the findings say what they say of a place in an article: `summarize evidence --explain`.

An explainer takes the finders' work and a range of the text, and gives a `Reason` for each decision about what stands there. A finder that
wants to explain itself brings one and joins `EXPLAINERS`; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from summarize.article import Article, Span
from summarize.evidence.document import document_of
from summarize.evidence.find import Finder
from summarize.evidence.kinds import QuotedRun, kind_rules
from summarize.evidence.syntax import Syntax
from summarize.rules.ladder import Reason, all_decisions

Explainer = Callable[[Finder, Span], Iterator[Reason]]


def speaker_reasons(finder: Finder, at: Span) -> Iterator[Reason]:
    """Why the quotations that hold a range have the speakers that they have, and why a pronoun among them means whom it means."""
    for entry in finder.spoken:
        if any(start <= at.start and at.end <= end for start, end in entry.run.parts):
            yield from finder.speakers.reasons(entry)


def kind_reasons(finder: Finder, at: Span) -> Iterator[Reason]:
    """Why words in quotation marks are somebody's speech, a fragment of it, or no quotation at all."""
    text = finder.article.text
    for entry in finder.spoken:
        if any(start <= at.start and at.end <= end for start, end in entry.run.parts):
            decisions = all_decisions(kind_rules(), QuotedRun(text, entry))
            first = decisions[0]
            if entry.kind != first.verdict:
                yield Reason("kind", None, entry.kind)  # taken over from what it is listed with
            else:
                others = tuple(one for one in decisions[1:] if one.verdict != first.verdict)
                yield Reason("kind", first.rule, first.verdict, others)


EXPLAINERS: Final[tuple[Explainer, ...]] = (kind_reasons, speaker_reasons)


def explain(article: Article, words: str, syntax: Syntax | None = None) -> Iterator[tuple[Span, list[Reason]]]:
    """Each place where the words stand, and the reasons for what is found there; places that nothing was decided about are left out.

    Args:
        article: the article, in English: the finders of other languages have no rules to name.
        words: words of the article, exactly as they stand in it.
        syntax: a loaded NLP model, as `find` takes it.
    """
    document = document_of(article)
    if not document.is_english or not words.strip():
        return
    finder = Finder(article, document, syntax)
    start = article.text.find(words)
    while start >= 0:
        at = Span(start=start, end=start + len(words))
        reasons = [reason for explainer in EXPLAINERS for reason in explainer(finder, at)]
        if reasons:
            yield at, reasons
        start = article.text.find(words, at.end)
