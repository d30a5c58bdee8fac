"""PDF files as sources.

A PDF is a program that draws characters at places; what is a line, a column or a paragraph is told from the places. The steps, in order:
`content` runs the program and says what was drawn where, `furniture` takes out what stands on every page, `columns` finds the order of
reading, `lines` and `paragraphs` put lines and paragraphs together, `titles` tells the title. All of that happens in a process of its own
(`child`), which the system holds to its memory and time: no parser of PDF can promise either for a file that was made to do harm.
"""

from summarize.reading.documents.pdf.read import MAX_BYTES, read_pdf

__all__ = ["MAX_BYTES", "read_pdf"]
