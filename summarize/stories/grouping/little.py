"""The little words of a language: what every article in it has, so that two of them are alike in nothing by having it."""

from __future__ import annotations

from functools import cache

from summarize.languages.basics import basics
from summarize.languages.calendars import foreign_months
from summarize.languages.identification import commonest
from summarize.layout.foreign import stamp_words
from summarize.stories.grouping.words import stem, words_of


@cache
def little_words(language: str) -> frozenset[str]:
    """The stems of a language's little words, names of months and weekdays among them; none for English, of whose words more is known.

    They are those by which a language is told, and those that rules of speech and dates in it go by. No list says which nouns are common.
    """
    if language in {"en", ""}:
        return frozenset()
    found = {*commonest(language), *foreign_months(), *stamp_words().weekdays}
    known = basics(language)
    if known is not None:
        found |= (
            known.conjunctions | known.pronouns | known.he | known.she | known.prepositions | known.particles | known.of
        )
        found |= (
            known.articles
            | known.function_words
            | known.according
            | known.negation
            | known.that
            | known.every
            | known.shares
        )
        found |= (
            known.subordinators
            | known.auxiliaries
            | known.titles
            | known.told
            | known.naming_ends
            | known.still
            | known.since
        )
        found |= (
            known.last
            | known.next
            | known.until
            | known.aims
            | known.ranges
            | known.hours
            | known.attached
            | known.doubt
        )
        found |= known.verbs | known.written | known.numbers.keys() | known.ago | known.ago_behind | known.hence
        found = found.union(*known.units.values(), *known.weekdays, *known.months, *known.relative)
    return frozenset(word.stem for phrase in found for word in words_of(phrase, _MAX_LENGTH)) | frozenset(
        map(stem, found)
    )


_MAX_LENGTH = 8
"""Words of a phrase, "the day before yesterday"."""
