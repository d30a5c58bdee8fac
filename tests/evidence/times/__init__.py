"""Tests of dates and times in running text."""
