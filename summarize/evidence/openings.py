"""Sentences that open on "He", "She" or "The company": whom that means, where nobody else can be meant.

What stands in brackets on a card must be right, so this is stricter than what finds speakers: of all who are named in the two sentences
before, one alone may fit.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from summarize.evidence.entities import Entity, gender_of
from summarize.evidence.identifying import SourceResolver
from summarize.evidence.vocabulary import NAMES, ORGANISATION_NOUNS, PATTERNS
from summarize.expressions import expression
from summarize.text.dates.vocabulary import WEEKDAYS

Range = tuple[int, int]

_BACK: Final = 2
"""Sentences before in which it has to be named."""
_NAME: Final = expression(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")
_FIRST: Final = expression(r"[^\W\d_]+(?![\w’'-])")


class SentenceOpenings:
    """Whom the opening words of sentences mean.

    Args:
        text: the article's text.
        entities: whom and what it names.
        sentences: half-open ranges of its sentences.
        quoted: ranges in quotation marks, in order.
        sources: whom a pronoun at a place most likely means, and who is only described.
    """

    def __init__(
        self,
        text: str,
        entities: Sequence[Entity],
        sentences: Sequence[Range],
        quoted: Sequence[Range],
        sources: SourceResolver,
    ) -> None:
        self.text, self.entities, self.sentences, self.whom = text, entities, sentences, sources.whom
        self.subjects = sources.discourse.subjects
        self.unnamed = sources.discourse.strangers.mentions
        self._genders: dict[int, str | None] = {}
        self._mentions = sorted(
            (name.start, index)
            for index, entity in enumerate(entities)
            for name in entity.names
            if not _inside(name.start, quoted)
        )

    def meant(self, number: int) -> tuple[Range, int] | None:
        """The opening words of a sentence and the index of the entity that they mean; None if they name it, or leave doubt."""
        start, end = self.sentences[number]
        first = _FIRST.match(self.text, start, end)
        if first is None or number == 0:
            return None
        pronoun = PATTERNS.genders.get(first.group().lower())
        near = self._entities_named_before(number)
        if pronoun is not None:
            fitting = [i for i in near if self._may_be(i, pronoun)]
            is_sure = (
                len(fitting) == 1
                and not self._opens_on_unknown_name(number - 1)
                and not self._may_be_unnamed(number, pronoun, fitting[0])
                and self.whom(first.group(), start) == fitting[0]
                and self._gender(fitting[0]) == pronoun
            )
            return (first.span(), fitting[0]) if is_sure else None
        noun = _FIRST.match(self.text, first.end() + 1, end)
        if (
            first.group().lower() not in PATTERNS.definite.split()
            or noun is None
            or noun.group() not in ORGANISATION_NOUNS
            or self._is_called_on(noun.end(), end)
        ):
            return None
        bodies = [i for i in near if self.entities[i].kind == "organisation"]
        if len(bodies) != 1 or not self._may_be_called(self.entities[bodies[0]], noun.group()):
            return None
        return (start, noun.end()), bodies[0]

    def _opens_on_unknown_name(self, number: int) -> bool:
        """True if a sentence opens on a name of several words that is nobody and nothing known: it may be whom the next one means."""
        start, end = self.sentences[number]
        found = _NAME.match(self.text, start, end)
        words = found.group().casefold().split() if found is not None else []
        if found is None or words[0] in PATTERNS.definite.split() or not WEEKDAYS.keys().isdisjoint(words):
            return False  # "The Belgian", "Last Thursday"
        return not any(
            name.start < found.end() and found.start() < name.end for entity in self.entities for name in entity.names
        )

    def _is_called_on(self, place: int, end: int) -> bool:
        """True if the words for a body go on: "The network company", and "The association of mountain towns", which is another one."""
        behind = _FIRST.match(self.text, place + 1, end)
        return behind is not None and (behind.group() in ORGANISATION_NOUNS or behind.group() in NAMES.links)

    def _entities_named_before(self, number: int) -> list[int]:
        """Indices of those named in the sentences before, each once."""
        low = bisect_left(self._mentions, (self.sentences[max(0, number - _BACK)][0], -1))
        high = bisect_left(self._mentions, (self.sentences[number][0], -1))
        return list(dict.fromkeys(index for _, index in self._mentions[low:high]))

    def _may_be_unnamed(self, number: int, pronoun: str, index: int) -> bool:
        """True if the sentences before tell of somebody who is only described, whom a pronoun of a gender may mean; only the last, if it is about who is named."""
        last, start = self.sentences[number - 1][0], self.sentences[number][0]
        about = self.subjects[bisect_left(self.subjects, (last, -1)) : bisect_left(self.subjects, (start, -1))]
        is_about = any(one == index for _, one in about)
        begin = last if is_about else self.sentences[max(0, number - _BACK)][0]
        low, high = (bisect_left(self.unnamed, place, key=_start) for place in (begin, start))
        return any(gender in {pronoun, None} for _, gender in self.unnamed[low:high])

    def _may_be(self, index: int, pronoun: str) -> bool:
        return self.entities[index].kind == "person" and self._gender(index) in {pronoun, None}

    def _gender(self, index: int) -> str | None:
        if index not in self._genders:
            self._genders[index] = gender_of(self.text, self.entities[index])
        return self._genders[index]

    def _may_be_called(self, body: Entity, noun: str) -> bool:
        """True for "the council" of a council; for "the company" of a body that is nothing else by its name."""
        words = {word.lower() for name in body.names for word in name.text.split()}
        if body.role is not None:
            words.update(self.text[body.role[0] : body.role[1]].lower().split())
        is_other = (words & (ORGANISATION_NOUNS | NAMES.no_company)) - NAMES.companies
        return noun in words or (noun in NAMES.companies and not is_other)


def _start(mention: tuple[int, str | None]) -> int:
    return mention[0]


def _inside(position: int, quoted: Sequence[Range]) -> bool:
    within = bisect_right(quoted, (position, 1 << 60)) - 1
    return within >= 0 and position < quoted[within][1]
