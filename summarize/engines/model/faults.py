"""What can go wrong between here and an endpoint, each as one line that says what happened and what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from summarize.card import Usage
from summarize.errors import ConfigurationError, ModelError, SummarizeError

LOADING_ATTEMPTS = 100
"""A model may take minutes to load: it is waited for as long as the patience allows."""
_MAX_MESSAGE_LENGTH = 200
_PARAMETERS = (
    "max_completion_tokens",
    "max_tokens",
    "temperature",
    "reasoning_effort",
    "verbosity",
    "seed",
    "service_tier",
    "prompt_cache_breakpoint",
    "prompt_cache_options",
    "prompt_cache_key",
    "cache_control",
)
_REFUSAL = re.compile(
    r"(?i)unsupported|not support|does not (?:take|accept)|unrecogni[sz]ed|unknown|not (?:permitted|allowed|available)|deprecated|"
    r"extra (?:inputs|fields)|unexpected|no longer"
)
_EFFORT = re.compile(r"(?i)reasoning[_. ]effort|not support (?:thinking|reasoning)|\bthink value\b")
_GIVE_BACK = re.compile(
    r"(?i)\b(reasoning_content|reasoning_details|reasoning)\b[^.]{0,80}?"
    r"(?:(?:pass|sen[dt]|giv|provid|includ|return|echo)\w*[^.]{0,20}? back|must be (?:passed|provided|included|present)|is (?:missing|required))"
)
_LOADING = re.compile(r"(?i)\b(?:loading|warming up|starting up|not yet loaded|is not ready)\b")
_OVERLOADED = re.compile(r"(?i)\boverloaded\b|\bat capacity\b")
"""What passes, whatever status it is told with."""
_GATEWAY_TIMEOUTS = frozenset({504, 524})
_KEY_TROUBLE = re.compile(r"(?i)\bkey\b|token|permission|credential|auth|not allowed|denied")
_NO_CREDIT = re.compile(
    r"(?i)credit balance|insufficient (?:balance|credit|funds)|(?:out of|not enough|more) credits?\b"
)
_AFFORDED = re.compile(r"(?i)fewer max_tokens|can only afford")
"""There is credit, but not for the longest answer that was allowed: it is held back beforehand."""
_NO_MODEL = re.compile(r"(?i)\bmodel\b.{0,120}?(?:not found|does not exist|not exist)|try pulling|no such model")
_FILTER_CODES = frozenset(
    {
        "content_filter",
        "content_policy_violation",
        "ResponsibleAIPolicyViolation",
        "data_inspection_failed",
        "moderation_blocked",
    }
)
_FILTERED = re.compile(
    r"(?i)content (?:management |safety )?(?:policy|filter)|\bflagged\b|\bmoderation\b|prohibited.?content|responsible ai|inappropriate content"
)
_FORMATS = re.compile(
    r"(?i)response_?(?:format|schema)|json_?(?:schema|object|mode)|structured.outputs?|additional_?properties|max_?items|\$ref|schema|"
    r"grammar|tool_choice|\btools?\b|function.call"
)


class TransientError(ModelError):
    """Worth another attempt."""

    def __init__(  # noqa: PLR0913
        self,
        message: str,
        *,
        retry_after: float | None = None,
        limited: bool = False,
        billed: bool = False,
        unreached: bool = False,
        most: int | None = None,
        usage: Usage | None = None,
    ) -> None:
        """Take the message.

        Args:
            message: one line.
            retry_after: seconds the endpoint asks to wait.
            limited: it is a rate limit, which passes with time.
            billed: the request may have been served, and paid for, without our seeing it.
            unreached: there was no connection at all.
            most: attempts that it is worth, if not as many as usual.
            usage: what it was served all the same, where the endpoint said so.
        """
        super().__init__(message)
        self.retry_after = retry_after
        self.limited = limited
        self.billed = billed
        self.unreached = unreached
        self.most = most
        self.usage = usage


class QuotaError(ModelError):
    """The account has nothing left to pay with."""

    ends_run = True


class MalformedError(ModelError):
    """Status 200, but no answer that can be read: it may have been served, and paid for."""

    billed = True


class DeclinedError(ModelError):
    """The model gave no card of this one article, whatever it was asked: it refused, was filtered, cut off, or fits no form."""


class SampleError(ModelError):
    """The endpoint says itself that what the model wrote is not in the form asked for: another try may be."""


class LengthError(ModelError):
    """The endpoint allows no answer of that length."""


class RequestRefusedError(ModelError):
    """The endpoint refused the request, in words that do not say whether for its form or for something else."""


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
    codes = {_field(body, "code"), _field(body, "type"), _inner_code(body)}
    if status == 402 or codes & {"insufficient_quota", "billing_hard_limit_reached"} or _NO_CREDIT.search(said):
        shorter = ", or lower SUMMARIZE_ANSWER_TOKENS" if _AFFORDED.search(said) else ""
        return QuotaError(f"the account at the endpoint has no quota left{detail}{shorter}")
    if status == 429:
        return TransientError(
            f"the endpoint limits the rate (429){detail}", retry_after=retry_after(headers), limited=True
        )
    if status == 400 and ("server_is_overloaded" in codes or _OVERLOADED.search(said)):
        return _of_server(status, said, headers)
    if status in {400, 403, 422, 451} and (codes & _FILTER_CODES or _FILTERED.search(said)):
        return DeclinedError(f"the endpoint's content filter stopped the article ({status}){detail}")
    if status == 401 or (status == 403 and (not said or _KEY_TROUBLE.search(said))):
        return ConfigurationError(
            f"the endpoint refused the key ({status}){detail}: check the key and --base-url, see 'summarize doctor'"
        )
    if "model_not_found" in codes or (status == 404 and not said) or (status in {400, 404} and _NO_MODEL.search(said)):
        missing = f"no model {model!r}, or no such address" if model else "no list of models, or no such address"
        see = "see 'summarize models'; " if model else ""
        return ModelError(f"the endpoint has {missing} ({status}){detail}: {see}an address goes up to its /v1")
    if "context_length_exceeded" in codes or re.search(r"(?i)context (?:length|window|size)|too many tokens", said):
        return ModelError(f"the article is too long for the model{detail}: make --window smaller")
    if "json_validate_failed" in codes:
        return SampleError(f"the model wrote what is not in the form asked for{detail}")
    if status == 413:
        return ModelError(
            f"the endpoint takes no request of this size (413){detail}: lower SUMMARIZE_ANSWER_TOKENS or make --window smaller"
        )
    if status in {400, 404, 405, 422, 501}:
        refused = _of_request(body, said, detail)
        if refused is not None:
            return refused
    if status in {408, 409, 425} or status >= 500:
        return _of_server(status, said, headers)
    return RequestRefusedError(f"the endpoint refused the request ({status}){detail}")


def _of_server(status: int, said: str, headers: Mapping[str, str]) -> TransientError:
    """A failure of the endpoint's own."""
    detail = f": {said}" if said else ""
    after = retry_after(headers)
    if status in _GATEWAY_TIMEOUTS:
        # The model behind the gateway goes on, and is paid; what took too long once takes as long again.
        return TransientError(
            f"a gateway before the model gave up waiting ({status}){detail}: lower SUMMARIZE_EFFORT or SUMMARIZE_ANSWER_TOKENS, "
            "or make --window smaller",
            retry_after=after,
            billed=True,
            most=2,
        )
    if status == 503 and _LOADING.search(said):
        return TransientError(f"the model is being loaded ({status}){detail}", retry_after=after, most=LOADING_ATTEMPTS)
    return TransientError(f"the endpoint failed ({status}){detail}", retry_after=after)


def _of_request(body: object, said: str, detail: str) -> ModelError | None:
    """The part of a request that is not taken; None if the endpoint names none."""
    back = _GIVE_BACK.search(said)
    if back is not None:
        return UnsupportedError(f"the endpoint wants {back[1]} back{detail}", f"give back {back[1]}")
    parameter = _refused_parameter(body, said)
    if parameter is not None:
        return UnsupportedError(f"the endpoint does not take {parameter}{detail}", parameter)
    if re.search(r"max(?:_completion)?_tokens", said):
        return LengthError(f"the endpoint refused the length of the answer{detail}: lower SUMMARIZE_ANSWER_TOKENS")
    if _FORMATS.search(said) or _FORMATS.search(_parameter(body)):
        return UnsupportedError(f"the endpoint does not take the form of the request{detail}", "response_format")
    return None


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
    said = (next((text for text in _messages(each, 0) if text.strip()), "") for each in (body, _upstream(body)))
    found = "; ".join(dict.fromkeys(filter(None, said)))
    # What looks like a key is not repeated: some endpoints echo it.
    line = re.sub(r"\b(?:sk|pk|key|hf|gsk)[-_][\w*.-]{6,}|(?i:bearer)\s+\S+", "[key]", " ".join(found.split()))
    line = line.rstrip(".")
    return line if len(line) <= _MAX_MESSAGE_LENGTH else line[: _MAX_MESSAGE_LENGTH - 1] + "…"


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


def _upstream(body: object) -> object:
    """What the provider behind a router said, which is the reason where the router says no more than that there was an error."""
    error = body.get("error", body) if isinstance(body, dict) else None
    metadata = error.get("metadata") if isinstance(error, dict) else None
    raw = metadata.get("raw") if isinstance(metadata, dict) else None
    try:
        return json.loads(raw) if isinstance(raw, str) and raw.lstrip().startswith(("{", "[")) else raw
    except ValueError:
        return raw


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


def _inner_code(body: object) -> str:
    """The code of an error within the error, where Azure says why."""
    error = body.get("error", body) if isinstance(body, dict) else None
    inner = error.get("innererror") if isinstance(error, dict) else None
    return str(inner.get("code")) if isinstance(inner, dict) else ""


def _refused_parameter(body: object, said: str) -> str | None:
    """The parameter that is not taken: the one `param` names, else the first in the message. A value out of range is something else."""
    # Efforts differ from model to model: one that is not known is as good as a parameter that is not.
    if _EFFORT.search(said) or _EFFORT.search(_parameter(body)):
        return "reasoning_effort"
    if not _REFUSAL.search(said):
        return None
    found = [(said.find(name), -len(name), name) for name in _PARAMETERS if name in said]
    named = _parameter(body) if _parameter(body) in _PARAMETERS else min(found)[2] if found else None
    return "caching" if named is not None and "cache" in named else named


def _parameter(body: object) -> str:
    """The part of the request that an error is about, where it says so: as OpenAI does, or as the frameworks that many servers are made with."""
    details = _details(body)
    place = details[0].get("loc") if details and isinstance(details[0], dict) else None
    return _field(body, "param") or (str(place[-1]) if isinstance(place, list) and place else "")


def _details(body: object) -> list[Any]:
    """The details of a framework's error; a gateway before it may hand them on within its message, or within its error."""
    entry: Any = body
    for _ in range(3):
        if not isinstance(entry, dict):
            return []
        if isinstance(entry.get("detail"), list):
            return list(entry["detail"])
        inner = entry.get("message") or entry.get("error")
        try:
            entry = json.loads(inner) if isinstance(inner, str) else inner
        except ValueError:
            return []
    return []
