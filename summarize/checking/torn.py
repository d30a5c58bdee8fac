"""Claims whose words are a sentence's, but not all that they need: a clause torn out of who says it, what denies it, or what bounds it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.article import Span
from summarize.checking.moods import moods, wrong_mood
from summarize.checking.reading import Text
from summarize.checking.sources import classes
from summarize.evidence.removable.table import Removable, removable
from summarize.evidence.trees import Node, Tree
from summarize.findings import Attribution, Sentence
from summarize.grounding.cuts import kept_of
from summarize.languages.tables import kept_words

_DEEDS = frozenset({"planned", "found", "asked"})
"""What somebody plans, asks or has found is their deed: its words alone are part of it."""

_LOOSE = frozenset({"punct", "cc", "mark", "relcl", "acl", "det", "compound"})
"""Relations of what hangs on no one word for sure: of marks and joining words, and of clauses about a noun, which a parse often takes for another."""
_NAMING = frozenset({"dobj", "npadvmod", "appos"})
"""Relations of a word that is a thing of its own, and measures none: "most" of "220 operations, most of them minor"."""
_WHOLE = frozenset({"advcl", "conj"})
_CLAUSES = frozenset({"mark", "cc", "conj", "relcl", "acl", "advcl"})
"""Relations by which a clause hangs on another: what it says or denies is of itself, and `wrong_mood` sees what it governs."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NNP", "NNPS"})
_HELPERS = frozenset({"aux", "auxpass"})
_BESIDE_VERB = _HELPERS | {"advmod"}
"""What stands between "and" and a verb that has the subject of the one before."""
_NARROWING = frozenset({"prep", "relcl", "acl"})
"""What says among which something is ranked, or of all of which it holds."""
_FRAME = "frame"


def torn_out(claim: Text, source: Text, sentence: Sentence) -> tuple[str, str] | None:
    """`contradicted` or `not shown`, and why, if a claim tears what is denied or somebody's word out of it; None if it leaves out something else.

    Args:
        claim: the claim, read. Its words are the sentence's, in order.
        source: the article, read.
        sentence: the sentence.
    """
    rule = wrong_mood(claim, source, [(sentence.span.start, sentence.span.end)], moods("en"))
    if rule is not None and rule.mood == "denial":
        return "contradicted", rule.reason
    kept = kept_of(claim.text, source.text, sentence) or ()
    for one in source.findings.attributions:
        inside = sentence.span.covers(one.cue_span) and one.cue.lower() not in classes("en").announcing
        if inside and one.kind not in _DEEDS and not any(span.overlaps(one.cue_span) for span in kept):
            if one.kind == "denied" and is_mostly(kept, one):
                return (
                    "contradicted",
                    f"the article says that it is denied: “{source.text[one.cue_span.start : one.cue_span.end]}”",
                )
            if is_mostly(kept, one):
                return "not shown", f"it leaves out that “{one.source or one.cue}” says so"
    return None


def is_mostly(kept: tuple[Span, ...], one: Attribution) -> bool:
    """True if more than half of what is kept is what somebody says."""
    inside = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in kept for b in one.content)
    return 2 * inside > sum(part.end - part.start for part in kept)


def is_bound(claim: Text, source: Text, sentence: Sentence) -> bool:
    """True if what a claim leaves out bears on what it keeps: a word that a kept one hangs on, or one that must stay and hangs on a kept one.

    Args:
        claim: the claim, read. Its words are the sentence's, in order.
        source: the article, read.
        sentence: the sentence.
    """
    kept, known = kept_of(claim.text, source.text, sentence) or (), removable("en")

    def stays(node: Node) -> bool:
        return any(span.start <= node.start < span.end for span in kept)

    def is_loose(node: Node, tree: Tree) -> bool:
        """True for what is whole without its head: a mark, or a clause that keeps its own subject."""
        subject = tree.child(node.index, "nsubj", "nsubjpass") if node.relation in _WHOLE else None
        keeps = subject is not None and stays(subject)
        return (
            node.relation in _LOOSE
            or keeps
            or is_listed(node, tree)
            or is_second_deed(node, tree)
            or is_named_last(node, tree)
        )

    def is_listed(node: Node, tree: Tree) -> bool:
        """True for "blankets" of "tea, bread and blankets" where tea stays, and the bread between is gone."""
        above = tree.nodes[node.head]
        while node.relation == "conj" and above.relation == "conj" and not stays(above):
            above = tree.nodes[above.head]
        return node.relation == "conj" and above.index != node.head and stays(above)

    def is_second_deed(node: Node, tree: Tree) -> bool:
        """True for "knew" of "he had arranged the papers and knew nothing", and for its subject and helper, where the first verb is gone."""
        above = tree.nodes[node.head]
        if node.relation in _SUBJECTS | _HELPERS:
            deeds = [each for each in tree.children(above.index) if each.relation == "conj" and stays(each)]
            return any(
                _has_no_subject(tree, each) and not (node.relation in _HELPERS and tree.child(each.index, *_HELPERS))
                for each in deeds
            )
        while above.relation == "conj" and not stays(above) and tree.child(above.index, *_SUBJECTS) is None:
            above = tree.nodes[above.head]
        subject = tree.child(above.index, *_SUBJECTS)
        return node.relation == "conj" and subject is not None and stays(subject) and _has_no_subject(tree, node)

    def is_named_last(node: Node, tree: Tree) -> bool:
        """True for the name of "gravel producer Orlov lost", where what somebody is is gone and its verb stays."""
        noun = tree.nodes[node.head]
        first = min(each.index for each in tree.branch(node.index))
        is_beside = first - noun.index == 1 + (tree.nodes[noun.index + 1].low == ",")
        is_name = node.relation == "appos" and node.tag in _NAMES and is_beside
        return is_name and noun.relation in _SUBJECTS and stays(tree.nodes[noun.head])

    for tree in source.trees:
        inside = tree.within(sentence.span.start, sentence.span.end)
        if any(stays(node) and not is_loose(node, tree) and not stays(tree.nodes[node.head]) for node in inside):
            return True
        gone = [node for node in inside if not stays(node) and stays(tree.nodes[node.head])]
        if any(_narrows(tree, node, known) for node in gone):
            return True
        cues = [node for node in _cues(source.text, tree, inside) if node.relation not in _NAMING and not stays(node)]
        if any(stays(tree.nodes[node.head]) for node in cues):
            return True
    return False


def _has_no_subject(tree: Tree, verb: Node) -> bool:
    """True for a joined verb right behind what joins it: whatever else stands between may be its own subject, which a parse often mistakes."""
    before = verb.index - 1
    while before > verb.head and tree.nodes[before].relation in _BESIDE_VERB and tree.nodes[before].head == verb.index:
        before -= 1
    return verb.is_verb and tree.nodes[before].relation == "cc"


def _narrows(tree: Tree, node: Node, known: Removable) -> bool:
    """True for "after the hospital" of "the largest employer after the hospital", and "who signs" of "each passenger who signs"."""
    first = min(each.index for each in tree.branch(node.index))
    if node.relation not in _NARROWING or (first and tree.nodes[first - 1].low == ","):
        return False
    noun = tree.nodes[node.head]
    counts = [*tree.children(noun.index), tree.nodes[tree.nodes[noun.head].head]]  # "each of the ships that left"
    return any(each.tag in {"JJS", "RBS"} or each.low in known.universals for each in counts)


def _cues(text: str, tree: Tree, nodes: list[Node]) -> Iterator[Node]:
    """The words of a sentence that must stay, as far as they bear on what they hang on; of what is only played or told, its preposition."""
    for row in kept_words("en"):
        for match in row.pattern.finditer(text, nodes[0].start, nodes[-1].end) if nodes else ():
            for node in tree.within(*match.span()):
                if node.relation not in _CLAUSES:
                    yield tree.nodes[node.head] if row.kind == _FRAME and node.relation == "pobj" else node
