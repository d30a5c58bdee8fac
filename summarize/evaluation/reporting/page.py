"""The report as one page that stands alone: tables that need no script, and the articles, which its script shows one at a time."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator
from importlib import resources

from summarize.evaluation.comparing.compare_page import notes
from summarize.evaluation.reporting.embedded import data_element
from summarize.evaluation.reporting.facts import short
from summarize.evaluation.reporting.plot import key
from summarize.evaluation.reporting.report import Report, Subject
from summarize.evaluation.reporting.scores import Scores
from summarize.evaluation.reporting.tables import verdict
from summarize.rendering.elements import Markup, element, inline_asset, joined, line, text
from summarize.rendering.words import counted

_NO_SCRIPT = "The articles with what is right and wrong in them are shown by a script, which does not run here. All figures are above."


def to_page(report: Report) -> str:
    """The page. It loads nothing and runs only its own script."""
    style, script = _asset("page.css"), "\n".join(map(_asset, ("articles.js", "page.js")))
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", line(_title(report))),
        inline_asset("style", style),
    )
    scores = Scores(report)
    figures = element(
        "div",
        _section("Scores", scores.measures(), "scores-section"),
        _section("Labels and items", scores.counts(), "counts-section"),
        _section("Runs", scores.facts(), "runs-section"),
        class_="figures many" if len(report.subjects) > 2 else "figures",
    )
    # No `noscript`: where a viewer's own policy stops the script, that would not be shown. The script puts the articles here.
    note = element("p", text(_NO_SCRIPT), class_="note")
    articles = element("section", note, id="articles", class_="articles", aria_label="Articles")
    main = element("main", _header(report), figures, articles)
    body = element("body", main, data_element(report), inline_asset("script", script))
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


@functools.cache
def _asset(name: str) -> str:
    return resources.files("summarize.evaluation.reporting").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _section(title: str, content: Markup, name: str) -> Markup:
    return element("section", element("h2", text(title)), content, class_=name)


def _title(report: Report) -> str:
    return "Evaluation: " + " · ".join(subject.title for subject in report.subjects)


def _header(report: Report) -> Markup:
    run = report.first.run
    facts = [
        text(counted(len(run.cases), "article")),
        line(f"gold {run.gold}, {short(run.gold_digest)}"),
        line(f"made {run.created[:10]}"),
        *([line(f"prompt {run.prompt}")] if run.prompt else []),
    ]
    runs = element(
        "ul", *(_verdict(report, number, subject) for number, subject in enumerate(report.subjects)), class_="verdicts"
    )
    return element(
        "header",
        element("h1", text("Evaluation of briefing cards")),
        element("p", joined(facts, " · "), class_="facts"),
        runs,
    )


def _verdict(report: Report, number: int, subject: Subject) -> Markup:
    name = element("strong", key(number), text(f" {subject.letter} "), line(subject.title))
    return element("li", name, *(element("p", line(told)) for told in _told(report, subject)))


def _told(report: Report, subject: Subject) -> Iterator[str]:
    """What a run comes to, by itself, at the gate, and against the first."""
    yield verdict(subject.run)
    if subject.outcome is not None:
        yield subject.outcome.message
    if subject.comparison is not None:
        yield f"Against {report.first.letter}: {subject.comparison.verdict}"
        yield from ("".join(map(str, note)) for note in notes(subject.comparison))
    elif subject is not report.first:
        yield f"It has no article in common with {report.first.letter}, so the two are not compared."
