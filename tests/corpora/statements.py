"""How many untrue statements the checks refuse in each language, and how many honest ones, without a judge.

    python -m tests.corpora.statements evals/claims/languages_compared.yaml [--errors] [--rules]

A file has passages by language: `evidence`, `honest` statements, and `untrue` ones by what is wrong with them. English is checked with its NLP
model, or by rules with `--rules`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from summarize.article import Article
from summarize.checking.examining import refusals
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load
from summarize.grounding import OwnWords
from tests.corpora.lines import options_of

_PUBLISHED = "2026-11-24"


def is_refused(evidence: str, claim: str, language: str, syntax: Syntax | None = None) -> bool:
    """True if a statement is refused before any judge reads it, beside all sentences of its evidence."""
    article = Article(text=evidence, language=language, published=_PUBLISHED, published_from="option")
    findings = find(article, syntax)
    own = OwnWords(text=claim, sentences=tuple(each.number for each in findings.sentences))
    return own in refusals([own], article, findings, syntax, translated=False)


def passages(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The passages of a file, by language."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Print the counts of each language, after what gets by and what is refused though it is true if asked."""
    options = options_of(__doc__, rules=True)
    syntax = None if options.rules else load()
    for language, pairs in passages(options.corpus).items():
        untrue = [(pair, kind, claim) for pair in pairs for kind, claim in pair["untrue"].items()]
        honest = [(pair, "honest", claim) for pair in pairs for claim in pair["honest"]]
        by = [row for row in untrue if not is_refused(row[0]["evidence"], row[2], language, syntax)]
        wrong = [row for row in honest if is_refused(row[0]["evidence"], row[2], language, syntax)]
        if options.errors:
            print(*(f"{language} {kind}: {claim}" for _, kind, claim in (*by, *wrong)), sep="\n")
        print(
            f"{language}: untrue refused {len(untrue) - len(by)} of {len(untrue)}, honest refused {len(wrong)} of {len(honest)}"
        )


if __name__ == "__main__":
    main()
