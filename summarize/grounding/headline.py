"""The headline: the article's own, or one whose every word and figure its sentence holds."""

from __future__ import annotations

from collections.abc import Callable

from summarize.article import Article
from summarize.draft import Draft
from summarize.findings import Findings
from summarize.grounding.statements import check


def headline_of(draft: Draft, article: Article, findings: Findings, reject: Callable[[str, str, str], None]) -> str:
    """The card's headline.

    The article's own title where the draft says so; else the draft's, if its evidence supports it; else the first sentence.
    """
    if draft.title_is_headline and article.title:
        return " ".join(article.title.split())
    drafted = draft.headline
    if drafted is not None and drafted.text:
        numbers = [number for number in drafted.sentences if 1 <= number <= len(findings.sentences)]
        spans = [findings.sentences[number - 1].span for number in numbers]
        support, reason = check(drafted.text, [article.text[span.start : span.end] for span in spans])
        if support is not None:
            return drafted.text
        reject("headline", drafted.text, reason)
    if article.title:
        return " ".join(article.title.split())
    if findings.sentences:
        span = findings.sentences[0].span
        return " ".join(article.text[span.start : span.end].split())
    return ""
