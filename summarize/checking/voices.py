"""Whose word a claim is: a source that its evidence names may be told shortly, but not left out, nor another put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.checking.moods import moods, moods_of_claim
from summarize.checking.reading import Text, Word, by_stem, stem, stems
from summarize.checking.sources import Classes, is_anyone, may_be_one, may_be_theirs, stem_of_role, stems_of_source
from summarize.evidence.attributions import Reported
from summarize.evidence.trees import Node, Tree

Range = tuple[int, int]

_DEEDS = frozenset({"planned", "found"})
"""What somebody plans or has found is a deed of theirs: it may be told without their saying it."""
_ALLEGED = frozenset({"alleged", "denied"})
"""What somebody only claims to have done does not stand as their deed."""
_OF_NOBODY = frozenset({"believed", "expected"})
"""Where nobody is named, these say only how sure it is."""
_UNSURE = frozenset({"weak", "should"})
_DOING = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NN", "NNS"})
_AT_THE_END = re.compile(r"(?<=: )[^:.]+$")
"""Who says a headline: "Ferry runs aground: coast guard"."""
_SHARE = 0.5
"""Share of the claim's words, of those that its evidence has, that must have lost their source."""
_SHARE_MOVED = 0.4


@dataclass(frozen=True, slots=True)
class _Claimed:
    """How a claim may tell whose word it is, other than by a word of saying."""

    credited: set[str]
    """Stems of who acts or speaks in it."""
    nouns: set[str]
    """Stems of its nouns: "the demand"."""
    is_unsure: bool
    """It says only that something may be so."""


def lost_source(claim: Text, source: Text, ranges: Sequence[Range], known: Classes) -> str | None:
    """Why a claim is not its evidence's word: the source that it leaves out or replaces; None if it keeps it."""
    there = by_stem(source.within(ranges))
    own = [one.source for one in claim.reported if one.source is not None]
    words = [word for word in claim.words if not any(low <= word.node.start < high for low, high in own)]
    met = [(word, there[word.stem]) for word in words if word.stem in there]
    if not met:
        return None
    claimed = _Claimed(
        _stems_of_actors(claim, known),
        {word.stem for word in claim.words if word.node.tag in _NOUNS},
        not _UNSURE.isdisjoint(moods_of_claim(claim, source, ranges, moods("en"))),
    )
    dropped: list[Reported] = []
    moved: list[Reported] = []
    kept = 0
    for word, hits in met:
        voices = claim.voices(word)
        held = _only_said(source, hits, known, deeds=not voices)
        if not held:
            continue
        if not voices:
            if not any(_is_kept(one, claimed, source, known) for one in held):
                dropped.append(held[0])
        elif any(_is_named_by_a_noun(one, claimed, source) for one in held) or _is_theirs(
            claim, voices, source, held, known
        ):
            kept += 1
        elif _is_somebody_else(claim, voices, source, held, known):
            moved.append(held[0])
    if len(dropped) >= _SHARE * len(met):
        return _reason_with_source(source, dropped[0], "it leaves out that {} says so")
    if len(moved) >= kept and len(moved) >= max(min(2, len(met)), _SHARE_MOVED * len(met)):
        return _reason_with_source(source, moved[0], "it gives to another what {} says")
    return None


def _is_kept(one: Reported, claimed: _Claimed, source: Text, known: Classes) -> bool:
    """True if a claim without a word of saying still tells whose word something is: as a deed, by a noun, or where nobody is named."""
    if one.source is None:
        return one.kind in _OF_NOBODY and claimed.is_unsure
    return _is_named_by_a_noun(one, claimed, source) or (
        one.kind not in _ALLEGED and _may_be_credited(claimed, stems_of_source(source, one), source, known)
    )


def _may_be_credited(claimed: _Claimed, held: set[str], source: Text, known: Classes) -> bool:
    """True if who acts in a claim may be who says it in its evidence, and is not all of it somebody else."""
    own = claimed.credited - known.empty
    if own & held or not may_be_one(claimed.credited, held, known):
        return bool(own & held)
    is_somebody = len(own) > 1 and not own <= known.bodies
    return not (is_somebody and any(own <= other and not held & other - known.empty for other in _others(source)))


def _is_deed(source: Text, one: Reported, known: Classes) -> bool:
    """True for what somebody plans, has found or announces."""
    return one.kind in _DEEDS or source.text[slice(*one.cue)].lower() in known.announcing


def _is_named_by_a_noun(one: Reported, claimed: _Claimed, source: Text) -> bool:
    """True if a claim tells what somebody says by a noun: "the demand" for "they demanded"."""
    return bool(stems(source.text[slice(*one.cue)]) & claimed.nouns)


def _only_said(source: Text, hits: Sequence[Word], known: Classes, *, deeds: bool) -> list[Reported]:
    """The attributions in which all uses of a word stand; none if the evidence says it anywhere in its own voice, as a deed if `deeds`."""
    voices = [[one for one in source.voices(hit) if not deeds or not _is_deed(source, one, known)] for hit in hits]
    return [one for each in voices for one in each] if all(voices) else []


def _stems_of_actors(claim: Text, known: Classes) -> set[str]:
    """Stems of whom a claim names as the one who acts, speaks or thinks: subjects of main verbs, who is behind a passive, a headline's end, sources."""
    found: set[str] = set()
    for tree in claim.trees:
        for node in tree.nodes:
            above = tree.nodes[node.head].relation
            is_doer = node.relation in _DOING and above == "ROOT"
            if is_doer or (node.relation == "pobj" and above == "agent") or _thinks(tree, node, known):
                behind = (child for child in tree.children(node.index) if child.relation == "prep")
                below = {child.index for child in behind} if node.tag in _NOUNS else set()
                # Of "shelves on the island" nothing is the islanders'; of "one of the judges" all is.
                branch = list(tree.branch(node.index, frozenset(below)))
                found |= stems(claim.text[min(each.start for each in branch) : max(each.end for each in branch)])
    for one in claim.reported:
        found |= stems(claim.text[slice(*one.source)]) if one.source is not None else set()
    end = _AT_THE_END.search(claim.text)
    return found | stems(end.group() if end else None)


def _thinks(tree: Tree, node: Node, known: Classes) -> bool:
    """True for "biologist" of "in the view of a biologist, the lake" and "doctor" of "going by a doctor's figures, the lake"; not for "from the auditor's account"."""
    above = tree.nodes[node.head]
    thought = tree.nodes[above.head] if node.relation == "pobj" and above.low in known.belonging else above
    cue = tree.nodes[thought.head]
    is_whose = thought is not above or node.relation == "poss"
    if not is_whose or thought.low not in known.thoughts or cue.low not in known.in_mind:
        return False
    before = tree.nodes[cue.index - 1] if cue.index else None
    opens = before is not None and (before.index == 0 or tree.nodes[before.index - 1].low == ",")
    return before is None or before.low == "," or (opens and before.tag == "VBG")


def _is_theirs(claim: Text, voices: Sequence[Reported], source: Text, held: Sequence[Reported], known: Classes) -> bool:
    """True if one of the claim's sources, those of whom another tells apart, may be one of the evidence's, or may be anyone."""
    # Of "the alarm was reported faulty, she said" nobody else is the source.
    named = [one for one in held if one.source is not None]
    for one in _outer(voices, claim.text):
        words = claim.text[slice(*one.source)] if one.source is not None else ""
        if not named or is_anyone(words, known) or any(may_be_said_by(words, source, each, known) for each in named):
            return True
    return False


def _outer(voices: Sequence[Reported], text: str) -> Iterator[Reported]:
    """The attributions of which no other tells: in "Osei said Lee had reported the gap" not Lee's."""
    for one in voices:
        start = one.source[0] if one.source is not None else one.cue[0]
        above = (
            other for other in voices if other is not one and any(low <= start < high for low, high in other.content)
        )
        if not any(";" not in text[min(start, other.cue[0]) : max(start, other.cue[0])] for other in above):
            yield one


def may_be_said_by(words: str, source: Text, one: Reported, known: Classes) -> bool:
    """True if some words of a claim may name who says something in its article."""
    return may_be_theirs(words, stems_of_source(source, one), _others(source), known)


def _others(source: Text) -> Iterator[set[str]]:
    """The stems of all who say something in an article, and of all who take part."""
    yield from (stems_of_source(source, one) for one in source.reported)
    yield from (stems(person.name) | stems(person.role) for person in source.findings.participants)


def _is_somebody_else(
    claim: Text, voices: Sequence[Reported], source: Text, held: Sequence[Reported], known: Classes
) -> bool:
    """True if the claim's source is another of the article's: whom the article does not know, a claim may only word in another way."""
    named = {
        root
        for one in _outer(voices, claim.text)
        if one.source is not None
        for root in stems(claim.text[slice(*one.source)])
    }
    if named - known.empty <= known.business and any(_is_bare_name(source, one, known) for one in held):
        return False  # "the company" may be "Lumen", of which it is not known what it is
    own, empty = named - known.empty - known.loose, known.empty | known.loose
    people = _people(source, known)
    theirs = [_as_voice(source, one, people, known) for one in held]
    all_told = list(_told_apart(source, people, known))
    others = [one.words for one in all_told if not any(_are_one(one, each, empty) for each in theirs)]
    if any(own & one.words for one in all_told if one.words not in others):
        return False  # elsewhere they are called so
    rows, held_rows = known.of(named), {row for each in theirs for row in known.of(each.words)}
    if not held_rows:
        return any(own & other for other in others)  # of whom it is not known what they are
    if any(may_be_one(named, other, known) for other in others):
        return True
    return bool(rows) and not rows & held_rows and any(_acts(tree, own) for tree in source.trees)


@dataclass(frozen=True, slots=True)
class _Somebody:
    """Somebody of an article, in stems."""

    words: set[str]
    """All that stands around them: "driver" and "line" of "a driver for the line"."""
    called: set[str]
    """What they are themselves, and their name: "driver"."""
    person: set[str]
    """The name, if it is a person's."""


def _people(source: Text, known: Classes) -> list[_Somebody]:
    """All who take part in an article."""
    found: list[_Somebody] = []
    for one in source.findings.participants:
        name = stems(one.name)
        is_person = one.kind == "person"
        found.append(
            _Somebody(name | stems(one.role), name | stem_of_role(one.role, known), name if is_person else set())
        )
    return found


def _as_voice(source: Text, one: Reported, people: Sequence[_Somebody], known: Classes) -> _Somebody:
    """Who says something, with what the article calls them by name."""
    start, end = one.source if one.source is not None else (0, 0)
    words = stems_of_source(source, one)
    named = next((each for each in people if each.person and each.person <= words), None)
    own = stem_of_role(source.text[start:end], known)
    return _Somebody(words, own | named.called, named.person) if named is not None else _Somebody(words, own, set())


def _told_apart(source: Text, people: Sequence[_Somebody], known: Classes) -> Iterator[_Somebody]:
    """All who say something in an article, and all who take part."""
    yield from (_as_voice(source, one, people, known) for one in source.reported)
    yield from people


def _are_one(first: _Somebody, second: _Somebody, empty: frozenset[str]) -> bool:
    """True if two may be the same, or one speaks for the other: the line's driver and its manager are not."""
    if first.person and second.person and not first.person & second.person:
        return False
    return bool((first.called & second.words | first.words & second.called) - empty)


def _acts(tree: Tree, own: set[str]) -> bool:
    """True if one of some stems is a subject: it is somebody of the article's."""
    return any(node.relation in _DOING and stem(node.low) in own for node in tree.nodes)


def _is_bare_name(source: Text, one: Reported, known: Classes) -> bool:
    """True for a source of which the article has a name and does not say what it is."""
    if one.source is None or known.of(stems_of_source(source, one)):
        return False
    words = set(source.text[slice(*one.source)].split())
    return any(words & set(person.name.split()) for person in source.findings.participants)


def _reason_with_source(source: Text, one: Reported, reason: str) -> str:
    words = " ".join(source.text[slice(*one.source)].split()) if one.source is not None else "somebody"
    return reason.format(f"“{words}”")
