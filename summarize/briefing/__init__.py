"""The daily briefing: the published result for a day of articles, and the contract that other programs read."""

from summarize.briefing.briefing import BUDGETS, Ahead, Briefing, Criterion, Indexed, Length, Made, Skipped, Top
from summarize.briefing.parts import APART, BriefedArticle, Cite, Cited, Line, Slot, Voice
from summarize.briefing.story import (
    Change,
    Coverage,
    Disagreement,
    Figure,
    Moment,
    Party,
    Reason,
    Side,
    Story,
    StoryPlace,
    StoryQuote,
)

__all__ = [
    "APART",
    "BUDGETS",
    "Ahead",
    "BriefedArticle",
    "Briefing",
    "Change",
    "Cite",
    "Cited",
    "Coverage",
    "Criterion",
    "Disagreement",
    "Figure",
    "Indexed",
    "Length",
    "Line",
    "Made",
    "Moment",
    "Party",
    "Reason",
    "Side",
    "Skipped",
    "Slot",
    "Story",
    "StoryPlace",
    "StoryQuote",
    "Top",
    "Voice",
]
