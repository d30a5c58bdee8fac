"""The words by which it is told what an engine's words can be."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class GroundingWords(Table):
    """`grounding.toml`: what names, descriptions, dates, roles and speakers look like."""

    pronouns: Words
    in_names: Words
    helpers: Words
    description_openers: Words
    description_pronouns: Words
    past_ending: str
    adverb_ending: str
    units: Words
    leanings: Words
    half_days: Words
    endings: Words
    clock: Pattern
    amount: Pattern
    apposed: Pattern
    addressing: Words
    addressed: Pattern
    indefinite: Pattern
    genders: dict[str, str]


def grounding(language: str) -> GroundingWords:
    """What an engine's words can be in a language."""
    return load(GroundingWords, f"{language}/grounding.toml")
