"""The built-in engine: it chooses and orders what the article says, and writes nothing of its own."""

from summarize.engines.extractive.engine import ExtractiveEngine

__all__ = ["ExtractiveEngine"]
