"""Labelled claims as questions to a judge. Their files are those of `evals claims`: see `evaluation/corpora/claims.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.article import Article, Span, article_id
from summarize.engines.base import Claim
from summarize.errors import UsageError
from summarize.evaluation.corpora.claims import Claim as LabelledClaim
from summarize.evaluation.corpora.claims import Passage, WrongCitation, read_lines
from summarize.findings import Findings, Sentence

__all__ = ["Asked", "LabelledClaim", "Passage", "asked_about", "read_passages"]
_AT_ONCE = 4
"""A headline and three sentences: the most that a card asks about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a judge about a passage."""

    passage: str
    article: Article
    findings: Findings
    claims: tuple[Claim, ...]
    labelled: tuple[LabelledClaim, ...]
    """The same claims, with what is known of them."""


def read_passages(paths: Sequence[Path]) -> list[Passage]:
    """The passages of some files; of a folder, those of every `*.jsonl` in it.

    Raises:
        UsageError: there is no such file, none in a folder, or a line that is no passage with labelled claims.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not found or not all(file.is_file() for file in found):
            raise UsageError(f"{path} holds no labelled claims (*.jsonl)")
        files += found
    return [passage for file in files for passage in _read(file)]


def _read(path: Path) -> Iterator[Passage]:
    for number, line in enumerate(read_lines(path), 1):
        name = line.id or f"{path.stem}:{number}"
        if isinstance(line, Passage):
            yield line.model_copy(update={"id": name})
        elif isinstance(line, WrongCitation):
            cites = list(range(1, len(line.evidence) + 1))
            claim = LabelledClaim(text=line.text, cites=cites, label="false", kind="wrong citation")
            yield Passage(id=name, sentences=line.evidence, claims=[claim])
        else:
            raise UsageError(f"{path}:{number}: an article with statements: a judge is asked about cited sentences")


def asked_about(passage: Passage) -> list[Asked]:
    """The questions about a passage, as an article whose sentences are the passage's.

    Each has as many claims as a card may, in an order that says nothing of their labels: beside all that were made of the same sentences, one
    would give another away.
    """
    text = " ".join(passage.sentences)
    at = 0
    sentences: list[Sentence] = []
    for number, words in enumerate(passage.sentences, 1):
        sentences.append(Sentence(number=number, span=Span(start=at, end=at + len(words)), paragraph=0))
        at += len(words) + 1
    article = Article(id=article_id(text), source=passage.id, published=passage.published, text=text)
    findings = Findings(sentences=tuple(sentences))
    mixed = sorted(passage.claims, key=lambda one: hashlib.sha256(one.text.encode()).digest())
    return [
        Asked(
            passage.id,
            article,
            findings,
            tuple(Claim(number, one.text, tuple(one.cites)) for number, one in enumerate(labelled, 1)),
            labelled,
        )
        for labelled in (tuple(mixed[first : first + _AT_ONCE]) for first in range(0, len(mixed), _AT_ONCE))
    ]
