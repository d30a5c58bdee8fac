"""The words of a language that the finders hang on, as its tables list them. All are in lower case unless they say otherwise."""

from __future__ import annotations

from functools import cached_property

from summarize.languages.loader import Pattern, Table, Words, load


class SpeechWords(Table):
    """`speech.toml`: verbs that report speech."""

    speech: Words
    """Report speech by themselves."""
    judging: Words
    """Report only what they quote in part."""
    never_inverted: Words
    weak: Words
    """Trusted only with a quotation that hangs directly on them."""
    relaying: Words
    past: Words
    auxiliaries: Words

    @cached_property
    def reporting(self) -> Words:
        """Verbs of either kind."""
        return self.speech | self.judging

    @cached_property
    def inverting(self) -> Words:
        """Verbs behind which the subject can stand after a quotation: “…,” said Mr Lee."""
        return self.speech - self.never_inverted


class PeopleWords(Table):
    """`people.toml`: words for people."""

    honorifics: Words
    before_surnames: Words
    male: Words
    female: Words
    titles: Words
    nouns: Words
    groups: Words
    generic: Words
    kin: Words
    not_roles: Words
    role_modifiers: Words
    ranks: Words
    only_ranks: Words
    not_trades: Words

    @cached_property
    def roles(self) -> Words:
        """Nouns that are a role by themselves."""
        return (self.nouns | self.titles) - self.not_roles


class NameWords(Table):
    """`names.toml`: words for organisations and places. `not_names`, and the lists of names, are written as the press writes them."""

    organisation: Words
    organisation_nouns: Words
    texts: Words
    body_roles: Words
    acting: Words
    companies: Words
    no_company: Words
    place: Words
    place_openers: Words
    shared: Words
    called_after: Words
    left_out: Words
    sites: Words
    local_bodies: Words
    not_names: Words
    parties: Words
    known_organisations: Words
    houses: Words
    thing: Words
    things: Words
    platforms: Words
    particles: Words
    verb_particles: Words
    elided: Words
    links: Words

    @cached_property
    def bodies(self) -> Words:
        """Nouns of whatever may be an "it" that speaks and acts."""
        return self.organisation_nouns | self.body_roles | self.acting


class SentenceWords(Table):
    """`sentences.toml`: short forms with a stop, and what a sentence begins with. `openers` begin with a capital."""

    titles: Words
    abbreviations: Words
    months: Words
    numbered: Words
    openers: Words
    not_after_letter: Words
    may_end: Words
    ends_with_hour: Pattern
    of_the_hour: Pattern


class ExtractiveWords(Table):
    """`extractive.toml`: what the built-in engine weighs words by."""

    stop: Words
    messengers: Words
    officers: Words
    endings: tuple[str, ...]


def speech(language: str) -> SpeechWords:
    """The verbs of speech of a language."""
    return load(SpeechWords, f"{language}/speech.toml")


def people(language: str) -> PeopleWords:
    """The words for people of a language."""
    return load(PeopleWords, f"{language}/people.toml")


def names(language: str) -> NameWords:
    """The words for organisations and places of a language."""
    return load(NameWords, f"{language}/names.toml")


def sentences(language: str) -> SentenceWords:
    """The short forms and openers of sentences of a language."""
    return load(SentenceWords, f"{language}/sentences.toml")


def extractive(language: str) -> ExtractiveWords:
    """What the built-in engine weighs the words of a language by."""
    return load(ExtractiveWords, f"{language}/extractive.toml")
