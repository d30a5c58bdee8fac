"""Dates of a story: when it happens, what came before, and what is next where an article says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from summarize.briefing import Cite, Moment
from summarize.card import When
from summarize.languages.stories import changes
from summarize.stories.corrections import is_correction
from summarize.stories.merging.likeness import adds_nothing
from summarize.stories.merging.pronouns import named_at
from summarize.stories.merging.sources import Source
from summarize.text.dates.vocabulary import NOT_PAST, PAST, words

_WORDS: Final = changes("en")
_PAST_ENDING: Final = tuple(words("past_ending"))
_OF_CLAUSES: Final = re.compile(r"[,;:“”]")
_MAX_COUNT = 12
_NEAR = 80
"""Code points in front of a date in which what happens then is told."""
_FAR = 1000
"""Code points behind a date within which the sentence after its own begins."""
_MAX_CITES = 4
_RECENT: Final = 2
"""Days before that of the briefing."""
_MAX_OF_A_DAY = 2


def date_of(sources: Sequence[Source], today: str) -> Moment | None:
    """The day that most articles call that of the news, with each article's words for it.

    Where they are even, one of the last days before the briefing's: what happened is what the story tells, and a hearing in May or a burglary
    in February is beside it. Else the first article's.
    """
    recent = (date.fromisoformat(today) - timedelta(days=_RECENT)).isoformat()
    found: dict[str, list[tuple[Source, When]]] = {}
    votes: Counter[str] = Counter()
    for source in sources:
        for when in _of_news(source, today):
            if when.start:
                day = when.start[:10]
                found.setdefault(day, []).append((source, when))
                votes[day] += source.copy_of is None
    if not found:
        return None
    first = {day: place for place, day in enumerate(found)}
    day = max(found, key=lambda each: (votes[each], recent <= each <= today, -first[each]))
    cites = [source.cites(when.evidence)[0] for source, when in found[day]]
    source, when = found[day][0]
    return _moment(source, when, cites[:_MAX_CITES], with_sentence=False)


def _of_news(source: Source, today: str) -> list[When]:
    """The dates that an account is of; for the day to which something was moved stands that on which it was, where its sentence says so."""
    mains = [when for when in source.card.when if when.main]
    return [of_it for when in mains if (of_it := _told_on(when, source, today)) is not None]


def _told_on(when: When, source: Source, today: str) -> When | None:
    """A date as it is, unless something is moved to it: then the day in its sentence up to that of the briefing, or none."""
    said = source.sentence(when, when.what)
    if when.start is None or when.start[:10] <= today or said is None:
        return when
    if _WORDS.to_that_day.search(said.text.partition(when.text)[0]) is None:
        return when
    others = (other for other in source.card.when if other.start and other.start[:10] <= today and other != when)
    return next((other for other in others if source.sentence(other, other.what) == said), None)


def timeline_of(sources: Sequence[Source], day: str) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """What the articles date, up to a day and from then on, in order of time; of one date, only what adds something."""
    moments: list[Moment] = []
    for source in sources:
        if source.copy_of is not None:
            continue
        for when in source.card.when:
            if when.start is None or (moment := _moment(source, when, None)).what is None or _is_given_up(moment):
                continue
            if _is_given_up_beside(moment, source) or is_correction(moment.what.text):
                continue
            alike = [other for other in moments if other.start[:10] == moment.start[:10]]
            said = [_without_date(other) for other in alike]
            if len(alike) < _MAX_OF_A_DAY and not adds_nothing(_without_date(moment), said):
                moments.append(moment)
    moments.sort(key=lambda moment: (moment.start, moment.evidence[0].article))
    ahead = [moment for moment in moments if _is_ahead(moment, day) or _is_still_today(moment, day)]
    past = [moment for moment in moments if moment not in ahead]
    return tuple(past[-_MAX_COUNT:]), tuple(ahead[:_MAX_COUNT])


def for_a_diary(ahead: Iterable[Moment], sources: Sequence[Source]) -> tuple[Moment, ...]:
    """Dates of a story, each to be read by itself: one that opens on a pronoun, or on "The company", with whose name that is, where it is sure."""
    by_number = {source.number: source for source in sources}
    return tuple(_by_itself(moment, by_number[moment.evidence[0].article]) for moment in ahead)


def _by_itself(moment: Moment, source: Source) -> Moment:
    """The same of one; as it is where nobody is sure, for those who show it to say of which story it is."""
    line = moment.what
    if line is None or _WORDS.opens_on_another.search(line.text) is None:
        return moment
    named = named_at(line, source)
    return moment if named is None else moment.model_copy(update={"what": named})


def _is_given_up(moment: Moment) -> bool:
    """True for a date on which something was to happen, and will not: "was to open on Thursday", "called off a strike planned for Saturday"."""
    if moment.what is None:
        return False
    before, _, after = moment.what.text.partition(moment.words)
    # "Two bills, in 2023 and 2025, were withdrawn" tells what was done in a year, and no plan for it.
    is_plan = moment.precision != "year" or _WORDS.coming.search(before) is not None
    if gives_up(before, after if is_plan else ""):
        return True
    # "Next week" is a period; "from Monday to Friday" is one as well, and is told for its days.
    is_a_day = moment.precision in {"day", "time"} and not (moment.end and moment.words.islower())
    if _WORDS.had_hoped_to.search(before) or (not is_a_day and _WORDS.will_not_in_all.search(before)):
        return True
    if (
        _WORDS.will_not.search(_OF_CLAUSES.split(before)[-1]) is not None
        and _WORDS.but_another_day.match(after) is not None
    ):
        return True
    is_left = _WORDS.given_up.search(before) or (_WORDS.from_a_day.search(before) and _WORDS.to_another.match(after))
    return bool(is_left) and _WORDS.moved.search(moment.what.text) is not None


def gives_up(before: str, after: str) -> bool:
    """True if what stands before and behind a day says that something is not on that day any more: "moved its results from"."""
    return given_up_in(before, after) is not None


def given_up_in(before: str, after: str) -> str | None:
    """The words before a day that tell what is not on that day any more, from the verb on where one says so; None where nothing is given up."""
    in_front = (_WORDS.from_that_day, _WORDS.put_off_when_due, _WORDS.calls_off, _WORDS.announced_and_called_off)
    found = next((match[0] for pattern in in_front if (match := pattern.search(before)) is not None), None)
    if found is not None:
        return found
    if (off := _WORDS.is_called_off.search(after)) is not None:
        return f"{before}{off[0]}"  # "Friday's hearing was cancelled": what is off stands behind
    is_not_then = _WORDS.not_that_day.search(before) or (
        _WORDS.cannot_then.search(before) and _WORDS.as_was_planned.search(after)
    )
    is_of_before = _WORDS.expected_then.search(before) or _WORDS.was_to_be_then.search(before)
    is_later = is_of_before and _WORDS.will_now.match(after)
    is_instead = _WORDS.who_was_to.search(before) and _WORDS.will_on_another.match(after)
    return before if is_not_then or is_later or is_instead else None


def _is_given_up_beside(moment: Moment, source: Source) -> bool:
    """True for a date on which something was to happen, where the sentence before or behind says that it is moved or called off."""
    if moment.what is None or _WORDS.withdrawn.search(moment.what.text):
        return False  # which says itself what has become of it
    before = moment.what.text.partition(moment.words)[0]
    if _WORDS.had_promised_to.search(before) is not None:
        return any(_WORDS.says_otherwise.search(said) for said in _beside(moment, source)[-1:])
    if _WORDS.given_up.search(before) is None:
        return False
    return any(_WORDS.moved.search(said) or _WORDS.withdrawn.search(said) for said in _beside(moment, source))


def _beside(moment: Moment, source: Source) -> list[str]:
    """The sentences right before and behind that of a date, as an account has them."""
    at = moment.evidence[0].start
    bounds = list(source.sentences(at + _FAR))
    place = next((n for n, (start, end, _) in enumerate(bounds) if start <= at < end), None)
    if place is None:
        return []
    return [
        source.text[start:end] for start, end, _ in (*bounds[max(0, place - 1) : place], *bounds[place + 1 : place + 2])
    ]


def _is_ahead(moment: Moment, day: str) -> bool:
    """True for what lies wholly after the day; of a month or year only what is told as something to come.

    "Places stood empty in September", and a franchise that runs until 2031, are nothing for a diary.
    """
    if not _is_after(moment, day) or _ends_by_then(moment):
        return False
    if moment.what is None:
        return True
    if _WORDS.forecast.match(moment.what.text):
        return False
    before, _, after = moment.what.text.partition(moment.words)
    if moment.precision in {"day", "time"}:
        return _WORDS.good_for_that_day.search(before) is None
    return _WORDS.coming.search(moment.what.text) is not None and _WORDS.of_that_time.match(after) is None


def _ends_by_then(moment: Moment) -> bool:
    """True for the end of what a past event brought, "a crane fell, closing the quay until Friday", and for the month or year in which something ends that is not shut."""
    if moment.what is None:
        return False
    before = moment.what.text.partition(moment.words)[0]
    if moment.precision not in {"day", "time"}:
        return _WORDS.lasts_until.search(before) is not None and _WORDS.kept_shut.search(before) is None
    return _WORDS.left_so_until.search(before) is not None and _WORDS.coming.search(before) is None


def _is_still_today(moment: Moment, day: str) -> bool:
    """True for what happens on the day of the briefing, and is told as something to come."""
    if moment.what is None or moment.precision not in {"day", "time"} or moment.start[:10] != day:
        return False
    before = _WORDS.called_off_plan.sub("", moment.what.text.partition(moment.words)[0])
    near = before[-_NEAR:]
    coming = _WORDS.coming.search(near)
    if coming is None or _is_of_what_was(near[coming.end() :]):
        return False
    return not _WORDS.told.search(before) and not _WORDS.done_to_a_plan.search(before)


def _is_of_what_was(behind: str) -> bool:
    """True if what stands between what is to come and a day tells what was on that day: "after crews suspended their strike on"."""
    match = _WORDS.after_what.search(behind)
    words = match["what"].casefold().split() if match is not None else []
    return any(word in PAST or (word.endswith(_PAST_ENDING) and word not in NOT_PAST) for word in words)


def _without_date(moment: Moment) -> str:
    """What happens, without the words for when: of one date, those are the same thing said in other words."""
    return moment.what.text.replace(moment.words, " ") if moment.what else ""


def _is_after(moment: Moment, day: str) -> bool:
    """True for what lies wholly after the day, at its own precision: the month of the day itself does not."""
    start = moment.start
    return start[: len(day)] > day[: len(start)]


def _moment(source: Source, when: When, cites: Sequence[Cite] | None, *, with_sentence: bool = True) -> Moment:
    assert when.start is not None
    return Moment(
        start=when.start,
        end=when.end,
        precision=when.precision,
        words=when.text,
        what=source.sentence(when, when.what) if with_sentence else None,
        evidence=tuple(cites or source.cites(when.evidence[:1])),
    )
