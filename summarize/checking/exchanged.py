"""What a claim says of the right things, but of more of them, more often, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from summarize.checking.aligning import likest
from summarize.checking.reading import Text, Word, by_stem, stem
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import table
from summarize.text.quantities import quantities
from summarize.text.tokens import tokens

Range = tuple[int, int]

_COUNTING = frozenset({"det", "predet", "amod", "nummod"})
_OFTEN = frozenset({"advmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Exchanging:
    """The words of a language that say of how many, how often, and which way."""

    universal: frozenset[str]
    partial: frozenset[str]
    no_part: frozenset[str]
    """Words that say how many there are, each with the one before it: "the number"."""
    turned: frozenset[tuple[str, str]]
    """Pairs of prepositions, each both ways."""
    tying: frozenset[str]
    """Stems of verbs that tie two things together."""
    tying_by: frozenset[str]
    """Prepositions before the second of them."""
    both: frozenset[str]
    """Prepositions before who does the same as the subject."""
    often: dict[str, int]
    times: frozenset[str]
    reasons: dict[str, str]


@cache
def exchanging_words(language: str) -> Exchanging:
    """The words of a language's `claims.toml`."""
    read = table(f"{language}/claims.toml")
    pairs = [tuple(pair.split()) for pair in str(read["turning"]["pairs"]).split(",")]
    return Exchanging(
        frozenset(read["quantity"]["universal"].split()),
        frozenset(read["quantity"]["partial"].split()),
        frozenset(read["quantity"]["no_part"]),
        frozenset((a, b) for one in pairs for a, b in (one, one[::-1])),
        frozenset(stem(word) for word in read["turning"]["tying"].split()),
        frozenset(read["turning"]["tying_by"].split()),
        frozenset(read["turning"]["both"].split()),
        {word: value for word, value in read["times"].items() if isinstance(value, int)},
        frozenset(read["times"]["times"].split()),
        {name: read[name]["reason"] for name in ("quantity", "turning", "times")},
    )


def why_exchanged(
    claim: Text, source: Text, ranges: Sequence[Range], known: Exchanging, plain: frozenset[str]
) -> str | None:
    """Why a claim has what its evidence says of other amounts or the other way round; None if nothing is seen.

    Args:
        claim: the claim, read with the NLP model.
        source: the article.
        ranges: half-open ranges of the article that the claim rests on.
        known: the language's words.
        plain: stems of verbs that say too little to be compared.
    """
    there = by_stem(source.within(ranges))
    for word in claim.words:
        hits = likest(word, there.get(word.stem, []))
        if not hits:
            continue
        if word.node.is_verb:
            verbs = [hit for hit in hits if hit.node.is_verb]
            if not verbs:
                continue
            if word.stem not in plain and all(_is_turned(word, hit, known) for hit in verbs):
                return known.reasons["turning"]
            often = [[value for node in hit.tree.nodes if (value := _times(hit.tree, node, known))] for hit in verbs]
            mine = _how_often(word, known)
            if (
                mine
                and not any(mine[1] in source.text[low:high].lower() for low, high in ranges)
                and all(_how_often(hit, known) for hit in verbs)
                and all(mine[0] not in {value for value, _ in each} for each in often)
            ):
                return known.reasons["times"].format(often[0][0][1])
        elif word.node.tag.startswith("NN"):
            parts = [_part_of(hit, known) for hit in hits]
            is_part = parts[0] is not None and all(parts)
            if is_part and _is_universal(word, known) and not any(_says_all(hit, source, known) for hit in hits):
                return known.reasons["quantity"].format(parts[0])
    return None


def _counted_by(word: Word) -> Iterator[Node]:
    """The words that say of how many a noun is said: before it, and before "of" of which it is."""
    yield from (child for child in word.tree.children(word.node.index) if child.relation in _COUNTING)
    head = word.tree.nodes[word.node.head]
    if word.node.relation == "pobj" and head.relation == "prep" and head.index != word.node.index:
        above = word.tree.nodes[head.head]
        if above.index + 1 == head.index:
            yield above


def _is_universal(word: Word, known: Exchanging) -> bool:
    words = {node.low for node in _counted_by(word)}
    return bool(words & known.universal) and not words & known.partial


def _part_of(word: Word, known: Exchanging) -> str | None:
    """The words by which a noun is told of a part of it only; None if it is told of all, or it is not said."""
    nodes = list(_counted_by(word))
    if any(node.low in known.universal for node in nodes):
        return None
    part = next((node for node in nodes if node.low in known.partial and not _is_no_part(word.tree, node, known)), None)
    return part.low if part is not None else None


def _is_no_part(tree: Tree, node: Node, known: Exchanging) -> bool:
    """True for "the number" of something, which is all of it."""
    return node.index > 0 and f"{tree.nodes[node.index - 1].low} {node.low}" in known.no_part


def _says_all(word: Word, source: Text, known: Exchanging) -> bool:
    """True if the sentence of a word says something of all as well: "several were hurt, and all were sent home"."""
    start = word.node.start
    sentences = (one.span for one in source.findings.sentences if one.span.start <= start < one.span.end)
    return any(node.low in known.universal for span in sentences for node in word.tree.within(span.start, span.end))


def _how_often(word: Word, known: Exchanging) -> tuple[int, str] | None:
    """How often a verb says that something is done, and the words."""
    below = (child for child in word.tree.children(word.node.index) if child.relation in _OFTEN)
    return next((found for child in below if (found := _times(word.tree, child, known))), None)


def _times(tree: Tree, node: Node, known: Exchanging) -> tuple[int, str] | None:
    """What "twice" or "three times" is, and the words; None for any other word."""
    if node.low in known.often:
        return known.often[node.low], node.low
    figure = tree.child(node.index, "nummod") if node.low in known.times else None
    found = quantities(tokens(figure.low)) if figure is not None else []
    return (int(max(found[0].values)), f"{figure.low} {node.low}") if figure is not None and found else None


def _slots(word: Word) -> Iterator[tuple[str, Node]]:
    """The nouns that hang on a verb, each with what it is to it; passives and what somebody is made to do turned round."""
    tree, verb = word.tree, word.node
    for child in tree.children(verb.index):
        if child.relation == "agent":
            yield from (("nsubj", each) for each in tree.children(child.index) if each.relation == "pobj")
        elif child.relation == "prep" or (child.relation == "dative" and not child.tag.startswith("NN")):
            yield from ((child.low, each) for each in tree.children(child.index) if each.relation == "pobj")
        elif child.relation in {"nsubj", "dobj", "dative", "nsubjpass"}:
            yield ("dobj" if child.relation == "nsubjpass" else child.relation), child
    if verb.relation == "xcomp" and tree.child(verb.index, "nsubj") is None:
        made = tree.child(verb.head, "dobj")
        subject = made or tree.child(verb.head, "nsubj")
        if subject is not None:
            yield "nsubj", subject


def from_other_side(
    claim: Text, source: Text, ranges: Sequence[Range], converses: AbstractSet[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The pairs of verbs by which a claim tells its evidence's deed from the other side: "the town bought" of "the bank sold the mill to the town".

    Args:
        claim: the claim, read with the NLP model.
        source: the article.
        ranges: half-open ranges of the article that the claim rests on.
        converses: pairs of stems, each both ways.
    """
    there = [word for word in source.within(ranges) if word.node.is_verb]
    met = [(word, hit) for word in claim.words for hit in there if (word.stem, hit.stem) in converses]
    return {(word.stem, hit.stem) for word, hit in met if _change_places(word, hit)}


def _change_places(word: Word, hit: Word) -> bool:
    """True if who does the one deed is whom the other is done with, and somebody else does that."""
    mine, theirs = ({slot: stem(node.low) for slot, node in _slots(one)} for one in (word, hit))
    doer, other = mine.get("nsubj"), theirs.get("nsubj")
    parties = {noun for slot, noun in theirs.items() if slot not in {"nsubj", "dobj"}}
    return other is not None and doer != other and doer in parties


def _is_turned(word: Word, hit: Word, known: Exchanging) -> bool:
    """True if two nouns have changed places, or one stands behind the opposite preposition."""
    mine = {slot: stem(node.low) for slot, node in _slots(word) if node.tag.startswith("NN")}
    theirs = {slot: stem(node.low) for slot, node in _slots(hit) if node.tag.startswith("NN")}
    filled = {slot for slot, _ in _slots(hit)}
    for slot, noun in mine.items():
        for other, held in theirs.items():
            if held != noun or other == slot or theirs.get(slot) == noun:
                continue
            if (slot, other) in known.turned and slot not in filled:
                return True
            if slot in theirs and mine.get(other) == theirs[slot] and not _is_mutual(word, {slot, other}, known):
                return True
    return False


def _is_mutual(word: Word, slots: set[str], known: Exchanging) -> bool:
    """True for two places of a verb of which the same is said: "connects the airport to the city", "the mill shares a yard with the dairy"."""
    if "nsubj" in slots:
        return bool(slots & known.both)
    return word.stem in known.tying and "dobj" in slots and bool(slots & known.tying_by)
