"""Headlines With Capitals: read as sentences are written, since every word of theirs looks like a name."""

from __future__ import annotations

import re

from summarize.checking.reading import Text, read_for_checks
from summarize.gazetteer import country_code, given_name_gender, is_known_everywhere, people_of

_WORD = re.compile(r"(?<![\w’'])[^\W\d_]+(?!\w)")
_SHARE = 0.7
"""Share of its words of four letters or more with a capital from which on a text is written so."""
_LONG = 4
_MIN_COUNT = 3
_PROPER = frozenset({"NNP", "NNPS"})


def in_plain_case(claim: Text, source: Text) -> Text:
    """A claim, read without the capitals that only a headline gives its words; the claim itself if it is not written so.

    Args:
        claim: the claim, read.
        source: the article, read: what is a name there keeps its capital.
    """
    words = [match.group() for match in _WORD.finditer(claim.text)]
    long = [word for word in words if len(word) >= _LONG]
    if len(long) < _MIN_COUNT or sum(word[0].isupper() for word in long) < _SHARE * len(long):
        return claim
    names = {node.low for tree in source.trees for node in tree.nodes if node.tag in _PROPER}
    plain = {node.low for tree in source.trees for node in tree.nodes} - names

    def lower_word(match: re.Match[str]) -> str:
        word = match.group()
        is_name = word.lower() in names or (word.lower() not in plain and _is_known(word))
        return word if is_name or not word.istitle() else word.lower()

    text = _WORD.sub(lower_word, claim.text)
    return read_for_checks(text[0].upper() + text[1:], claim.syntax, claim.published)


def _is_known(word: str) -> bool:
    """True for a name that stands in the gazetteer."""
    known = given_name_gender(word) or country_code(word) or people_of(word)
    return known is not None or is_known_everywhere(word)
