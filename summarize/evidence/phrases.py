"""Noun phrases that can speak: names, pronouns, and descriptions such as "a harbour official" or "the ministry statement"."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from summarize.evidence.frame import STAND_IN, Frame
from summarize.evidence.heads import head_end
from summarize.evidence.noun_groups import is_noun
from summarize.evidence.vocabulary import ORGANISATION_NOUNS, PATTERNS, PEOPLE, PERSON_NOUNS, SPEECH_VERBS
from summarize.expressions import expression

_HEADS: Final = (
    PERSON_NOUNS
    | ORGANISATION_NOUNS
    | PATTERNS.speaking_things
    | {f"{noun}{PATTERNS.plural_ending}" for noun in PERSON_NOUNS}
)
_WORD: Final = expression(r"[\w'’-]+")
_ROLE_BETWEEN: Final = expression(r"\s(?:[a-z-]+\s){0,3}(?P<last>[a-z-]+|[A-Z]{2,4})\s")
_NOUN_GAP: Final = expression(r"\s(?:(?:[a-z]+-[a-z-]+\s)?[a-z]+\s)?")
_COMPOUND: Final = expression(r"-[a-z]+\s")
"""Behind a name that only tells where somebody is from: "Leeds-based"."""
_NEXT_SENTENCE: Final = expression(r"[a-z]{2}[.!?]\s[A-Z]")
_APPOSITION: Final = expression(r",\s(?:[a-z-]+\s){0,2}")


class Phrase(Struct):
    """A phrase in a frame that could be a speaker. Half-open range of the frame's text."""

    start: int
    end: int
    kind: str
    """`name`, `pronoun`, `description`."""
    name_start: int = -1
    """Where the name proper begins in the frame's text, behind its title; -1 for a phrase that is no name."""
    is_place: bool = False


def phrases(frame: Frame, names: list[tuple[int, int, int]], places: frozenset[int] = frozenset()) -> list[Phrase]:
    """The phrases of a frame that could speak, in order, none inside another.

    Args:
        frame: the paragraph with stand-ins.
        names: (start, end, title start) of each name, in frame positions; title start equals start without a title.
        places: the starts of those that are places.
    """
    text = frame.text
    found: list[Phrase] = [
        Phrase(title, end, "name", start, start in places)
        for start, end, title in names
        if _COMPOUND.match(text, end) is None
    ]
    found.extend(Phrase(match.start(), match.end(), "pronoun") for match in PATTERNS.phrase_pronoun.finditer(text))
    for match in PATTERNS.determiner.finditer(text):
        end = _description_end(text, match.end())
        if end is not None:
            found.append(Phrase(match.start(), end, "description"))
    if not PEOPLE.groups.isdisjoint(
        _WORD.findall(text.lower())
    ):  # in few paragraphs, in which it is then looked for where
        found.extend(
            Phrase(match.start(), match.end(), "description")
            for match in _WORD.finditer(text)
            if match.group().lower() in PEOPLE.groups
        )
    return _with_appositions(text, _outermost(found))


def _description_end(text: str, start: int) -> int | None:
    """Where a description ends whose determiner ends at `start`; None if no head noun follows."""
    end = head_end(text, start, min(len(text), start + 120), _HEADS, PATTERNS.aged)
    held = text[start:end]
    if (
        end is None
        or PATTERNS.function.search(held)
        or PATTERNS.article_inside.search(held)
        or STAND_IN in text[start:end]
        or _NEXT_SENTENCE.search(held)  # "no one would be laid off. Union delegate Ann Lee"
    ):
        return None
    if text[end : end + 1] == " ":
        word = _WORD.match(text, end + 1, min(len(text), end + 30))
        if word is not None and head_end(text, end + 1, word.end(), _HEADS, PATTERNS.aged) is not None:
            end = word.end()  # "the Defence Ministry spokesman"
    tail = PATTERNS.phrase_tail.match(text, end, min(len(text), end + 120))
    if tail is not None and not PATTERNS.function.search(tail.group()[4:]):
        end = tail.end()
    return end


def _is_role_between(gap: str) -> bool:
    """True for words between two names of which the last is a role: " secretary-general "."""
    match = _ROLE_BETWEEN.fullmatch(gap)
    if match is None or not SPEECH_VERBS.isdisjoint(gap.split()):
        return False  # "Ann Lee said striker Tom Roe"
    return match["last"].lower() in _HEADS or match["last"].partition("-")[2] in _HEADS


def _is_of_another(text: str, described: Phrase, named: Phrase) -> bool:
    """True where a name is that of whoever stands behind "of", and not of who is described: "The widow of murdered teacher Ann Lee"."""
    name = max(named.name_start, named.start)
    if described.kind != "description" or _NOUN_GAP.fullmatch(text, described.end, name) is None:
        return False
    is_owned = PATTERNS.owned_by.search(text, described.start, described.end) is not None
    noun = text[described.start : name].rsplit(maxsplit=1)[-1]
    return is_owned and (is_noun(noun) or noun in ORGANISATION_NOUNS)


def _with_appositions(text: str, found: list[Phrase]) -> list[Phrase]:
    """Description, comma, name are one phrase, and it is the name's: "The treasurer, Colm Mulcahy"."""
    joined: list[Phrase] = []
    for phrase in found:
        gap = text[joined[-1].end : phrase.start] if joined else ""
        is_body = joined and (
            joined[-1].kind == "name"
            or (len(gap.split()) == 1 and text[joined[-1].start : joined[-1].end].lower() in PEOPLE.groups)
        )
        if is_body and phrase.kind == "name" and _is_role_between(gap):
            # "USEK secretary-general Ezekiel Wafula", "Police spokesman Tom Roe": the body's officer, not the body.
            joined[-1] = Phrase(
                joined[-1].start, phrase.end, "name", phrase.name_start if phrase.name_start >= 0 else phrase.start
            )
            continue
        # "The treasurer, Colm Mulcahy", "the flood agency NVE"
        is_called = gap == " " and "." not in text[joined[-1].start : phrase.start]
        is_apposed = (is_called or _APPOSITION.fullmatch(gap) is not None) and PATTERNS.function.search(gap) is None
        if joined and phrase.kind == "name" and _is_of_another(text, joined[-1], phrase):
            joined[-1] = Phrase(joined[-1].start, phrase.end, "description")
            continue
        if joined and phrase.kind == "name" and joined[-1].kind == "description" and is_apposed:
            after = text[phrase.end : phrase.end + 1]
            if after in {",", ".", ":", ";", "", " "} or phrase.end == len(text):
                joined[-1] = Phrase(
                    joined[-1].start, phrase.end, "name", phrase.name_start if phrase.name_start >= 0 else phrase.start
                )
                continue
        joined.append(phrase)
    return joined


def _outermost(found: list[Phrase]) -> list[Phrase]:
    """The phrases in text order, of those that overlap one: the longer, but a name rather than the description within its title."""
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
