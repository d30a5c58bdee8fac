"""What a number counts or measures, in words that the numbers of several articles are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.stories.merging.numbers import Number

_TOLLS = {
    "dead": r"killed|dead|died|dies|die|deaths?|fatalit(?:y|ies)|bodies|perished|drowned|lost their lives",
    "injured": r"injured|hurt|wounded|injuries|hospitali[sz]ed|treated (?:for|in|at)|taken to hospital",
    "missing": r"missing|unaccounted for|not been found",
    "arrested": r"arrested|detained|in custody|arrests",
    "evacuated": r"evacuated|displaced|moved out|fled|forced from|left their homes|homeless|taken to (?:shelters?|schools)",
    "rescued": r"rescued|saved|pulled (?:out|from)",
    "infected": r"infected|infections|confirmed cases|cases",
    "jobs": r"jobs|posts|positions|redundancies|laid off|workers would go|employees would go",
    "victims": r"victims|complainants|survivors",
}
_BEFORE = {
    "dead": r"kill(?:ed|ing|s)|death toll|toll|claimed",
    "injured": r"treat(?:ed|ing)|injur(?:ed|ing|es)|wound(?:ed|ing)|hurt(?:ing)?",
    "missing": r"missing",
    "arrested": r"arrest(?:ed|ing|s)|detain(?:ed|ing|s)",
    "evacuated": r"evacuat(?:ed|ing|es|ion of)|displac(?:ed|ing|es)",
    "rescued": r"rescu(?:ed|ing|es)",
    "victims": r"defraud(?:ed|ing|s)|cheat(?:ed|ing|s)|swindl(?:ed|ing|es)|abus(?:ed|ing|es)",
    "jobs": r"(?:cut|cuts|cutting|shed|shedding|axe|axing|lose|loss of|costs?)",
}
_MONEY = {
    "price": r"deal|acquisition|takeover|bu(?:y|ys|ying|yer)|bought|sale|sold|sell(?:s|ing)?|price|worth|valued?|offer|bid|acquir\w+|purchase|pay(?:s|ing)?|paid",
    "fine": r"fine[ds]?|penalt\w+", "damage": r"damages?|destruction", "cost": r"costs?|bill|spend\w*|spent", "loss": r"loss(?:es)?|lost",
    "profit": r"profits?|earnings|earned", "revenue": r"revenues?|sales|turnover", "debt": r"debts?|loans?|owe[ds]?|borrow\w*",
    "funding": r"aid|grants?|fund\w*|subsid\w+|package|pledg\w+|donat\w+", "investment": r"invest\w*", "compensation": r"compensation|settlement|payout",
    "budget": r"budget", "stolen": r"stole|stolen|theft|robbery|fraud|embezzl\w+|defraud\w*", "pay": r"salar\w+|wages?|pensions?",
}  # fmt: skip
_SHARES = r"inflation|turnout|unemployment|growth|shares?|support|interest|rates?|profits?|revenues?|sales|stake|majority|tariffs?|output|exports?|imports?|capacity|premium"
_MEASURED = r"rain(?:fall)?|winds?|gusts?|magnitude|depth|height|level|river|waves?|speed|temperatures?|distance|area|length|snow|swell|flames?"
# What stands between a verb or "death toll" and its number.
_STEPS = (
    r"at|least|most|about|some|around|more|fewer|less|than|nearly|almost|roughly|up|to|as|many|an|a|estimated|another|further|of|has|have|had|"
    r"now|rises?|rose|risen|climb(?:s|ed)|reach(?:es|ed)|stands?|stood|is|was|put|over|passed"
)
_TOLL_AFTER = {
    about: re.compile(rf"(?P<between>(?:\s[\w’'-]+){{0,5}}?)\s(?:{words})\b", re.IGNORECASE)
    for about, words in _TOLLS.items()
}
_TOLL_BEFORE = {
    about: re.compile(rf"\b(?:{words})\b(?:\s(?:{_STEPS}))*\s$", re.IGNORECASE) for about, words in _BEFORE.items()
}
_PRISON = re.compile(
    r"[- ]years?[’']?(?:\s(?:in|behind)\s(?:prison|jail|custody|bars)|\s(?:of\s)?imprisonment|\sprison\s)",
    re.IGNORECASE,
)
_SENTENCED = re.compile(r"\b(?:sentenced|jailed|imprisoned|jail term|prison term|term)\b[^.;]{0,30}$", re.IGNORECASE)
_EACH = re.compile(r"\s(a|per|for each|each)\s([a-z]+)\b")
_SPANS = frozenset({"day", "week", "month", "year", "hour"})
_YEARS = re.compile(r"[- ]years?\b", re.IGNORECASE)
_NOT_BETWEEN = re.compile(
    r"\b(?:and|or|but|with|as|of|including|when|while|after|that|which|who|whose|for|than)\b|\d", re.IGNORECASE
)
_NOUN = re.compile(
    r"(?P<between>(?:\s(?!of\b|and\b|or\b|in\b|on\b|at\b|to\b|the\b|by\b|per\b|from\b|with\b)[a-z’'-]+){0,2}?)\s(?P<noun>[a-z’-]{3,}s|people|men|women|children)\b"
)
# Two countries, three letters: what is that few is no figure of the news.
_FEWEST = 10
_NO_NOUN = frozenset("years months weeks days hours minutes seconds times others was has is its this percent".split())


COMPARABLE = frozenset({*_TOLLS, *_MONEY, "votes for", "votes against", "prison term", "magnitude"})
"""Subjects that are the same thing wherever a story speaks of them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of."""

    about: str
    unit: str | None
    rank: int
    """0 for what stories are told by (tolls, votes, sums, terms), 1 for measures and shares, 2 for counts of whatever noun."""


def subject_of(text: str, start: int, end: int, number: Number) -> Subject | None:
    """What a number of the sentence `text[start:end]` is of, None if that is not plain."""
    before, after = text[start : number.start], text[number.end : end]
    if number.unit == "%":
        near = _nearest(before, after, {"": _SHARES})
        return Subject(near[1].lower(), "%", 1) if near else None
    if number.unit is not None:
        near = _nearest(before, after, _MONEY)
        if (each := _EACH.match(after)) is not None and (near or each[2] not in _SPANS):
            return Subject(f"{near[0] if near and each[2] in _SPANS else 'price'} {each[1]} {each[2]}", number.unit, 1)
        return Subject(near[0], number.unit, 0) if near else None
    if _PRISON.match(after) or (_YEARS.match(after) and _SENTENCED.search(before)):
        return Subject("prison term", "years", 0)
    if re.search(r"\bmagnitude\s(?:of\s)?$", before) or re.match(r"[- ]magnitude\b", after):
        return Subject("magnitude", None, 0)
    if number.measure is not None:
        near = _nearest(before, after, {"": _MEASURED})
        return Subject(near[1].lower(), number.measure, 1) if near else None
    return _toll(before, after) or (_counted(after) if number.amount >= _FEWEST else None)


def votes_in(text: str, start: int, end: int) -> tuple[re.Match[str], re.Match[str] | None] | None:
    """The result of a vote in a sentence, as a match with `ayes` and `noes`; None if there is none."""
    sentence = text[start:end]
    if not re.search(
        r"\bvot(?:e|es|ed|ing)\b|\bballot|\bpassed\b|\bmajority\b|\bin favou?r\b|\bdeputies\b|\blawmakers\b|\bsenators\b",
        sentence,
    ):
        return None
    number = r"(?:\d{1,3})"
    for pattern in (
        rf"(?<!\d)(?P<ayes>{number})\s?[–-]\s?(?P<noes>{number})(?![\d-]|\s?(?:per|%))",
        rf"(?P<ayes>{number})\s(?:votes\s)?(?:to|against)\s(?P<noes>{number})\b",
        rf"(?P<ayes>{number})\s(?:votes?\s|deputies\s|members\s|lawmakers\s)?(?:in favou?r|for)\b.{{0,40}}?\b(?P<noes>{number})\s(?:votes?\s)?against",
    ):
        match = re.compile(pattern).search(text, start, end)
        if match is not None:
            return match, None
    return None


def _toll(before: str, after: str) -> Subject | None:
    best: tuple[int, str] | None = None
    for about, pattern in _TOLL_AFTER.items():
        match = pattern.match(after)
        if match is not None and not _NOT_BETWEEN.search(match["between"]):
            distance = match.end()
            best = min(best, (distance, about)) if best else (distance, about)
    if best is not None:
        return Subject(best[1], None, 0)
    for about, pattern in _TOLL_BEFORE.items():
        match = pattern.search(before)
        if match is not None:
            return Subject(about, None, 0)
    return None


def _counted(after: str) -> Subject | None:
    match = _NOUN.match(after)
    if match is None or match["noun"] in _NO_NOUN:
        return None
    return Subject(match["noun"], None, 2)


def _nearest(before: str, after: str, words: dict[str, str]) -> tuple[str, str] | None:
    """The kind and the word nearest to a number, within the sentence."""
    best: tuple[int, str, str] | None = None
    for kind, pattern in words.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", before, re.IGNORECASE):
            best = (
                min(best, (len(before) - match.end(), kind, match.group()))
                if best
                else (len(before) - match.end(), kind, match.group())
            )
        found = re.search(rf"\b(?:{pattern})\b", after, re.IGNORECASE)
        if found is not None:
            best = (
                min(best, (found.start() + 3, kind, found.group()))
                if best
                else (found.start() + 3, kind, found.group())
            )
    return (best[1], best[2]) if best and best[0] <= 70 else None
