"""Whom a toll counts, by the noun behind its number: three passengers and one of the crew are two counts, and contradict nobody."""

from __future__ import annotations

import re
from typing import Final

from summarize.briefing import Figure
from summarize.evidence.vocabulary import LANGUAGE, PERSON_NOUNS
from summarize.languages.patterns import unnamed_patterns
from summarize.languages.stories import figures

_WORDS: Final = figures(LANGUAGE)
_BEHIND = re.compile(r"(?:\s[a-z’'-]+){1,4}")


def whom(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The noun for those whom a number counts, and where it ends; None if there is none or it is anybody's: "people", "members".

    Args:
        text: an article's text.
        start: where the number ends, in code points of `text`.
        end: where its sentence ends.
    """
    nouns = PERSON_NOUNS | unnamed_patterns(LANGUAGE).nouns | _WORDS.bodies_of_people
    found: tuple[str, int] | None = None
    behind = _BEHIND.match(text, start, end)
    for word in re.finditer(r"\S+", behind.group()) if behind else ():
        if word.group() in _WORDS.small:
            break
        if word.group() in nouns:
            at = start + word.end()
            found = (
                (word.group().removesuffix("s"), at) if word.group() not in _WORDS.anybody else found and (found[0], at)
            )
        elif found:
            break
    return found


def are_apart(one: Figure, other: Figure) -> bool:
    """True for tolls of two groups of people: of passengers, and of the crew."""
    nouns = [_noun(each) for each in (one, other)]
    return one.about in _WORDS.people and all(nouns) and nouns[0] != nouns[1]


def _noun(figure: Figure) -> str | None:
    text = figure.line.text
    begin = text.find(figure.value)
    found = whom(text, begin + len(figure.value.split(maxsplit=1)[0]), len(text)) if begin >= 0 else None
    return found[0] if found is not None else None
