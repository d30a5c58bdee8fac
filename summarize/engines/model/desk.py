"""Questions that are answered elsewhere and later: what an article still asks is noted down, and what was answered is given back.

A card is a function of its article and of the answers. So an article is worked on until it asks what has no answer yet, and again, from its
beginning, once that has one: the requests of a batch are the very ones that would be sent one by one, and what is made of their
answers, second questions and a judge's among it, is the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openai.types.chat import ChatCompletion

from summarize.card import Usage
from summarize.engines.model.accounting import input_bound
from summarize.engines.model.completions import check_completion, tier_of, usage_of
from summarize.engines.model.connection import body_of
from summarize.engines.model.faults import MalformedError, TransientError, of_status
from summarize.engines.model.pricing import Tier, dollars_for, price_in_tier, worst_for
from summarize.engines.model.retries import size_of
from summarize.errors import ConfigurationError, ModelError, SummarizeError
from summarize.redaction import SECRETS
from summarize.settings import Price

Completion = ChatCompletion
"""For whoever is no engine, and imports no client."""
BATCH = "batch"
"""The service tier of what is answered in a batch, in tables of prices."""


class Pending(BaseException):
    """A question has no answer yet. No fault, and so no Exception: nothing on the way may take it for one."""


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """A request, to be sent later."""

    key: str
    """By which its answer is known: a digest of the body."""
    body: dict[str, Any]
    most: tuple[int, int]
    """Tokens in and out that it may be served at most."""

    @property
    def model(self) -> str:
        """Who is asked."""
        return str(self.body["model"])

    def worst(self, price: Price | None, tier: str) -> float | None:
        """Dollars that it costs at most in a tier; None if its price is unknown."""
        here = price_in_tier(price, Tier(served=tier))
        return None if here is None else worst_for(here, *self.most)


def request_of_arguments(arguments: Mapping[str, Any]) -> PendingRequest:
    """The request of the openai client's arguments."""
    body = body_of(arguments)
    written = json.dumps(body, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
    out = arguments.get("max_completion_tokens") or arguments.get("max_tokens") or 0
    return PendingRequest(hashlib.sha256(written).hexdigest()[:40], body, (input_bound(size_of(arguments)), int(out)))


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back to a request: status and body, as they would have come over the wire."""

    status: int
    body: str
    tier: str | None = None
    """The service tier that it is billed in, where the body does not say it."""
    trouble: str | None = None
    """Why there is no answer, for good; None if there is one."""

    def completion(self, model: str) -> ChatCompletion:
        """The completion.

        Raises:
            SummarizeError: what a live answer of this status and body would have raised.
        """
        if self.trouble is not None:
            raise TransientError(self.trouble)
        try:
            data = json.loads(self.body)
        except ValueError:
            raise MalformedError("the answer in the batch is broken JSON") from None
        if self.status != 200:
            raise of_status(self.status, SECRETS.clean_json(data), {}, model)
        if not isinstance(data, dict):
            raise MalformedError("the answer in the batch has not the shape of a completion")
        if self.tier is not None:
            data["service_tier"] = self.tier
        return check_completion(ChatCompletion.construct(**data))

    def read(self, model: str, price: Price | None) -> AnswerWorth:
        """What it is worth: whether it settles the request, and what it cost."""
        try:
            completion = self.completion(model)
        except SummarizeError as error:
            usage = error.usage if isinstance(error, TransientError) else None
            passing = isinstance(error, (TransientError, ConfigurationError)) or (
                isinstance(error, ModelError) and error.ends_run
            )
            unknown = usage is None and getattr(error, "billed", False)
            return AnswerWorth(str(error) if passing else None, *_cost(usage, price, self.tier), unknown=unknown)
        usage = usage_of(completion)
        return AnswerWorth(None, *_cost(usage, price, tier_of(completion)), unknown=usage is None)


def answered_with(completion: Completion) -> Answered:
    """A completion that was asked for at once, as it is kept."""
    return Answered(200, completion.model_dump_json(warnings=False), tier_of(completion))


@dataclass(frozen=True, slots=True)
class AnswerWorth:
    """What an answer is worth."""

    trouble: str | None
    """Why the request has to be sent again; None if the answer, good or bad, is the answer."""
    usage: Usage
    usd: float | None
    """Dollars; None if the price is unknown."""
    unknown: bool = False
    """True if it was, or may have been, served without saying what."""


def _cost(usage: Usage | None, price: Price | None, tier: str | None) -> tuple[Usage, float | None]:
    if usage is None:
        return Usage(), 0.0
    here = price_in_tier(price, Tier(served=tier))
    return usage, None if here is None else dollars_for(here, usage)


class Desk:
    """Where an article's questions are put while it is worked on away from the endpoint. As `Answers` of an engine."""

    def __init__(self) -> None:
        self.taken = 0
        self.wanted: dict[str, PendingRequest] = {}
        """What was asked and has no answer yet."""
        self._answers: Mapping[str, Answered] = {}

    def open(self, answers: Mapping[str, Answered]) -> None:
        """Begin with an article, of whose requests these are the answers."""
        self._answers, self.wanted = answers, {}

    def take(self, arguments: Mapping[str, Any]) -> ChatCompletion | None:
        """The answer to a request. Raises Pending where there is none, or what a live answer would have raised."""
        request = request_of_arguments(arguments)
        found = self._answers.get(request.key)
        if found is None:
            self.wanted[request.key] = request
            raise Pending
        return found.completion(request.model)

    def keep(self, arguments: Mapping[str, Any], completion: ChatCompletion) -> None:
        """Nothing arrives here."""
        del arguments, completion
        raise AssertionError("an article that is worked on away from the endpoint was answered by it")

    def forget(self) -> None:
        """There is nothing to forget."""
