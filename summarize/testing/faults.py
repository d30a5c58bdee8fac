"""Replies that go wrong, each the way a real endpoint does.

A fault that takes a `reply` does something to it, so that faults can be combined: `latency(2, hang())`. Those that break the
delivery of a completion count its tokens as lost.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from json import dumps
from typing import Any

from summarize.testing.replies import ANSWER, Content, Delivery, Reply

PROSE_TEXT = "Sure! Here is a short summary of the article: the council met, and it decided to meet again."
"""What a model says that nothing holds to a schema."""


def _error(status: int, message: str, kind: str, code: str | None, param: str | None = None) -> Reply:
    return Reply(status=status, error={"message": message, "type": kind, "param": param, "code": code})


def latency(seconds: float, reply: Reply = ANSWER) -> Reply:
    """The reply, `seconds` after the request. A client that leaves before has lost its tokens."""
    return replace(reply, latency=seconds)


def rate_limited(retry_after: float | str | datetime | None = None, *, insufficient_quota: bool = False) -> Reply:
    """429.

    Args:
        retry_after: the header `retry-after`: seconds, a time (sent as an HTTP date), or the header's very text.
        insufficient_quota: the account is out of credit, so that no waiting helps.
    """
    if insufficient_quota:
        message = "You exceeded your current quota, please check your plan and billing details."
        reply = _error(429, message, "insufficient_quota", "insufficient_quota")
    else:
        reply = _error(
            429, "Rate limit reached for requests. Please try again later.", "requests", "rate_limit_exceeded"
        )
    if retry_after is None:
        return reply
    if isinstance(retry_after, datetime):
        retry_after = format_datetime(retry_after.astimezone(UTC), usegmt=True)
    return replace(reply, headers={"retry-after": str(retry_after)})


def server_error(status: int = 500) -> Reply:
    """A failure of the server's own: 500, 502, 503, 504."""
    return _error(status, "The server had an error while processing your request.", "server_error", None)


def hang(reply: Reply = ANSWER) -> Reply:
    """Nothing at all, until the client leaves or the server closes. The reply's tokens are lost."""
    return replace(reply, delivery=Delivery("hang"))


def drip(seconds_per_byte: float, reply: Reply = ANSWER) -> Reply:
    """The head at once, then the body byte by byte, which keeps a read timeout from firing."""
    return replace(reply, delivery=Delivery("drip", seconds_per_byte=seconds_per_byte))


def disconnect(reply: Reply = ANSWER, *, reset: bool = True) -> Reply:
    """The connection ends when the request was read: by RST, or by FIN if not `reset`. The reply's tokens are lost."""
    return replace(reply, delivery=Delivery("reset" if reset else "close"))


def truncated_body(reply: Reply = ANSWER) -> Reply:
    """`Content-Length` promises the whole body, the connection ends after half of it. The reply's tokens are lost."""
    return replace(reply, delivery=Delivery("truncated"))


def endless(reply: Reply = ANSWER) -> Reply:
    """A JSON body that never ends, some megabytes a second, under 200. The reply's tokens are lost."""
    return replace(reply, delivery=Delivery("endless"))


def invalid_json(content: str = '{"headline": "A bridge reopens", "what": [{"text": ') -> Reply:
    """A completion whose content is no JSON, though the model says that it has finished."""
    return Reply(content)


def wrong_schema(content: Content = None) -> Reply:
    """A completion whose content is JSON of another schema."""
    return Reply({"unexpected": True} if content is None else content)


def fenced_content(content: Content = None) -> Reply:
    """A completion with its content in a Markdown code block."""
    return Reply(content, fenced=True)


def unenforced_schema() -> Reply:
    """Prose under 200: the server accepted the schema and did nothing with it."""
    return Reply(PROSE_TEXT, tool_call=False)


def refusal(text: str = "I'm sorry, I can't help with that.") -> Reply:
    """The model refuses, in the member made for that."""
    return Reply(refusal=text)


def cut_at_limit(content: str = '{"headline": "A bridge reo') -> Reply:
    """A completion that ended at the limit of tokens."""
    return Reply(content, finish_reason="length")


def content_filter(content: str = "") -> Reply:
    """A completion that a filter ended."""
    return Reply(content, finish_reason="content_filter", tool_call=False)


def empty_choices() -> Reply:
    """A completion without any choice: input tokens are counted, output tokens are none."""
    return Reply(choices=0)


def in_reasoning(reply: Reply = ANSWER) -> Reply:
    """The content stands in `message.reasoning_content`, and `message.content` is null, as behind some reasoning parsers."""
    return replace(reply, in_reasoning=True)


def no_usage(reply: Reply = ANSWER) -> Reply:
    """The reply without `usage`. The server counts its tokens all the same."""
    return replace(reply, usage=None)


def html(status: int = 200) -> Reply:
    """A web page, such as a proxy or a login sends."""
    page = b"<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>"
    return Reply(status=status, body=page, headers={"content-type": "text/html; charset=utf-8"})


def list_error(status: int = 400, message: str = "Request contains an invalid argument.") -> Reply:
    """An error whose body is a JSON list."""
    error: dict[str, Any] = {"code": status, "message": message, "status": "INVALID_ARGUMENT"}
    return Reply(status=status, body=dumps([{"error": error}]).encode())


def auth_error() -> Reply:
    """401: a wrong key, which is not repeated."""
    return _error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key")


def model_not_found(model: str = "no-such-model") -> Reply:
    """404: the server has no such model."""
    message = f"The model `{model}` does not exist or you do not have access to it."
    return _error(404, message, "invalid_request_error", "model_not_found")


def context_length(limit: int = 8192) -> Reply:
    """400: the messages are longer than the model can read, which is `limit` tokens."""
    message = f"This model's maximum context length is {limit} tokens. Please reduce the length of the messages."
    return _error(400, message, "invalid_request_error", "context_length_exceeded", "messages")


def unsupported_parameter(name: str) -> Reply:
    """400: the model does not take the parameter `name`."""
    message = f"Unsupported parameter: '{name}' is not supported with this model."
    return _error(400, message, "invalid_request_error", "unsupported_parameter", name)


def filtered_request(status: int = 400) -> Reply:
    """400: the content filter stopped the article before the model read it, in Azure's words and shape."""
    error: dict[str, Any] = {
        "message": "The response was filtered due to the prompt triggering the content management policy.",
        "type": None,
        "param": "prompt",
        "code": "content_filter",
        "status": status,
        "innererror": {"code": "ResponsibleAIPolicyViolation"},
    }
    return Reply(status=status, error=error)


def sample_failed() -> Reply:
    """400: the endpoint looked at what the model wrote, and it was not in the form asked for. Another try may be."""
    message = "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details."
    return _error(400, message, "invalid_request_error", "json_validate_failed")


def refused_request(message: str, status: int = 400) -> Reply:
    """A request that is refused in words of any kind, with nothing else said."""
    return Reply(status=status, error={"message": message})


def gateway_error(code: int, message: str, raw: str | None = None) -> Reply:
    """An error under status 200, as gateways pass on what went wrong behind them: its status, and the other's own words."""
    error: dict[str, Any] = {"code": code, "message": message}
    if raw is not None:
        error["metadata"] = {"raw": raw}
    return Reply(body=dumps({"error": error, "choices": None}).encode(), headers={"content-type": "application/json"})


def null_choices() -> Reply:
    """Status 200 with `choices: null` and not a word why, as gateways send it."""
    return Reply(
        body=b'{"id": "gen-1", "object": "chat.completion", "created": 1, "model": "m", "choices": null}',
        headers={"content-type": "application/json"},
    )


def broke_down(content: str = '{"headline": "A bridge reo') -> Reply:
    """A completion that ended half-way with `finish_reason: "error"`; its tokens are counted."""
    return Reply(content, finish_reason="error")


def after_thinking(reply: Reply = ANSWER, characters: int = 40_000) -> Reply:
    """The reply after so many characters of thinking, which may leave no room for it."""
    return replace(reply, reasoning="Let me see. " * (characters // 12))


def with_think_tags(content: str, begin: str = "<think>", end: str = "</think>") -> Reply:
    """What the model thought stands between tags before the content, as where no parser keeps the two apart."""
    return Reply(f"{begin}\nThe sentence {{1}} says it.\n{end}\n\n{content}")


def model_loading() -> Reply:
    """503, as llama.cpp answers until its model is in memory."""
    return _error(503, "Loading model", "unavailable_error", None)


def gateway_timeout(status: int = 524) -> Reply:
    """A gateway gave up waiting for the model, which goes on: 504, or 524 of Cloudflare."""
    page = b"<!doctype html><html><head><title>A timeout occurred</title></head><body>Error 524</body></html>"
    return Reply(status=status, body=page, headers={"content-type": "text/html; charset=utf-8"})


def too_large(limit: int = 6_000) -> Reply:
    """413: the prompt and the longest answer allowed are over the tokens that one minute has, in Groq's words."""
    message = f"Request too large for model on tokens per minute (TPM): Limit {limit}, Requested 8142, please reduce your message size and try again."
    return _error(413, message, "tokens", "rate_limit_exceeded")
