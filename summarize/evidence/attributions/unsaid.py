"""What a verb of saying does not say: what is told of somebody, what is yet to be said, and what it means with the word behind it."""

from __future__ import annotations

from summarize.evidence.attributions.contents import CLAUSES, find_clauses
from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.sayers import has_subject
from summarize.evidence.trees import Node, Tree


def is_told_of_it(verb: Node, subject: Node | None, tree: Tree) -> bool:
    """True for a participle behind the noun of which it is told: "A van believed to be stolen"."""
    return (
        verb.tag == "VBN"
        and verb.relation == "acl"
        and subject is tree.nodes[verb.head]
        and tree.child(verb.index, *CLAUSES) is not None
    )


def is_to_do(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True for what somebody has yet to do, and so has not said: "Parliament has to confirm it"."""
    has_to = any(child.relation == "aux" and child.low == words.infinitive for child in tree.children(verb.index))
    return has_to and verb.relation == "xcomp" and not find_clauses(tree, verb, words)


def is_in_front_of_deed(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True where the parse takes a participle for the verb of a sentence: "A van believed to be stolen was found"."""
    behind = tree.nodes[verb.index + 1 : verb.index + 2]
    if not behind or behind[0].low != words.infinitive or tree.child(verb.index, "cc", "aux", "auxpass") is not None:
        return False
    if verb.tag not in {"VBD", "VBN"}:
        return False
    return any(
        child.relation in {"ccomp", "conj"}
        and child.index > behind[0].index
        and not has_subject(tree, child)
        and (child.tag == "VBD" or any(each.tag in {"VBD", "VBZ", "VBP"} for each in tree.children(child.index)))
        for child in tree.children(verb.index)
    )


def is_phrasal(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True for a verb that says nothing with the word behind it: "called off", "called the walk off"."""
    particle = tree.child(verb.index, "prt")
    behind = tree.nodes[verb.index + 1 : verb.index + 2]
    beside = {node.low for node in ([particle] if particle is not None else []) + behind}
    return not beside.isdisjoint(words.phrasal.get(verb.low, ()))
