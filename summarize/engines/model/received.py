"""What was received: an answer, or why it is none."""

from __future__ import annotations

from typing import TypeVar

from instructor.core.exceptions import InstructorError, ResponseParsingError
from instructor.utils import extract_json_from_codeblock
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.completions import thoughts_of
from summarize.engines.model.faults import DeclinedError
from summarize.engines.model.form import Form
from summarize.engines.model.ladder import text_of
from summarize.errors import ModelError
from summarize.redaction import SECRETS

Asked = TypeVar("Asked", bound=Form)
"""The form that is asked for."""


def after_answer(error: BudgetError, *, asked_before: bool) -> ModelError:
    """What it means that there is no room to ask again: an answer was received and paid for, so that the article has a card."""
    return (
        DeclinedError(f"the answer was not in the form asked for, and it was not asked again: {error}")
        if asked_before
        else error
    )


def answer_in_form(completion: ChatCompletion, form: type[Asked]) -> Asked | None:
    """The answer, if it is in its form."""
    try:
        return clean(form.model_validate_json(text_of(completion)))
    except ValidationError:
        return None


def clean(answer: Asked) -> Asked:
    """The answer without any key: within JSON within JSON it may have been written in ways that nothing but reading it undoes."""
    said = answer.model_dump(mode="json")
    cleaned = SECRETS.clean_json(said)
    return answer if cleaned == said else type(answer).model_validate(cleaned)


_EMPTY = "the endpoint's answer is empty, though it says that it is whole"


def emptiness(completion: ChatCompletion) -> str | None:
    """What to say of an answer without a word, which leaves a model nothing to correct; None of any other.

    Some servers give one where the prompt did not fit, and some models end with their thoughts.
    """
    if not completion.choices or completion.choices[0].finish_reason != "stop":
        return None
    message = completion.choices[0].message
    if (message.content or "").strip() or message.tool_calls or message.refusal:
        return None
    if thoughts_of(completion):
        return f"{_EMPTY}: the model thought, and gave no answer; set SUMMARIZE_EFFORT=none or low"
    return f"{_EMPTY}: give the model a larger context, or make --window smaller"


def usable(completion: ChatCompletion) -> ChatCompletion:
    """The completion, if it can be an answer at all; asking the same again would give the same.

    Raises:
        DeclinedError: it is empty, refused or filtered.
    """
    if not completion.choices:
        raise DeclinedError("the endpoint's answer is empty: it has no choices")
    choice = completion.choices[0]
    if choice.message.refusal:
        raise DeclinedError(f"the model refused: {' '.join(choice.message.refusal.split())[:200]}")
    if choice.finish_reason == "content_filter":
        raise DeclinedError("the endpoint's content filter stopped the answer")
    if choice.message.content and choice.message.content.lstrip().startswith("```"):
        # Some models fence even what is enforced as JSON; that is no reason to pay for it twice.
        choice.message.content = extract_json_from_codeblock(choice.message.content)
    return completion


def cause(error: InstructorError) -> Exception:
    """What instructor wrapped: an error of ours, a bug, or that no answer fitted the schema."""
    cause: BaseException | None = error
    while isinstance(cause, InstructorError) and not isinstance(cause, ResponseParsingError):
        cause = cause.__cause__
    if isinstance(cause, Exception) and not isinstance(cause, (ValueError, ResponseParsingError)):
        return cause
    return DeclinedError("it gave no answer in the form asked for, also when asked again")
