"""The daily briefing: the published result for a day of articles, and the contract that other programs read."""

from summarize.briefing.briefing import Ahead, Briefing, Criterion, Indexed, Length, Made, Skipped, Top
from summarize.briefing.parts import BriefedArticle, Cite, Cited, Line, Voice
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
    "Story",
    "StoryPlace",
    "StoryQuote",
    "Top",
    "Voice",
]
