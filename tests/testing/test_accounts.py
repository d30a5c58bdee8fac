"""What the server counts is what it served."""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any

import openai
import pytest

from summarize.testing import OLLAMA, FakeServer, Reply, Request, Served, Usage, faults
from tests.testing.clients import SCHEMA, as_schema, as_tool, client, complete, completed, text_of

COMPACT = len(json.dumps(SCHEMA, separators=(",", ":")))


def test_tokens_are_characters_by_four() -> None:
    """Input is the text of all messages, output the content, each four characters to a token and rounded up."""
    messages = [{"role": "system", "content": "12345"}, {"role": "user", "content": [{"type": "text", "text": "ü€😀"}]}]
    with FakeServer(Reply("123456789")) as server:
        usage = complete(server, messages=messages).usage
        assert server.served.usage == Usage(input_tokens=2, output_tokens=3, requests=1)
    assert (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens) == (2, 3, 5)


@pytest.mark.parametrize("parameters", [{"response_format": as_schema()}, as_tool(), as_tool(choice="auto")])
def test_schema_is_read_too(parameters: dict[str, Any]) -> None:
    """A schema counts as input, as compact JSON: that of the answer, and that of a tool, forced or not."""
    with FakeServer(Reply("{}")) as server:
        usage = complete(server, "123", **parameters).usage
    assert usage.prompt_tokens == math.ceil((3 + COMPACT) / 4)


@pytest.mark.parametrize(
    ("common", "cached"),
    [(0, 0), (1023, 0), (1024, 1024), (1151, 1024), (1152, 1152), (4000, 3968)],
)
def test_cached_prefix(common: int, cached: int) -> None:
    """What the messages have in common with the beginning of earlier ones is cached, by 128 tokens from 1,024 on."""
    instructions, rest = "i" * 4 * common, "r" * 4 * 2000

    def messages(article: str) -> list[dict[str, str]]:
        return [{"role": "system", "content": instructions}, {"role": "user", "content": article + rest}]

    with FakeServer() as server:
        first = complete(server, messages=messages("a"))
        second = complete(server, messages=messages("b"))
        assert server.served.cached_tokens == cached
    assert first.usage.prompt_tokens_details.cached_tokens == 0
    assert second.usage.prompt_tokens_details.cached_tokens == cached


def test_cache_is_of_a_model_and_a_schema() -> None:
    """Another model or another schema shares no prefix; the same again does."""
    text = "i" * 8192
    with FakeServer() as server:
        kinds: list[dict[str, Any]] = [{}, {"model": "other"}, {"response_format": as_schema()}]
        for parameters in kinds:
            assert complete(server, text, **parameters).usage.prompt_tokens_details.cached_tokens == 0
        for parameters in kinds:
            assert complete(server, text, **parameters).usage.prompt_tokens_details.cached_tokens == 2048


def test_server_without_a_cache() -> None:
    """An endpoint that says nothing of cached tokens has none."""
    with FakeServer(capabilities=OLLAMA) as server:
        complete(server, "i" * 8192)
        assert complete(server, "i" * 8192).usage.prompt_tokens_details is None
        assert server.served.cached_tokens == 0


def test_errors_cost_nothing() -> None:
    """An error is a request, and no tokens."""
    with FakeServer(faults.server_error()) as server:
        with pytest.raises(openai.InternalServerError):
            complete(server)
        assert server.served == Served(requests=1, peak_in_flight=1, connections=1)


def test_client_that_leaves_has_lost_its_tokens() -> None:
    """What a client did not wait for is lost, not served, as soon as it is gone."""

    async def run(server: FakeServer) -> Served:
        async with client(server, timeout=1.0) as asker:
            with pytest.raises(openai.APITimeoutError):
                await completed(asker, "12345678")
            return await server.asettled()

    with FakeServer(faults.latency(30, Reply("1234"))) as server:
        served = asyncio.run(run(server))
    assert served == Served(requests=1, lost_input_tokens=2, lost_output_tokens=1, peak_in_flight=1, connections=1)


def test_settled_is_not_patient() -> None:
    """A request that stays open is a TimeoutError."""

    async def run(server: FakeServer) -> None:
        async with client(server) as asker:
            task = asyncio.create_task(completed(asker))
            await server.areceived()
            with pytest.raises(TimeoutError, match="1 requests are still open"):
                await server.asettled(timeout=0.01)
            task.cancel()
            await asyncio.wait([task])
        assert (await server.asettled()).lost_output_tokens > 0

    with FakeServer(faults.hang()) as server:
        asyncio.run(run(server))


@pytest.mark.parametrize("aiohttp", [False, True])
def test_three_hundred_at_once(aiohttp: bool) -> None:
    """Under load every request is counted once, each gets its own answer, and the peak is how many were open."""
    seen: set[str] = set()

    def script(asked: Request) -> Reply:
        seen.add(asked.last_user)
        return Reply(asked.last_user[::-1], latency=0.25)

    async def run(server: FakeServer) -> list[str | None]:
        async with client(server, aiohttp=aiohttp, timeout=20.0) as asker:
            texts = (f"{number:08}" for number in range(300))
            return [text_of(each) for each in await asyncio.gather(*(completed(asker, text) for text in texts))]

    with FakeServer(script) as server:
        answers = asyncio.run(run(server))
        served = server.served
    assert answers == [f"{number:08}"[::-1] for number in range(300)]
    assert len(seen) == 300
    assert (served.requests, served.completions, served.input_tokens, served.output_tokens) == (300, 300, 600, 600)
    assert 1 < served.peak_in_flight <= 300
    assert served.peak_in_flight <= served.connections <= 300


def test_large_answer_is_lost_if_it_is_not_read() -> None:
    """An answer larger than the network takes at once is served when it is gone whole, and lost if the client leaves before."""
    size = 1 << 25

    async def half(server: FakeServer) -> Served:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        body = b'{"model": "m", "messages": [{"role": "user", "content": "1234"}]}'
        writer.write(
            b"POST /v1/chat/completions HTTP/1.1\r\nHost: fake\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)
        )
        await reader.readexactly(1000)
        writer.transport.abort()
        return await server.asettled()

    with FakeServer(Reply("x" * size)) as server:
        assert len(text_of(complete(server, "1234")) or "") == size
        assert server.settled().usage == Usage(input_tokens=1, output_tokens=size // 4, requests=1)
        lost = asyncio.run(half(server))
    assert (lost.completions, lost.output_tokens, lost.lost_output_tokens) == (1, size // 4, size // 4)
