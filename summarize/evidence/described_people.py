"""People whom running text only describes, one after the other: "a burglar", "his nephew". A pronoun may mean them as well as those who are named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from summarize.evidence.noun_groups import is_noun
from summarize.evidence.told_of import SOMEBODY
from summarize.evidence.vocabulary import FEMALE_WORDS, LANGUAGE, MALE_WORDS, PATTERNS
from summarize.expressions import expression
from summarize.languages.people_patterns import described_patterns

Range = tuple[int, int]

DESCRIBED: Final = described_patterns(LANGUAGE)
_NOUNS: Final = (SOMEBODY | DESCRIBED.nouns) - DESCRIBED.not_one
_WORDS: Final = 3
"""Words of a description before its noun."""
_BEFORE: Final = 30
"""Code points before a description that tell whether it is of somebody else than who is named."""
_BEHIND: Final = 120
"""Code points behind it in which the sentence may name him after all."""

_WORD: Final = expression(r"[^\W\d_]+")
_FULL_NAME: Final = expression(r"[A-Z][\w’'-]+\s[A-Z]")
_AGE: Final = expression(r",\s(?:\d{1,3},\s)?")
_BEFORE_APPOSITION: Final = frozenset({", ", ". ", "” ", '" ', "? ", "! "})
_NOUN: Final = expression(r"[\w-]+")
_BESIDE: Final = 25
"""Code points behind somebody who is not the subject of a sentence in which a pronoun is his: "when a colleague lost his voice"."""


class DescribedPerson(Struct, frozen=True):
    """One mention of somebody who is only described, in a half-open range of the text."""

    start: int
    end: int
    noun: str
    """The noun for him, in lower case: "driver" of "a bus driver"."""
    is_new: bool
    """Of somebody told of for the first time: "a burglar"."""
    is_known: bool
    """Of somebody told of: "the burglar". Of neither is "his nephew", "Shaw's driver", "the driver of Shaw"."""
    is_sure: bool
    """The noun is a known one for people, and not only one that looks so."""
    is_subject: bool
    """A sentence is about him: he stands where its subject does."""

    is_suffering: bool
    """The sentence only tells what was done to him, of whom nothing was told before: "A man was arrested"."""
    is_beside: bool
    """He may be who is named behind a comma, or another than he: "A cleaner of the minister, Eva Lindner, was arrested"."""
    gender: str | None
    """By the noun, or by the one pronoun that its sentence goes on with: "A clerk said that she"."""


def _is_of_one(noun: str) -> bool:
    """True for a noun for one person."""
    return noun in _NOUNS or (noun not in DESCRIBED.not_one and is_noun(noun))


class DescribedPeople:
    """Finds the descriptions of an article. Ranges are half-open.

    Args:
        text: its text.
        sentences: the ranges of its sentences.
        quoted: ranges in quotation marks, in order.
        names: where people's names stand, with their titles, in order.
    """

    def __init__(self, text: str, sentences: Sequence[Range], quoted: Sequence[Range], names: Sequence[Range]) -> None:
        self.text, self.sentences, self.quoted, self.names = text, sentences, quoted, names

    def found(self) -> Iterator[DescribedPerson]:
        """All of them, in order."""
        for start, end in self.sentences:
            position = start
            while (opener := DESCRIBED.opens.search(self.text, position, end)) is not None:
                one = self._described_person(opener, start, end)
                position = one.end if one is not None else opener.start() + 1
                if one is not None:
                    yield one

    def _described_person(self, opener: re.Match[str], start: int, end: int) -> DescribedPerson | None:
        """Who is described behind an opening word of the sentence `text[start:end]`."""
        if self._is_quoted(opener.start()):
            return None
        head = self._head_end(opener.end(), end)
        is_beside = head is not None and self._is_named(head, end)
        if head is None or (is_beside and not self._is_named_behind_another(head, end)):
            return None
        is_subject = DESCRIBED.before_subject.fullmatch(self.text, start, opener.start()) is not None
        before = self.text[max(start, opener.start() - _BEFORE) : opener.start()]
        is_new = opener["new"] is not None
        if self._is_apposed(opener.start()) or (not is_subject and DESCRIBED.not_another.search(before)):
            return None
        is_known = opener["known"] is not None and not self._is_of_somebody(head, end)
        noun = self.text[opener.start() : head].rpartition(" ")[2].lower()
        if noun not in _NOUNS and (not is_subject or not (is_new or is_known)):
            return None  # "his temper", "at the counter"
        if DESCRIBED.dies.match(self.text, head, end) or (is_new and DESCRIBED.sought.search(before)):
            return None
        is_subject = is_subject and DESCRIBED.joins.match(self.text, head, end) is None
        is_suffering = is_subject and is_new and DESCRIBED.done_to.match(self.text, head, end) is not None
        gender = "m" if noun in MALE_WORDS else "f" if noun in FEMALE_WORDS else None
        if gender is None and not (is_subject and self._names_somebody(start, end)):
            gender = self._pronoun_gender(head, end if is_subject else min(end, head + _BESIDE))
        return DescribedPerson(
            opener.start(), head, noun, is_new, is_known, noun in _NOUNS, is_subject, is_suffering, is_beside, gender
        )

    def _is_of_somebody(self, head: int, end: int) -> bool:
        """True where somebody is named behind a noun, whose he is: "the brother of Ken Shaw"."""
        found = DESCRIBED.of_somebody.match(self.text, head, end)
        at = bisect_left(self.names, (found.end(), 0)) if found is not None else len(self.names)
        return found is not None and at < len(self.names) and self.names[at][0] == found.end()

    def _names_somebody(self, start: int, end: int) -> bool:
        at = bisect_left(self.names, (start, 0))
        return at < len(self.names) and self.names[at][0] < end

    def _pronoun_gender(self, start: int, end: int) -> str | None:
        """The gender of all pronouns between two places; None where there are none, or of both."""
        told = {
            PATTERNS.genders.get(word.group().lower())
            for word in _WORD.finditer(self.text, start, end)
            if not self._is_quoted(word.start())
        } - {None}
        return told.pop() if len(told) == 1 else None

    def _head_end(self, start: int, end: int) -> int | None:
        """Where the noun for somebody ends, if a description of one person is what stands there."""
        found: int | None = None
        behind, is_behind = start, False
        for word in islice(_NOUN.finditer(self.text, start, end), _WORDS + 1):
            if not (word.start() in {start, behind + 1} and word.group().islower()) or word.group() in DESCRIBED.ends:
                break
            if is_behind and word.group() in PATTERNS.deeds:
                return behind  # "His lawyer met reporters": whom the verb is about is no part of who acts
            if _is_of_one(word.group()) or DESCRIBED.with_of.match(self.text, word.start(), end):
                found = word.end() if DESCRIBED.follows.match(self.text, word.end(), end) else found
            behind, is_behind = word.end(), _is_of_one(word.group())
        return found

    def _is_apposed(self, position: int) -> bool:
        """True right behind a name in commas, of whom it then is: "At the market, Ann Lee, a trader"."""
        at = bisect_left(self.names, (position, 0)) - 1
        if at < 0:
            return False
        start, end = self.names[at]
        is_closed = _AGE.fullmatch(self.text, end, position) is not None
        return is_closed and (
            start == 0
            or self.text[start - 1] == "\n"
            or self.text[start - 2 : start] in _BEFORE_APPOSITION
            or DESCRIBED.told_behind.search(self.text, max(0, start - _BEFORE), start) is not None
        )

    def _is_named(self, head: int, end: int) -> bool:
        """True if the sentence names whom it describes: "the driver Ken Shaw", "A father of two, Ken Shaw"."""
        for pattern in (DESCRIBED.named_at_once, DESCRIBED.named_after_all):
            found = pattern.match(self.text, head, min(end, head + _BEHIND))
            if found is None:
                continue
            at = bisect_left(self.names, (found.end(), 0))
            is_name = at < len(self.names) and self.names[at][0] == found.end()
            if is_name or found.groupdict().get("pronoun") or _FULL_NAME.match(self.text, found.end()):
                return True
        return False

    def _is_named_behind_another(self, head: int, end: int) -> bool:
        """True if the name may be of somebody else, of whom the description tells whose he is: "a cleaner of the minister, Eva Lindner"."""
        found = DESCRIBED.of_another.match(self.text, head, end)
        return found is not None and found["noun"] in _NOUNS

    def _is_quoted(self, position: int) -> bool:
        within = bisect_right(self.quoted, (position, len(self.text))) - 1
        return within >= 0 and position < self.quoted[within][1]
