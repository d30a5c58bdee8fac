"""What other accounts of a story have for their own headline: it is told before details of the first one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.briefing import Line
from summarize.stories.merging.headline import is_usable, without_label
from summarize.stories.merging.likeness import alike
from summarize.stories.merging.sources import Source
from summarize.text.content import content_words

Unit = tuple[Line, list[Line]]
"""A line of a story, with what answers it."""
_NAME: Final = re.compile(r"\b[A-Z][\w’'-]*")
_MOST_OF_TITLE: Final = 1 / 2
"""Share of a headline's words from which the story has told it."""
_MOST_OF_LINE: Final = 1 / 3
"""Share of the words of the shorter of two sentences, names apart, from which they tell one thing."""
_MIN_OF_TITLE: Final = 2
"""Words of a headline that the sentence has which tells it."""


def news_first(units: Sequence[Unit], headline: Line, lede: Line, accounts: Sequence[Source]) -> list[Unit]:
    """The lines of a story, before all those that tell the headlines of its other accounts, where headline and lede of the story tell nothing of them."""
    told = content_words(f"{headline.text} {lede.text}")
    first: list[Unit] = []
    for source in accounts[1:]:
        title = without_label(source.card.headline.text)
        words = content_words(title)
        if not is_usable(title) or len(words & told) >= _MOST_OF_TITLE * len(words):
            continue
        own = [unit for unit in units if unit[0].article == source.number]
        best = max(own, key=lambda unit: len(words & content_words(unit[0].text)), default=None)
        if best is None or best in first or len(words & content_words(best[0].text)) < _MIN_OF_TITLE:
            continue
        if not any(_tells_the_same(best[0], line) for line in (lede, *(unit[0] for unit in first))):
            first.append(best)
    return [*first, *(unit for unit in units if unit not in first)]


def _tells_the_same(one: Line, other: Line) -> bool:
    if alike(one.text, other.text):
        return True
    mine, its = (content_words(_NAME.sub(" ", line.text)) for line in (one, other))
    return len(mine & its) >= _MOST_OF_LINE * min(len(mine), len(its))
