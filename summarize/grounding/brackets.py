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
    return f"{article}[{' '.join(who.name.split())}]{text[len(words) :]}", index.evidence(who.name_span)


def _article(words: str, name: Span, index: Index) -> str:
    """The first of several words, where the same stands before the name as well: "The [Supreme Court]", since "the Supreme Court" was written."""
    first, *others = words.split()
    before = index.text[: name.start].split()[-1:]
    return f"{first} " if others and before and before[0].casefold() == first.casefold() else ""
