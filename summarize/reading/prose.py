"""Texts that are no article: data, tables, program code. Told apart by what prose never does, so that no article is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence

from summarize.expressions import expression

_CODE = expression(
    r"\s*(?:def |class \w+[(:]|import \w|from \w+(?:\.\w+)* import |#include|return\b|if \(|for \(|while \(|else\b.*\{|(?:var|let|const|public|private|static|void|int|func|fn) \w"
    r"|\}|\)|</|//|/\*|@\w+$|\w+ = |\w+\.\w+\()|.*[;{]\s*$"
)
_SENTENCE = expression(r"[a-z]{2,}[.!?][\"'”’»)]*(?:\s|$)")
_MIN_LINES = 5


def other_than_prose(text: str) -> str | None:
    """What a text is if it is no prose ("JSON data", "a table", "program code"), else None."""
    head = text.lstrip()[:1]
    if head in {"{", "["}:
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            pass
        else:
            return "JSON data"
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    if len(lines) < _MIN_LINES:
        return None
    if sum(1 for line in lines if _CODE.match(line)) > 0.4 * len(lines) and _sentences(lines) < 0.3 * len(lines):
        return "program code"
    for mark in (",", "\t", ";", "|"):
        counts = [line.count(mark) for line in lines]
        if min(counts) >= 2 and len(set(counts)) <= 2 and _sentences(lines) < 0.2 * len(lines):
            return "a table"
    return None


def _sentences(lines: Sequence[str]) -> int:
    """How many lines end a sentence and have the words of one."""
    return sum(1 for line in lines if _SENTENCE.search(line) and len(line.split()) >= 6)
