"""Whether a story goes on with an earlier one, or only names somebody of whom that told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from summarize.briefing import BriefedArticle, Story
from summarize.stories.grouping import Member
from summarize.stories.grouping.members import parts_of
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)
_FIRST: Final = re.compile(r"\S[^\n]{60,}?(?=[.!?][”\"’]?(?:\s|$)|\n|$)")
_ENGLISH: Final = frozenset({"en", "", None})


def is_of_one_matter(
    members: Sequence[Member], story: Story, its: Sequence[Member], known: Mapping[int, BriefedArticle]
) -> bool:
    """True if what articles tell first shares a word with what an earlier story told first, other than who somebody is and what he is called.

    A minister may be named in the last line about pay, and open a clinic the day after: neither goes on with the story of a bridge. Articles in
    other languages are not compared so.
    """
    languages = {each.language for each in members} | {
        known[number].language for number in story.articles if number in known
    }
    if not languages <= _ENGLISH:
        return True
    people = [each for each in story.people if each.kind == "person"]
    named = [f"{each.name} {' '.join(each.aliases)} {each.role or ''}" for each in people]
    named += [name for each in members for name, kind in each.names if kind == "person"]
    who = content_words(" ".join(named))
    return bool((_told_first(members) & _told_first(its)) - who)


def _told_first(members: Sequence[Member]) -> frozenset[str]:
    """The words of titles and first sentences."""
    found: list[str] = []
    for member in members:
        title, body = parts_of(member)
        first = _FIRST.search(body)
        found += [title, first.group() if first is not None else body]
    return content_words(_DAYS.sub(" ", " ".join(found)))
