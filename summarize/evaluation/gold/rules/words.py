"""Names, places and roles: the article has them; quotations: their words stand inside their marks, labelled once, and none is left over.

A name stands in the article word for word. A speaker, a role and another name may also be initials, or be made of the article's words:
"lobster buyer" where it speaks of lobster buyers. What is in no such way in the article can hardly be on a card. Of other names that is
worth a note: somebody may say Turkey where the article says Türkiye.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarize.evaluation.gold.labels import Gold, GoldName, GoldPlace, GoldQuote, Words
from summarize.evaluation.gold.places import Ground, Problem, quote_for_message, words_problem
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
                yield Problem(label, f"{quote_for_message(one.name)} is labelled twice: see {seen[plain(one.name)]}")
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
    return Problem(label, f"{quote_for_message(name)} stands nowhere in the article", note=note)


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


@dataclass(frozen=True, slots=True)
class _Placed:
    """Labelled words, and where they stand."""

    start: int
    end: int
    label: str
    said: bool

    def holds(self, other: _Placed) -> bool:
        return self.start <= other.start and other.end <= self.end


def quotation_problems(gold: Gold, ground: Ground) -> Iterator[Problem]:
    """What is wrong with `quotes` and `not_quotes`."""
    placed: list[_Placed] = []
    for number, quote in enumerate(gold.quotes or ()):
        label = f"quotes[{number}]"
        for position, words in enumerate(quote.parts):
            yield from words_problem(ground, f"{label}.parts[{position}]", words, in_marks=True)
        parts = _parts(label, quote, ground)
        placed += parts
        for earlier, later in pairwise(parts):
            if later.start < earlier.start:
                yield Problem(later.label, f"it stands before {earlier.label}: parts come in the order of the article")
        yield from speaker_problems(label, quote, ground.text)
    for number, words in enumerate(gold.not_quotes or ()):
        yield from words_problem(ground, f"not_quotes[{number}]", words, in_marks=True)
        placed += _place(f"not_quotes[{number}]", words, ground, said=False)
    for one in placed:
        yield from _edges(one, ground)
    yield from _overlaps(placed)
    if gold.quotes is not None and gold.not_quotes is not None:
        for (start, _), left in ground.uncovered_words([(one.start, one.end) for one in placed]):
            yield Problem(
                "quotes",
                f"{quote_for_message(left)} at {start} is in quotation marks, but neither in quotes nor in not_quotes",
            )


def _place(label: str, words: Words, ground: Ground, *, said: bool) -> list[_Placed]:
    at = ground.place(words.text, words.at, in_marks=True)
    return [] if at is None else [_Placed(at, at + len(words.text), label, said)]


def _parts(label: str, quote: GoldQuote, ground: Ground) -> list[_Placed]:
    return [
        one
        for position, words in enumerate(quote.parts)
        for one in _place(f"{label}.parts[{position}]", words, ground, said=True)
    ]


def _edges(one: _Placed, ground: Ground) -> Iterator[Problem]:
    """Marks that are labelled with the words, and words outside the marks."""
    for run in ground.runs:
        for (start, end), (outer_start, outer_end) in zip(run.parts, run.outer, strict=True):
            if one.end <= outer_start or outer_end <= one.start or (start <= one.start and one.end <= end):
                continue
            if outer_start <= one.start and one.end <= outer_end:
                yield Problem(one.label, "the quotation marks do not belong to the words")
            else:
                yield Problem(
                    one.label, "it goes on outside the quotation marks: what stands outside is no part of the words"
                )


def _overlaps(placed: Sequence[_Placed]) -> Iterator[Problem]:
    ordered = sorted(placed, key=lambda one: (one.start, -one.end, not one.said))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.start >= one.end:
                break
            if one.holds(other) and other.holds(one):
                how = "twice" if one.said == other.said else "both as said and as said by nobody"
                yield Problem(other.label, f"these words are labelled {how}: see {one.label}")
            elif not (
                one.said and not other.said and one.holds(other)
            ):  # a title or term inside somebody's words may be
                yield Problem(other.label, f"it overlaps {one.label}")
