"""What is refused of labelled claims before a judge is asked, and what gets by."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from summarize import reading
from summarize.article import Article, article_id
from summarize.checking.examining import refusals
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding import OwnWords
from tests.checking import frames, pairs
from tests.checking.summaries import FALSE, GETS_BY, TRUE, WRONGLY

_ROOT = Path(__file__).parents[2]


@cache
def _read(name: str, model: Syntax) -> tuple[Article, Findings]:
    folder = _ROOT / "seeds" if (_ROOT / "seeds" / name).exists() else _ROOT / "evals" / "articles"
    article = reading.read(str(folder / name), None).article
    return article, find(article, model)


def is_refused(claim: str, evidence: str, model: Syntax) -> bool:
    """True if a claim that rests on a whole text is refused."""
    article = Article(
        id=article_id(evidence),
        source="-",
        language="en",
        published="2026-01-10",
        published_from="option",
        text=evidence,
    )
    findings = find(article, model)
    words = OwnWords(claim, tuple(each.number for each in findings.sentences))
    return bool(refusals([words], article, findings, model, translated=False))


@pytest.mark.parametrize(("evidence", "claim", "is_false"), pairs.PAIRS)
def test_a_claim_says_what_its_evidence_says(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """Figures, dates, names, denials, doubts, plans and roles of a claim are those of its evidence, in other words if need be."""
    assert is_refused(claim, evidence, model) is (is_false and claim not in pairs.GETS_BY)


@pytest.mark.parametrize(("evidence", "claim", "is_false"), frames.FRAMES)
def test_a_frame_is_kept(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """Exceptions, bounds, parts, attempts and the like are kept; those that are not are listed as such."""
    is_expected = is_false and (evidence, claim) not in frames.GETS_BY
    assert is_refused(claim, evidence, model) is (is_expected or (evidence, claim) in frames.WRONGLY)


@pytest.mark.parametrize("name", sorted({name for name, *_ in (*TRUE, *FALSE)}))
def test_false_summaries_are_refused_and_true_ones_pass(name: str, model: Syntax) -> None:
    """Of an article, what is refused is what is labelled false, but for those that are listed to get by or to be refused wrongly."""
    article, findings = _read(name, model)
    true = [OwnWords(text, cited) for each, cited, text in TRUE if each == name]
    false = [OwnWords(text, cited) for each, cited, text, _ in FALSE if each == name]
    found = refusals([*true, *false], article, findings, model, translated=False)
    assert {one.text for one in true if one in found} == {one.text for one in true} & WRONGLY
    assert {one.text for one in false if one not in found} == {one.text for one in false} & GETS_BY
