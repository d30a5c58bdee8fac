"""Which words that must stay elsewhere a part may hold, by what it is; and parts that take back or speak for what is beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

_SPOKEN: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def takes_back(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a deed that may undo the first, "and quashed the verdict", or sets a rate against its rate, "fell 7 percent and closed up 2 percent"."""
    if node.relation not in {"conj", "relcl"} or not node.is_verb or tree.child(node.index, "mark") is not None:
        return False
    branch = list(tree.branch(node.index))
    if any(each.low in table.undoing for each in branch if each.is_verb):
        return True
    without = frozenset({node.index})
    rates = any(each.low in table.rates for each in branch)
    return rates and any(each.low in table.rates for each in tree.branch(head.index, without)) and head.is_verb


def free_kinds(tree: Tree, node: Node, head: Node, table: Removable) -> frozenset[str]:
    """Kinds of kept words that bear on nothing outside a part, for what it is."""
    if node.relation == "appos":
        return table.in_apposition
    if node.relation == "relcl":
        return table.in_relative
    if node.relation != "conj" or node.tag not in {"VBD", "VBN"} or head.tag not in {"VBD", "VBN"}:
        return frozenset()
    branch = list(tree.branch(node.index))
    if any(each.low in table.scopes - table.comparing for each in branch):
        return table.in_deed
    is_denial = node.low in table.denying or table.keeps(node.low, but=table.in_deed)
    denies_it = is_denial or any(each.low in table.anaphors for each in branch)
    return table.in_past_deed if denies_it else table.in_deed_apart


def speaks_for_rest(nodes: Sequence[Node], table: Removable) -> bool:
    """True if a verb of saying among some words has nothing behind it, so that it may be of what stands before them: "and hid it, police said"."""
    spoken = [place for place, node in enumerate(nodes) if node.low in table.reporting and node.tag in _SPOKEN]
    return any(place + 1 == len(nodes) or nodes[place + 1].relation == "punct" for place in spoken)
