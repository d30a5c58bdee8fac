"""Short forms of the names of bodies: acronyms, and whether the beginning or end of a name is that body or another one.

"Ostwald Bank" beside "Ostwald Bank Pension Fund" is another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarize import gazetteer
from summarize.evidence.names import Name
from summarize.evidence.vocabulary import (
    NAME_PATTERNS,
    ORGANISATION_WORDS,
    SPEECH_VERBS,
)

_MAX_FULLER = 40
"""So many names that one begins or ends are told apart; an article that holds more of them is a list."""


def is_another_body(short: Sequence[str], fuller: Sequence[str]) -> bool:
    """True if the words that a fuller name has besides say that it is a body of its own, which belongs to the shorter: its workers, its fund.

    Both are words in small letters, the shorter the beginning or end of the fuller. Where the shorter says of no body what kind it is, one
    of these words alone may say that: "GMB union" is the GMB, "Kestrel Steel union" not Kestrel Steel.
    """
    is_opening = tuple(fuller[: len(short)]) == tuple(short)
    rest = fuller[len(short) :] if is_opening else fuller[: -len(short)]
    if not NAME_PATTERNS.of_others.isdisjoint(rest):
        return True
    is_whole = len(short) > 1 and not ORGANISATION_WORDS.isdisjoint(short)
    own = NAME_PATTERNS.bodies_beside if short[-1] not in NAME_PATTERNS.sides else NAME_PATTERNS.bodies_beside_sides
    return is_whole and not own.isdisjoint(rest)


def acts_on(text: str, short: Sequence[Name], fuller: Sequence[Name]) -> bool:
    """True if only what one does to the other stands between both names: "Tarn Lee Bank sued Tarn Lee". Both are in text order.

    Where more stands there it may be one body that is named again: "Tarn Lee Bank said that Tarn Lee was sorry".
    """
    starts = [name.start for name in fuller]
    for name in short:
        position = bisect_left(starts, name.start)
        for other in fuller[max(0, position - 1) : position + 1]:
            first, second = sorted((name, other), key=lambda one: one.start)
            deed = NAME_PATTERNS.deed_between.fullmatch(text, first.end, second.start)
            if deed is not None and SPEECH_VERBS.isdisjoint(deed.group().split()):
                return True
    return False


def body_key(name: str) -> tuple[str, ...]:
    """The words of a body's name in small letters, as its other mentions are compared with them."""
    folded = NAME_PATTERNS.legal_form.sub("", gazetteer.fold(name)).lower().replace(".", "")
    words = [word for word in folded.split() if word not in NAME_PATTERNS.the] or folded.split() or [name.lower()]
    # "Ministry of Defence" and "Defence Ministry" are one body.
    if len(words) == 3 and words[1] in NAME_PATTERNS.of and words[0] in NAME_PATTERNS.before_of:
        words = [words[2], words[0]]
    return tuple(words)


def match_body(
    key: tuple[str, ...],
    index: dict[tuple[str, ...], int],
    by_part: dict[tuple[str, ...], set[int]],
    acronyms: dict[str, tuple[str, ...]],
    keys: list[tuple[str, ...]],
) -> int | None:
    """The entity that a shorter name means: the same name, its acronym, or the one fuller name that it begins or ends.

    `keys` are the fullest names of the entities so far. "Ostwald Bank" is not meant by "Ostwald Bank Pension Fund".
    """
    if key in index:
        return index[key]
    if len(key) == 1 and key[0] in acronyms and acronyms[key[0]] in index:
        return index[acronyms[key[0]]]
    if len(key) == 1 and key[0].isalpha() and len(key[0]) <= 2:
        return None
    fuller = by_part.get(key, set())
    if len(fuller) > _MAX_FULLER:
        return None
    same = [number for number in fuller if not is_another_body(key, keys[number])]
    return same[0] if len(same) == 1 else None


def stated_acronyms(text: str, names: list[Name]) -> dict[str, tuple[str, ...]]:
    """Acronyms that the article explains: Ministry of External Affairs (MEA); FSMTC (Federal Service for …)."""
    stated: dict[str, tuple[str, ...]] = {}
    starts = [name.start for name in names]
    for position, name in enumerate(names):
        opens = name.end + text.startswith(".", name.end)  # "Kestrel Foundation Inc. (KFI)"
        if text[opens : opens + 2] != " (":
            continue
        following = bisect_left(starts, opens + 2, lo=position)
        if (
            following >= len(names)
            or names[following].start != opens + 2
            or text[names[following].end : names[following].end + 1] != ")"
        ):
            continue
        inner = names[following]
        short, full = (inner, name) if len(inner.text) < len(name.text) else (name, inner)
        if " " not in short.text:
            stated[body_key(short.text)[0]] = body_key(full.text)
    return stated
