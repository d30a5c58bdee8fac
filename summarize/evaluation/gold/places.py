"""Where labelled words stand in an article, and which of its words stand in quotation marks; problems with labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from summarize.errors import in_words
from summarize.evaluation.gold.labels import Words
from summarize.evidence.marks import Quoted, quoted_runs
from summarize.layout import lay_out, shadow

Range = tuple[int, int]
_MAX_COUNT: Final = 1000
"""Occurrences looked at: more of them tell nothing."""


class Ground:
    """The text that labels stand in."""

    def __init__(self, text: str, until: int | None = None) -> None:
        """Read the marks of a text.

        Args:
            text: the article's.
            until: where the labelled part ends; None: all of it is labelled.
        """
        self.text = text
        self.end = len(text) if until is None else min(until, len(text))
        shadowed = shadow(text)
        self.runs: list[Quoted] = [
            run for run in quoted_runs(shadowed, lay_out(shadowed).body) if run.parts[0][0] < self.end
        ]
        """The runs in quotation marks of the article's content, as `summarize.evidence` finds them."""
        self.parts: list[Range] = [part for run in self.runs for part in run.parts if part[0] < self.end]
        """Their words, paragraph by paragraph."""

    def stands(self, words: str, at: int) -> bool:
        """True if the words stand at `at`."""
        return self.text.startswith(words, at) and at + len(words) <= self.end

    def occurrences(self, words: str) -> list[int]:
        """Where the words stand, in the labelled part."""
        found: list[int] = []
        at = self.text.find(words, 0, self.end)
        while at >= 0 and len(found) < _MAX_COUNT:
            found.append(at)
            at = self.text.find(words, at + 1, self.end)
        return found

    def place(self, words: str, at: int | None, *, in_marks: bool = False) -> int | None:
        """Where the words stand: at `at`, or else at the only place there is.

        Args:
            words: verbatim.
            at: where they are said to stand; None if nothing is said.
            in_marks: of several places, the only one in quotation marks is meant.
        """
        if at is not None and self.stands(words, at):
            return at
        found = self.occurrences(words)
        if len(found) > 1 and in_marks:
            found = [place for place in found if self.in_marks(place, place + len(words))]
        return found[0] if len(found) == 1 else None

    def in_marks(self, start: int, end: int) -> bool:
        """True if a range stands within quotation marks."""
        return any(part[0] <= start and end <= part[1] for part in self.parts)

    def uncovered_words(self, covered: list[Range]) -> Iterator[tuple[Range, str]]:
        """The words in quotation marks, paragraph by paragraph, of which some are in none of the given ranges: where, and which."""
        covered = sorted(covered)
        for start, end in self.parts:
            left: list[Range] = []
            at = start
            for low, high in covered:
                if high > at and low < end:
                    if low > at:
                        left.append((at, low))
                    at = max(at, high)
            if at < end:
                left.append((at, end))
            words = [self.text[low:high] for low, high in left]
            if any(character.isalnum() for part in words for character in part):
                yield (start, end), " … ".join(part.strip() for part in words)


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


def quote_for_message(words: str) -> str:
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
        yield Problem(label, f"{quote_for_message(words.text)} stands {where}")
    elif words.at is not None:
        mend = "" if place is None else f"; `evals check --fix` takes {place}"
        yield Problem(
            f"{label}.at",
            f"{quote_for_message(words.text)} does not stand at {words.at}, but at {_join_places(found)}{mend}",
        )
    elif len(found) > 1:
        mend = "" if place is None else f"; `evals check --fix` takes {place}, in quotation marks"
        yield Problem(
            label,
            f"{quote_for_message(words.text)} stands at {_join_places(found)}: `at` has to say which is meant{mend}",
        )


def _join_places(places: Sequence[int]) -> str:
    *first, last = [str(place) for place in places[:_LISTED]] + (["others"] if len(places) > _LISTED else [])
    return f"{', '.join(first)} and {last}" if first else last
