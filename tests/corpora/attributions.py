"""Attributions, measured on a corpus with human labels.

    python -m tests.corpora.attributions attributions_dev.jsonl [--rules] [--errors]

Each line of the corpus is an article: `text` and `attributions[{source, cue, content}]`, lists of half-open ranges of code points.
An attribution found is *matched* to the labelled one with whose content it shares most words, each to one at most, best pairs first.
Precision and recall of content count words: those of the matched pairs' contents that are shared, over all words of what was found,
and over all words of what is labelled. The source of a matched pair is right if it shares a word with the labelled one, or both are empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, available, load
from tests.corpora.lines import options_of, rows_of

Range = tuple[int, int]
_WORD = re.compile(r"\w+")
_ENOUGH = 0.3
"""Share of the smaller content's words that a pair must have in common to be one."""


def _words(text: str, ranges: Iterable[Range]) -> set[int]:
    return {match.start() for start, end in ranges for match in _WORD.finditer(text, start, end)}


def score(line: dict[str, Any], syntax: Syntax | None, errors: list[str]) -> Counter[str]:
    """The counts of one article."""
    text = str(line["text"])
    article = Article(id=article_id(text), source="corpus", language="en", text=text)
    findings = find(article, syntax)
    found = [
        (
            _words(text, [(part.start, part.end) for part in one.content]),
            _words(text, [(one.source_span.start, one.source_span.end)]) if one.source_span else set(),
            one,
        )
        for one in findings.attributions
    ]
    gold = [(_words(text, each["content"]), _words(text, each["source"]), each) for each in line["attributions"]]
    gold = [each for each in gold if each[0]]
    pairs = sorted(
        (
            (len(f[0] & g[0]) / max(1, len(f[0] | g[0])), i, j)
            for i, f in enumerate(found)
            for j, g in enumerate(gold)
            if len(f[0] & g[0]) >= _ENOUGH * min(len(f[0]), len(g[0])) and f[0] & g[0]
        ),
        reverse=True,
    )
    counts: Counter[str] = Counter(
        found=sum(len(f[0]) for f in found), gold=sum(len(g[0]) for g in gold), items=len(found), labelled=len(gold)
    )
    left, right = set(range(len(found))), set(range(len(gold)))
    for _, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            counts["shared"] += len(found[i][0] & gold[j][0])
            counts["pairs"] += 1
            source, labelled = found[i][1], gold[j][1]
            is_right = bool(source & labelled) or (not source and not labelled)
            counts["source right"] += is_right
            if not is_right:
                errors.append(
                    f"SOURCE {text[min(labelled or {0}) :][:30]!r} mine={found[i][2].source!r} cue={found[i][2].cue}"
                )
    for i in left:
        one = found[i][2]
        errors.append(f"EXTRA {one.source!r} {one.cue!r}: {[text[part.start : part.end][:80] for part in one.content]}")
    for j in right:
        each = gold[j][2]
        errors.append(
            f"MISS {each['source_text']!r} {each['cue_text']!r}: {[text[a:b][:80] for a, b in each['content']]}"
        )
    return counts


def main() -> None:
    """Print the figures."""
    options = options_of(__doc__, rules=True)
    syntax = None if options.rules or not available() else load()
    total: Counter[str] = Counter()
    errors: list[str] = []
    for line in rows_of(options.corpus):
        total += score(line, syntax, errors)
    if options.errors:
        print("\n".join(errors))
    print(f"labelled {total['labelled']}, found {total['items']}, matched {total['pairs']}")
    print(
        f"content words  P {total['shared'] / max(1, total['found']):.3f}  R {total['shared'] / max(1, total['gold']):.3f}"
    )
    print(f"source right of those matched  {total['source right'] / max(1, total['pairs']):.3f}")


if __name__ == "__main__":
    main()
