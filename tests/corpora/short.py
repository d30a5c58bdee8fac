"""Scores the dates of short texts: the day of publication, each date, and the day of the news.

    python -m tests.corpora.short evals/fresh/short/seen.yaml [--errors]

Each text is read as an article, by the rules alone. A date is right if its words overlap those of the label and it has its value; a time of day
answers to its day. "open" is right where the program gives no value. What it gives a value and no label names is false, as is a wrong value.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from summarize.findings import TimeExpression
from summarize.reading import read_text
from tests.corpora.lines import options_of


class Told(NamedTuple):
    """What the program says of a text."""

    published: str | None
    when: list[tuple[int, int, str]]
    """Where each date stands in the text, and its value as labels write it."""
    main: str | None


def told(row: dict[str, Any]) -> Told:
    """What the program says of the text of a row."""
    article = read_text(row["text"], published=row.get("given")).article
    findings = find(article)
    whole = article.text
    drafted = ExtractiveEngine().choose(article, findings)
    mains = [findings.times[one.time - 1] for one in drafted.when if one.main and one.time]
    return Told(
        article.published and article.published[:10],
        [(_place(row["text"], whole, one), one.span.end - one.span.start, value(one)) for one in findings.times],
        value(mains[0]) if mains else None,
    )


def _place(text: str, whole: str, one: TimeExpression) -> int:
    """Where a date stands in the text as the row has it: a reader may have put away spaces above it."""
    return len(text.rstrip()) - (len(whole.rstrip()) - one.span.start)


def value(one: TimeExpression) -> str:
    """The value of a date as labels write it, a time of day as its day."""
    if one.start is None:
        return "open"
    ends = [one.start, one.end] if one.end and one.precision != "time" else [one.start]
    return "..".join(end.partition("T")[0] for end in ends)


def judged(row: dict[str, Any], said: Told) -> list[tuple[str, str]]:
    """The verdicts on a text, each with what it is about: "published right", "when right", "when missing", "when false" and so on."""
    verdicts = []
    if "published" in row:
        verdicts.append(
            (f"published {_verdict(row['published'], said.published)}", f"{row['published']} {said.published}")
        )
    left = list(said.when)
    for label in row["when"]:
        words, wanted = label.split(" = ")
        at = row["text"].index(words)
        here = [one for one in left if one[0] < at + len(words) and at < one[0] + one[1]]
        left = [one for one in left if one not in here]
        got = next((one[2] for one in here if one[2] == wanted), here[0][2] if here else None)
        verdicts.append(
            (
                f"when {_verdict(wanted, None if got == 'open' != wanted else got or wanted * (wanted == 'open'))}",
                f"{label} {got}",
            )
        )
    verdicts += [("when false", f"{row['text'][at : at + size]} {got}") for at, size, got in left if got != "open"]
    if "main" in row:
        verdicts.append((f"main {_verdict(row['main'], said.main)}", f"{row['main']} {said.main}"))
    return verdicts


def _verdict(wanted: str, got: str | None) -> str:
    return "right" if got == wanted else "false" if got else "missing"


def main(arguments: list[str] | None = None) -> int:
    """Print the counts, and with `--errors` what is not right."""
    options = options_of(__doc__, arguments)
    counts: Counter[str] = Counter()
    for row in rows(options.corpus):
        for verdict, about in judged(row, told(row)):
            counts[verdict] += 1
            if options.errors and not verdict.endswith("right"):
                print(f"{verdict}: {about} | {row['text'][:70]!r}")
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    right, false, missing = (counts[f"when {verdict}"] for verdict in ("right", "false", "missing"))
    print(f"when F1: {2 * right / (2 * right + 2 * false + missing):.3f}" if right else "when F1: 0")
    return 0


def rows(path: Path) -> list[dict[str, Any]]:
    """The texts of a file with their labels."""
    read: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


if __name__ == "__main__":
    sys.exit(main())
