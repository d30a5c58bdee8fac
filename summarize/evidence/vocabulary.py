"""The words that news prose hangs on, from the tables of the language that these finders read: `languages/en/`."""

from __future__ import annotations

from typing import Final

from summarize.languages import patterns, people_patterns, words

LANGUAGE: Final = "en"
"""The finders of this package read one language; `neutral/` reads the others."""

_SPEECH: Final = words.speech(LANGUAGE)
PEOPLE: Final = words.people(LANGUAGE)
NAMES: Final = words.names(LANGUAGE)
PATTERNS: Final = patterns.quotations(LANGUAGE)
ROLE_PATTERNS: Final = people_patterns.role_patterns(LANGUAGE)
NAME_PATTERNS: Final = patterns.name_patterns(LANGUAGE)

SPEECH_VERBS: Final = _SPEECH.speech
REPORTING_VERBS: Final = _SPEECH.reporting
INVERTING_VERBS: Final = _SPEECH.inverting
WEAK_VERBS: Final = _SPEECH.weak
RELAYING_VERBS: Final = _SPEECH.relaying
PAST_VERBS: Final = _SPEECH.past
AUXILIARIES: Final = _SPEECH.auxiliaries

HONORIFICS: Final = PEOPLE.honorifics
BEFORE_SURNAMES: Final = PEOPLE.before_surnames
MALE_WORDS: Final = PEOPLE.male
FEMALE_WORDS: Final = PEOPLE.female
TITLES: Final = PEOPLE.titles
PERSON_NOUNS: Final = PEOPLE.nouns

ORGANISATION_NOUNS: Final = NAMES.organisation_nouns
ORGANISATION_WORDS: Final = NAMES.organisation
PLACE_WORDS: Final = NAMES.place
NOT_NAMES: Final = NAMES.not_names
PARTIES: Final = NAMES.parties
KNOWN_ORGANISATIONS: Final = NAMES.known_organisations
