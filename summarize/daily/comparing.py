"""A day's stories beside those of earlier briefings: what is different in each, what has gone quiet, and which dates are still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.article import Article
from summarize.briefing import APART, BriefedArticle, Change, Moment, Story
from summarize.briefing.briefing import cites_of
from summarize.daily.given_up import GivenUpPlans
from summarize.daily.happened import has_happened
from summarize.daily.store import ToldBriefing
from summarize.daily.taken_back import is_corrected, is_of_another_day, is_taken_back
from summarize.languages.stories import changes as change_words
from summarize.stories.changes import change_of_return, changes_of
from summarize.stories.composing import Edition, renumbered_change, renumbered_moment, renumbered_story
from summarize.stories.diary import is_same_event
from summarize.stories.earlier import Earlier
from summarize.stories.grouping import THRESHOLD, Member
from summarize.stories.ordering import watched_for
from summarize.stories.turns import MOVED, WITHDRAWN
from summarize.text.content import content_words


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


def compare_with_past(found: Stories, past: Past, edition: Edition) -> Compared:
    """The stories with what is different in each, those that have gone quiet, the dates to come and what all of it cites."""
    if past.date is None:
        return Compared(_with_corrections(found), (), (), ())
    numbered = {article.number: article for article in found.articles}
    stories: list[Story] = []
    for story in found.stories:
        before, back = found.before.get(story.key), found.back.get(story.key)
        changes = tuple(
            _dated(change, past.known)
            for change in changes_of(story, numbered, past.with_dates(before, edition.date), past.known, past.date)
        )
        if back is not None:
            changes = (change_of_return(story, back, past.date_of(back.key)), *changes[1:])
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
    taken = {story.key: story for story in stories if story.key in {*found.before, *found.back}}
    texts = {key: [numbered[each].text for each in story.articles if each in numbered] for key, story in taken.items()}
    coming = _still_to_be(past.coming(edition.date, taken, texts), found, taken, past, edition.date)
    return _cut_to_cited(stories, quiet, coming, past.known, len(found.articles))


def _still_to_be(
    coming: Sequence[tuple[str, Moment]], found: Stories, taken: Mapping[str, Story], past: Past, day: str
) -> list[tuple[str, Moment]]:
    """Dates of earlier briefings but for those that were wrong, as their publishers say today, and what was to be today and has been."""
    since = [*past.accounts(), *((day, article.text) for article in found.articles)]
    given_up = GivenUpPlans((moment for _, moment in coming), since)
    corrected = [
        paragraph
        for article in found.articles
        if article.slot == "correction"
        for paragraph in article.text.split("\n")
    ]
    of_today = {article.number: article.text for article in found.articles if (article.published or "")[:10] == day}
    told = {key: [of_today[number] for number in story.articles if number in of_today] for key, story in taken.items()}
    return [
        (key, moment)
        for key, moment in coming
        if not is_corrected(moment, corrected)
        and not has_happened(moment, told.get(key, ()), day)
        and not given_up.hold(moment, past.told_on(moment))
    ]


def _dated(change: Change, known: Mapping[int, BriefedArticle]) -> Change:
    """A change since the day on which what was so before was told: a date may have been ahead for some briefings."""
    article = known.get(change.before.article) if change.before is not None else None
    is_dated = article is not None and article.earlier is not None and change.since is not None
    return change.model_copy(update={"since": article.earlier}) if article is not None and is_dated else change


def _with_corrections(found: Stories) -> tuple[Story, ...]:
    """The stories of a first briefing: nothing is new or updated, but what publishers corrected is told."""
    numbered = {article.number: article for article in found.articles}
    return tuple(
        story.model_copy(update={"changes": changes_of(story, numbered, None, {}, "")[1:]}) for story in found.stories
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
        tuple(renumbered_story(story, numbers) for story in quiet),
        tuple((key, renumbered_moment(moment, numbers)) for key, moment in coming),
        tuple(known[number].model_copy(update={"number": numbers[number]}) for number in kept),
    )


_SURELY: Final = 1.25 * THRESHOLD
"""Likeness from which a story is one of weeks ago: among so many, chance likenesses are more frequent than between two days."""


class Past:
    """The stories of earlier briefings and the articles that they cite."""

    def __init__(self, told: ToldBriefing | None, first: int) -> None:
        self.known: dict[int, BriefedArticle] = {}
        """The articles that the stories cite, by number."""
        self.date = told.date if told else None
        """The day of the last briefing."""
        self._next = first
        self._dates: dict[str, str] = {}
        self._undated: dict[str, str] = {}
        self._tellings: dict[str, list[tuple[str, Story]]] = {}
        """Each story as every briefing told it, the latest first, with that day."""
        self.then: tuple[Story, ...] = self._add_told_stories(told) if told else ()
        """The stories of the last briefing."""
        older: list[Story] = []
        for each in told.older if told else ():
            older += [story for story in self._add_told_stories(each) if self._dates[story.key] == each.date]
        self.recent = Earlier(self.then, self.known) if told else None
        """The stories of the last briefing, to be found again."""
        self._before_then = tuple(older)
        self._older = Earlier(older, self.known) if older else None

    def find_returning_story(self, members: Sequence[Member]) -> Story | None:
        """The story of before the last briefing that articles of today come back to; None if to none."""
        found = self._older.nearest(members) if self._older else None
        return found[1] if found and found[0] >= _SURELY else None

    def date_of(self, key: str) -> str | None:
        """The day of the last briefing that told a story."""
        return self._dates.get(key)

    def accounts(self) -> list[tuple[str, str]]:
        """The texts of the articles of all briefings, each with the day of its briefing."""
        return [(article.earlier or "", article.text) for article in self.known.values()]

    def told_on(self, moment: Moment) -> str:
        """The day of the briefing that told a date in these words; empty for what is told today."""
        article = self.known.get(moment.evidence[0].article)
        return (article.earlier or "") if article is not None else ""

    def told_undated(self, article: Article) -> str | None:
        """The day on which an article without a date was told already; None for one that has a date, or is new."""
        return None if article.published else self._undated.get(_words(article.text))

    def coming(
        self, day: str, taken: Mapping[str, Story], texts: Mapping[str, Sequence[str]]
    ) -> list[tuple[str, Moment]]:
        """The dates from a day on that were ahead when a story was last told, by the keys of these stories, but for what today's have of their own.

        Args:
            day: the day of the briefing.
            taken: today's stories by their keys.
            texts: those of their articles, by the same keys; what they say is not on its day any more is left out.
        """
        found: list[tuple[str, Moment]] = []
        for story in (*self.then, *self._before_then):
            if story.slot in APART and story.slot != "sport":
                continue
            today = taken.get(story.key)
            # A correction has no dates in the diary, but says anew what was told of one.
            has_own = today is not None and (today.slot not in APART or today.slot == "sport")
            own = today.ahead if today else ()
            for moment in self._still_ahead(story.key, day, today, texts.get(story.key, ())):
                same = next((each for each in own if is_same_event(each, moment, day)), None)
                found += [] if same and has_own else [(story.key, same or moment)]
        return found

    def with_dates(self, before: Story | None, day: str) -> Story | None:
        """A story of the last briefing, with the dates from a day on that were ahead when an earlier one told it."""
        if before is None:
            return None
        further = [each for each in self._still_ahead(before.key, day, None, ()) if each not in before.ahead]
        return before.model_copy(update={"ahead": (*before.ahead, *further)})

    def _still_ahead(self, key: str, day: str, today: Story | None, texts: Sequence[str]) -> list[Moment]:
        """The dates from a day on that any briefing had ahead for a story and that none after it, nor today's accounts, gave up.

        What a later briefing has of the same day stands for what an earlier one had.
        """
        found: list[Moment] = []
        later: list[tuple[str, Story, Sequence[str]]] = []
        for told_on, story in self._tellings[key]:
            taken = tuple(found)
            ahead = [
                moment
                for moment in story.ahead
                if moment.precision in {"day", "time"}
                and moment.start[:10] >= day
                and not any(is_same_event(moment, each, day) for each in taken)
            ]
            since = [
                (then, self._with_changes(each, story, told_on), accounts) for then, each, accounts in later if ahead
            ]
            if today is not None:
                since.append((day, today, texts))
            for moment in ahead:
                on = moment.start[:10]
                is_alone = sum(each.start[:10] == on for each in story.ahead) == 1
                if not any(
                    _is_given_up(moment, each)
                    or is_taken_back(moment, accounts, then, is_alone=is_alone, ahead=each.ahead, been=each.timeline)
                    for then, each, accounts in since
                ):
                    found.append(moment)
            later.append((told_on, story, [self.known[each].text for each in story.articles if each in self.known]))
        return found

    def _with_changes(self, story: Story, before: Story, told_on: str) -> Story:
        """A later telling with what was different in it, which a store does not keep."""
        articles = tuple(each for each in story.articles if each in self.known)
        changes = changes_of(story.model_copy(update={"articles": articles}), self.known, before, self.known, told_on)
        return story.model_copy(update={"changes": changes})

    def _add_told_stories(self, told: ToldBriefing) -> tuple[Story, ...]:
        numbers = {each.number: self._next + place for place, each in enumerate(told.articles)}
        self._next += len(numbers)
        for each in told.articles:
            number = numbers[each.number]
            self.known[number] = each.model_copy(update={"number": number, "copy_of": None, "earlier": told.date})
            if each.published is None:
                self._undated.setdefault(_words(each.text), told.date)
        stories = tuple(renumbered_story(story, numbers) for story in told.stories)
        for story in stories:
            self._dates.setdefault(story.key, told.date)
            self._tellings.setdefault(story.key, []).append((told.date, story))
        return stories


def _is_given_up(moment: Moment, today: Story) -> bool:
    """True for a date that was ahead, where a later story gives its plan up, or moves what has a word in common with it."""
    changes, words = today.changes, change_words("en")
    lines = [line.text for line in (today.headline, today.lede, *today.facts)]
    # What has turned in a story is not asked of one that comes back: there its own words say so.
    is_back = any(change.kind == "returned" for change in changes)
    if not is_back and not any(change.about in {MOVED, WITHDRAWN} for change in changes):
        return False
    if moment.what is None or any(change.about == WITHDRAWN for change in changes):
        return True
    moved = [change.now.text for change in changes if change.about == MOVED and change.now is not None]
    moved += [text for text in lines if words.moved.search(text) or (is_back and words.withdrawn.search(text))]
    plan = content_words(moment.what.text.replace(moment.words, " "))
    return any(plan & content_words(text) and not is_of_another_day(moment, text) for text in moved)


def _words(text: str) -> str:
    """A text whatever its spaces and line ends, which differ from one reading to the next."""
    return " ".join(text.split())
