"""Whose word a claim is: a source that its evidence names may be told shortly, but not left out, nor another put in its place."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.checking.reading import Text, Word, by_stem, stems
from summarize.checking.sources import Classes, described, is_anyone, may_be_one
from summarize.evidence.attributions import Reported

Range = tuple[int, int]

_DEEDS = frozenset({"planned", "found"})
"""What somebody plans or has found is a deed of theirs: it may be told without their saying it."""
_ALLEGED = frozenset({"alleged", "denied"})
"""What somebody only claims to have done does not stand as their deed."""
_SHARE = 0.5
"""Share of the claim's words, of those that its evidence has, that must have lost their source."""
_SHARE_MOVED = 0.4


def lost_source(claim: Text, source: Text, ranges: Sequence[Range], known: Classes) -> str | None:
    """Why a claim is not its evidence's word: the source that it leaves out or replaces; None if it keeps it.

    Args:
        claim: the claim, read.
        source: the article, read.
        ranges: where the evidence stands in it.
        known: who may be one with whom.
    """
    there = by_stem(source.within(ranges))
    own = [one.source for one in claim.reported if one.source is not None]
    words = [word for word in claim.words if not any(low <= word.node.start < high for low, high in own)]
    met = [(word, there[word.stem]) for word in words if word.stem in there]
    if not met:
        return None
    doers = _doers(claim)
    dropped: list[Reported] = []
    moved: list[Reported] = []
    for word, hits in met:
        voices = claim.voices(word)
        held = _only_said(source, hits, deeds=not voices)
        if not held:
            continue
        if not voices:
            if not any(one.kind not in _ALLEGED and may_be_one(doers, described(source, one), known) for one in held):
                dropped.append(held[0])
        elif not _is_theirs(claim, voices, source, held, known) and _is_somebody_else(
            claim, voices, source, held, known
        ):
            moved.append(held[0])
    if len(dropped) >= _SHARE * len(met):
        return _told(source, dropped[0], "it leaves out that {} says so")
    if len(moved) >= max(min(2, len(met)), _SHARE_MOVED * len(met)):
        return _told(source, moved[0], "it gives to another what {} says")
    return None


def _only_said(source: Text, hits: Sequence[Word], *, deeds: bool) -> list[Reported]:
    """The attributions in which all uses of a word stand; none if the evidence says it anywhere in its own voice, as a deed if `deeds`."""
    voices = [[one for one in source.voices(hit) if not deeds or one.kind not in _DEEDS] for hit in hits]
    return [one for each in voices for one in each] if all(voices) else []


def _doers(claim: Text) -> set[str]:
    """Who does something in a claim: subjects of its main verbs and whom a passive names. Their own word may stand as their deed."""
    found: set[str] = set()
    for tree in claim.trees:
        for node in tree.nodes:
            above = tree.nodes[node.head].relation
            if (node.relation in {"nsubj", "nsubjpass"} and above == "ROOT") or (
                node.relation == "pobj" and above == "agent"
            ):
                branch = list(tree.branch(node.index))
                found |= stems(claim.text[min(each.start for each in branch) : max(each.end for each in branch)])
    return found


def _is_theirs(claim: Text, voices: Sequence[Reported], source: Text, held: Sequence[Reported], known: Classes) -> bool:
    """True if one of the claim's sources may be one of the evidence's, or may be anyone."""
    for one in voices:
        words = claim.text[slice(*one.source)] if one.source is not None else ""
        if is_anyone(words, known):
            return True
        if any(other.source is None or may_be_one(stems(words), described(source, other), known) for other in held):
            return True
    return False


def _is_somebody_else(
    claim: Text, voices: Sequence[Reported], source: Text, held: Sequence[Reported], known: Classes
) -> bool:
    """True if the claim's source is another of the article's: whom the article does not know, a claim may only word in another way."""
    named = {stem for one in voices if one.source is not None for stem in stems(claim.text[slice(*one.source)])}
    others = (one for one in source.reported if one not in held)
    if any(may_be_one(named, described(source, one), known) for one in others):
        return True
    people = source.findings.participants
    return any(may_be_one(named, stems(person.name) | stems(person.role), known) for person in people)


def _told(source: Text, one: Reported, reason: str) -> str:
    words = " ".join(source.text[slice(*one.source)].split()) if one.source is not None else "somebody"
    return reason.format(f"“{words}”")
