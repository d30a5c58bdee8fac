"""The words that make something somebody's, from the language's `attribution.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

from msgspec import Struct

from summarize.findings import AttributionKind
from summarize.languages.tables import table


class Lexicon(Struct, frozen=True):
    """Words in lower case, each with what it makes of what is said."""

    verbs: dict[str, AttributionKind]
    nouns: dict[str, AttributionKind]
    adverbs: dict[str, AttributionKind]
    with_clause: frozenset[str]
    """Verbs that report only with a clause or a quotation behind them."""
    accusing: frozenset[str]
    """Verbs whose whole clause is what is said of somebody."""
    phrasal: dict[str, frozenset[str]]
    """Verbs that say nothing where one of some words stands behind them: "called (off)", "pleaded (guilty)"."""
    leads: frozenset[str]
    """Prepositions that lead to what is said: "accused of", "warned about"."""
    reporting: frozenset[str]
    """What verbs, adverbs and sources open with, up to a hyphen: where none of these stands, nothing is reported."""
    sources: frozenset[str]
    """Words before the source of a sentence: "according (to)"."""
    openers: frozenset[str]
    """Words that open the clause that is reported: "that", "to", "whether"."""
    tells: frozenset[str]
    """Verbs behind which stands whom the words are told to."""
    addressing: frozenset[str]
    """Those of them behind which nobody stands but whom they are told to: "told", not "warned"."""
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    """Those of them behind which a verb tells what is said of its subject: "was (believed)"."""
    adverbial: str
    """Ending of adverbs that stand between the two."""
    negations: frozenset[str]
    function: frozenset[str]
    """Words that stand in no name or description of a source."""
    placing: frozenset[str]
    """Those of them behind which stands where or when: "a court on Wednesday ruled"."""
    backshifted: frozenset[str]
    """Helpers of a sentence that goes on with what was said in the one before it: "It would be closed."."""
    pointers: frozenset[str]
    """Stand for the noun that their clause hangs on: "who"."""
    owners: frozenset[str]
    """Lead from a noun to whose it is: "a statement by"."""
    denying: frozenset[str]
    """In front of a noun: there is none of it."""
    no: frozenset[str]
    nobody: frozenset[str]
    """As the subject these deny what is said."""
    also_nouns: frozenset[str]
    """Verbs of which the same form is a noun as well: "dispute", "projects"."""
    one: frozenset[str]
    """Open a group of words for one thing: "a two-year"."""
    several: frozenset[str]
    """Open one for several: "two earlier"."""
    plurals: frozenset[str]
    """Words for several that do not end in `plural`."""
    told_of: frozenset[str]
    """Participles that tell of the noun before them, where "to" is behind them: "robbers suspected (to be)"."""
    subjects: frozenset[str]
    """Pronouns that are the subject of a verb behind them."""
    plural: str
    """Of most words for several, and of a verb behind a word for one."""
    infinitive: str
    participle: str
    """Ending of the form that reports for a subject further off: "suggesting"."""


_SINGLE = frozenset({"adverbial", "infinitive", "participle", "plural"})


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language.

    Raises:
        ValueError: a row of the table has a kind that there is not.
    """
    read = table(f"{language}/attribution.toml")
    weak: dict[str, str] = read["weak"]
    phrasal = {form: frozenset(row["behind"].split()) for row in read["phrasal"] for form in row["forms"].split()}
    order: dict[str, Any] = {
        name: words if name in _SINGLE else frozenset(words.split()) for name, words in read["order"].items()
    }
    verbs, adverbs = _by_word(read["verbs"], "forms"), _by_word(read["adverbs"], "words")
    sources = frozenset(weak["sources"].split())
    return Lexicon(
        verbs=verbs,
        reporting=frozenset(re.split(r"[\W_]", word, maxsplit=1)[0] for word in (*verbs, *adverbs, *sources)),
        nouns=_by_word(read["nouns"], "words"),
        adverbs=adverbs,
        with_clause=frozenset(weak["with_clause"].split()),
        phrasal=phrasal,
        accusing=frozenset(weak["accusing"].split()),
        leads=frozenset(weak["leads"].split()),
        sources=sources,
        **order,
    )


def _by_word(rows: list[dict[str, str]], key: str) -> dict[str, AttributionKind]:
    found: dict[str, AttributionKind] = {}
    for row in rows:
        kind = row["kind"]
        if kind not in get_args(AttributionKind):
            raise ValueError(f"attribution.toml: {kind!r} is not one of {', '.join(get_args(AttributionKind))}")
        found.update(dict.fromkeys(row[key].split(), kind))  # type: ignore[arg-type]
    return found
