"""Rules of cards that were made before: they are scored as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evaluation.perfect import perfect_card

from .folders import evals, gold_folder


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return gold_folder(tmp_path, ("mill",))


def card_file(folder: Path, **changes: object) -> Path:
    folder.mkdir(exist_ok=True)
    content = {**perfect_card().model_dump(mode="json"), **changes}
    (folder / "mill.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_a_card_that_does_not_hold_is_scored(gold: Path, tmp_path: Path) -> None:
    """A card that the program would refuse to load, for a quotation is altered, is scored, and the promise is told as broken."""
    quotes = perfect_card().model_dump(mode="json")["quotes"]
    quotes[0]["text"] = "We did think we would see this day."
    done = evals("run", "--gold", gold, "--cards", card_file(tmp_path / "cards", quotes=quotes), "-o", "run.json")
    assert done.exit_code == 0, done.stderr
    assert "BROKEN: verbatim in mill" in done.stdout
    scores = json.loads(Path("run.json").read_text(encoding="utf-8"))["cases"][0]["scores"]
    assert scores["quotes.verbatim"]["value"] == 0.5


def test_a_run_is_scored_again(gold: Path) -> None:
    """A run's own cards, scored again, give the same scores and make nothing."""
    assert evals("run", "--gold", gold, "-o", "first.json").exit_code == 0
    done = evals("run", "--gold", gold, "--cards", "first.json", "-o", "second.json")
    assert done.exit_code == 0, done.stderr
    first, second = (json.loads(Path(name).read_text(encoding="utf-8")) for name in ("first.json", "second.json"))
    assert [case["scores"] for case in first["cases"]] == [case["scores"] for case in second["cases"]]
    assert second["name"] == first["name"]


def test_a_missing_card_and_one_of_another_text(gold: Path, tmp_path: Path) -> None:
    """Neither can be measured, and both are said by name."""
    cards = card_file(tmp_path / "cards")
    (cards / "other.json").write_text((cards / "mill.json").read_text(encoding="utf-8"), encoding="utf-8")
    (cards / "mill.json").unlink()
    done = evals("run", "--gold", gold, "--cards", cards)
    assert done.exit_code == 7
    assert "has no card for mill" in done.stderr
    article = {**perfect_card().article.model_dump(mode="json"), "text": "Another text.", "title": None}
    done = evals("run", "--gold", gold, "--cards", card_file(tmp_path / "cards", article=article))
    assert done.exit_code == 7
    assert "another text" in done.stderr


@pytest.mark.parametrize("content", ["{", "[]", '{"schema_version": "1.0"}'])
def test_what_is_no_card_is_an_error(gold: Path, tmp_path: Path, content: str) -> None:
    """A file that is no card is one line and exit 2."""
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "mill.json").write_text(content, encoding="utf-8")
    done = evals("run", "--gold", gold, "--cards", folder)
    assert done.exit_code == 2
    assert "card" in done.stderr
    assert len(done.stderr.splitlines()) == 1
