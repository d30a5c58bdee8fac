"""The labels that a page starts with: what the rules find in an article, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from summarize.article import Article, Span
from summarize.card import Card
from summarize.evaluation.scoring.words import holds
from summarize.findings import Findings, TimeExpression

Labels = dict[str, Any]


def draft(article: Article, findings: Findings, card: Card | None) -> Labels:
    """Labels as a gold file has them, from what was found and from the card that the built-in engine makes of it.

    Key facts and background are not drafted: which facts matter is what a person is asked for.
    """
    labels: Labels = {"title": article.title}
    if article.published_from != "option":
        labels["published"] = article.published
    labels["quotes"] = [_quote(article, findings, one) for one in findings.quotations if one.kind != "words"]
    labels["not_quotes"] = [
        _words(article, part) for one in findings.quotations if one.kind == "words" for part in one.parts
    ]
    labels["who"] = [] if card is None else list(_who(article, findings, card))
    labels["where"] = [] if card is None else list(_where(article, findings, card))
    labels["when"] = list(_when(article, findings, card))
    return labels


def times(article: Article, findings: Findings) -> list[Labels]:
    """Every date that was found, as a label: what the page proposes where a person marks the words."""
    return [_date(article, one) for one in findings.times]


def _words(article: Article, span: Span) -> Labels:
    return {"text": article.text[span.start : span.end], "at": span.start}


def _forms(article: Article, findings: Findings, mentions: Sequence[int], name: str) -> list[str]:
    """The forms of a name in the article, without the name itself."""
    spans = [findings.mentions[number - 1].span for number in mentions]
    forms = dict.fromkeys(" ".join(article.text[span.start : span.end].split()) for span in spans)
    return [form for form in forms if form != name]


def _quote(article: Article, findings: Findings, one: Any) -> Labels:
    label: Labels = {"parts": [_words(article, part) for part in one.parts]}
    if one.speaker is None:
        return label  # for the person to say: not found is not the same as left open
    label["speaker"] = one.speaker
    if one.participant is not None:
        who = findings.participants[one.participant - 1]
        aliases = _forms(article, findings, who.mentions, one.speaker)
        if aliases:
            label["aliases"] = aliases
    return label


def _who(article: Article, findings: Findings, card: Card) -> Iterator[Labels]:
    news = " ".join((card.headline.text, *(one.text for one in card.what)))
    by_name = {one.name: one for one in findings.participants}
    for who in card.who:
        label: Labels = {"name": who.name}
        found = by_name.get(who.name)
        aliases = _forms(article, findings, found.mentions, who.name) if found else []
        if aliases:
            label["aliases"] = aliases
        if who.role:
            label["roles"] = [who.role]
        label["kind"] = who.kind
        if not any(holds(news, name) for name in (who.name, *aliases)):
            label["optional"] = True
        yield label


def _where(article: Article, findings: Findings, card: Card) -> Iterator[Labels]:
    by_name = {one.name: one for one in findings.places}
    for where in card.where:
        label: Labels = {"name": where.name}
        found = by_name.get(where.name)
        aliases = _forms(article, findings, found.mentions, where.name) if found else []
        if aliases:
            label["aliases"] = aliases
        if where.country:
            label["country"] = where.country
        label["main" if where.main else "optional"] = True
        yield label


def _date(article: Article, one: TimeExpression) -> Labels:
    label: Labels = {"start": one.start}
    if one.end is not None:
        label["end"] = one.end
    if one.precision == "quarter" and one.end is not None:
        label["precision"] = one.precision
    return {**label, **_words(article, one.span)}


def _when(article: Article, findings: Findings, card: Card | None) -> Iterator[Labels]:
    main = [part for when in (card.when if card else ()) if when.main for part in when.evidence]
    seen: set[tuple[object, ...]] = set()
    for one in findings.times:
        label = _date(article, one)
        value = (one.start, one.end) if one.start else (label["text"].casefold(),)
        if value in seen:
            continue
        seen.add(value)
        if any(part.start < one.span.end and one.span.start < part.end for part in main):
            label["main"] = True
        if one.quoted:
            label["optional"] = True
        yield label
