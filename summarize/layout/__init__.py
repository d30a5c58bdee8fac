"""The layout of a news text: which characters are title, byline, time stamp, dateline, content, and which are boilerplate.

Pure and offset-true: everything is a half-open code-point range into the text it was given.
"""

from summarize.layout.blocks import shadow
from summarize.layout.dateline import Dateline
from summarize.layout.layout import Layout, lay_out
from summarize.text.stamps import Stamp, read_stamp

__all__ = ["Dateline", "Layout", "Stamp", "lay_out", "read_stamp", "shadow"]
