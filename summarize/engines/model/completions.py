"""Completions as endpoints really send them: brought into the shape they should have, or refused.

The openai client builds its values without looking at them, so that a list may stand where a text is promised.
"""

from __future__ import annotations

from typing import Any

from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from summarize.card import Usage
from summarize.engines.model.faults import MalformedError, TransientError, message_in


class _Function(BaseModel):
    arguments: str


class _Call(BaseModel):
    type: str
    function: _Function | None = None


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_Call] | None = None


class _Choice(BaseModel):
    finish_reason: str | None = None
    message: _Message


class _Shape(BaseModel):
    choices: list[_Choice] | None = None


def checked(completion: ChatCompletion) -> ChatCompletion:
    """The completion, with a content of several text parts put together.

    Raises:
        MalformedError: it is an error after all, or has not the shape of a completion.
    """
    data = completion.model_dump(warnings=False)
    error = data.get("error")
    if error and not data.get("choices"):
        raise _of_error(error)
    _join(data, completion)
    try:
        _Shape.model_validate(data)
    except ValidationError:
        raise MalformedError("the endpoint's answer has not the shape of a completion") from None
    if completion.choices and str(completion.choices[0].finish_reason) == "error":
        raise TransientError("the endpoint broke off its answer with an error", billed=True)
    return completion


def _of_error(error: object) -> MalformedError | TransientError:
    """What an error under status 200 means, as gateways send it: with the status it should have had as its code, where they know it."""
    raw = error.get("metadata") if isinstance(error, dict) else None
    said = "; ".join(
        filter(None, (message_in({"error": error}), message_in(raw.get("raw")) if isinstance(raw, dict) else ""))
    )
    text = f"the endpoint answered with an error: {said or 'it does not say which'}"
    code = error.get("code") if isinstance(error, dict) else None
    if isinstance(code, int) and (code in {408, 429} or 500 <= code < 600):
        return TransientError(text, limited=code == 429)
    return MalformedError(text)


def _join(data: dict[str, Any], completion: ChatCompletion) -> None:
    """Put a content of text parts together, as some endpoints send it."""
    choices = data.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return
    message = choices[0].get("message")
    content = message.get("content") if isinstance(message, dict) else None
    if not isinstance(content, list):
        return
    texts = [
        part.get("text") for part in content if isinstance(part, dict) and part.get("type") in {"text", "output_text"}
    ]
    if texts and all(isinstance(text, str) for text in texts):
        joined = "".join(map(str, texts))
        completion.choices[0].message.content = joined
        choices[0]["message"]["content"] = joined


def usage_of(completion: ChatCompletion) -> Usage | None:
    """The counts of an answer; None if it gives none that can be."""
    usage = completion.usage
    read, written = (_count(usage, name) for name in ("prompt_tokens", "completion_tokens"))
    if read is None or written is None:
        return None
    details = getattr(usage, "prompt_tokens_details", None)
    cached = min(_count(details, "cached_tokens") or 0, read)
    entered = min(_count(details, "cache_write_tokens") or 0, read - cached)
    return Usage(input_tokens=read, cached_tokens=cached, cache_write_tokens=entered, output_tokens=written, requests=1)


def _count(holder: object, name: str) -> int | None:
    value = getattr(holder, name, None)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
