"""A row as a table writes it."""

from __future__ import annotations

from typing import Final

from summarize.languages.loader import Table

EXPRESSIONS: Final = ("before", "after", "text", "within", "whole")
"""The keys of a row that hold regular expressions."""


class Row(Table):
    """One rule, as its table writes it."""

    id: str
    """Names the rule within its table."""
    verdict: str
    """What the rule says of its subject; empty for "nothing, and no later rule is asked"."""
    examples: tuple[str, ...] = ()
    """Texts in which this rule speaks, and without it another verdict would be given."""
    counter_examples: tuple[str, ...] = ()
    """Texts much like them in which it does not speak."""
    when: str = ""
    """Conditions on facts: `,` is "and", `|` is "or" and binds closer, `not` negates, and numbers and words are compared."""
    before: str = ""
    """A regular expression for what stands right before the subject."""
    after: str = ""
    """One for what stands right behind it."""
    text: str = ""
    """One for the subject itself, from its start."""
    within: str = ""
    """One for something that stands anywhere in it."""
    whole: str = ""
    """One for the whole of the subject."""


class RuleTable(Table):
    """The rows of one table, in the order in which they are asked."""

    rule: tuple[Row, ...]
    classes: dict[str, str] = {}  # noqa: RUF012 - tables do not change
    """Lists of words that the rows name in braces, besides those of the program: white space parts the words."""
