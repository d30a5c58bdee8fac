"""What of an article is the same in every language: its names, places, figures and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.card import Card
from summarize.document import Document
from summarize.evidence.document import document_of
from summarize.gazetteer import city_of, country_code, fold, given_name_gender, is_known_everywhere, people_of
from summarize.languages.basics import basics
from summarize.stories.grouping.words import priors, stem
from summarize.text.tokens import Token, starts, tokens

_SENTENCES: Final = 40
_HEAD: Final = 300
_SHORTEST: Final = 4
"""Letters of the shortest name that is known again."""
_CITY_WORDS: Final = 3
_YEARS: Final = range(1900, 2101)
_HUNDRED, _DOZEN, _ROUND = 100, 13, 5
_OF_PLACE, _OF_LARGE_PLACE, OF_DAY = 0.7, 0.3, 0.5
SURE_FIGURE, FAIR_FIGURE = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Anchors:
    """What of an article is the same in every language."""

    language: str
    names: frozenset[str]
    """Last words of names, without accents, as printed."""
    sure: frozenset[str]
    """Those that are no common noun: all, or in a language that writes nouns with capitals those that once stand behind another."""
    places: frozenset[str]
    figures: frozenset[float]
    days: frozenset[str]
    """Dates that it gives, ISO, other than those of its own publication and its eve."""
    given: frozenset[tuple[str, str]] = frozenset()
    """Names with each given name that stands before them."""

    def weighed(self) -> Iterator[tuple[str, str | float, float]]:
        """Each anchor: its kind, itself, and what it counts where no other group of the language has it."""
        yield from (("name", each, 1.0) for each in self.names)
        yield from (
            ("place", each, _OF_LARGE_PLACE if is_known_everywhere(each) else _OF_PLACE) for each in self.places
        )
        yield from (("figure", each, worth(each)) for each in self.figures)
        yield from (("date", each, OF_DAY) for each in self.days)

    def given_to(self, name: str) -> frozenset[str]:
        """The given names that stand before a name; none for a place, a firm, or somebody who is called by a last name alone."""
        return frozenset(first for last, first in self.given if last == name)


def anchors_of(card: Card) -> Anchors:
    """What of a card's article is the same in every language."""
    document = document_of(card.article)
    names: set[str] = set()
    behind: set[str] = set()
    # Titles and datelines, which are no sentences, name places too.
    head = f"{card.article.title or ''}. {card.article.text[:_HEAD]}"
    places = {city for run in _capitalised(tokens(head)) for city in _cities(run)}
    figures: set[float] = set()
    given: set[tuple[str, str]] = set()
    # The 24 of a dateline is no figure that an article chose to give.
    dated = {float(when.start[8:10]) for when in card.when if when.start and when.precision in {"day", "time"}}
    for place, sentence in enumerate(document.sentences):
        if place == _SENTENCES:
            break
        sequence = document.tokens(sentence)
        first = starts(sequence)
        for run in _capitalised(sequence):
            places.update(_cities(run))
            # A capital that the sentence asks for tells a name only with another behind it.
            known = run if len(run) > 1 or sequence.index(run[0]) not in first else []
            names.update(_name(token) for token in known[-1:] if _may_be_name(token))
            given.update((_name(run[-1]), _name(token)) for token in run[:-1] if _is_given(token))
            behind.update(_name(token) for token in run[1:][-1:] if _may_be_name(token))
        figures.update(_figures(document, sentence) - dated)
    published = (card.article.published or "")[:10]
    days = {
        when.start[:10]
        for when in card.when
        if when.start and when.precision in {"day", "time"} and when.start[:10] > published
    }
    language = document.language or ""
    known_basics = basics(language)
    sure = behind if known_basics is not None and known_basics.noun_capitals else names
    return Anchors(
        language,
        frozenset(names),
        frozenset(sure),
        frozenset(places),
        frozenset(figures),
        frozenset(days),
        frozenset(given),
    )


def _capitalised(sequence: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sequence:
        if token.is_capital:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cities(run: Sequence[Token]) -> Iterator[str]:
    for size in range(1, _CITY_WORDS + 1):
        for at in range(len(run) - size + 1):
            words = run[at : at + size]
            # An ending may hang on the name by an apostrophe: "Izmir'de", "Geneva's".
            city = city_of(" ".join(token.text for token in words)) or city_of(" ".join(map(_name, words)))
            if city is not None:
                yield city


def _name(token: Token) -> str:
    return fold(token.text.partition("’")[0].partition("'")[0])


def _may_be_name(token: Token) -> bool:
    """True unless the word is short, a place of the lists, or one that news is full of."""
    name = _name(token)
    is_listed = city_of(name) or country_code(name) or people_of(name)
    return len(name) >= _SHORTEST and not is_listed and stem(name) not in priors()


def _is_given(token: Token) -> bool:
    # "Jean-Pierre" is no row of the list.
    return given_name_gender(_name(token).partition("-")[0]) is not None


def _figures(document: Document, sentence: object) -> set[float]:
    found: set[float] = set()
    for quantity in document.quantities(sentence):  # type: ignore[arg-type] # a passage of the document's own
        if quantity.clock is not None or quantity.is_ordinal or quantity.is_fraction:
            continue
        # "1.450" is 1,450 first where a language writes thousands so, and 1.45 second.
        value = float(max(quantity.values))
        if value > 1 and value not in _YEARS:
            found.add(value)
    return found


def worth(value: float) -> float:
    """What a shared figure counts: small and round whole numbers are in every article."""
    if value != int(value):
        return SURE_FIGURE
    if value >= _HUNDRED:
        return SURE_FIGURE if len(str(int(value)).rstrip("0")) > 1 else FAIR_FIGURE
    return FAIR_FIGURE if value >= _DOZEN and value % _ROUND else 0.25
