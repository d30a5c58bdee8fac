"""The marks of a page and the passages that they lead to: each passage stands once, in the list of sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.briefing import Briefing, Cite, Cited
from summarize.rendering.briefing.sources import Sources, by_article

_MOST_MARKS = 4


class Marks(NamedTuple):
    """The places to show, each with the outlet where it is to be named, and how many more there are."""

    shown: list[tuple[Cite, str | None]]
    more: int


class Cites:
    """Chooses what is marked, and remembers which passages the marks lead to."""

    def __init__(self, briefing: Briefing, prefix: str = "") -> None:
        """Mark places of a briefing."""
        self.prefix = prefix
        self.sources = Sources(briefing)
        self._shown: dict[int, set[Cite]] = {}

    def marks(self, evidence: Cited | Sequence[Cite], *, alone: bool = False) -> Marks:
        """Where it is said: the first few places, the outlet with the first one of each article."""
        cites = tuple(dict.fromkeys(evidence.evidence if isinstance(evidence, Cited) else evidence))
        groups = by_article(cites[: 1 if alone else _MOST_MARKS])
        for number, of_it in groups.items():
            self._shown.setdefault(number, set()).update(of_it)
        shown = [
            (cite, self.sources.outlet(cite.article) if at == 0 and not alone else None)
            for of_it in groups.values()
            for at, cite in enumerate(of_it)
        ]
        return Marks(shown, 0 if alone else len(cites) - len(shown))

    def passages(self, number: int) -> list[tuple[Cite, Window]]:
        """Every passage of an article that a mark made so far leads to, with the words around it."""
        ordered = sorted(self._shown.get(number, ()), key=lambda cite: (cite.start, cite.end))
        return [(cite, window(self.sources.articles[number].text, cite)) for cite in ordered]


AROUND = 160  # characters before and after
_LONGEST = 1200  # of the cited words themselves; of more, the first and the last are shown


class Window(NamedTuple):
    """A citation with the words before and after it. An ellipsis stands where words of the same paragraph are left out."""

    before: str
    words: str
    after: str
    left_out: int  # characters of the citation that are not in `words`


def window(text: str, cite: Cite) -> Window:
    """The words around a citation in its paragraph, cut between words."""
    before = text[max(0, cite.start - AROUND) : cite.start].rpartition("\n")[2]
    after = text[cite.end : cite.end + AROUND].partition("\n")[0]
    if len(before) == AROUND < cite.start:
        before = "…" + (before[before.index(" ") :] if " " in before else before)
    if len(after) == AROUND < len(text) - cite.end:
        after = (after[: after.rindex(" ") + 1] if " " in after else after) + "…"
    left_out = max(0, len(cite.text) - _LONGEST)
    words = f"{cite.text[: _LONGEST // 2]} … {cite.text[-_LONGEST // 2 :]}" if left_out else cite.text
    return Window(before, words, after, left_out)
