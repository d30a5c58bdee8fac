"""What is looked for: words, phrases in quotation marks, speaker:, outlet: and name:, and - before what must not be there.

Whatever a user types is a query: the index's own syntax never gets to see it but in quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from summarize.article import without_surrogates
from summarize.errors import UsageError

Field = Literal["text", "speaker", "outlet", "name"]
_FIELDS: Final[tuple[Field, ...]] = ("text", "speaker", "outlet", "name")
_TERM: Final = re.compile(
    r"(?P<no>-?)(?:(?P<field>[A-Za-z]+):)?(?:[\"“”„](?P<phrase>[^\"“”„]*)[\"“”„]?|(?P<word>[^\s\"“”„]+))"
)
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MAX_TERMS: Final = 50


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for, or that must not be there."""

    field: Field
    text: str
    is_excluded: bool = False

    @property
    def phrase(self) -> str:
        """As the index takes it: a phrase, in which nothing is syntax. A word that ends in * stands for all that begin so."""
        text = self.text
        begins = text.endswith("*") and has_word(text)
        quoted = '"' + as_index_text(text.rstrip("*")).replace('"', '""') + '"'
        return f"{quoted} *" if begins else quoted


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, all of it together."""

    terms: tuple[Term, ...]
    since: str | None = None
    """The first day, month or year, ISO."""
    until: str | None = None
    """The last one."""
    kinds: tuple[str, ...] = field(default=())
    """Only what is of one of these; empty: everything that is said."""


def query_of(written: str, since: str | None = None, until: str | None = None, kinds: tuple[str, ...] = ()) -> Query:
    """The query that a user wrote.

    Raises:
        UsageError: it looks for nothing, or for too much, or a date is none.
    """
    terms = [
        term
        for found in _TERM.finditer(without_surrogates(written).replace("\0", " "))
        if (term := _term(found)) is not None
    ]
    if not any(not term.is_excluded for term in terms):
        raise UsageError(f'{written!r} holds no word to look for: give words, a "phrase", or speaker:NAME')
    if len(terms) > _MAX_TERMS:
        raise UsageError(f"a search takes {_MAX_TERMS} words at most, not {len(terms)}")
    for name, value in (("--since", since), ("--until", until)):
        if value is not None and not _is_date(value):
            raise UsageError(f"{name} takes a year, month or day such as 2026, 2026-01 or 2026-01-31, not {value!r}")
    return Query(tuple(terms), since, until, kinds)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return value < "9999"


def _term(found: re.Match[str]) -> Term | None:
    text = found["phrase"] if found["phrase"] is not None else found["word"]
    named = found["field"]
    field_name: Field = "text"
    for each in _FIELDS:
        if named is not None and each == named.lower():
            field_name = each
    if named is not None and field_name != named.lower():
        # No field of ours: a word with a colon in it.
        text = f"{named}:{text}"
    return Term(field_name, text, bool(found["no"])) if has_word(text) else None


# Ideographs, kana, Thai, Lao, Khmer and Burmese.
_UNSPACED: Final = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
APART: Final = " \ue000 "
"""Between two names of a row: a word that nobody writes, so that no phrase reaches from one into the other."""
TOKENIZER: Final = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""Marks belong to the letters that they stand with, as in Devanagari; Latin accents make no difference."""


def as_index_text(text: str) -> str:
    """A text as it is put into the index, and looked for there."""
    return _UNSPACED.sub(r" \1 ", text)


def has_word(text: str) -> bool:
    """True if the index would find a word in a text."""
    return any(character.isalnum() for character in text)
