"""A person's corrections of a card: each checked against the article, and kept with who made it, when, and the original."""

from summarize.correcting.change import Change, RefusedError
from summarize.correcting.correct import correct

__all__ = ["Change", "RefusedError", "correct"]
