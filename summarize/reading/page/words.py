"""The words by which pages are read, from `languages/pages.toml`: of their elements, and of lines that stand beside a story."""

from __future__ import annotations

from functools import partial
from typing import Final

from summarize.languages import tables

WORDS: Final = tables.word_lists("pages.toml", "words")
"""Lists of words, by name."""
pattern: Final = partial(tables.pattern, "pages.toml")
"""An expression, by name."""
