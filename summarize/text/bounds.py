"""What the words right in front of a number make of it: "at least 30", "fewer than 30", "about 30"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, cast

from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.languages.measures import number_words

Bound = Literal["least", "most", "about"]


@cache
def _bounds() -> re.Pattern[str]:
    words = number_words("en")
    kinds = dict(words.bounds) if words is not None else {}
    kinds["most"] = (*kinds.get("most", ()), *figures("en").below)
    return re.compile(
        "|".join(
            rf"(?P<{kind}>\b(?:{'|'.join(each.replace(' ', chr(92) + 's') for each in phrases)})\s$)"
            for kind, phrases in kinds.items()
        ),
        re.IGNORECASE,
    )


def bound_before(before: str) -> Bound | None:
    """What the words right in front of a number make of it: at least so many, at most, about so many."""
    match = _bounds().search(before)
    return cast("Bound", match.lastgroup) if match is not None else None


def bound_words(text: str, value: str, bound: Bound | None) -> str | None:
    """The words by which a text bounds a number that it prints, in small letters: "more than" of "More than 30 were hurt"; None if it has none of that kind."""
    for place in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE):
        match = _bounds().search(text[: place.start()])
        if match is not None and match.lastgroup == bound:
            return " ".join(match.group().lower().split())
    return None


def usual_words(bound: Bound) -> str:
    """The commonest words of a kind of bound: "at least"."""
    words = number_words("en")
    if words is None:
        raise AssertionError("the tables of English are part of the package")
    return words.bounds[bound][0]


_STRICT: Final = re.compile(any_of(frozenset(figures("en").strictly)), re.IGNORECASE)


def is_strict(words: str | None) -> bool:
    """True for words of a bound that leave its number itself out: "more than", and not "at least"."""
    return words is not None and _STRICT.fullmatch(words) is not None
