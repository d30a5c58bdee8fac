"""From an article to its Document: laid out and split into sentences once, and kept as long as the article is."""

from __future__ import annotations

import weakref
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec.structs import replace

from summarize.article import Article
from summarize.document import Document, SentenceRange
from summarize.evidence.marks import Quoted, quoted_runs
from summarize.evidence.sentences import rejoin_sentences, split_sentences
from summarize.languages.identification import reads_as_english, shown_language
from summarize.layout import Layout, lay_out, shadow
from summarize.layout.instructions import QuotingSentence, orders

Range = tuple[int, int]
_KEPT: dict[int, tuple[weakref.ref[Article], Document]] = {}
"""Documents by the identity of their article, which is let go together with it: equal articles may be many, and large."""


def document_of(article: Article) -> Document:
    """The Document of an article; the same one as long as that Article is kept."""
    kept = _KEPT.get(id(article))
    if kept is not None and kept[0]() is article:
        return kept[1]
    document = _read_document(article)
    identity = id(article)
    _KEPT[identity] = (weakref.ref(article, lambda _: _KEPT.pop(identity, None)), document)
    return document


def runs_in(document: Document) -> list[Quoted]:
    """What stands in quotation marks in the content of a text."""
    return list(_cached_runs(document.text, document.layout.body))


@lru_cache(2)  # what the sentences are split by is asked for again by whoever finds things in them
def _cached_runs(text: str, body: tuple[Range, ...]) -> tuple[Quoted, ...]:
    return tuple(quoted_runs(text, body))


def runs_by_paragraph(runs: Sequence[Quoted], paragraphs: int) -> list[list[Quoted]]:
    """The runs that touch each paragraph, in order."""
    by_paragraph: list[list[Quoted]] = [[] for _ in range(paragraphs)]
    for run in runs:
        for index in range(run.paragraph, run.last_paragraph + 1):
            by_paragraph[index].append(run)
    return by_paragraph


def _read_document(article: Article) -> Document:
    text = shadow(article.text)
    if text == article.text:
        text = article.text  # one of the two is enough to keep
    layout = lay_out(text, article.title)
    is_english = article.language == "en" or (article.language is None and reads_as_english(article.text))
    language = "en" if is_english else article.language or shown_language(article.text)
    paragraphs = _sentences(text, layout, language)
    ordered = orders(text, paragraphs)
    if ordered:
        # Nothing of them is content: as if they stood nowhere.
        body = list(_trim_ranges(text, _without(layout.body, ordered)))
        is_standfirst = layout.standfirst and bool(body) and body[0][0] == layout.body[0][0]
        layout = replace(layout, body=tuple(body), standfirst=is_standfirst)
        paragraphs = _sentences(text, layout, language)
    passages = (SentenceRange(part.start, part.end, at) for at, parts in enumerate(paragraphs) for part in parts)
    return Document(text, language, layout, array("q", chain.from_iterable(passages)), tuple(ordered))


def _sentences(text: str, layout: Layout, language: str | None) -> list[list[QuotingSentence]]:
    by_paragraph = runs_by_paragraph(_cached_runs(text, layout.body), len(layout.body))
    found: list[list[QuotingSentence]] = []
    for index, (start, end) in enumerate(layout.body):
        held = [outer for run in by_paragraph[index] for outer, _ in run.pieces_in(start, end)]
        parts = split_sentences(text, start, end) if language == "en" else _split_neutral(text, start, end, language)
        found.append(list(_with_quoted(rejoin_sentences(parts, held), held)))
    return found


def _with_quoted(sentences: Sequence[Range], held: Sequence[Range]) -> Iterator[QuotingSentence]:
    at = 0
    for start, end in sentences:
        first = at
        while at < len(held) and held[at][0] < end:
            at += 1
        yield QuotingSentence(start, end, held[first:at])


def _without(body: Sequence[Range], gone: Sequence[Range]) -> Iterator[Range]:
    """The paragraphs without some of their sentences; what stands on the two sides of one is two paragraphs."""
    for start, end in body:
        at = start
        for low, high in gone[bisect_left(gone, (start, start)) : bisect_left(gone, (end, end))]:
            if at < low:
                yield at, low
            at = high
        if at < end:
            yield at, end


def _trim_ranges(text: str, ranges: Iterable[Range]) -> Iterator[Range]:
    for start, end in ranges:
        held = text[start:end]
        if held.strip():
            yield start + len(held) - len(held.lstrip()), end - len(held) + len(held.rstrip())


def _split_neutral(text: str, start: int, end: int, language: str | None) -> list[Range]:
    from summarize.evidence.neutral.sentences import split_neutral  # noqa: PLC0415 - CLDR costs start-up time

    return split_neutral(text, start, end, language)
