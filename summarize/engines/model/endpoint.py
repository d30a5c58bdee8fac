"""An endpoint and a model on it: questions with typed answers.

Where an answer does not fit the schema, instructor asks again, with the error; on the rungs without a schema on the wire it also shapes
the first request, and finds the JSON in the prose. It is given a `create` of ours, which sends the form that the endpoint enforces, owns every attempt, and turns refusals, cut answers and the like into
errors before instructor could take them for wrong answers and pay for them again. No `context=` is ever passed: with it, instructor
would render every message, the article's text included, as a Jinja template.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic

import instructor
from instructor.core.exceptions import InstructorError
from openai.types.chat import ChatCompletion

from summarize.engines.model import received
from summarize.engines.model.accounting import Account, BudgetError
from summarize.engines.model.chosen import Chosen, thinks
from summarize.engines.model.completions import thoughts_of
from summarize.engines.model.faults import (
    DeclinedError,
    LengthError,
    RequestRefusedError,
    SampleError,
    UnsupportedError,
)
from summarize.engines.model.form import Form
from summarize.engines.model.ladder import (
    OPTIONAL,
    PROBE_MESSAGES,
    PROBE_SCHEMA,
    PROBE_TOKENS,
    Profile,
    Profiles,
    obeys_probe,
    was_cut,
)
from summarize.engines.model.received import Asked
from summarize.engines.model.recordings import label_requests
from summarize.engines.model.retries import Sender
from summarize.engines.model.rungs import MEANING, RUNGS, Rung
from summarize.engines.model.whole import FOR_THOUGHT, MORE, after_cut, check_whole, thought_away
from summarize.errors import MeasurementError

# What instructor logs of a failure holds the article; our errors say what a user needs.
logging.getLogger("instructor").addHandler(logging.NullHandler())

_MODES: dict[Rung, instructor.Mode] = {
    "schema": instructor.Mode.JSON_SCHEMA,
    "plain-schema": instructor.Mode.JSON_SCHEMA,
    "tool": instructor.Mode.TOOLS,
    "json": instructor.Mode.JSON,
    "prompt": instructor.Mode.MD_JSON,
}
_ENFORCED: frozenset[Rung] = frozenset({"schema", "plain-schema", "tool"})
"""Rungs on which the messages go out as they are, so that an answer that fits at once needs no more: instructor builds its classes
and schemas anew for each call, which costs as much CPU time as the request. It takes over where an answer does not fit."""
_FORM_REASKS = 1
"""Times that a model is asked again for an answer that is not in the schema."""


@dataclass(frozen=True, slots=True)
class Turn(Generic[Asked]):
    """An answer, and what of it a further question has to hold beside its words."""

    answer: Asked
    thoughts: Mapping[str, Any]
    """What the model thought, by the part of the message that it stood in: some endpoints want it back."""


class Endpoint:
    """One model at one endpoint."""

    def __init__(  # noqa: PLR0913
        self,
        sender: Sender,
        base_url: str,
        model: str,
        *,
        chosen: Chosen,
        tell: Callable[[str], None],
        profiles: Profiles | None,
        recorded: Rung | None = None,
        known: Profile | None = None,
    ) -> None:
        """Ask nothing yet.

        Args:
            sender: sends the requests.
            base_url: names the endpoint in messages and in `profiles`.
            model: the model's name there.
            chosen: what a request depends on beside article, prompt and schema.
            tell: takes one line for the user.
            profiles: what earlier runs learned; None to learn anew and keep nothing.
            recorded: the rung that recordings were made on, for a replay whose probe was not recorded.
            known: what was found out of the endpoint elsewhere, so that nothing is asked.
        """
        self.base_url, self.model = base_url, model
        self._sender = sender
        self._chosen = chosen
        self._recorded = recorded
        self.tell = tell
        self._profiles = profiles
        self._profile = first_profile(model) if known is None else replace(known, probed=True)
        self._refused: set[str] = set()
        self._kept: Profile | None = None
        self._answers_plainly = False

    @property
    def rung(self) -> Rung:
        """How the schema is asked for: the first rung, until it is known better."""
        return self._profile.rung

    @property
    def profile(self) -> Profile:
        """All that is known of how it is asked."""
        return self._profile

    async def ask(self, messages: list[dict[str, Any]], account: Account, form: type[Asked]) -> Asked:
        """The model's answer, in its form but not yet checked against anything. After `prepare`.

        Raises:
            ModelError: there is none to be had; says why.
        """
        return (await self.turn(messages, account, form)).answer

    async def turn(self, messages: list[dict[str, Any]], account: Account, form: type[Asked]) -> Turn[Asked]:
        """The model's answer, with what a further question has to give back. Raises as `ask`."""
        while True:
            profile = self._profile
            try:
                return await self._ask(profile, messages, account, form)
            except UnsupportedError as error:
                # The endpoint took the probe, but not this.
                if self._profile == profile:
                    self._adapt(error)

    async def prepare(self, account: Account) -> Rung:
        """Find the rung that the endpoint holds, by a short question on each, unless it is known. Raises as `ask`."""
        if self._profile.probed:
            return self._profile.rung
        kept = self._profiles.get(self.base_url, self.model) if self._profiles is not None else None
        if kept is None:
            with label_requests(article="none", purpose="probe"):
                await self._probe(account)
        else:
            self._profile = self._kept = kept
        if self._profile.rung != RUNGS[0]:
            self._tell_rung()
        return self._profile.rung

    def _tell_rung(self) -> None:
        self.tell(
            f"note: {self.base_url} does not enforce {MEANING[RUNGS[0]]} for {self.model}; asking with {MEANING[self._profile.rung]}"
        )

    async def _probe(self, account: Account) -> None:
        tokens = self._probe_tokens()
        while self._profile.rung not in {"json", "prompt"}:
            try:
                completion = await self._asked_plainly(self._profile, tokens, account)
            except UnsupportedError as error:
                self._adapt(error)
                continue
            except RequestRefusedError:
                # Its words do not say whether it is the form. Without any form it is refused again if it is not, and that is told.
                await self._check_plain(tokens, account)
                self._step_down()
                continue
            except MeasurementError:
                if self._recorded is None:
                    raise
                self._profile = replace(self._profile, rung=self._recorded)
                break
            if obeys_probe(completion, self._profile.rung):
                break
            if was_cut(completion) and tokens < self._chosen.limit:
                tokens = self._chosen.limit  # a model that thinks before it answers
            elif was_cut(completion) and thought_away(completion, tokens):
                tokens = self._more_for_probe(completion, tokens)
            else:
                self._step_down()
        self._profile = replace(self._profile, probed=True)

    async def _asked_plainly(self, profile: Profile, tokens: int, account: Account) -> ChatCompletion:
        arguments = profile.arguments(self.model, PROBE_MESSAGES, PROBE_SCHEMA, tokens, self._chosen)
        return await self._sender.send(arguments, account, tokens)

    async def _check_plain(self, tokens: int, account: Account) -> None:
        """Ask without any form. Raises what the endpoint has against the request itself."""
        while not self._answers_plainly:
            try:
                await self._asked_plainly(replace(self._profile, rung="prompt"), tokens, account)
                self._answers_plainly = True
            except UnsupportedError as error:
                if error.parameter == "response_format":
                    raise
                self._adapt(error)

    def _more_for_probe(self, completion: ChatCompletion, tokens: int) -> int:
        """Tokens for the next probe of a model that thinks for longer than it is usually given: that is learned."""
        fault, more = after_cut(completion, tokens)
        if self._profile.room:
            raise DeclinedError(fault)
        self._profile = replace(self._profile, room=FOR_THOUGHT)
        return more

    def _probe_tokens(self) -> int:
        # A model that thinks does so within the same limit.
        return self._chosen.limit if thinks(self.model) or self._chosen.effort else PROBE_TOKENS

    def _adapt(self, error: UnsupportedError) -> None:
        """Change what the endpoint refused; a form that it refused is a rung that does not hold."""
        changed = self._profile.without(error.parameter)
        if changed is not None and error.parameter not in self._refused:
            self._refused.add(error.parameter)
            self._profile = changed
            if error.parameter in OPTIONAL:
                # The mark for the provider's cache is this program's own wish; all others are the user's.
                kind = "note" if error.parameter == "caching" else "warning"
                self.tell(
                    f"{kind}: {self.base_url} does not take {error.parameter} for {self.model}; asking without it"
                )
        elif (error.parameter == "response_format" or self._profile.rung == "tool") and self._profile.rung != RUNGS[-1]:
            # Where tools are not taken together with an effort, it is the tools that can be done without.
            self._step_down()
            if self._profile.probed:
                self._tell_rung()
        else:
            raise error

    def _step_down(self) -> None:
        self._profile = replace(self._profile, rung=RUNGS[RUNGS.index(self._profile.rung) + 1])

    def _remember_profile(self, profile: Profile) -> None:
        """An answer was in the schema, so what was learned of the endpoint is worth remembering: no refusal ever is."""
        if self._profiles is not None and profile != self._kept and profile.probed:
            self._kept = profile
            self._profiles.put(self.base_url, self.model, profile)

    async def _ask(
        self, profile: Profile, messages: list[dict[str, Any]], account: Account, form: type[Asked]
    ) -> Turn[Asked]:
        waiting: list[ChatCompletion] = []
        thoughts: dict[str, Any] = {}
        if profile.rung in _ENFORCED:
            completion = await self._send(profile, messages, account, form)
            answer = received.answer_in_form(completion, form)
            if answer is not None:
                self._remember_profile(profile)
                return Turn(answer, thoughts_of(completion))
            waiting.append(completion)
        asked_before = bool(waiting)

        async def create(**prepared: Any) -> ChatCompletion:
            nonlocal asked_before, thoughts
            if waiting:
                thoughts = thoughts_of(waiting[0])
                return waiting.pop()
            account.again += asked_before
            sent = [with_thoughts(message, thoughts) for message in prepared["messages"]]
            try:
                completion = await self._send(profile, sent, account, form)
            except BudgetError as error:
                raise received.after_answer(error, asked_before=asked_before) from None
            asked_before, thoughts = True, thoughts_of(completion)
            return completion

        asked = instructor.patch(create=create, mode=_MODES[profile.rung])
        try:
            again: Asked = await asked(  # type: ignore[misc]
                response_model=form, messages=messages, model=self.model, max_retries=_FORM_REASKS, strict=False
            )
        except InstructorError as error:
            raise received.cause(error) from None
        self._remember_profile(profile)
        return Turn(received.clean(again), thoughts)

    async def _send(
        self, profile: Profile, asked: list[dict[str, Any]], account: Account, form: type[Form]
    ) -> ChatCompletion:
        """A completion that can be an answer; asked for once more where it was cut, with more room, or spoilt."""
        tokens, fault = self._chosen.limit + profile.room, ""
        for is_last in (False, True):
            arguments = profile.arguments(self.model, asked, form.wire, tokens, self._chosen)
            try:
                with label_requests(form=profile.rung):
                    completion = await self._sender.send(arguments, account, tokens)
            except SampleError as error:
                fault, more = str(error), MORE * tokens
            except LengthError as error:
                # More room than there may be.
                raise DeclinedError(f"{fault} ({error})") if is_last else error from None
            except BudgetError as error:
                raise received.after_answer(error, asked_before=bool(fault)) from None
            else:
                if self._chosen.trust_counts:
                    check_whole(completion, arguments["messages"], tokens)
                empty = received.emptiness(completion)
                if empty is None and not was_cut(completion):
                    return received.usable(completion)
                fault, more = (empty, tokens) if empty is not None else after_cut(completion, tokens)
            account.again += not is_last
            tokens = more
        raise DeclinedError(fault)


def with_thoughts(message: dict[str, Any], thoughts: Mapping[str, Any]) -> dict[str, Any]:
    """A message, with what the model thought if it is the model's: it goes out only where the endpoint wants it back."""
    return {**message, **thoughts} if message.get("role") == "assistant" else message


def first_profile(model: str) -> Profile:
    """How a model is asked of whose endpoint nothing is known."""
    return Profile(tokens_as="max_completion_tokens") if thinks(model) else Profile()
