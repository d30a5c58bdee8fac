"""Clauses about one named or counted noun, between commas: what they deny or leave open is of the noun alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_RELATIVE: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_AUXILIARY: Final = frozenset({"aux", "auxpass"})
_STANDS: Final = frozenset({"det", "poss", "nummod", "predet"})


def own_words(tree: Tree, inside: Sequence[Node], noun: Node, table: Removable) -> str:
    """The words of a clause between commas, without those that deny it or leave it open if they bear on nothing outside it.

    "Who was not in the car" of "Hartley, who was not in the car, was fined". They do where the noun is of no sure number, where it says something
    (a witness "who was not there"), and where the clause says that the noun is no such thing, or undoes it ("which proved to be empty").
    """
    is_own = _is_one(tree, noun, table) and not _says(tree, noun, table) and not _unmasks(tree, inside, table)
    return " ".join(node.low for node in inside if not (is_own and node.low in table.own_mood))


def _is_one(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for a name, and for what an article, an owner or a figure tells apart."""
    stands = [child for child in tree.children(noun.index) if child.relation in _STANDS]
    bounds = table.universals | table.denials | table.scarce
    is_named = noun.tag == "NNP" or bool(stands)
    return is_named and noun.relation not in {"attr", "appos"} and all(each.low not in bounds for each in stands)


def _says(tree: Tree, noun: Node, table: Removable) -> bool:
    verb = tree.nodes[noun.head]
    return noun.relation in {"nsubj", "nsubjpass", "pobj"} and verb.low in table.reporting | table.denying


def _unmasks(tree: Tree, inside: Sequence[Node], table: Removable) -> bool:
    """True for a clause that may say that the noun is another thing, is not there, or that something about it was undone."""
    bounds = table.unreal | table.undone | table.undoing | table.denying | table.unmasking | table.ranking
    if inside[0].tag not in _RELATIVE or any(node.low in bounds or node.low == QUOTED for node in inside):
        return True
    if any(node.low in table.anaphors and node.tag not in {"IN", "WDT"} for node in inside):
        return True
    is_thing = inside[0].low not in table.telling_of
    if any(node.low in table.denials for node in inside) and any(
        (is_thing and node.low in table.creating) or (node.low in table.being and node.relation not in _AUXILIARY)
        for node in inside
    ):
        return True  # "which was never built", "who was not at the wheel": it is not there, or in no state to do what is told of it
    return is_thing and any(node.low in table.being and tree.child(node.index, "attr") is not None for node in inside)
