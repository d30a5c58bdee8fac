"""Orders that a text gives to whoever reads or processes it, and what in it is markup or code: neither reports anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from summarize.languages.tables import table

Range = tuple[int, int]
_QUOTED: Final = "“”"
"""What stands for words in quotation marks: those are somebody's, and no order of the text's own."""
_LONGEST: Final = 1_000
"""Characters of a sentence that are looked at."""


class Instruction:
    """One row of `instructions.toml`. Its pattern is compiled when it is first needed."""

    def __init__(self, row: dict[str, object]) -> None:
        """Take a row.

        Raises:
            KeyError: a key is missing.
        """
        self.language, self.example = row["language"], str(row["example"])
        self.counter_examples: tuple[str, ...] = tuple(map(str, row["counter_examples"]))  # type: ignore[call-overload]
        self.whole_paragraph = bool(row.get("paragraph"))
        self._needs: tuple[str, ...] = tuple(map(str, row["needs"]))  # type: ignore[call-overload]
        self._written = str(row["pattern"])

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(
            f"(?i:{self._written})" if not self._written.startswith("(?x)") else f"(?ix:{self._written[4:]})"
        )

    def may_stand_in(self, lowered: str) -> bool:
        """False if no sentence of a text in small letters can be one.

        The text is to be looked at twice: as it stands, and with its white space as single spaces, as the pattern sees a sentence.
        """
        for need in self._needs:  # noqa: SIM110 - asked of each row for each title: a generator takes three times as long
            if need in lowered:
                return True
        return False

    def holds(self, sentence: str) -> bool:
        """True if a sentence, with “” for what is quoted, is such an order."""
        return self._pattern.search(sentence) is not None


_ROWS: list[Instruction] = []


def instructions() -> Sequence[Instruction]:
    """The rows of the table."""
    if not _ROWS:
        _ROWS.extend(map(Instruction, table("instructions.toml")["instruction"]))
    return _ROWS


class Part(NamedTuple):
    """A sentence, and what of it stands in quotation marks, the marks included; half-open ranges into the text."""

    start: int
    end: int
    quoted: Sequence[Range] = ()


def is_order(text: str) -> bool:
    """True if a title or sentence is an order, markup or code."""
    return bool(orders(text, [[Part(0, len(text))]]))


def orders(text: str, paragraphs: Sequence[Sequence[Part]]) -> list[Range]:
    """The sentences of a text that are orders, or belong to one, in their order."""
    lowered = text.casefold()
    spaced = " ".join(lowered.split())
    same = spaced == lowered
    rows = [row for row in instructions() if row.may_stand_in(spaced) or (not same and row.may_stand_in(lowered))]
    return [found for parts in paragraphs for found in _in_paragraph(text, parts, rows)] if rows else []


def _in_paragraph(text: str, parts: Sequence[Part], rows: Sequence[Instruction]) -> list[Range]:
    found: list[Range] = []
    for place, part in enumerate(parts):
        bare = _without_quoted(text, part)
        if bare == _QUOTED:
            # Words in quotation marks that nobody in the sentence says are the text's own.
            bare = _without_quoted(text, Part(part.start + 1, part.end - 1))
        held = [row for row in rows if row.holds(bare)]
        if any(row.whole_paragraph for row in held):
            return [*found, *((each.start, each.end) for each in parts[place:])]
        if held:
            found.append((part.start, part.end))
    return found


def _without_quoted(text: str, part: Part) -> str:
    kept: list[str] = []
    at, end = part.start, min(part.end, part.start + _LONGEST)
    for start, stop in part.quoted:
        kept += [text[at : max(at, min(start, end))], _QUOTED]
        at = max(at, stop)
    return " ".join("".join([*kept, text[at:end]]).split())
