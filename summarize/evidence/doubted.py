"""Deeds and words that may be of somebody who is only described, though the sentence before is about who is named.

"The clerk of Judge Ann Lee was arrested. Lee was on leave. She admitted selling files." It is open who admits it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from summarize.evidence.described_people import DESCRIBED, DescribedPerson
from summarize.evidence.entities import Entity
from summarize.evidence.pronouns import Pronoun, Seen
from summarize.evidence.told_of import opens_on_anothers, opens_on_somebody
from summarize.evidence.vocabulary import FEMALE_WORDS, LANGUAGE, MALE_WORDS, PATTERNS
from summarize.expressions import expression
from summarize.languages.people_patterns import deed_patterns

Range = tuple[int, int]

_DEEDS: Final = deed_patterns(LANGUAGE)
_PART: Final = expression(r"\w+")
_FIRST: Final = expression(r"[^\W\d_]+")
_NEAR: Final = 4
"""Sentences before a pronoun in which a charge or a deed is told that it may be about."""
_GOES_ON: Final = 2
"""Sentences behind a pronoun that stayed open in which the next of its gender does too, if nobody is named in between."""
_LEAD: Final = 30
"""Code points before a description or a name in which its sentence says that somebody charges him."""


class Doubted:
    """Tells which pronouns stay open. It is asked about them from left to right.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        entities: whom it names.
        described: whom it only describes, in order.
    """

    def __init__(
        self, text: str, sentences: Sequence[Range], entities: Sequence[Entity], described: Sequence[DescribedPerson]
    ) -> None:
        self.text, self.sentences, self.entities, self.described = text, sentences, entities, described
        self._starts = [one.start for one in described]
        self._open: dict[str, int] = {}
        """By gender the sentence of the last pronoun that stayed open."""

    def is_open(self, asked: Pronoun, one: Seen) -> bool:
        """True for a pronoun that seems to mean somebody named, and may mean somebody described of whom worse was told."""
        if one.index >= len(self.entities) or asked.sentence < 1:
            return False
        last = self._open.get(asked.gender)
        goes_on = last is not None and one.sentence < last and asked.sentence - last <= _GOES_ON
        if not (goes_on or self._may_be_another(asked, one.index) or self._is_unknown(asked, one.index)):
            return False
        self._open[asked.gender] = asked.sentence
        return True

    def tells_of_another(self, position: int, end_of_it: int) -> bool:
        """True for a pronoun that owns to something, or goes on behind one, where the sentence before charges somebody in somebody's words: "A lawyer said that the clerk had confessed. He said he was sorry"."""
        sentence = bisect_right(self.sentences, (position, len(self.text))) - 1
        if sentence < 1:
            return False
        start, end = self.sentences[sentence]
        if DESCRIBED.before_subject.fullmatch(self.text, start, position) is None:
            above = _FIRST.match(self.text, self.sentences[sentence - 1][0])
            is_he = above is not None and above.group().lower() in PATTERNS.genders
            return above is not None and is_he and self.tells_of_another(*above.span())
        if _DEEDS.owns.match(self.text, end_of_it, end) is None:
            return False
        low, high = (bisect_left(self._starts, place) for place in (self.sentences[sentence - 1][0], start))
        told = (one for one in self.described[low:high] if not one.is_subject)
        return any(self._charge(one.start, one.end) is not None for one in told)

    def is_of_somebody(self, asked: Pronoun) -> bool:
        """True behind a quotation, where the sentence before is of somebody unnamed whom the pronoun may mean: "A guard left. “It rained,” he said"."""
        if not asked.is_behind_marks or asked.sentence < 1:
            return False
        start, end = self.sentences[asked.sentence - 1]
        noun = opens_on_somebody(self.text, start, end)
        if noun is None or noun in (FEMALE_WORDS if asked.gender == "m" else MALE_WORDS):
            return False
        # "A retiree had opened his door. “…,” she said": that is somebody else.
        told = {PATTERNS.genders.get(word.lower()) for word in _PART.findall(self.text[start:end])} - {None}
        return not told or asked.gender in told

    def is_of_subject(self, asked: Pronoun) -> bool:
        """True where somebody unnamed of the pronoun's gender is the subject of its own sentence: "Her brother has been asked what he will do"."""
        if asked.is_behind_marks or asked.sentence < 0:
            return False
        noun = opens_on_anothers(self.text, self.sentences[asked.sentence][0], asked.start)
        return noun is not None and noun in (MALE_WORDS if asked.gender == "m" else FEMALE_WORDS)

    def _owns(self, asked: Pronoun) -> bool:
        """True where a pronoun opens its sentence, which tells what he admits, or did."""
        start, end = self.sentences[asked.sentence]
        opens = DESCRIBED.before_subject.fullmatch(self.text, start, asked.start) is not None
        return opens and _DEEDS.owns.match(self.text, asked.start + len(asked.words), end) is not None

    def _may_be_another(self, asked: Pronoun, index: int) -> bool:
        """True if one of the last sentences charges somebody described, and the article so far not who is named."""
        if not self._owns(asked):
            return False
        is_charged = any(self._charge(other.start, other.end) is not None for other in self._near(asked))
        return is_charged and not self._is_charged(index, asked.start)

    def _is_unknown(self, asked: Pronoun, index: int) -> bool:
        """True if nothing tells the gender of who is named, and somebody described speaks in one of the last sentences, and of him; of words, and of what he owns to."""
        return (
            self.entities[index].gender is None
            and (asked.is_behind_marks or self._owns(asked))
            and any(
                _DEEDS.tells_behind.match(self.text, other.end) is not None and self._stands_beside(other, index)
                for other in self._near(asked)
            )
        )

    def _stands_beside(self, other: DescribedPerson, index: int) -> bool:
        """True if the sentence of a description names an entity too."""
        start, end = self.sentences[bisect_right(self.sentences, (other.start, len(self.text))) - 1]
        return any(start <= name.start < end for name in self.entities[index].names)

    def _near(self, asked: Pronoun) -> list[DescribedPerson]:
        """Those described in the last sentences whom the pronoun may mean."""
        begin = self.sentences[max(0, asked.sentence - _NEAR)][0]
        end = self.sentences[asked.sentence][0]
        near = self.described[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
        return [one for one in near if one.gender in {asked.gender, None}]

    def _charge(self, start: int, end: int) -> Range | None:
        """What stands between whoever is `text[start:end]` and the end of the charge or deed that is told of him."""
        behind = _DEEDS.charged_behind.match(self.text, end)
        if behind is not None:
            return behind.span()
        before = _DEEDS.charged_before.search(self.text, max(0, start - _LEAD), start)
        return before.span() if before is not None else None

    @cached_property
    def _of_described(self) -> list[Range]:
        """From each description to the end of the charge or deed that is told of him."""
        charges = ((one, self._charge(one.start, one.end)) for one in self.described)
        return [(one.start, max(one.end, found[1])) for one, found in charges if found is not None]

    def _is_charged(self, index: int, before: int) -> bool:
        """True if before a place a charge or a deed is told of an entity by its name, and not of whoever is described with it: "the clerk of Ann Lee was charged"."""
        for name in self.entities[index].names:
            start = name.title[0] if name.title else name.start
            is_within = any(low <= start < high for low, high in self._of_described)
            if start < before and not is_within and self._charge(start, name.end) is not None:
                return True
        return False
