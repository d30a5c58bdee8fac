"""What a branch is bound to: to a source that says something, to a half of its own, to a state or condition that the rest hangs on."""

from __future__ import annotations

from summarize.evidence.removable.adjuncts import is_ranked
from summarize.evidence.removable.done import is_done
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree


def is_about_source(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for what else is said of a source, and neither what narrows it nor in what it was found: "a man who called himself a doctor", "in rats"."""
    if node.relation == "relcl":
        return (is_beside_comma(tree, node) or node.low in table.abiding) and node.low not in (
            table.planning | table.denying
        )
    if node.relation == "appos" and is_no_such(node, head, table):
        return False
    if node.relation == "acl" and node.tag == "VBG":
        return not is_beside_comma(tree, node) or is_of_voice(tree, node, table)
    inner = tree.child(node.index, "pobj")
    if any(each.tag == "JJR" for each in tree.branch(node.index)):
        return False  # "with fewer than two years"
    is_found = node.low in table.sited and tree.nodes[head.head].low in table.finding
    of_body = table.settings | table.places | table.generic
    is_within = is_found or (inner is not None and inner.tag not in {"NNP", "NNPS"} and inner.low not in of_body)
    return node.low not in table.changing and not (node.low in table.sited and is_within)


def is_no_such(node: Node, head: Node, table: Removable) -> bool:
    """True for "a dummy" and "the alias of a spy", and for "an actor" of what is no name."""
    return node.low in (table.unreal if head.tag == "NNP" else table.unreal | table.posing)


def is_of_voice(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "speaking on the radio" and "standing outside the court", not for "standing in for the mayor"."""
    return node.low in table.voicing and tree.child(node.index, "prt") is None


def is_source(tree: Tree, head: Node, table: Removable) -> bool:
    """True for the subject of a reporting verb."""
    return head.relation == "nsubj" and tree.nodes[head.head].low in table.reporting


def is_absolute(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "weather permitting" and "a toll later cut to four": words with a subject of their own, on which the rest may hang or which correct it."""
    own = tree.child(node.index, "nsubj", "nsubjpass") if node.tag in {"VBG", "VBN"} else None
    if node.is_verb and (own is None or tree.child(node.index, "mark", "aux", "auxpass") is not None):
        return own is not None and node.low not in table.adding
    return not (node.low in table.adding and is_done(tree, head, table)) and (own is not None or not node.is_verb)


def completes(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "stranded" of "left 300 lorries stranded": in what state something was left."""
    first = tree.nodes[head.head] if head.relation == "conj" else head
    return node.tag in {"VBN", "VBG"} and first.relation == "dobj" and tree.nodes[first.head].low in table.leaving


def is_half(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "from Leeds" of "from Leeds to York", and for "inside the waters" of "four kilometres inside the waters"."""
    first, last = (find(each.index for each in tree.branch(node.index)) for find in (min, max))
    before = tree.nodes[first - 1]
    is_pair = node.low in table.pairing and any(
        child.low in table.reaching and child.index == last + 1 for child in tree.children(head.index)
    )
    is_counted = before.low in table.anchors["quantity"] or tree.child(before.index, "nummod") is not None
    return is_pair or (node.low in table.levels and first > 0 and before.tag != "NNP" and is_counted)


def is_measured_by(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "in a month" of "a second time in a month", and for "a year earlier" of "from 40 a year earlier": without it another is meant."""
    before = before_branch(tree, node)
    if before is None:
        return False
    if before.low in table.occasions and is_ranked(tree, before, table):
        return True
    is_counted = before.tag in {"CD", "$"} or before.low in table.anchors["quantity"]
    figure = before.index
    while is_counted and figure and tree.nodes[figure].relation in {"nummod", "quantmod", "compound", "pobj", "nmod"}:
        if tree.nodes[figure - 1].low in table.pairing:
            return True
        figure -= 1
    return False


def before_branch(tree: Tree, node: Node) -> Node | None:
    first = min(each.index for each in tree.branch(node.index))
    return tree.nodes[first - 1] if first else None


def is_beside_mark(tree: Tree, node: Node) -> bool:
    before = before_branch(tree, node)
    return before is not None and before.relation == "punct"


def is_beside_comma(tree: Tree, node: Node) -> bool:
    before = before_branch(tree, node)
    return before is not None and before.low == ","
