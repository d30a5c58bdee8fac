"""The tone of a text: which of its words stand under a denial, a doubt or a plan, and which tell what happened."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.grounding.statements.cues import ADVERBS, STOPS, Kind, cues, is_content
from summarize.grounding.statements.lexicon import NOT_PAST, PAST
from summarize.grounding.statements.roots import related
from summarize.text.tokens import Token


def is_past(sequence: Sequence[Token], at: int) -> bool:
    """True for a verb that tells what happened, as far as its form and the word before it show."""
    token = sequence[at]
    word = token.lower
    if word not in PAST and not (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST):
        return False
    before = sequence[at - 1].lower if at else ""
    if before in {"be", "being", "to", "will", "would"} or before.endswith("ly"):
        before = sequence[at - 2].lower if at > 1 and before.endswith("ly") else before
        return before not in {"be", "being", "to", "will", "would"}
    return True


class Tone:
    """The cues of one text, asked by place."""

    __slots__ = ("cues", "governed", "sequence")

    def __init__(self, sequence: Sequence[Token]) -> None:
        self.sequence = sequence
        self.cues = cues(sequence)
        self.governed: dict[Kind, set[int]] = {}
        for cue in self.cues:
            self.governed.setdefault(cue.kind, set()).update(cue.heads)

    def has(self, kind: Kind) -> bool:
        """True if there is a cue of this kind."""
        return kind in self.governed

    def governs(self, kind: Kind, at: int) -> bool:
        """True if a cue of this kind governs the token."""
        return at in self.governed.get(kind, ())

    def reaches(self, at: int, *kinds: Kind) -> bool:
        """True if the token is spoken of under a cue of one of these kinds, whichever word the cue governs."""
        return any(cue.kind in kinds and cue.low <= at < cue.high and not cue.at <= at < cue.until for cue in self.cues)

    def name(self, kind: Kind, at: int) -> str:
        """The words of the cue that governs the token."""
        for cue in self.cues:
            if cue.kind == kind and at in cue.heads:
                return " ".join(token.text for token in self.sequence[cue.at : cue.until])
        return ""

    def places(self, word: str, language: str) -> list[int]:
        """Indices of the tokens that are forms of a word."""
        found = [
            index for index, token in enumerate(self.sequence) if token.is_word and related(token.lower, word, language)
        ]
        if word in ADVERBS:
            return [
                index for index in found if index + 1 >= len(self.sequence) or self.sequence[index + 1].text in STOPS
            ]
        return found


def around(sequence: Sequence[Token], at: int) -> frozenset[str]:
    """The words of content that stand near a token."""
    near = (*sequence[max(0, at - 7) : at], *sequence[at + 1 : at + 8])
    return frozenset(token.lower for token in near if is_content(token) or token.is_number)
