"""Background: sentences that tell what was before the news."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from summarize.draft import Draft, DraftStatement
from summarize.findings import Sentence
from summarize.grounding.index import Index
from summarize.grounding.news import MAX_BACKGROUND, Stated, accept_statements
from summarize.grounding.own_words import only_asks
from summarize.grounding.rejections import Rejections
from summarize.languages.grounding import grounding

_WORDS: Final = grounding("en")
_OPENING: Final = 0.4
"""Share of an article's sentences that tells the news: further down it is more often what was before."""
_QUOTED: Final = 0.35
"""Share of a sentence from which on it is somebody's words."""
_OLD: Final = 14
"""Days before the publication date from which on a date is no part of the news."""


def background(draft: Draft, otherwise: Draft | None, what: Stated, index: Index, rejections: Rejections) -> Stated:
    """The background of a card: the draft's sentences that can be background, then the built-in engine's, as far as there is room.

    A sentence that both take is not contested.
    """
    if otherwise is None:
        return accept_statements("background", draft, index, rejections, taken=what.sentences)
    agreed = {number for one in otherwise.background for number in one.sentences}
    kept: list[DraftStatement] = []
    for one in draft.background:
        reason = None if one.text is not None or agreed.issuperset(one.sentences) else _no_background(one, index)
        if reason is None:
            kept.append(one)
        else:
            spans = [index.findings.sentences[number - 1].span for number in one.sentences]
            rejections.add("background", " ".join(index.slice(span) for span in spans), reason)
    draft = draft.model_copy(update={"background": tuple(kept)})
    held = accept_statements("background", draft, index, rejections, taken=what.sentences)
    taken = {*what.sentences, *held.sentences}
    rest = accept_statements("background", otherwise, index, Rejections(), taken=taken)
    if not (held.held or rest.held):
        return accept_statements("background", otherwise, index, Rejections())
    return Stated([*held.held, *rest.held][:MAX_BACKGROUND])


def _no_background(draft: DraftStatement, index: Index) -> str | None:
    """Why sentences cannot be background; None if they can, or if there are no such sentences, which is refused elsewhere."""
    if only_asks(draft.sentences, index):
        return "it is a question, which tells nothing"
    sentences = [index.sentence(number) for number in draft.sentences]
    for sentence in sentences if None not in sentences else ():
        assert sentence is not None
        number = sentence.number
        if _quoted_share(sentence, index) >= _QUOTED:
            return "it is somebody's words"
        if number <= _OPENING * len(index.findings.sentences) and not _is_past(sentence, index):
            return "it tells the news, not what was before it"
    return None


def _quoted_share(sentence: Sentence, index: Index) -> float:
    start, end = sentence.span.start, sentence.span.end
    quoted = sum(
        min(end, part.end) - max(start, part.start)
        for part, quotation in index.quotations_over(start, end)
        if quotation.kind != "words"
    )
    return quoted / (end - start)


def _is_past(sentence: Sentence, index: Index) -> bool:
    if _WORDS.past_signs.search(index.text, sentence.span.start, min(sentence.span.end, sentence.span.start + 1_000)):
        return True
    published = index.published
    return published is not None and any(
        time.start is not None
        and time.start[:10] < (published - timedelta(days=_OLD)).isoformat()[: len(time.start[:10])]
        for time in index.times_over(sentence.span.start, sentence.span.end)
    )
