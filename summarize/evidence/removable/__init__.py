"""Which parts of a sentence may be left out without changing what it says or who says it."""

from summarize.evidence.removable.branches import by_parse, needed
from summarize.evidence.removable.commas import by_commas

__all__ = ["by_commas", "by_parse", "needed"]
