"""Boilerplate: lines that stand in a news text without being part of the story, by the rules of `boilerplate.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Final

from msgspec import Struct

from summarize.languages.layout_patterns import layout_patterns
from summarize.rules import Decision, Fact, Ladder, read_ladder

LANGUAGE: Final = "en"
"""The rules of one language are asked of every text: they are so narrow that other languages do not meet them."""
_PATTERNS: Final = layout_patterns(LANGUAGE)
_MIN_SENTENCE: Final = 6
"""Words of the shortest sentence that is content for being one."""
_MAX_KEPT: Final = 1_000
"""Characters of the longest paragraph of which it is kept what it is."""
_BOILERPLATE: Final = "boilerplate"


class LayoutParagraph(Struct, frozen=True, dict=True):
    """A paragraph, as rules ask about it."""

    words: str
    before: str = ""
    after: str = ""

    @cached_property
    def is_sentence(self) -> bool:
        """It reads as a sentence of a story, whatever it begins with."""
        if len(self.words.split()) < _MIN_SENTENCE or not self.words.rstrip("\"'”’)").endswith((".", "!", "?")):
            return False
        if _PATTERNS.labels_boilerplate.match(self.words):
            return False
        return bool(_PATTERNS.reported.search(self.words)) or not _PATTERNS.opens_boilerplate.match(self.words)


_FACTS: Final[Mapping[str, Callable[[LayoutParagraph], Fact]]] = {
    "characters": lambda paragraph: len(paragraph.words),
    "quoted": lambda paragraph: _PATTERNS.said.search(paragraph.words) is not None,
    "sentence": lambda paragraph: paragraph.is_sentence,
}


@cache
def boilerplate_rules(language: str = LANGUAGE) -> Ladder[LayoutParagraph]:
    """The rules of a language."""
    return read_ladder(f"{language}/boilerplate.toml", _FACTS, verdicts=frozenset({_BOILERPLATE, ""}))


def explain_boilerplate(paragraph: str) -> Decision | None:
    """What a paragraph is, and the rule that says so; None for content that no rule speaks of."""
    return boilerplate_rules().decide(LayoutParagraph(paragraph))


_kept = lru_cache(1 << 8)(explain_boilerplate)
"""An article is laid out when it is read and again when it is analysed, and a paragraph looked at from those around it."""


def is_boilerplate(paragraph: str) -> bool:
    """True if a paragraph is an advertisement, a share bar, a credit, a newsletter box or a link to another story."""
    decision = _kept(paragraph) if len(paragraph) <= _MAX_KEPT else explain_boilerplate(paragraph)
    return decision is not None and decision.verdict == _BOILERPLATE
