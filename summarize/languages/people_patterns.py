"""The expressions by which a language describes people and bodies, as its tables write them: what they are, whom and what nobody names."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class RolePatterns(Table):
    """`roles.toml`: what stands around a role, and inside one."""

    trade: Pattern
    described_after: Pattern
    also_called: Words
    office_after: Pattern
    no_goods: Words
    works_of_office: Words
    led_for_years: Words
    no_things_led: Words
    of_body: Pattern
    of_described_body: Pattern
    bodies_of: Words
    ends_role: Pattern
    weekdays: Words
    initial_stop: Pattern
    verbal: Pattern
    behind_preposition: Pattern
    determiner_before: Pattern
    rank: Pattern
    strips: Pattern
    office_of_before: Pattern
    of_old: Pattern
    somebody_of: Pattern
    article_before: Pattern
    past_ending: str
    links: Words
    of: Words
    of_or_for: Words
    indefinite: Words
    kept_articles: Words
    reads_on: Words
    behind_head: Pattern
    joins_parts: Pattern
    more_bodies: Words
    body_apposed: Pattern
    whose_head: Pattern
    serves_to: Pattern
    said_of_subject: Pattern
    of_kin: Pattern
    article_last: Pattern
    in_doubt: Pattern
    parts_group: Pattern
    office_of_deed: Pattern
    article_of_title: Pattern
    bound_to: Pattern
    participle: Pattern
    participle_ending: str
    plural_ending: str
    shared_between: Pattern
    shared_role: Pattern
    role_like: Words
    kept_honorifics: Words
    possessives: Words
    determiners: Words
    ends_group: Words
    before_infinitive: Words
    before_to_somebody: Words
    before_group: Words
    group_adjectives: Words
    not_group_nouns: Words
    not_noun: Pattern
    person_noun: Pattern
    unnamed_apposition: Pattern
    serves: Pattern
    closes_serving: Pattern
    closes_apposition: Pattern
    named_as: Pattern
    told_as: Pattern
    inner_description: Pattern
    of_work: Pattern
    named_behind: Pattern
    closes_named_behind: Pattern
    aged_and_somebodys: Pattern
    related_before: Pattern
    relations: Words
    closes_named: Pattern
    made_before: Pattern
    made_after: Pattern
    aged_apposition: Pattern
    body_before: Pattern
    body_after: Pattern
    told_first: Pattern
    told_first_of: Pattern
    told_first_of_another: Pattern
    told_first_verbs: Words
    told_first_alone: Pattern
    told_first_done_to: Pattern
    named_then: Pattern
    pleads_after: Pattern
    pleads_before: Pattern
    pleads_then: Pattern
    sides_of_case: Words
    office_for: Pattern
    office_letters: Words
    is_said_to_be: Pattern
    late_before_name: Pattern
    suffers_then: Pattern
    besides_before_name: Pattern
    couple_before: Pattern
    several_apposed: Pattern
    several_listed: Pattern
    made_behind: Pattern
    several_first: Pattern
    counts_of_several: str
    dead_named: Pattern
    several_died: Pattern
    between_several: Pattern
    several_then: Pattern
    body_first: Pattern
    body_then: Pattern
    made_list: Pattern
    made_list_as: Pattern


class UnnamedPatterns(Table):
    """`unnamed.toml`: how people are described whom nobody names, and what says that they act or suffer."""

    opener: Pattern
    single: Words
    no_part: Words
    nouns: Words
    tail: Pattern
    origin: Pattern
    bare: Words
    bare_opener: Pattern
    joins: Words
    few: str
    not_done_by: Words
    things: Pattern
    no_deed: Pattern
    work: Pattern
    children: Words
    plurals: Words
    aside: Pattern
    long_aside: Pattern
    age: Pattern
    aged: Pattern
    helpers: Words
    past_ending: str
    participle_ending: str
    plural_ending: str
    adverbs: Words
    stamp: Pattern
    opens_again: Pattern
    told_before: Pattern
    relative: Words
    told_of: Pattern
    known: Words
    opens_known: Pattern
    opens_aside: Pattern
    not_told_of: Words
    named_after: Pattern
    clause: Words
    by: str
    somebodys_past: Pattern
    between: Words
    done_to: Words
    aged_after: Pattern
    aged_before: Pattern
    goes_to_law: Pattern
    named_next: Pattern
    who_sued: Pattern
    own_claim: Pattern
    done_to_workers: Words
    beside_other: Pattern
    was: Pattern
    again: Pattern
    of: str
    quantities: Words
    nobody: Words
    definite: str
    articles: Words
    unreal: Words
    to_come: str
    taken_up: Words
    hypothetical: Words


class DescribedPatterns(Table):
    """`described.toml`: how a text speaks of somebody whom it only describes, so that "he" may mean him."""

    opens: Pattern
    nouns: Words
    not_one: Words
    with_of: Pattern
    ends: Words
    follows: Pattern
    pasts: Words
    not_another: Pattern
    sought: Pattern
    told_behind: Pattern
    before_subject: Pattern
    named_after_all: Pattern
    named_at_once: Pattern
    of_somebody: Pattern
    dies: Pattern
    done_to: Pattern
    others: Words
    before_attributing: Pattern
    attributes: Pattern
    joins: Pattern
    of_another: Pattern


class DeedPatterns(Table):
    """`deeds.toml`: of whom a deed or a charge is told, and what may then be his."""

    charged: Words
    wrongs: Words
    apart: Words
    charged_behind: Pattern
    charged_before: Pattern
    owns: Pattern
    tells_behind: Pattern


class BodyPatterns(Table):
    """`bodies.toml`: bodies that are only described, and what says that they act or speak."""

    nouns: Words
    firms: Words
    takes_up: Words
    official: Words
    no_kind: Words
    by_its_kind: Words
    alone: Words
    bare: Words
    sure: Words
    joined: Words
    joins: str
    things_too: Words
    doubtful: dict[str, str]
    plain: Words
    vague: Words
    no_body: Words
    articles: Words
    definite: str
    governed: Pattern
    opens_clause: Pattern
    of_what: Pattern
    between: Pattern
    passive: Pattern
    doing: Pattern
    helped: Pattern
    only_bodies: Pattern
    deeds: Words
    no_deeds: Words
    past_ending: str
    called: dict[str, str]


def role_patterns(language: str) -> RolePatterns:
    """What stands around roles in a language."""
    return load(RolePatterns, f"{language}/roles.toml")


def unnamed_patterns(language: str) -> UnnamedPatterns:
    """How a language describes people whom nobody names."""
    return load(UnnamedPatterns, f"{language}/unnamed.toml")


def described_patterns(language: str) -> DescribedPatterns:
    """How a language speaks of somebody whom it only describes."""
    return load(DescribedPatterns, f"{language}/described.toml")


def deed_patterns(language: str) -> DeedPatterns:
    """How a language tells of deeds and charges, and of who owns to them."""
    return load(DeedPatterns, f"{language}/deeds.toml")


def body_patterns(language: str) -> BodyPatterns:
    """How a language describes bodies that it does not name."""
    return load(BodyPatterns, f"{language}/bodies.toml")
