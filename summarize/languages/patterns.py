"""The expressions that finders and engine read a language by, as its tables write them: compiled, with their lists of words filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.languages.loader import load

Pattern = re.Pattern[str]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class QuotationPatterns:
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
    relative_words: Words
    headed_texts: Words
    not_modified: Words
    closing_subject: Words
    joins_verbs: Words
    direct_leads: Words
    open_leads: Words
    genders: dict[str, str]
    adverb_ending: str
    past_ending: str
    participle_ending: str
    pronoun_speaker: Pattern
    opens_naming_clause: Pattern
    joins_list: Pattern
    introduces_title: Pattern
    naming_nouns: Words
    titled_things: Words
    cue_tail: Pattern
    platforms: Words
    messages: Words
    according: Pattern
    according_article: str
    passive: Pattern
    agent: Pattern
    as_saying: Pattern
    object_pronoun: Pattern
    not_a_verb: Pattern
    lead_verb: Pattern
    apposition: Pattern
    clause: Pattern
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
    discourse_pronoun: Pattern
    beside_speech_verb: Pattern
    not_subject: Pattern
    of_another: Pattern
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


def quotations(language: str) -> QuotationPatterns:
    """What stands around quotations in a language."""
    return load(QuotationPatterns, f"{language}/quotations.toml")
