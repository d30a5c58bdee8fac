"""What governs a word: the denials, doubts, plans and conditions of the clause that it stands in, and of the clauses above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarize.checking.plain import PLAIN
from summarize.checking.reading import Word
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import table

_DEEPEST = 15
_CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
"""A word's clause is what another word is about: "failed to close", "accused of closing", "no plan to close"."""
_PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
_NOMINAL = frozenset({"attr", "oprd"})
_APART = frozenset({"relcl", "advcl", "appos", "parataxis"})
"""A clause for itself: what governs the clause that it stands in does not govern it."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ASKING = frozenset({"WRB", "WP", "WDT"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that put what hangs on them into a mood."""

    helpers: dict[str, str]
    condition: frozenset[str]
    denial: frozenset[str]
    affirming: frozenset[str]
    """Words that undo a denial which stands before them or hangs on them: "not only", "no doubt"."""
    denying: frozenset[str]
    """Words that deny a clause of theirs: "failed to close"."""
    freeing: frozenset[str]
    """Words that deny what somebody is freed of: "acquitted of stealing"."""
    freed: frozenset[str]
    """What stands between the two."""
    pleading: frozenset[str]
    """Words by which somebody answers a charge, which a denied answer denies: "pleaded not guilty on Monday to stealing"."""
    untrue: frozenset[str]
    """Words that deny what they are said of: "rumours … are untrue"."""
    weak: frozenset[str]
    """Words below which something is only possible."""
    plan: frozenset[str]
    """Words below which something is only planned, wanted or asked for."""
    able: frozenset[str]
    """Helpers under whose denial something is not doubted but denied: "cannot close"."""
    excepting: frozenset[str]
    """Words that except what they stand before: "rather than the statue"."""
    apart: frozenset[str]
    """Prepositions with a clause for itself: "set to sign after breaking a record"."""
    being: frozenset[str]
    """Forms of "to be" that with "to" make a plan: "is to close"."""
    pending: frozenset[str]
    """Words that with "to" make a denial: "has yet to close"."""
    seeming: frozenset[str]
    """Words that say only of a clause of theirs that it may be so: "appears to have closed"."""
    any: frozenset[str]
    """Words below which a relative clause is no clause for itself: "not aware of any that had closed"."""
    infinitive: frozenset[str]
    """Words that open an infinitive."""
    turning: frozenset[str]
    """Words behind which a denial ends: "did not close but reopened"."""


@cache
def cues(language: str) -> Cues:
    """The words of a language's `moods.toml`."""
    read = table(f"{language}/moods.toml")
    words = {name: frozenset(listed.split()) for name, listed in read["words"].items()}
    return Cues(
        {word: mood for mood, listed in read["helpers"].items() for word in listed.split()},
        words["condition"],
        words["denial"],
        words["affirming"],
        words["denying"],
        words["freeing"],
        words["freed"],
        words["pleading"],
        words["untrue"],
        words["weak"],
        words["plan"],
        words["able"],
        words["excepting"],
        words["apart"],
        words["being"],
        words["pending"],
        words["seeming"],
        words["any"],
        words["infinitive"],
        words["turning"],
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """The moods in which a word stands."""

    direct: frozenset[str]
    """From the words that hang on it alone: "*may* close"."""
    own: frozenset[str]
    """Of its own clause, or of what its clause is said of: "the gates did not *close*", "failed to *close*"."""
    all: frozenset[str]
    """These, and those of the words above it: "the *gates* did not close"."""


def moods_of_word(word: Word, known: Cues) -> Standing:
    """The moods of a word, from what hangs on it and on the words above it, as far as its clause reaches."""
    if word.node.relation == PLAIN:
        return _of_clause(word.tree, known)
    direct = _set_below(word.tree, word.node, known)
    found, own = set(direct), set(direct)
    here, is_own, is_clause = word.node, True, False
    for _ in range(_DEEPEST):
        if here.head == here.index or _stands_apart(word.tree, here, known):
            break
        head = word.tree.nodes[here.head]
        is_clause = is_clause or here.relation in _CLAUSAL
        is_own = is_own and _is_one_predicate(word.tree, here)
        moods = _of_head(head, known, is_clause=is_clause) | _set_below(word.tree, head, known)
        if _is_no_guilt(word.tree, here, head, known):
            moods.add("charge")  # denied, and somebody is charged with it
        if here.relation == "conj" and _joins_otherwise(word.tree, here, head, known):
            moods -= {"denial"}
        found |= moods
        own |= moods if is_own else set()
        if _is_excepted(word.tree, here, known):
            return Standing(frozenset(direct), frozenset({*own, "denial"}), frozenset({*found, "denial"}))
        here = head
    return Standing(frozenset(direct), frozenset(own), frozenset(found))


def _of_clause(tree: Tree, known: Cues) -> Standing:
    """The moods of a clause of which it is not known what hangs on what: of all its words."""
    words = [node.low for node in tree.nodes]
    found = {known.helpers[word] for word in words if word in known.helpers}
    kinds = {
        "denial": known.denial | known.denying | known.untrue,
        "condition": known.condition,
        "weak": known.weak - known.seeming,
        "plan": known.plan,
        "to": known.infinitive,
    }
    found |= {mood for mood, cues in kinds.items() if not cues.isdisjoint(words)}
    if any(word.endswith(("n't", "n’t")) for word in words):
        found.add("denial")
    if not known.affirming.isdisjoint(words):
        found.discard("denial")
    return Standing(frozenset(), frozenset(), frozenset(found))


def _is_excepted(tree: Tree, node: Node, known: Cues) -> bool:
    """True for what stands behind "except", "rather than", "apart from"."""
    if node.relation not in {"pobj", "pcomp"}:
        return False
    return bool({tree.nodes[node.head].low, tree.nodes[max(0, node.head - 1)].low} & known.excepting)


def _is_one_predicate(tree: Tree, node: Node) -> bool:
    """True if a word and its head are one predicate, or a predicate and its clause."""
    return (
        node.relation in _CLAUSAL | _PREDICATIVE
        or (node.relation == "conj" and node.is_verb)
        or (node.relation == "prep" and tree.child(node.index, "pcomp") is not None)
    )


def _stands_apart(tree: Tree, node: Node, known: Cues) -> bool:
    """True for the head of a clause that is not governed from above: a relative clause, a second main clause, "why it closed"."""
    if node.relation in _APART:
        return node.relation != "relcl" or not _is_of_any(tree, node, known)
    below = tree.children(node.index)
    has_subject = any(each.relation in {"nsubj", "nsubjpass", "expl"} for each in below)
    if node.relation == "conj":
        return has_subject and _is_finite(tree, node)
    if node.relation == "pcomp" and tree.nodes[node.head].low in known.apart:
        return True
    if node.relation == "ccomp" and node.index < node.head:
        return has_subject  # "the shop was robbed; nobody has been charged"
    return node.relation in {"ccomp", "pcomp"} and any(
        each.tag in _ASKING and each.index < node.index and each.relation in {"advmod", "mark"} for each in below
    )


def _is_of_any(tree: Tree, node: Node, known: Cues) -> bool:
    """True for a clause about "any" or "anybody"."""
    head = tree.nodes[node.head]
    return head.low in known.any or any(each.low in known.any for each in tree.children(head.index))


def _is_finite(tree: Tree, node: Node) -> bool:
    helpers = (each for each in tree.children(node.index) if each.relation in {"aux", "auxpass"})
    return node.tag in _FINITE or any(each.tag in _FINITE or each.tag == "MD" for each in helpers)


def _joins_otherwise(tree: Tree, node: Node, head: Node, known: Cues) -> bool:
    """True if a joined word is not under its head's denial: "did not close but reopened", "did not close and reopened"."""
    between = [each for each in tree.children(head.index) if each.relation == "cc" and each.index < node.index]
    return _is_finite(tree, node) or any(each.low in known.turning for each in between)


def _of_head(head: Node, known: Cues, *, is_clause: bool) -> set[str]:
    """The moods into which a word puts what hangs on it."""
    found = {"weak"} if head.low in known.weak and (is_clause or head.low not in known.seeming) else set()
    if head.low in known.plan and (is_clause or head.is_verb):
        found.add("plan")
    if head.low in known.denial or (is_clause and head.low in known.denying):
        found.add("denial")
    return found


def _is_no_guilt(tree: Tree, node: Node, head: Node, known: Cues) -> bool:
    """True for what a preposition says that somebody is freed of, or pleads or is found not guilty of."""
    if node.relation != "prep":
        return False
    if head.low in known.freeing:
        return node.low in known.freed
    answers = [each for each in tree.children(head.index) if each.relation in _PREDICATIVE]
    return head.low in known.pleading and any(
        below.low in known.denial for each in answers for below in tree.children(each.index)
    )


def _set_below(tree: Tree, node: Node, known: Cues) -> set[str]:
    """The moods that the words hanging on a word put it into."""
    found: set[str] = set()
    for child in tree.children(node.index):
        below = tree.children(child.index)
        if child.relation == "aux" or child.tag == "MD":
            found |= {known.helpers[child.low]} if child.low in known.helpers else set()
            found |= _infinitive(tree, node, known) if child.tag == "TO" else set()
        if child.relation == "xcomp" and any(each.tag == "TO" for each in below):
            found.add("to")
            if node.low in known.being and any(_is_denial(tree, each, known) for each in below):
                found.add("denial")  # "was not to be had"
        if _is_condition(child, below, known):
            found.add("condition")
        if _is_denial(tree, child, known):
            found.add("denial")
        if child.relation in _PREDICATIVE and child.low in known.untrue:
            found.add("denial")
        if child.relation in {"advmod", "acomp", "amod", "mark"} and child.low in known.weak:
            found.add("weak")
        if child.relation in _NOMINAL and any(each.relation == "amod" and each.low in known.weak for each in below):
            found.add("weak")  # "was the probable source"
    if "denial" in found and any(child.low in known.able for child in tree.children(node.index)):
        return found - {"weak"} | {"unable"}  # "cannot close" says surely that it does not
    return found


def _infinitive(tree: Tree, node: Node, known: Cues) -> set[str]:
    """The moods of a verb after "to": one that "is to" be done is planned; one after "has yet to" is denied."""
    if node.relation not in {"xcomp", "acl", "relcl", "ROOT", "advcl"}:
        return set()
    head = tree.nodes[node.head]
    found = {"to"}
    if node.relation == "xcomp" and head.low in known.being:
        found.add("plan")
    if any(each.low in known.pending and each.index < node.index for each in tree.children(head.index)):
        found.add("denial")
    return found


def _is_condition(child: Node, below: Sequence[Node], known: Cues) -> bool:
    if child.relation == "mark":
        return child.low in known.condition
    return child.relation in {"advcl", "prep"} and any(
        each.low in known.condition and each.relation in {"mark", "advmod"} for each in below
    )


def _is_denial(tree: Tree, child: Node, known: Cues) -> bool:
    """True if a word denies what it hangs on: "not", "no", a subject that is nobody, "no longer", an object that there is none of."""
    below = tree.children(child.index)
    if child.low in known.denial:
        after = tree.nodes[child.index + 1].low if child.index + 1 < len(tree.nodes) else ""
        is_undone = after in known.affirming or any(each.low in known.affirming for each in below)
        return not is_undone and child.relation in {
            "neg", "det", "advmod", "preconj", "cc", "nsubj", "nsubjpass", "dobj", "attr",
        }  # fmt: skip
    denied = [each for each in below if each.low in known.denial and each.relation in {"det", "neg", "amod", "preconj"}]
    if child.low in known.affirming or not denied:
        return False
    return child.relation in {"nsubj", "nsubjpass", "dobj", "attr", "advmod"}
