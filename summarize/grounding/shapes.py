"""What words look like: whether they can be a name, a description of somebody, or a date."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from summarize.expressions import expression
from summarize.languages.calendars import calendar_names
from summarize.languages.grounding import grounding
from summarize.text.tokens import Token, tokens

MAX_NAME: Final = 80
MAX_DESCRIPTION: Final = 100
_MAX_DATE: Final = 8
"""Words and numbers."""
_WORDS: Final = grounding("en")
_CALENDAR: Final = calendar_names("en")
# Full names of the weekdays only: "the Sun reported" names no day.
_DAYS_AND_MONTHS: Final = frozenset(
    (*(row[0] for row in _CALENDAR.weekday_rows), *_CALENDAR.months, *_WORDS.relative_days)
)
_TIMES: Final = _WORDS.times | _DAYS_AND_MONTHS
_NO_NAMES: Final = _WORDS.small | _DAYS_AND_MONTHS
_MARKS: Final = expression(r"[\"“”„«»‹›‘!?;:()\[\]{}<>|\\…\n]|[.,]\s*$|\.\s+\w{4,}")
_YEAR: Final = expression(r"(?:1[5-9]|20|21)\d\d")
_NUMERIC: Final = expression(
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[:h]\d{2}|\d{1,4}\s?[年月日]|[月火水木金土日]曜|星期|礼拜"
)


def is_caseless(character: str) -> bool:
    """True for a letter of a script without case; such scripts may set no space between words."""
    return character.isalpha() and character.lower() == character.upper() and character > "\u0df0"


def is_pronoun(name: str) -> bool:
    """True for a word that names nobody by itself."""
    return name.casefold().strip() in _WORDS.pronouns


def no_name(name: str, plain: Container[str] = ()) -> str | None:
    """Why words cannot be a name; None if they can. `plain` are the words that the article writes in small letters."""
    if len(name) > MAX_NAME or "\n" in name:
        return "it is too long for a name"
    held = [token for token in tokens(name) if token.is_word or token.is_number]
    lower = {token.lower for token in held}
    if is_pronoun(name) or not any(token.is_word for token in held) or _MARKS.search(name):
        return "it is not a name"
    is_name = any(is_caseless(character) for character in name) or (
        all(_is_in_name(token) for token in held)
        and any(token.is_capital for token in held)
        and not all(word in _NO_NAMES or word.isdecimal() for word in lower)
        # "Snow" at the start of a sentence has its capital from there.
        and not (len(held) == 1 and (held[0].lower in _WORDS.sentence_openers or held[0].lower in plain))
    )
    return None if is_name else "it is not a name"


def _is_in_name(token: Token) -> bool:
    return (
        token.is_number
        or token.is_capital
        or token.lower in _WORDS.in_names
        or (len(token.text) == 1 and token.is_word)
    )


def no_description(text: str) -> str | None:
    """Why words cannot tell what somebody is; None if they can: "a retired bus driver", "head of works"."""
    if len(text) > MAX_DESCRIPTION:
        return "it is too long"
    held = [token for token in tokens(text) if token.is_word]
    if _MARKS.search(text) or is_pronoun(text) or not held:
        return "it describes nobody"
    content = [token for token in held if token.lower not in _WORDS.small or token.is_capital]
    if not content or any(
        token.lower in _WORDS.helpers
        or (token.lower in _WORDS.pronouns and token.lower not in _WORDS.description_pronouns)
        for token in held
    ):
        return "it describes nobody"
    first, last = held[0], held[-1]
    if (first.lower in _WORDS.small and first.lower not in _WORDS.description_openers and not first.is_capital) or (
        last.lower in _WORDS.small and not last.is_capital
    ):
        return "it describes nobody"
    if len(content) == 1 and (
        _is_past(content[0]) or content[0].lower in _WORDS.reporting or content[0].lower.endswith(_WORDS.adverb_ending)
    ):
        return "it describes nobody"
    return None


def _is_past(token: Token) -> bool:
    word = token.lower
    return not token.is_capital and (
        word in _WORDS.past or (word.endswith(_WORDS.past_ending) and word not in _WORDS.not_past)
    )


def is_nobody(text: str) -> bool:
    """True for words that can neither name nor describe anybody."""
    return is_pronoun(text) or (no_name(text) is not None and no_description(text) is not None)


def is_date(expression: str, *, is_english: bool = True) -> bool:
    """True if words can be a date or a time of day: words and writings of time alone, and no amount."""
    if _WORDS.amount.search(expression) or _MARKS.search(expression.rstrip(".")):
        return False
    held = [token for token in tokens(expression) if token.is_word or token.is_number]
    if len(held) > _MAX_DATE:
        return False
    is_timed = bool(_NUMERIC.search(expression) or _WORDS.clock.search(expression))
    known = [token for token in held if token.lower in _TIMES and token.lower not in _WORDS.half_days]
    if is_english and not all(_is_of_time(token) for token in held):
        return False
    if is_timed or any(token.lower not in _WORDS.units for token in known):
        return True
    if known:
        return len(held) > 1
    # A bare year, with a small word at most: "since 1998", not "1998 people".
    return any(_YEAR.fullmatch(token.text) for token in held) and all(
        token.is_number or (len(token.text) <= 5 and (token.lower in _WORDS.small or token.lower in _WORDS.leanings))
        for token in held
    )


def _is_of_time(token: Token) -> bool:
    lower = token.lower
    return (
        token.is_number
        or lower in _TIMES
        or lower in _WORDS.leanings
        or lower in _WORDS.endings
        or (lower in _WORDS.small and lower not in _WORDS.pronouns)
    )
