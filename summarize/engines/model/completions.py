"""Completions as endpoints really send them: brought into the shape they should have, or refused.

The openai client builds its values without looking at them, so that a list may stand where a text is promised.
"""

from __future__ import annotations

import re
from typing import Any

from openai.types.chat import ChatCompletion
from openai.types.chat.chat_completion import Choice
from pydantic import BaseModel, ValidationError

from summarize.card import Usage
from summarize.engines.model.faults import MalformedError, TransientError, message_in, of_status
from summarize.engines.model.ladder import THOUGHTS
from summarize.errors import SummarizeError

_THOUGHT = (("<think>", "</think>"), ("<thinking>", "</thinking>"), ("[THINK]", "[/THINK]"))
_PASSING = re.compile(r"(?i)overloaded|rate.?limit|time.?out|temporar|try again|unavailable|server.?error")


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


def check_completion(completion: ChatCompletion) -> ChatCompletion:
    """The completion, with a content of several text parts put together.

    Raises:
        MalformedError: it has not the shape of a completion.
        SummarizeError: it is an error after all.
    """
    data = completion.model_dump(warnings=False)
    error = data.get("error")
    if error and not data.get("choices"):
        raise _of_error(error)
    if data.get("choices", ()) is None:
        raise TransientError(
            "the endpoint answered with no choices and no reason", billed=True, usage=usage_of(completion)
        )
    _join(data, completion)
    try:
        _Shape.model_validate(data)
    except ValidationError:
        raise MalformedError("the endpoint's answer has not the shape of a completion") from None
    if completion.choices and str(completion.choices[0].finish_reason) == "error":
        said = message_in(data["choices"][0])
        raise TransientError(
            f"the endpoint broke off its answer with an error{f': {said}' if said else ''}",
            billed=True,
            usage=usage_of(completion),
        )
    for choice in completion.choices:
        _without_thoughts(choice)
    return completion


def _without_thoughts(choice: Choice) -> None:
    """Take off what a model thought before its answer, where nothing keeps the two apart; and find an answer among the thoughts."""
    message = choice.message
    text = (message.content or "").lstrip()
    end = next(
        (end for begin, end in _THOUGHT if text.startswith(begin) or (end in text and text[:1] not in "{[`")), None
    )
    if end is not None and end in text:
        message.content = text.rpartition(end)[2].lstrip()
    elif not text and not message.tool_calls and choice.finish_reason == "stop":
        # LM Studio and vLLM put all of an answer there, with some models.
        extra = message.model_extra or {}
        thoughts = (extra[name] for name in THOUGHTS if isinstance(extra.get(name), str))
        message.content = next((text for text in thoughts if text.strip().startswith("{")), message.content)


def thoughts_of(completion: ChatCompletion) -> dict[str, Any]:
    """What the model thought, by the part of the message that it stands in."""
    extra = completion.choices[0].message.model_extra or {} if completion.choices else {}
    return {name: extra[name] for name in THOUGHTS if extra.get(name)}


def thought_tokens(completion: ChatCompletion) -> int:
    """Tokens of the answer that went into thinking, as far as the endpoint says."""
    return _count(getattr(completion.usage, "completion_tokens_details", None), "reasoning_tokens") or 0


def tier_of(completion: ChatCompletion) -> str | None:
    """The service tier that an answer was served in; None if it does not say."""
    tier = getattr(completion, "service_tier", None)
    return tier if isinstance(tier, str) else None


def _of_error(error: object) -> SummarizeError:
    """What an error under status 200 means, as gateways send it: with the status it should have had as its code, where they know it."""
    said = message_in({"error": error})
    text = f"the endpoint answered with an error: {said or 'it does not say which'}"
    code = error.get("code") if isinstance(error, dict) else None
    status = int(str(code)) if str(code).isascii() and str(code).isdigit() else 0
    if status in {408, 429} or 500 <= status < 600:
        late = status in {504, 524}
        return TransientError(text, limited=status == 429, billed=late, most=2 if late else None)
    if 400 <= status < 500:
        return of_status(status, {"error": error}, {}, "")
    if not status and _PASSING.search(f"{code} {said}"):
        return TransientError(text, billed=True)
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
