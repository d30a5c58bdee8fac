"""HTML pages as sources: from the bytes of a page to an article. Nothing here fetches anything.

Importing this package imports no parser: that happens when a page is read.
"""

from summarize.reading.page.read import read_page

__all__ = ["read_page"]
