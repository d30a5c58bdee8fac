"""Lines of a story that open on a pronoun: told apart from what stood before them, each has the name of whom it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Line
from summarize.evidence.find import find
from summarize.grounding.brackets import with_opening_named
from summarize.grounding.index import Index
from summarize.grounding.shapes import is_pronoun
from summarize.languages.stories import changes
from summarize.stories.merging.sources import Source

_WORDS: Final = changes("en")
_BY_NAME: Final = frozenset({"person", "organisation"})
"""Kinds of those who stand by name for the pronoun of whoever says something."""


def named_at(line: Line, source: Source) -> Line | None:
    """A sentence with the name of whom its opening pronoun means in brackets, as on a card; None where that is not sure."""
    article, cite = source.card.article, line.evidence[0]
    if not source.document.is_english:
        return None
    findings = find(article, None, source.document)
    sentence = next((one for one in findings.sentences if one.span.start == cite.start), None)
    found = with_opening_named(line.text, sentence, Index(article, findings)) if sentence is not None else None
    if found is None:
        return None
    text, name = found
    evidence = (*line.evidence, *source.cites([name]))
    return line.model_copy(update={"text": text, "support": "cut", "evidence": evidence})


def in_place(told: Sequence[Line], facts: Sequence[Line], accounts: Sequence[Source]) -> tuple[Line, ...]:
    """The facts of a story, of which one that opens on a pronoun and follows another sentence than in its article names whom it means, where that is sure.

    Args:
        told: what the story tells right before them.
        facts: the lines.
        accounts: its articles.
    """
    return tuple(_in_place([*told, *facts], len(told), {source.number: source for source in accounts}))


def _in_place(lines: Sequence[Line], first: int, by_number: dict[int, Source]) -> Iterator[Line]:
    for place in range(first, len(lines)):
        line = lines[place]
        source = by_number.get(line.article)
        is_open = line.support == "verbatim" and _WORDS.opens_on_another.search(line.text) is not None
        if not is_open or source is None or (place and _is_right_behind(line, lines[place - 1], source)):
            yield line
            continue
        yield _by_who_speaks(line, source) or named_at(line, source) or line


def _by_who_speaks(line: Line, source: Source) -> Line | None:
    """A sentence that opens on the pronoun of whoever says it, with that name in brackets; None where it does not, or nobody of that name takes part."""
    by, start = line.attribution, line.evidence[0].start
    opening = next((part for part in by.evidence if part.start == start), None) if by is not None else None
    if by is None or by.source is None or opening is None or not is_pronoun(opening.text):
        return None
    at = source.text.rfind(by.source, 0, start)
    is_known = any(who.kind in _BY_NAME and who.name == by.source for who in source.card.who)
    if at < 0 or not is_known or not line.text.startswith(f"{opening.text} ") or set("[]") & set(by.source):
        return None
    evidence = (*line.evidence, source.cite_range(at, at + len(by.source)))
    return line.model_copy(
        update={"text": f"[{by.source}]{line.text[len(opening.text) :]}", "support": "cut", "evidence": evidence}
    )


def _is_right_behind(line: Line, before: Line, source: Source) -> bool:
    """True if nothing stands between two lines in their article."""
    start, end = line.evidence[0].start, before.evidence[0].end
    return before.article == line.article and end <= start and not source.text[end:start].strip()
