"""A server, its script, and what it remembers."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import openai
import pytest

from summarize.testing import OPENAI, FakeServer, Reply, Request, Script, Served, Usage
from tests.testing.clients import INSTANCE, as_schema, as_tool, client, complete, completed, raw, request, text_of


def test_content_is_served_as_given() -> None:
    """A string is sent as it is, a mapping or list as JSON."""
    with FakeServer([Reply("Zürich — “yes”"), Reply({"a": 1}), Reply([1, 2])]) as server:
        assert text_of(complete(server)) == "Zürich — “yes”"
        assert text_of(complete(server)) == '{"a": 1}'
        assert text_of(complete(server)) == "[1, 2]"


def test_content_by_schema() -> None:
    """Without content the answer is an instance of the schema asked for: as content, or in the tool that is forced."""
    with FakeServer() as server:
        assert text_of(complete(server, response_format=as_schema())) == INSTANCE
        (choice,) = complete(server, **as_tool()).choices
    assert choice.message.content is None
    assert choice.message.tool_calls[0].function.name == "card"
    assert choice.message.tool_calls[0].function.arguments == INSTANCE
    assert choice.finish_reason == "stop"


def test_required_tool() -> None:
    """`required` forces the first tool, and then `finish_reason` says so; `auto` forces none."""
    with FakeServer(Reply({"headline": "x"})) as server:
        (forced,) = complete(server, **as_tool(choice="required")).choices
        (free,) = complete(server, **as_tool(choice="auto")).choices
    assert (forced.finish_reason, forced.message.tool_calls[0].function.arguments) == (
        "tool_calls",
        '{"headline": "x"}',
    )
    assert (free.finish_reason, free.message.content, free.message.tool_calls) == ("stop", '{"headline": "x"}', None)


def test_tool_call_as_told() -> None:
    """A reply can call a tool that nobody forced, and can answer in words where one was forced."""
    with FakeServer([Reply({"headline": "x"}, tool_call=True), Reply("no", tool_call=False)]) as server:
        assert complete(server, **as_tool(choice="auto")).choices[0].message.tool_calls[0].function.name == "card"
        assert text_of(complete(server, **as_tool())) == "no"


def test_members_and_headers() -> None:
    """Further members of the completion and headers of the answer arrive; the model's name is the request's."""
    script = Reply("x", extra={"service_tier": "flex"}, headers={"X-Request-Id": "req_1"})
    with FakeServer(script) as server:
        completion = complete(server, model="fake-2")
    assert (completion.service_tier, completion.model, completion._request_id) == ("flex", "fake-2", "req_1")


def test_sequence_repeats_its_last() -> None:
    """Replies come in order; after the last one it is repeated."""
    with FakeServer([Reply("1"), Reply("2")]) as server:
        assert [text_of(complete(server)) for _ in range(3)] == ["1", "2", "2"]


def test_exhausted_script() -> None:
    """With `exhaust` a request too many is a 500 that says so."""
    with FakeServer([Reply("1")], exhaust=True) as server:
        complete(server)
        with pytest.raises(openai.InternalServerError, match="script is over"):
            complete(server)


def test_mapping_answers_by_the_last_user_message() -> None:
    """Each key that is in the last user message has its own replies in order, whatever order the requests come in."""
    with FakeServer({"bridge": [Reply("b1"), Reply("b2")], "": Reply("else")}) as server:
        assert text_of(complete(server, "The bridge")) == "b1"
        assert text_of(complete(server, "A fire")) == "else"
        parts = [{"type": "text", "text": "the "}, {"type": "text", "text": "bridge"}]
        messages = [{"role": "user", "content": parts}, {"role": "assistant", "content": "A fire?"}]
        assert text_of(complete(server, messages=messages)) == "b2"


def test_mapping_without_the_key() -> None:
    """A message that holds no key is a 500 that says so."""
    with (
        FakeServer({"bridge": Reply()}) as server,
        pytest.raises(openai.InternalServerError, match="no key of the script"),
    ):
        complete(server, "A fire")


@pytest.mark.parametrize("script", [[], {}, {"bridge": []}])
def test_empty_script(script: Script) -> None:
    """A script without replies is refused."""
    with pytest.raises(ValueError, match="at least one reply"):
        FakeServer(script)


def test_function_is_called_on_the_servers_thread() -> None:
    """A script can be a function of the request."""
    threads = []

    def script(asked: Request) -> Reply:
        threads.append(threading.current_thread().name)
        return Reply(asked.last_user.upper())

    with FakeServer(script) as server:
        assert text_of(complete(server, "bridge")) == "BRIDGE"
        assert threads == [f"fake server {server.port}"]


def test_function_that_raises() -> None:
    """An exception in a script's function ends the connection, and comes out when the server is closed."""

    def script(_: Request) -> Reply:
        raise KeyError("bridge")

    with (
        pytest.raises(KeyError, match="bridge"),
        FakeServer(script) as server,
        pytest.raises(openai.APIConnectionError),
    ):
        complete(server)


def test_function_that_raises_hides_nothing() -> None:
    """What the test itself raises goes before what the script's function raised."""

    def script(_: Request) -> Reply:
        raise KeyError("bridge")

    with pytest.raises(openai.APIConnectionError), FakeServer(script) as server:
        complete(server)
    server.close()  # and closing again is quiet: the exception was passed over for a better one


def test_requests_are_kept() -> None:
    """A request has its method, path without query, headers by lower-case name, body as sent and as JSON, and its time."""
    with FakeServer() as server:
        complete(server, "One", temperature=0.5)
        raw(server, request(b"{no json", "/v1/else?x=1", "PUT", "X-Odd:  a  "))
        first, second = server.requests
    assert (first.method, first.path) == ("POST", "/v1/chat/completions")
    assert first.headers["authorization"] == "Bearer sk-anything"
    assert first.body == json.loads(first.raw)
    assert (first.body["temperature"], first.last_user, first.text) == (0.5, "One", "One")
    assert (second.method, second.path, second.headers["x-odd"]) == ("PUT", "/v1/else", "a")
    assert (second.raw, second.body, second.messages, second.last_user) == (b"{no json", None, [], "")
    assert 0 <= first.at <= second.at
    assert "sk-anything" not in repr(first)


def test_keep() -> None:
    """`keep` bounds the requests that are kept, not those that are counted."""
    with FakeServer(keep=1) as server:
        for text in ("One", "Two"):
            complete(server, text)
        assert [kept.last_user for kept in server.requests] == ["Two"]
        assert server.served.requests == 2


def test_models() -> None:
    """`GET /v1/models` lists the models."""

    async def listed(server: FakeServer) -> list[str]:
        async with client(server) as asker:
            return [model.id async for model in asker.models.list()]

    with FakeServer(models=["one", "two"]) as server:
        assert asyncio.run(listed(server)) == ["one", "two"]
        assert server.served.requests == 0


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/v1/else", "POST", 404),
        ("/", "GET", 404),
        ("/chat/completions", "POST", 404),
        ("/v1/models", "POST", 405),
        ("/v1/chat/completions", "GET", 405),
    ],
)
def test_unknown_paths(path: str, method: str, status: int) -> None:
    """Any other path is 404, a wrong method 405, both with an error object; neither is a request for a completion."""
    with FakeServer() as server:
        head, _, body = raw(server, request(b"", path, method)).partition(b"\r\n\r\n")
        assert server.served == Served(connections=1)
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert json.loads(body)["error"]["type"] == "invalid_request_error"


def test_api_key() -> None:
    """With `api_key` any other key, or none, is 401, which does not repeat the key and uses up no reply."""

    async def ask(server: FakeServer, key: str) -> Any:
        async with client(server, api_key=key) as asker:
            return await completed(asker)

    with FakeServer([Reply("1"), Reply("2")], api_key="sk-right") as server:
        with pytest.raises(openai.AuthenticationError) as caught:
            asyncio.run(ask(server, "sk-wrong"))
        assert text_of(asyncio.run(ask(server, "sk-right"))) == "1"
        assert b"401" in raw(server, request(b"{}"))
        assert server.served.requests == 3
    assert caught.value.code == "invalid_api_key"
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "could not parse the JSON"),
        (b"[]", "could not parse the JSON"),
        (b"\xff\xfe\x00", "could not parse the JSON"),
        (b'{"messages": [{"role": "user", "content": "x"}]}', "'model'"),
        (b'{"model": "m"}', "'messages'"),
        (b'{"model": "m", "messages": [{"role": "user", "content": "x"}], "stream": true}', "does not stream"),
    ],
)
def test_requests_that_make_no_sense(body: bytes, message: str) -> None:
    """A body that no endpoint would take is 400."""
    with FakeServer() as server:
        answer = raw(server, request(body))
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert message in json.loads(answer.partition(b"\r\n\r\n")[2])["error"]["message"]


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
def test_limit_on_tokens(name: str) -> None:
    """A limit on tokens cuts the content, and `finish_reason` and `usage` say so; an answer below it is left alone."""
    with FakeServer(Reply("12345678901234")) as server:
        limits: list[dict[str, Any]] = [{name: 2}, {name: 4}]
        cut, whole = (complete(server, **limit) for limit in limits)
    assert (text_of(cut), cut.choices[0].finish_reason, cut.usage.completion_tokens) == ("12345678", "length", 2)
    assert (text_of(whole), whole.choices[0].finish_reason) == ("12345678901234", "stop")


def test_two_servers() -> None:
    """Servers know nothing of each other."""
    with FakeServer(Reply("one")) as one, FakeServer(Reply("two"), capabilities=OPENAI) as two:
        assert one.base_url != two.base_url
        assert (text_of(complete(one)), text_of(complete(two)), text_of(complete(two))) == ("one", "two", "two")
        assert (one.served.requests, two.served.requests) == (1, 2)


def test_usage_as_told() -> None:
    """A `Usage` is sent and counted; a mapping is sent as it is, None sends none, and the server counts by its rule."""
    odd = {"prompt_tokens": None, "completion_tokens": 7, "total_tokens": -1}
    script = [
        Reply("x", usage=Usage(input_tokens=1000, cached_tokens=10, output_tokens=20)),
        Reply("x", usage=odd),
        Reply("x", usage=None),
    ]
    with FakeServer(script) as server:
        told = complete(server, "1234").usage
        assert server.served.usage == Usage(input_tokens=1000, cached_tokens=10, output_tokens=20, requests=1)
        assert complete(server, "1234").usage.to_dict() == odd
        assert complete(server, "1234").usage is None
        assert server.served.usage == Usage(input_tokens=1002, cached_tokens=10, output_tokens=22, requests=3)
    assert (told.prompt_tokens, told.completion_tokens, told.total_tokens) == (1000, 20, 1020)
    assert told.prompt_tokens_details.cached_tokens == 10
