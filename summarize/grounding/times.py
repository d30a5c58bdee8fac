"""When it happens: time expressions by number, words that the findings missed, and which of the dates is the news's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, field

from summarize.article import Span
from summarize.card import When
from summarize.draft import DraftTime
from summarize.findings import TimeExpression
from summarize.grounding.index import Index, NewsSentences
from summarize.grounding.missed import MAX_SEARCHED, occurrences
from summarize.grounding.news import OPENING
from summarize.grounding.people import MAX_EVIDENCE
from summarize.grounding.rejections import Rejections
from summarize.grounding.shapes import is_date

_MAX_SENTENCE = 1500
_MAX_LENGTH = 80
_DAYS = 366
"""How far the date of the news may lie from the publication date."""
_TOLD_WITHIN = 14
"""How many days after it news is told at most, where a draft says that the lead's day is not that of the news."""

Key = tuple[str | None, str | None, str]


class _Item(Struct):
    """One date on the card, with all the ways in which the article writes it."""

    spans: list[Span]
    time: TimeExpression | None
    what: str | None
    is_main: bool = False


class Dates(Struct):
    """The dates of one card in the making."""

    index: Index
    rejections: Rejections
    items: dict[Key, _Item] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    searched: int = 0

    def add(self, draft: DraftTime) -> Key | None:
        """Take a draft's time, one item for each date; its key, or None if it was refused."""
        number = draft.time
        if number is None:
            found = self._find_missed_date(draft)
            if found is None or isinstance(found, tuple):
                return found
            number = found
        if not 1 <= number <= len(self.index.findings.times):
            self.rejections.add("when", f"time {number}", f"there is no time expression {number}")
            return None
        time = self.index.findings.times[number - 1]
        key = key_of(time)
        item = self.items.get(key)
        if item is None:
            self.items[key] = _Item([time.span], time, self._sentence(draft.sentence))
        elif time.span not in item.spans[:MAX_EVIDENCE]:
            item.spans.append(time.span)
        return key

    def _find_missed_date(self, draft: DraftTime) -> Key | int | None:
        """The number of the known time that the words are part of, or the key of a new open date; None if refused."""
        words = (draft.words or "").strip()
        sentence = self.index.sentence(draft.sentence)
        self.searched += 1
        if not words or sentence is None or self.searched > MAX_SEARCHED:
            self.rejections.add(
                "when", words or "a time without words or number", "it names no sentence of the article"
            )
            return None
        there = (
            occurrences(self.index, words, sentence.span.start, sentence.span.end) if len(words) <= _MAX_LENGTH else ()
        )
        if not there:
            self.rejections.add("when", words, f"the words do not stand in sentence {sentence.number}")
            return None
        span = there[0]
        known = self.index.times_over(span.start, span.end)
        if known:
            return known[0].number
        if not is_date(words, is_english=self.index.language == "en"):
            self.rejections.add("when", words, "it is not a date")
            return None
        key: Key = (None, None, f"missed {span.start}")
        self.items.setdefault(key, _Item([span], None, self._sentence(sentence.number)))
        return key

    def _sentence(self, number: int | None) -> str | None:
        """What a sentence says, put in order once; None for one too long to read beside a date."""
        sentence = self.index.sentence(number)
        if sentence is None or sentence.span.end - sentence.span.start > _MAX_SENTENCE:
            return None
        if sentence.number not in self.texts:
            self.texts[sentence.number] = self.index.slice(sentence.span)
        return self.texts[sentence.number]

    def whens(self) -> list[When]:
        """The items, in the order in which they were first taken."""
        return [
            When(
                text=self.index.slice(item.spans[0]),
                start=item.time.start if item.time else None,
                end=item.time.end if item.time else None,
                precision=item.time.precision if item.time else "day",
                main=item.is_main,
                what=item.what,
                evidence=tuple(self.index.evidence(span) for span in item.spans[:MAX_EVIDENCE]),
            )
            for item in self.items.values()
        ]


def key_of(time: TimeExpression) -> Key:
    """What makes two time expressions one date. An open date is nobody else's: two unresolved "Friday"s may be two Fridays."""
    return (time.start, time.end, time.precision if time.start else f"open {time.number}")


def card_dates(
    drafts: Sequence[DraftTime],
    otherwise: Sequence[DraftTime] | None,
    told: NewsSentences,
    index: Index,
    rejections: Rejections,
) -> list[When]:
    """The dates of a card.

    Args:
        drafts: the draft's.
        otherwise: the built-in engine's: all of them stand, and its main one where the draft's does not hold.
        told: the sentences that the card's news rests on.
        index: the article.
        rejections: takes what is refused.
    """
    if otherwise is None:
        dates = Dates(index, rejections)
        for draft in drafts:
            key = dates.add(draft)
            if key is not None and draft.main:
                dates.items[key].is_main = True
        return dates.whens()
    dates = Dates(index, Rejections())
    fallback: list[Key] = []
    for draft in otherwise:
        key = dates.add(draft)
        if key is not None and draft.main:
            fallback.append(key)
    dates.rejections = rejections
    main = _main(drafts, dates, told, index, fallback)
    for key in [main] if main is not None else fallback:
        dates.items[key].is_main = True
    return dates.whens()


def _main(
    drafts: Sequence[DraftTime], dates: Dates, told: NewsSentences, index: Index, fallback: Sequence[Key]
) -> Key | None:
    """The key of the draft's main date, if it holds; what the draft adds is taken on the way."""
    main: Key | None = None
    is_told = any(told.leads(dates.items[one].spans, index) for one in fallback)
    for draft in drafts:
        number = draft.time
        if number is not None and not draft.main:
            if not 1 <= number <= len(index.findings.times):
                dates.rejections.add("when", f"time {number}", f"there is no time expression {number}")
            continue
        before = len(dates.items)
        key = dates.add(draft)
        if key is None or not draft.main:
            continue
        item = dates.items[key]
        reason = "there is another main date" if main is not None else _no_main(item, told, index)
        if reason is None and coarse(item.time) and any(not coarse(dates.items[one].time) for one in fallback):
            reason = "the article says more exactly when it happened"
        led = [dates.items[one].time for one in fallback]
        if (
            reason is None
            and is_told
            and not told.leads(item.spans, index)
            and not _is_before(item.time, led, index.published)
        ):
            reason = "the lead says when it happened"
        if reason is None:
            main = key
            continue
        dates.rejections.add("when.main", index.slice(item.spans[0]), reason)
        if len(dates.items) > before and item.time is not None and item.time.quoted:
            del dates.items[key]  # a day of which somebody speaks
    return main


def _is_before(time: TimeExpression | None, led: Sequence[TimeExpression | None], published: date | None) -> bool:
    """True for a day of the past that all of the lead's follow within two weeks: theirs may be when it was told, or what comes of it."""
    day, days = _day(time), [_day(one) for one in led]
    if published is None or day is None or day > published:
        return False
    return all(one is not None and 0 < (one - day).days <= _TOLD_WITHIN for one in days)


def _day(time: TimeExpression | None) -> date | None:
    if time is None or time.start is None or time.precision not in {"day", "time"}:
        return None
    return date.fromisoformat(time.start.partition("T")[0])


def coarse(time: TimeExpression | None) -> bool:
    """True for a month or longer: hardly ever when something happened that is news, if a day is known."""
    return time is not None and time.precision in {"year", "quarter", "month"}


def _no_main(item: _Item, told: NewsSentences, index: Index) -> str | None:
    """Why a date cannot be that of the news; None if it can."""
    time = item.time
    if time is None or time.start is None:
        return "it is not resolved"
    if time.quoted:
        return "it stands in somebody's words"
    distance = _distance(time, index.published)
    if distance is not None and distance > _DAYS:
        return "it lies more than a year from the publication date"
    if not any(_is_prominent(span, told, index) for span in item.spans):
        return "it stands neither in the news nor in the opening"
    return None


def _is_prominent(span: Span, told: NewsSentences, index: Index) -> bool:
    number = index.standing_in(span.start)
    return told.leads((span,), index) or number in told.sentences or 1 <= number <= OPENING


def _distance(time: TimeExpression, published: date | None) -> int | None:
    """Days between a time and the publication date, of a month or year the nearest; None if one is unknown."""
    if published is None or time.start is None:
        return None
    parts = time.start.partition("T")[0].split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return None
    if len(parts) == 1:
        return 0 if abs(int(parts[0]) - published.year) <= 1 else _DAYS + 1
    try:
        return abs((date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1) - published).days)
    except ValueError:
        return None
