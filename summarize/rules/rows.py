"""A row as a table writes it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
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


@dataclass(frozen=True, slots=True)
class RuleTable:
    """The rows of one table, in the order in which they are asked."""

    rule: tuple[Row, ...]
    classes: dict[str, str] = field(default_factory=dict)
    """Lists of words that the rows name in braces, besides those of the program: white space parts the words."""
