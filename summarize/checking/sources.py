"""Whether two descriptions can mean one source: "officials" and "Health Minister Ann Lee", but not "the defence" and "the judge"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import Text, stem, stems
from summarize.evidence.attributions import Reported
from summarize.evidence.trees import Node, Tree
from summarize.languages.tables import any_of, table

_REACH = 70
"""How far before a source its description is looked for, in code points."""
_PROPER = frozenset({"NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWNER = re.compile(r"[’']s\s|s[’']\s")
"""Behind whose it is: "the owner's experts"."""
_BREAK = re.compile(r"[;:”\"]|\s(?:and|but|that)\s")
_BEHIND = re.compile(r"(?:\sof\s[^,.;]*)?(?:,[^,.;]*)?")


@dataclass(frozen=True, slots=True)
class Classes:
    """Rows of words, by stem, for those who may be one and the same source."""

    rows: tuple[frozenset[str], ...]
    anyone: frozenset[str]
    """Words that name nobody in particular."""
    loose: frozenset[str]
    """Stems that many are called by: "spokesman"; they tell two sources neither apart nor to be one."""
    bodies: frozenset[str]
    """Stems of bodies for which one of them speaks: "the court"."""
    empty: frozenset[str]
    """Stems that say nothing of who somebody is."""
    behind: re.Pattern[str]
    """Stands before whose or where somebody is: "a driver for the line"."""

    bodily: frozenset[str]
    """Pronouns of bodies and papers."""

    announcing: frozenset[str]
    """Words of saying by which what is said is done: "announced"."""

    thoughts: frozenset[str]
    """Words for what somebody thinks or plans."""
    belonging: frozenset[str]
    """Between a thought and whose it is."""
    in_mind: frozenset[str]
    """Before a thought by which a claim is told."""
    business: frozenset[str]
    """Stems by which any firm may be called."""

    def of(self, words: set[str]) -> set[int]:
        """The numbers of the rows that hold one of some stems."""
        return {number for number, row in enumerate(self.rows) if row & words}


@cache
def classes(language: str) -> Classes:
    """The rows of a language's `sources.toml`."""
    read = table(f"{language}/sources.toml")
    return Classes(
        tuple(frozenset(stem(word) for word in row["words"].split()) for row in read["class"]),
        frozenset(str(read["words"]["anyone"]).split()),
        frozenset(stem(word) for word in read["words"]["loose"].split()),
        frozenset(stem(word) for word in read["words"]["bodies"].split()),
        frozenset(stem(word) for word in read["words"]["empty"].split()),
        any_of(read["words"]["behind"]),
        frozenset(read["words"]["bodily"].split()),
        frozenset(read["words"]["announcing"].split()),
        frozenset(read["words"]["thoughts"].split()),
        frozenset(read["words"]["of"].split()),
        frozenset(read["words"]["in_mind"].split()),
        frozenset(stem(word) for word in read["words"]["business"].split()),
    )


def may_be_one(claimed: set[str], held: set[str], known: Classes) -> bool:
    """True if two sources share a word, or a row of words. Both are stems."""
    return bool((claimed & held) - known.empty) or bool(known.of(claimed) & known.of(held))


def may_be_theirs(words: str, held: set[str], others: Iterable[set[str]], known: Classes) -> bool:
    """True if a source may be the one that says something: it has a word of it, or a row of words and is not called as somebody else is.

    Args:
        words: the source that a claim names.
        held: the stems of who says it.
        others: those of each who says or does something else in the article.
        known: the rows.
    """
    claimed = stems(words)
    if _is_one(claimed, held, known):
        return True
    own = stems(_OWNER.split(words)[-1]) - known.empty - known.loose
    if not may_be_one(claimed, held, known):
        return False
    # "The court" may be its judge, whatever court is named elsewhere.
    return own <= known.bodies or not any(
        2 * len(own & other) > len(own) and not _is_one(held, other, known) for other in others
    )


def _is_one(first: set[str], second: set[str], known: Classes) -> bool:
    return bool((first & second) - known.empty - known.loose)


def is_anyone(words: str, known: Classes) -> bool:
    """True for a source that may be any: "sources", "it", "officials"."""
    said = {word.lower() for word in re.findall(r"[^\W\d_]+", words)}
    return not said or said <= known.anyone


def stems_of_source(text: Text, one: Reported) -> set[str]:
    """The stems of all words that say who a source is: its name, role and the phrases around it."""
    if one.source is None:
        return set()
    start, end = one.source
    found = stems(text.text[start:end])
    for attribution in text.findings.attributions:
        if (attribution.cue_span.start, attribution.cue_span.end) == one.cue and attribution.source is not None:
            found |= stems(attribution.source)
            if attribution.participant is not None:
                person = text.findings.participants[attribution.participant - 1]
                found |= stems(person.name) | stems(person.role)
    found |= also_called(text, start, end) | _before_pronoun(text, start, end) | _owner(text, start, end)
    sentence = next((each.span for each in text.findings.sentences if each.span.start <= start < each.span.end), None)
    if sentence is None:
        return found
    if start < one.cue[0]:
        said = max([sentence.start, *(high for _, high in one.content if high <= start)])
        found |= stems(_BREAK.split(text.text[max(said, start - _REACH) : start])[-1])
    behind = _BEHIND.match(text.text, end, sentence.end)
    return found | (stems(behind.group()) if behind else set())


def _before_pronoun(text: Text, start: int, end: int) -> set[str]:
    """The stems of the subjects before a pronoun in its sentence, each of which it may mean: "Scientists have found traces, they reported"."""
    tree = next((one for one in text.trees if one.within(start, end)), None)
    if tree is None or any(not node.tag.startswith("PRP") for node in tree.within(start, end)):
        return set()
    sentence = next((each.span for each in text.findings.sentences if each.span.start <= start < each.span.end), None)
    before = tree.within(sentence.start, start) if sentence is not None else []
    if classes("en").bodily.issuperset(node.low for node in tree.within(start, end)):
        before = [*_sentence_before(text, tree, start), *before]
    subjects = [node for node in before if node.relation in _SUBJECTS and node.tag.startswith("NN")]
    return {stem(each.low) for node in subjects for each in _phrase(tree, node)}


def _sentence_before(text: Text, tree: Tree, start: int) -> list[Node]:
    """The main subject of the sentence before, which "it" and "they" often mean: "The review … In nine cases, it said"."""
    spans = [each.span for each in text.findings.sentences if each.span.end <= start]
    nodes = tree.within(spans[-1].start, spans[-1].end) if spans else []
    return [node for node in nodes if tree.nodes[node.head].relation == "ROOT" and node.relation in _SUBJECTS]


def _owner(text: Text, start: int, end: int) -> set[str]:
    """The stems of the body last named before "the firm's director" or "its director", which speaks by them."""
    known = classes("en")
    tree = next((one for one in text.trees if one.within(start, end)), None)
    owners = [node for node in tree.within(start, end) if node.relation == "poss"] if tree is not None else []
    if not any(stem(node.low) in known.business | known.bodies or node.low in known.bodily for node in owners):
        return set()
    named = [one for one in text.findings.mentions if one.kind == "organisation" and one.span.end <= start]
    return stems(text.text[named[-1].span.start : named[-1].span.end]) if named else set()


def stem_of_role(words: str | None, known: Classes) -> set[str]:
    """The stem of what somebody is, without whose or where: "driver" of "a driver for the line", "manager" of "the line's manager"."""
    found = re.findall(r"[^\W\d_]+", _OWNER.split(known.behind.split(words or "", maxsplit=1)[0])[-1])
    return {stem(found[-1].lower())} if found else set()


def also_called(text: Text, start: int, end: int) -> set[str]:
    """The stems of what a person of some name is called elsewhere in a text: "the owner, retired teacher Hilda Marsh" for "Ms Marsh"."""
    found: set[str] = set()
    names = {
        node.low for tree in text.trees for node in tree.nodes if start <= node.start < end and node.tag in _PROPER
    }
    for tree in text.trees:
        for node in tree.nodes:
            if node.relation != "appos":
                continue
            pair = [*_phrase(tree, node), *_phrase(tree, tree.nodes[node.head])]
            if any(each.low in names and each.tag in _PROPER for each in pair):
                found |= {stem(each.low) for each in pair}
    return found


def _phrase(tree: Tree, noun: Node) -> list[Node]:
    return [noun, *(each for each in tree.children(noun.index) if each.relation in {"compound", "amod", "nmod"})]
