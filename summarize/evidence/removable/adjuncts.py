"""Phrases of place and time, which may be left out, told from those that say what a thing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evidence.removable.done import is_done, is_part_of_deed, says_more
from summarize.evidence.removable.scope import denies
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

Range = tuple[int, int]

_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})


def is_adjunct(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a phrase of place or time: what else it may be belongs to what it hangs on."""
    inner = tree.child(node.index, "pobj")
    if node.low in table.binding and head.tag == "CD" and inner is not None and inner.low in table.pronouns:
        return True  # two of them
    if is_compared(tree, head, table):
        return False
    if _says_how(tree, node, head, inner, table) or says_more(tree, node, head, table):
        return True
    attribute = tree.child(head.index, "attr")
    return (
        _says_where_or_when(tree, node, head, inner, table)
        and head.tag not in {"CD", "JJ", "JJR", "JJS", "IN"}
        and head.low != QUOTED
        and not is_ranked(tree, head, table)
        and not (attribute is not None and is_ranked(tree, attribute, table))  # it was the worst fire since 1990
        and head.relation not in {"attr", "acomp", "npadvmod"}
        and not (
            head.relation == "acl" and head.tag == "VBN" and len(tree.children(head.index)) == 1
        )  # "a lawsuit filed"
        and not (head.low in table.being and _is_predicate(tree, node, head))
        and not _bounds_state(tree, node, head, inner, table)
        and not _opens_alone(tree, head)
    )


def _says_how(tree: Tree, node: Node, head: Node, inner: Node | None, table: Removable) -> bool:
    """True for what a deed was done with, within what time or for what time: "with saws", "within minutes", "for the first time in May"."""
    if inner is None or not head.is_verb or head.low in table.being | table.situating:
        return False
    if any(child.tag == "MD" or child.low in table.denials for child in tree.children(head.index)):
        return False
    is_bare = all(child.relation not in {"det", "poss"} for child in tree.children(inner.index))
    return (
        (node.low in table.by and is_bare and inner.low in table.vehicles)
        or (node.low in table.mediating and inner.low in table.speaking)
        or (node.low in table.bearing and inner.low in table.tools)
        or (node.low in table.spanning and inner.low in table.times and head.tag in {"VBD", "VBN"})
        or (node.low in table.counting and inner.low in table.occasions and is_ranked(tree, inner, table))
    )


def nested_place(tree: Tree, node: Node, head: Node, table: Removable) -> Range | None:
    """The part "in a cloud forest" of "was found in a cloud forest in southern Ecuador", whose name stays; None if there is no such part."""
    inner = tree.child(node.index, "pobj")
    outer = tree.child(inner.index, "prep") if inner is not None else None
    place = tree.child(outer.index, "pobj") if outer is not None else None
    if inner is None or outer is None or place is None or not head.is_verb:
        return None
    if head.low in table.reporting - table.finding and inner.low not in table.media:
        return None  # "said in a sketch on Monday"
    is_one = any(child.low in table.indefinite for child in tree.children(inner.index)) and inner.tag == "NN"
    fits = {node.low, outer.low} <= table.perhaps | table.placing and _is_setting(tree, place, table)
    stays = head.low in table.taking | table.being or denies(tree, head, table) or is_compared(tree, head, table)
    may_go = is_one or says_more(tree, node, head, table)
    return (node.start, inner.end) if may_go and fits and not stays and outer.index == inner.index + 1 else None


def _opens_alone(tree: Tree, head: Node) -> bool:
    """True for "starting" of "Starting at 5 a.m. on Thursday, a ferry will run", which has nothing but such phrases."""
    others = (child for child in tree.children(head.index) if child.relation not in {"prep", "npadvmod", "punct"})
    return head.tag == "VBG" and head.relation in {"advcl", "prep", "acl"} and next(others, None) is None


def is_compared(tree: Tree, head: Node, table: Removable) -> bool:
    """True if a clause, or one that it stands in, compares: "more nurses left in Arvik than anywhere else".

    "More than 150" and "its larger rival" compare nothing.
    """
    here = head
    while True:
        if here.is_verb and _compares(tree, here, table):
            return True
        if here.head == here.index:
            return not here.is_verb and _compares(tree, here, table)
        here = tree.nodes[here.head]


def _compares(tree: Tree, verb: Node, table: Removable) -> bool:
    inner = frozenset(
        each.index
        for each in tree.branch(verb.index)
        if each is not verb and each.is_verb and each.relation in {"ccomp", "relcl", "advcl", "conj", "acl"}
    )
    words = list(tree.branch(verb.index, inner))
    than = any(each.low in table.scopes & table.comparing for each in words)
    return any(
        each.tag in {"JJR", "RBR"}
        and tree.nodes[each.head].tag != "CD"
        and (than or each.relation != "amod" or each.low in table.amounts)
        for each in words
    )


def _says_where_or_when(tree: Tree, node: Node, head: Node, inner: Node | None, table: Removable) -> bool:
    if inner is None:
        return tree.child(node.index, "pcomp") is not None and node.low in table.placing
    if _is_bound_to(tree, node, inner, table):
        return False
    is_limit = head.low in table.limiting and (
        tree.child(head.index, "nsubjpass") is not None
        or (head.low in table.situating and tree.child(head.index, "dobj") is not None)  # "will ban cars in the town"
    )
    if _is_bare_subject(tree, head) or (is_limit and node.low in table.perhaps and inner.low not in table.times):
        is_both = node.low in table.pairing and head.low in table.mutual  # "talks between the union and the firm"
        return is_both or (node.low in table.perhaps and _is_place(tree, head, inner, table))
    if node.low in table.placing:
        # "Ruled out a return before the election": of which of the two it is said, no parse tells.
        return not denies(tree, head, table)
    return node.low in table.perhaps and (
        inner.low in table.times
        or (head.low not in table.taking and (_says(tree, head, inner, table) or _is_setting(tree, inner, table)))
        or _is_place(tree, head, inner, table)
    )


def _is_bound_to(tree: Tree, node: Node, inner: Node, table: Removable) -> bool:
    """True for "before Parliament" of "lay it before Parliament", "back before the break", and for "Sundays": on other days it is not so."""
    stands = tree.child(inner.index, "det", "poss", "nummod", "amod", "compound", "nmod")
    is_spell = inner.low in table.spells and inner.tag == "NN" and (stands is None or stands.low in table.articles)
    verb = tree.nodes[node.head]
    return (
        inner.tag in _RELATIVE
        or (is_spell and verb.is_verb and not is_done(tree, verb, table))
        or inner.low in table.recurring
        or (node.low in table.of_time and inner.tag.startswith("NNP") and inner.low not in table.times)
        or any(child.low in table.particles and child.relation == "advmod" for child in tree.children(node.index))
    )


def _is_bare_subject(tree: Tree, head: Node) -> bool:
    """True for "buses" of "buses between the port and the mill were cancelled": without their place it is said of all."""
    is_bare = tree.child(head.index, "det", "poss", "nummod") is None
    return is_bare and head.tag == "NNS" and head.relation in {"nsubj", "nsubjpass"}


def _says(tree: Tree, head: Node, inner: Node, table: Removable) -> bool:
    """True for a verb of saying, but not for "was found" of "was found at fault" and "guilty on one count", where nothing is said."""
    is_done_to = tree.child(head.index, "auxpass") is not None and tree.child(head.index, "ccomp") is None
    is_bound = inner.tag == "NN" and tree.child(inner.index, "det", "poss") is None
    if head.low in table.finding and tree.child(head.index, "dobj", "nsubjpass") is not None:
        return tree.child(head.index, "ccomp") is not None  # "found the body in a video"
    return is_medium(tree, head, [*tree.children(inner.index), inner], table) and not (is_done_to and is_bound)


def is_medium(tree: Tree, cue: Node, words: Sequence[Node], table: Removable) -> bool:
    """True for "a written statement" in which somebody says something: the last of some words is one, and none makes it doubtful."""
    is_plain = words[-1].low in table.media and all(
        each.low not in table.dubious | table.changing for each in words[:-1]
    )
    return is_plain and cue.low in table.reporting and not _is_said_by_some(tree, cue, table)


def _is_said_by_some(tree: Tree, verb: Node, table: Removable) -> bool:
    """True for "not one said" and "only Brandt said": where the rest said nothing, or something else, it counts."""
    bounds = table.universals | table.ranking | table.denials | table.scarce
    return any(
        each.low in bounds
        for child in tree.children(verb.index)
        if child.relation in {"nsubj", "nsubjpass"}
        for each in (child, *tree.children(child.index))
    )


def _is_place(tree: Tree, head: Node, inner: Node, table: Removable) -> bool:
    """True for a place with a common noun where a deed was done: "at a hearing in the village hall", not "in mice" or "in the film"."""
    is_done = head.tag in {"VBD", "VBN", "VBG"} and all(child.tag != "MD" for child in tree.children(head.index))
    is_bare = tree.child(head.index, "det", "poss", "nummod") is None
    if head.tag == "NNS" and is_bare and is_part_of_deed(tree, head, table):
        is_one = tree.child(inner.index, "nummod") is None  # "growers in the valley", not "at one clinic"
        return is_one and inner.low in table.places and tree.nodes[head.head].low not in table.limiting
    is_one = any(
        child.relation in {"det", "poss"} and child.low not in table.universals for child in tree.children(inner.index)
    )
    bounds = table.taking | table.situating | table.limiting  # "restored the power in a suburb"
    return is_done and is_one and inner.low in table.places and head.low not in bounds


def _is_predicate(tree: Tree, node: Node, head: Node) -> bool:
    """True for "in hospital" of "he was in hospital": without it nothing is said."""
    return tree.child(head.index, "attr", "acomp") is None and tree.child(head.index, "prep") is node


def _bounds_state(tree: Tree, node: Node, head: Node, inner: Node | None, table: Removable) -> bool:
    """True for a place of what is so: "the drug, in Leeds, was legal"."""
    is_time = inner is not None and (inner.low in table.times or inner.tag == "CD")
    is_aside = node.index > 0 and tree.nodes[node.index - 1].low == ","
    verb = tree.nodes[head.head] if is_aside and head.relation == "nsubj" else head
    return not is_time and verb.low in table.being and tree.child(verb.index, "acomp", "attr") is not None


def _is_setting(tree: Tree, noun: Node, table: Removable) -> bool:
    """True for a name, a figure, or a word of time or place."""
    return (
        noun.tag in {"NNP", "NNPS"}
        or (noun.tag == "CD" and tree.child(noun.index, "prep") is None)  # "in 2019", not "in two of nine towns"
        or noun.low in table.settings
        or any(child.tag in {"NNP", "NNPS"} for child in tree.branch(noun.index) if child.index < noun.index)
    )


def is_ranked(tree: Tree, head: Node, table: Removable) -> bool:
    """True for a word that something ranks, or counts in full: "the worst fire", "all workers"."""
    return any(
        child.tag in {"JJS", "RBS"} or child.low in table.ranking or child.low in table.universals
        for child in tree.children(head.index)
    )


def hour(tree: Tree, node: Node, table: Removable) -> Iterator[Range]:
    """The part "at 5 a.m." of "at 5 a.m. on Wednesday", which the parse hangs on the hour."""
    if node.low not in table.perhaps or _opens_alone(tree, tree.nodes[node.head]):
        return  # "lasts until 5 a.m. on Saturday"
    time = tree.child(node.index, "pobj")
    day = tree.child(time.index, "prep") if time is not None and time.low in table.hours else None
    if time is not None and day is not None and day.index == time.index + 1:
        yield node.start, time.end
