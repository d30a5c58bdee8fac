"""The report as one page that stands alone: tables that need no script, and the articles, which its script shows one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from summarize.evaluation.comparing.compare_page import notes
from summarize.evaluation.comparing.figures import NONE
from summarize.evaluation.reporting.report import Report, ReportedRun
from summarize.evaluation.reporting.scores import COUNTED, Scores, by_field, told_measure
from summarize.evaluation.reporting.tables import GLYPHS, short, verdict
from summarize.evaluation.runs.run import Case, Judgement
from summarize.evaluation.scoring.measures import MEASURES
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
        told=[_verdict_lines(report, subject) for subject in report.subjects],
        data=data(report),
        by_field=by_field,
        told_measure=told_measure,
        counted=COUNTED,
        glyphs=GLYPHS,
        none_found=NONE,
    )


def _verdict_lines(report: Report, subject: ReportedRun) -> list[str]:
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


DROPPED: Final = "\ufdd0"
"""Stands in a text for a character that is not shown, so that every other keeps its offset. Unicode keeps it free for such use."""
_PLACES: Final = {measure.id: number for number, measure in enumerate(MEASURES)}
_IN_MARKUP: Final = re.compile("[<>&\u2028\u2029]")
_DIGITS: Final = 4


def data(report: Report) -> Markup:
    """What a `script` element of data holds, which a browser does not run.

    HTML unescapes nothing in it, so whatever could end it, or open a comment, is written as escapes of JSON.
    """
    document = json.dumps(_data(report), ensure_ascii=False, separators=(",", ":"))
    written = _IN_MARKUP.sub(lambda found: f"\\u{ord(found[0]):04x}", safe.json_text(document))
    return Markup(written)  # noqa: S704 - nothing in it is markup any more


def _data(report: Report) -> dict[str, Any]:
    names = list(dict.fromkeys(case.name for subject in report.subjects for case in subject.run.cases))
    cases = [{case.name: case for case in subject.run.cases} for subject in report.subjects]
    return {
        "dropped": DROPPED,
        "glyphs": GLYPHS,
        "measures": [
            {
                "id": measure.id,
                "field": measure.field,
                "title": measure.title,
                "about": told_measure(measure),
                "tested": measure.tested,
                "hard": measure.hard,
            }
            for measure in MEASURES
        ],
        "runs": [_letter_and_name(subject) for subject in report.subjects],
        "articles": [_article(name, [of_run.get(name) for of_run in cases]) for name in names],
    }


def _letter_and_name(subject: ReportedRun) -> dict[str, Any]:
    return {"letter": subject.letter, "name": safe.visible(subject.title)}


def _article(name: str, cases: list[Case | None]) -> dict[str, Any]:
    texts = list(dict.fromkeys(text for case in cases if case is not None and (text := _text(case)) is not None))
    some = next(case for case in cases if case is not None)
    return {
        "name": safe.visible(name),
        "title": next(
            (title for case in cases if case is not None and (title := _of_card(case, "article", "title"))), None
        ),
        "gold": safe.visible(some.gold),
        "texts": [kept_in_place(text) for text in texts],
        "cases": [None if case is None else _case(case, texts) for case in cases],
    }


def _case(case: Case, texts: list[str]) -> dict[str, Any]:
    text = _text(case)
    return {
        "text": None if text is None else texts.index(text),
        "headline": _of_card(case, "headline"),
        "failed": None if case.failure is None else safe.visible(f"{case.failure.error}: {case.failure.message}"),
        "seconds": case.seconds,
        "cost": case.cost_usd,
        "repeats": len(case.repeats),
        "scores": [
            round(case.scores[measure.id].value, _DIGITS) if measure.id in case.scores else None for measure in MEASURES
        ],
        "judgements": [_judgement(one) for one in case.judgements if one.measure in _PLACES],
    }


def _judgement(judgement: Judgement) -> list[Any]:
    """Measure, verdict, label, item, expected, got, and the spans' starts and ends one after the other.

    Where the same is expected that was got, it is given once.
    """
    same = judgement.expected == judgement.got
    return [
        _PLACES[judgement.measure],
        judgement.verdict,
        _line(judgement.label),
        _line(judgement.item),
        None if same else _line(judgement.expected),
        _line(judgement.got),
        [at for span in judgement.spans for at in (span.start, span.end)],
    ]


def _line(text: str | None) -> str | None:
    return None if text is None else safe.visible(text)


def _text(case: Case) -> str | None:
    """The article's text; None if the run keeps no cards."""
    article = (case.card or {}).get("article")
    text = article.get("text") if isinstance(article, Mapping) else None
    return text if isinstance(text, str) else None


def _of_card(case: Case, *keys: str) -> str | None:
    value: Any = case.card
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return safe.visible(value) if isinstance(value, str) else None


def kept_in_place(text: str) -> str:
    """The text with nothing that hides or acts, each code point in its place."""
    return "".join(one if one == "\n" or one.isprintable() else safe.plain(one) or DROPPED for one in text)
