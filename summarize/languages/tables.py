"""The tables of `languages/`: read once, and checked as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Final

from msgspec import Struct

from summarize.expressions import expression
from summarize.languages.loader import Pattern, Table, TableError, document, load
from summarize.languages.needs import lowered
from summarize.languages.packs import has_pack, path_of

ANY_LANGUAGE: Final = "*"
table: Final = document
"""A table as its file holds it, by the file's name below `languages/`."""


class Inset(Struct, frozen=True):
    """Words of attribution that stand inside quotation marks in a language."""

    language: str
    but: frozenset[str]
    """Languages that "*" does not stand for."""
    pattern: re.Pattern[str]
    example: str
    counter_example: str


class InsetRow(Table):
    """The same in a package's table of one language: all that it holds is of this language."""

    pattern: Pattern
    example: str
    counter_example: str


class InsetWords(Table):
    """`insets.toml` of a package that brings a language."""

    inset: tuple[InsetRow, ...]


@cache
def insets() -> tuple[Inset, ...]:
    """The rows of `insets.toml`."""
    return tuple(
        Inset(
            row["language"],
            frozenset(row.get("but", "").split()),
            expression(row["pattern"]),
            row["example"],
            row["counter_example"],
        )
        for row in table("insets.toml")["inset"]
    )


@cache
def insets_of(language: str | None) -> tuple[re.Pattern[str], ...]:
    """The patterns that hold for a language, those of its pack among them; those of every language if it is not known."""
    own = load(InsetWords, f"{language}/insets.toml").inset if language and has_pack(language, "insets.toml") else ()
    return (
        *(row.pattern for row in insets() if row.language in {ANY_LANGUAGE, language} and language not in row.but),
        *(row.pattern for row in own),
    )


@cache
def abbreviations(language: str | None) -> frozenset[str]:
    """Short forms of a language that end in a stop, in lower case and without it; empty where none are listed."""
    if language and has_pack(language, "abbreviations.toml"):
        lists = word_lists(f"{language}/abbreviations.toml", "words")
        if lists.keys() != {"abbreviations"}:
            raise TableError(
                f"{language}/abbreviations.toml", "words", "the list `abbreviations` is needed, and no other"
            )
        return lists["abbreviations"]
    return frozenset(str(table("abbreviations.toml").get(language or "", "")).split())


@cache
def has_table(name: str) -> bool:
    """True if there is a file of that name below `languages/`."""
    return path_of(name).is_file()


@cache
def word_lists(name: str, section: str) -> dict[str, frozenset[str]]:
    """The lists of one section of a table, each a string in which words are parted by white space.

    Raises:
        TableError: the table has no such section, or it holds something else than strings.
    """
    lists: dict[str, frozenset[str]] = {}
    held = table(name).get(section)
    if not isinstance(held, dict):
        raise TableError(name, section, "a table of lists of words is needed")
    for key, words in held.items():
        if not isinstance(words, str):
            raise TableError(name, f"{section}.{key}", "a string of words is needed")
        lists[key] = frozenset(words.split())
    return lists


def pattern(name: str, key: str) -> re.Pattern[str]:
    """An expression of a table's section `patterns`, compiled when it is first used. A line end and the white space behind it are no part of it."""
    return expression(re.sub(r"\n\s*", "", table(name)["patterns"][key]))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"


class Kept:
    """Words of one kind that no shorter sentence may lose, with a sentence that shows why."""

    def __init__(self, kind: str, words: str, why: str, example: str, lost: str) -> None:
        """A row of `kept_words.toml`; `why` is what the words do in a sentence, to end "it leaves out …, " with."""
        self.kind, self.words, self.why, self.example, self.lost = kind, words, why, example, lost

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What any of them is found by."""
        return any_of(self.words)

    @cached_property
    def _looks(self) -> frozenset[str]:
        """Of each word or phrase, what stands in every text that has it."""
        phrases = lowered(self.words).replace("n't", "n't,n’t").split(",")
        return frozenset(max(re.split(r"[\s*]+", phrase), key=len) for phrase in phrases)

    def stand_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """True if one of them stands in `text[start:end]`."""
        end = len(text) if end is None else end
        low = lowered(text[start:end])
        return any(map(low.__contains__, self._looks)) and self.pattern.search(text, start, end) is not None


@cache
def kept_words(language: str) -> tuple[Kept, ...]:
    """The rows of a language's `kept_words.toml`; `*` in a row stands for the rest of a word."""
    return tuple(Kept(**row) for row in table(f"{language}/kept_words.toml")["kept"])


def any_of(words: str) -> re.Pattern[str]:
    """A pattern for any of some words or phrases, parted by commas; `*` is the rest of a word, and `n't` an ending."""
    phrases = (re.escape(" ".join(word.split())) for word in words.split(","))
    bodies = [p.replace(r"\*", r"[\w’'-]*").replace(r"\ ", r"\s").replace("n't", "n['’]t") for p in phrases]
    endings = "".join(f"|{body}" for body in bodies if body.startswith("n["))
    whole = "|".join(body for body in bodies if not body.startswith("n["))
    # What must not stand before a word is written once: an expression with it before each of sixty words takes long to compile.
    return re.compile(rf"(?:(?<![\w’'-])(?:{whole}){endings})(?!\w)", re.IGNORECASE)
