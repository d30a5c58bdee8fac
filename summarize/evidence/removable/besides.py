"""More that a sentence tells beside its news, by the order of its words: bare descriptions, where and when somebody spoke, items of lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from summarize.evidence.removable.adjuncts import is_compared, is_medium, is_ranked
from summarize.evidence.removable.done import is_done, is_new
from summarize.evidence.removable.firsts import are_alike
from summarize.evidence.removable.held import adds, is_of_its_own
from summarize.evidence.removable.order import FINITE, Order, Range
from summarize.evidence.removable.scope import counts_whole, denies
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_OPENERS: Final = frozenset({"DT", "PRP$", "CD", "JJS", "NNP"})
"""Tags of what opens a description that says no other thing than its noun."""
_SUBJECTS: Final = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_CLAUSE: Final = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD"})
_MAX_LENGTH: Final = 14
"""Words of a description; what is longer is a clause or a list."""


class Besides(Order):
    """A sentence, without its stop, and what in it may go."""

    def __init__(self, text: str, tree: Tree, table: Removable, nodes: Sequence[Node]) -> None:
        super().__init__(text, tree, table, nodes)
        self.at_comma: tuple[Callable[[int], Range | None], ...] = (self.description, self.unnamed, self.item)

    def found(self) -> Iterator[Range]:
        """The parts, in no order."""
        parts = [self.opening()]
        for at, node in enumerate(self.nodes[1:], start=1):
            if node.low == ",":
                parts += [rule(at) for rule in self.at_comma]
            elif node.tag in {"IN", "VBG"}:
                parts += [self.spoken(at), self.span(at), self.of_responders(at)]
        yield from (part for part in parts if part is not None)

    def words(self, nodes: Sequence[Node]) -> str:
        return self.text[nodes[0].start : nodes[-1].end]

    def opening(self) -> Range | None:
        """The "But" of "But the council said": it joins the sentence to the one before; not of "But for the rain" or of a title."""
        first, behind = self.nodes[0], self.nodes[1:3]
        if first.low not in self.table.turning or len(behind) < 2 or behind[0].tag not in _SUBJECTS:
            return None
        is_title = [self.text[node.start].isupper() for node in behind]
        if (is_title[0] and behind[0].tag not in _NAMES) or (is_title[1] and behind[0].tag not in _NAMES):
            return None
        return first.start, first.end

    def description(self, at: int) -> Range | None:
        """What a thing is besides, behind a comma, without a verb: "a narrow lane beside the school"."""
        last = next(
            (i for i in range(at + 1, len(self.nodes)) if self.nodes[i].low in {",", "—", "–"}), len(self.nodes)
        )
        inside, before = self.nodes[at + 1 : last], self.nodes[at - 1]
        if not 2 <= len(inside) <= _MAX_LENGTH or not self.opens(inside[0], before):
            return None
        if not any(node.tag in FINITE | {"MD"} for node in self.nodes[:at]) or not self.is_closed(last):
            return None
        if any(self.is_more(node, at) for node in inside):
            return None
        bounds = self.table.unreal | self.table.undone | (self.table.changing - self.table.ranking)
        free = self.table.in_description if inside[0].low in self.table.definite else self.table.in_apposition
        if any(node.low in bounds for node in inside) or self.table.keeps(self.words(inside), but=free):
            return None
        closes = last < len(self.nodes) and self.nodes[last].low == ","
        return self.nodes[at].start, self.nodes[last].end if closes else inside[-1].end

    def opens(self, node: Node, before: Node) -> bool:
        """True for what describes a name or an amount, and for how much or how far: behind "hid the money" it may be of the whole, "a guess of mine"."""
        is_amount = before.tag in _NAMES | {"CD"} or before.low in self.table.times | self.table.anchors["quantity"]
        is_share = before.tag in _NOUNS and (
            node.tag == "CD" or self.tree.nodes[node.index + 1].low in self.table.fractions
        )
        return (is_amount and node.tag in _OPENERS) or is_share or node.low in self.table.sharing

    def is_share(self, pronoun: Node, at: int) -> bool:
        """True for "them" of "among them two by Brandt" and of "a third of them from jars": whose they are, and not what became of them."""
        last = self.nodes[-1].index
        behind = self.tree.nodes[pronoun.index + 1].low if pronoun.index < last else ""
        return pronoun.low in self.table.pronouns and (
            self.nodes[at + 1].low in self.table.sharing or behind in self.table.of_origin
        )

    def is_closed(self, last: int) -> bool:
        """True if what stands behind a description is no further item of a list: the end, a phrase, a verb, or who says it."""
        if last == len(self.nodes) or self.nodes[last].low != ",":
            return True
        behind = self.nodes[last + 1 : last + 3]
        if behind and behind[0].low in self.table.reporting:
            return False  # "Halden, its maker, reported": the name may go as well, and not both
        if self.heads_list(last):
            return False
        if not behind or self.end(last) == last:
            return True
        if behind[0].tag == "CC":
            return len(behind) > 1 and behind[1].tag in {"VBD", "VBZ", "VBP"}
        return behind[0].tag in FINITE | {"MD", "IN", "WRB", "WDT", "WP"}

    def heads_list(self, last: int) -> bool:
        """True for "the city" of "from April, the city, the port and two lines agreed": what stands behind a comma is joined to what is before it."""
        here, comma = self.nodes[last - 1].index, self.nodes[last].index
        return any(child.relation == "conj" and child.index > comma for child in self.tree.children(here))

    def is_more(self, node: Node, at: int) -> bool:
        """True for a word that no bare description holds: a verb, a quotation, an item of a list, a pronoun but of a share."""
        is_item = node.relation == "conj" and node.head < self.nodes[at].index
        is_verb = node.is_verb and node.relation != "amod"
        is_other = node.tag == "PRP" and not self.is_share(node, at)
        return is_item or is_verb or is_other or node.low == QUOTED or node.tag in {"CC", "MD", "TO"}

    def unnamed(self, at: int) -> Range | None:
        """That somebody asked not to be named, between commas: "who declined to be identified"."""
        last = next((i for i in range(at + 1, len(self.nodes)) if self.nodes[i].low == ","), 0)
        inside = [node.low for node in self.nodes[at + 1 : last]]
        if len(inside) < 4 or last + 1 >= len(self.nodes):
            return None
        is_name = inside[0] in self.table.relatives and inside[1] in self.table.naming_nouns
        shy = self.table.shy_of_name if is_name else self.table.shy
        ends = self.table.made_known if is_name else self.table.naming
        opens = is_name or inside[0] in self.table.persons
        is_shy = opens and inside[-1] in ends and shy.issuperset(inside[1 + is_name : -1])
        return (self.nodes[at].start, self.nodes[last].end) if is_shy else None

    def item(self, at: int) -> Range | None:
        """The middle of three: "runs nine ferries" of "employs 140 people, runs nine ferries and pays its tax"."""
        last = next((i for i in range(at + 1, len(self.nodes)) if self.nodes[i].tag == "CC"), len(self.nodes))
        inside = self.nodes[at + 1 : last]
        if not inside or last + 1 >= len(self.nodes) or self.nodes[last].low not in self.table.joining:
            return None
        item = next((node for node in inside if node.relation == "conj" and node.head < self.nodes[at].index), None)
        third = item and next((each for each in self.tree.children(item.index) if each.relation == "conj"), None)
        if item is None or third is None or third.index < self.nodes[last].index or not are_alike(item, third):
            return None
        first = self.tree.nodes[item.head]
        own = {each.index for each in self.tree.branch(item.index, frozenset({third.index}))} - {self.nodes[last].index}
        if own != {node.index for node in inside} or counts_whole(self.tree, item, self.table):
            return None
        is_of_deed = first.relation == "dobj" and is_done(self.tree, self.tree.nodes[first.head], self.table)
        is_verb = item.is_verb and first.is_verb
        is_added = adds(self.tree, item, self.table) or is_of_its_own(self.tree, item, self.table)
        may_go = is_added if is_verb else is_of_deed
        keeps = self.table.keeps(self.words(inside), but=self.table.in_apposition)
        return (self.nodes[at].start, inside[-1].end) if may_go and not keeps else None

    def spoken(self, at: int) -> Range | None:
        """In what, or on what day, somebody said what follows: "in a statement" of "warned in a statement that"."""
        cue, node = self.nodes[at - 1], self.nodes[at]
        if (
            cue.low not in self.table.reporting - self.table.finding
            or cue.tag not in FINITE
            or node.low not in self.table.perhaps
        ):
            return None
        last = next(
            (i for i in range(at + 1, min(at + 6, len(self.nodes))) if self.nodes[i].tag in _NOUNS and self.ends(i)),
            None,
        )
        if last is None or self.is_open(self.nodes[:at]) or denies(self.tree, cue, self.table):
            return None
        if is_ranked(self.tree, cue, self.table) or any(each.tag in {"JJR", "RBR"} for each in self.nodes[:at]):
            return None  # "first said in a letter"
        inside = self.nodes[at + 1 : last + 1]
        is_day = all(each.low in self.table.times for each in inside)
        if not is_day and not is_medium(self.tree, cue, inside, self.table):
            return None
        return node.start, inside[-1].end

    def ends(self, at: int) -> bool:
        """True if a clause opens behind a word: with "that", or with its subject."""
        behind = self.nodes[at + 1 : at + 2]
        is_day = self.nodes[at].low in self.table.times
        return bool(behind) and (behind[0].low in self.table.opening or (is_day and behind[0].tag in _CLAUSE))

    def span(self, at: int) -> Range | None:
        """For how long, or until when, a deed was done or is being done: "for much of Friday", "through March"."""
        node = self.nodes[at]
        if node.low not in self.table.enduring or counts_whole(self.tree, node, self.table):
            return None
        last = at + 1
        while last < len(self.nodes) and self.nodes[last].low in self.table.stretches:
            last += 1
        behind = self.nodes[last + 1] if last + 1 < len(self.nodes) else None
        if last >= len(self.nodes) or self.nodes[last].low not in self.table.times:
            return None
        if behind is not None and (
            behind.tag in _NOUNS | {"CD", "POS", "VBN"} or behind.low in self.table.going_on - self.table.joining
        ):
            return None
        before = self.nodes[:at]
        if not self.has_happened(at) and not self.was_so(at) and not self.goes_on(before):
            return None
        head = self.tree.nodes[node.head]
        if any(each.tag in {"JJS", "RBS"} for each in before):
            return None
        return None if is_compared(self.tree, head, self.table) else (node.start, self.nodes[last].end)

    def goes_on(self, before: Sequence[Node]) -> bool:
        """True for what is being done, or surely will be, and is not denied."""
        finite = [node for node in before if node.tag in FINITE | {"MD"}]
        rest = [node for node in before if node not in finite[-1:]]
        is_sure = (
            bool(finite)
            and finite[-1].low in self.table.certain
            and self.table.being.isdisjoint(node.low for node in before)
        )
        is_now = (
            bool(finite)
            and finite[-1].low in self.table.being
            and any(node.tag == "VBG" and node.index > finite[-1].index for node in before)
        )
        return (is_sure or is_now) and not self.is_open(rest)

    def of_responders(self, at: int) -> Range | None:
        """Where those who did their work are from, or how they did it: "from the Agency" of "inspectors from the Agency destroyed"."""
        noun = self.nodes[at - 1]
        if noun.low not in self.table.responders or noun.relation != "nsubj" or not is_new(self.tree, noun, self.table):
            return None
        verb = self.tree.nodes[noun.head]
        inside = [node for node in self.nodes[at:] if node.index < verb.index and node.head != verb.index]
        behind = self.nodes[at + len(inside) : at + len(inside) + 1]
        if not behind or behind[0].index < at or behind[0] is not verb or not is_done(self.tree, verb, self.table):
            return None
        if self.tree.child(verb.index, "dobj") is None or any(
            node.tag in {"CD", "WDT", "WP", "CC", "JJR"} or node.low == "," for node in inside
        ):
            return None
        return None if len(inside) < 2 or self.table.keeps(self.words(inside)) else (inside[0].start, inside[-1].end)
