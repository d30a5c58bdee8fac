"""What the rules of `speakers.toml` ask about a quotation, each by its name there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from summarize.evidence.saying import Found
from summarize.evidence.speaking import OWN, Scene, Spoken
from summarize.evidence.vocabulary import LANGUAGE, PATTERNS
from summarize.languages.tails import is_found_before
from summarize.rules import Fact, Ladder, read_ladder


def _form(found: Found | None) -> Fact:
    return found.form if found is not None else None


def _is_direct(found: Found | None) -> Fact:
    return found is not None and found.direct


def _is_told(spoken: Spoken | None) -> bool:
    return spoken is not None and spoken.is_told


_OTHERS: Final = (PATTERNS.worn_words, PATTERNS.is_told, PATTERNS.is_called, PATTERNS.it_begins)
"""What stands right before words that are written somewhere, or another's."""

_OWN: Final[Mapping[str, Callable[[Scene], Fact]]] = {
    "dash": lambda scene: scene.dash is not None,
    "behind": lambda scene: _form(scene.behind),
    "announced": lambda scene: _form(scene.announced),
    "announced_direct": lambda scene: _is_direct(scene.announced) and not scene.is_nearer,
    "label": lambda scene: scene.label is not None,
    "according": lambda scene: scene.according is not None,
    "according_beside": lambda scene: _is_direct(scene.according),
    "clause": lambda scene: scene.clause is not None,
    "nominal": lambda scene: scene.nominal is not None,
    "nominal_named": lambda scene: scene.nominal is not None and not scene.is_pronouns,
    "answered": lambda scene: scene.attributor.is_answered(scene.room),
    "fronted": lambda scene: scene.fronted is not None,
    "topic": lambda scene: scene.topic is not None,
    "opener": lambda scene: scene.opener is not None,
    "begun": lambda scene: scene.begun is not None,
    "others": lambda scene: scene.is_others or any(is_found_before(one, scene.before) for one in _OTHERS),
    "worn": lambda scene: is_found_before(PATTERNS.worn_words, scene.before),
    "rejected": lambda scene: PATTERNS.rejects_claim.search(scene.before) is not None,
    "written": lambda scene: is_found_before(PATTERNS.written_on, scene.before),
    "sentence": lambda scene: scene.sentence_words,
    "replies": lambda scene: PATTERNS.replied_behind.match(scene.after) is not None,
}


_AROUND: Final[Mapping[str, Callable[[Scene], Fact]]] = {
    "alone": lambda scene: scene.around.before is None,
    "told_by_colon": lambda scene: scene.around.colon is not None,
    "told_before": lambda scene: _is_told(scene.around.before),
    "alternating": lambda scene: _is_told(scene.around.alternating),
    "unpaired": lambda scene: scene.around.alternating is None,
    "passed": lambda scene: scene.around.passed,
    "told_above": lambda scene: _is_told(scene.around.above),
    "told_later": lambda scene: _is_told(scene.around.later),
    "answers": lambda scene: scene.around.answer is not None,
    "led": lambda scene: scene.around.led is not None,
    "headed": lambda scene: scene.around.headed is not None,
    "asked": lambda scene: scene.around.asked is not None,
    "of_another": lambda scene: scene.around.is_asked,
}

VERDICTS: Final = OWN | {"colon", "headed", "asked", "answer", "before", "above", "later", "led", "alternating"}
"""What a rule may answer: where the speaker is taken from."""


@cache
def speaker_rules(language: str = LANGUAGE) -> Ladder[Scene]:
    """The rules of a language, which take a scene and give a verdict of `VERDICTS`, the name of whom `Scene.taken` takes."""
    return read_ladder(f"{language}/speakers.toml", {**_OWN, **_AROUND}, verdicts=VERDICTS)
