"""Parts in front of what they go with, by the order of words: a first clause, what somebody is before their name, amounts, and on what grounds a deed was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evidence.removable.adjuncts import is_medium
from summarize.evidence.removable.done import is_part_of_deed
from summarize.evidence.removable.order import FINITE, Order, Range
from summarize.evidence.removable.scope import counts_whole, denies
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node

_NAMES: Final = frozenset({"NNP", "NNPS"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OPENS: Final = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJS", "PRP$"})
"""Tags of what opens a clause with its own subject, which is no pronoun."""
_DESCRIBES: Final = frozenset({"DT", "PRP$", "NN", "NNS", "JJ", "POS", "NNP", "IN"})

_MAX_NAME_LENGTH: Final = 5


class Leading(Order):
    """A sentence, without its stop, and what in it may go."""

    def found(self) -> Iterator[Range]:
        """The parts, in no order."""
        parts: list[Range | None] = []
        for at, node in enumerate(self.nodes[1:], start=1):
            if node.low == ",":
                parts.append(self.first_clause(at))
            elif node.tag == "$" and at + 2 < len(self.nodes):
                parts.append(self.amount(at))
            elif node.low in self.table.openers["grounds"]:
                parts.append(self.grounds(at))
            elif node.low in self.table.by:
                parts.append(self.margin(at))
            elif node.low in self.table.addressing:
                parts.append(self.addressee(at))
        parts += [told for told, _ in named_last(self.nodes, self.table)]
        yield from (part for part in parts if part is not None)

    def first_clause(self, at: int) -> Range | None:
        """A whole clause before ", but" or ", while" and that word: what is told behind it is told all the same."""
        first, behind = self.nodes[:at], self.nodes[at + 1 :]
        if len(behind) < 3 or behind[0].low not in self.table.parting or "," in {n.low for n in first}:
            return None
        if not self.is_clause(first) or not self.is_clause(behind[1:]) or any(node.low == QUOTED for node in first):
            return None
        told = self.table.reporting | self.table.planning | self.table.denying
        if any(
            (node.low in told and node.is_verb) or node.tag == "MD" or node.low in self.table.opening for node in first
        ):
            return None  # "said the pier was safe, but the mill was not": whose word the second is, nothing tells
        words = self.text[first[0].start : first[-1].end]
        return None if self.table.keeps(words, but=self.table.in_first_clause) else (first[0].start, behind[0].end)

    def is_clause(self, nodes: Sequence[Node]) -> bool:
        """True for words that open with a noun of their own, which is the subject of a verb of theirs."""
        verb = next((node for node in nodes if node.tag in FINITE), None)
        if verb is None or nodes[0].tag not in _OPENS:
            return False
        main = verb if verb.relation not in {"aux", "auxpass"} else self.tree.nodes[verb.head]
        subject = self.tree.child(main.index, *_SUBJECTS)
        return subject is not None and nodes[0].index <= subject.index < verb.index

    def amount(self, at: int) -> Range | None:
        """What one thing costs, before it: "$2.3 billion" of "its $2.3 billion plant"; not of any, nor of what is denied or compared."""
        last = at + 1
        while last + 1 < len(self.nodes) and self.nodes[last + 1].low in self.table.amounts:
            last += 1
        before, figure = self.nodes[at - 1], self.nodes[last]
        noun = (
            self.tree.nodes[figure.head] if figure.relation == "nummod" else self.tree.nodes[self.nodes[last - 1].head]
        )
        if (
            last + 1 >= len(self.nodes)
            or noun.index <= figure.index
            or noun.tag != "NN"
            or self.nodes[last + 1].tag not in {"NN", "JJ", "NNP"}
        ):
            return None
        is_the_one = before.low in self.table.definite
        is_one = before.low in self.table.indefinite and is_part_of_deed(self.tree, noun, self.table)
        if (
            not (is_the_one or is_one)
            or noun.low in self.table.unreal | self.table.sums
            or counts_whole(self.tree, noun, self.table)
        ):
            return None
        ranked = any(
            node.tag in {"JJS", "RBS"} or node.low in self.table.ranking
            for node in self.nodes
            if node.head == noun.index
        )
        return None if ranked else (self.nodes[at].start, figure.end)

    def margin(self, at: int) -> Range | None:
        """By how much something was won that was won: "by a wide margin"."""
        last = next((i for i in range(at + 1, len(self.nodes)) if self.nodes[i].tag in {"NN", "NNS"}), at)
        behind = self.nodes[last + 1].low if last + 1 < len(self.nodes) else ""
        is_margin = (
            self.nodes[last].low in self.table.margins
            and behind not in self.table.openers["measure"] | self.table.beyond
        )
        return (self.nodes[at].start, self.nodes[last].end) if is_margin and self.has_happened(at) else None

    def addressee(self, at: int) -> Range | None:
        """To whom a letter is in which somebody says what follows: "to the king" of "said in a letter to the king that"."""
        cue = next(
            (i for i in range(at - 2, max(at - _MAX_NAME_LENGTH, 0), -1) if self.nodes[i].low in self.table.perhaps), 0
        )
        told = self.nodes[cue - 1]
        if not cue or told.low not in self.table.reporting or told.tag not in FINITE or self.is_open(self.nodes[:cue]):
            return None
        if not is_medium(self.tree, told, self.nodes[cue + 1 : at], self.table) or denies(self.tree, told, self.table):
            return None
        last = next((i for i in range(at + 1, len(self.nodes)) if self.nodes[i].low in self.table.opening), 0)
        inside = self.nodes[at + 1 : last]
        is_one = bool(inside) and all(node.tag in _DESCRIBES | {"NNPS"} for node in inside)
        return (self.nodes[at].start, inside[-1].end) if is_one else None

    def grounds(self, at: int) -> Range | None:
        """On what grounds a deed was done, behind a comma: "citing complaints"; behind a verb of saying it may be whose word it is."""
        before, node = self.nodes[:at], self.nodes[at]
        says = any(each.low in self.table.reporting - self.table.planning and each.is_verb for each in before)
        verbs = [each for each in before if each.tag in FINITE]
        is_deed = (bool(verbs) and verbs[-1].tag == "VBD") or any(each.low in self.table.perfect for each in verbs)
        denied = any(each.tag == "MD" or each.low in self.table.denials | self.table.denying for each in before)
        if before[-1].low != "," or node.tag != "VBG" or says or denied or not is_deed:
            return None
        return self.part(at, at + 1, "grounds")


def named_last(nodes: Sequence[Node], table: Removable) -> Iterator[tuple[Range, Range]]:
    """What somebody is, before their name, and both: "the district commander," of "…, the district commander, Supt. Eva Brandt, said"."""
    commas = [index for index, node in enumerate(nodes) if node.low == ","]
    for before, between, behind in zip(commas, commas[1:], commas[2:], strict=False):
        told, name, cue = nodes[before + 1 : between], nodes[between + 1 : behind], nodes[behind + 1 : behind + 2]
        is_named = 0 < len(name) <= _MAX_NAME_LENGTH and all(node.tag in _NAMES for node in name)
        is_said = bool(cue) and cue[0].low in table.reporting and cue[0].tag in FINITE
        is_told = bool(told) and told[0].tag in {"DT", "PRP$"} and told[-1].tag == "NN"
        if (
            is_named
            and is_said
            and is_told
            and all(node.tag in _DESCRIBES and node.low not in table.changing for node in told)
        ):
            yield (told[0].start, nodes[between].end), (told[0].start, name[-1].end)
