"""Orders that a text gives to whoever reads or processes it, and what in it is markup or code: neither reports anything."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from summarize.expressions import expression
from summarize.languages.tables import table
from summarize.layout.disguise import is_disguised, without_disguise

Range = tuple[int, int]
_QUOTED: Final = "“”"
"""What stands for words in quotation marks: those are somebody's, and no order of the text's own."""
_MAX_LENGTH: Final = 1_000
"""Characters of a sentence that are looked at."""
_LAST_CLAUSE: Final = expression(r"[,，、،]\s?[^,，、،:：;]{0,80}$")
"""What can be written behind any order: ", the mayor said" makes none news."""


class Instruction:
    """One row of `instructions.toml`, or what the parts of a language's line make. A pattern is compiled when it is first needed.

    Args:
        row: the row.
        all_of: patterns that are all found in a sentence that is such an order; that of the row if there are none.
        reported: what is not found in it before its last clause; anything may be if None.

    Raises:
        KeyError: a key is missing.
    """

    def __init__(self, row: Mapping[str, Any], all_of: Sequence[str] = (), reported: str | None = None) -> None:
        self.language, self.example = row["language"], str(row["example"])
        self.counter_examples: tuple[str, ...] = tuple(map(str, row["counter_examples"]))
        self.whole_paragraph = bool(row.get("paragraph"))
        self.needs = frozenset(map(str, row["needs"]))
        self._all_of = tuple(map(_pattern, all_of or [row["pattern"]]))
        self._reported = None if reported is None else _pattern(reported)

    def holds(self, sentence: str) -> bool:
        """True if a sentence, with “” for what is quoted, is such an order."""
        for each in self._all_of:
            if each.search(sentence) is None:
                return False
        return self._reported is None or self._reported.search(_LAST_CLAUSE.sub("", sentence)) is None


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return expression(f"(?i:{written})" if not written.startswith("(?x)") else f"(?ix:{written[4:]})")


_PART: Final = re.compile(r"\{([a-z]+)\}")
"""Where a part of a line stands within another."""
_SIDE_BY_SIDE: Final = 4
"""Bytes: those of a number of `memoryview`."""


@cache
def instructions() -> Sequence[Instruction]:
    """The rows of the table, and those that the parts of each language make."""
    tables = table("instructions.toml")
    addressed = (row for parts in tables["addressed"] for row in _addressed_instructions(parts, tables["asked"]))
    return (*map(Instruction, tables["instruction"]), *addressed)


def _addressed_instructions(parts: Mapping[str, Any], asked: Sequence[str]) -> Iterator[Instruction]:
    """The rows of a language's line: a sentence with all the parts that are named together, in whatever order, in which nobody is said to say it."""
    for names, example in zip(asked, parts["examples"], strict=True):
        all_of = [_PART.sub(lambda found: str(parts[found[1]]), parts[name]) for name in names.split()]
        yield Instruction({**parts, "example": example}, all_of, parts["reported"])


def present(needs: Iterable[str], spaced: str, lined: str) -> frozenset[str]:
    """Which of some words stand in a text in small letters: those with line ends in `lined`, all others in `spaced`."""
    return frozenset(need for need in needs if need in (lined if "\n" in need else spaced))


@cache
def _needs() -> Mapping[int, Sequence[tuple[str, bytes, int]]]:
    """The words that any row needs, each once though most are of several rows, with its longest part without spaces in UTF-8.

    Of the first and last four bytes of that as numbers it stands under the lower, and the higher stands beside it; 0 where it has fewer.
    """
    found: dict[int, list[tuple[str, bytes, int]]] = {}
    for need in {need for row in instructions() for need in row.needs}:
        part = _as_utf8(max(need.split(), key=len))
        lower, higher = sorted(map(_number, (part[:_SIDE_BY_SIDE], part[-_SIDE_BY_SIDE:])))
        found.setdefault(lower, []).append((need, part, higher))
    return found


def _number(four: bytes) -> int:
    """The number that four bytes make in `_fours`; 0 if they are fewer."""
    return int.from_bytes(four, sys.byteorder) if len(four) == _SIDE_BY_SIDE else 0


def _as_utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _fours(written: bytes) -> set[int]:
    """The numbers that any four bytes side by side make."""
    found: set[int] = set()
    for shift in range(min(_SIDE_BY_SIDE, len(written))):
        end = len(written) - (len(written) - shift) % _SIDE_BY_SIDE
        found.update(memoryview(written)[shift:end].cast("I"))
    return found


def _needed_in(spaced: str, lined: str) -> frozenset[str]:
    """As `present` of all words that any row needs: most are of another language than the text, in whose words not even their letters stand side by side."""
    held = _as_utf8(" ".join(set(spaced.split())))
    there = _fours(held) | {0}
    known = _needs()
    near = [need for low in known.keys() & there for need, part, high in known[low] if high in there and part in held]
    # Of one part without spaces it is known already that a word holds it.
    parted = [need for need in near if len(need.split(None, 1)) > 1 or need != need.strip()]
    return frozenset(near).difference(parted) | present(parted, spaced, lined)


class QuotingSentence(NamedTuple):
    """A sentence, and what of it stands in quotation marks, the marks included; half-open ranges into the text."""

    start: int
    end: int
    quoted: Sequence[Range] = ()


@lru_cache(1 << 8)  # a title is asked about by whoever lists, shows or grounds it
def is_order(text: str) -> bool:
    """True if a title or sentence is an order, markup or code."""
    return bool(orders(text, [[QuotingSentence(0, len(text))]]))


def orders(text: str, paragraphs: Sequence[Sequence[QuotingSentence]]) -> list[Range]:
    """The sentences of a text that are orders, or belong to one, in their order."""
    plain = without_disguise(text)
    lowered = plain.casefold()
    spaced = " ".join(lowered.split())
    there = _needed_in(spaced, lowered)
    rows = [row for row in instructions() if not there.isdisjoint(row.needs)]
    if not rows and plain == text:
        return []
    # What is written with line ends stands around a sentence, and may be of any.
    around = frozenset(need for need in there if "\n" in need)
    return [
        found
        for parts in paragraphs
        for found in _in_paragraph(text, parts, rows, there - around, around, disguised=plain != text)
    ]


def _in_paragraph(  # noqa: PLR0913 - what is known of the text
    text: str,
    parts: Sequence[QuotingSentence],
    rows: Sequence[Instruction],
    needs: frozenset[str],
    around: frozenset[str],
    *,
    disguised: bool,
) -> list[Range]:
    found: list[Range] = []
    for place, part in enumerate(parts):
        bare = _without_quoted(text, part)
        if bare.strip() == _QUOTED:
            # Words in quotation marks that nobody in the sentence says are the text's own.
            bare = _without_quoted(text, QuotingSentence(part.start + 1, part.end - 1))
        # Two spaces stand between words whose letters are set apart: they are undone before the spaces are one.
        plain = " ".join((without_disguise(bare) if disguised else bare).split())
        low = plain.casefold()
        there = around.union([need for need in needs if need in low])
        held = [row for row in rows if not there.isdisjoint(row.needs) and row.holds(plain)] if there else []
        if any(row.whole_paragraph for row in held):
            return [*found, *((each.start, each.end) for each in parts[place:])]
        if held or (disguised and is_disguised(bare)):
            found.append((part.start, part.end))
    return found


def _without_quoted(text: str, part: QuotingSentence) -> str:
    kept: list[str] = []
    at, end = part.start, min(part.end, part.start + _MAX_LENGTH)
    for start, stop in part.quoted:
        kept += [text[at : max(at, min(start, end))], _QUOTED]
        at = max(at, stop)
    return "".join([*kept, text[at:end]])
