"""What an article tells of somebody right beside the name: a role for the index where nothing else is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarize.briefing import Party
from summarize.expressions import expression
from summarize.languages.loader import any_of
from summarize.languages.stories import index
from summarize.languages.words import speech
from summarize.stories.bearers import mentions_of

_WORDS: Final = index("en")
_BEHIND: Final = expression(_WORDS.told_behind % any_of(speech("en").speech))
_SHORT: Final = range(3, 11)
"""Words of a clause that is short enough to stand behind a name."""


def told_beside(party: Party, texts: Iterable[str]) -> str | None:
    """What the first mention that has it tells of somebody without a role, in the article's words; None where none does in few words.

    "who led the gang of 34" behind a person's name, "which runs the mine" behind a body's, "Leith drinks group" in front of one.
    """
    if party.role is not None or party.kind not in {"person", "organisation"}:
        return None
    is_person = party.kind == "person"
    for before, after in mentions_of((party.name,), list(texts)):
        found = _BEHIND.match(after)
        if found is not None and (found["either"] or found["person" if is_person else "body"]):
            return found["told"] if len(found["told"].split()) in _SHORT else None
        group = None if is_person else _WORDS.told_before.search(before)
        if group is not None:
            return group["told"]
    return None
