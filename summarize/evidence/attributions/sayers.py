"""Who says what a verb reports, as the parse shows it: the subject of the verb, its own or a shared one."""

from __future__ import annotations

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.trees import Node, Tree

_BORROWS = frozenset({"conj", "xcomp", "advcl", "acl", "prep", "pcomp", "dep"})
"""How a verb hangs on another whose subject is its own as well."""
_DEEPEST = 4
"""Verbs up the parse at which a shared subject is looked for."""


def find_sayer(tree: Tree, verb: Node, words: Lexicon) -> Node | None:
    """The word for who says what a verb reports, None where the parse shows nobody.

    It is the verb's subject, its agent, or the subject that it shares with the verb that it hangs on.
    """
    node = verb
    for _ in range(_DEEPEST):
        if tree.child(node.index, "nsubjpass", "auxpass") is not None and node is verb:
            agent = tree.child(node.index, "agent")
            return tree.child(agent.index, "pobj") if agent is not None else None
        subject = own_subject(tree, node) or (tree.child(node.index, "nsubjpass") if node is not verb else None)
        if subject is not None:
            if subject.low in words.pointers:
                return tree.nodes[node.head] if node.relation == "relcl" and node.head != node.index else None
            return subject
        if node.head == node.index:
            return _phrase_before(tree, node) if node is verb else None
        if node.relation in {"relcl", "acl"} and tree.nodes[node.head].tag.startswith(("NN", "PRP")):
            return tree.nodes[node.head]
        if node.relation not in _BORROWS:
            return None
        node = tree.nodes[node.head]
    return None


def _phrase_before(tree: Tree, verb: Node) -> Node | None:
    """The noun right before a verb that seems to have a clause for its subject: "Giving evidence, the engineer, Dr Lee, said that"."""
    if tree.child(verb.index, "csubj", "advcl") is None:
        return None
    index = verb.index - 1
    while index >= 0 and tree.nodes[index].relation == "punct":
        index -= 1
    if index < 0 or not tree.nodes[index].tag.startswith("NN"):
        return None
    node = tree.nodes[index]
    while node.relation in {"appos", "compound"} and node.head != node.index:
        node = tree.nodes[node.head]
    return node


def own_subject(tree: Tree, verb: Node) -> Node | None:
    """The subject that hangs on a verb, None without one; the one behind it where a comma stands before it, "…, says the mayor", else of several the nearest before it."""
    subjects = subjects_of(tree, verb)
    if len(subjects) > 1 and verb.index and tree.nodes[verb.index - 1].low != ",":
        subjects = [child for child in subjects if child.index < verb.index] or subjects[:1]
    return subjects[-1] if subjects else None


def subjects_of(tree: Tree, verb: Node) -> list[Node]:
    """All the subjects that hang on a verb in the active, in their order."""
    return [child for child in tree.children(verb.index) if child.relation == "nsubj"]


def has_subject(tree: Tree, node: Node) -> bool:
    """True for a word on which a subject of any sort hangs."""
    return tree.child(node.index, "nsubj", "nsubjpass", "expl") is not None
