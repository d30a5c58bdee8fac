"""The words by which it is told what an engine's words can be, and what a claim says of dates."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class GroundingWords(Table):
    """`grounding.toml`: what names, descriptions, dates, roles and speakers look like."""

    pronouns: Words
    in_names: Words
    helpers: Words
    description_openers: Words
    description_pronouns: Words
    small: Words
    reporting: Words
    sentence_openers: Words
    past: Words
    not_past: Words
    past_ending: str
    adverb_ending: str
    past_signs: Pattern
    relative_days: Words
    times: Words
    periods: Words
    before_month: Words
    month_or_name: Words
    units: Words
    leanings: Words
    half_days: Words
    endings: Words
    clock: Pattern
    amount: Pattern
    apposed: Pattern
    opens_clause: Pattern
    addressing: Words
    addressed: Pattern
    indefinite: Pattern
    plural: Pattern
    aged: Pattern
    behind_noun: Pattern
    between_roles: Pattern
    no_person: Words
    impersonal: Pattern
    other_office: Words
    introducing: Pattern
    definite: Words
    as_body: Pattern
    meets_itself: Pattern
    speaks_behind: Pattern
    possessive: str
    called_before: Pattern
    called_behind: Pattern
    charged: Pattern
    unnamed_accused: Pattern
    full_name: Pattern
    denier: Pattern
    giver: Pattern
    number: Pattern
    known_by: Pattern
    role_first: Pattern
    another_says: Pattern
    gives_figure: Pattern
    owns: Pattern
    keeps_silent: Pattern
    genders: dict[str, str]
    shifts: dict[str, str]


def grounding(language: str) -> GroundingWords:
    """What an engine's words can be in a language."""
    return load(GroundingWords, f"{language}/grounding.toml")
