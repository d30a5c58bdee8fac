"""Labelled claims: what counts as accepted, refused and open, and the command that counts them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarize.cli.evals.app import app
from summarize.evaluation.corpora.claims import (
    BESIDE,
    ClaimOutcome,
    CorpusPassage,
    Labelled,
    WrongCitation,
    outcomes,
    read_lines,
    score_claims,
)
from summarize.evidence.syntax import Syntax

SENTENCES = ["The council closed the old bridge in Telborg.", "It will not reopen, the mayor said."]
PASSAGE = CorpusPassage.model_validate({
    "id": "bridge",
    "published": "2026-03-04",
    "sentences": SENTENCES,
    "claims": [
        {"text": SENTENCES[0], "cites": [1], "label": "honest", "kind": "compress"},
        {"text": SENTENCES[0], "cites": [2], "label": "false", "kind": "negation"},
        {"text": "The council shut Telborg's old bridge.", "cites": [1], "label": "honest", "kind": "paraphrase"},
        {"text": "The council did not close the old bridge in Telborg.", "cites": [1], "label": "false", "kind": "negation"},
    ],
})  # fmt: skip
BESIDE_FLOORS = {f"bridge.jsonl {BESIDE}": {"false.refused": 0.5}}
OURS = Path(__file__).parents[3] / "evals" / "claims"


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["claims", *map(str, arguments)])


def of_passage(model: Syntax) -> list[ClaimOutcome]:
    """The outcomes of the passage's four claims where they cite what they should."""
    return [one for one in outcomes([PASSAGE], model) if one.part != BESIDE]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.jsonl"
    path.write_text(PASSAGE.model_dump_json() + "\n", encoding="utf-8")
    return path


def test_a_claim_is_held_against_what_it_cites_alone(model: Syntax) -> None:
    """The same words stand on their own sentence and not on another."""
    found = of_passage(model)
    assert [one.is_honest for one in found] == [True, False, True, False]
    assert [one.checked.verdict for one in found[:2]] == ["stands", "not shown"]
    assert {one.passage for one in found} == {"bridge"}


def test_an_honest_claim_is_not_shown_by_the_sentences_beside(model: Syntax) -> None:
    """Each honest claim is held against as many of the sentences that come next, from the beginning again; false ones are not."""
    passage = PASSAGE.model_copy(
        update={"claims": [PASSAGE.claims[0].model_copy(update={"cites": [2]}), *PASSAGE.claims[1:]]}
    )
    beside = [one for one in outcomes([passage], model) if one.part == BESIDE]
    assert [one.is_honest for one in beside] == [False, False]
    assert beside[0].checked.verdict == "stands", "beside the second sentence is the first, which is what it says"
    assert beside[1].checked.verdict == "not shown"
    whole = PASSAGE.claims[0].model_copy(update={"cites": [1, 2]})
    (only,) = outcomes([PASSAGE.model_copy(update={"claims": [whole]})], model)
    assert only.part != BESIDE, "there is nothing beside all that there is"


def test_articles_and_wrong_citations_are_read_too(model: Syntax) -> None:
    """A statement is held against the whole article; a wrong citation is a false claim."""
    article = Labelled(set="one", article=" ".join(SENTENCES), statements=[{"text": SENTENCES[0], "faithful": True}])
    wrong = WrongCitation(evidence=[SENTENCES[1]], text="Wolves were seen near a farm.")
    first, second = outcomes([article, wrong], model)
    assert (first.part, first.passage, first.is_honest, first.checked.verdict) == ("one", "1", True, "stands")
    assert (second.part, second.passage, second.is_honest, second.checked.verdict) == ("", "2", False, "not shown")


def test_what_cannot_be_told_is_not_refused(model: Syntax) -> None:
    """An honest claim that cannot be told counts as accepted, and a false one as not refused; both as untold."""
    honest, refused, untold, denied = of_passage(model)
    missed = denied._replace(checked=untold.checked)
    (scores,) = score_claims("bridge", [honest, untold, refused, missed])
    value = {measure: figure.value for measure, figure in scores.figures.items()}
    assert untold.checked.verdict == "cannot tell"
    assert (value["honest.accepted"], value["false.refused"], value["told"]) == (1.0, 0.5, 0.5)
    assert [(kind.kind, kind.open, kind.refused.value) for kind in scores.kinds if kind.label == "false"] == [
        ("negation", 1, 0.5)
    ]


def test_what_is_torn_from_its_source_is_refused(model: Syntax) -> None:
    """The mayor's word without the mayor is no honest claim, and it is refused."""
    claim = PASSAGE.claims[0].model_copy(update={"text": "It will not reopen.", "cites": [2], "label": "false"})
    (one,) = outcomes([PASSAGE.model_copy(update={"claims": [claim]})], model)
    assert (one.checked.verdict, one.is_refused, one.is_wrong) == ("not shown", True, False)


def test_balanced_accuracy_weighs_both_labels_alike(model: Syntax) -> None:
    """Three honest claims accepted and one false one missed are .5, not .75."""
    honest, _, untold, denied = of_passage(model)
    (scores,) = score_claims("x", [honest, honest, honest, denied._replace(checked=untold.checked)])
    assert scores.figures["balanced"].value == 0.5
    assert scores.figures["balanced"].interval is None, "a single passage has no interval"


def test_a_false_claim_that_stands_is_counted(model: Syntax) -> None:
    """The worst that can happen has a measure of its own."""
    honest, refused, *_ = of_passage(model)
    (scores,) = score_claims("x", [honest._replace(is_honest=False), refused])
    assert scores.figures["false.not_standing"].value == 0.5
    assert "balanced" not in scores.figures


def test_the_command_shows_figures_and_what_is_decided_wrongly(corpus: Path) -> None:
    """In a pipe it is Markdown; as JSON it is the scores."""
    shown = invoke(corpus.parent, "--errors")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith("**bridge.jsonl: 4 claims about 1 passage**")
    assert "| false  | negation" in shown.stdout
    scores, beside = json.loads(invoke(corpus, "--format", "json").stdout)["scores"]
    assert (beside["name"], beside["figures"]["false.refused"]["of"]) == ("bridge.jsonl cited beside", 2)
    assert scores["figures"]["honest.accepted"] == {"value": 1.0, "interval": None, "of": 2}


@pytest.mark.parametrize(
    ("floors", "code", "told"),
    [
        ({"bridge.jsonl": {"honest.accepted": 1, "told": 0.5}, **BESIDE_FLOORS}, 0, ""),
        (
            {"bridge.jsonl": {"honest.accepted": 1, "told": 0.8}, **BESIDE_FLOORS},
            1,
            "bridge.jsonl: told is 0.750, its floor 0.800",
        ),
        ({"bridge.jsonl": {"told": 0.5}}, 7, "there are no floors for bridge.jsonl cited beside"),
        ({"other.jsonl": {"told": 0.5}}, 7, "there are no floors for bridge.jsonl"),
        ({"bridge.jsonl": {"tolled": 0.5}}, 7, "tolled"),
        ({"bridge.jsonl": {"told": 2}}, 2, "holds no floors"),
        (None, 7, "cannot be read"),
    ],
)
def test_the_gate_holds_files_against_their_floors(
    corpus: Path, tmp_path: Path, floors: object, code: int, told: str
) -> None:
    """Below a floor is 1; without a floor, or with one for what is not measured, nothing was measured: 7."""
    path = tmp_path / "floors.json"
    if floors is not None:
        path.write_text(json.dumps(floors), encoding="utf-8")
    result = invoke(corpus, "--gate", "--floors", path)
    assert result.exit_code == code
    assert told in result.stderr


CITING = '{"sentences": ["A."], "claims": [{"text": "A.", "cites": [%s], "label": "%s", "kind": "cut"}]}'


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"claims": []}', CITING % ("2", "honest"), CITING % ("0", "honest"), CITING % ("1", "true")]
)
def test_a_line_that_is_no_claim_is_named(tmp_path: Path, line: str) -> None:
    """The message says where."""
    path = tmp_path / "bad.jsonl"
    path.write_text(line, encoding="utf-8")
    result = invoke(path)
    assert result.exit_code == 2
    assert f"{path.name}:1" in result.stderr


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    """Nothing to count is an error, whatever the gate."""
    assert invoke(tmp_path).exit_code == 2


def test_our_claims_have_the_form_that_their_page_says() -> None:
    """Each passage has as many honest and false claims as its file's has to have; no claim and no passage is there twice."""
    files = {
        path.stem: read_lines(path)
        for path in (*OURS.glob("*.jsonl"), *OURS.glob("freely/*.jsonl"), *OURS.glob("desk/*.jsonl"))
    }
    passages = [line for lines in files.values() for line in lines]
    assert len({one.id for one in passages}) == len(passages) >= 140
    wanted = {
        "cuts_seen": (3, 3),
        "cuts_unseen": (3, 3),
        "cuts_sentences": (1, 0),
        "freely_seen": (6, 6),
        "freely_unseen": (6, 6),
        "desk_seen": (6, 4),
        "desk_unseen": (6, 4),
    }
    for name, lines in files.items():
        honest, false = wanted.get(name, (7, 8))
        for one in lines:
            assert isinstance(one, CorpusPassage)
            labels = Counter(claim.label for claim in one.claims)
            assert (labels["honest"], labels["false"]) == (honest, false), one.id
            assert len({claim.text for claim in one.claims}) == honest + false, one.id
    kinds = {(claim.kind, claim.label) for one in passages if isinstance(one, CorpusPassage) for claim in one.claims}
    assert len(kinds) == len({kind for kind, _ in kinds}), "a kind is honest or false, never both"
