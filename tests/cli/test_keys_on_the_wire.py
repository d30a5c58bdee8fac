"""Rules of keys on the wire: what a server or a proxy really receives, from every command that asks an endpoint."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from summarize.testing import FakeServer, Reply
from tests.cli.commands import FIRE, run
from tests.engines.model.answers import GOOD, after_probe

OPENAI, OWN = "sk-openai-0123456789abcdef", "sk-own-fedcba9876543210xyz"
COMMANDS = {
    "brief": ("brief", FIRE),
    "daily": ("daily", FIRE, "--date", "2026-01-09"),
    "doctor": ("doctor",),
    "models": ("models",),
}


@pytest.fixture(autouse=True)
def _folder(_environment: None, _soon: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for asks in ("trust", "finding"):
        monkeypatch.setattr(f"summarize.settings.{asks}.config_folder", lambda: tmp_path / "config")
    for name, value in {"CACHE": str(tmp_path / "cache"), "STORE": "none", "NLP": "off", "PATIENCE": "0"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", OPENAI)
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-the-desk")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-the-desk")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-0123456789abcdef")
    monkeypatch.setenv(
        "OPENAI_CUSTOM_HEADERS", "X-Desk: custom-of-the-desk\nAuthorization: Bearer custom-bearer-of-the-desk"
    )


SECRETS = (OPENAI, OWN, "of-the-desk", "sk-admin")


@dataclass
class Seen:
    """What a raw server received: first line and headers of each request."""

    port: int = 0
    requests: list[str] = field(default_factory=list)


Answer = tuple[int, dict[str, str], bytes]
"""Status, headers and body."""
Asked = tuple[str, str, dict[str, str], bytes]
"""Method, address as it stands in the first line, headers and body."""


def passed_on_to(server: FakeServer) -> Callable[[Asked], Answer]:
    """What a proxy or a gateway before a server answers: what the server does."""

    def answer(asked: Asked) -> Answer:
        method, address, headers, body = asked
        parts = urlsplit(address)
        connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), body, headers)
        given = connection.getresponse()
        found = given.status, {"content-type": given.headers["content-type"]}, given.read()
        connection.close()
        return found

    return answer


@contextmanager
def raw_server(
    answer: Answer | Callable[[Asked], Answer] | None = None, context: ssl.SSLContext | None = None
) -> Iterator[Seen]:
    """A server of any address that notes all that it receives, and gives one answer to everything, or what a function makes of it; as a
    proxy, to CONNECT as well. With a context it speaks TLS."""
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65_537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            sent = self.rfile.read(int(self.headers.get("content-length", "0")))
            seen.requests.append(f"{self.requestline}\n{self.headers}")
            given = answer((self.command, self.path, dict(self.headers), sent)) if callable(answer) else answer
            status, headers, body = given or (502, {}, b"{}")
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    seen.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sent(server: FakeServer) -> str:
    """All headers of all requests, in one text."""
    return "\n".join(f"{request.path} {dict(request.headers)}" for request in server.requests)


@pytest.mark.parametrize("command", COMMANDS)
def test_openais_key_and_all_that_goes_with_it_stay_away_from_others(command: str) -> None:
    """An endpoint that is neither OpenAI's nor OPENAI_BASE_URL's gets nothing of OpenAI's, nor any header of the client's own making."""
    with FakeServer(after_probe(Reply(GOOD)), models=("m",)) as server:
        done = run(*COMMANDS[command], "--base-url", server.base_url)
        assert done.exit_code == 0, done.stderr
        received = sent(server)
        headers = {name for request in server.requests for name in request.headers}
    assert server.requests
    assert not [secret for secret in SECRETS if secret in received]
    assert headers <= {
        "host", "accept", "accept-encoding", "connection", "user-agent", "content-type", "content-length", "authorization",
    }  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_openai_base_url_gets_what_is_openais(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint of OPENAI_BASE_URL gets the key, organisation, project and custom headers, and never the admin key."""
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Desk: custom-of-the-desk")
    with FakeServer(after_probe(Reply(GOOD)), models=("m",), api_key=OPENAI) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        done = run(*COMMANDS[command])
        assert done.exit_code == 0, done.stderr
        requests = server.requests
    for request in requests:
        assert request.headers["authorization"] == f"Bearer {OPENAI}"
        assert request.headers["openai-organization"] == "org-of-the-desk"
        assert request.headers["openai-project"] == "project-of-the-desk"
        assert request.headers["x-desk"] == "custom-of-the-desk"
    assert "sk-admin" not in str([dict(request.headers) for request in requests])


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_foreign_folders_file_sends_nothing_anywhere(
    command: str, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an address from a file that is not trusted not one request leaves, whatever the command; the exit code is 3 and says what to do."""
    monkeypatch.setenv("SUMMARIZE_API_KEY", OWN)
    with raw_server() as proxy:
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        Path("summarize.toml").write_text(f'base_url = "{scheme}://evil.example/v1"\nmodel = "m"\n', encoding="utf-8")
        done = run(*COMMANDS[command])
        assert done.exit_code == 3, done.stderr
        assert "summarize trust" in done.stderr
        assert proxy.requests == []
        assert run("brief", FIRE, "--engine", "extractive").exit_code == 0
        trusted = run("trust")
        assert trusted.exit_code == 0, trusted.stderr
        assert f"go to {scheme}://evil.example/v1" in trusted.stdout
        assert run(*COMMANDS[command]).exit_code != 3
        assert proxy.requests, "now it is asked"
        assert all("evil.example" in request for request in proxy.requests)
        # Over https a proxy sees the host alone; over http it would see the key.
        assert not [secret for secret in SECRETS if secret in "".join(proxy.requests)]
        assert run("trust", "--forget").exit_code == 0
        assert run(*COMMANDS[command]).exit_code == 3


@pytest.mark.parametrize("command", COMMANDS)
def test_plain_http_carries_no_key(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address of one's own over plain http, off this machine, gets requests without a key, and the user is told why."""
    monkeypatch.setenv("SUMMARIZE_API_KEY", OWN)
    with raw_server((401, {"content-type": "application/json"}, b'{"error": {"message": "no key"}}')) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        done = run(
            *COMMANDS[command], "--base-url", "http://models.example/v1", *(["-m", "m"] if command != "models" else [])
        )
    assert proxy.requests
    assert not [secret for secret in SECRETS if secret in "".join(proxy.requests)]
    assert done.exit_code == 3
    assert "plain http" in done.stderr + done.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("status", [302, 307])
def test_no_redirect_leads_a_key_away(command: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect to another host or port is not followed, by no command, and the error names where it led."""
    monkeypatch.setenv("SUMMARIZE_API_KEY", OWN)
    with raw_server((200, {}, b"{}")) as other:
        location = f"http://127.0.0.1:{other.port}/v1/chat/completions"
        with raw_server((status, {"location": location}, b"")) as here:
            done = run(
                *COMMANDS[command], "--base-url", f"http://127.0.0.1:{here.port}/v1",
                *(["-m", "m"] if command != "models" else []),
            )  # fmt: skip
        assert here.requests
        assert OWN in "".join(here.requests)
        assert other.requests == []
    assert done.exit_code == 5, done.stderr
    assert f"127.0.0.1:{other.port}" in done.stderr


def test_what_is_for_this_machine_goes_to_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment sees nothing of an endpoint on this machine."""
    with raw_server() as proxy, FakeServer(after_probe(Reply(GOOD)), models=("m",)) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        done = run("brief", FIRE, "--base-url", server.base_url)
    assert done.exit_code == 0, done.stderr
    assert proxy.requests == []


def test_a_wrong_key_is_told_with_why_none_was_sent() -> None:
    """Where an endpoint asks for a key and the one that is set is not for it, the error says so."""
    with FakeServer(api_key="another") as server:
        done = run("brief", FIRE, "--base-url", server.base_url, "--model", "m")
    assert done.exit_code == 3
    assert "OPENAI_API_KEY goes to OpenAI's host" in done.stderr


def test_recordings_follow_no_link_out_of_their_folder(tmp_path: Path) -> None:
    """A link that lies where a recording is to be written is replaced, and what it leads to is left as it is."""
    with FakeServer(after_probe(Reply(GOOD)), models=("m",)) as server:
        Path("summarize.toml").write_text('record = "rec"\n', encoding="utf-8")
        assert run("brief", FIRE, "--base-url", server.base_url).exit_code == 0
        victim = tmp_path / "victim"
        victim.write_text("mine", encoding="utf-8")
        names = [path.name for path in Path("rec").iterdir()]
        for name in names:
            Path("rec", name).unlink()
            Path("rec", name).symlink_to(victim)
            Path("rec", name).with_suffix(".partial").symlink_to(victim)
        assert run("brief", FIRE, "--base-url", server.base_url).exit_code == 0
    assert victim.read_text(encoding="utf-8") == "mine"
    assert all(json.loads(Path("rec", name).read_text(encoding="utf-8"))["format"] == 1 for name in names)


def test_trust_without_a_file_is_refused() -> None:
    """There is nothing to trust where there is no file, and a file that cannot be used is not trusted."""
    assert run("trust").exit_code == 3
    Path("summarize.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert run("trust").exit_code == 3
    assert not Path("config").exists()
