"""How a correction of a card is put into words, the same in every format."""

from __future__ import annotations

from typing import Final

from summarize.card import Correction
from summarize.rendering import words
from summarize.rendering.dates import date
from summarize.rendering.labels import label, marked, noted

_PARTS: Final = {
    "speakers": noted("speaker"), "speaker_role": noted("speaker's role"), "cue": noted("introduced by"), "role": noted("role"), "name": noted("name"),
    "country": noted("country"), "kind": noted("kind"), "start": noted("date"), "main": noted("main"), "text": noted("text"), "item": noted("whole"),
}  # fmt: skip
_ITEMS: Final = {
    "quotes": noted("quotation"), "claims": noted("claim"), "who": noted("participant"), "when": noted("date"), "where": noted("place"),
    "what": noted("what"), "background": noted("background"), "headline": noted("headline"),
}  # fmt: skip

_LINES: Final = frozenset({"headline", "what", "claims", "background"})


def correction(one: Correction) -> str:
    """What was corrected, by whom and when, with the original: "quotation 2, speaker: A (was: B), corrected by C on 3 March 2026, 09:30 UTC".

    What was added has no original: "participant: A, added by C on 3 March 2026, 09:30 UTC".
    """
    item = " ".join(filter(None, (label(_ITEMS[one.field]) if one.field in _ITEMS else one.field, str(one.item or ""))))
    place = (
        item
        if one.part in {"item", "text"}
        else f"{item}, {label(_PARTS[one.part]) if one.part in _PARTS else one.part}"
    )
    before, after = (value and _shown_value(one, value) for value in (one.before, one.after))
    now = after or (label("taken off") if one.part == "item" else words.none())
    was = label(" (was: {before})", before=before) if before else ""
    is_new = one.part == "item" and one.before is None
    by = (
        label("added by {name} on {date}", name=one.by, date=date(one.at))
        if is_new
        else label("corrected by {name} on {date}", name=one.by, date=date(one.at))
    )
    return f"{place}{label(':')} {now}{was}, {by}"


def _shown_value(one: Correction, value: str) -> str:
    """A value before or after a correction, as a card shows it."""
    if one.field == "quotes" and one.part == "item":  # each part in marks of its own
        return " ".join(marked(part.text) for part in one.evidence)
    if one.field in _LINES and one.part in {"item", "text"}:
        return marked(value)
    if one.part == "kind" and value in words.KINDS:
        return label(words.KINDS[value])
    if one.part == "start":
        start, _, end = value.partition("/")
        return date(start, end or None)
    return value
