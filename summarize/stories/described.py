"""Names of participants that are none: bodies that an article only describes, such as "health ministry"."""

from __future__ import annotations

from summarize.languages.patterns import body_patterns


def only_described(name: str) -> bool:
    """True for words in small letters, and for those that a sentence opens with: two articles may mean two bodies by them."""
    return name.islower() or name.lower() in body_patterns("en").bare
