"""Which words in quotation marks are speech, and whom a label names, without a word of any language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarize.evidence.marks import Quoted
from summarize.languages.tables import insets_of
from summarize.text.tokens import count_unspaced_letters

Range = tuple[int, int]

_SPEECH_WORDS = 6
"""So many words in marks are speech, whatever stands around them: titles and nicknames are shorter."""
_CLOSED_WORDS = 3
"""So many are if a stop, or the comma or colon of an attribution, marks them as speech."""
_DASHED_WORDS = 5
"""So many are before a dash, which attribution or anything else may follow."""
_LETTERS_A_WORD = 2
_ENDS = tuple(".!?…。！？؟۔।॥,，、")
_AFTER = re.compile(r"\s?[,，،、]")
_DASH = re.compile(r"\s?[-–—]\s")
_BEFORE = re.compile(r"[:：,，،]\s?$")
# A name as a label: "Ana Pérez: «…»", with what goes between the parts of a name in small letters.
_LABEL = re.compile(r"(?:[^\W\d_][\w.’'-]*\s){1,5}[^\W\d_][\w.’'-]*\s?[:：]\s?$")
_MAX_LABEL = 60
_MAX_PARTICLE = 3
# Two words behind another, on its line or the next, the second as far as its letters go: where a name stands within a sentence.
_TWO_WORDS = re.compile(r"[^\W\d_][\w.’'-]*\s\w+")
_WITHIN = re.compile(rf"[^\W\d_],?\s(?=({_TWO_WORDS.pattern}))")
_LETTER = re.compile(r"\w")
_MAX_LOOKED_AT = 200
"""Places of the same two words at which a longer name is looked for."""


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A name before a colon, as half-open ranges of the name and of the colon."""

    name: Range
    colon: Range


def is_speech(text: str, run: Quoted, language: str | None, *, attributed: bool = False) -> bool:
    """True if words in marks can be given as somebody's: long enough for no title, and nobody else's words among them."""
    words = " ".join(text[start:end] for start, end in run.parts)
    if any(pattern.search(words) for pattern in insets_of(language)):
        return False
    count = len(words.split()) + count_unspaced_letters(words) // _LETTERS_A_WORD
    closed = (
        words.rstrip("\"'”’»)").endswith(_ENDS)
        or _AFTER.match(text, run.end) is not None
        or _BEFORE.search(text, max(0, run.start - 3), run.start) is not None
    )
    dashed = _DASH.match(text, run.end) is not None
    if attributed:
        return run.closed and count > 0
    return run.closed and count >= (_CLOSED_WORDS if closed else _DASHED_WORDS if dashed else _SPEECH_WORDS)


class Mentions:
    """Where names stand within the sentences of a text, which is read once for all labels."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for found in _WITHIN.finditer(self.text):
            if found[1][0].isupper():
                places.setdefault(found[1], []).append(found.start(1))
        return places

    def hold(self, name: str, label: Range) -> bool:
        """True if a name of two words or more stands within a sentence elsewhere than in its label."""
        words = _TWO_WORDS.match(name)
        return words is not None and any(
            not label[0] <= place < label[1]
            and self.text.startswith(name, place)
            and _LETTER.match(self.text, place + len(name)) is None
            for place in self._places.get(words.group(), ())[:_MAX_LOOKED_AT]
        )


def label_before(mentions: Mentions, paragraph: int, run: Quoted) -> SpeakerLabel | None:
    """Who a label names that opens a paragraph before a quoted run, None if none does.

    A label is a name of two parts or more, all of them capitalised, that the article writes the same way inside another sentence: so an
    ordinary word that has its capital from the beginning of the line is none. Scripts without capitals have no such labels.
    """
    if run.start - paragraph > _MAX_LABEL:
        return None
    lead = mentions.text[paragraph : run.start]
    match = _LABEL.fullmatch(lead)
    if match is None:
        return None
    name = lead.rstrip(" :：")
    parts = name.split()
    if not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return None
    if not all(part[0].isupper() or (part.islower() and len(part) <= _MAX_PARTICLE) for part in parts):
        return None
    if not mentions.hold(name, (paragraph, run.start)):
        return None
    colon = paragraph + lead.rstrip().rfind(lead.rstrip()[-1])
    return SpeakerLabel((paragraph, paragraph + len(name)), (colon, colon + 1))
