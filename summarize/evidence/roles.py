"""Roles: what the article calls a person beside the name. A role is always a range of the article's own words.

Which words before a name belong to its role, and which behind it are one, say `role_words.toml` and `role_descriptions.toml`.
"""

from __future__ import annotations

import re
from typing import Final

from summarize.evidence.apposed_roles import GENITIVES, REACH, apposed_role, heads_a_noun, heads_a_role, is_one
from summarize.evidence.names import Name
from summarize.evidence.noun_groups import (
    apposed_before,
    group_before,
    is_noun,
    may_be_somebody,
    of_several,
)
from summarize.evidence.role_descriptions import (
    ROLE,
    RoleDescription,
    description_rules,
    explain_description,
    has_role_noun,
)
from summarize.evidence.role_words import note_beside, role_before
from summarize.evidence.vocabulary import FEMALE_WORDS, LANGUAGE, MALE_WORDS, PEOPLE, SPEECH_VERBS
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns

Range = tuple[int, int]

_PATTERNS: Final = role_patterns(LANGUAGE)
_MAX_WORDS_AFTER: Final = 16
_CREDITED: Final = expression(r"\s(\w+)(?=[.,;:]|\s[A-Z]|$)")
"""Behind what would be a role: a verb of saying, and the end of its clause."""


def role_of(text: str, name: Name, sentence: Range, floor: int, ceiling: int | None = None) -> Range | None:
    """The half-open range of the role that stands beside this mention of a person, None if none does.

    Args:
        text: the article's text.
        name: the mention.
        sentence: the range of its sentence.
        floor: where the name of somebody else ends before it; no role reaches across.
        ceiling: where the name of somebody else begins behind it, with its title.
    """
    floor = max(sentence[0], _before_possessor(text, floor))
    apposed = apposed_role(text, name, floor) or apposed_before(text, name, floor) or _named_role(text, name, sentence)
    apposed = apposed or _told_as(text, name, sentence, floor) or _serving_role(text, name, sentence, floor)
    apposed = apposed or _pleading_role(text, name, sentence) or _office_for(text, name, floor)
    apposed = apposed or of_several(text, name, sentence)
    if apposed is not None:
        # "His sister, Ann Lee, 49, who is the main witness,": what she is to somebody says less.
        more = _after(text, name, sentence, ceiling) if _is_only_kin(text[slice(*apposed)]) else None
        return more or apposed
    before = _whole(text, name, role_before(text, name, floor), floor)
    if before is not None and _PATTERNS.in_doubt.search(text, floor, before[0]) is not None:
        before = None
    after = _after(text, name, sentence, ceiling)
    if before is None or after is None:
        return after or before
    words = text[before[0] : before[1]]
    # "his younger brother, Martin, an accountant": what he is to somebody, or his rank, says less than the description.
    return after if words.rsplit(maxsplit=1)[-1].lower() in PEOPLE.kin or _is_only_a_rank(words) else before


def _named_role(text: str, name: Name, sentence: Range) -> Range | None:
    """Who somebody is said to be, or was made, by all that his sentence says before him.

    "Police identified the driver as Ann Lee, 40.", "The bank named Ann Lee its chief risk officer.", "One deminer, 27-year-old Prak Sothea".
    """
    start = sentence[0]
    made = _PATTERNS.made_list_as.match(text, name.end, sentence[1])
    if made is not None and heads_a_role(made["role"]) and _PATTERNS.made_list.fullmatch(text, start, name.start):
        return made.span("role")
    found = _PATTERNS.aged_apposition.fullmatch(text, start, name.start)
    if found is None and _PATTERNS.closes_named.match(text, name.end, sentence[1]):
        found = _PATTERNS.named_as.fullmatch(text, start, name.start)
    if found is None and _PATTERNS.made_before.fullmatch(text, start, name.start):
        found = _PATTERNS.made_after.match(text, name.end, sentence[1])
    return found.span("role") if found is not None and is_noun(found["role"].rsplit(maxsplit=1)[-1]) else None


def _told_as(text: str, name: Name, sentence: Range, floor: int) -> Range | None:
    """The description by which somebody is told first: "The driver of the bus, identified as Ann Lee"; "his former teacher, 44-year-old Ann Lee."."""
    start = name.title[0] if name.title else name.start
    lead = max(floor, start - REACH)
    found = _PATTERNS.told_as.search(text, lead, start)
    if found is not None:
        return _identified_role(text, name, floor, found)
    named = _PATTERNS.named_behind.search(text, lead, start)
    if named is not None and is_one(named["noun"]) and _PATTERNS.closes_named_behind.match(text, name.end):
        return named.span("role") if _PATTERNS.of_work.search(text, *sentence) is None else None
    aged = _PATTERNS.aged_and_somebodys.search(text, lead, start)
    if aged is None or _PATTERNS.closes_named.match(text, name.end) is None:
        return None
    return aged.span("role") if is_noun(aged["role"].rsplit(maxsplit=1)[-1]) else None


def _identified_role(text: str, name: Name, floor: int, told: re.Match[str]) -> Range | None:
    """All of a description that leads to a name, or nothing: of "The mother of the gunman, who gave her name as Rosa" never the gunman."""
    more = _PATTERNS.shared_between.match(text, name.end)
    if more is not None and text[more.end() : more.end() + 1].isupper():
        return None  # "A nurse and a driver, identified as Ann Lee and Bo Roe"
    noun, behind = told["noun"], set(text[told.end("role") : told.end()].split())
    # "The son of a student, who gave her name as Priya": it may be the student.
    is_other = (noun in MALE_WORDS and behind & FEMALE_WORDS) or (noun in FEMALE_WORDS and behind & MALE_WORDS)
    if is_other or _PATTERNS.inner_description.search(text[floor : told.start()]) is not None:
        return None
    says_whose = told["whose"] and noun in PEOPLE.kin - PEOPLE.generic
    return told.span("role") if is_one(noun) or says_whose else None


def relation_of(text: str, name: Name, floor: int) -> Range | None:
    """What somebody is to somebody else, right before the name: "Her son Cathal", "his deputy Ann Lee". It says less than any role."""
    start = name.title[0] if name.title else name.start
    found = _PATTERNS.related_before.search(text, max(floor, start - REACH), start)
    if found is None:
        return None
    noun = found["noun"]
    is_relation = (noun in PEOPLE.kin and noun not in PEOPLE.generic) or noun in _PATTERNS.relations
    return found.span("role") if is_relation else None


def _serving_role(text: str, name: Name, sentence: Range, floor: int) -> Range | None:
    """Whose servant somebody is said to be right before his name in commas: "A spokesman for Castell, Leo Varga, said"."""
    start = name.title[0] if name.title else name.start
    if not text.endswith(", ", 0, start) or _PATTERNS.closes_serving.match(text, name.end) is None:
        return None
    lead = max(sentence[0], start - REACH)
    found = _PATTERNS.serves.search(text[lead:start])
    if found is None or not has_role_noun(found["noun"]) or _PATTERNS.verbal.search(found["whose"]):
        return None
    begin = lead + found.start("role")
    # "Tom Ash, chairman of the union, Ann Lee and Bo Roe": what stands behind a name and its comma is his.
    is_anothers = sentence[0] < floor <= begin <= floor + len(", ")
    if found["noun"].endswith(_PATTERNS.plural_ending) or is_anothers:
        return None
    return begin, lead + found.end("role")


def _is_only_kin(role: str) -> bool:
    """True for what somebody is to somebody else and no more: "sister", "younger brother", and for "residents" of "one of the residents"."""
    noun = role.rsplit(maxsplit=1)[-1].lower()
    return noun in PEOPLE.kin or noun in PEOPLE.generic


def _pleading_role(text: str, name: Name, sentence: Range) -> Range | None:
    """For whom somebody is said to plead: "Ann Lee, for the prosecution, said", "Defending, Ann Lee said"."""
    start = name.title[0] if name.title else name.start
    before = _PATTERNS.pleads_before.fullmatch(text, sentence[0], start)
    if before is not None and _PATTERNS.pleads_then.match(text, name.end, sentence[1]):
        return before.span("role")
    after = _PATTERNS.pleads_after.match(text, name.end, sentence[1])
    return after.span("role") if after is not None else None


def _office_for(text: str, name: Name, floor: int) -> Range | None:
    """An office and what it is for, right before a full name: "committee member for safety Ann Lee"."""
    if name.title or " " not in name.text:
        return None
    found = _PATTERNS.office_for.search(text, max(floor, name.start - REACH), name.start)
    if found is None or any(is_noun(word) for word in found["group"].split()):
        return None
    # "She met the member for lunch Ann Lee had invited": a deed stands inside.
    is_one = _PATTERNS.ends_group.isdisjoint(found["before"].lower().split())
    return found.span("role") if is_one and not _PATTERNS.verbal.search(found["before"]) else None


def told_behind(text: str, name: Name, sentence: Range) -> Range | None:
    """What is said with an article, in commas, of somebody who is only described: "The whistleblower, a former teller, won"."""
    opened = _PATTERNS.described_after.match(text, name.end, sentence[1])
    is_told = opened is not None and (opened["article"] or "").strip() in _PATTERNS.indefinite
    # "The son of a teacher, a nurse, left": it may be the teacher. "Two teenagers, a boy of 16 and": what each of several is, is no role of all.
    is_open = _PATTERNS.behind_head.search(f"{name.text} ") is not None or name.text.endswith(_PATTERNS.plural_ending)
    role = _after(text, name, sentence) if is_told and not is_open else None
    if role is None:
        return None
    words = text[slice(*role)]
    says_little = _is_only_kin(_PATTERNS.behind_head.split(words, maxsplit=1)[0])
    return role if (heads_a_role(words) or heads_a_noun(words)) and not says_little else None


def said_to_be(text: str, name: Name, sentence: Range) -> Range | None:
    """What a sentence that opens on a full name says somebody is: "Ann Lee, 40, is a lawyer and first-time candidate."."""
    start = name.title[0] if name.title else name.start
    made = _PATTERNS.made_behind.match(text, name.end, sentence[1])
    if made is not None and heads_a_role(made["role"]):
        return made.span("role")
    found = _PATTERNS.is_said_to_be.match(text, name.end, sentence[1])
    if start != sentence[0] or found is None:
        return None
    is_kin = _is_only_kin(_PATTERNS.behind_head.split(found["role"], maxsplit=1)[0])
    is_role = heads_a_role(found["role"]) or heads_a_noun(found["role"])
    return found.span("role") if is_role and not is_kin else None


def _before_possessor(text: str, floor: int) -> int:
    """Where the last word of the name before begins, if it is a possessor: "Lakhani" of "Lakhani's brother"."""
    if text[floor : floor + 2] not in GENITIVES:
        return floor
    return text.rfind(" ", 0, floor) + 1


def _whole(text: str, name: Name, role: Range | None, floor: int) -> Range | None:
    """A role with the nouns before it that belong to it: "city fire chief"; without one, any noun right before a full name."""
    start = name.title[0] if name.title else name.start
    if role is not None:
        role = (role[0] + _behind_deed(text[slice(*role)]), role[1])
        more = group_before(text, role[0], floor, is_role=True) if text[role[0]].islower() else None
        return (more[0], role[1]) if more is not None else role
    group = group_before(text, start, floor) if " " in name.text and not name.title else None
    if group is None or not may_be_somebody(text[group[0] : group[1]].rsplit(maxsplit=1)[-1]):
        return None
    return group


def _behind_deed(role: str) -> int:
    """Where a role begins behind a participle that opens its sentence: "Answering Bishop Lee", never in "Acting Mayor Lee"."""
    first, _, rest = role.partition(" ")
    is_deed = (
        bool(rest)
        and first.endswith(_PATTERNS.participle_ending)
        and _PATTERNS.behind_preposition.search(f"{first} ") is not None
    )
    return len(first) + 1 if is_deed else 0


def _is_only_a_rank(role: str) -> bool:
    return all(word in PEOPLE.only_ranks for word in role.replace(".", "").lower().split())


def _is_anothers(text: str, name: Name, floor: int) -> bool:
    """True for somebody whose relative or servant a sentence is about: what follows may tell of him, "The brother of Ann Lee, a former spy,"."""
    start = name.title[0] if name.title else name.start
    found = _PATTERNS.somebody_of.fullmatch(text, floor, start)
    return found is not None and is_noun(found["noun"])


def _is_of_next(text: str, role: Range, ceiling: int | None) -> bool:
    """True for what belongs to the next name: "Ann Lee, city engineer Tom Ash and supplier Bo Roe conspired"."""
    if ceiling is None or not role[0] < ceiling <= role[1]:
        return False
    words = text[role[0] : ceiling].strip()
    if not words or _PATTERNS.parts_group.search(words):
        return False
    last = words.rsplit(maxsplit=1)[-1]
    return has_role_noun(last) or may_be_somebody(last)


def _after(text: str, name: Name, sentence: Range, ceiling: int | None = None) -> Range | None:
    end = min(sentence[1], name.end + 180)
    office = _PATTERNS.office_after.match(text, name.end, end)
    if office is not None:
        return office.span("role")
    match = _PATTERNS.described_after.match(text, name.end, end)
    if match is None:
        return None
    role = _PATTERNS.ends_role.sub("", match["role"]).rstrip()
    if role.split(maxsplit=1)[0] in SPEECH_VERBS and not match["article"]:
        return None  # "Ann Lee, 55, told police"
    if len(role.split()) > _MAX_WORDS_AFTER:
        # "a biologist at the Climate and Ocean Centre in Nuuk and lead author of the study": the first part is enough.
        role = role[: max((part.start() for part in _PATTERNS.joins_parts.finditer(role)), default=len(role))]
    kept = (match["article"] or "").strip() in _PATTERNS.kept_articles
    start = match.start("article") if kept else match.start("role")
    described = RoleDescription(role, (match["article"] or "").strip())
    note_beside(name, f"“{role}” behind it", description_rules(), described)
    if explain_description(described).verdict != ROLE or _is_anothers(text, name, sentence[0]):
        return None
    found = (start, match.start("role") + len(role))
    credit = _CREDITED.match(text, found[1])
    if credit is not None and credit[1] in SPEECH_VERBS:
        return None  # "The driver was Ann Lee, 40, police said."
    return None if _is_of_next(text, found, ceiling) else found
