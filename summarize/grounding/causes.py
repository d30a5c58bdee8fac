"""Two accounts of what caused something, of which the second has no word for it: "the fault was caused by a valve", "staff had skipped a test"."""

from __future__ import annotations

from summarize.grounding.replies import Said, does, names
from summarize.grounding.shapes import is_pronoun


def is_other_cause(said: Said, reply: Said) -> bool:
    """True if somebody says what caused something, and another, who is asked of right behind him, what had been done before it."""
    if said.source is None or reply.source is None or names(said.source, reply.source):
        return False
    is_pointing = is_pronoun(reply.text.partition(" ")[0])
    return not is_pointing and does("gives_cause", said.text) and does("had_happened", reply.text)
