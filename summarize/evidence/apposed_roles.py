"""The description in whose comma a name stands: "The treasurer, Colm Mulcahy"; and whether words are one of somebody at all."""

from __future__ import annotations

import re
from typing import Final

from summarize.evidence.names import Name
from summarize.evidence.noun_groups import is_noun, is_of_somebody
from summarize.evidence.role_descriptions import has_role_noun
from summarize.evidence.vocabulary import LANGUAGE, NOT_NAMES, PEOPLE
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns

Range = tuple[int, int]

_PATTERNS: Final = role_patterns(LANGUAGE)
_CAPITALS_BEFORE: Final = expression(r"(?:[A-Z][\w’'&.-]*\s)+$")
_PARTING: Final = frozenset(",;:–—()")
_IN_BRACKETS: Final = expression(r"\s\([^()\n]{2,30}\)")
GENITIVES: Final = ("'s", "’s", "s'", "s’")
REACH: Final = 110
"""How far before a name a description in apposition begins, in code points."""
_MAX_WORDS: Final = 14


def apposed_role(text: str, name: Name, floor: int) -> Range | None:
    """The description whose comma stands right before the name: "The treasurer, Colm Mulcahy"."""
    start = name.title[0] if name.title else name.start
    lead_start = max(floor, start - REACH)
    lead = text[lead_start:start]
    lead = _PATTERNS.article_of_title.sub("", lead) if name.title else _PATTERNS.late_before_name.sub("", lead)
    besides = _PATTERNS.besides_before_name.search(lead)
    if besides is not None and not heads_a_role(besides.group()) and _PATTERNS.closes_apposition.match(text, name.end):
        lead = lead[: besides.start()]
    if not lead.endswith(", ") or text[name.end : name.end + 2] in GENITIVES:
        return None  # "A teacher from Leeds, Petrie's wife said": it is she
    start = lead_start + len(lead)
    # From the first determiner that is followed by a role noun and no verb; "At the meeting the chairman, Tom Roe, said": from the second.
    opened = list(_PATTERNS.determiner_before.finditer(lead))
    bound = [_PATTERNS.behind_preposition.search(lead, 0, match.start()) is not None for match in opened]
    for place, match in enumerate(opened):
        words = lead[match.end() : -2]
        if _is_of_subject(lead[: match.start()], words) or _holds_another(opened[place + 1 :], bound[place + 1 :]):
            continue
        further = (each for each, inner in zip(bound[place:], opened[place:], strict=True) if not _is_genitive(inner))
        if bound[place] and (not all(further) or is_of_somebody(lead[: match.start()])):
            continue
        # "In reply to the envoy to Sweden, Ann Lee said": she is one only if her name stands in commas.
        is_open = (_PATTERNS.bound_to.search(words) or bound[place]) and not _PATTERNS.closes_apposition.match(
            text, name.end
        )
        is_closed = " " in name.text and _PATTERNS.closes_apposition.match(text, name.end) is not None
        is_closed = is_closed and not _is_genitive(match)
        is_role = heads_a_role(" ".join(words.split()[:7])) or (is_closed and heads_a_noun(words))
        if words and not is_open and _is_description(words) and is_role:
            is_named = _is_genitive(match) and match.group()[0].isupper()
            return lead_start + (_name_start(lead, match.start()) if is_named else match.end()), start - 2
    words = lead[:-2]
    if (
        text[max(0, lead_start - 2) : lead_start + 1][-1:].isupper()
        and _is_description(words)
        and heads_a_role(words)
        and (_PATTERNS.office_of_deed.match(words) or not _PATTERNS.behind_preposition.search(f"{words.split()[0]} "))
        and len(words.split()) <= _MAX_WORDS
    ):
        # "Two farmers, Ann Lee and Bo Roe": what several are is the role of none of them.
        is_of_several = _PATTERNS.shared_role.search(_PATTERNS.behind_head.split(words, maxsplit=1)[0]) is not None
        return None if is_of_several else (lead_start, start - 2)
    return None


def _is_of_subject(before: str, words: str) -> bool:
    """True for whose relative somebody is whom a sentence is about, said right behind its "is": "Lee is a nephew of the president, Tom Roe"."""
    return _PATTERNS.said_of_subject.search(before) is not None and _PATTERNS.of_kin.match(words) is not None


def _holds_another(inner: list[re.Match[str]], bound: list[bool]) -> bool:
    """True if a description opens anew inside another: "In the same cabin a teacher, Ann Lee"."""
    return any(
        one.group().strip() in _PATTERNS.indefinite and not is_bound for one, is_bound in zip(inner, bound, strict=True)
    )


def _is_genitive(determiner: re.Match[str]) -> bool:
    return determiner.group().rstrip().endswith(GENITIVES)


def _name_start(lead: str, position: int) -> int:
    """Where the name begins whose last word stands at `position`: "West Midlands Ambulance" before "Service's"."""
    before = _CAPITALS_BEFORE.search(lead, 0, position)
    if before is None:
        return position
    words = before.group().split(maxsplit=1)
    return before.start() + (len(words[0]) + 1 if words[0] in NOT_NAMES else 0)


def _is_description(words: str) -> bool:
    bound = _PATTERNS.bound_to.search(words)  # its "to" is no sign of a verb: "ambassador to Sweden"
    free = words if bound is None else words[: bound.start("to")] + words[bound.end("to") - 1 :]
    return not _PARTING.intersection(_IN_BRACKETS.sub("", words)) and not _PATTERNS.verbal.search(free)


def heads_a_role(words: str) -> bool:
    """True if a description is of somebody by its head: "head of the mill", not "post from her father" or "victim impact statement"."""
    head = _PATTERNS.behind_head.split(_IN_BRACKETS.sub("", words), maxsplit=1)[0].split()
    return bool(head) and has_role_noun(" ".join(head if _PATTERNS.participle.search(head[-1]) else head[-2:]))


def heads_a_noun(words: str) -> bool:
    """True if the head of a description is any noun for one person: "Mannheim car dealer", not "conviction of a car dealer"."""
    head = _PATTERNS.behind_head.split(words, maxsplit=1)[0].split()
    return bool(head) and is_one(head[-1])


def is_one(noun: str) -> bool:
    """True for a noun that says what one person is: "driver", not "drivers", "man", "brother"."""
    says_little = noun in PEOPLE.generic or noun in PEOPLE.kin
    return is_noun(noun) and not says_little and not noun.endswith(_PATTERNS.plural_ending)
