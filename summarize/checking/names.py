"""Names of a claim that its article does not have, and words of it that its evidence has nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.checking.reading import Text, by_stem, stem

Range = tuple[int, int]

_PROPER = frozenset({"NNP", "NNPS"})
_COVERED = 0.22
"""Share of a claim's words that its evidence must have in some form: below it is about something else."""
_COVERED_PLAIN = 0.12
"""The same of the words that are no names."""


def unknown_name(claim: Text, source: Text) -> str | None:
    """The first name of a claim that stands nowhere in the article, None if there is none.

    Args:
        claim: the claim, read.
        source: the article, read.
    """
    there = {stem(word) for word in source.text.lower().replace("-", " ").replace("’", "'").split()}
    there |= {stem(word.strip(".,;:!?()“”\"'‘’")) for word in source.text.lower().replace("-", " ").split()}
    for tree in claim.trees:
        for node in tree.nodes:
            is_first = node.index == 0 or tree.nodes[node.index - 1].low in {".", "“", '"', "'", "‘"}
            if node.tag not in _PROPER or is_first or not claim.text[node.start].isupper() or len(node.low) < 3:
                continue
            if not any(_begins_alike(part, there) for part in (stem(node.low),)):
                return claim.text[node.start : node.end]
    return None


def _begins_alike(root: str, there: set[str]) -> bool:
    """True for a word of the article, or one that begins as one does: "Lestonian" for "Lestonia"."""
    return root in there or any(
        len(word) > 3 and (root.startswith(word[: max(4, len(word) - 2)]) and abs(len(word) - len(root)) <= 3)
        for word in there
        if word[:1] == root[:1]
    )


def is_elsewhere(claim: Text, source: Text, ranges: Sequence[Range]) -> bool:
    """True if the evidence has too few of a claim's words to be about the same thing."""
    there = by_stem(source.within(ranges))
    if not claim.words:
        return False
    met = [word for word in claim.words if word.stem in there]
    plain = [word for word in claim.words if word.node.tag not in _PROPER]
    met_plain = [word for word in met if word.node.tag not in _PROPER]
    return len(met) < _COVERED * len(claim.words) or (bool(plain) and len(met_plain) < _COVERED_PLAIN * len(plain))
