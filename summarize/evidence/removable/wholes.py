"""Clauses and words beside a whole that is understood without them: between semicolons, joined by "and", titles before a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.evidence.removable.pointing import points_to
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

Range = tuple[int, int]

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_BEFORE_NOUNS: Final = frozenset({"amod", "compound", "nmod", "poss"})
_ENDS: Final = frozenset({".", "?", "!"})


def beside_semicolons(text: str, tree: Tree, table: Removable) -> Iterator[Range]:
    """The clauses of a sentence that semicolons part, each with one semicolon, if all are whole and this one holds no word that must stay."""
    clauses: list[list[Node]] = [[]]
    for node in [*tree.nodes, None]:
        if node is not None and node.low == ";":
            clauses.append([])
        elif node is not None and node.low not in _ENDS:
            clauses[-1].append(node)
        else:
            if len(clauses) > 1 and all(_is_whole(clause) for clause in clauses):
                yield from _parts(text, clauses, table)
            clauses = [[]]


def _parts(text: str, clauses: list[list[Node]], table: Removable) -> Iterator[Range]:
    for index, clause in enumerate(clauses):
        takes_back = index and any(node.tag == "VBD" for node in clause) and not _adds(clause, table)
        if not takes_back and not table.keeps(text[clause[0].start : clause[-1].end]):
            start = clauses[index - 1][-1].end if index else clause[0].start
            yield start, clause[-1].end if index else clauses[1][0].start


def _adds(clause: list[Node], table: Removable) -> bool:
    """True for a clause whose deeds take no other back."""
    helping = table.being | table.perfect
    deeds = [node.low for node in clause if node.tag in {"VBD", "VBN"} and node.low not in helping]
    return bool(deeds) and table.adding.issuperset(deeds)


def _is_whole(clause: list[Node]) -> bool:
    """True for a clause that has a verb with its subject, and no quotation."""
    subjects = {node.head for node in clause if node.relation in {"nsubj", "nsubjpass"}}
    finite = [node for node in clause if node.tag in _FINITE]
    verbs = {node.index for node in finite} | {node.head for node in finite if node.relation in {"aux", "auxpass"}}
    return bool(subjects & verbs) and all(node.low != QUOTED for node in clause)


def is_deed_of_speech(tree: Tree, node: Node, words: str, table: Removable) -> bool:
    """True for "and said it could move again": somebody's second deed, whose doubts are of what is said there, and nobody's word of the first."""
    if node.relation != "conj" or node.tag not in _FINITE or node.low not in table.reporting - table.denying:
        return False
    if tree.child(node.index, "nsubj", "nsubjpass") is not None or not _tells(tree, node, table):
        return False
    if any(each.low in table.scopes | table.undoing or each.low == QUOTED for each in tree.branch(node.index)):
        return False
    rest = " ".join(word for word in words.split() if word.lower() not in table.parting | {node.low})
    free = table.of_what_is_said if _is_of_first(tree, node, table) else table.of_what_is_said | {"denial", "absence"}
    return not table.keeps(rest, but=free)


def _is_of_first(tree: Tree, node: Node, table: Removable) -> bool:
    """True if what somebody says besides may be about something in their first deed."""
    first = [each for each in tree.branch(node.head, frozenset({node.index})) if each.index != node.head]
    subject = tree.child(node.head, "nsubj", "nsubjpass")
    doer = {each.index for each in tree.branch(subject.index)} if subject is not None else set()
    said = [each for each in tree.branch(node.index) if each.tag not in {"PRP", "PRP$"} or each.low in table.anaphors]
    return points_to(tree, said, [each for each in first if each.index not in doer], table)


def _tells(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "said it was safe" and "found nothing", not for "demanded changes" and "found him negligent", which may bound the first deed."""
    clause, thing = tree.child(node.index, "ccomp"), tree.child(node.index, "dobj")
    if clause is not None:
        return clause.is_verb
    return node.low in table.finding and thing is not None and thing.low in table.denials


def speaks_of_first(tree: Tree, node: Node, table: Removable) -> bool:
    """True if a joined verb's branch has a word that stands for something said before it, or a noun of that."""
    branch = list(tree.branch(node.index))
    nouns = {each.low for each in branch if each.tag.startswith("NN")}
    first = [each for each in tree.branch(node.head, frozenset({node.index})) if each.tag.startswith("NN")]
    stands_for = any(each.low in table.anaphors and each.tag not in {"IN", "WDT"} for each in branch)
    return stands_for or any(each.low in nouns for each in first)


def title_before(tree: Tree, node: Node, table: Removable) -> Range | None:
    """The range of "Mayor" before "Eva Brandt", where nothing else stands before the name."""
    behind = tree.nodes[node.index + 1] if node.index + 1 < len(tree.nodes) else None
    before = tree.nodes[node.index - 1] if node.index else None
    if node.low not in table.titles or node.relation not in _BEFORE_NOUNS or behind is None or behind.tag not in _NAMES:
        return None
    is_first = before is None or before.relation not in _BEFORE_NOUNS or before.head not in {node.index, node.head}
    return (node.start, node.end) if is_first and not tree.children(node.index) else None
