"""What of an article is the same in every language: its names, places, figures and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.card import Card
from summarize.document import Document
from summarize.evidence.document import document_of
from summarize.gazetteer import fold, is_known_everywhere
from summarize.languages.basics import basics
from summarize.layout.foreign import month_of
from summarize.stories.grouping.named import TextNames, capitalised_runs, cities
from summarize.text.tokens import Token, tokens

_SENTENCES: Final = 40
_HEAD: Final = 300
_OPENING: Final = 500
"""Characters of a text in which it says what it is about."""
_FEW: Final = 2
_OF_DAYS: Final = frozenset({"day", "time"})
_DAY_AND_MONTH: Final = re.compile(
    r"(?P<day>\d{1,2})(?:[.ºª°]|[^\W\d_]{2})?\s(?:[^\W\d_]{2}\s)?(?P<month>[^\W\d_]{3,})"
)
_YEARS: Final = range(1900, 2101)
_HUNDRED, _DOZEN, _ROUND = 100, 13, 5
_OF_PLACE, _OF_LARGE_PLACE, OF_DAY = 0.7, 0.3, 0.5
OF_STORM = 2.0
"""A storm that has a name is one event, whatever else accounts of it share."""
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
    opened: frozenset[str] = frozenset()
    """The names, also whole, that its title and its first lines give."""
    full: frozenset[str] = frozenset()
    """Names of two words that are no person's and no place's, whole: "Hanwol Grace"."""
    storms: frozenset[str] = frozenset()
    """Names of storms that it opens with."""
    outlet: str = ""

    def with_weights(self) -> Iterator[tuple[str, str | float, float]]:
        """Each anchor: its kind, itself, and what it counts where no other group of the language has it."""
        yield from (("name", each, 1.0) for each in self.names)
        yield from (
            ("place", each, _OF_LARGE_PLACE if is_known_everywhere(each) else _OF_PLACE) for each in self.places
        )
        yield from (("figure", each, worth(each)) for each in self.figures)
        yield from (("date", each, OF_DAY) for each in self.days)
        yield from (("storm", each, OF_STORM) for each in self.storms)

    def given_to(self, name: str) -> frozenset[str]:
        """The given names that stand before a name; none for a place, a firm, or somebody who is called by a last name alone."""
        return frozenset(first for last, first in self.given if last == name)


def anchors_of(card: Card) -> Anchors:
    """What of a card's article is the same in every language."""
    document = document_of(card.article)
    language = document.language or ""
    published = (card.article.published or "")[:10]
    title, text = card.article.title or "", card.article.text
    found, opening = TextNames(), _opening(title, text)
    figures: set[float] = set()
    # The 24 of a dateline is no figure that an article chose to give.
    days = {(when.start or "")[:10] or _next(when.text, published) for when in card.when if when.precision in _OF_DAYS}
    dated = {float(day[8:10]) for day in days if day}
    for place, sentence in enumerate(document.sentences):
        if place == _SENTENCES:
            break
        sequence = document.tokens(sentence)
        found.read(sequence)
        figures.update(_figures(document, sentence) - dated)
        figures.update(_in_words(sequence, language))
    # Titles and datelines, which are no sentences, name places too.
    head = tokens(f"{title}. {text[:_HEAD]}")
    found.places.update(city for run in capitalised_runs(head) for city in cities(run))
    sure = found.behind if _writes_nouns_so(language) else found.names
    persons = {
        (words[-1], words[0]) for who in card.who if who.kind == "person" and len(words := fold(who.name).split()) > 1
    }
    full = {name for name in found.full if tuple(reversed(name.split())) not in persons}
    return Anchors(
        language,
        frozenset(found.names),
        frozenset(sure),
        frozenset(found.places),
        frozenset(figures),
        frozenset(day for day in days if day > published),
        frozenset(found.given | persons),
        opened=frozenset(opening.names | opening.full),
        full=frozenset(full),
        storms=frozenset(opening.storms),
        outlet=card.article.publisher or "",
    )


def named_in(title: str, text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a text that are no common nouns, and its cities."""
    found = TextNames()
    for line in (title, *text.splitlines()):
        found.read(tokens(line))
    return frozenset(found.behind if _writes_nouns_so(language) else found.names), frozenset(found.places)


def _writes_nouns_so(language: str) -> bool:
    known = basics(language)
    return known is not None and known.noun_capitals


def _opening(title: str, text: str) -> TextNames:
    """The names of a title and of what follows it."""
    found = TextNames()
    for line in (title, *text[:_OPENING].splitlines()):
        found.read(tokens(line))
    return found


def _next(printed: str, published: str) -> str:
    """The next day of that name after publication, ISO, to be compared with others alone; "" if it is none: "14. Januar"."""
    match = _DAY_AND_MONTH.search(printed)
    month = month_of(match["month"]) if match else None
    if match is None or month is None or not published:
        return ""
    year = int(published[:4])
    day = f"-{month:02}-{int(match['day']):02}"
    return f"{year}{day}" if f"{year}{day}" > published else f"{year + 1}{day}"


def _in_words(sequence: Sequence[Token], language: str) -> set[float]:
    """The numbers above two that a language writes out: "catorce". English ones are among the quantities."""
    known = basics(language)
    if known is None or language == "en":
        return set()
    return {float(value) for token in sequence if (value := known.numbers.get(token.lower, 0)) > _FEW}


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
