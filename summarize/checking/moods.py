"""What the evidence only denies, doubts, plans or says on a condition, and a claim says surely; and the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from summarize.checking.aligning import likest
from summarize.checking.governing import Cues, Standing, cues, moods_of_word
from summarize.checking.plain import PLAIN
from summarize.checking.reading import Text, Word, by_stem
from summarize.checking.roles import plain_verbs
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import any_of, table

Range = tuple[int, int]

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_NEAR = 3
"""Words from one up to a noun of its phrase."""
_PRESENT = frozenset({"VBZ", "VBP"})
_SHARE = 0.34
"""Share of the claim's words, of those that its evidence has, that must be of another mood there."""
_OF_VOICES = {
    "alleged": {"weak"},
    "denied": {"denial", "weak", "plan"},
    "believed": {"weak"},
    "expected": {"weak", "plan"},
    "planned": {"plan"},
    "asked": {"weak", "plan"},
}
"""Moods that an attribution gives to what a claim says in it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A mood of the evidence, and the moods that a claim may then be in."""

    mood: str
    allowed: frozenset[str]
    words: re.Pattern[str]
    """Words of the claim that say it as well, if its evidence does not have them."""
    reason: str
    evidence: str
    claim: str
    counter_claim: str


@dataclass(frozen=True, slots=True)
class Added:
    """A mood that a claim may be in only if its evidence is, or has words of the kind."""

    mood: str
    unless: frozenset[str]
    """Moods of the evidence that bear it out as well."""
    words: re.Pattern[str]
    """Words of the evidence's sentence that may bear it out."""
    of_past: bool
    """It is refused only of what the evidence tells in a past tense."""
    reason: str
    evidence: str
    claim: str
    counter_evidence: str


@dataclass(frozen=True, slots=True)
class Moods:
    """The rules of a language, and the words that they go by."""

    cues: Cues
    rules: tuple[Rule, ...]
    added: tuple[Added, ...]


@cache
def moods(language: str) -> Moods:
    """The table of a language."""
    read = table(f"{language}/moods.toml")
    return Moods(
        cues(language),
        tuple(
            Rule(
                row["mood"],
                frozenset(row["allowed"].split()),
                any_of(row["words"]),
                row["reason"],
                row["evidence"],
                row["claim"],
                row["counter_claim"],
            )
            for row in read["row"]
        ),
        tuple(
            Added(
                row["mood"],
                frozenset(row["unless"].split()),
                any_of(row["words"]),
                row["of_past"],
                row["reason"],
                row["evidence"],
                row["claim"],
                row["counter_evidence"],
            )
            for row in read["added"]
        ),
    )


def wrong_mood(claim: Text, source: Text, ranges: Sequence[Range], known: Moods) -> Rule | Added | None:
    """The first rule by which a claim says more surely what its evidence says, or denies or doubts what it does not; None if none holds."""
    plain = plain_verbs("en")
    cues_there = (each for each in source.cues() if any(low <= each.node.start < high for low, high in ranges))
    there = by_stem([*source.within(ranges), *cues_there])
    counts: Counter[str] = Counter()
    sure: set[str] = set()
    borne_out: set[str] = set()
    met = 0
    may_be_present = _is_present if _is_sentence(claim) else _never
    as_told = moods_of_claim(claim, source, ranges, known)
    saying = [word.node for word in claim.cues()]
    for word in (*claim.words, *claim.cues()):
        hits = likest(word, there.get(word.stem, []))
        if not hits:
            continue
        is_name = word.node.tag in _NAMES or word.node in saying
        is_alike = word.stem not in plain and all(hit.node.tag[0] == word.node.tag[0] for hit in hits)
        met += not is_name
        mine = moods_of_word(word, known.cues)
        held = (
            mine.all
            | as_told
            | _by_noun(word, known.cues)
            | {mood for one in claim.voices(word) for mood in _OF_VOICES.get(one.kind, ())}
        )
        theirs = [_moods_with_denial(hit, source, known) for hit in hits]
        for rule in known.rules:
            is_told = not held.isdisjoint(rule.allowed | {rule.mood}) or (rule.mood == "will" and may_be_present(word))
            if all(rule.mood in each.all for each in theirs) and not is_told:
                counts[rule.mood] += not is_name
                if is_alike and all(rule.mood in each.own for each in theirs):
                    sure.add(rule.mood)
            elif (word.node.is_verb or word.node.relation == PLAIN) and word.node not in saying:
                borne_out.add(rule.mood)
        if _is_raised(word, mine, theirs) and "weak" not in mine.all:
            return next(rule for rule in known.rules if rule.mood == "weak")
        for added in known.added:
            if _is_added(added, mine, theirs, hits, source):
                return added
    if (turned := _turned_cue(claim, source, ranges, known)) is not None:
        return turned
    for rule in known.rules:
        is_mostly = counts[rule.mood] >= max(1.0, _SHARE * met) and rule.mood not in borne_out
        if rule.mood in sure or is_mostly:
            return rule
    return None


def _by_noun(word: Word, known: Cues) -> set[str]:
    """The plan of a claim that calls it so: "the union turned down an offer of 7 per cent"."""
    here = word.node
    for _ in range(_NEAR):
        if here.low in known.plan and here.tag in _NOUNS:
            return {"plan"}
        here = word.tree.nodes[here.head]
    return set()


def _moods_with_denial(hit: Word, source: Text, known: Moods) -> Standing:
    """The moods of a word, with the denial of who denies what it stands in."""
    found = moods_of_word(hit, known.cues)
    voices = source.voices(hit)
    is_denied = bool(voices) and all(
        one.kind == "denied" and not one.negated and _has_clause(hit.tree, one.cue) for one in voices
    )
    return replace(found, all=found.all | {"denial"}) if is_denied else found


def _has_clause(tree: Tree, cue: Range) -> bool:
    """True if what is denied is a clause: who denies "involvement in the robbery" does not deny the robbery."""
    verb = next((node for node in tree.nodes if cue[0] <= node.start < cue[1]), None)
    return verb is not None and tree.child(verb.index, "ccomp", "xcomp", "pcomp") is not None


def moods_of_claim(claim: Text, source: Text, ranges: Sequence[Range], known: Moods) -> set[str]:
    """The moods that a claim is in as a whole, by words that its evidence does not have; of a headline, also by "to"."""
    there = {node.low for tree in source.trees for node in tree.nodes if any(a <= node.start < b for a, b in ranges)}
    found = {
        rule.mood
        for rule in known.rules
        if any(not there.issuperset(match.group().lower().split()) for match in rule.words.finditer(claim.text))
    }
    if any(node.low in known.cues.weak - known.cues.seeming for tree in claim.trees for node in tree.nodes):
        found.add("weak")
    if not _is_sentence(claim) and any(_heads_headline(tree, node) for tree in claim.trees for node in tree.nodes):
        found.add("to")
    return found


def _is_sentence(claim: Text) -> bool:
    return claim.text.rstrip("”\"'’").endswith(".")


def _heads_headline(tree: Tree, node: Node) -> bool:
    """True for the "to" of "Fares to rise", before which there is no verb, whatever stands behind: "Firm to shut mine, cut jobs"."""
    verb = tree.nodes[node.head]
    is_first = not any(before.is_verb for before in tree.nodes[: node.index])
    return node.tag == "TO" and (is_first or verb.relation == "ROOT" or tree.nodes[verb.head].relation == "ROOT")


def _never(_: Word) -> bool:
    """Of a headline: its present tense tells what is done."""
    return False


def _is_present(word: Word) -> bool:
    """True for a word of a clause in the present tense: it may tell what is to come."""
    here = word.node
    while not here.is_verb and here.head != here.index:
        here = word.tree.nodes[here.head]
    helpers = [each for each in word.tree.children(here.index) if each.relation in {"aux", "auxpass"}]
    being = moods("en").cues.being
    return here.tag in _PRESENT or any(each.low in being and each.tag in _PRESENT for each in helpers)


def _turned_cue(claim: Text, source: Text, ranges: Sequence[Range], known: Moods) -> Rule | Added | None:
    """The rule by which a claim says that somebody said what its evidence says that they did not say, or the other way round."""
    there = by_stem(word for word in source.cues() if any(low <= word.node.start < high for low, high in ranges))
    for word in claim.cues():
        hits = likest(word, there.get(word.stem, []))
        mine, theirs = moods_of_word(word, known.cues), [moods_of_word(hit, known.cues) for hit in hits]
        if not theirs:
            continue
        denial = next(rule for rule in known.added if rule.mood == "denial")
        if _is_added(denial, mine, theirs, hits, source):
            return denial
        if "denial" not in mine.all and all("denial" in each.direct for each in theirs):
            return next(rule for rule in known.rules if rule.mood == "denial")
    return None


def _is_raised(word: Word, mine: Standing, theirs: Sequence[Standing]) -> bool:
    """True for a verb that "will" or "would" be where its evidence says that it "may" or "could"."""
    is_sure = word.node.is_verb and not mine.direct.isdisjoint({"will", "would"})
    return is_sure and all("weak" in each.direct for each in theirs)


def _is_added(added: Added, mine: Standing, theirs: Sequence[Standing], hits: Sequence[Word], source: Text) -> bool:
    """True if a claim's word is in a mood, and its evidence's are in none that bears it out, nor beside words that do."""
    if added.mood not in mine.direct or any(each.all & added.unless for each in theirs):
        return False
    if added.of_past and not all(_is_past(hit) for hit in hits):
        return False
    return not any(
        match.group().lower() != hit.node.low for hit in hits for match in added.words.finditer(_sentence(source, hit))
    )


def _is_past(word: Word) -> bool:
    if word.node.tag == "VBD":
        return True
    helpers = [each for each in word.tree.children(word.node.index) if each.relation in {"aux", "auxpass"}]
    return word.node.tag == "VBN" and any(each.tag in {"VBD", "VBZ", "VBP"} for each in helpers)


def _sentence(source: Text, word: Word) -> str:
    start = word.node.start
    spans = (each.span for each in source.findings.sentences)
    return next((source.text[each.start : each.end] for each in spans if each.start <= start < each.end), source.text)
