"""What figures are of by what is said to be done, in whatever words, as a language's table tells it."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class DeedRow(Table):
    """Words for one deed: two figures of one `kind` that stand with words of one row are of one thing."""

    id: str
    kind: Words
    words: str
    things: str = ""
    """What has it, by name: "seven kilometres of road"."""
    of_things: bool = False
    """Nobody is counted: people who die, or are taken, are told by tolls."""
    is_known: bool = False
    """It only says how many somebody knows of, which is nobody's own deed."""
    is_of_one_thing: bool = False
    """Anything has it: the clauses of two figures have to speak of the same."""
    in_two_names: bool = False
    """It is guessed rather than counted: both figures have to be somebody's."""
    examples: tuple[str, ...]
    counter_example: str


class FiguredDeeds(Table):
    """`figured_deeds.toml`."""

    goes_on: Pattern
    no_length: Pattern
    for_length: Pattern
    before_length: Pattern
    opens_at: Pattern
    denies: Pattern
    own_words: Pattern
    what_for: Pattern
    whether: str
    blame: str
    further: tuple[str, ...]
    further_one: Pattern
    people: Words
    deed: tuple[DeedRow, ...]


def figured_deeds(language: str) -> FiguredDeeds:
    """The deeds that figures of a language are of."""
    return load(FiguredDeeds, f"{language}/figured_deeds.toml")
