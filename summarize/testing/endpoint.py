"""What an endpoint answers to a request: the paths, the key, the errors and the completions."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from itertools import count
from typing import Any

from summarize.card import Usage
from summarize.testing.accounts import PrefixCache, tokens
from summarize.testing.batches import BatchPlan, FakeBatches
from summarize.testing.capabilities import Capabilities
from summarize.testing.faults import PROSE_TEXT
from summarize.testing.replies import JSON, Reply, WireAnswer, json_answer
from summarize.testing.requests import Request
from summarize.testing.wishes import Objection, RequestReader, Wish


class FakeEndpoint:
    """Answers requests, one after the other."""

    def __init__(
        self,
        play: Callable[[Request], Reply],
        capabilities: Capabilities,
        models: Mapping[str, Mapping[str, Any]],
        api_key: str | None,
        batches: BatchPlan | None = None,
    ) -> None:
        """Answer as the script says, to those who know `api_key`; to all if it is None."""
        self._play = play
        self._capabilities = capabilities
        self._models = models
        self._api_key = api_key
        self._reader = RequestReader(capabilities)
        self.completions = capabilities.path + "/chat/completions"
        self._list = capabilities.path + "/models"
        self._files, self._jobs = capabilities.path + "/files", capabilities.path + "/batches"
        self._cache = PrefixCache()
        self.batches = FakeBatches(capabilities.path, batches or BatchPlan(), self._complete_request)
        self._numbers = count(1)

    def answer(self, request: Request) -> WireAnswer:
        """The answer to a request, which is whatever the script's function raises if that raises."""
        methods = {self.completions: "POST", self._list: "GET"}
        of_batch = request.path.startswith((self._files, self._jobs))
        if request.path not in methods and not of_batch:
            return self._error(404, f"Invalid URL ({request.method} {request.path})")
        if not of_batch and request.method != methods[request.path]:
            return self._error(405, f"Not allowed to {request.method} on {request.path}.")
        header = self._capabilities.key_header
        key = f"Bearer {self._api_key}" if header == "authorization" else self._api_key
        if self._api_key is not None and request.headers.get(header) != key:
            return self._error(401, "Incorrect API key provided.", code="invalid_api_key")
        if of_batch:
            return self.batches.answer(request) or self._error(404, f"Invalid URL ({request.method} {request.path})")
        if request.path == self._list:
            return self._list_of_models()
        return self._complete_request(request)

    def _complete_request(self, request: Request) -> WireAnswer:
        objection = self._reader.objection(request)
        return self._answer_objection(objection) if objection else self._play_reply(request)

    def _list_of_models(self) -> WireAnswer:
        models = [
            {"id": name, "object": "model", "created": 0, "owned_by": "testing", **more}
            for name, more in self._models.items()
        ]
        return json_answer(200, {"object": "list", "data": models})

    def _answer_objection(self, objection: Objection) -> WireAnswer:
        status = 422 if self._capabilities.errors == "details" else 400
        return self._error(status, objection.message, objection.param, objection.code)

    def _error(self, status: int, message: str, param: str | None = None, code: str | None = None) -> WireAnswer:
        error = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
        return WireAnswer(status, self._error_body(status, error))

    def _error_body(self, status: int, error: Mapping[str, Any]) -> bytes:
        value: Any = {"error": error}
        if self._capabilities.errors == "text":
            value = {"error": error.get("message", "")}
        if self._capabilities.errors == "details" and status == 422:
            detail = {
                "type": "extra_forbidden",
                "loc": ["body", error.get("param")],
                "msg": "Extra inputs are not permitted",
            }
            value = {"object": "error", "message": {"detail": [detail]}, "type": "invalid_request_error", "code": None}
        if self._capabilities.errors == "list":
            reason = "INVALID_ARGUMENT" if status == 400 else HTTPStatus(status).phrase.upper().replace(" ", "_")
            value = [{"error": {"code": status, "message": error.get("message", ""), "status": reason}}]
        return json.dumps(value, ensure_ascii=False).encode()

    def _play_reply(self, request: Request) -> WireAnswer:
        reply = self._play(request)
        body, usage = reply.body, None
        if body is None and reply.error is not None:
            body = self._error_body(reply.status, reply.error)
        if body is None:
            body, usage = self._completion(request, reply)
        headers = {**JSON, **{name.lower(): value for name, value in reply.headers.items()}}
        return WireAnswer(reply.status, body, headers, reply.delivery, reply.latency, usage)

    def _completion(self, request: Request, reply: Reply) -> tuple[bytes, Usage]:
        wish = self._reader.wish(request.body)
        text = _text(reply, wish)
        finish = reply.finish_reason
        thought = (reply.reasoning or "") if wish.limit is None else (reply.reasoning or "")[: wish.limit * 4]
        limit = None if wish.limit is None else wish.limit - tokens(len(thought))
        if limit is not None and tokens(len(text)) > limit:
            text, finish = text[: limit * 4], "length"
        calls = reply.refusal is None and (wish.form == "tool" if reply.tool_call is None else reply.tool_call)
        if calls and finish == "stop" and not wish.named:
            finish = "tool_calls"
        usage = self._usage(request, reply, wish, thought + text)
        number = next(self._numbers)
        choice = {
            "index": 0,
            "message": _message(
                replace(reply, reasoning=thought or None),
                wish,
                text,
                number,
                calls=calls,
                thoughts=self._capabilities.thoughts,
            ),
            "logprobs": None,
            "finish_reason": finish,
        }
        completion: dict[str, Any] = {
            "id": f"chatcmpl-{number}",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": request.body["model"],
            "choices": [{**choice, "index": index} for index in range(reply.choices)],
        }
        shown = self._usage_member(reply, usage)
        if shown is not None:
            completion["usage"] = shown
        completion.update(reply.extra)
        return json.dumps(completion, ensure_ascii=False).encode(), usage

    def _usage(self, request: Request, reply: Reply, wish: Wish, text: str) -> Usage:
        if isinstance(reply.usage, Usage):
            return reply.usage
        prompt = request.text
        namespace = (request.body["model"], *(schema.identity for schema in wish.read))
        written = cached = 0
        if self._capabilities.caches and self._marks(request):
            cached, written = self._cache.marked(_kept_prompt(request), namespace)
        elif self._capabilities.caches:
            cached = self._cache.cached(prompt, namespace)
        schemas = sum(schema.characters for schema in wish.read)
        read = tokens(len(prompt) + schemas)
        return Usage(
            input_tokens=read if self._capabilities.context is None else min(read, self._capabilities.context),
            cached_tokens=cached,
            cache_write_tokens=written,
            output_tokens=tokens(len(text)) if reply.choices else 0,
        )

    def _marks(self, request: Request) -> bool:
        pattern = self._capabilities.marks
        return pattern is not None and pattern.fullmatch(str(request.body["model"])) is not None

    def _usage_member(self, reply: Reply, usage: Usage) -> Mapping[str, Any] | None:
        """The member `usage` of a completion; None if it has none."""
        if reply.usage is None or isinstance(reply.usage, Mapping):
            return reply.usage
        shown: dict[str, Any] = {
            "prompt_tokens": usage.input_tokens,
            "completion_tokens": usage.output_tokens,
            "total_tokens": usage.input_tokens + usage.output_tokens,
        }
        if self._capabilities.caches:
            shown["prompt_tokens_details"] = {"cached_tokens": usage.cached_tokens}
        if usage.cache_write_tokens:
            shown["prompt_tokens_details"]["cache_write_tokens"] = usage.cache_write_tokens
        if reply.reasoning is not None:
            shown["completion_tokens_details"] = {
                "reasoning_tokens": min(tokens(len(reply.reasoning)), usage.output_tokens)
            }
        return shown


def _kept_prompt(request: Request) -> str:
    """What of a prompt a provider keeps where that is marked: up to the last mark, and by itself the whole."""
    options = request.body.get("prompt_cache_options") or {}
    marked = request.marked
    return marked if marked is not None else "" if options.get("mode") == "explicit" else request.text


def _text(reply: Reply, wish: Wish) -> str:
    if reply.refusal is not None:
        return reply.refusal
    if isinstance(reply.content, str):
        text = reply.content
    elif reply.content is not None:
        text = json.dumps(reply.content, ensure_ascii=False)
    elif wish.schema is not None:
        text = wish.schema.text
    else:
        text = "{}" if wish.form == "json" else PROSE_TEXT
    return f"```json\n{text}\n```" if reply.fenced else text


def _message(  # noqa: PLR0913 - a message has all of these
    reply: Reply, wish: Wish, text: str, number: int, *, calls: bool, thoughts: str
) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
    if reply.reasoning is not None:
        message[thoughts] = reply.reasoning
    if reply.refusal is not None:
        return {**message, "content": None, "refusal": text}
    if reply.in_reasoning:
        return {**message, "content": None, thoughts: text}
    if calls:
        call = {"id": f"call_{number}", "type": "function", "function": {"name": wish.tool, "arguments": text}}
        return {**message, "content": None, "tool_calls": [call]}
    return message
