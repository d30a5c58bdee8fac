"""Speech behind a dialogue dash: "– Zostajemy – powiedziała burmistrz.", as Polish, Russian, Spanish, French and Swedish set it.

A dash alone means many things, so a run counts as speech only where a verb of saying of the language stands behind the dash that ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.evidence.marks import Quoted
from summarize.languages.basics import Basics

Range = tuple[int, int]

_OPENS = re.compile(r"(?:^|(?<=[.!?…])\s|(?<=\n))[–—-]\s?(?=[^\W\d_])")
_END = re.compile(r",?\s?[–—-]\s|,\s|\s[–—](?=[^\W\d_])")
_WORDS = re.compile(r"([^\W\d_]+)(?:\s([^\W\d_]+))?")
"""A word, and the next."""
_MIN_COUNT, _MAX_COUNT = 8, 600
"""The fewest and the most code points of a run of speech."""
_SHORT = 3
"""Most letters of an auxiliary or a pronoun before a verb."""


def dashed_runs(text: str, body: Sequence[Range], basics: Basics) -> list[Quoted]:
    """The runs of speech behind dialogue dashes, in text order.

    Args:
        text: the article's text.
        body: half-open code-point ranges of its paragraphs, in order.
        basics: the language's verbs of saying.
    """
    found: list[Quoted] = []
    for number, (start, end) in enumerate(body):
        paragraph = text[start:end]
        position = 0
        while (opened := _OPENS.search(paragraph, position)) is not None:
            position = opened.end()
            end_of_speech = _end_of_speech(paragraph, opened.end(), basics)
            if end_of_speech is None:
                continue
            first, last = start + opened.end(), start + end_of_speech
            found.append(
                Quoted(
                    parts=[(first, last)],
                    outer=[(start + opened.start(), last)],
                    paragraph=number,
                    mark="—",
                    last_paragraph=number,
                    last_mark=text[last - 1],
                )
            )
            position = end_of_speech
    return found


def _end_of_speech(paragraph: str, start: int, basics: Basics) -> int | None:
    """Where speech ends: at the first dash or comma with a verb of saying behind it, None if there is none in its sentence.

    A word of one to three letters may stand between: "— …, a expliqué le maire".
    """
    stop = paragraph.find("\n", start)
    limit = min(start + _MAX_COUNT, stop if stop >= 0 else len(paragraph))
    for end in _END.finditer(paragraph, start + _MIN_COUNT, limit):
        words = _WORDS.match(paragraph, end.end())
        if words is None:
            continue
        first, second = words[1].lower(), (words[2] or "").lower()
        if first in basics.verbs or (len(first) <= _SHORT and second in basics.verbs):
            return end.start()
    return None
