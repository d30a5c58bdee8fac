"""Counts names in brackets and answers to charges on the cards of labelled articles.

    python -m tests.corpora.openings evals/fresh/hazards/seen [--rules] [--errors]

Its `articles/` has texts, `openings.yaml` (by article: the first `words` of a sentence that opens on "He", "Its", "The company", and `who` that is, any
of some names; none where it is open) and `charges.yaml` (words of the `charge`, of its `answer`, and by whom it is `answered_by`).

*bracket* tells of each such sentence that a card has: right, wrong, or none, and then whether it stands with the sentence before it or bare. *source* is whom
the card takes for the source of a claim that opens so, though it does not print it. *charge* tells of those on a card whether their answer is there too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from summarize.card import Card, Statement, When, Where, Who
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.syntax import available, load
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from tests.corpora.lines import options_of

_BRACKET = re.compile(r"\[([^\]]+)\]")
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset({"He", "She", "It", "They"})
_SMALL = frozenset({"the", "a", "an", "his", "her", "its", "their", "of"})


def place_of(text: str, words: str) -> int:
    """Where words stand in a text, whatever its white space; -1 if they do not."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return found.start() if found is not None else -1


def openings(card: Card, labels: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The verdicts on the labelled sentences that a card has, each with what it is about."""
    text = card.article.text
    for label in labels:
        at = place_of(text, label["words"])
        if at < 0:
            yield "label not in its article", label["words"]
            continue
        for line, before in _lines(card):
            places = [part.start for part in line.evidence]
            if not any(start <= at <= start + 1 for start in places):
                continue
            named = _BRACKET.match(line.text)
            about = f"{label['words']!r} {label['who']} {line.text[:90]!r}"
            if named is not None:
                yield f"bracket {'right' if is_one_of(named[1], label['who']) else 'wrong'}", about
            else:
                ends = [part.end for part in (*line.evidence, *(before.evidence if before is not None else ()))]
                is_near = any(0 <= at - end <= 3 for end in ends)
                yield f"bracket none, {'with the sentence before' if is_near else 'bare'}", about
            by = line.attribution
            is_bare = label["words"].split()[0] in _PRONOUNS
            if is_bare and by is not None and any(part.start == at for part in by.evidence):
                verdict = "open" if by.source is None else "right" if is_one_of(by.source, label["who"]) else "wrong"
                yield f"source {verdict}", f"{by.source} {about}"


def charges(card: Card, labels: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The verdicts on the labelled charges that a card has."""
    text = card.article.text
    parts = [part for item in card.items() for part in item.evidence if not isinstance(item, Who | When | Where)]
    parts += card.headline.evidence
    for label in labels:
        charge, answer = (place_of(text, label[name] or "\0") for name in ("charge", "answer"))
        if charge < 0 or (label["answer"] and answer < 0):
            yield "label not in its article", str(label)
            continue
        ends = [at + len(label[name] or "") for at, name in ((charge, "charge"), (answer, "answer"))]
        has_charge, has_answer = (
            any(part.start < end and at < part.end for part in parts)
            for at, end in zip((charge, answer), ends, strict=True)
        )
        if not label["answer"]:
            yield f"charge without an answer {'on the card' if has_charge else 'left out'}", label["charge"]
        elif has_charge:
            yield (
                f"charge {'with its answer' if has_answer else 'alone'}",
                f"{label['charge']!r} -> {label['answer']!r}",
            )
        else:
            yield (
                f"charge left out{', its answer not' if has_answer else ''}",
                f"{label['charge']!r} -> {label['answer']!r}",
            )


def is_one_of(name: str, who: Sequence[str]) -> bool:
    """True if a name is one of some names and descriptions, longer or shorter."""
    mine = _words(name)
    return any(mine <= its or its <= mine for its in map(_words, who) if its)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _SMALL


def _lines(card: Card) -> Iterator[tuple[Statement, Statement | None]]:
    """The lines of a card, each with the one before it in its section."""
    for lines in (card.what, card.claims, card.background):
        for number, line in enumerate(lines):
            yield line, lines[number - 1] if number else None


def main(arguments: list[str] | None = None) -> int:
    """Print the counts, and with `--errors` what is not right."""
    options = options_of(__doc__, arguments, rules=True)
    pipeline = Pipeline(ExtractiveEngine(), load() if available() and not options.rules else None)
    labels = {name: _read(options.corpus / "articles" / f"{name}.yaml") for name in ("openings", "charges")}
    counts: Counter[str] = Counter()
    for path in sorted((options.corpus / "articles").glob("*.txt")):
        card = pipeline.card(read_text(path.read_text(encoding="utf-8"), path.name).article)
        verdicts = [
            *openings(card, labels["openings"].get(path.stem, ())),
            *charges(card, labels["charges"].get(path.stem, ())),
        ]
        for verdict, about in verdicts:
            counts[verdict] += 1
            if options.errors and not verdict.endswith(("right", "its answer", "the sentence before")):
                print(f"{verdict}: {path.stem}: {about}")
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    return 0


def _read(path: Path) -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


if __name__ == "__main__":
    sys.exit(main())
