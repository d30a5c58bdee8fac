"""Rules of stopping while pages are fetched for a language model. A real endpoint, a real site, a real Ctrl-C."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply, Request
from tests.cli.commands import run, takes_interrupts
from tests.cli.test_hostile_sources import _SCRIPT
from tests.cli.test_sources import allow
from tests.engines.model.answers import GOOD, is_probe
from tests.reading.stories import PAGE
from tests.reading.web.site import Request as Asked
from tests.reading.web.site import Site, Write, ok


def script(request: Request) -> Reply:
    return Reply() if is_probe(request) else Reply(GOOD)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"NLP": "off", "CACHE": str(tmp_path / "cache"), "STORE": "none"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)


@pytest.mark.parametrize("command", ["brief", "daily"])
def test_what_a_model_was_paid_for_is_not_new_again(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """With a language model, too, an item whose card was written is not read again where only what is new is asked for."""
    with Site({"/one": ok(PAGE.encode())}) as site, FakeServer(script) as server:
        allow(monkeypatch, site)
        feed = f"<rss version='2.0'><channel><item><link>{site.url('/one')}</link></item></channel></rss>"
        site.paths["/feed"] = ok(feed.encode(), "application/rss+xml")
        arguments = [
            command,
            site.url("/feed"),
            "--new",
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--format",
            "json",
        ]
        arguments += ["--date", "2026-03-14", "--store", "store.sqlite3"] if command == "daily" else []
        first = run(*arguments)
        assert first.exit_code == 0, first.stderr
        asked = server.served.requests
        again = run(*arguments)
        assert again.exit_code == 0, again.stderr
        assert server.served.requests == asked
        assert "nothing new" in again.stderr


async def slow(_: Asked, write: Write) -> None:
    await asyncio.sleep(20)
    await write(ok(PAGE.encode()))


@pytest.mark.parametrize("command", ["brief", "daily"])
def test_ctrl_c_while_pages_are_on_their_way(command: str) -> None:
    """One Ctrl-C ends a run whose pages are slow within seconds, without an error for each, and keeps the cards that were made."""
    with Site({f"/{number}": slow for number in range(20)}) as site, FakeServer(script) as server:
        site.paths["/0"] = ok(PAGE.encode())
        urls = [site.url(f"/{number}") for number in range(20)]
        process = subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, json.dumps([["127.0.0.1", site.port]]), command, *urls, "--model", "m",
             "--base-url", server.base_url, "-o", "out.json", *(["--date", "2026-03-14"] if command == "daily" else [])],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
        )  # fmt: skip
        server.received(2, timeout=600)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=600)
    assert time.monotonic() - began < 15, stderr
    assert "Traceback" not in stderr
    assert stderr.count("error:") <= 1, stderr
    assert Path("out.json").is_file(), stderr
