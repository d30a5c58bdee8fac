from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from summarize import reading
from summarize.errors import UsageError
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.labelling.server import MAX_BYTES, LabellingServer
from summarize.evaluation.labelling.session import Session

from .conftest import serving


class Client:
    """A program on this machine that is no browser."""

    def __init__(self, server: LabellingServer) -> None:
        parts = urlsplit(server.url)
        assert parts.hostname == "127.0.0.1"
        self.port, self.root = parts.port or 0, parts.path
        self.origin = f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        finally:
            connection.close()

    def post(self, path: str, content: Any, **headers: str) -> tuple[int, Any]:
        sent = {
            "Origin": self.origin,
            "Content-Type": "application/json",
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        status, answer, _ = self.ask("POST", self.root + path, json.dumps(content).encode(), sent)
        return status, json.loads(answer) if status == 200 else answer


@pytest.fixture
def session(article: Path, tmp_path: Path) -> Session:
    return Session(reading.read(str(article)).article, tmp_path / "ferry.yaml", {"title": None})


@pytest.fixture
def client(session: Session) -> Iterator[Client]:
    with serving(session) as server:
        yield Client(server)


LABELS = {"article": "ferry.txt", "absent": ["x"]}


def test_page_and_its_parts(client: Client) -> None:
    """Everything that the page names is there, and nothing else of the package."""
    status, page, _ = client.ask("GET", client.root)
    assert status == 200
    for name in (b"main.js", b"card.css", b"label.css"):
        assert name in page
        assert client.ask("GET", client.root + name.decode())[0] == 200
    for path in ("../server.py", "..%2fserver.py", "page.html", "server.py", "state/..", "%2e%2e/", "x"):
        assert client.ask("GET", client.root + path)[0] == 404


def test_policy(client: Client) -> None:
    """Every answer forbids scripts, styles and requests other than its own, frames around it, copies of it, and guessing its type."""
    for path in ("", "state", "main.js", "nothing"):
        headers = client.ask("GET", client.root + path)[2]
        policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
        assert policy.pop("img-src") == "data:"
        assert {policy.pop(name) for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
        assert {policy.pop(n) for n in ("default-src", "base-uri", "form-action", "frame-ancestors")} == {"'none'"}
        assert not policy
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/", "/state", "//state", "/x/state", "/main.js", "/é/state", "*", "/?token"])
def test_without_the_token(client: Client, path: str) -> None:
    """Nothing is told without the token: every path is unknown, and says so in the same words."""
    with socket.create_connection(("127.0.0.1", client.port), 60) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{client.port}\r\n\r\n".encode())
        answer = connection.makefile("rb").read()
    assert answer.split(b"\r\n")[0].split()[1] in {b"404", b"400"}
    assert b"ferry" not in answer


def test_tokens_differ(session: Session) -> None:
    """Each start has an address of its own that cannot be guessed."""
    with serving(session) as one, serving(session) as other:
        tokens = {urlsplit(server.url).path.strip("/") for server in (one, other)}
    assert len(tokens) == 2
    assert all(len(token) >= 32 for token in tokens)


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", ""])
def test_foreign_host(client: Client, host: str) -> None:
    """A name that somebody makes point here reaches nothing, even with the token."""
    for method in ("GET", "POST"):
        status, answer, _ = client.ask(method, client.root + "state", headers={"Host": host, "Origin": client.origin})
        assert status == 421
        assert b"ferry" not in answer


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "http://localhost:{port}", "https://127.0.0.1:{port}", "http://127.0.0.1:1"],
)
@pytest.mark.parametrize("path", ["check", "save", "done"])
def test_foreign_origin(client: Client, session: Session, origin: str | None, path: str) -> None:
    """What another page sends changes nothing."""
    headers = {"Content-Type": "application/json"} | ({"Origin": origin.format(port=client.port)} if origin else {})
    body = json.dumps({"labels": LABELS}).encode()
    assert client.ask("POST", client.root + path, body, headers)[0] == 403
    assert not session.path.exists()
    assert client.ask("GET", client.root)[0] == 200


def test_too_large(client: Client, session: Session) -> None:
    """A body that is too large is refused by its length, before it is read."""
    headers = {"Origin": client.origin, "Content-Type": "application/json", "Content-Length": str(MAX_BYTES + 1)}
    assert client.ask("POST", client.root + "save", b"{}", headers)[0] == 413
    assert not session.path.exists()


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{}", {"Content-Type": "text/plain"}, 415),
        (b"{}", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b"{}", {"Content-Length": "-1"}, 411),
        (b"{}", {"Content-Length": "x"}, 411),
        (b"2\r\n{}\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked", "Content-Length": "2"}, 411),
        (b"{", {}, 400),
        (b"[]", {}, 400),
        (b"\xff", {}, 400),
        (b"[" * 100_000, {}, 400),
    ],
)
def test_no_labels(client: Client, body: bytes, headers: dict[str, str], status: int) -> None:
    """What is no JSON object in the form that the page sends is refused."""
    sent = {"Origin": client.origin, "Content-Type": "application/json", **headers}
    assert client.ask("POST", client.root + "check", body, sent)[0] == status


def test_other_methods(client: Client) -> None:
    """Only asking and sending are answered."""
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"):
        assert client.ask(method, client.root)[0] == 501


def test_state_and_saving(client: Client, session: Session) -> None:
    """The page is told the article and the labels; what it saves is in the file."""
    status, answer, _ = client.ask("GET", client.root + "state")
    state = json.loads(answer)
    assert status == 200
    assert state["labels"] == {"article": "ferry.txt", "id": session.article.id, "title": None}
    assert state["text"] == session.article.text
    assert client.post("check", {"labels": {}})[1]["problems"][0]["message"].startswith("it labels nothing")
    assert client.post("save", {"labels": {**state["labels"], **LABELS}}) == (
        200,
        {"saved": True, "refused": None, "problems": []},
    )
    assert read_gold(session.path).gold.absent == ("x",)


@pytest.mark.parametrize(
    "labels", [None, [], "x", {"quotes": 3}, {"nothing": 1}, {"absent": ["\ud800"]}, {"who": [{"name": ""}]}]
)
def test_labels_that_are_none(client: Client, session: Session, labels: Any) -> None:
    """What is no gold is refused with the reason, and nothing is written."""
    status, answer = client.post("save", {"labels": labels})
    assert status == 200
    assert not answer["saved"]
    assert answer["problems"]
    assert not session.path.exists()


def test_article_is_not_the_pages_to_choose(client: Client, session: Session) -> None:
    """Which article and which text the file labels is what the command was given, whatever the page sends."""
    client.post("save", {"labels": {"article": "/etc/passwd", "id": "sha256:0", "absent": []}})
    gold = read_gold(session.path).gold
    assert (gold.article, gold.id) == ("ferry.txt", session.article.id)


def test_port_taken(session: Session) -> None:
    """A port that is in use is said to be."""
    with serving(session) as server, pytest.raises(UsageError, match="cannot be used"):
        LabellingServer(session, urlsplit(server.url).port or 0)
