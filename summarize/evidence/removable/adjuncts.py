"""Phrases of place and time, which may be left out, told from those that say what a thing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.evidence.removable.scope import denies
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

Range = tuple[int, int]

_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})


def is_adjunct(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a phrase of place or time: what else it may be belongs to what it hangs on.

    Args:
        tree: the paragraph.
        node: the phrase's preposition.
        head: what it hangs on.
        table: what may be left out in the paragraph's language.
    """
    inner = tree.child(node.index, "pobj")
    if node.low in table.binding and head.tag == "CD" and inner is not None and inner.low in table.pronouns:
        return True  # two of them
    attribute = tree.child(head.index, "attr")
    return (
        _says_where_or_when(tree, node, head, inner, table)
        and head.tag not in {"CD", "JJ", "JJR", "JJS", "IN"}
        and head.low != QUOTED
        and not is_ranked(tree, head, table)
        and not (attribute is not None and is_ranked(tree, attribute, table))  # it was the worst fire since 1990
        and head.relation not in {"attr", "acomp", "npadvmod"}
        and not (
            head.relation == "acl" and head.tag == "VBN" and len(tree.children(head.index)) == 1
        )  # "a lawsuit filed"
        and not (head.low in table.being and _is_predicate(tree, node, head))
        and not _opens_alone(tree, head)
        and not is_compared(tree, head)
    )


def _opens_alone(tree: Tree, head: Node) -> bool:
    """True for "starting" of "Starting at 5 a.m. on Thursday, a ferry will run", which has nothing but such phrases."""
    others = (child for child in tree.children(head.index) if child.relation not in {"prep", "npadvmod", "punct"})
    return head.tag == "VBG" and head.relation in {"advcl", "prep", "acl"} and next(others, None) is None


def is_compared(tree: Tree, head: Node) -> bool:
    """True if a sentence compares: "more nurses left in Arvik than anywhere else"; "more than 150" compares nothing."""
    top = head
    while top.head != top.index:
        top = tree.nodes[top.head]
    return any(each.tag in {"JJR", "RBR"} and tree.nodes[each.head].tag != "CD" for each in tree.branch(top.index))


def _is_bare(tree: Tree, node: Node, head: Node) -> bool:
    """True for "on Thursday" of "a lawsuit filed on Thursday": "a lawsuit filed" reads badly."""
    others = [child for child in tree.children(head.index) if child is not node and child.relation != "punct"]
    return head.relation == "acl" and head.tag == "VBN" and not others


def _says_where_or_when(tree: Tree, node: Node, head: Node, inner: Node | None, table: Removable) -> bool:
    if inner is None:
        return tree.child(node.index, "pcomp") is not None and node.low in table.placing
    if inner.tag in _RELATIVE:
        return False
    if node.low in table.of_time and inner.tag.startswith("NNP") and inner.low not in table.times:
        return False  # "lay it before Parliament"
    if any(child.low in table.particles and child.relation == "advmod" for child in tree.children(node.index)):
        return False  # "pulled one back before the break"
    if node.low in table.placing:
        # "Ruled out a return before the election": of which of the two it is said, no parse tells.
        return not denies(tree, head, table)
    return node.low in table.perhaps and (
        inner.low in table.times
        or (head.low not in table.taking and (head.low in table.reporting or _is_setting(tree, inner, table)))
    )


def _is_predicate(tree: Tree, node: Node, head: Node) -> bool:
    """True for "in hospital" of "he was in hospital": without it nothing is said."""
    return tree.child(head.index, "attr", "acomp") is None and tree.child(head.index, "prep") is node


def _is_setting(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for a name, a figure, or a word of time or place."""
    return (
        noun.tag in {"NNP", "NNPS", "CD"}
        or noun.low in table.settings
        or any(child.tag in {"NNP", "NNPS"} for child in tree.branch(noun.index) if child.index < noun.index)
    )


def is_ranked(tree: Tree, head: Node, table: Removable) -> bool:
    """True for a word that something ranks, or counts in full: "the worst fire", "all workers"."""
    return any(
        child.tag in {"JJS", "RBS"} or child.low in table.ranking or child.low in table.universals
        for child in tree.children(head.index)
    )


def hour(tree: Tree, node: Node, table: Removable) -> Iterator[Range]:
    """The part "at 5 a.m." of "at 5 a.m. on Wednesday", which the parse hangs on the hour."""
    if _opens_alone(tree, tree.nodes[node.head]):
        return
    time = tree.child(node.index, "pobj")
    day = tree.child(time.index, "prep") if time is not None and time.low in table.hours else None
    if time is not None and day is not None and day.index == time.index + 1:
        yield node.start, time.end
