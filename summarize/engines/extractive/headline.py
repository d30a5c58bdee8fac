"""A headline for an article without one: its lead, or a cut of it, without a full stop."""

from __future__ import annotations

from typing import Final

from summarize.article import Article
from summarize.engines.extractive.cues import LANGUAGE
from summarize.engines.extractive.reader import Line
from summarize.expressions import expression
from summarize.findings import Findings
from summarize.grounding.cuts import headline_from
from summarize.grounding.form import malformed
from summarize.languages.words import sentences

_WORDS: Final = 14
"""Words that a headline should not have more of, where a safe cut is as short."""
_INITIALS = expression(r"(?:[^\W\d_]\.)+")


def headline(article: Article, findings: Findings, lead: Line) -> str:
    """The headline that the built-in engine makes of the lead: words of it in order, none added; all of them if nothing may go.

    A lead in another language than English is taken as it is.
    """
    whole = " ".join(lead.text.split())
    cut = headline_from(article.text, findings.sentences[lead.number - 1], findings, _WORDS)
    text = cut if cut is not None and malformed(cut, [whole]) is None else whole
    return _without_stop(text) if findings.pack == LANGUAGE else lead.text


def _without_stop(text: str) -> str:
    """A headline has no full stop, but "5 a.m." and "the U.S." keep theirs; a lead of signs alone is left as it is."""
    last = text.rpartition(" ")[2]
    is_short_form = last.lower().strip(".") in sentences(LANGUAGE).abbreviations or _INITIALS.fullmatch(last)
    if is_short_form or not any(map(str.isalnum, text)):
        return text
    return text.rstrip(" .,;:")
