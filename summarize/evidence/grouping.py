"""Runs grouped into quotations, and how a speaker without a name is given."""

from __future__ import annotations

from bisect import bisect_left

from summarize.evidence.quotations import Spoken
from summarize.evidence.vocabulary import PATTERNS

Range = tuple[int, int]


def describe_speaker(text: str, span: Range) -> str | None:
    """A speaker by description as the card gives it; a bare pronoun describes nobody, nor does an empty range: somebody whom nothing names."""
    phrase = " ".join(text[span[0] : span[1]].split())
    if not phrase or phrase.lower() in PATTERNS.pronouns:
        return None
    phrase = phrase.removeprefix(PATTERNS.whose)
    bare = phrase[len(PATTERNS.definite) :] if phrase.lower().startswith(PATTERNS.definite) else phrase
    if bare[:1].islower() and bare is not phrase:
        return f"{PATTERNS.definite}{bare}"  # "the guard" is nobody's name
    return bare


def group_runs(text: str, spoken: list[Spoken], starts: list[int]) -> list[list[Spoken]]:
    """Runs grouped into quotations: “A,” she said, “B” is one."""
    groups: list[list[Spoken]] = []
    for entry in spoken:
        if groups and _continues(text, groups[-1][-1], entry, starts):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _continues(text: str, first: Spoken, second: Spoken, starts: list[int]) -> bool:
    """True if only words of attribution, with the speech verb among them, stand between two runs of one paragraph."""
    if not (first.follows and first.direct and first.cue and first.kind != "words" and second.kind != "words"):
        return False
    between = text[first.run.end : second.run.start]
    if (
        first.run.last_paragraph != second.run.paragraph
        or len(between) > 200
        or not first.run.end <= first.cue[0] < second.run.start
    ):
        return False
    own = second.speaker is not None and not second.inherited and second.cue is not None and second.cue != first.cue
    # It goes on from another: “I did,” he said. “Did you read it?”, she who asked before.
    is_anothers = second.inherited and second.speaker is not None and second.entity != first.entity
    if is_anothers or (own and second.follows):
        return False
    bare = between.strip()
    if (
        bare.endswith(":")
        or ";" in bare
        or bisect_left(starts, second.run.start) - bisect_left(starts, first.run.end) > 0
    ):
        return False
    if own and second.cue is not None and second.cue[0] > first.cue[1]:
        return False  # a second verb introduces the second run: “…,” he said, adding: “…”
    return second.kind == "speech" or bare.endswith((",", "—", "–"))
