"""Facts: strings that can be found, that do not contradict what must be absent, and whose evidence stands in the article.

An alternative may be a paraphrase, so one that the article does not have is nothing; that it has none of a fact's is worth a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.evaluation.gold.labels import Fact, Gold, Sourced
from summarize.evaluation.gold.places import Ground
from summarize.evaluation.gold.problem import Problem, shown, words_problem
from summarize.evaluation.scoring.words import holds, plain


def fact_problems(gold: Gold, ground: Ground) -> Iterator[Problem]:
    """What is wrong with the facts, and with what must be absent."""
    text = ground.text[: ground.end]
    for field, facts in (("what", gold.what), ("background", gold.background)):
        for number, fact in enumerate(facts or ()):
            label = f"{field}[{number}]"
            yield from _alternatives(label, fact, gold.absent or (), text)
            yield from _source(label, fact, text)
            for position, words in enumerate(fact.evidence):
                yield from words_problem(ground, f"{label}.evidence[{position}]", words)
    if gold.headline is not None:
        yield from _source("headline", gold.headline, text)
    for number, wanted in enumerate(gold.absent or ()):
        if not plain(wanted):
            yield Problem(f"absent[{number}]", "an empty string stands everywhere")


def _alternatives(label: str, fact: Fact, absent: Sequence[str], text: str) -> Iterator[Problem]:
    for number, wanted in enumerate(fact.any):
        if not plain(wanted):
            yield Problem(label, f"alternative {number + 1} is empty")
        for position, unwanted in enumerate(absent):
            if holds(wanted, unwanted):
                yield Problem(
                    label, f"{shown(wanted)} holds what absent[{position}] says must not be there: {shown(unwanted)}"
                )
    if len({plain(wanted) for wanted in fact.any}) < len(fact.any):
        yield Problem(label, "an alternative is given twice", note=True)
    if not any(holds(text, wanted) for wanted in fact.any):
        yield Problem(label, f"no alternative stands in the article: {shown(fact.any[0])}", note=True)


def _source(label: str, one: Sourced, text: str) -> Iterator[Problem]:
    for number, name in enumerate(one.according_to or ()):
        if not holds(text, name):
            yield Problem(f"{label}.according_to[{number}]", f"{shown(name)} stands nowhere in the article", note=True)
