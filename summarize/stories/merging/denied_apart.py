"""Where one account tells what somebody did, and another's beginning tells that it is denied: whether it happened is what they differ about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Line, Side
from summarize.checking.reading import stem
from summarize.languages.figured_deeds import figured_deeds
from summarize.languages.stories import changes
from summarize.stories.merging.deeds import is_verb
from summarize.stories.merging.figures import OF_THE_NEWS
from summarize.stories.merging.sources import Source
from summarize.text.content import content_words

_TABLE: Final = figured_deeds("en")
_WORD: Final = re.compile(r"[a-z][a-z’'-]*")
_SHARED, _SHARE = 3, 0.4
"""Words of content that what is told and what is denied have in common: so many, and so much of the shorter."""


class _Denied(NamedTuple):
    """A denial of an account, with the sentences that give it and what is denied."""

    source: Source
    lines: tuple[Line, ...]
    by: str
    what: str


def denied_apart(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """What one account's beginning tells and another's denies; one disagreement at most."""
    for denied in filter(None, map(_denial, sources)):
        for source in sources:
            if source.voice == denied.source.voice or not source.document.is_english or _denial(source) is not None:
                continue
            start, end, _ = next(iter(source.document.sentences))
            told = source.document.text[start:end]
            if changes("en").denied.search(source.text) or not _are_one(told, denied.what):
                continue
            if _is_of_the_reason(told, denied.what):
                continue
            sides = (
                Side(value=denied.by, lines=denied.lines),
                Side(value=source.card.article.publisher or told, lines=(_line(source, start, end),)),
            )
            yield Disagreement(about=_TABLE.whether, kind="attribution", sides=sides)
            return


def _denial(source: Source) -> _Denied | None:
    """What the beginning of an account says is denied, with the denier's own words where they follow; None if it is no account of a denial."""
    if not source.document.is_english:
        return None
    sentences = list(islice(source.document.sentences, OF_THE_NEWS + 1))
    for place, (start, end, _) in enumerate(sentences[:OF_THE_NEWS]):
        text = " ".join(source.document.text[start:end].split())
        match = _TABLE.denies.search(text)
        if match is None:
            continue
        behind = sentences[place + 1] if place + 1 < len(sentences) else None
        is_said = behind is not None and _TABLE.own_words.match(source.document.text, behind.start) is not None
        lines = [_line(source, start, end)]
        if behind is not None and is_said:
            lines.append(_line(source, behind.start, behind.end))
        return _Denied(source, tuple(lines), match["by"], match["what"])
    return None


def _line(source: Source, start: int, end: int) -> Line:
    return Line(
        text=" ".join(source.text[start:end].split()), support="verbatim", evidence=(source.cite_range(start, end),)
    )


def _are_one(told: str, denied: str) -> bool:
    """True if a sentence tells what is denied: the same is done, and most of the words are the same."""
    mine, its = content_words(told), content_words(denied)
    verbs = [{stem(word) for word in _WORD.findall(text.lower()) if is_verb(word)} for text in (told, denied)]
    # What somebody denies having done opens on the verb: "denied shelling the mill".
    verbs[1].add(stem(denied.split(maxsplit=1)[0]))
    shared = len(mine & its)
    return bool(verbs[0] & verbs[1]) and shared >= max(_SHARED, _SHARE * min(len(mine), len(its)))


def _is_of_the_reason(told: str, denied: str) -> bool:
    """True if what is denied is why, or for what, something was done, of which the other account does not tell."""
    # "To" is what for where no verb stands before it: "met him to discuss", "offered to go".
    found = [
        match
        for match in _TABLE.what_for.finditer(denied)
        if not is_verb("".join(denied[: match.start()].split()[-1:]))
    ]
    match = found[0] if found else None
    return match is not None and not content_words(denied[match.end() :]) <= content_words(told)
