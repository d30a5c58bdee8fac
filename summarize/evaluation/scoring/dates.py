"""Dates: the value at the labelled precision, ranges, the main date, the publication date, and what has to stay open.

A card may give a date once for the day and once for the hour, and a label may accept either, so dates are not assigned one to one: a
value of the card is right if a label accepts it, and a label is found if a value of the card is right by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from summarize.article import Span
from summarize.card import Card, When
from summarize.evaluation.gold.labels import Gold, GoldDate, Words
from summarize.evaluation.runs.run import Judgement
from summarize.evaluation.scoring.placed import is_ahead, main_judgement, place, spans_of
from summarize.evaluation.scoring.shares import Counts, Scored, retrieval, scores_by_measure, share, yes

_DAY = 10
"""Characters of an ISO day."""
_MAX_LENGTH = 9
_CLOCK_WORDS = frozenset({"noon", "midday", "midnight"})


def score_when(card: Card, gold: Gold) -> Scored:
    """The measures of `when`."""
    if gold.when is None:
        return Scored({})
    dated = [(number, when) for number, when in enumerate(card.when) if is_ahead(when.evidence, gold.until)]
    values = [(number, when) for number, when in _distinct(dated) if when.start is not None]
    labels = [(number, label) for number, label in enumerate(gold.when) if label.start is not None]
    scored = _values(values, labels, card, incomplete="when" in gold.incomplete)
    scores, judgements = dict(scored.scores), list(scored.judgements)
    mains = [(number, label) for number, label in labels if label.main]
    if mains:
        main = next((when for when in card.when if when.main), None)
        is_right = main is not None and any(is_value(main, label) for _, label in mains)
        scores["when.main"] = yes(is_right)
        judgements.append(
            main_judgement("when", mains[0][0], date_text(mains[0][1]), card.when, date_text, is_right=is_right)
        )
    open_ = _left_open(card, gold.when)
    return Scored({**scores, **open_.scores}, (*judgements, *open_.judgements))


def _distinct(dated: Sequence[tuple[int, When]]) -> list[tuple[int, When]]:
    """Each value once: saying it twice earns nothing."""
    return list({(when.start, when.end): (number, when) for number, when in reversed(dated)}.values())[::-1]


def date_text(date: When | GoldDate) -> str:
    """A value as text: `2026-01`, or a range `2026-01/2026-03`."""
    return f"{date.start or 'open'}/{date.end}" if date.end else date.start or "open"


def is_value(when: When, label: GoldDate) -> bool:
    """True if a date of the card is the labelled one, cut to the label's precision; a coarser one is not.

    A finer one is only if the words it rests on say so: the day of a month, or the hour of a day, stands in its evidence.
    """
    if when.start is None or label.start is None:
        return False
    if len(when.start) > len(label.start) and not _says_so(when, label):
        return False
    return _is_same_when_cut(when.start, label.start) and (
        _is_same_when_cut(when.end, label.end) if when.end and label.end else _covers_itself(when, label)
    )


def _says_so(when: When, label: GoldDate) -> bool:
    """The digits that the card's value has beyond the label's stand in its evidence, the hour also by the clock of twelve."""
    assert when.start is not None
    assert label.start is not None
    words = " ".join(part.text for part in when.evidence).casefold()
    said = {int(digits) for digits in re.findall(r"\d+", words) if len(digits) < _MAX_LENGTH}
    day, _, clock = when.start.partition("T")
    if clock and "T" not in label.start and not _CLOCK_WORDS & set(re.findall(r"[a-z]+", words)):
        hour = int(clock[:2])
        if not said & {hour, hour % 12, hour % 12 or 12}:
            return False
    return len(label.start) >= _DAY or len(day) < _DAY or int(day[-2:]) in said


def _is_same_when_cut(mine: str, theirs: str) -> bool:
    return same_moment(mine, theirs) if "T" in theirs else mine[: len(theirs)] == theirs


def _covers_itself(when: When, label: GoldDate) -> bool:
    """One of the two is no range: right if neither is, or if the card's range lies within the labelled day, month or year."""
    if when.end is None:
        return label.end is None
    return label.end is None and label.start is not None and _is_same_when_cut(when.end, label.start)


def same_moment(mine: str, theirs: str) -> bool:
    """True if two ISO dates mean the same at the second one's precision; of two times with zones, the same moment."""
    if "T" not in theirs:
        return mine[: len(theirs)] == theirs
    if "T" not in mine:
        return False
    try:
        first, second = datetime.fromisoformat(mine), datetime.fromisoformat(theirs)
    except ValueError:
        return False  # a card that was not checked may say anything
    if first.tzinfo is not None and second.tzinfo is not None:
        return first == second
    return first.replace(tzinfo=None) == second.replace(tzinfo=None)


def _values(
    values: Sequence[tuple[int, When]], labels: Sequence[tuple[int, GoldDate]], card: Card, *, incomplete: bool
) -> Scored:
    accepted = {number: [mine for mine, when in values if is_value(when, label)] for number, label in labels}
    required = [number for number, label in labels if not label.optional]
    known = {mine for items in accepted.values() for mine in items}
    by_number = dict(labels)
    unfound = [number for number in required if not accepted[number]]
    judgements: list[Judgement] = []
    for mine, when in values:
        label = next((number for number, items in accepted.items() if mine in items), None)
        # A wrong value for words that are labelled is one error, not a missing and an invented date.
        instead = None if label is not None else next((n for n in unfound if _touches(when, by_number[n], card)), None)
        if instead is not None:
            unfound.remove(instead)
            label = instead
        judgements.append(
            Judgement(
                measure="when.f1",
                verdict="right"
                if mine in known
                else "wrong"
                if instead is not None
                else "ignored"
                if incomplete
                else "spurious",
                label=None if label is None else f"when[{label}]",
                item=f"when[{mine}]",
                expected=None if label is None else date_text(by_number[label]),
                got=date_text(when),
                spans=spans_of(when.evidence),
            )
        )
    judgements += [
        Judgement(
            measure="when.f1",
            verdict="missing",
            label=f"when[{number}]",
            expected=date_text(by_number[number]),
            spans=_label_spans(by_number[number], card),
        )
        for number in unfound
    ]
    found = sum(bool(accepted[number]) for number in required)
    return Scored(
        retrieval("when", Counts(len(known), len(values), found, len(required), incomplete)), tuple(judgements)
    )


def _label_spans(label: GoldDate, card: Card) -> tuple[Span, ...]:
    if label.text is None:
        return ()
    if label.at is None and card.article.text.count(label.text) != 1:
        return ()  # a date needs no place to be scored
    return (place(Words(text=label.text, at=label.at), card.article.text),)


def _touches(when: When, label: GoldDate, card: Card) -> bool:
    return any(
        span.start < part.end and part.start < span.end for span in _label_spans(label, card) for part in when.evidence
    )


def _left_open(card: Card, labels: Sequence[GoldDate]) -> Scored:
    """Expressions labelled as open: the card may list them, but not with a date."""
    judgements: list[Judgement] = []
    for number, label in enumerate(labels):
        if label.start is not None or not _label_spans(label, card):
            continue
        guess = next(
            ((item, when) for item, when in enumerate(card.when) if when.start and _touches(when, label, card)), None
        )
        judgements.append(
            Judgement(
                measure="when.open",
                verdict="right" if guess is None else "wrong",
                label=f"when[{number}]",
                item=None if guess is None else f"when[{guess[0]}]",
                expected="open",
                got=None if guess is None else date_text(guess[1]),
                spans=_label_spans(label, card),
            )
        )
    right = sum(one.verdict == "right" for one in judgements)
    return Scored(scores_by_measure(when__open=share(right, len(judgements))), tuple(judgements))


def score_published(card: Card, gold: Gold) -> Scored:
    """The publication date, at the labelled precision; null if the article gives none. Not measured where the reader was told it."""
    if not gold.says("published") or gold.given.published is not None:
        return Scored({})
    mine = card.article.published
    is_right = mine is None if gold.published is None else mine is not None and same_moment(mine, gold.published)
    judgement = Judgement(
        measure="article.published",
        verdict="right" if is_right else "missing" if mine is None else "wrong",
        label="published",
        item="article.published",
        expected=gold.published or "none",
        got=mine or "none",
    )
    return Scored({"article.published": yes(is_right)}, (judgement,))
