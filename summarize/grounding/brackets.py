"""Names in square brackets for what a sentence opens on, as editors write them: "[Ann Lee] said so"."""

from __future__ import annotations

from summarize.article import Evidence, Span
from summarize.grounding.index import Index
from summarize.grounding.shapes import MAX_NAME


def bracketed(text: str, opening: Span, participant: int, index: Index) -> tuple[str, Evidence] | None:
    """A text with a name for its opening words, and the evidence of the name; None if it does not open so, or the name cannot stand there."""
    who = index.findings.participants[participant - 1]
    words = index.slice(opening)
    if not text.startswith(f"{words} ") or len(who.name) > MAX_NAME or set("[]") & set(who.name):
        return None
    article = _article(words, who.name_span, index)
    name = " ".join([*([words.split()[0]] if article < who.name_span.start else []), *who.name.split()])
    return f"[{name}]{text[len(words) :]}", index.evidence(Span(start=article, end=who.name_span.end))


def _article(words: str, name: Span, index: Index) -> int:
    """Where a name begins, with the first of several words where the same stands before it: "The court" is "[The Supreme Court]" if "the Supreme Court" was written."""
    first, *others = words.split()
    before = index.text[: name.start]
    start = len(before.rstrip()) - len(first)
    is_there = bool(others) and start >= 0 and before[start:].rstrip().casefold() == first.casefold()
    return start if is_there and (start == 0 or before[start - 1].isspace()) else name.start
