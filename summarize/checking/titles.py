"""The publisher's own title, which is no sentence of the article: a claim may be it, or a cut of it."""

from __future__ import annotations

from summarize.article import Article, Span
from summarize.checking.reading import read_for_checks
from summarize.evidence.syntax import Syntax
from summarize.findings import Sentence
from summarize.grounding.cuts import Cut, cut_from


def is_of_title(claim: str, article: Article, syntax: Syntax) -> bool:
    """True if a claim is the article's title, or the title with words left out that change nothing.

    Args:
        claim: the claim.
        article: the article, with or without a title.
        syntax: reads the title, as a sentence.
    """
    title = " ".join((article.title or "").split()).rstrip(" .")
    if not any(map(str.isalnum, title)):
        return False
    text = f"{title}."
    whole = Sentence(number=1, span=Span(start=0, end=len(title)), paragraph=0)
    return any(
        isinstance(cut_from(claim, text, one), Cut)
        for one in (whole, *read_for_checks(text, syntax).findings.sentences)
    )
