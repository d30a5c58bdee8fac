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
    code = _code(body)
    if status == 429:
        if code in {"insufficient_quota", "billing_hard_limit_reached"}:
            return QuotaError(f"the account at the endpoint has no quota left{detail}")
        return TransientError(
            f"the endpoint limits the rate (429){detail}", retry_after=retry_after(headers), limited=True
        )
    if status in {401, 403}:
        return ConfigurationError(f"the endpoint refused the key ({status}): check OPENAI_API_KEY and --base-url")
    if status == 404:
        return ModelError(
            f"the endpoint has no model {model!r}, or no such address (404){detail}: see 'summarize models'"
        )
    if code == "context_length_exceeded" or re.search(r"(?i)context (?:length|window|size)|too many tokens", said):
        return ModelError(f"the article is too long for the model{detail}: make --window smaller")
    if status in {400, 422}:
        for parameter in _PARAMETERS:
            if parameter in said or _parameter(body) == parameter:
                return UnsupportedError(f"the endpoint does not take {parameter}{detail}", parameter)
        if _FORMATS.search(said) or _FORMATS.search(_parameter(body)):
            return UnsupportedError(f"the endpoint does not take the form of the request{detail}", "response_format")
    if status in {408, 409, 425} or status >= 500:
        return TransientError(f"the endpoint failed ({status}){detail}", retry_after=retry_after(headers))
    return ModelError(f"the endpoint refused the request ({status}){detail}")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait: `Retry-After-Ms`, or `Retry-After` as seconds or a date; None if not said. Never negative."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        raw = headers.get(name, "").strip()
        if re.fullmatch(r"\d{1,12}(?:\.\d*)?", raw):
            return float(raw) * scale
    try:
        when = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


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


def _code(body: object) -> str:
    return _field(body, "code") or _field(body, "type")


def _parameter(body: object) -> str:
    return _field(body, "param")
