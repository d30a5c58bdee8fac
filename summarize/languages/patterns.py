"""The expressions that finders read quotations and names by, as a language's tables write them: compiled, with their lists of words filled in."""

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
    to_whom_still: Pattern
    is_done_to: Pattern
    opens_one_of: Pattern
    never_apposed: Pattern
    several: Pattern
    still_there: Pattern
    somebody_else: Pattern
    aside_of_who: Pattern
    opens_content: Pattern
    to_another: Pattern
    answers: Pattern
    answers_question: Pattern
    heard_subject: Pattern
    no_act: Words
    source_before: Pattern
    opens_known: Pattern
    owned_somebody: Pattern
    opens_on_another: Pattern
    is_charged: Pattern
    charges: Pattern
    denies_behind: Pattern
    no_it: Words
    reads_behind: Pattern
    tells_of_death: Pattern
    accuses: Pattern
    leads_on: Pattern
    opens_on_source: Pattern
    charging: Words
    charges_in_front: Pattern
    charges_behind: Pattern
    is_denied_next: Pattern
    tells_of: Pattern
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
    told_inside: Pattern
    sentence_inside: Pattern
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
    given_opening: Words
    given_as_day: Pattern
    whose_clause: Pattern
    asked_behind: Pattern
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
    person_behind: Pattern
    verb_after: Pattern
    posted_before: Pattern
    officers_after: Pattern
    office_of: Pattern
    letters_behind: Words
    plural_owners: Words
    leagues: Words
    opens_bodies: Words
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
    noun_beside: Pattern
    own_beside: Pattern
    own_lead: Pattern
    same: dict[str, str]


def quotations(language: str) -> QuotationPatterns:
    """What stands around quotations in a language."""
    return load(QuotationPatterns, f"{language}/quotations.toml")


def name_patterns(language: str) -> NamePatterns:
    """What stands around names in a language."""
    return load(NamePatterns, f"{language}/name_patterns.toml")
