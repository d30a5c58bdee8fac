"""A person's corrections of a card: each checked against the article, and kept with who made it, when, and the original."""

from summarize.correcting.applying import correct
from summarize.correcting.change import Change, RefusedError

__all__ = ["Change", "RefusedError", "correct"]
