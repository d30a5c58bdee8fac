"""Findings of articles in languages that have no rules of their own: only what holds in every language.

That is: sentences, words in quotation marks that read as speech, who a label before a colon names ("Ana Pérez: «…»"), dates written out
with their year, and the place of the dateline. No people, roles or reporting verbs: rules for them are rules of a language, and those of
English give wrong names and speakers elsewhere.
"""

from summarize.evidence.neutral.finder import find_neutral

__all__ = ["find_neutral"]
