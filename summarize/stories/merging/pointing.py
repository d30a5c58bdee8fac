"""Lines of a story that point back to a sentence: "The company denied it", "It called that figure wrong". They are told behind it, or not at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from summarize.briefing import Cite, Line
from summarize.evidence.find import find
from summarize.grounding.replies import Said, accuses, denies, does, names
from summarize.languages.stories import changes
from summarize.stories.merging.article_answers import is_charge
from summarize.stories.merging.given import given_by
from summarize.stories.merging.pronouns import named_at
from summarize.stories.merging.silences import told_at
from summarize.stories.merging.sources import QUOTED, Source

_BEFORE_CUE: Final = re.compile(r"\b(?P<who>\w+)\s$")
_OPENS_ON_ANOTHER: Final = changes("en").opens_on_another
_NEAR: Final = 5
"""Sentences back from a denial to the charge that it may be of."""
_BESIDE: Final = 2
"""Lines back from another in which what it points to may stand."""
_MAX_WORDS: Final = 40


def behind_what_they_point_to(
    told: Sequence[Line], lines: Sequence[Line], accounts: Sequence[Source], most: int
) -> tuple[Line, ...]:
    """Lines of a story, of which one that points back to what is not told right before it has that sentence put before it, or is left out.

    Args:
        told: what the story tells right before them.
        lines: the lines.
        accounts: its articles.
        most: how many lines.
    """
    by_number = {source.number: source for source in accounts}
    lines = _behind_later(told, lines, by_number)
    kept: list[Line] = []
    for place, line in enumerate(lines):
        source = by_number.get(line.article)
        unit = [line]
        if source is not None and not stands_behind([*told, *kept], line, source):
            before = _pointed_to(line, source)
            is_new = before is not None and not any(_is_at(each, before.evidence[0]) for each in (*told, *lines))
            unit = [before, line] if before is not None and is_new else []
        has_room = len(unit) == 1 or len(kept) + len(lines) - place < most
        kept += unit if has_room else []
    return tuple(kept)


def _behind_later(told: Sequence[Line], lines: Sequence[Line], by_number: Mapping[int, Source]) -> list[Line]:
    """Lines of which one that points back to another further on is put right behind that."""
    found = list(lines)
    for line in lines:
        source, place = by_number.get(line.article), found.index(line)
        if source is None or stands_behind([*told, *found[:place]], line, source):
            continue
        meant = [source.cite_range(*span) for span in _meant(line, source)]
        later = next((each for each in found[place + 1 :] if any(_is_at(each, cite) for cite in meant)), None)
        if later is not None:
            found.remove(line)
            found.insert(found.index(later) + 1, line)
    return found


def stands_behind(told: Sequence[Line], line: Line, source: Source) -> bool:
    """True for a line that points back to nothing, or to what the last lines before it tell."""
    if not source.document.is_english or not (does("points", line.text) or does("refuses", line.text)):
        return True
    meant = list(_meant(line, source))
    is_told = any(
        each.article == line.article
        and any(start <= part.start < end for start, end in meant for part in each.evidence)
        for each in told[-_BESIDE:]
    )
    return is_told or bool(told and (_goes_on(told[-1], line) or _answers(told[-1], line, source)))


def _goes_on(before: Line, line: Line) -> bool:
    """True for what "it" says behind a line that names whose word it is; a denial of "it" is of something that was said."""
    by = line.attribution
    if by is None or by.source is None or by.kind == "denied" or does("contradicts", line.text):
        return False
    return any(part.start == line.evidence[0].start for part in by.evidence) and names(before.text, by.source)


def _answers(charge: Line, line: Line, source: Source) -> bool:
    """True for the answer to a charge told right before it, where no sentence between the two in the article names who answers, or the charge does."""
    by = line.attribution
    if charge.article != line.article or not is_charge(charge) or by is None or by.source is None:
        return False
    between = source.text[charge.evidence[-1].end : line.evidence[0].start]
    return denies(line.text) and (names(charge.text, by.source) or not names(between, by.source))


def with_speakers_named(lines: Sequence[Line], accounts: Sequence[Source]) -> Iterator[Line]:
    """Lines of a story, each with the name of who says it in brackets where "it said" stands for somebody whom it does not name."""
    by_number = {source.number: source for source in accounts}
    for line in lines:
        source = by_number.get(line.article)
        yield _with_speaker_named(line, source) if source is not None else line


def _with_speaker_named(line: Line, source: Source) -> Line:
    """A sentence of which "it said" stands for somebody whom it does not name, with the name in brackets for the pronoun; any other as it is."""
    by, cite = line.attribution, line.evidence[0]
    if by is None or by.source is None or line.support != "verbatim" or len(line.evidence) > 1:
        return line
    cue = next((part for part in by.evidence if part.text == by.cue and cite.start < part.start < cite.end), None)
    said = _BEFORE_CUE.search(source.text, cite.start, cue.start) if cue is not None else None
    named = source.text.lower().rfind(by.source.lower(), 0, cite.start)
    if (
        said is None
        or _OPENS_ON_ANOTHER.match(said["who"].capitalize()) is None
        or named < 0
        or by.source.lower() in line.text.lower()
        or set("[]") & set(by.source)
    ):
        return line
    before, behind = source.text[cite.start : said.start("who")], source.text[said.end("who") : cite.end]
    text = " ".join(f"{before}[{by.source}]{behind}".split())
    evidence = (cite, source.cite_range(named, named + len(by.source)))
    return line.model_copy(update={"text": text, "support": "cut", "evidence": evidence})


def _meant(line: Line, source: Source) -> Iterator[tuple[int, int]]:
    """The sentences that a line may point to: the one right before it.

    A denial or a refusal may also be of what stands before words that are quoted; a denial of a charge a little before, where nobody says
    anything in between.
    """
    spans = [(start, end) for start, end, _ in source.document.sentences]
    place = bisect_left([end for _, end in spans], line.evidence[0].end)
    is_denial = changes("en").denied.search(line.text) is not None
    is_refusal = does("refuses", line.text)
    for start, end in reversed(spans[max(0, place - _NEAR) : place]):
        text = source.text[start:end]
        if not is_refusal or _asks(source, start, end):
            yield start, end
        is_bare = given_by(text) is None and not accuses(Said(text))
        # "That figure" may be one that stands beside what is quoted: "“…,” said Roe, who puts it at 90".
        is_quoted = bool(QUOTED & set(text))
        if not (is_quoted and (is_denial or is_refusal)) and not (is_bare and is_denial):
            return


def _asks(source: Source, start: int, end: int) -> bool:
    """True if somebody asks for something in a range of an article."""
    said = find(source.card.article, None, source.document).attributions
    return any(each.kind == "asked" and start <= each.cue_span.start < end for each in said)


def _pointed_to(line: Line, source: Source) -> Line | None:
    """The sentence that a line points to, where it can be told before it: it is whole, points to nothing, quotes nobody and charges nobody."""
    spans = list(_meant(line, source))
    first = next((each for each in spans if not QUOTED & set(source.text[slice(*each)])), None)
    if first is None:
        return None
    before = told_at(source, *first)
    before = named_at(before, source) or before
    is_open = does("points", before.text) or does("points_at_person", before.text)
    can_stand = not is_open and not is_charge(before) and len(before.text.split()) <= _MAX_WORDS
    return before if can_stand and before.text.rstrip().endswith(".") else None


def _is_at(line: Line, cite: Cite) -> bool:
    return any(
        part.article == cite.article and part.start < cite.end and cite.start < part.end for part in line.evidence
    )
