"""Writes cuts beside their sentences, for somebody to read who has not seen the program: `python -m tests.grounding.cuts.reading FILES`.

A reader fails a cut that is no whole sentence, has lost whose word it is, a denial, a doubt, a condition or a limit, says something else, or points
to what is gone. The figures in `docs/truth.md` are of two readers of a hundred cuts each.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load
from summarize.grounding.cuts import headline_from, shorten_sentence
from summarize.reading import read

HEADLINE, LINE = 14, 35
"""Words that the built-in engine wants a headline and a line of news to have at most."""
_LONGEST = 70


def cuts_of(article: Article, syntax: Syntax, first: int) -> Iterator[tuple[str, str, str]]:
    """Of an article's first sentences the kind of cut, the cut and the sentence, where one is made: a line of more than 35 words, else a headline."""
    findings = find(article, syntax)
    for sentence in findings.sentences[:first]:
        whole = " ".join(article.text[sentence.span.start : sentence.span.end].split())
        words = len(whole.split())
        if words > LINE:
            kind, cut = "line", shorten_sentence(article.text, sentence, findings, LINE)
        else:
            kind, cut = "headline", headline_from(article.text, sentence, findings, HEADLINE)
        if cut is not None and HEADLINE < words <= _LONGEST and " ".join(cut.split()) != whole:
            yield kind, " ".join(cut.split()), whole


def main() -> None:
    """Print the cuts, numbered, in an order that the seed decides."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="English articles as text files")
    parser.add_argument("--count", type=int, default=100, help="how many cuts are wanted")
    parser.add_argument("--first", type=int, default=12, help="how many sentences of each article are looked at")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    syntax = load()
    articles = (read(path).article for path in sorted(given.files))
    made = [
        cut
        for article in articles
        if article.language == "en"
        for cut in dict.fromkeys(cuts_of(article, syntax, given.first))
    ]
    random.Random(given.seed).shuffle(made)
    for number, (kind, cut, whole) in enumerate(made[: given.count], start=1):
        print(f"{number}. [{kind}] CUT: {cut}\n   WHOLE: {whole}")


if __name__ == "__main__":
    main()
