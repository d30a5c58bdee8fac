"""Roles by any noun: a group of nouns right before a name, a description and its comma before a name, what a body is called.

`roles` knows the nouns of roles that tables list; here a noun is one because of where it stands: "undertaker Orla Lynch", "Her
predecessor, Graham Tulley", "Desert Link, a freight company". Ranges are half-open code-point ranges of the article's text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarize.evidence.names import Name
from summarize.evidence.vocabulary import LANGUAGE, NAMES, NOT_NAMES, PEOPLE, PLACE_WORDS, REPORTING_VERBS, SPEECH_VERBS
from summarize.expressions import expression
from summarize.gazetteer import is_city, is_region, people_of
from summarize.languages.people_patterns import role_patterns
from summarize.languages.tails import found_before
from summarize.languages.verbs import is_plain_verb

Range = tuple[int, int]

_PATTERNS: Final = role_patterns(LANGUAGE)
_WORD_BACK: Final = expression(r"([^\W\d_][\w’'-]*) $")
_WORD_OF: Final = expression(r"\S+")
_MAX_WORDS: Final = 5
"""Words of the longest group."""
_REACH: Final = 110
"""How many code points before a name a description in apposition may begin."""
_NO_PEOPLE: Final = _PATTERNS.ends_group | _PATTERNS.not_group_nouns | PLACE_WORDS | NAMES.organisation_nouns
_BODY_NOUNS: Final = (NAMES.organisation_nouns | NAMES.body_roles) - NAMES.texts
BODY_ROLES: Final = _BODY_NOUNS | _PATTERNS.more_bodies


def group_before(text: str, position: int, floor: int, *, is_role: bool = False) -> Range | None:
    """The words in small letters that end right before `position` and are a whole group of nouns; None if they are none.

    Args:
        text: the article's text.
        position: where the name begins, or its title, or a role that is known already.
        floor: where what may belong to the group begins.
        is_role: what stands at `position` is a role, so that a name before the group owns it: "WorkSafe area investigation manager".
    """
    start, before = position, None
    for _ in range(_MAX_WORDS):
        before = _WORD_BACK.search(text, max(floor, start - 40), start)
        if before is None or not _may_stand(before[1], is_first=_opens(text, before.start(), floor)):
            break
        start, before = before.start(), None
    if start == position:
        return None
    is_several = is_role or " " in text[start : position - 1]
    if is_several and before is not None and _may_open_on_a_verb(text, start, before):
        start = text.index(" ", start) + 1
        return (start, position - 1) if start < position else None
    group = start, position - 1
    is_owned = is_role and before is not None and before[1][0].isupper() and before[1] not in NOT_NAMES
    return group if is_owned or _is_whole(text, group, floor, before) else None


def _opens(text: str, start: int, floor: int) -> bool:
    """True for the first word of a sentence or paragraph, whose capital proves nothing."""
    return start == floor or text[start - 1] == "\n" or text[start - 2 : start - 1] in {".", "!", "?"}


def _may_stand(word: str, *, is_first: bool) -> bool:
    """True for a word that may be part of a group: in small letters (but the first of a sentence), and no verb or small word."""
    low = word.lower()
    if low in _PATTERNS.ends_group or not (word.islower() or (is_first and word[1:].islower())):
        return False
    return low in _PATTERNS.group_adjectives or not (
        _PATTERNS.not_noun.search(low) or low in SPEECH_VERBS or low in REPORTING_VERBS or is_plain_verb(low)
    )


def _may_open_on_a_verb(text: str, start: int, before: re.Match[str]) -> bool:
    """True for words behind "to" that may begin with a verb: "to sack coach Ann Lee"; not where the first alone is a role, or words a role has.

    Args:
        text: the article's text.
        start: where the words begin.
        before: the word before them.
    """
    first = text[start : text.index(" ", start)]
    if before[1].lower() not in _PATTERNS.before_infinitive or "-" in first:
        return False
    if first in PEOPLE.roles or first in PEOPLE.role_modifiers or first in _PATTERNS.group_adjectives:
        return False
    led = _WORD_BACK.search(text, max(0, before.start() - 40), before.start())
    return led is None or led[1].lower() not in _PATTERNS.before_to_somebody


def _is_whole(text: str, group: Range, floor: int, before: re.Match[str] | None) -> bool:
    """True if what stands before the group opens it: a sentence, a mark, an article, a preposition, a verb of speech.

    So does a town or a people before a noun for somebody: "Cork hurler Ann Lee".
    """
    start, end = group
    if _opens(text, start, floor):
        return True
    if before is None:
        return text[start - 2 : start - 1] in {",", ":", ";", "—", "–", "“", '"'} or text[start - 1] in '“"(—'
    word, low = before[1], before[1].lower()
    if word[0].isupper() and word not in NOT_NAMES and is_noun(text[start:end].rsplit(maxsplit=1)[-1]):
        return is_city(word) or is_region(word) or bool(people_of(word))
    return low in _PATTERNS.before_group or low in SPEECH_VERBS or low.endswith(("’s", "'s"))


@lru_cache(1 << 10)  # the words of one article are those of the next
def is_noun(word: str) -> bool:
    """True for a word that says what somebody is: a noun for people, or a word with the ending of one."""
    low = word.lower()
    if low in PEOPLE.roles:
        return True
    return low not in _NO_PEOPLE and _PATTERNS.person_noun.fullmatch(low) is not None


def may_be_somebody(word: str) -> bool:
    """True for a noun of a person, or for one of bodies that a person may be as well: "supplier Ann Lee"."""
    low = word.lower()
    is_bodys = low in _BODY_NOUNS and low not in _PATTERNS.not_group_nouns
    return is_noun(word) or (is_bodys and _PATTERNS.person_noun.fullmatch(low) is not None)


def apposed_before(text: str, name: Name, floor: int) -> Range | None:
    """A description with its comma right before a full name, whatever its noun; None if there is none.

    Behind a preposition only what is somebody's is one: "from her predecessor, Ann Lee," but not "in the final, Ann Lee".
    """
    start = name.title[0] if name.title else name.start
    lead = max(floor, start - _REACH)
    found = found_before(_PATTERNS.unnamed_apposition, text[lead:start], 0, start - lead)
    if found is None or not _PATTERNS.closes_apposition.match(text, name.end):
        return None
    is_somebodys = found["article"].lower() in _PATTERNS.possessives or found["article"].endswith(
        ("’s", "'s", "’", "'")
    )
    noun = found["group"].rsplit(maxsplit=1)[-1]
    # "The guard who let in the teacher, Ann Lee, left": she may be the teacher.
    if found["deed"] and any(is_noun(word) for word in found["deed"].split()):
        return None
    # "The temp, Lucy Tran, watched": whatever noun a sentence opens with, the name in commas says who it is.
    is_called = found["article"][0].isupper() and noun not in _NO_PEOPLE and not _PATTERNS.not_noun.search(noun)
    if (found["near"] and not is_somebodys) or not (is_called or is_noun(noun)):
        return None
    return lead + found.start("role"), lead + found.end("role")


def of_several(text: str, name: Name, sentence: Range) -> Range | None:
    """What several are, before the first name of them: "Two members of the cabinet, Ann Lee and Bo Roe,"; or before two of one surname.

    Of those the first has only a first name: "farmers Noel and Iris Beattie", where the name is the second.
    """
    if " " not in name.text or name.title is not None:
        return None
    lead = max(sentence[0], name.start - _REACH)
    apposed = _PATTERNS.several_apposed.search(text, lead, name.start)
    is_listed = apposed is not None and _PATTERNS.several_listed.match(text, name.end) is not None
    found = apposed if is_listed else _PATTERNS.couple_before.search(text, lead, name.start)
    if found is None or not _is_several(found["noun"]):
        return None
    words = found["role"].lower().split()
    is_whole = is_listed or (_PATTERNS.ends_group.isdisjoint(words) and not _PATTERNS.verbal.search(found["role"]))
    start, end = found.span("role")
    return start if is_whole else end - len(found["noun"]), end


def _is_several(noun: str) -> bool:
    """True for a plural that says what people are: "farmers", not "residents"."""
    low = noun.lower()
    one = low.removesuffix(_PATTERNS.plural_ending)
    return is_noun(one) and PEOPLE.generic.isdisjoint((one, low))


def body_role(text: str, name: Name, sentence: Range) -> Range | None:
    """The range of what an organisation is called beside its name: "a freight company based in Sharjah", "The trade union"; None if nothing is."""
    after = _PATTERNS.body_after.match(text, name.end, min(sentence[1], name.end + 160))
    if after is not None and after["noun"] in BODY_ROLES:
        return after.span("role")
    lead = max(sentence[0], name.start - 60)
    before = _PATTERNS.body_before.search(text[lead : name.start])
    is_group = before is not None and not _PATTERNS.ends_group.intersection(before["role"].lower().split())
    if before is not None and is_group and before["noun"].lower() in BODY_ROLES:
        start = lead + before.start("role") + _behind_verb(before["role"])
        is_apposed = text[lead + before.end("role")] == ","
        if not is_apposed or not is_of_somebody(_PATTERNS.article_last.sub("", text[sentence[0] : start])):
            return start, lead + before.end("role")
    return _body_apposed(text, name, sentence)


def is_of_somebody(before: str) -> bool:
    """True for what stands before the words for one that only say whose or to whom another is it: "The rival of", "The deputy to"."""
    found = _PATTERNS.whose_head.search(before)
    if found is None:
        return False
    if _PATTERNS.serves_to.search(before) is not None:
        return True
    noun = found["noun"].removesuffix(_PATTERNS.plural_ending)
    return may_be_somebody(noun) or noun in PEOPLE.nouns or noun in PEOPLE.kin or noun in BODY_ROLES


def _behind_verb(words: str) -> int:
    """Where in words before the name of a body the deed of another ends: "court ordered water company" is a water company."""
    start = 0
    for place, found in enumerate(_WORD_OF.finditer(words)):
        word = found.group()
        is_deed = word.endswith(_PATTERNS.past_ending) or is_plain_verb(word)
        if place and is_deed and word.islower() and "-" not in word and found.end() < len(words):
            start = found.end() + 1
    return start


def _body_apposed(text: str, name: Name, sentence: Range) -> Range | None:
    """The description and its comma before a body's name in commas, whatever its noun: "The would-be buyer, Southlight Holdings, wants it"."""
    lead = max(sentence[0], name.start - _REACH)
    found = found_before(_PATTERNS.body_apposed, text[lead : name.start], 0, name.start - lead)
    if found is None or not _PATTERNS.closes_apposition.match(text, name.end):
        return None
    words = found["group"].split()
    if words[-1] in _PATTERNS.not_group_nouns or _PATTERNS.not_noun.search(words[-1]):
        return None
    if _PATTERNS.ends_group.intersection(words) or _PATTERNS.verbal.search(found["group"]):
        return None
    return lead + found.start("role"), lead + found.end("role")
