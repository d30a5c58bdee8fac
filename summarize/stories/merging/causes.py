"""Where two accounts lay an event to different causes or people, each in the name of somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Line, Side
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.quotes import is_unsaid
from summarize.stories.merging.sources import Source
from summarize.stories.merging.whose import Witness, are_one
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_OF: Final = re.compile(rf"\s{any_of(figures('en').parts)}\s", re.IGNORECASE)
_AT: Final = re.compile(rf"\b{any_of(figures('en').parts)}\s$")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b")
_NAME: Final = re.compile(r"(?<!^)\b[A-Z][\w’']+")
_ANY_NEWS: Final = content_words(" ".join(figures("en").any_news))
_NEWS: Final = tuple(content_words(row) for row in figures("en").news_nouns)
_ONE_CAUSE: Final = tuple(content_words(row) for row in figures("en").one_cause)
_CAUSE: Final = content_words(figures("en").cause_noun)
_ANY_LOOT: Final = content_words(figures("en").any_loot)
_MARKS: Final = ",.;:“”"
_CLAUSE: Final = re.compile(r"[^,.;:“”]*")
_OBJECT: Final = re.compile(rf"(?:(?!\s{any_of(figures('en').parts | figures('en').clauses)}\b)[^,.;:“”])*")
_SENTENCES: Final = 6
"""An account that is about the cause says so at its beginning."""


@dataclass(frozen=True, slots=True)
class _Cause:
    source: Source
    who: str
    what: frozenset[str]
    head: frozenset[str]
    """The words that name it, without what it is of or where: "failure" of "the failure of a signal"."""
    effect: frozenset[str]
    """The words for what it is a cause of."""
    names: frozenset[str]
    """Those that stand beside it: of whom, or where."""
    line: Line


class _Given(NamedTuple):
    """A sentence that says what is to blame: half-open code-point range, the words for it, the rest of its clause, and the whole of that."""

    start: int
    end: int
    what: str
    around: str
    clause: str


def causes(sources: Sequence[Source], witness: Witness) -> Iterator[Disagreement]:
    """The causes that accounts give, if they are different ones; one disagreement at most."""
    candidates = [(source, found) for source in sources for found in _find_causes(source)]
    if len({source.voice for source, _ in candidates}) < 2:
        return
    sides: list[list[_Cause]] = []
    heard: set[int] = set()
    for source, given in candidates:
        start, end, what, around, _ = given
        who = None if source.number in heard else witness(source, start, end)
        if who is None or content_words(who) & content_words(what):
            continue
        heard.add(source.number)
        line = Line(
            text=" ".join(source.text[start:end].split()), support="verbatim", evidence=(source.cite_range(start, end),)
        )
        told, head = (content_words(words) - content_words(who) for words in (what, _OF.split(what.strip())[0]))
        effect = content_words(_NAME.sub(" ", given.clause.replace(who, " ", 1).replace(what, " ", 1))) - _CAUSE
        names = frozenset(_NAME.findall(_DAYS.sub(" ", around.replace(who, " ", 1))))
        each = _Cause(source, who, told, head or told, effect, names, line)
        same = next((side for side in sides if any(_agree(each, other) for other in side)), None)
        if same is None:
            sides.append([each])
        else:
            same.append(each)
    if len(sides) > 1:
        yield Disagreement(
            about="cause",
            kind="attribution",
            sides=tuple(Side(value=side[0].who, lines=tuple(each.line for each in side)) for side in sides),
        )


def _beginning(source: Source) -> str:
    sentences = islice(source.document.sentences, _SENTENCES)
    told = (source.document.text[each.start : each.end] for each in sentences)
    return " ".join((source.card.article.title or "", *told))


def _agree(one: _Cause, other: _Cause) -> bool:
    """True if two name the same cause, or are one voice's, or one person's."""
    if one.source.voice == other.source.voice or are_one(one.who, one.source, other.who, other.source):
        return True
    if one.head & other.what or other.head & one.what or not one.what or not other.what:
        return True
    if (
        any(one.what & row and other.what & row for row in _ONE_CAUSE)
        or _is_elsewhere(one, other)
        or _is_elsewhere(other, one)
    ):
        return True
    return bool(one.effect and other.effect) and not (_is_news(one, other) and _is_news(other, one))


def _is_elsewhere(one: _Cause, other: _Cause) -> bool:
    """True if a cause is told of people or places of which the other account has none: paintings in Udine."""
    return bool(one.names) and not any(
        name in f"{other.source.card.article.title} {other.source.text}" for name in one.names
    )


def _is_news(one: _Cause, other: _Cause) -> bool:
    """True if what a cause is given of is what the other account tells of, in its words or by another name: not an outage, where there is a blast."""
    its = content_words(_beginning(other.source)) | other.effect
    mine = {word for word in one.effect if any(word in row for row in _NEWS)} - _ANY_NEWS
    if not mine:
        return bool(one.effect & (_ANY_NEWS | its))
    return any(row & mine and row & its for row in _NEWS)


def _is_site(source: Source, place: int, match: re.Match[str]) -> bool:
    """True for words that only say where: a place's name, or the thing that the news is of, as of a fire that started at the market which burned."""
    first = next(iter(source.document.sentences)) if place else None
    news = source.document.text[first.start : first.end] if first is not None else ""
    is_told = not content_words(_NAME.sub(" ", f" {match['what']}")) - content_words(news)
    return is_told and _AT.search(match.string[match.start() : match.start("what")]) is not None


def _is_told(source: Source, what: str) -> bool:
    """True if the title or the first sentence tell of what gave way: a bridge whose beam broke, and not what a broken beam did."""
    first = next(iter(source.document.sentences))
    told = f"{source.card.article.title or ''} {source.document.text[first.start : first.end]}"
    return bool(content_words(_OF.split(what.strip())[0]) & content_words(told))


def _is_of_another(source: Source, match: re.Match[str], end: int) -> bool:
    """True if what stands behind an expression is not what the title or the first sentence tell of: a van, where coins were stolen."""
    first = next(iter(source.document.sentences))
    told = f"{source.card.article.title or ''} {source.document.text[first.start : first.end]}"
    behind = _OBJECT.match(match.string, match.end(), end)
    return behind is not None and not content_words(behind.group()) & (content_words(told) | _ANY_LOOT)


def _find_causes(source: Source) -> Iterator[_Given]:
    """The sentences at the beginning of an account that say what, or who, is to blame, and the words for that."""
    if not source.document.is_english:
        return
    year = (source.card.article.published or "")[:4]
    for place, (start, end, _) in enumerate(islice(source.document.sentences, _SENTENCES)):
        sentence = source.document.text[start:end]
        # The first sentence is the news, with whatever year it says something was built in.
        if (place and is_background(sentence, year)) or figures("en").earlier.search(sentence):
            continue
        matches = (
            match
            for row in figures("en").cause
            if (match := row.pattern.search(source.document.text, start, end)) is not None
            and not (row.of_what_is_told and _is_of_another(source, match, end))
            and not (row.is_no_news and _is_told(source, match["what"]))
        )
        match = next(matches, None)
        if match is None or figures("en").unknown.match(match["what"]):
            continue
        if figures("en").supposed.search(sentence[: match.end() - start]) or _is_site(source, place, match):
            continue
        if not is_unsaid(sentence, match.start() - start, match.end() - start):
            first = max(map(match.string.rfind, _MARKS, repeat(start), repeat(match.start())))
            behind = _CLAUSE.match(match.string, match.end(), end)
            around = f"{match.string[max(first, start) : match.start()]} {behind.group() if behind else ''}"
            clause = f"{match.string[max(first, start) : match.end()]}{behind.group() if behind else ''}"
            yield _Given(start, end, match["what"], around, clause)
