"""What is sent, reported, asked for or warned of, and how somebody says that it never came, as a language's table tells it."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, load


class MessageRow(Table):
    """Words for one kind of message: for sending it, and for what never came."""

    id: str
    sent: Pattern
    denied: Pattern
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Messages(Table):
    """`messages.toml`."""

    never_came: Pattern
    pointing: Pattern
    unsent: Pattern
    of_what: Pattern
    whether: str
    message: tuple[MessageRow, ...]


def messages(language: str) -> Messages:
    """The kinds of messages of a language."""
    return load(Messages, f"{language}/messages.toml")
