"""Rules of measuring a judge: what is passed, stripped or left out is counted as it would be on a card, with intervals, and gated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import UsageError
from summarize.evaluation.judging.measuring import CorpusPassage, asked_about, read_passages
from summarize.testing import FakeServer, Reply, faults
from tests.evaluation.runs.folders import evals

PASSAGES: list[dict[str, Any]] = [
    {
        "id": f"p{number}",
        "published": "2026-03-16",
        "sentences": ["The weir was closed on Monday.", "Repairs may take a month, Ada Korbel said."],
        "claims": [
            {"text": "The weir is shut.", "cites": [1], "label": "honest", "kind": "paraphrase", "note": "any"},
            {"text": "Repairs will take a month.", "cites": [2], "label": "false", "kind": "certainty_raised"},
            {"text": "The mayor says repairs may take a month.", "cites": [1, 2], "label": "false", "kind": "attrib_moved"},
        ],
    }
    for number in (1, 2)
]  # fmt: skip


def ruling(claim: int, outcome: str) -> dict[str, Any]:
    """A ruling as a judge gives it."""
    return {"claim": claim, "source": "Ada Korbel", "differs": "", "ruling": outcome}


RULINGS = Reply({"rulings": [ruling(1, "stands"), ruling(2, "stands"), ruling(3, "in part")]})
"""Wrong of the first (“will take”) and right of the others, in the order in which they are asked about."""


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SUMMARIZE_PATIENCE", "0")


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in PASSAGES), encoding="utf-8")
    return path


def at(server: FakeServer, claims: Path, *more: str) -> tuple[object, ...]:
    """The arguments that ask a model at a server about some claims."""
    return ("judge", "--claims", claims, "--model", "m", "--base-url", server.base_url, *more)


def test_what_is_passed_and_stripped_is_counted_by_kind(claims: Path) -> None:
    """A false claim that stands is passed, an honest one that does not is stripped; each share has its kinds, and what it took."""
    with FakeServer(judge=RULINGS) as server:
        done = evals(*at(server, claims, "--format", "json", "--errors"))
        served = server.served
    assert done.exit_code == 0, done.stderr
    found, end = json.JSONDecoder().raw_decode(done.stdout)
    assert (found["judge"], found["prompt"]) == ("m", "judge/v1")
    assert (found["false_pass"]["wrong"], found["false_pass"]["of"]) == (2, 4)
    assert (found["false_strip"]["wrong"], found["false_strip"]["of"]) == (0, 2)
    assert found["false_pass"]["interval"] == pytest.approx([0.0945, 0.9055], abs=1e-3), (
        "of two passages that are alike"
    )
    assert [(one["label"], one["kind"], one["share"]) for one in found["kinds"]] == [
        ("false", "certainty_raised", 1.0),
        ("false", "attrib_moved", 0.0),
        ("honest", "paraphrase", 0.0),
    ]
    assert found["kinds"][0]["outcomes"]["stands"] == 2
    # The probe is paid by whichever question comes first.
    assert (found["requests"], found["input_tokens"]) == (served.requests, served.input_tokens)
    lines = done.stdout[end:].split("\n")
    assert "p1: false, certainty_raised: stands (Ada Korbel): Repairs will take a month." in lines


def test_one_question_a_passage_shows_its_own_sentences(claims: Path) -> None:
    """Each passage is one request, in which the passage's sentences have their own numbers; nobody tells the judge a label."""
    with FakeServer(judge=RULINGS) as server:
        evals(*at(server, claims, "--jobs", "1"))
        first, second = [request for request in server.requests if request.claims]
    assert first.last_user == second.last_user
    assert "CLAIM 1: Repairs will take a month.\n(1: The weir was closed on Monday.)\n2: Repairs may" in first.last_user
    assert "honest" not in first.last_user


def test_a_claim_that_is_not_judged_does_not_stand(claims: Path) -> None:
    """What the judge leaves out would not be on a card: an honest claim is stripped, a false one is not passed, and both are told apart."""
    with FakeServer(judge=Reply({"rulings": [ruling(1, "contradicted")]})) as server:
        done = evals(*at(server, claims, "--format", "json"))
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["false_pass"]["share"], found["false_strip"]["share"]) == (0.0, 1.0)
    assert found["false_strip"]["outcomes"]["not judged"] == 2
    assert "warning: the judge gave no ruling, or two, on 2 of 3 claims" in done.stderr


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (("--max-false-pass", "0.5", "--max-false-strip", "0"), 0),
        (("--max-false-pass", "0.49"), 1),
    ],
)
def test_a_judge_is_gated(claims: Path, limits: tuple[str, ...], code: int) -> None:
    """More false claims passed, or honest ones stripped, than may be is exit code 1, with the figure."""
    with FakeServer(judge=RULINGS) as server:
        done = evals(*at(server, claims, *limits))
    assert done.exit_code == code, done.stderr
    assert ("false claims passed: 0.500, over 0.49" in done.stderr) is (code == 1)
    assert "| false, passed | all | .500 |" in " ".join(done.stdout.split())


def test_the_baselines_bound_every_judge(claims: Path) -> None:
    """A judge to whom all stands passes every false claim and strips no honest one; one to whom nothing stands the reverse. Nothing is asked."""
    yes, no = (evals("judge", "--claims", claims, "--judge", word, "--format", "json") for word in ("yes", "no"))
    assert yes.exit_code == no.exit_code == 0, yes.stderr + no.stderr
    shares = [[json.loads(one.stdout)[name]["share"] for name in ("false_pass", "false_strip")] for one in (yes, no)]
    assert shares == [[1.0, 0.0], [0.0, 1.0]]


def test_a_judge_is_recorded_and_replayed(claims: Path) -> None:
    """What `--record` keeps, `--replay` measures again with no endpoint; another claim cannot be measured (exit code 7)."""
    with FakeServer(judge=RULINGS) as server:
        live = evals(*at(server, claims, "--format", "json", "--record", "rec"))
    again = evals("judge", "--claims", claims, "--format", "json", "--replay", "rec")
    assert again.exit_code == 0, again.stderr
    assert json.loads(again.stdout) == json.loads(live.stdout)
    claims.write_text(claims.read_text(encoding="utf-8").replace("is shut", "was shut"), encoding="utf-8")
    missed = evals("judge", "--claims", claims, "--replay", "rec")
    assert missed.exit_code == 7
    assert "no recording" in missed.stderr


@pytest.mark.parametrize(("fault", "code"), [(faults.server_error(), 5), (faults.auth_error(), 3)], ids=["500", "key"])
def test_a_judge_that_cannot_be_asked_is_not_measured(claims: Path, fault: Reply, code: int) -> None:
    """Where no passage is ruled on, there is no figure, and the exit code is that of what went wrong."""
    with FakeServer(judge=fault) as server:
        done = evals(*at(server, claims))
    assert done.exit_code == code
    assert not done.stdout


def test_a_judge_that_fails_at_some_is_no_measurement(claims: Path) -> None:
    """Where a passage could not be asked about, the figures are shown, and the exit code says that they are not whole."""
    with FakeServer(judge=[RULINGS, faults.refusal("No.")]) as server:
        done = evals(*at(server, claims, "--jobs", "1"))
    assert done.exit_code == 7
    assert "1 of 2 questions had no ruling: the judge m gave no rulings: the model refused" in done.stderr
    assert "| honest, stripped | all | .500 |" in " ".join(done.stdout.split())


def test_a_wrong_citation_is_a_passage_of_its_own(tmp_path: Path) -> None:
    """A line with a claim and the sentences beside it is read as a passage; its claim rests on all of them."""
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps({"text": "A.", "evidence": ["B.", "C d."], "label": "false"}) + "\n", encoding="utf-8")
    (passage,) = read_passages([path])
    assert passage.id == "wrong:1"
    (asked,) = asked_about(passage)
    (claim,) = asked.claims
    assert (claim.text, claim.sentences, passage.claims[0].kind) == ("A.", (1, 2), "wrong citation")
    spans = [sentence.span for sentence in asked.findings.sentences]
    assert [asked.article.text[span.start : span.end] for span in spans] == ["B.", "C d."]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "{}", json.dumps({**PASSAGES[0], "sentences": ["One."]}), json.dumps({"evidence": [], "text": "x", "label": "false"})],
    ids=["cut", "list", "empty", "cites too far", "no evidence"],
)  # fmt: skip
def test_what_is_no_labelled_claim_is_refused(tmp_path: Path, line: str) -> None:
    """A line that does not hold is a usage error with file and line, as for `evals claims`, which reads the same files."""
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(PASSAGES[0]) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"bad\.jsonl:2: "):
        read_passages([path])


def test_a_question_has_as_many_claims_as_a_card_may() -> None:
    """Claims are asked about four at a time, in an order that does not tell honest from false, each once."""
    texts = [f"Claim {letter}." for letter in "abcdefghij"]
    made = [{"text": text, "cites": [1], "label": "honest", "kind": "x"} for text in texts]
    passage = CorpusPassage.model_validate({"id": "p", "sentences": ["One."], "claims": made})
    questions = asked_about(passage)
    assert [len(one.claims) for one in questions] == [4, 4, 2]
    assert all([claim.number for claim in one.claims] == list(range(1, len(one.claims) + 1)) for one in questions)
    asked = [claim.text for one in questions for claim in one.claims]
    assert asked == [one.text for each in questions for one in each.labelled]
    assert sorted(asked) == texts
    assert asked != texts


def test_a_folder_without_claims_is_a_wrong_use(tmp_path: Path) -> None:
    """Where there are no labelled claims, that is exit code 2."""
    done = evals("judge", "--claims", tmp_path, "--judge", "yes")
    assert done.exit_code == 2
    assert "holds no labelled claims" in done.stderr
