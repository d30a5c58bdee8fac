"""What a statement may rest on: the sentences it cites, and what the findings know of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from summarize.findings import TimeExpression
from summarize.grounding.statements.dates import Named, named_dates
from summarize.grounding.statements.polarity import Tone
from summarize.text.quantities import Quantity, quantities
from summarize.text.tokens import Token, bigrams, tokens


class Passage:
    """A text with what the checks read in it, each read once and only if asked for."""

    def __init__(self, text: str, *, foreign: bool = False) -> None:
        self.text = " ".join(text.split())
        self.foreign = foreign

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words, numbers and marks."""
        return tokens(self.text)

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Its words in lower case, without possessives."""
        return frozenset(token.lower for token in self.tokens if token.is_word)

    @cached_property
    def figures(self) -> list[Quantity]:
        """Its figures."""
        return quantities(self.tokens, language=None if self.foreign else "en")

    @cached_property
    def dates(self) -> list[Named]:
        """The dates it names."""
        return named_dates(self.tokens)

    @cached_property
    def tone(self) -> Tone:
        """What it denies, doubts and foresees."""
        return Tone(self.tokens)

    @cached_property
    def bigrams(self) -> frozenset[str]:
        """Pairs of characters, for scripts without spaces."""
        return bigrams(self.text)


_LONGEST_KEPT = 1_000
"""Characters: a longer passage is read anew each time."""


@lru_cache(maxsize=512)
def _kept(text: str, *, foreign: bool) -> Passage:
    return Passage(text, foreign=foreign)


def passage(text: str, *, foreign: bool = False) -> Passage:
    """A text to be checked, or to be checked against. A draft is grounded more than once, so the last ones are kept."""
    return _kept(text, foreign=foreign) if len(text) <= _LONGEST_KEPT else Passage(text, foreign=foreign)


def _none() -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Basis:
    """The evidence of one statement."""

    passages: Sequence[Passage]
    """The cited sentences, and for a headline the article's title."""
    named: frozenset[str] = frozenset()
    """Lower-case words of the full names of all that are mentioned in the cited sentences."""
    keys: Mapping[str, int] = field(default_factory=dict)
    """Of the names in the cited sentences, whom each word that only one of them has means."""
    people: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Whom of all the article's people each word of their names means."""
    elsewhere: Callable[[], frozenset[str]] = _none
    """The words that the article writes with a capital, in lower case."""
    plain: Callable[[], frozenset[str]] = _none
    """The words that it writes in small letters."""
    countries: Callable[[], frozenset[str]] = _none
    """ISO codes of the countries it names."""
    times: Sequence[TimeExpression] = ()
    """The time expressions in the cited sentences."""
    published: date | None = None
    language: str = "en"
    """ISO 639-1 code of the article's language."""

    @property
    def is_english(self) -> bool:
        """True if the lists of English words hold."""
        return self.language == "en"
