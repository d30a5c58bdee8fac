"""Which parts of a sentence may be left out without changing what it says or who says it."""
