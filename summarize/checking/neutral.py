"""What can be refused without reading a text: figures by their digits, dates, and names that the article does not have.

For texts in other languages than English, and where there is no NLP model. They see little; what they let by is for a judge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from summarize.article import Article
from summarize.checking.dates import EvidenceDates, date_not_held, named_dates, resolved_dates
from summarize.findings import Findings, Sentence
from summarize.gazetteer import country_code, given_name_gender, is_city, is_known_everywhere
from summarize.text.quantities import Quantity, implied_counts, quantities
from summarize.text.tokens import Token, starts, tokens

_CAPITALISED = re.compile(r"[^\W\d_a-z](?<![^\W\d_].)[^\W\d_]*")
"""Words that do not begin with a small letter of ASCII."""
_TITLE_SHARE = 0.25
"""Share of its words with a capital from which on a text is a title, where capitals tell nothing."""
_MAX_LENGTH = 24
"""Digits of a number that is compared."""


_SCORE = re.compile(r"\d{1,3}:\d{1,3}")
_THOUSANDS = re.compile(r"[.,]\d\d0$")
"""Three figures behind a mark, the last of them nought: nobody writes a decimal so."""


class Neutral:
    """An article, for claims that are refused by what can be seen in any language.

    Args:
        article: the article.
        findings: what was found in it.
        translated: the claims are in another language than the article.
    """

    def __init__(self, article: Article, findings: Findings, *, translated: bool) -> None:
        self._article, self._findings = article, findings
        self._language = None if translated or findings.pack != "en" else "en"
        self._evidence: dict[tuple[int, ...], _Evidence] = {}

    def refusal(self, claim: str, cited: Sequence[Sentence]) -> str | None:
        """Why a claim is refused that rests on some sentences; None if nothing is seen."""
        numbers = tuple(each.number for each in cited)
        if numbers not in self._evidence:
            self._evidence[numbers] = self._read_evidence(cited)
        evidence = self._evidence[numbers]
        said = tokens(claim)
        if self._language == "en":
            date = date_not_held(_with_single_spaces(claim, said), evidence.dates)
            if date is not None:
                return f"the date “{date}” is not in its evidence"
        for figure in quantities(said, language=self._language):
            if figure.until == figure.at + 1 and said[figure.at].text in evidence.words:
                continue  # as it stands there
            parts = {Decimal(part) for part in (figure.clock or ())}
            # "40.000" is forty thousand, and "1.500 millones" are no one and a half.
            values = {max(figure.values)} if _THOUSANDS.search(said[figure.at].text) else figure.values
            # Of a score, "2:1", both figures must be there.
            held = values <= evidence.figures if _SCORE.fullmatch(said[figure.at].text) else values & evidence.figures
            if said[figure.at].is_number and not (held or (parts and parts <= evidence.figures)):
                shown = claim[said[figure.at].start : said[max(figure.at, figure.until - 1)].end]
                return f"the figure {shown} is not in its evidence"
        name = _unknown_name(said, self._known)
        return f"the name {name} is not in the article" if name is not None else None

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word.lower() for word in set(_CAPITALISED.findall(self._article.text)) if word[0].isupper())

    def _read_evidence(self, cited: Sequence[Sentence]) -> _Evidence:
        text = " ".join(self._article.text[each.span.start : each.span.end] for each in cited)
        times = [one for one in self._findings.times if any(each.span.overlaps(one.span) for each in cited)]
        return _Evidence(EvidenceDates(text, times, self._article.published), self._language)


@dataclass(frozen=True)
class _Evidence:
    """What the sentences that a claim rests on say of dates and in figures, which are read when a claim has some."""

    dates: EvidenceDates
    language: str | None

    @cached_property
    def _tokens(self) -> list[Token]:
        return tokens(self.dates.evidence)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words and figures as they are written."""
        return frozenset(token.text for token in self._tokens)

    @cached_property
    def figures(self) -> set[Decimal]:
        """The values of its figures and dates."""
        there = self._tokens
        return _values(there, quantities(there, language=self.language)) | {
            Decimal(part)
            for named in resolved_dates(self.dates.times)
            for part in (named.day, named.month, named.year)
            if part
        }


def _with_single_spaces(text: str, read: list[Token]) -> list[Token]:
    """The tokens of a text with single spaces; `read` are those of the text as it is."""
    spaced = " ".join(text.split())
    return read if spaced == text else tokens(spaced)


def _values(there: Sequence[Token], figures: Sequence[Quantity]) -> set[Decimal]:
    """Every value that a text gives in figures or implies: of amounts, clock times and dates."""
    held = set(implied_counts(there))
    for figure in (*figures, *quantities(there, language=None)):
        held |= figure.values
        if figure.clock is not None:
            hour, minute = figure.clock
            held |= {Decimal(hour), Decimal(hour % 12), Decimal(minute)}
    for named in named_dates(there):
        held |= {Decimal(part) for part in (named.day, named.month, named.year) if part}
    held |= {
        Decimal(token.text)
        for token in there
        if token.is_number and token.text.isdecimal() and len(token.text) < _MAX_LENGTH
    }
    return held


def _unknown_name(said: list[Token], known: frozenset[str]) -> str | None:
    """A name that the article does not have, None if there is none.

    Lenient, for places change their names with the language: two capitals in a row that the article has nowhere, or a given name of
    the gazetteer with a name behind it, or a city of its list.
    """
    openings = starts(said)
    letters = [
        token
        for index, token in enumerate(said)
        if token.is_word and index not in openings and token.text[0].lower() != token.text[0].upper()
    ]
    share = sum(token.is_capital for token in letters) / len(letters) if letters else 0.0
    for index, token in enumerate(said):
        if not token.is_capital or token.lower in known or len(token.text) < 2:
            continue
        is_plain = share < _TITLE_SHARE and index not in openings
        following = said[index + 1] if index + 1 < len(said) else None
        if following is not None and _goes_on(token, following, known):
            pair = f"{token.text} {following.text}"
            if is_plain or _is_person(token, following):
                return pair
        if is_plain and is_city(token.text) and is_known_everywhere(token.text) and country_code(token.text) is None:
            return token.text
    return None


def _goes_on(token: Token, following: Token, known: frozenset[str]) -> bool:
    is_name = following.is_capital and following.lower not in known and len(following.text) > 1
    return is_name and following.start == token.end + 1


def _is_person(token: Token, following: Token) -> bool:
    return (
        given_name_gender(token.text) is not None
        and given_name_gender(following.text) is None
        and country_code(f"{token.text} {following.text}") is None
    )
