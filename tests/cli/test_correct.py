"""Rules of `summarize correct`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.cli.corrections import CorrectionTarget
from summarize.cli.show import read_card
from summarize.errors import UsageError
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.labelling.session import CorrectingSession

from .commands import errors, run

ARTICLE = (
    "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, Omar Reyes of the council said.\n\n"
    "“It is safe,” said Ann Lee, the city engineer.\n"
)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """The card of an article, in a file beside it."""
    (tmp_path / "story.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "card.json"
    assert run("brief", str(tmp_path / "story.txt"), "-o", str(path)).exit_code == 0
    return path


def content(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_back_to_its_file(card: Path) -> None:
    """The card goes back to where it was read, with who corrected it, and stderr says what was corrected."""
    done = run("correct", str(card), "--quote", "1", "--speaker", "Omar Reyes", "--by", "Mei Tanaka")
    assert done.exit_code == 0
    assert content(card)["quotes"][0]["speakers"] == ["Omar Reyes"]
    assert {one["by"] for one in content(card)["corrections"]} == {"Mei Tanaka"}
    assert "quotation 1, speaker: Omar Reyes (was: Ann Lee), corrected by Mei Tanaka" in done.stderr
    shown = run("show", str(card), "-f", "markdown").stdout
    assert "corrected by Mei Tanaka" in shown
    assert "verified" in shown


def test_an_item_that_the_card_does_not_have(card: Path) -> None:
    """A wrong number is a wrong call and no refused correction: one line says which numbers there are, and nothing is written."""
    before = card.read_bytes()
    for option, numbers in (("--quote", "1 alone"), ("--claim", "none")):
        done = run("correct", str(card), option, "9", "--drop")
        assert (done.exit_code, card.read_bytes()) == (2, before)
        (line,) = errors(done.stderr)
        assert f"no {option} 9, but {numbers}" in line


def test_what_the_card_lacks_is_added(card: Path) -> None:
    """A new item is shown as one that somebody added, and can be corrected by its number from then on."""
    assert run("correct", str(card), "--quote", "1", "--drop").exit_code == 0
    words = ("--add", "quote", "--words", "It is safe", "--speaker", "Omar Reyes", "--by", "Mei Tanaka")
    done = run("correct", str(card), *words)
    assert done.exit_code == 0
    assert "quotation: “It is safe,”, added by Mei Tanaka" in done.stderr
    assert content(card)["quotes"][0]["speakers"] == ["Omar Reyes"]
    assert run("correct", str(card), "--quote", "1", "--speaker", "Ann Lee").exit_code == 0
    assert run("correct", str(card), *words).exit_code == 6


def test_elsewhere_and_through_a_pipe(card: Path, tmp_path: Path) -> None:
    """With -o the card that was read stays as it is; from standard input it goes to standard output."""
    before = card.read_bytes()
    other = tmp_path / "other.json"
    assert run("correct", str(card), "--quote", "1", "--drop", "-o", str(other)).exit_code == 0
    assert (card.read_bytes(), content(other)["quotes"]) == (before, [])
    piped = run("correct", "-", "--quote", "1", "--drop", stdin=before)
    assert json.loads(piped.stdout)["quotes"] == []


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--quote", "1", "--speaker", "Nobody Here"), 6, "does not stand in the article"),
        (("--quote", "1", "--date", "2026-01-01"), 2, "has no date"),
        (("--quote", "1", "--who", "1", "--drop"), 2, "one item at a time"),
        (("--speaker", "Omar Reyes"), 2, "say which item"),
        (("--speaker", ""), 2, "say which item"),
        (("--sentences", "1"), 2, "or --add a new one"),
        (("--add", "who", "--name", "Nobody Here"), 6, "does not stand in the article"),
        (("--add", "who", "--role", "engineer"), 2, "give its name"),
        (("--add", "when", "--words", "March 3 2026", "--date", "2026-03-04"), 6, "another day"),
        (("--add", "who", "--who", "1", "--name", "Post"), 2, "one item at a time"),
        (("--what", "1", "--text", "All is well.", "--resting-on", "x"), 2, "no list of sentences"),
        (("--quote", "1", "--drop", "--save-gold", "gold.txt"), 2, "no name for a gold file"),
    ],
)
def test_what_does_not_hold_changes_nothing(card: Path, options: tuple[str, ...], code: int, said: str) -> None:
    """One line says why, the exit code is that of its kind, and the file is as it was."""
    before = card.read_bytes()
    done = run("correct", str(card), *options)
    (line,) = errors(done.stderr)
    assert (done.exit_code, card.read_bytes()) == (code, before)
    assert said in line


def test_saved_as_gold(card: Path, tmp_path: Path) -> None:
    """A corrected speaker is a label that evals takes; a file that is there already is not written over."""
    gold = tmp_path / "gold.yaml"
    arguments = ("correct", str(card), "--quote", "1", "--speaker", "Omar Reyes", "--save-gold", str(gold))
    assert run(*arguments).exit_code == 0
    quotes = read_gold(gold).gold.quotes
    assert quotes is not None
    assert [one.speaker for one in quotes] == ["Omar Reyes"]
    assert run("evals", "check", str(gold)).exit_code == 0
    assert run(*arguments).exit_code == 2


def test_gold_goes_nowhere_else(card: Path, tmp_path: Path) -> None:
    """Gold for the file that the card goes to, by whatever name, is refused before anything is written."""
    before = card.read_bytes()
    speaker = ("--quote", "1", "--speaker", "Omar Reyes")
    there = str(tmp_path / "new.json")
    here = str(tmp_path / "." / ".." / tmp_path.name / "new.json")
    done = run("correct", str(card), *speaker, "-o", there, "--save-gold", here)
    assert (done.exit_code, (tmp_path / "new.json").exists(), card.read_bytes()) == (2, False, before)
    assert "is where the card goes" in done.stderr
    done = run("correct", str(card), *speaker, "--save-gold", str(card))
    assert (done.exit_code, card.read_bytes()) == (2, before)


def test_a_card_without_gold_is_written_all_the_same(card: Path, tmp_path: Path) -> None:
    """Where no gold can be made of a correction, the card is corrected, and the fault is told last, with its exit code."""
    gold = tmp_path / "gold.yaml"
    done = run("correct", str(card), "--what", "1", "--drop", "--save-gold", str(gold))
    assert (done.exit_code, content(card)["what"], gold.exists()) == (2, [], False)
    assert "corrected by" in done.stderr
    assert "nothing was corrected that a label could say" in done.stderr.splitlines()[-1]
    lost = tmp_path / "nowhere" / "gold.yaml"
    done = run("correct", str(card), "--quote", "1", "--speaker", "Omar Reyes", "--save-gold", str(lost))
    assert (done.exit_code, content(card)["quotes"][0]["speakers"]) == (2, ["Omar Reyes"])


def test_gold_of_several_saves(card: Path, tmp_path: Path) -> None:
    """One sitting may save several times: the gold file that it made itself is written over, one that it did not make is not."""
    gold = tmp_path / "gold.yaml"
    opened = read_card(str(card))
    target = CorrectionTarget(str(card), None, gold)
    session = CorrectingSession(opened, "Mei Tanaka", None, target.keep)
    (note,) = session.save({"changes": [{"field": "what", "item": 1, "drop": True}]}).problems
    assert (note.note, "no gold of it: nothing was corrected" in note.message) == (True, True)
    for speaker in ("Omar Reyes", "Ann Lee"):
        saved = session.save({"changes": [{"field": "quotes", "item": 1, "speakers": [speaker]}]})
        assert (saved.is_saved, saved.problems, target.fault) == (True, [], None)
        quotes = read_gold(gold).gold.quotes
        assert quotes is not None
        assert [one.speaker for one in quotes] == [speaker]
    with pytest.raises(UsageError, match="exists: give another name"):
        CorrectionTarget(str(card), None, gold)


def test_items_are_listed_by_the_options_that_name_them(card: Path) -> None:
    """Each item is a line behind its option, the numbers those that a correction takes."""
    lines = run("correct", str(card), "--list").stdout.splitlines()
    assert "--quote 1        “It is safe,” — Ann Lee — city engineer" in lines
    assert sum(line.startswith("--who ") for line in lines) == len(content(card)["who"])
    assert content(card)["corrections"] == []


def test_nothing_is_corrected_by_what_the_card_says_already(card: Path) -> None:
    """The same value again is told to be no correction, and the card is as it was."""
    before = content(card)
    done = run("correct", str(card), "--quote", "1", "--speaker", "Ann Lee")
    assert (done.exit_code, content(card)) == (0, before)
    assert "nothing was corrected" in done.stderr


def test_a_name_that_is_no_text(card: Path) -> None:
    """Whoever corrects may have bytes in the name that are no text: they are shown as such, as in names of files."""
    done = run("correct", str(card), "--quote", "1", "--drop", "--by", "Mei \udcff")
    assert done.exit_code == 0
    assert content(card)["corrections"][0]["by"] == "Mei \\xff"


@pytest.mark.parametrize(
    ("made", "said"), [(0, "nothing was corrected"), (1, "1 correction saved"), (2, "2 corrections saved")]
)
def test_the_page_counts_what_it_saved(card: Path, monkeypatch: pytest.MonkeyPatch, made: int, said: str) -> None:
    """One correction is no plural."""

    def served(session: Any, *_: Any, **__: Any) -> None:
        for _time in range(made):
            assert not session.save({"changes": [{"field": "who", "item": 1, "drop": True}]}).problems

    monkeypatch.setattr("summarize.cli.evals.label.serve", served)
    done = run("correct", str(card), "--no-browser")
    assert f"note: {said}" in done.stderr
