"""Draft and findings to grounded items and rejections: the only maker of card items."""

from summarize.grounding.ground import Grounded, ground

__all__ = ["Grounded", "ground"]
