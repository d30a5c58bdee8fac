"""Claims whose words are a sentence's, but not all that they need: a clause torn out of who says it, or out of what denies it."""

from __future__ import annotations

from summarize.article import Span
from summarize.checking.moods import moods, wrong_mood
from summarize.checking.reading import Text
from summarize.findings import Attribution, Sentence
from summarize.grounding.cuts import kept_of

_DEEDS = frozenset({"planned", "found", "asked"})
"""What somebody plans, asks or has found is their deed: its words alone are part of it."""


def torn_out(claim: Text, source: Text, sentence: Sentence) -> tuple[str, str] | None:
    """`contradicted` or `not shown`, and why, if a claim tears what is denied or somebody's word out of it; None if it leaves out something else.

    Args:
        claim: the claim, read. Its words are the sentence's, in order.
        source: the article, read.
        sentence: the sentence.
    """
    rule = wrong_mood(claim, source, [(sentence.span.start, sentence.span.end)], moods("en"))
    if rule is not None and rule.mood == "denial":
        return "contradicted", rule.reason
    kept = kept_of(claim.text, source.text, sentence) or ()
    for one in source.findings.attributions:
        inside = sentence.span.covers(one.cue_span)
        if inside and one.kind not in _DEEDS and not any(span.overlaps(one.cue_span) for span in kept):
            if one.kind == "denied" and is_mostly(kept, one):
                return (
                    "contradicted",
                    f"the article says that it is denied: “{source.text[one.cue_span.start : one.cue_span.end]}”",
                )
            if is_mostly(kept, one):
                return "not shown", f"it leaves out that “{one.source or one.cue}” says so"
    return None


def is_mostly(kept: tuple[Span, ...], one: Attribution) -> bool:
    """True if more than half of what is kept is what somebody says."""
    inside = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in kept for b in one.content)
    return 2 * inside > sum(part.end - part.start for part in kept)
