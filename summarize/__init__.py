"""Briefing cards from news articles: every item tied to exact characters of the article.

>>> from summarize import brief, read_text
>>> card = brief(read_text("LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, the council said.").article)
>>> card.what[0].evidence[0].text
'A footbridge reopened on Tuesday, the council said.'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.article import Article, Evidence, Span
    from summarize.briefing import Briefing
    from summarize.card import Card
    from summarize.checking.check import Checked, check
    from summarize.correcting import Change, correct
    from summarize.daily.in_memory import brief_day
    from summarize.draft import Draft
    from summarize.engines.base import Drafted, Engine
    from summarize.engines.model.checking import judge_for
    from summarize.errors import (
        ArticleError,
        ConfigurationError,
        GroundingError,
        MeasurementError,
        ModelError,
        SummarizeError,
        UsageError,
    )
    from summarize.evaluation.comparing.compare import compare
    from summarize.evaluation.in_memory import evaluate
    from summarize.evaluation.runs.run import Run
    from summarize.findings import Findings
    from summarize.pipeline import Pipeline, abrief, brief, pipeline_for
    from summarize.reading import Outcome, Reading, ReadOptions, read, read_all, read_bytes, read_text
    from summarize.rendering import render
    from summarize.rendering.briefing import render_briefing
    from summarize.settings import Settings

# Imported when first asked for: `summarize --help` must not pay for what it does not use.
_WHERE = {
    "Article": "article",
    "ArticleError": "errors",
    "Briefing": "briefing",
    "Card": "card",
    "Change": "correcting",
    "Checked": "checking.check",
    "ConfigurationError": "errors",
    "Draft": "draft",
    "Drafted": "engines.base",
    "Engine": "engines.base",
    "Evidence": "article",
    "Findings": "findings",
    "GroundingError": "errors",
    "MeasurementError": "errors",
    "ModelError": "errors",
    "Outcome": "reading",
    "Pipeline": "pipeline",
    "ReadOptions": "reading",
    "Reading": "reading",
    "Run": "evaluation.runs.run",
    "Settings": "settings",
    "Span": "article",
    "SummarizeError": "errors",
    "UsageError": "errors",
    "abrief": "pipeline",
    "brief": "pipeline",
    "brief_day": "daily.in_memory",
    "check": "checking.check",
    "compare": "evaluation.comparing.compare",
    "correct": "correcting",
    "evaluate": "evaluation.in_memory",
    "judge_for": "engines.model.checking",
    "pipeline_for": "pipeline",
    "read": "reading",
    "read_all": "reading",
    "read_bytes": "reading",
    "read_text": "reading",
    "render": "rendering",
    "render_briefing": "rendering.briefing",
}

__all__ = [
    "Article",
    "ArticleError",
    "Briefing",
    "Card",
    "Change",
    "Checked",
    "ConfigurationError",
    "Draft",
    "Drafted",
    "Engine",
    "Evidence",
    "Findings",
    "GroundingError",
    "MeasurementError",
    "ModelError",
    "Outcome",
    "Pipeline",
    "ReadOptions",
    "Reading",
    "Run",
    "Settings",
    "Span",
    "SummarizeError",
    "UsageError",
    "abrief",
    "brief",
    "brief_day",
    "check",
    "compare",
    "correct",
    "evaluate",
    "judge_for",
    "pipeline_for",
    "read",
    "read_all",
    "read_bytes",
    "read_text",
    "render",
    "render_briefing",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from summarize.resources import VERSION  # noqa: PLC0415 - few ask for it

        return VERSION
    if name not in _WHERE:
        raise AttributeError(f"module 'summarize' has no attribute {name!r}")
    value = getattr(import_module(f"summarize.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
