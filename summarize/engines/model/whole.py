"""Whether an endpoint read the whole of what it was sent: some cut a prompt to their context, and answer all the same.

What can be told without the model's tokenizer is the least number of tokens that a text has: one for each run of letters and figures, another for
each four figures, and one for every four letters of scripts that are written without spaces. English has about a third more. So a prompt that was cut
to three quarters or less is noticed, and one that lost a little is noticed where the count stands exactly at a size that contexts
have.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from openai.types.chat import ChatCompletion

from summarize.engines.model.completions import thought_tokens, thoughts_of, usage_of
from summarize.engines.model.ladder import text_of, texts_of
from summarize.errors import ModelError

_FOUR_FIGURES = re.compile(rb"\d{4}")
_MARKS = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
"""Every ASCII character that is neither letter nor figure as a space."""
_BYTES_PER_TOKEN = 12
"""More than any text has: four signs of a script that takes three bytes each."""
_MIN_COUNT = 1_000
"""Counts below this are no context but a server that counts something else, such as only what it had not cached."""
_CONTEXTS = tuple(1024 * 2**power for power in range(1, 8))
_NEAR = 4
"""Tokens by which a count at a context's size may miss it: ends of messages are put in after the cut."""
_USUAL = 0.8
"""Share of a whole prompt's tokens that the least is at most: measured, see docs/decisions.md."""


class CutPromptError(ModelError):
    """The endpoint read a part of the prompt alone."""


def least_tokens(text: str) -> int:
    """The fewest tokens that a text can have."""
    data = text.encode("utf-8", "surrogatepass")
    runs = len(data.translate(_MARKS).split()) + len(_FOUR_FIGURES.findall(data))
    return max(runs, len(data) // _BYTES_PER_TOKEN)


_constant = lru_cache(8)(least_tokens)
"""As `least_tokens`, of a prompt's constant part, which is sent with every article."""


def check_whole(completion: ChatCompletion, messages: list[dict[str, Any]], answer_tokens: int) -> None:
    """Refuse an answer whose count of input tokens shows that the prompt was cut.

    Raises:
        CutPromptError: the endpoint read a part of it alone; says what to set.
    """
    usage = usage_of(completion)
    if usage is None or usage.input_tokens < _MIN_COUNT:
        return
    least = sum(
        (_constant if message.get("role") == "system" else least_tokens)(text)
        for message in messages
        for text in texts_of(message)
    )
    read = usage.input_tokens
    at_context = any(abs(read - context) <= _NEAR for context in _CONTEXTS)
    if least > read or (at_context and least > _USUAL * read):
        needed = -(-(least * 8 // 5 + answer_tokens) // 1024) * 1024
        raise CutPromptError(
            f"the endpoint read {read:,} tokens of a prompt that has more than {least:,}: it cut the article. Give it a context of "
            f"{needed:,} tokens (Ollama: OLLAMA_CONTEXT_LENGTH={needed}; llama.cpp: --ctx-size {needed}), or make --window smaller; if it "
            "counts wrongly, set SUMMARIZE_TRUST_COUNTS=off"
        )


MORE = 2
"""Times the limit that a cut answer is asked for again with."""
FOR_THOUGHT = 16_000
"""Tokens that it is asked for again with beside that, where thinking took them."""


def thought_away(completion: ChatCompletion, tokens: int) -> bool:
    """True of an answer, cut at so many tokens, of which thinking took the most, or of which thoughts are all there is."""
    unanswered = not text_of(completion).strip() and bool(thoughts_of(completion))
    return unanswered or thought_tokens(completion) * 2 >= tokens


def after_cut(completion: ChatCompletion, tokens: int) -> tuple[str, int]:
    """What to say of an answer that was cut at so many tokens, and with how many to ask for it again."""
    at = f"at the limit of {tokens:,} tokens"
    if not thought_away(completion, tokens):
        told = f"the answer was cut off {at}: raise SUMMARIZE_ANSWER_TOKENS or make --window smaller"
        return told, MORE * tokens
    told = f"the model thought until the answer was cut off {at}: set SUMMARIZE_EFFORT=none or low, or raise SUMMARIZE_ANSWER_TOKENS"
    return told, MORE * tokens + FOR_THOUGHT
