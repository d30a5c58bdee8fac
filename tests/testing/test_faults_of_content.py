"""Completions under 200 that are not what was asked for."""

from __future__ import annotations

import json
from typing import Any

import openai
import pytest

from summarize.testing import FakeServer, Reply, Served, faults
from tests.testing.clients import INSTANCE, as_schema, as_tool, complete

WORDS = Reply("123456789012")
SERVED = Served(requests=1, completions=1, input_tokens=2, output_tokens=3, peak_in_flight=1, connections=1)


def answered(reply: Reply, **parameters: Any) -> Any:
    """The choice that a fault arrives as."""
    with FakeServer(reply) as server:
        (choice,) = complete(server, **parameters).choices
        assert server.served.completions == 1
        return choice


def test_invalid_json() -> None:
    """Content that is no JSON comes as a whole, well-formed completion."""
    choice = answered(faults.invalid_json(), response_format=as_schema())
    assert choice.finish_reason == "stop"
    with pytest.raises(json.JSONDecodeError):
        json.loads(choice.message.content)


def test_invalid_json_in_a_tool() -> None:
    """Where a tool is forced, broken content stands in its arguments."""
    (call,) = answered(faults.invalid_json("{"), **as_tool()).message.tool_calls
    assert call.function.arguments == "{"


def test_wrong_schema() -> None:
    """Content of another schema is JSON."""
    assert json.loads(answered(faults.wrong_schema(), response_format=as_schema()).message.content) == {
        "unexpected": True
    }
    assert answered(faults.wrong_schema([])).message.content == "[]"


def test_fenced() -> None:
    """Fenced content is what the schema asks for, or what is given, in a code block."""
    assert answered(faults.fenced_content(), response_format=as_schema()).message.content == f"```json\n{INSTANCE}\n```"
    assert answered(faults.fenced_content({"a": 1})).message.content == '```json\n{"a": 1}\n```'


def test_unenforced() -> None:
    """Prose comes under 200, whatever was asked for."""
    for parameters in ({"response_format": as_schema()}, as_tool()):
        choice = answered(faults.unenforced_schema(), **parameters)
        assert choice.message.content == faults.PROSE_TEXT
        assert choice.message.tool_calls is None


def test_refusal() -> None:
    """A refusal stands in its own member, beside no content, and is paid for."""
    with FakeServer(faults.refusal("No, no.")) as server:
        (choice,) = complete(server, **as_tool()).choices
        assert server.served.output_tokens == 2
    assert (choice.message.refusal, choice.message.content, choice.message.tool_calls) == ("No, no.", None, None)
    assert choice.finish_reason == "stop"


def test_cut() -> None:
    """A completion that met the limit says so, whether it stands in content or in a tool."""
    assert answered(faults.cut_at_limit()).finish_reason == "length"
    choice = answered(faults.cut_at_limit('{"a'), **as_tool())
    assert (choice.finish_reason, choice.message.tool_calls[0].function.arguments) == ("length", '{"a')


def test_content_filter() -> None:
    """A filtered completion says so, and has what came through."""
    choice = answered(faults.content_filter("The"), **as_tool())
    assert (choice.finish_reason, choice.message.content) == ("content_filter", "The")


def test_empty_choices() -> None:
    """A completion without choices has read its input and written nothing."""
    with FakeServer(faults.empty_choices()) as server:
        completion = complete(server, "12345678")
        assert completion.choices == []
        assert (server.served.input_tokens, server.served.output_tokens) == (2, 0)
    assert completion.usage.completion_tokens == 0


def test_in_reasoning() -> None:
    """Content can stand where some servers put what the model thinks."""
    message = answered(faults.in_reasoning(), response_format=as_schema()).message
    assert (message.content, message.reasoning_content) == (None, INSTANCE)


def test_no_usage() -> None:
    """A completion without usage is counted all the same."""
    with FakeServer(faults.no_usage(WORDS)) as server:
        assert complete(server, "12345678").usage is None
        assert server.served == SERVED


def test_html() -> None:
    """A web page under 200 comes out of the client as a string; it is no completion."""
    with FakeServer([faults.html(), faults.html(502)]) as server:
        assert str(complete(server)).startswith("<!doctype html>")
        with pytest.raises(openai.InternalServerError):
            complete(server)
        assert (server.served.requests, server.served.completions, server.served.input_tokens) == (2, 0, 0)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.filtered_request(), "content management policy"),
        (faults.sample_failed(), "Failed to generate JSON"),
        (faults.refused_request("no such header"), "no such header"),
    ],
)
def test_requests_that_are_refused(fault: Reply, words: str) -> None:
    """A request can be refused for its content, for what came of it, or in any words; no tokens are counted."""
    with FakeServer(fault) as server:
        with pytest.raises(openai.BadRequestError, match=words):
            complete(server)
        assert (server.served.requests, server.served.completions) == (1, 0)


def test_gateway_error() -> None:
    """An error under 200 has its status within, and the words of what is behind the gateway."""
    with FakeServer(faults.gateway_error(502, "bad", raw="upstream")) as server:
        error = complete(server).error
    assert error == {"code": 502, "message": "bad", "metadata": {"raw": "upstream"}}


def test_null_choices() -> None:
    """Status 200 with no choices at all is no completion, and costs nothing."""
    with FakeServer(faults.null_choices()) as server:
        assert complete(server).choices is None
        assert server.served.output_tokens == 0


def test_broke_down() -> None:
    """A completion may say that an error ended it; what there is of it is paid."""
    with FakeServer(faults.broke_down()) as server:
        assert complete(server).choices[0].finish_reason == "error"
        assert server.served.output_tokens > 0


def test_thought() -> None:
    """Thinking counts as output and towards the limit, and is told apart."""
    with FakeServer(faults.after_thinking(Reply("x" * 40), 48)) as server:
        free, cut = complete(server), complete(server, max_tokens=12)
    assert (free.choices[0].finish_reason, free.usage.completion_tokens) == ("stop", 22)
    assert (free.choices[0].message.content, free.usage.completion_tokens_details.reasoning_tokens) == ("x" * 40, 12)
    assert (cut.choices[0].finish_reason, cut.choices[0].message.content) == ("length", "")
    assert cut.choices[0].message.reasoning_content == "Let me see. " * 4


def test_tagged() -> None:
    """What was thought can stand in the content itself, between tags."""
    content = answered(faults.with_think_tags("{}")).message.content
    assert content.startswith("<think>")
    assert content.endswith("</think>\n\n{}")


@pytest.mark.parametrize(
    ("fault", "status", "says"),
    [
        (faults.model_loading(), 503, "Loading model"),
        (faults.gateway_timeout(), 524, "timeout"),
        (faults.too_large(), 413, "tokens per minute"),
    ],
)
def test_refused_for_a_while(fault: Reply, status: int, says: str) -> None:
    """A model that is loading, a gateway that waits no longer, and a request over the rate each have status and words of their own."""
    with FakeServer(fault) as server, pytest.raises(openai.APIStatusError) as caught:
        complete(server)
    assert caught.value.status_code == status
    assert says in str(caught.value)
