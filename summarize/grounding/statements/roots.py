"""When two words are forms of one: the same word, one family of the lexicon, or one stem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import import_module

from summarize.grounding.statements.lexicon import FAMILY

_ALGORITHMS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish",
    "fr": "french", "de": "german", "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_LONGEST = 40
"""Letters: a longer "word" is left as it is."""


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = _ALGORITHMS.get(language)
    if name is None:
        return str
    # Ten milliseconds, and most cards need no stem.
    stem: Callable[[str], str] = import_module("snowballstemmer").stemmer(name).stemWord
    return stem


@lru_cache(maxsize=50_000)
def root(word: str, language: str = "en") -> str:
    """What the forms of a word (lower case) have in common, in a language by its ISO 639-1 code. Never shown."""
    if language == "en" and (family := FAMILY.get(word)) is not None:
        return family
    if len(word) > _LONGEST:
        return word
    stem = _stemmer(language)(word)
    return FAMILY.get(stem, stem) if language == "en" else stem


def related(one: str, other: str, language: str = "en") -> bool:
    """True if two words (lower case) are forms of one."""
    if one == other:
        return True
    if language == "en":
        if (family := FAMILY.get(one)) is not None and family == FAMILY.get(other):
            return True
        if one in FAMILY and other in FAMILY:
            return False
    # Stems share their beginning: most pairs are told apart without a stemmer.
    return one[:3] == other[:3] and len(one) > 2 and len(other) > 2 and root(one, language) == root(other, language)


class Vocabulary:
    """Words of which one asks whether they hold a form of another."""

    __slots__ = ("_by_start", "_families", "_language", "words")

    def __init__(self, words: Iterable[str], language: str) -> None:
        self.words = frozenset(words)
        self._language = language
        self._families = {FAMILY[word] for word in self.words if word in FAMILY} if language == "en" else set()
        self._by_start: dict[str, list[str]] | None = None

    def holds(self, word: str) -> bool:
        """True if a form of `word` is among them."""
        if word in self.words or (self._language == "en" and FAMILY.get(word) in self._families):
            return True
        if self._by_start is None:
            self._by_start = {}
            for known in self.words:
                self._by_start.setdefault(known[:3], []).append(known)
        return any(related(word, known, self._language) for known in self._by_start.get(word[:3], ()))
