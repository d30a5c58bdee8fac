"""Speech without marks that goes on: "The bridge was unsafe, she said. It would be closed in May." is her word to its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.reported import Range, Reported
from summarize.evidence.trees import QUOTED, Node, Tree

_GOING_ON = frozenset({"said", "believed", "expected", "planned"})


def with_continuations(tree: Tree, reported: Sequence[Reported], words: Lexicon) -> list[Reported]:
    """The attributions of a paragraph, each with the sentences behind it that go on with what it says.

    A sentence goes on if its main verb is in the tense of reported speech ("would"), it reports nobody itself, quotes nothing, and stands
    right behind one that is wholly somebody's word and nobody else's. A plan told so by the paper itself looks the same, and is taken as well.
    """
    found = list(reported)
    holder: int | None = None
    sentences = [
        _Sentence.of(tree, root) for root in tree.nodes if root.head == root.index and root.relation != "punct"
    ]
    for before, here in pairwise(sentences):
        if holder is None:
            holder = _only_voice(found, before)
        if holder is None or _voices(found, here) or not here.goes_on(words):
            holder = None
            continue
        one = found[holder]
        found[holder] = replace(one, content=(*one.content, here.span))
    return found


def within_sentences(
    reported: Sequence[Reported], sentences: Sequence[Range], quoted: Sequence[Range]
) -> list[Reported]:
    """Attributions without what a sentence before theirs says outside marks: "It shut at 9 p.m. “We were full,” she said" is her word behind the stop alone.

    Args:
        reported: the attributions of a paragraph as the parse has them, which may take two sentences for one.
        sentences: half-open ranges, in order.
        quoted: half-open ranges of quotations with their marks, in order.
    """
    kept: list[Reported] = []
    for one in reported:
        at = bisect_right(sentences, (one.cue[0], sentences[-1][1])) - 1 if sentences else -1
        begin = sentences[at][0] if at >= 0 else 0
        content = tuple(
            part if _is_quoted(part, quoted) else (max(part[0], begin), part[1])
            for part in one.content
            if part[1] > begin or _is_quoted(part, quoted)
        )
        if content:
            kept.append(replace(one, content=content))
    return kept


def _is_quoted(part: Range, quoted: Sequence[Range]) -> bool:
    """True if a part of a text stands in marks."""
    at = bisect_right(quoted, (part[0], part[1])) - 1
    return at >= 0 and part[1] <= quoted[at][1]


class _Sentence:
    """A sentence of a paragraph by its root."""

    def __init__(self, root: Node, nodes: list[Node], helpers: list[Node]) -> None:
        self.root, self.nodes, self.helpers = root, nodes, helpers
        words = [node for node in nodes if node.relation != "punct"] or nodes
        self.span: Range = (words[0].start, words[-1].end)

    @classmethod
    def of(cls, tree: Tree, root: Node) -> _Sentence:
        """The sentence of a root."""
        nodes = sorted(tree.branch(root.index), key=lambda node: node.index)
        return cls(root, nodes, [child for child in tree.children(root.index) if child.relation == "aux"])

    def goes_on(self, words: Lexicon) -> bool:
        """True if its main verb is in the tense of reported speech, and it quotes nothing."""
        return any(node.low in words.backshifted for node in self.helpers) and all(
            node.low != QUOTED for node in self.nodes
        )

    def holds(self, place: Range) -> bool:
        """True if a range begins in it."""
        return self.span[0] <= place[0] < self.span[1]


def _voices(found: Sequence[Reported], sentence: _Sentence) -> list[int]:
    return [number for number, one in enumerate(found) if sentence.holds(one.cue)]


def _only_voice(found: Sequence[Reported], sentence: _Sentence) -> int | None:
    """The place of the attribution whose word a whole sentence is; None where several speak in it, or the paper does as well."""
    voices = _voices(found, sentence)
    if len(voices) != 1:
        return None
    one = found[voices[0]]
    if one.kind not in _GOING_ON or one.negated or one.source is None:
        return None
    said = sum(end - start for start, end in one.content)
    beside = sum(end - start for start, end in (one.cue, one.source))
    return voices[0] if 2 * said > sentence.span[1] - sentence.span[0] - beside else None
