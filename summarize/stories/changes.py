"""What is different from the briefing before: new stories, updates with what changed, corrections, repeats, and what has gone quiet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from summarize.briefing import BriefedArticle, Change, Cite, Line, Story
from summarize.stories.changed_figures import changed_figures, is_of_another_place, outlet_test
from summarize.stories.corrections import correction_range
from summarize.stories.outcomes import outcomes, title_of
from summarize.stories.restated import amount_of, line_of, moved_counts, moves, recounted, sentences_of
from summarize.stories.turns import turns, was_said


def changes_of(
    story: Story,
    articles: Mapping[int, BriefedArticle],
    before: Story | None,
    known: Mapping[int, BriefedArticle],
    since: str,
) -> tuple[Change, ...]:
    """What is different in a story, or that nothing is."""
    corrections = tuple(_corrections(story, articles, since if before is not None and since else None))
    if before is None:
        return (Change(kind="new"), *corrections)
    texts = {known[number].id for number in before.articles if number in known}
    fresh = [number for number in story.articles if articles[number].id not in texts]
    fresh = [
        number
        for number in fresh
        if not _is_repeat(articles[number], [known[n] for n in before.articles if n in known])
    ]
    if not fresh:
        return (Change(kind="unchanged", since=since), *corrections)
    told_before = [known[number] for number in before.articles if number in known]
    texts_before = [article.text for article in told_before]
    now_told = [articles[number] for number in fresh]
    figures = tuple(
        change
        for change in changed_figures(
            story, before, since, set(fresh), outlet_test(articles, known), "\n".join(texts_before), now_told
        )
        if change.now is None or not is_of_another_place(change.now, texts_before)
    )
    moved = tuple(moves(story, articles, told_before, since, set(fresh)))
    moved += tuple(moved_counts(story, articles, told_before, since, set(fresh)))
    # What an article itself says that a figure was goes before what another had said.
    restated = {amount_of(change): change.values for change in moved}
    figures = tuple(
        change
        for change in figures
        if amount_of(change) not in restated or _is_from(change, restated[amount_of(change)])
    )
    shown = {amount_of(change) for change in figures}
    figures += tuple(change for change in moved if amount_of(change) not in shown and not _is_told_by(figures, change))
    shown |= {amount_of(change) for change in figures}
    again = recounted(story, articles, told_before, since, set(fresh))
    figures += tuple(change for change in again if amount_of(change) not in shown)
    titles = [line for article in now_told if (line := title_of(article)) is not None]
    turned = (
        *turns(story, before, known, since, set(fresh), titles, list(_sentences_of(now_told))),
        *outcomes(story, articles, titles, before, known, since, set(fresh)),
    )
    if figures or corrections or turned:
        return (*turned, *figures, *corrections)
    # What is fresh and no repeat has news; the first sentence that was not told before shows it.
    lines = (line for line in (story.lede, *story.facts, *story.background, story.headline) if line.article in fresh)
    now = next((line for line in lines if not was_said(line.text, before, known)), None)
    return (Change(kind="updated", since=since, before=before.lede if now else None, now=now),)


def _sentences_of(accounts: Sequence[BriefedArticle]) -> Iterator[Line]:
    """All sentences of accounts in English that are no comment."""
    for article in accounts:
        if article.slot not in {"opinion", "analysis"} and article.language in {"en", None}:
            yield from (line_of(article, span) for span in sentences_of(article.text))


def _is_told_by(figures: Sequence[Change], change: Change) -> bool:
    """True if one of the changes tells of the same thing by the same sentence: "34 or 41", of which 34 is told to have been 17."""
    return any((each.about, each.now) == (change.about, change.now) for each in figures)


def _is_from(change: Change, values: Sequence[str] | None) -> bool:
    """True if a change of a figure is from the first of two values."""
    return bool(values and change.values) and bool(
        {each.casefold() for each in (change.values or ())[:1]} & {each.casefold() for each in (values or ())[:1]}
    )


def _is_repeat(article: BriefedArticle, earlier: Sequence[BriefedArticle]) -> bool:
    """True if an article is one of the earlier ones, near enough word for word."""
    mine = _pieces(article.text)
    return bool(mine) and any(len(mine & _pieces(other.text)) >= 0.9 * len(mine) for other in earlier)


def _pieces(text: str) -> set[str]:
    """The sentences of a text, roughly: enough to tell whether another has them."""
    return {
        " ".join(piece.split()).casefold()
        for piece in re.split(r"(?<=[.!?])[\"”’]?\s+|\n+", text)
        if len(piece.split()) > 4
    }


def change_of_return(story: Story, before: Story, since: str | None) -> Change:
    """That a story is back, with what was told of it last."""
    return Change(kind="returned", since=since, before=before.lede, now=story.lede)


def _corrections(story: Story, articles: Mapping[int, BriefedArticle], since: str | None) -> Iterator[Change]:
    """What publishers say that they corrected, in their own words, each with the outlet: its "we" is nobody beside others."""
    for number in story.articles:
        line = correction_in(articles[number])
        if line is not None:
            article = articles[number]
            outlet = article.publisher or PurePath(article.source).name
            yield Change(kind="corrected", since=since, now=line, attributed_to=outlet)


def correction_in(article: BriefedArticle) -> Line | None:
    """The paragraph in which an article says what it corrects, None if it says nothing of the kind."""
    found = correction_range(article.text, article.title)
    if found is None:
        return None
    start, end = found
    text = article.text[start:end]
    cite = Cite(article=article.number, start=start, end=end, text=text)
    return Line(text=" ".join(text.split()), support="verbatim", evidence=(cite,))
