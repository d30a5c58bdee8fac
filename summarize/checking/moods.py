"""What the evidence only denies, doubts, plans or says on a condition, and a claim says surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import Text, Word, by_stem, stem
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import table

Range = tuple[int, int]

_DEEPEST = 15
_SHARE = 0.34
"""Share of the claim's words, of those that its evidence has, that must be of another mood there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A mood of the evidence, and the moods that a claim may then be in."""

    mood: str
    allowed: frozenset[str]
    reason: str
    evidence: str
    claim: str
    counter_claim: str


@dataclass(frozen=True, slots=True)
class Moods:
    """The words of a language that put what hangs on them into a mood, by stem where `stems` says so."""

    helpers: dict[str, str]
    condition: frozenset[str]
    denial: frozenset[str]
    untrue: frozenset[str]
    """Words that deny what they are said of."""
    weak: frozenset[str]
    plan: frozenset[str]
    rules: tuple[Rule, ...]


@cache
def moods(language: str) -> Moods:
    """The table of a language."""
    read = table(f"{language}/moods.toml")
    words = read["words"]
    return Moods(
        helpers={word: mood for mood, listed in read["helpers"].items() for word in listed.split()},
        condition=frozenset(words["condition"].split()),
        denial=frozenset(words["denial"].split()),
        untrue=frozenset(words["untrue"].split()),
        weak=frozenset(stem(word) for word in words["weak"].split()),
        plan=frozenset(stem(word) for word in words["plan"].split()),
        rules=tuple(
            Rule(
                row["mood"],
                frozenset(row["allowed"].split()),
                row["reason"],
                row["evidence"],
                row["claim"],
                row["counter_claim"],
            )
            for row in read["row"]
        ),
    )


def wrong_mood(claim: Text, source: Text, ranges: Sequence[Range], known: Moods) -> Rule | None:
    """The first rule by which a claim says more surely what its evidence says, None if none holds.

    Args:
        claim: the claim, read.
        source: the article, read.
        ranges: where the evidence stands in it.
        known: the language's table.
    """
    there = by_stem(source.within(ranges))
    counts: Counter[str] = Counter()
    met = 0
    for word in claim.words:
        hits = there.get(word.stem)
        if not hits:
            continue
        met += 1
        mine = moods_of(word, known)
        theirs = [moods_of(hit, known) for hit in hits]
        for rule in known.rules:
            if all(rule.mood in each for each in theirs) and not mine & rule.allowed:
                counts[rule.mood] += 1
    return next((rule for rule in known.rules if counts[rule.mood] >= max(1.0, _SHARE * met)), None)


def moods_of(word: Word, known: Moods) -> set[str]:
    """The moods in which a word stands: those of the words above it in its tree."""
    found: set[str] = set()
    here = word.node
    for _ in range(_DEEPEST):
        found |= _set_below(word.tree, here, known)
        if here is not word.node:
            root = stem(here.low)
            found |= {"weak"} if root in known.weak else set()
            found |= {"plan"} if root in known.plan else set()
            found |= {"denial"} if here.low in known.denial else set()
        if here.head == here.index:
            break
        here = word.tree.nodes[here.head]
    return found


def _set_below(tree: Tree, node: Node, known: Moods) -> set[str]:
    """The moods that the words hanging on a word put it into."""
    found: set[str] = set()
    for child in tree.children(node.index):
        if child.relation == "aux" or child.tag == "MD":
            if child.low in known.helpers:
                found.add(known.helpers[child.low])
            if child.tag == "TO" and node.relation in {"xcomp", "acl", "relcl", "ROOT", "advcl"}:
                found.add("to")
        if child.relation == "xcomp" and any(each.tag == "TO" for each in tree.children(child.index)):
            found.add("to")
        opens = child.relation == "mark" and child.low in known.condition
        holds = child.relation in {"advcl", "prep"} and any(
            each.low in known.condition and each.relation in {"mark", "advmod"} for each in tree.children(child.index)
        )
        if opens or holds:
            found.add("condition")
        if child.relation == "neg" or (
            child.low in known.denial and child.relation in {"det", "advmod", "preconj", "cc"}
        ):
            found.add("denial")
        if child.relation in {"advmod", "acomp", "amod"} and stem(child.low) in known.weak:
            found.add("weak")
        if child.relation in {"acomp", "attr"} and child.low in known.untrue:
            found.add("denial")
        if child.relation in {"nsubj", "nsubjpass"} and (
            child.low in known.denial or any(each.low in known.denial for each in tree.children(child.index))
        ):
            found.add("denial")
    return found
