"""Draft and findings to grounded items and rejections: the only maker of card items."""

from summarize.grounding.ground import Grounded, ground, refused_texts
from summarize.grounding.index import BorneOut, OwnWords, Verdict
from summarize.grounding.own_words import own_words

__all__ = ["BorneOut", "Grounded", "OwnWords", "Verdict", "ground", "own_words", "refused_texts"]
