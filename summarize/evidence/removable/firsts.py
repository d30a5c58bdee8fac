"""One of two things that are told side by side: the first of two deeds of one subject, the second of two reported clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evidence.removable.order import FINITE, Order, Range
from summarize.evidence.removable.pointing import points_to
from summarize.evidence.removable.scope import counts_whole, denies, is_denied
from summarize.evidence.trees import QUOTED, Node

_DEEDS: Final = frozenset({"VBD", "VBN", "VBZ"})
_ALIKE: Final = (frozenset({"VBD", "VBN"}), frozenset({"VBZ", "NNS"}))
"""Tags of one form of a verb, as a parse may take one for the other: "has paid and closed", "employs and closes"."""
_HELPERS: Final = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "neg"})
_AUXILIARY: Final = frozenset({"aux", "auxpass"})
_NO_DEED: Final = frozenset({"RB", "CD", "JJ", "DT", "PRP$"})
"""Tags before what is no deed: "eleven refurbished cars"."""
_BESIDE: Final = frozenset({"relcl", "acl", "appos", "punct"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})


class Firsts(Order):
    """A sentence, without its stop, and what in it may go beside its like."""

    def found(self) -> Iterator[Range]:
        """The parts, in no order."""
        for at, node in enumerate(self.nodes[1:], start=1):
            reported = self.also_reported(at)
            yield from [reported] if reported is not None else []
            if node.low in self.table.joining | self.table.parting and node.relation == "cc":
                first = self.tree.nodes[node.head]
                second = next((each for each in self.tree.children(first.index) if each.relation == "conj"), None)
                if second is not None and second.index > node.index and first.index < node.index:
                    part = self.of_pair(at, first, second) or self.of_sentence(at, first, second)
                    yield from [part] if part is not None else []

    def also_reported(self, at: int) -> Range | None:
        """The second of two reported clauses, at the end: "and that two had been paid" of "said the safe was opened and that two had been paid"."""
        behind, end = self.nodes[at + 1 : at + 2], self.end(at + 2)
        if self.nodes[at].low not in self.table.joining or not behind or behind[0].low not in self.table.opening:
            return None
        clause = self.nodes[at + 2 : end]
        cue = next((node for node in self.nodes[:at] if node.low in self.table.reporting and node.tag in FINITE), None)
        if (
            cue is None
            or behind[0].tag != "IN"
            or len(clause) < 3
            or self.is_open(self.bearing(cue.index - self.nodes[0].index))
        ):
            return None
        if denies(self.tree, cue, self.table) or any(
            node.low in self.table.anaphors and (node.tag == "DT" or node.relation in _SUBJECT) for node in clause
        ):
            return None
        told = self.table.reporting | self.table.denying
        if any(node.low in told for node in self.nodes[cue.index - self.nodes[0].index + 1 : at]):
            return None  # "said he had denied that it was so and that two had been paid": both may be what he denied
        bounds = self.table.scopes | self.table.undoing | self.table.undone | self.table.back
        words = self.text[clause[0].start : clause[-1].end]
        if any(node.low in bounds or node.low == "," for node in clause) or '"' in words:
            return None
        return (
            None if self.table.keeps(words, but=self.table.in_second_report) else (self.nodes[at].start, clause[-1].end)
        )

    def of_pair(self, at: int, first: Node, second: Node) -> Range | None:
        """The first of two deeds that may share a helper: "paid for the work and" of "has paid for the work and closed two trails"."""
        place = next((i for i, node in enumerate(self.nodes) if node.index == first.index), at)
        inside = self.nodes[place:at]
        if self.nodes[at].low not in self.table.joining or self.nodes[at + 1 : at + 2] != [second]:
            return None
        if not self.is_pair(first, second) or self.is_open(self.nodes[:at]) or not self.is_own(first, inside):
            return None
        bounds = self.table.scarce | self.table.universals | self.table.denials | self.table.ranking
        if any(each.low in bounds for each in self.nodes[:place]):
            return None
        keeps = self.table.keeps(self.words(inside), but=self.table.in_deed)
        return None if keeps else self.whole(place, at)

    def of_sentence(self, at: int, first: Node, second: Node) -> Range | None:
        """The first of two deeds of which the second has a finite verb of its own, so that nothing in the first denies or opens it.

        "Denied wrongdoing and" of "denied wrongdoing and said it would appeal", "did not answer and" of "did not answer and has not been seen".
        """
        subject = self.tree.child(first.index, *_SUBJECT)
        if subject is None or subject.index > first.index or counts_whole(self.tree, first, self.table):
            return None
        helpers = [
            child
            for child in self.tree.children(first.index)
            if subject.index < child.index < first.index and child.relation not in _BESIDE
        ]
        start = min([first, *helpers], key=lambda node: node.index)
        place = next((i for i, node in enumerate(self.nodes) if node.index == start.index), at)
        inside = self.nodes[place : at - (self.nodes[at - 1].low == ",")]
        is_deed = any(node.tag in FINITE for node in [first, *helpers]) and all(map(self.is_helper, helpers))
        if not is_deed or self.is_bound(subject, place) or not self.is_own(first, inside):
            return None
        words = " ".join(node.low for node in inside if node not in helpers)
        may_go = self.is_free(first, second, inside) and self.is_whole(second, inside)
        return self.whole(place, at) if may_go and not self.keeps_first(inside, words) else None

    def whole(self, place: int, at: int) -> Range:
        """A deed with the word that joins the next to it, or, in the middle of three, with the comma before it: "has 95 turbines and supplies"."""
        if self.nodes[place - 1].low == "," and self.nodes[place].relation == "conj":
            return self.nodes[place - 1].start, self.nodes[at - 1 - (self.nodes[at - 1].low == ",")].end
        return self.nodes[place].start, self.nodes[at].end

    def keeps_first(self, inside: Sequence[Node], words: str) -> bool:
        """True for a first deed with a quotation, or with a word that bears on more than itself."""
        return any(node.low == QUOTED for node in inside) or self.table.keeps(words, but=self.table.in_first_deed)

    def is_whole(self, second: Node, inside: Sequence[Node]) -> bool:
        """True for a second deed that says something by itself: it undoes nothing, and stands for nothing that is told in the first alone."""
        behind = list(self.tree.branch(second.index))
        if any(node.is_verb and node.low in self.table.undoing for node in behind):
            return False  # "was reinstated on Friday"
        has_more = any(each.index > second.index and each.relation != "punct" for each in behind)
        return has_more and not points_to(self.tree, behind, inside, self.table)

    def words(self, nodes: Sequence[Node]) -> str:
        return self.text[nodes[0].start : nodes[-1].end]

    def is_own(self, first: Node, inside: Sequence[Node]) -> bool:
        """True for words without a comma that all hang on a deed."""
        own = {each.index for each in self.tree.branch(first.index)}
        return len(inside) >= 2 and own.issuperset(node.index for node in inside) and all(n.low != "," for n in inside)

    def is_bound(self, subject: Node, place: int) -> bool:
        """True for "nobody" and "only two", and for what stands behind "if": what is said of them first may bound the rest."""
        branch = list(self.tree.branch(subject.index))
        beside = frozenset(
            each.index
            for child in branch
            if child.relation in {"relcl", "appos", "acl"}
            for each in self.tree.branch(child.index)
        )
        before = [node for node in self.nodes[:place] if node.index not in beside]
        ranked = any(each.low in self.table.ranking for each in branch if each.index not in beside)
        return ranked or is_denied(self.tree, subject, self.table) or self.is_open(before)

    def is_helper(self, node: Node) -> bool:
        """True for "did", "has" and "not", and for an adverb that bears on nothing but its verb."""
        return node.relation in _AUXILIARY | {"neg"} or (node.relation == "advmod" and not self.table.keeps(node.low))

    def is_free(self, first: Node, second: Node, inside: Sequence[Node]) -> bool:
        """True if a second deed has its own finite verb, whatever stands in the first: "told", "has not been seen", not "sold" of "was not fined and sold"."""
        own = [
            child
            for child in self.tree.children(second.index)
            if child.index < second.index and child.relation != "punct"
        ]
        if any(child.relation in _SUBJECT for child in own) or not all(self.is_helper(child) for child in own):
            return False
        opening = min([second, *own], key=lambda node: node.index)
        if any(child.relation in _AUXILIARY for child in own):
            return any(child.tag in FINITE | {"MD"} for child in own) and opening.index > inside[-1].index
        if second.tag not in {"VBD", "VBZ"} or second.low in self.table.unmarked:
            return False
        is_told = second.low in self.table.reporting | self.table.denying | self.table.tells
        helped = [node for node in inside if node.relation in _AUXILIARY or node.tag in {"MD", "TO"}]
        own_helped = [node for node in helped if node.head == first.index and node.low not in self.table.supporting]
        negated = [child for child in self.tree.children(first.index) if child.relation == "neg"]
        if negated and not any(node.low in self.table.supporting for node in inside):
            return False  # "never paid and left"
        return not own_helped and (is_told or not helped or all(node.head == first.index for node in helped))

    def is_pair(self, first: Node, second: Node) -> bool:
        """True for two deeds of one subject and one form, each whole without the other, of which the second points to nothing in the first."""
        helpers = {each.relation for each in self.tree.children(first.index) if each.index < first.index}
        is_alike = are_alike(first, second) and not (first.tag != second.tag and "auxpass" in helpers)
        is_deed = (
            first.tag in _DEEDS and first.relation != "advcl" and self.tree.nodes[first.index - 1].tag not in _NO_DEED
        )
        if not is_alike or not is_deed or any(each.relation in _HELPERS for each in self.tree.children(second.index)):
            return False
        if first.low in self.table.reporting | self.table.denying | self.table.planning:
            return False
        behind = list(self.tree.branch(second.index))
        refers = any(each.low in self.table.anaphors | self.table.rates or each.tag == "PRP" for each in behind)
        return not refers and any(each.index > second.index for each in self.tree.children(second.index))


def are_alike(first: Node, second: Node) -> bool:
    """True for two joined words of one form."""
    return first.tag[:2] == second.tag[:2] or any({first.tag, second.tag} <= each for each in _ALIKE)
