"""Where two accounts lay an event to different causes or people, each in the name of somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from summarize.briefing import Disagreement, Line, Side
from summarize.languages.loader import any_of
from summarize.languages.stories import figures
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.likeness import content_words
from summarize.stories.merging.quotes import is_unsaid
from summarize.stories.merging.sources import Source
from summarize.stories.merging.whose import Witness, are_one

_OF: Final = re.compile(rf"\s{any_of(figures('en').parts)}\s", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<!^)\b[A-Z][\w’']+")
_ANY_NEWS: Final = content_words(" ".join(figures("en").any_news))
_NEWS: Final = tuple(content_words(row) for row in figures("en").news_nouns)
_CAUSE: Final = content_words(figures("en").cause_noun)
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
    line: Line


def causes(sources: Sequence[Source], witness: Witness) -> Iterator[Disagreement]:
    """The causes that accounts give, if they are different ones; one disagreement at most."""
    candidates = [(source, found) for source in sources for found in _given(source)]
    if len({source.voice for source, _ in candidates}) < 2:
        return
    sides: list[list[_Cause]] = []
    heard: set[int] = set()
    for source, (start, end, what) in candidates:
        who = None if source.number in heard else witness(source, start, end)
        if who is None or content_words(who) & content_words(what):
            continue
        heard.add(source.number)
        line = Line(
            text=" ".join(source.text[start:end].split()), support="verbatim", evidence=(source.cited(start, end),)
        )
        told, head = (content_words(words) - content_words(who) for words in (what, _OF.split(what.strip())[0]))
        effect = content_words(_NAME.sub(" ", line.text)) - content_words(f"{who} {what}") - _CAUSE
        each = _Cause(source, who, told, head or told, effect, line)
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
    return bool(one.effect and other.effect) and not (_is_news(one, other) and _is_news(other, one))


def _is_news(one: _Cause, other: _Cause) -> bool:
    """True if what a cause is given of is what the other account tells of, in its words or by another name: not an outage, where there is a blast."""
    its = content_words(_beginning(other.source)) | other.effect
    mine = {word for word in one.effect if any(word in row for row in _NEWS)} - _ANY_NEWS
    if not mine:
        return bool(one.effect & (_ANY_NEWS | its))
    return any(row & mine and row & its for row in _NEWS)


def _given(source: Source) -> Iterator[tuple[int, int, str]]:
    """The sentences at the beginning of an account that say what, or who, is to blame, and the words for that."""
    if not source.document.is_english:
        return
    year = (source.card.article.published or "")[:4]
    for start, end, _ in islice(source.document.sentences, _SENTENCES):
        if is_background(source.document.text[start:end], year):
            continue
        matches = (row.pattern.search(source.document.text, start, end) for row in figures("en").cause)
        match = next(filter(None, matches), None)
        if match is None or figures("en").unknown.match(match["what"]):
            continue
        if not is_unsaid(source.document.text[start:end], match.start() - start, match.end() - start):
            yield start, end, match["what"]
