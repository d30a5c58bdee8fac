"""What stands between commas, or right behind a verb of saying, told by its marks and tags, where the parse hangs it on the wrong word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evidence.removable.held import speaks_for_rest
from summarize.evidence.removable.order import FINITE, RELATIVE, Order, Range
from summarize.evidence.removable.scope import denies
from summarize.evidence.trees import QUOTED, Node

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "conj", "cc"})
"""Relations of what is no aside, whatever stands around it: the subject of a clause, an item of a list."""
_LOOSE: Final = frozenset({"punct", "prep", "npadvmod", "advcl"})
"""Relations of what may stand behind an aside and hang on what is before it, whatever the parse says."""
_STATES: Final = frozenset({"VBZ", "VBP"})


class Asides(Order):
    """A sentence, without its stop, and what in it may go."""

    def found(self) -> Iterator[Range]:
        """The parts, in no order."""
        for at, node in enumerate(self.nodes):
            if at and node.low == "," and at + 2 < len(self.nodes):
                part = self.described(at) or self.sited(at) or self.some_of(at)
                state = self.also_so(at)
                yield from (each for each in (part, state) if each is not None)
            if node.low in self.table.reporting and node.tag in FINITE:
                day = self.day(at + 1)
                yield from [day] if day is not None else []

    def described(self, at: int) -> Range | None:
        """What somebody or something is: "a narrow lane beside the school" of "Orchard Street, a narrow lane beside the school, after"."""
        last = self.close(at)
        if last is None or self.nodes[at + 1].low not in self.table.openers["apposed"]:
            return None
        return self.between(at, last, "apposed") if self.nodes[at - 1].tag in _NOUNS else None

    def sited(self, at: int) -> Range | None:
        """Where something is, between commas before the verb: "the detour, along the B4077, was"."""
        last = self.close(at)
        opens = self.nodes[at + 1].low in self.table.openers["locale"] and self.nodes[at - 1].tag in _NOUNS
        if not opens or last is None or last + 1 >= len(self.nodes) or self.nodes[last + 1].tag not in FINITE | {"MD"}:
            return None
        is_named = any(node.tag in _NAMES for node in self.nodes[at + 2 : last])
        return self.between(at, last, "locale") if is_named else None

    def some_of(self, at: int) -> Range | None:
        """Some of those that are told of: "among them two by Lorne", "including a clerk"."""
        last = self.close(at)
        if last is None or self.nodes[at + 1].low not in self.table.openers["subset"]:
            return None
        is_share = self.nodes[at + 1].tag == "VBG" or self.nodes[at + 2].low in self.table.pronouns
        if self.nodes[at - 1].tag not in _NOUNS or any(node.low in self.table.fees for node in self.nodes[at:last]):
            return None  # "rose, including tax, by 4 percent"
        return self.between(at, last, "subset") if is_share else None

    def also_so(self, at: int) -> Range | None:
        """One of several things that are so: "stands off the coast" of "has 95 turbines, stands off the coast and supplies 900 homes"."""
        verb = self.nodes[at + 1]
        first = self.tree.nodes[verb.head]
        end = next((index for index in range(at + 2, len(self.nodes)) if self.ends_state(index)), None)
        if end is None or verb.relation != "conj" or verb.tag not in _STATES or first.tag != verb.tag:
            return None
        told = self.nodes[at + 1 : end]
        is_bound = self.is_open(told) or verb.low in self.table.reporting or denies(self.tree, first, self.table)
        refers = any(node.low in self.table.anaphors | self.table.undoing for node in told)
        keeps = self.table.keeps(self.text[told[0].start : told[-1].end], but=self.table.free["states"])
        if is_bound or refers or keeps or any(node.low == QUOTED or node.tag in RELATIVE for node in told):
            return None
        return self.nodes[at].start, told[-1].end

    def ends_state(self, index: int) -> bool:
        """True for the comma or joining word before another verb."""
        behind = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
        is_mark = self.nodes[index].low in self.table.joining or self.nodes[index].low == ","
        if not is_mark or behind is None:
            return False
        is_misread = behind.tag == "NNS" and behind.relation == "conj" and self.tree.nodes[behind.head].is_verb
        return is_misread or (behind.tag in FINITE and behind.relation in {"conj", "aux", "auxpass"})

    def day(self, at: int) -> Range | None:
        """When it was said, between the verb of saying and what was said: "on Tuesday" of "said on Tuesday it had sold"."""
        first, last = at, at
        if at < len(self.nodes) and self.nodes[at].low in self.table.perhaps:
            last += 1
        if last >= len(self.nodes) or self.nodes[last].low not in self.table.times or self.nodes[last].tag != "NNP":
            return None
        while last + 1 < len(self.nodes) and self.nodes[last + 1].low in self.table.times:
            last += 1
        behind = self.nodes[last + 1 : last + 3]
        # "Said Monday flights would stop": those flights.
        opens = bool(behind) and (behind[0].low in self.table.opening or behind[0].tag in {"PRP", "DT", "PRP$", "NNP"})
        is_told = opens and any(node.tag in FINITE | {"MD"} for node in self.nodes[last + 2 :])
        return (self.nodes[first].start, self.nodes[last].end) if is_told else None

    def close(self, at: int) -> int | None:
        """The place of the comma that closes an aside, or of the end; None if what stands behind it shows a list or another clause."""
        last = next(
            (index for index in range(at + 1, len(self.nodes)) if self.nodes[index].low == ","), len(self.nodes)
        )
        behind = self.nodes[last + 1] if last + 1 < len(self.nodes) else None
        is_list = behind is not None and (behind.tag == "CC" or behind.relation in {"conj", "appos"})
        return None if is_list or last == at + 1 else last

    def between(self, at: int, last: int, kind: str) -> Range | None:
        """The range of an aside; None if it is a subject, a list or somebody's saying, or holds a word that must stay."""
        inside = self.nodes[at + 1 : last]
        within = {node.index for node in inside}
        hanging = [node for node in self.nodes if node.index not in within and node.head in within]
        outer = {node.relation for node in inside if node.head not in within}
        if outer & _SUBJECT or self.is_clause(inside) or any(node.relation not in _LOOSE for node in hanging):
            return None
        words = self.text[inside[0].start : inside[-1].end]
        if self.table.keeps(words, but=self.table.free[kind]) or speaks_for_rest(inside, self.table):
            return None
        closing = self.nodes[last].end if last < len(self.nodes) else inside[-1].end
        return self.nodes[at].start, closing

    def is_clause(self, inside: Sequence[Node]) -> bool:
        """True for words with a verb of their own that nothing ties to what is described, with a second item, or with a quotation."""
        verbs = [index for index, node in enumerate(inside) if node.tag in FINITE | {"MD"}]
        tied = [index for index, node in enumerate(inside) if node.tag in RELATIVE]
        is_own = bool(verbs) and not (tied and tied[0] < verbs[0])
        return is_own or any(node.low == QUOTED for node in inside)
