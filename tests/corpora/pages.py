"""Scores reading of web pages on pages labelled by others, beside trafilatura's own extraction of them, and on a folder of small cases.

    python -m tests.corpora.pages PAGES.jsonl.gz [--half seen|unseen] [--errors]
    python -m tests.corpora.pages FOLDER

A line of PAGES has `name`, `html` and `gold` with `url`, `title`, `date`, `authors` and `paras`. FOLDER holds files of any kind
that is read, and CASES.json, which has of each file in `right` what is right, and in `got` what once came instead.

* Day: right if it is the gold's, or the moment is. Title: right if letters and digits are equal. A page that has no gold value
  of a field does not count for it.
* Authors: precision and recall of names over all pages.
* Body: F1 of four words in a row, the title apart, the mean over pages; a page that is refused counts 0.
* Paragraphs kept: gold paragraphs of which at least nine tenths of the letters stand in the text in runs of four words; the same of
  those with a quotation.
* Half: `seen` are the pages whose address has an even SHA-256, `unseen` the others.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from summarize.article import Article
from summarize.errors import SummarizeError
from summarize.reading.page import read_page
from summarize.reading.page.alike import key_of
from summarize.reading.read import read_all

_RUN = 4
_KEPT = 0.9
_QUOTED = re.compile(r"[\"“”„«»「」『』]")


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader took from a page; `body` is the text without the title."""

    title: str = ""
    published: str | None = None
    authors: tuple[str, ...] = ()
    body: str = ""


@dataclass(slots=True)
class Score:
    """Counts over pages: of each measure what was right, and of how many."""

    right: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    total: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    errors: list[str] = field(default_factory=list)

    def count(self, measure: str, right: float, total: float = 1) -> None:
        """Add to a measure; `right` may be a share."""
        self.right[measure] += right
        self.total[measure] += total

    def share(self, measure: str) -> float:
        """What was right of a measure, between 0 and 1."""
        return self.right[measure] / self.total[measure] if self.total[measure] else 0.0


MEASURES = ("day", "title", "author precision", "author recall", "body F1", "paragraphs", "with quotations")


def score_page(gold: dict[str, Any], got: Extract, score: Score, name: str) -> None:
    """Count a page."""
    if gold["date"]:
        right = _same_day(str(gold["date"]), got.published)
        score.count("day", right)
        if not right:
            score.errors.append(f"{name}: day {got.published}, gold {gold['date']}")
    if gold["title"]:
        score.count("title", key_of(gold["title"]) == key_of(got.title))
    names, found = {key_of(each) for each in gold["authors"]}, {key_of(each) for each in got.authors}
    if names:
        score.count("author precision", len(names & found), len(found))
        score.count("author recall", len(names & found), len(names))
        if found - names:
            score.errors.append(f"{name}: authors {list(got.authors)}, gold {gold['authors']}")
    runs, held = _runs(got.body), _runs("\n".join(gold["paras"]))
    shared = sum((runs & held).values())
    f1 = 2 * shared / max(1, sum(runs.values()) + sum(held.values()))
    score.count("body F1", f1)
    if f1 < 0.9:
        score.errors.append(f"{name}: body F1 {f1:.3f}")
    whole = key_of(got.body)
    for paragraph in gold["paras"]:
        kept = _is_kept(paragraph, runs, whole)
        score.count("paragraphs", kept)
        if _QUOTED.search(paragraph):
            score.count("with quotations", kept)
        if not kept:
            score.errors.append(f"{name}: not kept: {paragraph[:100]}")


def ours(html: str) -> Extract:
    """What this program reads of a page."""
    try:
        article = read_page(html.encode("utf-8", "ignore"), "page.html", charset="utf-8").article
    except SummarizeError:
        return Extract()
    return _extract(article)


def trafilaturas(html: str) -> Extract:
    """What trafilatura extracts from it, with its own settings but for comments, which no gold has."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Extract()
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Extract(found.title or "", found.date, authors, found.text or "")


def cases_of(folder: Path) -> list[str]:
    """A line for each case of a folder that is not read as it is right, or refused, with the reason."""
    cases = json.loads((folder / "CASES.json").read_text(encoding="utf-8"))
    common = _common_paragraphs(folder)
    wrong = []
    for name, case in cases.items():
        outcome = next(iter(read_all([str(folder / name)])))
        if outcome.reading is None:
            wrong.append(f"{name}: refused: {outcome.error or outcome.told}; right: {case['right']}")
            continue
        article = outcome.reading.article
        missing = [text for text in common if key_of(text) not in key_of(article.text)]
        if fault := (_fault(case["got"], article) or ("paragraphs" in case["right"] and missing)):
            wrong.append(f"{name}: {str(fault)[:160]}; right: {case['right']}")
    return wrong


def _fault(got: str, article: Article) -> str | None:
    """What is wrong with an article where `got` says what once was, and after "want" what is right; None if nothing is."""
    before, _, want = got.partition(" want ")
    kind, _, value = before.partition(" ")
    said = {"title": article.title, "published": article.published, "authors": list(article.authors)}.get(kind)
    if kind == "missing":
        words = got.partition("first: ")[2]
        return None if words in article.text else f"missing: {words}"
    if kind == "has":
        return f"has {value}" if ast.literal_eval(value) in article.text else None
    if kind == "published":
        is_right = (said or "None")[:10] == want if want else str(said) != value
    else:
        is_right = said == ast.literal_eval(want) if want else said != ast.literal_eval(value)
    return None if is_right else f"{kind} {said}"


def _common_paragraphs(folder: Path) -> list[str]:
    """The paragraphs that most pages of a folder share: the cases are one story told in many pages."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))]
    texts = Counter(text for page in pages for text in set(re.findall(r"<p>([^<&]{40,})</p>", page)))
    return [text for text, count in texts.items() if count > len(pages) / 2]


def _extract(article: Article) -> Extract:
    title = article.title or ""
    return Extract(title, article.published, article.authors, article.text.removeprefix(title))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold().replace("\u00ad", ""))
    return Counter(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _is_kept(paragraph: str, runs: Counter[tuple[str, ...]], whole: str) -> bool:
    own = _runs(paragraph)
    if not own:
        return key_of(paragraph) in whole
    return sum((own & runs).values()) >= _KEPT * sum(own.values())


def _same_day(gold: str, got: str | None) -> bool:
    if got is None:
        return False
    one, two = datetime.fromisoformat(gold), datetime.fromisoformat(got)
    return gold[:10] == got[:10] or (one.tzinfo is not None and two.tzinfo is not None and one == two)


def _lines(path: Path, half: str | None) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            even = hashlib.sha256(page["gold"]["url"].encode()).digest()[-1] % 2 == 0
            if half is None or even == (half == "seen"):
                yield page


def main(arguments: list[str]) -> int:
    """Print the figures of a file of pages, or the cases of a folder that are wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora.pages", description="Scores pages.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--half", choices=("seen", "unseen"), help="the pages of one half")
    parser.add_argument("--errors", action="store_true", help="list what we have wrong")
    options = parser.parse_args(arguments)
    if options.path.is_dir():
        wrong = cases_of(options.path)
        refused = sum(": refused: " in line for line in wrong)
        print(*wrong, f"{len(wrong) - refused} cases wrong, {refused} refused", sep="\n")
        return 0
    readers: dict[str, Callable[[str], Extract]] = {"ours": ours, "trafilatura": trafilaturas}
    scores = {name: Score() for name in readers}
    for page in _lines(options.path, options.half):
        for name, read in readers.items():
            score_page(page["gold"], read(page["html"]), scores[name], page["name"])
    if options.errors:
        print(*scores["ours"].errors, sep="\n")
    for measure in MEASURES:
        figures = "  ".join(f"{name} {score.share(measure):.3f}" for name, score in scores.items())
        print(f"{measure:17} {figures}  of {scores['ours'].total[measure]:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
