"""Whether a statement denies, doubts and foresees what its evidence does, and nothing else.

Of each word that a cue governs it is asked whether the other text has the word, and under a cue of the same kind. Where it has the
word several times, the place with the most words in common around it counts. Antonyms ("beat" for "lost to") are out of reach, but
for the few pairs of the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.grounding.statements.cues import AGAINST, Kind
from summarize.grounding.statements.polarity import Tone, around, is_past

_STRONG = frozenset(
    "may might could allegedly reportedly possibly perhaps alleged suspected supposedly apparently purportedly".split()
)
_REFUSING = frozenset("refused failed refusal denied rejected denies denial".split())
_ARTICLES = frozenset("the a an this that these those its their his her".split())


def disagreement(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """Why a statement is not of its evidence's mind: the reason for refusing it, None if they agree.

    English only: of another language's cues nothing is known.
    """
    if not text.cues and not any(tone.cues for tone in evidence):
        return None
    return (
        _undenied(text, evidence, language)
        or _denied(text, evidence, language)
        or _made_certain(text, evidence, language)
        or _made_doubtful(text, evidence, language)
        or _made_done(text, evidence, language)
    )


def _closest(
    text: Tone, at: int, evidence: Sequence[Tone], language: str, is_marked: Callable[[Tone, int], bool]
) -> tuple[bool, bool]:
    """Whether the evidence has the statement's word at all, and whether its likest use there is marked; a tie is not."""
    word = text.sequence[at].lower
    near = around(text.sequence, at)
    best: dict[bool, int] = {}
    for tone in evidence:
        for place in tone.places(word, language):
            marked = is_marked(tone, place)
            shared = len(near & around(tone.sequence, place))
            best[marked] = max(best.get(marked, -1), shared)
    return bool(best), best.get(True, -1) > best.get(False, -1)


def _undenied(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """The evidence denies a thing, the statement says it."""
    for tone in evidence:
        for head in sorted(tone.governed.get("denial", ())):
            for place in text.places(tone.sequence[head].lower, language):
                if text.reaches(place, "denial"):
                    continue
                _, denied = _closest(text, place, evidence, language, lambda one, at: one.governs("denial", at))
                if denied:
                    return f"it says “{text.sequence[place].text}” without the “{tone.name('denial', head)}” of its evidence"
    return None


def _denied(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """The statement denies a thing, the evidence does not."""
    heads = text.governed.get("denial")
    if heads is None:
        return None
    if _speaks_against(text) and any(_speaks_against(tone) for tone in evidence):
        return None
    for head in sorted(heads):
        held, affirmed = _closest(text, head, evidence, language, lambda one, at: not one.reaches(at, "denial"))
        cue, word = text.name("denial", head), text.sequence[head].text
        if affirmed:
            return f"it denies what its evidence does not deny: “{cue} {word}”"
        if not held and not any(tone.has("denial") for tone in evidence):
            return f"it denies what its evidence does not deny: “{cue} {word}”"
    names = {text.sequence[cue.at].lower for cue in text.cues if cue.kind == "denial"}
    if not heads and names & _REFUSING and not any(tone.has("denial") for tone in evidence):
        return "it denies what its evidence does not deny"
    return None


def _speaks_against(tone: Tone) -> bool:
    """True if somebody denies or rejects a thing in it."""
    return any(cue.kind == "denial" and tone.sequence[cue.at].lower in AGAINST for cue in tone.cues)


def _made_certain(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """The evidence says it may be, or is meant to be; the statement says it is, or will be."""
    kinds: tuple[Kind, ...] = ("doubt", "intent")
    for kind in kinds:
        for tone in evidence:
            for head in sorted(tone.governed.get(kind, ())):
                for place in text.places(tone.sequence[head].lower, language):
                    if text.reaches(place, "doubt", "intent"):
                        continue
                    if text.reaches(place, "denial") and not text.governs("future", place):
                        continue
                    if kind == "doubt" and _is_noun(text, place):
                        continue
                    if kind == "intent" and not (is_past(text.sequence, place) or text.governs("future", place)):
                        continue
                    _, marked = _closest(
                        text,
                        place,
                        evidence,
                        language,
                        lambda one, at: one.governs("doubt", at) or one.governs("intent", at),
                    )
                    if marked:
                        return f"it says “{text.sequence[place].text}” without the “{tone.name(kind, head)}” of its evidence"
    return None


def _is_noun(text: Tone, place: int) -> bool:
    return place > 0 and text.sequence[place - 1].lower in _ARTICLES


def _made_doubtful(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """The statement says it may be where its evidence says it is."""
    for cue in text.cues:
        if cue.kind != "doubt" or text.sequence[cue.at].lower not in _STRONG:
            continue
        for head in cue.heads:
            _, certain = _closest(
                text, head, evidence, language, lambda one, at: not one.reaches(at, "doubt", "intent")
            )
            if certain:
                return f"it says “{text.name('doubt', head)} {text.sequence[head].text}” where its evidence is certain"
    return None


def _made_done(text: Tone, evidence: Sequence[Tone], language: str) -> str | None:
    """The evidence says it will be, the statement says it was; or the other way round."""
    kinds: tuple[Kind, ...] = ("future", "intent", "doubt")
    for tone in evidence:
        for head in sorted(tone.governed.get("future", ())):
            for place in text.places(tone.sequence[head].lower, language):
                if not is_past(text.sequence, place) or text.reaches(place, *kinds) or text.governs("denial", place):
                    continue
                _, open_ = _closest(
                    text,
                    place,
                    evidence,
                    language,
                    lambda one, at: (
                        one.governs("future", at) or (not is_past(one.sequence, at) and one.reaches(at, *kinds))
                    ),
                )
                if open_:
                    return f"it says “{text.sequence[place].text}” of what its evidence says “{tone.name('future', head)}” happen"
    ahead: tuple[Kind, ...] = ("future", "intent")
    for kind in ahead:
        for head in sorted(text.governed.get(kind, ())):
            _, done = _closest(
                text,
                head,
                evidence,
                language,
                lambda one, at: is_past(one.sequence, at) and not one.reaches(at, *kinds),
            )
            if done:
                return (
                    f"it says “{text.name(kind, head)} {text.sequence[head].text}” of what its evidence says was done"
                )
    return None
