"""Words with which an English text denies, doubts or only foresees, and the words they govern.

Without a parser, a cue governs the next word of content (through helpers, adverbs and "to"), or the verb behind the helper of its
clause, or the noun of "no arrests".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from summarize.grounding.statements.lexicon import SMALL, words
from summarize.text.tokens import Token

Kind = Literal["denial", "doubt", "intent", "future"]
Mode = Literal["next", "to", "clause", "noun", "that", "if", "none"]
"""Where the governed word stands: next; next behind "to"; the verb of the clause; the noun or its verb; in what is said; nowhere."""

_HELPERS: Final = words(
    "was were is are be been being has have had will would could can may might do does did should must shall"
)
_RAISING: Final = words(
    "allowed able expected likely going want wanted wants planned supposed required permitted clear intended due ready"
)
STOPS: Final = frozenset(".,;:!?—–()")
_TURNS: Final = words("but while after before although though because who which whose")
_BLANK: Final = words("yet ever fully already only single such longer immediately quite entirely back once") | SMALL
ADVERBS: Final = words("over out up down back in on off away through here there")
"""Small words that carry the clause where they end it."""
_NEAR: Final = 6
_FAR: Final = 12

_TABLE: Final[tuple[tuple[Kind, Mode, str], ...]] = (
    ("denial", "next", "not|never|cannot|no longer|neither|nor|instead of|rather than|not a single|stop short of|stopped short of"),
    ("denial", "noun", "no|without|lack|lacks|lacked|lacking|lack of"),
    ("denial", "clause", "nobody|no one|none|nothing|no - one"),
    ("denial", "to", "failed to|fail to|fails to|failing to|refused to|refuse to|refuses to|refusing to|refusal to|declined to|declines to|decline to|unable to|unwilling to|failure to|neglected to|inability to|too sick to|too late to|too weak to"),
    ("denial", "to", "barred from|banned from|prevented from|stopped from|blocked from|prohibited from|kept from|forbidden from|forbidden to|avoided|avoids|avoid"),
    ("denial", "that", "denied|denies|deny|denying|disputed|disputes|rejected|rejects|dismissed|dismisses|refuted|rejected claims|ruled out|rules out|untrue|false"),
    ("denial", "none", "refused|failed|refusal|denial|acquitted|cleared|unanswered|unresolved|uncleared|cancelled|canceled|avoided|halted|missing|unaccounted|dropped|lacked|ended|lost|closed|unlikely"),
    ("doubt", "next", "may|might|could|possibly|perhaps|allegedly|reportedly|apparently|supposedly|purportedly|alleged|suspected|presumed|suspect|suspects|probably|potentially|rumoured|rumored|almost certainly"),
    ("doubt", "to", "accused of|accuses of|charged with|suspected of|alleged to|believed to|thought to|said to|seem to|seems to|seemed to|appear to|appears to|appeared to|reported to|rumoured to|accusing|risk of|fear of|fears of|feared to"),
    ("doubt", "that", "claimed|claims|claim|alleges|alleging|allegations|allegation|accused|accuses|feared|fear|fears"),
    ("doubt", "if", "if|unless"),
    ("doubt", "none", "can|whether|warned|warns|warning|warnings|possible|potential|potentially|inquiry|investigating|investigation|probe|question|questions|questioned|suspicion|suspicions|maybe|unclear|uncertain|unconfirmed|likely|risk|risks|hypothetical|accusation|accusations|charges|disputed|argued|argues|believes|believed|threat|said he|would have"),
    ("intent", "to", "expected to|expects to|expect to|plans to|plan to|planned to|planning to|threatened to|threatens to|threatening to|hopes to|hope to|hoped to|aims to|aim to|wants to|want to|wanted to|intends to|intend to|intended to|seeks to|seek to|seeking to|offered to|offers to|asked to|ordered to|urged to|likely to|considering|considers|proposed to|proposes to|means to|tries to|tried to|trying to|called for|calls for|attempt to|attempted to|ready to|keen to|hoping to|aiming to|plans for|proposes|proposing"),
    ("intent", "that", "demanded that|demands that|asked that|proposed that|recommended that|urged|demanded|demands|urges|asked|hopes that|expects|expect|expected"),
    ("intent", "none", "proposal|proposals|hopes|aims|intends|seeks|forecast|forecasts|predicted|predicts|bid|calls|demand|request|plans|plan|planned|proposed|offer|offers|offered|threat|threatens|threatened|scheme|foresees|anticipates"),
    ("future", "next", "will|would|shall|won't"),
    ("future", "to", "is to|are to|was to|were to|due to|set to|scheduled to|agreed to|agrees to|agree to|promised to|promise to|pledge to|vow to|deal to|agreement to|bid to|proposal to|proposals to|promises to|pledged to|pledges to|vowed to|vows to|going to|about to|meant to|ahead of"),
    ("future", "that", "promised|promises|pledged|vowed"),
    ("future", "none", "upcoming|forthcoming|scheduled"),
)  # fmt: skip
_CUES: dict[str, list[tuple[tuple[str, ...], Kind, Mode]]] = {}
for _kind, _mode, _phrases in _TABLE:
    for _phrase in _phrases.split("|"):
        _first, *_rest = _phrase.split()
        _CUES.setdefault(_first, []).append((tuple(_rest), _kind, _mode))
_NOT_DENIALS: Final = words("only just merely simply least until doubt less fewer more later sooner wonder matter far")
AGAINST: Final = words(
    "denied denies deny denying disputed disputes rejected rejects dismissed dismisses refuted untrue false ruled rules"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or words that deny, doubt or foresee. Every figure is an index into the text's tokens."""

    kind: Kind
    at: int
    until: int
    heads: tuple[int, ...]
    """The words it governs."""
    low: int
    high: int
    """Half-open: within these, a word counts as spoken of under the cue."""
    sentence: tuple[int, int]


def cues(sequence: Sequence[Token]) -> list[Cue]:
    """The cues of a text, in order."""
    found: list[Cue] = []
    bounds = _sentences(sequence)
    at = 0
    for begin, end in bounds:
        at = begin
        while at < end:
            lower = sequence[at].lower
            cue = _cue_at(sequence, at, begin, end) if lower in _CUES or lower.endswith("n't") else None
            if cue is not None:
                found.extend(cue)
                at = max(at + 1, min(one.until for one in cue))
            else:
                at += 1
    return found


def _sentences(sequence: Sequence[Token]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    begin = 0
    for index, token in enumerate(sequence):
        if token.text in {".", "!", "?"} and index + 1 < len(sequence) and index > begin:
            bounds.append((begin, index + 1))
            begin = index + 1
    bounds.append((begin, len(sequence)))
    return bounds


def _cue_at(sequence: Sequence[Token], at: int, begin: int, end: int) -> list[Cue] | None:
    token = sequence[at]
    if not token.is_word:
        return None
    word = token.lower
    kinds: list[tuple[int, Kind, Mode]] = []
    if word.endswith("n't"):
        kinds.append((at + 1, "denial", "next"))
        if word == "won't":
            kinds.append((at + 1, "future", "next"))
        if word in {"couldn't", "mightn't"}:
            kinds.append((at + 1, "doubt", "next"))
    else:
        options = _CUES.get(word)
        if options is None:
            return None
        if word in {"may", "will", "might"} and token.is_capital and at != begin:
            return None  # the month, the name
        longest = -1
        for rest, kind, mode in options:
            if len(rest) < longest or at + len(rest) >= end:
                continue
            if all(sequence[at + 1 + offset].lower == part for offset, part in enumerate(rest)):
                if len(rest) > longest:
                    longest, kinds = len(rest), []
                kinds.append((at + 1 + len(rest), kind, mode))
        if not kinds:
            return None
        following = sequence[at + 1].lower if at + 1 < end else ""
        if word in {"not", "no", "nothing"} and (following in _NOT_DENIALS or f"{word} {following}" == "nothing but"):
            return None
    return [
        _reach(sequence, Cue(kind, at, until, _heads(sequence, until, end, mode), 0, 0, (begin, end)), mode)
        for until, kind, mode in kinds
    ]


def _reach(sequence: Sequence[Token], cue: Cue, mode: Mode) -> Cue:
    begin, end = cue.sentence
    if mode == "none" and cue.kind == "denial":
        return cue  # "lost" and "ended" deny something, but not the words beside them
    if cue.kind in {"doubt", "intent"} or sequence[cue.at].lower in AGAINST:
        return Cue(cue.kind, cue.at, cue.until, cue.heads, begin, end, cue.sentence)
    low = cue.at
    while (
        cue.kind == "denial"
        and low > begin
        and cue.at - low < _NEAR
        and sequence[low - 1].text not in STOPS
        and sequence[low - 1].lower not in _TURNS
    ):
        low -= 1
    high = cue.until
    while high < end and high - cue.until < _FAR and sequence[high].text not in ";:" and sequence[high].lower != "but":
        high += 1
    return Cue(cue.kind, cue.at, cue.until, cue.heads, low, high, cue.sentence)


def is_content(token: Token) -> bool:
    return token.is_word and token.lower not in _BLANK and not token.lower.endswith("ly")


def _next(sequence: Sequence[Token], index: int, end: int) -> tuple[int, ...]:
    """The next word of content, and behind "allowed to" and its like the next but one."""
    limit = min(end, index + _NEAR)
    while index < limit and not is_content(sequence[index]):
        if sequence[index].text in STOPS or sequence[index].lower == "but":
            # "the fight is not over."
            return (index - 1,) if sequence[index - 1].lower in ADVERBS else ()
        index += 1
    if index >= limit:
        return (index - 1,) if index == len(sequence) and sequence[index - 1].lower in ADVERBS else ()
    if sequence[index].lower in _RAISING and index + 2 < end and sequence[index + 1].lower in {"to", "from"}:
        return (index, *_next(sequence, index + 2, end))
    return (index,)


def _verb(sequence: Sequence[Token], index: int, end: int) -> tuple[int, ...]:
    """The word of content behind the first helper of the clause that begins at `index`; none without a helper."""
    limit = min(end, index + 10)
    while index < limit:
        token = sequence[index]
        if token.text in ",;:!?—–." or token.lower in _TURNS or token.lower in {"that", "and"}:
            return ()
        if token.lower in _HELPERS:
            return _next(sequence, index + 1, end)
        index += 1
    return ()


def _heads(sequence: Sequence[Token], index: int, end: int, mode: Mode) -> tuple[int, ...]:
    if mode in {"next", "to"}:
        return _next(sequence, index, end)
    if mode == "clause":
        return _verb(sequence, index, end) or _next(sequence, index, end)
    if mode == "noun":
        behind = _verb(sequence, index, end)
        if behind:
            return behind
        if index + 4 < end:
            for at in range(index, min(end, index + 5)):
                if sequence[at].lower == "being" and at + 1 < end:
                    return _next(sequence, at + 1, end)
        first = _next(sequence, index, end)
        if not first:
            return ()
        last = first[0]
        while last + 1 < end and last - first[0] < 3 and is_content(sequence[last + 1]):
            last += 1
        return (last,)
    if mode == "that":
        return _claimed(sequence, index, end)
    if mode == "if":
        behind = _verb(sequence, index, end)
        if behind:
            return behind
        nearest: tuple[int, ...] = ()
        for at in range(index, min(end, index + _NEAR)):
            if is_content(sequence[at]):
                nearest = (at,)
            elif nearest and at > index + 1:
                break
        return nearest
    return ()


def _claimed(sequence: Sequence[Token], index: int, end: int) -> tuple[int, ...]:
    """What is claimed or denied: "taking bribes", "that it was closed", "reports that … had been ignored"."""
    if index < end and sequence[index].is_word and sequence[index].lower.endswith("ing"):
        return (index,)
    limit = min(end, index + 5)
    for at in range(index, limit):
        if sequence[at].text in STOPS:
            return ()
        if sequence[at].lower == "that":
            return _verb(sequence, at + 1, end)
        if sequence[at].lower == "of" and at + 1 < end and sequence[at + 1].lower.endswith("ing"):
            return (at + 1,)
        if sequence[at].lower in _HELPERS and at > index:
            return _next(sequence, at + 1, end)
    return ()
