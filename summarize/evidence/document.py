"""From an article to its Document: laid out and split into sentences once, and kept as long as the article is."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Sequence
from itertools import chain

from summarize.article import Article
from summarize.document import Document, Passage
from summarize.evidence.marks import Quoted, quoted_runs
from summarize.evidence.sentences import rejoined, split
from summarize.languages.identification import reads_as_english, shown_language
from summarize.layout import Layout, lay_out, shadow

Range = tuple[int, int]
_KEPT: dict[int, tuple[weakref.ref[Article], Document]] = {}
"""Documents by the identity of their article, which is let go together with it: equal articles may be many, and large."""


def document_of(article: Article) -> Document:
    """The Document of an article; the same one as long as that Article is kept."""
    kept = _KEPT.get(id(article))
    if kept is not None and kept[0]() is article:
        return kept[1]
    document = _read(article)
    identity = id(article)
    _KEPT[identity] = (weakref.ref(article, lambda _: _KEPT.pop(identity, None)), document)
    return document


def runs_in(document: Document) -> list[Quoted]:
    """What stands in quotation marks in the content of a text."""
    return quoted_runs(document.text, document.layout.body)


def runs_by_paragraph(runs: Sequence[Quoted], paragraphs: int) -> list[list[Quoted]]:
    """The runs that touch each paragraph, in order."""
    by_paragraph: list[list[Quoted]] = [[] for _ in range(paragraphs)]
    for run in runs:
        for index in range(run.paragraph, run.last_paragraph + 1):
            by_paragraph[index].append(run)
    return by_paragraph


def _read(article: Article) -> Document:
    text = shadow(article.text)
    if text == article.text:
        text = article.text  # one of the two is enough to keep
    layout = lay_out(text, article.title)
    is_english = article.language == "en" or (article.language is None and reads_as_english(article.text))
    language = "en" if is_english else article.language or shown_language(article.text)
    bounds = array("q", chain.from_iterable(_sentences(text, layout, language)))
    return Document(text, language, layout, bounds)


def _sentences(text: str, layout: Layout, language: str | None) -> list[Passage]:
    by_paragraph = runs_by_paragraph(quoted_runs(text, layout.body), len(layout.body))
    found: list[Passage] = []
    for index, (start, end) in enumerate(layout.body):
        held = [outer for run in by_paragraph[index] for outer, _ in run.pieces_in(start, end)]
        parts = split(text, start, end) if language == "en" else _split_neutral(text, start, end, language)
        found.extend(Passage(*sentence, index) for sentence in rejoined(parts, held))
    return found


def _split_neutral(text: str, start: int, end: int, language: str | None) -> list[Range]:
    from summarize.evidence.neutral.sentences import split_neutral  # noqa: PLC0415 - CLDR costs start-up time

    return split_neutral(text, start, end, language)
