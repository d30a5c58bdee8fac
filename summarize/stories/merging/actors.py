"""Who does what a sentence tells, where it opens on a name: what one firm or state did is not what another did."""

from __future__ import annotations

import re
from typing import Final

from summarize.gazetteer import is_place
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.stories.merging.deeds import is_verb
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source

_WORDS: Final = figures("en")
_OPENS: Final = re.compile(
    rf"(?:(?i:{any_of(_WORDS.definite)})\s)?(?P<name>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*){{0,3}})(?P<does>(?:\s[a-z]+){{1,3}})"
)
_HELPS: Final = _WORDS.auxiliaries | _WORDS.to_come
_SPEECH: Final = re.compile(any_of(_WORDS.speech))


def actor_of(source: Source, start: int, end: int) -> str | None:
    """The name that a sentence opens on and that does something in it; None of who only says something, and of what is no name."""
    match = _OPENS.match(source.document.text, start, end)
    words = match["does"].split() if match is not None else []
    # "Toyota will recall", "Toyota has said".
    does = words[1:] if words and words[0] in _HELPS else words
    if match is None or not does or _SPEECH.fullmatch(does[0]) or not is_verb(does[0]):
        return None
    name = match["name"]
    is_known = is_place(name) or any(
        who.kind in {"person", "organisation"} and same_name(name, who.name, who.kind) for who in source.card.who
    )
    return name if is_known else None


def are_of_two_actors(one: str | None, other: str | None) -> bool:
    """True for two names without a word in common."""
    if one is None or other is None:
        return False
    return not set(one.casefold().split()) & set(other.casefold().split())
