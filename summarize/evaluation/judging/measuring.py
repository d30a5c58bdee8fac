"""How good a judge is: how many false claims it passes, and how many honest ones it strips.

A claim stands on a card only if the judge rules that it stands: anything else, and no ruling too, keeps it off. So a false claim is *passed* if
it is said to stand, and an honest one *stripped* if it is not. Claims of one passage are not independent: intervals resample passages.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.article import Article, Span, article_id
from summarize.engines.base import Claim, Judge, Judged, Outcome, Ruling
from summarize.errors import UsageError
from summarize.evaluation.comparing.resampling import Interval
from summarize.evaluation.comparing.statistics import interval
from summarize.evaluation.corpora.claims import CorpusClaim as LabelledClaim
from summarize.evaluation.corpora.claims import CorpusPassage, WrongCitation, read_lines
from summarize.findings import Findings, Sentence

OUTCOMES: tuple[Outcome, ...] = ("stands", "in part", "not there", "contradicted")


class SameForAll:
    """Rules the same of every claim: what a judge has to be better than."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:  # noqa: ARG002 - what every judge is given
        """The rulings on `claims`."""
        return Judged({claim.number: Ruling(self._outcome) for claim in claims}, judge=f"“{self._outcome}” for all")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A labelled claim and what the judge ruled."""

    passage: str
    claim: LabelledClaim
    ruling: Ruling | None
    """None: it was not judged."""

    @property
    def is_wrong(self) -> bool:
        """True of a false claim that is passed, and of an honest one that is stripped."""
        stands = self.ruling is not None and self.ruling.outcome == "stands"
        return stands is (self.claim.label == "false")


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a judge is wrong, among claims of one sort."""

    label: str
    kind: str
    """Empty: of every kind."""
    wrong: int
    of: int
    interval: Interval | None
    """Of the share at 95 %; None from fewer than two passages."""
    outcomes: Mapping[str, int]
    """By ruling; `not judged` beside them."""

    @property
    def share(self) -> float:
        """Wrong, as a share."""
        return self.wrong / self.of

    def as_json(self) -> dict[str, Any]:
        """For a file."""
        return {
            "label": self.label, "kind": self.kind or None, "wrong": self.wrong, "of": self.of, "share": self.share,
            "interval": self.interval, "outcomes": dict(self.outcomes),
        }  # fmt: skip


async def ask(
    judge: Judge, passages: Sequence[CorpusPassage], *, jobs: int, done: Callable[[Judged], None]
) -> tuple[list[Ruled], list[Judged]]:
    """Every claim with its ruling, and what each question came to, in order.

    Raises:
        ConfigurationError: the endpoint refused the key.
        MeasurementError: a replay has no recording of a question.
    """
    turns = asyncio.Semaphore(jobs)

    async def one(asked: JudgeQuestion) -> Judged:
        async with turns:
            judged = await judge.judge(asked.article, asked.findings, asked.claims)
        done(judged)
        return judged

    questions = [asked for passage in passages for asked in asked_about(passage)]
    found = await asyncio.gather(*map(one, questions))
    ruled = [
        Ruled(asked.passage, claim, judged.rulings.get(number))
        for asked, judged in zip(questions, found, strict=True)
        for number, claim in enumerate(asked.labelled, 1)
    ]
    return ruled, list(found)


def rates(ruled: Sequence[Ruled]) -> list[Rate]:
    """How often false claims are passed and honest ones stripped: of all, then by kind, the worst first."""
    found: list[Rate] = []
    for label in ("false", "honest"):
        here = [one for one in ruled if one.claim.label == label]
        kinds = sorted({one.claim.kind for one in here})
        by_kind = [_rate(label, kind, [one for one in here if one.claim.kind == kind]) for kind in kinds]
        found += [_rate(label, "", here), *sorted(by_kind, key=lambda rate: -rate.share)] if here else []
    return found


def _rate(label: str, kind: str, ruled: Sequence[Ruled]) -> Rate:
    values = {str(number): float(one.is_wrong) for number, one in enumerate(ruled)}
    passages = {str(number): one.passage for number, one in enumerate(ruled)}
    outcomes = Counter(one.ruling.outcome if one.ruling is not None else "not judged" for one in ruled)
    return Rate(
        label,
        kind,
        sum(one.is_wrong for one in ruled),
        len(ruled),
        interval(values, passages, yes_no=True),
        {name: outcomes[name] for name in (*OUTCOMES, "not judged")},
    )


__all__ = ["CorpusPassage", "JudgeQuestion", "LabelledClaim", "asked_about", "read_passages"]
_AT_ONCE = 4
"""A headline and three sentences: the most that a card asks about."""


@dataclass(frozen=True, slots=True)
class JudgeQuestion:
    """A question to a judge about a passage."""

    passage: str
    article: Article
    findings: Findings
    claims: tuple[Claim, ...]
    labelled: tuple[LabelledClaim, ...]
    """The same claims, with what is known of them."""


def read_passages(paths: Sequence[Path]) -> list[CorpusPassage]:
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
    return [passage for file in files for passage in _read_passages(file)]


def _read_passages(path: Path) -> Iterator[CorpusPassage]:
    for number, line in enumerate(read_lines(path), 1):
        name = line.id or f"{path.stem}:{number}"
        if isinstance(line, CorpusPassage):
            yield line.model_copy(update={"id": name})
        elif isinstance(line, WrongCitation):
            cites = list(range(1, len(line.evidence) + 1))
            claim = LabelledClaim(text=line.text, cites=cites, label="false", kind="wrong citation")
            yield CorpusPassage(id=name, sentences=line.evidence, claims=[claim])
        else:
            raise UsageError(f"{path}:{number}: an article with statements: a judge is asked about cited sentences")


def asked_about(passage: CorpusPassage) -> list[JudgeQuestion]:
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
        JudgeQuestion(
            passage.id,
            article,
            findings,
            tuple(Claim(number, one.text, tuple(one.cites)) for number, one in enumerate(labelled, 1)),
            labelled,
        )
        for labelled in (tuple(mixed[first : first + _AT_ONCE]) for first in range(0, len(mixed), _AT_ONCE))
    ]
