"""Speech, fragment, or words that nobody says: what a quoted run is, by the rules of `quotation_kinds.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from summarize.evidence.marks import is_full_sentence
from summarize.evidence.quotations import Spoken
from summarize.evidence.vocabulary import LANGUAGE, PATTERNS, SPEECH_VERBS, WEAK_VERBS
from summarize.expressions import expression
from summarize.languages.tails import is_found_before
from summarize.rules import Decision, Fact, Ladder, read_ladder
from summarize.rules.kept import kept

_NAME_BEFORE = expression(r"[A-Z][\w.’'-]*\s$")
_NAME_AFTER = expression(r"\s[A-Z][\w’'-]+")
KINDS: Final = frozenset({"speech", "fragment", "words"})
_REACH: Final = 40
"""How far around a run rules look, in code points."""
_NEVER: Final = 1 << 20
_WORD: Final = expression(r"[^\W\d_][\w'’-]*")


class QuotedRun(Struct, frozen=True, dict=True):
    """A quoted run of `text` with what was found around it, as rules ask about it."""

    text: str
    entry: Spoken

    @kept
    def words(self) -> str:
        """Its words, those of all its paragraphs."""
        return " ".join(self.text[start:end] for start, end in self.entry.run.parts)

    @kept
    def before(self) -> str:
        """What stands before its opening mark."""
        return self.text[max(0, self.entry.run.start - _REACH) : self.entry.run.start]

    @kept
    def after(self) -> str:
        """What stands behind its closing mark."""
        return self.text[self.entry.run.end : self.entry.run.end + _REACH]

    @kept
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @kept
    def is_titled(self) -> bool:
        """It is written as a title."""
        return is_title_case(self.words.rstrip(".,!?"))

    @kept
    def is_full(self) -> bool:
        """It is a sentence, with its capital and its stop."""
        return is_full_sentence(self.text, self.entry.run) and not self.is_titled

    @property
    def is_stopped(self) -> bool:
        """It ends on a stop, or on a comma behind its mark."""
        return self.is_full or self.words[-1] in ",.!?" or self.after[:1] == ","

    @kept
    def cue(self) -> str:
        """The first word of what says that somebody speaks; empty without one."""
        cue = self.entry.cue
        return self.text[cue[0] : cue[1]].split(maxsplit=1)[0] if cue is not None else ""

    @property
    def cue_distance(self) -> int:
        """Code points between it and that word."""
        run, cue = self.entry.run, self.entry.cue
        return _NEVER if cue is None else min(abs(run.start - cue[1]), abs(cue[0] - run.end))

    @property
    def is_nickname(self) -> bool:
        """It stands inside a name: Robert “Bobby” Scott."""
        return (
            len(self.text[self.entry.run.start : self.entry.run.end].split()) <= 2
            and _NAME_BEFORE.search(self.before[-24:]) is not None
            and _NAME_AFTER.match(self.after[:24]) is not None
        )

    @property
    def is_term_of_nobody(self) -> bool:
        """It is a name for a thing, by nobody in particular: "what biologists call “acoustic collapse”"."""
        cue, speaker = self.entry.cue, self.entry.speaker
        if cue is None or speaker is None or self.entry.entity is not None or self.count > 3:
            return False
        return (
            PATTERNS.pronoun_speaker.fullmatch(self.text[speaker[0] : speaker[1]]) is None
            and self.text[cue[0] : cue[1]].lower() in PATTERNS.naming_verbs
            and PATTERNS.opens_naming_clause.search(self.text[max(0, cue[0] - _REACH) : cue[0]]) is not None
        )


_FACTS: Final[Mapping[str, Callable[[QuotedRun], Fact]]] = {
    "alphanumeric": lambda run: any(character.isalnum() for character in run.words),
    "announced": lambda run: run.before.rstrip().endswith((",", ":")),
    "capitalised": lambda run: run.words[:1].isupper(),
    "cue_distance": lambda run: run.cue_distance,
    "direct": lambda run: run.entry.direct,
    "follows": lambda run: run.entry.follows,
    "full": lambda run: run.is_full,
    "inherited": lambda run: run.entry.inherited,
    "introduced": lambda run: is_found_before(PATTERNS.introduces_title, run.before),
    "judged": lambda run: run.entry.cue is not None and run.cue not in SPEECH_VERBS,
    "nickname": lambda run: run.is_nickname,
    "speech_verb": lambda run: run.entry.is_speech,
    "spoken": lambda run: run.entry.speaker is not None,
    "stopped": lambda run: run.is_stopped,
    "term_of_nobody": lambda run: run.is_term_of_nobody,
    "titled": lambda run: run.is_titled,
    "weak": lambda run: run.entry.weak,
    "weak_verb": lambda run: run.cue in WEAK_VERBS,
    "words": lambda run: run.count,
}


@cache
def kind_rules(language: str = LANGUAGE) -> Ladder[QuotedRun]:
    """The rules of a language."""
    return read_ladder(f"{language}/quotation_kinds.toml", _FACTS, verdicts=KINDS)


def explain_kind(text: str, entry: Spoken) -> Decision:
    """`speech`, `fragment` or `words`, and the rule that says so, from the run itself and what was found around it."""
    decision = kind_rules().decide(QuotedRun(text, entry))
    assert decision is not None  # the last rule has no condition
    return decision


def kind_of(text: str, entry: Spoken) -> str:
    """`speech`, `fragment` or `words`."""
    return explain_kind(text, entry).verdict


def is_title_case(words: str) -> bool:
    """True for two words or more whose every weight-bearing word is capitalised: "Special and Privileged Partnership"."""
    tokens = _WORD.findall(words)
    heavy = [token for token in tokens if token.lower() not in PATTERNS.small]
    return len(tokens) >= 2 and bool(heavy) and all(token[0].isupper() for token in heavy)


def spread_over_lists(text: str, spoken: list[Spoken]) -> None:
    """Make "and a “spoiled brat”" after “a liar” what “a liar” is: the items of one list are one speaker's."""
    for earlier, entry in pairwise(spoken):
        if entry.kind != "words" or earlier.kind != "fragment" or entry.run.start - earlier.run.end > 30:
            continue
        between = text[earlier.run.end : entry.run.start]
        if PATTERNS.joins_list.fullmatch(between) and not is_title_case(QuotedRun(text, entry).words):
            entry.kind = "fragment"
            if entry.speaker is None or entry.weak:
                entry.speaker, entry.entity, entry.cue = earlier.speaker, earlier.entity, earlier.cue
