"""Causes of a claim: where its evidence tells both things and puts another cause, or none, to what the claim says came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import Text
from summarize.languages.tables import any_of, table

Range = tuple[int, int]

_KNOWN = 0.6
"""Share of the words of a claim's cause that its evidence must have, so that it is that which is meant, and no other word for it."""
_HALF = 0.5
_NEXT = 2
"""How many sentences apart a cause and what came of it may be told."""
_END = re.compile(r"[,;.:]\s|[.]$")


@dataclass(frozen=True, slots=True)
class Linking:
    """The words of a language that tell a cause."""

    before_cause: re.Pattern[str]
    """Stand before the cause: "because of"."""
    behind_cause: re.Pattern[str]
    """Stand behind it: "caused"."""
    loosely: re.Pattern[str]
    """Words of the evidence that may tell one: "after"."""
    more_loosely: re.Pattern[str]
    """More of them, that are none of another sentence's: "with"."""
    openly: re.Pattern[str]
    """Those of either that tell a cause by themselves: "because", "after"."""
    either: re.Pattern[str]
    """Those of them behind which the cause stands as well as before: "led to"."""
    pointing: re.Pattern[str]
    """Open a sentence that points to one before: "that is why"."""
    blaming: re.Pattern[str]
    """Name the cause of what the sentence before tells."""
    reason: str


@cache
def linking_words(language: str) -> Linking:
    """The words of a language's `claims.toml`."""
    read = table(f"{language}/claims.toml")
    (row,) = [row for row in read["needs"] if row["kind"] == "cause"]
    words = read["causes"]
    return Linking(
        any_of(words["before_cause"]),
        any_of(words["behind_cause"]),
        any_of(row["evidence"]),
        any_of(words["loosely"]),
        any_of(words["openly"]),
        any_of(words["behind_either"]),
        any_of(words["pointing"]),
        any_of(words["blaming"]),
        words["reason"],
    )


def unlinked_cause(claim: Text, source: Text, ranges: Sequence[Range], known: Linking) -> str | None:
    """Why the cause that a claim gives is not its evidence's; None if it gives none, or one that may be."""
    there = _stems(source, ranges)
    for cause, outcome in _causes_and_outcomes(claim, known):
        met, came = cause & there, outcome & there
        if not came or not met or len(met) < _KNOWN * len(cause):
            continue
        sentences = [(one.span.start, one.span.end) for one in source.findings.sentences]
        held = [one for one in sentences if any(low <= one[0] < high for low, high in ranges)]
        if any(known.blaming.search(source.text, *one) and met <= _stems(source, [one]) for one in held):
            continue
        linked = any(_links(source, one, met, came, known) for one in held)
        if not linked and not _stand_side_by_side(source, sentences, held, (met, came), known):
            return known.reason
    return None


def _causes_and_outcomes(claim: Text, known: Linking) -> Iterator[tuple[set[str], set[str]]]:
    """The stems of each cause that a claim tells, and of what came of it."""
    for match in known.before_cause.finditer(claim.text):
        end = _END.search(claim.text, match.end())
        until = end.start() if end else len(claim.text)
        rest = [(0, match.start()), (until, len(claim.text))]
        yield _stems(claim, [(match.end(), until)]), _stems(claim, rest)
    for match in known.behind_cause.finditer(claim.text):
        yield _stems(claim, [(0, match.start())]), _stems(claim, [(match.end(), len(claim.text))])


def _stems(text: Text, ranges: Sequence[Range]) -> set[str]:
    return {word.stem for word in text.within(ranges)}


def _links(source: Text, sentence: Range, cause: set[str], outcome: set[str], known: Linking) -> bool:
    """True if a sentence tells what came of something and may tell that cause of it, or points to what was said before."""
    held = _stems(source, [sentence])
    if len(outcome & held) < _HALF * len(outcome):
        return False
    if known.pointing.match(source.text, sentence[0]):
        return True
    return any(_is_told(source, sentence, cause, cues, known) for cues in (known.loosely, known.more_loosely))


def _is_told(source: Text, sentence: Range, cause: set[str], cues: re.Pattern[str], known: Linking) -> bool:
    """True if some words of a sentence tell a cause by one of some cues."""
    found = cues.finditer(source.text, *sentence)
    return any(len(cause & _around(source, match, sentence, known)) >= _HALF * len(cause) for match in found)


def _around(source: Text, cue: re.Match[str], sentence: Range, known: Linking) -> set[str]:
    """The stems of what stands behind a cue, as far as its clause goes; of one that stands behind its cause, before it as well."""
    end = _END.search(source.text, cue.end(), sentence[1])
    behind = (cue.end(), end.start() if end else sentence[1])
    return _stems(source, [behind, (sentence[0], cue.start())] if known.either.fullmatch(cue.group()) else [behind])


def _stand_side_by_side(
    source: Text, sentences: Sequence[Range], held: Sequence[Range], told: tuple[set[str], set[str]], known: Linking
) -> bool:
    """True if a cause and what came of it are told next to each other, and the one is the cause of nothing else, nor has the other another cause.

    "Thieves cut a cable. Trains stopped." may be told as one because of the other; "Oil rose after an outage. Stocks fell." may not.
    """
    cause, outcome = told
    first = [n for n, one in enumerate(sentences) if one in held and _has(source, one, cause, _KNOWN)]
    second = [n for n, one in enumerate(sentences) if one in held and _has(source, one, outcome, _HALF)]
    free = [n for n in first if not _is_told(source, sentences[n], cause, known.openly, known)]
    open_to = [n for n in second if known.openly.search(source.text, *sentences[n]) is None]
    return any(0 < abs(n - m) <= _NEXT for n in free for m in open_to)


def _has(source: Text, sentence: Range, words: set[str], share: float) -> bool:
    return len(words & _stems(source, [sentence])) >= share * len(words)
