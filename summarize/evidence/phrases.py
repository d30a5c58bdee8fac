"""Noun phrases that can speak: names, pronouns, and descriptions such as "a harbour official" or "the ministry statement"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from summarize.evidence.frame import STAND_IN, Frame
from summarize.evidence.vocabulary import BODY_NOUNS, PERSON_NOUNS

_PRONOUN = re.compile(r"(?<![\w'’])(?:he|she|they|it|He|She|They|It|I|we|We|one|who)(?![\w'’-])")
_HEADS = "|".join(sorted(PERSON_NOUNS | BODY_NOUNS, key=len, reverse=True))
_BARE = frozenset(
    """
    police officials prosecutors researchers scientists residents critics experts analysts investigators protesters
    witnesses lawyers sources doctors authorities campaigners supporters opponents lawmakers organisers organizers
    neighbours neighbors teachers parents traders economists firefighters paramedics forecasters republicans
    democrats activists conservationists detectives union
    """.split()
)
_DETERMINER = re.compile(
    r"(?<![\w'’])(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any|[Oo]ther|[A-Z][\w.-]+['’]s?)\s"
)
_HEAD = re.compile(rf"(?:[\w.'’&-]+\s){{0,5}}?(?:{_HEADS}|\d{{1,3}}-year-old)(?![\w'’-])", re.IGNORECASE)
_TAIL = re.compile(
    r"\s(?:for|of|from|at|with|in)\s(?:the\s|a\s|an\s)?(?:[A-Z][\w.'’&-]*|[a-z][\w-]+)(?:\s(?:of\sthe\s|of\s|and\s|for\s|&\s)?[A-Z][\w.'’&-]*){0,6}"
)
_BARE_WORD = re.compile(r"(?<![\w'’-])(?:" + "|".join(sorted(_BARE)) + r")(?![\w'’-])", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?i)\b(?:said|says|told|was|were|is|are|has|had|that|which|who|and|but|when|as|after|before|to|by|of|in|on|at|for|from|with|about|over|into)\b"
)


@dataclass(slots=True)
class Phrase:
    """A phrase in a frame that could be a speaker. Half-open range of the frame's text."""

    start: int
    end: int
    kind: str
    """`name`, `pronoun`, `description`."""
    name_start: int = -1
    """Frame position of the name proper, where the phrase is a name with its title."""


def phrases(frame: Frame, names: list[tuple[int, int, int]]) -> list[Phrase]:
    """The phrases of a frame that could speak, in order, none inside another.

    Args:
        frame: the paragraph with stand-ins.
        names: (start, end, title start) of each name, in frame positions; title start equals start without a title.
    """
    found: list[Phrase] = [Phrase(title, end, "name", start) for start, end, title in names]
    text = frame.text
    found.extend(
        Phrase(match.start(), match.end(), "pronoun") for match in _PRONOUN.finditer(text) if match.group() != "who"
    )
    for match in _DETERMINER.finditer(text):
        head = _HEAD.match(text, match.end(), min(len(text), match.end() + 120))
        if head is None or _FUNCTION.search(head.group()) or STAND_IN in head.group():
            continue
        end = head.end()
        more = _HEAD.match(text, end + 1, min(len(text), end + 30)) if text[end : end + 1] == " " else None
        if more is not None and " " not in more.group():
            end = more.end()  # "the Defence Ministry spokesman"
        tail = _TAIL.match(text, end, min(len(text), end + 120))
        if tail is not None and not _FUNCTION.search(tail.group()[4:]):
            end = tail.end()
        found.append(Phrase(match.start(), end, "description"))
    found.extend(Phrase(match.start(), match.end(), "description") for match in _BARE_WORD.finditer(text))
    return _with_appositions(text, _outermost(found))


_ROLE_BETWEEN = re.compile(rf"\s(?:[a-z-]+\s){{0,3}}(?:[a-z]+-)?(?:{_HEADS})\s")


def _with_appositions(text: str, found: list[Phrase]) -> list[Phrase]:
    """Description, comma, name are one phrase, and it is the name's: "The treasurer, Colm Mulcahy"."""
    joined: list[Phrase] = []
    for phrase in found:
        gap = text[joined[-1].end : phrase.start] if joined else ""
        if joined and phrase.kind == "name" and joined[-1].kind == "name" and _ROLE_BETWEEN.fullmatch(gap):
            # "USEK secretary-general Ezekiel Wafula": the body's officer, not the body.
            joined[-1] = Phrase(
                joined[-1].start, phrase.end, "name", phrase.name_start if phrase.name_start >= 0 else phrase.start
            )
            continue
        if (
            joined
            and phrase.kind == "name"
            and joined[-1].kind == "description"
            and re.fullmatch(r",\s(?:[a-z-]+\s){0,2}", gap)
        ):
            after = text[phrase.end : phrase.end + 1]
            if after in {",", ".", ":", ";", "", " "} or phrase.end == len(text):
                joined[-1] = Phrase(
                    joined[-1].start, phrase.end, "name", phrase.name_start if phrase.name_start >= 0 else phrase.start
                )
                continue
        joined.append(phrase)
    return joined


def _outermost(found: list[Phrase]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end, phrase.kind != "name")):
        if kept and phrase.start < kept[-1].end:
            last = kept[-1]
            # "President Marsh" is a name, not the description "the President".
            if (
                phrase.kind == "name"
                and last.kind == "description"
                and phrase.end == last.end
                and phrase.name_start >= 0
            ):
                kept[-1] = Phrase(last.start, last.end, "name", phrase.name_start)
            elif phrase.kind == "name" and last.kind == "description" and phrase.end > last.end:
                kept[-1] = phrase
            elif phrase.kind == "description" and last.kind == "name" and phrase.end > last.end:
                # "Ms Osei’s spokesman" is the spokesman.
                kept[-1] = Phrase(last.start, phrase.end, "description")
            continue
        kept.append(phrase)
    return kept


def before(found: list[Phrase], position: int) -> int:
    """How many of the phrases end at or before `position`."""
    return bisect_left([phrase.end for phrase in found], position + 1)
