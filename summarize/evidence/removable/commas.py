"""Parts that may be left out, by their commas alone, where no parse is at hand."""

from __future__ import annotations

from collections.abc import Container

from summarize.evidence.removable.table import Removable
from summarize.expressions import expression

Range = tuple[int, int]

_BRACKET = expression(r"\s?\([^()]{1,120}\)(?!\w)")
_ASIDE = expression(r",\s(?P<words>[^,;:()“”\"]{3,120}),(?=\s)")
_WORD = expression(r"[\w’'-]+")


def by_commas(text: str, start: int, end: int, table: Removable, verbs: Container[str]) -> list[Range]:
    """The parts of a sentence that may be left out: brackets, and asides between two commas that hold no verb of saying."""
    bracketed = _BRACKET.finditer(text, start, end) if text.find("(", start, end) >= 0 else ()
    brackets = [match.span() for match in bracketed if _may_go(match.group(), table, verbs)]
    asides = [
        match.span()
        for match in _ASIDE.finditer(text, start, end)
        if match["words"].split(maxsplit=1)[0] in table.relatives and _may_go(match["words"], table, verbs)
    ]
    return sorted([*brackets, *asides])


def _may_go(words: str, table: Removable, verbs: Container[str]) -> bool:
    told = {word.lower() for word in _WORD.findall(words)}
    return not (table.keeps(words) or table.has_ended(told)) and not any(
        word in verbs or word in table.unmasking for word in told
    )
