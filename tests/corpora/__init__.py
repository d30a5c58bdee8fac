"""Scores on other people's corpora, which are no part of the project: commands for a checkout."""
