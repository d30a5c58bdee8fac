"""The program's own words on a card or a briefing, in the language that it is shown in.

They stand in the code and in the templates in English, as `label("Top lines")`. The language is a property of the rendering that is under way,
as a locale is elsewhere: each form is made within `labels_in(…)`, and whatever it calls follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from summarize.expressions import expression
from summarize.languages.labels import ENGLISH, counted_noun, has_labels, in_language, known_in
from summarize.languages.reasons import reason_in

_SPOKEN: ContextVar[str] = ContextVar("spoken", default=ENGLISH)
_REASONS: Final = frozenset({"reason", "warning"})
"""Braces that are filled with a reason or a warning, which are English where they come from."""
_TAG: Final = expression(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")


def primary(tag: str | None) -> str | None:
    """The language of a tag such as "de-AT": "de"; None for what is no tag."""
    return tag.partition("-")[0].lower() if tag and _TAG.fullmatch(tag) else None


@contextmanager
def labels_in(*wanted: str | None) -> Iterator[None]:
    """Show what is made within in the first of some languages that labels are written in, else in English."""
    languages = (language for tag in wanted if (language := primary(tag)))
    token = _SPOKEN.set(next(filter(has_labels, languages), ENGLISH))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def language() -> str:
    """The language of the labels now, an ISO 639-1 code."""
    return _SPOKEN.get()


def label(english: str, **values: object) -> str:
    """Words of a card in the language that it is shown in, its braces filled.

    Raises:
        TableError: the language's table lacks them.
    """
    now = _SPOKEN.get()
    return _fill_pattern(english if now == ENGLISH else in_language(english, now), values)


def label_or_own(words: str, **values: object) -> str:
    """The same in a user's template, which may have words of its own: in any language they stand as they are."""
    now = _SPOKEN.get()
    return _fill_pattern(words if now == ENGLISH else known_in(now, words) or words, values)


def _fill_pattern(pattern: str, values: dict[str, object]) -> str:
    shown = {name: reason(str(value)) if name in _REASONS else value for name, value in values.items()}
    return pattern.format(**shown) if shown else pattern


def reason(english: str) -> str:
    """Why something was refused, or a warning, in the language that a card is shown in; in English where that has no such row."""
    now = _SPOKEN.get()
    return english if now == ENGLISH else reason_in(english, now)


def noted(english: str) -> str:
    """The words as they are: a mark for words that are given to `label` later, so that tables are held against them."""
    return english


def noted_noun(english: str) -> str:
    """The same for nouns that are given to `counted`."""
    return english


def number(value: float, decimals: int = 0) -> str:
    """A number as it is written: "1,204" in English, "1.204" in German."""
    now = _SPOKEN.get()
    if now == ENGLISH:
        return f"{value:,.{decimals}f}"
    from babel.numbers import format_decimal  # noqa: PLC0415 - babel takes a while to import, and English does without

    return str(format_decimal(value, f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale=now))


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """The number and the noun it counts: "1 mention", "1,204 mentions"; `plural` where the English one does not end in s."""
    now = _SPOKEN.get()
    if now == ENGLISH:
        return f"{count:,} {singular if count == 1 else plural or f'{singular}s'}"
    return counted_noun(singular, count, number(count), now)


def listed(names: Sequence[str]) -> str:
    """The names as a sentence lists them: "A", "A and B", "A, B and C"."""
    now = _SPOKEN.get()
    if now == ENGLISH:
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return str(format_list(list(names), locale=now))


def marked(text: str) -> str:
    """Words between the quotation marks of the language."""
    return f"{label('“')}{text}{label('”')}"


def direction(language: str | None) -> str:
    """Which way a language is written: "rtl" from right to left, else "ltr"."""
    code = primary(language)
    if code in {None, ENGLISH}:
        return "ltr"
    from summarize.languages.cldr import locale_of  # noqa: PLC0415 - as above

    locale = locale_of(code or "")
    return str(locale.text_direction) if locale is not None else "ltr"
