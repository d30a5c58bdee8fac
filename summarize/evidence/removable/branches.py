"""Parts that may be left out, by the parse: whole branches that are neither subject, verb nor object, and hold no word that must stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from summarize.evidence.removable.adjuncts import hour, is_adjunct, is_compared, is_ranked
from summarize.evidence.removable.extents import extent
from summarize.evidence.removable.held import free_kinds, speaks_for_rest, takes_back
from summarize.evidence.removable.misread import strands, unread
from summarize.evidence.removable.scope import counts_whole
from summarize.evidence.removable.table import Removable
from summarize.evidence.removable.tails import by_tails
from summarize.evidence.removable.wholes import beside_semicolons, is_deed_of_speech, title_before
from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.gazetteer import given_name_gender

Range = tuple[int, int]

_FUTURE = frozenset({"MD"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "conj"})
_LONGEST_DESCRIPTION = 10
_ALONE = frozenset({"det", "mark", "dobj", "amod", "compound"})
_ORDER = frozenset({"JJS", "RBS", "JJR", "RBR"})


def by_parse(text: str, tree: Tree, table: Removable) -> list[Range]:
    """The parts of a paragraph that may be left out, in order; each with the marks and joining words that go with it.

    Args:
        text: the article's text.
        tree: the paragraph.
        table: what may be left out in its language.
    """
    found: set[Range] = set()
    doubtful = unread(tree, table)
    for node in tree.nodes:
        if node.index in doubtful:
            continue
        if node.relation in table.relations and node.head != node.index and not counts_whole(tree, node, table):
            members = _members(tree, node, table)
            is_whole = members and not strands(tree, node, max(members))
            part = extent(text, tree, members, alone=node.relation in _ALONE) if is_whole else None
            if part is not None and not _is_kept(text, tree, node, part, table):
                found.add(part)
            if node.relation == "prep":
                found.update(hour(tree, node, table))
        if node.relation == "relcl":
            found.update(_relative_opening(tree, node))
        if node.low in table.tails and node.tag == "NN" and _is_named(tree, node):
            found.add((node.start, node.end))
        found.update(part for pair in _described(tree, node, table) for part in pair)
        title = title_before(tree, node, table)
        found.update([title] if title is not None else [])
    return sorted({*found, *beside_semicolons(text, tree, table), *by_tails(text, tree, table)})


def needed(tree: Tree, table: Removable) -> list[Range]:
    """Stretches of a paragraph of which something must stay: of a description and the name behind it either may go, but not both."""
    return [(description[0], name[1]) for node in tree.nodes for description, name in _described(tree, node, table)]


def _described(tree: Tree, node: Node, table: Removable) -> Iterator[tuple[Range, Range]]:
    """The description and the name of "the painter Adriaen de Weert", as two ranges side by side."""
    head = tree.nodes[node.head]
    if node.relation == "appos" and node.tag == "NNP" and head.tag == "NN":
        last, name = head, node
    elif node.relation == "compound" and node.tag == "NN" and head.tag == "NNP":
        last, name = node, head
    else:
        return
    members = {
        each.index for each in tree.branch(last.index, without=frozenset({name.index})) if each.index <= last.index
    }
    first = min(members)
    if name is head:  # "its manager Delroy Hines": what stands before the description hangs on the name
        while (
            first
            and tree.nodes[first - 1].head in {head.index, *members}
            and tree.nodes[first - 1].relation in {"det", "poss", "amod", "compound", "case"}
        ):
            first -= 1
    begin = last.index + 1
    run = range(begin, name.index + 1)
    if not run or any(tree.nodes[index].tag not in {"NNP", "NNPS"} for index in run):
        return
    words = {tree.nodes[index].low for index in range(first, begin)}
    if words & table.changing or name.index - first > _LONGEST_DESCRIPTION:
        return
    yield (tree.nodes[first].start, tree.nodes[last.index].end), (tree.nodes[begin].start, name.end)


def _is_named(tree: Tree, node: Node) -> bool:
    """True for a common noun right behind its name."""
    before = tree.nodes[node.index - 1] if node.index else None
    return (
        before is not None
        and before.index in {each.index for each in tree.branch(node.index)}
        and any(
            child.tag in {"NNP", "NNPS"} and child.relation in {"compound", "nmod"}
            for child in tree.children(node.index)
        )
    )


def _relative_opening(tree: Tree, node: Node) -> Iterator[Range]:
    """The part "that have been" of "crossings that have been closed": "crossings closed" says the same."""
    subject = tree.child(node.index, "nsubjpass")
    helpers = [child for child in tree.children(node.index) if child.relation in {"aux", "auxpass"}]
    if node.tag != "VBN" or subject is None or not helpers or subject.tag not in {"WDT", "WP"}:
        return
    if any(child.relation == "conj" and child.tag == "VBD" for child in tree.children(node.index)):
        return  # "which was founded in 1951 and went public"
    plain = all(child.tag != "MD" for child in helpers) and tree.child(node.index, "neg") is None
    if plain and helpers[-1].index == node.index - 1 and subject.index == node.index - 1 - len(helpers):
        yield subject.start, helpers[-1].end


def _members(tree: Tree, node: Node, table: Removable) -> set[int]:
    """The indices of the words that go with a branch; empty if it is none that may go."""
    head = tree.nodes[node.head]
    members = {each.index for each in tree.branch(node.index)}
    if node.relation == "mark":
        return {node.index} if head.relation == "ccomp" and node.low in table.opening else set()
    if node.relation == "conj":
        return _joined(tree, node, head, members, table)
    return members if _may_go(tree, node, head, table) else set()


def _may_go(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    if _is_source(tree, head, table) and head.tag != "CD" and node.relation in _OF_A_SOURCE:
        return node.low not in table.changing  # who says it may be told shortly
    rule = _BRANCHES.get(node.relation)
    return rule is None or rule(tree, node, head, table)


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
        or head.relation in {"attr", "expl", "appos"}
        or _is_infinitive(tree, node)
        or head.tag == "CD"
    )


def _is_plain_adjective(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "narrow" of "the narrow bridge": not "former", not a rank, not what makes a name or a number."""
    return (
        node.low not in table.changing
        and node.tag in {"JJ", "VBN"}
        and head.tag in {"NN", "NNS"}
        and not node.low[0].isdigit()
        and not tree.children(node.index)  # "a stunningly modern house": with "modern" goes what it needs
    )


def _is_plain_adverb(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "quickly", but not for a comparison ("more complicated than it was"), a verb, or what a verb needs: "went back"."""
    return (
        not node.is_verb
        and head.low not in table.taking
        and node.low not in table.particles
        and not any(each.tag in _ORDER for each in tree.branch(node.index))
    )


def _is_source(tree: Tree, head: Node, table: Removable) -> bool:
    """True for the subject of a reporting verb."""
    return head.relation == "nsubj" and tree.nodes[head.head].low in table.reporting


def _is_forename(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for "Maria" of "Maria Delgado", and for the name before "police"."""
    if node.tag != "NNP" or node.index + 1 != head.index or tree.child(node.index, "det") is not None:
        return False
    return head.low in table.generic or (head.tag == "NNP" and given_name_gender(node.low.capitalize()) is not None)


def _before(tree: Tree, node: Node) -> Node | None:
    """The word before a branch."""
    first = min(each.index for each in tree.branch(node.index))
    return tree.nodes[first - 1] if first else None


def _picks_out(tree: Tree, node: Node, head: Node, table: Removable) -> bool:
    """True for a clause without a comma that says which of many is meant: "residents who boiled their water were safe"."""
    before = _before(tree, node)
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


def _joined(tree: Tree, node: Node, head: Node, members: set[int], table: Removable) -> set[int]:
    """A part joined by "and", with the word that joins it, if nothing stands behind it that belongs to both."""
    joining = [child for child in tree.children(head.index) if child.relation == "cc"]
    if len(joining) != 1 or joining[0].low not in table.joining or not head.index < joining[0].index < node.index:
        return set()
    if any(child.relation == "conj" for child in tree.children(node.index)):
        return set()
    if head.relation not in {"dobj", "pobj", "attr"} and not node.is_verb:
        return set()  # "Smith and Jones agreed": neither did it alone
    if _is_in_name(tree, node, head):
        return set()  # "the Department for Rivers and Coasts"
    if node.tag == "CD" or tree.nodes[head.head].low in table.pairing or tree.child(head.index, "preconj") is not None:
        return set()  # "between one and two", "both one and two"
    later = [child for child in tree.children(head.index) if child.index > node.index and child.relation != "punct"]
    return set() if later else members | {joining[0].index}


def _is_in_name(tree: Tree, node: Node, head: Node) -> bool:
    """True for a name joined to one that belongs to another name by a preposition."""
    preposition = tree.nodes[head.head]
    return (
        node.tag.startswith("NNP")
        and head.tag.startswith("NNP")
        and preposition.relation == "prep"
        and tree.nodes[preposition.head].tag.startswith("NNP")
    )


def _goes_on(tree: Tree, node: Node) -> bool:
    """True for "the year" of "the year after", which means nothing without it."""
    last = max(each.index for each in tree.branch(node.index))
    following = tree.nodes[last + 1] if last + 1 < len(tree.nodes) else None
    return following is not None and following.relation == "advmod" and following.tag in {"RB", "IN"}


def _is_kept(text: str, tree: Tree, node: Node, part: Range, table: Removable) -> bool:
    """True for a part that holds a word that must stay: what says, denies, doubts, bounds or joins by contrast."""
    if node.relation in {"det", "mark", "dobj"}:
        return False
    head = tree.nodes[node.head]
    beside = (head.low in table.reporting and node.relation in {"prep", "npadvmod"}) or _is_source(tree, head, table)
    words = text[part[0] : part[1]]
    if is_deed_of_speech(tree, node, words, table):
        return False
    if takes_back(tree, node, head, table):
        return True
    free = table.beside_cue if beside else free_kinds(tree, node, head, table)
    inside = [each for each in tree.nodes if part[0] <= each.start < part[1]]
    return (
        table.keeps(words, but=free) or _holds_quotation(tree, part) or (not beside and speaks_for_rest(inside, table))
    )


def _holds_quotation(tree: Tree, part: Range) -> bool:
    return any(node.low == QUOTED and part[0] <= node.start < part[1] for node in tree.nodes)


_OF_A_SOURCE: Final = frozenset({"prep", "appos", "acl", "relcl", "amod"})
_BRANCHES: Final[dict[str, Callable[[Tree, Node, Node, Removable], bool]]] = {
    "det": lambda tree, node, head, table: node.low in table.articles and not tree.children(node.index),  # noqa: ARG005
    "advmod": _is_plain_adverb,
    "dobj": _is_listener,
    "compound": _is_forename,
    # A name right behind its description: see `_described`.
    "appos": lambda tree, node, head, table: node.index != head.index + 1,  # noqa: ARG005
    "amod": _is_plain_adjective,
    "npadvmod": lambda tree, node, head, table: (
        _is_time(tree, node, table)
        and not _is_rate(tree, node, table)
        and not is_compared(tree, head)
        and not _goes_on(tree, node)
    ),
    "prep": lambda tree, node, head, table: not _is_general(tree, node, head) and is_adjunct(tree, node, head, table),
    "relcl": _is_aside,
    "acl": _is_aside,
    "advcl": lambda tree, node, head, table: (
        not _is_condition(tree, node, head, table) and not _is_infinitive(tree, node)
    ),
}
"""By its relation, whether a branch may go; every other may."""
