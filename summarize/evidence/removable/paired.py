"""What a part bounds that looks whole without it: one of two things with places of their own, a state or permission, all behind "only", what an "and" joins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

Range = tuple[int, int]

_ADJUNCTS: Final = frozenset({"prep", "npadvmod", "agent"})
_CLAUSES: Final = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_SINGLE: Final = frozenset({"det", "amod", "compound", "mark"})
_BESIDE: Final = frozenset({"appos", "relcl", "acl"})
_WITHIN: Final = frozenset({"xcomp", "pcomp", "prep", "pobj", "acomp", "conj", "dobj", "ccomp", "attr", "advcl"})
_PAST: Final = frozenset({"VBD", "VBN"})
_REACHING: Final = frozenset({"dobj", "pobj", "prep", "nsubj", "nsubjpass", "agent", "ccomp"})
_ENDS: Final = frozenset({".", "?", "!"})
_YEAR: Final = 4
"""Figures of a year."""
_DEEPEST: Final = 12


class PairedParts:
    """A paragraph, and which of its parts leave behind what is no longer so."""

    def __init__(self, tree: Tree, table: Removable) -> None:
        self.tree = tree
        self.table = table
        self.twins = list(_twins(tree, table))
        self.behind_only = [set(branch) for branch in _behind_only(tree, table)]
        self.joined = dict(_joined_over_aside(tree))

    def bounds(self, part: Range) -> bool:
        """True for a part without which the rest says another thing, or more."""
        inside = self.tree.within(*part)
        words = [node for node in inside if node.relation != "punct"]
        if not words or (len(words) == 1 and words[0].relation in _SINGLE):
            return False
        return (
            self._is_one_of_two({node.index for node in words})
            or self._is_behind_only(inside, words)
            or self._is_joined(words)
            or any(is_bound_state(self.tree, node, self.table) for node in words)
            or self._became_other(inside)
        )

    def _is_one_of_two(self, members: set[int]) -> bool:
        """True for "in the north" of "rose in the north and fell in the south", unless one of the two goes whole."""
        return any(
            (first in members) != (second in members) and not ({one, other} & members)
            for first, one, second, other in self.twins
        )

    def _is_behind_only(self, inside: list[Node], words: list[Node]) -> bool:
        """True for what is told of those alone that "only" names; not for an aside about a noun."""
        members = {node.index for node in words}
        if inside[0].low == "," and any(each.relation in _BESIDE and each.head not in members for each in words):
            return False
        return any(words[0].index in branch for branch in self.behind_only)

    def _is_joined(self, words: list[Node]) -> bool:
        """True for "20 in Wales" of "40 in Scotland and, pending talks, 20 in Wales", but for a part that the "and" goes with."""
        first, last = words[0].index, words[-1].index
        return any(
            (first == second and last - first > 0) or (joining < first < second <= last)
            for second, joining in self.joined.items()
        )

    def _became_other(self, inside: list[Node]) -> bool:
        """True for ", now beaten," and ", who has died aged 94,": what is no more."""
        if inside[0].low != ",":
            return False
        if self.table.has_ended(node.low for node in inside):
            return True
        words = [node for node in inside if node.relation != "punct"][:2]
        return (
            len(words) > 1
            and words[0].low in self.table.afterwards
            and words[1].tag in {"VBN", "VBD"}
            and (words[0].low in self.table.still or words[1].low not in self.table.adding)
        )


def is_bound_state(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "after boiling" of "is safe to drink after boiling": when something is so, or is allowed, is on what condition."""
    if node.low not in table.timing or node.relation not in {"prep", "advcl", "mark", "advmod"}:
        return False
    here = tree.nodes[node.head] if node.relation in {"mark", "advmod"} else node
    told = here.tag
    for _ in range(_DEEPEST):
        head = tree.nodes[here.head]
        if here.head == here.index:
            return False
        children = tree.children(head.index)
        if head.low in table.being and tree.child(head.index, "acomp", "attr") is not None:
            is_told = head.tag in _PAST and told in _PAST  # "had been awake for 20 hours when he crashed"
            return tree.child(head.index, "acomp") is not None and not is_told
        if head.low in table.permitting or any(child.low in table.may for child in children if child.tag == "MD"):
            return True
        if head.relation not in _WITHIN:
            return False
        here = head
    return False


def says_of_which(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for "accounts" of "froze foreign accounts", and "doses" of "is safe in small doses": what is ruled or so of some is not of all."""
    if tree.child(noun.index, "det", "poss", "nummod") is not None:
        return False
    here = noun
    while here.head != here.index and (here.relation in _REACHING or (here.relation == "conj" and not here.is_verb)):
        is_done_to = here.relation != "nsubj"
        here = tree.nodes[here.head]
        is_state = here.low in table.being and tree.child(here.index, "acomp") is not None
        if (is_done_to and here.low in table.ruling | table.limiting) or here.relation == "acomp" or is_state:
            return True
    return False


def _kind(tree: Tree, node: Node, table: Removable) -> str:
    """What a phrase says, roughly: when, where, or its first word; "six hours later" hangs on another time, and is of no kind."""
    inner = tree.child(node.index, "pobj")
    words = [node] if inner is None else [inner, *tree.children(inner.index)]
    if any(each.low in table.times or _is_year(each) for each in words):
        is_counted = inner is None and tree.nodes[node.head].low in table.afterwards
        return "time" if not is_counted else node.low
    return "place" if node.low in table.perhaps | table.placing else node.low


def _is_year(node: Node) -> bool:
    return node.tag == "CD" and len(node.low) == _YEAR and node.low.isdigit()


def _twins(tree: Tree, table: Removable) -> Iterator[tuple[int, int, int, int]]:
    """The indices of phrases of one kind, each with the one of two joined words that it belongs to."""
    for other in tree.nodes:
        one = _other_half(tree, other, table)
        if one is None:
            continue
        mine = [*_own_words(tree, one, frozenset({other.index}))]
        above = _clause(tree, one)
        if above is not None:  # "will close 40 branches in Scotland and 20 in Wales" hangs the places on the verb
            mine += [each for each in tree.children(above.index) if one.index < each.index]
        first = min(each.index for each in tree.branch(other.index))
        left = [each for each in mine if each.relation in _ADJUNCTS and each.index < first]
        right = [each for each in mine if each.relation in _ADJUNCTS and each.index > other.index]
        right += [each for each in _own_words(tree, other, frozenset()) if each.relation in _ADJUNCTS]
        for here in left:
            kind = _kind(tree, here, table)
            yield from (
                (here.index, one.index, each.index, other.index) for each in right if kind == _kind(tree, each, table)
            )


def _other_half(tree: Tree, node: Node, table: Removable) -> Node | None:
    """What a word is told beside: what it is joined to, the clause that "while" sets it against, or the item before it of a list that the parse has torn."""
    if node.relation == "conj" and node.head != node.index:
        return tree.nodes[node.head]
    if node.relation == "advcl":
        is_beside = any(child.low in table.openers["meanwhile"] for child in tree.children(node.index))
        return tree.nodes[node.head] if is_beside else None
    before = [child for child in tree.children(node.head) if child.relation == "dobj" and child.index < node.index]
    return before[-1] if node.relation == "dobj" and before else None


def _own_words(tree: Tree, node: Node, without: frozenset[int]) -> Iterator[Node]:
    """The words that hang on a word, but for those of clauses within and of what is joined to it."""
    outside = without | {
        each.index
        for each in tree.branch(node.index)
        if each.index != node.index
        and (each.relation in _CLAUSES or (each.relation == "conj" and each.head == node.index))
    }
    return (each for each in tree.branch(node.index, outside) if each.index not in outside)


def _clause(tree: Tree, node: Node) -> Node | None:
    """The verb that a noun belongs to as its object or attribute; None for a verb, and for anything else."""
    head = tree.nodes[node.head]
    return head if node.relation in {"dobj", "attr", "nsubjpass"} and head.is_verb and not node.is_verb else None


def _behind_only(tree: Tree, table: Removable) -> Iterator[set[int]]:
    """The words of each clause whose subject "only" bounds, or that it opens, from its verb's subject on; without who says so."""
    for node in tree.nodes:
        if node.low not in table.alone:
            continue
        verb = _verb_of_subject(tree, node)
        if verb is None:
            continue
        outside = frozenset(
            child.index
            for child in tree.children(verb.index)
            if child.relation in {"ccomp", "parataxis"} and child.low in table.reporting
        )
        yield {
            each.index
            for each in tree.branch(verb.index, outside)
            if each.index > node.index and each.index not in outside
        }


def _verb_of_subject(tree: Tree, node: Node) -> Node | None:
    """The verb of the subject that a word opens; None for "the only bank", and for "only" before anything else."""
    here = node
    opens = not node.index or tree.nodes[node.index - 1].low in _ENDS
    if opens and tree.nodes[node.head].is_verb:
        return tree.nodes[node.head]
    for _ in range(_DEEPEST):
        head = tree.nodes[here.head]
        if here.head == here.index:
            return None
        if here.relation in _SUBJECTS:
            return head if min(each.index for each in tree.branch(here.index)) == node.index else None
        here = head
    return None


def _joined_over_aside(tree: Tree) -> Iterator[tuple[int, int]]:
    """Where the second of two things begins behind "and" and words between commas, and where that "and" is."""
    nodes = tree.nodes
    for node, behind in pairwise(nodes):
        if node.tag == "CC" and behind.low == ",":
            comma = next((each for each in nodes[behind.index + 1 :] if each.low in {",", ".", ";"}), None)
            if comma is not None and comma.low == "," and comma.index + 1 < len(nodes):
                yield comma.index + 1, node.index
