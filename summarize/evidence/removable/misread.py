"""Where a parse shows signs of being wrong, or a part would leave behind what then hangs on something else: nothing may be left out there."""

from __future__ import annotations

from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_CLAUSES: Final = frozenset({"relcl", "acl", "advcl", "appos"})
_PHRASES: Final = frozenset({"prep", "npadvmod"})
_LOOSE: Final = frozenset({"prep", "advmod", "amod", "acomp", "acl", "advcl", "npadvmod"})
_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES: Final = frozenset({"-", "--", "–", "—", ":"})
_ENDS: Final = frozenset({".", "?", "!"})


def unread(tree: Tree, table: Removable) -> set[int]:
    """The indices of the words of a condition without "if", which no part may hang on: "Should the dam fail, …"."""
    found: set[int] = set()
    inverted = False
    for node in tree.nodes:
        if node.index == 0 or tree.nodes[node.index - 1].low in _ENDS:
            inverted = node.low in table.inverted
        elif node.low == ",":
            inverted = False
        if inverted:
            found.add(node.index)
    return found


def strands(tree: Tree, node: Node, last: int) -> bool:
    """True if a branch may be what the rest of the sentence needs, or if what stands behind it would hang on something else without it."""
    first = min(each.index for each in tree.branch(node.index))
    before = tree.nodes[first - 1] if first else None
    next_to = tree.nodes[last + 1] if last + 1 < len(tree.nodes) else None
    behind = (
        tree.nodes[last + 2] if next_to is not None and next_to.low == "," and last + 2 < len(tree.nodes) else next_to
    )
    if next_to is None or behind is None:
        return False
    if node.relation != "appos" and (
        behind.relation == "appos"
        or (behind.tag in _RELATIVE and not _stays(tree, behind, first))
        or (next_to.low in _DASHES and (before is None or before.low != next_to.low))
    ):
        return True
    if node.relation == "appos" and (behind.relation == "cc" or _holds_clause(tree, node)):
        return True
    return (
        _may_be_main(tree, node, next_to)
        or (node.relation in _CLAUSES and behind.relation in _LOOSE)
        or (node.relation in _CLAUSES | _PHRASES and next_to is behind and _lacks_subject(tree, behind))
        or (node.relation in _PHRASES and next_to.low == "," and _closes_aside(tree, node, first))
        or (node.relation == "prep" and next_to.low == "," and _opens_list(tree, behind))
        or (node.relation in _PHRASES and before is not None and before.tag == "IN" and before.relation != "mark")
        or _leaves_figure(tree, node, last, next_to)
    )


def _leaves_figure(tree: Tree, node: Node, last: int, next_to: Node) -> bool:
    """True for "in row" of "a man in row four", where the parse hangs the figure on something else."""
    noun = tree.child(node.index, "pobj")
    is_bare = noun is not None and noun.index == last and noun.tag == "NN" and tree.child(noun.index, "det") is None
    return node.relation == "prep" and is_bare and next_to.tag == "CD"


def _opens_list(tree: Tree, behind: Node) -> bool:
    """True for "the church and the mill" behind "beside the canal, ", which without the canal would be more of what stands before it."""
    noun = behind if behind.tag.startswith("NN") else tree.nodes[behind.head]
    return noun.relation in {"appos", "conj", "npadvmod"} and tree.child(noun.index, "cc") is not None


def _closes_aside(tree: Tree, node: Node, first: int) -> bool:
    """True if the comma before a phrase ends an aside, whose end would be lost with it: "the harness, which is gilded, next spring, once"."""
    if first < 2 or tree.nodes[first - 1].low != ",":
        return False
    here = tree.nodes[first - 2]
    while here.head not in {here.index, node.head}:
        if here.relation in _CLAUSES:
            return True
        here = tree.nodes[here.head]
    return here.relation in _CLAUSES


def _stays(tree: Tree, pronoun: Node, first: int) -> bool:
    """True for "that raises" of "a bill on Friday that raises": without the day, it stands behind what it hangs on."""
    verb = tree.nodes[pronoun.head]
    before = tree.nodes[first - 1]
    return (verb.relation == "relcl" and verb.head == before.index) or (
        verb.relation == "ccomp" and verb.head == before.index and pronoun.index < verb.index
    )


def _holds_clause(tree: Tree, node: Node) -> bool:
    """True if a branch holds a verb with a subject of its own, which no relative pronoun ties to what is described."""
    for each in tree.branch(node.index):
        if each.tag in _FINITE and each.relation in {"acl", "appos", "conj", "parataxis", "relcl"}:
            subject = tree.child(each.index, "nsubj", "nsubjpass")
            if subject is not None and not any(word.tag in _RELATIVE | {"WRB"} for word in tree.branch(each.index)):
                return True
    return False


def _may_be_main(tree: Tree, node: Node, next_to: Node) -> bool:
    """True for what may be the main verb of a clause in which the parse sees none, and what is joined to it."""
    if node.relation not in {"acl", "advcl", "conj"} or (
        node.relation == "acl" and node.index == node.head + 1 and next_to.relation != "punct"
    ):
        return False
    here = node
    for _ in tree.nodes:
        if here.head == here.index or here.relation in {"ccomp", "parataxis"}:
            break
        here = tree.nodes[here.head]
    return not here.is_verb and here.low != QUOTED


def _lacks_subject(tree: Tree, node: Node) -> bool:
    """True for a verb, or the first of its helpers, that the parse gives no subject."""
    verb = tree.nodes[node.head] if node.relation in {"aux", "auxpass"} else node
    return node.tag in _FINITE and tree.child(verb.index, "nsubj", "nsubjpass", "csubj", "expl") is None
