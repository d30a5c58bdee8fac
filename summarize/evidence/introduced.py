"""Whom the first sentence describes and a later one names: "A bus driver was cleared on Friday. ⏎ Graham Oak, 61, wept in the dock".

Such a name opens its sentence with an age, is the first of the article, and has no role of its own. It takes the description for its role
only if that is the one description of somebody in the first sentence whom it may be, and if neither sentence tells of harm: whoever
is named behind "A guard was shot" may be the one who shot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.unnamed import noun_end
from summarize.evidence.vocabulary import FEMALE_WORDS, LANGUAGE, MALE_WORDS, PEOPLE
from summarize.languages.people_patterns import unnamed_patterns

Range = tuple[int, int]

_P: Final = unnamed_patterns(LANGUAGE)
_WITHIN: Final = 5
"""Sentences in which whom the first describes is named."""


def introduced(text: str, sentences: Sequence[Range], people: Sequence[Entity]) -> tuple[Entity, Range] | None:
    """Who is named behind a first sentence that only describes, and the words of that for the role; None where nobody surely is.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        people: the people that it names, with the roles that stand beside their names.
    """
    if len(sentences) < 2 or not people:
        return None
    lead, (begin, end) = sentences[0], (sentences[1][0], sentences[:_WITHIN][-1][1])
    first = min(people, key=lambda one: one.names[0].start)
    name = first.names[0]
    if first.role is not None or " " not in name.text or not begin <= name.start < end:
        return None
    told = next((one for one in sentences if one[0] == name.start), None)
    age = _P.introduced.match(text, name.end)
    if told is None or age is None or _is_of_another(text, lead, (age.end(), told[1])):
        return None
    meant = [one for one in _described(text, lead) if _may_be(text, one, first, int(age["age"] or age["years"]))]
    # Whom a court sentenced is who is named, whoever else is described: "sentenced a minister for taking bribes from a trader".
    dealt_with = [one for one in meant if _P.introduces.search(text, lead[0], one[0])]
    meant = dealt_with or meant
    if len(meant) != 1 or _head(text, meant[0]) in PEOPLE.generic | PEOPLE.kin:
        return None
    rolled = _P.rolled.match(text, *meant[0])
    is_topic = bool(dealt_with) or meant[0][0] == lead[0]
    return (first, (rolled.end(), meant[0][1])) if rolled is not None and is_topic else None


def _is_of_another(text: str, lead: Range, told: Range) -> bool:
    """True where the name may be of somebody else: who did the harm, who saw it, who is charged with what was done to the one described."""
    is_case = _P.by_law.search(text, *lead) is not None
    return (
        any(_P.harmed.search(text, *part) for part in (lead, told))
        or _P.unsure.search(text, *lead) is not None
        or _P.bears_witness.match(text, *told) is not None
        or (_P.by_law.search(text, *told) is not None and not is_case)
    )


def _described(text: str, lead: Range) -> Iterator[Range]:
    """Each single person whom the first sentence describes, without the article."""
    for opener in _P.introducing.finditer(text, *lead):
        stop = noun_end(text, opener.end(), lead[1], is_bare=False)
        if stop is not None and _head(text, (opener.start(), stop)) not in _P.several:
            yield opener.start(), stop


def _head(text: str, described: Range) -> str:
    """The noun of a description, in lower case."""
    return text[slice(*described)].rsplit(maxsplit=1)[-1].lower()


def _may_be(text: str, described: Range, person: Entity, age: int) -> bool:
    """True where neither gender nor age parts a description from who is named."""
    head = _head(text, described)
    gender = "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
    if None not in {gender, person.gender} and gender != person.gender:
        return False
    told = _P.told_age.search(text, *described) or _P.told_age.match(text, described[1])
    return told is None or int(told[1] or told[2]) == age
