"""Measuring: the corpora with human labels that this project is measured on, and the figures they give."""
