"""The headline: the draft's if it is a sentence, a cut of one, or was judged; else the article's own title."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.card import Headline
from summarize.draft import Draft, DraftStatement
from summarize.grounding.credits import credit
from summarize.grounding.index import Index
from summarize.grounding.news import Stated, no_news
from summarize.grounding.own_words import MAX_HEADLINE, backing_of
from summarize.grounding.rejections import Rejections
from summarize.layout.instructions import is_order


def headline_of(
    draft: Draft, otherwise: Draft | None, told: Stated, index: Index, rejections: Rejections
) -> tuple[Headline, Sequence[int]]:
    """The card's headline, and the numbers of the sentences it rests on.

    The article's own title where the draft says so; else the draft's, if it holds, tells the news and is no line of it once more beside a
    title; else the title, the headline of `otherwise`, or the first sentence.

    Args:
        draft: the draft.
        otherwise: the built-in engine's.
        told: the card's news.
        index: the article.
        rejections: takes what is refused.
    """
    news = told.sentences
    title = _title(index)
    if title is not None and is_order(title.text):
        rejections.add_order("headline", title.text)
        title = None
    if draft.title_is_headline and title is not None:
        return title, ()
    for one in (draft, otherwise):
        if one is None or one.headline is None or not one.headline.text or (one is otherwise and title is not None):
            continue
        held = _drafted_headline(one.headline, index)
        is_line = otherwise is not None and not isinstance(held, str) and _repeats(held[0], told)
        if title is not None and (is_line or " ".join(one.headline.text.split()) == title.text):
            return title, ()  # for a line of the news once more a title that tells more would go
        reason = held if isinstance(held, str) else no_news(held[1], news, index) if otherwise is not None else None
        if reason is None and not isinstance(held, str):
            return held
        if one is draft and reason is not None:
            rejections.add("headline", one.headline.text, reason)
    if title is not None:
        return title, ()
    if index.findings.sentences:
        evidence = index.sentence_evidence((1,))
        text = index.slice(index.findings.sentences[0].span)
        return Headline(text=text, attribution=credit(evidence, index), evidence=evidence), (1,)
    return Headline(text=""), ()


def _repeats(headline: Headline, told: Stated) -> bool:
    """True for a line of the news once more."""
    return any(one.text == headline.text for one in told.statements)


def _title(index: Index) -> Headline | None:
    """The article's title, with its place where it stands in the text; None if it has none."""
    text = " ".join((index.article.title or "").split())
    if not text:
        return None
    span = index.findings.title
    stands = span is not None and index.slice(span) == text
    return Headline(text=text, evidence=(index.evidence(span),) if span is not None and stands else ())


def _drafted_headline(one: DraftStatement, index: Index) -> tuple[Headline, Sequence[int]] | str:
    """A headline that an engine drafted, with its sentences, or the reason why it does not hold."""
    if "\n" in (one.text or "").strip():
        return "it has more than one line"
    held = backing_of(one, index, at_most=MAX_HEADLINE, may_ask=True)
    if isinstance(held, str):
        return held
    headline = Headline(text=held.text, support=held.support, attribution=held.attribution, evidence=held.evidence)
    return headline, held.sentences
