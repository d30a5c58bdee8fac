"""Parts that may be left out, by the parse: whole branches that are neither subject, verb nor object, and hold no word that must stay."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.evidence.removable.adjuncts import hour, nested_place
from summarize.evidence.removable.bonds import is_source
from summarize.evidence.removable.done import says_which
from summarize.evidence.removable.extents import extent
from summarize.evidence.removable.held import free_kinds, is_negated, is_not_done, speaks_for_rest, takes_back
from summarize.evidence.removable.kinds import may_go
from summarize.evidence.removable.leading import named_last
from summarize.evidence.removable.misread import strands, unread
from summarize.evidence.removable.paired import PairedParts
from summarize.evidence.removable.relatives import own_words
from summarize.evidence.removable.scope import counts_whole
from summarize.evidence.removable.table import Removable
from summarize.evidence.removable.tails import by_tails
from summarize.evidence.removable.wholes import beside_semicolons, is_deed_of_speech, title_before
from summarize.evidence.trees import QUOTED, Node, Tree

Range = tuple[int, int]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAX_DESCRIPTION_LENGTH = 10
"""Words of a description before a name: "the painter" of "the painter Adriaen de Weert"."""
_ALONE = frozenset({"det", "mark", "dobj", "amod", "compound"})


def by_parse(text: str, tree: Tree, table: Removable) -> list[Range]:
    """The parts of a paragraph that may be left out, in order; each with the marks and joining words that go with it."""
    found: set[Range] = set()
    doubtful = unread(tree, table)
    for node in tree.nodes:
        if node.index in doubtful:
            continue
        if node.relation in table.relations and node.head != node.index and not _is_bound(tree, node, table):
            members = _members(tree, node, table)
            is_whole = members and not strands(tree, node, max(members))
            part = extent(text, tree, members, alone=node.relation in _ALONE) if is_whole else None
            if part is not None and not _leans(tree, members, table) and not _is_kept(text, tree, node, part, table):
                found.add(part)
            if node.relation == "prep":
                found.update(hour(tree, node, table))
                place = nested_place(tree, node, tree.nodes[node.head], table)
                found.update([place] if place is not None and not table.keeps(text[place[0] : place[1]]) else [])
        if node.tag == "NN" and node.low in table.times and node.index and _is_day(tree.nodes[node.index - 1], table):
            found.add((node.start, node.end))  # "evening" of "on Thursday evening"
        if node.relation == "relcl":
            found.update(_relative_opening(tree, node))
        if node.low in table.tails and node.tag == "NN" and _is_named(tree, node):
            found.add((node.start, node.end))
        found.update(part for pair in _description_and_name(tree, node, table) for part in pair)
        title = title_before(tree, node, table)
        found.update([title] if title is not None else [])
    paired = PairedParts(tree, table)
    parts = {*found, *beside_semicolons(text, tree, table), *by_tails(text, tree, table)}
    bare = (_before_what_takes_up(text, part, table) for part in parts if not paired.bounds(part))
    return sorted({part for part in bare if part is not None})


def _before_what_takes_up(text: str, part: Range, table: Removable) -> Range | None:
    """A part that leaves what takes up the word before its comma where it is.

    None for "between May and July" before ", when elk calve"; "Lind, a clerk, who said" keeps the second comma.
    """
    start, end = part
    is_aside = text[start] == ","
    behind = text[end : end + 10].removeprefix(",").split()
    if not behind or behind[0] not in table.relatives | table.taking_up or "," not in {text[end], text[end - 1]}:
        return part
    if text[end] == ",":
        return part if is_aside or behind[0] not in table.taking_up else None
    return (start, end - 1) if is_aside else part


def needed_ranges(tree: Tree, table: Removable) -> list[Range]:
    """Stretches of a paragraph of which something must stay.

    Of a description and the name behind it either may go, but not both; nor may all that stands behind the verb of a clause about a noun, which
    goes as a whole: "the train, withdrawn in 2009, will run".
    """
    named = [
        (description[0], name[1])
        for node in tree.nodes
        for description, name in _description_and_name(tree, node, table)
    ]
    behind = [
        (tree.nodes[node.index + 1].start, max(each.end for each in tree.branch(node.index)))
        for node in tree.nodes
        if ((node.relation in {"acl", "pcomp"} and node.tag in {"VBN", "VBG", "VBD"}) or _is_bare_clause(tree, node))
        and any(child.index > node.index and child.relation != "punct" for child in tree.children(node.index))
    ]
    return [*named, *behind, *(both for _, both in named_last(tree.nodes, table))]


def _is_bare_clause(tree: Tree, node: Node) -> bool:
    """True for "began" of "the strike which began in May": a verb with no helper or object, of which something behind it must stay."""
    others = {"aux", "auxpass", "dobj", "attr", "acomp", "oprd", "neg"}
    return node.relation == "relcl" and node.tag in {"VBD", "VBZ", "VBP"} and tree.child(node.index, *others) is None


def _is_bound(tree: Tree, node: Node, table: Removable) -> bool:
    """True for what may not go for where it stands: in a denial or condition, or in a phrase or clause that says which ones are meant."""
    tells = node.relation in {"prep", "npadvmod", "acl", "relcl", "advcl"} and says_which(tree, node, table)
    return tells or counts_whole(tree, node, table)


def _is_day(node: Node, table: Removable) -> bool:
    return node.tag == "NNP" and node.low in table.times


def _leans(tree: Tree, members: set[int], table: Removable) -> bool:
    """True if the word before a part hangs on it and would be left alone: "on Sunday" of "late on Sunday", and of "only on Sunday"."""
    first = min(members)
    return first > 0 and tree.nodes[first - 1].low in table.leaning


def _description_and_name(tree: Tree, node: Node, table: Removable) -> Iterator[tuple[Range, Range]]:
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
    if words & table.changing or name.index - first > _MAX_DESCRIPTION_LENGTH:
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
        return _joined_part(tree, node, head, members, table)
    return members if may_go(tree, node, head, table) else set()


def _joined_part(tree: Tree, node: Node, head: Node, members: set[int], table: Removable) -> set[int]:
    """A part joined by "and", with the word that joins it, if nothing stands behind it that belongs to both."""
    joining = [child for child in tree.children(head.index) if child.relation == "cc"]
    if len(joining) != 1 or not head.index < joining[0].index < node.index or not _adds(tree, node, joining[0], table):
        return set()
    if any(child.relation == "conj" for child in tree.children(node.index)):
        return set()
    if head.relation not in {"dobj", "pobj", "attr"} and not node.is_verb:
        return set()  # "Smith and Jones agreed": neither did it alone
    if _is_in_name(tree, node, head) or _may_be_verb(tree, node, joining[0]):
        return set()  # "the Department for Rivers and Coasts"
    if node.tag == "CD" or tree.nodes[head.head].low in table.pairing or tree.child(head.index, "preconj") is not None:
        return set()  # "between one and two", "both one and two"
    later = [child for child in tree.children(head.index) if child.index > node.index and child.relation != "punct"]
    return set() if later else members | {joining[0].index}


def _adds(tree: Tree, node: Node, joining: Node, table: Removable) -> bool:
    """True for what "and" joins, and for "but did not say why" and "but is due to be raised", which set nothing against what was done."""
    if joining.low in table.joining or joining.low not in table.parting or not is_not_done(tree, node, table):
        return joining.low in table.joining
    return not is_negated(tree, node, table) or node.low in table.withholding


def _may_be_verb(tree: Tree, node: Node, joining: Node) -> bool:
    """True for "guns and spares knives" and "towns and skips ours", where the parse may take a second verb for a noun."""
    return (node.tag == "NNS" and tree.child(node.index, "dobj") is not None) or any(
        each.tag == "NNS" and each.index == joining.index + 1 for each in tree.children(node.index)
    )


def _is_in_name(tree: Tree, node: Node, head: Node) -> bool:
    """True for a name joined to one that belongs to another name by a preposition."""
    preposition = tree.nodes[head.head]
    return (
        node.tag.startswith("NNP")
        and head.tag.startswith("NNP")
        and preposition.relation == "prep"
        and tree.nodes[preposition.head].tag.startswith("NNP")
    )


def _is_kept(text: str, tree: Tree, node: Node, part: Range, table: Removable) -> bool:
    """True for a part that holds a word that must stay: what says, denies, doubts, bounds or joins by contrast."""
    if node.relation in {"det", "mark", "dobj"}:
        return False
    head = tree.nodes[node.head]
    beside = (head.low in table.reporting and node.relation in {"prep", "npadvmod"}) or is_source(tree, head, table)
    words = _without_months(text, tree, part, table)
    if node.relation == "relcl" and text[part[0]] == ",":
        about = [each for each in tree.within(*part) if each.relation != "punct"]
        words = own_words(tree, about, head, table) if about else words
    behind = (tree.nodes[at] for at in range(tree.from_place(part[0]), len(tree.nodes)))
    opener = next((each for each in behind if each.relation != "punct"), node)
    if opener.tag in _FINITE and not (opener is node and node.relation == "acl"):
        return True  # ", was corrected": the verb of what stands before an aside
    if is_deed_of_speech(tree, node, words, table):
        return False
    if takes_back(tree, node, head, table):
        return True
    inside = tree.within(*part)
    # "… in southern Ecuador, a team reports": what stands behind a comma is not beside the verb.
    beside = beside and all(each.low != "," for each in inside[1:-1])
    free = table.beside_cue if beside else free_kinds(tree, node, head, table)
    return (
        table.keeps(words, but=free) or _holds_quotation(tree, part) or (not beside and speaks_for_rest(inside, table))
    )


def _without_months(text: str, tree: Tree, part: Range, table: Removable) -> str:
    """The words of a part with the names of times left blank: "in May" leaves nothing open."""
    words = text[part[0] : part[1]]
    for node in tree.within(*part):
        if node.low in table.times and node.tag == "NNP":
            start, end = node.start - part[0], node.end - part[0]
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _holds_quotation(tree: Tree, part: Range) -> bool:
    return any(node.low == QUOTED for node in tree.within(*part))
