"""The tables of `languages/`: read once, and checked as they are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from summarize.languages.packs import has_pack, path_of

ANY_LANGUAGE: Final = "*"


@dataclass(frozen=True, slots=True)
class Inset:
    """Words of attribution that stand inside quotation marks in a language."""

    language: str
    but: frozenset[str]
    """Languages that "*" does not stand for."""
    pattern: re.Pattern[str]
    example: str
    counter_example: str


@cache
def insets() -> tuple[Inset, ...]:
    """The rows of `insets.toml`."""
    return tuple(
        Inset(
            row["language"],
            frozenset(row.get("but", "").split()),
            re.compile(row["pattern"]),
            row["example"],
            row["counter_example"],
        )
        for row in table("insets.toml")["inset"]
    )


@cache
def insets_of(language: str | None) -> tuple[re.Pattern[str], ...]:
    """The patterns that hold for a language, those of its pack among them; those of every language if it is not known."""
    own = table(f"{language}/insets.toml")["inset"] if language and has_pack(language, "insets.toml") else []
    return (
        *(row.pattern for row in insets() if row.language in {ANY_LANGUAGE, language} and language not in row.but),
        *(re.compile(row["pattern"]) for row in own),
    )


@cache
def abbreviations(language: str | None) -> frozenset[str]:
    """Short forms of a language that end in a stop, in lower case and without it; empty where none are listed."""
    if language and has_pack(language, "abbreviations.toml"):
        return word_lists(f"{language}/abbreviations.toml", "words")["abbreviations"]
    return frozenset(str(table("abbreviations.toml").get(language or "", "")).split())


@cache
def table(name: str) -> dict[str, Any]:
    """A table as its file holds it, by the file's name below `languages/`."""
    return tomllib.loads(path_of(name).read_text(encoding="utf-8"))


@cache
def has_table(name: str) -> bool:
    """True if there is a file of that name below `languages/`."""
    return path_of(name).is_file()


@cache
def word_lists(name: str, section: str) -> dict[str, frozenset[str]]:
    """The lists of one section of a table, each a string in which words are parted by white space.

    Raises:
        KeyError: the table has no such section.
        TypeError: the section holds something else than strings.
    """
    lists: dict[str, frozenset[str]] = {}
    for key, words in table(name)[section].items():
        if not isinstance(words, str):
            raise TypeError(f"languages/{name}: {section}.{key}: a string of words is needed")
        lists[key] = frozenset(words.split())
    return lists


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of one kind that no shorter sentence may lose, with a sentence that shows why."""

    kind: str
    pattern: re.Pattern[str]
    why: str
    """What they do in a sentence, to end "it leaves out …, " with."""
    example: str
    lost: str


@cache
def kept_words(language: str) -> tuple[Kept, ...]:
    """The rows of a language's `kept_words.toml`; `*` in a row stands for the rest of a word."""
    return tuple(
        Kept(row["kind"], any_of(str(row["words"])), row["why"], row["example"], row["lost"])
        for row in table(f"{language}/kept_words.toml")["kept"]
    )


def any_of(words: str) -> re.Pattern[str]:
    """A pattern for any of some words or phrases, parted by commas; `*` is the rest of a word, and `n't` an ending."""
    phrases = (re.escape(" ".join(word.split())) for word in words.split(","))
    bodies = [p.replace(r"\*", r"[\w’'-]*").replace(r"\ ", r"\s").replace("n't", "n['’]t") for p in phrases]
    endings = "".join(f"|{body}" for body in bodies if body.startswith("n["))
    whole = "|".join(body for body in bodies if not body.startswith("n["))
    # What must not stand before a word is written once: an expression with it before each of sixty words takes long to compile.
    return re.compile(rf"(?:(?<![\w’'-])(?:{whole}){endings})(?!\w)", re.IGNORECASE)
