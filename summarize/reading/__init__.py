"""A source to an Article: text, Markdown with front matter, standard input."""

from summarize.reading.source import Reading, read, read_bytes, read_text

__all__ = ["Reading", "read", "read_bytes", "read_text"]
