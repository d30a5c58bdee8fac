"""What is remembered of an article for grouping: its words by number, those of title and lead apart, and the words that it quotes."""

from __future__ import annotations

import heapq
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.gazetteer import country_code, people_of
from summarize.languages.stories import grouping
from summarize.languages.words import people
from summarize.stories.grouping.little import little_words
from summarize.stories.grouping.members import Member, day_of, parts_of
from summarize.stories.grouping.words import PrintedWord, fold, priors, stem, words_of

_TITLE_WORDS = 40
LEAD_WORDS = 100
"""Words at the top of an article that say what its event is. Measured: 60 and 160 are worse."""
_BODY_WORDS = 600
_NAMES = 12
_QUOTED = re.compile(r"[“\"«„]([^”\"»“„]{20,600})[”\"»“]")
_QUOTED_RUN = 5
_MAX_QUOTED = 400
_NAME_WORDS = 8
_LEADERS = frozenset(map(stem, grouping("en").leaders))
_TITLES = frozenset(map(stem, people("en").titles))
_OF_LITTLE = 0.5
"""The share of articles that hold a little word of their language: it tells nothing."""
_FIRST_WORDS = 30
"""Words of an article in which it says where it is."""


@dataclass(slots=True)
class VocabularyEntry:
    """A word of the vocabulary and how the batch writes it."""

    number: int
    stem: str
    shown: str
    """The shortest form in which it is printed."""
    is_number: bool
    seen: int = 0
    capitals: int = 0
    smalls: int = 0
    articles: int = 0
    leader: bool = False
    country: bool = False
    title: bool = False
    """An office or a trade: "superintendent", "driver"."""
    little: bool = False
    """One that every article of its language has, where that is not English."""

    @property
    def is_name(self) -> bool:
        """Mostly capitalised where the sentence does not ask for it."""
        return self.capitals * 2 >= self.seen and not self.is_number

    @property
    def is_never_small(self) -> bool:
        """Capitalised wherever it stands, and not only where the sentence asks for it: a firm that opens most of its sentences."""
        return self.capitals > 0 and not self.smalls and not self.is_number

    @property
    def prior(self) -> float:
        """The share of articles that hold the word, as far as its form tells without any batch."""
        usual = _OF_LITTLE if self.little else priors().get(self.stem)
        if usual is not None:
            return usual
        if self.is_number:
            return _number_prior(self.stem)
        if self.country:
            return 0.04
        if self.leader:
            return 0.015
        if len(self.stem) <= 2:
            return 0.1
        return 0.002 if self.is_name else 0.05 if len(self.stem) == 3 else 0.004


def _number_prior(printed: str) -> float:
    if len(printed) == 4 and printed[:2] in {"19", "20"}:
        return 0.2
    return {1: 0.1, 2: 0.03, 3: 0.005, 4: 0.005}.get(len(printed), 0.001)


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article's words, as numbers of the vocabulary."""

    number: int
    """The member's."""
    title: tuple[int, ...]
    lead: tuple[int, ...]
    body: dict[int, int]
    """How often each word of title and body is there."""
    quoted: frozenset[int]
    """Hashes of runs of words inside quotation marks."""
    day: int | None
    towns: frozenset[int]
    """Words of those of its places that it begins with."""


class Vocabulary:
    """The words of a batch. The order in which articles are read changes the words' numbers and nothing else."""

    def __init__(self) -> None:
        self.entries: list[VocabularyEntry] = []
        """By number."""
        self._by_stem: dict[str, VocabularyEntry] = {}

    def read(self, member: Member) -> Sketch:
        """Read an article and take in its words."""
        heading, content = parts_of(member)
        little = little_words(member.language)
        title = self._numbers(words_of(heading, _TITLE_WORDS), little)
        body = self._numbers(words_of(content, _BODY_WORDS), little)
        counts: dict[int, int] = {}
        for number in (*title, *body):
            counts[number] = counts.get(number, 0) + 1
        places = set(self._numbers_of_names(member.places))
        # An article may name a participant only below what is read of it here.
        for number in (*self._numbers_of_names([name for name, _ in member.names]), *sorted(places)):
            counts.setdefault(number, 1)
        quoted = frozenset(heapq.nsmallest(_MAX_QUOTED, set(_quotation_hashes(content))))
        towns = frozenset(places & {*title, *body[:_FIRST_WORDS]})
        return Sketch(member.number, tuple(title), tuple(body[:LEAD_WORDS]), counts, quoted, day_of(member), towns)

    def count(self, sketches: Iterable[Sketch]) -> None:
        """Count the articles that hold each word. Of copies only one belongs here: the others say nothing of how rare a word is."""
        for sketch in sketches:
            for number in sketch.body:
                self.entries[number].articles += 1

    def _numbers(self, words: Iterable[PrintedWord], little: frozenset[str]) -> list[int]:
        numbers: list[int] = []
        leads = 0
        for word in words:
            entry = self._entry(word)
            entry.seen += 1
            entry.little = entry.little or word.stem in little
            entry.smalls += word.printed[:1].islower()
            if word.capital:
                entry.capitals += 1
                entry.leader = entry.leader or leads > 0
            # "President Ana Sosa": the two names after the office.
            leads = 3 if word.stem in _LEADERS else leads - 1 if word.capital else 0
            numbers.append(entry.number)
        return numbers

    def _entry(self, word: PrintedWord) -> VocabularyEntry:
        entry = self._by_stem.get(word.stem)
        if entry is None:
            known = not word.number and bool(country_code(word.printed) or people_of(word.printed))
            entry = VocabularyEntry(
                len(self.entries), word.stem, word.printed, word.number, country=known, title=word.stem in _TITLES
            )
            self._by_stem[word.stem] = entry
            self.entries.append(entry)
        entry.shown = min(entry.shown, word.printed, key=lambda form: (len(form), form))
        return entry

    def _numbers_of_names(self, names: Sequence[str]) -> Iterator[int]:
        return (self._entry(word).number for name in names[:_NAMES] for word in words_of(name, _NAME_WORDS))


def _quotation_hashes(text: str) -> Iterator[int]:
    for match in _QUOTED.finditer(text):
        words = [fold(word.printed) for word in words_of(match.group(1), 100)]
        for start in range(len(words) - _QUOTED_RUN + 1):
            yield zlib.crc32(" ".join(words[start : start + _QUOTED_RUN]).encode("utf-8"))
