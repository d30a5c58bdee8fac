"""Dates and facts.

Dates are days of the calendar, at one precision, in order, where the article has their words. Facts are strings that can be found, that
do not contradict what must be absent, and whose evidence stands in the article. An alternative may be a paraphrase, so one that the article does not have is nothing; that it has none of a fact's is worth a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from summarize.evaluation.gold.labels import DATE, Fact, Gold, GoldDate, Sourced, Words
from summarize.evaluation.gold.places import Ground, Problem, quote_for_message, words_problem
from summarize.evaluation.scoring.words import holds, plain


def fact_problems(gold: Gold, ground: Ground) -> Iterator[Problem]:
    """What is wrong with the facts, and with what must be absent."""
    text = ground.text[: ground.end]
    for field, facts in (("what", gold.what), ("background", gold.background)):
        for number, fact in enumerate(facts or ()):
            label = f"{field}[{number}]"
            yield from _alternatives(label, fact, gold.absent or (), text)
            yield from _source(label, fact, text)
            for position, words in enumerate(fact.evidence):
                yield from words_problem(ground, f"{label}.evidence[{position}]", words)
    if gold.headline is not None:
        yield from _source("headline", gold.headline, text)
    for number, wanted in enumerate(gold.absent or ()):
        if not plain(wanted):
            yield Problem(f"absent[{number}]", "an empty string stands everywhere")


def _alternatives(label: str, fact: Fact, absent: Sequence[str], text: str) -> Iterator[Problem]:
    for number, wanted in enumerate(fact.any):
        if not plain(wanted):
            yield Problem(label, f"alternative {number + 1} is empty")
        for position, unwanted in enumerate(absent):
            if holds(wanted, unwanted):
                yield Problem(
                    label,
                    f"{quote_for_message(wanted)} holds what absent[{position}] says must not be there: {quote_for_message(unwanted)}",
                )
    if len({plain(wanted) for wanted in fact.any}) < len(fact.any):
        yield Problem(label, "an alternative is given twice", note=True)
    if not any(holds(text, wanted) for wanted in fact.any):
        yield Problem(label, f"no alternative stands in the article: {quote_for_message(fact.any[0])}", note=True)


def _source(label: str, one: Sourced, text: str) -> Iterator[Problem]:
    for number, name in enumerate(one.according_to or ()):
        if not holds(text, name):
            yield Problem(
                f"{label}.according_to[{number}]", f"{quote_for_message(name)} stands nowhere in the article", note=True
            )


_FORMS: Final = {4: "year", 7: "month", 10: "day"}
_QUARTER: Final = 3


def is_calendar_date(value: str) -> bool:
    """True for an ISO year, month, day or time that exists: the 30th of February does not."""
    if not DATE.fullmatch(value):
        return False
    try:
        if "T" in value:
            datetime.fromisoformat(value)
        else:
            date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def precision_of(value: str) -> str:
    """The precision that the form of an ISO date shows."""
    return _FORMS.get(len(value), "time")


def date_problems(gold: Gold, ground: Ground) -> Iterator[Problem]:
    """What is wrong with the dates."""
    seen: dict[object, str] = {}
    for number, one in enumerate(gold.when or ()):
        label = f"when[{number}]"
        yield from _value(label, one)
        yield from _place(label, one, ground)
        key = (one.start, one.end, one.text, one.at)
        if key in seen:
            yield Problem(label, f"it is labelled twice: see {seen[key]}")
        seen.setdefault(key, label)
    dateless = gold.says("published") and gold.published is None and gold.given.published is None
    if gold.when and not dateless and not any(one.main for one in gold.when):
        yield Problem("when", "no date is the main one: say `main: true` of the date of the news")


def _value(label: str, one: GoldDate) -> Iterator[Problem]:
    if one.start is None:
        if one.end is not None:
            yield Problem(f"{label}.end", "a date that stays open has no end")
        return
    wrong = [
        (name, value)
        for name, value in (("start", one.start), ("end", one.end))
        if value and not is_calendar_date(value)
    ]
    for name, value in wrong:
        yield Problem(f"{label}.{name}", f"{value} is no day of the calendar")
    if wrong:
        return
    form = precision_of(one.start)
    if one.end is not None:
        if precision_of(one.end) != form:
            yield Problem(f"{label}.end", f"a range from a {form} ends at a {form}, not at a {precision_of(one.end)}")
            return
        if _has_zone(one.start) != _has_zone(one.end):
            yield Problem(f"{label}.end", "start and end have a time zone both, or neither")
        elif _comparable(one.end) < _comparable(one.start):
            yield Problem(f"{label}.end", f"{one.end} is before {one.start}")
    if one.precision == "quarter":
        if not _is_quarters(one.start, one.end):
            yield Problem(
                f"{label}.precision", "a quarter runs from its first month to its last, such as 2025-07 to 2025-09"
            )
    elif one.precision is not None and one.precision != form:
        yield Problem(f"{label}.precision", f"{one.start} is a {form}, not a {one.precision}")


def _has_zone(value: str) -> bool:
    return re.search(r"(?:Z|[+-]\d{2}:\d{2})$", value) is not None and "T" in value


def _comparable(value: str) -> tuple[datetime, str]:
    if _has_zone(value):
        return datetime.fromisoformat(value), ""
    return datetime.min, value  # noqa: DTZ901 - the same for all without a zone, which compare as text


def _is_quarters(start: str, end: str | None) -> bool:
    if end is None or len(start) != len("2025-07"):
        return False
    return int(start[5:]) % _QUARTER == 1 and int(end[5:]) % _QUARTER == 0


def _place(label: str, one: GoldDate, ground: Ground) -> Iterator[Problem]:
    if one.text:
        yield from words_problem(ground, label, Words(text=one.text, at=one.at))
    elif one.at is not None:
        yield Problem(f"{label}.at", "it says where, but not which words: give them as `text`")
    elif one.start is None:
        yield Problem(label, "a date that stays open needs the words it is about: give them as `text`")
