"""The cards of one story to that story: nothing lost, nothing said twice, and of everything which article says it."""

from summarize.stories.merging.merge import merge
from summarize.stories.merging.sources import Source

__all__ = ["Source", "merge"]
