"""A text without the NLP model, as the checks read it: clauses by their marks and joining words, each word alone in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from summarize.evidence.trees import Node, Tree
from summarize.findings import Sentence
from summarize.languages.tables import any_of, table

Range = tuple[int, int]

PLAIN = "plain"
"""The relation of a word of which it is not known what it hangs on."""
_WORD = re.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*")
_MARKS = re.compile(r"[,;:()–—“”\"]\s")


@cache
def _breaking_words() -> re.Pattern[str]:
    """Words before which a clause begins."""
    return any_of(table("en/moods.toml")["words"]["breaking"])


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of what a clause is about."""
    helpers = (word for listed in table("en/moods.toml")["helpers"].values() for word in listed.split())
    return frozenset((*table("en/sources.toml")["words"]["empty"].split(), *helpers))


def of_content(tree: Tree, cues: Iterable[Range]) -> Iterator[Node]:
    """The words of content of a clause, without those of reporting, which are half-open ranges of its text."""
    held = list(cues)
    for node in tree.nodes:
        if node.low not in _empty() and not any(low <= node.start < high for low, high in held):
            yield node


def clauses(text: str, sentences: Sequence[Sentence]) -> Iterator[Tree]:
    """The clauses of some sentences of a text in order, as trees in which no word hangs on another.

    Args:
        text: the text, in English.
        sentences: those that are read; the whole text is one if there are none, as of a headline.
    """
    for start, end in [(one.span.start, one.span.end) for one in sentences] or [(0, len(text))]:
        breaks = {match.end() for match in _MARKS.finditer(text, start, end)}
        breaks |= {match.start() for match in _breaking_words().finditer(text, start, end)}
        places = sorted({start, end, *breaks})
        for low, high in pairwise(places):
            nodes = [_node(index, match, start) for index, match in enumerate(_WORD.finditer(text, low, high))]
            if nodes:
                yield Tree(nodes)


def _node(index: int, match: re.Match[str], start: int) -> Node:
    word = match.group()
    is_name = word[0].isupper() and match.start() != start
    tag = "CD" if word[0].isdigit() else "NNP" if is_name else "NN"
    return Node(index, match.start(), match.end(), word.lower(), tag, PLAIN, index)
