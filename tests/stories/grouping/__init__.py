"""Tests of grouping articles by event."""
