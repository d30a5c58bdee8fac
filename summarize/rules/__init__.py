"""Rules as rows of a language's tables: each has a condition, a verdict, and examples that run as tests.

A `Ladder` holds the rows of one table in order; the first whose condition holds gives the verdict. What a condition asks of its subject are
*facts*: small functions that the user of the ladder brings.
"""

from summarize.rules.ladder import (
    Decision,
    Fact,
    Ladder,
    Passage,
    Row,
    RuleTable,
    Subject,
    read_ladder,
)
from summarize.rules.noting import Notebook, notebook, reason_text, take_notes
from summarize.rules.reasons import RuleReason, all_decisions

__all__ = [
    "Decision",
    "Fact",
    "Ladder",
    "Notebook",
    "Passage",
    "Row",
    "RuleReason",
    "RuleTable",
    "Subject",
    "all_decisions",
    "notebook",
    "read_ladder",
    "reason_text",
    "take_notes",
]
