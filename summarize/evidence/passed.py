"""Whom words do not go past: somebody of the sentence before them, though no list has his name. "Lee lost. Koss Varrick was glad. “He lied,” he said."."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from summarize import gazetteer
from summarize.evidence.naming import Naming
from summarize.evidence.told_of import is_somebody
from summarize.evidence.vocabulary import (
    KNOWN_ORGANISATIONS,
    NAME_PATTERNS,
    ORGANISATION_WORDS,
    PARTIES,
    PATTERNS,
    PLACE_WORDS,
)

_NEAR: Final = 200
"""How far behind its start a name ends, in code points."""
_BESIDE: Final = 4
"""Code points between words and the pronoun that says who speaks them: a mark, a comma and a space."""


class Passed:
    """Tells whether the sentence before words is of somebody else than who was named before it.

    Args:
        naming: the names of the article.
        subjects: (position, entity) of each person who is the subject of a sentence, in order.
        sentences: half-open ranges of its sentences.
    """

    def __init__(self, naming: Naming, subjects: list[tuple[int, int]], sentences: list[tuple[int, int]]) -> None:
        self.naming, self.text, self.subjects, self.sentences = naming, naming.text, subjects, sentences

    def is_past(self, index: int, position: int) -> bool:
        """True if the sentence before words is about a name that may be somebody's, and not about the person who was named before it."""
        opened = self._another_before(position)
        if opened is None:
            return False
        here = self.subjects[bisect_left(self.subjects, (opened, 0)) :]
        return not any(found == index for start, found in here if start < position)

    def is_behind(self, index: int, end: int, start: int) -> bool:
        """True if the sentence before words, behind an earlier quotation that ends at `end`, opens on somebody who is not the one who spoke that."""
        last = bisect_left(self.subjects, (start, 0)) - 1
        is_named = last >= 0 and self.subjects[last][0] >= max(self._sentence_before(start), end)
        if not is_named:
            return self.is_past(index, start)
        position, found = self.subjects[last]
        return found != index and PATTERNS.gives_view.match(self.text, self._end_of(position), start) is not None

    def _another_before(self, position: int) -> int | None:
        """Where the last sentence begins before words, or words with a pronoun behind them, if it opens on a name that may be somebody's though no list has it.

        What follows the name tells: who he is, his age, or how he takes it. A name with a word of a body or place in it is nobody's.
        """
        begin = self._sentence_before(position)
        above = self._said_from(position)
        opened = PATTERNS.opens_on_another.match(self.text, begin, above)
        if opened is None or self.naming.is_quoted(begin) or self.naming.is_person_between(begin, opened.end()):
            return None
        name, stop = opened["name"], opened.end()
        is_alone = " " not in name
        behind = NAME_PATTERNS.person_behind.match(self.text, stop)
        is_told = NAME_PATTERNS.whose_clause.match(self.text, stop) or (behind and is_somebody(behind["noun"]))
        is_view = PATTERNS.gives_view.match(self.text, stop, above) is not None
        if not (is_told or (is_view and (not is_alone or self.naming.between(opened.start("name"), stop)))):
            return None
        return None if _is_of_a_thing(name) else begin

    def _sentence_before(self, position: int) -> int:
        """Where the last sentence begins before words, or words with a pronoun behind them; also of the paragraph above, where they open theirs."""
        last = bisect_left(self.sentences, (self._said_from(position), 0)) - 1
        return self.sentences[last][0] if last >= 0 else 0

    def _end_of(self, start: int) -> int:
        """Where the name that begins at a place ends, or the word."""
        named = next(iter(self.naming.between(start, start + _NEAR)), None)
        return (
            named[1]
            if named is not None and named[0] == start
            else start + len(self.text[start : start + _NEAR].split(maxsplit=1)[0])
        )

    def _said_from(self, position: int) -> int:
        """Where the words begin behind which a pronoun stands, or the sentence that it stands in."""
        within = bisect_right(self.naming.quoted, (position, 0)) - 1
        is_behind = within >= 0 and self.naming.quoted[within][1] <= position <= self.naming.quoted[within][1] + _BESIDE
        return self.naming.quoted[within][0] if is_behind else position


def _is_of_a_thing(name: str) -> bool:
    """True for a name that a place has, or a body that lists know, or that holds a word of one."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return (
        gazetteer.is_place(name)
        or bool(gazetteer.people_of(name))
        or name in KNOWN_ORGANISATIONS
        or last in ORGANISATION_WORDS
        or last in PLACE_WORDS
        or last in PARTIES
    )
