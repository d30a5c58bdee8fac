"""A sentence's words in their order, and what is told from it where a parse is often wrong: whether a deed is done, and where a part ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.evidence.removable.held import speaks_for_rest
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

Range = tuple[int, int]

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_ASIDES: Final = frozenset({"relcl", "appos"})
RELATIVE: Final = frozenset({"WDT", "WP"})
_MARKS: Final = ('"', "“", "”")


class Order:
    """A sentence, without its stop."""

    def __init__(self, text: str, tree: Tree, table: Removable, nodes: Sequence[Node]) -> None:
        self.text, self.tree, self.table, self.nodes = text, tree, table, nodes

    def is_open(self, nodes: Sequence[Node]) -> bool:
        """True for words that deny, condition or plan what hangs on them."""
        return any(
            node.tag == "MD"
            or node.low in self.table.denials | self.table.planning | self.table.denying
            or node.low in self.table.scopes - self.table.comparing
            for node in nodes
        )

    def bearing(self, at: int) -> list[Node]:
        """The words before a place, without what is said of a noun between commas: of "who asked not to be named, said" nothing is denied behind it."""
        beside: set[int] = set()
        for place, node in enumerate(self.nodes[:at]):
            if node.relation in _ASIDES:
                branch = {each.index for each in self.tree.branch(node.index)}
                first, last = min(branch) - self.nodes[0].index, max(branch) - self.nodes[0].index
                closed = first > 0 and self.nodes[first - 1].low == "," and last + 1 < at
                if closed and place < at and "," in {self.nodes[last].low, self.nodes[last + 1].low}:
                    beside |= branch
        return [node for node in self.nodes[:at] if node.index not in beside]

    def has_happened(self, at: int) -> bool:
        """True if what stands before a place is a deed of the past that nobody denies, plans or makes depend on anything; a state is none."""
        before = self.bearing(at)
        finite = [index for index, node in enumerate(before) if node.tag in FINITE]
        if len(finite) <= sum(node.tag in RELATIVE for node in before) or self.is_open(before):
            return False  # the sentence's own verb is still to come, or it has not happened
        verb = before[finite[-1]]
        chain = [node for node in before[finite[-1] + 1 :] if not node.tag.startswith("RB")]
        if verb.low in self.table.perfect and chain and chain[0].low in self.table.being:
            chain = chain[1:]  # "has been closed"
        is_deed = bool(chain) and chain[0].tag in {"VBN", "VBG"}
        if verb.low in self.table.perfect:
            return is_deed
        return verb.tag == "VBD" and (is_deed or verb.low not in self.table.being)

    def was_so(self, at: int) -> bool:
        """True if what stands before a place is a state of the past that nobody denies or makes depend on anything: "had been ill"."""
        before = self.bearing(at)
        verb = next((node for node in reversed(before) if node.tag in FINITE | {"MD"}), None)
        is_state = verb is not None and verb.tag == "VBD" and verb.low in self.table.being | self.table.perfect
        return is_state and not self.is_open(before) and before[-1].low not in self.table.ranking

    def end(self, at: int) -> int:
        """The place behind the last word of a tail: where the sentence ends, or where the words begin that say who says it."""
        commas = [index for index in range(at, len(self.nodes)) if self.nodes[index].low == ","]
        if commas:
            behind = self.nodes[commas[-1] :]
            words = self.text[behind[0].start : behind[-1].end]
            is_source = self.table.keeps(words, but=self.table.no_source)
            if is_source or any(node.low in self.table.reporting for node in behind):
                return commas[-1]
        return len(self.nodes)

    def part(self, first: int, inner: int, kind: str) -> Range | None:
        """A tail with the comma before it; None if a word of it must stay, by what stands behind its first words, or says whose word the rest is."""
        end = self.end(inner)
        nodes = self.nodes[first:end]
        if not any(node.tag in FINITE | {"MD"} for node in self.nodes[:first]):
            return None  # the sentence's own verb is in the tail, whatever the parse takes it for
        commas = [index for index, node in enumerate(nodes) if node.low == ","]
        if commas and nodes[0].tag != "VBG" and any(node.tag in FINITE | {"MD"} for node in nodes[commas[0] :]):
            return None  # "after it was unveiled, may have to": what follows is the sentence's own verb
        words = self.text[self.nodes[inner].start : nodes[-1].end] if inner < end else ""
        if not words or self.table.keeps(words, but=self.table.free[kind]) or speaks_for_rest(nodes, self.table):
            return None
        is_open = sum(words.count(mark) for mark in _MARKS) % 2 == 1
        if is_open and self.text[nodes[-1].end : nodes[-1].end + 1] not in _MARKS:
            return None
        before = self.nodes[first - 1]
        return (before if before.low == "," else nodes[0]).start, nodes[-1].end + is_open

    def figure(self, at: int) -> int | None:
        """The place of the last word of an amount: "about 40,000 euros"; None where no figure stands."""
        last = at
        while last < len(self.nodes) and self.nodes[last].low in self.table.amounts:
            last += 1
        if last >= len(self.nodes) or not any(sign.isdigit() for sign in self.nodes[last].low):
            return None
        while last + 1 < len(self.nodes) and (
            self.nodes[last + 1].low in self.table.amounts - self.table.scopes - self.table.going_on
            or self.nodes[last + 1].tag in {"CD", "NN", "NNS", "JJ"}
        ):
            last += 1
        return last
