"""Which of the evidence's uses of a word a claim's use of it is: the one among the most of the same words."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.checking.plain import PLAIN
from summarize.checking.reading import Word, stem
from summarize.evidence.trees import Node, Tree

_STEPS = 3


def likest(word: Word, hits: Sequence[Word]) -> list[Word]:
    """Those of some uses of a word that stand among the most words, and the nearest, that a use of it in a claim stands among."""
    if len(hits) < 2:
        return list(hits)
    shared = [sum(len(around(word, steps) & around(hit, steps)) for steps in range(1, _STEPS + 1)) for hit in hits]
    return [hit for hit, count in zip(hits, shared, strict=True) if count == max(shared)]


def around(word: Word, steps: int = _STEPS) -> set[str]:
    """The stems of the words of content within some steps of a word in its tree; where nothing hangs on anything, of its clause."""
    if word.node.relation == PLAIN:
        return {stem(node.low) for node in word.tree.nodes if node.index != word.node.index}
    seen = {word.node.index}
    edge = [word.node]
    for _ in range(steps):
        edge = [each for node in edge for each in _beside(word.tree, node) if each.index not in seen]
        seen |= {each.index for each in edge}
    nodes = (word.tree.nodes[index] for index in seen if index != word.node.index)
    return {stem(node.low) for node in nodes if node.low[0].isalnum() and node.relation not in {"det", "aux", "case"}}


def _beside(tree: Tree, node: Node) -> list[Node]:
    return [*tree.children(node.index), tree.nodes[node.head]]
