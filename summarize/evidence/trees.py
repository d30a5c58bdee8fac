"""Sentences as trees: the words of a paragraph with what each hangs on, as the NLP model reads them, free of the model's own types.

A quotation stands in a tree as one word, `QUOTED`, so that what a speaker says is not taken for the sentence around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from summarize.evidence.frame import Frame
from summarize.evidence.vocabulary import PATTERNS

Range = tuple[int, int]

_KEPT = 64

QUOTED = "\ue000"
"""The lower-case form of the words that stand for a quotation."""


class Node(Struct, frozen=True):
    """One word. `start` and `end` are a half-open range in the article's text; of a quotation, its marks included."""

    index: int
    start: int
    end: int
    low: str
    """In lower case; `QUOTED` for a quotation."""
    tag: str
    """Penn Treebank part of speech: "VBD"."""
    relation: str
    """What it is to the word that it hangs on, by the model's labels: "nsubj"."""
    head: int
    """Index of that word; its own where it is the root of a sentence."""

    @property
    def is_verb(self) -> bool:
        """True for a verb, in any form."""
        return self.tag.startswith("VB") or self.tag == "MD"


class Tree(Struct):
    """The words of one paragraph in order, of one or several sentences."""

    nodes: list[Node] = field(default_factory=list)
    _children: list[list[Node]] | None = None
    _branches: dict[int, list[Node]] = field(default_factory=dict)
    """Branches of at most `_KEPT` words, which are asked for again and again."""

    def from_place(self, start: int) -> int:
        """The index of the first word that begins at a place of the text or behind it."""
        return bisect_left(self.nodes, start, key=lambda node: node.start)

    def within(self, start: int, end: int) -> list[Node]:
        """The words that begin in a half-open range of the text, in order."""
        return self.nodes[self.from_place(start) : self.from_place(end)]

    def children(self, index: int) -> Sequence[Node]:
        """The words that hang on a word, in order."""
        if self._children is None:
            self._children = [[] for _ in self.nodes]
            for node in self.nodes:
                if node.head != node.index:
                    self._children[node.head].append(node)
        return self._children[index]

    def branch(self, index: int, without: frozenset[int] = frozenset()) -> Sequence[Node]:
        """A word and all that hangs on it, directly or not, in no order; branches that begin at a word of `without` are left out."""
        known = None if without else self._branches.get(index)
        if known is not None:
            return known
        found = [self.nodes[index]]
        for node in found:  # which grows as it is read
            found += [child for child in self.children(node.index) if child.index not in without]
        if not without and len(found) <= _KEPT:
            self._branches[index] = found
        return found

    def child(self, index: int, *relations: str) -> Node | None:
        """The first word that hangs on a word by one of some relations."""
        return next((child for child in self.children(index) if child.relation in relations), None)


def tree_of(document: Any, frame: Frame) -> Tree:
    """The tree of a paragraph that the model has read as `frame`."""
    # Tokens of one stand-in become one node, at the place of the stand-in's own root.
    holder = _holders(document, frame)
    kept = [token for token in document if holder.get(token.i, token.i) == token.i and not token.is_space]
    place = {token.i: number for number, token in enumerate(kept)}
    quoted = _quoted_ranges(document, frame)
    nodes: list[Node] = []
    for number, token in enumerate(kept):
        head = _head(token, holder, place)
        if token.i in quoted:
            start, end = quoted[token.i]
            nodes.append(Node(number, start, end, QUOTED, token.tag_, token.dep_, head))
        else:
            start, end = frame.source_range(token.idx, token.idx + len(token))
            nodes.append(Node(number, start, end, token.lower_, token.tag_, token.dep_, head))
    return Tree(nodes)


def _stand_ins(frame: Frame) -> Iterator[tuple[int, int, Range]]:
    for begin, stop, run in frame.quotes:
        if frame.text[begin:stop] == PATTERNS.stand_in:
            outer = next((each for each in run.outer if each[0] == frame.source(begin)), run.outer[0])
            yield begin, stop, outer


def _spans(document: Any, frame: Frame) -> Iterator[tuple[Any, Range]]:
    for begin, stop, outer in _stand_ins(frame):
        span = document.char_span(begin, stop, alignment_mode="expand")
        if span is not None and len(span):
            yield span, outer


def _holders(document: Any, frame: Frame) -> dict[int, int]:
    """For each token of a stand-in the token that stands for it."""
    return {token.i: span.root.i for span, _ in _spans(document, frame) for token in span}


def _quoted_ranges(document: Any, frame: Frame) -> dict[int, Range]:
    return {span.root.i: outer for span, outer in _spans(document, frame)}


def _head(token: Any, holder: dict[int, int], place: dict[int, int]) -> int:
    """Where the word stands that a token hangs on; its own place for a root, and where the model's tree leads nowhere."""
    head = token.head
    own = place[token.i]
    for _ in range(len(place)):
        index = holder.get(head.i, head.i)
        if index == token.i:
            return own
        if index in place:
            return place[index]
        if head.head is head:
            return own
        head = head.head
    return own
