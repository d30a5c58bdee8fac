"""Words that are written so that a person reads them and a filter does not: letters of other alphabets, figures for letters, letters set apart."""

from __future__ import annotations

import unicodedata
from typing import Final

from summarize.expressions import expression

_ALIKE: Final = str.maketrans(
    "абеорсухіјѕһԁԛԝмктвнАВЕЗКМНОРСТУХІЈЅαορντικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abeopcyxijshdqwmktbhABE3KMHOPCTYXIJSaopvtikuABEZHIKMNOPTYX",
)
"""Letters that look like Latin ones."""
_FIGURES: Final = str.maketrans("013457", "oieast")
_TWO_ALPHABETS: Final = expression(r"\b(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[\u0370-\u03ff\u0400-\u052f])[^\W\d_]{3,}\b")
_FIGURES_IN_IT: Final = expression(
    r"\b(?=[a-z]{0,20}[013457])(?=[013457]{0,3}[a-z]{2}|[a-z]{1,20}[013457])[a-z013457]{4,24}\b"
)
_FIGURE: Final = expression(r"[013457](?:(?<=[a-z].)|(?=[a-z]))")
_OTHER_LETTERS: Final = expression(r"[\u0370-\u03ff\u0400-\u052f\uff21-\uff3a\uff41-\uff5a]")
"""What the text of most articles has none of, which is quickly told."""
_APART: Final = expression(r"(?<!\w)(?:[A-Za-z][ \u00a0]{1,4}){7,}[A-Za-z](?!\w)")
_SINGLE: Final = expression(r"[ \u00a0][A-Za-z][ \u00a0]{1,4}[A-Za-z][ \u00a0]")
"""What stands in whatever `_APART` finds, and in few texts."""
_WIDE: Final = expression(r"[\uff21-\uff3a\uff41-\uff5a]+")
_BACKWARDS: Final = expression(r"[.!?](?<!\S.)(?=[a-z])(?:[a-z’']+,? ){2,}[a-z]{2,}[A-Z](?!\S|\w)")
"""A sentence from its last letter to its first, as marks of direction that are left out here turned it round on a page."""
_MANY: Final = 2
"""Words of two alphabets that make a disguise: one may be a brand, or a slip."""


def without_disguise(text: str) -> str:
    """A text as a person reads it: its disguised words in plain Latin letters."""
    if _SINGLE.search(text):
        text = _APART.sub(lambda match: _join_letters(match.group()), text)
    text = _BACKWARDS.sub(lambda match: match.group()[::-1], text)
    if _FIGURE.search(text):
        text = _FIGURES_IN_IT.sub(lambda match: match.group().translate(_FIGURES), text)
    if text.isascii() or not _OTHER_LETTERS.search(text):
        return text
    text = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _TWO_ALPHABETS.sub(lambda match: match.group().translate(_ALIKE), text)


def is_disguised(sentence: str) -> bool:
    """True if words of a sentence are written in letters of two alphabets, or backwards. Single letters alone are none: grades and vitamins are listed so."""
    if _BACKWARDS.search(sentence):
        return True
    return not sentence.isascii() and len(_TWO_ALPHABETS.findall(sentence)) >= _MANY


def _join_letters(letters: str) -> str:
    """Letters set apart as the words that they are; two spaces or more stand between those."""
    return " ".join("".join(word.split()) for word in letters.replace("\u00a0", " ").split("  "))
