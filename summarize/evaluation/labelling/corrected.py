"""Gold from a corrected card: what a person corrected, and nothing that nobody looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from summarize.card import Card, Quote, When, Where, Who
from summarize.errors import UsageError
from summarize.evaluation.gold.labels import Gold

Labels = dict[str, Any]
_CHANGED: Final = (
    "no gold comes of this card: its corrections do not fit its items, so it was changed by something else"
)


def gold_of(card: Card, path: Path) -> Gold:
    """Labels of the quotations, participants, places and dates that were corrected, as they are now, those that were added too; each list is marked as incomplete.

    Raises:
        UsageError: the article is no file here, nothing was corrected that a label could say, or something else changed the items.
    """
    source = Path(card.article.source)
    if not source.is_file():
        raise UsageError(
            f"the card's article is not here as a file ({card.article.source}): gold names the file of its article"
        )
    lists = {
        "quotes": [_quote(one) for one in _corrected_items(card, "quotes")],
        "who": [_who(one) for one in _corrected_items(card, "who")],
        "where": [_where(one) for one in _corrected_items(card, "where")],
        "when": [_when(one) for one in _corrected_items(card, "when")],
    }
    labelled: Labels = {name: labels for name, labels in lists.items() if labels}
    if not labelled:
        raise UsageError("nothing was corrected that a label could say: a speaker, participant, place or date")
    return Gold.model_validate(
        {
            "article": Path(os.path.relpath(source, path.resolve().parent)).as_posix(),
            "id": card.article.id,
            "labelled_by": list(dict.fromkeys(one.by for one in card.corrections)),
            "incomplete": list(labelled),
            **labelled,
        }
    )


def _corrected_items(card: Card, field: str) -> list[Any]:
    """The items of a field that were corrected or added and are still there.

    A correction names its item by the place that it had at the time, so they are made again, on numbers in place of items.
    """
    made = [one for one in card.corrections if one.field == field]
    items = list(getattr(card, field))
    before = len(items) + sum((one.after is None) - (one.before is None) for one in made if one.part == "item")
    numbers = list(range(before))
    touched = set()
    for number, one in enumerate(made, before):
        if one.part == "item" and one.before is None:
            numbers.append(number)
            touched.add(number)
            continue
        place = (one.item or 0) - 1
        if not 0 <= place < len(numbers):
            raise UsageError(_CHANGED)
        touched.add(numbers[place])
        if one.part == "item":
            del numbers[place]
        elif one.part == "main" and field == "where":
            numbers.insert(0, numbers.pop(place))
    if len(numbers) != len(items):
        raise UsageError(_CHANGED)
    return [item for item, number in zip(items, numbers, strict=True) if number in touched]


def _quote(quote: Quote) -> Labels:
    parts = [{"text": part.text, "at": part.start} for part in quote.evidence]
    return {"parts": parts, "speaker": quote.speaker} if len(quote.speakers) <= 1 else {"parts": parts}


def _who(who: Who) -> Labels:
    return {"name": who.name, **({"roles": [who.role]} if who.role else {}), "kind": who.kind}


def _where(where: Where) -> Labels:
    return {
        "name": where.name,
        **({"country": where.country} if where.country else {}),
        **({"main": True} if where.main else {}),
    }


def _when(when: When) -> Labels:
    return {
        "start": when.start,
        **({"end": when.end} if when.end else {}),
        **({"precision": "quarter"} if when.precision == "quarter" and when.end else {}),
        "text": when.evidence[0].text,
        "at": when.evidence[0].start,
        **({"main": True} if when.main else {}),
    }
