"""The people of an article in another language: those who say something, and those whom a model finds, each with all its mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarize.article import Span
from summarize.findings import Mention, Participant

_STEM, _ENDING = 3, 3
"""Letters that two cases of a name share at least, and those of an ending at most: "Петров", "Петровым"."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Participants and their mentions, both numbered from 1 in text order, and the participant of each form of a name."""

    participants: tuple[Participant, ...]
    mentions: tuple[Mention, ...]
    numbers: dict[str, int]


def cast_of(text: str, speakers: Sequence[str], people: Sequence[str], *, inflected: bool) -> Cast:
    """The people of an article.

    Args:
        text: the article's text.
        speakers: whole names of those who say something; their form of a name is the participant's.
        people: whole names of others who are persons.
        inflected: names are declined in the language, so that two forms may be one person's.
    """
    forms = _persons(speakers, people, inflected=inflected)
    places = sorted(
        (match.start(), match.end(), person)
        for form, person in forms.items()
        for match in re.finditer(rf"(?<!\w){re.escape(form).replace(chr(92) + ' ', chr(92) + 's+')}(?!\w)", text)
    )
    order = {name: number for number, name in enumerate(dict.fromkeys(name for _, _, name in places), 1)}
    mentions = tuple(
        Mention(number=number, span=Span(start=start, end=end), kind="person", participant=order[name])
        for number, (start, end, name) in enumerate(places, 1)
    )
    first = {name: Span(start=start, end=end) for start, end, name in reversed(places) if text[start:end] == name}
    participants = tuple(
        Participant(
            number=number,
            name=name,
            kind="person",
            name_span=first.get(name) or next(mention.span for mention in mentions if mention.participant == number),
            mentions=tuple(mention.number for mention in mentions if mention.participant == number),
        )
        for name, number in order.items()
    )
    return Cast(participants, mentions, {form: order[person] for form, person in forms.items() if person in order})


def _persons(speakers: Sequence[str], people: Sequence[str], *, inflected: bool) -> dict[str, str]:
    """The person that each form of a name stands for, by the form that comes first; parts of a name that is there are left out."""
    found: dict[str, str] = {}
    for form in dict.fromkeys((*speakers, *people)):
        words = set(form.split())
        if form not in speakers and any(words <= set(other.split()) or words >= set(other.split()) for other in found):
            continue
        same = next((person for person in found if inflected and _is_case_of(form, person)), form)
        found[form] = found.get(same, form)
    return found


def _is_case_of(one: str, other: str) -> bool:
    """True if two names may be one in two cases: as many words, which differ in their endings alone."""
    pairs = list(zip(one.split(), other.split(), strict=False))
    return len(one.split()) == len(other.split()) and all(
        (stem := _shared(a, b)) >= _STEM and max(len(a), len(b)) - stem <= _ENDING for a, b in pairs
    )


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
