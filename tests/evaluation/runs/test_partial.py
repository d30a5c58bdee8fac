"""Rules of scoring cards of other programs, and of choosing gold by tags and what is held out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize import Run, Settings, evaluate
from tests.cli.commands import run

ARTICLE = "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, Omar Reyes said.\n\n“It is safe,” said Ann Lee, the city engineer.\n"
GOLD = """article: a.txt
who: [{name: Omar Reyes, roles: [mayor]}, {name: Ann Lee, kind: person}]
quotes: [{parts: [{text: "It is safe,"}], speaker: Ann Lee}]
when: [{start: 2026-03-03, text: Tuesday, main: true}]
what: [[footbridge reopened]]
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of gold with one article."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "a.yaml").write_text(GOLD, encoding="utf-8")
    return folder


def scored(gold: Path, card: dict[str, Any]) -> Run:
    cards = gold.parent / "cards"
    cards.mkdir(exist_ok=True)
    (cards / "a.json").write_text(json.dumps(card), encoding="utf-8")
    return evaluate(gold, cards=cards, settings=Settings(nlp="off"))


def values(run: Run) -> dict[str, float]:
    return {name: score.value for name, score in run.cases[0].scores.items()}


def test_names_alone(gold: Path) -> None:
    """A card of nothing but names is scored for its names, and for nothing else."""
    found = values(scored(gold, {"who": ["Omar Reyes", "Ann Lee"]}))
    assert found["who.f1"] == 1.0
    assert {name.partition(".")[0] for name in found} == {"cards", "who"}
    assert not found.keys() & {"who.role", "who.kind"}


@pytest.mark.parametrize(
    ("quote", "verbatim", "speaker"),
    [
        ({"text": "“It is safe,”", "speaker": "Ann Lee"}, 1.0, 1.0),
        ({"text": "It is  safe,", "speakers": ["Omar Reyes"]}, 1.0, 0.0),
        ("It is safe,", 1.0, None),
        ({"text": "It is not safe,", "speaker": "Ann Lee"}, 0.0, None),
    ],
)
def test_a_quotation_needs_no_offsets(gold: Path, quote: Any, verbatim: float, speaker: float | None) -> None:
    """Its words are looked up; one that is not the article's is not verbatim, and speakers are scored if the card gives them."""
    found = values(scored(gold, {"quotes": [quote]}))
    assert found["quotes.verbatim"] == verbatim
    assert found.get("quotes.speaker") == speaker


def test_an_empty_list_is_an_answer_and_a_missing_one_is_not(gold: Path) -> None:
    """A card that says there is nobody has missed everybody; one without the field was not asked."""
    assert values(scored(gold, {"who": []}))["who.f1"] == 0.0
    assert "who.f1" not in values(scored(gold, {"headline": "Bridge reopened"}))


def test_what_is_no_card_is_refused(gold: Path) -> None:
    """A field that no card has, or an item that is none, is an error that names it."""
    for card in ({"mood": 1}, {"who": [1]}):
        (gold.parent / "cards").mkdir(exist_ok=True)
        (gold.parent / "cards" / "a.json").write_text(json.dumps(card), encoding="utf-8")
        refused = run("evals", "run", "--gold", str(gold), "--cards", str(gold.parent / "cards"))
        assert (refused.exit_code, "not a card" in refused.stderr) == (2, True)


def test_what_is_held_out_is_left_out_until_it_is_asked_for(gold: Path) -> None:
    """A run leaves out what is held out and says so; `--held-out` runs it alone, `--tag` those with the tag."""
    for name, more in (("b", "held_out: true\n"), ("c", "tags: [court]\nreviewed: false\n")):
        (gold / f"{name}.yaml").write_text(GOLD + more, encoding="utf-8")
    common = ("evals", "run", "--gold", str(gold), "--nlp", "off")

    def names(*options: str) -> tuple[list[str], str]:
        target = gold.parent / "run.json"
        target.unlink(missing_ok=True)
        done = run(*common, *options, "-o", str(target))
        assert done.exit_code == 0, done.stderr
        return [case["name"] for case in json.loads(target.read_text())["cases"]], done.stderr

    all_, told = names()
    assert all_ == ["a", "c"]
    assert "1 held out" in told
    assert "1 of 2 gold files were filled in by a program and not reviewed" in told
    assert names("--held-out")[0] == ["b"]
    assert names("--tag", "court")[0] == ["c"]
    assert run(*common, "--tag", "opera").exit_code == 2
