"""What else is said of a deed that was done: a bridge that was closed on Friday for an hour was closed.

Of one deed, or of one of many things, each further word says more, and what is left without it follows. That holds in no denial, plan, condition,
comparison or ranking, of no "all" or "few", and for no verb that says something else without its preposition.
"""

from __future__ import annotations

from typing import Final

from summarize.evidence.removable.scope import behind_comma, denies
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_ARTICLES: Final = frozenset({"det", "poss", "nummod"})
_CLAUSES: Final = frozenset({"acl", "relcl", "ccomp", "pcomp", "advcl"})
_ORDER: Final = frozenset({"JJS", "RBS", "JJR", "RBR"})
_PARTS: Final = frozenset({"nsubj", "nsubjpass", "dobj"})
_DEEPEST: Final = 12


def says_more(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a phrase that says more of a deed that was done, or of one thing of many in it."""
    inner = tree.child(node.index, "pobj")
    if inner is None or not _is_plain(tree, node, inner):
        return False
    if node.low in table.perhaps and tree.child(inner.index, "nummod") is not None:
        return False  # "guilty on one count"
    if head.tag == "NN":
        if node.low in table.serving and not _is_the_one(tree, inner) and head.low not in table.settings | table.places:
            return False  # "a rise for night staff"
        return node.low in table.marking and is_one(tree, head, table) and is_part_of_deed(tree, head, table)
    return (
        node.low in table.adjoining
        and _is_told_apart(tree, inner)
        and (node.low not in table.lasting or inner.low in table.times)
        and is_done(tree, head, table)
        and _has_object(tree, head)
        and head.low not in table.taking | table.situating | table.limiting
    )


def _has_object(tree: Tree, verb: Node) -> bool:
    """True for a deed that is whole with what it is done to: "was refloated" of "ran aground and was refloated" as well."""
    is_passive = verb.relation == "conj" and tree.child(verb.index, "auxpass") is not None
    return is_passive or tree.child(verb.index, "dobj", "nsubjpass", "ccomp") is not None


def is_done(tree: Tree, verb: Node, table: Removable) -> bool:
    """True for a verb of a deed of the past, of whose parts none is denied, ranked, compared or said of all."""
    children = tree.children(verb.index)
    helpers = [child for child in children if child.relation in {"aux", "auxpass"}]
    is_past = verb.tag == "VBD" or (
        verb.tag == "VBN" and any(each.tag == "VBD" or each.low in table.perfect for each in helpers)
    )
    if not is_past or any(each.tag in {"MD", "TO"} for each in helpers) or denies(tree, verb, table):
        return False
    if verb.low in table.planning or any(child.low in table.denials for child in children):
        return False
    return not any(
        each.tag in _ORDER or each.low in table.universals | table.ranking | table.denials
        for child in children
        if child.relation in _PARTS
        for each in (child, *tree.children(child.index))
    )


def is_part_of_deed(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for the subject or object of a deed that was done, and for what it was done with or by."""
    head = tree.nodes[noun.head]
    if noun.relation == "pobj" and head.relation in {"prep", "agent"} and head.low in table.marking | table.by:
        return is_done(tree, tree.nodes[head.head], table)
    return noun.relation in _PARTS and is_done(tree, tree.nodes[noun.head], table)


def is_one(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for "a teacher": one of many."""
    return any(child.low in table.indefinite and child.relation == "det" for child in tree.children(noun.index))


def is_new(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for "nine ferries", "promises" and "Leeds": what was not told of before, or has a name."""
    stands = [child for child in tree.children(noun.index) if child.relation in {"det", "poss", "predet"}]
    return noun.tag in {"NN", "NNS", "NNP", "NNPS"} and all(child.low in table.indefinite for child in stands)


def says_which(tree: Tree, node: Node, table: Removable) -> bool:
    """True within what tells which are meant by a bare plural of which something is so: "near the dam" of "residents of villages near the dam must leave".

    Of what some of them did, each further phrase says more: "protesters who met in Lunde threw stones".
    """
    here = node
    for _ in range(_DEEPEST):
        head = tree.nodes[here.head]
        if here.head == here.index:
            return False
        if head.relation in {"nsubj", "nsubjpass"} and head.tag in {"NNS", "NNPS"}:
            is_bare = tree.child(head.index, "det", "poss", "nummod", "predet") is None
            verb = tree.nodes[head.head]
            did = tree.child(verb.index, "dobj", "nsubjpass") is not None and is_done(tree, verb, table)
            return is_bare and here is not node and not behind_comma(tree, here) and not did
        here = head
    return False


def _is_the_one(tree: Tree, noun: Node) -> bool:
    """True for a name, and for "the flyover"."""
    return noun.tag == "NNP" or (noun.tag == "NN" and tree.child(noun.index, "det", "poss") is not None)


def _is_plain(tree: Tree, node: Node, inner: Node) -> bool:
    """True for a phrase with no clause in it, which may bear on more than the phrase, and nothing that refers outside it."""
    if inner.tag.startswith(("PRP", "W", "CD")) or tree.child(node.index, "pcomp") is not None:
        return False
    return all(each.relation not in _CLAUSES and each.low != QUOTED for each in tree.branch(node.index))


def _is_told_apart(tree: Tree, inner: Node) -> bool:
    """True for "a wide margin", "security reasons" and "Friday", not for "mistake" or "purpose", which with their preposition are words of their own."""
    return inner.tag != "NN" or tree.child(inner.index, *_ARTICLES) is not None
