"""The one way to change a card: every new value is looked up in the article, and the old one is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from pydantic import ValidationError

from summarize.article import without_surrogates
from summarize.card import Card
from summarize.correcting.change import Change, RefusedError
from summarize.correcting.corrected import Corrected, Refused
from summarize.errors import in_words
from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding.index import Index


def correct(  # noqa: PLR0913 - a card and its changes, and what is known besides
    card: Card,
    changes: Sequence[Change],
    *,
    by: str,
    now: datetime | None = None,
    syntax: Syntax | None = None,
    findings: Findings | None = None,
    tell: Callable[[str], None] | None = None,
) -> Card:
    """The card with some changes, one after the other: all of them, or none. A value that is there already is no correction.

    A card that is sealed is sealed again. One that is not, or that something else changed, is not vouched for afterwards either.

    Args:
        card: the card.
        changes: what to change. Places are those of the card as the changes before left it.
        by: who corrects it.
        now: when; the clock if None.
        syntax: a loaded NLP model, with which rules see more of a text in an editor's words.
        findings: what was found in the card's article; it is read again if None.
        tell: takes, in a line each, what whoever corrects should know of a change that holds.

    Raises:
        RefusedError: a change does not hold, with its number and the reason.
    """
    index = Index(card.article, findings or find(card.article, syntax, document_of(card.article)))
    at = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0).isoformat()
    made = Corrected(card, index, by=without_surrogates(by), at=at, syntax=syntax, tell=tell)
    for number, change in enumerate(changes, 1):
        try:
            made.apply(change)
        except Refused as refused:
            raise RefusedError(number, str(refused)) from None
    try:
        return made.card(card)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise RefusedError(len(changes), in_words(first)) from error
