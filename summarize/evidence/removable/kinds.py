"""Which branches may go, by their relation to what they hang on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from summarize.evidence.removable.adjuncts import is_adjunct, is_compared, is_ranked
from summarize.evidence.removable.bonds import (
    before_branch,
    completes,
    is_about_source,
    is_absolute,
    is_beside_comma,
    is_beside_mark,
    is_half,
    is_measured_by,
    is_no_such,
    is_of_voice,
    is_source,
)
from summarize.evidence.removable.held import became_other
from summarize.evidence.removable.paired import says_of_which
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree
from summarize.gazetteer import given_name_gender

_FUTURE = frozenset({"MD"})
_ORDER = frozenset({"JJS", "RBS", "JJR", "RBR"})


def may_go(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a branch that may go, but for the words that it holds."""
    if is_measured_by(tree, node, table):
        return False
    if is_source(tree, head, table) and head.tag != "CD" and node.relation in _OF_A_SOURCE:
        return is_about_source(tree, node, head, table)  # who says it may be told shortly
    rule = _BRANCHES.get(node.relation)
    return rule is None or rule(tree, node, head, table)


def _parts_from_verb(tree: Tree, node: Node, head: Node) -> bool:
    """True for "reading from a brief" between a subject and its verb: in what part or state somebody does what they do."""
    subject = tree.child(head.index, "nsubj", "nsubjpass")
    return subject is not None and subject.index < node.index < head.index


def _is_listener(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "reporters" of "told reporters that"."""
    del node
    return head.low in table.tells and tree.child(head.index, "ccomp") is not None


def _is_rate(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "a day" and "every year": without it a figure is another one."""
    rates = table.indefinite | table.universals
    return any(child.low in rates for child in tree.children(node.index) if child.relation == "det")


def _is_time(tree: Tree, node: Node, table: Removable) -> bool:
    """True for "Tuesday" or "two days later", but not for "June 30" of "sets June 30 as the last day"."""
    last = max(each.index for each in tree.branch(node.index))
    if last + 1 < len(tree.nodes) and tree.nodes[last + 1].low in table.scopes:
        return False
    return any(each.low in table.times for each in tree.branch(node.index))


def _is_aside(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a clause that says more of something, and does not say which, or how many, or that it is."""
    return not (
        _is_general(tree, node, head)
        or _picks_out(tree, node, head, table)
        or is_ranked(tree, head, table)
        or head.relation in {"attr", "expl"}
        or (
            head.relation == "appos"
            and not (
                head.tag == "NNP" and is_beside_comma(tree, node) and tree.nodes[node.index - 1].low in table.persons
            )
        )
        or _is_infinitive(tree, node)
        or head.tag == "CD"
        or node.low in table.bounding
        or _is_of_part(tree, node)
        or completes(tree, node, head, table)
        or _bounds_subject(tree, node, head, table)
    )


def _bounds_subject(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for what may say which are meant, or when, though it stands between commas: "firms, owned by the state, must"; "the drug, taken twice, halves"."""
    is_aside = node.relation in {"acl", "prep"} and is_beside_comma(tree, node)
    if not is_aside or head.relation not in {"nsubj", "nsubjpass"}:
        return False
    is_bare = head.tag in {"NN", "NNS", "NNPS"} and not is_told_apart(tree, head, table)
    verb = tree.nodes[head.head]
    is_general = verb.tag in {"VB", "VBZ", "VBP"} or any(
        child.tag in {"MD", "VBZ", "VBP"} and child.relation in {"aux", "auxpass"}
        for child in tree.children(verb.index)
    )
    return is_bare or (node.relation == "acl" and is_general)


def is_told_apart(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for a noun that an article, a figure or a name before it tells from all others; not for "all firms"."""
    stands = [child for child in tree.children(noun.index) if child.relation in {"det", "poss", "nummod", "predet"}]
    return bool(stands) and all(child.low not in table.universals for child in stands)


def _is_of_part(tree: Tree, node: Node) -> bool:
    """True for "part of which was struck down", which bounds what it describes."""
    words = sorted(tree.branch(node.index), key=lambda each: each.index)
    return any(before.tag == "IN" and each.tag in {"WDT", "WP"} for before, each in pairwise(words[1:4]))


def _is_plain_adjective(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "narrow" of "the narrow bridge": not "former", not a rank, not what makes a name or a number; and for the age of somebody."""
    if node.low in table.ages and tree.child(node.index, "npadvmod") is not None:
        is_one = any(child.low in table.indefinite for child in tree.children(head.index))
        return is_one and head.tag == "NN" and not _is_general(tree, node, head)
    return (
        node.low not in table.changing
        and node.tag in {"JJ", "VBN"}
        and head.tag in {"NN", "NNS"}
        and not node.low[0].isdigit()
        and (
            _is_hyphened(tree, node, head, table)
            or all(_is_beside(child, table) for child in tree.children(node.index))
        )
        and not _says_for_whom(tree, head, table)
        and not says_of_which(tree, head, table)
    )


def _is_hyphened(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "Leeds-based" of one thing; "a stunningly modern house" is no such word."""
    return node.low in table.compounded and is_told_apart(tree, head, table) and tree.nodes[node.index - 1].low == "-"


def _says_for_whom(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for "firms" of "was cut for small firms", and "bags" of "the ban on large bags": not for all."""
    preposition = tree.nodes[noun.head]
    is_bare = noun.tag == "NNS" and tree.child(noun.index, "det", "poss", "nummod") is None
    return is_bare and (preposition.low in table.serving or tree.nodes[preposition.head].tag in {"NN", "NNS"})


def _is_beside(child: Node, table: Removable) -> bool:
    """True for "and" and "Danish" of "Swedish and Danish"."""
    return child.low in table.joining or (
        child.relation == "conj" and child.tag == "JJ" and child.low not in table.changing
    )


def _is_plain_adverb(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "quickly", but not for a comparison ("more complicated than it was"), a verb, or what a verb needs: "went back", "would be back by May"."""
    if head.low in table.being and tree.child(head.index, "attr", "acomp", "prep", "ccomp") is None:
        return False
    return any(each.low in table.times for each in tree.branch(node.index)) or (
        not node.is_verb
        and not (node.low in table.leaning and head.tag == "IN" and not _is_time(tree, head, table))  # "even with it"
        and head.low not in table.taking
        and head.tag not in _ORDER  # "at least nine"
        and node.low not in table.particles
        and not any(each.tag in _ORDER for each in tree.branch(node.index))
    )


def _is_forename(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "Maria" of "Maria Delgado", and for the name before "police"."""
    if node.tag != "NNP" or node.index + 1 != head.index or tree.child(node.index, "det") is not None:
        return False
    return head.low in table.generic or (head.tag == "NNP" and given_name_gender(node.low.capitalize()) is not None)


def _is_doer(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "by a navy patrol" of "were picked up by a navy patrol": a deed that is whole without who did it, and nobody's word."""
    others = [child for child in tree.children(head.index) if child is not node and child.relation != "punct"]
    is_deed = head.relation not in {"acl", "relcl"} or bool(others)
    is_past = all(child.tag not in {"MD", "VBZ", "VBP"} or child.low in table.perfect for child in others)
    doer = tree.child(node.index, "pobj")
    if (
        head.tag not in {"VBN", "VBD"}
        or doer is None
        or (doer.tag == "NN" and tree.child(doer.index, "det", "poss", "nummod") is None)
    ):
        return False  # "fired by mistake"
    subject = tree.child(head.index, "nsubjpass")
    if subject is not None and subject.tag == "PRP":
        return False  # of somebody known it is the news: "they were paid by a policeman"
    return is_deed and is_past and head.low not in table.needing | table.reporting | table.taking


def _is_hour_of(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "night" of "a night survey", not of "stopped the night flights"."""
    is_one = any(child.low in table.indefinite for child in tree.children(head.index))
    return (
        is_one
        and node.tag == "NN"
        and node.low in table.times
        and head.tag in {"NN", "NNS"}
        and node.index + 1 == head.index
    )


def _counts_off(tree: Tree, node: Node) -> bool:
    """True for "less tax of nine" behind "40 million, ", and for "over 80" behind "drivers, "."""
    return any(
        child.tag == "JJR" or (node.tag == "CD" and child.relation == "advmod") for child in tree.children(node.index)
    )


def _is_share(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "most of them toys" of guns: of people it says who they are besides."""
    is_of_them = any(each.relation == "pobj" and each.low in table.pronouns for each in tree.branch(node.index))
    return is_of_them and head.low not in table.crowds


def _picks_out(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a clause without a comma that says which of many is meant: "residents who boiled their water were safe"."""
    before = before_branch(tree, node)
    if before is not None and before.relation == "punct":
        return False
    return not any(child.low in table.indefinite or child.tag == "CD" for child in tree.children(head.index))


def _is_general(tree: Tree, node: Node, head: Node) -> bool:
    """True for what narrows the subject of a statement that holds in general or may hold: "supper before seven may lower the risk"."""
    if head.relation not in {"nsubj", "nsubjpass"} or tree.nodes[node.index - 1].low == ",":
        return False
    verb = tree.nodes[head.head]
    return verb.tag in {"VBZ", "VBP"} or any(child.tag == "MD" for child in tree.children(verb.index))


def _is_infinitive(tree: Tree, node: Node) -> bool:
    """True for "to leave": what is called a clause beside a verb or noun often is what they need: "persuaded the court to leave"."""
    return any(child.tag == "TO" for child in tree.children(node.index))


def _is_condition(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a clause that says when a thing still to come will come, or on what condition it would."""
    helpers = [child for child in tree.children(head.index) if child.tag in _FUTURE]
    if any(child.low in table.would for child in helpers):
        return True
    if head.low in table.being | table.perfect:
        return True  # a state that a clause bounds: "was profitable before it bought two ferries"
    opener = next((child for child in tree.children(node.index) if child.relation in {"mark", "advmod"}), None)
    if opener is None or opener.low not in table.conditional:
        return False
    return bool(helpers) or head.tag in {"VB", "VBZ", "VBP"} or node.tag in {"VBZ", "VBP"}


def _goes_on(tree: Tree, node: Node) -> bool:
    """True for "the year" of "the year after", which means nothing without it."""
    last = max(each.index for each in tree.branch(node.index))
    following = tree.nodes[last + 1] if last + 1 < len(tree.nodes) else None
    return following is not None and following.relation == "advmod" and following.tag in {"RB", "IN"}


_OF_A_SOURCE: Final = frozenset({"prep", "appos", "acl", "relcl", "amod"})
_BRANCHES: Final[dict[str, Callable[[Tree, Node, Node, Removable], bool]]] = {
    "det": lambda tree, node, head, table: node.low in table.articles and not tree.children(node.index),  # noqa: ARG005
    "advmod": _is_plain_adverb,
    "dobj": _is_listener,
    "compound": lambda tree, node, head, table: (
        _is_forename(tree, node, head, table) or _is_hour_of(tree, node, head, table)
    ),
    # A name right behind its description: see `_described`.
    "appos": lambda tree, node, head, table: (
        node.index != head.index + 1
        and is_beside_mark(tree, node)  # not "named Eva Brandt its chief officer"
        and not is_no_such(node, head, table)
        and not _counts_off(tree, node)
        and not _is_share(tree, node, head, table)
        and not became_other(tree, node, table)
    ),
    "amod": _is_plain_adjective,
    "npadvmod": lambda tree, node, head, table: (
        _is_time(tree, node, table)
        and not _is_rate(tree, node, table)
        and not is_compared(tree, head, table)
        and not is_ranked(tree, head, table)
        and not _goes_on(tree, node)
    ),
    "prep": lambda tree, node, head, table: (
        not _is_general(tree, node, head)
        and not _bounds_subject(tree, node, head, table)
        and not (node.low in table.later and is_beside_comma(tree, node) and not _is_time(tree, node, table))
        and not is_half(tree, node, head, table)
        and is_adjunct(tree, node, head, table)
    ),
    "agent": _is_doer,
    "relcl": _is_aside,
    "acl": _is_aside,
    "advcl": lambda tree, node, head, table: (
        not _is_condition(tree, node, head, table)
        and not is_absolute(tree, node, head, table)
        and not _is_infinitive(tree, node)
        and not (node.tag == "VBG" and _parts_from_verb(tree, node, head) and not is_of_voice(tree, node, table))
        and not (node.tag == "JJ" and tree.child(node.index, "nsubj") is not None)  # "all of it conditional on a vote"
        and not (node.tag == "VBG" and node.low in table.tells and head.low not in table.reporting - table.finding)
    ),
}
"""By its relation, whether a branch may go; every other may."""
