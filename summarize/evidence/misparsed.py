"""Whom the parse takes wrongly for who says something: where it happens, in which text, who cites it, or a part of how somebody is called."""

from __future__ import annotations

from summarize.evidence.frame import Frame
from summarize.evidence.saying import Found
from summarize.evidence.syntax import ParsedAttribution
from summarize.evidence.vocabulary import NAMES, PATTERNS, RELAYING_VERBS

Range = tuple[int, int]


def is_cited(text: str, parsed: ParsedAttribution, end: int) -> bool:
    """True where the parse takes for the speaker of words that end at `end` of whom a report tells that cites another.

    As in "reported, citing a nurse, that Ann Lee “took pills”".
    """
    word = text[slice(*parsed.cue)].strip(" ,").lower()
    is_between = parsed.cue[1] <= parsed.speaker[0]
    is_behind = parsed.cue[0] >= end
    return word in RELAYING_VERBS and word.endswith(PATTERNS.participle_ending) and (is_between or is_behind)


def is_somewhere(text: str, speaker: Range) -> bool:
    """True for where or when something is said, which the parse takes for who says it: "Outside court his solicitor said"."""
    return PATTERNS.somewhere.match(text[slice(*speaker)]) is not None


def is_within(frame: Frame, found: Found, speaker: Range) -> bool:
    """True if the parse takes for who says it what somebody found is, before his name: "The local MP, independent Ann Lee, said"."""
    if found.phrase.kind != "name":
        return False
    start, end = frame.source_range(found.phrase.start, found.phrase.end)
    named = frame.source_range(max(found.phrase.name_start, found.phrase.start), found.phrase.end)[0]
    return start <= speaker[0] and speaker[1] < named <= end


def is_body_of(text: str, frame: Frame, found: Found, speaker: Range) -> bool:
    """True if the parse takes the body that somebody found is of for who says it: "Geologist Per Moen of the national agency NVE said"."""
    if found.phrase.kind != "name":
        return False
    end = frame.source_range(found.phrase.start, found.phrase.end)[1]
    return PATTERNS.chained.fullmatch(text, end, speaker[0]) is not None


def is_text(text: str, speaker: Range) -> bool:
    """True for "a statement": what somebody says something in, which the parse takes for who says it."""
    words = text[speaker[0] : speaker[1]].lower().split()
    return words[0] in PATTERNS.containing and words[-1] in NAMES.texts
