"""A headline for an article without one: cut from the lead by deleting, never by rewriting, and never what changes its meaning."""

from __future__ import annotations

import re
from typing import Final

from summarize.engines.extractive.cues import LANGUAGE
from summarize.languages.patterns import headlines
from summarize.languages.tables import kept_words

_PATTERNS: Final = headlines(LANGUAGE)
_UNSAFE = re.compile(r"[<>\[\]]|://|www\.")
_MAX_WORDS = 14
_MIN_WORDS = 5
_REACH = 600
"""How far into a lead a cut is looked for, in code points: no headline is longer."""


def cut(lead: str) -> str:
    """The lead with asides, weekday and later clauses deleted where nothing that they hold changes what is said.

    Whoever says it, denies it or doubts it stays, and so do conditions and plans: what holds one of the language's kept words is not
    deleted. The whole lead if nothing may go.
    """
    text = " ".join(lead.split())
    if _UNSAFE.search(text):
        return text  # a deletion could make markup or an address of what was none
    shorter = _without_day(_without(_PATTERNS.aside, text))
    # A deletion must not join what stood apart: every word left is one of the lead's.
    if _is_sound(shorter) and is_cut_of(shorter, text):
        text = shorter
    last_kept = max(
        (found.start() for kept in kept_words(LANGUAGE) for found in kept.pattern.finditer(text)), default=-1
    )
    for match in _PATTERNS.clause.finditer(text, max(0, last_kept), _REACH):
        head = text[: match.start()].rstrip(" ,;:")
        if _is_sound(head) and (len(head.split()) >= 7 or len(text.split()) > 2 * _MAX_WORDS):
            text = head
            break
    return _without_stop(text)


def _without(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: match.group() if _holds_kept_words(match.group()) else "", text)


def _without_day(text: str) -> str:
    """The text without the weekdays of its first clause: "a lawsuit filed on Thursday alleges" would read badly without."""
    first, comma, rest = text.partition(",")
    return _without(_PATTERNS.day, first) + comma + rest


def _holds_kept_words(words: str) -> bool:
    return any(kept.pattern.search(words) for kept in kept_words(LANGUAGE))


def _without_stop(text: str) -> str:
    """A headline has no full stop, but "5 a.m." and "the U.S." keep theirs; a lead of signs alone is left as it is."""
    if not any(map(str.isalnum, text)) or _PATTERNS.abbreviated.search(text):
        return text
    return text.rstrip(" .,;:")


def _is_sound(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= _MIN_WORDS
        and _PATTERNS.verb.search(_PATTERNS.relative.split(text)[0].partition(" ")[2]) is not None
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )


def is_cut_of(headline: str, lead: str) -> bool:
    """True if the headline's words stand in the lead in the same order, so that it was made by deleting alone."""
    words = iter(_words(lead))
    return all(word in words for word in _words(headline))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)
