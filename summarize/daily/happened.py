"""What was to be today, and of which today's accounts of its story tell that it has been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from summarize.briefing import Moment
from summarize.grounding.shapes import is_pronoun
from summarize.languages.stories import changes
from summarize.layout.dateline import read_dateline
from summarize.stories.merging.heads import subject_head
from summarize.text.content import content_words
from summarize.text.dates.vocabulary import WEEKDAYS

_WORDS: Final = changes("en")
_SENTENCE: Final = re.compile(r"(?<=[.!?])[”\"’]?\s+")
_NAME: Final = re.compile(r"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")
_MIN_SHARED: Final = 3
_MOST: Final = 0.6
"""Share of a plan's words that a sentence has which tells of the same."""
_MIN_OF_SENTENCE: Final = 6
"""Words of a sentence; a title may be shorter."""
_MIN_OF_WHAT: Final = 2
"""Words of a plan in what something came after: "after the emergency meeting"."""


def has_happened(moment: Moment, texts: Sequence[str], day: str) -> bool:
    """True for something that was to be on the day of the briefing, if today's accounts of its story tell it, or what came of it, as past.

    Args:
        moment: the date, in the words in which it was told before.
        texts: the accounts of the day.
        day: the day, as ISO date.
    """
    if moment.what is None or moment.start[:10] != day:
        return False
    plan = plan_of(moment.what.text.replace(moment.words, " "))
    if (match := _WORDS.whether_to.search(moment.what.text)) is not None and any(
        content_words(match["deed"]) & content_words(settled["deed"])
        for text in texts
        for settled in _WORDS.settled.finditer(text)
    ):
        return True
    is_open = _WORDS.late_in_the_day.search(moment.what.text) is None
    if is_open and is_pronoun(moment.what.text.split(maxsplit=1)[0]) and any(map(partial(_opens_on, day), texts)):
        return True
    names = _NAME.findall(moment.what.text) if _WORDS.to_speak.search(plan) else []
    guests = _NAME.findall(moment.what.text.partition(plan)[0] + plan) if _WORDS.to_visit.search(deed_of(plan)) else []
    return any(
        _tells(sentence, plan, day)
        or any(_has_spoken(name, sentence) for name in names)
        or any(_has_visited(name, sentence, day) for name in guests)
        or (is_open and _has_decided(sentence, plan, day))
        for text in texts
        for sentence in _told_as_past(text)
    )


def _opens_on(day: str, text: str) -> bool:
    """True if the first sentence that an account tells as past is of the day: what "they" were to do then, a reader is told there by name."""
    sentences = (each for each in _told_as_past(text) if len(each.split()) >= _MIN_OF_SENTENCE)
    first = next((each for each in sentences if each.rstrip('”"’').endswith((".", "!", "?"))), "")
    return _of_that_day(first, day) is not None


def plan_of(text: str) -> str:
    """The clause of a sentence that says what is to be; all of it where its subject stands before that: "The agent, Carol Bissett, will be called"."""
    *_, clause = [text, *(part for part in _WORDS.clause_break.split(text) if _is_to_be(part) and subject_head(part))]
    return clause


def deed_of(plan: str) -> str:
    """What is to be done, behind who is to do it."""
    found = _WORDS.coming.search(plan) or _WORDS.would.search(plan)
    return plan[found.end() :] if found is not None else ""


def _is_to_be(text: str) -> bool:
    return _WORDS.coming.search(text) is not None or _WORDS.would.search(text) is not None


def _told_as_past(text: str) -> Iterator[str]:
    paragraphs = (_without_dateline(paragraph) for paragraph in text.split("\n"))
    sentences = (sentence for paragraph in paragraphs for sentence in _SENTENCE.split(paragraph))
    return (sentence for sentence in sentences if sentence and not _is_to_be(sentence))


def _without_dateline(paragraph: str) -> str:
    dateline = read_dateline(paragraph, 0, len(paragraph))
    return paragraph if dateline is None else paragraph[dateline.end :]


def _tells(sentence: str, plan: str, day: str) -> bool:
    """True if a sentence tells of what a plan was of: by most of its words, as what something came after, or what its subject did that day."""
    words, said = content_words(plan), content_words(sentence)
    does = content_words(deed_of(plan))
    if does & said and len(words & said) >= max(_MIN_SHARED, _MOST * len(words)):
        return True
    is_over = any(len(words & content_words(match["what"])) >= _MIN_OF_WHAT for match in _WORDS.over.finditer(sentence))
    if is_over or _has_begun(sentence, plan, words) or _came_of_it(sentence, plan):
        return True
    at = _of_that_day(sentence, day)
    if at is None:
        return False
    if _WORDS.to_meet.search(plan) and _WORDS.have_met.search(sentence):
        return True
    is_speech = _WORDS.told.search(sentence[:at]) is not None
    if is_speech != bool(_WORDS.to_speak.search(plan)):
        return False
    head = subject_head(sentence)
    # "The bid is to be put to the board of Dunmore", and "the board of Dunmore rejected it".
    return head is not None and (head == subject_head(plan) or (head in words and len(words & said) >= _MIN_OF_WHAT))


def _has_begun(sentence: str, plan: str, words: frozenset[str]) -> bool:
    """True if a sentence tells of the first day of what was to begin: "on the first day of the drivers' strike"."""
    first, begins = _WORDS.first_day.search(sentence), _WORDS.begins.search(plan)
    if first is None or begins is None:
        return False
    of_what = content_words(first["what"])
    return subject_head(plan[: begins.start()]) in of_what and len(words & of_what) >= min(_MIN_OF_WHAT, len(words))


def _came_of_it(sentence: str, plan: str) -> bool:
    """True if a sentence begins with what was to take place: "In the draw for the other match, Skerrow were paired"."""
    at_it, takes_place = _WORDS.at_it.match(sentence), _WORDS.takes_place.search(plan)
    if at_it is None or takes_place is None:
        return False
    return subject_head(plan[: takes_place.start()]) in content_words(at_it["what"])


def _of_that_day(sentence: str, day: str) -> int | None:
    """Where a sentence names the weekday of a day; None where it does not."""
    weekday = date.fromisoformat(day).weekday()
    found = (
        match.start() for match in re.finditer(r"\b[A-Z]\w+", sentence) if WEEKDAYS.get(match[0].lower()) == weekday
    )
    return next(found, None)


def _has_spoken(name: str, sentence: str) -> bool:
    """True if somebody who was to speak has."""
    at = sentence.find(name)
    return at >= 0 and _WORDS.has_spoken.match(sentence, at + len(name)) is not None


def _has_visited(name: str, sentence: str, day: str) -> bool:
    """True if somebody who was to go somewhere, called by the last name, has been there, on no other day that is named."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    match = re.search(rf"\b{last}\b", sentence)
    if match is None or _WORDS.has_visited.match(sentence, match.end()) is None:
        return False
    return _of_that_day(sentence, day) is not None or not any(
        found[0].lower() in WEEKDAYS for found in re.finditer(r"\b[A-Z]\w+", sentence)
    )


def _has_decided(sentence: str, plan: str, day: str) -> bool:
    """True if a body that was to meet is told of in a sentence of what was decided that day: "has put off the vote, the council said on Sunday"."""
    meets = _WORDS.to_meet.search(plan)
    body = subject_head(plan[: meets.start()]) if meets is not None else None
    if body is None or body not in content_words(sentence):
        return False
    return _of_that_day(sentence, day) is not None and _WORDS.has_decided.search(sentence) is not None
