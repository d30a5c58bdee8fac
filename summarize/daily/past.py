"""What earlier briefings told, numbered on from a day's articles: the last one, and those before it, to which a story may come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from summarize.article import Article
from summarize.briefing import APART, BriefedArticle, Moment, Story
from summarize.daily.store import Told
from summarize.stories.changes import Earlier
from summarize.stories.composing import renumbered
from summarize.stories.grouping import THRESHOLD, Member
from summarize.stories.turns import MOVED, WITHDRAWN

_SURELY: Final = 1.25 * THRESHOLD
"""Likeness from which a story is one of weeks ago: among so many, chance likenesses are more frequent than between two days."""


class Past:
    """The stories of earlier briefings and the articles that they cite."""

    def __init__(self, told: Told | None, first: int) -> None:
        """Number the articles on."""
        self.known: dict[int, BriefedArticle] = {}
        """The articles that the stories cite, by number."""
        self.date = told.date if told else None
        """The day of the last briefing."""
        self._next = first
        self._dates: dict[str, str] = {}
        self._undated: dict[str, str] = {}
        self.then: tuple[Story, ...] = self._taken(told) if told else ()
        """The stories of the last briefing."""
        older: list[Story] = []
        for each in told.older if told else ():
            older += [story for story in self._taken(each) if self._dates[story.key] == each.date]
        self.recent = Earlier(self.then, self.known) if told else None
        """The stories of the last briefing, to be found again."""
        self._older = Earlier(older, self.known) if older else None

    def returning(self, members: Sequence[Member]) -> Story | None:
        """The story of before the last briefing that articles of today come back to; None if to none."""
        found = self._older.nearest(members) if self._older else None
        return found[1] if found and found[0] >= _SURELY else None

    def date_of(self, key: str) -> str | None:
        """The day of the last briefing that told a story."""
        return self._dates.get(key)

    def told_undated(self, article: Article) -> str | None:
        """The day on which an article without a date was told already; None for one that has a date, or is new."""
        return None if article.published else self._undated.get(_words(article.text))

    def coming(self, day: str, taken: Mapping[str, Story]) -> list[tuple[str, Moment]]:
        """The dates from a day on that the last briefing had ahead, by the keys of their stories, but for what today's have of their own."""
        found: list[tuple[str, Moment]] = []
        for story in self.then:
            if story.slot in APART and story.slot != "sport":
                continue
            today = taken.get(story.key)
            own = {moment.start[:10] for moment in (today.ahead if today else ())}
            is_moved = today is not None and any(change.about in {MOVED, WITHDRAWN} for change in today.changes)
            for moment in story.ahead:
                if moment.precision in {"day", "time"} and moment.start[:10] >= day and not is_moved:
                    found += [(story.key, moment)] if moment.start[:10] not in own else []
        return found

    def _taken(self, told: Told) -> tuple[Story, ...]:
        numbers = {each.number: self._next + place for place, each in enumerate(told.articles)}
        self._next += len(numbers)
        for each in told.articles:
            number = numbers[each.number]
            self.known[number] = each.model_copy(update={"number": number, "copy_of": None, "earlier": told.date})
            if each.published is None:
                self._undated.setdefault(_words(each.text), told.date)
        for story in told.stories:
            self._dates.setdefault(story.key, told.date)
        return tuple(renumbered(story, numbers) for story in told.stories)


def _words(text: str) -> str:
    """A text whatever its spaces and line ends, which differ from one reading to the next."""
    return " ".join(text.split())
