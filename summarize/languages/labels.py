"""The words that a card or a briefing has of its own (titles, notes, footers), in other languages: one `labels.toml` a language.

The English words, as they stand in the code and in the templates, are the keys, so that English needs no table. A test holds the keys of
each table against them: none may be missing, and none may be there that nothing shows.
"""

from __future__ import annotations

from functools import cache

from summarize.languages.loader import Table, TableError, load
from summarize.languages.tables import has_table

ENGLISH = "en"
_FORMS = ("zero", "one", "two", "few", "many", "other")
_COUNTED_UP_TO = 200
"""Whole numbers up to this one show every form of the plural that news needs; Spanish has one more for millions."""


class Labels(Table):
    """`labels.toml`."""

    labels: dict[str, str]
    """English words, and those of the language; what stands in braces is filled in, and has to be in both."""
    counted: dict[str, str]
    """English nouns, and the language's, in each of its plural forms with "|" between: singular first."""
    numberless: tuple[str, ...] = ()
    """Plural forms, as CLDR names them, that say how many by themselves: "two", for the Arabic dual."""


def has_labels(language: str) -> bool:
    """True if cards can be labelled in a language, an ISO 639-1 code."""
    return language == ENGLISH or has_table(f"{language}/labels.toml")


def in_language(english: str, language: str) -> str:
    """English words of a card in another language, with the same braces.

    Raises:
        TableError: its table lacks them.
    """
    return _row(language, "labels", english)


def known_in(language: str, english: str) -> str | None:
    """The same of words that the program may not have: None if the language's table lacks them."""
    return load(Labels, f"{language}/labels.toml").labels.get(english)


def counted_noun(english: str, number: int, written: str, language: str) -> str:
    """An English noun behind a number in another language, in the form for it: "2 Erwähnungen".

    Args:
        english: the noun.
        number: how many.
        written: the number as the language writes it; left out where the form says it.
        language: ISO 639-1 code.

    Raises:
        TableError: its table lacks the noun, or has another count of forms than the language.
    """
    from summarize.languages.cldr import locale_of  # noqa: PLC0415 - babel takes a while to import, and English does without

    forms = [form.strip() for form in _row(language, "counted", english).split("|")]
    locale = locale_of(language)
    known = plural_forms(language)
    if len(forms) != len(known):
        raise TableError(f"{language}/labels.toml", english, f"{len(known)} forms are needed ({', '.join(known)})")
    form = locale.plural_form(number) if locale is not None else known[-1]
    noun = forms[known.index(form) if form in known else -1]
    return noun if form in load(Labels, f"{language}/labels.toml").numberless else f"{written} {noun}"


@cache
def plural_forms(language: str) -> tuple[str, ...]:
    """The forms that nouns behind whole numbers have in a language, as CLDR names them: ("one", "other")."""
    from summarize.languages.cldr import locale_of  # noqa: PLC0415 - as above

    locale = locale_of(language)
    met = {locale.plural_form(number) for number in range(_COUNTED_UP_TO)} if locale is not None else {"other"}
    return tuple(form for form in _FORMS if form in met)


def _row(language: str, section: str, english: str) -> str:
    name = f"{language}/labels.toml"
    found: str | None = getattr(load(Labels, name), section).get(english)
    if found is None:
        raise TableError(name, section, f"there is no row for {english!r}: add it, or give another --language")
    return found
