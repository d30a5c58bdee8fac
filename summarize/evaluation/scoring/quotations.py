"""Quotations: the words and who says them, told apart. Matched by the words of the article that they cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Evidence, Span
from summarize.card import Card, Quote
from summarize.evaluation.gold.labels import Gold, GoldQuote
from summarize.evaluation.runs.run import Judgement, Verdict
from summarize.evaluation.scoring.assignment import assign
from summarize.evaluation.scoring.names import SAME, similarity
from summarize.evaluation.scoring.placed import is_ahead, place, spans_of
from summarize.evaluation.scoring.shares import Counts, Scored, retrieval, scores_by_measure, share

HALF = 0.5
"""Least share of the words of both together that two quotations of the same speech have in common (Jaccard index)."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Item:
    """A quotation of the card, or where labels are runs, one part of it."""

    number: int
    quote: Quote
    parts: tuple[Evidence, ...]
    words: frozenset[int]


class _Words:
    """The words of an article by their first code point."""

    def __init__(self, text: str) -> None:
        self._starts = [match.start() for match in _WORD.finditer(text)]

    def within(self, spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(
            start
            for span in spans
            for start in self._starts[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        )


def score_quotes(card: Card, gold: Gold) -> Scored:
    """The measures of `quotes`."""
    words = _Words(card.article.text)
    verbatim = share(sum(is_verbatim(quote, card.article.text) for quote in card.quotes), len(card.quotes))
    scores = scores_by_measure(quotes__verbatim=verbatim)
    judgements: list[Judgement] = []
    if gold.quotes is not None:
        scored = _score(card, gold, gold.quotes, words)
        scores |= scored.scores
        judgements += scored.judgements
    if gold.not_quotes is not None:
        scored = _unsaid(card, gold, words)
        scores |= scored.scores
        judgements += scored.judgements
    return Scored(scores, tuple(judgements))


def is_verbatim(quote: Quote, text: str) -> bool:
    """True if the quotation's words are exactly those of the article at its evidence."""
    return quote.text == " ".join(text[part.start : part.end] for part in quote.evidence)


def _items(card: Card, gold: Gold, words: _Words) -> list[_Item]:
    quotes = [(number, quote) for number, quote in enumerate(card.quotes) if is_ahead(quote.evidence, gold.until)]
    if gold.quotes_are == "runs":
        return [
            _Item(number, quote, (part,), words.within(spans_of((part,))))
            for number, quote in quotes
            for part in quote.evidence
            if is_ahead((part,), gold.until)
        ]
    return [_Item(number, quote, quote.evidence, words.within(spans_of(quote.evidence))) for number, quote in quotes]


def _score(card: Card, gold: Gold, labels: Sequence[GoldQuote], words: _Words) -> Scored:
    items = _items(card, gold, words)
    incomplete = "quotes" in gold.incomplete
    places = [tuple(place(part, card.article.text) for part in label.parts) for label in labels]
    theirs = [words.within(spans) for spans in places]
    table = [[jaccard(item.words, label) for label in theirs] for item in items]
    pairs = dict(assign(table, HALF))
    judgements: list[Judgement] = []
    exact = spoken = spoken_right = strict_accepted = 0
    strict_found: set[int] = set()
    for mine, item in enumerate(items):
        label_number = pairs.get(mine)
        if label_number is None:
            judgements.append(_make_judgement("quotes.f1", "ignored" if incomplete else "spurious", item=item))
            continue
        label = labels[label_number]
        is_exact = table[mine][label_number] == 1.0 and _quoted_words(item) == _WORD.findall(
            " ".join(p.text for p in label.parts)
        )
        exact += is_exact
        judgements.append(
            _make_judgement(
                "quotes.f1", "right" if is_exact else "partial", number=label_number, label=label, item=item
            )
        )
        is_right = True
        if label.says("speaker"):
            is_right = right_speaker(item.quote.speaker, label)
            spoken += 1
            spoken_right += is_right
            verdict: Verdict = "right" if is_right else "missing" if item.quote.speaker is None else "wrong"
            judgements.append(_make_judgement("quotes.speaker", verdict, number=label_number, label=label, item=item))
        if is_right:
            strict_accepted += 1
            strict_found.add(label_number)
    required = {number for number, label in enumerate(labels) if not label.optional}
    judgements += [
        _make_judgement("quotes.f1", "missing", number=number, label=labels[number], spans=places[number])
        for number in sorted(required - set(pairs.values()))
    ]
    found = Counts(len(pairs), len(items), len(required & set(pairs.values())), len(required), incomplete)
    strict = Counts(strict_accepted, len(items), len(required & strict_found), len(required), incomplete)
    return Scored(
        {
            **retrieval("quotes", found),
            **retrieval("quotes", strict, f1="strict"),
            **scores_by_measure(quotes__exact=share(exact, len(pairs)), quotes__speaker=share(spoken_right, spoken)),
        },
        tuple(judgements),
    )


def _quoted_words(item: _Item) -> list[str]:
    """The words as the card gives them, which need not be those at its evidence."""
    return _WORD.findall(item.quote.text if item.parts == item.quote.evidence else " ".join(p.text for p in item.parts))


def jaccard(mine: frozenset[int], theirs: frozenset[int]) -> float:
    """Words in both over words in either."""
    either = len(mine | theirs)
    return len(mine & theirs) / either if either else 0.0


def right_speaker(answer: str | None, label: GoldQuote) -> bool:
    """True if the answer is a name that the label accepts, or rightly none."""
    if label.speaker is None:
        return answer is None or similarity(answer, label.aliases) >= SAME
    return answer is not None and similarity(answer, (label.speaker, *label.aliases)) >= SAME


def _make_judgement(  # noqa: PLR0913 - all that a judgement says
    measure: str,
    verdict: Verdict,
    *,
    number: int | None = None,
    label: GoldQuote | None = None,
    item: _Item | None = None,
    spans: tuple[Span, ...] = (),
) -> Judgement:
    is_speaker = measure == "quotes.speaker"
    expected = got = None
    if label is not None:
        expected = label.speaker if is_speaker else " ".join(part.text for part in label.parts)
    if item is not None:
        got = item.quote.speaker if is_speaker else " ".join(part.text for part in item.parts)
    return Judgement(
        measure=measure,
        verdict=verdict,
        label=None if number is None else f"quotes[{number}]" + (".speaker" if is_speaker else ""),
        item=None if item is None else f"quotes[{item.number}]",
        expected=expected,
        got=got,
        spans=spans or (() if item is None else spans_of(item.parts)),
    )


def _unsaid(card: Card, gold: Gold, words: _Words) -> Scored:
    """Runs that nobody says: one is taken if a part of a quotation is, by half of the words of both, that run."""
    assert gold.not_quotes is not None
    parts = [
        (number, words.within(spans_of((part,)))) for number, quote in enumerate(card.quotes) for part in quote.evidence
    ]
    judgements: list[Judgement] = []
    for number, label in enumerate(gold.not_quotes):
        span = place(label, card.article.text)
        theirs = words.within((span,))
        taker = next((item for item, mine in parts if jaccard(mine, theirs) >= HALF), None)
        judgements.append(
            Judgement(
                measure="quotes.unsaid",
                verdict="right" if taker is None else "wrong",
                label=f"not_quotes[{number}]",
                item=None if taker is None else f"quotes[{taker}]",
                got=None if taker is None else label.text,
                spans=(span,),
            )
        )
    avoided = sum(one.verdict == "right" for one in judgements)
    return Scored(scores_by_measure(quotes__unsaid=share(avoided, len(judgements))), tuple(judgements))
