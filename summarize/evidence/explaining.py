"""Why the findings say what they say of a place in an article: `summarize evidence --explain`.

A finder writes down what decides while it decides, into `rules.notebook()`, which is open only here. An explainer takes the finders' work and a
range of the text, and gives a `RuleReason` for each decision about what stands there; most that is told is what was noted (`noted_reasons`). A finder
that keeps what it asked its rules about brings an explainer of its own and joins `EXPLAINERS`; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from summarize.article import Article, Span
from summarize.evidence.document import document_of
from summarize.evidence.find import Finder
from summarize.evidence.kinds import QuotedRun, kind_rules
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.rules import Notebook, RuleReason, all_decisions, reason_text, take_notes


class Work(Struct, frozen=True):
    """What the finders found in an article, and what they noted of why."""

    finder: Finder
    findings: Findings
    notes: Notebook


Explainer = Callable[[Work, Span], Iterator[RuleReason]]
Drafter = Callable[[Article, Findings], object]


def speaker_reasons(work: Work, at: Span) -> Iterator[RuleReason]:
    """Why the quotations that hold a range have the speakers that they have, and why a pronoun among them means whom it means."""
    for entry in work.finder.spoken:
        if any(start <= at.start and at.end <= end for start, end in entry.run.parts):
            yield from work.finder.speakers.reasons(entry)


def kind_reasons(work: Work, at: Span) -> Iterator[RuleReason]:
    """Why words in quotation marks are somebody's speech, a fragment of it, or no quotation at all."""
    text = work.finder.article.text
    for entry in work.finder.spoken:
        if any(start <= at.start and at.end <= end for start, end in entry.run.parts):
            decisions = all_decisions(kind_rules(), QuotedRun(text, entry))
            first = decisions[0]
            if entry.kind != first.verdict:
                yield RuleReason("kind", None, entry.kind, why="as what it is listed with")
            else:
                others = tuple(one for one in decisions[1:] if one.verdict != first.verdict)
                yield RuleReason("kind", first.rule, first.verdict, others, f"languages/{kind_rules().name}")


def noted_reasons(work: Work, at: Span) -> Iterator[RuleReason]:
    """What the finders noted of what stands there while they decided."""
    yield from work.notes.over(at.start, at.end)


def meant_reasons(work: Work, at: Span) -> Iterator[RuleReason]:
    """Whom or what a name there means, and under which number it is listed."""
    for mention in work.findings.mentions:
        if mention.span.start >= at.end or mention.span.end <= at.start:
            continue
        one = (
            work.findings.participants[mention.participant - 1]
            if mention.participant is not None
            else work.findings.places[(mention.place or 1) - 1]
        )
        listed = reason_text(f"listed as {'participant' if mention.participant is not None else 'place'} {one.number}")
        dateline = work.findings.dateline
        where = (
            reason_text("in the dateline")
            if dateline is not None and dateline.covers(mention.span)
            else reason_text("in the text")
        )
        words = work.finder.text[mention.span.start : mention.span.end]
        why = reason_text(f"{listed}, {mention.kind}, named {len(one.mentions)} ×; this one stands {where}")
        yield RuleReason(f"“{words}” means", None, one.name, why=why)


EXPLAINERS: Final[tuple[Explainer, ...]] = (kind_reasons, speaker_reasons, noted_reasons, meant_reasons)


def explain(
    article: Article, words: str, syntax: Syntax | None = None, draft: Drafter | None = None
) -> Iterator[tuple[Span, list[RuleReason]]]:
    """Each place where the words stand, and the reasons for what is found there, or that nothing is.

    Args:
        article: the article, in English: the finders of other languages have no rules to name.
        words: whole words of the article, exactly as they stand in it: "he" is not looked for in "The".
        syntax: a loaded NLP model, as `find` takes it.
        draft: draws up a card from the findings, so that its choices are told as well.
    """
    document = document_of(article)
    if not document.is_english or not words.strip():
        return
    with take_notes(article.text) as notes:
        finder = Finder(article, document, syntax)
        findings = finder.findings()
        if draft is not None:
            draft(article, findings)
    work = Work(finder, findings, notes)
    for at in _find_words(article.text, words):
        reasons = [reason for explainer in EXPLAINERS for reason in explainer(work, at)]
        yield at, reasons or [_reason_for_nothing(work, at)]


def _find_words(text: str, words: str) -> Iterator[Span]:
    """Where words stand in a text, and are no part of longer words."""
    start = text.find(words)
    while start >= 0:
        at = Span(start=start, end=start + len(words))
        if not any(text[max(0, edge - 1) : edge + 1].isalnum() for edge in (at.start, at.end) if 0 < edge < len(text)):
            yield at
        start = text.find(words, at.end)


def _reason_for_nothing(work: Work, at: Span) -> RuleReason:
    """Why nothing is found in a range that no finder noted anything of."""
    is_read = any(one.span.start < at.end and at.start < one.span.end for one in work.findings.sentences)
    why = (
        reason_text("no run of capitals to be a name, no expression of time, and no quotation marks")
        if is_read
        else reason_text("it stands in no sentence that is read: a title, a byline, a caption or the like")
    )
    return RuleReason("found", None, "nothing", why=why)
