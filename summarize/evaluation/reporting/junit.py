"""Runs as JUnit XML: a suite for each run and one for the gate. No word of an article or a card stands in it.

It keeps to the schema of Jenkins (junit-10.xsd), which GitHub's and GitLab's readers take as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from summarize.evaluation.comparing.figures import share
from summarize.evaluation.reporting.report import Report, ReportedRun
from summarize.evaluation.reporting.troubles import Trouble, shown_path, told_floor, troubles_of
from summarize.evaluation.runs.run import Case
from summarize.rendering import safe

_TYPES: Final = {"broken": "BrokenPromise", "below": "BelowBaseline"}
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(report: Report) -> str:
    """The document. An article that failed is an error; one with a broken promise, or below the baseline's values, a failure."""
    root = _element("testsuites", name="evals")
    suites = [_suite(subject, report) for subject in report.subjects]
    gated = [subject for subject in report.subjects if subject.outcome is not None]
    if gated:
        suites.append(_gate(gated))
    root.extend(suites)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.set("time", f"{sum(float(suite.get('time', '0')) for suite in suites):.3f}")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(subject: ReportedRun, report: Report) -> ET.Element:
    run = subject.run
    about = {
        "engine": run.engine,
        "model": run.model,
        "prompt": run.prompt,
        "prompt_digest": run.prompt_digest,
        "nlp": run.nlp,
        "settings": run.settings,
        "tool_version": run.tool_version,
        "gold": run.gold,
        "gold_digest": run.gold_digest,
    }
    properties = _element("properties")
    properties.extend(_element("property", name=name, value=value) for name, value in about.items() if value)
    cases = [_case(case, subject, report) for case in run.cases]
    suite = _make_suite(subject.title, cases, seconds=sum(case.seconds for case in run.cases))
    # The schema wants no zone; `created` is UTC.
    suite.set("timestamp", _clean(run.created[:19]))
    suite.insert(0, properties)
    return suite


def _case(case: Case, subject: ReportedRun, report: Report) -> ET.Element:
    found = troubles_of(case, subject.entry, report.lines)
    line = found[0].line if found else None
    element = _element(
        "testcase",
        classname=subject.title,
        name=case.name,
        time=f"{case.seconds:.3f}",
        file=shown_path(case.gold),
        line=None if line is None else str(line),
    )
    if found:
        failed = found[0].kind == "failed"
        element.append(_problem("error" if failed else "failure", found, case))
    return element


def _problem(name: str, found: Sequence[Trouble], case: Case) -> ET.Element:
    kind = case.failure.error if case.failure is not None else _TYPES[found[0].kind]
    told = "; ".join(trouble.told for trouble in found)
    problem = _element(name, message=told, type=kind if kind.isidentifier() else name)
    lines = [line for trouble in found for line in (trouble.told, *(f"  {place}" for place in trouble.located))]
    problem.text = "\n".join(map(_clean, lines))
    return problem


def _gate(subjects: Sequence[ReportedRun]) -> ET.Element:
    return _make_suite("gate", [element for subject in subjects for element in _floors(subject)], seconds=0)


def _floors(subject: ReportedRun) -> Iterator[ET.Element]:
    """A test for each floor of a run; where it could not be held against its floors, one that says so."""
    outcome = subject.outcome
    assert outcome is not None
    classname = f"gate.{subject.title}"
    if not outcome.measures:
        element = _element("testcase", classname=classname, name="baseline", time="0")
        element.append(_element("error", message=outcome.message, type="MeasurementError"))
        yield element
    for measure in outcome.measures:
        if measure.verdict == "no floor":
            continue
        element = _element("testcase", classname=classname, name=measure.measure, time="0")
        if measure.verdict == "not measured":
            told = f"{measure.measure} has the floor {share(measure.floor)} and no value"
            element.append(_element("error", message=told, type="MeasurementError"))
        elif measure.verdict != "held":
            problem = _element("failure", message=told_floor(measure), type="BelowGateError")
            problem.text = "\n".join(
                _clean(f"{fall.case} {share(fall.before)} → {share(fall.after)}") for fall in measure.fell
            )
            element.append(problem)
        yield element


def _make_suite(name: str, cases: Sequence[ET.Element], *, seconds: float) -> ET.Element:
    suite = _element(
        "testsuite",
        name=name,
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped="0",
        time=f"{seconds:.3f}",
    )
    suite.extend(cases)
    return suite


def _element(tag: str, **attributes: str | None) -> ET.Element:
    return ET.Element(tag, {name: _clean(value) for name, value in attributes.items() if value is not None})


def _clean(text: str) -> str:
    """Text that XML can hold, without what acts on a terminal or hides from a reader."""
    return _NOT_IN_XML.sub("\ufffd", safe.plain(text))
