"""Sources to Articles: text, Markdown, HTML, PDF, mail, JSON, feeds; from files, folders, standard input and the web."""

from summarize.reading.document import Guard
from summarize.reading.options import ReadOptions, UsedItems, read_options
from summarize.reading.read import read, read_all, read_bytes
from summarize.reading.result import Reading
from summarize.reading.sources import Outcome, Sources
from summarize.reading.text import read_text

__all__ = [
    "Guard",
    "Outcome",
    "ReadOptions",
    "Reading",
    "Sources",
    "UsedItems",
    "read",
    "read_all",
    "read_bytes",
    "read_options",
    "read_text",
]
