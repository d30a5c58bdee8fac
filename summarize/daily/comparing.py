"""A day's stories beside those of earlier briefings: what is different in each, what has gone quiet, and which dates are still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.briefing import APART, BriefedArticle, Moment, Story
from summarize.briefing.briefing import cites_of
from summarize.daily.past import Past
from summarize.stories.changes import changes_of, returned
from summarize.stories.composing import Edition, renumbered, renumbered_change, renumbered_moment
from summarize.stories.ordering import watched_for


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of some cards, in no order yet."""

    stories: tuple[Story, ...]
    articles: tuple[BriefedArticle, ...]
    before: Mapping[str, Story]
    """The stories of the last briefing that some of them go on with, by their key, which both have."""
    back: Mapping[str, Story]
    """The stories of briefings before that one that some of them come back to, by their key."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A day's stories, told against earlier briefings."""

    stories: tuple[Story, ...]
    quiet: tuple[Story, ...]
    coming: tuple[tuple[str, Moment], ...]
    """Dates that the last briefing had ahead, by the keys of their stories."""
    earlier: tuple[BriefedArticle, ...]
    """The earlier articles that any of these cite, numbered on."""


def compared(found: Stories, past: Past, edition: Edition) -> Compared:
    """The stories with what is different in each, those that have gone quiet, the dates to come and what all of it cites."""
    if past.date is None:
        return Compared(_with_corrections(found), (), (), ())
    numbered = {article.number: article for article in found.articles}
    stories: list[Story] = []
    for story in found.stories:
        before, back = found.before.get(story.key), found.back.get(story.key)
        changes = changes_of(story, numbered, before, past.known, past.date)
        if back is not None:
            changes = (returned(story, back, past.date_of(back.key)), *changes[1:])
        if story.slot in APART and story.slot != "correction":
            changes = changes if before is None and back is None else ()
        stories.append(story.model_copy(update={"changes": changes}))
    # What one source told once, and nobody took up, was news of its day.
    quiet = [
        story
        for story in past.then
        if story.key not in found.before
        and story.slot not in APART
        and (not story.coverage.single or watched_for(story, past.known, edition.watch))
    ]
    coming = past.coming(edition.date, {story.key: story for story in stories if story.key in found.before})
    return _cut_to_cited(stories, quiet, coming, past.known, len(found.articles))


def _with_corrections(found: Stories) -> tuple[Story, ...]:
    """The stories of a first briefing: nothing is new or updated, but what publishers corrected is told."""
    numbered = {article.number: article for article in found.articles}
    return tuple(
        story.model_copy(update={"changes": changes_of(story, numbered, None, {}, "")[1:]})
        if any(numbered[number].slot == "correction" for number in story.articles)
        else story
        for story in found.stories
    )


def _cut_to_cited(
    stories: Sequence[Story],
    quiet: Sequence[Story],
    coming: Sequence[tuple[str, Moment]],
    known: Mapping[int, BriefedArticle],
    count: int,
) -> Compared:
    """As given, with only those earlier articles that something cites, numbered from `count` + 1."""
    moments = [moment for _, moment in coming]
    cited = {cite.article for each in (*stories, *quiet, *moments) for cite in cites_of(each)}
    cited |= {number for story in quiet for number in story.articles}
    kept = [number for number in sorted(known) if number in cited]
    numbers = {number: number for number in range(1, count + 1)} | {
        number: count + place for place, number in enumerate(kept, 1)
    }
    again = tuple(
        story.model_copy(update={"changes": tuple(renumbered_change(change, numbers) for change in story.changes)})
        for story in stories
    )
    return Compared(
        again,
        tuple(renumbered(story, numbers) for story in quiet),
        tuple((key, renumbered_moment(moment, numbers)) for key, moment in coming),
        tuple(known[number].model_copy(update={"number": numbers[number]}) for number in kept),
    )
