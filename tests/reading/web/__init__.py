"""Tests of reading from the web."""
