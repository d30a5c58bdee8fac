"""A problem with a label, and the one that any words of the article can have: that they stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from summarize.errors import in_words
from summarize.evaluation.gold.labels import Words
from summarize.evaluation.gold.places import Ground

_SHOWN: Final = 60
_LISTED: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a label."""

    label: str
    """Where it stands, such as `quotes[2].speaker`; empty: the file as a whole."""
    message: str
    note: bool = False
    """Worth a look, but nothing is scored wrongly for it."""


def form_problems(error: ValidationError) -> list[Problem]:
    """What keeps labels from being gold at all."""
    return [
        Problem(
            "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in one["loc"]).removeprefix("."),
            in_words(one),
        )
        for one in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def shown(words: str) -> str:
    """Words for a message: on one line, not too long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + '…'}”"


def words_problem(ground: Ground, label: str, words: Words, *, in_marks: bool = False) -> Iterator[Problem]:
    """What is wrong with the place of some words, if anything."""
    if words.at is not None and ground.stands(words.text, words.at):
        return
    found = ground.occurrences(words.text)
    place = ground.place(words.text, words.at, in_marks=in_marks)
    if not found:
        where = "only after `until`" if words.text in ground.text else "nowhere in the article"
        yield Problem(label, f"{shown(words.text)} stands {where}")
    elif words.at is not None:
        mend = "" if place is None else f"; `evals check --fix` takes {place}"
        yield Problem(f"{label}.at", f"{shown(words.text)} does not stand at {words.at}, but at {_listed(found)}{mend}")
    elif len(found) > 1:
        mend = "" if place is None else f"; `evals check --fix` takes {place}, in quotation marks"
        yield Problem(label, f"{shown(words.text)} stands at {_listed(found)}: `at` has to say which is meant{mend}")


def _listed(places: Sequence[int]) -> str:
    *first, last = [str(place) for place in places[:_LISTED]] + (["others"] if len(places) > _LISTED else [])
    return f"{', '.join(first)} and {last}" if first else last
