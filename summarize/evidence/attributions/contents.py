"""What a verb reports, as the parse shows it: its clause, its object, or the sentence that it hangs in."""

from __future__ import annotations

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.sayers import has_subject, own_subject, subjects_of
from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.text.dates.vocabulary import MONTHS, WEEKDAYS

CLAUSES = frozenset({"ccomp", "xcomp"})
"""Relations of a clause to the verb that reports it."""
ENDS = frozenset({".", "!", "?", ":", ";"})
"""Marks that end what is said."""
_PRESENT = frozenset({"VBZ", "VBP"})
"""Of verbs that tell what is to be on a day: "It reports on March 3"."""
_DEEPEST = 4
"""Nouns and prepositions down the parse at which a clause is looked for."""


def find_content(tree: Tree, verb: Node, words: Lexicon, passive: Node | None) -> set[int]:
    """Indices of the words that a reporting verb's clause or object holds, with those of its passive subject; none where it reports nothing."""
    if verb.low in words.accusing:
        return {node.index for node in tree.branch(verb.index)}
    content = find_clauses(tree, verb, words)
    content |= _cut_off(tree, verb, content)
    if not content and verb.relation == "parataxis":
        # "The fire, police said, spread": the verb hangs in what it reports.
        mine = frozenset({verb.index})
        content |= {node.index for node in tree.branch(verb.head, without=mine)}
    if not content:
        content = _before_it(tree, verb)
    if not content and verb.low not in words.with_clause:
        for child in tree.children(verb.index):
            is_object = child.relation == "oprd" or (child.relation == "dobj" and verb.low not in words.tells)
            leads = (
                child.relation == "prep"
                and child.low in words.leads
                and not (verb.tag in _PRESENT and is_when(tree, child))
            )
            if is_object or leads:
                content |= {node.index for node in tree.branch(child.index)}
    if content and passive is not None:
        content |= {node.index for node in tree.branch(passive.index)}
    return content


def find_clauses(tree: Tree, verb: Node, words: Lexicon) -> set[int]:
    """Indices of the words of the clauses and quotations that hang on a reporting verb; none where it has an object at most."""
    content: set[int] = set()
    for child in tree.children(verb.index):
        is_clause = child.relation in CLAUSES and (child.is_verb or child.low == QUOTED or has_subject(tree, child))
        if is_clause or child.low == QUOTED:
            content |= {node.index for node in tree.branch(child.index)}
        elif (child.relation == "dobj" and verb.low in words.tells) or _is_beside(child, words, content):
            told = _told_beside(tree, child, words)
            content |= {node.index for node in tree.branch(told.index)} if told is not None else set()
    return content


def _is_beside(node: Node, words: Lexicon, content: set[int]) -> bool:
    return not content and node.relation == "prep" and node.low not in words.leads


def _told_beside(tree: Tree, node: Node, words: Lexicon) -> Node | None:
    """The verb of a clause that the parse hangs on whom it is told to, or on where or when: "told the inquest that no guide had", "said on Monday that"."""
    noun = node
    for _ in range(_DEEPEST):
        for each in tree.children(noun.index):
            subject = tree.child(each.index, "nsubj", "nsubjpass", "expl")
            if each.relation not in {"relcl", "acl"} or subject is None or subject.low in words.pointers:
                continue
            opener = tree.child(each.index, "mark")
            is_told = opener is not None and opener.low in words.openers
            if is_told or (node.relation == "dobj" and each.relation == "relcl" and opener is None):
                return each
        below = tree.child(noun.index, "pobj", "prep")
        if below is None:
            return None
        noun = below
    return None


def _before_it(tree: Tree, verb: Node) -> set[int]:
    """What stands before ", a draft shows." and ", sources say", where the parse sees two sentences side by side."""
    subject = own_subject(tree, verb)
    if subject is None or verb.relation not in {"conj", "ROOT"}:
        return set()
    phrase = [node.index for node in tree.branch(subject.index)]
    first, last = min(*phrase, verb.index), max(*phrase, verb.index)
    end = last + 1
    while end < len(tree.nodes) and tree.nodes[end].relation == "punct" and tree.nodes[end].low not in ENDS:
        end += 1
    ends = end >= len(tree.nodes) or tree.nodes[end].low in ENDS
    if not ends or first < 4 or tree.nodes[first - 1].low != ",":
        return set()
    begin = first - 1
    while begin and tree.nodes[begin - 1].low not in ENDS:
        begin -= 1
    return set(range(begin, first - 1))


def _cut_off(tree: Tree, verb: Node, content: set[int]) -> set[int]:
    """What ends the clause reported and is taken for a first subject of the verb: "The city dropped for now its plan to …, its mayor has said"."""
    found: set[int] = set()
    for each in subjects_of(tree, verb)[:-1]:
        branch = {node.index for node in tree.branch(each.index)}
        found |= branch if min(branch) - 1 in content else set()
    return found


def is_when(tree: Tree, preposition: Node) -> bool:
    """True for "on March 3", "on Tuesday": when something is said, and not what or by whom."""
    at = tree.child(preposition.index, "pobj")
    first = tree.nodes[preposition.index + 1].low if preposition.index + 1 < len(tree.nodes) else ""
    return preposition.relation == "prep" and at is not None and (first in MONTHS or first in WEEKDAYS)
