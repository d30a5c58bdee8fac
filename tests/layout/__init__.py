"""Tests of the layout of news texts."""
