"""The words by which pages are read, from `languages/pages.toml`: of their elements, and of lines that stand beside a story."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from summarize.languages import tables

WORDS: Final = tables.word_lists("pages.toml", "words")
"""Lists of words, by name."""
pattern: Final = partial(tables.pattern, "pages.toml")
"""An expression, by name."""
STOPS: Final = tuple('.!?…。！？।؟۔:"”’»」』)')
"""Marks that a sentence ends with, or words in front of some that stand for themselves."""
SENTENCE: Final = re.compile(r"[.!?…。！？।؟۔][\"'”’»)」』\]]*(?:\s|<|$)|[。！？।]")
"""The end of a sentence."""
QUOTED: Final = re.compile(r"[\"“”„«»「」『』]")
