"""Rules of the commands with a language model: what goes where, what is told, and which exit code comes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.engines.model.prompt import load
from summarize.testing import FakeServer, Reply, Request, faults
from tests.cli.commands import CUP, FIRE, FIRE_TITLE, errors, run
from tests.engines.model.answers import GOOD, KEY, after_probe, changed, is_probe

PROMPT = load().name
ENOUGH = changed(headline={"text": "Fire in Marseille ferry terminal injures 14, fire service says", "sentences": [1]})

pytestmark = pytest.mark.usefixtures("_soon")


@pytest.fixture(autouse=True)
def _own_memory(_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of endpoints stays in the test; the key is in the environment, as users have it."""
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def at() -> Callable[[FakeServer], list[str]]:
    """The options that name a server and a model."""
    return lambda server: ["--model", "m", "--base-url", server.base_url]


Options = Callable[[FakeServer], list[str]]


def test_a_card_by_a_model(at: Options) -> None:
    """The card alone goes to stdout; which model, and what it took, the judge's question too, to stderr; the card says what made it."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        done = run("brief", FIRE, "--format", "json", *at(server))
    assert done.exit_code == 0, done.stderr
    card = json.loads(done.stdout)
    provenance = card["provenance"]
    assert (provenance["engine"], provenance["model"], provenance["prompt"]) == ("model", "m", PROMPT)
    assert provenance["prompt_digest"].startswith("sha256:")
    assert provenance["cost_usd"] is None
    assert card["headline"]["text"] == GOOD["headline"]["text"]
    assert f"note: m at {server.base_url}, prompt {PROMPT}" in done.stderr
    assert "3 requests" in done.stderr
    assert "cost unknown" in done.stderr


def test_a_configured_key_is_enough_and_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key and an address in the environment a model drafts; the key is in no output."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with FakeServer(after_probe(Reply(GOOD)), api_key=KEY, models=("only-one",)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        done = run("brief", FIRE, "--format", "json")
        doctor = run("doctor")
    assert done.exit_code == doctor.exit_code == 0, done.stderr + doctor.stderr
    assert json.loads(done.stdout)["provenance"]["model"] == "only-one"
    for text in (done.stdout, done.stderr, doctor.stdout, doctor.stderr):
        assert KEY not in text


def test_the_built_in_engine_can_be_insisted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `--engine extractive` no model is asked, whatever is configured."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    done = run("brief", FIRE, "--engine", "extractive", "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["headline"]["text"] == FIRE_TITLE


def test_a_model_without_a_key_is_a_matter_of_configuration() -> None:
    """OpenAI's own endpoint without a key is exit code 3 with what to set, and nothing is sent."""
    done = run("brief", FIRE, "--model", "gpt-6-luna")
    assert done.exit_code == 3
    assert "OPENAI_API_KEY" in done.stderr


def test_several_models_and_none_named() -> None:
    """An endpoint with several models needs a name, and the error lists what it offers."""
    with FakeServer(models=("b-model", "a-model")) as server:
        done = run("brief", FIRE, "--base-url", server.base_url)
    assert done.exit_code == 3
    assert "a-model, b-model" in done.stderr


def test_one_failure_does_not_stop_the_others(at: Options) -> None:
    """An article that the endpoint refuses is reported with its source; the others' cards come in order; the exit code is 5."""

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return Reply(GOOD) if "ferry terminal" in request.last_user else faults.context_length()

    with FakeServer(script) as server:
        done = run("brief", CUP, FIRE, "--format", "json", *at(server))
    assert done.exit_code == 5
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["article"]["source"] == FIRE
    (told,) = errors(done.stderr)
    assert told.startswith(f"error: {CUP}: the article is too long for the model")


def test_cards_come_in_the_order_of_the_articles(at: Options, tmp_path: Path) -> None:
    """However long each takes, several articles at once come out in the order they were named."""
    paths = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"LEEDS, March 3 2026 (Post) - Bridge number {number} reopened on Tuesday, the council said.\n")
        paths.append(str(path))
    answer = changed(headline={"text": "", "sentences": []}, what=[], who=[], background=[])

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = int(request.last_user.partition("Bridge number ")[2][0])
        return faults.latency(0.05 * (5 - number), Reply(answer))

    with FakeServer(script) as server:
        done = run("brief", *paths, "--format", "json", "--jobs", "6", *at(server))
        peak = server.served.peak_in_flight
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()] == paths
    assert peak > 1


@pytest.mark.parametrize(
    ("fault", "code"),
    [(faults.rate_limited(insufficient_quota=True), 5), (faults.auth_error(), 3)],
    ids=["quota", "key"],
)
def test_what_no_other_article_could_mend_stops_the_run(at: Options, fault: Reply, code: int) -> None:
    """Without quota or with a refused key, nothing more is sent."""
    with FakeServer(after_probe(fault)) as server:
        done = run("brief", FIRE, CUP, FIRE, "--jobs", "1", *at(server))
        requests = server.served.requests
    assert done.exit_code == code
    assert requests == 2
    assert len(errors(done.stderr)) == 1


def test_limits_are_told_before_they_are_gone_over(at: Options) -> None:
    """`--max-tokens` stops before the request; the exit code is 5 and the line says which limit."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        done = run("brief", FIRE, "--max-tokens", "1000", *at(server))
        assert server.served.requests <= 1
    assert done.exit_code == 5
    assert "--max-tokens 1,000" in done.stderr


def test_a_recording_is_replayed(at: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `SUMMARIZE_RECORD` recorded, `--replay` plays without a server; a miss is exit code 7."""
    monkeypatch.setenv("SUMMARIZE_RECORD", str(tmp_path / "rec"))
    with FakeServer(after_probe(Reply(GOOD))) as server:
        recorded = run("brief", FIRE, "--format", "markdown", *at(server))
    monkeypatch.delenv("SUMMARIZE_RECORD")
    replayed = run("brief", FIRE, "--format", "markdown", "--replay", str(tmp_path / "rec"))
    missed = run("brief", CUP, "--replay", str(tmp_path / "rec"))
    assert (recorded.exit_code, replayed.exit_code, missed.exit_code) == (0, 0, 7), missed.stderr
    assert GOOD["headline"]["text"] in replayed.stdout
    assert "no recording for this article" in missed.stderr


def test_a_fall_below_the_first_rung_is_told(at: Options) -> None:
    """Where an endpoint enforces no strict schema, a line on stderr says what is asked with instead."""
    from summarize.testing import TOOLS_ONLY

    with FakeServer(after_probe(Reply(GOOD)), capabilities=TOOLS_ONLY) as server:
        done = run("brief", FIRE, *at(server))
    assert done.exit_code == 0, done.stderr
    assert "asking with a forced tool call" in done.stderr


def test_models_lists_what_is_offered() -> None:
    """One name a line, in order."""
    with FakeServer(models=("zeta", "alpha")) as server:
        done = run("models", "--base-url", server.base_url)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == "alpha\nzeta\n"


def test_a_model_that_ends_is_warned_of() -> None:
    """Where the endpoint says when a model is shut down, `models` shows it and `doctor` warns of the configured one, and of no other."""
    offered: dict[str, dict[str, object]] = {
        "old": {"shutdown_date": "2026-12-11"},
        "new": {"shutdown_date": None},
        "odd": {"shutdown_date": 7},
    }
    with FakeServer(models=offered) as server:
        listed = run("models", "--base-url", server.base_url)
        old, new = (run("doctor", "--model", name, "--base-url", server.base_url) for name in ("old", "new"))
    assert listed.stdout == "new\nodd\nold\tends 2026-12-11\n"
    assert "warning    old is shut down on 2026-12-11: choose another" in old.stdout
    assert "warning" not in new.stdout
    assert old.exit_code == new.exit_code == 0


def test_doctor_says_what_is_configured_and_what_answers(at: Options) -> None:
    """The endpoint, the model, the form that is enforced and the price are shown; a fault has its exit code."""
    with FakeServer(models=("m",)) as server:
        done = run("doctor", *at(server))
    assert done.exit_code == 0, done.stderr
    for words in (server.base_url, "a strict JSON schema", "answers    yes", PROMPT, "unknown; give it"):
        assert words in done.stdout
    gone = run("doctor", *at(server))
    assert gone.exit_code == 5
    assert "nothing answers" in gone.stderr


def test_doctor_names_the_judge(at: Options) -> None:
    """The judge is the model itself, another that is looked for at the endpoint, or nobody; with its prompt."""
    with FakeServer(models=("m",)) as server:
        same, other, off = (
            run("doctor", *at(server), *flags) for flags in ((), ("--judge", "sol"), ("--judge", "off"))
        )
    assert "judge      the same model, asked afresh; judge/v1, sha256:" in same.stdout
    assert "not among them" not in same.stdout
    assert "judge      sol; judge/v1" in other.stdout
    assert "sol is not among them" in other.stdout
    assert "judge      off: " in off.stdout
    assert same.exit_code == other.exit_code == off.exit_code == 0


def test_doctor_without_a_model() -> None:
    """With nothing configured the built-in engine is named, and nothing is asked."""
    done = run("doctor")
    assert done.exit_code == 0
    assert "extractive" in done.stdout


def test_strict_refuses_a_card_with_rejections(at: Options) -> None:
    """With `--strict`, a claim that was refused is exit code 6."""
    with FakeServer(after_probe(Reply(changed(who=[1, 99])))) as server:
        done = run("brief", FIRE, "--strict", *at(server))
    assert done.exit_code == 6
    assert "there is no participant 99" in done.stderr


def test_what_was_made_is_written_whatever_comes_after(at: Options, tmp_path: Path) -> None:
    """Cards made before the run had to stop are in the file."""
    with FakeServer(after_probe(Reply(GOOD), faults.rate_limited(insufficient_quota=True))) as server:
        done = run(
            "brief", FIRE, CUP, "--jobs", "1", "--format", "json", "-o", str(tmp_path / "out.jsonl"), *at(server)
        )
    assert done.exit_code == 5
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["article"]["source"] == FIRE


def test_a_missing_recording_stops_only_its_article(
    at: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that was not recorded is reported with exit code 7; the others are replayed."""
    monkeypatch.setenv("SUMMARIZE_RECORD", str(tmp_path / "rec"))
    with FakeServer(after_probe(Reply(GOOD))) as server:
        run("brief", FIRE, *at(server))
    monkeypatch.delenv("SUMMARIZE_RECORD")
    done = run("brief", CUP, FIRE, "--format", "json", "--replay", str(tmp_path / "rec"))
    assert done.exit_code == 7
    assert [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()] == [FIRE]


def test_a_models_name_cannot_act_on_the_terminal() -> None:
    """What an endpoint calls its models is one line each, without control characters."""
    with FakeServer(models=("\x1b[31mred\x07\nfake", "ok")) as server:
        done = run("models", "--base-url", server.base_url)
    assert "\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 2


def test_doctor_asks_every_time(at: Options) -> None:
    """What an earlier run learned does not make an endpoint sound: a question is asked, and its failure has its exit code."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        assert run("brief", FIRE, *at(server)).exit_code == 0
        assert run("doctor", *at(server)).exit_code == 0
    broken = FakeServer(faults.refusal("No."))
    with broken:
        done = run("doctor", *at(broken))
    assert "JSON of any form" in done.stdout
    with FakeServer(faults.auth_error()) as server:
        assert run("doctor", *at(server)).exit_code == 3


def test_doctor_says_why_no_model_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the built-in engine asked for, that is the reason given."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert "as asked for" in run("doctor", "--engine", "extractive").stdout
