"""Names in a statement: each is its evidence's, or the full form of one there, or at least stands in the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from summarize.gazetteer import country_code, given_name_gender, is_city, is_known_everywhere, people_of
from summarize.grounding.statements.basis import Basis, Passage
from summarize.grounding.statements.lexicon import ABBREVIATED, MONTHS, SMALL, STARTERS, WEEKDAYS
from summarize.grounding.statements.roots import Vocabulary
from summarize.text.tokens import Token, starts

_NOUN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_TITLE_SHARE: Final = 0.6


@dataclass(slots=True)
class Names:
    """The names of a statement: one that nothing bears out, and how the others stand."""

    unknown: str | None = None
    is_elsewhere: bool = False
    """Some name stands only elsewhere in the article."""
    other_words: set[int] = field(default_factory=set)
    """Indices of the tokens whose name the evidence has in other words: initials, a short title, a people for its country."""


def names_of(text: Passage, basis: Basis, known: frozenset[str], forms: Vocabulary) -> Names:
    """The names of a statement, up to the first that the article does not bear out.

    Args:
        text: the statement.
        basis: its evidence.
        known: the words of the evidence.
        forms: the same, asked for other forms.
    """
    sequence = text.tokens
    openings = starts(sequence)
    found = Names()
    is_titled = _is_title_case(sequence)
    counted = frozenset(index for figure in text.figures for index in range(figure.at, figure.until))
    for index, token in enumerate(sequence):
        lower = token.lower
        if not token.is_capital or index in counted or (len(token.text) == 1 and lower in {"a", "i"}):
            continue
        if lower in known or lower in basis.named or lower in MONTHS or lower in WEEKDAYS:
            continue
        if basis.language in _NOUN_CAPITALS and not _is_listed(token):
            continue
        if ABBREVIATED.get(lower) in known or _stands_for(token, sequence, index, basis):
            found.other_words.add(index)
            continue
        if index in openings or is_titled:
            if lower in SMALL or lower in STARTERS or (lower not in basis.elsewhere() and lower in basis.plain()):
                continue
            if _follows_alone(sequence, index) and forms.holds(lower) and not _is_listed(token):
                continue
            if index in openings and not basis.is_english and not _is_listed(token):
                continue
        elif forms.holds(lower) and not _is_listed(token) and lower in basis.plain():
            continue
        code = people_of(token.text) or country_code(_run(sequence, index)) or country_code(token.text)
        is_elsewhere = (code is not None and code in basis.countries()) or lower in basis.elsewhere()
        if not is_elsewhere or _replaces(sequence, index, basis):
            found.unknown = token.text
            return found
        found.is_elsewhere = True
    return found


def mixed_name(sequence: list[Token], basis: Basis) -> str | None:
    """A name made of one person's given name and another's family name, None if there is none."""
    people = basis.people
    for index in range(len(sequence) - 1):
        first, second = sequence[index], sequence[index + 1]
        if not (first.is_capital and second.is_capital) or second.start != first.end + 1:
            continue
        one, other = people.get(first.lower), people.get(second.lower)
        if one and other and not one & other and given_name_gender(first.text) is not None:
            return f"{first.text} {second.text}"
    return None


def foreign_name(text: Passage, basis: Basis) -> str | None:
    """A name in a translation that the article does not have, None if there is none.

    Lenient, for places change their names with the language: two capitals in a row that the article has nowhere, or a given name of
    the gazetteer with a name behind it, or a city of its list.
    """
    sequence = text.tokens
    openings = starts(sequence)
    letters = [
        token
        for index, token in enumerate(sequence)
        if token.is_word and index not in openings and token.text[0].lower() != token.text[0].upper()
    ]
    share = sum(token.is_capital for token in letters) / len(letters) if letters else 0.0
    held = basis.elsewhere()
    for index, token in enumerate(sequence):
        if not token.is_capital or token.lower in held or len(token.text) < 2:
            continue
        following = sequence[index + 1] if index + 1 < len(sequence) else None
        is_run = (
            following is not None
            and following.is_capital
            and following.start == token.end + 1
            and following.lower not in held
            and len(following.text) > 1
        )
        if is_run and following is not None:
            if (
                given_name_gender(token.text) is not None
                and given_name_gender(following.text) is None
                and country_code(f"{token.text} {following.text}") is None
            ):
                return f"{token.text} {following.text}"
            if share < 0.25 and index not in openings:
                return f"{token.text} {following.text}"
        if (
            share < 0.25
            and index not in openings
            and is_city(token.text)
            and is_known_everywhere(token.text)
            and country_code(token.text) is None
        ):
            return token.text
    return None


def _replaces(sequence: list[Token], index: int, basis: Basis) -> bool:
    """True if the evidence has another name behind the same two words: "born in Narvik", not "born in Bergen"."""
    if index < 2:
        return False
    before = (sequence[index - 2].lower, sequence[index - 1].lower)
    return any(
        (passage.tokens[at].lower, passage.tokens[at + 1].lower) == before and passage.tokens[at + 2].is_capital
        for passage in basis.passages
        for at in range(len(passage.tokens) - 2)
    )


def _is_listed(token: Token) -> bool:
    """True if a list of places, peoples or given names has it."""
    return (
        given_name_gender(token.text) is not None
        or is_known_everywhere(token.text)
        or people_of(token.text) is not None
        or is_city(token.text)
    )


def _is_title_case(sequence: list[Token]) -> bool:
    long = [token for token in sequence if token.is_word and len(token.text) > 3]
    return len(long) >= 4 and sum(token.is_capital for token in long) > _TITLE_SHARE * len(long)


def _follows_alone(sequence: list[Token], index: int) -> bool:
    """True if no capital follows: "Ravenna Holdings" is a name, "Ravens" may be birds."""
    return index + 1 >= len(sequence) or not sequence[index + 1].is_capital or _is_title_case(sequence)


def _run(sequence: list[Token], index: int) -> str:
    """The run of capitals around a token, as one name."""
    first = last = index
    while first > 0 and sequence[first - 1].is_capital and index - first < 4:
        first -= 1
    while last + 1 < len(sequence) and sequence[last + 1].is_capital and last - index < 4:
        last += 1
    return " ".join(token.text for token in sequence[first : last + 1])


def _stands_for(token: Token, sequence: list[Token], index: int, basis: Basis) -> bool:
    """True for the initials of a run of capitals in the evidence, or another name of a country there."""
    bare = token.text.replace(".", "")
    if 2 <= len(bare) <= 6 and bare.isupper():
        for passage in basis.passages:
            if bare in _initials(passage.tokens):
                return True
    code = country_code(_run(sequence, index)) or country_code(token.text) or people_of(token.text)
    if code is None:
        return False
    return any(code in _codes(passage.tokens) for passage in basis.passages)


def _initials(sequence: list[Token]) -> frozenset[str]:
    found: set[str] = set()
    letters = ""
    gap = 0
    for token in sequence:
        if token.is_capital:
            letters += token.text[0]
            gap = 0
            found.update(letters[at:] for at in range(len(letters)))
        elif token.lower in {"of", "the", "and", "for"} and gap < 2:
            gap += 1
        else:
            letters = ""
    return frozenset(found)


def _codes(sequence: list[Token]) -> frozenset[str]:
    found: set[str] = set()
    for index, token in enumerate(sequence):
        if token.is_capital:
            code = people_of(token.text) or country_code(token.text)
            if code is None and index + 1 < len(sequence) and sequence[index + 1].is_capital:
                code = country_code(_run(sequence, index))
            if code is not None:
                found.add(code)
    return frozenset(found)
