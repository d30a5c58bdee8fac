"""Who the words of a source mean: a name, a description, "he", "it" or "they". Where two fit, it stays open."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from summarize.evidence.charging import charges_another
from summarize.evidence.described_speakers import Described
from summarize.evidence.entities import Entity
from summarize.evidence.naming import Naming
from summarize.evidence.passed import Passed
from summarize.evidence.people import Discourse
from summarize.evidence.vocabulary import PATTERNS

Range = tuple[int, int]

_CHARGE_REACH: Final = 3
"""How far before a denial somebody is charged who may be whom "it" means, in sentences."""


class SourceResolver:
    """Tells whom the words of an article's sources mean.

    Args:
        text: the article's text.
        entities: those whom it names; answers are their places in it.
        discourse: who was spoken of before each place.
    """

    def __init__(self, text: str, entities: list[Entity], discourse: Discourse) -> None:
        self.text, self.entities, self.discourse = text, entities, discourse
        self.naming = Naming(text, entities, discourse.quoted)
        self.described = Described(self.naming)
        self.passed = Passed(self.naming, discourse.subjects, discourse.sentences)

    def identify_source(self, span: Range) -> tuple[Range, int | None]:
        """The words that say who a source is, which may be others than those at `span`, and the index of the entity that they mean."""
        while (span[1] > span[0] + 1 and self.text[span[1] - 1] in ",;:") or (
            self.text[span[1] - 1] == "." and self.text[span[1] - 2 : span[1] - 1].islower()
        ):
            span = (span[0], span[1] - 1)
        phrase = self.text[span[0] : span[1]]
        if phrase.lower() in PATTERNS.person_pronouns:
            return self._meant_by_him(phrase, span)
        if phrase.lower() in PATTERNS.other_pronouns:
            return self._meant_by_it(phrase.lower(), span)
        if PATTERNS.its_text.fullmatch(phrase) is not None:
            body, meant = self._meant_by_it(PATTERNS.thing_pronoun, span)
            return (span, meant) if meant is not None else (body, None)
        entity = self.naming.apposed_to(span)
        if entity is None:
            entity = self.naming.named_in(span)
        if entity is None:
            entity = self.discourse.called.body_in(*span)
        if entity is None:
            entity = self.discourse.description(phrase, span[0])
            if entity is not None and entity in self.naming.inside(span):
                entity = None  # whoever is described by a name is not that: "The head of startup Merle"
        return span, entity

    def _meant_by_him(self, phrase: str, span: Range) -> tuple[Range, int | None]:
        """Whom "he" or "she" means: somebody described before, else who was spoken of; the pronoun itself where that is open."""
        described = self.described.before(phrase, span[0])
        unnamed = self.discourse.strangers.meant(span[0])
        if self._is_open(described or unnamed, span):
            return span, None
        if unnamed is not None and (
            described is None or (described == span and self.discourse.strangers.is_topic(span[0]))
        ):
            return unnamed, None
        if described is not None:
            return described, self.naming.whose_name(described)
        owned = self.described.owned_before(phrase, span[0])
        if owned is not None and self.discourse.description(self.text[slice(*owned)], owned[0]) is None:
            # "The union's leader was blunt": it is he, unless the sentence names somebody who may be meant.
            return (span if self.naming.is_person_between(owned[1], span[0]) else owned), None
        return (span, self._taken_up(phrase, span[0])) if unnamed is None else (unnamed, None)

    def _is_open(self, described: Range | None, span: Range) -> bool:
        """True for a pronoun that may mean another than somebody who is described before it: whom he tells of, or whom a sentence since is about."""
        if self.discourse.doubted.tells_of_another(*span):
            return True
        since = self.discourse.strangers.subject_between(described[1], span[0]) if described is not None else None
        if since is None or described is None:
            return False
        nouns = [self.text[slice(*one)].rpartition(" ")[2] for one in (since, described)]
        return nouns[0] != nouns[1] and nouns[0] not in self.text[slice(*described)].split()

    def whom(self, pronoun: str, position: int) -> int | None:
        """The index of the person whom a "he" or "she" of running text means; None where somebody unnamed was spoken of last."""
        described = self.described.before(pronoun, position)
        return self._taken_up(pronoun, position) if described is None else self.naming.whose_name(described)

    def _taken_up(self, pronoun: str, position: int) -> int | None:
        """The index of the person whom a pronoun means: whom the sentence before describes, if it opens so, else by who was spoken of."""
        known = self.naming.known_before(position)
        if known is None:
            meant = self.discourse.pronoun(position)
            return None if meant is not None and self.passed.is_past(meant, position) else meant
        described = self.discourse.description(self.text[slice(*known)], known[0])
        if described is not None and self.discourse.is_answer(position) and self._speaks_before(position):
            meant = self.discourse.pronoun(position)
            return None if meant == described else meant  # who answers is not who spoke
        if described is not None:
            wanted = PATTERNS.genders.get(pronoun.lower())
            fits = not wanted or self.entities[described].gender in {wanted, None}
            return described if fits else self.discourse.pronoun(position)
        is_office = (
            not self.text[slice(*known)].rpartition(" ")[2].islower()
        )  # "The Press Secretary denies it": another's
        if not self.naming.one_is_named(position) or self.naming.is_owned(known) or is_office:
            return None  # "Mayor Lee lost. The union's leader was blunt. “He lied,” he said."
        return self.discourse.pronoun(position)

    def _speaks_before(self, position: int) -> bool:
        """True if the sentence before the words in front of a pronoun begins with quoted words."""
        sentences = self.discourse.sentences
        here = bisect_left(sentences, (position, 0)) - 1
        begin = sentences[here - 1][0] if here > 0 else -1
        at = bisect_left(self.discourse.quoted, (begin, 0))
        return at < len(self.discourse.quoted) and self.discourse.quoted[at][0] == begin

    def _meant_by_it(self, phrase: str, span: Range) -> tuple[Range, int | None]:
        """Whom "it" or "they" means: somebody described before, else the body that a sentence before began with."""
        described = self.described.before(phrase, span[0]) if phrase in PATTERNS.plural_pronouns else None
        if described is not None:
            return described, None
        if phrase not in PATTERNS.thing_pronouns:
            return span, None
        if PATTERNS.reads_behind.match(self.text, span[1]):
            return span, None
        body, last = self.naming.body_described_before(span[0]), self.discourse.body_before(span[0])
        is_several = phrase in PATTERNS.plural_pronouns
        if body is not None and not is_several and self.text[slice(*body)].split()[-1] in PATTERNS.no_it:
            body = None
        if self._is_behind_charge(self._antecedent(body, last, span), span[0]):
            return span, None
        if body is None or (last is not None and self.entities[last].names[-1].start > body[0]):
            return span, last
        return body, self.discourse.called.body_in(*body)

    def _antecedent(self, body: Range | None, last: int | None, span: Range) -> int:
        """Where the body stands that a pronoun most likely means; of one that denies, a little before it, for it may be one that is charged there."""
        bodies, sentences = self.discourse.bodies, self.discourse.sentences
        named = bodies[bisect_left(bodies, (span[0], 0)) - 1][0] if last is not None else 0
        since = max(named, body[0] if body is not None else 0)
        if PATTERNS.denies_behind.match(self.text, span[1]) is None:
            return since
        here = bisect_left(sentences, (span[0] + 1, 0)) - 1
        return min(since, sentences[max(0, here - _CHARGE_REACH)][0])

    def _is_behind_charge(self, since: int, position: int) -> bool:
        """True if, from the sentence of one place to the one before that of another, somebody charges another."""
        sentences = self.discourse.sentences
        first, here = (bisect_left(sentences, (place + 1, 0)) - 1 for place in (since, position))
        return any(charges_another(self.text, sentence, self.entities) for sentence in sentences[max(0, first) : here])
