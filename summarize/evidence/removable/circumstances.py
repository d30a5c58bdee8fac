"""What a sentence tells beside its news, by the marks around it: asides behind a subject, what came of a deed, second clauses, amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from summarize.evidence.removable.done import is_new
from summarize.evidence.removable.held import is_negated, is_of_its_own, speaks_for_rest
from summarize.evidence.removable.kinds import is_told_apart
from summarize.evidence.removable.order import FINITE, Order, Range
from summarize.evidence.removable.relatives import own_words
from summarize.evidence.removable.scope import is_denied
from summarize.evidence.removable.table import Removable
from summarize.evidence.trees import QUOTED, Node, Tree

_DESCRIBES: Final = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBN", "JJ"})
"""Tags of what opens a description."""
_RELATIVE: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SITED: Final = 3
"""Words that say where somebody or something is based: verb, preposition, name or year."""
_THINGS: Final = frozenset({"JJ", "NN", "NNS", "VBN"})


class Circumstances(Order):
    """A sentence, without its stop, and what in it may go."""

    def __init__(self, text: str, tree: Tree, table: Removable, nodes: Sequence[Node]) -> None:
        super().__init__(text, tree, table, nodes)
        self.rules: dict[str, Callable[[int, str], Range | None]] = {
            "upshot": self.upshot,
            "against": self.against,
            "company": self.company,
            "meanwhile": self.meanwhile,
            "quantity": self.quantity,
        }

    def found(self) -> Iterator[Range]:
        """The parts, in no order."""
        for at, node in enumerate(self.nodes):
            parts = [
                self.rules[kind](at, kind)
                for kind, words in self.table.openers.items()
                if at and kind in self.rules and node.low in words
            ]
            if at and node.tag == "VBG" and self.nodes[at - 1].low == ",":
                parts.append(self.manner(at))
            if at and node.low == ",":
                parts += [self.aside_of_subject(at), self.second_clause(at)]
            yield from (part for part in parts if part is not None)

    def upshot(self, at: int, kind: str) -> Range | None:
        """What comes of a deed, behind a comma: "creating 1,800 jobs". Whether it will come or has come, the deed is the same."""
        before = self.nodes[:at]
        is_behind = before[-1].low == "," and self.nodes[at].tag == "VBG"
        has_verb = any(node.tag in FINITE | {"MD"} for node in before)
        return self.part(at, at + 1, kind) if is_behind and has_verb and not self.is_bound(before) else None

    def manner(self, at: int) -> Range | None:
        """What else was so when a deed was done, or came of it, behind a comma: "plunging the government into a crisis"."""
        bounds = self.table.supposing | self.table.reporting | self.table.denying | self.table.tells
        if self.nodes[at].low in bounds or not self.has_happened(at):
            return None
        return self.part(at, at + 1, "upshot")

    def against(self, at: int, kind: str) -> Range | None:
        """What a deed was done in spite of, without a verb: "despite complaints from shops"."""
        inside = self.nodes[at + 1 : self.end(at)]
        if not _has_verb(self.nodes[:at]) or _has_verb(inside) or self.is_bound(self.nodes[:at]):
            return None
        return self.part(at, at + 1, kind)

    def company(self, at: int, kind: str) -> Range | None:
        """What else was so when a deed was done, behind a comma: "with 14 shops taking the fish off their shelves"."""
        inside = self.nodes[at + 1 : self.end(at)]
        verb = next((node for node in inside if node.tag in {"VBG", "VBN"}), None)
        is_behind = self.nodes[at - 1].low == "," and self.has_happened(at)
        if not is_behind or verb is None or any(node.low in self.table.limiting for node in inside):
            return None
        return self.part(at, at + 1, kind)

    def meanwhile(self, at: int, kind: str) -> Range | None:
        """What others did, behind a comma: "while those of its rival fell"."""
        inside = self.nodes[at + 1 : self.end(at)]
        is_told = any(node.tag == "VBD" for node in inside) and all(node.tag != "MD" for node in inside)
        is_behind = self.nodes[at - 1].low == "," and self.has_happened(at)
        return self.part(at, at + 1, kind) if is_behind and is_told else None

    def quantity(self, at: int, kind: str) -> Range | None:
        """How much of a stuff a deed is done to: "2.4 kilometres of" of "replaced 2.4 kilometres of worn track"."""
        unit = self.nodes[at - 1]
        behind = self.nodes[at + 1].tag if at + 1 < len(self.nodes) else ""
        first = at - 2
        if unit.low not in self.table.anchors[kind] or first < 1 or behind not in _THINGS:
            return None
        before = self.nodes[first - 1]
        is_object = before.is_verb and before.low not in self.table.being and not self.is_bound(self.nodes[:first])
        return (self.nodes[first].start, self.nodes[at].end) if is_object and self.nodes[first].tag == "CD" else None

    def second_clause(self, at: int) -> Range | None:
        """A clause with a subject of its own behind ", and", which takes nothing back of what stands before it."""
        if at + 2 >= len(self.nodes) or self.nodes[at + 1].low not in self.table.following:
            return None
        before, clause = self.nodes[:at], self.nodes[at + 2 : self.end(at + 2)]
        verb = next((index for index, node in enumerate(clause) if node.tag in FINITE | {"MD"}), None)
        if not verb or not _has_verb(before) or not self.has_subject(clause, verb):
            return None
        if self.is_bound(before, but=self.table.denials) or _ends_later(clause):
            return None
        scope = next((index for index, node in enumerate(clause) if node.low in self.table.scopes), len(clause))
        if any(node.low in self.table.anaphors and node.tag not in {"WDT", "IN"} for node in clause[:scope]):
            return None  # "and the court called it a lie"
        is_joined = self.nodes[at + 1].low in self.table.joining
        # "Has not received heat" denies nothing of the first clause; "the report was false" may. A condition bears on its own.
        own = self.table.denials | self.table.scopes
        words = " ".join(node.low for node in clause if node.low not in own)
        keeps = self.table.keeps(words, but=self.table.in_second_clause) or any(node.low == QUOTED for node in clause)
        takes_back = is_joined and not self.adds(clause)
        undone = any(node.low in self.table.undoing | self.table.denying for node in clause if node.is_verb)
        # "So two workers told a court" may be of what stands before it.
        told = not is_joined and clause[verb].low in self.table.reporting
        if keeps or undone or takes_back or told or speaks_for_rest(clause, self.table):
            return None
        return self.nodes[at].start, clause[-1].end

    def aside_of_subject(self, at: int) -> Range | None:
        """What stands between commas behind a subject and before its verb, and describes it."""
        last = self.before_verb(at)
        if last is None:
            return None
        inside, behind = self.nodes[at + 1 : last], self.nodes[last + 1 : last + 4]
        if (
            not self.describes(inside)
            or self.says(inside)
            or speaks_for_rest(self.nodes[at + 1 : last + 1], self.table)
        ):
            return None
        if behind[0].low in self.table.denying and any(node.low in self.table.anaphors for node in behind):
            return None  # "who is accused of theft, denies it"
        free = self.table.in_aside | (self.table.in_own_clause if inside[0].tag in _RELATIVE else frozenset())
        if inside[0].tag in {"VBN", "VBD"}:
            is_past = behind[0].tag == "VBD" or behind[0].low in self.table.perfect
            is_of_one = self.nodes[at - 1].tag == "NNP" or is_told_apart(self.tree, self.nodes[at - 1], self.table)
            is_lasting = self.is_lasting(inside, self.nodes[at - 1]) or (
                is_past and inside[0].low not in self.table.bounding
            )
            if not is_of_one or not is_lasting:
                return None  # "taken twice, halves the risk"; "firms, owned by the state, had"
            free = self.table.in_participle | (self.table.in_naming if self.names_one(inside) else frozenset())
        is_open = any(node.low in (self.table.denying | self.table.planning) - self.table.own_mood for node in inside)
        unreal = self.table.unreal | (frozenset() if self.nodes[at - 1].tag == "NNP" else self.table.posing)
        is_open = is_open or any(node.low in unreal for node in inside if inside[0].tag == "DT")
        noun = self.subject_before(self.nodes[last + 1 :])
        told = self.told(inside)
        words = own_words(self.tree, told, noun, self.table) if noun else " ".join(node.low for node in told)
        keeps = is_open or self.table.keeps(words, but=free)
        return None if keeps else (self.nodes[at].start, self.nodes[last].end)

    def subject_before(self, behind: Sequence[Node]) -> Node | None:
        """The subject of the verb that opens some words, or of the verb that it helps."""
        head = next((node for node in behind if node.tag in FINITE | {"MD"}), None)
        verb = head if head is None or head.relation not in {"aux", "auxpass"} else self.tree.nodes[head.head]
        return self.tree.child(verb.index, *_SUBJECT) if verb is not None else None

    def names_one(self, inside: Sequence[Node]) -> bool:
        """True for "identified by police as Jon Berg", not for "identified as a fake" or "as Berg's"."""
        last = next((index for index, node in enumerate(inside) if node.low in self.table.comparing), len(inside))
        name = inside[last + 1 :]
        return (
            inside[0].low in self.table.naming and bool(name) and all(node.tag in _NAMES | {"CD", ","} for node in name)
        )

    def is_lasting(self, inside: Sequence[Node], noun: Node) -> bool:
        """True for "based in Leeds" and "founded in 1903": so whatever else is; "based on three tests" and "founded on trust" may bound it.

        What one thing is licensed for, or valued at, it is as well.
        """
        if inside[0].low in self.table.stative and noun.tag in {"NN", "NNP"} | (
            {"NNS"} if inside[0].low in self.table.openers["value"] else set()
        ):
            return True
        is_sited = len(inside) == _SITED and inside[0].low in self.table.founding and inside[1].low in self.table.sited
        return is_sited and inside[2].tag in _NAMES | {"CD"}

    def describes(self, inside: Sequence[Node]) -> bool:
        """True for words that open as a description does; not for "part of which", which bounds what is described."""
        opener = inside[0]
        opens = opener.tag in _DESCRIBES | _RELATIVE or opener.relation == "acl" or opener.low in self.table.describing
        is_share = any(node.tag in _RELATIVE and before.tag == "IN" for before, node in pairwise(inside[1:4]))
        return opens and not is_share and all(node.low != QUOTED for node in inside)

    def says(self, inside: Sequence[Node]) -> bool:
        """True for "police said": an aside with a subject and verb of its own, and no word that ties it to what it describes."""
        relative = next((index for index, node in enumerate(inside) if node.tag in _RELATIVE), len(inside))
        part_of = inside[0].low in self.table.parts
        return any(
            node.tag == "MD"
            or (
                node.tag in FINITE
                and (node.low in self.table.reporting or (before.tag in _NOUNS | {"PRP"} and not part_of))
            )
            for before, node in pairwise(inside[:relative])
        )

    def told(self, inside: Sequence[Node]) -> list[Node]:
        """The words of an aside without what was done to whom it describes: in "which was cited twice" nobody is cited for the rest."""
        is_passive = inside[0].tag in _RELATIVE and any(node.low in self.table.being for node in inside[1:3])
        done = next((node for node in inside[2:] if node.tag == "VBN"), None) if is_passive else None
        is_source = done is not None and self.table.keeps(done.low, but=self.table.no_source)
        return [node for node in inside if not (is_source and node is done)]

    def before_verb(self, at: int) -> int | None:
        """The place of the comma that ends an aside, right before the verb of whose subject it is; None if there is no such verb."""
        for last in range(at + 2, len(self.nodes) - 1):
            behind = self.nodes[last + 1]
            if behind.tag == "RB" and last + 2 < len(self.nodes):
                behind = self.nodes[last + 2]  # "now goes"
            if self.nodes[last].low != "," or behind.tag not in FINITE | {"MD"}:
                continue
            verb = behind if behind.relation not in {"aux", "auxpass"} else self.tree.nodes[behind.head]
            subject = self.tree.child(verb.index, *_SUBJECT)
            if subject is None and self.nodes[at + 1].low in self.table.parts and not _has_verb(self.nodes[:at]):
                return last  # the parse takes a participle for the verb: "part of an upgrade agreed in 2023, was"
            if subject is None or subject.index >= self.nodes[at].index:
                continue
            inside = self.nodes[at + 1 : last]
            is_list = any(node.relation == "conj" and node.head == subject.index for node in inside)
            ends = max(node.index for node in self.tree.branch(subject.index) if node.index < self.nodes[at].index)
            if not is_list and ends == self.nodes[at - 1].index:
                return last
        return None

    def adds(self, clause: Sequence[Node]) -> bool:
        """True for a clause whose own verbs take nothing back, whatever was done, or are of what is still to come."""
        heads = [node for node in clause if node.tag in FINITE | {"MD"}]
        mains = [
            (head, head if head.relation not in {"aux", "auxpass"} else self.tree.nodes[head.head]) for head in heads
        ]
        own = [(head, main) for head, main in mains if main.relation not in {"relcl", "advcl"}]
        return bool(own) and all(head.tag == "MD" or self.is_added(main) for head, main in own)

    def is_added(self, verb: Node) -> bool:
        """True for a deed that adds to any other, or that somebody new does to something new: "several shops accepted promises"."""
        subject = self.tree.child(verb.index, *_SUBJECT)
        if subject is not None and is_denied(self.tree, subject, self.table):
            return True  # "and no arrest has been made"
        if is_negated(self.tree, verb, self.table):
            return True  # "and police do not believe that it was set"
        is_theirs = subject is not None and is_new(self.tree, subject, self.table)
        return verb.low in self.table.adding or (is_theirs and is_of_its_own(self.tree, verb, self.table))

    def has_subject(self, clause: Sequence[Node], verb: int) -> bool:
        """True if a clause opens with a noun that is its verb's subject."""
        head = clause[verb]
        main = head if head.relation not in {"aux", "auxpass"} else self.tree.nodes[head.head]
        subject = self.tree.child(main.index, *_SUBJECT)
        first = clause[0]
        opens = first.tag in {"DT", "CD", "JJ", "PRP$"} | _NOUNS and first.low not in self.table.opening
        return opens and subject is not None and first.index <= subject.index < head.index

    def is_bound(self, nodes: Sequence[Node], *, but: frozenset[str] = frozenset()) -> bool:
        """True for words that deny or condition what hangs on them; "will" and "may" do not."""
        open_words = (self.table.denials | self.table.denying | (self.table.scopes - self.table.comparing)) - but
        return any(node.low in open_words for node in nodes)


def _has_verb(nodes: Sequence[Node]) -> bool:
    return any(node.tag in FINITE | {"MD"} for node in nodes)


def _ends_later(clause: Sequence[Node]) -> bool:
    """True for a clause with a comma in it: what stands behind that may bear on the first clause as well, "…, if it rains"."""
    return any(node.low == "," for node in clause)
