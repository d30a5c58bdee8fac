"""Which words that must stay elsewhere a part may hold, by what it is; and parts that take back or speak for what is beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.removable.done import is_done, is_new
from summarize.evidence.removable.table import Removable
from summarize.evidence.removable.wholes import speaks_of_first
from summarize.evidence.trees import Node, Tree

_DONE: Final = frozenset({"VBD", "VBN", "VBG"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_SPOKEN: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def takes_back(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a deed that may undo the first, "and was found safe", or sets a rate against its rate, "fell 7 percent and closed up 2 percent".

    A second deed may, and a later one, unless it is still to come or its verb is known to add to any other. A clause about a noun may if its
    verb is known to undo.
    """
    branch = sorted(tree.branch(node.index), key=lambda each: each.index)
    if node.relation in {"advcl", "prep"}:
        return branch[0].low in table.later and any(each.is_verb and each.low not in table.adding for each in branch)
    if node.relation not in {"conj", "relcl", "acl"} or not node.is_verb or tree.child(node.index, "mark") is not None:
        return False
    if node.relation == "conj" and not adds(tree, node, table):
        return True
    if any(each.is_verb and each.low in table.unmasking for each in branch) and any(
        each.low in table.being and each.tag == "VB" for each in branch
    ):
        return True  # "that turned out to be a copy"
    undone = node.relation != "conj" and (became_other(tree, node, table) or _unmakes(tree, node, head, table))
    if undone or any(each.low in table.undoing for each in branch if each.is_verb):
        return True
    without = frozenset({node.index})
    rates = any(each.low in table.rates for each in branch)
    return rates and any(each.low in table.rates for each in tree.branch(head.index, without)) and head.is_verb


def became_other(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "a toll later cut to four" and "a step soon undone": what became of it afterwards, by a verb that is not known to add."""
    branch = tree.branch(node.index)
    noun = tree.nodes[node.head]
    return (
        any(each.low in table.afterwards and each.relation != "prep" for each in branch)
        and any(each.is_verb and each.low not in table.adding for each in branch)
        and not (noun.tag == "NNP" and node.relation == "relcl")
    )


def _unmakes(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "struck from the books" of an order, "set aside" of a verdict: of what holds by being made, all but its making may undo it."""
    beside = tree.child(node.index, "advmod", "prt")
    is_made = node.low in table.creating | table.adding and (beside is None or beside.low in table.times)
    is_passive = node.tag == "VBN" or tree.child(node.index, "auxpass") is not None
    is_denied_too = tree.child(node.index, "neg") is not None
    return head.low in table.made and ((is_passive and not is_made) or is_denied_too)


def adds(tree: Tree, node: Node, table: Removable) -> bool:
    """True for a second deed that takes nothing back: it is still to come, or adds to any deed, and speaks of nothing that is told before."""
    if _is_still_open(tree, node, table) or is_not_done(tree, node, table):
        return True
    is_own = node.tag in _DONE and is_of_its_own(tree, node, table)
    return (node.low in table.adding or is_own) and not speaks_of_first(tree, node, table)


def is_of_its_own(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "ordered a fresh poll": a deed done to something that was not there before, and that mends or undoes nothing."""
    thing = tree.child(node.index, "dobj")
    if thing is None or node.tag == "VB" or not is_new(tree, thing, table):
        return False
    if tree.child(node.index, "auxpass", "prt") is not None or _says_more(tree, node, table):
        return False
    bounds = (
        table.undone | table.undoing | table.denying | table.limiting | table.unreal | table.finding | table.weighing
    )
    return not any(each.low in bounds or each.tag == "PRP" for each in tree.branch(node.index))


def _says_more(tree: Tree, node: Node, table: Removable) -> bool:
    return node.low in table.reporting and tree.child(node.index, "ccomp", "xcomp") is not None


def free_kinds(tree: Tree, node: Node, head: Node, table: Removable) -> frozenset[str]:
    """Kinds of kept words that bear on nothing outside a part, for what it is."""
    if node.relation == "relcl":
        named = frozenset({"restriction"} if _is_of_named(tree, node, table) else ())
        return table.in_relative | named | _open_beside(tree, node, table)
    if node.relation != "conj" or not node.is_verb:
        return table.in_apposition if node.relation == "appos" else frozenset()
    if (_is_still_open(tree, node, table) or is_not_done(tree, node, table)) and _is_done(tree, head, table):
        return table.in_open_deed
    if node.tag not in {"VBD", "VBN"} or head.tag not in {"VBD", "VBN"}:
        return frozenset()
    branch = list(tree.branch(node.index))
    if any(each.low in table.scopes - table.comparing for each in branch):
        return table.in_deed
    is_denial = node.low in table.denying or table.keeps(node.low, but=table.in_deed)
    denies_it = is_denial or any(each.low in table.anaphors for each in branch)
    return table.in_past_deed if denies_it else table.in_deed_apart


def _open_beside(tree: Tree, node: Node, table: Removable) -> frozenset[str]:
    """Doubt, for ", which could reopen in May": what may become of a thing that a deed was done to bears on nothing but the thing."""
    opens = tree.child(node.index, "nsubj", "nsubjpass")
    is_beside = opens is not None and opens.tag in {"WDT", "WP"} and tree.nodes[opens.index - 1].low == ","
    helped = any(child.tag == "MD" for child in tree.children(node.index))
    noun = tree.nodes[node.head]
    verb = noun
    while verb.head != verb.index and not verb.is_verb:
        verb = tree.nodes[verb.head]
    is_deed = noun.relation in {"dobj", "pobj"} and is_done(tree, verb, table)
    bound = any(each.low in table.undone | table.undoing | table.denials for each in tree.branch(node.index))
    return frozenset(
        {"doubt", "absence"} if is_beside and helped and is_deed and not bound else {"absence"} if is_beside else ()
    )


def _is_of_named(tree: Tree, node: Node, table: Removable) -> bool:
    """True for ", where the only hospital was damaged": what it restricts is in it; "which" may stand for the whole before it."""
    first = min(each.index for each in tree.branch(node.index))
    comma = first > 0 and tree.nodes[first - 1].low == ","
    return comma and tree.nodes[first].low in table.telling_of


def _is_still_open(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "could reopen" and "was expected to leave", without a word that stands for the deed before them."""
    helped = any(child.tag == "MD" for child in tree.children(node.index))
    # "And a pardon is expected": what others plan may take it back.
    is_own = tree.child(node.index, "nsubj", "nsubjpass") is None
    # Behind the same subject "its" is of that: "sold the mine and would sue if its name was used".
    bounds = table.undone | table.anaphors - (table.owning if is_own else frozenset())
    bound = any(each.low in bounds and each.tag not in {"IN", "WDT"} for each in tree.branch(node.index))
    is_plan = node.low in table.planning and (node.tag == "VBN" or tree.child(node.index, "xcomp") is not None)
    return (helped or (is_own and is_plan)) and not bound


def is_not_done(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "has not said why" and "is due to meet the king" behind a deed of the same subject: what is not done takes nothing back.

    But not for what denies the first deed its end or its sense: "and did not last", "and did not mean it".
    """
    children = tree.children(node.index)
    if any(child.relation in _SUBJECT for child in children):
        return False
    branch = list(tree.branch(node.index))
    points = any(each.low in table.anaphors and (each.tag == "DT" or each.relation in _SUBJECT) for each in branch)
    if points or any(each.low in table.unreal | table.undone | table.back for each in branch):
        return False
    if is_negated(tree, node, table):
        return True
    behind = tree.child(node.index, "xcomp") or next(
        (
            child
            for each in children
            if each.low in table.due
            for child in tree.children(each.index)
            if child.tag == "VB"
        ),
        None,
    )
    is_to_come = node.low in table.being and node.tag in _FINITE and behind is not None and behind.tag == "VB"
    return is_to_come and not any(each.low in table.undoing for each in branch)


def is_negated(tree: Tree, verb: Node, table: Removable) -> bool:
    """True for "has not said", with a helper of its own, but for verbs of lasting and meaning: "did not last"."""
    children = [child for child in tree.children(verb.index) if child.index < verb.index]
    return (
        any(child.relation == "neg" for child in children)
        and any(child.relation in {"aux", "auxpass"} and child.tag in _FINITE | {"MD"} for child in children)
        and verb.low not in table.lapsing
    )


def _is_done(tree: Tree, verb: Node, table: Removable) -> bool:
    """True for a verb of the past or of a state that is so, in no condition; what is said of a thing still open bears on it in nothing."""
    helped = any(child.tag == "MD" for child in tree.children(verb.index))
    return verb.tag in {"VBD", "VBN"} and not helped and verb.low not in table.planning | table.denying


def speaks_for_rest(nodes: Sequence[Node], table: Removable) -> bool:
    """True if a verb of saying among some words has nothing behind it, so that it may be of what stands before them: "and hid it, police said"."""
    spoken = [place for place, node in enumerate(nodes) if node.low in table.reporting and node.tag in _SPOKEN]
    return any(
        (place + 1 == len(nodes) or nodes[place + 1].relation == "punct")
        and not _is_done_to(nodes[:place], table)
        and all(node.low not in table.beyond for node in nodes[:place])
        for place in spoken
    )


def _is_done_to(before: Sequence[Node], table: Removable) -> bool:
    """True before "found" of "unless an infection was found", which is nobody's word, as "it was found" is."""
    subject = next((node for node in reversed(before) if node.low not in table.being | table.passive), None)
    is_passive = bool(before) and subject is not before[-1]
    return is_passive and subject is not None and subject.low not in table.anaphors and subject.tag.startswith("NN")
