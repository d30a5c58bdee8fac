"""Rules of recordings: what is recorded replays, what changed is named, and a miss or a left-over is no pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.resources import prompt_path
from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import is_probe

from .folders import ANSWER, EMPTY_ANSWER, evals, gold_folder


def answer(request: Request) -> Reply:
    return Reply() if is_probe(request) else ANSWER


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with FakeServer(answer) as running:
        yield running


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return gold_folder(tmp_path)


@pytest.fixture
def recorded(server: FakeServer, gold: Path, tmp_path: Path) -> Path:
    """A folder with recordings of both articles."""
    folder = tmp_path / "recordings"
    done = evals("record", "--gold", gold, "--model", "m", "--base-url", server.base_url, "-o", folder)
    assert done.exit_code == 0, done.stderr
    return folder


def test_what_is_recorded_replays(server: FakeServer, gold: Path, recorded: Path) -> None:
    """A run from recordings asks the endpoint nothing, and has tokens and latency as they were recorded."""
    before = server.served.requests
    done = evals("run", "--gold", gold, "--replay", recorded, "-o", "run.json")
    assert done.exit_code == 0, done.stderr
    assert server.served.requests == before
    run = json.loads(Path("run.json").read_text(encoding="utf-8"))
    assert run["replayed"] is True
    assert run["model"] == "m"
    assert all(case["usage"]["requests"] >= 1 and case["usage"]["output_tokens"] > 0 for case in run["cases"])
    assert all(case["scores"]["cards.first"]["value"] == 1 for case in run["cases"])


def test_nothing_is_stale_at_first(gold: Path, recorded: Path) -> None:
    """Right after recording everything is current, and recording again asks for nothing."""
    done = evals("stale", "--gold", gold, "--replay", recorded)
    assert done.exit_code == 0, done.stdout + done.stderr
    assert "2 current, 0 stale, 0 unused" in done.stdout


def test_a_changed_word_of_the_prompt(server: FakeServer, gold: Path, recorded: Path) -> None:
    """One word of the prompt makes every recording stale, by name; recorded anew, the old ones are gone and all is current."""
    text = prompt_path("brief/v1").read_text(encoding="utf-8")
    Path("mine.md").write_text(text.replace("news", "press", 1), encoding="utf-8")
    stale = evals("stale", "--gold", gold, "--replay", recorded, "--prompt", "mine.md")
    assert stale.exit_code == 7
    assert stale.stdout.count("the prompt: sha256:") == 2
    assert "the schema" not in stale.stdout

    again = evals(
        "record", "--gold", gold, "--model", "m", "--base-url", server.base_url, "-o", recorded, "--prompt", "mine.md"
    )
    assert again.exit_code == 0, again.stderr
    now = evals("stale", "--gold", gold, "--replay", recorded, "--prompt", "mine.md")
    assert now.exit_code == 0, now.stdout
    assert "2 current, 0 stale, 0 unused" in now.stdout


def test_a_changed_article(server: FakeServer, gold: Path, recorded: Path) -> None:
    """A changed article makes its own recordings stale and no others, and only it is asked about again."""
    path = gold / "marrow.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("nine workshops", "ten workshops"), encoding="utf-8")
    stale = evals("stale", "--gold", gold, "--replay", recorded)
    assert stale.exit_code == 7
    assert "1 current, 1 stale" in stale.stdout
    assert "  marrow: the article: sha256:" in stale.stdout
    before = server.served.requests
    again = evals("record", "--gold", gold, "--model", "m", "--base-url", server.base_url, "-o", recorded)
    assert again.exit_code == 0, again.stderr
    assert "1 of 2 articles are recorded" in again.stderr
    assert server.served.requests - before <= 3  # the article's, its judge's, and a probe
    assert evals("stale", "--gold", gold, "--replay", recorded).exit_code == 0


def test_another_model_and_other_settings(gold: Path, recorded: Path) -> None:
    """Another model, or another window, is named as what changed."""
    other = evals("stale", "--gold", gold, "--replay", recorded, "--model", "n")
    assert other.stdout.count("the model: m → n") == 2
    window = evals("stale", "--gold", gold, "--replay", recorded, "--window", "5000")
    assert window.stdout.count("the settings: ") == 0 or "window" in window.stdout


def test_other_findings(gold: Path, recorded: Path) -> None:
    """Where nothing but the request itself changed, it is what is found in the article that did."""
    for path in recorded.glob("*.json"):
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["made_with"].get("source") == "mill.txt" and content["made_with"].get("purpose") != "judge":
            path.write_text(
                path.read_text(encoding="utf-8").replace(content["key"], "sha256:" + "0" * 64), encoding="utf-8"
            )
    stale = evals("stale", "--gold", gold, "--replay", recorded)
    assert stale.exit_code == 7
    assert "  mill: what is found in the article" in stale.stdout


def test_a_miss_cannot_be_measured(gold: Path, recorded: Path) -> None:
    """A request that was not recorded ends a run with 7, and the case is named, not averaged."""
    for path in recorded.glob("*.json"):
        if json.loads(path.read_text(encoding="utf-8"))["made_with"].get("source") == "mill.txt":
            path.unlink()
    done = evals("run", "--gold", gold, "--replay", recorded, "-o", "run.json")
    assert done.exit_code == 7
    assert "error: mill: " in done.stderr
    assert "1 of 2 could not be measured: mill" in done.stderr
    assert "never recorded" in evals("stale", "--gold", gold, "--replay", recorded).stdout


def test_a_left_over_recording_is_no_pass(gold: Path, recorded: Path) -> None:
    """A recording that nothing asks for ends a run of all gold with 7; a run of some of it looks at that alone."""
    (gold / "marrow.yaml").unlink()
    done = evals("run", "--gold", gold, "--replay", recorded)
    assert done.exit_code == 7
    assert "asked for by nothing" in done.stderr
    assert evals("run", "mill", "--gold", gold, "--replay", recorded).exit_code == 0
    # The draft's alone: the rules refuse its own words, so that no judge is asked of them.
    assert "1 unused" in evals("stale", "--gold", gold, "--replay", recorded).stdout


@pytest.mark.parametrize(("purpose", "code"), [("written out", 0), ("judge", 7)])
def test_recordings_for_another_purpose_are_left_alone(gold: Path, recorded: Path, purpose: str, code: int) -> None:
    """What was recorded for a comparison is neither unused nor removed; what a judge was asked belongs to the cards."""
    template = next(recorded.glob("*.json"))
    content = json.loads(template.read_text(encoding="utf-8"))
    content["key"] = "sha256:" + "1" * 64
    content["made_with"] |= {"purpose": purpose}
    other = recorded / "1111111111111111.json"
    other.write_text(json.dumps(content), encoding="utf-8")
    assert evals("run", "--gold", gold, "--replay", recorded).exit_code == code
    assert evals("stale", "--gold", gold, "--replay", recorded).exit_code == code


def test_a_second_question_is_not_valid_at_once(gold: Path, tmp_path: Path) -> None:
    """A card for which an answer had to be sent back is told apart from one that was right at once, also when it is replayed."""
    wrong = Reply({**EMPTY_ANSWER, "what": [{"text": "The trust spent 99 million euros.", "sentences": [4]}]})
    asked: list[str] = []

    def first_wrong(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        asked.append(request.last_user)
        return wrong if len(asked) == 1 else ANSWER

    folder = tmp_path / "again"
    with FakeServer(first_wrong) as server:
        done = evals(
            "record", "mill", "--gold", gold, "--model", "m", "--base-url", server.base_url, "-o", folder, "-j", "1"
        )
    assert done.exit_code == 0, done.stderr
    assert evals("run", "mill", "--gold", gold, "--replay", folder, "-o", "run.json").exit_code == 0
    case = json.loads(Path("run.json").read_text(encoding="utf-8"))["cases"][0]
    assert case["scores"]["cards.first"]["value"] == 0
    assert case["usage"]["requests"] >= 2


def test_no_key_is_recorded(server: FakeServer, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is in no recording, whatever is recorded."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-0123456789abcdef")
    folder = tmp_path / "keyed"
    assert evals("record", "--gold", gold, "--model", "m", "--base-url", server.base_url, "-o", folder).exit_code == 0
    assert folder.is_dir()
    assert not any("sk-secret" in path.read_text(encoding="utf-8") for path in folder.glob("*"))
