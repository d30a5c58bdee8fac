"""Room for an answer: what to make of one that came to the limit of its tokens, and how much more it gets."""

from __future__ import annotations

from openai.types.chat import ChatCompletion

from summarize.engines.model.completions import thought_tokens, thoughts_of
from summarize.engines.model.ladder import text_of

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
