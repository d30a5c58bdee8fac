"""Parts that may be left out, told by the word that opens them and by the words around it, where a parse is often wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from summarize.evidence.removable.besides import Besides
from summarize.evidence.removable.circumstances import Circumstances
from summarize.evidence.removable.done import is_part_of_deed
from summarize.evidence.removable.firsts import Firsts
from summarize.evidence.removable.leading import Leading
from summarize.evidence.removable.order import FINITE, Order, Range
from summarize.evidence.removable.scope import denies, opens_clause
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import Node, Tree

_ENDS: Final = frozenset({".", "?", "!", ";"})
_MAX_LENGTH: Final = 200
"""Words of a sentence that is looked at: a longer one is a list or no prose."""
_NAMES: Final = frozenset({"NNP", "NNPS"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LINKS: Final = frozenset({"IN", "WDT", "WP", "WRB", "PRP"})


def by_tails(text: str, tree: Tree, table: Removable) -> Iterator[Range]:
    """The parts of a paragraph that rows of `tail` tell."""
    sentence: list[Node] = []
    for node in tree.nodes:
        if node.low not in _ENDS:
            sentence.append(node)
        else:
            if len(sentence) <= _MAX_LENGTH:
                yield from _Tails(text, tree, table, sentence).found()
                yield from Circumstances(text, tree, table, sentence).found()
                if sentence:
                    yield from Besides(text, tree, table, sentence).found()
                    yield from Leading(text, tree, table, sentence).found()
                    yield from Firsts(text, tree, table, sentence).found()
            sentence = []


class _Tails(Order):
    """A sentence, without its stop, and what in it may go."""

    def __init__(self, text: str, tree: Tree, table: Removable, nodes: Sequence[Node]) -> None:
        super().__init__(text, tree, table, nodes)
        self.rules: dict[str, Callable[[int, str], Range | None]] = {
            "clause": self.clause,
            "rank": self.rank,
            "share": self.share,
            "comparison": self.comparison,
            "cause": self.cause,
            "adding": self.participle,
            "dismissing": self.participle,
            "arguing": self.participle,
            "value": self.value,
            "measure": self.measure,
            "penalty": self.penalty,
            "tally": self.tally,
            "belonging": self.belonging,
        }

    def found(self) -> Iterator[Range]:
        for at, node in enumerate(self.nodes):
            for kind, words in self.table.openers.items():
                part = self.rules[kind](at, kind) if at and kind in self.rules and node.low in words else None
                if part is not None:
                    yield part
            for rule in (self.reported, self.names, self.of_one):
                part = rule(at) if at else None
                if part is not None:
                    yield part

    def clause(self, at: int, kind: str) -> Range | None:
        """What a past deed came after or was due to: "hours after their trawler sank"."""
        inside = self.nodes[at + 1 : self.end(at)]
        if not opens_clause(self.tree, self.nodes[at], self.table):
            return None
        if not (self.has_happened(at) or self.will_follow(at, inside)):
            return None
        joined = next((index for index, node in enumerate(inside) if node.tag == "CC"), len(inside))
        if any(node.tag in {"VBD", "VBN"} for node in inside[joined:]):
            return None  # "cleared after the court heard the clerk and convicted on appeal"
        if self.nodes[at].low in self.table.scopes and any(
            node.low in self.table.reporting or (node.low in self.table.anaphors and node.relation == "dobj")
            for node in inside
        ):
            return None  # "as the Tribune put it"
        is_later = self.nodes[at].low in self.table.later
        if is_later and any(node.is_verb and node.low not in self.table.adding for node in inside):
            return None  # "before he was caught"
        first = at
        while first > 1 and (self.nodes[first - 1].low in self.table.amounts or self.nodes[first - 1].tag == "CD"):
            first -= 1
        if first < at and not {node.low for node in self.nodes[first:at]} & self.table.times:
            first = at
        return self.part(first, at + 1, kind)

    def will_follow(self, at: int, inside: Sequence[Node]) -> bool:
        """True for what will be done, before the past deed that led to it: "will be returned after a museum gave up its claim"."""
        verbs = [node for node in self.nodes[:at] if node.tag in FINITE | {"MD"}]
        is_certain = (
            bool(verbs)
            and verbs[-1].low in self.table.certain
            and not self.is_open([node for node in self.nodes[:at] if node is not verbs[-1]])
        )
        told = [node for node in inside if node.tag in FINITE | {"MD"}]
        return is_certain and self.nodes[at].low in self.table.of_time and bool(told) and told[0].tag == "VBD"

    def penalty(self, at: int, kind: str) -> Range | None:
        """What somebody was fined or praised for: "for hiding three crashes"."""
        before = self.nodes[:at]
        finite = next((index for index in range(at - 1, -1, -1) if before[index].tag in FINITE), at)
        verbs = (
            [before[finite], *[node for node in before[finite + 1 :] if node.tag == "VBN"][:1]] if finite < at else []
        )
        is_bound = self.nodes[at + 1 : at + 2] and self.nodes[at + 1].tag == "CD"  # "banned lorries over 40 tonnes"
        is_of = not is_bound and any(verb.low in self.table.anchors[kind] for verb in verbs)
        return self.part(at, at + 1, kind) if is_of and self.has_happened(at) else None

    def rank(self, at: int, kind: str) -> Range | None:
        """A rank behind a comma: "the largest rise since 2004"."""
        inside = self.nodes[at + 1 : self.end(at)]
        noun = next((index for index, node in enumerate(inside) if node.tag in _NOUNS), len(inside))
        ranked = any(node.tag in {"JJS", "RBS"} or node.low in self.table.ranking for node in inside[: noun + 1])
        return self.aside(at, kind) if ranked else None

    def share(self, at: int, kind: str) -> Range | None:
        """How many of them are what, behind a comma: "most of them engineers"."""
        part = self.aside(at, kind)
        inside = [node for node in self.nodes[at + 1 :] if part is not None and node.start < part[1]]
        behind = next((index for index, node in enumerate(inside) if node.tag in {"IN", "PRP$"}), len(inside))
        told = [node for node in inside[behind + 1 :] if node.tag != "PRP"]
        is_whole = len(told) == len(inside[behind + 1 :]) or self.counts_people(at)
        return part if self.is_description(told, is_whole=is_whole) else None

    def counts_people(self, at: int) -> bool:
        """True if the last that are counted before a place are people, who are people whatever else they are: guns may be toys."""
        counted = (node for node in reversed(self.nodes[:at]) if node.tag == "NNS" or node.low in self.table.crowds)
        return next((node.low in self.table.crowds for node in counted), False)

    def is_description(self, nodes: Sequence[Node], *, is_whole: bool) -> bool:
        """True for "engineers" of people, "at Matnog" and "critically injured"; not for "later freed" or "in a trial", which may take back or bound what was done."""
        if nodes and nodes[0].tag == "IN":
            return len(nodes) > 1 and all(node.tag in _NAMES for node in nodes[1:])
        if nodes and nodes[0].low in self.table.gravely:
            return all(node.tag in {"VBN", "VBD"} and node.low in self.table.adding for node in nodes[1:])
        tags = [node.tag for node in nodes]
        return (
            is_whole
            and bool(tags)
            and tags[-1] in _NOUNS
            and set(tags) <= _NOUNS | {"JJ", "CC", "DT", "CD"}
            and not any(node.low in self.table.changing for node in nodes)
        )

    def comparison(self, at: int, kind: str) -> Range | None:
        """An earlier figure beside one that stays, behind a comma: "up from 71 a year earlier"."""
        scopes = self.table.scopes & self.table.comparing
        behind = {node.low for node in self.nodes[at + 1 : at + 2]}
        if any(node.low in self.table.pronouns for node in self.nodes[at : self.end(at)]):
            return None  # "less than half of them"
        if self.nodes[at].low in self.table.taking_off and not behind & self.table.beyond:
            return None  # "40 million, less tax"
        figure = any(node.tag == "CD" or node.low in scopes for node in self.nodes[at : self.end(at)])
        return self.aside(at, kind) if figure else None

    def aside(self, at: int, kind: str) -> Range | None:
        """What stands behind a comma and is no item of a list, and no clause."""
        inside = self.nodes[at + 1 : self.end(at)]
        verb = next((index for index, node in enumerate(inside) if node.tag in FINITE | {"MD"}), None)
        linked = verb is None or any(node.tag in _LINKS for node in inside[:verb])
        opens = next((index for index in range(at - 2, 0, -1) if self.nodes[index].low == ","), 0)
        if opens and self.nodes[opens - 1].tag == "CC":
            return None  # "a win and, with it, their first title"
        if self.nodes[at - 1].low != "," or not linked or any(node.tag == "CC" for node in inside):
            return None
        return self.part(at, at, kind)

    def cause(self, at: int, kind: str) -> Range | None:
        """What a past deed or state came from, without a verb: "because of a strike"."""
        is_past = self.has_happened(at) or self.was_so(at)
        is_whole = self.nodes[at].tag in {"IN", "VBG"} and self.nodes[at - 1].low not in self.table.mostly
        return self.part(at, at + 1, kind) if is_past and is_whole else None

    def participle(self, at: int, kind: str) -> Range | None:
        """What else somebody said: "adding that the letters were sent in error"."""
        before, node = self.nodes[:at], self.nodes[at]
        says = any(each.low in self.table.reporting and each.tag in FINITE for each in before)
        told = says or (kind in self.table.of_deeds and self.has_happened(at))
        if before[-1].low != "," or node.tag != "VBG" or not told or (says and self.is_listener(at + 1)):
            return None
        return self.part(at, at + 1, kind)

    def is_listener(self, at: int) -> bool:
        """True for "him" of "telling him that", not for "he" of "saying he had"."""
        words = [node.tag for node in self.nodes[at : at + 2]]
        return words[:1] == ["PRP"] and not set(words[1:]) & (FINITE | {"MD"})

    def value(self, at: int, kind: str) -> Range | None:  # noqa: ARG002 - as of every rule
        """What a thing is worth: "worth about 40,000 euros"."""
        before, last = self.nodes[at - 1], self.figure(at + 1)
        if last is None or before.tag not in _NOUNS | {","} or self._is_bare(before):
            return None
        behind = self.nodes[last + 1] if last + 1 < len(self.nodes) else None
        if behind is not None and behind.low in self.table.going_on:
            return None
        if before.low == ",":
            return (before.start, behind.end) if behind is not None and behind.low == "," else None
        return self.nodes[at].start, self.nodes[last].end

    def _is_bare(self, noun: Node) -> bool:
        """True for "homes" of "the tax will rise for homes worth over 2 million"."""
        if is_part_of_deed(self.tree, noun, self.table):
            return False
        return noun.tag == "NNS" and self.tree.child(noun.index, "det", "poss", "nummod") is None

    def measure(self, at: int, kind: str) -> Range | None:
        """How large a thing is that is whole without it: "a trial of 612 adults"."""
        last = self.figure(at + 1)
        named = self.nodes[at - 1].low in self.table.anchors[kind]
        behind = self.nodes[last + 1].low if last is not None and last + 1 < len(self.nodes) else ""
        if last is None or not named or behind in self.table.going_on:
            return None
        return self.nodes[at].start, self.nodes[last].end

    def tally(self, at: int, kind: str) -> Range | None:  # noqa: ARG002 - as of every rule
        """How a vote went: "voted 5-2"."""
        part = self.nodes[at + 1 : at + 4]
        is_tally = [node.low.isdigit() for node in part] == [True, False, True]
        return (part[0].start, part[-1].end) if is_tally and part[0].end == part[1].start else None

    def belonging(self, at: int, kind: str) -> Range | None:  # noqa: ARG002 - as of every rule
        """Where somebody belongs, before what else is said of them: "of the Headache Alliance, who"."""
        last = at + 1
        while last < len(self.nodes) and (
            self.nodes[last].tag in _NAMES or (last == at + 1 and self.nodes[last].tag == "DT")
        ):
            last += 1
        behind = [node.low for node in self.nodes[last : last + 2]]
        named = self.nodes[at - 1].tag in _NAMES and self.nodes[last - 1].tag in _NAMES
        return (
            (self.nodes[at].start, self.nodes[last - 1].end)
            if named and behind[:1] == [","] and behind[1:] and behind[1] in self.table.persons
            else None
        )

    def names(self, at: int) -> Range | None:
        """Names between commas behind a noun and before its verb: "the pair, Dale Wickens and Roimata Heke, had"."""
        last = at + 1
        while last < len(self.nodes) and (self.nodes[last].tag in _NAMES or self.nodes[last].low in self.table.joining):
            last += 1
        if self.nodes[at].low != "," or last + 1 >= len(self.nodes) or last < at + 3 or self.nodes[last].low != ",":
            return None
        before, behind = self.nodes[at - 1], self.nodes[last + 1]
        is_subject = before.tag in {"NN", "NNS"} and behind.tag in FINITE | {"MD"}
        return (self.nodes[at].start, self.nodes[last].end) if is_subject else None

    def of_one(self, at: int) -> Range | None:
        """What else is known of one of many: "that had tripled in size" of "a wildfire that had tripled in size came near"."""
        noun = self.nodes[at - 1]
        if self.nodes[at].tag not in {"WDT", "WP"} or noun.tag != "NN" or self.is_open(self.nodes[:at]):
            return None
        opens = next((node for node in reversed(self.nodes[: at - 1]) if node.tag not in {"JJ", "NN", "VBN"}), noun)
        inside = self.nodes[at + 1 :]
        finite = [index for index, node in enumerate(inside) if node.tag in FINITE]
        if opens.low not in self.table.indefinite or len(finite) < 2 or finite[0] != 0:
            return None
        part = inside[: finite[1]]
        verb = inside[finite[1]]
        words = self.text[part[0].start : part[-1].end]
        stays = any(node.tag in {"CC", "MD", "PRP"} or node.low == "," for node in part) or verb.tag != "VBD"
        stays = stays or any(node.low in self.table.reporting for node in [*part, verb])
        return (
            None
            if stays or self.table.keeps(words, but=self.table.in_relative)
            else (self.nodes[at].start, part[-1].end)
        )

    def reported(self, at: int) -> Range | None:
        """The first of two reported clauses, and "and": "the safe was opened and" of "said the safe was opened and that two had been paid"."""
        cue = self.nodes[at]
        if (
            cue.low not in self.table.reporting
            or cue.tag not in {"VBD", "VBZ", "VBP", "VBN"}
            or at + 2 >= len(self.nodes)
        ):
            return None
        if denies(self.tree, cue, self.table) or self.is_open(self.nodes[:at]):
            return None
        first = at + 2 if self.nodes[at + 1].low in self.table.opening else at + 1
        for last in range(first, len(self.nodes) - 1):
            node = self.nodes[last]
            if node.low in self.table.joining and self.nodes[last + 1].low in self.table.opening:
                words = self.text[self.nodes[at + 1].start : node.start]
                keeps = self.table.keeps(words, but=self.table.in_report) or '"' in words
                return None if keeps else (self.nodes[at + 1].start, node.end)
            if (
                node.low == ","
                or node.low in self.table.opening
                or (node.tag == "CC" and node.low not in self.table.joining)
            ):
                return None
            if node.low in self.table.reporting | self.table.denying and node.relation not in {"amod", "compound"}:
                return None  # "said he had denied that it was so and that": whose word the second is, nothing tells
        return None
