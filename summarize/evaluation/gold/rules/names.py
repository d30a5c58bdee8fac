"""Names, places and roles: the article has them.

A name stands in the article word for word. A speaker, a role and another name may also be initials, or be made of the article's words:
"lobster buyer" where it speaks of lobster buyers. What is in no such way in the article can hardly be on a card. Of other names that is
worth a note: somebody may say Turkey where the article says Türkiye.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evaluation.gold.labels import Gold, GoldName, GoldPlace, GoldQuote
from summarize.evaluation.gold.problem import Problem, shown
from summarize.evaluation.scoring.words import bare, plain

_WORD: Final = re.compile(r"[^\W_]+")
_LITTLE_WORDS: Final = frozenset("a an and at by for from in of on one or the them to with".split())


def name_problems(gold: Gold, text: str) -> Iterator[Problem]:
    """What is wrong with participants and places."""
    fields: tuple[tuple[str, Sequence[GoldName | GoldPlace]], ...] = (
        ("who", gold.who or ()),
        ("where", gold.where or ()),
    )
    for field, labels in fields:
        seen: dict[str, str] = {}
        for number, one in enumerate(labels):
            label = f"{field}[{number}]"
            if not stands(one.name, text):
                yield _nowhere(f"{label}.name", one.name)
            yield from _others(f"{label}.aliases", one.aliases, one.name, text, note=True)
            if isinstance(one, GoldName):
                yield from _others(f"{label}.roles", one.roles, one.name, text)
            if plain(one.name) in seen:
                yield Problem(label, f"{shown(one.name)} is labelled twice: see {seen[plain(one.name)]}")
            seen.setdefault(plain(one.name), label)
    if gold.where and not any(place.main for place in gold.where):
        yield Problem("where", "no place is the main one: say `main: true` of the place of the news")


def speaker_problems(label: str, quote: GoldQuote, text: str) -> Iterator[Problem]:
    """What is wrong with a speaker: a name, or the words that describe somebody unnamed."""
    if quote.speaker is not None and not _is_known(quote.speaker, "", text):
        yield _nowhere(f"{label}.speaker", quote.speaker)
    yield from _others(f"{label}.aliases", quote.aliases, quote.speaker or "", text, note=True)


def stands(name: str, text: str) -> bool:
    """True if a name stands in a text as whole words, whatever its case, marks and line ends."""
    wanted = plain(name)
    return bool(wanted) and re.search(r"(?<!\w)" + re.escape(wanted) + r"(?!\w)", plain(text)) is not None


def _others(label: str, names: tuple[str, ...], full: str, text: str, *, note: bool = False) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if not _is_known(name, full, text):
            yield _nowhere(f"{label}[{number}]", name, note=note)


def _nowhere(label: str, name: str, *, note: bool = False) -> Problem:
    if not plain(name):
        return Problem(label, "it is empty")
    return Problem(label, f"{shown(name)} stands nowhere in the article", note=note)


def _is_known(name: str, full: str, text: str) -> bool:
    return stands(name, text) or _is_initials(name, full) or _is_initials(full, name) or _is_in_words(name, text)


def _is_in_words(name: str, text: str) -> bool:
    words = [word for word in _WORD.findall(bare(name)) if word not in _LITTLE_WORDS]
    article = bare(text)
    return bool(words) and all(re.search(rf"(?<![^\W_]){re.escape(word)}", article) for word in words)


def _is_initials(short: str, name: str) -> bool:
    letters = short.replace(".", "").strip().casefold()
    words = _WORD.findall(name)
    initials = ("".join(word[0] for word in words), "".join(word[0] for word in words if word[0].isupper()))
    return len(letters) > 1 and letters in {one.casefold() for one in initials}
