"""What a form tells once: no sentence again for a figure or a date in it, none that is hardly more than a figure among the differences; participants as the index lists them.

The briefing itself, and its JSON, keep all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import APART, Briefing, Cite, Figure, Indexed, Line, Moment, Party, Story
from summarize.rendering.briefing.answers import group_with_answers
from summarize.text.content import content_words

_FEW: Final = 5
"""Words of content beside its figure, whose that is and what the lede has, with which a sentence says hardly more than the figure: who somebody is."""


def told_once(briefing: Briefing) -> Briefing:
    """The briefing as its forms show it. At the shortest length no difference is told, and a sentence with a figure is."""
    listed = {
        story.number: [each for each in briefing.index if story.number in each.stories] for story in briefing.stories
    }
    facts = {
        story.number: story.facts if briefing.length == "short" else tuple(_facts(story)) for story in briefing.stories
    }
    stories = tuple(
        story.model_copy(
            update={
                "facts": facts[story.number],
                **_untold(story, facts[story.number]),
                # Sport and the like are not in the index; a briefing without one has its participants as they are.
                "people": tuple(_indexed_participants(story, listed[story.number]))
                if briefing.index and story.slot not in APART
                else story.people,
            }
        )
        for story in briefing.stories
    )
    return briefing.model_copy(update={"stories": stories})


def _untold(story: Story, facts: Sequence[Line]) -> dict[str, tuple[Figure | Moment, ...]]:
    """The figures and dates whose sentence is told nowhere else in a story; of a date also not as background, a figure or a change."""
    lines = {line.evidence[0] for line in (story.lede, *facts)}
    differing = (figure.line for each in story.disagreements for side in each.sides for figure in side.figures)
    figures: dict[Cite, Figure] = {}  # a sentence of two figures stands once
    for figure in story.figures:
        figures.setdefault(figure.line.evidence[0], figure)
    told = lines | {line.evidence[0] for line in differing}
    untold = [figure for cite, figure in figures.items() if cite not in told]
    changed = (change.now for change in story.changes if change.now is not None and change.kind == "corrected")
    elsewhere = [
        *lines,
        *(line.evidence[0] for line in (*story.background, *changed, *(each.line for each in untold))),
    ]
    return {
        "figures": tuple(untold),
        "timeline": tuple(
            each
            for each in story.timeline
            if each.what is None or not any(_is_within(each.what.evidence[0], cite) for cite in elsewhere)
        ),
    }


def _is_within(one: Cite, other: Cite) -> bool:
    return one.article == other.article and other.start <= one.start and one.end <= other.end


def _facts(story: Story) -> Iterator[Line]:
    """The facts without those that a difference tells. What answers a line that stays does so too, and what is answered by one."""
    figures = [figure for each in story.disagreements for side in each.sides for figure in side.figures]
    first, *units = group_with_answers([story.lede, *story.facts])
    for unit in (first[1:], *units):
        if not all(any(_is_only(line, figure, story.lede) for figure in figures) for line in unit):
            yield from unit


def _is_only(line: Line, figure: Figure, lede: Line) -> bool:
    """True for the sentence of a figure that says hardly more than that, with whom it gives it to if to anybody; a denial says more."""
    if line.evidence[0] != figure.line.evidence[0]:
        return False
    if line.attribution is not None and (line.attribution.kind == "denied" or not figure.attributed_to):
        return False
    known = content_words(f"{figure.value} {figure.about} {figure.attributed_to or ''} {lede.text}")
    more = content_words(line.text) - known
    return len(more) <= _FEW and not any(character.isdigit() for word in more for character in word)


def _indexed_participants(story: Story, entries: Sequence[Indexed]) -> Iterator[Party]:
    """The participants whom the index lists, as what that takes them for: no descriptions, ships and towns."""
    taken = {name for party in story.people for name in (party.name, *party.aliases)}
    others = [each for each in entries if each.name not in taken]
    for party in story.people:
        names = {party.name, *party.aliases}
        # The index has a body by its whole name: "Leith drinks group", of Leith.
        entry = next((each for each in entries if each.name in names), None) or next(
            (each for each in others if f" {party.name} " in f" {each.name} " and each.kind == party.kind), None
        )
        if entry is not None and party.kind != "unnamed":
            yield party if entry.kind == party.kind else party.model_copy(update={"kind": entry.kind})
