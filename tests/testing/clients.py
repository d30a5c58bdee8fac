"""Clients for the fake server: the openai client, which hides what it thinks nobody wants to see, and a raw socket."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import openai
from openai.types.chat import ChatCompletion

from summarize.testing import FakeServer

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "sentences": {"type": "array", "items": {"type": "integer"}}},
    "required": ["headline", "sentences"],
    "additionalProperties": False,
}
INSTANCE = '{"headline": "", "sentences": []}'


def client(server: FakeServer, *, aiohttp: bool = False, **options: Any) -> openai.AsyncOpenAI:
    """A client without retries of its own."""
    # Plain HTTP needs no certificates, which take 30 ms to load.
    transport = (
        openai.DefaultAioHttpClient() if aiohttp else openai.DefaultAsyncHttpx2Client(verify=False, trust_env=False)
    )
    options = {"api_key": "sk-anything", "timeout": 30.0, **options}
    return openai.AsyncOpenAI(base_url=server.base_url, max_retries=0, http_client=transport, **options)


async def completed(asker: openai.AsyncOpenAI, text: str = "Which bridge?", **parameters: Any) -> ChatCompletion:
    """A completion of one message."""
    parameters = {"model": "fake-model", "messages": [{"role": "user", "content": text}], **parameters}
    completion: ChatCompletion = await asker.chat.completions.create(**parameters)
    return completion


def complete(
    server: FakeServer, text: str = "Which bridge?", *, aiohttp: bool = False, timeout: float = 30.0, **parameters: Any
) -> Any:
    """The same, by a client of its own."""

    async def run() -> Any:
        async with client(server, aiohttp=aiohttp, timeout=timeout) as asker:
            return await completed(asker, text, **parameters)

    return asyncio.run(run())


def text_of(completion: ChatCompletion) -> str | None:
    """The content of the first choice."""
    return completion.choices[0].message.content


def as_schema(schema: Any = None, *, strict: bool | None = True) -> dict[str, Any]:
    """The `response_format` that asks for a schema."""
    wrapped: dict[str, Any] = {"name": "card", "schema": SCHEMA if schema is None else schema}
    if strict is not None:
        wrapped["strict"] = strict
    return {"type": "json_schema", "json_schema": wrapped}


def as_tool(schema: Any = None, choice: Any = "named", *, strict: bool = False) -> dict[str, Any]:
    """The parameters that offer a tool, and force it unless `choice` says otherwise."""
    function = {"name": "card", "parameters": SCHEMA if schema is None else schema, "strict": strict}
    named = {"type": "function", "function": {"name": "card"}}
    return {
        "tools": [{"type": "function", "function": function}],
        "tool_choice": named if choice == "named" else choice,
    }


def raw(server: FakeServer, *pieces: bytes, timeout: float = 30.0) -> bytes:
    """All that comes back for some bytes, until the server closes the connection.

    Raises:
        TimeoutError: the server said nothing for `timeout` seconds.
        ConnectionResetError: the server reset the connection.
    """
    received = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout) as connection:
        for piece in pieces:
            connection.sendall(piece)
        while data := connection.recv(1 << 16):
            received += data
    return received


def request(body: bytes = b"", path: str = "/v1/chat/completions", method: str = "POST", *headers: str) -> bytes:
    """A request that asks for the connection to be closed after it, unless `headers` say something of the connection."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}", *headers]
    if not any(line.lower().startswith("connection:") for line in lines):
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode() + body
