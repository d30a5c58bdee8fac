"""Names of a claim that its article does not have, and words of it that its evidence has nothing of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.checking.kin import count_covered, families
from summarize.checking.reading import Text, stem
from summarize.evidence.trees import Node
from summarize.gazetteer import country_code, people_of
from summarize.languages.grounding import grounding

Range = tuple[int, int]

_NAME = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?|[A-Z][^\W\d_]+")
_LETTERS = re.compile(r"^\W*[^\W\d_]{3}")
"""A name has three letters at least: "R10" is none."""
_OPENERS = grounding("en").sentence_openers
_PROPER = frozenset({"NNP", "NNPS"})
_COVERED = 0.32
"""Share of a claim's words that its evidence must have in some form: below it is about something else, …"""
_COVERED_BEST = 0.15
"""… or that it must have where no other sentence of the article has more of them."""


def unknown_name(claim: Text, source: Text) -> str | None:
    """The first name of a claim that stands nowhere in the article, None if there is none."""
    there = {stem(word) for word in source.text.lower().replace("-", " ").replace("’", "'").split()}
    there |= {stem(word.strip(".,;:!?()“”\"'‘’")) for word in source.text.lower().replace("-", " ").split()}
    times = [one.span for one in claim.findings.times]
    for tree in claim.trees:
        for node in tree.nodes:
            is_first = node.index == 0 or tree.nodes[node.index - 1].low in {".", "“", '"', "'", "‘"}
            if is_first and not _is_opening_name(node):
                continue
            if any(one.start <= node.start < one.end for one in times):
                continue  # dates have a rule of their own
            if node.tag == "JJ" and _is_unknown_people(claim.text[node.start : node.end], source.text):
                return claim.text[node.start : node.end]
            if node.tag not in _PROPER or not claim.text[node.start].isupper() or not _LETTERS.search(node.low):
                continue
            if not _begins_alike(stem(node.low), there):
                return claim.text[node.start : node.end]
    return None


def _is_opening_name(node: Node) -> bool:
    """True for a name of one word that opens a sentence as its subject; other first words have a capital anyway."""
    return node.index == 0 and node.tag == "NNP" and node.relation == "nsubj" and node.low not in _OPENERS


def _is_unknown_people(word: str, article: str) -> bool:
    """True for "French" where the article names neither the people nor the country."""
    country = people_of(word) if word[0].isupper() else None
    words = set(_NAME.findall(article)) if country is not None else set()
    return country is not None and not any(country in {people_of(each), country_code(each)} for each in words)


def _begins_alike(root: str, there: set[str]) -> bool:
    """True for a word of the article, or one that begins as one does: "Lestonian" for "Lestonia"."""
    return root in there or any(
        len(word) > 3 and (root.startswith(word[: max(4, len(word) - 2)]) and abs(len(word) - len(root)) <= 3)
        for word in there
        if word[:1] == root[:1]
    )


def is_elsewhere(claim: Text, source: Text, ranges: Sequence[Range]) -> bool:
    """True if the evidence has too few of a claim's words to be about the same thing, and fewer than another sentence of the article."""
    words = [word.stem for word in claim.words]

    def has(*where: Range) -> float:
        return count_covered(words, {word.stem for word in source.within(where)}, families("en"))

    held = has(*ranges)
    if not _COVERED_BEST * len(words) <= held < _COVERED * len(words):
        return held < _COVERED * len(words)
    spans = [(each.span.start, each.span.end) for each in source.findings.sentences]
    others = [one for one in spans if not any(one[0] < high and low < one[1] for low, high in ranges)]
    return not others or any(has(one) > held for one in others)
