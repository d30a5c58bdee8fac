"""Where one says that he sent, reported, asked for or warned of something, and another that it never came: in one account, or in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Line, Side
from summarize.languages.messages import messages
from summarize.layout.corrections import is_correction_title
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.sources import QUOTED, Source
from summarize.stories.merging.whose import Witness, are_one
from summarize.text.content import content_words

_TABLE: Final = messages("en")
_SENTENCES: Final = 20
_BACK: Final = 3
"""Sentences of an account that may stand between the two."""
_SHARED: Final = 2
"""Words of content that sentences of two accounts have in common besides that for the message."""


class _Word(NamedTuple):
    """A sentence in somebody's name, with the kinds of messages that it tells of."""

    source: Source
    place: int
    by: str
    kinds: frozenset[str]
    line: Line
    rest: frozenset[str] = frozenset()
    """The words of content of a denial behind that for the message: "a warning of fog"."""


def never_came(sources: Sequence[Source], witness: Witness) -> Iterator[Disagreement]:
    """What one says he sent and another that it never came; one disagreement at most."""
    told = [source for source in sources if _is_read(source)]
    for denial in (each for source in told for each in _denials(source, witness)):
        for source in sorted(told, key=lambda each: each is not denial.source):
            sent = _sent(source, denial, witness)
            if sent is not None:
                sides = tuple(Side(value=each.by, lines=(each.line,)) for each in (sent, denial))
                yield Disagreement(about=_TABLE.whether, kind="attribution", sides=sides)
                return


def _is_read(source: Source) -> bool:
    is_told = source.document.is_english and source.copy_of is None
    return is_told and not is_correction_title(source.card.article.title)


def _denials(source: Source, witness: Witness) -> Iterator[_Word]:
    """What somebody says never came, by its kinds; by none where it is "it" or "them"."""
    for place, (start, end, _) in enumerate(islice(source.document.sentences, _SENTENCES)):
        line = _line(source, start, end)
        match = _TABLE.never_came.search(line.text)
        if match is None:
            continue
        what = match["what"] or match["none"]
        kinds = frozenset(row.id for row in _TABLE.message if row.denied.search(what))
        if kinds or _TABLE.pointing.match(what):
            who = witness(source, start, end)
            if who is not None:
                behind = _TABLE.of_what.search(what) if kinds else None
                rest = content_words(what[behind.end() :]) if behind is not None else frozenset()
                yield _Word(source, place, who, kinds, line, rest)


def _sent(source: Source, denial: _Word, witness: Witness) -> _Word | None:
    """The sentence in which another says that he sent what never came, the last one before the denial where that stands in the same account."""
    is_same = source is denial.source
    if not is_same and (not denial.kinds or source.voice == denial.source.voice):
        return None
    sentences = list(islice(source.document.sentences, _SENTENCES))
    year = (source.card.article.published or "")[:4]
    near = range(denial.place - 1, max(-1, denial.place - 1 - _BACK), -1) if is_same else range(len(sentences))
    for place in near:
        start, end, _ = sentences[place]
        line = _line(source, start, end)
        if is_background(line.text, year):
            continue
        kinds = _kinds_sent(line.text)
        is_it = bool(kinds & denial.kinds) if denial.kinds else bool(kinds)
        is_of_one = not denial.rest or bool(denial.rest & content_words(line.text))
        if is_it and is_of_one and (is_same or _are_of_one(line.text, denial)):
            who = witness(source, start, end)
            if who is not None and not are_one(who, source, denial.by, denial.source):
                return _Word(source, place, who, kinds, line)
        # "It" and "them" are what was told right before, with what its speaker is quoted with between.
        if is_same and not denial.kinds and not QUOTED & set(line.text):
            return None
    return None


def _kinds_sent(text: str) -> frozenset[str]:
    """The kinds of what a sentence tells was sent."""
    return frozenset(
        row.id
        for row in _TABLE.message
        if any(_TABLE.unsent.search(text[: match.start()]) is None for match in row.sent.finditer(text))
    )


def _are_of_one(text: str, denial: _Word) -> bool:
    """True if a sentence has words of a denial besides those for the message."""
    shared = content_words(text) & content_words(denial.line.text)
    rows = (row for row in _TABLE.message if row.id in denial.kinds)
    patterns = [pattern for row in rows for pattern in (row.sent, row.denied)]
    return len([word for word in shared if not any(pattern.search(word) for pattern in patterns)]) >= _SHARED


def _line(source: Source, start: int, end: int) -> Line:
    cite = source.cite_range(start, end)
    return Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
