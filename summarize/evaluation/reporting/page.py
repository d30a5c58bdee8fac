"""The report as one page that stands alone: tables that need no script, and the articles, which its script shows one at a time."""

from __future__ import annotations

from summarize.evaluation.comparing.compare_page import notes
from summarize.evaluation.comparing.figures import NONE
from summarize.evaluation.reporting.embedded import data
from summarize.evaluation.reporting.facts import short
from summarize.evaluation.reporting.glyphs import GLYPHS
from summarize.evaluation.reporting.report import Report, Subject
from summarize.evaluation.reporting.scores import COUNTED, Scores, by_field, told_measure
from summarize.evaluation.reporting.tables import verdict
from summarize.rendering import safe
from summarize.rendering.pages import asset, page
from summarize.rendering.words import counted

_PACKAGE = "summarize.evaluation.reporting"


def to_page(report: Report) -> str:
    """The page. It loads nothing and runs only its own script."""
    run = report.first.run
    facts = [counted(len(run.cases), "article"), f"gold {run.gold}, {short(run.gold_digest)}"]
    facts += [f"made {run.created[:10]}", *([f"prompt {run.prompt}"] if run.prompt else [])]
    return page(
        "report.html.j2",
        style=asset(_PACKAGE, "page.css"),
        script="\n".join(asset(_PACKAGE, name) for name in ("articles.js", "page.js")),
        title=safe.visible("Evaluation: " + " · ".join(subject.title for subject in report.subjects)),
        facts=facts,
        report=report,
        scores=Scores(report),
        told=[_told(report, subject) for subject in report.subjects],
        data=data(report),
        by_field=by_field,
        told_measure=told_measure,
        counted=COUNTED,
        glyphs=GLYPHS,
        none_found=NONE,
    )


def _told(report: Report, subject: Subject) -> list[str]:
    """What a run comes to, by itself, at the gate, and against the first."""
    told = [verdict(subject.run)]
    if subject.outcome is not None:
        told.append(subject.outcome.message)
    if subject.comparison is not None:
        told.append(f"Against {report.first.letter}: {subject.comparison.verdict}")
        told += ["".join(map(str, note)) for note in notes(subject.comparison)]
    elif subject is not report.first:
        told.append(f"It has no article in common with {report.first.letter}, so the two are not compared.")
    return told
