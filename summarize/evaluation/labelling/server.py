"""The page's server: on loopback alone, for whoever has its address.

The address holds a random token, without which every path is unknown. `Host` must be the address itself, so that no name that somebody
makes point to 127.0.0.1 reaches the server (DNS rebinding), and what changes something must come from the page (`Origin`).
"""

from __future__ import annotations

import hmac
import json
import secrets
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from socketserver import TCPServer
from string import Template
from typing import Any, ClassVar, Final, Protocol

from summarize.errors import UsageError
from summarize.evaluation.gold.places import Problem
from summarize.evaluation.labelling.session import Page, Saved

HOST: Final = "127.0.0.1"
MAX_BYTES: Final = 5_000_000
"""Of a request's body: the largest gold file that is read."""
_SECONDS: Final = 30
"""A request that takes longer to arrive is dropped."""
_SCRIPT: Final = "text/javascript; charset=utf-8"
_STYLE: Final = "text/css; charset=utf-8"
_PACKAGE: Final = "summarize.evaluation.labelling"


@dataclass(frozen=True, slots=True)
class _Looks:
    """A page within the frame that all share: what it shows first, and what it loads beside `dom.js`."""

    title: str
    view: str
    body: str
    scripts: tuple[str, ...]
    """The first one is the page's own; it loads the others."""
    styles: tuple[str, ...] = ("card.css", "label.css")

    def html(self) -> bytes:
        frame = Template(_asset(_PACKAGE, "page/frame.html").decode())
        styles = "\n".join(f'<link rel="stylesheet" href="{name}">' for name in self.styles)
        body = _asset(_PACKAGE, f"page/{self.body}").decode()
        return frame.substitute(
            title=self.title, view=self.view, body=body, styles=styles, script=self.scripts[0]
        ).encode()

    def find_asset(self, name: str) -> tuple[bytes, str] | None:
        """A style or script that the page loads, with its type; None if it loads none of that name."""
        if name in {"dom.js", *self.scripts}:
            return _asset(_PACKAGE, f"page/{name}"), _SCRIPT
        if name == "card.css":
            return _asset("summarize.rendering", "page.css"), _STYLE
        return (_asset(_PACKAGE, f"page/{name}"), _STYLE) if name in self.styles else None


def _asset(package: str, name: str) -> bytes:
    return resources.files(package).joinpath(name).read_bytes()


_LABELLING: Final = (
    "main.js", "text.js", "store.js", "edits.js", "marking.js", "forms.js", "panel.js", "keys.js"
)  # fmt: skip
_PAGES: Final[Mapping[Page, _Looks]] = {
    "label": _Looks("Label an article", "article", "label.html", _LABELLING),
    "correct": _Looks(
        "Correct a card", "labels", "correct.html", ("correct.js", "text.js"), ("card.css", "label.css", "correct.css")
    ),
}


class PageSession(Protocol):
    """What a page works on. Threads may ask it at the same time."""

    page: ClassVar[Page]

    def state(self) -> dict[str, Any]:
        """All that the page needs."""

    def check(self, labels: Any) -> list[Problem]:
        """What is wrong with what the page sends."""

    def save(self, labels: Any, *, overwrite: bool = False) -> Saved:
        """Keep what the page sends, if it holds."""


_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class LabellingServer:
    """Serves the page of a session until it is done."""

    def __init__(self, session: PageSession, port: int = 0) -> None:
        """Listen; nothing is answered before `run`.

        Raises:
            UsageError: the port is taken.
        """
        self._token = secrets.token_urlsafe(24)
        try:
            self._server = _Server(session, self._token, port)
        except OSError as error:
            raise UsageError(f"port {port} cannot be used: {error.strerror}") from error

    @property
    def url(self) -> str:
        """The page's address."""
        return f"{self._server.origin}/{self._token}/"

    def run(self) -> None:
        """Serve until the page says that it is done, or `stop` is called."""
        self._server.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """End `run`, from another thread."""
        self._server.shutdown()

    def close(self) -> None:
        """Stop listening."""
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, session: PageSession, token: str, port: int) -> None:
        self.session, self.token = session, token
        super().__init__((HOST, port), _Handler)
        self.host = f"{HOST}:{self.server_address[1]}"
        self.origin = f"http://{self.host}"

    def server_bind(self) -> None:
        """Bind, without asking anybody for this machine's name as the base class does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error; anything else is a bug, and keeps its traceback."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Refused(Exception):  # noqa: N818 - an answer, not an error
    """A request that is answered with a status and one line."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _SECONDS
    server_version = "summarize"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer_or_refuse(self._get)

    def do_POST(self) -> None:
        self._answer_or_refuse(self._post)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing: the address is a secret, and stderr is the command's."""

    def _answer_or_refuse(self, answer: Any) -> None:
        try:
            answer(self._path())
        except _Refused as refused:
            self._send(refused.status, f"{refused.reason}\n".encode(), "text/plain; charset=utf-8")

    def _path(self) -> str:
        """The path below the token.

        Raises:
            _Refused: it is not for this server, or has not the token.
        """
        if self.headers.get_all("Host") != [self.server.host]:
            raise _Refused(HTTPStatus.MISDIRECTED_REQUEST, "this is not the address of the page")
        _, token, *path = (*self.path.partition("?")[0].split("/", 2), "")[:3]
        if not hmac.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode()):
            raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing here")
        return path[0]

    def _get(self, path: str) -> None:
        if path == "state":
            self._send_json(HTTPStatus.OK, self.server.session.state())
            return
        looks = _PAGES[self.server.session.page]
        found = (looks.html(), "text/html; charset=utf-8") if not path else looks.find_asset(path)
        if found is None:
            raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing here")
        self._send(HTTPStatus.OK, *found)

    def _post(self, path: str) -> None:
        if self.headers.get("Origin") != self.server.origin:
            raise _Refused(HTTPStatus.FORBIDDEN, "this does not come from the page")
        content = self._body()
        labels = content.get("labels")
        if path == "check":
            self._send_json(HTTPStatus.OK, {"problems": _plain(self.server.session.check(labels))})
        elif path in {"save", "done"}:
            if path == "done" and isinstance(labels, dict) and labels.get("reviewed") is False:
                labels = {**labels, "reviewed": True}  # who ends with it has looked at all of it
            saved = self.server.session.save(labels, overwrite=content.get("overwrite") is True)
            answer = {"saved": saved.is_saved, "refused": saved.refused, "problems": _plain(saved.problems)}
            self._send_json(HTTPStatus.OK, answer)
            if path == "done" and saved.is_saved:
                threading.Thread(target=self.server.shutdown).start()
        else:
            raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing here")

    def _body(self) -> dict[str, Any]:
        """What the page sends.

        Raises:
            _Refused: it is too large, or no JSON object.
        """
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            raise _Refused(HTTPStatus.LENGTH_REQUIRED, "the length of the body is missing")
        if int(length) > MAX_BYTES:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body has more than {MAX_BYTES:,} bytes")
        if self.headers.get_content_type() != "application/json":
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "the body is no JSON")
        try:
            content = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError) as error:
            raise _Refused(HTTPStatus.BAD_REQUEST, "the body is no JSON") from error
        if not isinstance(content, dict):
            raise _Refused(HTTPStatus.BAD_REQUEST, "the body is no JSON object")
        return content

    def _send_json(self, status: HTTPStatus, content: Any) -> None:
        self._send(status, json.dumps(content).encode(), "application/json")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **_HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _plain(problems: list[Problem]) -> list[dict[str, Any]]:
    return [{"label": one.label, "message": one.message, "note": one.note} for one in problems]
