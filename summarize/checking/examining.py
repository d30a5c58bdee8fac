"""A draft's own words, examined before a judge is asked: which of them the rules refuse."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.article import Article
from summarize.checking.by_basics import refusal_by_basics
from summarize.checking.neutral import Neutral
from summarize.checking.plain_quoting import altered_plainly, moved_plainly
from summarize.checking.reading import Text, read_for_checks
from summarize.checking.refusing import refusal
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding import OwnWords
from summarize.languages.basics import basics


def neutral_refusals(
    words: Iterable[OwnWords], article: Article, findings: Findings, *, translated: bool
) -> dict[OwnWords, str]:
    """The texts that their figures, dates and names refuse, in any language, and why.

    Args:
        words: texts of a draft in other words than the article's.
        article: the article.
        findings: what was found in it.
        translated: the texts are in another language than the article.
    """
    found: dict[OwnWords, str] = {}
    neutral = Neutral(article, findings, translated=translated)
    for one in words:
        reason = neutral.refusal(one.text, [findings.sentences[number - 1] for number in one.sentences])
        if reason is not None:
            found[one] = reason
    return found


def refusals(
    words: Iterable[OwnWords], article: Article, findings: Findings, syntax: Syntax | None, *, translated: bool
) -> dict[OwnWords, str]:
    """The texts that rules refuse, and why. What they do not refuse is not thereby right: it is for a judge.

    Args:
        words: texts of a draft in other words than the article's.
        article: the article.
        findings: what was found in it.
        syntax: a loaded NLP model. Without it, who does what is not seen; in other languages only what their basics tell.
        translated: the texts are in another language than the article.
    """
    texts = list(words)
    found = neutral_refusals(texts, article, findings, translated=translated)
    if findings.pack != "en" or translated:
        return found if translated else {**_by_basics(texts, article, findings), **found}
    source: Text | None = None
    for one in texts:
        if one in found:
            continue
        source = source or read_for_checks(article.text, syntax, article.published, article)
        claim = read_for_checks(one.text, syntax, article.published)
        spans = [findings.sentences[number - 1].span for number in one.sentences]
        refused = refusal(claim, source, [(span.start, span.end) for span in spans])
        if refused is not None:
            found[one] = refused.reason
    return found


def _by_basics(words: Iterable[OwnWords], article: Article, findings: Findings) -> dict[OwnWords, str]:
    """The texts that the basics of the article's language refuse, and why; none where it has none."""
    known = basics(article.language)
    if known is None or article.language is None:
        return {}
    found: dict[OwnWords, str] = {}
    for one in words:
        spans = [findings.sentences[number - 1].span for number in one.sentences]
        evidence = " ".join(article.text[span.start : span.end] for span in spans)
        reason = (
            moved_plainly(one.text, article, findings)
            or altered_plainly(one.text, article)
            or refusal_by_basics(one.text, evidence, article.language, known)
        )
        if reason is not None:
            found[one] = reason
    return found
