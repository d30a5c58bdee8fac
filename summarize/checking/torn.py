"""Claims whose words are a sentence's, but not all that they need: a clause torn out of who says it, what denies it, or what bounds it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.article import Span
from summarize.checking.moods import moods, wrong_mood
from summarize.checking.reading import Text
from summarize.evidence.removable.table import Removable, removable
from summarize.evidence.trees import Node, Tree
from summarize.findings import Attribution, Sentence
from summarize.grounding.cuts import kept_of
from summarize.languages.tables import kept_words

_DEEDS = frozenset({"planned", "found", "asked"})
"""What somebody plans, asks or has found is their deed: its words alone are part of it."""

_LOOSE = frozenset({"punct", "cc", "mark", "relcl", "acl"})
"""Relations of what hangs on no one word for sure: of marks and joining words, and of clauses about a noun, which a parse often takes for another."""
_WHOLE = frozenset({"advcl", "conj"})
_CLAUSES = frozenset({"mark", "cc", "conj", "relcl", "acl", "advcl"})
"""Relations by which a clause hangs on another: what it says or denies is of itself, and `wrong_mood` sees what it governs."""
_JOINED = frozenset({"conj", "appos"})
"""What is joined to a word, or names it, may take its place."""
_OF_ONE = frozenset({"dobj", "pobj", "attr", "acomp", "prep", "prt", "neg", "advmod", "nummod", "amod"})
"""What hangs on one of two that are joined, and is not both's: the objects of a verb, what else is said of a deed, what denies or counts."""
_SAID = "ccomp"
"""What somebody says hangs on their saying it."""
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
        inside = sentence.span.covers(one.cue_span)
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
        return node.relation in _LOOSE or (subject is not None and stays(subject))

    def head(node: Node, tree: Tree) -> Node:
        """What a word hangs on, or where that is gone what takes its place: another of those joined to it, or the name behind it."""
        above = tree.nodes[node.head]
        while node.relation in _JOINED and not stays(above) and above.relation in _JOINED:
            above = tree.nodes[above.head]
        if stays(above) or node.relation in _OF_ONE or (node.relation == _SAID and above.low in known.reporting):
            return above
        stand_ins = (each for each in tree.children(above.index) if each.relation in _JOINED and stays(each))
        return next(stand_ins, above)

    for tree in source.trees:
        inside = tree.within(sentence.span.start, sentence.span.end)
        if any(stays(node) and not is_loose(node, tree) and not stays(head(node, tree)) for node in inside):
            return True
        gone = [node for node in inside if not stays(node) and stays(tree.nodes[node.head])]
        if any(_narrows(tree, node, known) for node in gone):
            return True
        if any(stays(tree.nodes[node.head]) for node in _cues(source.text, tree, inside) if not stays(node)):
            return True
    return False


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
