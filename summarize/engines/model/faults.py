"""What can go wrong between here and an endpoint, each as one line that says what happened and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from summarize.errors import ConfigurationError, ModelError, SummarizeError

_LONGEST_MESSAGE = 200
_PARAMETERS = ("max_completion_tokens", "max_tokens", "temperature")
_REFUSAL = re.compile(
    r"(?i)unsupported|not support|does not (?:take|accept)|unrecogni[sz]ed|unknown|not permitted|extra (?:inputs|fields)|unexpected"
)
_KEY_TROUBLE = re.compile(r"(?i)\bkey\b|token|permission|credential|auth|not allowed|denied")
_FORMATS = re.compile(
    r"response_format|json_schema|json_object|structured.outputs?|additionalProperties|\$ref|schema|tool_choice|\btools?\b"
)


class TransientError(ModelError):
    """Worth another attempt."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        limited: bool = False,
        billed: bool = False,
        unreached: bool = False,
    ) -> None:
        """Take the message.

        Args:
            message: one line.
            retry_after: seconds the endpoint asks to wait.
            limited: it is a rate limit, which passes with time.
            billed: the request may have been served, and paid for, without our seeing it.
            unreached: there was no connection at all.
        """
        super().__init__(message)
        self.retry_after = retry_after
        self.limited = limited
        self.billed = billed
        self.unreached = unreached


class QuotaError(ModelError):
    """The account has nothing left to pay with."""

    ends_run = True


class MalformedError(ModelError):
    """Status 200, but no answer that can be read: it may have been served, and paid for."""

    billed = True


class RefusedError(ModelError):
    """The endpoint refused the request for a reason that another form of it may not have."""


class UnsupportedError(ModelError):
    """The endpoint does not take a part of the request."""

    def __init__(self, message: str, parameter: str) -> None:
        """Take the message and the name of the parameter; `response_format` stands for every way to ask for a form."""
        super().__init__(message)
        self.parameter = parameter


def of_status(status: int, body: object, headers: Mapping[str, str], model: str) -> SummarizeError:
    """The error that an HTTP status and its body mean."""
    said = message_in(body)
    detail = f": {said}" if said else ""
    codes = {_field(body, "code"), _field(body, "type")}
    if status == 402 or codes & {"insufficient_quota", "billing_hard_limit_reached"}:
        return QuotaError(f"the account at the endpoint has no quota left{detail}")
    if status == 429:
        return TransientError(
            f"the endpoint limits the rate (429){detail}", retry_after=retry_after(headers), limited=True
        )
    if status == 401 or (status == 403 and (not said or _KEY_TROUBLE.search(said))):
        return ConfigurationError(
            f"the endpoint refused the key ({status}){detail}: check OPENAI_API_KEY and --base-url"
        )
    if status == 404 and ("model_not_found" in codes or not said):
        return ModelError(
            f"the endpoint has no model {model!r}, or no such address (404){detail}: see 'summarize models'; an address goes up to its /v1"
        )
    if "context_length_exceeded" in codes or re.search(r"(?i)context (?:length|window|size)|too many tokens", said):
        return ModelError(f"the article is too long for the model{detail}: make --window smaller")
    if status in {400, 422}:
        parameter = _refused_parameter(body, said)
        if parameter is not None:
            return UnsupportedError(f"the endpoint does not take {parameter}{detail}", parameter)
        if re.search(r"max(?:_completion)?_tokens", said):
            return ModelError(f"the endpoint refused the length of the answer{detail}: lower SUMMARIZE_ANSWER_TOKENS")
        if _FORMATS.search(said) or _FORMATS.search(_parameter(body)):
            return UnsupportedError(f"the endpoint does not take the form of the request{detail}", "response_format")
    if status in {408, 409, 425} or status >= 500:
        return TransientError(f"the endpoint failed ({status}){detail}", retry_after=retry_after(headers))
    return RefusedError(f"the endpoint refused the request ({status}){detail}")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait: `Retry-After-Ms`, or `Retry-After` as seconds or a date; None if not said. Never negative."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        raw = headers.get(name, "").strip()
        if re.fullmatch(r"\d{1,12}(?:\.\d*)?", raw):
            return float(raw) * scale
    try:
        when = parsedate_to_datetime(headers.get("retry-after", ""))
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        return max(0.0, (when - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None


def message_in(body: object) -> str:
    """The endpoint's own words about an error, on one line, cut, whatever shape they come in: an object, a list, a text."""
    found = next((text for text in _messages(body, 0) if text.strip()), "")
    # What looks like a key is not repeated: some endpoints echo it.
    line = re.sub(r"\b(?:sk|pk|key|hf|gsk)[-_][\w*.-]{6,}|(?i:bearer)\s+\S+", "[key]", " ".join(found.split()))
    line = line.rstrip(".")
    return line if len(line) <= _LONGEST_MESSAGE else line[: _LONGEST_MESSAGE - 1] + "…"


def _messages(body: object, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(body, str):
        yield "" if "<" in body[:20] else body
    elif isinstance(body, list):
        for entry in body[:4]:
            yield from _messages(entry, depth + 1)
    elif isinstance(body, dict):
        for key in ("message", "error", "detail", "msg"):
            if key in body:
                yield from _messages(body[key], depth + 1)


def _field(body: object, name: str) -> str:
    entry: Any = body
    for _ in range(3):
        if isinstance(entry, list):
            entry = entry[0] if entry else None
        if not isinstance(entry, dict):
            return ""
        if isinstance(entry.get(name), str):
            return str(entry[name])
        entry = entry.get("error")
    return ""


def _refused_parameter(body: object, said: str) -> str | None:
    """The parameter that is not taken: the one `param` names, else the first in the message. A value out of range is something else."""
    if not _REFUSAL.search(said):
        return None
    if _parameter(body) in _PARAMETERS:
        return _parameter(body)
    found = [(said.find(name), -len(name), name) for name in _PARAMETERS if name in said]
    return min(found)[2] if found else None


def _parameter(body: object) -> str:
    return _field(body, "param")
