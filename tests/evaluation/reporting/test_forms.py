from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluation.comparing.baseline import Baseline, entry_of
from summarize.evaluation.reporting.annotations import MAX_COUNT, to_annotations
from summarize.evaluation.reporting.junit import to_junit
from summarize.evaluation.reporting.report import Report
from summarize.evaluation.reporting.summary import to_summary
from summarize.evaluation.runs.run import Case, Failure, Judgement, Run, Score
from summarize.evaluation.scoring.measures import MEASURES

from . import goldens, samples

# What the schema that Jenkins holds reports against (junit-10.xsd) allows on each element.
SCHEMA = {
    "testsuites": {"name", "time", "tests", "failures", "disabled", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id", "package", "file"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "assertions", "time", "timestamp", "classname", "status", "file", "line"},
    "error": {"type", "message"},
    "failure": {"type", "message"},
}  # fmt: skip
TRICKY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("\x00\x1b\r\n\t\x85\u2028\ufffe\uffff%:,;<>&\"'`|*[]_"),
    ),
    min_size=1,
    max_size=30,
)


@pytest.fixture(autouse=True)
def _gold(tmp_path: Path) -> Iterator[None]:
    with samples.gold_folder(tmp_path):
        yield


@pytest.mark.parametrize("name", sorted(path.name for path in goldens.FOLDER.iterdir()))
def test_golden(name: str) -> None:
    """Each form of the report on small runs is what it was. `python -m tests.evaluation.reporting.goldens` writes the files anew."""
    assert (goldens.FOLDER / name).read_bytes().decode() == goldens.contents()[name]


# --- nothing of an article gets out


def fragments(text: str) -> list[str]:
    """Every three words of a text that follow each other."""
    words = text.split()
    return [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]


def forms(*runs: Run, baseline: Baseline | None = None) -> list[str]:
    report = Report(list(runs), baseline)
    return [to_junit(report), to_summary(report), to_annotations(report)]


MARKED = st.builds("{}{}{}".format, st.sampled_from(["", "x ", "]]>", "`", "'"]), st.just(samples.MARKER), st.sampled_from(["", " y", "\n", "\x1b[0m"]))  # fmt: skip
MESSAGES = st.sampled_from(
    [
        "the endpoint refused the request (400): {}",
        "the model refused: {}",
        "“{}” stands in the article more than once, and the label does not say where",
        "“{}… does not stand in the article where the label says",
        'the label "{}" does not hold',
        "no '{}' in it",
        "evals/recordings/x.json is not a recording: ValueError: {}",
    ]
)


@st.composite
def leaky(draw: st.DrawFn) -> Run:
    """A run with the marker wherever a run can hold what an article, a label, a card or a model says."""

    def maybe() -> str | None:
        return draw(st.none() | MARKED)

    measures = st.sampled_from([measure.id for measure in MEASURES]) | MARKED
    judgements = [
        Judgement(measure=draw(measures), verdict=verdict, label=maybe(), item=maybe(), expected=maybe(), got=maybe())
        for verdict in draw(st.lists(st.sampled_from(["right", "partial", "wrong", "missing", "spurious", "ignored"]), max_size=6))
    ]  # fmt: skip
    scores = {measure.id: draw(st.sampled_from([0.0, 0.5, 1.0])) for measure in MEASURES}
    made = samples.case("market", samples.MARKET, scores, *judgements)
    made = made.model_copy(update={"scores": {**made.scores, draw(MARKED): Score(value=0.5)}})
    lost = Case(
        name="ferry",
        gold="evals/gold/ferry.yaml",
        article_id=None,
        story="ferry",
        failure=Failure(error=draw(st.sampled_from(["ModelError", samples.MARKER])), message=draw(MESSAGES).format(draw(MARKED)), exit_code=draw(st.sampled_from([2, 4, 5, 6, 7]))),
        scores={"cards.made": Score(value=0)},
        seconds=1,
    )  # fmt: skip
    return samples.run(made, lost)


@settings(max_examples=40)  # each is two runs in every form
@given(leaky())
def test_no_word_of_an_article(made: Run) -> None:
    """XML, Markdown and annotations hold no three words of an article, a card, a label, or of what a model said."""
    ideal = samples.run(
        samples.case("market", samples.MARKET, {measure.id: 1.0 for measure in MEASURES}), samples.ferry()
    )
    for shown in (*forms(made, ideal, baseline=Baseline(runs={made.name: entry_of(ideal)})), *forms(ideal, made)):
        assert [words for words in fragments(samples.MARKER) if words in shown] == []


def test_says_something() -> None:
    """A failure is told by its measures, the counts of each kind, and the lines of the gold file; an error by its kind."""
    failure = ET.fromstring(goldens.contents()["gated.xml"]).find(".//testcase[@name='hostile']/failure")
    assert failure is not None
    assert failure.get("message") == "who.f1 fell from .500 to .250: 1 missing, 1 spurious"
    assert failure.text is not None
    assert failure.text.splitlines()[1:] == [
        "  evals/gold/hostile.yaml:8 who[0] missing",
        "  evals/gold/hostile.yaml:7 who spurious",
    ]
    error = ET.fromstring(goldens.contents()["gated.xml"]).find(".//testcase[@name='ferry']/error")
    assert error is not None
    assert error.get("message") == "no card: no usable answer of the model (the endpoint refused the request (400))"


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (Failure(error="GroundingError", message="fire.txt: nothing could be grounded: x", exit_code=6), "nothing could be grounded (fire.txt)"),
        (Failure(error="MeasurementError", message="“a b” stands in it twice", exit_code=7), "could not be measured (“…” stands in it twice)"),
        (Failure(error="ModelError", message="the endpoint's answer is empty: it has no choices", exit_code=5), "no usable answer of the model (the endpoint's answer is empty)"),
        (Failure(error="ArticleError", message="", exit_code=4), "the article cannot be read"),
        (Failure(error="X", message="…", exit_code=99), "failed (…)"),
    ],
)  # fmt: skip
def test_failures_in_our_own_words(failure: Failure, told: str) -> None:
    """Of a failure's message only this program's own words are shown: up to a colon, without what stands in quotation marks."""
    case = samples.failed("ferry", failure.message, failure.error, failure.exit_code)
    error = ET.fromstring(to_junit(Report([samples.run(case)]))).find(".//error")
    assert error is not None
    assert error.get("message") == f"no card: {told}"


# --- JUnit XML


def test_schema() -> None:
    """Elements and attributes are those of the schema, and every count is the number of what it counts."""
    for name in ("gated.xml", "plain.xml"):
        root = ET.fromstring(goldens.contents()[name])
        for element in root.iter():
            assert set(element.attrib) <= SCHEMA[element.tag]
        for suite in [root, *root.iter("testsuite")]:
            cases = list(suite.iter("testcase"))
            assert suite.get("tests") == str(len(cases))
            assert suite.get("failures") == str(sum(case.find("failure") is not None for case in cases))
            assert suite.get("errors") == str(sum(case.find("error") is not None for case in cases))


def test_gate_suite() -> None:
    """With a baseline each floor is a test; a run that cannot be held against it is an error, and no article of it has fallen."""
    first = samples.before()
    gate = ET.fromstring(to_junit(Report([first], Baseline(runs={first.name: entry_of(first)})))).find(
        "testsuite[@name='gate']"
    )
    assert gate is not None
    assert {case.get("name") for case in gate} == set(entry_of(first).floors)
    assert gate.get("failures") == gate.get("errors") == "0"
    other = first.model_copy(update={"gold_digest": "sha256:2"})
    worse = entry_of(first).model_copy(update={"cases": {case.name: {"who.f1": 1.0} for case in first.cases}})
    root = ET.fromstring(to_junit(Report([other], Baseline(runs={first.name: worse}))))
    assert [case.get("name") for case in root.iter("testcase") if case.find("error") is not None] == ["baseline"]
    assert root.get("failures") == "0"
    assert "gate" not in [suite.get("name") for suite in ET.fromstring(to_junit(Report([first]))).iter("testsuite")]


@given(TRICKY, TRICKY)
def test_any_name_in_xml(name: str, message: str) -> None:
    """Whatever a name or a message holds, the document can be read, and has no control character."""
    case = samples.ferry().model_copy(update={"name": name, "gold": name})
    document = to_junit(Report([samples.run(case, samples.failed("x", message), name=message)]))
    assert ET.fromstring(document).get("errors") == "1"
    assert not re.search(r"[^\n\x20-\x7e\xa0-\U0010ffff]", document)


def test_runs_of_one_name() -> None:
    """Two runs of the same name are told apart."""
    root = ET.fromstring(to_junit(Report([samples.before(), samples.before()])))
    assert [suite.get("name") for suite in root] == ["extractive (1)", "extractive (2)"]


# --- annotations


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert found is not None, line

    def undone(text: str, *marks: str) -> str:
        for mark in ("%0D", "%0A", *marks, "%25"):
            text = text.replace(mark, chr(int(mark[1:], 16)))
        return text

    properties = dict(part.split("=", 1) for part in found[2].split(","))
    return found[1], {key: undone(value, "%3A", "%2C") for key, value in properties.items()}, undone(found[3])


def falling(count: int) -> tuple[Run, Baseline]:
    """A run whose articles all fell, the later ones further, and what they fell from."""
    cases = [
        samples.case(f"a{number:02}", samples.FERRY, {"who.f1": 1 - number / 100}) for number in range(1, count + 1)
    ]
    best = samples.run(*(samples.case(case.name, samples.FERRY, {"who.f1": 1.0}) for case in cases))
    return samples.run(*cases), Baseline(runs={best.name: entry_of(best)})


def test_errors() -> None:
    """Errors come the worst first: articles without a card, broken promises, falls by their size; each at a line of its gold file."""
    lines = goldens.contents()["gated.txt"].splitlines()
    commands = [read_command(line) for line in lines]
    assert [(kind, told["title"], told.get("line")) for kind, told, _ in commands] == [
        ("error", "ferry: no card (gpt-5-mini)", "1"),
        ("error", "harbour: broken promise (gpt-5-mini)", "2"),
        ("error", "harbour: broken promise (gpt-5-mini)", "1"),
        ("error", "hostile: below the baseline (gpt-5-mini)", "8"),
        ("notice", "evals: extractive", None),
        ("notice", "evals: gpt-5-mini", None),
    ]
    assert commands[3][2] == "who.f1 fell from .500 to .250: 1 missing, 1 spurious (lines 7, 8)"


@pytest.mark.parametrize(("count", "more"), [(10, []), (11, ["and 1 problem more, which the report shows"]), (14, ["and 4 problems more, which the report shows"])])  # fmt: skip
def test_ten_at_most(count: int, more: list[str]) -> None:
    """No more than ten errors are printed, which is what GitHub shows; one line says how many more there are."""
    lines = to_annotations(Report([falling(count)[0]], falling(count)[1])).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == MAX_COUNT
    assert f"title=a{count:02}%3A" in errors[0]
    assert [line for line in lines if not line.startswith("::")] == more


def test_no_more_than_a_notice() -> None:
    """A run with nothing wrong has one notice; without a baseline a low value is nothing wrong."""
    assert to_annotations(Report([samples.before()])).splitlines() == [
        "::notice title=evals%3A extractive::4 of 4 cards made; every quotation is verbatim and every span holds"
    ]


@given(TRICKY)
def test_any_name_in_annotations(name: str) -> None:
    """No name can end its command, begin another, or add a property."""
    case = samples.harbour(holds=False).model_copy(update={"name": name, "gold": f"evals/{name}"})
    for line in to_annotations(Report([samples.run(case, name=name)])).splitlines():
        kind, properties, message = read_command(line)
        assert set(properties) == ({"file", "line", "title"} if kind == "error" else {"title"})
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", message + "".join(properties.values()))


# --- Markdown


def test_summary_order() -> None:
    """The verdicts come first, then measures, failures, falls, and what it took."""
    headings = re.findall(r"^### (.*)$", goldens.contents()["gated.md"], re.MULTILINE)
    assert headings == ["Measures", "No card", "Fell most", "What it took", "Runs"]
    assert goldens.contents()["gated.md"].startswith("**A extractive:** 4 of 4 cards made")


def test_fell_most() -> None:
    """The articles that lost most stand first, and no more than ten are named."""
    summary = to_summary(Report([falling(12)[0]], falling(12)[1]))
    fell = summary.partition("### Fell most\n\n")[2].partition("\n\n")[0].splitlines()
    assert fell[0] == "- **a12:** who.f1 1.000 → .880 (evals/gold/a12.yaml)"
    assert fell[10:] == ["- and 2 more"]


@given(TRICKY)
def test_any_name_in_markdown(name: str) -> None:
    """A name opens no table cell, no line and no markup of its own."""
    shown = to_summary(Report([samples.run(samples.failed(name, "x").model_copy(update={"gold": name}), name=name)]))
    plain = to_summary(Report([samples.run(samples.failed("n", "x").model_copy(update={"gold": "n"}), name="n")]))
    assert len(shown.splitlines()) == len(plain.splitlines())
    assert "<" not in re.sub(r"`[^`]*`", "", shown).replace("< ", "")
