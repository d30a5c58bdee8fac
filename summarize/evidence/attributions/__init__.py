"""Whose word a stretch of a text is: who says, alleges, denies, believes, expects, plans, asks or finds what, with and without marks."""

from summarize.evidence.attributions.reported import Reported

__all__ = ["Reported"]
