"""The name in a claim's place: "born in Bergen" where the evidence has "born in Narvik", "Ida Holm announced" for "Eva Brandt announced"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.checking.aligning import likest
from summarize.checking.reading import Text, Word, by_stem
from summarize.evidence.trees import Node, Tree

Range = tuple[int, int]

_PROPER = frozenset({"NNP", "NNPS"})
_BEFORE = frozenset({"compound", "appos", "nmod", "conj"})


def other_name(claim: Text, source: Text, ranges: Sequence[Range], plain: frozenset[str]) -> tuple[str, str] | None:
    """A name of a claim, and that which its evidence has in the same place of the same verb; None if there is none."""
    there = by_stem(word for word in (*source.within(ranges), *_cues(source, ranges)) if word.node.is_verb)
    for word in (*claim.words, *claim.cues()):
        if not word.node.is_verb or word.stem in plain:
            continue
        hits = likest(word, there.get(word.stem, []))
        for slot, name in _names(claim, word):
            places = [dict(_names(source, hit)) for hit in hits]
            known = [each[slot] for each in places if slot in each]
            if not known or len(known) < len(hits):
                continue
            if not any(_is_one(source, word.tree, name, hit.tree, each) for hit, each in zip(hits, known, strict=True)):
                return claim.text[name.start : name.end], source.text[known[0].start : known[0].end]
    return None


def _cues(source: Text, ranges: Sequence[Range]) -> Iterator[Word]:
    return (word for word in source.cues() if any(low <= word.node.start < high for low, high in ranges))


def _names(text: Text, word: Word) -> Iterator[tuple[str, Node]]:
    """The names that hang on a verb, each with what it is to it; passives turned round, days and months left out."""
    times = [one.span for one in text.findings.times]
    for child in word.tree.children(word.node.index):
        slot, node = child.relation, child
        if child.relation in {"prep", "agent"}:
            below = word.tree.child(child.index, "pobj")
            if below is None:
                continue
            slot, node = ("nsubj" if child.relation == "agent" else child.low), below
        slot = "dobj" if slot == "nsubjpass" else slot
        is_time = any(one.start <= node.start < one.end for one in times)
        if node.tag in _PROPER and text.text[node.start].isupper() and not is_time:
            yield slot, node


def _is_one(source: Text, tree: Tree, name: Node, other_tree: Tree, other: Node) -> bool:
    """True if two names may mean the same: they share a word, or initials, or are one participant's."""
    mine, theirs = _parts(tree, name), _parts(other_tree, other)
    if (
        name.low in theirs
        or other.low in mine
        or _initials(name.low, other_tree, other)
        or _initials(other.low, tree, name)
    ):
        return True
    people = ({part.lower() for part in person.name.split()} for person in source.findings.participants)
    return any(name.low in person and other.low in person for person in people)


def _parts(tree: Tree, name: Node) -> set[str]:
    return {name.low, *(child.low for child in tree.children(name.index) if child.relation in _BEFORE)}


def _initials(short: str, tree: Tree, name: Node) -> bool:
    """True for "un" and "United Nations"."""
    words = [child.low for child in tree.children(name.index) if child.relation == "compound"]
    return len(short) > 1 and short.replace(".", "") == "".join(word[0] for word in (*words, name.low))
