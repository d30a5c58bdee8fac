"""The expressions that finders and engine read a language by, as its tables write them: compiled, with their lists of words filled in."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class QuotationPatterns(Table):
    """`quotations.toml`: what stands around a quotation, and whom it points to."""

    pronouns: Words
    person_pronouns: Words
    other_pronouns: Words
    plural_pronouns: Words
    thing_pronouns: Words
    speaking_pronouns: Words
    clings: Words
    not_subjects: Words
    small: Words
    belongs_to: Words
    determiners: Words
    not_in_role: Words
    naming_verbs: Words
    headed_texts: Words
    not_modified: Words
    closing_subject: Words
    joins_verbs: Words
    direct_leads: Words
    open_leads: Words
    genders: dict[str, str]
    speaking_things: Words
    plural_ending: str
    containing: Words
    article_inside: Pattern
    relative: Pattern
    places_before: Pattern
    and_between: Pattern
    list_between: Pattern
    ends_list: Pattern
    clause_word: Pattern
    any_described: Pattern
    described_behind: Pattern
    described_after_verb: Pattern
    described_subject: Pattern
    owned_subject: Pattern
    label: Pattern
    state_behind: Pattern
    said_behind: Pattern
    opens_described: Pattern
    deeds: Words
    opens_unnamed: Pattern
    takes_it: Pattern
    teller_joins: Pattern
    teller_lead: Pattern
    teller_opens: Pattern
    teller_says: Pattern
    teller_named: Pattern
    teller_unnamed: Pattern
    opens_one_of: Pattern
    never_apposed: Pattern
    several: Pattern
    still_there: Pattern
    somebody_else: Pattern
    aside_of_who: Pattern
    opens_content: Pattern
    to_another: Pattern
    answers: Pattern
    no_act: Words
    source_before: Pattern
    opens_known: Pattern
    reads_behind: Pattern
    tells_of_death: Pattern
    replied_behind: Pattern
    message_from: Pattern
    own_words: Words
    owns_words: Pattern
    whose_words: Pattern
    moods: Words
    gestures: Words
    gives_view: Pattern
    written_by: Pattern
    opens_on_a_name: Pattern
    bearers: Words
    worn: Words
    others_words: Pattern
    worn_words: Pattern
    written_on: Pattern
    shows_others: Pattern
    noun_before: Pattern
    speaking_nouns: Words
    adverb_ending: str
    past_ending: str
    participle_ending: str
    pronoun_speaker: Pattern
    opens_naming_clause: Pattern
    joins_list: Pattern
    introduces_title: Pattern
    titled_things: Words
    particle: Pattern
    next_word: Pattern
    cue_tail: Pattern
    platforms: Words
    messages: Words
    according: Pattern
    definite: str
    whose: str
    stand_in: str
    passive: Pattern
    spoken_to: Pattern
    agent: Pattern
    as_saying: Pattern
    object_pronoun: Pattern
    not_a_verb: Pattern
    lead_verb: Pattern
    apposition: Pattern
    clause: Pattern
    also_called: Pattern
    close_to: Pattern
    shares_subject: Pattern
    governed: Pattern
    chained: Pattern
    chained_apposition: Pattern
    phrase_pronoun: Pattern
    determiner: Pattern
    aged: Pattern
    the_aged: Pattern
    phrase_tail: Pattern
    function: Pattern
    second_role: Pattern
    discourse_pronoun: Pattern
    beside_speech_verb: Pattern
    not_subject: Pattern
    died_behind: Pattern
    verb_ahead: Pattern
    place_before: Pattern
    died_before: Pattern
    of_another: Pattern
    anothers: Pattern
    said_by_last: Pattern
    unnamed_opener: Pattern
    unnamed_verb: Pattern
    headed_opener: Pattern
    headed_rest: Pattern
    belongs_before: Pattern
    belongs_right_before: Pattern
    reads_on: Pattern
    elision: Pattern
    speech_after: Pattern
    according_verb: str
    quoted_verb: str
    phrase_prepositions: Words
    ends_phrase: Words


class NamePatterns(Table):
    """`name_patterns.toml`: what stands around names and inside them."""

    of: Words
    of_or_for: Words
    plural: str
    plural_endings: Words
    agent_endings: Words
    given_inside: Words
    opening_bodies: Words
    party_adjectives: Words
    at_work: Words
    at_before: Pattern
    placed_before: Pattern
    placed_sure: Pattern
    list_gap: Pattern
    list_before: Pattern
    body_of_place: Pattern
    body_by_itself: Pattern
    body_modifiers: Words
    bodies: Words
    with_bodies: Words
    bodies_owned: Words
    no_modifiers: Words
    located_before: Pattern
    described_after: Pattern
    introduced_after: Pattern
    past_role: Pattern
    office_gained: Pattern
    described_before: Pattern
    verb_after: Pattern
    posted_before: Pattern
    officers_after: Pattern
    articles: Words
    abbreviated: Words
    behind_places: Words
    town_court: Pattern
    no_towns: Words
    linking: Words
    offices: Words
    joining: Words
    and_words: Words
    article: Words
    trailing: Words
    leading: Words
    members: Words
    also_surnames: Words
    pageant: Words
    feasts: Words
    opens_anew: Words
    legal_words: Words
    teams: Words
    parent_of: Pattern
    small: Words
    the: Words
    before_of: Words
    legal_form: Pattern
    relation: Pattern
    same: dict[str, str]


class RolePatterns(Table):
    """`roles.toml`: what stands around a role, and inside one."""

    trade: Pattern
    described_after: Pattern
    office_after: Pattern
    no_goods: Words
    works_of_office: Words
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
    links: Words
    of: Words
    of_or_for: Words
    indefinite: Words
    kept_articles: Words
    reads_on: Words
    behind_head: Pattern
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
    before_group: Words
    group_adjectives: Words
    not_group_nouns: Words
    not_noun: Pattern
    person_noun: Pattern
    unnamed_apposition: Pattern
    closes_apposition: Pattern
    named_as: Pattern
    closes_named: Pattern
    made_before: Pattern
    made_after: Pattern
    aged_apposition: Pattern
    body_before: Pattern
    body_after: Pattern


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
    relative: Words
    told_of: Pattern
    known: Words
    opens_known: Pattern
    not_told_of: Words
    named_after: Pattern
    clause: Words
    by: str
    somebodys_past: Pattern
    between: Words
    done_to: Words
    aged_after: Pattern
    aged_before: Pattern
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


class BodyPatterns(Table):
    """`bodies.toml`: bodies that are only described, and what says that they act or speak."""

    nouns: Words
    firms: Words
    takes_up: Words
    official: Words
    no_kind: Words
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


class LayoutPatterns(Table):
    """`layout.toml`: what tells the lines above a story, and its sentences from lines that are no part of it."""

    reported: Pattern
    said: Pattern
    opens_boilerplate: Pattern
    labels_boilerplate: Pattern
    published: Pattern
    publishing: Words
    published_alone: Pattern
    publishing_alone: Words
    first_published: Pattern
    updated: Pattern
    told: Pattern
    """A line that tells when it was published, with @ for its date."""
    headed: Pattern
    """The same of a line above the story alone."""
    beside_stamp: Pattern
    opens_source: Pattern
    """Before the name of an outlet and its date."""
    page_number: Pattern
    """Behind them."""
    desk: Pattern
    """Part of a line that is the desk or agency that wrote it, or the number, price or size of the paper."""
    beside_names: Words
    sections: Words
    """Words of which a section's name is made: "News in English", "Culture & Leisure"."""
    no_stamps: Words
    occasions: Words
    month_may_be_first: Words
    houses: Words
    before_stamp: Words
    opens_stamp: Pattern
    outlet_particles: Words
    definite_article: str
    title_particles: Words
    outlet_words: Words
    outlet_openers: Words
    outlet_surnames: Words
    byline_openers: Words
    byline_labels: Words
    title_words: Words
    """Words that are a title alone: "Correction"."""
    opens_byline: str
    name_particles: Words
    place_particles: Words
    after_byline: Pattern
    joins_names: Pattern
    role_words: Pattern
    labelled: Pattern
    labels: Words
    title_labels: Words
    author_labels: Words
    publisher_labels: Words
    standfirst_labels: Words
    not_datelines: Words


def quotations(language: str) -> QuotationPatterns:
    """What stands around quotations in a language."""
    return load(QuotationPatterns, f"{language}/quotations.toml")


def name_patterns(language: str) -> NamePatterns:
    """What stands around names in a language."""
    return load(NamePatterns, f"{language}/name_patterns.toml")


def role_patterns(language: str) -> RolePatterns:
    """What stands around roles in a language."""
    return load(RolePatterns, f"{language}/roles.toml")


def unnamed_patterns(language: str) -> UnnamedPatterns:
    """How a language describes people whom nobody names."""
    return load(UnnamedPatterns, f"{language}/unnamed.toml")


def body_patterns(language: str) -> BodyPatterns:
    """How a language describes bodies that it does not name."""
    return load(BodyPatterns, f"{language}/bodies.toml")


def layout_patterns(language: str) -> LayoutPatterns:
    """What tells a story from the lines around it in a language."""
    return load(LayoutPatterns, f"{language}/layout.toml")
