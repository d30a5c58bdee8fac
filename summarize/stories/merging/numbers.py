"""Numbers in a sentence, in figures or words, with what bounds them. What is a date, a time, an age or a name's number is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Bound = Literal["least", "most", "about"]

_ONES = {word: value for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 1)}  # fmt: skip
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "dollars": "USD", "dollar": "USD", "us dollars": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "pound": "GBP", "sterling": "GBP",
    "yen": "JPY", "rupees": "INR", "francs": "CHF", "kronor": "SEK", "kroner": "krone", "zloty": "PLN", "rand": "ZAR", "naira": "NGN", "lei": "RON",
    "lira": "TRY", "yuan": "CNY", "real": "BRL", "reais": "BRL", "pesos": "peso", "rs": "INR", "chf": "CHF",
}  # fmt: skip
_ONE = "|".join(_ONES)
_TEN = "|".join(_TENS)
_WORDS = rf"(?:(?:{_TEN})(?:[- ](?:{_ONE}))?|{_ONE}|half a|a)"
_NUMBER = re.compile(
    r"(?<![\w.,:/–-])(?P<sign>US\$|A\$|C\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|Rs)\s)?\s?"
    r"(?P<figures>\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s-]?(?P<scale>hundred|dozen|thousand|million|billion|trillion|lakh|crore|mn|bn|tn|m(?=[\s,.;)]|$)))?"
    r"(?P<unit>\s?%|\sper\s?cent\b|\spercent\b)?"
    r"(?:\s(?P<currency>US dollars|dollars?|euros?|pounds?|sterling|yen|rupees|francs|kronor|kroner|zloty|rand|naira|lei|lira|yuan|reais|pesos)\b)?"
    r"(?![\w/:]|-(?:year|day|month|week|hour|minute|storey|seat|metre|mile|page|old)\b|[.,]\d)",
)
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<words>{_WORDS})(?:[\s-](?P<scale>hundred|dozen|thousand|million|billion))?(?:\s(?P<currency>dollars|euros|pounds)\b)?(?![\w]|-(?:year|day|month|week|hour|old|storey))",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?P<least>at least|no fewer than|not less than|more than|over|upwards of|in excess of)\s$|(?P<most>\bup to|\bas many as|\bas much as|\bat most|\bfewer than|\bless than|\bunder|\bno more than)\s$"
    r"|(?P<about>\babout|\baround|\bsome|\bnearly|\balmost|\broughly|\bapproximately|\ban estimated|\bestimated|\bclose to|\bjust over|\bjust under)\s$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE_AFTER = re.compile(
    rf"\s(?:{_MONTH})\b|(?:st|nd|rd|th)\b|\s?(?:[ap]\.?m\.?)\b|\so[’']clock|\s(?:years?|months?)\s(?:old|ago)\b|,?\syears? of age",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$", re.IGNORECASE)
# A number right behind a name is the name's: Berth 31, Line 7, Article 3. After a comma, an age.
_NAMED = re.compile(r"(?<![.!?“”\"‘’]\s)(?<!^)\b[A-Z][\w’'-]*\s$")
_AGE = re.compile(r"[a-z’'\w-]+,\s$")
# "none of the 12", "not 12"; "no one", "the one", "one of", "one another" count nothing.
_NONE = re.compile(r"\b(?:no|not|none of|none of the|neither of the|without)\s$", re.IGNORECASE)
_NO_COUNT_BEFORE = re.compile(r"\b(?:the|any|every|each|this|that|some|another|last|first|which)\s$", re.IGNORECASE)
_NO_COUNT_AFTER = re.compile(r"\s(?:of|another|more|day|thing)\b")
_YEAR = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """A number: half-open code-point range, without its bound."""

    start: int
    end: int
    amount: float
    bound: Bound | None
    unit: str | None
    """A currency's code, "%", or None."""


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of the sentence `text[start:end]`, in order."""
    found = [_of_figures(text, match, start) for match in _NUMBER.finditer(text, start, end)]
    found += [_of_words(text, match, start) for match in _IN_WORDS.finditer(text, start, end)]
    taken = -1
    for number in sorted((each for each in found if each is not None), key=lambda each: (each.start, -each.end)):
        if number.start >= taken:
            taken = number.end
            yield number


def _of_figures(text: str, match: re.Match[str], floor: int) -> Number | None:
    figures = re.sub(r"[,\u202f\u00a0]", "", match["figures"])
    amount = float(figures) * _SCALES.get((match["scale"] or "").lower(), 1)
    currency = _CURRENCIES.get((match["sign"] or match["currency"] or "").strip().lower())
    start = match.start("sign") if match["sign"] else match.start("figures")
    plain = currency is None and match["scale"] is None and match["unit"] is None
    before = text[max(floor, start - 40) : start]
    if _NONE.search(before):
        return None
    if plain and (
        (figures.isdigit() and int(figures) in _YEAR and "," not in match["figures"])
        or _DATE_AFTER.match(text, match.end())
        or _DATE_BEFORE.search(before)
        or (_NAMED.search(before) and start > floor)
        or (_AGE.search(before) and text[match.end() : match.end() + 1] in {",", "."} and float(figures) < 110)
    ):
        return None
    return Number(start, match.end(), amount, _bound(before), currency or ("%" if match["unit"] else None))


def _of_words(text: str, match: re.Match[str], floor: int) -> Number | None:
    words, scale = match["words"].lower(), (match["scale"] or "").lower()
    before = text[max(floor, match.start() - 40) : match.start()]
    if _NONE.search(before) or (
        words == "one" and (_NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.match(text, match.end()))
    ):
        return None
    if words in {"a", "half a"} and scale not in {"hundred", "dozen", "thousand", "million", "billion"}:
        return None
    if _DATE_AFTER.match(text, match.end()):
        return None
    parts = re.split(r"[- ]", words)
    value = (
        0.5 if words == "half a" else 1 if words == "a" else sum(_TENS.get(part, _ONES.get(part, 0)) for part in parts)
    )
    amount = float(value * _SCALES.get(scale, 1))
    bound = _bound(before) or ("about" if words in {"a", "half a"} else None)
    return Number(match.start(), match.end(), amount, bound, _CURRENCIES.get((match["currency"] or "").lower()))


def _bound(before: str) -> Bound | None:
    match = _BOUND.search(before)
    if match is None:
        return None
    return "least" if match["least"] else "most" if match["most"] else "about"
