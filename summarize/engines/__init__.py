"""Engines: from an article and its findings to a draft."""
