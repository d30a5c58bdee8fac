"""What a sentence tells in commas of whom it is told about: "Ann Lee said Tom Roe, who denied the charge, “has to go”"."""

from __future__ import annotations

from summarize.evidence.frame import STAND_IN
from summarize.evidence.phrases import Phrase
from summarize.evidence.vocabulary import PATTERNS, SPEECH_VERBS
from summarize.expressions import expression

Range = tuple[int, int]

_WORD = expression(r"[a-z]+")
_LEAD = 80
"""How far before somebody the verb stands that tells about him, in code points."""


def aside_of_told(text: str, phrases: list[Phrase], low: int, begin: int) -> Range | None:
    """Where an aside stands about whom another tells in the words at `begin`, which are the teller's whatever was said in the aside.

    Args:
        text: a frame's text.
        phrases: what could speak in it, in order.
        low: where the sentence begins.
        begin: where the quotation begins.
    """
    aside = PATTERNS.aside_before.search(text, low, begin)
    if aside is None or STAND_IN in text[low:begin]:  # “We lost,” said Tom Roe, who admitted a mistake, “but …”
        return None
    rest = text[aside.end("aside") : begin]
    if not SPEECH_VERBS.isdisjoint(_WORD.findall(rest)):
        return None
    told = next((phrase for phrase in reversed(phrases) if phrase.end == aside.start()), None)
    return aside.span("aside") if told is not None and _is_told_of(text, low, told.start) else None


def _is_told_of(text: str, low: int, start: int) -> bool:
    """True where a verb of saying leads right up to somebody, and has a subject before it."""
    verbs = [word for word in _WORD.finditer(text, max(low, start - _LEAD), start) if word.group() in SPEECH_VERBS]
    subject = text[low : verbs[-1].start()].strip() if verbs else ""
    if not subject or (subject.endswith(",") and subject.count(",") == 1):
        return False  # "The pier leaks, said the diver Tom Roe, who told staff, “…”"
    return PATTERNS.leads_to_told.fullmatch(text, verbs[-1].end(), start) is not None
