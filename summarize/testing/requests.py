"""A request as the fake server received it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from summarize.testing.replies import Reply

_CLAIMS = re.compile(r"(?m)^<(claims [0-9a-f]{8})>\n(?s:(.*?))\n</\1>$")
_CLAIM = re.compile(r"(?m)^CLAIM (\d+): ")


def _parts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        yield from (part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str))


@dataclass(frozen=True, slots=True)
class Request:
    """A request, read in full."""

    method: str
    path: str
    """Without the query."""
    headers: Mapping[str, str] = field(repr=False)
    """By lower-case name. A repeated header keeps its last value. The client's key is among them; it is not in `repr()`."""
    body: Any
    """The JSON value of the body; None if there is none or it is no JSON."""
    raw: bytes = field(repr=False)
    """The body, without its transfer encoding."""
    at: float
    """Seconds from the start of the server."""
    query: str = ""
    """Of the address, as it came."""

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages of a request for a completion; empty for any other."""
        messages = self.body.get("messages") if isinstance(self.body, dict) else None
        return [message for message in messages if isinstance(message, dict)] if isinstance(messages, list) else []

    @property
    def text(self) -> str:
        """The text of all messages, in order, with nothing between them."""
        return "".join(part for message in self.messages for part in _parts(message.get("content")))

    @property
    def marked(self) -> str | None:
        """The text up to the last mark for the provider's cache; None if there is none."""
        text, marked = "", None
        for message in self.messages:
            content = message.get("content")
            for part in content if isinstance(content, list) else [{"text": content}]:
                text += str(part.get("text") or "")
                if "prompt_cache_breakpoint" in part or "cache_control" in part:
                    marked = text
        return marked

    @property
    def last_user(self) -> str:
        """The text of the last message from the user; empty if there is none."""
        for message in reversed(self.messages):
            if message.get("role") == "user":
                return "".join(_parts(message.get("content")))
        return ""

    @property
    def claims(self) -> tuple[int, ...]:
        """Numbers of the claims that a judge is asked about, also where it is asked again; empty if it is no such question."""
        for message in self.messages:
            if message.get("role") == "user":
                found = _CLAIMS.search("".join(_parts(message.get("content"))))
                return tuple(map(int, _CLAIM.findall(found[2]))) if found else ()
        return ()


Script = Reply | Sequence[Reply] | Callable[[Request], Reply] | Mapping[str, Reply | Sequence[Reply]]
"""One reply for all requests; or one for each in order; or a function, called on the server's thread; or replies by a part of the
last user message, for requests whose order is not known (the first key that is in the message counts; "" is in each)."""

OVER = Reply(status=500, error={"message": "script is over", "type": "server_error", "param": None, "code": None})
UNKNOWN = Reply(
    status=500,
    error={
        "message": "no key of the script is in the last user message",
        "type": "server_error",
        "param": None,
        "code": None,
    },
)


class Series:
    """Replies in order. After the last one it is repeated, or, with `exhaust`, the script is over."""

    def __init__(self, replies: Reply | Sequence[Reply], *, exhaust: bool) -> None:
        """Take one reply or several.

        Raises:
            ValueError: there are none.
        """
        self._replies = (replies,) if isinstance(replies, Reply) else tuple(replies)
        self._exhaust = exhaust
        self._next = 0
        if not self._replies:
            raise ValueError("a script needs at least one reply")

    def __call__(self, _: Request) -> Reply:
        number = self._next
        self._next += 1
        if number < len(self._replies):
            return self._replies[number]
        return OVER if self._exhaust else self._replies[-1]


class Keyed:
    """Replies by a part of the last user message."""

    def __init__(self, replies: Mapping[str, Reply | Sequence[Reply]], *, exhaust: bool) -> None:
        """Take one reply or several for each part.

        Raises:
            ValueError: there are none.
        """
        self._series = {key: Series(value, exhaust=exhaust) for key, value in replies.items()}
        if not self._series:
            raise ValueError("a script needs at least one reply")

    def __call__(self, request: Request) -> Reply:
        """The next reply of the first key that is in the last user message."""
        message = request.last_user
        for key, series in self._series.items():
            if key in message:
                return series(request)
        return UNKNOWN


def player(script: Script, *, exhaust: bool) -> Callable[[Request], Reply]:
    """The function that gives each request its reply.

    Raises:
        ValueError: the script holds no reply.
    """
    if isinstance(script, Mapping):
        return Keyed(script, exhaust=exhaust)
    if isinstance(script, Reply | Sequence):
        return Series(script, exhaust=exhaust)
    return script


def ruling_stands(request: Request) -> Reply:
    """What a judge answers that finds nothing wrong: that every claim it is asked about stands."""
    return Reply(
        {"rulings": [{"claim": number, "source": "", "differs": "", "ruling": "stands"} for number in request.claims]}
    )


def with_judge(play: Callable[[Request], Reply], judge: Callable[[Request], Reply]) -> Callable[[Request], Reply]:
    """Replies of one function to questions to a judge, of another to all the rest."""
    return lambda request: judge(request) if request.claims else play(request)
