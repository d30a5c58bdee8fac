"""Rules of what is paid for: every answer that was received is a card that is written, whatever ends the run."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply, Request, faults
from tests.cli.commands import CUP, FIRE, ended, errors, process, run, until
from tests.engines.model.answers import GOOD, changed, is_probe, judge_of

PLAIN = changed(headline={"text": "", "sentences": []}, what=[], who=[], date=0, place=0, background=[])
DAY = ("--date", "2026-03-03")


@pytest.fixture(autouse=True)
def _folder(_environment: None, _soon: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"CACHE": str(tmp_path / "cache"), "STORE": "none", "NLP": "off", "PATIENCE": "5"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)


def bridges(count: int) -> list[str]:
    """Articles, each about a bridge of its own."""
    for number in range(count):
        Path(f"{number:02}.txt").write_text(
            f"LEEDS, March 3 2026 (Post) - Bridge number {number} reopened on Tuesday, the council said.\n",
            encoding="utf-8",
        )
    return [f"{number:02}.txt" for number in range(count)]


class Script:
    """Answers each article, well or not, and notes which were answered."""

    def __init__(self, reply: Callable[[int, int], Reply | None]) -> None:
        self._reply, self.answered, self._asked = reply, set[int](), dict[int, int]()

    def __call__(self, request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = int(re.findall(r"Bridge number (\d+)", request.text)[0])
        turn = self._asked[number] = self._asked.get(number, 0) + 1
        reply = self._reply(number, turn) or Reply(PLAIN, latency=0.02 * (number % 4))
        if reply.is_completion and reply.delivery.manner == "whole":
            self.answered.add(number)
        return reply


MIXES: dict[str, Callable[[int, int], Reply | None]] = {
    "all well": lambda _number, _turn: None,
    "slow in turn": lambda number, _turn: faults.latency(0.2, Reply(PLAIN)) if number % 3 == 0 else None,
    "limited": lambda number, turn: faults.rate_limited(retry_after=0.02) if number % 2 and turn == 1 else None,
    "broken off": lambda number, turn: faults.disconnect() if number % 4 == 1 and turn == 1 else None,
    "one hangs": lambda number, turn: faults.hang() if number == 1 and turn == 1 else None,
    "misshapen": lambda number, turn: faults.wrong_schema() if number % 3 == 1 and turn == 1 else None,
}


@pytest.mark.parametrize(
    ("command", "mix", "limit"),
    [
        *(("brief", mix, 20_000) for mix in MIXES if mix != "broken off"),
        # Each of its six is charged at its most: with room for them all and two more, the order in which they come does not matter.
        ("brief", "broken off", 64_000),
        *(("brief", mix, 30_000) for mix in ("all well", "slow in turn", "one hangs")),
        *(("daily", mix, 20_000) for mix in ("slow in turn", "one hangs", "misshapen")),
    ],
)
def test_a_capped_run_writes_what_was_answered(command: str, mix: str, limit: int) -> None:
    """However answers come in and wherever the cap is met, each article that was answered has its card, in order, and no other has."""
    script = Script(MIXES[mix])
    with FakeServer(script) as server:
        done = run(
            command, *bridges(24), "--model", "m", "--base-url", server.base_url, "--format", "json", "--jobs", "6",
            "--timeout", "4", "--max-tokens", str(limit), *(DAY if command == "daily" else ()),
        )  # fmt: skip
        served = server.settled()
    answered = script.answered
    assert done.exit_code == 5, done.stderr
    if command == "brief":
        cards = [json.loads(line) for line in done.stdout.splitlines()]
        written = [int(card["article"]["source"][:2]) for card in cards]
        assert written == sorted(answered), done.stderr
        assert mix == "misshapen" or all(card["provenance"]["engine"] == "model" for card in cards)
        assert sum("--max-tokens" in line for line in errors(done.stderr) if line.startswith("error: ")) == 1
    else:
        briefing = json.loads(done.stdout)
        assert briefing["made"]["cards"] == len(answered)
    assert 2 <= len(answered) < 24
    used = served.input_tokens + served.output_tokens + served.lost_input_tokens + served.lost_output_tokens
    assert used <= limit


def test_a_hanging_request_does_not_end_a_capped_run() -> None:
    """A request that hangs is charged at its most; the rest of the run has the rest of the cap."""
    script = Script(MIXES["one hangs"])
    with FakeServer(script) as server:
        done = run(
            "brief", *bridges(6), "--model", "m", "--base-url", server.base_url, "--format", "json", "--timeout", "4",
            "--max-tokens", "200000",
        )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert len(done.stdout.splitlines()) == 6
    assert "1 request broke off or did not say what was used" in done.stderr


def test_what_it_cost_has_bounds_where_a_request_broke_off() -> None:
    """With a known price the line on the cost says between what and what it was."""
    Path("summarize.toml").write_text("[prices.m]\ninput = 1\noutput = 10\n", encoding="utf-8")
    with FakeServer(Script(MIXES["broken off"])) as server:
        done = run("brief", *bridges(2), "--model", "m", "--base-url", server.base_url, "--format", "json")
    found = re.search(r"between \$(\d+\.\d{4}) and \$(\d+\.\d{4}): 1 request broke off", done.stderr)
    assert found is not None, done.stderr
    assert 0 < float(found[1]) < float(found[2])


@pytest.mark.parametrize("command", ["brief", "daily"])
def test_ctrl_c_once_finishes_what_is_under_way(command: str) -> None:
    """One Ctrl-C begins nothing more, writes every card that was asked for, and exits 130."""

    def script(request: Request) -> Reply:
        return Reply() if is_probe(request) else faults.latency(1.5, Reply(PLAIN))

    with FakeServer(script) as server:
        running = process(
            command, *bridges(20), "--model", "m", "--base-url", server.base_url, "--format", "json", "--jobs", "4",
            "-o", "out.json", *(DAY if command == "daily" else ()),
        )  # fmt: skip
        server.received(4, timeout=600)
        running.send_signal(signal.SIGINT)
        _, stderr = running.communicate(timeout=600)
        served = server.settled()
    assert running.returncode == 130, stderr
    assert "Traceback" not in stderr
    assert "finishing what is under way" in stderr
    text = Path("out.json").read_text(encoding="utf-8")
    made = len(text.splitlines()) if command == "brief" else json.loads(text)["made"]["cards"]
    assert made == served.completions - 1 == served.requests - 1
    assert made < 20


def test_ctrl_c_twice_ends_at_once() -> None:
    """A second Ctrl-C waits for nothing; cards that were made are written."""
    quick = json.dumps(PLAIN)

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return Reply(quick) if "number 0 " in request.last_user else faults.hang()

    with FakeServer(script) as server:
        running = process("brief", *bridges(6), "--model", "m", "--base-url", server.base_url, "--format", "json")
        server.received(5, timeout=600)
        card = until(running.stdout)
        running.send_signal(signal.SIGINT)
        said = until(running.stderr, "finishing what is under way")
        assert running.poll() is None, "it waits for what is under way"
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        stdout, stderr = ended(running)
    assert time.monotonic() - began < 30
    assert running.returncode == 130, stderr
    assert "Traceback" not in said + stderr
    assert json.loads(card)["article"]["source"] == "00.txt"
    assert stdout == ""


@pytest.mark.parametrize(("command", "count"), [("brief", 4), ("daily", 4), ("brief", 64)])
def test_a_run_that_is_killed_is_not_paid_for_twice(command: str, count: int) -> None:
    """After kill -9 the same command asks only for what was not answered; the cards carry what they took, and no answer about an article is left behind."""

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return faults.hang() if "number 0 " in request.last_user and not healed else Reply(PLAIN)

    healed = False
    with FakeServer(script) as server:
        ask = (
            command, *bridges(count), "--model", "m", "--base-url", server.base_url, "--format", "json", "--jobs", str(count),
            "-o", "out.json", *(DAY if command == "daily" else ()),
        )  # fmt: skip
        running = process(*ask)
        server.received(count + 1, timeout=600)
        # What was paid is kept once it is read, which may be after the server has sent it.
        last = time.monotonic() + 600
        while len(list(Path("cache").glob("answers/*.json"))) < count and time.monotonic() < last:
            time.sleep(0.02)
        running.kill()
        running.communicate(timeout=600)
        paid, healed = server.settled().completions, True
        assert paid == count
        assert len(list(Path("cache", "answers").iterdir())) == paid
        done = run(*ask)
        served = server.settled()
    assert done.exit_code == 0, done.stderr
    # The way in which the endpoint is asked was known since an article was answered.
    assert served.completions == paid + 1
    assert f"note: {count - 1} answers of a run that was broken off were taken up" in done.stderr
    assert "note: 1 request, " in done.stderr
    assert len(list(Path("cache", "answers").iterdir())) == 1, (
        "that to the probe, which was not asked: it goes after a day"
    )
    if command == "brief":
        cards = [json.loads(line) for line in Path("out.json").read_text(encoding="utf-8").splitlines()]
        assert [card["provenance"]["usage"]["requests"] for card in cards] == [1] * count


def test_a_draft_is_not_paid_for_twice_where_its_judge_was_under_way() -> None:
    """Killed while the judge is asked, the run has kept the draft's answer: the same command asks the judge alone."""
    healed = False

    def judge(request: Request) -> Reply:
        return judge_of("stands")(request) if healed else faults.hang()  # type: ignore[operator]

    with FakeServer(lambda request: Reply() if is_probe(request) else Reply(GOOD), judge=judge) as server:
        ask = ("brief", FIRE, "--model", "m", "--base-url", server.base_url, "--format", "json")
        running = process(*ask)
        assert server.received(3, timeout=600)[-1].claims
        running.kill()
        running.communicate(timeout=600)
        before, healed = server.settled().completions, True
        done = run(*ask)
        served = server.settled()
    assert done.exit_code == 0, done.stderr
    assert (before, served.completions, served.requests) == (2, 3, 4)
    assert "note: 1 request, " in done.stderr
    card = json.loads(done.stdout)
    assert card["provenance"]["usage"]["requests"] == 2
    assert card["provenance"]["engine"] == "model"


def declines(request: Request) -> Reply:
    """The model takes the fire, and will not read about the cup."""
    if is_probe(request):
        return Reply()
    return Reply(GOOD) if "ferry terminal" in request.last_user else faults.filtered_request()


def test_a_declined_article_has_its_card() -> None:
    """An article that the model declines has the built-in engine's card in its place; that is a warning, which is told where the user wants it quiet, and no error."""
    with FakeServer(declines) as server:
        done = run("brief", CUP, FIRE, "-q", "--format", "json", "--model", "m", "--base-url", server.base_url)
    assert done.exit_code == 0, done.stderr
    cup, fire = map(json.loads, done.stdout.splitlines())
    assert (cup["provenance"]["engine"], fire["provenance"]["engine"]) == ("extractive", "model")
    assert "content filter" in cup["provenance"]["declined"]["reason"]
    (told,) = done.stderr.splitlines()
    assert told.startswith(
        f"warning: {CUP}: m gave no card, so the built-in engine made it: the endpoint's content filter"
    )


def test_strict_makes_a_declined_article_an_error() -> None:
    """With --strict the exit code is 5, the line says why, and the card is there all the same."""
    with FakeServer(declines) as server:
        done = run("brief", CUP, FIRE, "--strict", "--format", "json", "--model", "m", "--base-url", server.base_url)
    assert done.exit_code == 5
    assert len(done.stdout.splitlines()) == 2
    warning, line = errors(done.stderr)
    assert warning.startswith("warning: ")
    assert line.startswith(f"error: {CUP}: m gave no card: the endpoint's content filter")


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_no_story_is_lost_because_a_model_would_not_read_it(form: str) -> None:
    """In a briefing each story is told; one that the model declined says who read it and why, in every form, and --strict exits 5."""
    paths = bridges(3)

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return faults.filtered_request() if "number 1 " in request.last_user else Reply(PLAIN)

    with FakeServer(script) as server:
        arguments = [*paths, "--model", "m", "--base-url", server.base_url, "--format", form, *DAY]
        done = run("daily", *arguments)
        strict = run("daily", *arguments, "--strict")
    assert done.exit_code == 0, done.stderr
    assert strict.exit_code == 5
    shown = " ".join(done.stdout.split())
    assert "Bridge number 1 reopened" in shown
    assert "read by the built-in engine" in shown
    assert "content filter stopped the article" in shown
    if form == "json":
        briefing = json.loads(done.stdout)
        assert briefing["made"]["cards"] == 3
        assert briefing["skipped"] == []
        assert [one["declined"] is not None for one in briefing["articles"]] == [False, True, False]
