"""Cues: what words of a language tell about a sentence, a name or a date, by the rules of `cues.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, get_args

from summarize.article import Span
from summarize.rules import Ladder, Passage, RuleReason, notebook, read_ladder

Cue = Literal[
    "caption",
    "points_back",
    "anaphoric",
    "addressed",
    "past",
    "event",
    "future",
    "reported",
    "told",
    "states",
    "acts",
    "deeds",
    "credit",
    "seniority",
    "thing",
    "located",
    "scene",
    "earlier",
    "planned",
    "address",
    "residence",
    "birthplace",
    "affiliation",
    "thoroughfare",
    "settled_place",
    "bound",
    "bound_ahead",
    "predates",
    "told_aside",
    "imputed",
    "relative",
    "distinguishes",
    "withdrawn",
    "identifies",
    "told_first",
    "clausal",
    "ongoing",
    "settled",
    "accomplished",
    "quantified",
    "telling",
    "telling_clause",
    "death",
    "obituary",
    "obituary_aside",
    "housed",
    "court",
]
LANGUAGE: Final = "en"
"""The cues of one language are read; articles in others are chosen from without them."""
REACH: Final = 110
"""How far around a name or a date cues look, in code points."""


@cache
def cue_rules(language: str = LANGUAGE) -> Ladder[Passage]:
    """The rules of a language."""
    return read_ladder(f"{language}/cues.toml", {}, verdicts=frozenset(get_args(Cue)))


@cache
def _rules_of(cue: Cue) -> Ladder[Passage]:
    return cue_rules().only(cue)


def shows(cue: Cue, sentence: str) -> bool:
    """True if a sentence holds a cue."""
    return _rules_of(cue).decide(Passage(sentence)) is not None


def stands_beside(cue: Cue, text: str, span: Span) -> bool:
    """True if a cue stands right before or behind a range of a text."""
    around = Passage(
        text[span.start : span.end], text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    )
    notes = notebook()
    if notes is not None and notes.text == text:
        reason = RuleReason.of("cue beside it", _rules_of(cue), around)
        if reason is not None:
            notes.write(span.start, span.end, reason)
    return _rules_of(cue).decide(around) is not None


def note(spans: Sequence[Span], about: str, verdict: str, why: str) -> None:
    """Note, while somebody asks, what was decided of what is named there."""
    notes = notebook()
    if notes is not None:
        for span in spans:
            notes.write(span.start, span.end, RuleReason(about, None, verdict, why=why))
