"""Words in quotation marks: whether they stand in the source as they are, and whether the one who says them there says them here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarize.article import Span
from summarize.checking.reading import Text
from summarize.checking.sources import Classes, is_anyone
from summarize.checking.voices import may_be_said_by
from summarize.evidence.marks import quoted_runs

_WORDS = 3
"""Fewer words in marks are a term or a title as often as speech."""
_NEAR = 0.6
"""Share of its words by which altered words are told from others."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words in quotation marks of a claim, and where they stand in the source."""

    words: str
    start: int
    """Where they begin in the claim, in code points, without the mark."""
    found: Span | None
    """Where the source has them, word for word."""
    nearest: Span | None
    """Where it has words like them, if it does not have these."""


def quoted_in(claim: str, source: str) -> list[QuotedWords]:
    """The words in quotation marks of a claim of three words or more, each looked for in the source.

    Args:
        claim: the claim.
        source: the article's text. Marks, capitals at the beginning and a comma or stop at the end are no alteration.
    """
    found: list[QuotedWords] = []
    for run in quoted_runs(claim, ((0, len(claim)),)):
        for start, end in run.parts:
            words = claim[start:end]
            if len(_WORD.findall(words)) >= _WORDS:
                at = _verbatim(words, source)
                found.append(QuotedWords(words, start, at, None if at is not None else _nearest(words, source)))
    return found


def _verbatim(words: str, source: str) -> Span | None:
    parts = [re.sub("['’]", "['’]", re.escape(word)) for word in re.split(r"\s+", words.strip(" ,.;:!?…"))]
    match = re.search(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", source, re.IGNORECASE)
    return Span(start=match.start(), end=match.end()) if match else None


def _nearest(words: str, source: str) -> Span | None:
    """The stretch of the source that is most like some words, None if none is."""
    mine = [word.lower() for word in _WORD.findall(words)]
    there = list(_WORD.finditer(source))
    best: tuple[float, int, int] = (0.0, 0, 0)
    held = set(mine)
    for index, match in enumerate(there):
        if match.group().lower() not in held:
            continue
        window = [each.group().lower() for each in there[index : index + len(mine)]]
        ratio = difflib.SequenceMatcher(None, mine, window, autojunk=False).ratio()
        if ratio > best[0]:
            best = (ratio, index, min(len(there), index + len(mine)) - 1)
    if best[0] < _NEAR:
        return None
    return Span(start=there[best[1]].start(), end=there[best[2]].end())


def find_misquotations(claim: Text, source: Text, known: Classes) -> Iterator[tuple[str, str]]:
    """What is wrong with the quotations of a claim: `altered`, `absent` or `moved`, and the reason in words."""
    for one in quoted_in(claim.text, source.text):
        if one.nearest is not None:
            words = " ".join(source.text[one.nearest.start : one.nearest.end].split())
            yield "altered", f"the article has “{words}”"
        elif one.found is None:
            yield "absent", f"the article does not have the words “{one.words.strip(' ,.')}”"
        elif (speaker := _other_speaker(claim, source, one, known)) is not None:
            yield "moved", f"the article gives “{one.words.strip(' ,.')}” to “{speaker}”"


def _other_speaker(claim: Text, source: Text, one: QuotedWords, known: Classes) -> str | None:
    """Who says words in the source, if the claim gives them to somebody else."""
    assert one.found is not None
    place = one.found
    there = [each for each in source.reported if each.source is not None and each.covers(place.start, place.end - 1)]
    here = [
        each
        for each in claim.reported
        if each.source is not None and any(low <= one.start < high for low, high in each.content)
    ]
    if not there or not here:
        return None
    inner = min(here, key=lambda each: sum(high - low for low, high in each.content))
    words = claim.text[slice(*inner.source)] if inner.source is not None else ""
    if is_anyone(words, known) or any(may_be_said_by(words, source, each, known) for each in there):
        return None
    first = there[0].source
    return " ".join(source.text[slice(*first)].split()) if first is not None else None
