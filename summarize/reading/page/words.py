"""The words by which pages are read, from `languages/pages.toml`: of their elements, and of lines that stand beside a story."""

from __future__ import annotations

import re
from typing import Final

from summarize.expressions import expression
from summarize.languages.tables import table, word_lists

WORDS: Final = word_lists("pages.toml", "words")
"""Lists of words, by name."""
_LINE_END = re.compile(r"\n\s*")


def pattern(name: str) -> re.Pattern[str]:
    """An expression of the table, by name; compiled when it is first used."""
    return expression(_LINE_END.sub("", table("pages.toml")["patterns"][name]))
