"""Cards that need not hold, so that what is wrong with one is a score and not an error."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, ValidationError, model_validator

from summarize.article import Evidence
from summarize.card import Card, Headline, Quote, Statement, When, Where, Who
from summarize.errors import UsageError, in_words


class _Evidence(Evidence):
    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        return self


_Parts = tuple[_Evidence, ...]


class _Statement(Statement):
    evidence: _Parts = ()


class _Headline(Headline):
    evidence: _Parts = ()


class _Who(Who):
    evidence: _Parts = ()


class _When(When):
    evidence: _Parts = ()


class _Where(Where):
    evidence: _Parts = ()


class _Quote(Quote):
    evidence: _Parts = ()

    @model_validator(mode="after")
    def _is_verbatim(self) -> Self:
        return self


class _Card(Card):
    headline: _Headline
    what: tuple[_Statement, ...] = ()
    who: tuple[_Who, ...] = ()
    when: tuple[_When, ...] = ()
    where: tuple[_Where, ...] = ()
    quotes: tuple[_Quote, ...] = ()
    claims: tuple[_Statement, ...] = ()
    background: tuple[_Statement, ...] = Field(default=())

    @model_validator(mode="after")
    def _points_at_what_it_says(self) -> Self:
        return self

    @model_validator(mode="after")
    def _says_what_it_points_at(self) -> Self:
        return self


def unchecked_card(content: dict[str, Any]) -> Card:
    """A card from JSON that has a card's form, whether or not its evidence holds and its quotations are verbatim.

    Raises:
        UsageError: it has not the form of a card.
    """
    try:
        return _Card.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"not a card: {'.'.join(map(str, first['loc']))}: {in_words(first)}") from error
