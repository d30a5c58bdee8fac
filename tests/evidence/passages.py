"""What the finders find in a passage, in a form that a table of cases can state."""

from __future__ import annotations

from summarize.article import Article, Span
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings, Participant, Place
from summarize.reading import read_text


def found(text: str, syntax: Syntax | None = None, published: str | None = "2026-03-14") -> tuple[Article, Findings]:
    """An article of `text`, published on a Saturday, and what is found in it."""
    article = read_text(text, published=published).article
    return article, find(article, syntax)


def words(article: Article, span: Span | None) -> str | None:
    """The words at a span."""
    return None if span is None else article.text[span.start : span.end]


def said(text: str, syntax: Syntax | None = None) -> list[tuple[str, str | None]]:
    """What somebody says: each quotation's parts, parted by " / ", and its speaker."""
    article, findings = found(text, syntax)
    return [
        (" / ".join(article.text[part.start : part.end] for part in quotation.parts), quotation.speaker)
        for quotation in findings.quotations
        if quotation.kind != "words"
    ]


def kinds(text: str, syntax: Syntax | None = None) -> dict[str, str]:
    """The kind of each quoted run, by its words."""
    article, findings = found(text, syntax)
    return {
        article.text[quotation.parts[0].start : quotation.parts[-1].end]: quotation.kind
        for quotation in findings.quotations
    }


def participant(findings: Findings, name: str) -> Participant:
    """The participant of that name."""
    return next(one for one in findings.participants if one.name == name)


def mentions(text: str, name: str, syntax: Syntax | None = None) -> list[str]:
    """The words of every mention of the participant or place called `name`."""
    article, findings = found(text, syntax)
    entities: list[Participant | Place] = [*findings.participants, *findings.places]
    entity = next(one for one in entities if one.name == name)
    spans = [findings.mentions[number - 1].span for number in entity.mentions]
    return [article.text[span.start : span.end] for span in spans]
