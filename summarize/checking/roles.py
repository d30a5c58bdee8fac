"""Who does what to whom: a verb that claim and evidence share must have the same doer, and not the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from summarize.checking.reading import Text, by_stem, stem
from summarize.checking.sources import Classes, may_be_one
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import table

Range = tuple[int, int]

_PRONOUN = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX", "CD"})

_RELATIVE = frozenset({"WP", "WDT"})


@cache
def plain_verbs(language: str) -> frozenset[str]:
    """The stems of a language's verbs that say too little for their doers to be compared."""
    return frozenset(stem(word) for word in table(f"{language}/claims.toml")["roles"]["plain"].split())


@cache
def mutual_verbs(language: str) -> frozenset[str]:
    """The stems of a language's verbs that say the same of both sides: "met"."""
    return frozenset(stem(word) for word in table(f"{language}/claims.toml")["roles"]["mutual"].split())


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the stems of the heads of its doer and of what it is done to; empty where it has none, or only a pronoun."""

    verb: str
    doer: frozenset[str]
    done_to: frozenset[str]
    is_named: bool
    """The doer is the verb's own and a noun or a name, and is not somebody's: of "its shares" it is not known whose they are."""
    is_passive: bool
    heads: tuple[Node | None, Node | None]
    """The nouns of its doer and of what it is done to."""


def deed(tree: Tree, verb: Node) -> Deed | None:
    """What a verb says is done, passives turned round; None for a verb with neither doer nor object."""
    passive = tree.child(verb.index, "nsubjpass")
    agent = tree.child(verb.index, "agent")
    by = tree.child(agent.index, "pobj") if agent is not None else None
    doer = by if passive is not None else _subject(tree, verb)
    done_to = passive or tree.child(verb.index, "dobj", "attr", "oprd")
    if doer is None and done_to is None:
        return None
    is_named = doer is not None and doer.tag.startswith("NN") and not _is_owned(tree, doer)
    is_own = doer is not None and (doer.head == (agent or verb).index or verb.head == doer.index)
    return Deed(
        stem(verb.low),
        _heads(tree, doer),
        _heads(tree, done_to),
        is_named and is_own,
        passive is not None,
        (doer, done_to),
    )


def _subject(tree: Tree, verb: Node) -> Node | None:
    """The subject of a verb; of "agreed to buy" and "met and signed", that of the first verb."""
    own = tree.child(verb.index, "nsubj")
    if own is not None and own.tag in _RELATIVE and verb.relation == "relcl":
        return tree.nodes[verb.head]
    if own is not None or verb.relation not in {"xcomp", "conj"} or not tree.nodes[verb.head].is_verb:
        return own
    if verb.relation == "xcomp" and tree.child(verb.head, "dobj") is not None:
        return None  # "asked the firm to sell"
    return tree.child(verb.head, "nsubj")


def _is_owned(tree: Tree, noun: Node) -> bool:
    owner = tree.child(noun.index, "poss")
    return owner is not None and owner.tag in _PRONOUN


def _heads(tree: Tree, node: Node | None) -> frozenset[str]:
    """The stems of a noun, of what is joined to it or that it is part of, and of the names and nouns right before it."""
    if node is None or node.tag in _PRONOUN:
        return frozenset()
    found = {node.low}
    for child in tree.children(node.index):
        if child.relation in {"compound", "conj", "appos", "poss", "nmod", "amod"}:
            found.add(child.low)
        inner = tree.child(child.index, "pobj") if child.relation == "prep" else None
        if inner is not None:
            found |= {inner.low, *(each.low for each in tree.children(inner.index) if each.relation == "compound")}
    return frozenset(stem(word) for word in found)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Verbs and nouns that the comparison of roles knows apart, as stems; of nouns, as they stand."""

    plain: frozenset[str]
    mutual: frozenset[str]
    part: frozenset[str]
    another: frozenset[str]


@cache
def kinds(language: str) -> Kinds:
    """The lists of a language."""
    roles = table(f"{language}/claims.toml")["roles"]
    part, another = (frozenset(roles[name].split()) for name in ("part", "another"))
    return Kinds(plain_verbs(language), mutual_verbs(language), part, another)


def _is_only_of_that(tree: Tree, mine: Node | None, other_tree: Tree, other: Node | None, known: Kinds) -> bool:
    """True if the evidence says of a part, or of somebody's brother, what the claim says of the whole, or of them."""
    if mine is None or other is None or stem(mine.low) == stem(other.low):
        return False
    if any(
        child.relation in {"predet", "nummod", "amod"} or child.low in known.part for child in tree.children(mine.index)
    ):
        return False
    owner = other_tree.child(other.index, "poss")
    if other.low in known.another and owner is not None and stem(owner.low) == stem(mine.low):
        return True
    inner = other_tree.child(other.index, "prep") if other.low in known.part else None
    whole = other_tree.child(inner.index, "pobj") if inner is not None else None
    return whole is not None and stem(whole.low) == stem(mine.low)


def swapped_role(claim: Text, source: Text, ranges: Sequence[Range], known: Classes, words: Kinds) -> str | None:
    """The first verb that a claim gives to somebody else than its evidence does, None if there is none."""
    there = by_stem(source.within(ranges))
    nouns = {root for root, uses in there.items() if any(use.node.tag.startswith("NN") for use in uses)}
    for word in claim.words:
        if not word.node.is_verb or word.stem in words.plain:
            continue
        mine = deed(word.tree, word.node)
        hits = [hit for hit in there.get(word.stem, []) if hit.node.is_verb]
        deeds = [(hit.tree, one) for hit in hits if (one := deed(hit.tree, hit.node)) is not None]
        theirs = [one for _, one in deeds]
        if mine is None or not theirs:
            continue
        for mine_head, number in zip(mine.heads, (0, 1), strict=True):
            if all(_is_only_of_that(word.tree, mine_head, tree, one.heads[number], words) for tree, one in deeds):
                return claim.text[word.node.start : word.node.end]
        if word.stem in words.mutual:
            theirs = [replace(one, doer=one.doer | one.done_to) for one in theirs]
        if any(_is_undergone(mine, other) for other in theirs):
            continue
        if (
            all(_is_turned(mine, other) for other in theirs)
            or (mine.is_named and mine.doer & nouns and all(_is_another(mine, other, known) for other in theirs))
            or (mine.done_to & nouns and all(_is_done_to_another(mine, other, known) for other in theirs))
        ):
            return claim.text[word.node.start : word.node.end]
    return None


def _is_undergone(mine: Deed, other: Deed) -> bool:
    """True for "the mill closes" of "Callan will close the mill", and for "mill closed" in a headline."""
    return not mine.is_passive and bool(mine.doer & other.done_to) and not mine.done_to & other.doer


def _is_turned(mine: Deed, other: Deed) -> bool:
    return bool(mine.doer & other.done_to and mine.done_to) and not mine.doer & other.doer


def _is_another(mine: Deed, other: Deed, known: Classes) -> bool:
    return other.is_named and bool(other.doer) and not _alike(mine.doer, other.doer, known)


def _is_done_to_another(mine: Deed, other: Deed, known: Classes) -> bool:
    is_bare = mine.is_passive and other.is_passive and not mine.doer and not other.doer
    return is_bare and bool(other.done_to) and not _alike(mine.done_to, other.done_to, known)


def _alike(first: frozenset[str], second: frozenset[str], known: Classes) -> bool:
    return may_be_one(set(first), set(second), known)
