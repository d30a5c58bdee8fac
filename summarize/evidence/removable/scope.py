"""What stands in the scope of a denial, a condition or a comparison: nothing of it may be left out."""

from __future__ import annotations

from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

_DEEPEST: Final = 12
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_MAX_CLAUSE_LENGTH: Final = 60
_RELATIVE: Final = frozenset({"WDT", "WP"})
_BEFORE_CLAUSE: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", ",", "VBN", "VBD", "RP", "PRP", "RB"})
_DENIES: Final = frozenset({"neg", "det", "advmod", "preconj", "prep", "dobj"})


def counts_whole(tree: Tree, node: Node, table: Removable) -> bool:
    """True for what stands in a denial, a condition or a comparison, where leaving out a word changes what is denied or compared."""
    if node.relation in {"det", "mark", "appos"} or (node.relation == "relcl" and behind_comma(tree, node)):
        return False
    here = node
    head = tree.nodes[node.head]
    if node.relation == "conj" and node.tag in _FINITE and denies(tree, head, table):
        here = head  # "denied firing and said": what is said is not denied
    elif node.relation == "conj" and node.tag in _FINITE and head.tag == "VB":
        here = _top(tree, head)  # "does not accept it, and says": the helper, and "not" with it, belong to the first
    for _ in range(_DEEPEST):
        head = tree.nodes[here.head]
        if here.head == here.index:
            return False
        if _puts_in_scope(tree, here, head, table):
            return True
        here = head
    return False


def behind_comma(tree: Tree, node: Node) -> bool:
    first = min(each.index for each in tree.branch(node.index))
    return first > 0 and tree.nodes[first - 1].low == ","


def _top(tree: Tree, verb: Node) -> Node:
    """The first of the verbs that a verb is joined to."""
    while verb.relation == "conj" and verb.head != verb.index:
        verb = tree.nodes[verb.head]
    return verb


def denies(tree: Tree, verb: Node, table: Removable) -> bool:
    """True for a verb that denies what hangs on it, alone or with its particle: "denied", "ruled out"."""
    return verb.low in table.denying or (verb.low in table.excluding and tree.child(verb.index, "prt") is not None)


def _puts_in_scope(tree: Tree, here: Node, head: Node, table: Removable) -> bool:
    """True if a word's head denies, conditions or compares it, itself or by what else hangs on it."""
    if (
        head.low in table.excepting
        or (head.low in table.denials and head.tag in {"NN", "PRP"})  # "nothing wrong"
        or (head.low in table.scopes and not opens_clause(tree, head, table))
        or (denies(tree, head, table) and here.relation not in {"prep", "npadvmod", "advmod"})
    ):
        return True
    children = tree.children(head.index)
    others = [child for child in children if child.index != here.index]
    subject = next((child for child in children if child.relation in {"nsubj", "nsubjpass"}), None)
    return (
        any(child.low in table.denials for child in others if child.relation in _DENIES)
        or any(child.low in table.scopes for child in others if child.relation in {"mark", "advmod"})
        or (subject is not None and subject.index != here.index and is_denied(tree, subject, table))
        or (
            here.relation != "conj"  # "had no broken bones and was expected to leave"
            and any(child.relation == "dobj" and is_denied(tree, child, table) for child in others)
        )
    )


def is_denied(tree: Tree, subject: Node, table: Removable) -> bool:
    """True for "nobody", "no arrest" and "few arrests"."""
    return subject.low in table.denials or any(
        (child.low in table.denials and child.relation == "det") or child.low in table.scarce
        for child in tree.children(subject.index)
    )


def opens_clause(tree: Tree, node: Node, table: Removable) -> bool:
    """True for a word that opens a clause with a verb of its own: "as costs rose", not "as fast as", "as a teacher"."""
    behind = tree.nodes[node.index + 1 : node.index + 1 + _MAX_CLAUSE_LENGTH]
    clause = []
    for each in behind:
        if each.relation == "punct" and each.low in {",", ".", ";", "?", "!"}:
            break
        clause.append(each)
    finite = [place for place, each in enumerate(clause) if each.tag in _FINITE]
    if node.low not in table.comparing:
        return bool(finite)
    relatives = sum(each.tag in _RELATIVE for each in clause)
    first = clause[: finite[0]] if finite else []
    before = tree.nodes[node.index - 1] if node.index else None
    return (
        before is not None
        and before.tag in _BEFORE_CLAUSE
        and any(each.tag.startswith(("NN", "PRP")) for each in first)
        and not any(each.tag in {"CC", "TO", "IN"} and each.low not in table.going_on for each in first)
        and sum(clause[place].tag == "VBD" for place in finite) > relatives
    )
