"""Whom a description may mean: "the mayor of Harwick" somebody who is no other mayor, "the police" no person, "the bank" no union beside a bank."""

from __future__ import annotations

from typing import Final

from summarize.article import Span
from summarize.findings import Participant
from summarize.gazetteer import given_name_gender
from summarize.grounding.index import MAX_WINDOW, Index, whole
from summarize.languages import people_patterns, words
from summarize.languages.grounding import grounding

_WORDS: Final = grounding("en")
_PEOPLE: Final = words.people("en")
_NAMES: Final = words.names("en")
_TRADE: Final = people_patterns.role_patterns("en").trade
_PERSONS: Final = _PEOPLE.nouns | _PEOPLE.titles
_BODIES: Final = _NAMES.organisation_nouns | _NAMES.texts
_LEAD: Final = 60
_OWNERS: Final = ("'s", "’s", "s'", "s’")


def may_be_called(index: Index, number: int, span: Span, before: int) -> bool:
    """True if a participant may be whom the description at a span means, beside words of speech that begin at `before`.

    Where the names and roles of the article give somebody the noun of the description, it is one of them; where two have it, neither.
    Else any person may be "the mayor", of bodies the one that was named last.
    """
    participant = index.findings.participants[number - 1]
    head, around, behind = _parts(index.slice(span))
    noun = head.casefold()
    if noun in _WORDS.no_person and _WORDS.impersonal.match(index.text, span.end):
        return True
    if noun in _WORDS.no_person:
        return participant.kind != "person" and (participant.kind != "organisation" or _is_last(index, number, before))
    here = {mention.participant for mention in index.mentions_over(span.start, span.end)}
    called, others = _participants_having(index, noun, around, behind)
    # The words may make somebody take part who has no name: he is nobody else whom they mean.
    called = [one for one in called if one not in here or index.findings.participants[one - 1].kind != "unnamed"]
    if called or number in others:
        return called == [number]
    if participant.kind == "person":
        is_open = _is_a_persons(head, around) and not _is_introduced(index, noun, span.start)
        return is_open and is_of_gender(participant, _gender(noun))
    is_a_bodys = noun in _BODIES or noun in _NAMES.body_roles or noun not in _PERSONS
    return participant.kind == "organisation" and is_a_bodys and _is_last(index, number, before)


def is_of_gender(participant: Participant, wanted: str | None) -> bool:
    """False for a person with a given name of the other gender alone; `wanted` is m, f or None."""
    return wanted is None or given_name_gender(participant.name.split()[0]) in {None, "u", wanted}


def _is_last(index: Index, number: int, before: int) -> bool:
    bodies = [one.number for one in index.findings.participants if one.kind == "organisation"]
    last = {one: index.last_named(one, before) for one in bodies}
    return number in last and last[number] == max(last.values())


def _parts(phrase: str) -> tuple[str, list[str], str]:
    """The noun that a description hangs on, the words before it without the first article, and what stands behind."""
    behind = _WORDS.behind_noun.search(phrase)
    before = (phrase[: behind.start()] if behind else phrase).split()
    if len(before) > 1 and before[0].casefold() in _WORDS.description_openers:
        del before[0]
    return (before[-1] if before else ""), before[:-1], phrase[behind.start() :] if behind else ""


def _participants_having(index: Index, noun: str, around: list[str], behind: str) -> tuple[list[int], set[int]]:
    """The participants that have a description's noun: those whom it may mean, and those who have it of another office or town.

    The first are narrowed to those with its other words too, and to those with no more words than it has: "the governor" is no deputy governor.
    """
    wanted = _without_owners(around) | {noun}
    fitting: dict[int, set[str]] = {}
    others: set[int] = set()
    for one in index.findings.participants:
        for part in _descriptions(one):
            head, before, rest = _parts(part)
            has = _without_owners(before) | {head.casefold()} if one.kind == "person" else set(part.casefold().split())
            if noun != head.casefold() and (one.kind == "person" or noun not in has):
                continue
            named, theirs = _capitals(behind), _capitals(rest)
            is_anothers = bool(named) and bool(theirs) and not named & theirs
            if one.kind == "person" and (is_anothers or (wanted ^ has) & _WORDS.other_office):
                others.add(one.number)
            else:
                fitting.setdefault(one.number, set()).update(has)
    close = [number for number, has in fitting.items() if has >= wanted] or list(fitting)
    just = [number for number in close if fitting[number] == wanted]
    return just or close, others - set(fitting)


def _without_owners(words: list[str]) -> set[str]:
    """Words before a noun in lower case, without whose it is."""
    return {word.casefold() for word in words if not word.endswith(_OWNERS)}


def _is_introduced(index: Index, noun: str, before: int) -> bool:
    """True if somebody is brought in without a name by a noun: "a government official", so that "the official" is nobody named."""
    low = max(0, before - MAX_WINDOW)
    return any(
        _WORDS.introducing.search(index.text, max(0, found.start() - _LEAD), found.start())
        for found in whole(noun, ignore_case=True).finditer(index.text, low, before)
    )


def _descriptions(participant: Participant) -> list[str]:
    """What the article calls a participant: each role, a body's name, and the word that opens a person's: "Pope Francis"."""
    roles = _WORDS.between_roles.split(participant.role) if participant.role else []
    name = participant.name if participant.kind != "person" else participant.name.split()[0]
    return [one for one in (*roles, name) if one.strip()]


def _capitals(words: str) -> set[str]:
    return {word.strip(",.;").removesuffix("’s").removesuffix("'s") for word in words.split() if word[0].isupper()}


def _is_a_persons(head: str, around: list[str]) -> bool:
    """True for "mayor" and "woman", which nobody is called in the article; neither for "police" or "guards" nor for "Prime Minister", an office of one."""
    noun = head.casefold()
    if noun in _PEOPLE.groups or _WORDS.plural.search(noun) or any(word[0].isupper() for word in around):
        return False
    if _WORDS.aged.fullmatch(noun) or noun in _PERSONS:
        return True
    return noun not in _BODIES and noun not in _PEOPLE.not_trades and _TRADE.fullmatch(head) is not None


def _gender(noun: str) -> str | None:
    return "m" if noun in _PEOPLE.male else "f" if noun in _PEOPLE.female else None
