"""Texts made comparable: what two people would call the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTE_MARKS = str.maketrans({"’": "'", "‘": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_DASHES = re.compile(r"[‐‑‒–—―−]")
_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon herr frau monsieur madame mme señor señora".split()
)
_ARTICLES = frozenset("the a an".split())
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text by compatible characters (NFKC), in lower case, with straight marks and single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTE_MARKS)
    return " ".join(_DASHES.sub("-", folded).split())


def bare(text: str) -> str:
    """`plain`, without accents."""
    decomposed = unicodedata.normalize("NFD", plain(text))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: without accents, possessives, points, a leading article or honorifics."""
    words = [re.sub(r"'s$|[.']", "", word) for word in _WORD.findall(bare(name))]
    while len(words) > 1 and (words[0] in _ARTICLES or words[0] in _HONORIFICS):
        del words[0]
    return tuple(word for word in words if word)


def content_words(text: str) -> frozenset[str]:
    """Words of three letters or more, and figures, without articles and the commonest prepositions."""
    return frozenset(
        word for word in _WORD.findall(bare(text)) if (len(word) >= 3 or word.isdigit()) and word not in _SMALL
    )


_SMALL = frozenset("the and for from with its his her their our who was are".split())


def holds(text: str, wanted: str) -> bool:
    """True if `wanted` stands in the text from the start of a word on; if it ends in a digit, the number ends there too."""
    target = plain(wanted)
    if not target:
        return False
    before = r"(?<!\w)" if target[0].isalnum() else ""
    after = r"(?![\d]|[.,]\d)" if target[-1].isdigit() else ""
    return re.search(before + re.escape(target) + after, plain(text)) is not None
