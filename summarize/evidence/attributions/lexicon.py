"""The words that make something somebody's, from the language's `attribution.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from summarize.findings import AttributionKind
from summarize.languages.tables import table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case, each with what it makes of what is said."""

    verbs: dict[str, AttributionKind]
    nouns: dict[str, AttributionKind]
    adverbs: dict[str, AttributionKind]
    with_clause: frozenset[str]
    """Verbs that report only with a clause or a quotation behind them."""
    accusing: frozenset[str]
    """Verbs whose whole clause is what is said of somebody."""
    leads: frozenset[str]
    """Prepositions that lead to what is said: "accused of", "warned about"."""
    sources: frozenset[str]
    """Words before the source of a sentence: "according (to)"."""
    openers: frozenset[str]
    """Words that open the clause that is reported: "that", "to", "whether"."""
    tells: frozenset[str]
    """Verbs behind which stands whom the words are told to."""
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    function: frozenset[str]
    """Words that stand in no name or description of a source."""
    infinitive: str
    participle: str
    """Ending of the form that reports for a subject further off: "suggesting"."""


_ORDER = ("openers", "tells", "articles", "auxiliaries", "negations", "function")


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language.

    Raises:
        ValueError: a row of the table has a kind that there is not.
    """
    read = table(f"{language}/attribution.toml")
    weak, order = read["weak"], read["order"]
    return Lexicon(
        verbs=_by_word(read["verbs"], "forms"),
        nouns=_by_word(read["nouns"], "words"),
        adverbs=_by_word(read["adverbs"], "words"),
        with_clause=frozenset(str(weak["with_clause"]).split()),
        accusing=frozenset(str(weak["accusing"]).split()),
        leads=frozenset(str(weak["leads"]).split()),
        sources=frozenset(str(weak["sources"]).split()),
        participle=order["participle"],
        infinitive=order["infinitive"],
        **{name: frozenset(str(order[name]).split()) for name in _ORDER},
    )


def _by_word(rows: list[dict[str, str]], key: str) -> dict[str, AttributionKind]:
    found: dict[str, AttributionKind] = {}
    for row in rows:
        kind = row["kind"]
        if kind not in get_args(AttributionKind):
            raise ValueError(f"attribution.toml: {kind!r} is not one of {', '.join(get_args(AttributionKind))}")
        found.update(dict.fromkeys(row[key].split(), kind))  # type: ignore[arg-type]
    return found
