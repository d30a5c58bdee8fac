"""The stories of an earlier briefing, and which of them articles of today go on with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from summarize.briefing import BriefedArticle, Story
from summarize.stories.grouping import THRESHOLD, Member, continues
from summarize.stories.matters import is_of_one_matter
from summarize.text.content import content_words

_MAX_COMPARED = 12
_MIN_TITLE_LENGTH = 15
_BEGINNING = 300
_MIN_SHARED = 2


def members_of(story: Story, articles: Mapping[int, BriefedArticle]) -> tuple[Member, ...]:
    """A story's articles as grouping sees them."""
    names = tuple((party.name, party.kind) for party in story.people)
    places = tuple(place.name for place in story.places)
    return tuple(
        Member(
            number,
            article.title,
            article.text,
            names,
            places,
            article.published,
            article.publisher,
            language=article.language or "",
        )
        for number in story.articles
        if (article := articles.get(number)) is not None
    )


class Earlier:
    """The stories of an earlier briefing, to be found again."""

    def __init__(self, stories: Sequence[Story], known: Mapping[int, BriefedArticle]) -> None:
        self.known = known
        """The articles that the stories cite, by number."""
        self._stories = [(story, members) for story in stories if (members := members_of(story, known))]
        self._by_word: dict[str, list[int]] = {}
        for place, (_, members) in enumerate(self._stories):
            for word in _telling(members):
                self._by_word.setdefault(word, []).append(place)

    def nearest(self, members: Sequence[Member]) -> tuple[float, Story] | None:
        """The earlier story that articles of today are of, with how sure that is; None if of none.

        Only stories that share names or words of titles are compared at all.
        """
        shared = Counter(place for word in _telling(members) for place in self._by_word.get(word, ()))
        best: tuple[float, Story] | None = None
        for place, count in shared.most_common(_MAX_COMPARED):
            if count < _MIN_SHARED:
                break
            story, its = self._stories[place]
            score = continues(members, its)
            is_best = score >= THRESHOLD and (best is None or score > best[0])
            if is_best and is_of_one_matter(members, story, its, self.known):
                best = score, story
        return best

    def corrected_by(self, member: Member) -> Story | None:
        """The earlier story with the article that a correction names by its title, of the same publisher; None if there is none."""
        words = " ".join(member.text.split()).casefold()
        for story, members in self._stories:
            titles = (
                " ".join((its.title or "").split()).casefold() for its in members if its.publisher == member.publisher
            )
            if any(len(title) >= _MIN_TITLE_LENGTH and title in words for title in titles):
                return story
        return None


def _telling(members: Sequence[Member]) -> set[str]:
    """The words of names and titles, and of the beginnings of texts."""
    words = " ".join(
        part
        for member in members
        for part in (member.title or "", *(name for name, _ in member.names), *member.places, member.text[:_BEGINNING])
    )
    return set(content_words(words))
