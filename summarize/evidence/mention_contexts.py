"""What the words around a name or pronoun tell of it: it speaks, its sentence is about it, or it names a place."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from msgspec import Struct

from summarize.evidence.described_people import DESCRIBED
from summarize.evidence.entities import Entity
from summarize.evidence.names import Name
from summarize.evidence.vocabulary import PATTERNS, SPEECH_VERBS

Range = tuple[int, int]

AROUND: Final = 60
"""How many code points beside a name or pronoun are searched for what tells a place or a subject."""
_FRONTED: Final = (", ", f", {PATTERNS.definite}")
"""What ends before a name that stands behind a fronted phrase."""


class MentionContext(Struct):
    """The sentences and quotations of an article, asked about mentions in them; a mention outside any is in sentence -1."""

    text: str
    sentences: list[Range]
    """Half-open ranges, in order."""
    quoted: list[Range]
    """The same of quotations."""

    def speaks(self, position: int, end: int | None, sentence: int) -> bool:
        """True for a mention right beside a verb of saying or a quotation, “…,” said Mr Lee; `end` is None for a pronoun."""
        if sentence < 0:
            return False
        begin = self.sentences[sentence][0]
        if end is not None and PATTERNS.said_behind.match(self.text, end):
            return True
        if PATTERNS.beside_speech_verb.search(self.text[max(begin, position - AROUND) : position]):
            return True
        within = bisect_right(self.quoted, (position, 0)) - 1
        return within >= 0 and self.quoted[within][1] > begin and position - self.quoted[within][1] <= 3

    def attributes(self, position: int, sentence: int) -> bool:
        """True for a name or pronoun behind what is his word: "A man had run, Ann Lee said"."""
        if sentence < 0:
            return False
        begin = max(self.sentences[sentence][0], position - AROUND)
        if DESCRIBED.before_attributing.search(self.text, begin, position) is None:
            return False
        told = DESCRIBED.attributes.match(self.text, position)
        return told is not None and told["told"] in SPEECH_VERBS

    def speaks_quoted(self, start: int, end: int, sentence: int) -> bool:
        """True if its sentence begins or ends with quoted words, and who stands in `text[start:end]` speaks them."""
        if sentence < 0 or not self.speaks(start, end, sentence):
            return False
        begin, stop = self.sentences[sentence]
        first = bisect_right(self.quoted, (begin, len(self.text))) - 1
        last = bisect_right(self.quoted, (stop, len(self.text))) - 1
        return (first >= 0 and self.quoted[first][0] == begin) or (last >= 0 and self.quoted[last][1] >= stop)

    def is_subject(self, position: int, end: int, sentence: int) -> bool:
        """True for a mention that opens its sentence, or stands between a comma and a verb: "In the end, Lee left"."""
        if sentence < 0:
            return False
        begin = self.sentences[sentence][0]
        lead = self.text[max(begin, position - AROUND) : position]
        if lead.endswith(", ") and PATTERNS.verb_ahead.match(self.text, end):
            return True
        return position - begin < AROUND and not PATTERNS.not_subject.search(lead) and lead.count(",") <= 1

    def opens(self, name: Name, sentence: int) -> bool:
        """True for a body that its sentence begins with, also behind a fronted phrase: "Kestrel said", "The operator, Ligne Bleue, said", "In a note, the CTO said"."""
        begin = self.sentences[sentence][0]
        lead = name.start - begin
        if lead <= 5 or (
            lead <= 45 and self.text.endswith(", ", 0, name.start) and self.text[name.end : name.end + 1] == ","
        ):
            return True
        if not self.text.endswith(_FRONTED, 0, name.start):
            return False
        fronted = PATTERNS.teller_lead.match(self.text, begin, name.start)
        return fronted is not None and self.text[fronted.end() : name.start] in {"", PATTERNS.definite}

    def is_place(self, entity: Entity) -> bool:
        """True for a lone word that a place has for a name as well, and that stands where one does: "in Virginia on Monday"."""
        return " " not in entity.name and all(
            PATTERNS.place_before.search(self.text[max(0, name.start - AROUND) : name.start]) for name in entity.names
        )
