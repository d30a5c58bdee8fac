"""Rules for an endpoint that says the key again: in no command, form, file, log or traceback can it be read."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply, Request, faults
from tests.cli.commands import FIRE, run
from tests.engines.model.answers import changed, is_probe
from tests.test_redaction import DISGUISES

KEY = "sk-pr_oj-aB3.xY-9zQ7wE2rT5yU8iO1pK4"
DAY = ("--date", "2026-01-09")


@pytest.fixture(autouse=True)
def _folder(_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "CACHE": "cache", "STORE": "store.sqlite3", "NLP": "off", "PATIENCE": "0", "API_KEY": KEY, "RECORD": "rec",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)


def _plain(text: str) -> str:
    """A text without what renderers put between its letters."""
    return re.sub(r"[\s\\\u200b]", "", html.unescape(text)).lower()


def leaks(disguised: str, *texts: str) -> list[str]:
    """Halves of the key, in its disguise, that can be read from the texts."""
    whole, half = _plain(disguised), len(_plain(disguised)) // 2
    pieces = {whole[place : place + half] for place in range(len(whole) - half + 1)}
    return [piece for text in texts for piece in pieces if piece in _plain(text)]


def everything(folder: Path) -> list[str]:
    """The bytes of every file that was written."""
    return [
        path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file() and "tmp" not in path.suffix
    ]


def said_in_an_answer(words: str) -> Reply:
    """An answer in the schema that says the words wherever it has a text."""
    return Reply(
        changed(
            headline={"text": f"Fire in Marseille {words}", "sentences": [1]},
            what=[{"text": f"A fire tore through a ferry terminal, {words}.", "sentences": [1]}],
            roles=[{"participant": 2, "role": words}],
            missed=[{"kind": "person", "words": words, "sentence": 1, "role": words, "participant": 0}],
        )
    )


PLACES: dict[str, Callable[[str], Reply]] = {
    "answer": said_in_an_answer,
    "answer escaped": lambda words: Reply("".join(f"\\u{ord(one):04x}" for one in words)),
    "refusal": faults.refusal,
    "400": faults.refused_request,
    "400 of the form": lambda words: faults.refused_request(f"response_format: {words}"),
    "401": lambda words: faults.refused_request(f"Incorrect API key provided: {words}", 401),
    "403 filter": lambda words: faults.refused_request(f"flagged: {words}", 403),
    "404": lambda words: faults.refused_request(f"model {words} not found", 404),
    "429": lambda words: faults.refused_request(words, 429),
    "500": lambda words: faults.refused_request(words, 500),
    "list": lambda words: faults.list_error(400, words),
    "text": lambda words: Reply(status=400, body=words.encode(), headers={"content-type": "text/plain"}),
    "gateway": lambda words: faults.gateway_error(402, words, raw=words),
    "reason of an error": lambda words: Reply(status=400, error={"message": "x", "param": words, "code": words}),
    "redirect": lambda words: Reply(status=307, headers={"location": f"http://{words[:40]}.example/"}, body=b""),
}


# Every place with some disguises, and every disguise in some places.
PAIRS = [
    (place, disguise)
    for place in PLACES
    for disguise in DISGUISES
    if place in {"answer", "400"} or disguise in {"plain", "url", "base64 of a header", "second half"}
]


@pytest.mark.parametrize(("place", "disguise"), PAIRS)
def test_an_echoed_key_is_in_nothing_that_brief_writes(place: str, disguise: str, tmp_path: Path) -> None:
    """Wherever an endpoint says the key, and in whatever form, it is neither shown nor in a card, recording or memory."""
    words = DISGUISES[disguise](KEY)
    if place == "redirect":
        words = re.sub(r"[^\w.-]", "-", words)  # what can be a host's name
    reply = PLACES[place](words)
    with FakeServer(lambda request: Reply() if is_probe(request) else reply) as server:
        done = run("brief", FIRE, "--format", "json", "--model", "m", "--base-url", server.base_url)
    assert done.exit_code in {0, 3, 5}, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert leaks(words, done.stdout, done.stderr, *everything(tmp_path)) == []


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("disguise", ["plain", "json", "html", "base64", "halves"])
def test_no_form_of_a_card_shows_it(form: str, disguise: str) -> None:
    """What was rejected is shown, but not the key in it."""
    words = DISGUISES[disguise](KEY)
    with FakeServer(lambda request: Reply() if is_probe(request) else said_in_an_answer(words)) as server:
        done = run("brief", FIRE, "--format", form, "--model", "m", "--base-url", server.base_url)
    assert done.exit_code == 0, done.stderr
    assert "[key]" in done.stdout.replace("\\", "")
    assert leaks(words, done.stdout, done.stderr) == []


@pytest.mark.parametrize("place", ["answer", "refusal", "403 filter", "404"])
@pytest.mark.parametrize("disguise", ["plain", "halves"])
def test_no_form_of_a_briefing_shows_it(place: str, disguise: str, tmp_path: Path) -> None:
    """A briefing in all its forms, its store and its reasons are without it."""
    words = DISGUISES[disguise](KEY)
    reply = PLACES[place](words)
    with FakeServer(lambda request: Reply() if is_probe(request) else reply) as server:
        done = run("daily", FIRE, *DAY, "--explain", "-o", "out/", "--model", "m", "--base-url", server.base_url)
        again = run("daily", FIRE, *DAY, "--model", "m", "--base-url", server.base_url)
    assert done.exit_code in {0, 5}, done.output
    assert leaks(words, done.stdout, done.stderr, again.stdout, again.stderr, *everything(tmp_path)) == []


@pytest.mark.parametrize("command", ["models", "doctor", "brief"])
@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_model_called_like_the_key(command: str, disguise: str) -> None:
    """An endpoint that calls its models by the key shows it to nobody."""
    words = DISGUISES[disguise](KEY)
    with FakeServer(models={words: {}, f"m-{words}-x": {"shutdown_date": "2026-12-11"}}) as server:
        done = run(command, *([FIRE] if command == "brief" else []), "--base-url", server.base_url)
    assert done.exit_code in {0, 3}, done.output
    assert leaks(words, done.stdout, done.stderr) == []


@pytest.mark.parametrize("place", [name for name in PLACES if not name.startswith("answer")])
def test_doctor_shows_no_key(place: str) -> None:
    """Whatever an endpoint says to the probe, `doctor` says it without the key."""
    with FakeServer(PLACES[place](KEY), models=("m",)) as server:
        done = run("doctor", "--model", "m", "--base-url", server.base_url)
    assert leaks(KEY, done.stdout, done.stderr) == []


_BUG = """
import sys
from summarize.engines.model import received as endpoint
key = sys.argv.pop()
def broken(completion):
    raise RuntimeError(f"a bug that holds {key}")
endpoint.text_of = broken
from summarize.cli import main
main()
"""


def test_neither_tracebacks_nor_logs_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug's traceback is kept, with the libraries' own logs turned up, and the key is in neither."""
    monkeypatch.setenv("OPENAI_LOG", "debug")

    def script(request: Request) -> Reply:
        return Reply() if is_probe(request) else Reply(json.dumps({"echo": request.headers["authorization"]}))

    with FakeServer(script) as server:
        done = subprocess.run(
            [sys.executable, "-c", _BUG, "brief", FIRE, "--model", "m", "--base-url", server.base_url, KEY],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "a bug that holds [key]" in done.stderr
    assert "HTTP Request" in done.stderr or "Request options" in done.stderr, "the logs were turned up"
    assert leaks(KEY, done.stdout, done.stderr) == []
