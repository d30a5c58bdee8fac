"""The words of a sentence, and what each is by its form and the words beside it, where no parse is at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.reported import Range
from summarize.expressions import expression
from summarize.languages.verbs import is_past, is_plain_verb

QUOTED = "\ue000"
"""What a token is called that stands for a quotation."""
BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
"""Marks that end a phrase."""
GENITIVES = ("'s", "’s")
"""What ends the name of an owner."""
_TOKEN = expression(r"[^\W_][\w’'.-]*[^\W_]|[^\W_]|[^\w\s]")


class SentenceToken(Struct, frozen=True, gc=False):
    """A word or mark at a half-open range of the text, in small letters, or a whole quotation, `QUOTED`."""

    start: int
    end: int
    low: str
    is_capital: bool


def tokens_in(text: str, start: int, end: int, quoted: Sequence[Range]) -> list[SentenceToken]:
    """The words and marks of `text[start:end]`, each of its quotations as one token.

    Args:
        text: the article's text.
        start: where the sentence begins.
        end: where it ends.
        quoted: half-open ranges of quotations with their marks, sorted and not overlapping.
    """
    tokens: list[SentenceToken] = []
    position = start
    index = max(0, bisect_right(quoted, (start, start)) - 1)
    # Not copied for each sentence: a text may be nothing but quotations.
    for low, high in chain(map(quoted.__getitem__, range(index, len(quoted))), ((end, end),)):
        if high <= start:
            continue
        tokens += [
            SentenceToken(match.start(), match.end(), (word := match[0]).lower(), word[0].isupper())
            for match in _TOKEN.finditer(text, position, max(position, min(low, end)))
        ]
        if low >= end:
            break
        tokens.append(SentenceToken(max(low, start), min(high, end), QUOTED, is_capital=False))
        position = high
    return tokens


def range_of(tokens: Sequence[SentenceToken]) -> Range | None:
    """The range in the text from the first word to the last, without marks at the edges; None where no word is."""
    held = list(tokens)
    while held and not (held[0].low[0].isalnum() or held[0].low == QUOTED or held[0].low in "$£€"):
        held.pop(0)
    while held and not (held[-1].low[-1].isalnum() or held[-1].low in {QUOTED, "%"}):
        held.pop()
    return (held[0].start, held[-1].end) if held else None


def is_reporting(token: SentenceToken, words: Lexicon) -> bool:
    """True for a verb of the language that reports, unless it is written as a name is."""
    return token.low in words.verbs and not token.is_capital


def is_phrasal_verb(tokens: Sequence[SentenceToken], at: int, words: Lexicon) -> bool:
    """True if the verb at `at` says nothing with the word behind it: "called off", "pleaded guilty"."""
    return at + 1 < len(tokens) and tokens[at + 1].low in words.phrasal.get(tokens[at].low, ())


def has_passive_helper(before: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True if words before a verb make it passive: for "The bridge was long" of "The bridge was long believed to be safe"."""
    between = words.auxiliaries - words.passive | words.negations
    helper = next((t.low for t in reversed(before) if t.low not in between and not t.low.endswith(words.adverbial)), "")
    return helper in words.passive


def can_be_verb(token: SentenceToken, words: Lexicon) -> bool:
    """True for a word that has the form of a verb, by itself, unless it is written as a name is."""
    return not token.is_capital and (token.low in words.auxiliaries or is_past(token.low) or is_plain_verb(token.low))


def is_noun(token: SentenceToken, before: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True for a word of both sorts that the words before it make a noun: "a two-year dispute", "the museum's aims"."""
    if token.low not in words.also_nouns:
        return False
    start = next(
        (i for i in range(len(before), 0, -1) if before[i - 1].low in words.function or before[i - 1].low in BREAKS), 0
    )
    group = [t.low for t in before[start:]]
    if not group:
        return False
    is_owner = group[-1].endswith(GENITIVES)
    if _is_plural(token.low, words):
        return is_owner or group[0] in words.several
    return is_owner or group[0] in words.one or not (group[-1] in words.plurals or _is_plural(group[-1], words))


def _is_plural(word: str, words: Lexicon) -> bool:
    return word.endswith(words.plural) and not word.endswith(2 * words.plural)  # "stress" is none
