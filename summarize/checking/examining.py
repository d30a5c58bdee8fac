"""A draft's own words, examined before a judge is asked: which of them the rules refuse."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.article import Article
from summarize.checking.neutral import neutral_refusal
from summarize.checking.reading import Text, read
from summarize.checking.refusing import refusal
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding import OwnWords


def refusals(
    words: Iterable[OwnWords], article: Article, findings: Findings, syntax: Syntax | None, *, translated: bool
) -> dict[OwnWords, str]:
    """The texts that rules refuse, and why. What they do not refuse is not thereby right: it is for a judge.

    Args:
        words: texts of a draft in other words than the article's.
        article: the article.
        findings: what was found in it.
        syntax: a loaded NLP model. Without it, who does what is not seen; in other languages than English, only figures, dates and names.
        translated: the texts are in another language than the article.
    """
    source: Text | None = None
    found: dict[OwnWords, str] = {}
    for one in words:
        cited = [findings.sentences[number - 1] for number in one.sentences]
        reason = neutral_refusal(one.text, article, findings, cited, translated=translated)
        if reason is None and findings.pack == "en" and not translated:
            source = source or read(article.text, syntax, article.published, article)
            claim = read(one.text, syntax, article.published)
            refused = refusal(claim, source, [(each.span.start, each.span.end) for each in cited])
            reason = refused.reason if refused is not None else None
        if reason is not None:
            found[one] = reason
    return found
