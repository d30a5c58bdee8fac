"""Cuts: sentences of the article with words left out, of which it is checked that none of them changes what is said or who says it."""

from summarize.grounding.cuts.aligning import Cut, cut_from, kept_of
from summarize.grounding.cuts.moving import moved_from
from summarize.grounding.cuts.shortening import headline_from, shorten_sentence, without

__all__ = ["Cut", "cut_from", "headline_from", "kept_of", "moved_from", "shorten_sentence", "without"]
