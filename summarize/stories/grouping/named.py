"""The names of a text in any language that writes them with capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from summarize.gazetteer import city_of, country_code, fold, given_name_gender, is_place, people_of
from summarize.languages.loader import Table, Words, load
from summarize.stories.grouping.words import priors, stem
from summarize.text.tokens import Token, starts

_MIN_LENGTH: Final = 4
"""Letters of the shortest name that is known again."""
_CITY_WORDS: Final = 3


class _StormWords(Table):
    """`storms.toml`."""

    before: Words


@dataclass(slots=True)
class TextNames:
    """What names a text gives."""

    names: set[str] = field(default_factory=set)
    """Last words of names, without accents, as printed."""
    behind: set[str] = field(default_factory=set)
    """Those that once stand behind another word with a capital."""
    places: set[str] = field(default_factory=set)
    """Cities, each by one name whatever the language."""
    given: set[tuple[str, str]] = field(default_factory=set)
    """Names with each given name that stands before them."""
    full: set[str] = field(default_factory=set)
    """Names of two words, whole: "Hanwol Grace"."""
    storms: set[str] = field(default_factory=set)
    """Names behind a word for a storm."""

    def read(self, sequence: Sequence[Token]) -> None:
        """Take in the names of a sentence."""
        first = starts(list(sequence))
        at = {token.start: index for index, token in enumerate(sequence)}
        for run in capitalised_runs(sequence):
            self.places.update(cities(run))
            # A capital that the sentence asks for tells a name only with another behind it.
            known = run if len(run) > 1 or at[run[0].start] not in first else []
            last = next((token for token in reversed(known[-2:]) if _may_be_name(token)), None)
            if last is not None:
                self.names.add(name_of(last))
            self.given.update((name_of(run[-1]), name_of(token)) for token in run[:-1] if _is_given(token))
            self.behind.update(name_of(token) for token in run[1:][-1:] if _may_be_name(token))
            self.full.update(_full(run))
        words = load(_StormWords, "storms.toml").before
        self.storms.update(
            name_of(token)
            for before, token in pairwise(sequence)
            if before.lower in words and token.is_capital and _may_be_name(token)
        )


def capitalised_runs(sequence: Sequence[Token]) -> Iterator[list[Token]]:
    """The runs of words with capitals."""
    run: list[Token] = []
    for token in sequence:
        if token.is_capital:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def cities(run: Sequence[Token]) -> Iterator[str]:
    """The cities that a run of words with capitals names."""
    for size in range(1, _CITY_WORDS + 1):
        for at in range(len(run) - size + 1):
            words = run[at : at + size]
            # An ending may hang on the name by an apostrophe: "Izmir'de", "Geneva's".
            city = city_of(" ".join(map(_in_title_case, words))) or city_of(" ".join(map(name_of, words)))
            if city is not None:
                yield city


def name_of(token: Token) -> str:
    """A word of a name, without accents and what hangs on it by an apostrophe."""
    return fold(token.text.partition("’")[0].partition("'")[0])


def _in_title_case(token: Token) -> str:
    # A dateline may be all capitals: "GENEVA". So are short forms, which are no cities.
    return token.text.title() if token.text.isupper() and len(token.text) >= _MIN_LENGTH else token.text


def _may_be_name(token: Token) -> bool:
    """True unless the word is short, a place of the lists, or one that news is full of."""
    name = name_of(token)
    is_listed = city_of(name) or country_code(name) or people_of(name)
    return len(name) >= _MIN_LENGTH and not is_listed and stem(name) not in priors()


def _is_given(token: Token) -> bool:
    # "Jean-Pierre" is no row of the list.
    return given_name_gender(name_of(token).partition("-")[0]) is not None


def _full(run: Sequence[Token]) -> Iterator[str]:
    """Each two words that stand side by side, but for a place of the lists, a person's name, and what has a word that news is full of in both."""
    for one, other in pairwise(run):
        name = f"{name_of(one)} {name_of(other)}"
        if _is_given(one) or is_place(name) or city_of(name) or not (_may_be_name(one) or _may_be_name(other)):
            continue
        yield name
