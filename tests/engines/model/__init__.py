"""Tests of the language-model engine, against a fake endpoint on loopback."""
