"""Whom texts are found to mean: who speaks in them, and with whom their sentences open."""

from __future__ import annotations

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings


def found(text: str, syntax: Syntax | None = None) -> Findings:
    """What is found in an English text."""
    return find(Article(text=text, language="en"), syntax)


def speaker_of(text: str, syntax: Syntax | None = None) -> str | None:
    """Who speaks the last quotation of a text."""
    return found(text, syntax).quotations[-1].speaker


def opens_on(text: str, syntax: Syntax | None = None) -> list[str]:
    """Whom the opening words of sentences mean."""
    findings = found(text, syntax)
    return [findings.participants[one.opens_on - 1].name for one in findings.sentences if one.opens_on]
