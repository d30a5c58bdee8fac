"""What has turned in a story since it was told: a plan moved or given up, a claim denied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from summarize.briefing import BriefedArticle, Change, Line, Story
from summarize.languages.stories import changes
from summarize.stories.merging.likeness import content_words

_WORDS: Final = changes("en")
MOVED: Final = "plan moved"
WITHDRAWN: Final = "withdrawn"


def turns(
    story: Story, before: Story, known: Mapping[int, BriefedArticle], since: str, fresh: AbstractSet[int]
) -> Iterator[Change]:
    """The turns, each with the sentence that says so: one of each kind at most."""
    heads = [story.headline, story.lede]
    dated = [moment.what for moment in (*story.ahead, *story.timeline) if moment.what is not None]
    for about, pattern, lines in (
        (MOVED, _WORDS.moved, [*dated, *heads, *story.facts]),
        (WITHDRAWN, _WORDS.withdrawn, heads),
        ("denied", _WORDS.denied, heads),
        ("admitted", _WORDS.admitted, heads),
    ):
        now = next(
            (
                line
                for line in lines
                if line.article in fresh
                and (pattern.search(line.text) or (about == MOVED and _is_held_back(line, before)))
                and not was_said(line.text, before, known)
            ),
            None,
        )
        if now is not None and (about != MOVED or _had_plan(before)):
            yield Change(kind="updated", since=since, about=about, before=_before(before, about), now=now)


def was_said(sentence: str, before: Story, known: Mapping[int, BriefedArticle]) -> bool:
    """True if an article of the briefing before has a sentence, word for word."""
    words = " ".join(sentence.split()).casefold()
    return any(
        words in " ".join(known[number].text.split()).casefold() for number in before.articles if number in known
    )


def _had_plan(before: Story) -> bool:
    """True if there was something to come that could be moved."""
    lines = (before.headline, before.lede, *before.facts)
    return bool(before.ahead) or any(_WORDS.coming.search(line.text) for line in lines)


def _is_held_back(line: Line, before: Story) -> bool:
    """True if what had a date is said not to be before another one."""
    match = _WORDS.held_back.search(line.text)
    what = content_words(match["what"]) if match is not None else frozenset[str]()
    return any(what & content_words(moment.what.text) for moment in before.ahead if moment.what is not None)


def _before(before: Story, about: str) -> Line:
    """What the turn is from: the date that was ahead, or the lede."""
    planned = [moment.what for moment in before.ahead if moment.what is not None]
    return planned[0] if about == MOVED and planned else before.lede
