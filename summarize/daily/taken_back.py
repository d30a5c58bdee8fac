"""Dates of earlier days' stories of which a later account says that nothing happens then any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from summarize.briefing import Line, Moment
from summarize.daily.named_days import CLAUSE, beside_days, names_of
from summarize.languages.stories import changes
from summarize.stories.merging.heads import subject_head
from summarize.stories.merging.times import given_up_in
from summarize.text.content import content_words
from summarize.text.dates.vocabulary import CARDINALS
from summarize.text.months import month_pattern, weekday_pattern

_WORDS: Final = changes("en")
_MONTH, _WEEKDAY = month_pattern("en"), weekday_pattern("en")
_DAY = re.compile(rf"\b(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}|(?P<weekday>{_WEEKDAY}))\b", re.IGNORECASE)
_COMMA: Final = re.compile(r"[,;]")
"""Behind "until Friday", what is not done: "and not reopen on Wednesday"."""
_WEEK: Final = timedelta(days=7)
_DAYS_OF: Final = frozenset({"day", "time"})
_MAX_LENGTH: Final = 365
"""Days or weeks by which something is moved."""
_MIN_OF_CORRECTED: Final = 3
"""Words that a date and the paragraph which corrects it have in common."""
_MIN_SHARED: Final = 2
"""Words that a date moved and the plan for it have in common."""


def is_taken_back(  # noqa: PLR0913 - all that is known of the day and of what came of it
    moment: Moment,
    texts: Sequence[str],
    day: str,
    *,
    is_alone: bool,
    ahead: Iterable[Moment] = (),
    been: Iterable[Moment] = (),
) -> bool:
    """True for a date that was ahead, if one of the texts says that what was to be then is not: "until 15 May, not Friday".

    Args:
        moment: the date, in the words in which it was told; a weekday is only asked for within a week.
        texts: today's accounts of the same story.
        day: today, as ISO date.
        is_alone: it was all that the story had ahead on its day; of others, what is given up must have a word of it.
        ahead: what these accounts have ahead themselves.
        been: what they have on days that have been: "came on Tuesday, a day earlier than planned".
    """
    if moment.what is None:
        return False
    plan = content_words(moment.what.text.replace(moment.words, " "))
    if any(_is_moved_from(moment, plan, now, texts) for now in ahead):
        return True
    if any(_is_moved_from(moment, plan, now, texts) and _does(moment, now, texts) for now in been):
        return True
    return any(_is_kept_shut(moment, text) for text in texts) or any(
        _is_not_done(moment, plan, before)
        or (
            (off := given_up_in(before, after)) is not None
            and ((is_alone and not is_weekday) or _has_word_of(plan, off, before))
        )
        for text in texts
        for before, after, is_weekday in _beside(moment, text, day)
    )


def _has_word_of(plan: frozenset[str], off: str, before: str) -> bool:
    """True if what is given up has a word of a plan, beside the verb or in front of the day."""
    return bool(plan & content_words(f"{before} {off}"))


def _named_day(words: str) -> re.Match[str] | None:
    """The day that words name: by its number where they have one, "Thursday 21 May"."""
    found = list(_DAY.finditer(words))
    return next((match for match in found if not match["weekday"]), found[0] if found else None)


def is_corrected(moment: Moment, paragraphs: Iterable[str]) -> bool:
    """True for a date of which one of the paragraphs that correct articles says that it was wrong: "until 9 June. The date is 8 June."."""
    found = _named_day(moment.words)
    if moment.what is None or found is None or found["weekday"]:
        return False
    plan = content_words(moment.what.text.replace(moment.words, " "))
    return any(
        len(plan & content_words(paragraph)) >= _MIN_OF_CORRECTED and _is_wrong_day(found[0], paragraph)
        for paragraph in paragraphs
    )


def is_of_another_day(moment: Moment, moved: str) -> bool:
    """True for a date that is not the one from which a sentence says that something is moved, where it names that: "forward from 2 June to 26 May"."""
    mine = _named_day(moment.words)
    days = [match for match in _DAY.finditer(moved) if _WORDS.from_that_day.search(moved[: match.start()])]
    of_a_kind = [match[0] for match in days if mine is not None and bool(match["weekday"]) == bool(mine["weekday"])]
    return mine is not None and bool(of_a_kind) and mine[0] not in of_a_kind


def _is_wrong_day(day: str, paragraph: str) -> bool:
    """True if a paragraph gives the day as what was wrong: the first of its days, unless it says of another that this one is not it."""
    days = [match for match in _DAY.finditer(paragraph) if not match["weekday"]]
    denied = {match[0] for match in days if _WORDS.not_that_day.search(paragraph[: match.start()])}
    wrong = denied or {match[0] for match in days[:1]}
    return day in wrong and len({match[0] for match in days}) > 1


def _is_not_done(moment: Moment, plan: frozenset[str], before: str) -> bool:
    """True if what stands before the day says that the very deed, of the same thing, will not be: "will not reopen on"."""
    match = _WORDS.will_not_then.search(before)
    if match is None or moment.what is None or not content_words(match["deed"]) & plan:
        return False
    heads = {subject_head(moment.what.text), subject_head(before)}
    return len(heads) == 1 and None not in heads


def _is_moved_from(moment: Moment, plan: frozenset[str], now: Moment, texts: Iterable[str]) -> bool:
    """True for the day from which something was moved by so many days to another: "on Thursday, a day earlier than planned"."""
    if now.what is None or not {moment.precision, now.precision} <= _DAYS_OF:
        return False
    said = now.what.text
    is_sooner, is_later = (pattern.search(said) for pattern in (_WORDS.to_a_sooner_day, _WORDS.to_a_later_day))
    if (is_sooner is None) == (is_later is None) or len(plan & _told_with(now.what, texts)) < _MIN_SHARED:
        return False
    apart = date.fromisoformat(moment.start[:10]) - date.fromisoformat(now.start[:10])
    return any(
        apart == (by if is_sooner else -by)
        for match in _WORDS.so_much_moved.finditer(said)
        if (match["by"] or match["than"]) and (by := _long(match)) is not None
    )


def _does(moment: Moment, now: Moment, texts: Iterable[str]) -> bool:
    """True if what has been is what was to be done, by a word behind the verb: a name in front of it is that of who does many things."""
    coming = _WORDS.coming.search(moment.what.text) if moment.what is not None else None
    if coming is None or moment.what is None or now.what is None:
        return False
    deed = content_words(moment.what.text[coming.end() :].partition(moment.words)[0])
    return bool(deed & _told_with(now.what, texts))


def _told_with(line: Line, texts: Iterable[str]) -> frozenset[str]:
    """The words of a sentence, and of the one before it where it opens on who or what was told of there: "It said letters would go out"."""
    said = content_words(line.text)
    if _WORDS.opens_on_another.search(line.text) is None:
        return said
    before = (text.partition(line.evidence[0].text)[0] for text in texts if line.evidence[0].text in text)
    return said.union(*(content_words(CLAUSE.split(each.rstrip(". \n"))[-1]) for each in before))


def _long(match: re.Match[str]) -> timedelta | None:
    """How long "three days" and "a week" are; None for no number."""
    said = (match["count"] or "").lower()
    count = int(said) if said.isdecimal() else CARDINALS.get(said) if said else 1
    unit = _WEEK if match["weeks"] else timedelta(days=1)
    return None if count is None or count > _MAX_LENGTH else count * unit


def _is_kept_shut(moment: Moment, text: str) -> bool:
    """True for the day on which something was to open again, if a text says that it stays shut until another."""
    if moment.what is None or not _WORDS.opens_again.search(moment.what.text.partition(moment.words)[0]):
        return False
    head = subject_head(moment.what.text)
    return head is not None and any(
        subject_head(match["what"].strip()) == head and moment.words not in _COMMA.split(said[match.end() :])[0]
        for said in CLAUSE.split(text)
        for match in _WORDS.kept_shut.finditer(said)
    )


def _beside(moment: Moment, text: str, day: str) -> Iterator[tuple[str, str, bool]]:
    """What stands before and behind the day of a date in its sentences, however it is written there, and whether by its weekday.

    By that only within a week of `day`, on which the text was written.
    """
    if moment.precision not in _DAYS_OF:
        return
    on = date.fromisoformat(moment.start[:10])
    is_near = timedelta(0) <= on - date.fromisoformat(day) < _WEEK
    for name, before, after in beside_days(text, names_of(moment)):
        is_weekday = isinstance(name, str)
        if is_near or not is_weekday:
            yield before, after, is_weekday
