"""Plans that an account of today calls by other words than those in which they were told: moved, called off, or on hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Line, Story
from summarize.languages.stories import changes
from summarize.stories.merging.heads import clause_head, subject_head
from summarize.stories.merging.numbers import numbers_in
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_WORDS: Final = changes("en")
NAME: Final = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
_ANY_NAME: Final = re.compile(r"\b[A-Z][\w’'-]+")
_DAYS: Final = re.compile(
    rf"\b(?:{weekday_pattern('en')}|\d{{1,2}}\s(?:{month_pattern('en')})|(?:{month_pattern('en')})\s\d{{1,2}})\b"
)
_MIN_SHARED: Final = 2
"""Words, names and days apart, that what is called off, or what a plan on hold is to do, has in common with what was to come."""
_MIN_BELOW: Final = 3
"""The same, for what is moved in a sentence further down."""


def moves_in(text: str) -> Iterator[re.Match[str]]:
    """Where a text says that something is moved: not that it is not, may be or is asked to be, nor of who moved somewhere."""
    return (match for match in _WORDS.moved.finditer(text) if not _WORDS.not_moved.search(text[: match.start()]))


def head_of(text: str, match: re.Match[str]) -> str | None:
    """The noun of what an expression moves or calls off: what stands behind it, "postponed its congress", or within, "bring her report forward", else the subject of its clause."""
    if inside := match.groupdict().get("thing"):
        return subject_head(inside)
    behind = _WORDS.moved_thing.match(text, match.end())
    return subject_head(_without_amounts(behind["what"])) if behind is not None else clause_head(text[: match.start()])


def _without_amounts(words: str) -> str:
    """Words without how much it is: "its 90 million pound offer" is an offer."""
    for number in reversed([*numbers_in(words, 0, len(words))]):
        if number.unit is not None:
            words = f"{words[: number.start].rstrip()} {words[number.end :].lstrip()}"
    return words


def is_event_moved(line: Line, told: Sequence[str], before: Story) -> bool:
    """True if what is moved was told of by the same words, and what was to come on a day has one of them: "the referendum on the charter" is what voters were to decide on the charter.

    It takes the noun of what is moved and another word of it, both in one sentence told before: a noun alone is anybody's.
    """
    plans = list(_dated_plans(before))
    for match in moves_in(line.text):
        head, behind = head_of(line.text, match), _WORDS.moved_thing.match(line.text, match.end())
        what = behind["what"] if behind is not None else _WORDS.clause_break.split(line.text[: match.start()])[-1]
        others = _plain(what) - {head}
        known = [others & _plain(said) for said in told if head is not None and head in content_words(said)]
        if any(words & plan for words in known for plan in plans):
            return True
    return False


def is_from_its_day(line: Line, before: Story) -> bool:
    """True if something is moved from a day on which what was to come has words in common with it: "put off its session on aid from Thursday", which was to meet then."""
    match = next(moves_in(line.text), None)
    if match is None:
        return False
    mine = content_words(_DAYS.sub(" ", NAME.sub(" ", line.text)))
    behind = line.text[match.end() :]
    for plan in before.ahead:
        said = _DAYS.search(plan.words) if plan.what is not None and plan.precision in {"day", "time"} else None
        if plan.what is None or said is None or re.search(rf"\b{re.escape(said.group())}\b", behind) is None:
            continue
        if len(mine & content_words(_DAYS.sub(" ", NAME.sub(" ", plan.what.text)))) >= _MIN_SHARED:
            return True
    return False


def is_moved_below(line: Line, before: Story) -> bool:
    """True for a sentence further down that moves what was to come on a day, by its noun and two more words of it."""
    if not any(moves_in(line.text)):
        return False
    heads = {head_of(line.text, match) for match in moves_in(line.text)}
    mine = _plain(line.text)
    return any(heads & plan and len(mine & plan) >= _MIN_BELOW for plan in _dated_plans(before))


def moved_from_its_day(line: Line, before: Story) -> Line | None:
    """What was to come on a day, of which a sentence says by that day that it is moved: "the burial, planned for Friday, would be delayed".

    It is the same by its noun; what somebody meets for and talks are, where both have a name in common.
    """
    heads = {head_of(line.text, match) for match in moves_in(line.text)} - {None}
    for plan in before.ahead:
        said = _DAYS.search(plan.words) if plan.precision in {"day", "time"} else None
        if plan.what is None or said is None or not _was_fixed_for(said.group(), line.text):
            continue
        meets = _WORDS.to_meet.search(plan.what.text) and any(_WORDS.to_meet.search(head) for head in heads if head)
        names = {*NAME.findall(_DAYS.sub(" ", line.text))} & {*NAME.findall(_DAYS.sub(" ", plan.what.text))}
        if heads & content_words(NAME.sub(" ", f" {plan.what.text}")) or (meets and names):
            return plan.what
    return None


def _was_fixed_for(day: str, text: str) -> bool:
    """True if a text says that something had been planned for a day: "which had been set for Friday", "due on Friday"."""
    before = (text[: match.start()] for match in re.finditer(rf"\b{re.escape(day)}\b", text))
    fixed = (_WORDS.expected_then, _WORDS.was_to_be_then, _WORDS.from_a_day)
    return any(expression.search(each) for each in before for expression in fixed)


def is_called_off_below(line: Line, before: Story) -> bool:
    """True for a sentence further down that calls off what was to come on a day: by its noun and another word of it, since somebody's journey is nothing of the story."""
    for match in _WORDS.withdrawn.finditer(line.text):
        done = line.text[: match.start()]
        if _WORDS.not_done_now.search(done) or _WORDS.not_given_up.search(done):
            continue
        head, mine = head_of(line.text, match), _plain(line.text[match.start() :])
        if any(head in plan and len(mine & plan) >= _MIN_SHARED for plan in _dated_plans(before)):
            return True
    return False


def is_offer_withdrawn(line: Line, before: Story) -> bool:
    """True for a sentence further down that gives up what the story before was of: by its noun, another word, and a name of both.

    The name stands in front of the verb: who withdraws an offer had made one.
    """
    told = [before.headline, before.lede, *before.facts]
    if _WORDS.taken_back.search(line.text):
        return False  # what somebody said is no offer
    for match in _WORDS.withdrawn.finditer(line.text):
        done = line.text[: match.start()]
        if _WORDS.not_done_now.search(done) or _WORDS.not_given_up.search(done):
            continue
        head, mine, who = head_of(line.text, match), _plain(line.text[match.end() :]), {*_ANY_NAME.findall(done)}
        for each in told:
            its = _plain(each.text)
            if head in its and len(mine & its) >= _MIN_SHARED and who & {*_ANY_NAME.findall(each.text)}:
                return True
    return False


def is_on_hold(line: Line, told: Sequence[str], before: Story) -> bool:
    """True if a plan that was told of stands still: by what it was to do, or by the noun of what is put on hold."""
    match = _WORDS.on_hold.search(line.text)
    if match is None or _WORDS.not_done_now.search(line.text[: match.start()]):
        return False
    if (plan := match["plan"]) is not None:
        lines = [before.headline, before.lede, *before.facts, *(each.what for each in before.ahead if each.what)]
        return any(len(_plain(plan) & _plain(each.text)) >= _MIN_SHARED for each in lines)
    head = subject_head(NAME.sub(" ", f" {match['planned'] or match['held']}").strip())
    return head is not None and any(head in content_words(said) for said in told)


def _dated_plans(before: Story) -> Iterator[frozenset[str]]:
    """The words of what was to come on a day, without names and that day."""
    for moment in before.ahead:
        if moment.what is not None and moment.precision in {"day", "time"}:
            yield _plain(moment.what.text.replace(moment.words, " "))


def _plain(text: str) -> frozenset[str]:
    """The words of a text that are neither a name nor a day."""
    return content_words(_DAYS.sub(" ", NAME.sub(" ", text)))
