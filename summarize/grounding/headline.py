"""The headline: the draft's if its sentences and the article's title hold it, else the article's own."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.draft import Draft, DraftStatement
from summarize.grounding.index import Index
from summarize.grounding.news import MAX_CITED, missing_sentence
from summarize.grounding.rejections import Rejections

_MAX_LENGTH = 140
"""Characters of a headline that an engine writes; one that it cuts from the lead may be as long as the lead."""


def headline_of(
    draft: Draft, otherwise: Draft | None, index: Index, rejections: Rejections
) -> tuple[str, Sequence[int]]:
    """The card's headline, and the numbers of the sentences it rests on.

    The article's own title where the draft says so; else the draft's, if its evidence supports it; else the title, the headline of
    `otherwise`, or the first sentence.
    """
    title = " ".join((index.article.title or "").split())
    if draft.title_is_headline and title:
        return title, ()
    for one in (draft, otherwise):
        if one is None or (one is otherwise and title):
            continue
        drafted = one.headline
        if drafted is None or not drafted.text:
            continue
        reason = _refusal(drafted, drafted.text, title or None, index, translated=one.translated)
        if reason is None:
            return " ".join(drafted.text.split()), drafted.sentences
        # A deletion that tears marks apart claims nothing: the sentence it was made of stands.
        if one is draft and not (_is_cut(drafted, drafted.text, index) and _is_torn(drafted, index)):
            rejections.add("headline", drafted.text, reason)
    if title:
        return title, ()
    if index.findings.sentences:
        return index.slice(index.findings.sentences[0].span), (1,)
    return "", ()


def _refusal(drafted: DraftStatement, text: str, title: str | None, index: Index, *, translated: bool) -> str | None:
    missing = missing_sentence(drafted.sentences, index)
    if missing is not None:
        return f"there is no sentence {missing}"
    if "\n" in text.strip():
        return "it has more than one line"
    if len(text) > _MAX_LENGTH and not _is_cut(drafted, text, index):
        return f"it is longer than {_MAX_LENGTH} characters"
    if len(set(drafted.sentences)) > MAX_CITED:
        return f"it rests on more than {MAX_CITED} sentences"
    from summarize.grounding.statements.check import check  # noqa: PLC0415 - an article with a title needs none

    support, reason = check(text, index.basis(drafted.sentences, title), translated=translated)
    return None if support is not None else reason


def _is_torn(drafted: DraftStatement, index: Index) -> bool:
    """True if the form of a headline is what it was refused for."""
    from summarize.grounding.statements.form import malformed  # noqa: PLC0415 - an article with a title needs none

    sources = [index.passage(number).text for number in drafted.sentences]
    return malformed(drafted.text or "", sources) is not None


def _is_cut(drafted: DraftStatement, text: str, index: Index) -> bool:
    """True if every word is one of the first sentence it rests on, in the same order."""
    if not drafted.sentences or missing_sentence(drafted.sentences, index) is not None:
        return False
    words = iter(index.slice(index.findings.sentences[drafted.sentences[0] - 1].span).split())
    return all(any(word.strip(",.;:") == held.strip(",.;:") for held in words) for word in text.split())
