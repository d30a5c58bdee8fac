"""Whether two sentences, or two names, say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarize.languages.figures import figures
from summarize.text.content import content_words

_SAME = 0.6
"""Share of the shorter sentence's words of content that the longer one has, from which it adds nothing."""


def adds_nothing(text: str, others: Iterable[str]) -> bool:
    """True if what a sentence says is in one of the others; a figure that none of them has always adds something."""
    mine = content_words(text)
    for other in others:
        its = content_words(other)
        shorter = min(len(mine), len(its))
        figures = {word for word in mine if any(map(str.isdigit, word))}
        if shorter and figures <= its and len(mine & its) >= _SAME * shorter:
            return True
    return not mine


def alike(one: str, other: str) -> bool:
    """True if half the words of content of the shorter sentence, figures aside, are in the other."""
    mine, its = ({word for word in content_words(text) if not word[0].isdigit()} for text in (one, other))
    return len(mine & its) >= 0.5 * min(len(mine), len(its)) > 0


def same_name(one: str, other: str, kind: str) -> bool:
    """True if two names of one kind, in articles about one event, are the same participant's.

    Equal but for case and marks; or for people a surname with the full name, and a full name with one that has more first names.
    """
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return False
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=lambda parts: (len(parts), len("".join(parts))))
    if kind == "unnamed":
        return False
    if kind != "person":
        return len(shorter) > 1 and longer[: len(shorter)] == shorter
    return (
        shorter[-1] == longer[-1]
        and len(shorter[-1]) > 2
        and (set(shorter) <= set(longer) or _initials(shorter, longer))
    )


def _parts(name: str) -> list[str]:
    return [
        part
        for part in re.findall(r"[\w’'-]+", name.casefold().replace("’", "'"))
        if part not in figures("en").before_names
    ]


def _initials(shorter: list[str], longer: list[str]) -> bool:
    """True if first names that are not written out begin like those that are; of more initials than names, the first like the first."""
    if all(len(part) == 1 for part in longer[:-1]) and shorter[0].startswith(longer[0]):
        return all(part[0] in longer[:-1] for part in shorter[:-1])
    return all(any(part.startswith(mine) for part in longer[:-1]) for mine in shorter[:-1]) and all(
        len(part) <= 2 for part in shorter[:-1]
    )
