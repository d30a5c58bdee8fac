"""Words that may stand for something told elsewhere in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

_NOUNS: Final = frozenset({"NN", "NNP", "NNS", "NNPS"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_LINKS: Final = frozenset({"IN", "WDT"})
_PRONOUNS: Final = frozenset({"PRP", "PRP$"})


def points_to(tree: Tree, words: Sequence[Node], told: Sequence[Node], table: Removable) -> bool:
    """True if a word may stand for something in what is `told` elsewhere: one of its nouns, or a pronoun or "this" that agrees with one."""
    nouns = [node for node in told if node.tag in _NOUNS]
    single = any(node.tag not in _PLURAL and _is_thing(tree, node) for node in nouns)
    several = any(node.tag in _PLURAL for node in nouns)
    forms = {node.low for node in nouns}
    for node in words:
        if node.low in table.back | forms:
            return True
        if node.tag in _PRONOUNS:
            if several if node.low in table.of_several else single:
                return True
        elif node.low in table.anaphors and node.tag not in _LINKS:
            return True
    return False


def _is_thing(tree: Tree, noun: Node) -> bool:
    """True for a name, and for a noun with an article or an owner: "wrongdoing" is none."""
    return noun.tag == "NNP" or tree.child(noun.index, "det", "poss") is not None
