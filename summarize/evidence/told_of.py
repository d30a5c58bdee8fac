"""Somebody unnamed who is the subject of a sentence of speech: "The boy's father, a driver who declined to be named, said that he …"."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from summarize.evidence.heads import noun_ends
from summarize.evidence.vocabulary import LANGUAGE, PATTERNS, PERSON_NOUNS, ROLE_PATTERNS
from summarize.languages.people_patterns import unnamed_patterns

Range = tuple[int, int]

SOMEBODY: Final = PERSON_NOUNS | unnamed_patterns(LANGUAGE).nouns
"""Nouns for people."""
_DESCRIBED: Final = 3
"""Words before the noun for whoever it is: "a retired bus driver"."""
_LEAD: Final = 120
"""Code points of what may stand before the subject: "Speaking outside the station, "."""


class Teller(Struct, frozen=True):
    """Who speaks in a sentence. Half-open ranges of the text."""

    who: Range
    """The description: "The boy's father"."""
    said: int
    """Where the verb of speech ends: what is told between commas of whom it describes stands before it."""
    name: Range | None = None
    """What the sentence says he goes by: "identified only as Kamau"; a name where it is somebody's."""
    is_definite: bool = False
    """The description is one that somebody named may have: "The head teacher"."""
    is_unnamed: bool = False
    """It is said that he would not be named."""


def teller(text: str, start: int, end: int) -> Teller | None:
    """Who speaks in the sentence `text[start:end]`, if its subject is somebody whom the article does not name.

    An indefinite description is of nobody named, nor is what belongs to somebody ("her brother"), nor a definite one of whom it is said that
    he would not be named; a name in apposition ends it.
    """
    position = start
    joined = PATTERNS.teller_joins.match(text, position, end)
    position = joined.end() if joined is not None else position
    lead = PATTERNS.teller_lead.match(text, position, min(end, position + _LEAD))
    for at in (position, lead.end()) if lead is not None else (position,):
        opener = PATTERNS.teller_opens.match(text, at, end)
        if opener is None:
            continue
        if opener["them"]:
            return _of_them(text, opener.end(), end)
        head = _head_end(text, opener.end(), end)
        behind = PATTERNS.teller_says.match(text, head, end) if head is not None else None
        if head is None or behind is None:
            continue
        aside = behind["aside"] or ""
        named = PATTERNS.teller_named.search(aside)
        begun = behind.start("aside")
        return Teller(
            (at, head),
            behind.end(),
            (begun + named.start("name"), begun + named.end("name")) if named else None,
            is_definite=opener["definite"] is not None,
            is_unnamed=PATTERNS.teller_unnamed.search(behind["of"] + aside) is not None,
        )
    return None


def opens_on_somebody(text: str, start: int, end: int) -> str | None:
    """The noun for somebody unnamed who does something, with whom a sentence begins: "father" of "One father, a mechanic, has brought his daughter back"."""
    head = _described_at(text, start, end, is_anothers=False)
    if head is None or unnamed_patterns(LANGUAGE).named_after.match(text, head, end) is not None:
        return None
    barred = (PATTERNS.tells_of_death, PATTERNS.to_whom_still)
    if PATTERNS.is_done_to.match(text, head, end) or any(pattern.search(text, head, end) for pattern in barred):
        return None
    return text[start:head].rsplit(maxsplit=1)[-1]


def opens_on_anothers(text: str, start: int, end: int) -> str | None:
    """The noun for somebody who is only described, with whom a sentence begins, be it another's: "brother" of "Her brother has been asked"."""
    head = _described_at(text, start, end, is_anothers=True)
    if head is None or unnamed_patterns(LANGUAGE).named_after.match(text, head, end) is not None:
        return None
    return text[start:head].rsplit(maxsplit=1)[-1]


def _described_at(text: str, start: int, end: int, *, is_anothers: bool) -> int | None:
    """Where the description ends with which a sentence begins, of nobody whom the article need know."""
    opener = PATTERNS.teller_opens.match(text, start, end)
    if opener is None or opener["them"] or opener["definite"] or not (is_anothers or opener["indefinite"]):
        return None
    return _head_end(text, opener.end(), end)


def _of_them(text: str, start: int, end: int) -> Teller | None:
    """Who "one of them" is, where that is said: "One of them, a boat owner from Dover, said"."""
    behind = PATTERNS.teller_says.match(text, start, end)
    opener = PATTERNS.teller_opens.match(text, behind.start("aside"), end) if behind and behind["aside"] else None
    head = _head_end(text, opener.end(), end) if opener is not None and not opener["definite"] else None
    if behind is None or opener is None or head is None:
        return None
    is_unnamed = PATTERNS.teller_unnamed.search(behind["aside"]) is not None
    return Teller((opener.start(), head), behind.end(), is_unnamed=is_unnamed)


def _head_end(text: str, start: int, end: int) -> int | None:
    """Where the nouns for somebody end that a description leads to: "teacher" of "head teacher"; None if it is of nobody."""
    found: int | None = None
    for stop in noun_ends(text, start, end, _DESCRIBED, SOMEBODY):
        is_next = found is None or " " not in text[found + 1 : stop]
        if not (is_next and text[start:stop].islower()) or PATTERNS.determiners & set(text[start:stop].split()):
            break
        found = stop
    return found


def is_somebody(noun: str) -> bool:
    """True for a noun for people, listed or made from a deed as trades are."""
    return noun in SOMEBODY or ROLE_PATTERNS.trade.fullmatch(noun) is not None
