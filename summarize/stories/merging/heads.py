"""The word that a sentence or a clause is about."""

from __future__ import annotations

import re
from typing import Final

from summarize.languages.stories import changes
from summarize.text.content import content_words

_WORDS: Final = changes("en")


def clause_head(text: str) -> str | None:
    """The noun of the last clause of a text that has a subject, which what stands between commas to describe it is not: "trial"."""
    for clause in reversed(_WORDS.clause_break.split(text)):
        head = None if _WORDS.describing.match(clause) else subject_head(_WORDS.beginning.sub("", clause, count=1))
        if head is not None:
            return head
    return None


def subject_head(text: str) -> str | None:
    """The word that says what a sentence is about: "cafe" of "The cafe of the old museum"; None for one that begins otherwise."""
    match = _WORDS.subject.match(text)
    words = [word for word in re.findall(r"[\w’'-]+", match["what"]) if content_words(word)] if match else []
    return next(iter(content_words(words[-1])), None) if words else None
