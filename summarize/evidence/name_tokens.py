"""Words, numbers and marks of a sentence, as names are looked for in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.vocabulary import NAME_PATTERNS, NOT_NAMES
from summarize.expressions import expression
from summarize.languages.loader import any_of
from summarize.languages.measures import units

# Words in small letters first: they are most; and what can be told of a place by one character before all else, since most are spaces or words.
_REST = r"\w*(?:(?=['’.&–-])(?:['’](?=[^\W\d_]{2}|[A-Z]|[taeiou]\b)|[-–&](?=\w)|\.(?=[A-Z]))\w*)*"
_PLACED = rf"[^\W\d_a-z][^\W_]*(?=-{any_of(NAME_PATTERNS.behind_places)}\s[a-z])"
"""The last word of a place from which a body is that is only described: "Ipoh" of "Ipoh-based lender"."""
_SMALL = r"[a-z][a-z\x20]*\x20"
"""Words in small letters and the space behind them: one token as long as nobody asks for the first of them, since they are most of a text."""
_TOKEN = expression(
    rf"(?!\s)(?:{_SMALL}|[^\W\d_A-Z]{_REST}|{_PLACED}|(?P<genitive>['’]s\b|(?<=s)['’](?=\s[A-Z]))|{any_of(NAME_PATTERNS.marked)}['’](?=\s[A-Z])|{any_of(NAME_PATTERNS.abbreviated)}\.(?=\s)|(?:[A-Z]\.(?:\s?[A-Z]\.)*)|[A-Z]{_REST}|\d+(?:[.,:]\d+)*|[^\w\s])"
)


class NameToken(Struct, gc=False):
    """A word, number or mark of a sentence; one that ends on a space is words in small letters, which `split_tokens` parts."""

    start: int
    end: int
    text: str
    is_capital: bool

    @property
    def bare(self) -> str:
        """In lower case, without the stop of a short form."""
        return self.text.rstrip(".").lower()

    @property
    def is_name(self) -> bool:
        """It has a capital and is no word that opens sentences."""
        return self.is_capital and self.text not in NOT_NAMES


def tokens_of(text: str, start: int, end: int) -> list[NameToken]:
    found, signs = _TOKEN.finditer(text, start, end), units().signs  # the letters of "HK$5" are no name
    # The end of a possessive is the only part of the expression that has a name.
    tokens = [
        NameToken(m.start(), m.end(), word := m[0], word[0].isupper() and text[m.end() : m.end() + 1] not in signs)
        for m in found
        if m.lastgroup is None
    ]
    if all(text.find(word, start, end) < 0 for word in NAME_PATTERNS.behind_places):
        return tokens
    tokens = list(split_tokens(tokens))
    for index in range(len(tokens) - 3, -1, -1):
        based = tokens[index + 2]
        if (
            based.text in NAME_PATTERNS.behind_places
            and based.start == tokens[index].end + 1
            and not _is_place(tokens[: index + 1])
        ):
            start = tokens[index].start
            tokens[index : index + 3] = [NameToken(start, based.end, text[start : based.end], tokens[index].is_capital)]
    return tokens


def split_tokens(tokens: Iterable[NameToken]) -> Iterator[NameToken]:
    """The words of tokens, one by one."""
    for token in tokens:
        if not is_several(token):
            yield token
            continue
        at = token.start
        for word in token.text.split(" "):
            if word:
                yield NameToken(at, at + len(word), word, is_capital=False)
            at += len(word) + 1


def is_several(token: NameToken) -> bool:
    return not token.is_capital and " " in token.text


def _is_place(tokens: list[NameToken]) -> bool:
    """True if the last words are a place that lists know: of "Bitcoin-based" no part is a name."""
    return any(gazetteer.is_place(" ".join(token.text for token in tokens[-size:])) for size in (1, 2, 3))
