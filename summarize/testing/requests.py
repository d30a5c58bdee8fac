"""A request as the fake server received it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

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
