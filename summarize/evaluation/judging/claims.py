"""Labelled claims: passages of numbered sentences, and claims about them that are honest or false in one known way.

JSON Lines, a passage a line: `id`, `published`, `sentences`, `claims[{text, cites, label, kind}]`; `cites` counts from 1, `label` is `honest` or
`false`, `kind` says what is wrong or how it was reworded. A line may also be one false claim beside sentences that do not show it: `text`,
`evidence`, `label`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError, model_validator

from summarize.article import Article, Span, article_id
from summarize.engines.base import Claim
from summarize.errors import MeasurementError, UsageError
from summarize.findings import Findings, Sentence

_AT_ONCE = 4
"""A headline and three sentences: the most that a card asks about."""


class LabelledClaim(BaseModel):
    """A claim, and whether its sentences bear it out."""

    text: str
    cites: tuple[int, ...]
    label: Literal["honest", "false"]
    kind: str


class Passage(BaseModel):
    """Sentences of an article, and claims about them."""

    id: str
    published: str | None = None
    sentences: tuple[str, ...]
    claims: tuple[LabelledClaim, ...]

    @model_validator(mode="after")
    def _cites_what_is_there(self) -> Passage:
        for claim in self.claims:
            if not claim.cites or not set(claim.cites) <= set(range(1, len(self.sentences) + 1)):
                raise ValueError(f"a claim cites sentences that are not there: {claim.text!r}")
        return self


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
        UsageError: there is no such file, or none in a folder.
        MeasurementError: a line is not labelled as it has to be.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not found or not all(file.is_file() for file in found):
            raise UsageError(f"{path} holds no labelled claims (*.jsonl)")
        files += found
    return [passage for file in files for passage in _read(file)]


def _read(path: Path) -> Iterator[Passage]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Passage.model_validate(_as_passage(json.loads(line), f"{path.stem}:{number}"))
            except (ValueError, ValidationError, KeyError, TypeError) as error:
                first = str(error).splitlines()[0]
                raise MeasurementError(f"{path}, line {number}, is no passage with labelled claims: {first}") from None


def _as_passage(line: dict[str, Any], name: str) -> dict[str, Any]:
    if "evidence" not in line:
        return line
    cites = range(1, len(line["evidence"]) + 1)
    claim = {"text": line["text"], "cites": cites, "label": line["label"], "kind": line.get("set", "wrong citation")}
    return {"id": name, "sentences": line["evidence"], "claims": [claim]}


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
            tuple(Claim(number, one.text, one.cites) for number, one in enumerate(labelled, 1)),
            labelled,
        )
        for labelled in (tuple(mixed[first : first + _AT_ONCE]) for first in range(0, len(mixed), _AT_ONCE))
    ]
