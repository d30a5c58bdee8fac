"""The people of an article in another language: those who say something, and those whom a model finds, each with all its mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from summarize.article import Span
from summarize.findings import Mention, Participant
from summarize.languages.declensions import Cases, Declension

_HEAD = re.compile(r"(?<!\w)(?:\w+|[^\w\s])")
"""What a name begins with: a word, or a mark behind none."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Participants and their mentions, both numbered from 1 in text order, and the participant of each form of a name."""

    participants: tuple[Participant, ...]
    mentions: tuple[Mention, ...]
    numbers: dict[str, int]


def cast_of(text: str, speakers: Sequence[str], people: Sequence[str], declension: Declension) -> Cast:
    """The people of an article.

    Args:
        text: the article's text.
        speakers: whole names of those who say something; their form of a name is the participant's.
        people: whole names of others who are persons.
        declension: how names are declined in the language, so that two forms may be one person's.
    """
    forms = _persons(speakers, people, declension)
    places = sorted((start, end, forms[form]) for form, start, end in _places(text, forms))
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


def _places(text: str, forms: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Where each form of a name stands, looked for only where its first word does."""
    starts: dict[str, list[int]] = defaultdict(list)
    for match in _HEAD.finditer(text):
        starts[match.group()].append(match.start())
    for form in forms:
        head = _HEAD.match(form)
        pattern = re.compile(rf"{re.escape(form).replace(chr(92) + ' ', chr(92) + 's+')}(?!\w)")
        for start in starts[head.group()] if head else ():
            if found := pattern.match(text, start):
                yield form, start, found.end()


def _persons(speakers: Sequence[str], people: Sequence[str], declension: Declension) -> dict[str, str]:
    """The person that each form of a name stands for; parts of a name that is there are left out.

    A speaker's form is a nominative. Another is the person's of whose name it can be a case; a case of two people's names is nobody's.
    """
    found = {form: form for form in speakers}
    others = _without_parts(found, people)
    nominatives = {form: _nominatives(form, declension) for form in others}
    named = {form: form for form in (*found, *others)}
    # What is surely nobody else's comes first: "Ивана Петрова" is told from "Иван Петров" before "Ивану Петрову" is.
    for form in sorted(others, key=lambda other: len(nominatives[other] & named.keys())):
        persons = {found.get(named[each], named[each]) for each in nominatives[form] & named.keys()}
        if len(persons) > 1:
            continue
        found[form] = persons.pop() if persons else form
        for each in nominatives[form]:
            named.setdefault(each, found[form])
    return found


def _without_parts(speakers: Iterable[str], people: Sequence[str]) -> list[str]:
    """People who are no speakers, without what is a part of a name before, or has one as its part."""
    by_word: dict[str, list[set[str]]] = defaultdict(list)
    kept: list[str] = []
    known = frozenset(speakers)
    for form in dict.fromkeys((*speakers, *people)):
        words = set(form.split())
        if form not in known:
            if any(words <= each or words >= each for word in words for each in by_word[word]):
                continue
            kept.append(form)
        for word in words:
            by_word[word].append(words)
    return kept


def _nominatives(form: str, declension: Declension) -> set[str]:
    """The names that a form can be a case of; none for one that can be a man's or a woman's, whose given names an ending alone parts."""
    men, women = set(_cases(form, declension.men)), set(_cases(form, declension.women))
    given = {name.split()[0].lower() for name in (form, *women)}
    return set() if men and not given.isdisjoint(declension.paired) else men | women


def _cases(form: str, rows: Sequence[Cases]) -> Iterator[str]:
    """The nominatives of which a form can be another case, the same one in all its words; its first word always changes."""
    given, *rest = form.split()
    for case in range(len(rows[0].others) if rows else 0):
        first = [name for name in _nominatives_of(given, rows, case) if name != given]
        if first:
            yield from map(" ".join, product(first, *(_nominatives_of(word, rows, case) for word in rest)))


def _nominatives_of(word: str, rows: Sequence[Cases], case: int) -> list[str]:
    """What a word can be in the nominative, if it stands in some case."""
    return [
        word.removesuffix(ending) + nominative
        for row in rows
        for nominative in row.nominatives
        for ending in ((nominative if each is None else each) for each in row.others[case])
        if word.endswith(ending) and len(word) > len(ending)
    ]
