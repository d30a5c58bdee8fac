"""Words of a text in the form in which two articles' words are compared, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from summarize.languages.stories import grouping
from summarize.text.tokens import UNSPACED

# Accents and vowel signs are part of a word, though no letters.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0971-\u0dff"
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f]")
_LETTERS = rf"(?:[^\W\d_{UNSPACED}]|[{_MARKS}])+"
_TOKEN = re.compile(rf"(?P<run>[{UNSPACED}]+)|(?P<number>\d+(?:[.,]\d+)*)|(?P<word>{_LETTERS}(?:['’]{_LETTERS})*)")
_PLAIN = re.compile(rf"[{UNSPACED}]|(?:[^\W{UNSPACED}]|[{_MARKS}])+")
# What may stand between a sentence's end and the next one's first word.
_OPENS = re.compile(r"(?:^|[.!?…:;•|\n]|[-–—]\s|[\"“”„«»‘(\[])\s*[\"“„«‘'(\[]*\s*$")
_MAX_LENGTH = 40
_REMEMBERED = 20_000
_PRIORS = Path(__file__).parent / "common.txt"


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word or number of a text."""

    stem: str
    """What it is compared by."""
    printed: str
    capital: bool
    """Capitalised where the sentence does not ask for it: most likely part of a name."""
    number: bool = False


def fold(text: str) -> str:
    """Small letters without accents."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'")))
    return text.casefold()


@lru_cache(_REMEMBERED)
def _ending_free(folded: str) -> str:
    for ending in grouping("en").endings:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return folded[: -len(ending)]
    return folded


def plain_words(text: str) -> list[str]:
    """The words and numbers of a text, small letters without accents; single characters of scripts that do not part words."""
    return _PLAIN.findall(fold(text))


@lru_cache(_REMEMBERED)
def stem(printed: str) -> str:
    """A word without case, accents, genitive and the commonest English endings; long enough words only."""
    folded = fold(printed).removesuffix("'s").replace("'", "")[:_MAX_LENGTH]
    return _ending_free(folded) if folded.isalpha() else folded


def words_of(text: str, most: int) -> Iterator[PrintedWord]:
    """The words of a text in order, at most `most` of them."""
    count = 0
    for match in _TOKEN.finditer(text):
        for word in _words_of_match(match, text):
            yield word
            count += 1
            if count >= most:
                return


def _words_of_match(match: re.Match[str], text: str) -> Iterator[PrintedWord]:
    printed = match.group()
    if match.lastgroup == "number":
        yield PrintedWord(printed.replace(",", "")[:_MAX_LENGTH], printed[:_MAX_LENGTH], capital=False, number=True)
    elif match.lastgroup == "run":
        for start in range(max(len(printed) - 1, 1)):
            yield PrintedWord(printed[start : start + 2], printed[start : start + 2], capital=False)
    else:
        capital = printed[0].isupper() and not _OPENS.search(text, max(match.start() - 8, 0), match.start())
        yield PrintedWord(stem(printed), printed[:_MAX_LENGTH], capital=capital)


@cache
def priors() -> dict[str, float]:
    """Of common words of English news, the share of articles that hold each; by stem."""
    shares: dict[str, float] = {}
    share = 0.0
    for line in _PRIORS.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            share = float(line[2:])
        elif not line.startswith("#"):
            for word in line.split():
                shares.setdefault(stem(word), share)
    return shares
