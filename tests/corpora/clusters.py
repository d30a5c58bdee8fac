"""How well articles are put into groups: B-cubed, which asks of every article who else is in its group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def bcubed(predicted: Mapping[int, str], gold: Mapping[int, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of a grouping.

    Of an article, precision is the share of its predicted group that belongs with it, recall the share of those that belong with it that are
    there; itself counts in both. Of the whole, both are means over articles, and F1 is their harmonic mean. Nothing at all is perfect.

    Args:
        predicted: of every article, which group it was put into.
        gold: of the same articles, which one it belongs to.

    Raises:
        ValueError: the two are not about the same articles.
    """
    if predicted.keys() != gold.keys():
        raise ValueError("predicted and gold groups must be of the same articles")
    if not gold:
        return 1.0, 1.0, 1.0
    put, belonging = Counter(predicted.values()), Counter(gold.values())
    both = Counter((predicted[number], gold[number]) for number in gold)
    precision = sum(count * count / put[group] for (group, _), count in both.items()) / len(gold)
    recall = sum(count * count / belonging[event] for (_, event), count in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
