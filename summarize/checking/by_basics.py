"""What a language's basics refuse of a claim in other words than the article's: negation, doubt, graver deeds, numbers, days, plans.

For languages without rules of their own. A claim is held against the clauses of its evidence that share its words; what these rules do not
see is for a judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarize.evidence.neutral.forms import forms_of
from summarize.languages.basics import Basics

_WORD = re.compile(r"[^\W_]+(?:['’](?=\w))?")
_CLAUSE = re.compile(r"(?<=[.!?;:])\s|,\s|\s[–—]\s")
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LONE = 2
"""Words of a part before a comma that is no clause of its own: "Apparently, …"."""
_TELLING = 5
"""Letters of a word by which a clause is told to be of the same matter."""
_ENDS = frozenset(".!?;:")
_STEM = 5
"""Letters that two forms of one word share."""


def refusal_by_basics(claim: str, evidence: str, language: str, basics: Basics) -> str | None:
    """Why a claim is refused; None if nothing is seen.

    Args:
        claim: the claim.
        evidence: the sentences that it rests on.
        language: ISO 639-1 code of both.
        basics: the words of the language.
    """
    said, there = _words(claim), _words(evidence)
    if any(said == _words(sentence) for sentence in _SENTENCE.split(evidence)):
        return None  # word for word
    (near, over), forms = _near(said, evidence, basics), forms_of(language)
    return (
        _calendar(said, there, forms.weekdays, "day")
        or _calendar(said, there, forms.months, "month")
        or _number(said, there, basics)
        or _share(said, there, basics)
        or _grave(said, there, basics)
        or _why_denial_differs(said, [*near, *over], basics)
        or _opposite(said, near, basics)
        or _every(said, there, basics)
        or _doubt(said, [*near, *over], basics)
        or _why_still_to_come(said, near, basics)
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def _near(said: list[str], evidence: str, basics: Basics) -> tuple[list[str], list[str]]:
    """The words of the clauses that share the most telling words with a claim, and those of the clauses that they stand under."""
    telling = _telling_stems(said)
    clauses = list(_clauses(evidence, basics))
    shared = [len(telling & _telling_stems(words)) for words, _ in clauses]
    nearest = [clause for count, clause in zip(shared, clauses, strict=True) if count == max(shared)]
    # Of "they announced | they would appeal" the second is what is told, and the first that somebody tells it.
    nearest = [clause for clause in nearest if not basics.verbs & set(clause[0][-_LONE:])] or nearest
    return [word for words, _ in nearest for word in words], [word for _, over in nearest for word in over]


def _telling_stems(words: list[str]) -> set[str]:
    return {word[:_STEM] for word in words if len(word) >= _TELLING}


def _clauses(evidence: str, basics: Basics) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each clause, and those of the one before it where it stands under that: "suspect | that he had been drinking"."""
    before: list[str] = []
    lone: list[str] = []
    for part in _CLAUSE.split(evidence):
        clause: list[str] = []
        words = [*lone, *_words(part)]
        lone = []
        if len(words) <= _LONE and part[-1:] not in _ENDS:
            lone = words
            continue
        for word in words:
            if (
                clause and word in (basics.that | basics.subordinators) - basics.doubt
            ):  # a condition belongs to its clause
                yield clause, _over(before, clause, basics)
                before, clause = clause, []
            clause.append(word)
        if clause:
            yield clause, _over(before, clause, basics)
            before = clause


def _over(before: list[str], clause: list[str], basics: Basics) -> list[str]:
    """The clause before, if it ends in a word of denial, doubt or saying and the clause depends on that: "the plan that …" does not."""
    denying = basics.negation | basics.doubt
    depends = clause[0] in basics.that and before[-1:] and before[-1] in denying | basics.verbs
    # "denies | having sold it": a verb of saying that denies or doubts needs no word to open what it denies.
    return before if depends or (before and before[-1] in denying & basics.verbs) else []


def _calendar(said: list[str], there: list[str], names: Mapping[str, int], what: str) -> str | None:
    """A day or month that the evidence does not name, where it names another."""
    held = {names[word] for word in there if word in names}
    new = next((word for word in said if word in names and names[word] not in held), None)
    return f"the {what} “{new}” is not in its evidence" if new is not None and held else None


def _number(said: list[str], there: list[str], basics: Basics) -> str | None:
    held = {basics.numbers[word] for word in there if word in basics.numbers} | {
        int(word) for word in there if word.isdecimal()
    }
    articles = basics.articles
    for word in said:
        value = basics.numbers.get(word)
        if value is not None and word not in articles and value not in held:
            return f"the number “{word}” is not in its evidence"
    return None


def _share(said: list[str], there: list[str], basics: Basics) -> str | None:
    """A share that the evidence does not name, where it names another."""
    new = next((word for word in said if word in basics.shares and word not in there), None)
    return f"the share “{new}” is not in its evidence" if new is not None and basics.shares & set(there) else None


def _grave(said: list[str], there: list[str], basics: Basics) -> str | None:
    held = {word[:_STEM] for word in there}
    new = next((word for word in said if word in basics.grave and word[:_STEM] not in held), None)
    return f"its evidence does not say “{new}”" if new is not None else None


def _why_denial_differs(said: list[str], near: list[str], basics: Basics) -> str | None:
    ours, theirs = (any(word in basics.negation for word in words) for words in (said, near))
    if ours == theirs:
        return None
    return "it denies what its evidence says" if ours else "it leaves out a denial"


def _opposite(said: list[str], near: list[str], basics: Basics) -> str | None:
    """A word that says the opposite of one in the evidence, where neither side has both."""
    for pair in basics.opposites:
        ours, theirs = ([{word for word in words if word in side} for side in pair] for words in (said, near))
        for own, other in ((0, 1), (1, 0)):
            if ours[own] and theirs[other] and not ours[other] and not theirs[own]:
                return f"its evidence says “{min(theirs[other])}”, not “{min(ours[own])}”"
    return None


def _every(said: list[str], there: list[str], basics: Basics) -> str | None:
    new = next((word for word in said if word in basics.every), None)
    return f"its evidence does not say “{new}”" if new is not None and not basics.every & set(there) else None


def _doubt(said: list[str], near: list[str], basics: Basics) -> str | None:
    if any(word in basics.doubt for word in said):
        return None
    lost = next((word for word in near if word in basics.doubt), None)
    return f"it leaves out “{lost}”" if lost is not None else None


def _why_still_to_come(said: list[str], near: list[str], basics: Basics) -> str | None:
    """A plan told as done: the evidence has a form of the future and none of the past, and the claim the other way round."""
    forms = [
        (any(word in basics.future for word in words), any(word in basics.past for word in words))
        for words in (said, near)
    ]
    if forms == [(False, True), (True, False)]:
        return "its evidence says that it is to come"
    return None


def nearest_plain(claim: str, sentences: Sequence[str]) -> int | None:
    """The number, from 0, of the sentence that shares the most telling words with a claim; None if none shares any."""
    telling = _telling_stems(_words(claim))
    counts = [len(telling & {word[:_STEM] for word in _words(sentence)}) for sentence in sentences]
    return counts.index(max(counts)) if any(counts) else None
