"""Tests of the four forms of a card."""
