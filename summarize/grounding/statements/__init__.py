"""Statements in an engine's own words, checked against the sentences they cite. Imported by those that have one: most cards have none."""
