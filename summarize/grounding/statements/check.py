"""Statements in an engine's own words: what they say must stand in the sentences they cite.

Checked are the form, the figures by value, the dates, the names, what is denied, doubted and foreseen, who did what to whom, and how
many of the words of content are the evidence's. What a list of words cannot see goes through: most antonyms, irony, a cause where the
article has only an order in time. So a statement in other words than the article's is never called more than `supported`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from summarize.card import Support
from summarize.grounding.statements.amounts import opposite, written, wrong_figure
from summarize.grounding.statements.basis import Basis, Passage, passage
from summarize.grounding.statements.dates import PERIODS, SHIFTS, Held, missing_date, resolved_dates
from summarize.grounding.statements.form import malformed
from summarize.grounding.statements.lexicon import GRAVE, MONTHS, RELATIVE_DAYS, REPORTING, SMALL, WEEKDAYS
from summarize.grounding.statements.modality import disagreement
from summarize.grounding.statements.names import Names, foreign_name, mixed_name, names_of
from summarize.grounding.statements.order import reversed_roles
from summarize.grounding.statements.roots import Vocabulary
from summarize.text.quantities import implied
from summarize.text.tokens import Token, caseless_share

MAX_EVIDENCE: Final = 20_000
"""Characters of cited sentences that are read for one statement."""
_PARTIAL: Final = 0.6
_PLAIN: Final = 0.5
"""The same of the words that are no names."""
_PARTIAL_ELSEWHERE: Final = 0.5
"""Share of words of content; lower for languages without a list of small words."""

Verdict = tuple[Support | None, str]


def check(text: str, evidence: Sequence[str] | Basis, *, translated: bool = False) -> Verdict:
    """How far the evidence supports a text: the support, or None and the reason for refusing it.

    `verbatim` if whole words of one sentence stand there as they are; `supported` if every word of content does, in any form;
    `partial` if at least six in ten do, or if a name stands only elsewhere in the article.

    Args:
        text: the statement.
        evidence: the cited sentences, or what is known of them.
        translated: the text is in another language than the article. Words cannot be compared across languages, so only figures,
            dates as far as their digits go, names, quotation marks, links and markup are checked, and support is `partial` at most.
    """
    basis = evidence if isinstance(evidence, Basis) else Basis([passage(part) for part in evidence])
    if not text.strip():
        return None, "it says nothing"
    if not basis.passages:
        return None, "it rests on no sentence of the article"
    sources = [one.text for one in basis.passages]
    if sum(len(source) for source in sources) > MAX_EVIDENCE:
        return None, "its evidence is too long to be checked"
    if " ".join(text.split()).rstrip(".") in {source.rstrip(".") for source in sources}:
        return "verbatim", ""  # the article's own sentence, whatever it holds
    reason = malformed(text, sources)
    if reason is not None:
        return None, reason
    if translated:
        return _check_translated(passage(text, foreign=True), basis)
    return _check_words(passage(text, foreign=not basis.is_english), basis, sources)


def _check_words(text: Passage, basis: Basis, sources: Sequence[str]) -> Verdict:
    if not any(token.is_word or token.is_number for token in text.tokens):
        return None, "it says nothing"
    is_verbatim = _is_verbatim(text.text, sources)
    reason = disagreement(text.tone, [one.tone for one in basis.passages], "en") if basis.is_english else None
    if is_verbatim and reason is None:
        return "verbatim", ""
    known = frozenset[str]().union(*(one.lowers for one in basis.passages))
    forms = Vocabulary(known, basis.language)
    reason = wrong_figure(text, basis) or _wrong_date(text, basis, known, sources) or reason
    if reason is not None:
        return None, reason
    names = names_of(text, basis, known, forms)
    if names.unknown is not None:
        return None, f"the name {names.unknown} is not in its evidence"
    mixed = mixed_name(text.tokens, basis)
    if mixed is not None:
        return None, f"the article names nobody {mixed}"
    if basis.is_english:
        verb = reversed_roles(text.tokens, basis)
        if verb is not None:
            return None, f"its evidence has “{verb}” the other way round"
        grave = next((token for token in text.tokens if token.lower in GRAVE and not forms.holds(token.lower)), None)
        if grave is not None:
            return None, f"it says “{grave.text}”, its evidence does not"
        pair = opposite(text, basis)
        if pair is not None:
            return None, f"it says “{pair[0]}” where its evidence says “{pair[1]}”"
    return _support(text, basis, forms, names)


def _support(text: Passage, basis: Basis, forms: Vocabulary, names: Names) -> Verdict:
    if caseless_share(text.text) > 0.5:
        pairs = frozenset[str]().union(*(one.bigrams for one in basis.passages))
        mine = text.bigrams
        share = len(mine & pairs) / len(mine) if mine else 0.0
    else:
        skip = _checked_apart(text) if basis.is_english else frozenset[int]()
        heavy = [
            (index, token)
            for index, token in enumerate(text.tokens)
            if token.is_word and index not in skip and not _is_small(token, basis)
        ]
        held = [
            token
            for index, token in heavy
            if index in names.other_words or token.lower in basis.named or forms.holds(token.lower)
        ]
        share = len(held) / len(heavy) if heavy else 1.0
        if basis.is_english and share < 1.0:
            # Names alone do not bear out what is said of them.
            plain = [token for _, token in heavy if not token.is_capital]
            if plain and sum(not token.is_capital for token in held) < _PLAIN * len(plain):
                return None, "its evidence does not say so"
    if share >= 1.0:
        return ("partial" if names.is_elsewhere else "supported"), ""
    if share >= (_PARTIAL if basis.is_english else _PARTIAL_ELSEWHERE):
        return "partial", ""
    return None, "its evidence does not say so"


def _is_small(token: Token, basis: Basis) -> bool:
    lower = token.lower
    if not basis.is_english:
        return len(lower) <= 3
    return (
        lower in SMALL
        or lower in REPORTING
        or lower in MONTHS
        or lower in WEEKDAYS
        or lower in RELATIVE_DAYS
        or lower.endswith("n't")
    )


def _checked_apart(text: Passage) -> frozenset[int]:
    """Tokens that were checked as what they are: figures with their units, dates, and cues of denial and doubt."""
    spans = [(figure.at, max(figure.until, figure.after)) for figure in text.figures]
    spans.extend((named.at, named.until) for named in text.dates)
    spans.extend(
        (at, at + 1)
        for at, token in enumerate(text.tokens)
        if token.lower in PERIODS and at and text.tokens[at - 1].lower in SHIFTS
    )
    spans.extend((cue.at, cue.until) for cue in text.tone.cues if cue.kind in {"denial", "doubt"})
    return frozenset(index for start, end in spans for index in range(start, end))


def _is_verbatim(text: str, sources: Sequence[str]) -> bool:
    """True if the text stands in one sentence, from the start of a word to the end of one."""
    words = text.rstrip(".")
    for source in sources:
        at = source.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if not (at and source[at - 1].isalnum() and words[0].isalnum()) and not (
                end < len(source) and source[end].isalnum() and words[-1].isalnum()
            ):
                return True
            at = source.find(words, at + 1)
    return False


def _wrong_date(text: Passage, basis: Basis, known: frozenset[str], sources: Sequence[str]) -> str | None:
    """The reason if a date of the text is not its evidence's."""
    if not basis.is_english:
        return None
    dates = [*(named for one in basis.passages for named in one.dates), *resolved_dates(basis.times)]
    held = Held(dates, known, " ".join(sources).lower(), basis.published)
    missing = missing_date(text.tokens, text.dates, held)
    return None if missing is None else f"the date {missing} is not in its evidence"


def _check_translated(text: Passage, basis: Basis) -> Verdict:
    """Figures by their digits, names, nothing else: see `check`."""
    held: set[Decimal] = set()
    for one in basis.passages:
        held |= implied(one.tokens)
        for figure in (*one.figures, *passage(one.text, foreign=True).figures):
            held |= figure.values
            if figure.clock is not None:
                held |= {
                    Decimal(part)
                    for hour in (figure.clock[0], figure.clock[0] % 12)
                    for part in (hour, figure.clock[1])
                }
        for named in one.dates:
            held |= {Decimal(part) for part in (named.day, named.month, named.year) if part}
        # "5 Millionen" where the word for a million is on no list.
        held |= {
            Decimal(token.text)
            for token in one.tokens
            if token.is_number and token.text.isdecimal() and len(token.text) < 24
        }
    held |= {
        Decimal(part) for named in resolved_dates(basis.times) for part in (named.day, named.month, named.year) if part
    }
    for figure in text.figures:
        if not text.tokens[figure.at].is_number:
            continue
        parts = {Decimal(part) for part in (figure.clock or ())}
        if not (figure.values & held or (parts and parts <= held)):
            return None, f"the figure {written(text, figure.at, figure.until)} is not in its evidence"
    name = foreign_name(text, basis)
    if name is not None:
        return None, f"the name {name} is not in the article"
    if not text.figures and not _shares_a_name(text, basis):
        return None, "it holds neither a name nor a figure by which it could be checked"
    return "partial", ""


def _shares_a_name(text: Passage, basis: Basis) -> bool:
    """True if a word with a capital stands in the cited sentences as well, or one without case does."""
    capitals = {token.lower for one in basis.passages for token in one.tokens if token.is_capital}
    capitals |= {word.lower() for word in basis.named}
    if any(token.is_capital and token.lower in capitals for token in text.tokens):
        return True
    return caseless_share(text.text) > 0.5
