"""Lines of a briefing that charge somebody, and those that answer them: they are shown together, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.briefing import Briefing, Line, Story, Top
from summarize.grounding.causes import is_other_cause
from summarize.grounding.replies import Does, Said, accuses, clears, does, is_answer, is_plea, names, suspected
from summarize.text.content import content_words

_FOR_ANSWERS: Final[tuple[Does, ...]] = ("silent", "awaits", "uncharged", "challenges")

_MARKS: Final = "\"“‘«„'"
"""What a sentence may open on that begins with words somebody says."""
_SHARED: Final = 3
"""Words of content that a headline has of a lede that it says in short."""


def answered_at(line: Line, facts: Sequence[Line]) -> int:
    """How many facts have to be shown for a line to have its answer; 0 if it charges nobody, or none answers it."""
    if not accuses(_as_said(line)):
        return 0
    replies = (at for at, fact in enumerate(facts, 1) if fact != line and is_answer([_as_said(line)], _as_said(fact)))
    return next((at for at in replies if _is_of([line], facts[at - 1])), 0)


def headlined(story: Story) -> list[Line]:
    """The headline of a story of which no more is told; one that charges somebody, or says in short what a lede does that charges somebody, with what is answered to it."""
    headline, lede = story.headline, story.lede
    if not _charges(story) or does("contradicts", headline.text):
        return [headline]
    if _is_denial(lede):
        return [headline, lede]
    first, *_ = group_with_answers([lede, *story.facts])
    # "It denied that" behind another line than the lede is said of that line, and so is what answers a further charge alone.
    first_answers = first[1:]
    further = [each for each in story.facts if _is_further_charge(each)]
    own = [each for each in story.facts if not _is_of_another(each, further, [headline, lede])]
    plain = [each for each in own if each in first_answers or not does("points", each.text)]
    told = [each for each in plain if is_answer([_as_said(headline)], _as_said(each))]
    answers = [
        each
        for each in first_answers
        if each in own and not _is_further_charge(each) and not does("challenges", each.text)
    ]
    answers = answers or told[:1]
    return [headline, *(answers or [each for each in plain if _is_denial(each)][:1])]


def _charges(story: Story) -> bool:
    if accuses(_as_said(story.headline)):
        return True
    shared = content_words(story.headline.text) & content_words(story.lede.text)
    is_of_lede = story.headline.article == story.lede.article and len(shared) >= _SHARED
    return is_of_lede and accuses(_as_said(story.lede))


def topped(briefing: Briefing, top: Top) -> list[Line]:
    """A top line; one that charges somebody with what its story has in answer to it."""
    story = next((each for each in briefing.stories if each.number == top.story), None)
    return [top.line, *(headlined(story)[1:] if story is not None and top.line == story.headline else [])]


def _is_denial(line: Line) -> bool:
    """True for a line by which somebody denies what he is charged with, or says that it is not so."""
    said = _as_said(line)
    is_retort = does("answers", line.text.lstrip(_MARKS))
    return (
        said.kind == "denied"
        or is_retort
        or does("contradicts", line.text)
        or (said.source is not None and clears(said))
    )


def _is_of_another(answer: Line, further: Sequence[Line], told: Sequence[Line]) -> bool:
    """True for the answer of somebody whom only a further charge names."""
    source = answer.attribution.source if answer.attribution is not None else None
    is_named = [any(names(each.text, source or "") for each in lines) for lines in (further, told)]
    return source is not None and is_named == [True, False]


def _is_further_charge(line: Line) -> bool:
    return accuses(_as_said(line)) and not _is_denial(line)


def group_with_answers(lines: Sequence[Line], headline: Line | None = None) -> list[list[Line]]:
    """Lines of a story, each with those behind it that answer it; with the first also those that answer a headline over it."""
    units: list[list[Line]] = []
    for line in lines:
        before = [*units[-1], *([headline] if headline is not None and len(units) == 1 else [])] if units else []
        # Behind a lede stands first what answers it, which its own words may not show: "Both men deny the charges".
        is_next = len(units) == 1 and _is_denial(line) and not _is_further_charge(line)
        if (
            before
            and (
                is_next
                or _stands_for_answer(before, line)
                or is_answer(map(_as_said, before), _as_said(line))
                or is_other_cause(_as_said(before[-1]), _as_said(line))
            )
            and _is_of(before, line)
        ):
            units[-1].append(line)
        else:
            units.append([line])
    return units


def _stands_for_answer(unit: Sequence[Line], line: Line) -> bool:
    """True for what stands beside a charge in place of an answer: who is silent or away, that nobody was arrested, what the defence asks."""
    is_such = any(does(what, line.text) for what in _FOR_ANSWERS)
    return is_such and any(accuses(_as_said(each)) for each in unit)


def _is_of(unit: Sequence[Line], line: Line) -> bool:
    """True for a line of the same article, for the denial of somebody named in a line of another, and for who speaks for whom one charges."""
    by = line.attribution
    denies = by is not None and by.kind == "denied" and by.source is not None
    speaks = does("speaks_for", line.text) and any(accuses(_as_said(each)) for each in unit)
    return (
        any(each.article == line.article for each in unit)
        or speaks
        or (denies and by is not None and any(names(each.text, by.source or "") for each in unit))
        or any(is_plea(each.text, _as_said(line)) for each in unit if accuses(_as_said(each)))
    )


def _as_said(line: Line) -> Said:
    return suspected(Said.of(line.text, line.attribution))
