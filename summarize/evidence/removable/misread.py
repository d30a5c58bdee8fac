"""Where a parse shows signs of being wrong, or a part would leave behind what then hangs on something else: nothing may be left out there."""

from __future__ import annotations

from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_CLAUSES: Final = frozenset({"relcl", "acl", "advcl", "appos"})
_LOOSE: Final = frozenset({"prep", "advmod", "amod", "acomp", "acl", "advcl", "npadvmod"})
_ENDS: Final = frozenset({".", "?", "!"})


def unread(tree: Tree, table: Removable) -> set[int]:
    """The indices of words that no part may hang on.

    They are those of a condition without "if" ("Should the dam fail, …"), and what may be the main verb of a sentence in which the parse sees none.
    """
    found: set[int] = set()
    inverted = False
    for node in tree.nodes:
        if node.index == 0 or tree.nodes[node.index - 1].low in _ENDS:
            inverted = node.low in table.inverted
        elif node.low == ",":
            inverted = False
        if inverted or (_may_be_main(node) and not _has_main_verb(tree, node)):
            found.add(node.index)
    return found


def _may_be_main(node: Node) -> bool:
    return node.is_verb and node.relation != "relcl" and node.index != node.head + 1


def _has_main_verb(tree: Tree, node: Node) -> bool:
    here = node
    for _ in tree.nodes:
        if here.head == here.index:
            break
        here = tree.nodes[here.head]
    return here.is_verb or here.low == QUOTED


def strands(tree: Tree, node: Node, last: int) -> bool:
    """True if what stands behind a clause would hang on something else without it: it may be said of the clause.

    Args:
        tree: the paragraph.
        node: the clause's head.
        last: index of its last word.
    """
    behind = last + 1
    while behind < len(tree.nodes) and tree.nodes[behind].low == ",":
        behind += 1
    return node.relation in _CLAUSES and behind < len(tree.nodes) and tree.nodes[behind].relation in _LOOSE
